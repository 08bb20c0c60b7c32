/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_NO_ROWS (bv_no_rows_get_type ())
G_DECLARE_FINAL_TYPE (BvNoRows, bv_no_rows, BV, NO_ROWS, GtkWidget)

/* What a page says where it has no rows at all. */
typedef struct
{
  const char *title;
  const char *text;   /* NULL: the title says all */
  const char *button; /* what leads on, with a mnemonic; NULL: nothing does */
  const char *action; /* the action of the button, with its target: win.page::nominees */
} BvNoRowsReason;

GtkWidget *bv_no_rows_new (void);
void bv_no_rows_explain (BvNoRows *note, const BvNoRowsReason *reason);
void bv_no_rows_show_search (BvNoRows *note, const char *search, const char *scope, const char *offer);
void bv_no_rows_hide (BvNoRows *note);

G_END_DECLS
