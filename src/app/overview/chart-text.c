/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/chart-text.h"

#include "app/cells/named-colour.h"

#define SCALE 0.9

/**
 * bv_chart_text_append:
 * @widget: a chart
 * @snapshot: what is drawn on
 * @text: a few words beside what is drawn
 * @colour: the name of their colour
 * @at: their upper end, in pixels
 * @align: 0: they begin there, 0.5: they stand around it, 1: they end there; never outside of the chart
 *
 * Returns: how wide they are, in pixels
 */
int
bv_chart_text_append (GtkWidget *widget,
                      GtkSnapshot *snapshot,
                      const char *text,
                      const char *colour,
                      const graphene_point_t *at,
                      float align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  GdkRGBA ink = bv_named_colour_find (widget, colour);
  float x;
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (at->x - align * width, 0, MAX (0, gtk_widget_get_width (widget) - width));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, at->y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
  return width;
}
