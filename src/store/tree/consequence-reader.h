/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tree/criterion-place.h"
#include "store/library.h"
#include "store/tree/consequences.h"

G_BEGIN_DECLS

/* What a change would mean, asked before it is made. */

BvConsequences *
bv_consequences_read_update (BvLibrary *library, gint64 campaign, gconstpointer record, GError **error);
BvConsequences *bv_consequences_read_removal (BvLibrary *library,
                                              gint64 campaign,
                                              const BvEntity *entity,
                                              gint64 id,
                                              GError **error);
BvConsequences *bv_consequences_read_move (BvLibrary *library,
                                           gint64 campaign,
                                           const GArray *criteria,
                                           const BvCriterionPlace *place,
                                           GError **error);

G_END_DECLS
