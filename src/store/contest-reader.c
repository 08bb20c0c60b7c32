/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nominee.h"
#include "store/campaigns.h"
#include "store/contest-marks.h"
#include "store/proof/damage.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

#define PLACES "SELECT id, \"group\", ordinal FROM nominee NOT INDEXED WHERE "
#define ENTRANTS                                                                                           \
  "SELECT n.id, n.key, n.unit, n.women_percent, n.withdrawn, u.code, u.name, u.parent, p.name, p.gender, " \
  "p.holds_office, p.position, d.place, d.reason, v.\"for\", v.members "                                   \
  "FROM nominee n NOT INDEXED CROSS JOIN unit u ON u.id = n.unit "                                         \
  "LEFT JOIN person p ON p.nominee = n.id LEFT JOIN decision d ON d.nominee = n.id "                       \
  "LEFT JOIN vote v ON v.nominee = n.id WHERE "

#define MOST_VOTES 10000

static const char *const quota_decisions[]
  = BV_CONTEST_OF_EACH ("t.nominee, t.quota, t.place, t.reason", "quota_decision", "t.ordinal");

static const char *
keep_column (BvContestDraft *filling, sqlite3_stmt *statement, int column)
{
  return bv_contest_keep (filling->contest, (const char *) sqlite3_column_text (statement, column));
}

