/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/copied-file.h"
#include "cli/criterion-target.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/campaign.h"
#include "core/group.h"
#include "core/tree/criterion-text.h"
#include "core/tree/criterion-tree.h"
#include "core/tree/group-place.h"
#include "core/unit.h"
#include "exchange/paste/pasted-lines.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/registry/unit-place.h"
#include "store/tree/criteria-edit.h"
#include "store/tree/group-order.h"

#include <glib/gi18n-lib.h>

static gboolean
find_step (const BvCall *call, BvTreeStep *step, GError **error)
{
  static const char *const names[] = {
    [BV_TREE_STEP_UP] = "up",
    [BV_TREE_STEP_DOWN] = "down",
    [BV_TREE_STEP_IN] = "in",
    [BV_TREE_STEP_OUT] = "out",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (call->options[BV_OPTION_STEP], names[i]))
      {
        *step = i;
        return TRUE;
      }
  return bv_call_fail_usage (error, _ ("--step: write up, down, in or out"));
}

static gboolean
fail_at_edge (GError **error)
{
  g_set_error_literal (error, BV_CRITERION_TREE_ERROR, BV_CRITERION_TREE_ERROR_PLACE,
                       _ ("there is no such place: it stands at the edge"));
  return FALSE;
}

/* One step away from where the only criterion that is named stands. */
static gboolean
read_step (const BvCall *call,
           BvLibrary *library,
           gint64 campaign,
           const GArray *rows,
           BvCriterionPlace *place,
           GError **error)
{
  g_autoptr (BvCampaign) head = NULL;
  BvTreeStep step = BV_TREE_STEP_UP;

  if (bv_call_has (call, BV_OPTION_INTO) || bv_call_has (call, BV_OPTION_BEFORE) || rows->len != 1)
    return bv_call_fail_usage (error, _ ("--step moves one criterion, without --into and --before"));
  if (!find_step (call, &step, error))
    return FALSE;
  head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  if (head == NULL)
    return FALSE;
  return bv_criterion_place_step (head->groups, g_array_index (rows, gint64, 0), step, place)
         || fail_at_edge (error);
}

static gboolean
read_target (const BvCall *call,
             BvLibrary *library,
             gint64 campaign,
             const GArray *rows,
             BvCriterionPlace *place,
             GError **error)
{
  return bv_call_has (call, BV_OPTION_STEP)
           ? read_step (call, library, campaign, rows, place, error)
           : bv_criterion_target_read_place (library, campaign, call, place, error);
}

/* Before which group one is to stand; 0: behind all others. */
static gboolean
read_group_place (const BvCall *call,
                  BvLibrary *library,
                  gint64 campaign,
                  gint64 group,
                  gint64 *before,
                  GError **error)
{
  g_autoptr (BvCampaign) head = NULL;
  BvTreeStep step = BV_TREE_STEP_UP;

  if (bv_call_has (call, BV_OPTION_STEP) && bv_call_has (call, BV_OPTION_BEFORE))
    return bv_call_fail_usage (error, _ ("--step moves a group without --before"));
  if (bv_call_has (call, BV_OPTION_STEP))
    {
      if (!find_step (call, &step, error))
        return FALSE;
      head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
      return head != NULL
             && (bv_group_place_step (head->groups, group, step, before) || fail_at_edge (error));
    }
  *before
    = bv_edit_find (library, campaign, &bv_group_entity, campaign, call->options[BV_OPTION_BEFORE], error);
  return *before != 0;
}

