/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/evidence.h"
#include "core/tree/criterion-change.h"
#include "store/edit-name.h"
#include "store/library.h"
#include "store/vault.h"

G_BEGIN_DECLS

/* One user action on one record: checked, labelled, journalled. Entities: campaign, unit, group, criterion,
 * quota, nominee, evidence; an assessment is edited by itself. An owner is the campaign's row; of a criterion
 * its group's. */

gint64 bv_edit_find (BvLibrary *library,
                     gint64 campaign,
                     const BvEntity *entity,
                     gint64 owner,
                     const char *key,
                     GError **error);
gpointer bv_edit_read (BvLibrary *library, const BvEntity *entity, gint64 id, GError **error);
gboolean bv_edit_add (BvLibrary *library, gint64 campaign, gint64 owner, gpointer record, GError **error);
gboolean bv_edit_update (BvLibrary *library, gint64 campaign, gpointer record, GError **error);
gboolean
bv_edit_remove (BvLibrary *library, gint64 campaign, const BvEntity *entity, gint64 id, GError **error);

/* The same, where answers may be cut or dropped in the same action; store/tree/consequences.h says which. */
gboolean
bv_edit_update_mending (BvLibrary *library, gint64 campaign, gpointer record, BvMend mend, GError **error);
gboolean bv_edit_remove_mending (BvLibrary *library,
                                 gint64 campaign,
                                 const BvEntity *entity,
                                 gint64 id,
                                 BvMend mend,
                                 GError **error);

BvAssessment *bv_edit_read_assessment (BvLibrary *library,
                                       gint64 campaign,
                                       gint64 nominee,
                                       const char *criterion,
                                       GError **error);
gboolean bv_edit_write_assessment (BvLibrary *library,
                                   gint64 campaign,
                                   gint64 nominee,
                                   const BvAssessment *assessment,
                                   GError **error);
gboolean bv_edit_remove_assessment (BvLibrary *library,
                                    gint64 campaign,
                                    gint64 nominee,
                                    const char *criterion,
                                    GError **error);

/* Adds evidence that the vault has taken to an assessment: existing evidence of the campaign with the same
 * content is linked, not doubled. */
gboolean bv_edit_attach (BvLibrary *library,
                         gint64 campaign,
                         gint64 nominee,
                         const char *criterion,
                         GPtrArray *evidence,
                         GError **error);

G_END_DECLS
