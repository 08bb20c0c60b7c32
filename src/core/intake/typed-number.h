/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/intake-cell.h"

G_BEGIN_DECLS

/* Room-private: a number of a cell in decimal notation. */

char *bv_typed_number_plain (const char *text);
gint64
bv_typed_number_read (const BvIntakeCell *cell, const char *text, guint places, gint64 most, GError **error);

G_END_DECLS
