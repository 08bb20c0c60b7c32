/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_RECORD_FORM (bv_record_form_get_type ())
G_DECLARE_FINAL_TYPE (BvRecordForm, bv_record_form, BV, RECORD_FORM, GtkWidget)

GtkWidget *bv_record_form_new (const BvEntity *entity, const char *const *fields);
void bv_record_form_bind (BvRecordForm *form, BvDraft *draft, BvDraftPath path);
void bv_record_form_set_context (BvRecordForm *form, const char *context);
gboolean bv_record_form_focus (BvRecordForm *form);
GtkWidget *bv_record_form_find_wrong (BvRecordForm *form);
void bv_record_form_set_title_chars (BvRecordForm *form, int chars);

G_END_DECLS
