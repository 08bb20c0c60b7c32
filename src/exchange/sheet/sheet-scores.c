/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion-kind.h"
#include "core/text/date.h"
#include "core/tie-step.h"
#include "exchange/sheet/score-formulas.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/sheet/sheet-page.h"
#include "exchange/workbook/workbook-sheets.h"

#define FROZEN_COLUMNS 2
#define HELPER_WIDTH 11
#define LEAVES_WIDTH 90.0 /* of all leaves together, where that is not too much or too little for one */
#define LEAF_WIDTH_MIN 7.5
#define LEAF_WIDTH_MAX 16.0
#define ZOOM 85 /* percent, on the screen: the table is wide */

/* More frozen rows than this leave too little of a small screen to scroll. */
#define FROZEN_HEIGHT_MAX 290.0

static const BvSheetColumn columns[BV_N_SCORE_COLUMNS] = {
  [BV_SCORE_NUMBER] = { "TT", 4 },
  [BV_SCORE_NAME] = { "Tên", 25 },
  [BV_SCORE_UNIT] = { "Đơn vị", 17 },
  [BV_SCORE_GROUP_NAME] = { "Khối", 16 },
  [BV_SCORE_KEY] = { "Mã trường hợp", 16 },
  [BV_SCORE_GROUP] = { "Mã khối", HELPER_WIDTH },
  [BV_SCORE_GROUP_NUMBER] = { "Khối thứ", HELPER_WIDTH },
  [BV_SCORE_FULL] = { "Tối đa ×100", HELPER_WIDTH },
  [BV_SCORE_ASSIGNED] = { "Được giao ×100", HELPER_WIDTH },
  [BV_SCORE_RAW] = { "Điểm chấm ×100", HELPER_WIDTH },
  [BV_SCORE_BASE] = { "Quy đổi ×100", HELPER_WIDTH },
  [BV_SCORE_BONUS] = { "Cộng ×100", HELPER_WIDTH },
  [BV_SCORE_DEDUCTION] = { "Trừ ×100", HELPER_WIDTH },
  [BV_SCORE_TOTAL] = { "Tổng ×100", HELPER_WIDTH },
  [BV_SCORE_PERCENT] = { "Tỷ lệ ×100", HELPER_WIDTH },
  [BV_SCORE_ELIGIBLE] = { "Đủ điều kiện", HELPER_WIDTH },
  [BV_SCORE_SHOWN_TOTAL] = { "Tổng điểm", 9 },
  [BV_SCORE_SHOWN_PERCENT] = { "Tỷ lệ %", 8 },
  [BV_SCORE_RANK] = { "Hạng", 6 },
  [BV_SCORE_CLASS] = { "Xếp loại", 12 },
};

typedef struct
{
  BvSheet sheet;
  const BvScoreTable *table;
  BvScoreFormulas formulas;
} ScoreSheet;

static void
write_formula (ScoreSheet *self, guint row, guint column, BvFormula *formula, double value, BvFormatId format)
{
  bv_sheet_formula (&self->sheet, row, column, bv_formula_at (formula, row), value, format);
}

/* What the total is made of; above what a spreadsheet counts exactly, values. */
static void
write_computed (ScoreSheet *self, guint row, BvScoreColumn column, gint64 value)
{
  guint at = self->table->columns[column];

  if (self->table->live_totals)
    write_formula (self, row, at, self->formulas.columns[column], value, BV_FORMAT_HELPER_INTEGER);
  else
    bv_sheet_number (&self->sheet, row, at, value, BV_FORMAT_HELPER_INTEGER);
}

static void
write_shown (ScoreSheet *self, guint row, BvScoreColumn column, gint64 value)
{
  guint at = self->table->columns[column];

  if (self->table->live_totals)
    write_formula (self, row, at, self->formulas.columns[column], value / 100.0, BV_FORMAT_TOTAL);
  else
    bv_sheet_points (&self->sheet, row, at, value, BV_FORMAT_TOTAL);
}

static void
write_leaf (ScoreSheet *self, guint row, guint column, const BvLeafScore *score)
{
  BvFormatId format = BV_FORMAT_POINTS;

  if ((score->flags & BV_LEAF_NOT_ASSIGNED) != 0)
    {
      bv_sheet_text (&self->sheet, row, column, "KG", BV_FORMAT_NOT_ASSIGNED);
      return;
    }
  if ((score->flags & BV_LEAF_AWAITING) != 0)
    format = BV_FORMAT_AWAITING;
  else if ((score->flags & BV_LEAF_UNASSESSED) != 0)
    format = BV_FORMAT_UNASSESSED;
  bv_sheet_points (&self->sheet, row, column, score->points, format);
}

