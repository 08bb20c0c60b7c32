/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-rows.h"

#include "core/criterion-kind.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "core/tree/criterion-sum.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What rows are made of. */
typedef struct
{
  BvCriteriaRows *rows;
  GHashTable *nominees; /* by group how many */
  GHashTable *answers;  /* by leaf how many */
  GHashTable *closed;   /* those whose rows are not shown; NULL: none */
  gboolean offers;      /* a row where something can be added says so */
  gint64 group;
} Making;

static guint
look_up (GHashTable *counts, gint64 id)
{
  return counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id)) : 0;
}

static void
set_points (BvTable *table, guint row, gint64 points)
{
  g_autofree char *text = points != BV_NONE ? bv_wording_points (points) : g_strdup ("");

  bv_table_set_text (table, row, BV_CRITERIA_MAX, text, NULL);
}

/* How many parts a leaf has. */
static char *
write_kind (const BvCriterion *criterion)
{
  const char *title = _ (bv_criterion_kinds[criterion->kind].title);
  guint n_items = bv_criterion_count_items (criterion);
  guint n_due = bv_criterion_count_due (criterion);

  if (bv_criterion_input (criterion) == BV_INPUT_ITEMS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u item", "%s, %u items", n_items), title,
                            n_items);
  if (bv_criterion_input (criterion) == BV_INPUT_RECEIVED)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u date", "%s, %u dates", n_due), title,
                            n_due);
  return g_strdup (title);
}

static void
set_leaf (Making *making, guint row, const BvCriterion *leaf)
{
  BvTable *table = making->rows->table;
  g_autofree char *max = bv_criterion_write_max (leaf);

  bv_table_set_text (table, row, BV_CRITERIA_MAX, leaf->max != BV_NONE ? max : "", NULL);
  bv_table_set_number (table, row, BV_CRITERIA_EVIDENCE, leaf->evidence > 0 ? leaf->evidence : BV_NONE);
  bv_table_set_text (table, row, BV_CRITERIA_REQUIRED, leaf->required ? "✓" : "", NULL);
  bv_table_set_number (table, row, BV_CRITERIA_TIE_BREAKER, leaf->tie_breaker);
  bv_table_set_number (table, row, BV_CRITERIA_ANSWERS, look_up (making->answers, leaf->record.id));
}

/* What holds others; whether they are rows too. */
static gboolean
mark_open (Making *making, guint row, gint64 id)
{
  gboolean open = making->closed == NULL || !g_hash_table_contains (making->closed, &id);

  bv_table_add_flags (making->rows->table, row, BV_TABLE_ROW_HOLDS | (open ? BV_TABLE_ROW_OPEN : 0));
  return open;
}

static void add_criteria (Making *making, const GPtrArray *criteria, guint above);

static void
add_criterion (Making *making, const BvCriterion *criterion, guint above)
{
  BvTable *table = making->rows->table;
  guint row = bv_table_append (table, criterion->record.id, making->group);
  g_autofree char *title = bv_text_phrase (criterion->title);
  g_autofree char *name = g_strconcat (criterion->code, "  ", title, NULL);
  g_autofree char *kind = write_kind (criterion);
  BvCriteriaRow place = {
    .id = criterion->record.id,
    .group = making->group,
    .depth = bv_table_get_depth (table, above) + 1,
    .code = strlen (criterion->code),
    .title = strlen (name),
    .holds = !bv_criterion_is_leaf (criterion),
  };

  g_array_append_val (making->rows->rows, place);
  bv_table_set_above (table, row, above);
  bv_table_set_text (table, row, BV_CRITERIA_NAME, name, NULL);
  bv_table_set_text (table, row, BV_CRITERIA_KIND, kind, NULL);
  if (!place.holds)
    {
      set_leaf (making, row, criterion);
      return;
    }
  set_points (table, row, bv_criterion_sum_full (criterion));
  if (mark_open (making, row, criterion->record.id))
    add_criteria (making, criterion->criteria, row);
}

static void
add_criteria (Making *making, const GPtrArray *criteria, guint above)
{
  for (guint i = 0; i < criteria->len; i++)
    add_criterion (making, g_ptr_array_index (criteria, i), above);
}

/* Records have rows from 1 on. @above: the row of the group; of none it is not looked at. */
static void
add_offer (Making *making, const char *text, gint64 group, guint above)
{
  BvTable *table = making->rows->table;
  BvCriteriaRow place
    = { .id = group != 0 ? -group : -1, .group = group, .depth = group != 0, .offers = TRUE };
  guint row;

  if (!making->offers)
    return;
  row = bv_table_append (table, place.id, group);
  place.title = strlen (text);
  g_array_append_val (making->rows->rows, place);
  if (group != 0)
    bv_table_set_above (table, row, above);
  bv_table_set_text (table, row, BV_CRITERIA_NAME, text, NULL);
  bv_table_add_flags (table, row, BV_TABLE_ROW_OFFER);
}

