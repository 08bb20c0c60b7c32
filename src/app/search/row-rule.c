/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/row-rule.h"

#include "app/rows/row-span.h"
#include "app/table/cells.h"

/**
 * BvRowRule:
 *
 * A line with a caption above one row of a table, which keeps a gap for it. It is no row: nobody selects it.
 */
struct _BvRowRule
{
  GtkWidget parent_instance;
  GtkColumnView *view; /* not owned: it is the owner's */
  GtkWidget *label;
  GtkWidget *row; /* which keeps the gap; NULL: the view has not got it */
  guint place;    /* of the row, among all; GTK_INVALID_LIST_POSITION: none */
};

G_DEFINE_FINAL_TYPE (BvRowRule, bv_row_rule, GTK_TYPE_WIDGET)

static GtkListItem *
get_item (GtkWidget *row)
{
  GtkWidget *place = gtk_widget_get_first_child (row);
  GtkWidget *cell = place != NULL ? gtk_widget_get_first_child (place) : NULL;

  return cell != NULL ? bv_cells_get_item (cell) : NULL;
}

static GtkWidget *
find_row (BvRowRule *self)
{
  BvRowSpan *span = BV_ROW_SPAN (gtk_column_view_get_model (self->view));
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (self->place == GTK_INVALID_LIST_POSITION || span == NULL || !bv_row_span_has (span, self->place))
    return NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkListItem *item = get_item (row);

      if (item != NULL && gtk_list_item_get_position (item) == self->place - bv_row_span_get_start (span))
        return row;
    }
  return NULL;
}

static void
describe_row (GtkWidget *row, const char *caption)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, caption, -1);
}

/* The view gives a row's widget to another row as it likes. */
static void
mark_row (BvRowRule *self)
{
  GtkWidget *row = find_row (self);

  if (row == self->row)
    return;
  if (self->row != NULL)
    {
      gtk_widget_remove_css_class (self->row, "ruled");
      describe_row (self->row, "");
    }
  g_set_weak_pointer (&self->row, row);
  if (row == NULL)
    return;
  gtk_widget_add_css_class (row, "ruled");
  describe_row (row, gtk_label_get_label (GTK_LABEL (self->label)));
}

static void
bv_row_rule_dispose (GObject *object)
{
  BvRowRule *self = BV_ROW_RULE (object);

  g_clear_weak_pointer (&self->row);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_row_rule_parent_class)->dispose (object);
}

static void
bv_row_rule_class_init (BvRowRuleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_row_rule_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rowrule");
}

static void
bv_row_rule_init (BvRowRule *self)
{
  self->place = GTK_INVALID_LIST_POSITION;
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bv_row_rule_new:
 * @view: a table with a #BvRowSpan, which lives longer
 *
 * Returns: (transfer floating): a rule that is not seen
 */
GtkWidget *
bv_row_rule_new (GtkColumnView *view)
{
  BvRowRule *self = g_object_new (BV_TYPE_ROW_RULE, NULL);

  self->view = view;
  g_signal_connect_object (gtk_column_view_get_model (view), "items-changed", G_CALLBACK (mark_row), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return GTK_WIDGET (self);
}

/**
 * bv_row_rule_set:
 * @rule: a rule
 * @place: the place of the row below it, among all; %GTK_INVALID_LIST_POSITION: there is none
 * @caption: (nullable): what it says; %NULL: nothing
 */
void
bv_row_rule_set (BvRowRule *rule, guint place, const char *caption)
{
  rule->place = place;
  gtk_label_set_label (GTK_LABEL (rule->label), caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (rule), place != GTK_INVALID_LIST_POSITION);
  mark_row (rule);
}

/**
 * bv_row_rule_allocate:
 * @rule: a rule
 * @width: the width of its parent, in which the view has its place
 * @height: its height
 *
 * Gives it its place in the gap above the row; it goes with that when the table is scrolled.
 */
void
bv_row_rule_allocate (BvRowRule *rule, int width, int height)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (rule));
  int head = gtk_widget_get_height (gtk_widget_get_first_child (GTK_WIDGET (rule->view)));
  graphene_rect_t at;
  int own, y;

  if (!gtk_widget_get_visible (GTK_WIDGET (rule)))
    return;
  mark_row (rule);
  gtk_widget_measure (GTK_WIDGET (rule), GTK_ORIENTATION_VERTICAL, width, &own, NULL, NULL, NULL);
  y = rule->row != NULL && gtk_widget_compute_bounds (rule->row, parent, &at) ? (int) at.origin.y - own : -1;
  gtk_widget_set_child_visible (GTK_WIDGET (rule), y >= head && y < height);
  gtk_widget_size_allocate (GTK_WIDGET (rule), &(GtkAllocation){ 0, y, width, own }, -1);
}
