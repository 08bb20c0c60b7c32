/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proposed-list.h"

#include "core/text/date.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"

static const BvProposedColumn collective_columns[] = {
  { "TT", BV_PROPOSED_NUMBER },
  { "Tên tập thể", BV_PROPOSED_TEXT },
  { "Đơn vị trình", BV_PROPOSED_TEXT },
  { "Tóm tắt thành tích", BV_PROPOSED_TEXT },
  { "Hình thức đề nghị khen thưởng", BV_PROPOSED_CENTERED },
  { "Ghi chú", BV_PROPOSED_TEXT },
};

static const BvProposedColumn individual_columns[] = {
  { "TT", BV_PROPOSED_NUMBER },
  { "Họ và tên (Ông/Bà)", BV_PROPOSED_TEXT },
  { "Năm sinh", BV_PROPOSED_YEAR },
  { "Chức vụ, đơn vị công tác", BV_PROPOSED_TEXT },
  { "Tóm tắt thành tích", BV_PROPOSED_TEXT },
  { "Hình thức đề nghị", BV_PROPOSED_CENTERED },
  { "Đã khen (số QĐ, ngày)", BV_PROPOSED_TEXT },
  { "Ghi chú", BV_PROPOSED_TEXT },
};

static gboolean
list_takes (const BvProposedList *list, const BvRankingEntry *entry)
{
  const BvContest *contest = list->proposal->contest;
  const BvGroup *group
    = bv_contest_group (contest, bv_contest_entrant (contest, entry->entrant)->group)->group;

  return entry->place == BV_RANK_INSIDE && group->kind == (gint64) list->kind
         && (list->group == NULL || list->group == group);
}

/* One achievement is commended once: whoever is inside of two pools stands in the list of the first. */
static void
list_add_pool (BvProposedList *list, const BvRanking *pool, GHashTable *listed)
{
  BvProposedPart part = { pool, list->entries->len, 0 };

  for (guint i = 0; i < pool->entries->len; i++)
    {
      BvRankingEntry *entry = bv_ranking_entry (pool, i);

      if (!list_takes (list, entry) || !g_hash_table_add (listed, GUINT_TO_POINTER (entry->entrant)))
        continue;
      g_ptr_array_add (list->entries, entry);
    }
  part.end = list->entries->len;
  if (part.end > part.first)
    g_array_append_val (list->parts, part);
}

/**
 * bv_proposed_list_new:
 * @proposal: a proposal with its whole campaign; it must outlive the list
 * @kind: collectives or individuals
 * @group: (nullable): a group of the proposal's contest, to list only those of it
 *
 * Returns: (transfer full): the list
 */
BvProposedList *
bv_proposed_list_new (const BvProposal *proposal, BvGroupKind kind, const BvGroup *group)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  BvProposedList *list = g_new (BvProposedList, 1);

  list->proposal = proposal;
  list->kind = kind;
  list->group = group;
  list->entries = g_ptr_array_new ();
  list->parts = g_array_new (FALSE, FALSE, sizeof (BvProposedPart));
  for (guint i = 0; i < proposal->pools->len; i++)
    list_add_pool (list, g_ptr_array_index (proposal->pools, i), listed);
  return list;
}

/**
 * bv_proposed_list_free:
 * @list: (transfer full): a list
 */
void
bv_proposed_list_free (BvProposedList *list)
{
  g_ptr_array_unref (list->entries);
  g_array_unref (list->parts);
  g_free (list);
}

/**
 * bv_proposed_list_everybody:
 * @proposal: a proposal with its whole campaign
 *
 * Returns: (transfer container) (element-type BvRankingEntry): everybody who is proposed, in the order of the
 * lists: the collectives, then the individuals
 */
GPtrArray *
bv_proposed_list_everybody (const BvProposal *proposal)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    {
      g_autoptr (BvProposedList) list = bv_proposed_list_new (proposal, kind, NULL);

      g_ptr_array_extend (entries, list->entries, NULL, NULL);
    }
  return entries;
}

/**
 * bv_proposed_list_find_entrants:
 * @proposal: a proposal with its whole campaign
 *
 * Returns: (transfer full): the entrants of everybody who is proposed, as a set
 */
GHashTable *
bv_proposed_list_find_entrants (const BvProposal *proposal)
{
  g_autoptr (GPtrArray) entries = bv_proposed_list_everybody (proposal);
  GHashTable *entrants = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (entrants,
                      GUINT_TO_POINTER (((const BvRankingEntry *) g_ptr_array_index (entries, i))->entrant));
  return entrants;
}

/**
 * bv_proposed_list_columns:
 * @kind: collectives or individuals
 * @n_columns: (out): how many they are
 *
 * Returns: (transfer none) (array length=n_columns): what stands over the rows
 */
const BvProposedColumn *
bv_proposed_list_columns (BvGroupKind kind, guint *n_columns)
{
  *n_columns
    = kind == BV_GROUP_COLLECTIVE ? G_N_ELEMENTS (collective_columns) : G_N_ELEMENTS (individual_columns);
  return kind == BV_GROUP_COLLECTIVE ? collective_columns : individual_columns;
}

/**
 * bv_proposed_list_write_annex:
 * @list: a list
 *
 * A list that names nobody, or only those of one group, is not attached to the submission.
 *
 * Returns: (transfer full) (nullable): which annex of the submission it is: `Phụ lục` of the only one, `Phụ
 * lục I` and `Phụ lục II` of two (NĐ 30/2020/NĐ-CP, Annex I, III.1b); %NULL where it is none
 */
