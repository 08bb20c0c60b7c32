/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include "app/app-resources.h"
#include "app/backup/exit-backup.h"
#include "app/backup/status-backup.h"
#include "app/campaign/campaign-dialog.h"
#include "app/campaign/last-campaign.h"
#include "app/campaign/template-actions.h"
#include "app/guide/guide.h"
#include "app/library/library-replacement.h"
#include "app/library/recovery-window.h"
#include "app/library/restoration-question.h"
#include "app/library/soundness.h"
#include "app/library/view-window.h"
#include "app/page-list.h"
#include "app/proposal/dossier-check-job.h"
#include "app/session/load-job.h"
#include "app/session/remarks.h"
#include "app/system/desktop.h"
#include "app/system/last-folder.h"
#include "app/window/about-dialog.h"
#include "app/window/appearance.h"
#include "app/window/failure-window.h"
#include "app/window/window.h"
#include "store/place-remarks.h"

#include <glib/gi18n-lib.h>

/**
 * BvApplication:
 *
 * The program: its library, its window, and the actions that need no campaign.
 */
struct _BvApplication
{
  GtkApplication parent_instance;
  char *folder; /* NULL: the default */
  gboolean demo;
  BvSession *session;
};

G_DEFINE_FINAL_TYPE (BvApplication, bv_application, GTK_TYPE_APPLICATION)

static char *
find_folder (BvApplication *self)
{
  g_autofree char *folder = bv_library_default_folder ();

  if (self->folder != NULL)
    return g_strdup (self->folder);
  return self->demo ? g_strconcat (folder, "-demo", NULL) : g_steal_pointer (&folder);
}

static gboolean
open_session (BvApplication *self, BvLibraryMode mode, GError **error)
{
  g_autofree char *folder = find_folder (self);
  BvLibrary *library = bv_library_open (folder, mode, error);

  if (library == NULL)
    return FALSE;
  self->session = bv_session_new (library);
  return TRUE;
}

/* A session begins when there is a window to say what goes wrong. */
static void
show_first_campaign (BvApplication *self)
{
  bv_last_campaign_show (self->session);
  if (self->demo && bv_session_get_campaign (self->session) == 0 && bv_session_is_writable (self->session))
    g_object_unref (bv_load_job_start_demo (self->session));
}

static gboolean
may_be_read (BvApplication *self)
{
  g_autofree char *folder = find_folder (self);
  g_autoptr (BvLibrary) library = bv_library_open (folder, BV_LIBRARY_READ, NULL);

  return library != NULL;
}

/* What is made of nothing, or changes the library, is off where that is only read. */
static void
enable_changes (BvApplication *self)
{
  static const char *const names[] = { "new-campaign", "demo", "load" };
  gboolean enabled = self->session != NULL && !bv_session_is_read_only (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
                                 enabled);
}

/* The last window takes the library with it, and what is not backed up yet. */
static gboolean
close_requested_cb (GtkWindow *window)
{
  BvSession *session = bv_window_get_session (BV_WINDOW (window));

  if (!bv_session_is_read_only (session))
    bv_exit_backup_start (gtk_window_get_application (window), bv_session_get_folder (session));
  return GDK_EVENT_PROPAGATE;
}

static GtkWindow *
open_window (BvApplication *self)
{
  GtkWidget *window = bv_window_new (GTK_APPLICATION (self), self->session);

  bv_page_list_add_to (BV_WINDOW (window));
  g_signal_connect_after (window, "close-request", G_CALLBACK (close_requested_cb), NULL);
  bv_status_backup_attach (BV_WINDOW (window));
  bv_soundness_attach (BV_WINDOW (window));
  show_first_campaign (self);
  return GTK_WINDOW (window);
}

/* Nobody saw the window when the backup on closing failed; and where the library lies may do harm to it, or
 * show it to others. The bar says one thing at a time. */
static void
say_warnings (BvApplication *self)
{
  g_auto (GStrv) remarks = bv_place_remarks_list (bv_session_get_folder (self->session));
  g_autofree char *complaint = bv_exit_backup_take_complaint ();
  g_autoptr (GStrvBuilder) warnings = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (complaint != NULL)
    {
      g_autofree char *failed = g_strdup_printf (_ ("The backup on closing failed: %s"), complaint);

      g_strv_builder_add (warnings, failed);
    }
  g_strv_builder_addv (warnings, (const char **) remarks);
  lines = g_strv_builder_end (warnings);
  text = g_strjoinv ("\n", lines);
  error = g_error_new_literal (BV_STORE_ERROR, BV_STORE_ERROR_FILE, text);
  if (lines[0] != NULL)
    bv_session_report (self->session, error);
}

/* Of what is damaged it is not enough to say so. */
static GtkWidget *
create_window_of_failure (BvApplication *self, const GError *error)
{
  g_autofree char *folder = find_folder (self);

  if (g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED)
      || g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_COPIED))
    return bv_recovery_window_new (GTK_APPLICATION (self), folder, error);
  return bv_failure_window_new (GTK_APPLICATION (self), error, may_be_read (self));
}

