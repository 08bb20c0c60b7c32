/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tree/criteria-edit.h"

#include "core/campaign.h"
#include "core/text/text.h"
#include "core/tree/criterion-codes.h"
#include "core/tree/criterion-tree.h"
#include "core/unit.h"
#include "store/campaigns.h"
#include "store/edit-check.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/key-map.h"
#include "store/records.h"
#include "store/tree/answers.h"
#include "store/tree/consequence-reader.h"
#include "store/tree/criterion-rows.h"

#include <glib/gi18n-lib.h>

typedef struct _Act Act;

/* Changes the trees of the campaign in the act. */
typedef gboolean (*TreeFunc) (Act *act, GError **error);

struct _Act
{
  BvLibrary *library;
  gint64 campaign;
  BvCampaign *trees; /* as they are to be */
  const GArray *criteria;
  const BvCriterionPlace *place;
  GPtrArray *added;
  GArray *rows; /* of what is added */
  gint64 group;
  TreeFunc change;
};

static gboolean
write_trees (BvLibrary *library, gpointer data, GError **error)
{
  Act *act = data;
  g_autoptr (BvCampaign) before = bv_campaigns_read (library, act->campaign, BV_CAMPAIGN_HEAD, error);

  return before != NULL && bv_criterion_rows_write (library, before, act->trees, error)
         && bv_edit_check_trees (library, act->campaign, error);
}

/* Reads the trees, has them changed, and writes what differs. */
static gboolean
act_on_trees (Act *act, const char *label, GError **error)
{
  g_autoptr (BvCampaign) trees = bv_campaigns_read (act->library, act->campaign, BV_CAMPAIGN_HEAD, error);

  act->trees = trees;
  return trees != NULL && act->change (act, error)
         && bv_journal_act (act->library, label, write_trees, act, NULL, error);
}

/* "1 Title", or how many they are. */
static char *
name_criteria (const GPtrArray *criteria)
{
  const BvCriterion *first = criteria->len > 0 ? g_ptr_array_index (criteria, 0) : NULL;
  g_autofree char *title = first != NULL ? bv_text_excerpt (first->title) : NULL;

  if (criteria->len == 1)
    return g_strdup (title);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion", "%u criteria", criteria->len),
                          criteria->len);
}

static char *
name_rows (BvLibrary *library, gint64 campaign, const GArray *criteria)
{
  g_autoptr (BvCampaign) trees = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, NULL);
  g_autoptr (GPtrArray) roots
    = trees != NULL ? bv_criterion_tree_list_roots (trees->groups, criteria) : g_ptr_array_new ();

  return name_criteria (roots);
}

static gboolean
move (Act *act, GError **error)
{
  return bv_criterion_tree_move (act->trees->groups, act->criteria, act->place, error);
}

/**
 * bv_criteria_edit_move:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @criteria: (element-type gint64): rows of its criteria; what stands below them goes with them
 * @place: where they are to stand; see bv_criterion_place_step()
 * @mend: %BV_MEND_DROP: answers may go
 * @error: return location for a %BV_CRITERION_TREE_ERROR, %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Answers stay with what moves within its group. In another group nobody has given them: they go, where that
 * is asked for (bv_consequences_read_move() tells how many there are). Codes stay, unless the other group has
 * them already.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_criteria_edit_move (BvLibrary *library,
                       gint64 campaign,
                       const GArray *criteria,
                       const BvCriterionPlace *place,
                       BvMend mend,
                       GError **error)
{
  g_autoptr (BvConsequences) consequences
    = bv_consequences_read_move (library, campaign, criteria, place, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  Act act
    = { .library = library, .campaign = campaign, .criteria = criteria, .place = place, .change = move };

  if (consequences == NULL || !bv_answers_allow (consequences, mend, error))
    return FALSE;
  name = name_rows (library, campaign, criteria);
  label = g_strdup_printf (_ ("Move criterion: %s"), name);
  return act_on_trees (&act, label, error);
}

static void
forget_rows (BvCriterion *criterion)
{
  criterion->record.id = 0;
  for (guint i = 0; i < criterion->criteria->len; i++)
    forget_rows (g_ptr_array_index (criterion->criteria, i));
}

/**
 * bv_criteria_edit_copy:
 * @library: a library
 * @campaign: a campaign's row
 * @criteria: (element-type gint64): rows of its criteria
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type BvCriterion): the criteria with all below them, as new
 * ones that bv_criteria_edit_paste() takes, in this or another campaign; %NULL with @error set on failure
 */
