/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes what was chosen: GFile, at least one. */
typedef void (*BvIntakeChosenFunc) (GPtrArray *files, gpointer page);

void bv_intake_chooser_ask (GtkWidget *page, BvIntakeChosenFunc func);

G_END_DECLS
