/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/template/moved-dates.h"

#include "core/points.h"
#include "core/text/date.h"

#include <glib/gi18n-lib.h>

/* Groups mostly share their due dates: each pair is said once. */
static gboolean
stands_before (const GPtrArray *moves, guint index)
{
  const BvMovedDate *self = g_ptr_array_index (moves, index);

  for (guint i = 0; i < index; i++)
    {
      const BvMovedDate *other = g_ptr_array_index (moves, i);

      if (other->before == self->before && other->after == self->after)
        return TRUE;
    }
  return FALSE;
}

static void
append_move (GString *text, const BvMovedDate *move)
{
  g_autofree char *before = move->before != BV_NONE ? bv_date_to_vietnamese (move->before) : NULL;
  g_autofree char *after = bv_date_to_vietnamese (move->after);

  g_string_append (text, text->len > 0 ? "; " : "");
  if (before != NULL)
    g_string_append_printf (text, "%s → ", before);
  g_string_append (text, after);
}

/**
 * bv_moved_dates_describe:
 * @moves: (element-type BvMovedDate): the due dates that follow the first day
 *
 * Returns: (transfer full) (nullable): in the user's language, which days they are now, and were; %NULL where
 * none does
 */
char *
bv_moved_dates_describe (const GPtrArray *moves)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < moves->len; i++)
    if (!stands_before (moves, i))
      append_move (text, g_ptr_array_index (moves, i));
  return text->len > 0 ? g_strdup_printf (_ ("Due dates that follow the first day: %s"), text->str) : NULL;
}
