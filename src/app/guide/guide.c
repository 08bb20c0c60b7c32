/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/guide.h"

#include "app/guide/guide-folder.h"
#include "app/system/desktop.h"
#include "app/system/question.h"

#include <glib/gi18n-lib.h>

#define PAGE_KEY "bv-guide-page"
#define FIRST_PAGE "index.html"

static BvGuideOpener open_file = bv_desktop_open_own;

/**
 * bv_guide_set_opener:
 * @opener: what opens a page of the guide, instead of the user's browser
 *
 * For tests: those open nothing.
 */
void
bv_guide_set_opener (BvGuideOpener opener)
{
  open_file = opener;
}

/**
 * bv_guide_set_page:
 * @window: a window of the application
 * @page: (nullable): the name of a file of the guide; %NULL: the guide begins where it begins
 *
 * Says which page of the guide tells of what the window shows.
 */
void
bv_guide_set_page (GtkWindow *window, const char *page)
{
  g_object_set_data_full (G_OBJECT (window), PAGE_KEY, g_strdup (page), g_free);
}

/* The guide that comes with the program, or that of a program that is not installed. */
static char *
build_path (const char *page)
{
  const char *folder = g_getenv ("BANGVANG_GUIDE_DIR");
  g_autofree char *installed = bv_guide_folder_find_installed ();

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : installed, page, NULL);
}

/* A page of the guide is a file among others, to which it links: what opens it must see all of them. Inside
 * Flatpak GIO hands the file to the portal, which takes its own path for it, below the folder where the
 * application is installed; there the whole guide can be read. */
static gboolean
open_page (const char *page, GError **error)
{
  g_autofree char *path = build_path (page);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) reason = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("The guide is not here: %s. It comes with the program: install that again."), shown);
      return FALSE;
    }
  if (open_file (file, &reason))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("Nothing was found that opens the guide. Open it yourself in a web browser: %s"), shown);
  return FALSE;
}

/* Where no library could be opened there is no banner. */
static void
tell (GtkWindow *window, const GError *error)
{
  GtkWidget *dialog = gtk_message_dialog_new (window, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", error->message);

  gtk_widget_set_name (dialog, "no-guide");
  bv_question_set_title (dialog, _ ("Guide"));
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * bv_guide_show:
 * @window: a window
 * @session: (nullable): what says so when it goes wrong; %NULL: a dialog does
 *
 * Opens the guide in the user's browser, at the page about @window.
 */
void
bv_guide_show (GtkWindow *window, BvSession *session)
{
  const char *page = g_object_get_data (G_OBJECT (window), PAGE_KEY);
  g_autoptr (GError) error = NULL;

  if (open_page (page != NULL ? page : FIRST_PAGE, &error))
    return;
  if (session != NULL)
    bv_session_report (session, error);
  else
    tell (window, error);
}

static gboolean
key_cb (GtkWidget *dialog, GVariant *arguments, gpointer data)
{
  bv_guide_show (GTK_WINDOW (dialog), NULL);
  return TRUE;
}

/* The keys of the program are not those of its dialogs. */
static void
listen (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0), gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (dialog, keys);
}

/**
 * bv_guide_add_to_dialog:
 * @dialog: a dialog
 * @page: the name of a file of the guide
 *
 * Has F1 open the page of the guide that tells of the dialog.
 */
void
bv_guide_add_to_dialog (GtkWindow *dialog, const char *page)
{
  bv_guide_set_page (dialog, page);
  listen (GTK_WIDGET (dialog));
}
