/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/text/wording.h"
#include "exchange/backup/backup-job.h"
#include "exchange/backup/backup-list.h"

#include <glib/gi18n-lib.h>

static void
write_lines (BvJsonWriter *writer, const char *name, char **lines)
{
  bv_json_writer_name (writer, name);
  bv_json_writer_begin_flat (writer, '[');
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *clean = bv_output_clean (lines[i]);

      bv_json_writer_string (writer, clean);
    }
  bv_json_writer_end_array (writer);
}

static void
print_backup_as_json (const BvBackup *backup)
{
  const BvBackupManifest *manifest = backup->manifest;
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 512);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_name (&writer, "file");
  bv_output_path_as_json (&writer, backup->path);
  bv_json_writer_add_boolean (&writer, "proven", TRUE);
  bv_json_writer_add_string (&writer, "dump_sha256", manifest->dump_sha256);
  bv_json_writer_add_integer (&writer, "rows", manifest->rows);
  bv_json_writer_add_integer (&writer, "evidence", manifest->files);
  bv_json_writer_add_integer (&writer, "copied", backup->n_copied);
  bv_json_writer_add_integer (&writer, "checked", manifest->files_checked);
  bv_json_writer_add_integer (&writer, "absent", manifest->files_absent);
  write_lines (&writer, "damaged", manifest->damaged);
  bv_json_writer_add_integer (&writer, "removed", backup->n_removed);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static void
warn_of_absent (gint64 n_absent)
{
  g_autofree char *warning = NULL;

  if (n_absent == 0)
    return;
  warning = g_strdup_printf (
    g_dngettext (
      GETTEXT_PACKAGE, "%d file of evidence is not in the library, and so not in the backup: see “verify”",
      "%d files of evidence are not in the library, and so not in the backup: see “verify”", n_absent),
    (int) n_absent);
  bv_output_warn (warning);
}

