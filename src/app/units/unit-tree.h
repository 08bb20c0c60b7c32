/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"

G_BEGIN_DECLS

/* The units of a campaign below those that they stand under. */

BvTable *bv_unit_tree_new (BvTable *units, GHashTable *closed, gboolean *nested);

G_END_DECLS
