/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What a campaign needs a unit for. */

char *bv_unit_use_explain (BvLibrary *library, gint64 campaign, gint64 unit, GError **error);

G_END_DECLS
