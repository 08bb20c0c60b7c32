/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scores.h"

G_BEGIN_DECLS

char **bv_eligibility_list_reasons (const BvScores *scores, guint entrant);

G_END_DECLS
