/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row that is chosen beside the selected one. */
typedef struct
{
  GtkSingleSelection *selection; /* not owned */
  gint64 first;                  /* what the selected row stands for; it is another: there is no pair */
  gint64 other;                  /* what the one beside it stands for; 0: none */
} BvRowPair;

guint bv_row_pair_find (const BvRowPair *pair);
gboolean bv_row_pair_has (const BvRowPair *pair, guint place);
gboolean bv_row_pair_is_over (const BvRowPair *pair);
void bv_row_pair_take (BvRowPair *pair, guint place);
guint bv_row_pair_count_from (const BvRowPair *pair, int rows);

G_END_DECLS
