/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_FIELD_NOTE (bv_field_note_get_type ())
G_DECLARE_FINAL_TYPE (BvFieldNote, bv_field_note, BV, FIELD_NOTE, GtkWidget)

GtkWidget *bv_field_note_new (void);
GtkTextBuffer *bv_field_note_get_buffer (BvFieldNote *note);
void bv_field_note_bind (BvFieldNote *note, BvDraft *draft, BvDraftPath path, const BvField *field);

G_END_DECLS
