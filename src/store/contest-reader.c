/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/criterion-kind.h"
#include "core/evidence.h"
#include "core/field-value.h"
#include "core/nominee.h"
#include "store/campaigns.h"
#include "store/proof/damage.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A scope is that of the campaign ?1, or of the nominee ?1. The tables are walked nominee by nominee, so that
 * the campaigns of other years cost nothing, and in the order of the rows, so that each page is read once:
 * hence no index of the nominees. SQLite sorts nothing for that order but the holds. But where most nominees
 * of the library are of the campaign, it is faster to walk a table from end to end and to pass over the
 * others. */
#define OF_ALL(columns, table, order) \
  "SELECT " columns " FROM " table " t WHERE ?1 ORDER BY t.nominee, " order
#define OF_CAMPAIGN(columns, table, order)                                                    \
  "SELECT " columns " FROM nominee n NOT INDEXED CROSS JOIN " table " t ON t.nominee = n.id " \
  "WHERE n.campaign = ?1 ORDER BY n.id, " order
#define OF_ONE(columns, table, order) \
  "SELECT " columns " FROM " table " t WHERE t.nominee = ?1 ORDER BY " order
#define OF_EACH(columns, table, order)                                                                   \
  {                                                                                                      \
    OF_ALL (columns, table, order), OF_CAMPAIGN (columns, table, order), OF_ONE (columns, table, order), \
  }

#define REJECTED(how) "SELECT id FROM evidence " how "WHERE campaign = ?1 AND state = 'rejected'"
#define PLACES "SELECT id, \"group\", ordinal FROM nominee NOT INDEXED WHERE "
#define ENTRANTS                                                                                           \
  "SELECT n.id, n.key, n.unit, n.women_percent, n.withdrawn, u.code, u.name, u.parent, p.name, p.gender, " \
  "p.holds_office, p.position, d.place, d.reason, v.\"for\", v.members "                                   \
  "FROM nominee n NOT INDEXED CROSS JOIN unit u ON u.id = n.unit "                                         \
  "LEFT JOIN person p ON p.nominee = n.id LEFT JOIN decision d ON d.nominee = n.id "                       \
  "LEFT JOIN vote v ON v.nominee = n.id WHERE "

#define MOST_VOTES 10000

static const char *const quota_decisions[]
  = OF_EACH ("t.nominee, t.quota, t.place, t.reason", "quota_decision", "t.ordinal");

/* A leaf of a group by its row; a nominee's rows come in that order. */
typedef struct
{
  gint64 id;
  guint index;
} LeafRow;

/* A nominee, its place in the file, and what of it stands where in the contest. */
typedef struct
{
  gint64 id;
  gint64 ordinal;
  guint group;
  guint entrant;
  guint first_mark;
} NomineeRow;

/* Fills the packed arrays of a contest. */
typedef struct
{
  BvLibrary *library;
  BvContest *contest;
  GHashTable *groups;   /* id → index + 1 */
  GArray **leaves;      /* of LeafRow, by group, sorted */
  GArray *nominees;     /* of NomineeRow, sorted by id: every query comes in that order */
  guint at;             /* the one whose rows are being read */
  guint leaf;           /* its leaf whose rows are being read: place in leaves */
  GHashTable *rejected; /* set of ids of evidence */
} Filling;

typedef void (*RowFunc) (Filling *filling, sqlite3_stmt *statement);

typedef enum
{
  SCOPE_ALL, /* also the nominees of other campaigns, which are passed over */
  SCOPE_CAMPAIGN,
  SCOPE_ONE,
  N_SCOPES
} Scope;

/* A query in each scope, and what takes its rows. */
typedef struct
{
  const char *sql[N_SCOPES];
  RowFunc take;
} MarkQuery;

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

