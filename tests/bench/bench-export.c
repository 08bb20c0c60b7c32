/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "replay-workbook.h"

#include "core/proposal.h"
#include "exchange/export.h"
#include "store/campaigns.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>

/* The export of 10,000 nominees × 10 leaves, against a bare program that writes the same cells, formulas and
 * formats with libxlsxwriter. Both in turn; the medians are compared. */

#define NOMINEES 10000
#define PAIRS 15

typedef struct
{
  BvLibrary *library;
  char *folder;
  char *exported;
  char *replayed;
  char *recording;
} Bench;

static double
time_export (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 campaign = bv_campaigns_find (bench->library, NULL, &error);

  seal = bv_export_proposal (bench->library, campaign, BENCH_DATE, TRUE, NULL, bench->exported, NULL, NULL,
                             NULL, &error);
  g_assert_no_error (error);
  return bench_milliseconds_since (start);
}

/* The workbook alone: the proposal is there already. */
static double
time_workbook (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) whole = NULL;
  gint64 campaign = bv_campaigns_find (bench->library, NULL, &error);
  g_autoptr (BvProposal) proposal
    = bv_export_read_proposal (bench->library, campaign, BENCH_DATE, &whole, &error);
  gint64 start = g_get_monotonic_time ();
  g_autofree char *written
    = bv_workbook_write (proposal, bench->exported, bench->folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  bv_whole_file_finish (written, bench->exported, &error);
  g_assert_no_error (error);
  return bench_milliseconds_since (start);
}

static double
time_replay (const Bench *bench, const Replay *replay)
{
  gint64 start = g_get_monotonic_time ();

  replay_write (replay, bench->replayed, bench->folder);
  return bench_milliseconds_since (start);
}

static void
record (const Bench *bench, const char *python, const char *script)
{
  const char *arguments[] = { python, script, bench->exported, bench->recording, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  time_export (bench);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static void
compare (const Bench *bench)
{
  Replay *replay = replay_read (bench->recording);
  g_autoptr (GArray) exports = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) workbooks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) replays = g_array_new (FALSE, FALSE, sizeof (double));

  time_replay (bench, replay);
  for (guint i = 0; i < PAIRS; i++)
    {
      double export = time_export (bench);
      double replayed = time_replay (bench, replay);
      double workbook = time_workbook (bench);

      g_array_append_val (exports, export);
      g_array_append_val (replays, replayed);
      g_array_append_val (workbooks, workbook);
    }
  g_print ("export of %d nominees × %d: %.0f ms, its workbook alone %.0f; bare replay of %u cells: %.0f ms; "
           "ratio %.2f, of the workbook alone %.2f (target 1.25)\n",
           NOMINEES, BENCH_LEAVES, bench_median (exports), bench_median (workbooks),
           replay_count_cells (replay), bench_median (replays),
           bench_median (exports) / bench_median (replays),
           bench_median (workbooks) / bench_median (replays));
  replay_free (replay);
}

/* bench-export FOLDER PYTHON record_workbook.py */
int
main (int argc, char **argv)
{
  Bench bench = { NULL, NULL, NULL, NULL, NULL };
  g_autofree char *library = NULL;

  g_assert_cmpint (argc, ==, 4);
  library = g_strdup_printf ("%s/bench-%d", argv[1], NOMINEES);
  bench.library = bench_library_open (library, NOMINEES);
  bench.folder = g_build_filename (argv[1], "replay", NULL);
  bench.exported = g_build_filename (bench.folder, "exported.xlsx", NULL);
  bench.replayed = g_build_filename (bench.folder, "replayed.xlsx", NULL);
  bench.recording = g_build_filename (bench.folder, "recording.txt", NULL);
  g_mkdir_with_parents (bench.folder, 0700);
  record (&bench, argv[2], argv[3]);
  compare (&bench);
  bv_library_close (bench.library);
  g_free (bench.folder);
  g_free (bench.exported);
  g_free (bench.replayed);
  g_free (bench.recording);
  return 0;
}
