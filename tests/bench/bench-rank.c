/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "bench-clock.h"
#include "core/proposal.h"
#include "exchange/interchange/ranking-json.h"
#include "store/campaigns.h"

#include <sqlite3.h>

/* `rank --json` of 100,000 nominees × 10 criteria, against a bare loop over SQLite that reads every column of
 * the assessments alone. In turn, warm; the least times are compared. */

#define NOMINEES 100000
#define TURNS 5
#define GOAL 2.4

enum
{
  READ,
  RANK,
  WRITE,
  ALL,
  BARE,
  BARE_ALL,
  N_TIMES
};

/* What keeps the compiler from leaving the reading out. */
static volatile gint64 sink;

static const char *const tables[] = {
  "assessment",  "campaign",  "unit",    "\"group\"", "criterion",     "quota",
  "quota_group", "quota_cap", "nominee", "person",    "hold",          "decision",
  "vote",        "report",    "result",  "evidence",  "evidence_link",
};

static void
read_row (sqlite3_stmt *statement, int n_columns)
{
  for (int i = 0; i < n_columns; i++)
    {
      if (sqlite3_column_type (statement, i) == SQLITE_INTEGER)
        sink += sqlite3_column_int64 (statement, i);
      else if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
        sink += *sqlite3_column_text (statement, i);
    }
}

static void
read_table (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    read_row (statement, sqlite3_column_count (statement));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

static void
time_bare (sqlite3 *db, double *times)
{
  gint64 start = bench_clock ();

  read_table (db, tables[0]);
  times[BARE] = bench_milliseconds_since (start);
  for (guint i = 1; i < G_N_ELEMENTS (tables); i++)
    read_table (db, tables[i]);
  times[BARE_ALL] = bench_milliseconds_since (start);
}

static void
count_bytes (const char *bytes, gsize length, gpointer data)
{
  *(gsize *) data += length;
}

static void
time_ranking (BvLibrary *library, gint64 campaign, double *times)
{
  g_autoptr (GError) error = NULL;
  gint64 start = bench_clock ();
  BvContest *contest = bv_campaigns_read_contest (library, campaign, BENCH_DATE, &error);
  BvProposal *proposal;
  gsize n_bytes = 0;

  g_assert_no_error (error);
  times[READ] = bench_milliseconds_since (start);
  proposal = bv_proposal_new (contest, NULL);
  times[RANK] = bench_milliseconds_since (start) - times[READ];
  bv_ranking_json_stream (proposal, count_bytes, &n_bytes);
  times[WRITE] = bench_milliseconds_since (start) - times[READ] - times[RANK];
  g_assert_cmpuint (n_bytes, >, NOMINEES);
  bv_proposal_free (proposal);
  times[ALL] = bench_milliseconds_since (start);
}

static void
compare (BvLibrary *library, sqlite3 *db)
{
  gint64 campaign = bv_campaigns_find (library, NULL, NULL);
  double least[N_TIMES] = { 0 };

  for (guint turn = 0; turn <= TURNS; turn++)
    {
      double times[N_TIMES];

      time_ranking (library, campaign, times);
      time_bare (db, times);
      for (guint i = 0; i < N_TIMES; i++)
        least[i] = turn <= 1 ? times[i] : MIN (least[i], times[i]);
    }
  g_print (
    "rank --json of %d nominees × %d: %.0f ms (read %.0f, score and rank %.0f, write %.0f); bare SELECT * of "
    "assessment %.0f, of every table %.0f\n",
    NOMINEES, BENCH_LEAVES, least[ALL], least[READ], least[RANK], least[WRITE], least[BARE], least[BARE_ALL]);
  bench_print_ratio ("rank --json / bare loop over assessment", least[ALL] / least[BARE], GOAL);
  bench_print_ratio ("rank --json / bare loop over what is read", least[ALL] / least[BARE_ALL], GOAL);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_strdup_printf ("%s/bench-%d", argc > 1 ? argv[1] : g_get_tmp_dir (), NOMINEES);
  g_autoptr (BvLibrary) library = bench_library_open (folder, NOMINEES);
  g_autofree char *path = g_build_filename (folder, "bangvang.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL), ==,
                   SQLITE_OK);
  compare (library, db);
  sqlite3_close (db);
  return 0;
}
