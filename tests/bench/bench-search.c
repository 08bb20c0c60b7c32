/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "bench-clock.h"
#include "store/campaigns.h"
#include "store/search.h"
#include "store/statement.h"

/* What the window asks for while a word is typed, among 100,000 nominees, against a bare query of the index
 * that only walks what it finds. In turn; the least times are compared. */

#define NOMINEES 100000
#define TURNS 15
#define SHOWN 50
#define GOAL 2.0

static void
count_row (sqlite3_stmt *row, gpointer n_rows)
{
  ++*(guint *) n_rows;
}

static double
time_bare (BvLibrary *library, const char *word, guint *n_rows)
{
  g_autofree char *match = g_strdup_printf ("\"%s\"*", word);
  g_autoptr (GError) error = NULL;
  gint64 start = bench_clock ();

  *n_rows = 0;
  bv_statement_each (library, "SELECT rowid FROM search WHERE search MATCH ?1", count_row, n_rows, &error,
                     "s", match);
  g_assert_no_error (error);
  return bench_milliseconds_since (start);
}

static double
time_search (BvLibrary *library, gint64 campaign, const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 start = bench_clock ();
  g_autoptr (GPtrArray) hits = bv_search_query (library, campaign, word, SHOWN, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, SHOWN);
  return bench_milliseconds_since (start);
}

static void
compare (BvLibrary *library, const char *word)
{
  gint64 campaign = bv_campaigns_find (library, NULL, NULL);
  g_autofree char *what = g_strdup_printf ("search “%s” / bare query", word);
  double bare = G_MAXDOUBLE;
  double search = G_MAXDOUBLE;
  guint n_rows = 0;

  for (guint i = 0; i < TURNS; i++)
    {
      bare = MIN (bare, time_bare (library, word, &n_rows));
      search = MIN (search, time_search (library, campaign, word));
    }
  g_print ("“%s” among %d nominees, %u found: %.1f ms; bare %.1f\n", word, NOMINEES, n_rows, search, bare);
  bench_print_ratio (what, search / bare, GOAL);
}

/* bench-search FOLDER */
int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (BvLibrary) library = NULL;

  g_assert_cmpint (argc, ==, 2);
  folder = g_strdup_printf ("%s/bench-%d", argv[1], NOMINEES);
  library = bench_library_open (folder, NOMINEES);
  compare (library, "duong");
  return 0;
}
