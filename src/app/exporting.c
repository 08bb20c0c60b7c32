/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exporting.h"

#include "exchange/export.h"
#include "store/editing.h"

#include <glib/gi18n-lib.h>

/* A proposal on its way into a workbook. */
typedef struct
{
  BvSession *session;
  BvWork *work;
  gint64 campaign;
  gint64 date;
  gboolean draft;
  char *reason;
  char *folder;
  GFile *file;
} Exporting;

static void
exporting_free (gpointer data)
{
  Exporting *exporting = data;

  g_clear_object (&exporting->session);
  g_clear_object (&exporting->work);
  g_free (exporting->reason);
  g_free (exporting->folder);
  g_object_unref (exporting->file);
  g_free (exporting);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exporting *exporting = data;
  g_autofree char *path = g_file_get_path (exporting->file);
  GError *error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (exporting->folder, BV_LIBRARY_READ, &error);
  char *seal = NULL;

  if (library != NULL)
    seal = bv_export_proposal (library, exporting->campaign, exporting->date, exporting->draft,
                               exporting->reason, path, bv_work_set_fraction, exporting->work, cancellable,
                               &error);
  if (seal != NULL)
    g_task_return_pointer (task, seal, g_free);
  else
    g_task_return_error (task, error);
}

static gboolean
record (Exporting *exporting, BvSession *session, const char *seal, GError **error)
{
  g_autofree char *name = g_file_get_basename (exporting->file);

  return exporting->draft
         || bv_editing_record_proposal (bv_session_get_library (session), exporting->campaign,
                                        exporting->date, seal, exporting->reason, name, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Exporting *exporting = g_task_get_task_data (G_TASK (result));
  /* The task may end in its thread, where a session must not. */
  g_autoptr (BvSession) session = g_steal_pointer (&exporting->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_file_get_basename (exporting->file);
  g_autofree char *message = NULL;

  if (seal == NULL || !record (exporting, session, seal, &error))
    {
      bv_work_fail (exporting->work, error);
      return;
    }
  message = g_strdup_printf (
    exporting->draft ? _ ("Draft written: %s") : _ ("Proposal sealed and written: %s"), name);
  bv_work_finish (exporting->work, message, exporting->file);
}

/**
 * bv_exporting_suggest_name:
 * @session: a session with a campaign
 * @draft: whether it is a draft
 *
 * Returns: (transfer full): a file name for the proposal, always Vietnamese
 */
char *
bv_exporting_suggest_name (BvSession *session, gboolean draft)
{
  const BvCampaign *head = bv_session_get_head (session);
  const char *title = *head->short_name != '\0' ? head->short_name : head->key;
  g_autofree char *name = g_strdup_printf ("%sĐề nghị khen thưởng %s.xlsx", draft ? "DỰ THẢO " : "", title);

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|", '-');
}

/**
 * bv_exporting_start:
 * @session: a session with a campaign
 * @file: the workbook, on this machine
 * @draft: whether an unsealed workbook marked DỰ THẢO is wanted
 * @reason: (nullable): why a provisional pool is sealed now
 *
 * Writes the proposal in a thread, which reads the library beside its writer; a sealing is noted in the
 * journal when the workbook is there.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_exporting_start (BvSession *session, GFile *file, gboolean draft, const char *reason)
{
  Exporting *exporting = g_new0 (Exporting, 1);
  g_autoptr (GTask) task = NULL;

  exporting->session = g_object_ref (session);
  exporting->work = bv_session_begin_work (session, _ ("Writing the workbook…"));
  exporting->campaign = bv_session_get_campaign (session);
  exporting->date = bv_session_get_date (session);
  exporting->draft = draft;
  exporting->reason = g_strdup (reason);
  exporting->folder = g_strdup (bv_session_get_folder (session));
  exporting->file = g_object_ref (file);
  task = g_task_new (NULL, bv_work_get_cancellable (exporting->work), written_cb, NULL);
  g_task_set_task_data (task, exporting, exporting_free);
  g_task_run_in_thread (task, run_in_thread);
  return g_object_ref (exporting->work);
}
