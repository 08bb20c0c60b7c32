/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "app/rows/row.h"
#include "app/table/table-frame.h"

G_BEGIN_DECLS

/* What a cell edits. */
typedef struct
{
  BvDraft *draft; /* owned by who asked for it */
  BvDraftPath path;
  const BvField *field;
} BvCellDraft;

/* Says what the cell of a row in a column of its table edits; %FALSE: it cannot be edited. */
typedef gboolean (*BvCellDraftFunc) (gpointer data, BvRow *row, guint column, BvCellDraft *draft);

typedef struct _BvCellEditor BvCellEditor;

BvCellEditor *bv_cell_editor_new (BvTableFrame *frame, BvCellDraftFunc find_draft, gpointer data);
void bv_cell_editor_free (BvCellEditor *editor);
gboolean bv_cell_editor_begin (BvCellEditor *editor);
gboolean bv_cell_editor_give_back (BvCellEditor *editor);
gboolean bv_cell_editor_has_focus (BvCellEditor *editor);
gint64 bv_cell_editor_get_unsaved_row (BvCellEditor *editor);
GtkWidget *bv_cell_editor_get_entry (BvCellEditor *editor);

G_END_DECLS
