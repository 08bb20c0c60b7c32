/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-heads.h"

static gboolean
is_numeric (BvColumns *columns, const char *title)
{
  for (guint i = 0; i < bv_columns_count (columns); i++)
    {
      const BvTableColumn *column = bv_columns_get_nth_at_first (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column->column), title) == 0)
        return bv_cells_is_numeric (column->cells);
    }
  return FALSE;
}

/* The sign of the order, whose room is always kept, goes to the left. */
static void
align (GtkWidget *label)
{
  GtkWidget *box = gtk_widget_get_parent (label);
  GtkWidget *sign = gtk_widget_get_next_sibling (label);

  if (!GTK_IS_BOX (box) || sign == NULL)
    return;
  gtk_box_reorder_child_after (GTK_BOX (box), label, sign);
  gtk_widget_set_hexpand (sign, TRUE);
  gtk_widget_set_halign (sign, GTK_ALIGN_END);
}

/**
 * bv_column_heads_find_label:
 * @head: one of the children of the head of a table
 *
 * Returns: (transfer none) (nullable): what the title of its column is written on
 */
GtkLabel *
bv_column_heads_find_label (GtkWidget *head)
{
  GtkLabel *found = GTK_IS_LABEL (head) ? GTK_LABEL (head) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (head); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = bv_column_heads_find_label (child);
  return found;
}

/**
 * bv_column_heads_align:
 * @columns: the columns of a table
 *
 * Has the titles of numbers stand above them, on the right. GTK makes a head anew each time that its column
 * is shown, always on the left.
 */
void
bv_column_heads_align (BvColumns *columns)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (bv_columns_get_view (columns)));

  for (GtkWidget *title = gtk_widget_get_first_child (head); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkLabel *label = bv_column_heads_find_label (title);

      if (label != NULL && is_numeric (columns, gtk_label_get_label (label)))
        align (GTK_WIDGET (label));
    }
}
