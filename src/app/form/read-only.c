/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/read-only.h"

/**
 * bv_read_only_set:
 * @widget: what somebody could type into, press or choose from
 * @reason: (nullable): why nothing can be changed as long as the library is open; %NULL: it can be
 *
 * Where nothing can be stored nothing is taken, and the widget says why. What is typed can still be read and
 * copied.
 */
void
bv_read_only_set (GtkWidget *widget, const char *reason)
{
  if (reason == NULL)
    return;
  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_editable (GTK_EDITABLE (widget), FALSE);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (widget), FALSE);
  else
    gtk_widget_set_sensitive (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, reason);
}
