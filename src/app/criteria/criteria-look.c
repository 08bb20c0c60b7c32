/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-look.h"

#include <string.h>

/* How much further to the right each level stands. */
#define STEP 16

#define OPEN "▾ "
#define CLOSED "▸ "
#define LEAF "   "

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
 *
 * Puts it as far to the right as it stands deep, with an arrow before what holds others, its number bold, and
 * what is said behind its title less strong.
 */
void
bv_criteria_look_name (GtkInscription *cell, const BvCriteriaRow *row)
{
  const char *arrow = !row->holds ? LEAF : row->is_open ? OPEN : CLOSED;
  gsize before = strlen (arrow);
  g_autofree char *text = g_strconcat (arrow, gtk_inscription_get_text (cell), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (row->code > 0)
    add (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), before, before + row->code);
  if (before + row->title < strlen (text))
    {
      add (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), before + row->title, G_MAXUINT);
      add (attributes, pango_attr_foreground_alpha_new (0xb000), before + row->title, G_MAXUINT);
    }
  gtk_inscription_set_text (cell, text);
  gtk_inscription_set_attributes (cell, attributes);
  gtk_widget_set_margin_start (GTK_WIDGET (cell), row->depth > 1 ? (int) (row->depth - 1) * STEP : 0);
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
