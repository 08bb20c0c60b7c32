/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/watching/watch-bar.h"

#include <glib/gi18n-lib.h>

/**
 * BvWatchBar:
 *
 * One line that says which folder is watched and what came into it, with the ways to choose another and to
 * look at the files.
 */
struct _BvWatchBar
{
  GtkWidget parent_instance;
  GtkLabel *label;
  GtkWidget *look_button;
  GtkWidget *forget_button;
  GtkButton *choose_button;
  GtkWidget *stop_button;

  BvWatchedFolder *watched;
  GtkFileChooserNative *chooser; /* NULL: none is open */
};

enum
{
  LOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvWatchBar, bv_watch_bar, GTK_TYPE_WIDGET)

static char *
write_line (BvWatchBar *self)
{
  GFile *folder = bv_watched_folder_get (self->watched);
  const char *fault = bv_watched_folder_get_fault (self->watched);
  guint n_files = bv_watched_folder_get_files (self->watched)->len;
  g_autofree char *name = folder != NULL ? g_file_get_basename (folder) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  if (folder == NULL)
    return g_strdup (_ ("The folder in which your mail program saves attachments can be watched."));
  if (fault != NULL)
    return g_strdup_printf (_ ("“%s” cannot be watched: %s"), shown, fault);
  if (n_files == 0)
    return g_strdup_printf (_ ("“%s” is watched: nothing new"), shown);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u new file in “%s”", "%u new files in “%s”", n_files), n_files, shown);
}

static void
show (BvWatchBar *self)
{
  GFile *folder = bv_watched_folder_get (self->watched);
  g_autofree char *line = write_line (self);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  gboolean has_files = bv_watched_folder_get_files (self->watched)->len > 0;

  gtk_label_set_label (self->label, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), path);
  gtk_widget_set_visible (self->look_button, has_files);
  gtk_widget_set_visible (self->forget_button, has_files);
  gtk_widget_set_visible (GTK_WIDGET (self->choose_button), !has_files);
  gtk_button_set_label (self->choose_button,
                        folder != NULL ? _ ("_Another folder…") : _ ("_Watch a folder…"));
  gtk_widget_set_visible (self->stop_button, folder != NULL && !has_files);
  if (has_files)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, BvWatchBar *self)
{
  g_autoptr (GFile) folder
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  gtk_native_dialog_destroy (chooser);
  g_clear_object (&self->chooser);
  if (folder != NULL)
    bv_watched_folder_set (self->watched, folder);
}

static void
choose_clicked_cb (BvWatchBar *self)
{
  GFile *folder = bv_watched_folder_get (self->watched);

  if (self->chooser != NULL)
    return;
  self->chooser
    = gtk_file_chooser_native_new (_ ("In which folder does your mail program save attachments?"),
                                   GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Watch"), _ ("_Cancel"));
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
stop_clicked_cb (BvWatchBar *self)
{
  bv_watched_folder_set (self->watched, NULL);
}

static void
forget_clicked_cb (BvWatchBar *self)
{
  g_ptr_array_unref (bv_watched_folder_take_files (self->watched));
}

static void
look_clicked_cb (BvWatchBar *self)
{
  g_signal_emit (self, signals[LOOK], 0, bv_watched_folder_get_files (self->watched));
}

static void
bv_watch_bar_dispose (GObject *object)
{
  BvWatchBar *self = BV_WATCH_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->watched);
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_watch_bar_parent_class)->dispose (object);
}

static void
bv_watch_bar_class_init (BvWatchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_watch_bar_dispose;

  /**
   * BvWatchBar::look:
   * @files: (element-type GFile): what is new
   *
   * Somebody wants to look at the files.
   */
  signals[LOOK] = g_signal_new ("look", BV_TYPE_WATCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/watching/watch-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWatchBar, label);
  gtk_widget_class_bind_template_child (widget_class, BvWatchBar, look_button);
  gtk_widget_class_bind_template_child (widget_class, BvWatchBar, forget_button);
  gtk_widget_class_bind_template_child (widget_class, BvWatchBar, choose_button);
  gtk_widget_class_bind_template_child (widget_class, BvWatchBar, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_watch_bar_init (BvWatchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_watch_bar_show:
 * @bar: a bar that shows nothing yet
 * @watched: the folder that it speaks of from now on
 */
void
bv_watch_bar_show (BvWatchBar *bar, BvWatchedFolder *watched)
{
  bar->watched = g_object_ref (watched);
  g_signal_connect_object (watched, "changed", G_CALLBACK (show), bar, G_CONNECT_SWAPPED);
  show (bar);
}
