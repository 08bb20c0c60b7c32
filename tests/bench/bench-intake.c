/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"
#include "exchange/apart/source-process.h"
#include "exchange/drop/drop.h"
#include "exchange/intake/enclosure/drop-plan.h"
#include "exchange/intake/import-apply.h"
#include "exchange/package/package-reader.h"
#include "exchange/recognise/import-open.h"
#include "exchange/source/source.h"
#include "scratch-folder.h"
#include "store/campaigns.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Tables from outside. A large workbook is read against libarchive and Expat alone, with nobody who listens,
 * and against openpyxl; forms that came back are planned and taken in against reading them. A form is read by
 * a process of its own, which is most of what reading it costs, so what reading it here costs is said, too.
 */

#define ROWS 100000
#define COLUMNS 12
#define TURNS 2
#define FORMS_A_TURN 20 /* times that one form is read */
#define GOAL_BARE 1.3
#define GOAL_OPENPYXL 0.125
#define GOAL_MEGABYTES 30.0
#define GOAL_PREVIEW 2.0
#define GOAL_TAKEN_IN 2.0

enum
{
  READ,
  BARE,
  OPENPYXL,
  READ_FORM,
  PLAN_FORM,
  READ_FORMS,
  READ_FORMS_HERE,
  PLAN_FORMS,
  TAKE_FORMS,
  N_TIMES
};

typedef struct
{
  char *folder;
  char *large;
  char *library; /* the demonstration */
  char *work;    /* a copy of it, into which is taken in */
  GPtrArray *forms;
  const char *python;
  const char *script;
} Bench;

typedef void (*Work) (const Bench *bench);

/* What one turn took. */
typedef struct
{
  double milliseconds;
  double megabytes; /* the most at a time of one process */
} Cost;

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static gboolean
begin (gpointer data, const char *name, BvSourceVisibility visibility, GError **error)
{
  return TRUE;
}

static gboolean
row (gpointer data,
     guint number,
     gboolean is_hidden,
     const BvSourceCell *cells,
     guint n_cells,
     GError **error)
{
  *(guint64 *) data += n_cells;
  return TRUE;
}

static gboolean
end (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error)
{
  return TRUE;
}

static const BvSourceSink counting = { begin, row, end };

static void
read_large (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  bv_source_read (bench->large, &counting, &n_cells, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, ==, (guint64) ROWS * COLUMNS);
}

static void
parse_large (const Bench *bench)
{
  static const BvPackageHandlers nobody = { NULL, NULL, NULL };
  g_autoptr (BvPackageReader) reader = bv_package_reader_open (bench->large);
  const char *part;

  while ((part = bv_package_reader_next (reader)) != NULL)
    if (g_str_has_suffix (part, ".xml"))
      g_assert_true (bv_package_reader_parse (reader, &nobody, NULL));
  g_assert_true (bv_package_reader_is_at_end (reader));
}

static void
read_by_openpyxl (const Bench *bench)
{
  run ((const char *const[]){ bench->python, bench->script, "read", bench->large, NULL });
}

static void
read_apart (const char *path)
{
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  bv_source_process_read (path, &counting, &n_cells, NULL, &error);
  g_assert_no_error (error);
}

static void
read_form (const Bench *bench)
{
  for (guint i = 0; i < FORMS_A_TURN; i++)
    read_apart (g_ptr_array_index (bench->forms, 0));
}

static void
read_forms (const Bench *bench)
{
  for (guint i = 0; i < bench->forms->len; i++)
    read_apart (g_ptr_array_index (bench->forms, i));
}

static void
read_forms_here (const Bench *bench)
{
  for (guint i = 0; i < bench->forms->len; i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 n_cells = 0;

      bv_source_read (g_ptr_array_index (bench->forms, i), &counting, &n_cells, &error);
      g_assert_no_error (error);
    }
}

static void
take (const char *folder, char *const *paths, guint n_paths, gboolean is_applied)
{
  g_autoptr (GError) error = NULL;
  BvProgress progress = { 0 };
  g_autoptr (BvLibrary) library
    = bv_library_open (folder, is_applied ? BV_LIBRARY_WRITE : BV_LIBRARY_READ, &error);
  gint64 campaign = bv_campaigns_find (library, NULL, &error);
  g_autoptr (BvImportPlan) plan = bv_import_open (library, campaign, &error);
  g_autoptr (BvDrop) drop = bv_drop_new (library);

  for (guint i = 0; i < n_paths; i++)
    bv_drop_add (drop, paths[i], NULL, &error);
  bv_drop_plan_make (plan, drop, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->files->len, ==, n_paths);
  if (is_applied)
    bv_import_apply (library, campaign, plan, &progress, NULL, &error);
  g_assert_no_error (error);
}

/* The library is open already where a preview is looked at, and so are the rules of its campaign. */
static void
plan_form (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (bench->library, BV_LIBRARY_READ, &error);
  gint64 campaign = bv_campaigns_find (library, NULL, &error);

  for (guint i = 0; i < FORMS_A_TURN; i++)
    {
      BvProgress progress = { 0 };
      g_autoptr (BvImportPlan) plan = bv_import_open (library, campaign, &error);
      g_autoptr (BvDrop) drop = bv_drop_new (library);

      bv_drop_add (drop, g_ptr_array_index (bench->forms, 0), NULL, &error);
      bv_drop_plan_make (plan, drop, &progress, &error);
      g_assert_no_error (error);
    }
}

