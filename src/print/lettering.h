/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What systems do differently when they draw letters. */

void bv_lettering_draw (PangoLayoutLine *line, cairo_t *cr);

G_END_DECLS
