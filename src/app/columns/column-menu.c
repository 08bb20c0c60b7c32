/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-menu.h"

#include <glib/gi18n-lib.h>

#define COLUMN "bv-column"

/**
 * BvColumnMenu:
 *
 * Which columns of a table are shown, and in what order: a tick a column, Alt+↑ and Alt+↓ move the one that
 * has the focus.
 */
struct _BvColumnMenu
{
  GtkPopover parent_instance;
  BvColumns *columns;
  GtkBox *list; /* of a GtkCheckButton a column */
};

G_DEFINE_FINAL_TYPE (BvColumnMenu, bv_column_menu, GTK_TYPE_POPOVER)

static void
toggled_cb (GtkCheckButton *tick, BvColumnMenu *self)
{
  bv_columns_show (self->columns, g_object_get_data (G_OBJECT (tick), COLUMN),
                   gtk_check_button_get_active (tick));
}

static GtkWidget *
create_tick (BvColumnMenu *self, BvTableColumn *column)
{
  GtkWidget *tick = gtk_check_button_new_with_label (gtk_column_view_column_get_title (column->column));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), bv_columns_is_shown (self->columns, column));
  gtk_widget_set_sensitive (tick, !bv_cells_is_kept (column->cells));
  gtk_widget_set_name (tick, bv_cells_get_name (column->cells));
  g_object_set_data (G_OBJECT (tick), COLUMN, column);
  g_signal_connect (tick, "toggled", G_CALLBACK (toggled_cb), self);
  return tick;
}

/* The tick of @focus, if there is one, has the focus again. */
static void
fill (BvColumnMenu *self, BvTableColumn *focus)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < bv_columns_count (self->columns); i++)
    {
      BvTableColumn *column = bv_columns_get_nth (self->columns, i);
      GtkWidget *tick = create_tick (self, column);

      gtk_box_append (self->list, tick);
      if (column == focus)
        gtk_widget_grab_focus (tick);
    }
}

static void
move (BvColumnMenu *self, BvTableColumn *column, gboolean down)
{
  guint place = bv_columns_get_place (self->columns, column);

  if (down ? place + 1 == bv_columns_count (self->columns) : place == 0)
    return;
  bv_columns_move (self->columns, column, down ? place + 1 : place - 1);
  fill (self, column);
}

static gboolean
key_pressed_cb (BvColumnMenu *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  BvTableColumn *column = focus != NULL ? g_object_get_data (G_OBJECT (focus), COLUMN) : NULL;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (column == NULL || (modifiers & ~GDK_ALT_MASK) != 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_ALT_MASK)
    move (self, column, keyval == GDK_KEY_Down);
  else
    /* GTK 4.8 would tick it. */
    gtk_widget_child_focus (GTK_WIDGET (self->list),
                            keyval == GDK_KEY_Down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_STOP;
}

static void
reset_cb (BvColumnMenu *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  bv_columns_reset (self->columns);
}

static void
bv_column_menu_finalize (GObject *object)
{
  g_clear_object (&BV_COLUMN_MENU (object)->columns);
  G_OBJECT_CLASS (bv_column_menu_parent_class)->finalize (object);
}

static void
bv_column_menu_class_init (BvColumnMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_column_menu_finalize;
}

static void
add_keys (BvColumnMenu *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
bv_column_menu_init (BvColumnMenu *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint = gtk_label_new (_ ("Alt+↑ Alt+↓: move the column"));
  GtkWidget *reset = gtk_button_new_with_mnemonic (_ ("_As at first"));

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_set_name (reset, "reset");
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (content), hint);
  gtk_box_append (GTK_BOX (content), reset);
  gtk_popover_set_child (GTK_POPOVER (self), content);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  add_keys (self);
}

/**
 * bv_column_menu_new:
 * @columns: (transfer none): the columns of a table
 *
 * Returns: (transfer floating): a menu of them, which is not open
 */
GtkWidget *
bv_column_menu_new (BvColumns *columns)
{
  BvColumnMenu *self = g_object_new (BV_TYPE_COLUMN_MENU, NULL);

  self->columns = g_object_ref (columns);
  return GTK_WIDGET (self);
}

/**
 * bv_column_menu_open:
 * @menu: the menu
 * @at: where, in the widget it belongs to
 */
void
bv_column_menu_open (BvColumnMenu *menu, const GdkRectangle *at)
{
  fill (menu, NULL);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), at);
  gtk_popover_popup (GTK_POPOVER (menu));
}
