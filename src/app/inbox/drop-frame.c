/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/drop-frame.h"

#define LIT "taking"

/* Where a file goes that is dropped on the window. */
typedef struct
{
  GtkWindow *window; /* not owned: it owns the controllers, which own this */
  GtkWidget *page;   /* not owned: a part of the window */
  BvDropFunc func;
} Frame;

/* Whether something in the window takes what is dropped there for itself: a criterion its evidence. */
static gboolean
is_taken_inside (const Frame *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->window), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (self->window); widget = gtk_widget_get_parent (widget))
    if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_DROP_ACTIVE) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
carries_files (GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);

  return drop != NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static void
motion_cb (GtkDropControllerMotion *motion, double x, double y, Frame *self)
{
  if (carries_files (motion) && !is_taken_inside (self, x, y))
    gtk_widget_add_css_class (GTK_WIDGET (self->window), LIT);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->window), LIT);
}

static void
leave_cb (GtkDropControllerMotion *motion, Frame *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), LIT);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Frame *self)
{
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *file = dropped; file != NULL; file = file->next)
    g_ptr_array_add (files, file->data);
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), LIT);
  if (files->len > 0)
    self->func (files, self->page);
  g_slist_free (dropped);
  return TRUE;
}

/**
 * bv_drop_frame_attach:
 * @window: a window
 * @page: the page of it that takes files in
 * @func: takes what is dropped anywhere on the window, unless something in it takes that for itself
 *
 * While files are over the window, it has the CSS class `taking`, which shows where they would go.
 */
void
bv_drop_frame_attach (GtkWindow *window, GtkWidget *page, BvDropFunc func)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Frame *frame = g_new (Frame, 1);

  *frame = (Frame){ window, page, func };
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_object_set_data_full (G_OBJECT (motion), "frame", frame, g_free);
  g_object_set_data_full (G_OBJECT (target), "motion", g_object_ref (motion), g_object_unref);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), frame);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), frame);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), frame);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), frame);
  gtk_widget_add_controller (GTK_WIDGET (window), motion);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
