/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "exchange/file-names.h"

G_BEGIN_DECLS

/* A document of a dossier. */
typedef struct
{
  char *part;  /* what it stands under in the index */
  char *title; /* what the index calls it */
  gint64 date;
  char *path;   /* in the dossier; NULL: it is known by name only, and so are the rest */
  char *source; /* where it lies on the disk */
  char *sha256;
  gint64 bytes;
} BvDossierFile;

BvDossierFile *bv_dossier_file_new (const char *part, char *title, gint64 date);
void bv_dossier_file_free (BvDossierFile *file);

gboolean bv_dossier_files_add_evidence (GPtrArray *files,
                                        BvFileNames *names,
                                        const BvProposal *proposal,
                                        const char *library_folder,
                                        GError **error);

G_END_DECLS
