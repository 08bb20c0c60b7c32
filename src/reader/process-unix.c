/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/process.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static void
limit (int what, rlim_t most)
{
  struct rlimit limit = { most, most };

  setrlimit (what, &limit);
}

/**
 * bv_process_limit:
 * @cpu: seconds of the processor
 * @time: seconds on the clock
 *
 * Keeps this process within its limits, and from writing a file, starting a program that may do more, or
 * outliving who asked for it.
 */
void
bv_process_limit (guint cpu, guint time)
{
  limit (RLIMIT_CPU, cpu);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CORE, 0);
  /* The sanitizers reserve far more than they use. */
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_DATA, BV_PROCESS_MEMORY);
#endif
  alarm (time);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/**
 * bv_process_begin_request:
 * @seconds: what follows may take, of the processor and on the clock
 *
 * Ends this process where it takes longer, within what bv_process_limit() allowed it as a whole.
 */
void
bv_process_begin_request (guint seconds)
{
  struct rusage used;
  struct rlimit limit;

  alarm (seconds);
  if (getrusage (RUSAGE_SELF, &used) != 0 || getrlimit (RLIMIT_CPU, &limit) != 0)
    return;
  limit.rlim_cur = MIN (limit.rlim_max, (rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds));
  setrlimit (RLIMIT_CPU, &limit);
}

/**
 * bv_process_end_request:
 *
 * The clock stops until the next one.
 */
void
bv_process_end_request (void)
{
  alarm (0);
}

/**
 * bv_process_take_arguments:
 * @argv: as main() has them
 *
 * Returns: (transfer full): all of them, in the encoding of names of files
 */
char **
bv_process_take_arguments (char **argv)
{
  return g_strdupv (argv);
}

/**
 * bv_process_open_output:
 *
 * Returns: (transfer full): the standard output, for bytes
 */
GOutputStream *
bv_process_open_output (void)
{
  return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
}

/**
 * bv_process_open_input:
 *
 * Returns: (transfer full): the standard input, for bytes
 */
GInputStream *
bv_process_open_input (void)
{
  return g_unix_input_stream_new (STDIN_FILENO, FALSE);
}
