/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste/paste-cells.h"

#include "core/text/text.h"
#include "exchange/intake/form-answers.h"

#include <glib/gi18n-lib.h>

/* Which points stand beside each other where the rows are criteria. */
static const char *const points[] = { "self", "verified", "final" };

/* A block while it is laid over the cells from its first one on. */
typedef struct
{
  BvFormAnswers answers;
  const BvPaste *paste;
  GPtrArray *nominees; /* of BvNominee: the group's from the first one on */
  GPtrArray *leaves;   /* of BvCriterion */
  guint first_leaf;
  guint first_points;
} Laying;

/* What a cell of the block is about. */
typedef struct
{
  const BvNominee *nominee; /* NULL: there are no more */
  const BvCriterion *leaf;  /* NULL: there are no more */
  const char *points;       /* NULL: there are no more */
} Aim;

static gpointer
get_nth (const GPtrArray *array, guint nth)
{
  return nth < array->len ? g_ptr_array_index (array, nth) : NULL;
}

static Aim
aim (const Laying *laying, guint row, guint column)
{
  Aim at = { get_nth (laying->nominees, laying->paste->is_down ? 0 : row),
             get_nth (laying->leaves, laying->first_leaf + (laying->paste->is_down ? row : column)),
             laying->paste->points };

  if (laying->paste->is_down)
    at.points
      = laying->first_points + column < G_N_ELEMENTS (points) ? points[laying->first_points + column] : NULL;
  return at;
}

/* As people read it. */
static char *
name_nominee (const Laying *laying, const BvNominee *nominee)
{
  return nominee->person != NULL ? g_strdup (nominee->person->name)
                                 : bv_campaign_name_unit (laying->answers.plan->campaign, nominee->unit);
}

static void
refuse (const Laying *laying, const BvFormPlace *place, guint column, const char *reason)
{
  BvPlannedValue *value = bv_form_answers_add (&laying->answers, place, column, BV_PLANNED_REFUSED, reason);

  value->after = g_strdup (bv_intake_table_get_text (laying->answers.table, place->row, column));
}

static void
lay_cell (Laying *laying, guint row, guint column)
{
  const Aim at = aim (laying, row, column);
  g_autofree char *name = at.nominee != NULL ? name_nominee (laying, at.nominee) : g_strdup ("");
  const BvFormPlace place = { row, at.nominee, name };

  if (at.nominee == NULL)
    refuse (laying, &place, column, _ ("the group has no further nominee for this row"));
  else if (at.leaf == NULL)
    refuse (laying, &place, column,
            laying->paste->is_down ? _ ("the group has no further criterion for this row")
                                   : _ ("the group has no further criterion for this column"));
  else if (at.points == NULL)
    refuse (laying, &place, column, _ ("there are no further points beside the final ones"));
  else
    bv_form_answers_take_points (&laying->answers, &place, column, at.leaf, at.points);
}

/* Those that stand below each other where it was pasted. */
static void
list_named (Laying *laying)
{
  const GPtrArray *all = laying->answers.plan->campaign->nominees;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (known, ((BvNominee *) g_ptr_array_index (all, i))->key, g_ptr_array_index (all, i));
  for (guint i = 0; laying->paste->nominees[i] != NULL; i++)
    g_ptr_array_add (laying->nominees, g_hash_table_lookup (known, laying->paste->nominees[i]));
}

/* Those that are put forward in the group, in the order of the campaign. */
static void
list_nominees (Laying *laying, const BvNominee *first)
{
  const GPtrArray *all = laying->answers.plan->campaign->nominees;
  gboolean is_behind = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      BvNominee *nominee = g_ptr_array_index (all, i);

      is_behind = is_behind || nominee == first;
      if (is_behind && g_str_equal (nominee->group, first->group)
          && (nominee == first || !nominee->withdrawn))
        g_ptr_array_add (laying->nominees, nominee);
    }
}

static guint
find_leaf (const Laying *laying)
{
  for (guint i = 0; laying->paste->criterion != NULL && i < laying->leaves->len; i++)
    if (g_str_equal (((BvCriterion *) g_ptr_array_index (laying->leaves, i))->code, laying->paste->criterion))
      return i;
  return laying->paste->criterion != NULL ? laying->leaves->len : 0;
}

static guint
find_points (const BvPaste *paste)
{
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (g_strcmp0 (points[i], paste->points) == 0)
      return i;
  return 0;
}

static void
lay (Laying *laying)
{
  const BvIntakeTable *table = laying->answers.table;

  for (guint row = 0; row < bv_intake_table_get_n_rows (table); row++)
    {
      const GArray *cells = bv_intake_table_get_row (table, row);

      for (guint i = 0; i < cells->len; i++)
        {
          const BvIntakeCell *cell = &g_array_index (cells, BvIntakeCell, i);

          if (cell->kind != BV_INTAKE_EMPTY && !bv_text_is_blank (cell->text))
            lay_cell (laying, row, cell->column);
        }
    }
}

/**
 * bv_paste_cells_plan:
 * @plan: a plan
 * @planned: a block of it without titles, of points
 *
 * Plans what is to become of each cell: the first is that of the first nominee and criterion, and an empty
 * one says nothing. What is beyond the last nominee or criterion is refused.
 */
void
bv_paste_cells_plan (BvImportPlan *plan, BvPlannedFile *planned)
{
  const BvPaste *paste = planned->paste;
  const BvNominee *first = bv_record_find (plan->campaign->nominees, paste->nominee);
  const BvIntakeSheet *sheet = g_ptr_array_index (planned->file->sheets, 0);
  Laying laying = { .paste = paste, .nominees = g_ptr_array_new (), .first_points = find_points (paste) };

  if (first != NULL)
    {
      laying.answers = (BvFormAnswers){ .plan = plan,
                                        .planned = planned,
                                        .group = bv_record_find (plan->campaign->groups, first->group),
                                        .table = sheet->table,
                                        .units = plan->matcher,
                                        .is_of_office = TRUE };
      laying.leaves = bv_group_list_leaves (laying.answers.group);
      laying.first_leaf = find_leaf (&laying);
      if (paste->nominees != NULL)
        list_named (&laying);
      else
        list_nominees (&laying, first);
      lay (&laying);
      g_ptr_array_unref (laying.leaves);
    }
  g_ptr_array_unref (laying.nominees);
}
