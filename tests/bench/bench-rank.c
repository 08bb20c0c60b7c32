/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"

#include "core/proposal.h"
#include "store/campaigns.h"

#include <sqlite3.h>

/* The ranking of 100,000 nominees × 10 criteria from the database, against a bare loop over SQLite that reads
 * every column of every table the ranking reads. Both in turn, warm; the medians are compared. */

#define NOMINEES 100000
#define PAIRS 7

static const char *const tables[] = {
  "campaign",   "unit",    "\"group\"", "criterion", "quota",         "quota_group",
  "quota_cap",  "nominee", "person",    "hold",      "decision",      "vote",
  "assessment", "report",  "result",    "evidence",  "evidence_link",
};

typedef struct
{
  double read;
  double rank;
} Parts;

/* What keeps the compiler from leaving the reading out. */
static volatile gint64 sink;

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

static guint
read_table (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *statement = NULL;
  guint n_rows = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      read_row (statement, sqlite3_column_count (statement));
      n_rows++;
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return n_rows;
}

static double
time_bare (sqlite3 *db, guint *n_rows)
{
  gint64 start = g_get_monotonic_time ();

  *n_rows = 0;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    *n_rows += read_table (db, tables[i]);
  return bench_milliseconds_since (start);
}

static Parts
time_ranking (BvLibrary *library, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  BvContest *contest = bv_campaigns_read_contest (library, campaign, BENCH_DATE, &error);
  Parts parts = { .read = bench_milliseconds_since (start) };
  g_autoptr (BvProposal) proposal = NULL;

  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  proposal = bv_proposal_new (contest, NULL);
  parts.rank = bench_milliseconds_since (start);
  g_assert_cmpuint (proposal->contest->entrants->len, ==, NOMINEES);
  return parts;
}

static void
compare (BvLibrary *library, sqlite3 *db)
{
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) reads = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 campaign = bv_campaigns_find (library, NULL, NULL);
  guint n_rows = 0;

  time_bare (db, &n_rows);
  time_ranking (library, campaign);
  for (guint i = 0; i < PAIRS; i++)
    {
      double one = time_bare (db, &n_rows);
      Parts parts = time_ranking (library, campaign);
      double sum = parts.read + parts.rank;

      g_array_append_val (bare, one);
      g_array_append_val (reads, parts.read);
      g_array_append_val (ranks, parts.rank);
      g_array_append_val (sums, sum);
    }
  g_print ("ranking of %d nominees × %d from the database: %.0f ms (read %.0f, score and rank %.0f); "
           "bare loop over %u rows: %.0f ms; ratio %.2f (target 3)\n",
           NOMINEES, BENCH_LEAVES, bench_median (sums), bench_median (reads), bench_median (ranks), n_rows,
           bench_median (bare), bench_median (sums) / bench_median (bare));
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