static void
read_place (BvContestDraft *filling, sqlite3_stmt *statement)
{
  guint group = bv_contest_draft_find_group (filling, sqlite3_column_int64 (statement, 1));
  const BvContestNominee row = {
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
compare_ordinals (gconstpointer a, gconstpointer b)
{
  const BvContestNominee *first = *(const BvContestNominee *const *) a;
  const BvContestNominee *second = *(const BvContestNominee *const *) b;

  return (first->ordinal > second->ordinal) - (first->ordinal < second->ordinal);
}

/* The entrants stand in the order of the file, their marks in that in which their rows are read. */
static void
add_entrants (BvContestDraft *filling)
{
  g_autoptr (GPtrArray) in_order = g_ptr_array_sized_new (filling->nominees->len);
  g_autofree guint *order = g_new (guint, filling->nominees->len);
  BvContestNominee *rows = (BvContestNominee *) (gpointer) filling->nominees->data;

  for (guint i = 0; i < filling->nominees->len; i++)
    {
      g_ptr_array_add (in_order, &rows[i]);
      rows[i].first_mark = bv_contest_add (filling->contest, rows[i].group)->first_mark;
    }
  g_ptr_array_sort (in_order, compare_ordinals);
  for (guint i = 0; i < in_order->len; i++)
    {
      BvContestNominee *row = g_ptr_array_index (in_order, i);

      row->entrant = i;
      order[i] = row - rows;
    }
  bv_contest_order_entrants (filling->contest, order);
}

static void
read_person (BvContestDraft *filling, sqlite3_stmt *statement, BvEntrant *entrant)
{
  const char *gender = (const char *) sqlite3_column_text (statement, 9);

  entrant->name = keep_column (filling, statement, 8);
  entrant->woman = g_strcmp0 (gender, "female") == 0;
  entrant->holds_office = bv_contest_draft_read_count (filling, statement, 10, 1, "person");
  entrant->position = keep_column (filling, statement, 11);
}

/* The columns of place and reason are @column and the next. */
static void
read_decision (BvContestDraft *filling,
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
find_quota (const BvContestDraft *filling, gint64 id)
{
  const GPtrArray *quotas = filling->contest->campaign->quotas;

  for (guint i = 0; i < quotas->len; i++)
    if (((const BvRecord *) g_ptr_array_index (quotas, i))->id == id)
      return g_ptr_array_index (quotas, i);
  return NULL;
}

static void
read_quota_decision (BvContestDraft *filling, sqlite3_stmt *statement)
{
  BvEntrant *entrant = bv_contest_draft_find_entrant (filling, sqlite3_column_int64 (statement, 0));
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
read_entrant (BvContestDraft *filling, sqlite3_stmt *statement)
{
  gint64 id = sqlite3_column_int64 (statement, 0);
  BvEntrant *entrant = bv_contest_draft_find_entrant (filling, id);

  if (entrant == NULL)
    return;
  entrant->id = id;
  entrant->key = keep_column (filling, statement, 1);
  entrant->unit = sqlite3_column_int64 (statement, 2);
  if (sqlite3_column_type (statement, 3) != SQLITE_NULL)
    entrant->women_percent = bv_contest_draft_read_count (filling, statement, 3, 100, "nominee");
  entrant->withdrawn = bv_contest_draft_read_count (filling, statement, 4, 1, "nominee");
  entrant->unit_code = keep_column (filling, statement, 5);
  entrant->name = entrant->unit_name = keep_column (filling, statement, 6);
  entrant->parent = sqlite3_column_int64 (statement, 7);
  if (sqlite3_column_type (statement, 8) != SQLITE_NULL)
    read_person (filling, statement, entrant);
  if (sqlite3_column_type (statement, 12) != SQLITE_NULL)
    read_decision (filling, statement, "decision", 12, NULL, entrant);
  entrant->votes_for = bv_contest_draft_read_count (filling, statement, 14, MOST_VOTES, "vote");
  entrant->votes_members = bv_contest_draft_read_count (filling, statement, 15, MOST_VOTES, "vote");
}

/* What a nominee is called by is read together with its unit: who has none has not been read. */
static gboolean
check_entrants (BvContestDraft *filling, GError **error)
{
  for (guint i = 0; i < filling->nominees->len; i++)
    {
      const BvContestNominee *row = &g_array_index (filling->nominees, BvContestNominee, i);

      if (bv_contest_entrant (filling->contest, row->entrant)->key == NULL)
        bv_damage_note (filling->library, "nominee", row->id, _ ("its unit is not there"));
    }
  return bv_damage_take (filling->library, error);
}

static gboolean
find_scope (const BvContestDraft *filling, BvContestScope *scope, GError **error)
{
  gint64 n_all = bv_statement_get_number (filling->library, "SELECT count (*) FROM nominee", -1, error, "");

  *scope = n_all < 2 * (gint64) filling->nominees->len ? BV_CONTEST_SCOPE_ALL : BV_CONTEST_SCOPE_CAMPAIGN;
  return n_all >= 0;
}

static gboolean
fill (BvContestDraft *filling, gint64 campaign, GError **error)
{
  BvContestScope scope;
  gboolean ok;

  if (!bv_contest_draft_each_row (filling, PLACES "campaign = ?1 ORDER BY id", campaign, read_place, error)
      || !find_scope (filling, &scope, error))
    return FALSE;
  add_entrants (filling);
  ok = bv_contest_draft_each_row_of_all (filling, ENTRANTS "n.campaign = ?1 ORDER BY n.id", campaign,
                                         read_entrant, error)
       && bv_contest_draft_each_row_of_all (filling, quota_decisions[scope], campaign, read_quota_decision,
                                            error)
       && check_entrants (filling, error);
  return ok && bv_contest_marks_read (filling, campaign, scope, error);
}

static gboolean
fill_some (BvContestDraft *filling, const GArray *nominees, GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < nominees->len; i++)
    ok = bv_contest_draft_each_row (filling, PLACES "id = ?1", g_array_index (nominees, gint64, i),
                                    read_place, error);
  g_array_sort (filling->nominees, bv_contest_draft_compare);
  add_entrants (filling);
  for (guint i = 0; ok && i < nominees->len; i++)
    {
      gint64 nominee = g_array_index (nominees, gint64, i);

      bv_contest_draft_go_to (filling, nominee);
      ok = bv_contest_draft_each_row (filling, ENTRANTS "n.id = ?1", nominee, read_entrant, error)
           && bv_contest_draft_each_row (filling, quota_decisions[BV_CONTEST_SCOPE_ONE], nominee,
                                         read_quota_decision, error)
           && bv_contest_marks_read_one (filling, nominee, error);
    }
  return ok && check_entrants (filling, error);
}

/* A nominee that does not take part is passed over. */
static gboolean
fill_again (BvContestDraft *filling, gint64 nominee, GError **error)
{
  guint index = bv_contest_find_entrant (filling->contest, nominee);

  if (index == BV_CONTEST_NO_ENTRANT)
    return TRUE;
  bv_contest_clear_marks (filling->contest, bv_contest_entrant (filling->contest, index));
  return bv_contest_marks_read_one (filling, nominee, error);
}

/* @nominees: those who are read; %NULL: all */
static BvContest *
read_contest (BvLibrary *library, gint64 campaign, gint64 date, const GArray *nominees, GError **error)
{
  BvCampaign *head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (BvContest) contest = head != NULL ? bv_contest_new (head, date) : NULL;
  BvContestDraft filling;
  gboolean ok;

  if (contest == NULL)
    return NULL;
  bv_contest_draft_init (&filling, library, contest);
  bv_contest_draft_index_groups (&filling);
  ok = nominees != NULL ? fill_some (&filling, nominees, error) : fill (&filling, campaign, error);
  if (ok)
    bv_contest_index_entrants (contest);
  bv_contest_draft_clear (&filling);
  return ok ? g_steal_pointer (&contest) : NULL;
}

/* Only those of the entrants are remembered that are read again. */
static void
remember_entrants (BvContestDraft *filling, const GArray *nominees)
{
  for (guint i = 0; i < nominees->len; i++)
    {
      BvContestNominee row = { .id = g_array_index (nominees, gint64, i) };
      const BvEntrant *entrant;

      row.entrant = bv_contest_find_entrant (filling->contest, row.id);
      if (row.entrant == BV_CONTEST_NO_ENTRANT)
        continue;
      entrant = bv_contest_entrant (filling->contest, row.entrant);
      row.group = entrant->group;
      row.first_mark = entrant->first_mark;
      g_array_append_val (filling->nominees, row);
    }
  g_array_sort (filling->nominees, bv_contest_draft_compare);
}

static gboolean
read_marks (BvLibrary *library, BvContest *contest, const GArray *nominees, GError **error)
{
  gboolean ok = TRUE;
  BvContestDraft filling;

  bv_contest_draft_init (&filling, library, contest);
  bv_contest_draft_index_groups (&filling);
  remember_entrants (&filling, nominees);
  for (guint i = 0; ok && i < nominees->len; i++)
    ok = fill_again (&filling, g_array_index (nominees, gint64, i), error);
  bv_contest_draft_clear (&filling);
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
