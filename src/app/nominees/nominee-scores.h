/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scores.h"
#include "core/table.h"

G_BEGIN_DECLS

gboolean bv_nominee_scores_write (BvTable *table, guint row, const BvScores *scores, guint entrant);

G_END_DECLS