/* Returns the sum of the points of the normal leaves. */
static gint64
write_leaves (ScoreSheet *self, guint row, const BvEntrant *entrant)
{
  const BvProposal *proposal = self->sheet.book->proposal;
  const GPtrArray *leaves = bv_contest_group (proposal->contest, entrant->group)->leaves;
  const guint *at = self->table->leaf_columns[entrant->group];
  gint64 raw = 0;

  if (leaves->len < self->table->leaves->len)
    for (guint i = 0; i < self->table->leaves->len; i++)
      bv_sheet_blank (&self->sheet, row, BV_SCORE_GROUP_NAME + 1 + i, BV_FORMAT_POINTS);
  for (guint i = 0; i < leaves->len; i++)
    {
      const BvLeafScore *score = bv_scores_leaf (proposal->scores, entrant->first_mark + i);

      write_leaf (self, row, at[i], score);
      if (bv_criterion_is_normal (g_ptr_array_index (leaves, i)))
        raw += score->points;
    }
  return raw;
}

static guint
find_group_number (const BvScoreTable *table, guint group)
{
  guint i = 0;

  while (g_array_index (table->groups, guint, i) != group)
    i++;
  return i + 1;
}

static void
write_identity (ScoreSheet *self, guint row, guint number, guint index)
{
  const BvContest *contest = self->sheet.book->proposal->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, index);
  const BvGroup *group = bv_contest_group (contest, entrant->group)->group;
  const guint *at = self->table->columns;

  bv_sheet_number (&self->sheet, row, at[BV_SCORE_NUMBER], number, BV_FORMAT_INTEGER);
  bv_sheet_text (&self->sheet, row, at[BV_SCORE_NAME], entrant->name, BV_FORMAT_TEXT);
  bv_sheet_text (&self->sheet, row, at[BV_SCORE_UNIT],
                 bv_proposal_submitting_unit (self->sheet.book->proposal, index), BV_FORMAT_TEXT);
  bv_sheet_text (&self->sheet, row, at[BV_SCORE_GROUP_NAME], group->name, BV_FORMAT_TEXT);
  bv_sheet_text (&self->sheet, row, at[BV_SCORE_KEY], entrant->key, BV_FORMAT_HELPER_TEXT);
  bv_sheet_text (&self->sheet, row, at[BV_SCORE_GROUP], group->key, BV_FORMAT_HELPER_TEXT);
}

static void
write_total (ScoreSheet *self, guint row, guint index, gint64 raw)
{
  const BvProposal *proposal = self->sheet.book->proposal;
  const BvScore *score = bv_scores_get (proposal->scores, index);
  guint group = bv_contest_entrant (proposal->contest, index)->group;

  write_computed (self, row, BV_SCORE_GROUP_NUMBER, find_group_number (self->table, group));
  write_computed (self, row, BV_SCORE_FULL, bv_contest_group (proposal->contest, group)->full);
  write_computed (self, row, BV_SCORE_ASSIGNED, score->assigned);
  write_computed (self, row, BV_SCORE_RAW, raw);
  write_computed (self, row, BV_SCORE_BASE, score->base);
  if (self->table->n_leaves[BV_PART_BONUS] > 0)
    write_computed (self, row, BV_SCORE_BONUS, score->bonus);
  if (self->table->n_leaves[BV_PART_DEDUCTION] > 0)
    write_computed (self, row, BV_SCORE_DEDUCTION, score->deduction);
  write_computed (self, row, BV_SCORE_TOTAL, score->total);
  write_computed (self, row, BV_SCORE_PERCENT, score->percent);
  write_shown (self, row, BV_SCORE_SHOWN_TOTAL, score->total);
  write_shown (self, row, BV_SCORE_SHOWN_PERCENT, score->percent);
}

