/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-history.h"

#include "core/text/date.h"

#include <glib/gi18n-lib.h>

static char *
write_names (const GPtrArray *relatives)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < relatives->len; i++)
    {
      const BvRelative *relative = g_ptr_array_index (relatives, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", relative->name,
                              relative->in_part ? _ (" (in part)") : "");
    }
  return g_strdup (text->str);
}

static void
add_line (GString *text, const char *line)
{
  g_string_append (text, text->len > 0 ? "\n" : "");
  g_string_append (text, line);
}

/* `Before 01/07/2025: xã A, xã B (in part)` */
static void
add_before (GString *text, const BvUnit *unit, const GPtrArray *relatives)
{
  g_autofree char *names = write_names (relatives);
  g_autofree char *day = unit->valid_from != BV_NONE ? bv_date_to_vietnamese (unit->valid_from) : NULL;
  g_autofree char *line = day != NULL ? g_strdup_printf (_ ("Before %s: %s"), day, names)
                                      : g_strdup_printf (_ ("Before: %s"), names);

  if (relatives->len > 0)
    add_line (text, line);
}

/* `From 01/07/2025: xã C` */
static void
add_after (GString *text, const GPtrArray *relatives)
{
  const BvRelative *first = relatives->len > 0 ? g_ptr_array_index (relatives, 0) : NULL;
  g_autofree char *names = write_names (relatives);
  g_autofree char *day
    = first != NULL && first->valid_from != BV_NONE ? bv_date_to_vietnamese (first->valid_from) : NULL;
  g_autofree char *line = day != NULL ? g_strdup_printf (_ ("From %s: %s"), day, names)
                                      : g_strdup_printf (_ ("Afterwards: %s"), names);

  if (first != NULL)
    add_line (text, line);
}

/**
 * bv_unit_history_write:
 * @unit: a unit
 * @relatives: what it was made of, and what it became
 *
 * Returns: (transfer full): a line each for what was before and what is from then on; empty: nothing is known
 */
char *
bv_unit_history_write (const BvUnit *unit, const BvRelatives *relatives)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_before (text, unit, relatives->before);
  add_after (text, relatives->after);
  return g_strdup (text->str);
}