/* An array that is walked beside the rows: a table of hashes would be asked a million times. */
static const NomineeRow *
find_nominee (Filling *filling, gint64 id)
{
  const NomineeRow *rows = (const NomineeRow *) (gpointer) filling->nominees->data;

  while (filling->at < filling->nominees->len && rows[filling->at].id < id)
    {
      filling->at++;
      filling->leaf = 0;
    }
  return filling->at < filling->nominees->len && rows[filling->at].id == id ? &rows[filling->at] : NULL;
}

static BvEntrant *
find_entrant (Filling *filling, gint64 id)
{
  const NomineeRow *row = find_nominee (filling, id);

  return row != NULL ? bv_contest_entrant (filling->contest, row->entrant) : NULL;
}

/* The rules compute with what is read: no number is less than 0, or more than what could be typed. @table and
 * the nominee of @row are named where one is. */
static gint64
read_number (Filling *filling, sqlite3_stmt *row, int column, gint64 most, const char *table)
{
  gint64 value = bv_statement_column_number (row, column);

  if (value == BV_NONE || (value >= 0 && value <= most))
    return value;
  bv_damage_note (filling->library, table, sqlite3_column_int64 (row, 0), _ ("it has no such number"));
  return BV_NONE;
}

/* The same of what is never null. */
static gint64
read_count (Filling *filling, sqlite3_stmt *row, int column, gint64 most, const char *table)
{
  gint64 value = read_number (filling, row, column, most, table);

  return value != BV_NONE ? value : 0;
}

