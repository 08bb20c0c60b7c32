/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_FIELD_DROP_DOWN (bv_field_drop_down_get_type ())
G_DECLARE_FINAL_TYPE (BvFieldDropDown, bv_field_drop_down, BV, FIELD_DROP_DOWN, GtkWidget)

GtkWidget *bv_field_drop_down_new (void);
void
bv_field_drop_down_bind (BvFieldDropDown *drop_down, BvDraft *draft, BvDraftPath path, const BvField *field);

G_END_DECLS
