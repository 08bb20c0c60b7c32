/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/units/unit-steps.h"

G_BEGIN_DECLS

/* Units come from the clipboard. */

void bv_unit_paste_start (const BvUnitStep *step);

G_END_DECLS
