/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/failure-window.h"

#include "app/fault/fault-dialog.h"
#include "app/guide/guide.h"
#include "store/library.h"

#include <glib/gi18n-lib.h>

#define WIDTH 520

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
report_clicked_cb (GtkWidget *button, gpointer error)
{
  GtkWidget *dialog = bv_fault_dialog_new_without_library (GTK_WINDOW (gtk_widget_get_root (button)), error);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
free_error (gpointer error, GClosure *closure)
{
  g_error_free (error);
}

static GtkWidget *
create_read_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Only look at it"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.read");
  return button;
}

static GtkWidget *
create_buttons (GtkWindow *window, const GError *error, gboolean may_be_read)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *report = gtk_button_new_with_mnemonic (_ ("_Report a fault…"));
  GtkWidget *close = gtk_button_new_with_mnemonic (_ ("_Close"));
  GtkWidget *again = gtk_button_new_with_mnemonic (_ ("_Try again"));

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (gtk_window_close), window);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (again), "app.retry");
  g_signal_connect_data (report, "clicked", G_CALLBACK (report_clicked_cb), g_error_copy (error), free_error,
                         0);
  gtk_box_append (GTK_BOX (box), report);
  if (may_be_read)
    gtk_box_append (GTK_BOX (box), create_read_button ());
  gtk_box_append (GTK_BOX (box), close);
  gtk_box_append (GTK_BOX (box), again);
  gtk_window_set_default_widget (window, again);
  gtk_window_set_focus (window, again);
  return box;
}

/**
 * bv_failure_window_new:
 * @application: the program
 * @error: why the library cannot be opened
 * @may_be_read: whether it can be looked at all the same
 *
 * Without a library there is nothing to show but why.
 *
 * Returns: (transfer none): a window of its own
 */
GtkWidget *
bv_failure_window_new (GtkApplication *application, const GError *error, gboolean may_be_read)
{
  gboolean locked = g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED);
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_window_set_title (GTK_WINDOW (window), _ ("Bảng Vàng"));
  bv_guide_set_page (GTK_WINDOW (window), "10-khi-can.html");
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box),
                  create_label (locked ? _ ("The library is in use: close it there, then try again")
                                       : _ ("The library cannot be opened"),
                                "heading"));
  gtk_box_append (GTK_BOX (box), create_label (error->message, "body"));
  gtk_box_append (GTK_BOX (box), create_buttons (GTK_WINDOW (window), error, may_be_read));
  return window;
}
