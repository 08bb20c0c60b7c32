/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a control stands, for screen readers: several controls of a page may have the same title. */

char *bv_context_append (const char *title, const char *context);
void bv_context_name (GtkWidget *control, const char *name);
void bv_context_name_button (GtkDropDown *list);

G_END_DECLS
