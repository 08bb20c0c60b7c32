/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/campaigns.h"

#include "core/assessment.h"
#include "core/evidence.h"
#include "core/nominee.h"
#include "store/statement.h"

#include <string.h>

/* The tables are walked nominee by nominee, so that the campaigns of other years cost nothing, and in the
 * order of the rows, so that each page is read once: hence no index of the nominees. */
#define OF_NOMINEES(table) \
  " FROM nominee n NOT INDEXED CROSS JOIN " table " t ON t.nominee = n.id WHERE n.campaign = ?1"

/* Only what orders the entrants is sorted; all else about them is read in the order of the rows too. */
#define PLACES "SELECT id, \"group\" FROM nominee NOT INDEXED WHERE campaign = ?1 ORDER BY ordinal"
#define ENTRANTS                                                                                           \
  "SELECT n.id, n.key, n.unit, n.women_percent, n.withdrawn, u.code, u.name, u.parent, p.name, p.gender, " \
  "p.holds_office, p.position, d.place, d.reason, v.\"for\", v.members "                                   \
  "FROM nominee n NOT INDEXED CROSS JOIN unit u ON u.id = n.unit "                                         \
  "LEFT JOIN person p ON p.nominee = n.id LEFT JOIN decision d ON d.nominee = n.id "                       \
  "LEFT JOIN vote v ON v.nominee = n.id WHERE n.campaign = ?1"

/* A leaf of a group by its row; a nominee's rows come in that order. */
typedef struct
{
  gint64 id;
  guint index;
} LeafRow;

/* Fills the packed arrays of a contest. */
typedef struct
{
  BvLibrary *library;
  gint64 campaign;
  BvContest *contest;
  GHashTable *groups;   /* id → index + 1 */
  GArray **leaves;      /* of LeafRow, by group, sorted */
  GHashTable *entrants; /* id → index + 1 */
  GHashTable *rejected; /* set of ids of evidence */
  gint64 nominee;       /* the one whose rows are being read */
  BvEntrant *entrant;   /* it, or NULL */
  guint leaf;           /* its leaf whose rows are being read: place in leaves */
} Filling;

typedef void (*RowFunc) (Filling *filling, sqlite3_stmt *statement);

static void
remember (GHashTable *table, gint64 id, guint index)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

static guint
recall (GHashTable *table, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, &id));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LeafRow *first = a;
  const LeafRow *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static GArray *
