/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"

G_BEGIN_DECLS

/* What a form leaves to be written by hand. */

void bv_open_line_add (BvSection *section, const char *label, guint taken);
void bv_open_lines_add (BvSection *section, guint n);
char *bv_open_count_write (gint64 count);

G_END_DECLS
