/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/context.h"

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
 */
void
bv_context_name (GtkWidget *control, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bv_context_name_button:
 * @list: a drop-down
 *
 * It is a button inside of it that has the focus, and that GTK gives no name: it is called as the list.
 */
void
bv_context_name_button (GtkDropDown *list)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (list))),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, list, NULL, -1);
}
