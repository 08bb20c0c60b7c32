/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "bench-clock.h"
#include "exchange/interchange/interchange.h"
#include "scratch-folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>

/* The most memory that `load` has at a time, against the size of the file. */

#define GOAL 6.0

static void
write_piece (const char *bytes, gsize length, gpointer file)
{
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
}

static gsize
write_file (const char *path, guint n_nominees)
{
  g_autoptr (BvCampaign) campaign = bench_campaign_new (n_nominees);
  FILE *file = g_fopen (path, "wb");
  long size;

  g_assert_nonnull (file);
  bv_interchange_stream (campaign, write_piece, file);
  size = ftell (file);
  g_assert_cmpint (fclose (file), ==, 0);
  return size;
}

/* In bytes, of all children so far: the largest comes last. */
static gsize
load (const char *cli, const char *library, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, cli,
                                                      "--library", library, "load", path, NULL);
  struct rusage usage;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (program, NULL, &error));
  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &usage), ==, 0);
  return (gsize) usage.ru_maxrss * 1024;
}

static void
measure (const char *folder, const char *cli, guint n_nominees)
{
  g_autofree char *library = g_build_filename (folder, "bench-load-library", NULL);
  g_autofree char *path = g_build_filename (folder, "bench-load.json", NULL);
  gsize size = write_file (path, n_nominees);
  gsize memory;

  scratch_folder_remove (library);
  memory = load (cli, library, path);
  g_print ("load of %u nominees × %d: %.0f MB of memory, %.0f MB of JSON\n", n_nominees, BENCH_LEAVES,
           memory / 1e6, size / 1e6);
  bench_print_ratio ("memory of load / size of its file", (double) memory / size, GOAL);
  scratch_folder_remove (library);
  g_unlink (path);
}

/* bench-load FOLDER bangvang-cli */
int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 3);
  measure (argv[1], argv[2], 10000);
  measure (argv[1], argv[2], 100000);
  return 0;
}