/* The groups, or the units, in their order. */
static gboolean
print_order (const BvCall *call, BvLibrary *library, gint64 campaign, BvCampaignParts part, GError **error)
{
  g_autoptr (BvCampaign) read = bv_campaigns_read (library, campaign, part, error);

  if (read == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    bv_output_records (part == BV_CAMPAIGN_UNITS ? read->units : read->groups);
  else
    bv_output_done (library);
  return TRUE;
}

static gboolean
move_group (const BvCall *call, BvLibrary *library, gint64 campaign, GError **error)
{
  gint64 group
    = bv_edit_find (library, campaign, &bv_group_entity, campaign, bv_call_operand (call, 0), error);
  gint64 before;
  GError *cause = NULL;

  if (group == 0 || !read_group_place (call, library, campaign, group, &before, error)
      || !bv_group_order_move (library, campaign, group, before, error))
    return FALSE;
  return bv_output_settle (print_order (call, library, campaign, BV_CAMPAIGN_HEAD, &cause), cause);
}

static gboolean
move_unit (const BvCall *call, BvLibrary *library, gint64 campaign, GError **error)
{
  BvTreeStep step = BV_TREE_STEP_UP;
  gboolean moved = FALSE;
  GError *cause = NULL;
  gint64 unit;

  if (!bv_call_has (call, BV_OPTION_STEP) || bv_call_has (call, BV_OPTION_INTO)
      || bv_call_has (call, BV_OPTION_BEFORE) || bv_call_has (call, BV_OPTION_DROP_ANSWERS))
    return bv_call_fail_usage (error, _ ("a unit moves by --step alone"));
  if (!find_step (call, &step, error))
    return FALSE;
  unit = bv_edit_find (library, campaign, &bv_unit_entity, campaign, bv_call_operand (call, 1), error);
  if (unit == 0 || !bv_unit_place_step (library, campaign, unit, step, &moved, error))
    return FALSE;
  return moved ? bv_output_settle (print_order (call, library, campaign, BV_CAMPAIGN_UNITS, &cause), cause)
               : fail_at_edge (error);
}

/* What names a criterion has a slash. */
static gboolean
names_a_unit (const BvCall *call)
{
  return call->operands->len == 2 && g_str_equal (bv_call_operand (call, 0), bv_unit_entity.name);
}

/* Keys of groups have no slash. */
static gboolean
names_a_group (const BvCall *call)
{
  return call->operands->len == 1 && strchr (bv_call_operand (call, 0), '/') == NULL
         && (bv_call_has (call, BV_OPTION_BEFORE) || bv_call_has (call, BV_OPTION_STEP))
         && !bv_call_has (call, BV_OPTION_INTO);
}

/**
 * bv_verb_move:
 * @call: a call
 * @error: return location for an error
 *
 * Moves criteria, with all that stands below them; or one group among the others, or a unit.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_move (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error);
  g_autoptr (GArray) rows = NULL;
  BvCriterionPlace place;
  GError *cause = NULL;

  if (library != NULL && names_a_unit (call))
    return move_unit (call, library, campaign, error);
  if (library != NULL && names_a_group (call))
    return move_group (call, library, campaign, error);
  rows = library != NULL ? bv_criterion_target_list (library, campaign, call, 0, error) : NULL;
  if (rows == NULL || !read_target (call, library, campaign, rows, &place, error)
      || !bv_criterion_target_advise (
        call,
        bv_criteria_edit_move (library, campaign, rows, &place, bv_criterion_target_read_mend (call), error),
        error))
    return FALSE;
  return bv_output_settle (bv_criterion_target_print (call, library, campaign, rows, &cause), cause);
}

static gboolean
paste (const BvCall *call, BvLibrary *library, gint64 campaign, GPtrArray *criteria, GError **error)
{
  BvCriterionPlace place;
  g_autoptr (GArray) rows = NULL;
  GError *cause = NULL;

  if (!bv_criterion_target_read_place (library, campaign, call, &place, error)
      || !bv_criteria_edit_paste (library, campaign, criteria, &place, &rows, error))
    return FALSE;
  return bv_output_settle (bv_criterion_target_print (call, library, campaign, rows, &cause), cause);
}

/**
 * bv_verb_copy:
 * @call: a call
 * @error: return location for an error
 *
 * Copies criteria, with all that stands below them, within a campaign or from another one.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_copy (const BvCall *call, GError **error)
{
  const char *from = call->options[BV_OPTION_FROM];
  gint64 campaign = 0;
  gint64 source;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) criteria = NULL;

  if (library == NULL)
    return FALSE;
  source = from != NULL ? bv_campaigns_find (library, from, error) : campaign;
  rows = source != 0 ? bv_criterion_target_list (library, source, call, 0, error) : NULL;
  criteria = rows != NULL ? bv_criteria_edit_copy (library, source, rows, error) : NULL;
  return criteria != NULL && paste (call, library, campaign, criteria, error);
}

static gboolean
paste_criteria (const BvCall *call, GError **error)
{
  const char *path = bv_call_operand (call, 0);
  g_autofree char *content = bv_copied_file_read (path, error);
  g_autofree char *lines = content != NULL ? bv_pasted_lines_write (content, BV_PASTED_ONCE, error) : NULL;
  g_autoptr (BvCriterionText) text = lines != NULL ? bv_criterion_text_parse (lines) : NULL;
  gint64 campaign = 0;
  g_autoptr (BvLibrary) library = NULL;

  if (text == NULL || !bv_copied_file_check (path, text->faults, error)
      || (library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error)) == NULL
      || !paste (call, library, campaign, text->criteria, error))
    return FALSE;
  bv_copied_file_warn (path, text->remarks);
  return TRUE;
}

/**
 * bv_verb_paste:
 * @call: a call
 * @error: return location for an error
 *
 * Takes criteria, units, nominees, scores or votes from a block that was copied from Excel or Word.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_paste (const BvCall *call, GError **error)
{
  static const BvOptionId of_cells[]
    = { BV_OPTION_ANSWERS, BV_OPTION_DRY_RUN, BV_OPTION_SELF, BV_OPTION_FINAL };

  if (call->operands->len > 1 && bv_verb_paste_knows (bv_call_operand (call, 0)))
    return bv_verb_paste_cells (call, error);
  for (guint i = 0; i < G_N_ELEMENTS (of_cells); i++)
    if (bv_call_has (call, of_cells[i]))
      return bv_call_fail_usage (error, _ ("--%s is for nominees, scores and votes"),
                                 bv_option_get (of_cells[i])->name);
  if (call->operands->len == 1)
    return paste_criteria (call, error);
  if (call->operands->len > 2 || !g_str_equal (bv_call_operand (call, 0), bv_unit_entity.name))
    return bv_call_fail_usage (error, _ ("“%s”: of two, the first is “unit”, “nominee”, “score” or “vote”"),
                               bv_call_operand (call, 0));
  if (bv_call_has (call, BV_OPTION_INTO) || bv_call_has (call, BV_OPTION_BEFORE))
    return bv_call_fail_usage (error, _ ("units go to the campaign, without --into and --before"));
  return bv_verb_paste_units (call, error);
}

static gboolean
print_group (const BvCall *call, BvLibrary *library, gint64 campaign, gint64 id, GError **error)
{
  g_autoptr (BvCampaign) head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);

  if (head == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    bv_output_records (bv_criterion_tree_find_group (head->groups, id)->criteria);
  else
    bv_output_done (library);
  return TRUE;
}

/**
 * bv_verb_renumber:
 * @call: a call
 * @error: return location for an error
 *
 * Gives the criteria of a group the codes of their places.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_renumber (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error);
  gint64 group = library != NULL ? bv_edit_find (library, campaign, &bv_group_entity, campaign,
                                                 bv_call_operand (call, 0), error)
                                 : 0;
  GError *cause = NULL;

  if (group == 0 || !bv_criteria_edit_renumber (library, campaign, group, error))
    return FALSE;
  return bv_output_settle (print_group (call, library, campaign, group, &cause), cause);
}
