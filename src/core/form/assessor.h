/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "core/group.h"
#include "core/unit.h"

G_BEGIN_DECLS

const char *bv_assessor_find (const BvGroup *group, const BvCriterion *leaf, const BvUnit *unit);

G_END_DECLS
