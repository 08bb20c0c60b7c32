/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date.h"
#include "core/letterhead.h"
#include "core/wording.h"
#include "exchange/sheet-cells.h"
#include "exchange/sheet-letterhead.h"
#include "exchange/sheet-page.h"
#include "exchange/workbook-sheets.h"

#include <math.h>

#define SPAN_HEIGHT 400.0 /* points a row can have, with some room */
#define GAP_HEIGHT 6.0

typedef struct _ListPlan ListPlan;

/* What is proposed to be commended in one list. */
typedef struct
{
  const ListPlan *plan;
  GPtrArray *entries; /* of BvRankingEntry */
  GArray *parts;      /* of Part */
  guint last_row;     /* where the last of them begins */
} List;

/* Those of one pool. */
typedef struct
{
  const BvRanking *pool;
  guint n_entries;
} Part;

struct _ListPlan
{
  BvGroupKind kind;
  const char *sheet;
  const char *range;
  const char *title;
  const char *counted;
  const BvSheetColumn *columns;
  guint n_columns;
  guint split;
  void (*write_cells) (BvSheet *sheet, guint row, const BvNominee *nominee, const BvRankingEntry *entry);
};

static char *
capitals (const char *text)
{
  return g_utf8_strup (text, -1);
}

static const char *
award_of (const BvSheet *sheet, const BvNominee *nominee)
{
  const char *award = nominee->award != NULL ? nominee->award : sheet->book->proposal->campaign->award;

  return award != NULL ? award : "";
}

/* What the one who signs must know of this place. */
static char *
note_of (const BvSheet *sheet, const BvNominee *nominee, const BvRankingEntry *entry)
{
  const BvProposal *proposal = sheet->book->proposal;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *decision = NULL;

  if (entry->decided && nominee->decision != NULL)
    {
      decision = g_strdup_printf ("Theo quyết định bằng văn bản: %s", nominee->decision->reason);
      g_ptr_array_add (notes, decision);
    }
  if (bv_scores_get (proposal->scores, entry->entrant)->provisional)
    g_ptr_array_add (notes, (char *) "Điểm tạm tính, chờ công bố kết quả");
  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("\n", (char **) notes->pdata);
}

static void
write_collective (BvSheet *sheet, guint row, const BvNominee *nominee, const BvRankingEntry *entry)
{
  guint entrant = entry->entrant;
  g_autofree char *note = note_of (sheet, nominee, entry);

  bv_sheet_text (sheet, row, 1, bv_contest_entrant (sheet->book->proposal->contest, entrant)->name,
                 BV_FORMAT_LIST_TEXT);
  bv_sheet_text (sheet, row, 2, bv_book_submitting_unit (sheet->book, entrant), BV_FORMAT_LIST_TEXT);
  bv_sheet_text (sheet, row, 3, nominee->summary, BV_FORMAT_LIST_TEXT);
  bv_sheet_text (sheet, row, 4, award_of (sheet, nominee), BV_FORMAT_LIST_CENTER);
  bv_sheet_text (sheet, row, 5, note, BV_FORMAT_LIST_TEXT);
}

/* "Bà Nguyễn Thị Ánh". */
static char *
write_person_name (const BvNominee *nominee, const BvEntrant *entrant)
{
  static const char *const titles[] = { [BV_GENDER_FEMALE] = "Bà ", [BV_GENDER_MALE] = "Ông " };
  const BvPerson *person = nominee->person;

  return g_strconcat (person != NULL && person->gender != BV_NONE ? titles[person->gender] : "",
                      entrant->name, NULL);
}

static char *
write_position (const BvNominee *nominee, const BvEntrant *entrant)
{
  const char *position = nominee->person != NULL ? nominee->person->position : NULL;

  if (position == NULL || *position == '\0')
    return g_strdup (entrant->unit_name);
  return g_strdup_printf ("%s, %s", position, entrant->unit_name);
}

static char *
write_award (const BvAward *award)
{
  g_autofree char *date = award->date != BV_NONE ? bv_date_to_vietnamese (award->date) : NULL;
  GString *text = g_string_new (award->form);

  if (award->decision != NULL && *award->decision != '\0')
    g_string_append_printf (text, " (%s%s%s)", award->decision, date != NULL ? ", " : "",
                            date != NULL ? date : "");
  else if (award->year != BV_NONE)
    g_string_append_printf (text, " (%" G_GINT64_FORMAT ")", award->year);
  return g_string_free (text, FALSE);
}

