/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cells.h"

#include "app/row.h"

/**
 * BvCells:
 *
 * How one column of a table is shown: which cell of the row, how wide, as a number or a text. A .ui
 * file binds the column's factory to `factory`. GTK makes some 1,600 cells for a page, and building each from
 * XML took most of the time that the page took to be shown; so these are made by hand.
 */
struct _BvCells
{
  GObject parent_instance;
  guint column;
  guint chars;     /* natural width */
  guint min_chars; /* 0: the natural width */
  gboolean numeric;
  char *tip; /* what the signs of the column mean; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (BvCells, bv_cells, G_TYPE_OBJECT)

enum
{
  PROP_COLUMN = 1,
  PROP_CHARS,
  PROP_MIN_CHARS,
  PROP_NUMERIC,
  PROP_TIP,
  PROP_FACTORY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
setup_cb (BvCells *self, GtkListItem *item)
{
  GtkWidget *cell
    = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                    "min-chars", self->min_chars != 0 ? self->min_chars : self->chars, "nat-chars",
                    self->chars, "xalign", self->numeric ? 1.0 : 0.0, NULL);

  gtk_widget_set_tooltip_text (cell, self->tip);
  gtk_list_item_set_child (item, cell);
}

static void
show (GtkListItem *item, BvRow *row, guint column)
{
  GtkInscription *cell = GTK_INSCRIPTION (gtk_list_item_get_child (item));
  g_autofree char *text = bv_table_write_cell (bv_row_get_table (row), bv_row_get_index (row), column);
  guint flags = bv_table_get_flags (bv_row_get_table (row), bv_row_get_index (row));

  gtk_inscription_set_text (cell, text);
  gtk_widget_set_css_classes (GTK_WIDGET (cell), bv_row_list_classes (flags));
}

static void
row_changed_cb (BvRow *row, GtkListItem *item)
{
  show (item, row, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column")));
}

static void
bind_cb (BvCells *self, GtkListItem *item)
{
  BvRow *row = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (item), "column", GUINT_TO_POINTER (self->column));
  show (item, row, self->column);
  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), item);
}

static void
unbind_cb (BvCells *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

static void
release_cells (gpointer self, GClosure *closure)
{
  g_object_unref (self);
}

static void
connect (BvCells *self, GtkListItemFactory *factory, const char *signal, GCallback callback)
{
  g_signal_connect_data (factory, signal, callback, g_object_ref (self), release_cells, G_CONNECT_SWAPPED);
}

/* The factory keeps the cells alive: nobody else does once the .ui file has been read. */
static GtkListItemFactory *
new_factory (BvCells *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  connect (self, factory, "setup", G_CALLBACK (setup_cb));
  connect (self, factory, "bind", G_CALLBACK (bind_cb));
  connect (self, factory, "unbind", G_CALLBACK (unbind_cb));
  return factory;
}

static void
bv_cells_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_take_object (value, new_factory (BV_CELLS (object)));
}

static void
bv_cells_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvCells *self = BV_CELLS (object);

  if (property_id == PROP_COLUMN)
    self->column = g_value_get_uint (value);
  else if (property_id == PROP_CHARS)
    self->chars = g_value_get_uint (value);
  else if (property_id == PROP_MIN_CHARS)
    self->min_chars = g_value_get_uint (value);
  else if (property_id == PROP_TIP)
    self->tip = g_value_dup_string (value);
  else
    self->numeric = g_value_get_boolean (value);
}

static void
bv_cells_finalize (GObject *object)
{
  g_free (BV_CELLS (object)->tip);
  G_OBJECT_CLASS (bv_cells_parent_class)->finalize (object);
}

static void
bv_cells_class_init (BvCellsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags written = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bv_cells_get_property;
  object_class->set_property = bv_cells_set_property;
  object_class->finalize = bv_cells_finalize;
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, BV_ROW_MAX_COLUMNS - 1, 0, written);
  properties[PROP_CHARS] = g_param_spec_uint ("chars", NULL, NULL, 0, 1000, 0, written);
  properties[PROP_MIN_CHARS] = g_param_spec_uint ("min-chars", NULL, NULL, 0, 1000, 0, written);
  properties[PROP_NUMERIC] = g_param_spec_boolean ("numeric", NULL, NULL, FALSE, written);
  properties[PROP_TIP] = g_param_spec_string ("tip", NULL, NULL, NULL, written | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_FACTORY] = g_param_spec_object ("factory", NULL, NULL, GTK_TYPE_LIST_ITEM_FACTORY,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bv_cells_init (BvCells *self)
{
}
