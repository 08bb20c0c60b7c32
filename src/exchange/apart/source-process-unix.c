/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-process.h"

char *
bv_source_process_find_installed (void)
{
  return g_strdup (BV_READER);
}

/* What is open here the system closes there, as GLib, GDK and SQLite ask it to. That GLib closes it once more
 * is left out: for that it copies this process each time, hundreds of times in a drop, and then the window
 * waits for each page that it writes to. */
GSubprocessFlags
bv_source_process_get_flags (void)
{
  return G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_INHERIT_FDS;
}
