/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/paper-missing.h"

#include "core/letterhead.h"
#include "core/text/date.h"
#include "core/text/wording.h"
#include "print/measures.h"
#include "print/paper.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>

#define TITLE "HỒ SƠ CÒN THIẾU"
#define SUMMARY_TITLE "TỔNG HỢP HỒ SƠ CÒN THIẾU"

/* Columns of the list, and of the summary: number, unit, kinds that occur, sum. Widths are the least of each,
 * in mm. */
#define N_LIST_COLUMNS 4
#define N_FIXED_COLUMNS 3

static const BvColumn list_columns[N_LIST_COLUMNS] = {
  { (char *) "TT", 9, BV_ALIGN_CENTER },
  { (char *) "Trường hợp", 25, BV_ALIGN_LEFT },
  { (char *) "Tiêu chí", 30, BV_ALIGN_LEFT },
  { (char *) "Còn thiếu", 45, BV_ALIGN_LEFT },
};

/* The heading of a section: what it is, of whom, and in which campaign on which day. */
static void
add_heading (BvSection *section, const BvProposal *proposal, const char *title, const char *subject)
{
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);
  g_autofree char *of
    = g_strdup_printf ("(%s, tính đến ngày %s)", bv_campaign_short_title (proposal->campaign), date);

  bv_section_add_paragraph (section, BV_STYLE_TITLE, title);
  bv_section_add_paragraph (section, BV_STYLE_SUBJECT, subject);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, of);
  bv_section_add_gap (section, 8);
}

static void
take_cell (char ***cell, char *text)
{
  *(*cell)++ = text;
}

static char **
make_list_row (const BvProposal *proposal, const BvMissingUnit *owing, guint first, guint number)
{
  const BvMissingItem *item = g_ptr_array_index (owing->items, first);
  char **cells = g_new0 (char *, N_LIST_COLUMNS + 1);
  char **cell = cells;

  take_cell (&cell, g_strdup_printf ("%u", number));
  take_cell (&cell, g_strdup (bv_contest_entrant (proposal->contest, item->entrant)->name));
  take_cell (&cell, bv_missing_item_subject (item));
  take_cell (&cell, bv_missing_describe_leaf (owing, first, "\n"));
  return cells;
}

static guint
count_nominees (const BvMissingUnit *owing)
{
  guint n = 0;
  guint last = G_MAXUINT;

  for (guint i = 0; i < owing->items->len; i++)
    {
      const BvMissingItem *item = g_ptr_array_index (owing->items, i);

      n += item->entrant != last;
      last = item->entrant;
    }
  return n;
}

static void
add_closing (BvSection *section, const BvMissingUnit *owing)
{
  g_autofree char *items = bv_wording_count (owing->items->len);
  g_autofree char *nominees = bv_wording_count (count_nominees (owing));
  g_autofree char *text
    = g_strdup_printf ("Danh sách này có %s nội dung của %s trường hợp.", items, nominees);

  bv_section_add_paragraph (section, BV_STYLE_CLOSING, text);
}

static void
add_unit (BvDocument *document, const BvProposal *proposal, const BvMissingUnit *owing)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  BvBlock *table;
  guint number = 1;

  add_heading (section, proposal, TITLE, owing->unit->name);
  table = bv_section_add_table (section, list_columns, N_LIST_COLUMNS);
  table->keep_with_next = TRUE;
  for (guint i = 0; i < owing->items->len; i += bv_missing_count_leaf (owing, i))
    bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, make_list_row (proposal, owing, i, number++));
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
  add_closing (section, owing);
}

/* What is added up in the summary. */
typedef struct
{
  guint counts[BV_N_MISSING_KINDS];
  guint n_items;
  guint n_kinds; /* that occur */
} Sums;

static void
sums_add (Sums *sums, const BvMissingUnit *owing)
{
  for (guint kind = 0; kind < BV_N_MISSING_KINDS; kind++)
    {
      sums->n_kinds += sums->counts[kind] == 0 && owing->counts[kind] > 0;
      sums->counts[kind] += owing->counts[kind];
    }
  sums->n_items += owing->items->len;
}

static char *
write_count (guint count)
{
  return count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("");
}

/* @counts of the kinds that occur at all. */
static char **
make_summary_row (const Sums *sums, char *number, const char *name, const guint *counts, guint n_items)
{
  char **cells = g_new0 (char *, N_FIXED_COLUMNS + sums->n_kinds + 1);
  char **cell = cells;

  take_cell (&cell, number);
  take_cell (&cell, g_strdup (name));
  for (guint kind = 0; kind < BV_N_MISSING_KINDS; kind++)
    if (sums->counts[kind] > 0)
      take_cell (&cell, write_count (counts[kind]));
  take_cell (&cell, g_strdup_printf ("%u", n_items));
  return cells;
}

