/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/enclosure/planned-enclosure.h"

G_BEGIN_DECLS

/* What somebody says of a file of which nothing says for certain what it proves. */
typedef enum
{
  BV_ENCLOSURE_SAID_NOTHING, /* it is asked now */
  BV_ENCLOSURE_SAID_LEAVE_OUT,
  BV_ENCLOSURE_SAID_PROVES,
} BvEnclosureSaid;

BvEnclosureSaid bv_enclosure_question_settle (BvImportPlan *plan,
                                              const GPtrArray *nominees,
                                              guint index,
                                              BvPlannedLink *meant);

G_END_DECLS
