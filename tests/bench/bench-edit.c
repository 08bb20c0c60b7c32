/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/kept-contest.h"
#include "bench-campaign.h"
#include "bench-clock.h"
#include "core/evidence.h"
#include "core/nominee.h"
#include "statement-count.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"

#include <gio/gio.h>
#include <stdio.h>

/* What one edit asks of SQLite, by the functions that the window calls and by the command line, among few
 * nominees and among many. */

#define MOST_RUNS 16
#define MOST_ROWS 60

/* The ranking that follows, reading included, against the computation alone. */
#define GOAL_RANKING 1.2
#define RANKINGS 9

/* A campaign, and the score that is typed. */
typedef struct
{
  const char *name;
  guint n_nominees; /* 0: the demonstration */
  const char *nominee;
  const char *criterion;
} Size;

static const Size sizes[] = {
  { "255", 0, "so-y-te", "2" },
  { "10000", 10000, "n500", "2" },
  { "100000", 100000, "n500", "2" },
};

typedef struct
{
  const Size *size;
  const char *cli;
  const char *counter; /* the module that counts in another program */
  char *folder;
  BvLibrary *library;
  gint64 campaign;
  gint64 nominee;
  gint64 number; /* another one for each edit */
  BvKeptContest *kept;
  GPtrArray *changes; /* of BvChanges: what the library was told of */
} Bench;

typedef void (*Work) (Bench *bench);

static void
print_count (const Bench *bench, const char *what, StatementCount count, const char *verdict)
{
  g_print ("%6s nominees  %-34s %5" G_GUINT64_FORMAT " runs %7" G_GUINT64_FORMAT " rows%s\n",
           bench->size->name, what, count.runs, count.rows, verdict);
}

static void
report_score (const Bench *bench, const char *what, StatementCount count)
{
  g_autofree char *goal = g_strdup_printf ("  (goal %d and %d)", MOST_RUNS, MOST_ROWS);
  g_autofree char *missed = g_strconcat (goal, "  short", NULL);
  gboolean is_short = count.runs > MOST_RUNS || count.rows > MOST_ROWS;

  print_count (bench, what, count, is_short ? missed : goal);
}

/* The first time prepares what is kept, so the second counts. */
static StatementCount
count (Bench *bench, Work work)
{
  for (int i = 0; i < 2; i++)
    {
      statement_count_clear ();
      bench->number++;
      work (bench);
    }
  return statement_count_get (STATEMENT_COUNT_HERE);
}

static BvAssessment *
read_assessment (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment = bv_edit_read_assessment (bench->library, bench->campaign, bench->nominee,
                                                      bench->size->criterion, &error);

  g_assert_no_error (error);
  return assessment;
}

static void
write_score (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) assessment = bv_record_new (&bv_assessment_entity);
  BvAssessment *self = (BvAssessment *) assessment;

  self->criterion = g_strdup (bench->size->criterion);
  self->final = 100 + bench->number;
  bv_edit_write_assessment (bench->library, bench->campaign, bench->nominee, self, &error);
  g_assert_no_error (error);
}

/* What the window's title and buttons say of the journal afterwards. */
static void
type_score (Bench *bench)
{
  g_autoptr (BvAction) undo = NULL;
  g_autoptr (BvAction) redo = NULL;

  write_score (bench);
  undo = bv_journal_peek_undo (bench->library, NULL);
  redo = bv_journal_peek_redo (bench->library, NULL);
  g_assert_nonnull (undo);
  g_assert_null (redo);
}

static void
read_score (Bench *bench)
{
  bv_record_free (read_assessment (bench));
}

static void
set_nominee (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) nominee = bv_edit_read (bench->library, &bv_nominee_entity, bench->nominee, &error);

  g_assert_no_error (error);
  ((BvNominee *) nominee)->women_percent = bench->number % 100;
  bv_edit_update (bench->library, bench->campaign, nominee, &error);
  g_assert_no_error (error);
}

static void
attach (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (bv_record_free);
  BvEvidence *piece = bv_record_new (&bv_evidence_entity);

  piece->sha256 = g_strdup_printf ("%064" G_GINT64_FORMAT, bench->number);
  g_ptr_array_add (pieces, piece);
  bv_edit_attach (bench->library, bench->campaign, bench->nominee, bench->size->criterion, pieces, &error);
  g_assert_no_error (error);
}

