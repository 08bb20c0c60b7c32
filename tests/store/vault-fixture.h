/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/vault.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What begins as evidence does. */
#define DOCUMENT "%PDF-1.4\n%%EOF\n"

/* A vault, and where the files come from that it takes. */
typedef struct
{
  char *root;    /* a temporary folder with the two below */
  char *library; /* the library's folder */
  char *outside; /* where files come from */
} VaultFixture;

void vault_fixture_set_up (VaultFixture *fixture, gconstpointer data);
void vault_fixture_tear_down (VaultFixture *fixture, gconstpointer data);
/* Those below @path, at any depth. */
guint vault_fixture_count_files (const char *path);
GFile *vault_fixture_make_file (VaultFixture *fixture, const char *name, const char *content, gssize length);
BvVaultItem *vault_fixture_add (VaultFixture *fixture, const char *name, const char *content);

G_END_DECLS
