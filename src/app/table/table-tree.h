/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/cells.h"
#include "app/table/table-page.h"
#include "core/tree/tree-step.h"

G_BEGIN_DECLS

/* Rows that are folded up below others, on a page whose table is a tree. */
typedef struct _BvTableTree BvTableTree;

/* What is folded up has changed: the page sets a table with the rows that are seen. */
typedef void (*BvTableTreeFunc) (gpointer page);

/* Alt and an arrow: the selected row is to go there. */
typedef void (*BvTableTreeStepFunc) (BvPage *page, BvTreeStep step);

BvTableTree *bv_table_tree_new (BvTablePage *page, BvTableTreeFunc show);
void bv_table_tree_free (BvTableTree *tree);
void bv_table_tree_listen (BvTableTree *tree, BvTableFrame *frame, BvCells *names);
void bv_table_tree_set_mover (BvTableTree *tree, BvTableTreeStepFunc move);
GHashTable *bv_table_tree_get_closed (BvTableTree *tree);
gboolean bv_table_tree_set_searching (BvTableTree *tree, gboolean searching);
void bv_table_tree_open (BvTableTree *tree, gint64 id);
void bv_table_tree_fold (BvTableTree *tree, gint64 id, gboolean open);
gsize bv_table_tree_look (GtkInscription *cell, BvRow *row, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTableTree, bv_table_tree_free)

G_END_DECLS
