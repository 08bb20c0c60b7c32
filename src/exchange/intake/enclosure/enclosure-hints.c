/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/enclosure/enclosure-hints.h"

#define SEVERAL ""

struct _BvEnclosureHints
{
  GHashTable *units; /* code of a unit, or SEVERAL, by what is handed over and the folders in it */
};

/* Of the outermost @n folders. */
static char *
make_key (const BvIntakeOrigin *origin, guint n)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%u", origin->handed);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (key, "/%s", origin->folders[i]);
  return g_string_free (key, FALSE);
}

static void
note (BvEnclosureHints *hints, const BvPlannedFile *file)
{
  guint length = g_strv_length (file->origin->folders);

  for (guint n = 1; n <= length; n++)
    {
      g_autofree char *key = make_key (file->origin, n);
      const char *known = g_hash_table_lookup (hints->units, key);
      const char *unit = known == NULL || g_str_equal (known, file->unit) ? file->unit : SEVERAL;

      g_hash_table_insert (hints->units, g_steal_pointer (&key), (gpointer) unit);
    }
}

/**
 * bv_enclosure_hints_new:
 * @plan: a plan of all forms; it has to outlive the hints
 *
 * Returns: (transfer full): hints
 */
BvEnclosureHints *
bv_enclosure_hints_new (const BvImportPlan *plan)
{
  BvEnclosureHints *hints = g_new (BvEnclosureHints, 1);

  hints->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);

      if (file->unit != NULL && file->origin != NULL)
        note (hints, file);
    }
  return hints;
}

/**
 * bv_enclosure_hints_free:
 * @hints: (transfer full): hints
 */
void
bv_enclosure_hints_free (BvEnclosureHints *hints)
{
  g_hash_table_unref (hints->units);
  g_free (hints);
}

/**
 * bv_enclosure_hints_find:
 * @hints: hints
 * @origin: where a file comes from
 *
 * Returns: (transfer none) (nullable): the code of the unit whose form lies nearest to the file; %NULL: forms
 * of several lie there, or none
 */
const char *
bv_enclosure_hints_find (const BvEnclosureHints *hints, const BvIntakeOrigin *origin)
{
  for (guint n = g_strv_length (origin->folders); n > 0; n--)
    {
      g_autofree char *key = make_key (origin, n);
      const char *unit = g_hash_table_lookup (hints->units, key);

      if (unit != NULL)
        return *unit != '\0' ? unit : NULL;
    }
  return NULL;
}
