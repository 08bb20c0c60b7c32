/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/progress.h"

G_BEGIN_DECLS

#define BV_DOSSIER_ERROR (bv_dossier_error_quark ())
GQuark bv_dossier_error_quark (void);

typedef enum
{
  BV_DOSSIER_ERROR_FORMAT,     /* not a zip archive */
  BV_DOSSIER_ERROR_PASSPHRASE, /* missing, wrong, or not to be used */
  BV_DOSSIER_ERROR_CONTENT,    /* what was written is not what is to be read */
} BvDossierError;

/**
 * BvDossierCheck:
 *
 * What was found in a dossier.
 */
typedef struct
{
  guint n_files;
  gint64 bytes;        /* of all files, unpacked */
  gboolean encrypted;  /* all of it */
  GPtrArray *findings; /* of char: what is not as it was written; empty: it is whole */
} BvDossierCheck;

BvDossierCheck *
bv_dossier_check (const char *path, const char *passphrase, const BvProgress *progress, GError **error);
void bv_dossier_check_free (BvDossierCheck *check);
char *bv_dossier_check_describe (const BvDossierCheck *check, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDossierCheck, bv_dossier_check_free)

G_END_DECLS
