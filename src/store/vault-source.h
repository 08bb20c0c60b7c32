/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/evidence/evidence-inspection.h"
#include "store/vault-draft.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Room-private: a file that is read for the vault, from anywhere or from the vault itself. */

/* Who sees what is read of a file; each may be NULL. */
typedef struct
{
  BvVaultDraft *draft;
  BvEvidenceInspection *inspection;
} BvVaultTakers;

gboolean bv_vault_source_check (GFile *file, const char *name, GCancellable *cancellable, GError **error);
char *bv_vault_source_read (GFile *file,
                            const char *name,
                            const BvVaultTakers *takers,
                            gint64 *bytes,
                            GCancellable *cancellable,
                            GError **error);
char *bv_vault_source_read_unchanged (GFile *file,
                                      const char *name,
                                      const BvVaultTakers *takers,
                                      gint64 *bytes,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
