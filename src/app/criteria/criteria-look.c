/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-look.h"

#include "app/table/table-tree.h"

#include <string.h>

static void
add (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/**
 * bv_criteria_look_name:
 * @cell: shows the name of a row
 * @row: the row
 * @place: what it stands for
 *
 * Puts it as far to the right as it stands deep, with an arrow before what holds others, its number bold, and
 * what is said behind its title less strong.
 */
void
bv_criteria_look_name (GtkInscription *cell, BvRow *row, const BvCriteriaRow *place)
{
  gsize before = bv_table_tree_look (cell, row, place->depth > 1 ? place->depth - 1 : 0);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (place->code > 0)
    add (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), before, before + place->code);
  if (before + place->title < strlen (gtk_inscription_get_text (cell)))
    {
      add (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), before + place->title, G_MAXUINT);
      add (attributes, pango_attr_foreground_alpha_new (0xb000), before + place->title, G_MAXUINT);
    }
  gtk_inscription_set_attributes (cell, attributes);
}

/**
 * bv_criteria_look_max:
 * @cell: shows the most points of a row
 * @row: the row
 *
 * What counts by itself is bold, a sum is not; one that is not what it is meant to be is amber.
 */
void
bv_criteria_look_max (GtkInscription *cell, const BvCriteriaRow *row)
{
  if (!row->holds)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "points");
  if (row->is_uneven)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "uneven");
}
