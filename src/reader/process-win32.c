/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/process.h"

#include <gio/gwin32inputstream.h>
#include <gio/gwin32outputstream.h>
#include <windows.h>

#define TICKS_A_SECOND 10000000
#define MILLISECONDS 1000

static DWORD WINAPI
end_late (void *data)
{
  Sleep (GPOINTER_TO_UINT (data) * MILLISECONDS);
  TerminateProcess (GetCurrentProcess (), 1);
  return 0;
}

/**
 * bv_process_limit:
 * @cpu: seconds of the processor
 * @time: seconds on the clock
 *
 * Keeps this process within its limits, and from starting others.
 */
void
bv_process_limit (guint cpu, guint time)
{
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = { 0 };
  HANDLE job = CreateJobObjectW (NULL, NULL);
  HANDLE clock = CreateThread (NULL, 0, end_late, GUINT_TO_POINTER (time), 0, NULL);

  if (clock != NULL)
    CloseHandle (clock);
  if (job == NULL)
    return;
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_TIME | JOB_OBJECT_LIMIT_PROCESS_MEMORY
                                            | JOB_OBJECT_LIMIT_ACTIVE_PROCESS
                                            | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
  limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart = (LONGLONG) cpu * TICKS_A_SECOND;
  limits.BasicLimitInformation.ActiveProcessLimit = 1;
  limits.ProcessMemoryLimit = BV_PROCESS_MEMORY;
  SetInformationJobObject (job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  AssignProcessToJobObject (job, GetCurrentProcess ());
}

/**
 * bv_process_begin_request:
 * @seconds: what follows may take
 *
 * Does nothing: here who asked has the clock.
 */
void
bv_process_begin_request (guint seconds)
{
}

/**
 * bv_process_end_request:
 *
 * Does nothing.
 */
void
bv_process_end_request (void)
{
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
  return g_win32_get_command_line ();
}

/**
 * bv_process_open_output:
 *
 * Returns: (transfer full): the standard output, for bytes
 */
GOutputStream *
bv_process_open_output (void)
{
  return g_win32_output_stream_new (GetStdHandle (STD_OUTPUT_HANDLE), FALSE);
}

/**
 * bv_process_open_input:
 *
 * Returns: (transfer full): the standard input, for bytes
 */
GInputStream *
bv_process_open_input (void)
{
  return g_win32_input_stream_new (GetStdHandle (STD_INPUT_HANDLE), FALSE);
}