char *
bv_proposed_list_write_annex (const BvProposedList *list)
{
  gboolean is_first = list->kind == BV_GROUP_COLLECTIVE;
  g_autoptr (BvProposedList) other = NULL;
  g_autofree char *number = NULL;

  if (list->group != NULL || list->entries->len == 0)
    return NULL;
  other = bv_proposed_list_new (list->proposal, is_first ? BV_GROUP_INDIVIDUAL : BV_GROUP_COLLECTIVE, NULL);
  if (other->entries->len == 0)
    return g_strdup ("Phụ lục");
  number = bv_wording_roman (is_first ? 1 : 2);
  return g_strconcat ("Phụ lục ", number, NULL);
}

/**
 * bv_proposed_list_write_title:
 * @list: a list
 *
 * Returns: (transfer full): `DANH SÁCH TẬP THỂ ĐỀ NGHỊ TẶNG BẰNG KHEN …`, or `… ĐỀ NGHỊ KHEN THƯỞNG` where
 * the forms differ
 */
char *
bv_proposed_list_write_title (const BvProposedList *list)
{
  g_autofree char *commending = bv_proposal_write_commending (list->proposal, list->entries);
  g_autofree char *title
    = g_strdup_printf ("danh sách %s đề nghị %s", bv_group_kind_words (list->kind), commending);

  return bv_vietnamese_upper (title);
}

/**
 * bv_proposed_list_write_part:
 * @list: a list
 * @part: index of a part
 *
 * Returns: (transfer full) (nullable): what stands over the rows of the part, `I. Tập thể (05 tập thể)`;
 * %NULL for the only one
 */
char *
bv_proposed_list_write_part (const BvProposedList *list, guint part)
{
  const BvProposedPart *self = bv_proposed_list_part (list, part);
  g_autofree char *number = bv_wording_roman (part + 1);
  g_autofree char *count = bv_wording_count (self->end - self->first);

  if (list->parts->len == 1)
    return NULL;
  return g_strdup_printf ("%s. %s (%s %s)", number, self->pool->quota->name, count,
                          bv_group_kind_words (list->kind));
}

/**
 * bv_proposed_list_write_closing:
 * @list: a list
 *
 * Returns: (transfer full): `Danh sách này có 05 tập thể./.`; where they do not all get the same award, also
 * how many get which: `Danh sách này có 03 tập thể: 01 Cờ thi đua, 02 Bằng khen./.`
 */
char *
bv_proposed_list_write_closing (const BvProposedList *list)
{
  guint n_awards;
  g_autofree char *count = bv_wording_count (list->entries->len);
  g_autofree char *awards = bv_proposal_write_awards (list->proposal, list->entries, &n_awards);

  return g_strdup_printf ("Danh sách này có %s %s%s%s./.", count, bv_group_kind_words (list->kind),
                          n_awards > 1 ? ": " : "", n_awards > 1 ? awards : "");
}

/* What the one who signs must know of this place. */
static char *
write_note (const BvProposedList *list, const BvNominee *nominee, const BvRankingEntry *entry)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *decision = NULL;

  if (entry->decision != NULL)
    {
      decision = g_strdup_printf ("Theo quyết định bằng văn bản: %s", entry->decision->reason);
      g_ptr_array_add (notes, decision);
    }
  if (bv_scores_get (list->proposal->scores, entry->entrant)->provisional)
    g_ptr_array_add (notes, (char *) "Điểm tạm tính, chờ công bố kết quả");
  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("\n", (char **) notes->pdata);
}

static char *
write_birth_year (const BvNominee *nominee)
{
  gint64 born = nominee->person != NULL ? nominee->person->born : BV_NONE;

  return born != BV_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, born / BV_DATE_YEAR) : NULL;
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
write_collective (const BvProposedList *list, const BvNominee *nominee, guint entrant, char **cells)
{
  const BvProposal *proposal = list->proposal;

  cells[1] = g_strdup (bv_contest_entrant (proposal->contest, entrant)->name);
  cells[2] = g_strdup (bv_proposal_submitting_unit (proposal, entrant));
  cells[3] = g_strdup (nominee->summary);
  cells[4] = g_strdup (bv_proposal_find_award (list->proposal, entrant));
}

static void
write_individual (const BvProposedList *list, const BvNominee *nominee, guint entrant, char **cells)
{
  cells[1] = bv_proposal_write_name (list->proposal, entrant);
  cells[2] = write_birth_year (nominee);
  cells[3] = bv_proposal_write_post (list->proposal, entrant);
  cells[4] = g_strdup (nominee->summary);
  cells[5] = g_strdup (bv_proposal_find_award (list->proposal, entrant));
  cells[6] = write_awards (nominee);
}

/**
 * bv_proposed_list_write_row:
 * @list: a list
 * @entry: index of an entry
 *
 * Returns: (transfer full): the text of each column, empty where there is nothing to say; numbers and years
 * are plain digits
 */
char **
bv_proposed_list_write_row (const BvProposedList *list, guint entry)
{
  const BvRankingEntry *self = g_ptr_array_index (list->entries, entry);
  const BvNominee *nominee = bv_proposal_get_nominee (list->proposal, self->entrant);
  guint n_columns;
  char **cells;

  bv_proposed_list_columns (list->kind, &n_columns);
  cells = g_new0 (char *, n_columns + 1);
  cells[0] = g_strdup_printf ("%u", entry + 1);
  if (list->kind == BV_GROUP_COLLECTIVE)
    write_collective (list, nominee, self->entrant, cells);
  else
    write_individual (list, nominee, self->entrant, cells);
  cells[n_columns - 1] = write_note (list, nominee, self);
  for (guint i = 0; i < n_columns; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
  return cells;
}
