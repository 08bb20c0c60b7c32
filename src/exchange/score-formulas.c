/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/score-formulas.h"

/* A reference, as "$AB#" to the own row, or "$AB$4:$AB$9" to a range. */
typedef struct
{
  char text[64];
} Reference;

typedef struct
{
  char text[LXW_MAX_COL_NAME_LENGTH];
} ColumnName;

static ColumnName
name_of (guint column)
{
  ColumnName name;

  lxw_col_to_name (name.text, column, FALSE);
  return name;
}

/* To @first to @last of the own row. */
static Reference
own_range (guint first, guint last)
{
  Reference reference;

  g_snprintf (reference.text, sizeof reference.text, "$%s#:$%s#", name_of (first).text, name_of (last).text);
  return reference;
}

static Reference
own (guint column)
{
  Reference reference;

  g_snprintf (reference.text, sizeof reference.text, "$%s#", name_of (column).text);
  return reference;
}

static Reference
block (guint first_column, guint last_column, guint first_row, guint last_row)
{
  Reference reference;

  g_snprintf (reference.text, sizeof reference.text, "$%s$%u:$%s$%u", name_of (first_column).text,
              first_row + 1, name_of (last_column).text, last_row + 1);
  return reference;
}

/* Of the rows of maxima above the header. */
static Reference
limits (const BvScoreTable *table, guint first_column, guint last_column)
{
  return block (first_column, last_column, table->first_limit, table->first_limit + table->groups->len - 1);
}

static Reference
rows (const BvScoreTable *table, guint column)
{
  return block (column, column, table->first_row, bv_score_table_last_row (table));
}

static Reference
own_part (const BvScoreTable *table, BvScorePart part)
{
  return own_range (table->first_leaf[part], table->first_leaf[part] + table->n_leaves[part] - 1);
}

static Reference
own_column (const BvScoreTable *table, BvScoreColumn column)
{
  return own (table->columns[column]);
}

static char *
write_assigned (const BvScoreTable *table)
{
  guint first = table->first_leaf[BV_PART_NORMAL];
  guint last = first + table->n_leaves[BV_PART_NORMAL] - 1;

  return g_strdup_printf ("=%s-ROUND(100*SUMPRODUCT((%s=\"KG\")*INDEX(%s,%s,0)),0)",
                          own_column (table, BV_SCORE_FULL).text, own_range (first, last).text,
                          limits (table, first, last).text, own_column (table, BV_SCORE_GROUP_NUMBER).text);
}

/* Rounded (raw · full / assigned) where something is not assigned (RULES.md, Total of a nominee). */
static char *
write_base (const BvScoreTable *table)
{
  Reference raw = own_column (table, BV_SCORE_RAW);
  Reference full = own_column (table, BV_SCORE_FULL);
  Reference assigned = own_column (table, BV_SCORE_ASSIGNED);

  return g_strdup_printf ("=IF(%s>0,IF(%s<%s,INT((2*%s*%s+%s)/(2*%s)),%s),%s)", assigned.text, assigned.text,
                          full.text, raw.text, full.text, assigned.text, assigned.text, raw.text, raw.text);
}

/* MIN passes over the text of a group without a cap. */
static char *
write_capped (const BvScoreTable *table, BvScorePart part, BvScoreColumn column)
{
  guint cap = table->columns[column];

  return g_strdup_printf ("=ROUND(100*MIN(SUM(%s),INDEX(%s,%s)),0)", own_part (table, part).text,
                          limits (table, cap, cap).text, own_column (table, BV_SCORE_GROUP_NUMBER).text);
}

