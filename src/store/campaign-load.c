/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/evidence.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "store/campaigns.h"
#include "store/journal.h"
#include "store/key-map.h"
#include "store/known-rows.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* The library's unit of that code whose validity meets that of the new one. One that another campaign uses
 * must be the same unit for that campaign too: valid when it starts, and under the same parent, on which
 * ranks may depend. */
#define FIND_UNIT                                                                                      \
  "SELECT u.id FROM unit u WHERE u.code = ?1 AND ifnull (u.valid_from, 0) <= ifnull (?3, 99999999) "   \
  "AND ifnull (u.valid_to, 99999999) >= ifnull (?2, 0) AND NOT EXISTS (SELECT * FROM participation p " \
  "JOIN campaign c ON c.id = p.campaign WHERE p.unit = u.id AND (u.parent IS NOT ?4 "                  \
  "OR c.starts < ifnull (?2, 0) OR c.starts > ifnull (?3, 99999999))) "                                \
  "ORDER BY ifnull (u.valid_from, 0) = ifnull (?2, 0) DESC LIMIT 1"

typedef struct
{
  const BvCampaign *source;
  gboolean replace;
  gboolean sheds; /* what belongs to a nominee is freed as soon as it is in */
  gint64 id;      /* of the campaign, when it is in */
  BvLibrary *library;
  BvKeyMap *keys;
  GHashTable *units; /* code → BvUnit */
} Loading;

/* Of a large campaign the records take more room than all that the library needs to take them in. */
static void
shed_children (BvRecord *record)
{
  for (guint i = 0; i < record->entity->n_fields; i++)
    if (bv_field_is_child (&record->entity->fields[i]))
      bv_field_clear (&record->entity->fields[i], record);
}

static gboolean
insert_roots (Loading *loading, GPtrArray *records, GError **error)
{
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { loading->id };
  gint64 last = -1;

  for (guint i = 0; i < records->len; i++)
    {
      BvRecord *record = g_ptr_array_index (records, i);
      const char *key = bv_record_key (record);

      last = bv_known_rows_place (record, last);
      if (record->id == 0)
        record->id = bv_records_new_id ();
      if (key != NULL)
        bv_key_map_add (loading->keys, record->entity, 0, key, record->id);
      if (!bv_records_insert (loading->library, record, loading->keys, owners, last, error))
        return FALSE;
      if (loading->sheds && record->entity == &bv_nominee_entity)
        shed_children (record);
    }
  return TRUE;
}