static void
plan_forms (const Bench *bench)
{
  take (bench->library, (char *const *) bench->forms->pdata, bench->forms->len, FALSE);
}

static void
take_forms (const Bench *bench)
{
  take (bench->work, (char *const *) bench->forms->pdata, bench->forms->len, TRUE);
}

/* Each in a process of its own; what it starts counts, too. */
static Cost
measure (const Bench *bench, Work work)
{
  struct rusage usage;
  int status = 0;
  pid_t child;

  scratch_folder_remove (bench->work);
  run ((const char *const[]){ "cp", "-r", bench->library, bench->work, NULL });
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      work (bench);
      _exit (0);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  return (Cost){ (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0
                   + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0,
                 usage.ru_maxrss / 1024.0 };
}

/* Numbers, dates, and texts of which many are there more than once. */
static void
write_large (const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_FALSE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Danh sách");

  for (guint r = 0; r < ROWS; r++)
    for (guint c = 0; c < COLUMNS; c++)
      {
        g_autofree char *text = g_strdup_printf ("Nguyễn Văn %u", (r * COLUMNS + c) % 50000);

        if (c % 3 == 0)
          worksheet_write_number (sheet, r, c, (r * 7 + c) % 10000 / 100.0, NULL);
        else
          worksheet_write_string (sheet, r, c, text, NULL);
      }
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

/* A process begins with the memory of what starts it, so this one stays small. */
static void
write_apart (const char *path)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      write_large (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
list_forms (Bench *bench)
{
  g_autofree char *folder = g_build_filename (bench->folder, "forms", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (bench->forms, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (bench->forms->len, ==, 195);
}

static void
prepare (Bench *bench, const char *cli)
{
  g_autofree char *forms = g_build_filename (bench->folder, "forms", NULL);

  scratch_folder_remove (bench->folder);
  g_mkdir_with_parents (bench->folder, 0700);
  write_apart (bench->large);
  run ((const char *const[]){ cli, "--library", bench->library, "demo", NULL });
  run ((const char *const[]){ cli, "--library", bench->library, "form", "--all", "-o", forms, NULL });
  run ((const char *const[]){ bench->python, bench->script, "fill", forms, NULL });
  list_forms (bench);
}

static void
print (const Cost *costs)
{
  const double *large = &costs[READ].milliseconds;

  g_print ("%d rows of %d cells: %.0f ms and %.1f MB; libarchive and Expat alone %.0f ms, openpyxl %.0f\n",
           ROWS, COLUMNS, *large, costs[READ].megabytes, costs[BARE].milliseconds,
           costs[OPENPYXL].milliseconds);
  bench_print_ratio ("reading / libarchive and Expat alone", *large / costs[BARE].milliseconds, GOAL_BARE);
  bench_print_ratio ("reading / openpyxl, read-only", *large / costs[OPENPYXL].milliseconds, GOAL_OPENPYXL);
  bench_print_ratio ("reading, megabytes", costs[READ].megabytes, GOAL_MEGABYTES);
  g_print ("a form: read %.1f ms, planned %.1f\n", costs[READ_FORM].milliseconds / FORMS_A_TURN,
           costs[PLAN_FORM].milliseconds / FORMS_A_TURN);
  bench_print_ratio ("preview of a form / reading it",
                     costs[PLAN_FORM].milliseconds / costs[READ_FORM].milliseconds, GOAL_PREVIEW);
  g_print (
    "195 forms: read %.0f ms (by this process %.0f), planned %.0f, planned and taken in %.0f, with %.1f MB\n",
    costs[READ_FORMS].milliseconds, costs[READ_FORMS_HERE].milliseconds, costs[PLAN_FORMS].milliseconds,
    costs[TAKE_FORMS].milliseconds, costs[TAKE_FORMS].megabytes);
  bench_print_ratio ("195 forms planned and taken in / reading them",
                     costs[TAKE_FORMS].milliseconds / costs[READ_FORMS].milliseconds, GOAL_TAKEN_IN);
}

/* bench-intake FOLDER bangvang-cli PYTHON intake_files.py */
int
main (int argc, char **argv)
{
  static const Work works[N_TIMES] = { read_large, parse_large,     read_by_openpyxl, read_form, plan_form,
                                       read_forms, read_forms_here, plan_forms,       take_forms };
  Bench bench = { .python = argv[3], .script = argv[4] };
  Cost least[N_TIMES] = { { 0, 0 } };

  g_assert_cmpint (argc, ==, 5);
  bench.folder = g_build_filename (argv[1], "bench-intake", NULL);
  bench.large = g_build_filename (bench.folder, "large.xlsx", NULL);
  bench.library = g_build_filename (bench.folder, "library", NULL);
  bench.work = g_build_filename (bench.folder, "work", NULL);
  bench.forms = g_ptr_array_new_with_free_func (g_free);
  prepare (&bench, argv[2]);
  for (guint turn = 0; turn < TURNS; turn++)
    for (guint i = 0; i < N_TIMES; i++)
      {
        Cost cost = i == OPENPYXL && turn > 0 ? least[i] : measure (&bench, works[i]);

        if (turn == 0 || cost.milliseconds < least[i].milliseconds)
          least[i] = cost;
      }
  print (least);
  scratch_folder_remove (bench.folder);
  g_ptr_array_unref (bench.forms);
  g_free (bench.folder);
  g_free (bench.large);
  g_free (bench.library);
  g_free (bench.work);
  return 0;
}
