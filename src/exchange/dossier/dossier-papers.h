/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier/dossier-files.h"
#include "exchange/export.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* Makes the files of a dossier that are not evidence, each in @folder, which holds nothing else. */

gboolean bv_dossier_papers_add (GPtrArray *files,
                                BvFileNames *names,
                                BvExport *export,
                                const char *folder,
                                const BvProgress *progress,
                                GError **error);
BvDossierFile *bv_dossier_papers_make_index (GPtrArray *files,
                                             BvFileNames *names,
                                             const BvProposal *proposal,
                                             const char *folder,
                                             const BvProgress *progress,
                                             GError **error);
BvDossierFile *bv_dossier_papers_make_manifest (GPtrArray *files,
                                                const BvProposal *proposal,
                                                const char *folder,
                                                GError **error);

G_END_DECLS
