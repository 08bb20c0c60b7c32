/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/missing.h"

#include "core/assessment.h"
#include "core/campaign.h"
#include "core/criterion-kind.h"
#include "core/proposed-list.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"

#include <string.h>

/* The titles of criteria are whole sentences; so many characters of one tell it from the others. */
#define TITLE_MOST 42

static const char *const kind_words[BV_N_MISSING_KINDS] = {
  [BV_MISSING_SCORE] = "Chưa tự chấm",
  [BV_MISSING_EVIDENCE] = "Thiếu minh chứng",
  [BV_MISSING_REJECTED] = "Minh chứng bị loại",
  [BV_MISSING_REPORT] = "Báo cáo thiếu",
  [BV_MISSING_LATE] = "Báo cáo trễ",
  [BV_MISSING_EXPLANATION] = "Chưa giải trình",
  [BV_MISSING_RETURNED] = "Trả lại",
  [BV_MISSING_ACHIEVEMENT] = "Chưa nộp báo cáo thành tích",
};

/* Looks at one nominee after the other. */
typedef struct
{
  const BvProposal *proposal;
  const char *group;   /* key; NULL: all */
  const char *nominee; /* key; NULL: all */
  GHashTable *owing;   /* code → BvMissingUnit */
  GHashTable *inside;  /* entrants that are proposed */
} Search;

/* One leaf of one nominee, or the nominee as such. */
typedef struct
{
  BvMissingUnit *unit;
  guint entrant;
  const BvCriterion *leaf; /* NULL: none, and no mark */
  const BvMark *mark;
  const BvAssessment *assessment; /* NULL: none was written */
  guint flags;                    /* BvLeafFlags */
} Look;

static void
item_free (gpointer data)
{
  BvMissingItem *item = data;

  g_free (item->words);
  g_free (item);
}

static void
unit_free (gpointer data)
{
  BvMissingUnit *unit = data;

  g_ptr_array_unref (unit->items);
  g_free (unit);
}

static void
add_item (const Look *look, BvMissingKind kind, char *words)
{
  BvMissingItem *item = g_new (BvMissingItem, 1);

  *item = (BvMissingItem){ kind, look->entrant, look->leaf, words };
  g_ptr_array_add (look->unit->items, item);
  look->unit->counts[kind]++;
}

/* A note of several lines, as one phrase that another may follow. */
static char *
make_phrase (const char *text)
{
  g_autofree char *nfc = bv_vietnamese_nfc (text != NULL ? text : "");

  return bv_text_strip_end (bv_text_phrase (nfc));
}

/* Points of reports come from the schedule, deductions from who verifies, and a bonus is claimed or not: of
 * these no self-score is expected. */
static void
look_for_score (const Look *look)
{
  if ((look->flags & BV_LEAF_UNASSESSED) != 0 && look->mark->self == BV_MARK_NO_POINTS
      && bv_criterion_kind (look->leaf)->claim == BV_CLAIM_EXPECTED)
    add_item (look, BV_MISSING_SCORE, g_strdup ("Chưa tự chấm"));
}

/* A bonus that nobody claims needs no proof. */
static gboolean
is_claimed (const Look *look)
{
  return bv_criterion_kind (look->leaf)->claim != BV_CLAIM_OPTIONAL || look->mark->self != BV_MARK_NO_POINTS
         || (look->flags & BV_LEAF_UNASSESSED) == 0;
}

static void
look_for_evidence (const Look *look)
{
  g_autofree char *lacking = NULL;
  g_autofree char *wanted = NULL;

  if ((look->flags & BV_LEAF_UNPROVEN) == 0 || !is_claimed (look))
    return;
  lacking = bv_wording_count (look->leaf->evidence - look->mark->n_evidence);
  wanted = bv_wording_count (look->leaf->evidence);
  add_item (look, BV_MISSING_EVIDENCE, g_strdup_printf ("Thiếu %s/%s tài liệu minh chứng", lacking, wanted));
}

