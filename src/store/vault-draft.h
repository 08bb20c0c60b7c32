/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * BvVaultDraft:
 *
 * Room-private: a file being written beside its place; nobody sees it under its name before it is whole.
 */
typedef struct
{
  char *path;
  FILE *stream;
} BvVaultDraft;

gboolean bv_vault_draft_begin (BvVaultDraft *draft, const char *folder, GError **error);
gboolean bv_vault_draft_write (BvVaultDraft *draft, gconstpointer bytes, gsize length, GError **error);
gboolean bv_vault_draft_commit (BvVaultDraft *draft, const char *path, GError **error);
void bv_vault_draft_discard (BvVaultDraft *draft);
gboolean bv_vault_draft_fail (const char *path, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvVaultDraft, bv_vault_draft_discard)

G_END_DECLS
