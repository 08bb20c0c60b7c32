/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_FIELD_ENTRY (bv_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (BvFieldEntry, bv_field_entry, BV, FIELD_ENTRY, GtkEntry)

GtkWidget *bv_field_entry_new (void);
void bv_field_entry_bind (BvFieldEntry *entry, BvDraft *draft, BvDraftPath path, const BvField *field);
gboolean bv_field_entry_commit (BvFieldEntry *entry);
const char *bv_field_entry_get_message (BvFieldEntry *entry);

G_END_DECLS
