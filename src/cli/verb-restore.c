/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "exchange/restore/salvage-job.h"

#include <glib/gi18n-lib.h>

static void
print_as_json (const BvRestore *restore)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 512);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_name (&writer, "file");
  bv_output_path_as_json (&writer, restore->source);
  bv_json_writer_name (&writer, "library");
  bv_output_path_as_json (&writer, restore->folder);
  bv_json_writer_name (&writer, "aside");
  bv_output_path_as_json (&writer, restore->aside);
  bv_json_writer_add_boolean (&writer, "proven", TRUE);
  bv_json_writer_add_string (&writer, "dump_sha256", restore->dump_sha256);
  bv_json_writer_add_integer (&writer, "rows", restore->rows);
  bv_json_writer_add_integer (&writer, "evidence", restore->n_files);
  bv_json_writer_add_integer (&writer, "absent", restore->n_absent);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static void
print_aside (const char *aside)
{
  g_autofree char *shown = aside != NULL ? g_filename_display_name (aside) : NULL;

  if (shown != NULL)
    bv_output_line (_ ("The library that was there is now in %s"), shown);
}

static void
print (const BvRestore *restore)
{
  g_autofree char *source = g_filename_display_name (restore->source);
  g_autofree char *compared = bv_restore_job_describe (restore);

  bv_output_line (_ ("%s: restored from %s"), restore->folder, source);
  bv_output_line ("%s", compared);
  print_aside (restore->aside);
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

static gboolean
restore (const BvCall *call, const BvRestoreRequest *request, GError **error)
{
  const BvProgress progress = { .cancellable = bv_console_get_cancellable () };
  g_autoptr (BvRestore) restore = bv_restore_job_run (request, &progress, error);

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

static void
write_taken (BvJsonWriter *writer, const BvBackupFacts *taken)
{
  bv_json_writer_name (writer, "campaigns");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < taken->campaigns->len; i++)
    {
      const BvBackupCampaign *campaign = taken->campaigns->pdata[i];

      bv_json_writer_begin_flat (writer, '{');
      bv_json_writer_add_string (writer, "campaign", campaign->key);
      bv_json_writer_add_integer (writer, "nominees", campaign->nominees);
      bv_json_writer_add_integer (writer, "verified", campaign->verified);
      bv_json_writer_add_integer (writer, "evidence", campaign->evidence);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
write_left (BvJsonWriter *writer, GPtrArray *left)
{
  bv_json_writer_name (writer, "left");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < left->len; i++)
    {
      const BvSalvageLoss *loss = left->pdata[i];

      bv_json_writer_begin_flat (writer, '{');
      bv_json_writer_add_string (writer, "kind", bv_salvage_report_name_kind (loss->kind));
      bv_json_writer_add_string (writer, "campaign", loss->key);
      bv_json_writer_add_string (writer, "title", loss->title);
      bv_json_writer_add_string (writer, "reason", loss->reason);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
print_salvage_as_json (const BvSalvage *salvage)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 512);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_name (&writer, "file");
  bv_output_path_as_json (&writer, salvage->source);
  bv_json_writer_name (&writer, "library");
  bv_output_path_as_json (&writer, salvage->folder);
  bv_json_writer_name (&writer, "aside");
  bv_output_path_as_json (&writer, salvage->aside);
  write_taken (&writer, salvage->taken);
  write_left (&writer, salvage->left);
  bv_json_writer_add_integer (&writer, "sealings", salvage->n_sealings);
  bv_json_writer_add_integer (&writer, "sealed", salvage->n_sealed);
  bv_json_writer_add_integer (&writer, "letters", salvage->n_letters);
  bv_json_writer_add_integer (&writer, "handouts", salvage->n_handouts);
  bv_json_writer_add_integer (&writer, "receipts", salvage->n_receipts);
  bv_json_writer_add_integer (&writer, "templates", salvage->n_templates);
  bv_json_writer_add_integer (&writer, "evidence", salvage->n_files);
  bv_json_writer_add_integer (&writer, "absent", salvage->n_absent);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static gboolean
salvage (const BvCall *call, const BvRestoreRequest *request, GError **error)
{
  const BvProgress progress = { .cancellable = bv_console_get_cancellable () };
  g_autoptr (BvSalvage) salvage = bv_salvage_job_run (request, &progress, error);
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  if (salvage == NULL)
    return FALSE;
  bv_output_warn_of_each (salvage->notes);
  if (bv_call_has (call, BV_OPTION_JSON))
    {
      print_salvage_as_json (salvage);
      return TRUE;
    }
  said = bv_salvage_report_describe (salvage);
  lines = g_strsplit (said, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    bv_output_line ("%s", lines[i]);
  print_aside (salvage->aside);
  return TRUE;
}

/**
 * bv_verb_restore:
 * @call: a call
 * @error: return location for an error
 *
 * Makes a library of a backup, or of what is whole in a damaged library, in a folder of its own or in the
 * place of the present one, which is put aside.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_restore (const BvCall *call, GError **error)
{
  const char *to = call->options[BV_OPTION_TO];
  g_autofree char *library = bv_call_find_library (call);
  const BvRestoreRequest request = { .from = bv_call_operand (call, 0),
                                     .to = to != NULL ? to : library,
                                     .replace = bv_call_has (call, BV_OPTION_REPLACE) };

  if (to != NULL && *to == '\0')
    return bv_call_fail_usage (error, _ ("--%s: the name is empty"), "to");
  return bv_call_has (call, BV_OPTION_SALVAGE) ? salvage (call, &request, error)
                                               : restore (call, &request, error);
}
