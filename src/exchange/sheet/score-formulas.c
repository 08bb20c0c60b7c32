/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/score-formulas.h"

#include "core/criterion-kind.h"

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
own_part (const BvScoreTable *table, BvCriterionPart part)
{
  return own_range (table->first_leaf[part], table->first_leaf[part] + table->n_leaves[part] - 1);
}

static Reference
own_column (const BvScoreTable *table, BvScoreColumn column)
{
  return own (table->columns[column]);
}

static BvFormula *write_formula (const char *format, ...) G_GNUC_PRINTF (1, 2);

static BvFormula *
write_formula (const char *format, ...)
{
  BvFormula *formula;
  va_list arguments;

  va_start (arguments, format);
  formula = bv_formula_new (g_strdup_vprintf (format, arguments));
  va_end (arguments);
  return formula;
}

static BvFormula *
write_assigned (const BvScoreTable *table)
{
  guint first = table->first_leaf[BV_PART_NORMAL];
  guint last = first + table->n_leaves[BV_PART_NORMAL] - 1;

  return write_formula ("=%s-ROUND(100*SUMPRODUCT((%s=\"KG\")*INDEX(%s,%s,0)),0)",
                        own_column (table, BV_SCORE_FULL).text, own_range (first, last).text,
                        limits (table, first, last).text, own_column (table, BV_SCORE_GROUP_NUMBER).text);
}

/* Rounded (raw · full / assigned) where something is not assigned (RULES.md, Total of a nominee). */
static BvFormula *
write_base (const BvScoreTable *table)
{
  Reference raw = own_column (table, BV_SCORE_RAW);
  Reference full = own_column (table, BV_SCORE_FULL);
  Reference assigned = own_column (table, BV_SCORE_ASSIGNED);

  return write_formula ("=IF(%s>0,IF(%s<%s,INT((2*%s*%s+%s)/(2*%s)),%s),%s)", assigned.text, assigned.text,
                        full.text, raw.text, full.text, assigned.text, assigned.text, raw.text, raw.text);
}

/* MIN passes over the text of a group without a cap. */
static BvFormula *
write_capped (const BvScoreTable *table, BvCriterionPart part, BvScoreColumn column)
{
  guint cap = table->columns[column];

  return write_formula ("=ROUND(100*MIN(SUM(%s),INDEX(%s,%s)),0)", own_part (table, part).text,
                        limits (table, cap, cap).text, own_column (table, BV_SCORE_GROUP_NUMBER).text);
}

static BvFormula *
write_total (const BvScoreTable *table)
{
  GString *text = g_string_new ("=MAX(0,");

  g_string_append (text, own_column (table, BV_SCORE_BASE).text);
  if (table->n_leaves[BV_PART_BONUS] > 0)
    g_string_append_printf (text, "+%s", own_column (table, BV_SCORE_BONUS).text);
  if (table->n_leaves[BV_PART_DEDUCTION] > 0)
    g_string_append_printf (text, "-%s", own_column (table, BV_SCORE_DEDUCTION).text);
  g_string_append_c (text, ')');
  return bv_formula_new (g_string_free (text, FALSE));
}

static BvFormula *
write_percent (const BvScoreTable *table)
{
  Reference full = own_column (table, BV_SCORE_FULL);

  return write_formula ("=INT((20000*%s+%s)/(2*%s))", own_column (table, BV_SCORE_TOTAL).text, full.text,
                        full.text);
}

/* COUNTIFS passes over what is empty because the group has fewer classes. */
static BvFormula *
write_class (const BvScoreTable *table)
{
  guint from = table->class_from;
  guint name = table->class_name;
  guint last = table->n_classes - 1;
  Reference group = own_column (table, BV_SCORE_GROUP_NUMBER);
  Reference names = limits (table, name, name + last);
  g_autofree char *count
    = g_strdup_printf ("COUNTIFS(INDEX(%s,%s,0),\"<=\"&%s)", limits (table, from, from + last).text,
                       group.text, own_column (table, BV_SCORE_PERCENT).text);

  return write_formula ("=IF(%s=0,\"\",INDEX(%s,%s,%s))", count, names.text, group.text, count);
}

