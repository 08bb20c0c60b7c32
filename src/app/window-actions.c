/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-actions.h"

#include "app/dossier-dialog.h"
#include "app/export-dialog.h"
#include "app/letters-dialog.h"
#include "app/mail-dialog.h"
#include "app/nominee-dialog.h"
#include "app/preview.h"
#include "app/submission-dialog.h"
#include "core/nominee.h"
#include "store/editing.h"
#include "store/pages.h"

#include <glib/gi18n-lib.h>

static void
run (BvWindow *window, gboolean (*what) (BvSession *session, GError **error))
{
  g_autoptr (GError) error = NULL;

  /* What is being typed comes first. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  if (!what (bv_window_get_session (window), &error))
    bv_session_report (bv_window_get_session (window), error);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  run (data, bv_session_undo);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  run (data, bv_session_redo);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_window_focus_search (data);
}

static void
details_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  bv_window_set_details_visible (data, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (data), NULL);
  bv_export_dialog_start (GTK_WINDOW (data), bv_window_get_session (data));
}

static void
mail_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (data), NULL);
  gtk_window_present (GTK_WINDOW (bv_mail_dialog_new (GTK_WINDOW (data), bv_window_get_session (data))));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (data), NULL);
  bv_preview_open (data);
}

static void
submission_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *dialog;

  gtk_window_set_focus (GTK_WINDOW (data), NULL);
  dialog = bv_submission_dialog_new (GTK_WINDOW (data), bv_window_get_session (data));
  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
dossier_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (data), NULL);
  bv_dossier_dialog_start (GTK_WINDOW (data), bv_window_get_session (data));
}

static void
letters_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (data), NULL);
  g_object_unref (bv_letters_dialog_start (GTK_WINDOW (data), bv_window_get_session (data)));
}

/* Who was put forward is shown: in the tab of the group, whatever was searched. */
static void
added_cb (BvWindow *window, gint64 group, gint64 nominee)
{
  BvPage *page = bv_window_get_page (window, "nominees");

  bv_window_clear_search (window);
  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (page), group);
  bv_page_want (page, nominee);
}

static void
add_nominee_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvNomineesPage *page = BV_NOMINEES_PAGE (bv_window_get_page (data, "nominees"));
  GtkWidget *dialog;

  bv_window_show_page (data, "nominees");
  dialog = bv_nominee_dialog_new (GTK_WINDOW (data), bv_window_get_session (data),
                                  bv_nominees_page_get_group (page));
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), data, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_nominee (BvWindow *window, gint64 nominee)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = NULL;

  if (!bv_editing_remove (bv_session_get_library (session), bv_session_get_campaign (session),
                          &bv_nominee_entity, nominee, &error))
    bv_session_report (session, error);
}

static void
removal_answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  gint64 *nominee = g_object_get_data (G_OBJECT (dialog), "nominee");

  if (response == GTK_RESPONSE_ACCEPT)
    remove_nominee (data, *nominee);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
remove_nominee_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvRow *row = bv_page_get_selected (bv_window_get_page (data, "nominees"));
  GtkWidget *dialog;
  GtkWidget *button;
  gint64 nominee;

  if (row == NULL)
    return;
  nominee = bv_row_get_id (row);
  dialog = gtk_message_dialog_new (
    GTK_WINDOW (data), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION,
    GTK_BUTTONS_NONE, _ ("Remove %s from the campaign?"),
    bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_NOMINEES_NAME));
  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), _ ("The scores and the links to evidence go too. Undo brings all back."));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Remove"), GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_name (dialog, "removal");
  g_object_set_data_full (G_OBJECT (dialog), "nominee", g_memdup2 (&nominee, sizeof nominee), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (removal_answered_cb), data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
enable (BvWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * bv_window_actions_add:
 * @window: the window
 *
 * Gives the window its actions.
 */
void
bv_window_actions_add (BvWindow *window)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "search", .activate = search_cb },
    { .name = "details", .state = "true", .change_state = details_cb },
    { .name = "page", .activate = page_cb, .parameter_type = "s" },
    { .name = "export", .activate = export_cb },
    { .name = "print", .activate = print_cb },
    { .name = "submission", .activate = submission_cb },
    { .name = "mail", .activate = mail_cb },
    { .name = "dossier", .activate = dossier_cb },
    { .name = "letters", .activate = letters_cb },
    { .name = "add-nominee", .activate = add_nominee_cb },
    { .name = "remove-nominee", .activate = remove_nominee_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

/**
 * bv_window_actions_update:
 * @window: the window
 *
 * Enables what can be done now.
 */
void
bv_window_actions_update (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gboolean has_campaign = bv_session_get_campaign (session) != 0;
  g_autofree char *undo = bv_session_get_undo_label (session);
  g_autofree char *redo = bv_session_get_redo_label (session);

  enable (window, "undo", undo != NULL);
  enable (window, "redo", redo != NULL);
  enable (window, "search", has_campaign);
  enable (window, "page", has_campaign);
  enable (window, "export", has_campaign);
  enable (window, "print", has_campaign);
  enable (window, "submission", has_campaign);
  enable (window, "mail", has_campaign);
  enable (window, "dossier", has_campaign);
  enable (window, "letters", has_campaign);
  enable (window, "add-nominee", has_campaign);
  enable (window, "remove-nominee", has_campaign);
}