/* That of the library, or the one that says why there is none; the one used last comes first. */
static GtkWindow *
find_window (BvApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (!bv_view_window_is (item->data))
      return item->data;
  return NULL;
}

static void
show_window (BvApplication *self, BvLibraryMode mode)
{
  GtkWindow *window = find_window (self);
  g_autoptr (GError) error = NULL;
  gboolean is_new = window == NULL;

  if (window == NULL && (self->session != NULL || open_session (self, mode, &error)))
    window = open_window (self);
  if (window == NULL)
    window = GTK_WINDOW (create_window_of_failure (self, error));
  enable_changes (self);
  gtk_window_present (window);
  if (is_new && self->session != NULL)
    say_warnings (self);
}

static void
bv_application_activate (GApplication *application)
{
  show_window (BV_APPLICATION (application), BV_LIBRARY_CREATE);
}

/* The window that said why the library could not be opened gives way to the one that shows it. */
static void
open_again (BvApplication *self, BvLibraryMode mode)
{
  GtkWindow *window = find_window (self);

  g_application_hold (G_APPLICATION (self));
  if (window != NULL && self->session == NULL)
    gtk_window_destroy (window);
  show_window (self, mode);
  g_application_release (G_APPLICATION (self));
}

static void
read_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_again (data, BV_LIBRARY_READ);
}

static void
retry_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_again (data, BV_LIBRARY_CREATE);
}

static void
new_campaign_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  GtkWidget *dialog = bv_campaign_dialog_new (window, BV_APPLICATION (data)->session);

  bv_template_actions_attach (BV_CAMPAIGN_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
demo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_object_unref (bv_load_job_start_demo (BV_APPLICATION (data)->session));
}

typedef BvWork *(*StartFunc) (BvSession *session, GFile *file);

static void
start (BvApplication *self, GFile *file, StartFunc func)
{
  if (self->session != NULL && file != NULL && bv_session_check_file (self->session, file))
    g_object_unref (func (self->session, file));
}

/* Of a file that was clicked only the name says what it is. */
static StartFunc
find_start (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_ascii_strdown (base, -1) : g_strdup ("");

  return g_str_has_suffix (name, ".zip") ? bv_dossier_check_job_start : bv_load_job_start_file;
}

/* What a dialog is about must not become another campaign's under it. */
static gboolean
is_asking (BvApplication *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_modal (item->data) && gtk_widget_get_visible (item->data))
      return TRUE;
  return FALSE;
}

static void
refuse_to_open (BvApplication *self)
{
  g_autoptr (GError) error = g_error_new_literal (
    G_IO_ERROR, G_IO_ERROR_BUSY, _ ("A question is still open: answer it, then open the file again"));

  bv_session_report (self->session, error);
}

/* Files that were clicked in the user's file manager; where the library cannot be opened, that is said alone.
 * What is being typed in the window is taken first. */
static void
bv_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  BvApplication *self = BV_APPLICATION (application);

  show_window (self, BV_LIBRARY_CREATE);
  if (self->session == NULL)
    return;
  if (is_asking (self))
    {
      refuse_to_open (self);
      return;
    }
  gtk_window_set_focus (find_window (self), NULL);
  for (int i = 0; i < n_files; i++)
    start (self, files[i], find_start (files[i]));
}

/* A file that is to be read. */
typedef struct
{
  BvApplication *application;
  StartFunc start;
} Choice;

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  const Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      bv_last_folder_keep (GTK_FILE_CHOOSER (dialog), "campaign-folder");
      start (choice->application, file, choice->start);
    }
  g_object_unref (dialog);
}

static void
free_choice (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
choose_file (BvApplication *self,
             const char *title,
             const char *accept,
             const char *kind,
             const char *suffix,
             StartFunc func)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_OPEN, accept, _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ self, func };
  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  bv_last_folder_show (GTK_FILE_CHOOSER (dialog), "campaign-folder");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (file_chosen_cb), choice, free_choice, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* By its key it could be asked for over any dialog. */
static void
load_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (is_asking (data))
    return;
  choose_file (data, _ ("Load a campaign"), _ ("_Load"), _ ("Campaign files (.json)"), "json",
               bv_load_job_start_file);
}

static void
check_dossier_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_file (data, _ ("Check a dossier"), _ ("C_heck"), _ ("Archives (.zip)"), "zip",
               bv_dossier_check_job_start);
}

static void
restore_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *folder = find_folder (data);

  if (!is_asking (data))
    bv_restoration_question_choose (gtk_application_get_active_window (data), folder);
}

static void
replaced (const char *title, const char *text, gpointer data)
{
  show_window (data, BV_LIBRARY_CREATE);
  bv_remarks_show (title, text);
}

