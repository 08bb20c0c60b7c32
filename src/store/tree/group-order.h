/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* In which order the groups of a campaign stand, on screen and on paper. */

gboolean
bv_group_order_move (BvLibrary *library, gint64 campaign, gint64 group, gint64 before, GError **error);

G_END_DECLS
