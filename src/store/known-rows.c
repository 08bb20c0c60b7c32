/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/known-rows.h"

#include "core/unit.h"
#include "store/layout.h"

/* Those whose rows have an id that belongs to one campaign. */
static gboolean
has_own_id (const BvField *field)
{
  return field->type == BV_FIELD_CHILDREN && field->target != &bv_unit_entity
         && bv_layout_find (field->target)->has_id;
}

static GHashTable *
index_by_key (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (bv_record_key (record) != NULL)
        g_hash_table_insert (index, (gpointer) bv_record_key (record), record);
    }
  return index;
}

static void adopt (gpointer record, gconstpointer known);

/* What has no key is known by its place. */
static void
adopt_children (GPtrArray *children, GPtrArray *known)
{
  g_autoptr (GHashTable) index = index_by_key (known);

  for (guint i = 0; i < children->len; i++)
    {
      gpointer child = g_ptr_array_index (children, i);
      const char *key = bv_record_key (child);

      if (key != NULL)
        adopt (child, g_hash_table_lookup (index, key));
      else
        adopt (child, i < known->len ? g_ptr_array_index (known, i) : NULL);
    }
}

static void
adopt (gpointer record, gconstpointer known)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  BvRecord *self = record;
  const BvRecord *other = known;

  self->id = other != NULL ? other->id : 0;
  self->ordinal = other != NULL ? other->ordinal : 0;
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const BvField *field = &self->entity->fields[i];

      if (has_own_id (field))
        adopt_children (BV_FIELD_RECORDS (self, field),
                        other != NULL ? BV_FIELD_RECORDS (other, field) : none);
    }
}

/**
 * bv_known_rows_adopt:
 * @campaign: a campaign that is to be written
 * @known: (nullable): the one whose place it takes, as it was read
 *
 * Gives the groups, criteria, quotas, evidence and nominees of @campaign the ids and places of those that
 * have the same key, so that a row that says the same stays the same, and the journal has the others only.
 * What is new has the id 0 afterwards.
 */
void
bv_known_rows_adopt (BvCampaign *campaign, const BvCampaign *known)
{
  adopt (campaign, known);
}

/**
 * bv_known_rows_place:
 * @record: a record after bv_known_rows_adopt()
 * @last: the place of the one before it; -1: it is the first
 *
 * Returns: the place that it had, where that is behind @last; else the next one
 */
gint64
bv_known_rows_place (const BvRecord *record, gint64 last)
{
  return record->id != 0 && record->ordinal > last ? record->ordinal : last + 1;
}
