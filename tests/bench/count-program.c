/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statement-count.h"

#include <stdio.h>
#include <stdlib.h>

/* Loaded into a program before its own libraries: counts what the program asks SQLite, and writes runs and
 * rows into the file that COUNT_FILE names when the program ends. */

static void
write_count (void)
{
  StatementCount count = statement_count_get (STATEMENT_COUNT_HERE);
  FILE *file = fopen (getenv ("COUNT_FILE"), "w");

  fprintf (file, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", count.runs, count.rows);
  fclose (file);
}

__attribute__ ((constructor)) static void
count_program (void)
{
  statement_count_begin ();
  atexit (write_count);
}
