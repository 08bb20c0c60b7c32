/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "core/group.h"

G_BEGIN_DECLS

char *bv_criterion_codes_find_free (const BvGroup *group, const BvCriterion *section, const char *wanted);
void bv_criterion_codes_settle (const BvGroup *group, const BvCriterion *section, BvCriterion *criterion);
void bv_criterion_codes_renumber (const BvGroup *group);

G_END_DECLS