static BvBlock *
add_summary_table (BvSection *section, const Sums *sums)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (BvColumn));
  BvColumn column = { (char *) "TT", 10, BV_ALIGN_CENTER };
  BvBlock *table;

  g_array_append_val (columns, column);
  column = (BvColumn){ (char *) "Đơn vị", 35, BV_ALIGN_LEFT };
  g_array_append_val (columns, column);
  column = (BvColumn){ NULL, 10, BV_ALIGN_CENTER };
  for (guint kind = 0; kind < BV_N_MISSING_KINDS; kind++)
    if (sums->counts[kind] > 0)
      {
        column.heading = (char *) bv_missing_kind_words (kind);
        g_array_append_val (columns, column);
      }
  column = (BvColumn){ (char *) "Cộng", 12, BV_ALIGN_CENTER };
  g_array_append_val (columns, column);
  table = bv_section_add_table (section, (const BvColumn *) (gpointer) columns->data, columns->len);
  table->is_dense = TRUE;
  return table;
}

static void
add_summary (BvDocument *document, const BvMissing *missing)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  Sums sums = { 0 };
  BvBlock *table;

  for (guint i = 0; i < missing->units->len; i++)
    sums_add (&sums, g_ptr_array_index (missing->units, i));
  add_heading (section, missing->proposal, SUMMARY_TITLE, NULL);
  table = add_summary_table (section, &sums);
  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *owing = g_ptr_array_index (missing->units, i);

      bv_block_add_row (table, BV_BLOCK_ROW_PLAIN,
                        make_summary_row (&sums, g_strdup_printf ("%u", i + 1), owing->unit->name,
                                          owing->counts, owing->items->len));
    }
  bv_block_add_row (table, BV_BLOCK_ROW_TOTAL,
                    make_summary_row (&sums, g_strdup (""), "Cộng", sums.counts, sums.n_items));
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
}

/* That nothing is missing is said, for an empty page says nothing. */
static void
add_nothing (BvDocument *document, const BvProposal *proposal, const BvUnit *unit)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  add_heading (section, proposal, TITLE, unit != NULL ? unit->name : NULL);
  bv_section_add_paragraph (section, BV_STYLE_BODY,
                            unit != NULL ? "Đơn vị không còn thiếu nội dung nào."
                                         : "Không đơn vị nào còn thiếu hồ sơ.");
}

static BvDocument *
begin (const BvProposal *proposal)
{
  return bv_document_new ("Hồ sơ còn thiếu", bv_letterhead_organ (proposal->campaign));
}

/**
 * bv_paper_missing_new_of_unit:
 * @missing: what is missing
 * @owing: what one of the units owes
 *
 * The paper of one unit, where it is known already what all of them owe.
 *
 * Returns: (transfer full): the document
 */
BvDocument *
bv_paper_missing_new_of_unit (const BvMissing *missing, const BvMissingUnit *owing)
{
  BvDocument *document = begin (missing->proposal);

  add_unit (document, missing->proposal, owing);
  return document;
}

/* A working list of the office: what each unit still owes on the ranking's date, a section a unit, behind a
 * summary where they are several. A unit that owes nothing has no section, unless it is the one that is
 * asked for. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  g_autoptr (BvMissing) missing = NULL;
  BvDocument *document;
  guint n_units = 0;

  if (!bv_paper_scope_check (proposal, scope, error))
    return NULL;
  missing = bv_missing_new (proposal, scope->group, scope->nominee);
  document = begin (proposal);
  if (scope->unit == NULL && missing->units->len > 1)
    add_summary (document, missing);
  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *owing = g_ptr_array_index (missing->units, i);

      if (scope->unit != NULL && !g_str_equal (scope->unit, owing->unit->code))
        continue;
      add_unit (document, proposal, owing);
      n_units++;
    }
  if (n_units == 0)
    add_nothing (document, proposal, bv_proposal_find_unit (proposal, scope->unit));
  return document;
}

const BvPaper bv_missing_paper = {
  .name = "missing",
  .title = N_ ("What is missing, by unit"),
  .help = N_ ("What each unit still owes"),
  .takes = BV_PAPER_BY_ANY,
  .choices = { N_ ("All units"), .whole_first = TRUE },
  .compose = compose,
};
