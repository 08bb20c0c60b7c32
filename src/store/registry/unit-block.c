/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registry/unit-block.h"

#include "store/campaigns.h"
#include "store/journal.h"
#include "store/registry/unit-rows.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 campaign;
  GPtrArray *units; /* of BvUnit */
} Block;

/**
 * bv_unit_block_read:
 * @library: a library
 * @campaign: the row of the campaign that the units are to take part in
 * @text: what was pasted, any bytes
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what bv_unit_text_parse() finds beside the units of the campaign
 */
BvUnitText *
bv_unit_block_read (BvLibrary *library, gint64 campaign, const char *text, GError **error)
{
  g_autoptr (BvCampaign) part
    = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD | BV_CAMPAIGN_UNITS, error);

  return part != NULL ? bv_unit_text_parse (text, part->units) : NULL;
}

static gboolean
insert_units (BvLibrary *library, const GPtrArray *units, GError **error)
{
  for (guint i = 0; i < units->len; i++)
    if (!bv_unit_rows_insert (library, g_ptr_array_index (units, i), BV_NONE, error))
      return FALSE;
  return TRUE;
}

static gint64
find_parent (BvLibrary *library, const Block *block, GHashTable *codes, const BvUnit *unit, GError **error)
{
  const BvUnit *above = g_hash_table_lookup (codes, unit->parent);

  return above != NULL ? above->record.id : bv_unit_rows_find_parent (library, block->campaign, unit, error);
}

/* All are there now, in whatever order they came. */
static gboolean
place_units (BvLibrary *library, const Block *block, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < block->units->len; i++)
    g_hash_table_insert (codes, ((BvUnit *) g_ptr_array_index (block->units, i))->code,
                         g_ptr_array_index (block->units, i));
  for (guint i = 0; i < block->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (block->units, i);
      gint64 parent;

      if (unit->parent == NULL)
        continue;
      parent = find_parent (library, block, codes, unit, error);
      if (parent == 0
          || !bv_statement_run (library, "UPDATE unit SET parent = ?2 WHERE id = ?1", error, "ii",
                                unit->record.id, parent))
        return FALSE;
    }
  return TRUE;
}

/* What they stand under takes part already, or comes with them. */
static gboolean
add_participations (BvLibrary *library, const Block *block, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 first = bv_statement_get_number (
    library, "SELECT ifnull (max (ordinal), -1) + 1 FROM participation WHERE campaign = ?1", 0, &local, "i",
    block->campaign);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < block->units->len; i++)
    if (!bv_statement_run (library, "INSERT INTO participation (campaign, unit, ordinal) VALUES (?1, ?2, ?3)",
                           error, "iii", block->campaign,
                           ((BvRecord *) g_ptr_array_index (block->units, i))->id, first + i))
      return FALSE;
  return TRUE;
}

static gboolean
add_units (BvLibrary *library, gpointer data, GError **error)
{
  const Block *block = data;

  return insert_units (library, block->units, error) && place_units (library, block, error)
         && add_participations (library, block, error) && bv_unit_rows_check_campaigns (library, error);
}

/**
 * bv_unit_block_add:
 * @library: a library open for writing
 * @campaign: the row of the campaign that they take part in
 * @units: (element-type BvUnit): new units, which may stand under each other, in any order; they are given
 * their rows
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Adds all of them as one action.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_unit_block_add (BvLibrary *library, gint64 campaign, GPtrArray *units, GError **error)
{
  Block block = { campaign, units };
  g_autofree char *label = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Paste %u unit", "Paste %u units", units->len), units->len);

  return bv_journal_act (library, label, add_units, &block, NULL, error);
}
