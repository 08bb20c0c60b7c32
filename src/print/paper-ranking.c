/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letterhead.h"
#include "core/ranking-row.h"
#include "core/ranking-sentences.h"
#include "core/text/date.h"
#include "print/document-head.h"
#include "print/measures.h"
#include "print/paper.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>

#define GAP_HEIGHT 8.0

static const BvAlign aligns[BV_RANKED_N_COLUMNS] = {
  [BV_RANKED_RANK] = BV_ALIGN_CENTER,   [BV_RANKED_CLASS] = BV_ALIGN_CENTER,
  [BV_RANKED_NAME] = BV_ALIGN_LEFT,     [BV_RANKED_UNIT] = BV_ALIGN_LEFT,
  [BV_RANKED_GROUP] = BV_ALIGN_LEFT,    [BV_RANKED_TOTAL] = BV_ALIGN_RIGHT,
  [BV_RANKED_PERCENT] = BV_ALIGN_RIGHT, [BV_RANKED_PLACE] = BV_ALIGN_CENTER,
  [BV_RANKED_MARGIN] = BV_ALIGN_RIGHT,  [BV_RANKED_DECIDED_BY] = BV_ALIGN_CENTER,
  [BV_RANKED_NOTE] = BV_ALIGN_CENTER,
};

/* The table of one ranking that is being written. */
typedef struct
{
  const BvProposal *proposal;
  const BvRanking *ranking;
  guint line; /* the first entry below it; G_MAXUINT: a group has none */
  BvRankedColumn columns[BV_RANKED_N_COLUMNS];
  guint n_columns;
  GPtrArray *notes;    /* of char *, in the order of their numbers */
  GHashTable *numbers; /* text of a note → its number */
} Sheet;

static const BvEntrant *
get_entrant (const BvRanking *ranking, guint entry)
{
  return bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, entry)->entrant);
}

static gboolean
has_several_groups (const BvRanking *ranking)
{
  for (guint i = 1; i < ranking->entries->len; i++)
    if (get_entrant (ranking, i)->group != get_entrant (ranking, 0)->group)
      return TRUE;
  return FALSE;
}

/* Where nobody but the nominees themselves submits, the units are their names once more. */
static gboolean
has_other_units (const BvProposal *proposal, const BvRanking *ranking)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    if (!g_str_equal (bv_proposal_submitting_unit (proposal, bv_ranking_entry (ranking, i)->entrant),
                      get_entrant (ranking, i)->name))
      return TRUE;
  return FALSE;
}

/* Where every group has 100 points and every leaf was assigned, the percent is the total once more. */
static gboolean
has_own_percents (const BvRanking *ranking)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvScore *score = bv_scores_get (ranking->scores, bv_ranking_entry (ranking, i)->entrant);

      if (score->percent != score->total)
        return TRUE;
    }
  return FALSE;
}

/* What says the same in every row is said above the table, what is said beside it is not said again. */
static gboolean
shows_column (const BvProposal *proposal, const BvRanking *ranking, BvRankedColumn column)
{
  switch (column)
    {
    case BV_RANKED_POOL:
      return FALSE;
    case BV_RANKED_CLASS:
      return bv_ranking_has_classes (ranking);
    case BV_RANKED_UNIT:
      return has_other_units (proposal, ranking);
    case BV_RANKED_GROUP:
      return has_several_groups (ranking);
    case BV_RANKED_PERCENT:
      return has_own_percents (ranking);
    case BV_RANKED_PLACE:
    case BV_RANKED_MARGIN:
      return ranking->quota != NULL;
    default:
      return TRUE;
    }
}

static void
sheet_init (Sheet *sheet, const BvProposal *proposal, const BvRanking *ranking)
{
  *sheet = (Sheet){ .proposal = proposal, .ranking = ranking };
  sheet->line = ranking->quota != NULL ? bv_ranking_find_line (ranking) : G_MAXUINT;
  sheet->notes = g_ptr_array_new_with_free_func (g_free);
  sheet->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (BvRankedColumn i = 0; i < BV_RANKED_N_COLUMNS; i++)
    if (shows_column (proposal, ranking, i))
      sheet->columns[sheet->n_columns++] = i;
}

