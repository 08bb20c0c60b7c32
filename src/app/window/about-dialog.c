/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/about-dialog.h"

#include <glib/gi18n-lib.h>

/* The pages of the dialog are GTK's own, and so are their names. */
static GtkStack *
find_pages (GtkWidget *widget)
{
  GtkStack *found = GTK_IS_STACK (widget) ? GTK_STACK (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_pages (child);
  return found;
}

/* GTK calls it the system, in English where it lacks the word. */
static void
name_libraries (GtkWidget *dialog)
{
  GtkStack *pages = find_pages (dialog);
  GtkWidget *libraries = pages != NULL ? gtk_stack_get_child_by_name (pages, "system") : NULL;

  if (libraries != NULL)
    gtk_stack_page_set_title (gtk_stack_get_page (pages, libraries), _ ("Libraries"));
}

/**
 * bv_about_dialog_new:
 * @parent: (nullable): the window
 *
 * Returns: (transfer none): what the program is, and what it is made with
 */
GtkWidget *
bv_about_dialog_new (GtkWindow *parent)
{
  g_autoptr (GBytes) libraries = g_resources_lookup_data ("/io/github/bangvang/BangVang/libraries.txt",
                                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GtkWidget *dialog = g_object_new (
    GTK_TYPE_ABOUT_DIALOG, "name", "about", "transient-for", parent, "modal", TRUE, "destroy-with-parent",
    TRUE, "program-name", "Bảng Vàng", "version", BV_VERSION, "logo-icon-name", BV_APP_ID, "comments",
    _ ("Runs an emulation campaign from the plan to the proposal for commendation."), "license-type",
    GTK_LICENSE_GPL_3_0, "system-information", g_bytes_get_data (libraries, NULL), NULL);

  name_libraries (dialog);
  return dialog;
}
