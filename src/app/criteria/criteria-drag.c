/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-drag.h"

#include "app/table/cells.h"

#define DROPPED "bv-criteria-dropped"
#define REACHED "bv-criteria-reached"

/* So far below the pointer that the row at it stays in sight. */
#define BELOW 14

/* GTK's row around what is there; NULL: none is. */
static GtkWidget *
find_frame (GtkWidget *view, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && g_strcmp0 (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* 0: no row is there; less: one that only offers to add something. */
static gint64
find_row (GtkWidget *view, double x, double y)
{
  GtkWidget *cell = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkListItem *item = cell != NULL ? bv_cells_get_item (cell) : NULL;

  return item != NULL ? bv_row_get_id (gtk_list_item_get_item (item)) : 0;
}

/* What is dragged looks as it does in the table. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer page)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  gint64 id = find_row (view, x, y);
  g_autoptr (GdkPaintable) row = NULL;
  g_autoptr (GdkPaintable) picture = NULL;

  if (id <= 0)
    return NULL;
  row = gtk_widget_paintable_new (find_frame (view, x, y));
  picture = gdk_paintable_get_current_image (row);
  gtk_drag_source_set_icon (source, picture, 0, -BELOW);
  return gdk_content_provider_new_typed (G_TYPE_INT64, id);
}

/* The row that would take it is the one that is lit. */
static void
light (GtkEventController *target, GtkWidget *row)
{
  GtkWidget *before = g_object_get_data (G_OBJECT (target), REACHED);

  if (before == row)
    return;
  if (before != NULL)
    gtk_widget_remove_css_class (before, "reached");
  if (row != NULL)
    gtk_widget_add_css_class (row, "reached");
  g_object_set_data_full (G_OBJECT (target), REACHED, row != NULL ? g_object_ref (row) : NULL,
                          g_object_unref);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer page)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const GValue *dragged = gtk_drop_target_get_value (target);
  gint64 row = find_row (view, x, y);
  gboolean takes_it = row > 0 && (dragged == NULL || g_value_get_int64 (dragged) != row);

  light (GTK_EVENT_CONTROLLER (target), takes_it ? find_frame (view, x, y) : NULL);
  return takes_it ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *target, gpointer page)
{
  light (GTK_EVENT_CONTROLLER (target), NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer page)
{
  gint64 row = find_row (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), x, y);
  BvCriteriaDropFunc dropped = (BvCriteriaDropFunc) g_object_get_data (G_OBJECT (target), DROPPED);

  light (GTK_EVENT_CONTROLLER (target), NULL);
  if (row <= 0 || row == g_value_get_int64 (value))
    return FALSE;
  dropped (page, g_value_get_int64 (value), row);
  return TRUE;
}

/**
 * bv_criteria_drag_listen:
 * @frame: a table
 * @dropped: hears what was dropped where
 * @page: for @dropped
 *
 * Has rows of the table dragged onto others; the one that would take it is lit.
 */
void
bv_criteria_drag_listen (BvTableFrame *frame, BvCriteriaDropFunc dropped, GObject *page)
{
  GtkWidget *view = GTK_WIDGET (bv_table_frame_get_view (frame));
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), page, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_object_set_data (G_OBJECT (target), DROPPED, (gpointer) dropped);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), page, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), page, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), page, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (target));
}