static char *
write_awards (const BvNominee *nominee)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nominee->awards->len; i++)
    {
      g_autofree char *award = write_award (g_ptr_array_index (nominee->awards, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", award);
    }
  return g_string_free (text, FALSE);
}

static void
write_birth_year (BvSheet *sheet, guint row, const BvNominee *nominee)
{
  gint64 born = nominee->person != NULL ? nominee->person->born : BV_NONE;

  bv_sheet_number (sheet, row, 2, born != BV_NONE ? born / 10000 : BV_NONE, BV_FORMAT_LIST_YEAR);
}

static void
write_individual (BvSheet *sheet, guint row, const BvNominee *nominee, const BvRankingEntry *entry)
{
  const BvEntrant *self = bv_contest_entrant (sheet->book->proposal->contest, entry->entrant);
  g_autofree char *name = write_person_name (nominee, self);
  g_autofree char *position = write_position (nominee, self);
  g_autofree char *awards = write_awards (nominee);
  g_autofree char *note = note_of (sheet, nominee, entry);

  bv_sheet_text (sheet, row, 1, name, BV_FORMAT_LIST_TEXT);
  write_birth_year (sheet, row, nominee);
  bv_sheet_text (sheet, row, 3, position, BV_FORMAT_LIST_TEXT);
  bv_sheet_text (sheet, row, 4, nominee->summary, BV_FORMAT_LIST_TEXT);
  bv_sheet_text (sheet, row, 5, award_of (sheet, nominee), BV_FORMAT_LIST_CENTER);
  bv_sheet_text (sheet, row, 6, awards, BV_FORMAT_LIST_TEXT);
  bv_sheet_text (sheet, row, 7, note, BV_FORMAT_LIST_TEXT);
}

static const BvSheetColumn collective_columns[] = {
  { "TT", 5 },
  { "Tên tập thể", 24 },
  { "Đơn vị trình", 20 },
  { "Tóm tắt thành tích", 45 },
  { "Hình thức đề nghị khen thưởng", 25 },
  { "Ghi chú", 12 },
};

static const BvSheetColumn individual_columns[] = {
  { "TT", 5 },
  { "Họ và tên (Ông/Bà)", 20 },
  { "Năm sinh", 7 },
  { "Chức vụ, đơn vị công tác", 23 },
  { "Tóm tắt thành tích", 27 },
  { "Hình thức đề nghị", 17 },
  { "Đã khen (số QĐ, ngày)", 20 },
  { "Ghi chú", 10 },
};

static const ListPlan plans[] = {
  [BV_GROUP_COLLECTIVE] = { BV_GROUP_COLLECTIVE, "Tập thể", "DanhSachTapThe", "TẬP THỂ", "tập thể",
                            collective_columns, G_N_ELEMENTS (collective_columns), 3, write_collective },
  [BV_GROUP_INDIVIDUAL] = { BV_GROUP_INDIVIDUAL, "Cá nhân", "DanhSachCaNhan", "CÁ NHÂN", "cá nhân",
                            individual_columns, G_N_ELEMENTS (individual_columns), 4, write_individual },
};

/* One achievement is commended once: whoever is inside of two pools stands in the list of the first. */
static void
list_add_pool (List *list, const BvRanking *pool, GHashTable *listed)
{
  const BvContest *contest = pool->scores->contest;
  Part part = { pool, 0 };

  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);
      guint group = bv_contest_entrant (contest, entry->entrant)->group;

      if (entry->place != BV_RANK_INSIDE || bv_contest_group (contest, group)->group->kind != list->plan->kind
          || !g_hash_table_add (listed, GUINT_TO_POINTER (entry->entrant)))
        continue;
      g_ptr_array_add (list->entries, (gpointer) entry);
      part.n_entries++;
    }
  if (part.n_entries > 0)
    g_array_append_val (list->parts, part);
}

static void
list_init (List *list, const BvProposal *proposal, const ListPlan *plan)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);

  list->plan = plan;
  list->last_row = 0;
  list->entries = g_ptr_array_new ();
  list->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  for (guint i = 0; i < proposal->pools->len; i++)
    list_add_pool (list, g_ptr_array_index (proposal->pools, i), listed);
}

static void
list_clear (List *list)
{
  g_ptr_array_unref (list->entries);
  g_array_unref (list->parts);
}

static void
write_across (BvSheet *sheet, guint row, const ListPlan *plan, const char *text, BvFormatId format)
{
  bv_sheet_merged (sheet, row, 0, plan->n_columns - 1, text, format);
  bv_sheet_end_row (sheet, row);
}

static void
write_gap (BvSheet *sheet, guint row)
{
  bv_sheet_need_height (sheet, GAP_HEIGHT);
  bv_sheet_end_row (sheet, row);
}

static guint
write_title (BvSheet *sheet, guint row, const ListPlan *plan)
{
  const BvCampaign *campaign = sheet->book->proposal->campaign;
  const char *award = campaign->award != NULL ? campaign->award : "";
  g_autofree char *upper = capitals (award);
  g_autofree char *annex_number = bv_wording_roman (plan->kind == BV_GROUP_COLLECTIVE ? 1 : 2);
  g_autofree char *annex = g_strdup_printf ("Phụ lục %s", annex_number);
  g_autofree char *title = g_strdup_printf ("DANH SÁCH %s ĐỀ NGHỊ %s%s", plan->title,
                                            *award != '\0' ? "TẶNG " : "KHEN THƯỞNG", upper);
  g_autofree char *attached = bv_letterhead_attached_to (campaign);

  write_across (sheet, row++, plan, annex, BV_FORMAT_ANNEX);
  write_across (sheet, row++, plan, title, BV_FORMAT_TITLE);
  write_across (sheet, row++, plan, campaign->title, BV_FORMAT_SUBJECT);
  write_across (sheet, row++, plan, attached, BV_FORMAT_ATTACHED);
  write_gap (sheet, row++);
  return row;
}

