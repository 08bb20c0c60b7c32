/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registry/group-entry.h"

#include "core/check.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "core/unit.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/key-map.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Of the campaign ?1 those that stand directly under ?2, or all where that is 0; in its order. */
#define UNITS                                                                                                \
  "SELECT u.id, u.type FROM participation p JOIN unit u ON u.id = p.unit WHERE p.campaign = ?1 AND (?2 = 0 " \
  "OR u.parent = ?2) ORDER BY p.ordinal"

typedef struct
{
  const char *const *types; /* NULL: all */
  GArray *units;
} Choice;

static void
take_unit (sqlite3_stmt *row, gpointer data)
{
  Choice *choice = data;
  gint64 id = sqlite3_column_int64 (row, 0);

  if (choice->types == NULL || g_strv_contains (choice->types, (const char *) sqlite3_column_text (row, 1)))
    g_array_append_val (choice->units, id);
}

/**
 * bv_group_entry_list_units:
 * @library: a library
 * @campaign: a campaign's row
 * @types: (nullable): types of units; %NULL: all
 * @above: the row of the unit under which they stand; 0: any
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the rows of those that take part in the
 * campaign, in its order; %NULL with @error set on failure
 */
GArray *
bv_group_entry_list_units (BvLibrary *library,
                           gint64 campaign,
                           const char *const *types,
                           gint64 above,
                           GError **error)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  Choice choice = { types, units };

  if (!bv_statement_each (library, UNITS, take_unit, &choice, error, "ii", campaign, above))
    return NULL;
  return g_steal_pointer (&units);
}

/* Who enters a group. */
typedef struct
{
  gint64 campaign;
  const BvGroup *group;
  const GArray *units;
  guint n_added;
} Entry;

static char *
find_free_key (BvLibrary *library, gint64 campaign, const char *name, GError **error)
{
  g_autofree char *slug = bv_vietnamese_slug (name);
  const char *stem = *slug != '\0' ? slug : "de-cu";
  g_autofree char *key = g_strdup (stem);
  gint64 taken;

  for (guint i = 2;; i++)
    {
      if (!bv_key_map_look_up (library, &bv_nominee_entity, campaign, key, &taken, error))
        return NULL;
      if (taken == 0)
        return g_steal_pointer (&key);
      g_free (key);
      key = g_strdup_printf ("%s-%u", stem, i);
    }
}

static gboolean
add_nominee (BvLibrary *library, const Entry *entry, const BvUnit *unit, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  BvNominee *nominee = (BvNominee *) record;

  g_free (nominee->key);
  nominee->key = find_free_key (library, entry->campaign, unit->name, error);
  if (nominee->key == NULL)
    return FALSE;
  g_free (nominee->group);
  nominee->group = g_strdup (entry->group->key);
  g_free (nominee->unit);
  nominee->unit = g_strdup (unit->code);
  return bv_edit_add (library, entry->campaign, entry->campaign, nominee, error);
}

static gboolean
look_whether_in (BvLibrary *library, const Entry *entry, gint64 unit, gint64 *is_in, GError **error)
{
  *is_in = FALSE;
  return bv_statement_read_number (library,
                                   "SELECT EXISTS (SELECT * FROM nominee WHERE \"group\" = ?1 AND unit = ?2)",
                                   is_in, error, "ii", entry->group->record.id, unit);
}

/* `22 units enter the group: Communes` */
static char *
write_label (BvLibrary *library, const Entry *entry, GError **error)
{
  guint n = 0;
  gint64 is_in;
  g_autofree char *number = NULL;

  for (guint i = 0; i < entry->units->len; i++)
    {
      if (!look_whether_in (library, entry, g_array_index (entry->units, gint64, i), &is_in, error))
        return NULL;
      n += !is_in;
    }
  number = bv_wording_number (n);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s unit enters the group: %s", "%s units enter the group: %s", n), number,
    entry->group->name);
}

static gboolean
enter (BvLibrary *library, gpointer data, GError **error)
{
  Entry *entry = data;

  for (guint i = 0; i < entry->units->len; i++)
    {
      gint64 id = g_array_index (entry->units, gint64, i);
      g_autoptr (BvRecord) unit = NULL;
      gint64 is_in;

      if (!look_whether_in (library, entry, id, &is_in, error))
        return FALSE;
      if (is_in)
        continue;
      unit = bv_edit_read (library, &bv_unit_entity, id, error);
      if (unit == NULL || !add_nominee (library, entry, (BvUnit *) unit, error))
        return FALSE;
      entry->n_added++;
    }
  return TRUE;
}

/**
 * bv_group_entry_add:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @group: the row of a group of collectives
 * @units: (element-type gint64): rows of units that take part in the campaign
 * @n_added: (out): how many entered it now
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Puts the units forward in the group, without any answer; those that are there stay as they are.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_group_entry_add (BvLibrary *library,
                    gint64 campaign,
                    gint64 group,
                    const GArray *units,
                    guint *n_added,
                    GError **error)
{
  g_autoptr (BvRecord) record = bv_edit_read (library, &bv_group_entity, group, error);
  Entry entry = { campaign, (BvGroup *) record, units, 0 };
  g_autofree char *label = NULL;

  *n_added = 0;
  if (record == NULL)
    return FALSE;
  if (entry.group->kind == BV_GROUP_INDIVIDUAL)
    return bv_check_fail (error, "group", _ ("“%s” is a group of individuals: units cannot enter it"),
                          entry.group->key);
  label = write_label (library, &entry, error);
  if (label == NULL || !bv_journal_act (library, label, enter, &entry, NULL, error))
    return FALSE;
  *n_added = entry.n_added;
  return TRUE;
}
