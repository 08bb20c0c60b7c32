/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/match/unit-index.h"
#include "core/intake/match/unit-reason.h"

G_BEGIN_DECLS

/* Room-private: what is offered where no unit is certain. */

/* What was asked, and what is known of the answer. */
typedef struct
{
  const GPtrArray *units; /* of BvUnit */
  const BvUnitIndex *index;
  gint64 day;
  const char *text;
  const char *hint_parent; /* NULL: none */
  const GPtrArray *same;   /* of BvUnit: those that the text names equally well */
  BvUnitReason same_reason;
} BvUnitQuestion;

gboolean bv_unit_is_under (const GPtrArray *units, gint64 day, const BvUnit *unit, const BvUnit *other);
GArray *bv_unit_candidates_list (const BvUnitQuestion *question);

G_END_DECLS