static void
look_for_rejected (const Search *search, const Look *look)
{
  gboolean settled = look->mark->state == BV_ASSESSMENT_ACCEPTED && (look->flags & BV_LEAF_UNPROVEN) == 0;

  if (look->assessment == NULL || settled)
    return;
  for (guint i = 0; i < look->assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (look->assessment->evidence, i);
      const BvEvidence *evidence = bv_proposal_find_evidence (search->proposal, link->evidence);
      g_autofree char *name = NULL;

      if (evidence == NULL || evidence->state != BV_EVIDENCE_REJECTED)
        continue;
      name = make_phrase (bv_evidence_name (evidence));
      add_item (look, BV_MISSING_REJECTED,
                g_strdup_printf ("Tài liệu minh chứng không được chấp nhận: %s", name));
    }
}

static gint64
find_received (const Look *look, guint index)
{
  const GPtrArray *received = look->assessment != NULL ? look->assessment->received : NULL;

  if (received == NULL || index >= received->len)
    return BV_NONE;
  return ((BvReport *) g_ptr_array_index (received, index))->received;
}

static void
look_for_report (const Search *search, const Look *look, guint index)
{
  gint64 due = g_array_index (look->leaf->due, gint64, index);
  gint64 received = find_received (look, index);
  g_autofree char *due_words = bv_date_to_vietnamese (due);
  g_autofree char *received_words = bv_date_to_vietnamese (received);

  if (received == BV_NONE && due < search->proposal->contest->date)
    add_item (look, BV_MISSING_REPORT, g_strdup_printf ("Báo cáo đợt %s chưa nhận được", due_words));
  else if (received > due)
    add_item (look, BV_MISSING_LATE,
              g_strdup_printf ("Báo cáo đợt %s nhận trễ, ngày %s", due_words, received_words));
}

static void
look_for_returned (const Look *look)
{
  g_autofree char *note = NULL;

  if (look->mark->state != BV_ASSESSMENT_RETURNED)
    return;
  note = make_phrase (look->assessment != NULL ? look->assessment->note : NULL);
  add_item (look, BV_MISSING_RETURNED,
            *note != '\0' ? g_strdup_printf ("Trả lại: %s", note) : g_strdup ("Trả lại để hoàn chỉnh"));
}

/* Between the first and the second verification the unit explains why it had given itself more. */
static void
look_for_explanation (const Look *look)
{
  const BvMark *mark = look->mark;
  g_autofree char *self = bv_wording_points (bv_mark_points (mark->self));
  g_autofree char *verified = bv_wording_points (bv_mark_points (mark->verified));

  if (mark->state != BV_ASSESSMENT_RETURNED || mark->explained || mark->final != BV_MARK_NO_POINTS
      || mark->verified == BV_MARK_NO_POINTS || mark->self <= mark->verified)
    return;
  add_item (
    look, BV_MISSING_EXPLANATION,
    g_strdup_printf ("Chưa giải trình chênh lệch: tự chấm %s điểm, thẩm định %s điểm", self, verified));
}

static void
look_at_leaf (const Search *search, const Look *look)
{
  if ((look->flags & (BV_LEAF_NOT_ASSIGNED | BV_LEAF_AWAITING)) != 0)
    return;
  look_for_score (look);
  look_for_evidence (look);
  look_for_rejected (search, look);
  if (bv_criterion_input (look->leaf) == BV_INPUT_RECEIVED)
    for (guint i = 0; i < bv_criterion_count_due (look->leaf); i++)
      look_for_report (search, look, i);
  look_for_explanation (look);
  look_for_returned (look);
}

