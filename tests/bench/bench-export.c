/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "bench-clock.h"
#include "exchange/export.h"
#include "exchange/package/package-reader.h"
#include "exchange/sealed/sealed-dump.h"
#include "replay-workbook.h"
#include "store/campaigns.h"
#include "store/proposals.h"
#include "store/verify.h"

#include <glib/gstdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The export of 10,000 nominees × 10 leaves, draft and sealed, against a bare program that writes the same
 * cells, formulas and formats with libxlsxwriter. All in turn; the least times are compared.
 *
 * What stays short of its goal, and why. The proof: libarchive and Expat alone, with nobody who listens, take
 * 0.31 of the replay. A draft: reading the campaign takes 0.26, and sorting the memory that the writing
 * library gives back 0.06, which the replay leaves to its end. A sealed one: the library is verified (0.5),
 * the whole campaign is read (0.4), and 47 MB of what is sealed are written, and read again by the reader
 * that will have to read them (1.5): without that, sealing would promise less. */

#define NOMINEES 10000
#define TURNS 5
#define GOAL_DRAFT 1.3 /* beside the proof */
#define GOAL_SEALED 1.4
#define GOAL_PROOF 0.35

enum
{
  DRAFT,
  SEALED,
  READ,
  READ_WHOLE,
  VERIFY,
  DUMP,
  REPLAY,
  WALK,
  RECORD,
  PARSE,
  READ_BACK,
  N_TIMES
};

typedef struct
{
  char *library;
  char *folder;
  char *exported;
  char *replayed;
  char *recording;
  Replay *replay;
  double *reading; /* milliseconds that a child took to read its workbook again; shared with it */
} Bench;

typedef void (*Work) (const Bench *bench);

static void
export_proposal (const Bench *bench, gboolean draft)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library = bench_library_open (bench->library, NOMINEES);
  const BvProposalRequest request
    = { bv_campaigns_find (library, NULL, &error), BENCH_DATE, draft, draft ? NULL : "Đo", TRUE };
  BvExport *export = bv_export_new (library, &request, bench->exported, NULL, &error);

  g_assert_no_error (error);
  /* A library that is only read seals nothing: what it costs to note one action is measured by bench-edit. */
  if (!draft)
    return;
  bv_export_publish (export, library, &error);
  g_assert_no_error (error);
}

static void
export_draft (const Bench *bench)
{
  export_proposal (bench, TRUE);
}

static void
export_sealed (const Bench *bench)
{
  export_proposal (bench, FALSE);
}

/* What follows says where the time goes. */
static void
read_draft (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library = bench_library_open (bench->library, NOMINEES);

  bv_proposals_read_draft (library, bv_campaigns_find (library, NULL, &error), BENCH_DATE, &error);
  g_assert_no_error (error);
}

static BvProposal *
read_proposal (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;
  BvProposal *proposal
    = bv_proposals_read (library, bv_campaigns_find (library, NULL, &error), BENCH_DATE, &error);

  g_assert_no_error (error);
  return proposal;
}

static void
read_whole (const Bench *bench)
{
  read_proposal (bench_library_open (bench->library, NOMINEES));
}

static void
verify (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library = bench_library_open (bench->library, NOMINEES);
  gboolean sound = FALSE;

  bv_verify_campaign (library, bv_campaigns_find (library, NULL, &error), &sound, &error);
  g_assert_no_error (error);
}

/* The proposal is read before. */
static void
dump (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library = bench_library_open (bench->library, NOMINEES);

  bv_sealed_dump_seal (library, read_proposal (library), &error);
  g_assert_no_error (error);
}

static void
replay (const Bench *bench)
{
  replay_write (bench->replay, bench->replayed, bench->folder);
}

static void
walk (const Bench *bench)
{
  g_assert_cmpuint (replay_walk (bench->replay), >, 0);
}

static void
record_replay (const Bench *bench)
{
  replay_record (bench->replay);
}

/* What the libraries that read the workbook again take for themselves: nobody hears of what they find. */
static void
parse_export (const Bench *bench)
{
  static const BvPackageHandlers nobody = { NULL, NULL, NULL };
  g_autoptr (BvPackageReader) reader = bv_package_reader_open (bench->exported);
  const char *part;

  while ((part = bv_package_reader_next (reader)) != NULL)
    if (g_str_has_suffix (part, ".xml"))
      g_assert_true (bv_package_reader_parse (reader, &nobody, NULL));
  g_assert_true (bv_package_reader_is_at_end (reader));
}

