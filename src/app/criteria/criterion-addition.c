/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criterion-addition.h"

#include "app/rules/new-key.h"
#include "app/rules/record-dialog.h"
#include "core/tree/criterion-codes.h"
#include "core/tree/criterion-fit.h"
#include "core/tree/criterion-tree.h"
#include "store/edit.h"

/* What is added, and who hears of it. */
typedef struct
{
  BvSession *session;
  gint64 owner; /* the campaign, or the group or section that the criterion comes into */
  BvCriterionAdditionFunc added;
  gpointer data; /* an object, which is held */
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_object_unref (addition->session);
  g_object_unref (addition->data);
  g_free (addition);
}

static Addition *
addition_new (BvSession *session, gint64 owner, BvCriterionAdditionFunc added, gpointer data)
{
  Addition *addition = g_new (Addition, 1);

  *addition = (Addition){ g_object_ref (session), owner, added, g_object_ref (data) };
  return addition;
}

static gboolean
add_record (Addition *addition, gpointer record, GError **error)
{
  if (!bv_edit_add (bv_session_get_library (addition->session), bv_session_get_campaign (addition->session),
                    addition->owner, record, error))
    return FALSE;
  addition->added (((BvRecord *) record)->id, addition->data);
  return TRUE;
}

static gboolean
add_group (gpointer record, gpointer data, GError **error)
{
  g_autoptr (BvRecord) group = bv_record_copy (record);
  Addition *addition = data;

  bv_new_key_take (addition->session, group, ((BvGroup *) group)->name);
  return add_record (addition, group, error);
}

static gboolean
add_criterion (gpointer record, gpointer data, GError **error)
{
  g_autoptr (BvRecord) criterion = bv_record_copy (record);

  bv_criterion_fit_kind ((BvCriterion *) criterion);
  return add_record (data, criterion, error);
}

/**
 * bv_criterion_addition_start_group:
 * @parent: the window
 * @session: its session, with a campaign that can be changed
 * @added: hears of the new group
 * @data: (type GObject): for @added
 *
 * Asks for a new group.
 */
void
bv_criterion_addition_start_group (GtkWindow *parent,
                                   BvSession *session,
                                   BvCriterionAdditionFunc added,
                                   gpointer data)
{
  static const char *const fields[] = { "name", "kind", "assessed_by", NULL };
  BvGroup *group = bv_record_new (&bv_group_entity);

  bv_new_key_take (session, group, "khoi");
  bv_record_dialog_new (
    parent, session, group, fields,
    &(BvRecordAdder){ add_group, addition_new (session, bv_session_get_campaign (session), added, data),
                      addition_free });
}

/* The section into which it comes: that which is selected, or in which what is selected stands; NULL: the
 * top. */
static const BvCriterion *
find_section (const GPtrArray *groups, gint64 beside, BvCriterionPlace *place)
{
  const BvCriterion *criterion = bv_criterion_tree_find (groups, beside);

  if (criterion == NULL || !bv_criterion_place_find (groups, beside, place))
    {
      *place = (BvCriterionPlace){ .group = beside };
      return NULL;
    }
  if (!bv_criterion_is_leaf (criterion))
    return criterion;
  return place->section != 0 ? bv_criterion_tree_find (groups, place->section) : NULL;
}

/**
 * bv_criterion_addition_start:
 * @parent: the window
 * @session: its session, with a campaign that can be changed
 * @beside: the row of the group or section into which it comes, or of a leaf beside which it does
 * @added: hears of the new criterion
 * @data: (type GObject): for @added
 *
 * Asks for a new criterion, with the next number there.
 */
void
bv_criterion_addition_start (GtkWindow *parent,
                             BvSession *session,
                             gint64 beside,
                             BvCriterionAdditionFunc added,
                             gpointer data)
{
  static const char *const fields[] = { "code", "title", "kind", "max", "items", "rule", "threshold", NULL };
  const GPtrArray *groups = bv_session_get_head (session)->groups;
  BvCriterionPlace place;
  const BvCriterion *section = find_section (groups, beside, &place);
  const BvGroup *group = bv_criterion_tree_find_group (groups, place.group);
  BvCriterion *criterion;

  if (group == NULL)
    return;
  criterion = bv_record_new (&bv_criterion_entity);
  criterion->kind = BV_CRITERION_POINTS;
  g_free (criterion->code);
  criterion->code = bv_criterion_codes_find_free (group, section, NULL);
  bv_record_dialog_new (
    parent, session, criterion, fields,
    &(BvRecordAdder){
      add_criterion,
      addition_new (session, section != NULL ? section->record.id : group->record.id, added, data),
      addition_free });
}
