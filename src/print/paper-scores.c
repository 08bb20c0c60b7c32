/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion-kind.h"
#include "core/leaf-score.h"
#include "core/letterhead.h"
#include "core/text/date.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "print/document-head.h"
#include "print/measures.h"
#include "print/paper.h"
#include "print/signatures.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The least of each, in mm. */
#define NUMBER_WIDTH 9.0
#define NAME_WIDTH 45.0
#define UNIT_WIDTH 32.0
#define TOTAL_WIDTH 17.0
#define PERCENT_WIDTH 14.0
#define RANK_WIDTH 13.0
#define CLASS_WIDTH 24.0
#define LEAF_WIDTH 15.5  /* for "chờ CB" */
#define DIGIT_WIDTH 2.12 /* of a head, bold */
#define CELL_PADDING 4.8 /* and the brackets of a head */

#define NOTE                                                                                                                                \
  "Hạng tính trong khối; để trống: không đủ điều kiện xét. KG: không được giao; chờ CB: chờ công bố kết " \
  "quả; –: chưa chấm. Trong ngoặc: điểm tối đa."

/* What the score table of one group is made of. */
typedef struct
{
  const BvProposal *proposal;
  const BvRanking *ranking;
  const BvContestGroup *group;
  gboolean has_units; /* the nominees are not their own units */
  double leaf_width;
  double total_width;
} Sheet;

/* The leaves [first, first + n) of one of the tables that stand under each other. */
typedef struct
{
  guint first;
  guint n;
  gboolean has_totals;
} Part;

static gboolean
has_classes (const Sheet *sheet)
{
  return sheet->group->group->classes->len > 0;
}

static double
fixed_width (const Sheet *sheet, gboolean has_totals)
{
  return NUMBER_WIDTH + NAME_WIDTH + (sheet->has_units ? UNIT_WIDTH : 0)
         + (has_totals ? sheet->total_width + PERCENT_WIDTH + RANK_WIDTH : 0)
         + (has_totals && has_classes (sheet) ? CLASS_WIDTH : 0);
}

static guint
count_fitting (const Sheet *sheet, gboolean has_totals)
{
  return MAX (1, (BV_WIDTH_LANDSCAPE - fixed_width (sheet, has_totals)) / sheet->leaf_width);
}

/* As many leaves in each part as in the next, while the last one keeps room for the totals. */
static GArray *
split_columns (const Sheet *sheet)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint most = count_fitting (sheet, FALSE);
  guint last = count_fitting (sheet, TRUE);
  guint n_leaves = sheet->group->leaves->len;
  guint n_parts = n_leaves > last ? 1 + (n_leaves - last + most - 1) / most : 1;
  guint first = 0;

  for (guint left = n_parts; left > 0; left--)
    {
      guint rest = n_leaves - first;
      guint must = left > 1 && rest > last + most * (left - 2) ? rest - last - most * (left - 2) : 0;
      Part part = { first, left > 1 ? MAX (must, (rest + left - 1) / left) : rest, left == 1 };

      g_array_append_val (parts, part);
      first += part.n;
    }
  return parts;
}

static const BvCriterion *
get_leaf (const Sheet *sheet, guint index)
{
  return g_ptr_array_index (sheet->group->leaves, index);
}

static void
add_column (GArray *columns, char *heading, double width, BvAlign align)
{
  BvColumn column = { heading, width, align };

  g_array_append_val (columns, column);
}

static void
add_leaf_columns (GArray *columns, const Sheet *sheet, const Part *part)
{
  for (guint i = part->first; i < part->first + part->n; i++)
    {
      g_autofree char *max = bv_wording_points (get_leaf (sheet, i)->max);

      add_column (columns, g_strdup_printf ("%s\n(%s)", get_leaf (sheet, i)->code, max), sheet->leaf_width,
                  BV_ALIGN_RIGHT);
    }
}

static void
add_total_columns (GArray *columns, const Sheet *sheet)
{
  g_autofree char *full = bv_wording_points (sheet->group->full);

  add_column (columns, g_strdup_printf ("Tổng điểm\n(%s)", full), sheet->total_width, BV_ALIGN_RIGHT);
  add_column (columns, g_strdup ("Tỷ lệ %"), PERCENT_WIDTH, BV_ALIGN_RIGHT);
  add_column (columns, g_strdup ("Hạng"), RANK_WIDTH, BV_ALIGN_CENTER);
  if (has_classes (sheet))
    add_column (columns, g_strdup ("Xếp loại"), CLASS_WIDTH, BV_ALIGN_CENTER);
}

static void
clear_column (gpointer data)
{
  g_free (((BvColumn *) data)->heading);
}

