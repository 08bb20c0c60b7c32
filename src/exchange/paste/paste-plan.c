/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste/paste-plan.h"

#include "core/intake/header-find.h"
#include "exchange/paste/paste-cells.h"
#include "exchange/paste/pasted-block.h"
#include "exchange/recognise/old-signs.h"
#include "exchange/recognise/recognise.h"

#include <glib/gi18n-lib.h>

static const BvGroup *
find_group (const BvImportPlan *plan, const BvPaste *paste)
{
  const BvNominee *first = bv_record_find (plan->campaign->nominees, paste->nominee);

  return bv_record_find (plan->campaign->groups, first != NULL ? first->group : paste->group);
}

/* Whether its columns have titles: then they say where they go. */
static gboolean
has_titles (const BvImportPlan *plan, const BvPlannedFile *planned)
{
  const BvIntakeSheet *sheet = g_ptr_array_index (planned->file->sheets, 0);
  const BvGroup *group = find_group (plan, planned->paste);
  g_autoptr (GPtrArray) leaves = group != NULL ? bv_group_list_leaves (group) : NULL;
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (leaves);
  g_autoptr (BvHeader) header = bv_header_find (sheet->table, rules);

  /* Points are alike codes of criteria: a row of titles also says who the others are about. */
  return header->n_rows > 0 && header->subject != BV_INTAKE_OF_UNKNOWN;
}

static gboolean
is_of_cells (const BvImportPlan *plan, const BvPlannedFile *planned)
{
  const BvPaste *paste = planned->paste;

  return paste->kind == BV_PASTE_SCORES && paste->nominee != NULL && !has_titles (plan, planned);
}

/* Who is meant says in which group, and where there is but one there is nothing to say. */
static void
settle_group (const BvImportPlan *plan, BvPaste *paste)
{
  const BvGroup *group = find_group (plan, paste);

  if (group == NULL && plan->campaign->groups->len == 1)
    group = g_ptr_array_index (plan->campaign->groups, 0);
  g_free (paste->group);
  paste->group = group != NULL ? g_strdup (group->key) : NULL;
}

/* Where nominees are pasted, what the council counted of them is pasted, too. */
static void
settle_kind (const BvIntakeSheet *sheet, BvPaste *paste)
{
  if (paste->kind == BV_PASTE_NOMINEES && bv_recognise_names_votes (sheet->table))
    paste->kind = BV_PASTE_VOTES;
}

static void
plan_block (BvImportPlan *plan, BvPlannedFile *planned)
{
  bv_old_signs_read (plan, planned);
  if (is_of_cells (plan, planned))
    bv_paste_cells_plan (plan, planned);
  else
    bv_recognise_file (plan, planned);
  if (planned->values->len + planned->questions->len + planned->remarks->len == 0)
    g_set_error_literal (&planned->failure, BV_IMPORT_PLAN_ERROR, BV_IMPORT_PLAN_ERROR_FOREIGN,
                         _ ("nothing was found in it that could be taken in"));
}

/**
 * bv_paste_plan_add:
 * @plan: a plan
 * @paste: a block, and where it goes
 * @name: what it is called
 *
 * Plans what is to become of the cells. A block that cannot be read is part of the plan: it says why.
 * Nominees with those in favour of them are votes.
 *
 * Returns: (transfer none): what is to become of it
 */
BvPlannedFile *
bv_paste_plan_add (BvImportPlan *plan, const BvPaste *paste, const char *name)
{
  BvPlannedFile *planned = bv_import_plan_begin (plan, name);
  g_autoptr (BvPastedBlock) block = bv_pasted_block_read (paste->text, &planned->failure);

  planned->paste = bv_paste_copy (paste);
  if (block == NULL)
    return planned;
  planned->file = g_steal_pointer (&block->file);
  planned->n_rows = block->n_rows;
  planned->n_columns = block->n_columns;
  settle_kind (g_ptr_array_index (planned->file->sheets, 0), planned->paste);
  settle_group (plan, planned->paste);
  plan_block (plan, planned);
  return planned;
}

/* Rows that say nothing to be taken in wherever they stand. */
static gboolean
is_plain_rest (BvIntakeRowKind kind)
{
  return kind <= BV_INTAKE_ROW_TOTAL || kind == BV_INTAKE_ROW_ANSWERED;
}

/**
 * bv_paste_plan_count_open:
 * @planned: a block of a plan
 *
 * Returns: how much of it does not fit, or waits for an answer
 */
guint
bv_paste_plan_count_open (const BvPlannedFile *planned)
{
  guint n = (planned->failure != NULL) + planned->remarks->len
            + bv_planned_file_count (planned, BV_PLANNED_CONFLICT)
            + bv_planned_file_count (planned, BV_PLANNED_ASKED)
            + bv_planned_file_count (planned, BV_PLANNED_REFUSED);

  for (guint i = 0; i < planned->questions->len; i++)
    n += g_array_index (planned->questions, BvPlannedQuestion, i).question->kind == BV_ASKED_COLUMN;
  for (guint i = 0; i < planned->rest->len; i++)
    n += !is_plain_rest (g_array_index (planned->rest, BvPlannedRest, i).kind);
  return n;
}

/**
 * bv_paste_plan_fits:
 * @plan: a plan of a block that was pasted
 *
 * Returns: whether there is something in it, and all of it can be written as it stands
 */
gboolean
bv_paste_plan_fits (const BvImportPlan *plan)
{
  guint n_values = 0;

  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *planned = g_ptr_array_index (plan->files, i);

      if (bv_paste_plan_count_open (planned) > 0)
        return FALSE;
      n_values += planned->values->len;
    }
  return n_values > 0;
}