static void
read_place (Filling *filling, sqlite3_stmt *statement)
{
  guint group = recall (filling->groups, sqlite3_column_int64 (statement, 1));
  const NomineeRow row = {
    .id = sqlite3_column_int64 (statement, 0),
    .group = group - 1,
    .ordinal = sqlite3_column_int64 (statement, 2),
  };

  if (group != 0)
    g_array_append_val (filling->nominees, row);
  else
    bv_damage_note (filling->library, "nominee", row.id, _ ("its group is none of the campaign's"));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const NomineeRow *first = a;
  const NomineeRow *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static int
compare_ordinals (gconstpointer a, gconstpointer b)
{
  const NomineeRow *first = *(const NomineeRow *const *) a;
  const NomineeRow *second = *(const NomineeRow *const *) b;

  return (first->ordinal > second->ordinal) - (first->ordinal < second->ordinal);
}

/* The entrants stand in the order of the file, their marks in that in which their rows are read. */
static void
add_entrants (Filling *filling)
{
  g_autoptr (GPtrArray) in_order = g_ptr_array_sized_new (filling->nominees->len);
  g_autofree guint *order = g_new (guint, filling->nominees->len);
  NomineeRow *rows = (NomineeRow *) (gpointer) filling->nominees->data;

  for (guint i = 0; i < filling->nominees->len; i++)
    {
      g_ptr_array_add (in_order, &rows[i]);
      rows[i].first_mark = bv_contest_add (filling->contest, rows[i].group)->first_mark;
    }
  g_ptr_array_sort (in_order, compare_ordinals);
  for (guint i = 0; i < in_order->len; i++)
    {
      NomineeRow *row = g_ptr_array_index (in_order, i);

      row->entrant = i;
      order[i] = row - rows;
    }
  bv_contest_order_entrants (filling->contest, order);
}

static void
read_person (Filling *filling, sqlite3_stmt *statement, BvEntrant *entrant)
{
  const char *gender = (const char *) sqlite3_column_text (statement, 9);

  entrant->name = keep_column (filling, statement, 8);
  entrant->woman = g_strcmp0 (gender, "female") == 0;
  entrant->holds_office = read_count (filling, statement, 10, 1, "person");
  entrant->position = keep_column (filling, statement, 11);
}

/* The columns of place and reason are @column and the next. */
static void
read_decision (Filling *filling,
               sqlite3_stmt *statement,
               const char *table,
               int column,
               const BvQuota *quota,
               BvEntrant *entrant)
{
  const char *place = bv_statement_column_text (statement, column);
  gboolean is_inside = g_str_equal (place, "inside");

  if (!is_inside && !g_str_equal (place, "outside"))
    bv_damage_note (filling->library, table, entrant->id, _ ("place: it has no such value"));
  bv_contest_add_decision (filling->contest, entrant, quota, is_inside ? BV_PLACE_INSIDE : BV_PLACE_OUTSIDE,
                           (const char *) sqlite3_column_text (statement, column + 1));
}

static const BvQuota *
find_quota (const Filling *filling, gint64 id)
{
  const GPtrArray *quotas = filling->contest->campaign->quotas;

  for (guint i = 0; i < quotas->len; i++)
    if (((const BvRecord *) g_ptr_array_index (quotas, i))->id == id)
      return g_ptr_array_index (quotas, i);
  return NULL;
}

static void
read_quota_decision (Filling *filling, sqlite3_stmt *statement)
{
  BvEntrant *entrant = find_entrant (filling, sqlite3_column_int64 (statement, 0));
  gboolean of_all = sqlite3_column_type (statement, 1) == SQLITE_NULL;
  const BvQuota *quota = of_all ? NULL : find_quota (filling, sqlite3_column_int64 (statement, 1));

  if (entrant == NULL)
    return;
  if (quota == NULL && !of_all)
    bv_damage_note (filling->library, "quota_decision", entrant->id,
                    _ ("its quota is none of the campaign's"));
  read_decision (filling, statement, "quota_decision", 2, quota, entrant);
}

static void
read_entrant (Filling *filling, sqlite3_stmt *statement)
{
  gint64 id = sqlite3_column_int64 (statement, 0);
  BvEntrant *entrant = find_entrant (filling, id);

  if (entrant == NULL)
    return;
  entrant->id = id;
  entrant->key = keep_column (filling, statement, 1);
  entrant->unit = sqlite3_column_int64 (statement, 2);
  if (sqlite3_column_type (statement, 3) != SQLITE_NULL)
    entrant->women_percent = read_count (filling, statement, 3, 100, "nominee");
  entrant->withdrawn = read_count (filling, statement, 4, 1, "nominee");
  entrant->unit_code = keep_column (filling, statement, 5);
  entrant->name = entrant->unit_name = keep_column (filling, statement, 6);
  entrant->parent = sqlite3_column_int64 (statement, 7);
  if (sqlite3_column_type (statement, 8) != SQLITE_NULL)
    read_person (filling, statement, entrant);
  if (sqlite3_column_type (statement, 12) != SQLITE_NULL)
    read_decision (filling, statement, "decision", 12, NULL, entrant);
  entrant->votes_for = read_count (filling, statement, 14, MOST_VOTES, "vote");
  entrant->votes_members = read_count (filling, statement, 15, MOST_VOTES, "vote");
}

/* The mark that a row of (nominee, criterion, …) is about. */
static BvMark *
find_mark (Filling *filling, sqlite3_stmt *statement, const BvCriterion **leaf)
{
  const NomineeRow *nominee = find_nominee (filling, sqlite3_column_int64 (statement, 0));
  gint64 criterion = sqlite3_column_int64 (statement, 1);
  const GArray *rows = nominee != NULL ? filling->leaves[nominee->group] : NULL;
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
    *leaf = g_ptr_array_index (bv_contest_group (filling->contest, nominee->group)->leaves, row->index);
  return bv_contest_mark (filling->contest, nominee->first_mark + row->index);
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
  gint64 state;

  if (mark == NULL)
    return;
  mark->self = bv_mark_pack_points (read_number (filling, statement, 2, BV_POINTS_MAX, "assessment"));
  mark->verified = bv_mark_pack_points (read_number (filling, statement, 3, BV_POINTS_MAX, "assessment"));
  mark->final = bv_mark_pack_points (read_number (filling, statement, 4, BV_POINTS_MAX, "assessment"));
  state = bv_choice_parse (bv_assessment_states, (const char *) sqlite3_column_text (statement, 5));
  if (state == BV_NONE)
    bv_damage_note (filling->library, "assessment", sqlite3_column_int64 (statement, 0),
                    _ ("state: it has no such value"));
  else
    mark->state = state;
  mark->n_items = count_items ((const char *) sqlite3_column_text (statement, 6));
  if (sqlite3_column_type (statement, 7) != SQLITE_NULL)
    mark->passed = read_count (filling, statement, 7, 1, "assessment");
  mark->explained = sqlite3_column_int (statement, 8);
}

static void
read_report (Filling *filling, sqlite3_stmt *statement)
{
  const BvCriterion *leaf = NULL;
  BvMark *mark = find_mark (filling, statement, &leaf);

  if (mark != NULL && bv_criterion_input (leaf) == BV_INPUT_RECEIVED)
    bv_mark_add_report (mark, leaf, sqlite3_column_int (statement, 2),
                        bv_statement_column_number (statement, 3), filling->contest->date);
}

static void
read_result (Filling *filling, sqlite3_stmt *statement)
{
  BvMark *mark = find_mark (filling, statement, NULL);

  if (mark != NULL)
    bv_contest_add_result (
      filling->contest, mark, read_number (filling, statement, 2, BV_QUANTITY_MAX, "result"),
      read_number (filling, statement, 3, BV_QUANTITY_MAX, "result"),
      read_number (filling, statement, 4, BV_QUANTITY_MAX, "result"), sqlite3_column_int (statement, 5));
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
  const char *reason = bv_statement_column_text (statement, 1);
  const char *source = bv_statement_column_text (statement, 2);
  g_autofree char *text = NULL;

  if (entrant == NULL || !bv_hold_covers (&hold, filling->contest->date))
    return;
  text = g_strdup_printf ("%s%s%s%s%s%s", entrant->holds != NULL ? entrant->holds : "",
                          entrant->holds != NULL ? "; " : "", reason, *source != '\0' ? " (" : "", source,
                          *source != '\0' ? ")" : "");
  entrant->holds = bv_contest_keep (filling->contest, text);
}

/* In this order: reports are counted in marks that their assessments have begun, and links after what is
 * rejected is known. */
static const MarkQuery mark_queries[] = {
  { OF_EACH ("t.nominee, t.criterion, t.self, t.verified, t.final, t.state, t.items, t.passed, "
             "t.explanation <> ''",
             "assessment",
             "t.criterion"),
    read_assessment },
  { OF_EACH ("t.nominee, t.criterion, t.ordinal, t.received", "report", "t.criterion, t.ordinal"),
    read_report },
  { OF_EACH ("t.nominee, t.criterion, t.baseline, t.result, t.target, t.top_group",
             "result",
             "t.criterion, t.ordinal"),
    read_result },
  { { REJECTED ("NOT INDEXED "), REJECTED (""),
      "SELECT e.id FROM evidence_link t JOIN evidence e ON e.id = t.evidence "
      "WHERE t.nominee = ?1 AND e.state = 'rejected'" },
    read_rejected },
  { OF_EACH ("t.nominee, t.criterion, t.evidence", "evidence_link", "t.criterion"), read_link },
  { OF_EACH ("t.nominee, t.reason, t.source, t.\"from\", t.\"to\"", "hold", "t.ordinal"), read_hold },
};

/* A filling, and what takes the rows of the query that it runs. */
typedef struct
{
  Filling *filling;
  RowFunc take;
} RowTaker;

static void
take_row (sqlite3_stmt *row, gpointer data)
{
  const RowTaker *taker = data;

  taker->take (taker->filling, row);
}

/* What a nominee is called by is read together with its unit: who has none has not been read. */
static gboolean
check_entrants (Filling *filling, GError **error)
{
  for (guint i = 0; i < filling->nominees->len; i++)
    {
      const NomineeRow *row = &g_array_index (filling->nominees, NomineeRow, i);

      if (bv_contest_entrant (filling->contest, row->entrant)->key == NULL)
        bv_damage_note (filling->library, "nominee", row->id, _ ("its unit is not there"));
    }
  return bv_damage_take (filling->library, error);
}

/* @parameter is the row of the campaign, or of the nominee. */
static gboolean
each_row (Filling *filling, const char *sql, gint64 parameter, RowFunc func, GError **error)
{
  RowTaker taker = { filling, func };

  filling->leaf = 0;
  return bv_statement_each (filling->library, sql, take_row, &taker, error, "i", parameter);
}

/* The same, of all nominees from the first. */
static gboolean
each_row_of_all (Filling *filling, const char *sql, gint64 campaign, RowFunc func, GError **error)
{
  filling->at = 0;
  return each_row (filling, sql, campaign, func, error);
}

static gboolean
find_scope (const Filling *filling, Scope *scope, GError **error)
{
  gint64 n_all = bv_statement_get_number (filling->library, "SELECT count (*) FROM nominee", -1, error, "");

  *scope = n_all < 2 * (gint64) filling->nominees->len ? SCOPE_ALL : SCOPE_CAMPAIGN;
  return n_all >= 0;
}

static gboolean
fill (Filling *filling, gint64 campaign, GError **error)
{
  Scope scope;
  gboolean ok;

  if (!each_row (filling, PLACES "campaign = ?1 ORDER BY id", campaign, read_place, error)
      || !find_scope (filling, &scope, error))
    return FALSE;
  add_entrants (filling);
  ok = each_row_of_all (filling, ENTRANTS "n.campaign = ?1 ORDER BY n.id", campaign, read_entrant, error)
       && each_row_of_all (filling, quota_decisions[scope], campaign, read_quota_decision, error)
       && check_entrants (filling, error);
  for (guint i = 0; ok && i < G_N_ELEMENTS (mark_queries); i++)
    ok = each_row_of_all (filling, mark_queries[i].sql[scope], campaign, mark_queries[i].take, error);
  return ok;
}

/* Its rows are the next that are read. */
static void
go_to_nominee (Filling *filling, gint64 id)
{
  const NomineeRow row = { .id = id };

  g_array_binary_search (filling->nominees, &row, compare_ids, &filling->at);
}

static gboolean
read_marks_of_one (Filling *filling, gint64 nominee, GError **error)
{
  gboolean ok = TRUE;

  go_to_nominee (filling, nominee);
  g_hash_table_remove_all (filling->rejected);
  for (guint i = 0; ok && i < G_N_ELEMENTS (mark_queries); i++)
    ok = each_row (filling, mark_queries[i].sql[SCOPE_ONE], nominee, mark_queries[i].take, error);
  return ok;
}

static gboolean
fill_some (Filling *filling, const GArray *nominees, GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < nominees->len; i++)
    ok = each_row (filling, PLACES "id = ?1", g_array_index (nominees, gint64, i), read_place, error);
  g_array_sort (filling->nominees, compare_ids);
  add_entrants (filling);
  for (guint i = 0; ok && i < nominees->len; i++)
    {
      gint64 nominee = g_array_index (nominees, gint64, i);

      go_to_nominee (filling, nominee);
      ok = each_row (filling, ENTRANTS "n.id = ?1", nominee, read_entrant, error)
           && each_row (filling, quota_decisions[SCOPE_ONE], nominee, read_quota_decision, error)
           && read_marks_of_one (filling, nominee, error);
    }
  return ok && check_entrants (filling, error);
}