/* Only who is inside the quota is asked for one: nobody else is proposed. */
static void
look_for_achievement (const Search *search, const Look *look, const BvNominee *nominee)
{
  if (g_hash_table_contains (search->inside, GUINT_TO_POINTER (look->entrant))
      && !bv_nominee_has_report (nominee))
    add_item (look, BV_MISSING_ACHIEVEMENT, g_strdup ("Chưa nộp báo cáo thành tích"));
}

static BvMissingUnit *
ensure_unit (const Search *search, const BvUnit *unit)
{
  BvMissingUnit *owing = g_hash_table_lookup (search->owing, unit->code);

  if (owing != NULL)
    return owing;
  owing = g_new0 (BvMissingUnit, 1);
  owing->unit = unit;
  owing->items = g_ptr_array_new_with_free_func (item_free);
  g_hash_table_insert (search->owing, unit->code, owing);
  return owing;
}

static gboolean
is_wanted (const Search *search, const BvNominee *nominee)
{
  return !nominee->withdrawn && (search->group == NULL || g_str_equal (search->group, nominee->group))
         && (search->nominee == NULL || g_str_equal (search->nominee, nominee->key));
}

static void
look_at_nominee (const Search *search, guint index)
{
  const BvContest *contest = search->proposal->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, index);
  const BvContestGroup *group = bv_contest_group (contest, entrant->group);
  const BvNominee *nominee = bv_proposal_get_nominee (search->proposal, index);
  const BvUnit *addressee = bv_proposal_find_addressee (search->proposal, index);
  Look whole = { .entrant = index };

  if (addressee == NULL || !is_wanted (search, nominee))
    return;
  for (guint i = 0; i < group->leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (group->leaves, i);
      Look look = { ensure_unit (search, addressee),
                    index,
                    leaf,
                    bv_contest_mark (contest, entrant->first_mark + i),
                    bv_nominee_find_assessment (nominee, leaf->code),
                    bv_scores_leaf (search->proposal->scores, entrant->first_mark + i)->flags };

      look_at_leaf (search, &look);
    }
  whole.unit = ensure_unit (search, addressee);
  look_for_achievement (search, &whole, nominee);
}

/* Those that owe nothing are left out. */
static void
take_in_order (BvMissing *missing, const Search *search)
{
  GPtrArray *units = missing->proposal->campaign->units;

  for (guint i = 0; i < units->len; i++)
    {
      const char *code = bv_record_key (g_ptr_array_index (units, i));
      BvMissingUnit *owing = NULL;

      g_hash_table_steal_extended (search->owing, code, NULL, (gpointer *) &owing);
      if (owing != NULL && owing->items->len > 0)
        g_ptr_array_add (missing->units, owing);
      else if (owing != NULL)
        unit_free (owing);
    }
}

/**
 * bv_missing_new:
 * @proposal: a proposal with its whole campaign; it must outlive what is returned
 * @group: (nullable): the key of the only group that is looked at
 * @nominee: (nullable): the key of the only nominee that is looked at
 *
 * Finds what each unit still owes on the ranking's date, of nominees that are not withdrawn and leaves that
 * are assigned and do not await publication. Evidence is counted as the scoring counts it (RULES.md, Points
 * of one leaf, step 4), due dates as it judges them. A report of achievements is asked for only of those
 * inside the quota on that date, since only they are proposed (DOMAIN.md, The dossier); it is there once a
 * day of receipt or a file of it is known.
 *
 * Who answers for a nominee is written to, as bv_proposal_find_addressee() says.
 *
 * Returns: (transfer full): what is missing
 */
BvMissing *
bv_missing_new (const BvProposal *proposal, const char *group, const char *nominee)
{
  BvMissing *missing = g_new0 (BvMissing, 1);
  g_autoptr (GHashTable) owing = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unit_free);
  g_autoptr (GHashTable) inside = NULL;
  Search search = { proposal, group, nominee, owing };

  g_return_val_if_fail (proposal->campaign != NULL, NULL);

  search.inside = inside = bv_proposed_list_find_entrants (proposal);
  missing->proposal = proposal;
  missing->units = g_ptr_array_new_with_free_func (unit_free);
  for (guint i = 0; i < proposal->contest->entrants->len; i++)
    look_at_nominee (&search, i);
  take_in_order (missing, &search);
  return missing;
}

