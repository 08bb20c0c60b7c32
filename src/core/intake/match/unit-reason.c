/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-reason.h"

#include <glib/gi18n-lib.h>

/**
 * bv_unit_reason_title:
 * @reason: a reason
 *
 * Returns: (transfer none): it in the user's language
 */
const char *
bv_unit_reason_title (BvUnitReason reason)
{
  static const char *const titles[BV_N_UNIT_REASONS] = {
    [BV_UNIT_BY_ANSWER] = N_ ("answered before"),
    [BV_UNIT_BY_CODE] = N_ ("its code"),
    [BV_UNIT_BY_NAME] = N_ ("its name"),
    [BV_UNIT_BY_ALIAS] = N_ ("another spelling of it"),
    [BV_UNIT_BY_NAMESAKE] = N_ ("several have this name"),
    [BV_UNIT_BY_OTHER_PARENT] = N_ ("under another unit"),
    [BV_UNIT_BY_OTHER_TYPE] = N_ ("of another type"),
    [BV_UNIT_BY_MORE_WORDS] = N_ ("other words stand beside its name"),
    [BV_UNIT_BY_NO_MARKS] = N_ ("same name without marks"),
    [BV_UNIT_BY_ORDER] = N_ ("same words in another order"),
    [BV_UNIT_BY_ONE_LETTER] = N_ ("one letter otherwise"),
    [BV_UNIT_BY_TWO_LETTERS] = N_ ("two letters otherwise"),
    [BV_UNIT_BY_LINEAGE] = N_ ("it was or became what is written"),
    [BV_UNIT_BY_VALIDITY] = N_ ("not there on that day"),
    [BV_UNIT_BY_LOOKS] = N_ ("looks alike"),
  };

  return _ (titles[reason]);
}

/**
 * bv_unit_reason_get_likeness:
 * @reason: a reason
 *
 * Returns: how likely a unit is meant for which it speaks, in percent
 */
guint
bv_unit_reason_get_likeness (BvUnitReason reason)
{
  static const guint likenesses[BV_N_UNIT_REASONS] = {
    [BV_UNIT_BY_NAMESAKE] = 95,   [BV_UNIT_BY_OTHER_PARENT] = 90, [BV_UNIT_BY_OTHER_TYPE] = 85,
    [BV_UNIT_BY_MORE_WORDS] = 85, [BV_UNIT_BY_NO_MARKS] = 85,     [BV_UNIT_BY_ORDER] = 70,
    [BV_UNIT_BY_ONE_LETTER] = 80, [BV_UNIT_BY_TWO_LETTERS] = 70,  [BV_UNIT_BY_LINEAGE] = 80,
    [BV_UNIT_BY_VALIDITY] = 75,
  };

  return likenesses[reason];
}
