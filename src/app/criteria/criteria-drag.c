/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-drag.h"

#include "app/table/cells.h"

#define DROPPED "bv-criteria-dropped"

/* 0: no row is there; less: one that only offers to add something. */
static gint64
find_row (GtkWidget *view, double x, double y)
{
  GtkWidget *cell = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkListItem *item = cell != NULL ? bv_cells_get_item (cell) : NULL;

  return item != NULL ? bv_row_get_id (gtk_list_item_get_item (item)) : 0;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer page)
{
  gint64 id = find_row (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)), x, y);

  return id > 0 ? gdk_content_provider_new_typed (G_TYPE_INT64, id) : NULL;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer page)
{
  gint64 row = find_row (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), x, y);
  BvCriteriaDropFunc dropped = (BvCriteriaDropFunc) g_object_get_data (G_OBJECT (target), DROPPED);

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
 * Has rows of the table dragged onto others.
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
  g_object_set_data (G_OBJECT (target), DROPPED, (gpointer) dropped);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), page, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (target));
}
