/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bangvang-reader [--unpack] FILE: reads the tables of a file from outside, or the files of an archive or
 * mail, in a process of its own, and writes them to its output for the program that asked (exchange/apart). A
 * person has no use for it. */
#include "exchange/apart/container-frames.h"
#include "exchange/apart/container-process.h"
#include "exchange/apart/source-frames.h"
#include "exchange/container/container.h"
#include "exchange/source/source.h"
#include "reader/process.h"

#include <locale.h>

/* In which libarchive hands over names beyond ASCII. */
#define LOCALE "C.UTF-8"

static gboolean
read_tables (const char *path, GOutputStream *output)
{
  g_autoptr (BvSourceWriter) writer = bv_source_writer_new (output);
  g_autoptr (GError) failure = NULL;

  bv_process_limit (BV_PROCESS_CPU, BV_PROCESS_TIME);
  bv_source_read (path, &bv_source_writer_sink, writer, &failure);
  return bv_source_writer_end (writer, failure, NULL);
}

static gboolean
unpack (const char *path, GOutputStream *output)
{
  g_autoptr (BvContainerWriter) writer = bv_container_writer_new (output);
  g_autoptr (GError) failure = NULL;

  setlocale (LC_CTYPE, LOCALE);
  bv_process_limit (BV_PROCESS_UNPACKING_CPU, BV_PROCESS_UNPACKING_TIME);
  bv_container_read (path, &bv_container_writer_sink, writer, &failure);
  return bv_container_writer_end (writer, failure, NULL);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = bv_process_take_arguments (argv);
  g_autoptr (GOutputStream) output = bv_process_open_output ();
  guint n_arguments = g_strv_length (arguments);

  if (n_arguments == 2)
    return read_tables (arguments[1], output) ? 0 : 1;
  if (n_arguments == 3 && g_str_equal (arguments[1], BV_CONTAINER_PROCESS_OPTION))
    return unpack (arguments[2], output) ? 0 : 1;
  return 2;
}
