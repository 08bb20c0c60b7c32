/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is on the clipboard, as HTML where it has a table so, else as text. */

/* Takes @text; NULL: there is none. */
typedef void (*BvCopiedTextFunc) (char *text, gpointer data);

void bv_copied_text_read (GtkWidget *widget, BvCopiedTextFunc func, gpointer data);

G_END_DECLS
