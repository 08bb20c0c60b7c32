/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-dialog.h"

#include "app/exporting.h"
#include "app/save-dialog.h"
#include "app/seal-dialog.h"

#include <glib/gi18n-lib.h>

/* How the workbook is wanted. */
typedef struct
{
  gboolean draft;
  char *reason; /* NULL: none is needed */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->reason);
  g_free (wish);
}

static void
start (BvSession *session, GFile *file, gpointer data)
{
  const Wish *wish = data;

  g_object_unref (bv_exporting_start (session, file, wish->draft, wish->reason));
}

static void
ask_for_file (GtkWindow *parent, BvSession *session, gboolean draft, const char *reason)
{
  static const BvSaveKind kind
    = { N_ ("Save the proposal as"), N_ ("Excel workbooks (.xlsx)"), ".xlsx", "export-folder" };
  g_autofree char *name = bv_exporting_suggest_name (session, draft);
  Wish *wish = g_new0 (Wish, 1);

  wish->draft = draft;
  wish->reason = g_strdup (reason);
  bv_save_dialog_ask (parent, session, &kind, name, start, wish, wish_free);
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