/* The last two moments of which progress is told: the workbook is read again between them. */
typedef struct
{
  gint64 begun;
  gint64 ended;
} Reading;

static void
tell_reading_cb (double fraction, gpointer data)
{
  Reading *reading = data;

  reading->begun = reading->ended;
  reading->ended = bench_clock ();
}

static void
read_back (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library = bench_library_open (bench->library, NOMINEES);
  const BvProposalRequest request
    = { bv_campaigns_find (library, NULL, &error), BENCH_DATE, TRUE, NULL, TRUE };
  Reading reading = { 0 };
  const BvProgress progress = BV_PROGRESS_INIT (tell_reading_cb, &reading, NULL);

  bv_export_new (library, &request, bench->exported, &progress, &error);
  g_assert_no_error (error);
  *bench->reading = bench_milliseconds_since (reading.begun) - bench_milliseconds_since (reading.ended);
}

static double
get_children_milliseconds (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &usage), ==, 0);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

/* Each in a process of its own, so that none finds the memory that another has asked for. */
static double
time_work (const Bench *bench, Work work)
{
  double before = get_children_milliseconds ();
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      work (bench);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  return get_children_milliseconds () - before;
}

static void
record (const Bench *bench, const char *python, const char *script)
{
  const char *arguments[] = { python, script, bench->exported, bench->recording, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  time_work (bench, export_draft);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static void
compare (const Bench *bench)
{
  static const Work works[N_TIMES]
    = { export_draft, export_sealed, read_draft,    read_whole,   verify,   dump,
        replay,       walk,          record_replay, parse_export, read_back };
  double least[N_TIMES] = { 0 };
  double recording;
  double proof;

  for (guint turn = 0; turn < TURNS; turn++)
    for (guint i = 0; i < N_TIMES; i++)
      {
        double time = time_work (bench, works[i]);

        if (i == READ_BACK)
          time = *bench->reading;
        least[i] = turn == 0 ? time : MIN (least[i], time);
      }
  g_print ("export of %d nominees × %d: draft %.0f ms, sealed %.0f; bare replay of %u cells %.0f\n", NOMINEES,
           BENCH_LEAVES, least[DRAFT], least[SEALED], replay_count_cells (bench->replay), least[REPLAY]);
  g_print (
    "of the draft: reading %.0f ms; of the sealed one: reading %.0f, verifying the library %.0f, what is "
    "sealed, written and read again %.0f\n",
    least[READ], least[READ_WHOLE], least[VERIFY], least[DUMP] - least[READ_WHOLE]);
  recording = least[RECORD] - least[WALK];
  g_print ("proof of the workbook: %.0f ms to record what is handed over, %.0f to read it again, of which "
           "libarchive and Expat alone take %.0f\n",
           recording, least[READ_BACK], least[PARSE]);
  proof = recording + least[READ_BACK];
  bench_print_ratio ("draft without proof / replay", (least[DRAFT] - proof) / least[REPLAY], GOAL_DRAFT);
  bench_print_ratio ("sealed without proof / replay", (least[SEALED] - proof) / least[REPLAY], GOAL_SEALED);
  bench_print_ratio ("proof / replay", proof / least[REPLAY], GOAL_PROOF);
}

/* bench-export FOLDER PYTHON record_workbook.py */
int
main (int argc, char **argv)
{
  Bench bench = { NULL };

  g_assert_cmpint (argc, ==, 4);
  bench.library = g_strdup_printf ("%s/bench-%d", argv[1], NOMINEES);
  bv_library_close (bench_library_open (bench.library, NOMINEES));
  bench.folder = g_build_filename (argv[1], "replay", NULL);
  bench.exported = g_build_filename (bench.folder, "exported.xlsx", NULL);
  bench.replayed = g_build_filename (bench.folder, "replayed.xlsx", NULL);
  bench.recording = g_build_filename (bench.folder, "recording.txt", NULL);
  g_mkdir_with_parents (bench.folder, 0700);
  record (&bench, argv[2], argv[3]);
  bench.replay = replay_read (bench.recording);
  bench.reading
    = mmap (NULL, sizeof *bench.reading, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (bench.reading != MAP_FAILED);
  compare (&bench);
  munmap (bench.reading, sizeof *bench.reading);
  replay_free (bench.replay);
  g_free (bench.library);
  g_free (bench.folder);
  g_free (bench.exported);
  g_free (bench.replayed);
  g_free (bench.recording);
  return 0;
}
