/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/enclosure/planned-enclosure.h"

G_BEGIN_DECLS

/**
 * BvEnclosurePlan:
 *
 * Finds out what files prove, after all forms of a plan were read.
 */
typedef struct _BvEnclosurePlan BvEnclosurePlan;

BvEnclosurePlan *bv_enclosure_plan_new (BvImportPlan *plan);
void bv_enclosure_plan_free (BvEnclosurePlan *self);
BvPlannedEnclosure *bv_enclosure_plan_find (BvEnclosurePlan *self,
                                            const char *path,
                                            const BvIntakeOrigin *origin,
                                            GCancellable *cancellable,
                                            GError **error);
void bv_enclosure_plan_settle (BvEnclosurePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEnclosurePlan, bv_enclosure_plan_free)

G_END_DECLS
