/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text as a workbook stores it. In one, _xHHHH_ stands for a character: a text that has such letters itself
 * has their underscore written so (ECMA-376-1, 22.9.2.19 ST_Xstring). */

/* Of a cell, in units of UTF-16: Excel repairs a workbook that has a longer one. */
#define BV_CELL_TEXT_MOST 32767

char *bv_cell_text_encode (const char *text, guint most, gboolean *is_cut);
void bv_cell_text_decode (GString *text);

G_END_DECLS