static char *
write_total (const BvScoreTable *table)
{
  GString *text = g_string_new ("=MAX(0,");

  g_string_append (text, own_column (table, BV_SCORE_BASE).text);
  if (table->n_leaves[BV_PART_BONUS] > 0)
    g_string_append_printf (text, "+%s", own_column (table, BV_SCORE_BONUS).text);
  if (table->n_leaves[BV_PART_DEDUCTION] > 0)
    g_string_append_printf (text, "-%s", own_column (table, BV_SCORE_DEDUCTION).text);
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static char *
write_percent (const BvScoreTable *table)
{
  Reference full = own_column (table, BV_SCORE_FULL);

  return g_strdup_printf ("=INT((20000*%s+%s)/(2*%s))", own_column (table, BV_SCORE_TOTAL).text, full.text,
                          full.text);
}

static void
write_totals (BvScoreFormulas *formulas)
{
  const BvScoreTable *table = formulas->table;
  guint group = table->columns[BV_SCORE_GROUP];
  guint full = table->columns[BV_SCORE_FULL];
  Reference normal = own_part (table, BV_PART_NORMAL);
  char **columns = formulas->columns;

  columns[BV_SCORE_GROUP_NUMBER]
    = g_strdup_printf ("=MATCH(%s,%s,0)", own (group).text, limits (table, group, group).text);
  columns[BV_SCORE_FULL] = g_strdup_printf ("=INDEX(%s,%s)", limits (table, full, full).text,
                                            own_column (table, BV_SCORE_GROUP_NUMBER).text);
  columns[BV_SCORE_ASSIGNED] = write_assigned (table);
  columns[BV_SCORE_RAW] = g_strdup_printf ("=ROUND(100*SUM(%s),0)", normal.text);
  columns[BV_SCORE_BASE] = write_base (table);
  if (table->n_leaves[BV_PART_BONUS] > 0)
    columns[BV_SCORE_BONUS] = write_capped (table, BV_PART_BONUS, BV_SCORE_BONUS);
  if (table->n_leaves[BV_PART_DEDUCTION] > 0)
    columns[BV_SCORE_DEDUCTION] = write_capped (table, BV_PART_DEDUCTION, BV_SCORE_DEDUCTION);
  columns[BV_SCORE_TOTAL] = write_total (table);
  columns[BV_SCORE_PERCENT] = write_percent (table);
  columns[BV_SCORE_SHOWN_TOTAL] = g_strdup_printf ("=%s/100", own_column (table, BV_SCORE_TOTAL).text);
  columns[BV_SCORE_SHOWN_PERCENT] = g_strdup_printf ("=%s/100", own_column (table, BV_SCORE_PERCENT).text);
  formulas->full = g_strdup (columns[BV_SCORE_RAW]);
  formulas->shown_full = g_strdup_printf ("=%s/100", own (full).text);
}

/* Counts those of the own scope in @where who stand before after @n_steps, and did not before them. */
static void
append_count (GString *text, const BvScoreTable *table, const BvScoreTable *where, guint lane, guint n_steps)
{
  g_autofree char *sheet = where != table ? g_strdup_printf ("'%s'!", where->sheet) : g_strdup ("");
  const BvScoreLane *own_lane = &table->lanes[lane];
  const BvScoreLane *its_lane = &where->lanes[lane];
  const BvScoreStep *step
    = n_steps > 0 ? &g_array_index (table->keys->steps, BvScoreStep, n_steps - 1) : NULL;
  guint equal = step != NULL ? its_lane->ranks[n_steps - 1] : where->columns[BV_SCORE_ELIGIBLE];
  guint own_equal = step != NULL ? own_lane->ranks[n_steps - 1] : table->columns[BV_SCORE_ELIGIBLE];
  guint key = step != NULL ? where->keys_at[n_steps - 1] : its_lane->value;
  guint own_key = step != NULL ? table->keys_at[n_steps - 1] : own_lane->value;
  const char *before = step != NULL && bv_score_step_is_less_first (step) ? "<" : ">";

  g_string_append_printf (text, "+COUNTIFS(%s%s,%s,%s%s,%s,%s%s,\"%s\"&%s)", sheet,
                          rows (where, its_lane->scope).text, own (own_lane->scope).text, sheet,
                          rows (where, equal).text, own (own_equal).text, sheet, rows (where, key).text,
                          before, own (own_key).text);
}

static char *
write_rank (const BvScoreFormulas *formulas, guint lane, guint n_steps)
{
  const BvScoreTable *table = formulas->table;
  GString *text = g_string_new (NULL);

  g_string_printf (text, "=IF(%s=1,%s", own_column (table, BV_SCORE_ELIGIBLE).text,
                   n_steps > 0 ? own (table->lanes[lane].ranks[n_steps - 1]).text : "1");
  append_count (text, table, table, lane, n_steps);
  if (formulas->tables->mixed)
    append_count (text, table, &formulas->tables->tables[1 - table->kind], lane, n_steps);
  g_string_append (text, ",\"\")");
  return g_string_free (text, FALSE);
}

static void
write_ranks (BvScoreFormulas *formulas)
{
  const BvScoreTable *table = formulas->table;
  guint n_steps = table->keys->steps->len;
  guint n_lanes = table->keys->n_lanes;

  formulas->points = g_new0 (char *, table->leaves->len + 1);
  formulas->ranks = g_new0 (char *, n_lanes *(n_steps + 1) + 1);
  formulas->lane_ranks = g_new0 (char *, n_lanes + 1);
  if (!table->live_ranks)
    return;
  formulas->total_value = g_strdup_printf ("=%s", own_column (table, BV_SCORE_TOTAL).text);
  formulas->percent_value = g_strdup_printf ("=%s", own_column (table, BV_SCORE_PERCENT).text);
  for (guint i = 0; i < n_lanes; i++)
    {
      formulas->lane_ranks[i] = g_strdup_printf ("=%s", own (table->lanes[i].ranks[n_steps]).text);
      for (guint k = 0; k <= n_steps; k++)
        formulas->ranks[i * (n_steps + 1) + k] = write_rank (formulas, i, k);
    }
  for (guint i = 0; i < table->leaves->len; i++)
    formulas->points[i]
      = g_strdup_printf ("=ROUND(100*SUM(%s),0)",
                         own (((const BvScoreLeaf *) g_ptr_array_index (table->leaves, i))->column).text);
}

/**
 * bv_score_formulas_init:
 * @formulas: (out): formulas
 * @tables: where everything stands; it must outlive the formulas
 * @kind: which of the two
 *
 * Writes the rules of RULES.md in the words of a spreadsheet: integers of 1/100 point, and ranks refined step
 * by step. A table without groups has none.
 */
void
bv_score_formulas_init (BvScoreFormulas *formulas, const BvScoreTables *tables, BvGroupKind kind)
{
  *formulas = (BvScoreFormulas){ .tables = tables, .table = &tables->tables[kind] };
  formulas->filled = g_string_sized_new (512);
  if (formulas->table->n_leaves[BV_PART_NORMAL] > 0)
    write_totals (formulas);
  write_ranks (formulas);
}

/**
 * bv_score_formulas_clear:
 * @formulas: formulas
 */
void
bv_score_formulas_clear (BvScoreFormulas *formulas)
{
  for (guint i = 0; i < BV_N_SCORE_COLUMNS; i++)
    g_free (formulas->columns[i]);
  g_strfreev (formulas->ranks);
  g_strfreev (formulas->lane_ranks);
  g_strfreev (formulas->points);
  g_free (formulas->total_value);
  g_free (formulas->percent_value);
  g_free (formulas->full);
  g_free (formulas->shown_full);
  g_string_free (formulas->filled, TRUE);
}

/**
 * bv_score_formulas_fill:
 * @formulas: formulas
 * @formula: one of them
 * @row: from 0
 *
 * Returns: (transfer none): the formula in that row; valid until the next call
 */
const char *
bv_score_formulas_fill (BvScoreFormulas *formulas, const char *formula, guint row)
{
  GString *filled = formulas->filled;
  char digits[12];
  int n_digits = g_snprintf (digits, sizeof digits, "%u", row + 1);

  g_string_truncate (filled, 0);
  for (; *formula != '\0'; formula++)
    if (*formula == '#')
      g_string_append_len (filled, digits, n_digits);
    else
      g_string_append_c (filled, *formula);
  return filled->str;
}
