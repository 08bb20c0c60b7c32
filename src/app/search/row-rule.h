/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_ROW_RULE (bv_row_rule_get_type ())
G_DECLARE_FINAL_TYPE (BvRowRule, bv_row_rule, BV, ROW_RULE, GtkWidget)

GtkWidget *bv_row_rule_new (GtkColumnView *view);
void bv_row_rule_set (BvRowRule *rule, guint place, const char *caption);
void bv_row_rule_allocate (BvRowRule *rule, int width, int height);

G_END_DECLS
