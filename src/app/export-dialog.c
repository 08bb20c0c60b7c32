/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-dialog.h"

#include "app/exporting.h"

#include <glib/gi18n-lib.h>

#define RESPONSE_DRAFT 1
#define RESPONSE_SEAL 2

/* What the user wants to export. */
typedef struct
{
  GtkWindow *parent;
  BvSession *session;
  gboolean draft;
  char *reason; /* NULL: none is needed */
  GtkEditable *entry;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->parent);
  g_object_unref (wish->session);
  g_free (wish->reason);
  g_free (wish);
}

static GFile *
add_suffix (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *complete = NULL;

  if (path == NULL || g_str_has_suffix (path, ".xlsx"))
    return g_object_ref (file);
  complete = g_strconcat (path, ".xlsx", NULL);
  return g_file_new_for_path (complete);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Wish *wish = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GFile) complete = file != NULL ? add_suffix (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && complete != NULL)
    g_object_unref (bv_exporting_start (wish->session, complete, wish->draft, wish->reason));
  wish_free (wish);
  g_object_unref (dialog);
}

static void
ask_for_file (Wish *wish)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Save the proposal as"), wish->parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name = bv_exporting_suggest_name (wish->session, wish->draft);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Excel workbooks (.xlsx)"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), wish);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  Wish *wish = data;

  wish->draft = response == RESPONSE_DRAFT;
  if (response == RESPONSE_SEAL && wish->entry != NULL)
    wish->reason = g_strdup (gtk_editable_get_text (wish->entry));
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == RESPONSE_DRAFT || response == RESPONSE_SEAL)
    ask_for_file (wish);
  else
    wish_free (wish);
}

static void
reason_changed_cb (GtkEditable *entry, gpointer data)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  gtk_dialog_set_response_sensitive (data, RESPONSE_SEAL, *reason != '\0');
}

/* Results that still await publication need a reason; nothing else can be argued away. */
static gboolean
reason_is_enough (const BvProposal *proposal)
{
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);

      if (pool->unresolved_tie || pool->overfull)
        return FALSE;
    }
  return TRUE;
}

static void
add_reason_entry (GtkWidget *dialog, Wish *wish)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason for proposing now; it is printed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason for proposing now; it is printed"), -1);
  gtk_widget_set_name (entry, "reason");
  gtk_box_append (GTK_BOX (area), entry);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Seal with this reason…"), RESPONSE_SEAL);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (dialog), RESPONSE_SEAL, FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed_cb), dialog);
  wish->entry = GTK_EDITABLE (entry);
}

static GtkWidget *
show_obstacles (Wish *wish, char **obstacles)
{
  g_autofree char *lines = g_strjoinv ("\n\n", obstacles);
  GtkWidget *dialog
    = gtk_message_dialog_new (wish->parent, GTK_DIALOG_MODAL | GTK_DIALOG_USE_HEADER_BAR, GTK_MESSAGE_WARNING,
                              GTK_BUTTONS_NONE, _ ("The proposal cannot be sealed yet"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", lines);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("Export a _draft…"), RESPONSE_DRAFT);
  gtk_widget_set_name (dialog, "obstacles");
  if (reason_is_enough (bv_session_get_proposal (wish->session)))
    add_reason_entry (dialog, wish);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), RESPONSE_DRAFT);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), wish);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/**
 * bv_export_dialog_start:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Asks where to write the proposal, and writes it. What stands in the way of sealing is said before, with the
 * offer of a draft.
 *
 * Returns: (transfer none) (nullable): the dialog that lists the obstacles, where there are any
 */
GtkWidget *
bv_export_dialog_start (GtkWindow *parent, BvSession *session)
{
  const BvProposal *proposal = bv_session_get_proposal (session);
  g_auto (GStrv) obstacles = NULL;
  Wish *wish;

  if (proposal == NULL)
    return NULL;
  obstacles = bv_proposal_list_obstacles (proposal);
  wish = g_new0 (Wish, 1);
  wish->parent = g_object_ref (parent);
  wish->session = g_object_ref (session);
  if (obstacles[0] != NULL)
    return show_obstacles (wish, obstacles);
  ask_for_file (wish);
  return NULL;
}
