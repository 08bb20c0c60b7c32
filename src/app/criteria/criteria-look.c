/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-look.h"

#include "app/table/table-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Its level, its number and title, how much there is to reach, and whether it is folded up. */
static char *
write_call (const BvCriteriaRow *place, BvRow *row, const char *name, const char *full)
{
  guint flags = bv_table_get_flags (bv_row_get_table (row), bv_row_get_index (row));
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Level %u"), place->depth + 1);
  g_string_append_printf (text, ", %s", name);
  if (*full != '\0')
    g_string_append_printf (text, place->holds ? _ (", sum %s") : _ (", maximum %s"), full);
  if (place->holds && (flags & BV_TABLE_ROW_OPEN) == 0)
    g_string_append (text, _ (", folded up"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * bv_criteria_look_call:
 * @cell: shows the name of a row
 * @place: the row
 * @row: the same in its table
 *
 * Has screen readers say of the whole row what the signs and margins in it tell who sees them.
 */
void
bv_criteria_look_call (GtkInscription *cell, const BvCriteriaRow *place, BvRow *row)
{
  GtkWidget *at = gtk_widget_get_parent (GTK_WIDGET (cell));
  GtkWidget *widget = at != NULL ? gtk_widget_get_parent (at) : NULL;
  g_autofree char *full = bv_row_write_cell (row, BV_CRITERIA_MAX);
  g_autofree char *name = bv_row_write_cell (row, BV_CRITERIA_NAME);
  g_autofree char *call = place->offers ? g_strdup (name) : write_call (place, row, name, full);

  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, call, -1);
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
