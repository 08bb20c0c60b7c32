/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_question_set_title (GtkWidget *dialog, const char *title);

G_END_DECLS
