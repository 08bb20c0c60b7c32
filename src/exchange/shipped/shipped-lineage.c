/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shipped/shipped-lineage.h"

#include "core/lineage.h"
#include "core/text/date.h"
#include "core/text/vietnamese.h"
#include "exchange/exchange-resources.h"
#include "store/registry/registry.h"

#include <jansson.h>

/* Which commune of 2021 went into which one of 2025 (data/README.md has the sources). */
#define LIST "/io/github/bangvang/data/lineage/units.json"
#define FIRST_DAY 20250701

/* One side of a pair of that list. */
typedef struct
{
  const char *code;
  const char *name;
} Side;

static void
relative_free (gpointer data)
{
  BvRelative *relative = data;

  g_free (relative->code);
  g_free (relative->name);
  g_free (relative);
}

/**
 * bv_shipped_lineage_free:
 * @relatives: (transfer full): relatives
 */
void
bv_shipped_lineage_free (BvRelatives *relatives)
{
  g_ptr_array_unref (relatives->before);
  g_ptr_array_unref (relatives->after);
  g_free (relatives);
}

static BvRelative *
add_relative (GPtrArray *relatives, const char *code, const char *name)
{
  BvRelative *relative = g_new0 (BvRelative, 1);

  relative->code = g_strdup (code);
  relative->name = g_strdup (name);
  relative->valid_from = relative->valid_to = BV_NONE;
  g_ptr_array_add (relatives, relative);
  return relative;
}

static void
add_units (GPtrArray *relatives, const GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);
      BvRelative *relative = add_relative (relatives, unit->code, unit->name);

      relative->id = unit->record.id;
      relative->valid_from = unit->valid_from;
      relative->valid_to = unit->valid_to;
    }
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *first = bv_vietnamese_same_key (a);
  g_autofree char *second = bv_vietnamese_same_key (b);

  return g_str_equal (first, second);
}

/* The list speaks of communes, a registry of their committees, which are short for that. */
static gboolean
is_unit (const BvUnit *unit, const Side *side)
{
  return g_str_equal (unit->code, side->code)
         && (is_same_name (unit->short_name, side->name) || is_same_name (unit->name, side->name));
}

/* Codes were given anew in 2025: the days tell the two sides apart. */
static gboolean
is_of_2025 (const BvUnit *unit)
{
  return unit->valid_from != BV_NONE && unit->valid_from >= FIRST_DAY;
}

static const BvUnit *
find_unit (const GPtrArray *units, const Side *side, gboolean of_2025)
{
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);

      if (is_of_2025 (unit) == of_2025 && is_unit (unit, side))
        return unit;
    }
  return NULL;
}

static gboolean
is_listed (const GPtrArray *relatives, const BvUnit *unit)
{
  for (guint i = 0; i < relatives->len; i++)
    {
      const BvRelative *relative = g_ptr_array_index (relatives, i);

      if (unit != NULL && relative->id == unit->record.id)
        return TRUE;
    }
  return FALSE;
}

static void
add_side (GPtrArray *relatives, const GPtrArray *units, const Side *side, gboolean of_2025, gboolean in_part)
{
  const BvUnit *unit = find_unit (units, side, of_2025);
  BvRelative *relative;

  if (is_listed (relatives, unit))
    return;
  relative = add_relative (relatives, side->code, unit != NULL ? unit->name : side->name);
  relative->in_part = in_part;
  if (of_2025)
    relative->valid_from = FIRST_DAY;
  else
    relative->valid_to = bv_date_day_before (FIRST_DAY);
  if (unit == NULL)
    return;
  relative->id = unit->record.id;
  relative->valid_from = unit->valid_from;
  relative->valid_to = unit->valid_to;
}

static const char *
get_text (const json_t *pair, const char *key)
{
  const char *text = json_string_value (json_object_get (pair, key));

  return text != NULL ? text : "";
}

static void
add_pair (BvRelatives *relatives, const GPtrArray *units, const BvUnit *unit, const json_t *pair)
{
  const Side old = { get_text (pair, "old"), get_text (pair, "old_name") };
  const Side young = { get_text (pair, "new"), get_text (pair, "new_name") };
  gboolean in_part = !g_str_equal (get_text (pair, "part"), "full");

  if (is_of_2025 (unit) && is_unit (unit, &young))
    add_side (relatives->before, units, &old, FALSE, in_part);
  else if (!is_of_2025 (unit) && is_unit (unit, &old))
    add_side (relatives->after, units, &young, TRUE, in_part);
}

static void
add_pairs (BvRelatives *relatives, const GPtrArray *units, const BvUnit *unit)
{
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (bv_exchange_get_resource (), LIST, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  json_t *list = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  size_t i;
  json_t *pair;

  json_array_foreach (json_object_get (list, "units"), i, pair) add_pair (relatives, units, unit, pair);
  json_decref (list);
}

static const BvUnit *
find_row (const GPtrArray *units, gint64 id)
{
  for (guint i = 0; i < units->len; i++)
    if (((const BvRecord *) g_ptr_array_index (units, i))->id == id)
      return g_ptr_array_index (units, i);
  return NULL;
}

/**
 * bv_shipped_lineage_read:
 * @library: a library
 * @unit: a unit's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * What the library says (core/lineage.h), and for the communes of An Giang what the built-in list says of
 * 01/7/2025, whether or not the library has the units of the other side.
 *
 * Returns: (transfer full) (nullable): the units before and after it; %NULL with @error set on failure
 */
BvRelatives *
bv_shipped_lineage_read (BvLibrary *library, gint64 unit, GError **error)
{
  g_autoptr (GPtrArray) units = bv_registry_read (library, error);
  const BvUnit *self = units != NULL ? find_row (units, unit) : NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  BvRelatives *relatives;

  if (units == NULL)
    return NULL;
  relatives = g_new (BvRelatives, 1);
  relatives->before = g_ptr_array_new_with_free_func (relative_free);
  relatives->after = g_ptr_array_new_with_free_func (relative_free);
  if (self == NULL)
    return relatives;
  before = bv_lineage_list_before (units, self);
  after = bv_lineage_list_after (units, self);
  add_units (relatives->before, before);
  add_units (relatives->after, after);
  add_pairs (relatives, units, self);
  return relatives;
}