static const char *
name_assessor (const BvGroup *group)
{
  if (group->assessed_by == BV_ASSESSED_BY_LEAD)
    return _ ("scored by the lead unit");
  return group->assessed_by == BV_ASSESSED_BY_PARENT ? _ ("scored by the unit above")
                                                     : _ ("scored by the office");
}

/* `28 collectives · scored by the office` */
static char *
describe_group (Making *making, const BvGroup *group)
{
  g_autofree char *number = bv_wording_number (look_up (making->nominees, group->record.id));

  return g_strdup_printf ("%s %s · %s", number, bv_group_kind_words (group->kind), name_assessor (group));
}

static void
set_sum (Making *making, guint row, const BvGroup *group, gboolean is_uneven)
{
  g_autofree char *sum = bv_wording_points (bv_group_full (group));
  g_autofree char *wanted = is_uneven ? bv_wording_points (group->sum) : NULL;
  g_autofree char *text = is_uneven ? g_strdup_printf ("%s ≠ %s", sum, wanted) : g_strdup (sum);

  bv_table_set_text (making->rows->table, row, BV_CRITERIA_MAX, text, NULL);
}

static void
add_group (Making *making, const BvGroup *group)
{
  BvTable *table = making->rows->table;
  guint row = bv_table_append (table, group->record.id, group->record.id);
  g_autofree char *more = describe_group (making, group);
  g_autofree char *name = g_strconcat (group->name, "  ", more, NULL);
  BvCriteriaRow place = {
    .id = group->record.id,
    .group = group->record.id,
    .title = strlen (group->name),
    .holds = TRUE,
    .is_uneven = group->criteria->len > 0 && bv_criterion_sum_differs (group, bv_group_full (group)),
  };

  g_array_append_val (making->rows->rows, place);
  making->group = group->record.id;
  bv_table_set_text (table, row, BV_CRITERIA_NAME, name, NULL);
  set_sum (making, row, group, place.is_uneven);
  bv_table_add_flags (table, row, BV_TABLE_ROW_HEAD);
  if (!mark_open (making, row, group->record.id))
    return;
  add_criteria (making, group->criteria, row);
  add_offer (making, _ ("Add a criterion… (Ctrl+N)"), group->record.id, row);
}

/**
 * bv_criteria_rows_new:
 * @head: a campaign with its groups and their criteria
 * @nominees: (nullable) (element-type gint64 guint): by group, how many are nominated in it
 * @answers: (nullable) (element-type gint64 guint): by leaf, how many have something stored for it
 * @closed: (nullable) (element-type gint64): groups and sections below which nothing is shown
 * @offers: whether there are rows that offer to add something: behind the criteria of each group that is
 * open, and behind all groups, if there are any
 *
 * Returns: (transfer full): the rows
 */
BvCriteriaRows *
bv_criteria_rows_new (const BvCampaign *head,
                      GHashTable *nominees,
                      GHashTable *answers,
                      GHashTable *closed,
                      gboolean offers)
{
  static const BvColumnType types[BV_CRITERIA_N_COLUMNS] = {
    [BV_CRITERIA_EVIDENCE] = BV_COLUMN_NUMBER,
    [BV_CRITERIA_TIE_BREAKER] = BV_COLUMN_NUMBER,
    [BV_CRITERIA_ANSWERS] = BV_COLUMN_NUMBER,
  };
  BvCriteriaRows *rows = g_new0 (BvCriteriaRows, 1);
  Making making = { rows, nominees, answers, closed, offers, 0 };

  rows->table = bv_table_new (types, BV_CRITERIA_N_COLUMNS);
  rows->rows = g_array_new (FALSE, FALSE, sizeof (BvCriteriaRow));
  for (guint i = 0; i < head->groups->len; i++)
    add_group (&making, g_ptr_array_index (head->groups, i));
  if (head->groups->len > 0)
    add_offer (&making, _ ("Add a group…"), 0, 0);
  return rows;
}

/**
 * bv_criteria_rows_free:
 * @rows: (transfer full) (nullable): rows
 */
void
bv_criteria_rows_free (BvCriteriaRows *rows)
{
  if (rows == NULL)
    return;
  bv_table_unref (rows->table);
  g_array_unref (rows->rows);
  g_free (rows);
}

/**
 * bv_criteria_rows_find:
 * @rows: rows
 * @id: a group's or a criterion's row in the library
 *
 * Returns: (transfer none) (nullable): what stands for it; %NULL: it is not shown
 */
const BvCriteriaRow *
bv_criteria_rows_find (const BvCriteriaRows *rows, gint64 id)
{
  guint row = bv_table_find (rows->table, id);

  return row != BV_TABLE_NOT_FOUND ? &g_array_index (rows->rows, BvCriteriaRow, row) : NULL;
}