static void
write_key (ScoreSheet *self, guint row, guint index, guint step)
{
  const BvScoreKeys *keys = self->table->keys;
  guint group = bv_contest_entrant (keys->proposal->contest, index)->group;
  int leaf = bv_score_keys_find_leaf (keys, group, step);
  gint64 key = bv_score_keys_get (keys, index, step);
  guint at = self->table->keys_at[step];

  if (leaf < 0)
    {
      bv_sheet_number (&self->sheet, row, at, key, BV_FORMAT_HELPER_INTEGER);
      return;
    }
  leaf = self->table->leaf_columns[group][leaf] - BV_SCORE_GROUP_NAME - 1;
  write_formula (self, row, at, g_ptr_array_index (self->formulas.points, leaf), key,
                 BV_FORMAT_HELPER_INTEGER);
}

/* A rank, or an empty text for one who has none. */
static void
write_rank_formula (ScoreSheet *self, guint row, guint at, BvFormula *formula, gint64 rank)
{
  BvFormatId format = at == self->table->columns[BV_SCORE_RANK] ? BV_FORMAT_RANK : BV_FORMAT_HELPER_INTEGER;

  if (rank == BV_NONE)
    bv_sheet_text_formula (&self->sheet, row, at, bv_formula_at (formula, row), "", format);
  else
    write_formula (self, row, at, formula, rank, format);
}

static void
write_lane (ScoreSheet *self, guint row, guint index, guint lane)
{
  const BvScoreKeys *keys = self->table->keys;
  const BvScoreLane *at = &self->table->lanes[lane];
  const BvScore *score = bv_scores_get (keys->proposal->scores, index);
  guint group = bv_contest_entrant (keys->proposal->contest, index)->group;
  int scope = bv_score_keys_find_member (keys, group, lane);
  gboolean by_percent;

  if (scope < 0)
    return;
  by_percent = ((const BvRanking *) g_ptr_array_index (keys->scopes, scope))->by_percent;
  bv_sheet_number (&self->sheet, row, at->scope, scope + 1, BV_FORMAT_HELPER_INTEGER);
  write_formula (self, row, at->value, by_percent ? self->formulas.percent_value : self->formulas.total_value,
                 by_percent ? score->percent : score->total, BV_FORMAT_HELPER_INTEGER);
  for (guint i = 0; i <= keys->steps->len; i++)
    write_rank_formula (self, row, at->ranks[i],
                        g_ptr_array_index (self->formulas.ranks, lane * (keys->steps->len + 1) + i),
                        bv_score_keys_get_rank (keys, index, lane, i));
}

static void
write_rank (ScoreSheet *self, guint row, guint index)
{
  const BvScoreKeys *keys = self->table->keys;
  guint lane = bv_score_keys_get_lane (keys, bv_contest_entrant (keys->proposal->contest, index)->group);
  gint64 rank = bv_score_keys_get_rank (keys, index, lane, keys->steps->len);
  const guint *at = self->table->columns;

  if (!self->table->live_ranks)
    {
      bv_sheet_number (&self->sheet, row, at[BV_SCORE_RANK], rank, BV_FORMAT_RANK);
      return;
    }
  bv_sheet_number (&self->sheet, row, at[BV_SCORE_ELIGIBLE],
                   bv_scores_get (keys->proposal->scores, index)->eligible, BV_FORMAT_HELPER_INTEGER);
  for (guint i = 0; i < keys->steps->len; i++)
    write_key (self, row, index, i);
  for (guint i = 0; i < keys->n_lanes; i++)
    write_lane (self, row, index, i);
  if (keys->n_lanes > 1)
    write_rank_formula (self, row, at[BV_SCORE_RANK], g_ptr_array_index (self->formulas.lane_ranks, lane),
                        rank);
}

/* The name, or an empty text for one who is below all classes. */
static void
write_class (ScoreSheet *self, guint row, const BvEntrant *entrant, gint64 percent)
{
  const BvContest *contest = self->sheet.book->proposal->contest;
  const char *name = bv_group_find_class (bv_contest_group (contest, entrant->group)->group, percent);
  guint at = self->table->columns[BV_SCORE_CLASS];
  BvFormula *formula = self->formulas.columns[BV_SCORE_CLASS];

  if (at == 0)
    return;
  if (formula == NULL)
    bv_sheet_text (&self->sheet, row, at, name, BV_FORMAT_CLASS);
  else
    bv_sheet_text_formula (&self->sheet, row, at, bv_formula_at (formula, row), name != NULL ? name : "",
                           BV_FORMAT_CLASS);
}