static void
undo (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bv_journal_undo (bench->library, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
open_library (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->library = bv_library_open (bench->folder, BV_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
}

static void
open_and_close (Bench *bench)
{
  open_library (bench);
  g_clear_pointer (&bench->library, bv_library_close);
}

static void
changed_cb (BvLibrary *library, const BvChanges *changes, gpointer data)
{
  g_ptr_array_add (((Bench *) data)->changes, bv_changes_ref (changes));
}

static gboolean
is_wanted (gpointer data)
{
  return TRUE;
}

/* As the window's thread does it after an edit: reads what was edited, ranks, and is given back what was
 * shown before. */
static double
rank (Bench *bench, BvProposal **shown)
{
  g_autoptr (GError) error = NULL;
  gint64 start = bench_clock ();
  BvContest *contest = bv_kept_contest_update (bench->kept, bench->campaign, BENCH_DATE,
                                               *shown != NULL ? bench->changes : NULL, &error);
  BvProposal *proposal = bv_proposal_compute (contest, is_wanted, NULL);
  double time;

  g_assert_no_error (error);
  bv_kept_contest_lend (bench->kept);
  time = bench_milliseconds_since (start);
  if (*shown != NULL)
    bv_kept_contest_take_back (bench->kept, *shown);
  *shown = proposal;
  g_ptr_array_set_size (bench->changes, 0);
  return time;
}

/* The computation alone, of the same contest. */
static double
compute (const BvProposal *shown)
{
  BvContest *contest = bv_contest_copy (shown->contest);
  gint64 start = bench_clock ();
  BvProposal *proposal = bv_proposal_compute (contest, is_wanted, NULL);
  double time = bench_milliseconds_since (start);

  bv_proposal_free (proposal);
  return time;
}

/* The first two rankings after the first read and copy the whole contest. */
static void
measure_ranking (Bench *bench)
{
  g_autoptr (BvProposal) shown = NULL;
  double ranking = G_MAXDOUBLE;
  double computing = G_MAXDOUBLE;

  bench->kept = bv_kept_contest_new (bench->folder, NULL, NULL);
  bench->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_changes_unref);
  bv_library_set_changed_func (bench->library, changed_cb, bench);
  rank (bench, &shown);
  for (guint i = 0; i < RANKINGS + 2; i++)
    {
      double time;

      bench->number++;
      write_score (bench);
      statement_count_clear ();
      time = rank (bench, &shown);
      if (i >= 2)
        ranking = MIN (ranking, time);
      computing = MIN (computing, compute (shown));
    }
  print_count (bench, "the ranking after it", statement_count_get (STATEMENT_COUNT_HERE), "");
  g_print ("%6s nominees  the ranking after it: %.2f ms, the computation alone %.2f\n", bench->size->name,
           ranking, computing);
  bench_print_ratio ("the ranking after it / the computation alone", ranking / computing, GOAL_RANKING);
  bv_library_set_changed_func (bench->library, NULL, NULL);
  bv_kept_contest_take_back (bench->kept, g_steal_pointer (&shown));
  bv_kept_contest_free (bench->kept);
  g_ptr_array_unref (bench->changes);
}

static StatementCount
count_program (Bench *bench)
{
  g_autofree char *score
    = g_strdup_printf ("%d,%02d", 1 + (int) bench->number / 100, (int) bench->number % 100);
  const char *const arguments[]
    = { bench->cli, "--library", bench->folder, "score", bench->size->nominee, bench->size->criterion,
        score,      "--final",   NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *file = g_strconcat (bench->folder, ".count", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;
  StatementCount count = { 0, 0 };

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", bench->counter, TRUE);
  g_subprocess_launcher_setenv (launcher, "COUNT_FILE", file, TRUE);
  program = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (program, NULL, &error));
  g_assert_true (g_file_get_contents (file, &text, NULL, &error));
  g_assert_cmpint (sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &count.runs, &count.rows), ==,
                   2);
  return count;
}

/* Opening the library for writing, and closing it, is counted apart. */
static void
measure_program (Bench *bench)
{
  StatementCount opening = count (bench, open_and_close);
  StatementCount whole = count_program (bench);

  print_count (bench, "opening for writing, and closing", opening, "");
  whole.runs -= opening.runs;
  whole.rows -= opening.rows;
  report_score (bench, "bangvang-cli score, but for that", whole);
}

static void
measure_edits (Bench *bench)
{
  static const struct
  {
    const char *what;
    Work work;
  } edits[] = {
    { "read an assessment", read_score },
    { "undo", undo },
    { "set a field of a nominee", set_nominee },
    { "attach a file", attach },
  };
  g_autoptr (GError) error = NULL;

  open_library (bench);
  bench->campaign = bv_campaigns_find (bench->library, NULL, &error);
  bench->nominee = bv_edit_find (bench->library, bench->campaign, &bv_nominee_entity, bench->campaign,
                                 bench->size->nominee, &error);
  g_assert_no_error (error);
  report_score (bench, "a typed score", count (bench, type_score));
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    print_count (bench, edits[i].what, count (bench, edits[i].work), "");
  measure_ranking (bench);
  g_clear_pointer (&bench->library, bv_library_close);
}

static void
make_demonstration (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, bench->cli,
                                                      "--library", bench->folder, "demo", NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (program, NULL, &error));
}

static void
measure (const Size *size, char **argv)
{
  Bench bench = { .size = size, .cli = argv[2], .counter = argv[3] };

  bench.folder = g_strdup_printf ("%s/bench-edit-%s", argv[1], size->name);
  bench.number = g_get_real_time () % 300;
  if (size->n_nominees > 0)
    bv_library_close (bench_library_open (bench.folder, size->n_nominees));
  else if (!g_file_test (bench.folder, G_FILE_TEST_IS_DIR))
    make_demonstration (&bench);
  measure_edits (&bench);
  measure_program (&bench);
  g_free (bench.folder);
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 4);
  statement_count_begin ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (&sizes[i], argv);
  return 0;
}
