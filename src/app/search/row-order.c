/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/row-order.h"

#include "app/search/row-filter.h"

/**
 * BvRowOrder:
 *
 * The order of the rows of a table: what fits a search best comes first, else and among equals the order of
 * the columns that the user chose. Who chooses a column while searching wants that order. The rows of a tree
 * stay behind what they are below, whatever is searched: only those beside each other are in the order of
 * columns. For use in .ui files: `filter` is what searches, `columns` the sorter of the view.
 */
struct _BvRowOrder
{
  GtkSorter parent_instance;
  BvRowFilter *filter;
  GtkSorter *columns;
  gboolean overruled; /* a column was chosen for what is searched */
};

G_DEFINE_FINAL_TYPE (BvRowOrder, bv_row_order, GTK_TYPE_SORTER)

enum
{
  PROP_FILTER = 1,
  PROP_COLUMNS,
};

static GtkOrdering
compare_by_columns (BvRowOrder *self, gpointer first, gpointer second)
{
  return self->columns != NULL ? gtk_sorter_compare (self->columns, first, second) : GTK_ORDERING_EQUAL;
}

/* What stands above comes first; of others those decide that stand beside each other. */
static GtkOrdering
compare_in_tree (BvRowOrder *self, BvTable *table, gpointer first, gpointer second)
{
  guint row = bv_row_get_index (first);
  guint other = bv_row_get_index (second);
  g_autoptr (BvRow) above = NULL;
  g_autoptr (BvRow) other_above = NULL;
  GtkOrdering ordering = GTK_ORDERING_EQUAL;

  if (bv_row_order_is_by_column (self) && bv_table_find_siblings (table, &row, &other))
    {
      above = row == bv_row_get_index (first) ? g_object_ref (first) : bv_row_new (table, row);
      other_above = other == bv_row_get_index (second) ? g_object_ref (second) : bv_row_new (table, other);
      ordering = compare_by_columns (self, above, other_above);
    }
  return ordering != GTK_ORDERING_EQUAL ? ordering
                                        : gtk_ordering_from_cmpfunc ((row > other) - (row < other));
}

static GtkOrdering
bv_row_order_compare (GtkSorter *sorter, gpointer first, gpointer second)
{
  BvRowOrder *self = BV_ROW_ORDER (sorter);
  BvTable *table = bv_row_get_table (first);

  if (bv_table_is_tree (table) && table == bv_row_get_table (second))
    return compare_in_tree (self, table, first, second);

  if (bv_row_order_is_by_place (self))
    {
      int difference
        = (int) bv_row_filter_find (self->filter, first) - (int) bv_row_filter_find (self->filter, second);

      if (difference != 0)
        return gtk_ordering_from_cmpfunc (difference);
    }
  return compare_by_columns (self, first, second);
}

static GtkSorterOrder
bv_row_order_get_order (GtkSorter *sorter)
{
  BvRowOrder *self = BV_ROW_ORDER (sorter);

  return bv_row_order_is_by_place (self) || bv_row_order_is_by_column (self) ? GTK_SORTER_ORDER_PARTIAL
                                                                             : GTK_SORTER_ORDER_NONE;
}

static void
columns_changed_cb (BvRowOrder *self)
{
  self->overruled = bv_row_order_is_by_column (self);
  bv_row_order_look_again (self);
}

static void
bv_row_order_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvRowOrder *self = BV_ROW_ORDER (object);
  GObject *part = g_value_get_object (value);

  if (property_id == PROP_FILTER && g_set_object (&self->filter, (BvRowFilter *) part) && part != NULL)
    g_signal_connect_object (part, "changed", G_CALLBACK (bv_row_order_look_again), self, G_CONNECT_SWAPPED);
  else if (property_id == PROP_COLUMNS && g_set_object (&self->columns, (GtkSorter *) part) && part != NULL)
    g_signal_connect_object (part, "changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bv_row_order_finalize (GObject *object)
{
  g_clear_object (&BV_ROW_ORDER (object)->filter);
  g_clear_object (&BV_ROW_ORDER (object)->columns);
  G_OBJECT_CLASS (bv_row_order_parent_class)->finalize (object);
}

static void
install_part (GObjectClass *klass, guint property_id, const char *name, GType type)
{
  g_object_class_install_property (
    klass, property_id,
    g_param_spec_object (name, NULL, NULL, type, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
bv_row_order_class_init (BvRowOrderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  object_class->set_property = bv_row_order_set_property;
  object_class->finalize = bv_row_order_finalize;
  sorter_class->compare = bv_row_order_compare;
  sorter_class->get_order = bv_row_order_get_order;
  install_part (object_class, PROP_FILTER, "filter", BV_TYPE_ROW_FILTER);
  install_part (object_class, PROP_COLUMNS, "columns", GTK_TYPE_SORTER);
}

static void
bv_row_order_init (BvRowOrder *self)
{
}

/**
 * bv_row_order_begin_search:
 * @order: an order
 *
 * Something else is about to be searched: the column that was chosen for what was searched before does not
 * count alone any more.
 */
void
bv_row_order_begin_search (BvRowOrder *order)
{
  order->overruled = FALSE;
}

/**
 * bv_row_order_is_by_place:
 * @order: an order
 *
 * Returns: whether what fits a search best comes first
 */
gboolean
bv_row_order_is_by_place (BvRowOrder *order)
{
  return !order->overruled && order->filter != NULL && bv_row_filter_is_searching (order->filter)
         && !bv_row_filter_finds_in_tree (order->filter);
}

/**
 * bv_row_order_is_by_column:
 * @order: an order
 *
 * Returns: whether the user chose a column
 */
gboolean
bv_row_order_is_by_column (BvRowOrder *order)
{
  return order->columns != NULL && gtk_sorter_get_order (order->columns) != GTK_SORTER_ORDER_NONE;
}

/**
 * bv_row_order_look_again:
 * @order: an order
 *
 * Rows have other cells now.
 */
void
bv_row_order_look_again (BvRowOrder *order)
{
  gtk_sorter_changed (GTK_SORTER (order), GTK_SORTER_CHANGE_DIFFERENT);
}