static BvBlock *
add_table (BvSection *section, const Sheet *sheet, const Part *part)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (BvColumn));

  g_array_set_clear_func (columns, clear_column);
  add_column (columns, g_strdup ("TT"), NUMBER_WIDTH, BV_ALIGN_CENTER);
  add_column (columns, g_strdup ("Tên"), NAME_WIDTH, BV_ALIGN_LEFT);
  if (sheet->has_units)
    add_column (columns, g_strdup ("Đơn vị"), UNIT_WIDTH, BV_ALIGN_LEFT);
  add_leaf_columns (columns, sheet, part);
  if (part->has_totals)
    add_total_columns (columns, sheet);
  return bv_section_add_table (section, (const BvColumn *) (gpointer) columns->data, columns->len);
}

static void
write_totals (const Sheet *sheet, const BvRankingEntry *entry, GPtrArray *cells)
{
  const BvScore *score = bv_scores_get (sheet->proposal->scores, entry->entrant);
  const char *name = bv_ranking_find_class (sheet->ranking, entry);

  g_ptr_array_add (cells, bv_wording_points (score->total));
  g_ptr_array_add (cells, bv_wording_percent (score->percent));
  g_ptr_array_add (cells, bv_wording_number (entry->rank));
  if (has_classes (sheet))
    g_ptr_array_add (cells, g_strdup (name != NULL ? name : ""));
}

static char **
write_row (const Sheet *sheet, const Part *part, guint index)
{
  const BvProposal *proposal = sheet->proposal;
  const BvRankingEntry *entry = bv_ranking_entry (sheet->ranking, index);
  const BvEntrant *entrant = bv_contest_entrant (proposal->contest, entry->entrant);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup_printf ("%u", index + 1));
  g_ptr_array_add (cells, g_strdup (entrant->name));
  if (sheet->has_units)
    g_ptr_array_add (cells, g_strdup (bv_proposal_submitting_unit (proposal, entry->entrant)));
  for (guint i = part->first; i < part->first + part->n; i++)
    g_ptr_array_add (cells, bv_leaf_score_words (bv_scores_leaf (proposal->scores, entrant->first_mark + i)));
  if (part->has_totals)
    write_totals (sheet, entry, cells);
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_steal (cells, NULL);
}

/* Only of a table that is split: which leaves its part has. */
static void
add_part_heading (BvSection *section, const Sheet *sheet, const Part *part)
{
  g_autofree char *text = NULL;

  if (part->n == sheet->group->leaves->len)
    return;
  text = g_strdup_printf ("(%stiêu chí %s – %s)", part->first > 0 ? "tiếp theo, " : "",
                          get_leaf (sheet, part->first)->code,
                          get_leaf (sheet, part->first + part->n - 1)->code);
  if (part->first > 0)
    bv_section_add_gap (section, 12);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, text)->keep_with_next = TRUE;
}

static void
add_part (BvSection *section, const Sheet *sheet, const Part *part)
{
  BvBlock *table;

  add_part_heading (section, sheet, part);
  table = add_table (section, sheet, part);
  for (guint i = 0; i < sheet->ranking->entries->len; i++)
    bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, write_row (sheet, part, i));
  bv_width_shares_fit (table, BV_WIDTH_LANDSCAPE);
}

static void
add_title (BvSection *section, const Sheet *sheet)
{
  const BvProposal *proposal = sheet->proposal;
  g_autofree char *kind = bv_vietnamese_upper (bv_group_kind_words (sheet->group->group->kind));
  g_autofree char *title = g_strconcat ("BẢNG ĐIỂM ", kind, NULL);
  g_autofree char *group = g_strconcat ("Khối: ", sheet->group->group->name, NULL);
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);
  g_autofree char *campaign
    = g_strdup_printf ("(%s; ngày xét %s%s)", proposal->campaign->title, date,
                       sheet->ranking->provisional ? "; tạm tính vì còn tiêu chí chờ công bố" : "");

  bv_section_add_paragraph (section, BV_STYLE_TITLE, title);
  bv_section_add_paragraph (section, BV_STYLE_SUBJECT, group);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, campaign);
  bv_section_add_gap (section, 8);
}

static guint
count_not_eligible (const BvRanking *ranking)
{
  guint n = 0;

  for (guint i = 0; i < ranking->entries->len; i++)
    n += bv_ranking_entry (ranking, i)->place == BV_RANK_NOT_ELIGIBLE;
  return n;
}