/**
 * bv_verb_backup:
 * @call: a call
 * @error: return location for an error
 *
 * Makes a backup and proves it, with every hash.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_backup (const BvCall *call, GError **error)
{
  const BvProgress progress = { .cancellable = bv_console_get_cancellable () };
  g_autofree char *library = bv_call_find_library (call);
  const BvBackupRequest request
    = { .library = library, .place = call->options[BV_OPTION_OUTPUT], .by_hand = TRUE, .check_all = TRUE };
  g_autoptr (BvBackup) backup = bv_backup_job_run (&request, &progress, error);
  g_autofree char *name = NULL;
  g_autofree char *compared = NULL;

  if (backup == NULL)
    return FALSE;
  bv_output_warn_of_each (backup->manifest->damaged);
  warn_of_absent (backup->manifest->files_absent);
  if (bv_call_has (call, BV_OPTION_JSON))
    {
      print_backup_as_json (backup);
      return TRUE;
    }
  name = g_filename_display_name (backup->path);
  compared = bv_backup_job_describe (backup);
  bv_output_line ("%s", name);
  bv_output_line ("%s", compared);
  return TRUE;
}

static void
write_campaigns (BvJsonWriter *writer, const BvBackupFacts *facts)
{
  bv_json_writer_name (writer, "campaigns");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < facts->campaigns->len; i++)
    {
      const BvBackupCampaign *campaign = g_ptr_array_index (facts->campaigns, i);

      bv_json_writer_begin_flat (writer, '{');
      bv_json_writer_add_string (writer, "key", campaign->key);
      bv_json_writer_add_integer (writer, "nominees", campaign->nominees);
      bv_json_writer_add_integer (writer, "verified", campaign->verified);
      bv_json_writer_add_integer (writer, "evidence", campaign->evidence);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
write_manifest (BvJsonWriter *writer, const BvBackupManifest *manifest)
{
  bv_json_writer_add_string (writer, "library", manifest->library);
  bv_json_writer_add_string (writer, "dump_sha256", manifest->dump_sha256);
  bv_json_writer_add_integer (writer, "actions", manifest->facts->actions);
  write_campaigns (writer, manifest->facts);
  write_lines (writer, "damaged", manifest->damaged);
}

static void
write_entry (BvJsonWriter *writer, const BvBackupEntry *entry)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_name (writer, "file");
  bv_output_path_as_json (writer, entry->paths->pdata[0]);
  bv_json_writer_name (writer, "also");
  bv_json_writer_begin_flat (writer, '[');
  for (guint i = 1; i < entry->paths->len; i++)
    bv_output_path_as_json (writer, entry->paths->pdata[i]);
  bv_json_writer_end_array (writer);
  bv_json_writer_add_string (writer, "kind", entry->kind == BV_BACKUP_KIND_UPGRADE ? "upgrade" : "backup");
  bv_json_writer_name (writer, "made");
  bv_output_time_as_json (writer, entry->time);
  bv_json_writer_add_integer (writer, "bytes", entry->bytes);
  bv_json_writer_add_boolean (writer, "proven", entry->fault == NULL);
  bv_json_writer_add_string (writer, "fault", entry->fault);
  if (entry->manifest != NULL)
    write_manifest (writer, entry->manifest);
  bv_json_writer_end_object (writer);
}

static void
print_list_as_json (const BvBackupList *list)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < list->entries->len; i++)
    write_entry (&writer, list->entries->pdata[i]);
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static const char *
describe_state (const BvBackupEntry *entry)
{
  if (entry->fault != NULL)
    return entry->fault;
  if (entry->kind == BV_BACKUP_KIND_UPGRADE)
    return _ ("before an upgrade");
  return entry->manifest->damaged[0] != NULL ? _ ("proven, but for damaged evidence") : _ ("proven");
}

static void
add_entry (BvGrid *grid, const BvBackupEntry *entry)
{
  const BvBackupManifest *manifest = entry->manifest;
  g_autoptr (GString) places = g_string_new (NULL);

  bv_grid_take (grid, bv_output_time (entry->time));
  bv_grid_take (grid, manifest != NULL ? bv_wording_number (manifest->facts->actions) : g_strdup (""));
  bv_grid_take (grid, manifest != NULL ? bv_wording_number (manifest->files) : g_strdup (""));
  bv_grid_take (grid, bv_wording_file_size (entry->bytes));
  bv_grid_add (grid, describe_state (entry));
  for (guint i = 0; i < entry->paths->len; i++)
    {
      g_autofree char *shown = g_filename_display_name (entry->paths->pdata[i]);

      g_string_append_printf (places, "%s%s", i > 0 ? ", " : "", shown);
    }
  bv_grid_add (grid, places->str);
}

static void
print_list (const BvBackupList *list)
{
  g_autoptr (BvGrid) grid = bv_grid_new ("lrrrll", _ ("Made"), _ ("Actions"), _ ("Evidence"), _ ("Size"),
                                         _ ("State"), _ ("File"), NULL);

  for (guint i = 0; i < list->entries->len; i++)
    add_entry (grid, list->entries->pdata[i]);
  bv_grid_print (grid);
}

/**
 * bv_verb_backups:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the backups of the library, and reads each database to its end. A place that is not there is a
 * failure, as what is there might be taken for all.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_backups (const BvCall *call, GError **error)
{
  g_autofree char *library = bv_call_find_library (call);
  g_autoptr (GPtrArray) places = g_ptr_array_copy (call->operands, NULL, NULL);
  g_autoptr (BvBackupList) list = NULL;

  g_ptr_array_add (places, NULL);
  list = bv_backup_list_read (library, (const char *const *) places->pdata, TRUE);
  if (list->missing->len > 0)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, list->missing->pdata[0]);
      return FALSE;
    }
  if (bv_call_has (call, BV_OPTION_JSON))
    print_list_as_json (list);
  else
    print_list (list);
  return TRUE;
}
