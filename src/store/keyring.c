/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/keyring.h"

#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/unit.h"
#include "store/statement.h"

#include <string.h>

struct _BvKeyring
{
  GHashTable *ids;  /* "entity/scope/key" → gint64 * */
  GHashTable *keys; /* gint64 * → "entity/scope/key", owned by @ids */
};

/**
 * bv_keyring_new:
 *
 * Returns: (transfer full): an empty keyring
 */
BvKeyring *
bv_keyring_new (void)
{
  BvKeyring *ring = g_new0 (BvKeyring, 1);

  ring->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ring->keys = g_hash_table_new (g_int64_hash, g_int64_equal);
  return ring;
}

/**
 * bv_keyring_free:
 * @ring: (transfer full): a keyring
 */
void
bv_keyring_free (BvKeyring *ring)
{
  g_hash_table_unref (ring->keys);
  g_hash_table_unref (ring->ids);
  g_free (ring);
}

static char *
full_name (const BvEntity *entity, gint64 scope, const char *key)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", entity->name, scope, key);
}

/**
 * bv_keyring_add:
 * @ring: a keyring
 * @entity: the entity of the record
 * @scope: a criterion's group, else 0
 * @key: the record's key
 * @id: its row
 */
void
bv_keyring_add (BvKeyring *ring, const BvEntity *entity, gint64 scope, const char *key, gint64 id)
{
  char *name = full_name (entity, scope, key);
  gint64 *value = g_memdup2 (&id, sizeof id);

  g_hash_table_replace (ring->ids, name, value);
  g_hash_table_replace (ring->keys, value, name);
}

/**
 * bv_keyring_find:
 * @ring: a keyring
 * @entity: an entity
 * @scope: a criterion's group, else 0
 * @key: a key
 *
 * Returns: the row, 0 where there is none
 */
gint64
bv_keyring_find (BvKeyring *ring, const BvEntity *entity, gint64 scope, const char *key)
{
  g_autofree char *name = full_name (entity, scope, key);
  const gint64 *id = g_hash_table_lookup (ring->ids, name);

  return id != NULL ? *id : 0;
}

/**
 * bv_keyring_key:
 * @ring: a keyring
 * @entity: the record's entity
 * @id: a row
 *
 * Returns: (transfer none) (nullable): the record's key
 */
const char *
bv_keyring_key (BvKeyring *ring, const BvEntity *entity, gint64 id)
{
  const char *name = g_hash_table_lookup (ring->keys, &id);
  const char *scope = name != NULL ? strchr (name, '/') : NULL;

  return scope != NULL ? strchr (scope + 1, '/') + 1 : NULL;
}

static gboolean
read_keys (BvLibrary *library,
           gint64 campaign,
           const BvEntity *entity,
           const char *sql,
           BvKeyring *ring,
           GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (library, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_number (statement, 1, campaign);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    bv_keyring_add (ring, entity, sqlite3_column_int64 (statement, 0),
                    (const char *) sqlite3_column_text (statement, 1), sqlite3_column_int64 (statement, 2));
  return bv_statement_finish (library, statement, result, error);
}

/**
 * bv_keyring_read:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the campaign's keys; %NULL with @error set on failure
 */
BvKeyring *
bv_keyring_read (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvKeyring) ring = bv_keyring_new ();

  if (!read_keys (
        library, campaign, &bv_unit_entity,
        "SELECT 0, u.code, u.id FROM participation p JOIN unit u ON u.id = p.unit WHERE p.campaign = ?1",
        ring, error)
      || !read_keys (library, campaign, &bv_group_entity,
                     "SELECT 0, key, id FROM \"group\" WHERE campaign = ?1", ring, error)
      || !read_keys (
        library, campaign, &bv_criterion_entity,
        "SELECT c.\"group\", c.code, c.id FROM criterion c JOIN \"group\" g ON g.id = c.\"group\" "
        "WHERE g.campaign = ?1",
        ring, error)
      || !read_keys (library, campaign, &bv_evidence_entity,
                     "SELECT 0, key, id FROM evidence WHERE campaign = ?1", ring, error))
    return NULL;
  return g_steal_pointer (&ring);
}
