/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/way-row.h"

#include <glib/gi18n-lib.h>

/**
 * BvWayRow:
 *
 * A way in the list of those to which one can go: its icon, its title, what else is said of it, its key.
 */
struct _BvWayRow
{
  GtkListBoxRow parent_instance;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkLabel *key_label;
  BvWay *way;
};

G_DEFINE_FINAL_TYPE (BvWayRow, bv_way_row, GTK_TYPE_LIST_BOX_ROW)

static void
bv_way_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_WAY_ROW);
  g_clear_pointer (&BV_WAY_ROW (object)->way, bv_way_free);
  G_OBJECT_CLASS (bv_way_row_parent_class)->dispose (object);
}

static void
bv_way_row_class_init (BvWayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_way_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/ways/way-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWayRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BvWayRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvWayRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, BvWayRow, key_label);
}

static void
bv_way_row_init (BvWayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_way_row_new:
 * @way: (transfer full): a way
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
bv_way_row_new (BvWay *way)
{
  BvWayRow *self = g_object_new (BV_TYPE_WAY_ROW, NULL);
  g_autofree char *sentence = bv_way_write_sentence (way);

  self->way = way;
  gtk_image_set_from_icon_name (self->icon, way->icon_name);
  gtk_label_set_label (self->title_label, way->title);
  gtk_label_set_label (self->detail_label, way->detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  bv_way_row_set_chosen (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * bv_way_row_get_way:
 * @row: a row
 *
 * Returns: (transfer none): where it leads
 */
const BvWay *
bv_way_row_get_way (BvWayRow *row)
{
  return row->way;
}

/**
 * bv_way_row_set_chosen:
 * @row: a row
 * @chosen: whether Enter goes there now
 */
void
bv_way_row_set_chosen (BvWayRow *row, gboolean chosen)
{
  const char *key = row->way->key;

  if (key == NULL)
    key = chosen ? _ ("Enter") : "";
  gtk_label_set_label (row->key_label, key);
}
