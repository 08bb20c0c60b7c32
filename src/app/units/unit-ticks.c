/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-ticks.h"

#include "app/rows/row.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/table-model.h"
#include "core/text/wording.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>

/**
 * BvUnitTicks:
 *
 * The units of the campaign, of which several are ticked: by a click, by Enter or Space in the list, or one
 * after the other by typing a part of the name and Enter. Which ones stands above them, in the order in which
 * they were ticked.
 */
struct _BvUnitTicks
{
  GtkWidget parent_instance;
  GtkLabel *chosen_label;
  GtkEditable *entry;
  GtkListView *view;
  GListModel *shown;
  BvTableModel *units;
  BvRowFilter *search;
  GArray *ticked; /* of gint64, units' rows */
};

G_DEFINE_FINAL_TYPE (BvUnitTicks, bv_unit_ticks, GTK_TYPE_WIDGET)

/* Its place; ticked->len: it is not. */
static guint
find_ticked (BvUnitTicks *self, gint64 unit)
{
  guint place = 0;

  while (place < self->ticked->len && g_array_index (self->ticked, gint64, place) != unit)
    place++;
  return place;
}

static const char *
get_text (BvTable *units, gint64 unit, guint column)
{
  guint row = bv_table_find (units, unit);

  return row != BV_TABLE_NOT_FOUND ? bv_table_get_text (units, row, column) : "";
}

/* `3 units: xã A; xã B; xã C` */
static void
show_ticked (BvUnitTicks *self)
{
  BvTable *units = bv_table_model_get_table (self->units);
  g_autofree char *number = bv_wording_number (self->ticked->len);
  g_autofree char *counted
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit", "%s units", self->ticked->len), number);
  g_autoptr (GString) text = g_string_new (counted);

  for (guint i = 0; i < self->ticked->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : "; ",
                            get_text (units, g_array_index (self->ticked, gint64, i), BV_UNITS_NAME));
  gtk_label_set_label (self->chosen_label, text->str);
}

static void
toggle (BvUnitTicks *self, BvRow *row)
{
  gint64 unit = bv_row_get_id (row);
  guint place = find_ticked (self, unit);

  if (place < self->ticked->len)
    g_array_remove_index (self->ticked, place);
  else
    g_array_append_val (self->ticked, unit);
  show_ticked (self);
  bv_row_notify_changed (row);
}

static void
activated_cb (BvUnitTicks *self, guint position)
{
  g_autoptr (BvRow) row = g_list_model_get_item (self->shown, position);

  if (row != NULL)
    toggle (self, row);
}

static void
search_changed_cb (BvUnitTicks *self)
{
  bv_row_filter_set_search (self->search, gtk_editable_get_text (self->entry));
}

/* The first that is found is mostly the one that is meant; what was typed gives way to the next. */
static void
entered_cb (BvUnitTicks *self)
{
  search_changed_cb (self);
  if (!bv_row_filter_is_searching (self->search) || g_list_model_get_n_items (self->shown) == 0)
    return;
  activated_cb (self, 0);
  gtk_editable_set_text (self->entry, "");
  search_changed_cb (self);
}

/* From outside GTK 4.18 enters a list only when it is told to focus it, GTK 4.8 only as the next of its
 * window. */
static gboolean
enter_list (BvUnitTicks *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  return gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (view);
}

static gboolean
entry_key_cb (BvUnitTicks *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  search_changed_cb (self);
  return enter_list (self);
}

static gboolean
view_key_cb (BvUnitTicks *self, guint keyval)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space) && row != NULL && gtk_widget_activate (row);
}

static void
setup_cb (BvUnitTicks *self, GtkListItem *item)
{
  GtkWidget *button = gtk_check_button_new ();

  /* The row is what is clicked. */
  gtk_widget_set_can_target (button, FALSE);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_list_item_set_child (item, button);
}

