/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "core/criterion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_LEAF_FORM (bv_leaf_form_get_type ())
G_DECLARE_FINAL_TYPE (BvLeafForm, bv_leaf_form, BV, LEAF_FORM, GtkWidget)

GtkWidget *bv_leaf_form_new (const BvCriterion *leaf);
void bv_leaf_form_bind (BvLeafForm *form, BvDraft *draft);

G_END_DECLS
