/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/criterion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_ANSWER_POPOVER (bv_answer_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvAnswerPopover, bv_answer_popover, BV, ANSWER_POPOVER, GtkPopover)

GtkWidget *bv_answer_popover_new (GtkWidget *parent);
void bv_answer_popover_ask (BvAnswerPopover *popover,
                            const char *title,
                            const BvCriterion *leaf,
                            const BvAssessment *assessment,
                            const GdkRectangle *place);
void bv_answer_popover_refuse (BvAnswerPopover *popover, const char *message);

G_END_DECLS