static void
sheet_clear (Sheet *sheet)
{
  g_ptr_array_unref (sheet->notes);
  g_hash_table_unref (sheet->numbers);
}

/* Whether a step of the tie chain set it behind the one above. */
static gboolean
is_by_chain (const BvRankingEntry *entry)
{
  return entry->decided_by >= BV_DECIDED_BY_STEP;
}

/* Near the line the reason is given: of the last inside and the first outside, and of every tie above them
 * that was decided. */
static gboolean
needs_reason (const Sheet *sheet, guint index)
{
  const BvRankingEntry *entry = bv_ranking_entry (sheet->ranking, index);

  if (entry->place == BV_RANK_NOT_ELIGIBLE || sheet->line == G_MAXUINT || sheet->line == 0)
    return FALSE;
  return index + 1 == sheet->line || index == sheet->line || (index < sheet->line && is_by_chain (entry));
}

/* Takes @text. The same note has the same number. */
static char *
sheet_number_note (Sheet *sheet, char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (sheet->numbers, text));

  if (number == 0)
    {
      g_ptr_array_add (sheet->notes, text);
      number = sheet->notes->len;
      g_hash_table_insert (sheet->numbers, text, GUINT_TO_POINTER (number));
    }
  else
    {
      g_free (text);
    }
  return g_strdup_printf ("(%u)", number);
}

static char *
write_note_mark (Sheet *sheet, const BvRankingRow *row, guint index)
{
  if (*row->note != '\0')
    return sheet_number_note (sheet, g_strdup (row->note));
  if (needs_reason (sheet, index))
    return sheet_number_note (sheet, bv_ranking_describe (sheet->ranking, index));
  return g_strdup ("");
}

static void
add_entry (BvBlock *table, Sheet *sheet, guint index)
{
  gboolean unresolved = bv_ranking_entry (sheet->ranking, index)->place == BV_RANK_UNRESOLVED;
  char **cells = g_new0 (char *, sheet->n_columns + 1);
  g_auto (BvRankingRow) row;

  bv_ranking_row_init (&row, sheet->proposal, sheet->ranking, index);
  for (guint i = 0; i < sheet->n_columns; i++)
    cells[i] = sheet->columns[i] == BV_RANKED_NOTE ? write_note_mark (sheet, &row, index)
                                                   : bv_ranking_row_write_cell (&row, sheet->columns[i]);
  bv_block_add_row (table, unresolved ? BV_BLOCK_ROW_MARKED : BV_BLOCK_ROW_PLAIN, cells);
}

static BvBlock *
add_columns (BvSection *section, const Sheet *sheet)
{
  BvColumn columns[BV_RANKED_N_COLUMNS];

  for (guint i = 0; i < sheet->n_columns; i++)
    columns[i]
      = (BvColumn){ (char *) bv_ranking_row_heading (sheet->columns[i]), 0, aligns[sheet->columns[i]] };
  return bv_section_add_table (section, columns, sheet->n_columns);
}

static void
add_table (BvSection *section, Sheet *sheet)
{
  BvBlock *table = add_columns (section, sheet);
  guint n_entries = sheet->ranking->entries->len;

  for (guint i = 0; i <= n_entries; i++)
    {
      if (i == sheet->line)
        {
          g_autofree char *size = bv_ranking_write_size (sheet->ranking);
          g_autofree char *text = g_strdup_printf ("Ranh giới chỉ tiêu: %s", size);

          bv_block_add_across (table, BV_BLOCK_ROW_LINE, text);
        }
      if (i < n_entries)
        add_entry (table, sheet, i);
    }
  bv_width_shares_fit (table, BV_WIDTH_LANDSCAPE);
}

