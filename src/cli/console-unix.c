/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/console.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <unistd.h>

/* Where a standard stream is closed the next file that is opened would take its place, and what is printed go
 * into that. What is put there instead fails as the closed one would. */
static void
occupy (int stream)
{
  if (fcntl (stream, F_GETFD) < 0 && errno == EBADF)
    open ("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/**
 * bv_console_init:
 * @argv: the arguments as main() has them
 *
 * Sees to it that bytes are printed as they are, and that text shows as UTF-8.
 *
 * Returns: (transfer full): the arguments, UTF-8 or as file names are
 */
char **
bv_console_init (char **argv)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    occupy (stream);
  /* Who reads no further ends no action half-way: that it cannot be printed is told like any such failure. */
  signal (SIGPIPE, SIG_IGN);
  return g_strdupv (argv);
}

/* Whoever started the program may have asked that it outlives its terminal. */
static gboolean
is_ignored (int number)
{
  struct sigaction action;

  return sigaction (number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* The next signal of that number ends the program as ever. */
static gboolean
give_up_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static gpointer
wait_for_signals (gpointer context)
{
  for (;;)
    g_main_context_iteration (context, TRUE);
  return NULL;
}

static GCancellable *
watch_signals (void)
{
  static const int numbers[] = { SIGHUP, SIGINT, SIGTERM };
  GCancellable *cancellable = g_cancellable_new ();
  GMainContext *context = g_main_context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!is_ignored (numbers[i]))
      {
        g_autoptr (GSource) source = g_unix_signal_source_new (numbers[i]);

        g_source_set_callback (source, give_up_cb, cancellable, NULL);
        g_source_attach (source, context);
      }
  g_thread_unref (g_thread_new ("signals", wait_for_signals, context));
  return cancellable;
}

/**
 * bv_console_get_cancellable:
 *
 * From the first call on, being interrupted or asked to end does not end the program: what it does is to be
 * given up as if never begun. Whoever does not look at that should not call this.
 *
 * Returns: (transfer none): cancelled when somebody interrupts the program
 */
GCancellable *
bv_console_get_cancellable (void)
{
  static GCancellable *cancellable;

  if (cancellable == NULL)
    cancellable = watch_signals ();
  return cancellable;
}