static void
write_totals (BvScoreFormulas *formulas)
{
  const BvScoreTable *table = formulas->table;
  guint group = table->columns[BV_SCORE_GROUP];
  guint full = table->columns[BV_SCORE_FULL];
  Reference normal = own_part (table, BV_PART_NORMAL);
  BvFormula **columns = formulas->columns;

  columns[BV_SCORE_GROUP_NUMBER]
    = write_formula ("=MATCH(%s,%s,0)", own (group).text, limits (table, group, group).text);
  columns[BV_SCORE_FULL] = write_formula ("=INDEX(%s,%s)", limits (table, full, full).text,
                                          own_column (table, BV_SCORE_GROUP_NUMBER).text);
  columns[BV_SCORE_ASSIGNED] = write_assigned (table);
  columns[BV_SCORE_RAW] = write_formula ("=ROUND(100*SUM(%s),0)", normal.text);
  columns[BV_SCORE_BASE] = write_base (table);
  if (table->n_leaves[BV_PART_BONUS] > 0)
    columns[BV_SCORE_BONUS] = write_capped (table, BV_PART_BONUS, BV_SCORE_BONUS);
  if (table->n_leaves[BV_PART_DEDUCTION] > 0)
    columns[BV_SCORE_DEDUCTION] = write_capped (table, BV_PART_DEDUCTION, BV_SCORE_DEDUCTION);
  columns[BV_SCORE_TOTAL] = write_total (table);
  columns[BV_SCORE_PERCENT] = write_percent (table);
  columns[BV_SCORE_SHOWN_TOTAL] = write_formula ("=%s/100", own_column (table, BV_SCORE_TOTAL).text);
  columns[BV_SCORE_SHOWN_PERCENT] = write_formula ("=%s/100", own_column (table, BV_SCORE_PERCENT).text);
  if (table->n_classes > 0)
    columns[BV_SCORE_CLASS] = write_class (table);
  formulas->full = write_formula ("=ROUND(100*SUM(%s),0)", normal.text);
  formulas->shown_full = write_formula ("=%s/100", own (full).text);
}

/* Counts those of the own scope in @where who stand before after @n_steps, and did not before them. */
static void
append_count (GString *text, const BvScoreTable *table, const BvScoreTable *where, guint lane, guint n_steps)
{
  g_autofree char *sheet = where != table ? g_strdup_printf ("'%s'!", where->sheet) : g_strdup ("");
  const BvScoreLane *own_lane = &table->lanes[lane];
  const BvScoreLane *its_lane = &where->lanes[lane];
  gboolean chained = n_steps > 0;
  guint equal = chained ? its_lane->ranks[n_steps - 1] : where->columns[BV_SCORE_ELIGIBLE];
  guint own_equal = chained ? own_lane->ranks[n_steps - 1] : table->columns[BV_SCORE_ELIGIBLE];
  guint key = chained ? where->keys_at[n_steps - 1] : its_lane->value;
  guint own_key = chained ? table->keys_at[n_steps - 1] : own_lane->value;
  const char *before = chained && bv_score_keys_is_less_first (table->keys, n_steps - 1) ? "<" : ">";

  g_string_append_printf (text, "+COUNTIFS(%s%s,%s,%s%s,%s,%s%s,\"%s\"&%s)", sheet,
                          rows (where, its_lane->scope).text, own (own_lane->scope).text, sheet,
                          rows (where, equal).text, own (own_equal).text, sheet, rows (where, key).text,
                          before, own (own_key).text);
}

static BvFormula *
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
  return bv_formula_new (g_string_free (text, FALSE));
}

static void
write_ranks (BvScoreFormulas *formulas)
{
  const BvScoreTable *table = formulas->table;
  guint n_steps = table->keys->steps->len;

  formulas->total_value = write_formula ("=%s", own_column (table, BV_SCORE_TOTAL).text);
  formulas->percent_value = write_formula ("=%s", own_column (table, BV_SCORE_PERCENT).text);
  for (guint i = 0; i < table->keys->n_lanes; i++)
    {
      g_ptr_array_add (formulas->lane_ranks,
                       write_formula ("=%s", own (table->lanes[i].ranks[n_steps]).text));
      for (guint k = 0; k <= n_steps; k++)
        g_ptr_array_add (formulas->ranks, write_rank (formulas, i, k));
    }
  for (guint i = 0; i < table->leaves->len; i++)
    g_ptr_array_add (
      formulas->points,
      write_formula ("=ROUND(100*SUM(%s),0)",
                     own (((const BvScoreLeaf *) g_ptr_array_index (table->leaves, i))->column).text));
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
  formulas->points = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_formula_free);
  formulas->ranks = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_formula_free);
  formulas->lane_ranks = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_formula_free);
  if (formulas->table->n_leaves[BV_PART_NORMAL] > 0)
    write_totals (formulas);
  if (formulas->table->live_ranks)
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
    bv_formula_free (formulas->columns[i]);
  g_ptr_array_unref (formulas->points);
  g_ptr_array_unref (formulas->ranks);
  g_ptr_array_unref (formulas->lane_ranks);
  bv_formula_free (formulas->total_value);
  bv_formula_free (formulas->percent_value);
  bv_formula_free (formulas->full);
  bv_formula_free (formulas->shown_full);
}
