/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/form-facts.h"

#include "exchange/form-pack/form-identity.h"

#include <string.h>

#define SHEET "sheet/"

struct _BvFormFacts
{
  GHashTable *values; /* by key */
};

static BvFormFacts *
read_facts (const BvIntakeTable *table)
{
  BvFormFacts *facts = g_new (BvFormFacts, 1);

  facts->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint row = 0; row < bv_intake_table_get_n_rows (table); row++)
    {
      const char *key = bv_intake_table_get_text (table, row, 0);

      if (*key != '\0' && !g_hash_table_contains (facts->values, key))
        g_hash_table_insert (facts->values, g_strdup (key),
                             g_strdup (bv_intake_table_get_text (table, row, 1)));
    }
  return facts;
}

/**
 * bv_form_facts_find:
 * @file: a file
 *
 * Returns: (transfer full) (nullable): what it says of itself; %NULL where it is no form, or no more one
 */
BvFormFacts *
bv_form_facts_find (const BvIntakeFile *file)
{
  for (guint i = 0; i < file->sheets->len; i++)
    {
      const BvIntakeTable *table = ((BvIntakeSheet *) g_ptr_array_index (file->sheets, i))->table;
      g_autoptr (BvFormFacts) facts = NULL;

      if (!g_str_equal (bv_intake_table_get_text (table, 0, 0), "format"))
        continue;
      facts = read_facts (table);
      if (g_strcmp0 (bv_form_facts_get (facts, "format"), BV_FORM_IDENTITY_FORMAT) == 0)
        return g_steal_pointer (&facts);
    }
  return NULL;
}

/**
 * bv_form_facts_free:
 * @facts: (transfer full): facts
 */
void
bv_form_facts_free (BvFormFacts *facts)
{
  g_hash_table_unref (facts->values);
  g_free (facts);
}

/**
 * bv_form_facts_get:
 * @facts: facts
 * @key: such as "campaign"
 *
 * Returns: (nullable): what it says; %NULL: nothing
 */
const char *
bv_form_facts_get (const BvFormFacts *facts, const char *key)
{
  return g_hash_table_lookup (facts->values, key);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * bv_form_facts_list_sheets:
 * @facts: facts
 *
 * Returns: (transfer full) (element-type utf8): the names that the sheets of the form had
 */
GPtrArray *
bv_form_facts_list_sheets (const BvFormFacts *facts)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, facts->values);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, SHEET))
      g_ptr_array_add (names, g_strdup ((const char *) key + strlen (SHEET)));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * bv_form_facts_find_group:
 * @facts: facts
 * @sheet: the name of a sheet
 * @kind: (out): what it asks for; none where it was not of the form
 *
 * Returns: (nullable): the key of the group that it is about
 */
const char *
bv_form_facts_find_group (const BvFormFacts *facts, const char *sheet, BvFormFactKind *kind)
{
  static const struct
  {
    const char *prefix;
    BvFormFactKind kind;
  } kinds[] = { { "self/", BV_FORM_FACT_SELF },
                { "assessed/", BV_FORM_FACT_ASSESSED },
                { "persons/", BV_FORM_FACT_PERSONS } };
  g_autofree char *key = g_strconcat (SHEET, sheet, NULL);
  const char *value = bv_form_facts_get (facts, key);

  *kind = BV_FORM_FACT_NONE;
  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (value, kinds[i].prefix))
      {
        *kind = kinds[i].kind;
        return value + strlen (kinds[i].prefix);
      }
  return NULL;
}

/**
 * bv_form_facts_find_value:
 * @facts: facts
 * @nominee: a key
 * @criterion: (nullable): a code; %NULL: of the nominee as such
 * @field: a field
 *
 * Returns: (nullable): what stood there when the form went out, as in files; %NULL: nothing
 */
const char *
bv_form_facts_find_value (const BvFormFacts *facts,
                          const char *nominee,
                          const char *criterion,
                          const char *field)
{
  g_autofree char *key = g_strjoin ("/", "was", nominee, criterion != NULL ? criterion : "", field, NULL);

  return bv_form_facts_get (facts, key);
}
