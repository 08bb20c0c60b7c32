/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bangvang-reader FILE: reads the tables of a file from outside, in a process of its own, and writes them to
 * its output for the program that asked (exchange/apart/source-frames). A person has no use for it. */
#include "exchange/apart/source-frames.h"
#include "exchange/source/source.h"
#include "reader/process.h"

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = bv_process_take_arguments (argv);
  g_autoptr (GOutputStream) output = bv_process_open_output ();
  g_autoptr (BvSourceWriter) writer = NULL;
  g_autoptr (GError) failure = NULL;

  if (g_strv_length (arguments) != 2)
    return 2;
  bv_process_limit ();
  writer = bv_source_writer_new (output);
  bv_source_read (arguments[1], &bv_source_writer_sink, writer, &failure);
  return bv_source_writer_end (writer, failure, NULL) ? 0 : 1;
}
