/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/* Room-private: points without titles and names, from a first cell on. */

void bv_paste_cells_plan (BvImportPlan *plan, BvPlannedFile *planned);

G_END_DECLS
