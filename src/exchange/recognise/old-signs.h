/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/* Texts of the time before Unicode in a file that came back. */

void bv_old_signs_read (BvImportPlan *plan, BvPlannedFile *planned);

G_END_DECLS
