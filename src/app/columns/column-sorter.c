/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-sorter.h"

#include "app/rows/row.h"

/**
 * BvColumnSorter:
 *
 * Orders rows by one column of their table: texts by the sort key that the library keeps (Vietnamese order,
 * whatever the locale), numbers by value. For use in .ui files.
 */
struct _BvColumnSorter
{
  GtkSorter parent_instance;
  guint column;
};

G_DEFINE_FINAL_TYPE (BvColumnSorter, bv_column_sorter, GTK_TYPE_SORTER)

enum
{
  PROP_COLUMN = 1,
};

static GtkOrdering
bv_column_sorter_compare (GtkSorter *sorter, gpointer first, gpointer second)
{
  BvColumnSorter *self = BV_COLUMN_SORTER (sorter);

  return gtk_ordering_from_cmpfunc (bv_table_compare (bv_row_get_table (first), bv_row_get_index (first),
                                                      bv_row_get_table (second), bv_row_get_index (second),
                                                      self->column));
}

static GtkSorterOrder
bv_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
bv_column_sorter_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, BV_COLUMN_SORTER (object)->column);
}

static void
bv_column_sorter_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BV_COLUMN_SORTER (object)->column = g_value_get_uint (value);
  gtk_sorter_changed (GTK_SORTER (object), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
bv_column_sorter_class_init (BvColumnSorterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  object_class->get_property = bv_column_sorter_get_property;
  object_class->set_property = bv_column_sorter_set_property;
  sorter_class->compare = bv_column_sorter_compare;
  sorter_class->get_order = bv_column_sorter_get_order;
  g_object_class_install_property (
    object_class, PROP_COLUMN,
    g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
bv_column_sorter_init (BvColumnSorter *self)
{
}
