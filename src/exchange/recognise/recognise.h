/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/* Tables that are no form of a campaign: what they say is found by their titles, names and places; what is
 * not certain is asked. */

gboolean bv_recognise_names_votes (const BvIntakeTable *table);
gboolean bv_recognise_file (BvImportPlan *plan, BvPlannedFile *planned);
GPtrArray *bv_recognise_list_learned (const BvImportPlan *plan);

G_END_DECLS
