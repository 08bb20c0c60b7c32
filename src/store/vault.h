/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the vault knows of a file it has taken. */
typedef struct
{
  char *file;   /* the name it came with, NFC, without a path */
  char *sha256; /* 64 lower-case hex digits */
  gint64 bytes;
  gboolean added; /* the content was not here before */
} BvVaultItem;

BvVaultItem *
bv_vault_add (const char *library_folder, GFile *file, GCancellable *cancellable, GError **error);
void bv_vault_take_back (const char *library_folder, const BvVaultItem *item);
BvVaultItem *
bv_vault_attach (const char *library_folder, GFile *file, GCancellable *cancellable, GError **error);
char *bv_vault_get_path (const char *library_folder, const char *sha256, const char *file);
gboolean bv_vault_has (const char *library_folder, const char *sha256, const char *file);
char *bv_vault_open_copy (const char *library_folder, const char *sha256, const char *file, GError **error);
gboolean bv_vault_check (const char *library_folder, const char *sha256, const char *file, GError **error);
char *bv_vault_make_work_folder (const char *library_folder, GError **error);
gboolean bv_vault_copy (const char *from,
                        const char *to,
                        const char *work,
                        const BvVaultItem *item,
                        GCancellable *cancellable,
                        GError **error);
gboolean bv_vault_clean (const char *library_folder, GError **error);
void bv_vault_item_free (BvVaultItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvVaultItem, bv_vault_item_free)

G_END_DECLS
