/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "bench-clock.h"
#include "core/table.h"
#include "store/campaigns.h"
#include "store/lists.h"
#include "store/search.h"

/* The queries that fill the pages of the window, at 10,000 nominees: each is to take less than a frame of
 * 16 ms. */

#define NOMINEES 10000
#define ROUNDS 15

typedef guint (*Query) (BvLibrary *library, gint64 campaign, GError **error);

static guint
read_nominees (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvTable) table = bv_lists_read_nominees (library, campaign, error);

  return bv_table_get_n_rows (table);
}

static guint
read_units (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvTable) table = bv_lists_read_units (library, campaign, error);

  return bv_table_get_n_rows (table);
}

static guint
read_head (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvCampaign) head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);

  return head->groups->len;
}

static guint
search (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (GPtrArray) hits = bv_search_query (library, campaign, "duong", 50, error);

  return hits->len;
}

static void
measure (BvLibrary *library, const char *what, Query query)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 campaign = bv_campaigns_find (library, NULL, NULL);
  guint n_rows = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = bench_clock ();
      double time;

      n_rows = query (library, campaign, &error);
      time = bench_milliseconds_since (start);
      g_assert_no_error (error);
      g_array_append_val (times, time);
    }
  g_print ("%-12s %6u rows: %6.1f ms (least of %d, target 16)\n", what, n_rows, bench_least (times), ROUNDS);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_strdup_printf ("%s/bench-%d", argc > 1 ? argv[1] : g_get_tmp_dir (), NOMINEES);
  g_autoptr (BvLibrary) library = bench_library_open (folder, NOMINEES);

  measure (library, "nominees", read_nominees);
  measure (library, "units", read_units);
  measure (library, "head", read_head);
  measure (library, "search", search);
  return 0;
}
