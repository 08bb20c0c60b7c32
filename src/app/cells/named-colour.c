/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cells/named-colour.h"

/**
 * bv_named_colour_find:
 * @widget: which draws with it
 * @name: (nullable): of a colour in colours.css; %NULL: none
 *
 * Returns: the colour in its style; transparent: none
 */
GdkRGBA
bv_named_colour_find (GtkWidget *widget, const char *name)
{
  GdkRGBA colour = { 0 };

  if (name != NULL)
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour);
  return colour;
}
