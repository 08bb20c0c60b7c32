/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "core/intake/intake-field.h"

G_BEGIN_DECLS

/* What the title of a column says it holds. */

typedef enum
{
  BV_HEADER_UNKNOWN,
  BV_HEADER_LEARNED, /* somebody said so */
  BV_HEADER_EQUAL,
  BV_HEADER_NO_MARKS,
  BV_HEADER_LETTERS, /* a letter or two otherwise */
  BV_HEADER_BEGINS,  /* it goes on */
  BV_HEADER_CODE,    /* of a criterion */
  BV_HEADER_TWICE,   /* another column has more right to it */
  BV_HEADER_UNCLEAR, /* it may be one or the other */
  BV_N_HEADER_REASONS,
} BvHeaderReason;

typedef struct
{
  BvIntakeField field;
  const BvCriterion *criterion; /* whose points the column has; NULL: it has @field */
  guint likeness;               /* 0 to 100 */
  BvHeaderReason reason;
} BvHeaderMeaning;

const char *bv_header_reason_title (BvHeaderReason reason);

G_END_DECLS
