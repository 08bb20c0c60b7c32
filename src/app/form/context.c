/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/context.h"

/**
 * bv_context_append:
 * @title: the title of a control
 * @context: (nullable): where it stands
 *
 * Returns: (transfer full): both, as its name for screen readers
 */
char *
bv_context_append (const char *title, const char *context)
{
  return context != NULL ? g_strdup_printf ("%s, %s", title, context) : g_strdup (title);
}

/**
 * bv_context_name:
 * @control: a control
 * @name: how screen readers call it
 *
 * Of a #GtkDropDown it is a button inside that has the focus.
 */
void
bv_context_name (GtkWidget *control, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_DROP_DOWN (control))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (control)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
