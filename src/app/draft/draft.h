/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/candidates.h"
#include "core/entity.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define BV_TYPE_DRAFT (bv_draft_get_type ())
G_DECLARE_FINAL_TYPE (BvDraft, bv_draft, BV, DRAFT, GObject)

/* Which record of a draft is meant: the whole one, or a child of it. */
typedef struct
{
  const BvField *child; /* NULL: the whole record */
  guint index;          /* of a field that holds several */
} BvDraftPath;

#define BV_DRAFT_WHOLE ((BvDraftPath){ NULL, 0 })

/* Reads the record again, as the library has it now. */
typedef gpointer (*BvDraftReadFunc) (gconstpointer record, gpointer data, GError **error);
/* Writes the changed record into the library. */
typedef gboolean (*BvDraftSaveFunc) (gpointer record, gpointer data, GError **error);
/* Says what is wrong with an edit before it is saved. */
typedef gboolean (*BvDraftCheckFunc) (gconstpointer before, gconstpointer after, GError **error);
/* Lists what a reference of the record, or of a child, may name. */
typedef BvCandidates *(*BvDraftListFunc) (gconstpointer record, const BvField *field, gpointer data);
/* Says what looks wrong with a field of the record, or of the child that is meant, though it is stored; NULL:
 * nothing. */
typedef char *(*BvDraftWarnFunc) (gconstpointer record, const BvField *field, gpointer data);
/* Puts the record into the form in which it is shown. */
typedef void (*BvDraftShapeFunc) (gpointer record, gpointer data);
/* Says what an edit of a field leads to, before it is saved; @after is NULL where it is not known yet what it
 * will be; NULL: nothing else becomes different. */
typedef char *(*BvDraftForeseeFunc) (gconstpointer before,
                                     gconstpointer after,
                                     const BvField *field,
                                     gpointer data);
/* Changes the record (the whole one, or the child that is meant). */
typedef gboolean (*BvDraftEditFunc) (gpointer record, gpointer data, GError **error);

void bv_draft_set_locked (BvDraft *draft, const char *reason);
const char *bv_draft_get_locked (BvDraft *draft);
void bv_draft_set_owner (BvDraft *draft, BvDraft *owner);
BvDraft *bv_draft_new (gpointer record, BvDraftReadFunc read, BvDraftSaveFunc save, gpointer data);
gpointer bv_draft_read_apart (gconstpointer record, gpointer data, GError **error);
BvDraft *bv_draft_new_apart (gpointer record);
void bv_draft_set_check (BvDraft *draft, BvDraftCheckFunc check);
void bv_draft_set_candidates (BvDraft *draft, BvDraftListFunc list);
void bv_draft_set_shape (BvDraft *draft, BvDraftShapeFunc shape);
void bv_draft_set_warn (BvDraft *draft, BvDraftWarnFunc warn);
void bv_draft_set_foresee (BvDraft *draft, BvDraftForeseeFunc foresee);
char *bv_draft_foresee (BvDraft *draft, BvDraftPath path, const BvField *field, const char *text);
char *bv_draft_find_warning (BvDraft *draft, BvDraftPath path, const BvField *field);
BvCandidates *bv_draft_list_candidates (BvDraft *draft, const BvField *field);
void bv_draft_take_record (BvDraft *draft, gpointer record);
void bv_draft_follow (BvDraft **place, BvDraft *draft, GCallback changed, gpointer data);
gpointer bv_draft_get_record (BvDraft *draft, BvDraftPath path);
gboolean
bv_draft_edit (BvDraft *draft, BvDraftPath path, BvDraftEditFunc edit, gpointer data, GError **error);
gboolean
bv_draft_set_number (BvDraft *draft, BvDraftPath path, const BvField *field, gint64 number, GError **error);
gboolean
bv_draft_set_text (BvDraft *draft, BvDraftPath path, const BvField *field, const char *text, GError **error);
gboolean bv_draft_add_child (BvDraft *draft, const BvField *field, gconstpointer child, GError **error);
gboolean bv_draft_remove_child (BvDraft *draft, BvDraftPath path, GError **error);

G_END_DECLS