static void
show_row (BvUnitTicks *self, GtkListItem *item)
{
  BvRow *row = gtk_list_item_get_item (item);
  BvTable *units = bv_row_get_table (row);
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_list_item_get_child (item));
  guint index = bv_row_get_index (row);
  g_autofree char *label = g_strdup_printf ("%s (%s)", bv_table_get_text (units, index, BV_UNITS_NAME),
                                            bv_table_get_text (units, index, BV_UNITS_CODE));

  gtk_check_button_set_label (button, label);
  gtk_check_button_set_active (button, find_ticked (self, bv_row_get_id (row)) < self->ticked->len);
}

static void
row_changed_cb (GtkListItem *item)
{
  GtkWidget *ticks = gtk_widget_get_ancestor (gtk_list_item_get_child (item), BV_TYPE_UNIT_TICKS);

  if (ticks != NULL)
    show_row (BV_UNIT_TICKS (ticks), item);
}

static void
bind_cb (BvUnitTicks *self, GtkListItem *item)
{
  show_row (self, item);
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (row_changed_cb), item,
                           G_CONNECT_SWAPPED);
}

static void
unbind_cb (BvUnitTicks *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

/* Tab leaves the list, as it leaves any other control: GTK's would go on to the next row. */
static gboolean
bv_unit_ticks_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BvUnitTicks *self = BV_UNIT_TICKS (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;

  if (!back && direction != GTK_DIR_TAB_FORWARD)
    return GTK_WIDGET_CLASS (bv_unit_ticks_parent_class)->focus (widget, direction);
  if (inside == NULL || (back && inside != GTK_WIDGET (self->entry)))
    return gtk_widget_grab_focus (widget);
  return !back && inside == GTK_WIDGET (self->entry) && enter_list (self);
}

static gboolean
bv_unit_ticks_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_UNIT_TICKS (widget)->entry));
}

static void
bv_unit_ticks_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_unit_ticks_parent_class)->dispose (object);
}

static void
bv_unit_ticks_finalize (GObject *object)
{
  g_array_unref (BV_UNIT_TICKS (object)->ticked);
  G_OBJECT_CLASS (bv_unit_ticks_parent_class)->finalize (object);
}

static void
bv_unit_ticks_class_init (BvUnitTicksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_unit_ticks_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_unit_ticks_finalize;
  widget_class->focus = bv_unit_ticks_focus;
  widget_class->grab_focus = bv_unit_ticks_grab_focus;
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/units/unit-ticks.ui");
  gtk_widget_class_bind_template_child (widget_class, BvUnitTicks, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, BvUnitTicks, entry);
  gtk_widget_class_bind_template_child (widget_class, BvUnitTicks, view);
  gtk_widget_class_bind_template_child (widget_class, BvUnitTicks, shown);
  gtk_widget_class_bind_template_child (widget_class, BvUnitTicks, units);
  gtk_widget_class_bind_template_child (widget_class, BvUnitTicks, search);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
bv_unit_ticks_init (BvUnitTicks *self)
{
  self->ticked = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_unit_ticks_new:
 * @session: a session with a campaign
 * @first: the row of the unit that is ticked at first
 *
 * Returns: (transfer floating): a list of the campaign's units
 */
GtkWidget *
bv_unit_ticks_new (BvSession *session, gint64 first)
{
  BvUnitTicks *self = g_object_new (BV_TYPE_UNIT_TICKS, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) units
    = bv_lists_read_units (bv_session_get_library (session), bv_session_get_campaign (session), &error);

  g_array_append_val (self->ticked, first);
  if (units != NULL)
    bv_table_model_set_table (self->units, units);
  else
    bv_session_report (session, error);
  show_ticked (self);
  return GTK_WIDGET (self);
}

/**
 * bv_unit_ticks_list:
 * @ticks: a list of units
 *
 * Returns: (transfer none) (element-type gint64): the rows of those that are ticked
 */
GArray *
bv_unit_ticks_list (BvUnitTicks *ticks)
{
  return ticks->ticked;
}
