/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-menu.h"

#include "app/menu/page-menu.h"

#define MENU "bv-table-menu"

/* The window does not wait at its start for a menu that nobody opened. */
static void
open_at (BvTableFrame *frame, BvPage *page, const GdkRectangle *at)
{
  GtkWidget *menu = g_object_get_data (G_OBJECT (frame), MENU);

  if (menu == NULL)
    {
      menu = bv_page_menu_new_popover (bv_page_get_info (page));
      bv_table_frame_add_menu (frame, GTK_POPOVER (menu));
      g_object_set_data (G_OBJECT (frame), MENU, menu);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), at);
  gtk_popover_popup (GTK_POPOVER (menu));
}

/* What the menu is about is the row under the pointer. */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, gpointer page)
{
  GtkWidget *frame = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  if (!bv_table_frame_select_at (BV_TABLE_FRAME (frame), x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (BV_TABLE_FRAME (frame), page, &(GdkRectangle){ x, y, 1, 1 });
}

/**
 * bv_table_menu_listen:
 * @frame: a table
 * @page: the page that it stands on, which outlives it
 *
 * Has the right button on a row select that, and open the menu of what the page can do.
 */
void
bv_table_menu_listen (BvTableFrame *frame, BvPage *page)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (frame), GTK_EVENT_CONTROLLER (press));
}

/**
 * bv_table_menu_open:
 * @frame: a table
 * @page: the page that it stands on
 *
 * Opens that menu at the selected row.
 *
 * Returns: whether there is one
 */
gboolean
bv_table_menu_open (BvTableFrame *frame, BvPage *page)
{
  GdkRectangle at;

  if (!bv_table_frame_locate_selected (frame, &at))
    return FALSE;
  open_at (frame, page, &at);
  return TRUE;
}
