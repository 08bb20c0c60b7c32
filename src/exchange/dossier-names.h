/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names inside a dossier: whatever unpacks it, on whatever system, each file gets a place of its own. */

#define BV_DOSSIER_PATH_MOST 200 /* units of UTF-16: Windows knows 260, with the folder it is unpacked to */

typedef struct _BvDossierNames BvDossierNames;

BvDossierNames *bv_dossier_names_new (void);
void bv_dossier_names_free (BvDossierNames *names);
char *bv_dossier_names_take (BvDossierNames *names,
                             const char *folder,
                             const char *stem,
                             const char *extension,
                             guint most);
char *bv_dossier_names_fold (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDossierNames, bv_dossier_names_free)

G_END_DECLS