/* @from: a backup; %NULL: what is whole in the library itself. */
static void
replace_library (BvApplication *self, const char *from)
{
  g_autofree char *folder = find_folder (self);
  const BvLibraryReplacement replacement = { folder, from, replaced, self };

  bv_library_replacement_start (GTK_APPLICATION (self), g_steal_pointer (&self->session), &replacement);
}

static void
replace_library_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  replace_library (data, g_variant_get_bytestring (parameter));
}

static void
salvage_library_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  replace_library (data, NULL);
}

static void
recover_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  g_autofree char *folder = find_folder (data);

  if (!is_asking (data))
    gtk_window_present (
      GTK_WINDOW (bv_recovery_window_new_over (window, folder, bv_soundness_get_findings (window))));
}

static void
guide_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_guide_show (gtk_application_get_active_window (data), BV_APPLICATION (data)->session);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (bv_about_dialog_new (gtk_application_get_active_window (data))));
}

static void
quit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autolist (GtkWindow) windows
    = g_list_copy_deep (gtk_application_get_windows (data), (GCopyFunc) (GCallback) g_object_ref, NULL);

  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

static void
add_actions (BvApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "read", .activate = read_cb },
    { .name = "new-campaign", .activate = new_campaign_cb },
    { .name = "demo", .activate = demo_cb },
    { .name = "load", .activate = load_cb },
    { .name = "check-dossier", .activate = check_dossier_cb },
    { .name = "restore-folder", .activate = restore_folder_cb },
    { .name = "replace-library", .activate = replace_library_cb, .parameter_type = "ay" },
    { .name = "salvage-library", .activate = salvage_library_cb },
    { .name = "recover", .activate = recover_cb },
    { .name = "retry", .activate = retry_cb },
    { .name = "guide", .activate = guide_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_action_cb },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.go-to", { "<Control>k" } },
    { "win.search", { "<Control>f" } },
    { "win.next-hit", { "F3" } },
    { "win.previous-hit", { "<Shift>F3" } },
    { "win.next-tab", { "<Control>Page_Down" } },
    { "win.previous-tab", { "<Control>Page_Up" } },
    { "part.next", { "F6" } },
    { "part.previous", { "<Shift>F6" } },
    { "win.save", { "<Control>s" } },
    { "app.load", { "<Control><Shift>o" } },
    { "win.details", { "F9" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "app.guide", { "F1" } },
    { "win.show-help-overlay", { "<Control>question" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
}

static void
bv_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (bv_application_parent_class)->startup (application);
  bv_appearance_set_up ();
  add_actions (BV_APPLICATION (application));
}

static void
bv_application_shutdown (GApplication *application)
{
  g_clear_object (&BV_APPLICATION (application)->session);
  G_APPLICATION_CLASS (bv_application_parent_class)->shutdown (application);
}

static int
bv_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  BvApplication *self = BV_APPLICATION (application);
  g_autofree char *folder = NULL;

  g_variant_dict_lookup (options, "library", "^ay", &folder);
  if (folder != NULL || g_variant_dict_contains (options, "demo"))
    bv_application_set_folder (self, folder, g_variant_dict_contains (options, "demo"));
  /* The user's own library is open in one program, which a second start, or a click on a file, shows. */
  if (self->folder == NULL && !self->demo && bv_desktop_joins_programs ())
    g_application_set_flags (application, G_APPLICATION_HANDLES_OPEN);
  return -1;
}

static void
bv_application_finalize (GObject *object)
{
  g_free (BV_APPLICATION (object)->folder);
  G_OBJECT_CLASS (bv_application_parent_class)->finalize (object);
}

static void
bv_application_class_init (BvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_application_finalize;
  /* A static library's resources are only there when they are asked for. */
  g_resources_register (bv_app_get_resource ());
  application_class->activate = bv_application_activate;
  application_class->open = bv_application_open;
  application_class->startup = bv_application_startup;
  application_class->shutdown = bv_application_shutdown;
  application_class->handle_local_options = bv_application_handle_local_options;
}

static void
bv_application_init (BvApplication *self)
{
  static const GOptionEntry options[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the library in this folder"), N_ ("DIR") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the demonstration"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * bv_application_new:
 *
 * Returns: (transfer full): the program; two of them that were told a library do not know of each other, the
 * library's lock keeps them apart
 */
BvApplication *
bv_application_new (void)
{
  return g_object_new (BV_TYPE_APPLICATION, "application-id", BV_APP_ID, "flags",
                       G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/bangvang/BangVang", NULL);
}

/**
 * bv_application_set_folder:
 * @application: the program, not yet running
 * @folder: (nullable): the library's folder; %NULL: the default
 * @demo: whether a library without a campaign is filled with the demonstration
 */
void
bv_application_set_folder (BvApplication *application, const char *folder, gboolean demo)
{
  g_free (application->folder);
  application->folder = g_strdup (folder);
  application->demo = demo;
}

/**
 * bv_application_get_session:
 * @application: the program
 *
 * Returns: (transfer none) (nullable): its session, once it is activated
 */
BvSession *
bv_application_get_session (BvApplication *application)
{
  return application->session;
}
