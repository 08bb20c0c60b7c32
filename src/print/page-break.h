/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/piece.h"

G_BEGIN_DECLS

/* Where a page ends. */

void bv_page_break_tie_signature (GPtrArray *pieces);
guint bv_page_break_find (const GPtrArray *pieces, guint n_fitting);

G_END_DECLS
