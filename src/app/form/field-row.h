/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_FIELD_ROW (bv_field_row_get_type ())
G_DECLARE_FINAL_TYPE (BvFieldRow, bv_field_row, BV, FIELD_ROW, GtkWidget)

GtkWidget *bv_field_row_new (const BvEntity *entity, const BvField *field);
void bv_field_row_bind (BvFieldRow *row, BvDraft *draft, BvDraftPath path);
void bv_field_row_set_context (BvFieldRow *row, const char *context);
void bv_field_row_set_title_chars (BvFieldRow *row, int chars);
gboolean bv_field_row_is_wrong (BvFieldRow *row);

G_END_DECLS
