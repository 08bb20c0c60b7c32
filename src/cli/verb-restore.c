/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "exchange/backup/restore-job.h"

#include <glib/gi18n-lib.h>

static void
write_path (BvJsonWriter *writer, const char *name, const char *path)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  bv_json_writer_name (writer, name);
  bv_json_writer_string (writer, shown);
}

static void
print_as_json (const BvRestore *restore)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 512);
  bv_json_writer_begin (&writer, '{');
  write_path (&writer, "file", restore->source);
  write_path (&writer, "library", restore->folder);
  write_path (&writer, "aside", restore->aside);
  bv_json_writer_name (&writer, "proven");
  bv_json_writer_boolean (&writer, TRUE);
  bv_json_writer_name (&writer, "dump_sha256");
  bv_json_writer_string (&writer, restore->dump_sha256);
  bv_json_writer_name (&writer, "rows");
  bv_json_writer_integer (&writer, restore->rows);
  bv_json_writer_name (&writer, "evidence");
  bv_json_writer_integer (&writer, restore->n_files);
  bv_json_writer_name (&writer, "absent");
  bv_json_writer_integer (&writer, restore->n_absent);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static void
print (const BvRestore *restore)
{
  g_autofree char *source = g_filename_display_name (restore->source);
  g_autofree char *compared = bv_restore_job_describe (restore);

  bv_output_line (_ ("%s: restored from %s"), restore->folder, source);
  bv_output_line ("%s", compared);
  if (restore->aside != NULL)
    {
      g_autofree char *aside = g_filename_display_name (restore->aside);

      bv_output_line (_ ("The library that was there is now in %s"), aside);
    }
}

static void
warn_of_absent (guint n_absent)
{
  g_autofree char *warning = NULL;

  if (n_absent == 0)
    return;
  warning = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u file of evidence is not with the backup: “verify” names it",
                 "%u files of evidence are not with the backup: “verify” names them", n_absent),
    n_absent);
  bv_output_warn (warning);
}

/**
 * bv_verb_restore:
 * @call: a call
 * @error: return location for an error
 *
 * Makes a library of a backup, in a folder of its own or in the place of the present one, which is put aside.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_restore (const BvCall *call, GError **error)
{
  const BvProgress progress = { .cancellable = bv_console_get_cancellable () };
  const char *to = call->options[BV_OPTION_TO];
  g_autofree char *library = bv_call_find_library (call);
  const BvRestoreRequest request = { .from = bv_call_operand (call, 0),
                                     .to = to != NULL ? to : library,
                                     .replace = bv_call_has (call, BV_OPTION_REPLACE) };
  g_autoptr (BvRestore) restore = NULL;

  if (to != NULL && *to == '\0')
    return bv_call_fail_usage (error, _ ("--%s: the name is empty"), "to");
  restore = bv_restore_job_run (&request, &progress, error);
  if (restore == NULL)
    return FALSE;
  bv_output_warn_of_each (restore->notes);
  warn_of_absent (restore->n_absent);
  if (bv_call_has (call, BV_OPTION_JSON))
    print_as_json (restore);
  else
    print (restore);
  return TRUE;
}
