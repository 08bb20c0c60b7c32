/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/header-sense.h"

#include <glib/gi18n-lib.h>

/**
 * bv_header_reason_title:
 * @reason: a reason
 *
 * Returns: (transfer none): it in the user's language
 */
const char *
bv_header_reason_title (BvHeaderReason reason)
{
  static const char *const titles[BV_N_HEADER_REASONS] = {
    [BV_HEADER_UNKNOWN] = N_ ("nothing that is known"),
    [BV_HEADER_LEARNED] = N_ ("answered before"),
    [BV_HEADER_EQUAL] = N_ ("the same title"),
    [BV_HEADER_NO_MARKS] = N_ ("the same title without marks"),
    [BV_HEADER_LETTERS] = N_ ("a letter or two otherwise"),
    [BV_HEADER_BEGINS] = N_ ("the title begins the same"),
    [BV_HEADER_CODE] = N_ ("its code"),
    [BV_HEADER_TWICE] = N_ ("another column fits better"),
    [BV_HEADER_UNCLEAR] = N_ ("it may be one or the other"),
  };

  return _ (titles[reason]);
}
