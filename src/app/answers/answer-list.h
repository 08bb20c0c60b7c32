/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_ANSWER_LIST (bv_answer_list_get_type ())
G_DECLARE_FINAL_TYPE (BvAnswerList, bv_answer_list, BV, ANSWER_LIST, GtkWidget)

void bv_answer_list_set (BvAnswerList *list, const GPtrArray *answers);

G_END_DECLS
