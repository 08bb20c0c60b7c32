/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell of a workbook holds, in 64 bits: what was handed over to be written and what is read again are
 * compared by it. It finds accidents, and is no seal: nobody but a failing disk is against it. No cell's is
 * 0. */

guint64 bv_cell_hash_bytes (const char *bytes, gsize length);
guint64 bv_cell_hash_text (const char *text);
guint64 bv_cell_hash_join (guint64 first, guint64 second);

guint64 bv_cell_hash_of_blank (guint64 look);
guint64 bv_cell_hash_of_text (guint64 text, guint64 look);
guint64 bv_cell_hash_of_number (double number, guint64 look);
guint64 bv_cell_hash_of_formula (guint64 formula, guint64 result, guint64 look);

G_END_DECLS
