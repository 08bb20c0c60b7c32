/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier/dossier-check.h"
#include "exchange/export.h"

G_BEGIN_DECLS

/* How a dossier is wanted. */
typedef struct
{
  BvProposalRequest what;
  const char *passphrase; /* NULL: not encrypted */
} BvDossierRequest;

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
                           const BvDossierRequest *request,
                           const char *path,
                           const BvProgress *progress,
                           GError **error);
gboolean bv_dossier_publish (BvDossier *dossier, BvLibrary *library, GError **error);
void bv_dossier_free (BvDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDossier, bv_dossier_free)

G_END_DECLS
