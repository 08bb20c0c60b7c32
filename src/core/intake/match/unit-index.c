/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-index.h"

#include "core/intake/match/unit-phrase.h"
#include "core/lineage.h"
#include "core/text/names.h"
#include "core/text/vietnamese.h"

#include <string.h>

struct _BvUnitIndex
{
  GHashTable *named; /* key → GArray of BvUnitNamed */
  GArray *spellings; /* of BvUnitSpelling */
};

static void
spelling_clear (gpointer data)
{
  bv_unit_form_clear (&((BvUnitSpelling *) data)->form);
}

static void
add_key (BvUnitIndex *index, const char *key, const BvUnit *unit, BvUnitSaid said)
{
  GArray *named = g_hash_table_lookup (index->named, key);
  BvUnitNamed entry = { unit, said };

  if (*key == '\0')
    return;
  if (named == NULL)
    {
      named = g_array_new (FALSE, FALSE, sizeof (BvUnitNamed));
      g_hash_table_insert (index->named, g_strdup (key), named);
    }
  for (guint i = 0; i < named->len; i++)
    if (g_array_index (named, BvUnitNamed, i).unit == unit)
      {
        g_array_index (named, BvUnitNamed, i).said |= said;
        return;
      }
  g_array_append_val (named, entry);
}

static void
add_name (BvUnitIndex *index, const char *name, const BvUnit *unit, BvUnitSaid said)
{
  g_autofree char *key = bv_unit_name_key (name != NULL ? name : "");
  const char *bare = bv_unit_phrase_skip_type (key);
  BvUnitSpelling spelling = { .unit = unit };

  if (*key == '\0')
    return;
  bv_unit_form_init (&spelling.form, key);
  g_array_append_val (index->spellings, spelling);
  add_key (index, key, unit, said);
  if (bare == key)
    return;
  add_key (index, bare, unit, said == BV_UNIT_SAID_EARLIER ? said : BV_UNIT_SAID_BARE);
  /* There is one in a registry: UBND tỉnh. */
  if (said == BV_UNIT_SAID_NAME && g_str_has_prefix (key, "tỉnh "))
    add_key (index, "tỉnh", unit, said);
}

/* A code is in ASCII: SGDDT is also written as the name has its letters, SGDĐT. */
static char *
spell_code (const BvUnit *unit)
{
  g_autofree char *key = bv_unit_name_key (unit->name);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  g_autoptr (GString) initials = g_string_new (NULL);
  g_autoptr (GString) plain = NULL;
  g_autofree char *code = bv_vietnamese_lower (unit->code);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], "và") && *words[i] != '\0')
      g_string_append_unichar (initials, g_utf8_get_char (words[i]));
  plain = g_string_new (initials->str);
  g_string_replace (plain, "đ", "d", 0);
  return g_str_equal (plain->str, code) ? g_strdup (initials->str) : g_steal_pointer (&code);
}

static gboolean
is_earlier (const GPtrArray *before, const char *alias)
{
  for (guint i = 0; i < before->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (before, i);

      if (bv_unit_name_equal (unit->name, alias) || bv_unit_name_equal (unit->short_name, alias))
        return TRUE;
    }
  return FALSE;
}

static void
add_aliases (BvUnitIndex *index, const GPtrArray *units, const BvUnit *unit)
{
  g_autoptr (GPtrArray) before = bv_lineage_list_before (units, unit);

  for (guint i = 0; unit->aliases[i] != NULL; i++)
    add_name (index, unit->aliases[i], unit,
              is_earlier (before, unit->aliases[i]) ? BV_UNIT_SAID_EARLIER : BV_UNIT_SAID_ALIAS);
}

static void
add_unit (BvUnitIndex *index, const GPtrArray *units, const BvUnit *unit)
{
  g_autofree char *code = bv_unit_name_key (unit->code);
  g_autofree char *spelt = spell_code (unit);

  add_name (index, unit->name, unit, BV_UNIT_SAID_NAME);
  add_name (index, unit->short_name, unit, BV_UNIT_SAID_NAME);
  add_key (index, code, unit, BV_UNIT_SAID_CODE);
  add_key (index, spelt, unit, BV_UNIT_SAID_CODE);
  if (unit->aliases != NULL)
    add_aliases (index, units, unit);
}

/**
 * bv_unit_index_new:
 * @units: (element-type BvUnit): a registry, of all times; its units must outlive what is returned
 *
 * Returns: (transfer full): which of them a key names
 */
BvUnitIndex *
bv_unit_index_new (const GPtrArray *units)
{
  BvUnitIndex *index = g_new0 (BvUnitIndex, 1);

  index->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  index->spellings = g_array_new (FALSE, FALSE, sizeof (BvUnitSpelling));
  g_array_set_clear_func (index->spellings, spelling_clear);
  for (guint i = 0; i < units->len; i++)
    add_unit (index, units, g_ptr_array_index (units, i));
  return index;
}

/**
 * bv_unit_index_free:
 * @index: (nullable) (transfer full): an index
 */
void
bv_unit_index_free (BvUnitIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->named);
  g_array_unref (index->spellings);
  g_free (index);
}

/**
 * bv_unit_index_find:
 * @index: an index
 * @key: as bv_unit_name_key() makes it
 *
 * Returns: (transfer none) (nullable) (element-type BvUnitNamed): the units that it names, in the registry's
 * order; %NULL: none
 */
const GArray *
bv_unit_index_find (const BvUnitIndex *index, const char *key)
{
  return g_hash_table_lookup (index->named, key);
}

/**
 * bv_unit_index_list_spellings:
 * @index: an index
 *
 * Returns: (transfer none) (element-type BvUnitSpelling): all names of all units, in the registry's order
 */
const GArray *
bv_unit_index_list_spellings (const BvUnitIndex *index)
{
  return index->spellings;
}
