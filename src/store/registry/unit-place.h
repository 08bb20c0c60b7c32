/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tree/tree-step.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Where a unit stands among those of a campaign, and below which. */

gboolean bv_unit_place_step (BvLibrary *library,
                             gint64 campaign,
                             gint64 unit,
                             BvTreeStep step,
                             gboolean *moved,
                             GError **error);

G_END_DECLS
