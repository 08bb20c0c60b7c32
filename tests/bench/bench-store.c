/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "bench-clock.h"
#include "core/assessment.h"
#include "core/nominee.h"
#include "exchange/interchange/interchange.h"
#include "scratch-folder.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"

/* What a large campaign costs the store: to load, read, dump, edit, undo and do again. */

#define NOMINEES 10000
#define EDITS 15

typedef struct
{
  BvLibrary *library;
  gint64 campaign;
} Bench;

static gint64 clock_start;

static void
start (void)
{
  clock_start = bench_clock ();
}

static void
stop (const char *what)
{
  g_print ("%-44s %8.1f ms\n", what, bench_milliseconds_since (clock_start));
}

static void
load (Bench *bench)
{
  g_autoptr (BvCampaign) campaign = bench_campaign_new (NOMINEES);
  g_autoptr (GError) error = NULL;

  start ();
  bench->campaign = bv_campaigns_load (bench->library, campaign, FALSE, &error);
  stop ("load");
  g_assert_no_error (error);
}

static void
dump (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BvCampaign) again = NULL;
  gsize length = 0;

  start ();
  campaign = bv_campaigns_read (bench->library, bench->campaign, BV_CAMPAIGN_WHOLE, &error);
  stop ("read whole");
  g_assert_no_error (error);
  start ();
  text = bv_interchange_write (campaign, &length);
  stop ("write as JSON");
  start ();
  again = bv_interchange_read (text, length, NULL, &error);
  stop ("read from JSON and check");
  g_assert_no_error (error);
}

static void
edit (Bench *bench, gint64 number)
{
  g_autoptr (GError) error = NULL;
  gint64 nominee
    = bv_edit_find (bench->library, bench->campaign, &bv_nominee_entity, bench->campaign, "n500", &error);
  BvAssessment *assessment = bv_edit_read_assessment (bench->library, bench->campaign, nominee, "2", &error);

  g_assert_no_error (error);
  assessment->final = number;
  bv_edit_write_assessment (bench->library, bench->campaign, nominee, assessment, &error);
  g_assert_no_error (error);
  bv_record_free (assessment);
}

static void
edit_record (Bench *bench, gint64 number)
{
  g_autoptr (GError) error = NULL;
  gint64 id
    = bv_edit_find (bench->library, bench->campaign, &bv_nominee_entity, bench->campaign, "n501", &error);
  BvNominee *nominee = bv_edit_read (bench->library, &bv_nominee_entity, id, &error);

  g_assert_no_error (error);
  nominee->women_percent = number;
  bv_edit_update (bench->library, bench->campaign, nominee, &error);
  g_assert_no_error (error);
  bv_record_free (nominee);
}

static void
undo (Bench *bench, gint64 number)
{
  g_autoptr (GError) error = NULL;

  bv_journal_undo (bench->library, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (Bench *bench, gint64 number)
{
  g_autoptr (GError) error = NULL;

  bv_journal_redo (bench->library, NULL, &error);
  g_assert_no_error (error);
}

typedef void (*Work) (Bench *bench, gint64 number);

static void
repeat (Bench *bench, const char *what, Work work)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (gint64 i = 0; i < EDITS; i++)
    {
      gint64 begin = bench_clock ();
      double time;

      work (bench, i);
      time = bench_milliseconds_since (begin);
      g_array_append_val (times, time);
    }
  g_print ("%-44s %8.1f ms (least of %d)\n", what, bench_least (times), EDITS);
}

static void
undo_load (Bench *bench)
{
  start ();
  undo (bench, 0);
  stop ("undo the load");
  start ();
  redo (bench, 0);
  stop ("load again by redo");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_strdup_printf ("%s/bench-store", argc > 1 ? argv[1] : g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL, 0 };

  scratch_folder_remove (folder);
  bench.library = bv_library_open (folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  g_print ("%d nominees × %d\n", NOMINEES, BENCH_LEAVES);
  load (&bench);
  dump (&bench);
  undo_load (&bench);
  repeat (&bench, "edit one score", edit);
  repeat (&bench, "undo it", undo);
  repeat (&bench, "do it again", redo);
  repeat (&bench, "edit a number of a nominee", edit_record);
  bv_library_close (bench.library);
  scratch_folder_remove (folder);
  return 0;
}
