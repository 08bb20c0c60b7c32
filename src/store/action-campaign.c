/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/action-campaign.h"

#include "store/changeset.h"
#include "store/layout.h"
#include "store/statement.h"

/* Tables without an entity whose rows belong to a campaign. */
static const char *const other_tables[] = { "handout", "letter", "proposal", "receipt", NULL };

static void
list_cb (sqlite3_stmt *row, gpointer data)
{
  GArray **changes = data;
  int result = 0;

  g_clear_pointer (changes, g_array_unref);
  *changes = bv_changeset_list_bytes (sqlite3_column_blob (row, 0), sqlite3_column_bytes (row, 0), &result);
}

static gint64
find_of_row (BvLibrary *library, const char *table, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT campaign FROM \"%s\" WHERE id = ?1", table);

  return bv_statement_get_number (library, sql, 0, NULL, "i", id);
}

/* What a row without a campaign of its own belongs to, where that has one; the key of some begins with it. */
static gint64
find_of_owner (BvLibrary *library, const BvLayout *layout, gint64 id)
{
  const BvLayout *owner = layout->owners[0] != NULL ? bv_layout_find_table (layout->owners[0]) : NULL;
  g_autofree char *sql = NULL;

  if (owner == NULL || g_strcmp0 (owner->owners[0], "campaign") != 0)
    return 0;
  if (!layout->has_id)
    return find_of_row (library, layout->owners[0], id);
  sql = g_strdup_printf ("SELECT campaign FROM \"%s\" WHERE id = (SELECT \"%s\" FROM \"%s\" WHERE id = ?1)",
                         layout->owners[0], layout->owners[0], layout->entity->name);
  return bv_statement_get_number (library, sql, 0, NULL, "i", id);
}

static gint64
find_of_change (BvLibrary *library, const BvChange *change)
{
  const BvLayout *layout = bv_layout_find_table (change->table);

  if (g_str_equal (change->table, "campaign") || g_str_equal (change->table, "participation"))
    return change->id;
  if (change->nominee != 0)
    return find_of_row (library, "nominee", change->nominee);
  if (g_strv_contains (other_tables, change->table)
      || (layout != NULL && g_strcmp0 (layout->owners[0], "campaign") == 0))
    return find_of_row (library, change->table, change->id);
  return layout != NULL ? find_of_owner (library, layout, change->id) : 0;
}

/**
 * bv_action_campaign_find:
 * @library: a library
 * @action: the number of an action
 *
 * Rows tell to which campaign they belong only while they are there: what made them is to be asked about
 * before it is undone, what removed them afterwards.
 *
 * Returns: the row of the campaign in which the action changed something; 0 where it changed units alone, or
 * that cannot be told
 */
gint64
bv_action_campaign_find (BvLibrary *library, gint64 action)
{
  g_autoptr (GArray) changes = NULL;
  gint64 campaign = 0;

  if (!bv_statement_each (library, "SELECT changeset FROM journal WHERE id = ?1", list_cb, &changes, NULL,
                          "i", action))
    return 0;
  for (guint i = 0; changes != NULL && i < changes->len && campaign == 0; i++)
    campaign = find_of_change (library, &g_array_index (changes, BvChange, i));
  return campaign;
}
