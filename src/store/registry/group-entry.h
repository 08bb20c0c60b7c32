/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Who takes part in a group of collectives: units of some types, all below one, or a list. */

GArray *bv_group_entry_list_units (BvLibrary *library,
                                   gint64 campaign,
                                   const char *const *types,
                                   gint64 above,
                                   GError **error);
gboolean bv_group_entry_add (BvLibrary *library,
                             gint64 campaign,
                             gint64 group,
                             const GArray *units,
                             guint *n_added,
                             GError **error);

G_END_DECLS
