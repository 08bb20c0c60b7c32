/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CHILDREN_FORM (bv_children_form_get_type ())
G_DECLARE_FINAL_TYPE (BvChildrenForm, bv_children_form, BV, CHILDREN_FORM, GtkWidget)

GtkWidget *bv_children_form_new (const BvField *field);
void bv_children_form_set_context (BvChildrenForm *form, const char *context);
void bv_children_form_bind (BvChildrenForm *form, BvDraft *draft);

G_END_DECLS