/* A nominee that does not take part is passed over. */
static gboolean
fill_again (Filling *filling, gint64 nominee, GError **error)
{
  guint index = bv_contest_find_entrant (filling->contest, nominee);

  if (index == BV_CONTEST_NO_ENTRANT)
    return TRUE;
  bv_contest_clear_marks (filling->contest, bv_contest_entrant (filling->contest, index));
  return read_marks_of_one (filling, nominee, error);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
filling_init (Filling *filling, BvLibrary *library, BvContest *contest)
{
  memset (filling, 0, sizeof *filling);
  filling->library = library;
  filling->contest = contest;
  filling->groups = new_table ();
  filling->nominees = g_array_new (FALSE, FALSE, sizeof (NomineeRow));
  filling->rejected = new_table ();
}

static void
filling_clear (Filling *filling)
{
  for (guint i = 0; filling->leaves != NULL && i < filling->contest->groups->len; i++)
    g_array_unref (filling->leaves[i]);
  g_free (filling->leaves);
  g_hash_table_unref (filling->groups);
  g_array_unref (filling->nominees);
  g_hash_table_unref (filling->rejected);
}

/* @nominees: those who are read; %NULL: all */
static BvContest *
read_contest (BvLibrary *library, gint64 campaign, gint64 date, const GArray *nominees, GError **error)
{
  BvCampaign *head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (BvContest) contest = head != NULL ? bv_contest_new (head, date) : NULL;
  Filling filling;
  gboolean ok;

  if (contest == NULL)
    return NULL;
  filling_init (&filling, library, contest);
  index_groups (&filling);
  ok = nominees != NULL ? fill_some (&filling, nominees, error) : fill (&filling, campaign, error);
  if (ok)
    bv_contest_index_entrants (contest);
  filling_clear (&filling);
  return ok ? g_steal_pointer (&contest) : NULL;
}

/* Only those of the entrants are remembered that are read again. */
static void
remember_entrants (Filling *filling, const GArray *nominees)
{
  for (guint i = 0; i < nominees->len; i++)
    {
      NomineeRow row = { .id = g_array_index (nominees, gint64, i) };
      const BvEntrant *entrant;

      row.entrant = bv_contest_find_entrant (filling->contest, row.id);
      if (row.entrant == BV_CONTEST_NO_ENTRANT)
        continue;
      entrant = bv_contest_entrant (filling->contest, row.entrant);
      row.group = entrant->group;
      row.first_mark = entrant->first_mark;
      g_array_append_val (filling->nominees, row);
    }
  g_array_sort (filling->nominees, compare_ids);
}

static gboolean
read_marks (BvLibrary *library, BvContest *contest, const GArray *nominees, GError **error)
{
  gboolean ok = TRUE;
  Filling filling;

  filling_init (&filling, library, contest);
  index_groups (&filling);
  remember_entrants (&filling, nominees);
  for (guint i = 0; ok && i < nominees->len; i++)
    ok = fill_again (&filling, g_array_index (nominees, gint64, i), error);
  filling_clear (&filling);
  return ok;
}

/**
 * bv_campaigns_read_marks:
 * @library: a library
 * @contest: a contest that was read from it
 * @nominees: (element-type gint64): the rows of nominees; those of another campaign are passed over
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads the marks and the holds of these nominees anew. Where nothing but such rows has changed since, see
 * bv_changes_are_marks(), the contest is then what bv_campaigns_read_contest() would read.
 *
 * Returns: %FALSE with @error set on failure; the contest is then of no use any more
 */
gboolean
bv_campaigns_read_marks (BvLibrary *library, BvContest *contest, const GArray *nominees, GError **error)
{
  gboolean begun;
  gboolean ok;

  if (!bv_statement_begin_reading (library, &begun, error))
    return FALSE;
  ok = read_marks (library, contest, nominees, error);
  bv_statement_end_reading (library, begun);
  return ok;
}

/**
 * bv_campaigns_read_entrants:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @nominees: (nullable) (element-type gint64): rows of nominees of the campaign; %NULL: all
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a contest of these nominees alone, in the order of the file, for their
 * scores; whom one ranks are always all; %NULL with @error set on failure
 */
BvContest *
bv_campaigns_read_entrants (BvLibrary *library,
                            gint64 campaign,
                            gint64 date,
                            const GArray *nominees,
                            GError **error)
{
  BvContest *contest;
  gboolean begun;

  if (!bv_statement_begin_reading (library, &begun, error))
    return NULL;
  contest = read_contest (library, campaign, date, nominees, error);
  bv_statement_end_reading (library, begun);
  return contest;
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
  return bv_campaigns_read_entrants (library, campaign, date, NULL, error);
}