static gboolean
insert_criteria (Loading *loading, GPtrArray *criteria, gint64 group, gint64 parent, GError **error)
{
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { group, parent };
  gint64 last = -1;

  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);

      last = bv_known_rows_place (&criterion->record, last);
      if (criterion->record.id == 0)
        criterion->record.id = bv_records_new_id ();
      bv_key_map_add (loading->keys, &bv_criterion_entity, group, criterion->code, criterion->record.id);
      if (!bv_records_insert (loading->library, criterion, loading->keys, owners, last, error)
          || !insert_criteria (loading, criterion->criteria, group, criterion->record.id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_groups (Loading *loading, GError **error)
{
  GPtrArray *groups = loading->source->groups;

  if (!insert_roots (loading, groups, error))
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (groups, i);

      if (!insert_criteria (loading, group->criteria, group->record.id, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_unit (Loading *loading, BvUnit *unit, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 parent = BV_NONE;

  if (unit->parent != NULL)
    parent = bv_key_map_find (loading->keys, &bv_unit_entity, 0, unit->parent, NULL);
  unit->record.id = bv_statement_get_number (loading->library, FIND_UNIT, 0, &local, "siii", unit->code,
                                             unit->valid_from, unit->valid_to, parent);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
update_unit (Loading *loading, BvUnit *unit, const gint64 *owners, GError **error)
{
  g_autoptr (BvRecord) known = bv_records_read (loading->library, &bv_unit_entity, unit->record.id, error);

  return known != NULL && bv_records_update (loading->library, known, unit, loading->keys, owners, error);
}

/* Where the library knows the unit already, that row is brought to what the file says: there is one registry.
 * The unit above comes first, wherever it stands in the file. */
static gboolean
write_unit (Loading *loading, BvUnit *unit, GError **error)
{
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { 0 };
  BvUnit *parent = unit->parent != NULL ? g_hash_table_lookup (loading->units, unit->parent) : NULL;
  gboolean ok;

  if (bv_key_map_find (loading->keys, &bv_unit_entity, 0, unit->code, NULL) != 0)
    return TRUE;
  if ((parent != NULL && !write_unit (loading, parent, error)) || !find_unit (loading, unit, error))
    return FALSE;
  if (unit->record.id != 0)
    ok = update_unit (loading, unit, owners, error);
  else
    ok = bv_records_insert (loading->library, unit, loading->keys, owners, 0, error);
  bv_key_map_add (loading->keys, &bv_unit_entity, 0, unit->code, unit->record.id);
  return ok;
}

static gboolean
insert_units (Loading *loading, GError **error)
{
  GPtrArray *units = loading->source->units;

  for (guint i = 0; i < units->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (loading->units, unit->code, unit);
    }
  for (guint i = 0; i < units->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (units, i);

      if (!write_unit (loading, unit, error)
          || !bv_statement_run (loading->library,
                                "INSERT INTO participation (campaign, unit, ordinal) VALUES (?1, ?2, ?3)",
                                error, "iii", loading->id, unit->record.id, (gint64) i))
        return FALSE;
    }
  return TRUE;
}

/* What hangs on nothing else of the campaign goes last. */
static const char *const removals[] = {
  "DELETE FROM nominee WHERE campaign = ?1",   "DELETE FROM \"distinct\" WHERE campaign = ?1",
  "DELETE FROM evidence WHERE campaign = ?1",  "DELETE FROM quota WHERE campaign = ?1",
  "DELETE FROM \"group\" WHERE campaign = ?1", "DELETE FROM participation WHERE campaign = ?1",
};

/* The campaign's own row stays, and with it what was sealed and who was written to. What is written again
 * under its old id is no change: the journal has what differs. */
static gboolean
give_way (Loading *loading, gint64 old, GError **error)
{
  g_autoptr (BvCampaign) known = bv_campaigns_read (
    loading->library, old, BV_CAMPAIGN_FRAME | BV_CAMPAIGN_NOMINEES | BV_CAMPAIGN_DISTINCT, error);
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { 0 };

  if (known == NULL || !bv_statement_run (loading->library, "PRAGMA defer_foreign_keys = ON", error, ""))
    return FALSE;
  bv_known_rows_adopt ((BvCampaign *) loading->source, known);
  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    if (!bv_statement_run (loading->library, removals[i], error, "i", old))
      return FALSE;
  return bv_records_update (loading->library, known, (gpointer) loading->source, loading->keys, owners,
                            error);
}

static gboolean
write_head (Loading *loading, GError **error)
{
  BvRecord *campaign = (BvRecord *) loading->source;
  const char *key = loading->source->key;
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { 0 };
  g_autoptr (GError) local = NULL;

  loading->id = bv_statement_get_number (loading->library, "SELECT id FROM campaign WHERE key = ?1", 0,
                                         &local, "s", key);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (loading->id == 0)
    {
      bv_known_rows_adopt ((BvCampaign *) loading->source, NULL);
      campaign->id = loading->id = bv_records_new_id ();
      return bv_records_insert (loading->library, campaign, loading->keys, owners, 0, error);
    }
  if (loading->replace)
    return give_way (loading, loading->id, error);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS,
               _ ("the campaign “%s” is in the library already: use --replace to take this one instead"),
               key);
  return FALSE;
}

static gboolean
write_campaign (BvLibrary *library, gpointer data, GError **error)
{
  Loading *loading = data;

  return write_head (loading, error) && insert_units (loading, error) && insert_groups (loading, error)
         && insert_roots (loading, loading->source->quotas, error)
         && insert_roots (loading, loading->source->evidence, error)
         && insert_roots (loading, loading->source->nominees, error)
         && insert_roots (loading, loading->source->distinct, error);
}

static gint64
load (BvLibrary *library,
      const BvCampaign *campaign,
      const char *label,
      gboolean replace,
      gboolean sheds,
      GError **error)
{
  g_autoptr (BvKeyMap) keys = bv_key_map_new ();
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  Loading loading = { campaign, replace, sheds, 0, library, keys, units };

  return bv_journal_act (library, label, write_campaign, &loading, NULL, error) ? loading.id : 0;
}

/**
 * bv_campaigns_load:
 * @library: a library open for writing
 * @campaign: a checked campaign; its records are given their rows
 * @replace: whether a campaign of the same key gives way
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes a whole campaign in as one action, of which the journal has what differs from the one that gives way;
 * what was sealed of that, and who was written to, stays on record. Units that the library knows by code and
 * validity are brought to what @campaign says of them.
 *
 * Returns: the campaign's row; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_campaigns_load (BvLibrary *library, const BvCampaign *campaign, gboolean replace, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Load campaign: %s"), campaign->title);

  return load (library, campaign, label, replace, FALSE, error);
}

/**
 * bv_campaigns_make:
 * @library: a library open for writing
 * @campaign: a checked campaign that was made now, not read from a file; its records are given their rows
 * @error: return location for a %BV_STORE_ERROR
 *
 * bv_campaigns_load() of what somebody makes new; the journal says so.
 *
 * Returns: the campaign's row; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_campaigns_make (BvLibrary *library, const BvCampaign *campaign, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Make campaign: %s"), campaign->title);

  return load (library, campaign, label, FALSE, FALSE, error);
}

/**
 * bv_campaigns_take:
 * @library: a library open for writing
 * @campaign: a checked campaign; only its own fields, and those of its nominees, are there afterwards,
 * whether or not it could be taken in
 * @replace: whether a campaign of the same key gives way
 * @error: return location for a %BV_STORE_ERROR
 *
 * bv_campaigns_load() for who needs @campaign no longer: what is in is freed meanwhile.
 *
 * Returns: the campaign's row; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_campaigns_take (BvLibrary *library, BvCampaign *campaign, gboolean replace, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Load campaign: %s"), campaign->title);

  return load (library, campaign, label, replace, TRUE, error);
}
