/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/tree/group-place.h"

G_BEGIN_DECLS

/* Groups change places: by keys, or dropped where another one stands. */

gboolean bv_group_moves_step (BvSession *session, gint64 group, BvTreeStep step);
gboolean bv_group_moves_drop (BvSession *session, gint64 group, gint64 target);

G_END_DECLS
