/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/console.h"

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

static UINT code_page_before;

/* The console outlives the program, and whatever runs in it next is used to its own code page. */
static void
restore_code_page (void)
{
  SetConsoleOutputCP (code_page_before);
}

/* Line feeds stay line feeds, so that what is printed equals what other systems print. The arguments of
 * main() are in the code page of the system, in which Vietnamese may have no place. */
char **
bv_console_init (char **argv)
{
  _setmode (_fileno (stdin), _O_BINARY);
  _setmode (_fileno (stdout), _O_BINARY);
  _setmode (_fileno (stderr), _O_BINARY);
  code_page_before = GetConsoleOutputCP ();
  if (code_page_before != 0 && SetConsoleOutputCP (CP_UTF8))
    atexit (restore_code_page);
  return g_win32_get_command_line ();
}

static GCancellable *interruption;

/* In a thread of its own. Where the window is closed the system ends the program when this returns: it stays
 * until what was begun is given up. */
static BOOL WINAPI
give_up_cb (DWORD event)
{
  g_cancellable_cancel (interruption);
  if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
    Sleep (INFINITE);
  return TRUE;
}

GCancellable *
bv_console_get_cancellable (void)
{
  if (interruption == NULL)
    {
      interruption = g_cancellable_new ();
      SetConsoleCtrlHandler (give_up_cb, TRUE);
    }
  return interruption;
}
