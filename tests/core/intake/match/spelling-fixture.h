/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"

G_BEGIN_DECLS

/* The ways of writing a unit's name of which each has to be right or asked. Those from NO_MARKS on are not
 * its name any more: what is taken of them has to be the name of what it is taken for. */
typedef enum
{
  AS_IS,
  SHORT,
  CAPITALS,
  DECOMPOSED,
  BLANKS,
  ABBREVIATED,
  WRITTEN_OUT,
  OLD_TONES,
  PARENT_BEHIND_COMMA,
  PARENT_BEHIND_DASH,
  PARENT_IN_FRONT,
  PROVINCE_IN_BRACKETS,
  HYPHENS,
  NUMBERED,
  CODE,
  CODE_AND_NAME,
  BARE,
  BARE_WITH_PARENT,
  NO_MARKS,
  OTHER_ORDER,
  LETTER_LESS,
  OTHER_TYPE,
  N_SPELLINGS,
} Spelling;

char *fixture_write_spelling (const GPtrArray *units, gint64 day, const BvUnit *unit, Spelling spelling);

G_END_DECLS
