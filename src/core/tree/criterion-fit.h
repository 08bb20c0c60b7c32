/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"

G_BEGIN_DECLS

void bv_criterion_fit_kind (BvCriterion *criterion);

G_END_DECLS
