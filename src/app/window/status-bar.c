/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/status-bar.h"

#include "app/system/desktop.h"

#define POLL_MILLISECONDS 100

/**
 * BvStatusBar:
 *
 * What is shown, what was just done with a way to undo it, and long work with a way to cancel it. What went
 * wrong (`failed`) is not said here.
 */
struct _BvStatusBar
{
  GtkWidget parent_instance;

  GtkLabel *page_label;
  GtkLabel *message_label;
  GtkWidget *undo_button;
  GtkWidget *open_button;
  GtkWidget *folder_button;
  GtkWidget *work_box;
  GtkLabel *work_label;
  GtkProgressBar *progress_bar;
  GtkWidget *backup_button;

  BvWork *work; /* the last that is under way; NULL: none */
  GFile *file;  /* what was made */
  guint poll_source;
};

G_DEFINE_FINAL_TYPE (BvStatusBar, bv_status_bar, GTK_TYPE_WIDGET)

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_message (BvStatusBar *self, const char *text, gboolean can_undo, GFile *file)
{
  gtk_label_set_label (self->message_label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->message_label), text);
  g_set_object (&self->file, file);
  gtk_widget_set_visible (self->undo_button, can_undo);
  gtk_widget_set_visible (self->open_button, file != NULL);
  gtk_widget_set_visible (self->folder_button, file != NULL);
}

/* Where something is under way there is no room for it. */
static void
show_backup (BvStatusBar *self)
{
  const char *text = gtk_button_get_label (GTK_BUTTON (self->backup_button));

  gtk_widget_set_visible (self->backup_button,
                          text != NULL && *text != '\0' && !gtk_widget_get_visible (self->work_box));
}

static gboolean
poll_cb (gpointer data)
{
  BvStatusBar *self = data;

  gtk_label_set_label (self->work_label, bv_work_get_label (self->work));
  gtk_progress_bar_set_fraction (self->progress_bar, bv_work_get_fraction (self->work));
  /* Work that is done sooner is not worth a look. */
  gtk_widget_set_visible (self->work_box, TRUE);
  show_backup (self);
  return G_SOURCE_CONTINUE;
}

static void
stop_work (BvStatusBar *self)
{
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_object (&self->work);
  gtk_widget_set_visible (self->work_box, FALSE);
  show_backup (self);
}

static void
finished_cb (BvStatusBar *self, BvWork *work)
{
  if (bv_work_has_failed (work))
    g_signal_emit (self, signals[FAILED], 0, bv_work_get_message (work));
  else
    show_message (self, bv_work_get_message (work), FALSE, bv_work_get_file (work));
  if (work == self->work)
    stop_work (self);
}

static void
cancel_clicked_cb (BvStatusBar *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (bv_work_get_cancellable (self->work));
}

static void
launch (BvStatusBar *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (!bv_desktop_open (file, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
open_clicked_cb (BvStatusBar *self)
{
  launch (self, self->file);
}

static void
folder_clicked_cb (BvStatusBar *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);

  launch (self, folder);
}

static void
bv_status_bar_dispose (GObject *object)
{
  BvStatusBar *self = BV_STATUS_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_object (&self->work);
  g_clear_object (&self->file);
  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_STATUS_BAR);
  G_OBJECT_CLASS (bv_status_bar_parent_class)->dispose (object);
}

static void
bv_status_bar_class_init (BvStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_status_bar_dispose;
  /* Work, or the opening of what was made, went wrong; the message says how. */
  signals[FAILED] = g_signal_new ("failed", BV_TYPE_STATUS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/window/status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, page_label);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, open_button);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, folder_button);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, work_box);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, work_label);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BvStatusBar, backup_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statusbar");
}

static void
bv_status_bar_init (BvStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_status_bar_set_page:
 * @bar: the bar
 * @text: what is shown
 */
void
bv_status_bar_set_page (BvStatusBar *bar, const char *text)
{
  gtk_label_set_label (bar->page_label, text);
}

/**
 * bv_status_bar_show_action:
 * @bar: the bar
 * @label: what was just done
 * @can_undo: whether undo would take that back
 */
void
bv_status_bar_show_action (BvStatusBar *bar, const char *label, gboolean can_undo)
{
  show_message (bar, label, can_undo, NULL);
}

/**
 * bv_status_bar_clear:
 * @bar: the bar
 *
 * Says nothing any more.
 */
void
bv_status_bar_clear (BvStatusBar *bar)
{
  show_message (bar, NULL, FALSE, NULL);
}

/**
 * bv_status_bar_add_work:
 * @bar: the bar
 * @work: work that has begun; it is shown until it is finished
 */
void
bv_status_bar_add_work (BvStatusBar *bar, BvWork *work)
{
  g_set_object (&bar->work, work);
  if (bar->poll_source == 0)
    bar->poll_source = g_timeout_add (POLL_MILLISECONDS, poll_cb, bar);
  g_signal_connect_object (work, "finished", G_CALLBACK (finished_cb), bar, G_CONNECT_SWAPPED);
}

/**
 * bv_status_bar_set_backup:
 * @bar: the bar
 * @text: how old the last backup is
 * @alert: whether somebody should look
 */
void
bv_status_bar_set_backup (BvStatusBar *bar, const char *text, gboolean alert)
{
  gtk_button_set_label (GTK_BUTTON (bar->backup_button), text);
  if (alert)
    gtk_widget_add_css_class (bar->backup_button, "warning");
  else
    gtk_widget_remove_css_class (bar->backup_button, "warning");
  show_backup (bar);
}

/**
 * bv_status_bar_get_message:
 * @bar: the bar
 *
 * Returns: (transfer none): what it says was done
 */
const char *
bv_status_bar_get_message (BvStatusBar *bar)
{
  return gtk_label_get_label (bar->message_label);
}
