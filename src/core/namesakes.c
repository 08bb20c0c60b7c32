/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/namesakes.h"

#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>

/* What tells no unit from another: the folded name (RULES.md, "The same twice"), type and parent. Two
 * communes of one name lie in different districts. */
static char *
make_unit_key (const BvUnit *unit)
{
  g_autofree char *name = bv_vietnamese_same_key (unit->name);

  return g_strjoin ("\n", name, unit->type, unit->parent != NULL ? unit->parent : "", NULL);
}

static gboolean
overlap (const BvUnit *a, const BvUnit *b)
{
  return (a->valid_to == BV_NONE || b->valid_from <= a->valid_to)
         && (b->valid_to == BV_NONE || a->valid_from <= b->valid_to);
}

/* @namesakes: of units with one key. */
static char *
list_codes (const GPtrArray *namesakes)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < namesakes->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (namesakes, i);
      gboolean meets = FALSE;

      for (guint k = 0; !meets && k < namesakes->len; k++)
        meets = k != i && overlap (unit, g_ptr_array_index (namesakes, k));
      if (meets)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", unit->code);
    }
  return g_string_free (codes, FALSE);
}

/* NULL: they have the name one after the other, or there is but one. */
static char *
word (const GPtrArray *namesakes)
{
  g_autofree char *codes = list_codes (namesakes);

  if (*codes == '\0')
    return NULL;
  return g_strdup_printf (_ ("units: %s have one name, “%s”: if they are one unit, keep one of them"), codes,
                          ((const BvUnit *) g_ptr_array_index (namesakes, 0))->name);
}

/**
 * bv_namesakes_warn_of:
 * @campaign: a campaign with its units
 * @code: the code of one of them, just added or changed
 *
 * Returns: (transfer full) (nullable): in the user's language, that this unit and others have one name at one
 * time; %NULL where none has
 */
char *
bv_namesakes_warn_of (const BvCampaign *campaign, const char *code)
{
  g_autoptr (GPtrArray) namesakes = g_ptr_array_new ();
  const BvUnit *unit = NULL;
  g_autofree char *key = NULL;

  for (guint i = 0; i < campaign->units->len && unit == NULL; i++)
    if (g_str_equal (((const BvUnit *) g_ptr_array_index (campaign->units, i))->code, code))
      unit = g_ptr_array_index (campaign->units, i);
  if (unit == NULL)
    return NULL;
  key = make_unit_key (unit);
  for (guint i = 0; i < campaign->units->len; i++)
    {
      BvUnit *other = g_ptr_array_index (campaign->units, i);
      g_autofree char *other_key = make_unit_key (other);

      if (g_str_equal (other_key, key) && overlap (unit, other))
        g_ptr_array_add (namesakes, other);
    }
  return word (namesakes);
}

/**
 * bv_namesakes_warn_of_all:
 * @campaign: a campaign with its units
 * @warnings: (element-type utf8): receives, in the user's language, which units have one name at one time
 */
void
bv_namesakes_warn_of_all (const BvCampaign *campaign, GPtrArray *warnings)
{
  g_autoptr (GHashTable) by_key
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();

  for (guint i = 0; i < campaign->units->len; i++)
    {
      g_autofree char *key = make_unit_key (g_ptr_array_index (campaign->units, i));
      GPtrArray *namesakes = g_hash_table_lookup (by_key, key);

      if (namesakes == NULL)
        {
          namesakes = g_ptr_array_new ();
          g_ptr_array_add (in_order, namesakes);
          g_hash_table_insert (by_key, g_steal_pointer (&key), namesakes);
        }
      g_ptr_array_add (namesakes, g_ptr_array_index (campaign->units, i));
    }
  for (guint i = 0; i < in_order->len; i++)
    {
      char *warning = word (g_ptr_array_index (in_order, i));

      if (warning != NULL)
        g_ptr_array_add (warnings, warning);
    }
}