list_leaf_rows (const BvContestGroup *group)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LeafRow));

  for (guint i = 0; i < group->leaves->len; i++)
    {
      LeafRow row = { ((BvRecord *) g_ptr_array_index (group->leaves, i))->id, i };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

static void
index_groups (Filling *filling)
{
  guint n_groups = filling->contest->groups->len;

  filling->leaves = g_new0 (GArray *, n_groups);
  for (guint i = 0; i < n_groups; i++)
    {
      const BvContestGroup *group = bv_contest_group (filling->contest, i);

      remember (filling->groups, group->group->record.id, i);
      filling->leaves[i] = list_leaf_rows (group);
    }
}

static const char *
keep_column (Filling *filling, sqlite3_stmt *statement, int column)
{
  return bv_contest_keep (filling->contest, (const char *) sqlite3_column_text (statement, column));
}

static BvEntrant *
find_entrant (Filling *filling, gint64 nominee)
{
  guint index;

  if (nominee == filling->nominee)
    return filling->entrant;
  index = recall (filling->entrants, nominee);
  filling->nominee = nominee;
  filling->entrant = index > 0 ? bv_contest_entrant (filling->contest, index - 1) : NULL;
  filling->leaf = 0;
  return filling->entrant;
}

static void
read_place (Filling *filling, sqlite3_stmt *statement)
{
  remember (filling->entrants, sqlite3_column_int64 (statement, 0), filling->contest->entrants->len);
  bv_contest_add (filling->contest, recall (filling->groups, sqlite3_column_int64 (statement, 1)) - 1);
}

static void
read_person (Filling *filling, sqlite3_stmt *statement, BvEntrant *entrant)
{
  const char *gender = (const char *) sqlite3_column_text (statement, 9);

  entrant->name = keep_column (filling, statement, 8);
  entrant->woman = g_strcmp0 (gender, "female") == 0;
  entrant->holds_office = sqlite3_column_int (statement, 10);
  entrant->position = keep_column (filling, statement, 11);
}

static void
read_entrant (Filling *filling, sqlite3_stmt *statement)
{
  gint64 id = sqlite3_column_int64 (statement, 0);
  BvEntrant *entrant = find_entrant (filling, id);
  const char *place = (const char *) sqlite3_column_text (statement, 12);

  entrant->id = id;
  entrant->key = keep_column (filling, statement, 1);
  entrant->unit = sqlite3_column_int64 (statement, 2);
  if (sqlite3_column_type (statement, 3) != SQLITE_NULL)
    entrant->women_percent = sqlite3_column_int (statement, 3);
  entrant->withdrawn = sqlite3_column_int (statement, 4);
  entrant->unit_code = keep_column (filling, statement, 5);
  entrant->name = entrant->unit_name = keep_column (filling, statement, 6);
  entrant->parent = sqlite3_column_int64 (statement, 7);
  if (sqlite3_column_type (statement, 8) != SQLITE_NULL)
    read_person (filling, statement, entrant);
  if (place != NULL)
    {
      entrant->decision = g_str_equal (place, "inside") ? BV_PLACE_INSIDE : BV_PLACE_OUTSIDE;
      entrant->decision_reason = keep_column (filling, statement, 13);
    }
  entrant->votes_for = sqlite3_column_int (statement, 14);
  entrant->votes_members = sqlite3_column_int (statement, 15);
}

/* The mark that a row of (nominee, criterion, …) is about. */
static BvMark *
find_mark (Filling *filling, sqlite3_stmt *statement, const BvCriterion **leaf)
{
  const BvEntrant *entrant = find_entrant (filling, sqlite3_column_int64 (statement, 0));
  gint64 criterion = sqlite3_column_int64 (statement, 1);
  const GArray *rows = entrant != NULL ? filling->leaves[entrant->group] : NULL;
  const LeafRow *row;

  while (rows != NULL && filling->leaf < rows->len
         && g_array_index (rows, LeafRow, filling->leaf).id < criterion)
    filling->leaf++;
  if (rows == NULL || filling->leaf == rows->len)
    return NULL;
  row = &g_array_index (rows, LeafRow, filling->leaf);
  if (row->id != criterion)
    return NULL;
  if (leaf != NULL)
    *leaf = g_ptr_array_index (bv_contest_group (filling->contest, entrant->group)->leaves, row->index);
  return bv_contest_mark (filling->contest, entrant->first_mark + row->index);
}

static gint16
count_items (const char *list)
{
  gint16 n = 0;

  if (list == NULL)
    return -1;
  for (const char *p = list; *p != '\0'; p++)
    n += *p == ',';
  return g_str_equal (list, "[]") ? 0 : n + 1;
}

static void
read_assessment (Filling *filling, sqlite3_stmt *statement)
{
  BvMark *mark = find_mark (filling, statement, NULL);

  if (mark == NULL)
    return;
  mark->self = bv_statement_column_number (statement, 2);
  mark->verified = bv_statement_column_number (statement, 3);
  mark->final = bv_statement_column_number (statement, 4);
  mark->state = bv_choice_parse (bv_assessment_states, (const char *) sqlite3_column_text (statement, 5));
  mark->n_items = count_items ((const char *) sqlite3_column_text (statement, 6));
  if (sqlite3_column_type (statement, 7) != SQLITE_NULL)
    mark->passed = sqlite3_column_int (statement, 7);
  mark->explained = sqlite3_column_int (statement, 8);
}

static void
read_report (Filling *filling, sqlite3_stmt *statement)
{
  const BvCriterion *leaf = NULL;
  BvMark *mark = find_mark (filling, statement, &leaf);

  if (mark != NULL && leaf->kind == BV_CRITERION_REPORTS)
    bv_mark_add_report (mark, leaf, sqlite3_column_int (statement, 2),
                        bv_statement_column_number (statement, 3), filling->contest->date);
}

static void
read_result (Filling *filling, sqlite3_stmt *statement)
{
  BvMark *mark = find_mark (filling, statement, NULL);

  if (mark != NULL)
    bv_mark_add_result (mark, bv_statement_column_number (statement, 2),
                        bv_statement_column_number (statement, 3), bv_statement_column_number (statement, 4),
                        sqlite3_column_int (statement, 5));
}

static void
read_link (Filling *filling, sqlite3_stmt *statement)
{
  gint64 evidence = sqlite3_column_int64 (statement, 2);
  BvMark *mark = find_mark (filling, statement, NULL);

  if (mark != NULL && !g_hash_table_contains (filling->rejected, &evidence))
    mark->n_evidence++;
}

static void
read_rejected (Filling *filling, sqlite3_stmt *statement)
{
  gint64 id = sqlite3_column_int64 (statement, 0);

  g_hash_table_add (filling->rejected, g_memdup2 (&id, sizeof id));
}

static void
read_hold (Filling *filling, sqlite3_stmt *statement)
{
  BvEntrant *entrant = find_entrant (filling, sqlite3_column_int64 (statement, 0));
  BvHold hold
    = { .from = bv_statement_column_number (statement, 3), .to = bv_statement_column_number (statement, 4) };
  const char *reason = (const char *) sqlite3_column_text (statement, 1);
  const char *source = (const char *) sqlite3_column_text (statement, 2);
  g_autofree char *text = NULL;

  if (entrant == NULL || !bv_hold_covers (&hold, filling->contest->date))
    return;
  text = g_strdup_printf ("%s%s%s%s%s%s", entrant->holds != NULL ? entrant->holds : "",
                          entrant->holds != NULL ? "; " : "", reason, *source != '\0' ? " (" : "", source,
                          *source != '\0' ? ")" : "");
  entrant->holds = bv_contest_keep (filling->contest, text);
}

static gboolean
each_row (Filling *filling, const char *sql, RowFunc func, GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (filling->library, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  filling->nominee = 0;
  filling->entrant = NULL;
  bv_statement_bind_number (statement, 1, filling->campaign);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    func (filling, statement);
  return bv_statement_finish (filling->library, statement, result, error);
}

static gboolean
fill (Filling *filling, GError **error)
{
  index_groups (filling);
  return each_row (filling, PLACES, read_place, error) && each_row (filling, ENTRANTS, read_entrant, error)
         && each_row (
           filling,
           "SELECT t.nominee, t.criterion, t.self, t.verified, t.final, t.state, t.items, t.passed, "
           "t.explanation <> ''" OF_NOMINEES ("assessment"),
           read_assessment, error)
         && each_row (filling, "SELECT t.nominee, t.criterion, t.ordinal, t.received" OF_NOMINEES ("report"),
                      read_report, error)
         && each_row (filling,
                      "SELECT t.nominee, t.criterion, t.baseline, t.result, t.target, "
                      "t.top_group" OF_NOMINEES ("result"),
                      read_result, error)
         && each_row (filling, "SELECT id FROM evidence WHERE campaign = ?1 AND state = 'rejected'",
                      read_rejected, error)
         && each_row (filling, "SELECT t.nominee, t.criterion, t.evidence" OF_NOMINEES ("evidence_link"),
                      read_link, error)
         && each_row (filling,
                      "SELECT t.nominee, t.reason, t.source, t.\"from\", t.\"to\"" OF_NOMINEES (
                        "hold") " ORDER BY t.nominee, t.ordinal",
                      read_hold, error);
}

static void
filling_clear (Filling *filling)
{
  for (guint i = 0; filling->leaves != NULL && i < filling->contest->groups->len; i++)
    g_array_unref (filling->leaves[i]);
  g_free (filling->leaves);
  g_hash_table_unref (filling->groups);
  g_hash_table_unref (filling->entrants);
  g_hash_table_unref (filling->rejected);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static BvContest *
read_contest (BvLibrary *library, gint64 campaign, gint64 date, GError **error)
{
  BvCampaign *head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (BvContest) contest = head != NULL ? bv_contest_new (head, date) : NULL;
  Filling filling = { .library = library,
                      .campaign = campaign,
                      .contest = contest,
                      .groups = new_table (),
                      .entrants = new_table (),
                      .rejected = new_table () };
  gboolean ok = contest != NULL && fill (&filling, error);

  filling_clear (&filling);
  return ok ? g_steal_pointer (&contest) : NULL;
}

/**
 * bv_campaigns_read_contest:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what is ranked, with the nominees in the order of the file; %NULL with
 * @error set on failure
 */
BvContest *
bv_campaigns_read_contest (BvLibrary *library, gint64 campaign, gint64 date, GError **error)
{
  BvContest *contest;
  gboolean begun;

  if (!bv_statement_begin_reading (library, &begun, error))
    return NULL;
  contest = read_contest (library, campaign, date, error);
  bv_statement_end_reading (library, begun);
  return contest;
}

static gboolean
read_both (BvLibrary *library,
           gint64 campaign,
           gint64 date,
           BvCampaign **whole,
           BvContest **contest,
           GError **error)
{
  g_autoptr (BvCampaign) read = bv_campaigns_read (library, campaign, BV_CAMPAIGN_WHOLE, error);

  if (read == NULL)
    return FALSE;
  *contest = read_contest (library, campaign, date, error);
  if (*contest == NULL)
    return FALSE;
  *whole = g_steal_pointer (&read);
  return TRUE;
}

/**
 * bv_campaigns_read_both:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @whole: (out) (transfer full): the whole campaign
 * @contest: (out) (transfer full): what is ranked, its entrants in the order of the nominees
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads both from one state of the library, whatever a writer does meanwhile.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_campaigns_read_both (BvLibrary *library,
                        gint64 campaign,
                        gint64 date,
                        BvCampaign **whole,
                        BvContest **contest,
                        GError **error)
{
  gboolean begun;
  gboolean ok;

  if (!bv_statement_begin_reading (library, &begun, error))
    return FALSE;
  ok = read_both (library, campaign, date, whole, contest, error);
  bv_statement_end_reading (library, begun);
  return ok;
}
