/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-check.h"
#include "exchange/export.h"

G_BEGIN_DECLS

/* How a dossier is wanted. */
typedef struct
{
  gboolean draft;         /* not sealed, every paper marked DỰ THẢO */
  const char *reason;     /* why a provisional pool is sealed now; NULL: none */
  const char *passphrase; /* NULL: not encrypted */
} BvDossierWish;

/**
 * BvDossier:
 *
 * A dossier that is written, read again and found whole, but has no name yet.
 */
typedef struct
{
  BvExport *export; /* what names it, and notes its sealing */
  guint n_files;
  guint n_without_file; /* documents that the index names only */
} BvDossier;

char *bv_dossier_suggest_name (const BvCampaign *campaign, gboolean draft);
gboolean bv_dossier_check_passphrase (const char *passphrase, GError **error);
BvDossier *bv_dossier_new (BvLibrary *library,
                           gint64 campaign,
                           gint64 date,
                           const BvDossierWish *wish,
                           const char *path,
                           BvProgressFunc progress,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);
gboolean bv_dossier_publish (BvDossier *dossier, BvLibrary *library, GError **error);
void bv_dossier_free (BvDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDossier, bv_dossier_free)

G_END_DECLS
