/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/verb.h"

G_BEGIN_DECLS

const BvVerb *bv_verb_find (const char *name);
const BvVerb *bv_verbs_list (guint *n_verbs);

/* One function a verb. */

gboolean bv_verb_init (const BvCall *call, GError **error);
gboolean bv_verb_templates (const BvCall *call, GError **error);
gboolean bv_verb_demo (const BvCall *call, GError **error);
gboolean bv_verb_verify (const BvCall *call, GError **error);

gboolean bv_verb_load (const BvCall *call, GError **error);
gboolean bv_verb_dump (const BvCall *call, GError **error);

gboolean bv_verb_campaigns (const BvCall *call, GError **error);
gboolean bv_verb_units (const BvCall *call, GError **error);
gboolean bv_verb_nominees (const BvCall *call, GError **error);
gboolean bv_verb_criteria (const BvCall *call, GError **error);
gboolean bv_verb_evidence (const BvCall *call, GError **error);
gboolean bv_verb_search (const BvCall *call, GError **error);

gboolean bv_verb_add (const BvCall *call, GError **error);
gboolean bv_verb_set (const BvCall *call, GError **error);
gboolean bv_verb_remove (const BvCall *call, GError **error);

gboolean bv_verb_move (const BvCall *call, GError **error);
gboolean bv_verb_copy (const BvCall *call, GError **error);
gboolean bv_verb_paste (const BvCall *call, GError **error);
gboolean bv_verb_renumber (const BvCall *call, GError **error);

gboolean bv_verb_merge (const BvCall *call, GError **error);
gboolean bv_verb_split (const BvCall *call, GError **error);
gboolean bv_verb_close (const BvCall *call, GError **error);
gboolean bv_verb_paste_units (const BvCall *call, GError **error);
gboolean bv_verb_paste_cells (const BvCall *call, GError **error);
gboolean bv_verb_paste_knows (const char *name);
gboolean bv_verb_lineage (const BvCall *call, GError **error);
gboolean bv_verb_enter (const BvCall *call, GError **error);

gboolean bv_verb_score (const BvCall *call, GError **error);
gboolean bv_verb_attach (const BvCall *call, GError **error);

gboolean bv_verb_bases (const BvCall *call, GError **error);
gboolean bv_verb_rank (const BvCall *call, GError **error);
gboolean bv_verb_same (const BvCall *call, GError **error);
gboolean bv_verb_export (const BvCall *call, GError **error);
gboolean bv_verb_sealed (const BvCall *call, GError **error);

gboolean bv_verb_print (const BvCall *call, GError **error);
gboolean bv_verb_dossier (const BvCall *call, GError **error);
gboolean bv_verb_mail (const BvCall *call, GError **error);

gboolean bv_verb_letters (const BvCall *call, GError **error);
gboolean bv_verb_form (const BvCall *call, GError **error);
gboolean bv_verb_import (const BvCall *call, GError **error);

gboolean bv_verb_log (const BvCall *call, GError **error);
gboolean bv_verb_undo (const BvCall *call, GError **error);
gboolean bv_verb_redo (const BvCall *call, GError **error);

gboolean bv_verb_backup (const BvCall *call, GError **error);
gboolean bv_verb_backups (const BvCall *call, GError **error);
gboolean bv_verb_restore (const BvCall *call, GError **error);

gboolean bv_verb_report (const BvCall *call, GError **error);

G_END_DECLS