static gboolean
write_rows (ScoreSheet *self)
{
  const BvContest *contest = self->sheet.book->proposal->contest;

  for (guint i = 0; i < self->table->entrants->len; i++)
    {
      guint index = g_array_index (self->table->entrants, guint, i);
      guint row = self->table->first_row + i;
      gint64 raw;

      write_identity (self, row, i + 1, index);
      raw = write_leaves (self, row, bv_contest_entrant (contest, index));
      write_total (self, row, index, raw);
      write_rank (self, row, index);
      write_class (self, row, bv_contest_entrant (contest, index),
                   bv_scores_get (self->sheet.book->proposal->scores, index)->percent);
      bv_sheet_end_row (&self->sheet, row);
      if (!bv_book_advance (self->sheet.book))
        return FALSE;
    }
  return TRUE;
}

static void
write_cap (ScoreSheet *self, guint row, BvCriterionPart part, BvScoreColumn column, gint64 cap)
{
  if (self->table->n_leaves[part] == 0)
    return;
  if (cap == BV_NONE)
    bv_sheet_text (&self->sheet, row, self->table->columns[column], "không", BV_FORMAT_LIMIT_TEXT);
  else
    bv_sheet_points (&self->sheet, row, self->table->columns[column], cap, BV_FORMAT_LIMIT_POINTS);
}

static void
write_full (ScoreSheet *self, guint row, gint64 full)
{
  const guint *at = self->table->columns;

  if (self->formulas.full == NULL)
    return;
  write_formula (self, row, at[BV_SCORE_FULL], self->formulas.full, full, BV_FORMAT_HELPER_INTEGER);
  write_formula (self, row, at[BV_SCORE_SHOWN_TOTAL], self->formulas.shown_full, full / 100.0,
                 BV_FORMAT_LIMIT_POINTS);
}

/* The classes of one group, the last first: the formula counts how many are reached. */
static void
write_class_limits (ScoreSheet *self, guint row, const BvGroup *group)
{
  guint n = group->classes->len;

  for (guint i = 0; i < n; i++)
    {
      const BvGroupClass *self_class = g_ptr_array_index (group->classes, n - 1 - i);

      bv_sheet_number (&self->sheet, row, self->table->class_from + i, self_class->from,
                       BV_FORMAT_HELPER_INTEGER);
      bv_sheet_text (&self->sheet, row, self->table->class_name + i, self_class->name, BV_FORMAT_HELPER_TEXT);
    }
}

/* The maxima of one group. */
static void
write_limits (ScoreSheet *self, guint row, guint index)
{
  const BvContestGroup *packed = bv_contest_group (self->sheet.book->proposal->contest, index);
  const BvGroup *group = packed->group;
  const guint *at = self->table->columns;

  bv_sheet_text (&self->sheet, row, at[BV_SCORE_NAME], "Điểm tối đa", BV_FORMAT_LIMIT_TEXT);
  bv_sheet_blank (&self->sheet, row, at[BV_SCORE_UNIT], BV_FORMAT_LIMIT_TEXT);
  bv_sheet_text (&self->sheet, row, at[BV_SCORE_GROUP_NAME], group->name, BV_FORMAT_LIMIT_TEXT);
  bv_sheet_text (&self->sheet, row, at[BV_SCORE_GROUP], group->key, BV_FORMAT_HELPER_TEXT);
  for (guint i = 0; i < self->table->leaves->len; i++)
    bv_sheet_blank (&self->sheet, row, BV_SCORE_GROUP_NAME + 1 + i, BV_FORMAT_LIMIT_POINTS);
  for (guint i = 0; i < packed->leaves->len; i++)
    bv_sheet_points (&self->sheet, row, self->table->leaf_columns[index][i],
                     ((const BvCriterion *) g_ptr_array_index (packed->leaves, i))->max,
                     BV_FORMAT_LIMIT_POINTS);
  write_cap (self, row, BV_PART_BONUS, BV_SCORE_BONUS, group->bonus_cap);
  write_cap (self, row, BV_PART_DEDUCTION, BV_SCORE_DEDUCTION, group->deduction_cap);
  write_full (self, row, packed->full);
  write_class_limits (self, row, group);
  bv_sheet_end_row (&self->sheet, row);
}