/**
 * bv_missing_free:
 * @missing: (transfer full): what is missing; the proposal stays
 */
void
bv_missing_free (BvMissing *missing)
{
  g_ptr_array_unref (missing->units);
  g_free (missing);
}

/**
 * bv_missing_find:
 * @missing: what is missing
 * @unit: a unit's code
 *
 * Returns: (transfer none) (nullable): what that unit owes, %NULL where it owes nothing
 */
const BvMissingUnit *
bv_missing_find (const BvMissing *missing, const char *unit)
{
  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *owing = g_ptr_array_index (missing->units, i);

      if (g_str_equal (owing->unit->code, unit))
        return owing;
    }
  return NULL;
}

/**
 * bv_missing_count_leaf:
 * @unit: what a unit owes
 * @first: index of the first item of a nominee's leaf
 *
 * Returns: how many items in a row are of that leaf of that nominee, or of no leaf
 */
guint
bv_missing_count_leaf (const BvMissingUnit *unit, guint first)
{
  const BvMissingItem *head = g_ptr_array_index (unit->items, first);
  guint n = 1;

  for (; first + n < unit->items->len; n++)
    {
      const BvMissingItem *item = g_ptr_array_index (unit->items, first + n);

      if (item->entrant != head->entrant || item->leaf != head->leaf)
        break;
    }
  return n;
}

/**
 * bv_missing_describe_leaf:
 * @unit: what a unit owes
 * @first: index of the first item of a nominee's leaf
 * @separator: what stands between two items
 *
 * Returns: (transfer full): the words of all items of that leaf
 */
char *
bv_missing_describe_leaf (const BvMissingUnit *unit, guint first, const char *separator)
{
  guint n = bv_missing_count_leaf (unit, first);
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (text, "%s%s", i > first ? separator : "",
                            ((BvMissingItem *) g_ptr_array_index (unit->items, i))->words);
  return g_string_free (text, FALSE);
}

/**
 * bv_missing_leaf_title:
 * @leaf: a leaf
 *
 * Returns: (transfer full): its title in one line, cut behind a whole word where it is long
 */
char *
bv_missing_leaf_title (const BvCriterion *leaf)
{
  g_autofree char *phrase = make_phrase (bv_criterion_short_title (leaf));
  char *end;

  if (g_utf8_strlen (phrase, -1) <= TITLE_MOST)
    return g_steal_pointer (&phrase);
  end = g_utf8_offset_to_pointer (phrase, TITLE_MOST);
  while (end > phrase && *end != ' ')
    end--;
  if (end == phrase)
    end = g_utf8_offset_to_pointer (phrase, TITLE_MOST);
  while (end > phrase && strchr (" ,;:", end[-1]) != NULL)
    end--;
  *end = '\0';
  return g_strconcat (phrase, "…", NULL);
}

/**
 * bv_missing_item_subject:
 * @item: an item
 *
 * Returns: (transfer full): what it belongs to, in one line: `2. Ban hành kế hoạch`, or the nominee's own
 * papers
 */
char *
bv_missing_item_subject (const BvMissingItem *item)
{
  g_autofree char *title = item->leaf != NULL ? bv_missing_leaf_title (item->leaf) : NULL;

  if (title == NULL)
    return g_strdup ("Hồ sơ đề nghị khen thưởng");
  return g_strdup_printf ("%s. %s", item->leaf->code, title);
}

/**
 * bv_missing_kind_words:
 * @kind: a kind
 *
 * Returns: its name in Vietnamese, as lists print it
 */
const char *
bv_missing_kind_words (BvMissingKind kind)
{
  return kind_words[kind];
}