GPtrArray *
bv_criteria_edit_copy (BvLibrary *library, gint64 campaign, const GArray *criteria, GError **error)
{
  g_autoptr (BvCampaign) trees = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (GPtrArray) roots = trees != NULL ? bv_criterion_tree_list_roots (trees->groups, criteria) : NULL;
  GPtrArray *copies;

  if (roots == NULL)
    return NULL;
  copies = g_ptr_array_new_with_free_func (bv_record_free);
  for (guint i = 0; i < roots->len; i++)
    {
      BvCriterion *copy = bv_record_copy (g_ptr_array_index (roots, i));

      forget_rows (copy);
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

/* A unit that another campaign knows does not count here: what named it is as if nobody were named. */
static gboolean
clear_unknown_units (Act *act, BvCriterion *criterion, GError **error)
{
  for (guint i = 0; i < bv_criterion_entity.n_fields; i++)
    {
      const BvField *field = &bv_criterion_entity.fields[i];
      gint64 unit;

      if (field->type != BV_FIELD_REFERENCE || field->target != &bv_unit_entity
          || BV_FIELD_STRING (criterion, field) == NULL)
        continue;
      if (!bv_key_map_look_up (act->library, &bv_unit_entity, act->campaign,
                               BV_FIELD_STRING (criterion, field), &unit, error))
        return FALSE;
      if (unit == 0)
        bv_field_clear (field, criterion);
    }
  for (guint i = 0; i < criterion->criteria->len; i++)
    if (!clear_unknown_units (act, g_ptr_array_index (criterion->criteria, i), error))
      return FALSE;
  return TRUE;
}

static void
renew_rows (BvCriterion *criterion)
{
  criterion->record.id = bv_records_new_id ();
  for (guint i = 0; i < criterion->criteria->len; i++)
    renew_rows (g_ptr_array_index (criterion->criteria, i));
}

static gboolean
add (Act *act, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 0; i < act->added->len; i++)
    {
      BvCriterion *copy = bv_record_copy (g_ptr_array_index (act->added, i));

      renew_rows (copy);
      g_ptr_array_add (copies, copy);
      if (!clear_unknown_units (act, copy, error))
        return FALSE;
      g_array_append_val (act->rows, copy->record.id);
    }
  return bv_criterion_tree_add (act->trees->groups, copies, act->place, error);
}

/**
 * bv_criteria_edit_paste:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @criteria: (element-type BvCriterion): criteria with all below them, of bv_criteria_edit_copy() or
 * bv_criterion_text_parse()
 * @place: where they are to stand
 * @rows: (out) (optional) (element-type gint64): the rows of the new ones, without those below them
 * @error: return location for a %BV_CRITERION_TREE_ERROR, %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * A code that the group has already, or that is missing, is the next free one; a tie-breaker number that it
 * has goes. @criteria stay as they are.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_criteria_edit_paste (BvLibrary *library,
                        gint64 campaign,
                        GPtrArray *criteria,
                        const BvCriterionPlace *place,
                        GArray **rows,
                        GError **error)
{
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *name = name_criteria (criteria);
  g_autofree char *label = g_strdup_printf (_ ("Paste criterion: %s"), name);
  Act act = {
    .library = library, .campaign = campaign, .added = criteria, .rows = added, .place = place, .change = add
  };

  if (!act_on_trees (&act, label, error))
    return FALSE;
  if (rows != NULL)
    *rows = g_steal_pointer (&added);
  return TRUE;
}

static gboolean
renumber (Act *act, GError **error)
{
  bv_criterion_codes_renumber (bv_criterion_tree_find_group (act->trees->groups, act->group));
  return TRUE;
}

/**
 * bv_criteria_edit_renumber:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @group: a group's row
 * @error: return location for a %BV_CRITERION_TREE_ERROR, %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Gives its criteria the codes of their places; see bv_criterion_codes_renumber(). Answers stay.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_criteria_edit_renumber (BvLibrary *library, gint64 campaign, gint64 group, GError **error)
{
  g_autoptr (BvRecord) record = bv_edit_read (library, &bv_group_entity, group, error);
  g_autofree char *label = NULL;
  Act act = { .library = library, .campaign = campaign, .group = group, .change = renumber };

  if (record == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("Number criteria anew: %s"), ((const BvGroup *) record)->name);
  return act_on_trees (&act, label, error);
}
