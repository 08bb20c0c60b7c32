/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/export-dialog.h"

#include "app/proposal/export-job.h"
#include "app/proposal/seal-dialog.h"
#include "app/system/save-dialog.h"

#include <glib/gi18n-lib.h>

static void
start (BvSession *session, GFile *file, gpointer choice)
{
  g_object_unref (bv_export_job_start (session, file, choice));
}

/**
 * bv_export_dialog_ask_for_file:
 * @parent: the window
 * @session: a session with a campaign
 * @choice: how the proposal is wanted
 *
 * Asks where to write the workbook, and writes it.
 */
void
bv_export_dialog_ask_for_file (GtkWindow *parent, BvSession *session, const BvSealChoice *choice)
{
  static const BvSaveKind kind
    = { N_ ("Save the proposal as"),         N_ ("Excel workbooks (.xlsx)"), ".xlsx", "export-folder", start,
        (GDestroyNotify) bv_seal_choice_free };
  g_autofree char *name = bv_export_job_suggest_name (session, choice->draft);

  bv_save_dialog_ask (parent, session, &kind, name, bv_seal_choice_copy (choice));
}

/**
 * bv_export_dialog_start:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Asks how the proposal is wanted and where to write it, and writes it.
 */
void
bv_export_dialog_start (GtkWindow *parent, BvSession *session)
{
  static const BvSealWords words
    = { N_ ("Export proposal (Excel)"), N_ ("_Seal and write the workbook…"), N_ ("Workbook as a _draft…") };

  bv_seal_dialog_ask (parent, session, &words, bv_export_dialog_ask_for_file);
}