static void
write_lane_heads (ScoreSheet *self, guint lane)
{
  const BvScoreTable *table = self->table;
  const BvScoreLane *at = &table->lanes[lane];
  g_autofree char *suffix = table->keys->n_lanes > 1 ? g_strdup_printf (" (%u)", lane + 1) : g_strdup ("");
  g_autofree char *scope = g_strconcat ("Nguồn xét thứ", suffix, NULL);
  g_autofree char *value = g_strconcat ("Số để xếp", suffix, NULL);

  bv_sheet_text (&self->sheet, table->head, at->scope, scope, BV_FORMAT_HELPER_HEAD);
  bv_sheet_text (&self->sheet, table->head, at->value, value, BV_FORMAT_HELPER_HEAD);
  for (guint i = 0; i <= table->keys->steps->len; i++)
    if (at->ranks[i] != table->columns[BV_SCORE_RANK])
      {
        g_autofree char *rank = g_strdup_printf ("Hạng bước %u%s", i + 1, suffix);

        bv_sheet_text (&self->sheet, table->head, at->ranks[i], rank, BV_FORMAT_HELPER_HEAD);
      }
}

static void
write_ranking_heads (ScoreSheet *self)
{
  const BvScoreTable *table = self->table;

  for (guint i = 0; i < table->keys->steps->len; i++)
    {
      g_autofree char *step
        = bv_tie_comparison_write_heading (&g_array_index (table->keys->steps, BvTieComparison, i));

      bv_sheet_text (&self->sheet, table->head, table->keys_at[i], step, BV_FORMAT_HELPER_HEAD);
    }
  for (guint i = 0; i < table->keys->n_lanes; i++)
    write_lane_heads (self, i);
}

static void
write_class_heads (ScoreSheet *self)
{
  const BvScoreTable *table = self->table;

  for (guint i = 0; i < table->n_classes; i++)
    {
      g_autofree char *from = g_strdup_printf ("Loại %u từ %% ×100", i + 1);
      g_autofree char *name = g_strdup_printf ("Tên loại %u", i + 1);

      bv_sheet_text (&self->sheet, table->head, table->class_from + i, from, BV_FORMAT_HELPER_HEAD);
      bv_sheet_text (&self->sheet, table->head, table->class_name + i, name, BV_FORMAT_HELPER_HEAD);
    }
}

static void
write_head (ScoreSheet *self)
{
  const BvScoreTable *table = self->table;

  for (guint i = 0; i < BV_N_SCORE_COLUMNS; i++)
    if (table->columns[i] != 0 || i == BV_SCORE_NUMBER)
      bv_sheet_text (&self->sheet, table->head, table->columns[i], columns[i].title,
                     i >= BV_SCORE_KEY && i <= BV_SCORE_ELIGIBLE ? BV_FORMAT_HELPER_HEAD : BV_FORMAT_HEAD);
  for (guint i = 0; i < table->leaves->len; i++)
    {
      const BvScoreLeaf *leaf = g_ptr_array_index (table->leaves, i);
      g_autofree char *title = g_strdup_printf ("%s %s", leaf->code, leaf->short_title);

      bv_sheet_text (&self->sheet, table->head, leaf->column, title, BV_FORMAT_LEAF_HEAD);
    }
  if (table->live_ranks)
    write_ranking_heads (self);
  write_class_heads (self);
  bv_sheet_end_row (&self->sheet, table->head);
}

/* The scopes the ranks of this sheet count in. */
static char *
write_scopes (const BvScoreTable *table)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->groups->len; i++)
    {
      guint group = g_array_index (table->groups, guint, i);
      const BvRanking *scope = bv_score_keys_get_scope (table->keys, group);
      const char *name = scope->quota != NULL ? scope->quota->name : scope->group->name;

      if (!g_hash_table_add (named, (gpointer) scope))
        continue;
      g_string_append_printf (text, "%s%s “%s”", text->len > 0 ? ", " : "",
                              scope->quota != NULL ? "nguồn xét" : "khối", name);
    }
  return g_string_free (text, FALSE);
}

static void
write_heading (ScoreSheet *self)
{
  const BvProposal *proposal = self->sheet.book->proposal;
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);
  g_autofree char *subtitle = g_strdup_printf ("%s · ngày xét %s", proposal->campaign->title, date);
  g_autofree char *scopes = write_scopes (self->table);
  g_autofree char *title
    = g_strdup_printf ("BẢNG ĐIỂM %s%s", self->table->kind == BV_GROUP_COLLECTIVE ? "TẬP THỂ" : "CÁ NHÂN",
                       bv_book_is_draft (self->sheet.book) ? " – DỰ THẢO" : "");
  g_autofree char *legend
    = g_strdup_printf ("Hạng tính trong %s; để trống: không đủ điều kiện. KG: không được giao; "
                       "chờ CB: chờ công bố kết quả; –: chưa chấm.",
                       *scopes != '\0' ? scopes : "khối");

  bv_sheet_text (&self->sheet, 0, 0, title, BV_FORMAT_HEADING);
  bv_sheet_end_row (&self->sheet, 0);
  bv_sheet_text (&self->sheet, 1, 0, subtitle, BV_FORMAT_SUBHEADING);
  bv_sheet_end_row (&self->sheet, 1);
  bv_sheet_text (&self->sheet, 2, 0, legend, BV_FORMAT_NOTE);
  bv_sheet_end_row (&self->sheet, 2);
}

