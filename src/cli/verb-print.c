/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/sealed-call.h"
#include "cli/verbs.h"
#include "core/points.h"
#include "core/text/date.h"
#include "exchange/printing/printout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_pdf (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && g_ascii_strcasecmp (dot, ".pdf") == 0;
}

static gboolean
read_paper (const BvCall *call, const BvPaperScope *scope, BvPaperId *paper, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!bv_call_has (call, BV_OPTION_LIST))
    return bv_call_fail_usage (error, _ ("--list NAME is missing: what should be printed?"));
  if (!bv_paper_find (call->options[BV_OPTION_LIST], paper, &cause)
      || !bv_paper_takes (*paper, scope, &cause))
    return bv_call_fail_usage (error, "%s", cause->message);
  return TRUE;
}

/* A list stands by itself unless it is asked for as annex. */
static gboolean
read_form (const BvCall *call, BvPaperScope *scope, GError **error)
{
  const char *form = call->options[BV_OPTION_AS];

  if (form != NULL && !g_str_equal (form, "annex") && !g_str_equal (form, "list"))
    return bv_call_fail_usage (error, _ ("--as: “%s” is neither annex nor list"), form);
  scope->as_annex = g_strcmp0 (form, "annex") == 0;
  return TRUE;
}

static gboolean
check_path (const BvCall *call, GError **error)
{
  const char *path = call->options[BV_OPTION_OUTPUT];

  if (path == NULL)
    return bv_call_fail_usage (error, _ ("-o FILE.pdf is missing: where should it be written?"));
  if (!is_pdf (path) && !bv_printout_is_editable (path))
    return bv_call_fail_usage (error, _ ("-o: the name must end in .pdf or .docx"));
  return TRUE;
}

static void
print_result (const BvCall *call, gint64 date, guint n_pages)
{
  g_autofree char *name = g_filename_display_name (call->options[BV_OPTION_OUTPUT]);
  g_autofree char *day = bv_date_to_vietnamese (date);
  BvJsonWriter writer;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      if (n_pages > 0)
        bv_output_line (g_dngettext (GETTEXT_PACKAGE, "%s: %u page written, as of %s",
                                     "%s: %u pages written, as of %s", n_pages),
                        name, n_pages, day);
      else
        bv_output_line (_ ("%s: written for Word, as of %s"), name, day);
      return;
    }
  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin_flat (&writer, '{');
  bv_json_writer_add_string (&writer, "file", name);
  bv_json_writer_add_integer (&writer, "pages", n_pages > 0 ? n_pages : BV_NONE);
  bv_json_writer_name (&writer, "date");
  bv_json_writer_date (&writer, date);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/**
 * bv_verb_print:
 * @call: a call
 * @error: return location for an error
 *
 * Writes a list, a form or the submission as PDF, or for Word.
 *
 * Returns: %FALSE with @error set, and nothing written, on failure
 */
gboolean
bv_verb_print (const BvCall *call, GError **error)
{
  BvPrintoutRequest request = { .scope = { .group = call->options[BV_OPTION_GROUP],
                                           .nominee = call->options[BV_OPTION_NOMINEE],
                                           .unit = call->options[BV_OPTION_UNIT] } };
  BvProgress progress = { 0 };
  guint n_pages = 0;
  g_autoptr (BvLibrary) library = NULL;

  if (!bv_call_check_sealed (call, error) || !read_form (call, &request.scope, error)
      || !read_paper (call, &request.scope, &request.paper, error) || !check_path (call, error))
    return FALSE;
  library = bv_call_open_campaign (call, BV_LIBRARY_READ, &request.campaign, error);
  if (!bv_call_read_request (call, library, request.campaign, &request.date, &request.sealing, error))
    return FALSE;
  progress.cancellable = bv_console_get_cancellable ();
  if (!bv_printout_write (library, &request, call->options[BV_OPTION_OUTPUT], &n_pages, &progress, error))
    return FALSE;
  print_result (call, request.date, n_pages);
  return TRUE;
}
