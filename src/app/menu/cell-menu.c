/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/menu/cell-menu.h"

#include "app/menu/page-menu.h"

/* Of a widget that draws cells: the menu of what its page can do, at the cell it is about. */
typedef struct
{
  GtkWidget *cells; /* not owned: it owns this */
  BvPage *page;     /* not owned: it outlives its cells */
  const BvCellMenuFuncs *funcs;
  GtkWidget *menu; /* NULL until it was asked for; the page owns it */
} CellMenu;

static void
cell_menu_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* The page may have let go of its menu before. */
static void
destroyed_cb (CellMenu *self)
{
  GtkWidget *menu = self->menu;

  g_clear_weak_pointer (&self->menu);
  if (menu != NULL)
    gtk_widget_unparent (menu);
}

static void
closed_cb (GtkWidget *cells)
{
  gtk_widget_set_has_tooltip (cells, TRUE);
}

/* The pointer rests on the cell: what is told of it would stand over the menu. */
static void
open_at (CellMenu *self, const GdkRectangle *at)
{
  double x, y;

  if (self->menu == NULL)
    {
      g_set_weak_pointer (&self->menu, bv_page_menu_new_popover (bv_page_get_info (self->page)));
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self->page));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self->cells, G_CONNECT_SWAPPED);
    }
  gtk_widget_translate_coordinates (self->cells, GTK_WIDGET (self->page), at->x, at->y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x, (int) y, at->width, at->height });
  gtk_widget_set_has_tooltip (self->cells, FALSE);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (CellMenu *self, int n_press, double x, double y, GtkGesture *click)
{
  gtk_widget_grab_focus (self->cells);
  if (!self->funcs->select_at (self->cells, x, y))
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static gboolean
key_cb (CellMenu *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  GdkRectangle at;

  if ((keyval != GDK_KEY_Menu || held != 0) && (keyval != GDK_KEY_F10 || held != GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (self->funcs->locate (self->cells, &at))
    open_at (self, &at);
  return GDK_EVENT_STOP;
}

/**
 * bv_cell_menu_listen:
 * @cells: a widget that draws cells, and says in a tooltip what they are
 * @page: the page that it stands on, which outlives it
 * @funcs: what it knows of its cells
 *
 * Has the right button on a cell go there and open the menu of all that the page can do; the key for menus,
 * and Shift+F10, open it where one is.
 */
void
bv_cell_menu_listen (GtkWidget *cells, BvPage *page, const BvCellMenuFuncs *funcs)
{
  CellMenu *self = g_new0 (CellMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *self = (CellMenu){ cells, page, funcs, NULL };
  g_signal_connect_data (cells, "destroy", G_CALLBACK (destroyed_cb), self, cell_menu_free,
                         G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (cells, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (cells, keys);
}
