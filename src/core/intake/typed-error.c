/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/typed-error.h"

#include "core/points.h"
#include "core/text/text.h"

G_DEFINE_QUARK (bv_typed_error, bv_typed_error)

/**
 * bv_typed_error_refuse:
 * @cell: a cell
 * @code: what is wrong with it
 * @reason: the same in the user's language, with what to do
 * @error: return location for a %BV_TYPED_ERROR
 *
 * Returns: %BV_NONE
 */
gint64
bv_typed_error_refuse (const BvIntakeCell *cell, BvTypedError code, const char *reason, GError **error)
{
  g_autofree char *excerpt = bv_text_excerpt (cell->text);

  g_set_error (error, BV_TYPED_ERROR, code, "“%s”: %s", excerpt, reason);
  return BV_NONE;
}
