/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: whether a campaign keeps the rules after an edit. */

gboolean bv_edit_check (BvLibrary *library,
                        gint64 campaign,
                        const BvRecord *before,
                        const BvRecord *after,
                        GError **error);
gboolean bv_edit_check_trees (BvLibrary *library, gint64 campaign, GError **error);
gboolean bv_edit_add_participation (BvLibrary *library, gint64 campaign, gint64 unit, GError **error);

G_END_DECLS
