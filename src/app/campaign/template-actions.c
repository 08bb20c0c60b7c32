/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/template-actions.h"

#include "app/system/last-folder.h"
#include "app/system/question.h"
#include "app/system/save-dialog.h"
#include "exchange/template/outline.h"
#include "store/whole-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "campaign-folder"

/* A template that was read from a file. */
typedef struct
{
  char *name;
  char *title;
  char *text;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_free (loaded->name);
  g_free (loaded->title);
  g_free (loaded->text);
  g_free (loaded);
}

static BvLibrary *
get_library (BvCampaignDialog *dialog)
{
  return bv_session_get_library (bv_campaign_dialog_get_session (dialog));
}

static void
shelve (BvCampaignDialog *dialog, const Loaded *loaded)
{
  g_autoptr (GError) error = NULL;

  if (bv_template_shelf_put (get_library (dialog), loaded->name, loaded->title, loaded->text, &error))
    bv_campaign_dialog_show_own (dialog, loaded->name);
  else
    bv_campaign_dialog_say (dialog, error->message);
}

/* @name: of the window; the answer is given to @answered with @data, which is freed by @free_data. */
static void
ask (BvCampaignDialog *dialog,
     const char *name,
     const char *question,
     const char *accept,
     GCallback answered,
     gpointer data,
     GDestroyNotify free_data)
{
  GtkWidget *window
    = gtk_message_dialog_new (GTK_WINDOW (dialog), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", question);
  GtkWidget *button;

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (window), "%s",
                                            _ ("Campaigns that were made from it stay as they are. When this "
                                               "dialog is closed, Undo brings it back."));
  gtk_dialog_add_button (GTK_DIALOG (window), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (window), accept, GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  bv_question_set_title (window, _ ("Own templates"));
  gtk_widget_set_name (window, name);
  g_object_set_data_full (G_OBJECT (window), "data", data, free_data);
  g_signal_connect_object (window, "response", answered, dialog, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
replace_answered_cb (GtkDialog *question, int response, gpointer dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    shelve (dialog, g_object_get_data (G_OBJECT (question), "data"));
  gtk_window_destroy (GTK_WINDOW (question));
}

static Loaded *
read_file (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (BvOutline) outline = bv_outline_read_file (path, &text, error);
  Loaded *loaded;

  if (outline == NULL)
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->name = bv_outline_name_shelved (outline->campaign->key);
  loaded->title = g_strdup (bv_campaign_short_title (outline->campaign));
  loaded->text = g_steal_pointer (&text);
  return loaded;
}

/**
 * bv_template_actions_load:
 * @dialog: the dialog
 * @file: a template file on this machine
 *
 * Keeps it in the library, and chooses it; one of that name gives way when the user says so.
 */
void
bv_template_actions_load (BvCampaignDialog *dialog, GFile *file)
{
  g_autoptr (GError) error = NULL;
  Loaded *loaded = read_file (g_file_peek_path (file), &error);
  g_autoptr (GPtrArray) shelf = loaded != NULL ? bv_template_shelf_list (get_library (dialog), &error) : NULL;
  const BvShelvedTemplate *other = shelf != NULL ? bv_template_shelf_find (shelf, loaded->name) : NULL;
  g_autofree char *question = NULL;

  if (other != NULL)
    {
      question = g_strdup_printf (_ ("Replace the own template “%s”?"), other->title);
      ask (dialog, "replace-template", question, _ ("_Replace"), G_CALLBACK (replace_answered_cb), loaded,
           loaded_free);
      return;
    }
  if (shelf != NULL)
    shelve (dialog, loaded);
  else
    bv_campaign_dialog_say (dialog, error->message);
  g_clear_pointer (&loaded, loaded_free);
}

static void
take_file (BvCampaignDialog *dialog, GFile *file)
{
  if (file != NULL && bv_session_check_file (bv_campaign_dialog_get_session (dialog), file))
    bv_template_actions_load (dialog, file);
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      bv_last_folder_keep (GTK_FILE_CHOOSER (chooser), FOLDER);
      take_file (dialog, file);
    }
  g_object_unref (chooser);
}

static void
load_cb (GSimpleAction *action, GVariant *parameter, gpointer widget)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Load a template"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Load"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Template files (.json)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  bv_last_folder_show (GTK_FILE_CHOOSER (chooser), FOLDER);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * bv_template_actions_save:
 * @dialog: the dialog, in which a template of the library is chosen
 * @file: where it is to be on this machine
 *
 * Writes it as a template file, whole or not at all; what goes wrong the dialog says.
 */
void
bv_template_actions_save (BvCampaignDialog *dialog, GFile *file)
{
  const BvShelvedTemplate *own = bv_campaign_dialog_get_own (dialog);
  g_autoptr (GError) error = NULL;
  g_autofree char *text
    = own != NULL ? bv_template_shelf_read (get_library (dialog), own->name, &error) : NULL;

  if (text != NULL)
    bv_whole_file_write (g_file_peek_path (file), text, strlen (text), &error);
  bv_campaign_dialog_say (dialog, error != NULL ? error->message : "");
}

static void
save_file (BvSession *session, GFile *file, gpointer dialog)
{
  bv_template_actions_save (dialog, file);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer widget)
{
  static const BvSaveKind kind = {
    N_ ("Save the template"), N_ ("Template files (.json)"), ".json", FOLDER, save_file, g_object_unref,
  };
  BvCampaignDialog *dialog = BV_CAMPAIGN_DIALOG (widget);
  const BvShelvedTemplate *own = bv_campaign_dialog_get_own (dialog);
  g_autofree char *name = g_strconcat (own->title, ".json", NULL);

  bv_save_dialog_ask (GTK_WINDOW (dialog), bv_campaign_dialog_get_session (dialog), &kind, name,
                      g_object_ref (dialog));
}

static void
remove_answered_cb (GtkDialog *question, int response, gpointer dialog)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (question), "data"));
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (GTK_WINDOW (question));
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  if (bv_template_shelf_remove (get_library (dialog), name, &error))
    bv_campaign_dialog_show_own (dialog, NULL);
  else
    bv_campaign_dialog_say (dialog, error->message);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer widget)
{
  BvCampaignDialog *dialog = BV_CAMPAIGN_DIALOG (widget);
  const BvShelvedTemplate *own = bv_campaign_dialog_get_own (dialog);
  g_autofree char *question = g_strdup_printf (_ ("Remove the own template “%s”?"), own->title);

  ask (dialog, "remove-template", question, _ ("_Remove"), G_CALLBACK (remove_answered_cb),
       g_strdup (own->name), g_free);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer dialog)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files != NULL && files->next == NULL)
    take_file (dialog, files->data);
  else
    bv_campaign_dialog_say (dialog, _ ("Drop one template file at a time."));
  g_slist_free (files);
  return TRUE;
}

static void
enable (BvCampaignDialog *dialog, GActionMap *actions)
{
  static const char *const names[] = { "save", "remove" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, names[i])),
                                 bv_campaign_dialog_get_own (dialog) != NULL);
}

/**
 * bv_template_actions_attach:
 * @dialog: the dialog
 *
 * Gives it the actions `template.load`, `template.save` and `template.remove`, of which the last two are
 * there for templates of the library alone, and lets a template file be dropped on it.
 */
void
bv_template_actions_attach (BvCampaignDialog *dialog)
{
  static const GActionEntry entries[] = {
    { .name = "load", .activate = load_cb },
    { .name = "save", .activate = save_cb },
    { .name = "remove", .activate = remove_cb },
  };
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), dialog);
  gtk_widget_insert_action_group (GTK_WIDGET (dialog), "template", G_ACTION_GROUP (actions));
  g_signal_connect_object (dialog, "source-selected", G_CALLBACK (enable), actions, 0);
  enable (dialog, G_ACTION_MAP (actions));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), dialog, 0);
  gtk_widget_add_controller (GTK_WIDGET (dialog), GTK_EVENT_CONTROLLER (target));
}
