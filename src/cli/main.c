/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "exchange/language.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  EXIT_DONE,
  EXIT_FAILED,
  EXIT_USAGE,
  EXIT_FINDINGS,
} ExitStatus;

static void
log_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & G_LOG_LEVEL_MASK) <= G_LOG_LEVEL_MESSAGE)
    bv_output_warn (message);
}

static gboolean
run (const BvCall *call, GError **error)
{
  if (bv_call_has (call, BV_OPTION_VERSION))
    bv_output_line ("bangvang-cli %s", BV_VERSION);
  else if (!bv_call_has (call, BV_OPTION_HELP))
    return call->verb->run (call, error);
  else if (call->verb != NULL)
    bv_help_print_verb (call->verb);
  else
    bv_help_print ();
  return TRUE;
}

/* What GLib says of it is English and no news. */
static void
explain_interruption (GError **error)
{
  if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_error (error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("given up, as it was interrupted: nothing was written or changed"));
}

static ExitStatus
exit_status (const GError *error)
{
  if (g_error_matches (error, BV_CALL_ERROR, BV_CALL_ERROR_USAGE))
    return EXIT_USAGE;
  if (g_error_matches (error, BV_CALL_ERROR, BV_CALL_ERROR_FINDINGS))
    return EXIT_FINDINGS;
  return EXIT_FAILED;
}

/* What is done stays done: only who asked to be shown something is told that it failed. */
static void
finish_output (const BvCall *call, GError **error)
{
  GError *unwritten = NULL;
  gboolean shown = bv_output_finish (&unwritten);

  if (*error == NULL && bv_call_changes (call))
    bv_output_settle (shown, unwritten);
  else if (!shown && (*error == NULL || g_error_matches (*error, BV_CALL_ERROR, BV_CALL_ERROR_FINDINGS)))
    {
      g_clear_error (error);
      g_propagate_error (error, unwritten);
    }
  else
    g_clear_error (&unwritten);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = bv_console_init (argv);
  g_auto (BvCall) call = { .verb = NULL };
  g_autoptr (GError) error = NULL;

  bv_language_init (NULL);
  g_log_set_default_handler (log_message, NULL);
  if (*arguments != NULL && bv_call_parse (&call, arguments + 1, &error))
    run (&call, &error);
  finish_output (&call, &error);
  if (error == NULL)
    return EXIT_DONE;
  explain_interruption (&error);
  bv_output_error (error);
  return exit_status (error);
}
