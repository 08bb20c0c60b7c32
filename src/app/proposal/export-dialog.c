/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/export-dialog.h"

#include "app/proposal/export-job.h"
#include "app/proposal/seal-dialog.h"
#include "app/system/save-dialog.h"

#include <glib/gi18n-lib.h>

/* How the workbook is wanted. */
typedef struct
{
  gboolean draft;
  char *reason; /* NULL: none is needed */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->reason);
  g_free (request);
}

static void
start (BvSession *session, GFile *file, gpointer data)
{
  const Request *request = data;

  g_object_unref (bv_export_job_start (session, file, request->draft, request->reason));
}

static void
ask_for_file (GtkWindow *parent, BvSession *session, gboolean draft, const char *reason)
{
  static const BvSaveKind kind = {
    N_ ("Save the proposal as"), N_ ("Excel workbooks (.xlsx)"), ".xlsx", "export-folder", start, request_free
  };
  g_autofree char *name = bv_export_job_suggest_name (session, draft);
  Request *request = g_new0 (Request, 1);

  request->draft = draft;
  request->reason = g_strdup (reason);
  bv_save_dialog_ask (parent, session, &kind, name, request);
}

/**
 * bv_export_dialog_start:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Asks how the proposal is wanted and where to write it, and writes it.
 *
 * Returns: (transfer none) (nullable): the dialog that lists what stands in the way of sealing, where there
 * is anything
 */
GtkWidget *
bv_export_dialog_start (GtkWindow *parent, BvSession *session)
{
  return bv_seal_dialog_ask (parent, session, ask_for_file);
}
