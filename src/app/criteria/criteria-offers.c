/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-offers.h"

#include "app/table/cells.h"

static gboolean
offers (BvRow *row)
{
  return row != NULL
         && (bv_table_get_flags (bv_row_get_table (row), bv_row_get_index (row)) & BV_TABLE_ROW_OFFER) != 0;
}

/* Where that can be done now. */
static void
take (BvTablePage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.add-rule", NULL);
}

/* NULL: no row is there, or one of something. */
static BvRow *
find_offer (GtkGesture *click, double x, double y)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkWidget *cell = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkListItem *item = cell != NULL ? bv_cells_get_item (cell) : NULL;
  BvRow *row = item != NULL ? gtk_list_item_get_item (item) : NULL;

  return offers (row) ? row : NULL;
}

static void
pressed_cb (GtkGesture *click, int n_press, double x, double y, BvTablePage *page)
{
  BvRow *row = find_offer (click, x, y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  bv_table_page_select (page, bv_row_get_id (row));
}

static void
released_cb (GtkGesture *click, int n_press, double x, double y, BvTablePage *page)
{
  BvRow *row = find_offer (click, x, y);

  if (row != NULL && row == bv_table_page_get_selected (page))
    take (page);
}

static gboolean
key_pressed_cb (GtkEventController *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvTablePage *page)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (held != 0 || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || !offers (bv_table_page_get_selected (page)))
    return GDK_EVENT_PROPAGATE;
  take (page);
  return GDK_EVENT_STOP;
}

static void
add (GtkWidget *widget, GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
}

/**
 * bv_criteria_offers_listen:
 * @page: a page that was built
 * @frame: its table
 *
 * Has what a row offers done where that is clicked, or Enter is pressed on it.
 */
void
bv_criteria_offers_listen (BvTablePage *page, BvTableFrame *frame)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), page, 0);
  add (bv_table_frame_get_scroller (frame), keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), page, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), page, 0);
  add (GTK_WIDGET (bv_table_frame_get_view (frame)), GTK_EVENT_CONTROLLER (click));
}