static void
write_entry (BvSheet *sheet, guint row, const ListPlan *plan, guint number, const BvRankingEntry *entry)
{
  bv_sheet_number (sheet, row, 0, number, BV_FORMAT_LIST_CENTER);
  plan->write_cells (sheet, row, bv_proposal_get_nominee (sheet->book->proposal, entry->entrant), entry);
}

/* A row has a greatest height; a nominee whose achievements need more takes several, merged. */
static guint
write_tall_entry (BvSheet *sheet, guint row, const ListPlan *plan, guint number, const BvRankingEntry *entry)
{
  double height = sheet->row_height;
  guint n_rows = ceil (height / SPAN_HEIGHT);

  for (guint i = 0; i < plan->n_columns; i++)
    bv_book_check (sheet->book, worksheet_merge_range (sheet->worksheet, row, i, row + n_rows - 1, i, "",
                                                       sheet->book->formats[BV_FORMAT_LIST_TEXT]));
  write_entry (sheet, row, plan, number, entry);
  for (guint i = 0; i < n_rows; i++)
    {
      sheet->row_height = height / n_rows;
      bv_sheet_end_row (sheet, row++);
    }
  return row;
}

static guint
write_entries (BvSheet *sheet, guint row, List *list, guint first, guint n_entries)
{
  for (guint i = first; i < first + n_entries; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (list->entries, i);

      list->last_row = row;
      write_entry (sheet, row, list->plan, i + 1, entry);
      if (sheet->row_height > SPAN_HEIGHT)
        row = write_tall_entry (sheet, row, list->plan, i + 1, entry);
      else
        bv_sheet_end_row (sheet, row++);
    }
  return row;
}

static guint
write_table (BvSheet *sheet, guint row, List *list)
{
  guint first = 0;

  bv_sheet_head (sheet, row++, list->plan->columns, list->plan->n_columns, BV_FORMAT_LIST_HEAD);
  for (guint i = 0; i < list->parts->len; i++)
    {
      const Part *part = &g_array_index (list->parts, Part, i);

      if (list->parts->len > 1)
        {
          g_autofree char *number = bv_wording_roman (i + 1);
          g_autofree char *count = bv_wording_count (part->n_entries);
          g_autofree char *title
            = g_strdup_printf ("%s. %s (%s %s)", number, part->pool->quota->name, count, list->plan->counted);

          write_across (sheet, row++, list->plan, title, BV_FORMAT_LIST_PART);
        }
      row = write_entries (sheet, row, list, first, part->n_entries);
      first += part->n_entries;
    }
  return row;
}

static void
write_closing (BvSheet *sheet, guint row, const List *list)
{
  g_autofree char *count = bv_wording_count (list->entries->len);
  g_autofree char *text = g_strdup_printf ("Danh sách này có %s %s./.", count, list->plan->counted);

  write_across (sheet, row, list->plan, text, BV_FORMAT_CLOSING);
}

/**
 * bv_list_sheet_write:
 * @book: a book
 * @kind: collectives or individuals
 *
 * Writes the list of those proposed, as an annex of the submission that is ready to sign: who is inside of
 * the quota line of any pool, in the order of the pools.
 *
 * Returns: whether to go on
 */
gboolean
bv_list_sheet_write (BvBook *book, BvGroupKind kind)
{
  const ListPlan *plan = &plans[kind];
  BvSheetHalves place = { plan->split, plan->n_columns - 1 };
  List list;
  BvSheet sheet;
  guint head;
  guint row;

  bv_sheet_init (&sheet, book, plan->sheet);
  list_init (&list, book->proposal, plan);
  bv_sheet_set_widths (&sheet, plan->columns, plan->n_columns);
  row = bv_sheet_write_letterhead (&sheet, 0, &place);
  head = row = write_title (&sheet, row, plan);
  row = write_table (&sheet, row, &list);
  bv_book_define_name (book, plan->range, plan->sheet, head, 0, row - 1, plan->n_columns - 1);
  write_gap (&sheet, row++);
  write_closing (&sheet, row++, &list);
  write_gap (&sheet, row++);
  bv_sheet_write_signature (&sheet, row, &place);
  bv_sheet_set_page (&sheet, TRUE);
  bv_book_check (book, worksheet_repeat_rows (sheet.worksheet, head, head));
  if (list.entries->len > 1)
    bv_sheet_keep_together (&sheet, head, list.last_row, TRUE);
  list_clear (&list);
  bv_sheet_clear (&sheet);
  return bv_book_advance (book);
}
