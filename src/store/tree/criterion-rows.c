/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tree/criterion-rows.h"

#include "core/criterion.h"
#include "core/group.h"
#include "store/key-map.h"
#include "store/layout.h"
#include "store/records.h"
#include "store/statement.h"
#include "store/tree/exchanged-codes.h"

/* One criterion and where it stands. */
typedef struct
{
  const BvCriterion *criterion;
  gint64 group;
  gint64 parent; /* 0: the top */
} Node;

typedef struct
{
  BvLibrary *library;
  BvKeyMap *keys;
  GHashTable *known; /* gint64 → Node: as they are stored */
} Writing;

static void
collect (GHashTable *nodes, const GPtrArray *criteria, gint64 group, gint64 parent)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      Node *node = g_new (Node, 1);

      *node = (Node){ criterion, group, parent };
      g_hash_table_insert (nodes, (gpointer) &criterion->record.id, node);
      collect (nodes, criterion->criteria, group, criterion->record.id);
    }
}

static GHashTable *
index_nodes (const BvCampaign *campaign)
{
  GHashTable *nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);

      collect (nodes, group->criteria, group->record.id, 0);
    }
  return nodes;
}

/* A code is unique in its group with each statement: those that change it give theirs up first. */
static gboolean
vacate_codes (Writing *writing, GHashTable *wanted, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, writing->known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Node *node = value;
      const Node *other = g_hash_table_lookup (wanted, &node->criterion->record.id);

      if (other != NULL && other->group == node->group
          && g_str_equal (other->criterion->code, node->criterion->code))
        continue;
      if (!bv_exchanged_codes_vacate (writing->library, node->criterion->record.id, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* What nobody of the other group has given goes with the group that is left. */
static gboolean
move_row (Writing *writing, const Node *from, gint64 group, gint64 parent, GError **error)
{
  gint64 id = from->criterion->record.id;

  if (from->group != group
      && !bv_statement_run (writing->library, "DELETE FROM assessment WHERE criterion = ?1", error, "i", id))
    return FALSE;
  return bv_statement_run (writing->library, "UPDATE criterion SET \"group\" = ?2, parent = ?3 WHERE id = ?1",
                           error, "iii", id, group, parent != 0 ? parent : BV_NONE);
}

static gboolean
update_row (Writing *writing, const Node *from, BvCriterion *criterion, const gint64 *owners, GError **error)
{
  gint64 group = owners[0];
  gint64 parent = owners[1];

  if ((from->group != group || from->parent != parent) && !move_row (writing, from, group, parent, error))
    return FALSE;
  return bv_records_update (writing->library, from->criterion, criterion, writing->keys, owners, error);
}

static gboolean
stands_as_before (Writing *writing, const GPtrArray *criteria, gint64 group, gint64 parent)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < criteria->len; i++)
    {
      const BvRecord *record = g_ptr_array_index (criteria, i);
      const Node *node = g_hash_table_lookup (writing->known, &record->id);

      if (node == NULL || node->group != group || node->parent != parent
          || node->criterion->record.ordinal <= last)
        return FALSE;
      last = node->criterion->record.ordinal;
    }
  return TRUE;
}

/* Those that are above others are written before them. */
static gboolean
write_criteria (Writing *writing, const GPtrArray *criteria, gint64 group, gint64 parent, GError **error)
{
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { group, parent };
  gboolean keeps_order = stands_as_before (writing, criteria, group, parent);

  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);
      const Node *from = g_hash_table_lookup (writing->known, &criterion->record.id);
      gboolean ok;

      criterion->record.ordinal = keeps_order ? from->criterion->record.ordinal : i;
      ok = from != NULL ? update_row (writing, from, criterion, owners, error)
                        : bv_records_insert (writing->library, criterion, writing->keys, owners, i, error);
      if (!ok || !write_criteria (writing, criterion->criteria, group, criterion->record.id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_rows (Writing *writing, GHashTable *wanted, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, writing->known);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (wanted, id)
        && !bv_statement_run (writing->library, "DELETE FROM criterion WHERE id = ?1", error, "i",
                              *(const gint64 *) id))
      return FALSE;
  return TRUE;
}

/**
 * bv_criterion_rows_write:
 * @library: a library, in an action
 * @before: a campaign with its groups, as it is stored
 * @after: the same with the trees as they are to be; new criteria are given their rows
 * @error: return location for a %BV_STORE_ERROR
 *
 * Writes the rows that differ. What moved to another group loses its answers; what is not in @after goes.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_criterion_rows_write (BvLibrary *library,
                         const BvCampaign *before,
                         const BvCampaign *after,
                         GError **error)
{
  g_autoptr (GHashTable) known = index_nodes (before);
  g_autoptr (GHashTable) wanted = index_nodes (after);
  g_autoptr (BvKeyMap) keys = bv_key_map_open (library, before->record.id);
  Writing writing = { library, keys, known };

  if (!vacate_codes (&writing, wanted, error))
    return FALSE;
  for (guint i = 0; i < after->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (after->groups, i);

      if (!write_criteria (&writing, group->criteria, group->record.id, 0, error))
        return FALSE;
    }
  return remove_rows (&writing, wanted, error);
}
