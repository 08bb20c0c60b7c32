/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is on the clipboard, as HTML where it has a table so, else as text. */

/* When HTML is taken. */
typedef enum
{
  BV_COPIED_TABLE, /* where it has a table */
  BV_COPIED_ALL,   /* where it says nothing but what stands in a table */
} BvCopiedPart;

/* Takes @text; NULL: there is none. */
typedef void (*BvCopiedTextFunc) (char *text, gpointer data);

void bv_copied_text_read (GtkWidget *widget, BvCopiedPart part, BvCopiedTextFunc func, gpointer data);

G_END_DECLS
