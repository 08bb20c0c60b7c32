/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"

G_BEGIN_DECLS

/* Why a unit may be meant, or is. */
typedef enum
{
  BV_UNIT_BY_ANSWER,
  BV_UNIT_BY_CODE,
  BV_UNIT_BY_NAME,
  BV_UNIT_BY_ALIAS,
  BV_UNIT_BY_NAMESAKE,     /* several have the name */
  BV_UNIT_BY_OTHER_PARENT, /* it is under another unit than the text or the place of the text says */
  BV_UNIT_BY_OTHER_TYPE,
  BV_UNIT_BY_MORE_WORDS, /* and the text has others, which nothing explains */
  BV_UNIT_BY_NO_MARKS,
  BV_UNIT_BY_ORDER,
  BV_UNIT_BY_ONE_LETTER,
  BV_UNIT_BY_TWO_LETTERS,
  BV_UNIT_BY_LINEAGE,  /* it was or became what the text names */
  BV_UNIT_BY_VALIDITY, /* it is named, and is not there on the day */
  BV_UNIT_BY_LOOKS,
  BV_N_UNIT_REASONS,
} BvUnitReason;

typedef struct
{
  const BvUnit *unit;
  guint likeness; /* 0 to 100 */
  BvUnitReason reason;
} BvUnitCandidate;

const char *bv_unit_reason_title (BvUnitReason reason);
guint bv_unit_reason_get_likeness (BvUnitReason reason);

G_END_DECLS
