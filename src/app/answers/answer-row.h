/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of a list: an answer, or what was answered. */

GtkWidget *bv_answer_row_new (const char *answer, const char *title, const char *reason);
const char *bv_answer_row_get_answer (GtkListBoxRow *row);
const char *bv_answer_row_get_title (GtkListBoxRow *row);

G_END_DECLS
