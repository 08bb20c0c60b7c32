/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/text-undo.h"

static char *
read_text (GtkWidget *widget)
{
  GtkTextIter start, end;

  if (GTK_IS_TEXT (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (!GTK_IS_TEXT_VIEW (widget))
    return NULL;
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

/**
 * bv_text_undo_replay:
 * @focus: (nullable): what has the focus in a window
 * @redo: whether to do again what was taken back
 *
 * Takes back, or does again, what was typed where the focus is. GTK's action says that it did something also
 * where there was nothing to be done: the text tells.
 *
 * Returns: whether there was something
 */
gboolean
bv_text_undo_replay (GtkWidget *focus, gboolean redo)
{
  g_autofree char *before = focus != NULL ? read_text (focus) : NULL;
  g_autofree char *after = NULL;

  if (before == NULL)
    return FALSE;
  gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
  after = read_text (focus);
  return !g_str_equal (before, after);
}