static void
set_widths (ScoreSheet *self)
{
  const BvScoreTable *table = self->table;
  double leaf_width = CLAMP (LEAVES_WIDTH / MAX (1, table->leaves->len), LEAF_WIDTH_MIN, LEAF_WIDTH_MAX);

  for (guint i = 0; i < table->n_columns; i++)
    bv_sheet_set_width (&self->sheet, i, HELPER_WIDTH);
  for (guint i = 0; i < BV_N_SCORE_COLUMNS; i++)
    if (table->columns[i] != 0 || i == BV_SCORE_NUMBER)
      bv_sheet_set_width (&self->sheet, table->columns[i], columns[i].width);
  for (guint i = 0; i < table->leaves->len; i++)
    bv_sheet_set_width (&self->sheet, BV_SCORE_GROUP_NAME + 1 + i, leaf_width);
}

/* The helpers fold away behind the total; a click on [+] shows them. */
static void
fold_helpers (ScoreSheet *self)
{
  const guint *at = self->table->columns;
  lxw_row_col_options folded = { .collapsed = TRUE };

  bv_sheet_hide_columns (&self->sheet, at[BV_SCORE_KEY], at[BV_SCORE_SHOWN_TOTAL] - 1, HELPER_WIDTH);
  bv_book_check (self->sheet.book,
                 worksheet_set_column_opt (self->sheet.worksheet, at[BV_SCORE_SHOWN_TOTAL],
                                           at[BV_SCORE_SHOWN_TOTAL], columns[BV_SCORE_SHOWN_TOTAL].width,
                                           NULL, &folded));
}

static void
write_top (ScoreSheet *self)
{
  const BvScoreTable *table = self->table;

  worksheet_set_zoom (self->sheet.worksheet, ZOOM);
  set_widths (self);
  write_heading (self);
  for (guint i = 0; i < table->groups->len; i++)
    write_limits (self, table->first_limit + i, g_array_index (table->groups, guint, i));
  bv_sheet_need_height (&self->sheet, 6);
  bv_sheet_end_row (&self->sheet, table->head - 1);
  write_head (self);
  worksheet_freeze_panes (self->sheet.worksheet,
                          self->sheet.height <= FROZEN_HEIGHT_MAX ? table->first_row : 0, FROZEN_COLUMNS);
}

/**
 * bv_workbook_write_scores:
 * @book: a book
 * @tables: where everything stands
 * @kind: collectives or individuals
 *
 * Writes the points of every nominee of that kind, with totals and ranks as formulas beside whose values the
 * application's stand.
 *
 * Returns: whether to go on
 */
gboolean
bv_workbook_write_scores (BvBook *book, const BvScoreTables *tables, BvGroupKind kind)
{
  static const char *const ranges[] = {
    [BV_GROUP_COLLECTIVE] = "DiemTapThe",
    [BV_GROUP_INDIVIDUAL] = "DiemCaNhan",
  };
  const BvScoreTable *table = &tables->tables[kind];
  ScoreSheet self = { .table = table };
  guint last_row = table->head + table->entrants->len;
  gboolean go_on;

  bv_sheet_init (&self.sheet, book, table->sheet);
  bv_score_formulas_init (&self.formulas, tables, kind);
  write_top (&self);
  go_on = write_rows (&self);
  fold_helpers (&self);
  bv_sheet_set_table (&self.sheet, table->head, last_row, table->n_columns - 1);
  bv_book_define_name (book, ranges[kind], table->sheet, table->head, last_row, table->n_columns);
  bv_sheet_set_page (&self.sheet, TRUE, FROZEN_COLUMNS);
  bv_score_formulas_clear (&self.formulas);
  bv_sheet_clear (&self.sheet);
  return go_on;
}