static char *
write_subject (const BvRanking *ranking)
{
  g_autofree char *size = NULL;

  if (ranking->quota == NULL)
    return g_strdup_printf ("Khối: %s", ranking->group->name);
  size = bv_ranking_write_size (ranking);
  return g_strdup_printf ("Nguồn xét: %s (chỉ tiêu %s)", ranking->quota->name, size);
}

static void
add_title (BvSection *section, const Sheet *sheet)
{
  const BvProposal *proposal = sheet->proposal;
  g_autofree char *subject = write_subject (sheet->ranking);
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);
  g_autofree char *campaign
    = g_strdup_printf ("(%s; ngày xét %s%s)", proposal->campaign->title, date,
                       sheet->ranking->provisional ? "; xếp hạng tạm thời vì còn tiêu chí chờ công bố" : "");

  bv_section_add_paragraph (section, BV_STYLE_TITLE, "BẢNG XẾP HẠNG");
  bv_section_add_paragraph (section, BV_STYLE_SUBJECT, subject);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, campaign);
  bv_section_add_gap (section, GAP_HEIGHT);
}

/* What the table leaves to say: of the pool as a whole, then the numbered notes. */
static void
add_notes (BvSection *section, const Sheet *sheet)
{
  bv_section_add_gap (section, GAP_HEIGHT);
  if (sheet->ranking->quota != NULL)
    {
      g_auto (GStrv) remarks = bv_ranking_list_remarks (sheet->ranking);

      for (guint i = 0; remarks[i] != NULL; i++)
        bv_section_add_paragraph (section, BV_STYLE_NOTE, remarks[i]);
    }
  for (guint i = 0; i < sheet->notes->len; i++)
    {
      const char *note = g_ptr_array_index (sheet->notes, i);
      g_autofree char *text = g_strdup_printf ("(%u) %s", i + 1, note);

      bv_section_add_paragraph (section, BV_STYLE_NOTE, text);
    }
}

static void
add_ranking (BvDocument *document, const BvProposal *proposal, const BvRanking *ranking)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_LANDSCAPE);
  Sheet sheet;

  sheet_init (&sheet, proposal, ranking);
  bv_document_head_add (section, proposal, NULL);
  add_title (section, &sheet);
  add_table (section, &sheet);
  add_notes (section, &sheet);
  bv_section_add_gap (section, GAP_HEIGHT)->keep_with_next = TRUE;
  bv_signature_add (section, proposal, BV_LETTERHEAD_UNADDRESSED);
  bv_origin_add_signed (section, proposal);
  sheet_clear (&sheet);
}

/* The order of each pool with its quota line and the reason for each place, a section a pool: what the sheet
 * `Xếp hạng` of the workbook says. Of one group, its order without a line. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  BvDocument *document;

  if (!bv_paper_scope_check (proposal, scope, error))
    return NULL;
  document = bv_document_new ("Bảng xếp hạng", bv_letterhead_organ (proposal->campaign));
  if (scope->group != NULL)
    add_ranking (
      document, proposal,
      g_ptr_array_index (proposal->groups, bv_contest_find_group (proposal->contest, scope->group)));
  else
    for (guint i = 0; i < proposal->pools->len; i++)
      add_ranking (document, proposal, g_ptr_array_index (proposal->pools, i));
  return document;
}

const BvPaper bv_ranking_paper = {
  .name = "ranking",
  .title = N_ ("Ranking"),
  .help = N_ ("The order of each award pool with its quota line, or of one group"),
  .takes = BV_PAPER_BY_GROUP,
  .use = BV_PAPER_PROPOSED | BV_PAPER_MAILED,
  .choices = { N_ ("All award pools"), .whole_first = TRUE, .by_group = TRUE },
  .dossier = { 4, "Bảng xếp hạng", "Bảng xếp hạng", NULL },
  .compose = compose,
};
