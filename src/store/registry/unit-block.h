/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit-text.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Units that come as a block of text, as from Excel or Word. */

BvUnitText *bv_unit_block_read (BvLibrary *library, gint64 campaign, const char *text, GError **error);
gboolean bv_unit_block_add (BvLibrary *library, gint64 campaign, GPtrArray *units, GError **error);

G_END_DECLS