static void
add_closing (BvSection *section, const Sheet *sheet)
{
  guint n_not_eligible = count_not_eligible (sheet->ranking);
  g_autofree char *count = bv_wording_count (sheet->ranking->entries->len);
  g_autofree char *others = bv_wording_count (n_not_eligible);
  g_autofree char *but
    = n_not_eligible > 0 ? g_strdup_printf (", trong đó %s không đủ điều kiện xét", others) : g_strdup ("");
  g_autofree char *text
    = g_strdup_printf ("Bảng này có %s %s%s.", count, bv_group_kind_words (sheet->group->group->kind), but);

  bv_section_add_paragraph (section, BV_STYLE_CLOSING, text);
  bv_section_add_paragraph (section, BV_STYLE_NOTE, NOTE);
}

static void
add_legend (BvSection *section, const Sheet *sheet)
{
  static const BvColumn columns[] = {
    { (char *) "Mã", 50, BV_ALIGN_CENTER },
    { (char *) "Tiêu chí", 574, BV_ALIGN_LEFT },
    { (char *) "Điểm tối đa", 90, BV_ALIGN_RIGHT },
  };
  BvBlock *table;

  bv_section_add_gap (section, 8);
  table = bv_section_add_table (section, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sheet->group->leaves->len; i++)
    {
      const BvCriterion *leaf = get_leaf (sheet, i);
      char **cells = g_new0 (char *, G_N_ELEMENTS (columns) + 1);

      cells[0] = g_strdup (leaf->code);
      cells[1] = g_strdup (leaf->title);
      cells[2] = bv_criterion_write_max (leaf);
      bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, cells);
    }
  table->keep_with_next = TRUE;
}

static void
add_signatures (BvSection *section, const BvCampaign *campaign)
{
  const BvSigner compiler = { "NGƯỜI LẬP BẢNG", "(Ký, ghi rõ họ tên)", NULL };
  const BvSigner signer = { campaign->issuer_signer_title, NULL, campaign->issuer_signer };

  bv_signatures_add (section, &compiler, &signer);
}

static double
find_width (gint64 points, double least)
{
  g_autofree char *text = bv_wording_points (points);

  return MAX (least, strlen (text) * DIGIT_WIDTH + CELL_PADDING);
}

/* Wide enough for the greatest number of any leaf. */
static double
find_leaf_width (const BvContestGroup *group)
{
  double width = LEAF_WIDTH;

  for (guint i = 0; i < group->leaves->len; i++)
    width = find_width (((const BvCriterion *) g_ptr_array_index (group->leaves, i))->max, width);
  return width;
}

static void
add_group (BvDocument *document, const BvProposal *proposal, guint index)
{
  const BvContestGroup *group = bv_contest_group (proposal->contest, index);
  Sheet sheet = {
    .proposal = proposal,
    .ranking = g_ptr_array_index (proposal->groups, index),
    .group = group,
    .has_units
    = group->group->kind == BV_GROUP_INDIVIDUAL || group->group->assessed_by == BV_ASSESSED_BY_PARENT,
    .leaf_width = find_leaf_width (group),
    .total_width = find_width (group->full, TOTAL_WIDTH),
  };
  g_autoptr (GArray) parts = split_columns (&sheet);
  BvSection *section = bv_document_begin_section (document, BV_TURN_LANDSCAPE);

  bv_document_head_add (section, proposal, NULL);
  add_title (section, &sheet);
  for (guint i = 0; i < parts->len; i++)
    add_part (section, &sheet, &g_array_index (parts, Part, i));
  add_closing (section, &sheet);
  add_legend (section, &sheet);
  add_signatures (section, proposal->campaign);
  bv_origin_add_signed (section, proposal);
}

/* The points of every nominee of a group on every leaf, in the order of the group's ranking; a section a
 * group. More leaves than the page is wide stand in several tables under each other. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  BvDocument *document;

  if (!bv_paper_scope_check (proposal, scope, error))
    return NULL;
  document = bv_document_new ("Bảng điểm", bv_letterhead_organ (proposal->campaign));
  for (guint i = 0; i < proposal->contest->groups->len; i++)
    if (scope->group == NULL
        || g_str_equal (scope->group, bv_contest_group (proposal->contest, i)->group->key))
      add_group (document, proposal, i);
  return document;
}

const BvPaper bv_scores_paper = {
  .name = "scores",
  .title = N_ ("Score table of a group"),
  .help = N_ ("The points of each nominee of a group on each criterion"),
  .takes = BV_PAPER_BY_GROUP,
  .use = BV_PAPER_PROPOSED,
  .choices = { N_ ("All groups"), .by_group = TRUE },
  .dossier = { 5, "Bảng điểm", "Bảng điểm", NULL },
  .compose = compose,
};
