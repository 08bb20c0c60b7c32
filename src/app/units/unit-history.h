/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"
#include "exchange/shipped/shipped-lineage.h"

G_BEGIN_DECLS

/* What a unit was and became, in words. */

char *bv_unit_history_write (const BvUnit *unit, const BvRelatives *relatives);

G_END_DECLS
