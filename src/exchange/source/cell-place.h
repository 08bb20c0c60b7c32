/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a cell stands, as people name it: column A row 1 is 0, 0. */

const char *bv_cell_place_read (const char *text, guint *row, guint *column);
char *bv_cell_place_write (guint row, guint column);
char *bv_cell_place_write_column (guint column);

G_END_DECLS
