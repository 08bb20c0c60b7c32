/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/key-map.h"

#include "core/campaign.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "store/statement.h"

#include <string.h>

struct _BvKeyMap
{
  BvLibrary *library; /* where it looks up what it does not know yet; NULL: nowhere */
  gint64 campaign;
  GHashTable *ids;  /* "entity/scope/key" → gint64 * */
  GHashTable *keys; /* gint64 * → the key in "entity/scope/key", both owned by @ids */
};

/**
 * bv_key_map_new:
 *
 * Returns: (transfer full): an empty key map
 */
BvKeyMap *
bv_key_map_new (void)
{
  BvKeyMap *map = g_new0 (BvKeyMap, 1);

  map->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  map->keys = g_hash_table_new (g_int64_hash, g_int64_equal);
  return map;
}

/**
 * bv_key_map_open:
 * @library: a library, which outlives the map
 * @campaign: a campaign's row
 *
 * Returns: (transfer full): the campaign's keys, each looked up when it is asked for
 */
BvKeyMap *
bv_key_map_open (BvLibrary *library, gint64 campaign)
{
  BvKeyMap *map = bv_key_map_new ();

  map->library = library;
  map->campaign = campaign;
  return map;
}

/**
 * bv_key_map_free:
 * @map: (transfer full): a key map
 */
void
bv_key_map_free (BvKeyMap *map)
{
  g_hash_table_unref (map->keys);
  g_hash_table_unref (map->ids);
  g_free (map);
}

static char *
full_name (const BvEntity *entity, gint64 scope, const char *key)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", entity->name, scope, key);
}

/**
 * bv_key_map_add:
 * @map: a key map
 * @entity: the entity of the record
 * @scope: a criterion's group, else 0
 * @key: the record's key
 * @id: its row
 */
void
bv_key_map_add (BvKeyMap *map, const BvEntity *entity, gint64 scope, const char *key, gint64 id)
{
  char *name = full_name (entity, scope, key);
  gint64 *value = g_memdup2 (&id, sizeof id);

  g_hash_table_replace (map->ids, name, value);
  g_hash_table_replace (map->keys, value, name + strlen (name) - strlen (key));
}

/* ?1 is the campaign; of a criterion its group. */
static const char *
find_statement (const BvEntity *entity)
{
  if (entity == &bv_campaign_entity)
    return "SELECT id FROM campaign WHERE key = ?2 AND ?1 IS NOT NULL";
  if (entity == &bv_unit_entity)
    return "SELECT u.id FROM participation p JOIN unit u ON u.id = p.unit WHERE p.campaign = ?1 AND u.code = ?2";
  if (entity == &bv_criterion_entity)
    return "SELECT id FROM criterion WHERE \"group\" = ?1 AND code = ?2";
  if (entity == &bv_group_entity)
    return "SELECT id FROM \"group\" WHERE campaign = ?1 AND key = ?2";
  if (entity == &bv_quota_entity)
    return "SELECT id FROM quota WHERE campaign = ?1 AND key = ?2";
  if (entity == &bv_nominee_entity)
    return "SELECT id FROM nominee WHERE campaign = ?1 AND key = ?2";
  return "SELECT id FROM evidence WHERE campaign = ?1 AND key = ?2";
}

/**
 * bv_key_map_look_up:
 * @library: a library
 * @entity: campaign, unit, group, criterion, quota, nominee or evidence
 * @owner: of a criterion its group's row; else the campaign's
 * @key: the record's key
 * @id: (out): the row by an index; 0 where there is none
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_key_map_look_up (BvLibrary *library,
                    const BvEntity *entity,
                    gint64 owner,
                    const char *key,
                    gint64 *id,
                    GError **error)
{
  *id = 0;
  return bv_statement_read_number (library, find_statement (entity), id, error, "is", owner, key);
}

/**
 * bv_key_map_find:
 * @map: a key map
 * @entity: an entity
 * @scope: a criterion's group, else 0
 * @key: a key
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the row; 0 where there is none, and with @error set on failure
 */
gint64
bv_key_map_find (BvKeyMap *map, const BvEntity *entity, gint64 scope, const char *key, GError **error)
{
  g_autofree char *name = full_name (entity, scope, key);
  const gint64 *known = g_hash_table_lookup (map->ids, name);
  gint64 id;

  if (known != NULL)
    return *known;
  if (map->library == NULL)
    return 0;
  bv_key_map_look_up (map->library, entity, scope != 0 ? scope : map->campaign, key, &id, error);
  if (id != 0)
    bv_key_map_add (map, entity, scope, key, id);
  return id;
}

/**
 * bv_key_map_key:
 * @map: a key map
 * @entity: the record's entity
 * @id: a row
 *
 * Returns: (transfer none) (nullable): the record's key, where the map was given it
 */
const char *
bv_key_map_key (BvKeyMap *map, const BvEntity *entity, gint64 id)
{
  return g_hash_table_lookup (map->keys, &id);
}

/* Where the keys of one entity go. */
typedef struct
{
  BvKeyMap *map;
  const BvEntity *entity;
} Keys;

static void
take_key (sqlite3_stmt *row, gpointer data)
{
  const Keys *keys = data;

  bv_key_map_add (keys->map, keys->entity, sqlite3_column_int64 (row, 0),
                  (const char *) sqlite3_column_text (row, 1), sqlite3_column_int64 (row, 2));
}

static gboolean
read_keys (BvLibrary *library,
           gint64 campaign,
           const BvEntity *entity,
           const char *sql,
           BvKeyMap *map,
           GError **error)
{
  Keys keys = { map, entity };

  return bv_statement_each (library, sql, take_key, &keys, error, "i", campaign);
}

/**
 * bv_key_map_read:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the campaign's keys; %NULL with @error set on failure
 */
BvKeyMap *
bv_key_map_read (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvKeyMap) map = bv_key_map_new ();

  if (!read_keys (
        library, campaign, &bv_unit_entity,
        "SELECT 0, u.code, u.id FROM participation p JOIN unit u ON u.id = p.unit WHERE p.campaign = ?1", map,
        error)
      || !read_keys (library, campaign, &bv_group_entity,
                     "SELECT 0, key, id FROM \"group\" WHERE campaign = ?1", map, error)
      || !read_keys (library, campaign, &bv_quota_entity, "SELECT 0, key, id FROM quota WHERE campaign = ?1",
                     map, error)
      || !read_keys (
        library, campaign, &bv_criterion_entity,
        "SELECT c.\"group\", c.code, c.id FROM criterion c JOIN \"group\" g ON g.id = c.\"group\" "
        "WHERE g.campaign = ?1",
        map, error)
      || !read_keys (library, campaign, &bv_evidence_entity,
                     "SELECT 0, key, id FROM evidence WHERE campaign = ?1", map, error))
    return NULL;
  return g_steal_pointer (&map);
}
