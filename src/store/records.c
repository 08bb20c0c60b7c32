/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/records.h"

#include "core/assessment.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "store/record-values.h"
#include "store/statement.h"

#include <string.h>

/**
 * bv_records_owns:
 * @field: a field
 *
 * Returns: whether its records belong to the record alone; the tree of criteria and the whole of a campaign
 * are read and written elsewhere
 */
gboolean
bv_records_owns (const BvField *field)
{
  return bv_field_is_child (field) && (field->flags & (BV_FIELD_ROOT | BV_FIELD_NESTS)) == 0
         && field->target != &bv_criterion_entity;
}

/* The owners of a record's children: itself, or what it is keyed by. */
static gboolean
list_child_owners (const BvRecord *record,
                   BvKeyMap *keys,
                   const gint64 *owners,
                   gint64 *children,
                   GError **error)
{
  g_autoptr (GError) local = NULL;

  memset (children, 0, (BV_LAYOUT_MAX_OWNERS + 1) * sizeof *children);
  if (record->entity == &bv_assessment_entity)
    {
      const BvAssessment *assessment = (const BvAssessment *) record;

      children[0] = owners[0];
      children[1] = bv_key_map_find (keys, &bv_criterion_entity, owners[BV_LAYOUT_MAX_OWNERS],
                                     assessment->criterion, &local);
    }
  else
    children[0] = record->id;
  if (record->entity == &bv_nominee_entity)
    children[BV_LAYOUT_MAX_OWNERS]
      = bv_key_map_find (keys, &bv_group_entity, 0, ((const BvNominee *) record)->group, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Gives a statement back that was not run. */
static gboolean
drop_statement (BvLibrary *library, sqlite3_stmt *statement)
{
  bv_statement_finish (library, statement, SQLITE_DONE, NULL);
  return FALSE;
}

static gboolean
insert_row (BvLibrary *library, const BvRecord *record, BvKeyMap *keys, const gint64 *owners, GError **error)
{
  const BvLayout *layout = bv_layout_find (record->entity);
  sqlite3_stmt *statement = bv_statement_new (library, layout->insert, error);
  int index = 1;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    bv_statement_bind_number (statement, index++, owners[i] != 0 ? owners[i] : BV_NONE);
  if (layout->has_id)
    bv_statement_bind_number (statement, index++, record->id);
  if (layout->has_ordinal)
    bv_statement_bind_number (statement, index++, record->ordinal);
  if (!bv_record_values_bind (record, statement, index, keys, owners, error))
    return drop_statement (library, statement);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

static gboolean
insert_children (BvLibrary *library,
                 gpointer record,
                 const BvField *field,
                 BvKeyMap *keys,
                 const gint64 *owners,
                 GError **error)
{
  GPtrArray *children;

  if (field->type == BV_FIELD_CHILD)
    return BV_FIELD_RECORD (record, field) == NULL
           || bv_records_insert (library, BV_FIELD_RECORD (record, field), keys, owners, 0, error);
  children = BV_FIELD_RECORDS (record, field);
  for (guint i = 0; i < children->len; i++)
    if (!bv_records_insert (library, g_ptr_array_index (children, i), keys, owners, i, error))
      return FALSE;
  return TRUE;
}

/**
 * bv_records_new_id:
 *
 * Returns: a random 63-bit key, so that rows of two machines never collide
 */
gint64
bv_records_new_id (void)
{
  guint64 high = g_random_int ();
  guint64 low = g_random_int ();
  gint64 id = (gint64) (((high << 32) | low) & G_MAXINT64);

  return id != 0 ? id : 1;
}

/**
 * bv_records_insert:
 * @library: a library, in an action
 * @record: a record; it is given an id where it has none
 * @keys: the campaign's keys
 * @owners: the rows that own it, and its criteria's group behind them
 * @ordinal: its place in its array; %BV_NONE: behind the others
 * @error: return location for a %BV_STORE_ERROR
 *
 * Inserts the record and its children.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_insert (BvLibrary *library,
                   gpointer record,
                   BvKeyMap *keys,
                   const gint64 *owners,
                   gint64 ordinal,
                   GError **error)
{
  BvRecord *self = record;
  gint64 children[BV_LAYOUT_MAX_OWNERS + 1];

  self->ordinal = ordinal;
  if (self->id == 0 && bv_layout_find (self->entity)->has_id)
    self->id = bv_records_new_id ();
  if (!insert_row (library, self, keys, owners, error)
      || !list_child_owners (self, keys, owners, children, error))
    return FALSE;
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const BvField *field = &self->entity->fields[i];

      if (bv_records_owns (field) && !insert_children (library, record, field, keys, children, error))
        return FALSE;
    }
  return TRUE;
}

/* Binds what finds the row of @record: its id or its owners, and what tells it from the others. */
static gboolean
bind_key (const BvRecord *record,
          sqlite3_stmt *statement,
          BvKeyMap *keys,
          const gint64 *owners,
          GError **error)
{
  const BvLayout *layout = bv_layout_find (record->entity);
  guint n_owners = bv_layout_count_owners (layout);
  gint64 last = record->ordinal;

  if (layout->key == BV_LAYOUT_BY_ID)
    {
      bv_statement_bind_number (statement, 1, record->id);
      return TRUE;
    }
  for (guint i = 0; i < n_owners; i++)
    bv_statement_bind_number (statement, i + 1, owners[i]);
  if (layout->key == BV_LAYOUT_ALONE)
    return TRUE;
  if (layout->key == BV_LAYOUT_BY_REFERENCE)
    last = bv_record_values_find (&record->entity->fields[0], record, keys, owners, error);
  bv_statement_bind_number (statement, n_owners + 1, last);
  return layout->key == BV_LAYOUT_BY_PLACE || last != 0;
}

/**
 * bv_records_remove:
 * @library: a library, in an action
 * @record: a record as it was read
 * @keys: the campaign's keys
 * @owners: the rows that own it, and its criteria's group behind them
 * @error: return location for a %BV_STORE_ERROR
 *
 * Deletes the record's row; the rows of its children go with it.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_remove (BvLibrary *library,
                   const BvRecord *record,
                   BvKeyMap *keys,
                   const gint64 *owners,
                   GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (library, bv_layout_find (record->entity)->remove, error);

  if (statement == NULL)
    return FALSE;
  if (!bind_key (record, statement, keys, owners, error))
    return drop_statement (library, statement);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

static gboolean
update_row (BvLibrary *library, const BvRecord *record, BvKeyMap *keys, const gint64 *owners, GError **error)
{
  const BvLayout *layout = bv_layout_find (record->entity);
  sqlite3_stmt *statement = bv_statement_new (library, layout->update, error);
  int index = layout->n_fields + 1;

  if (statement == NULL)
    return FALSE;
  if (!bv_record_values_bind (record, statement, 1, keys, owners, error))
    return drop_statement (library, statement);
  if (layout->has_ordinal)
    bv_statement_bind_number (statement, index++, record->ordinal);
  if (layout->key == BV_LAYOUT_BY_ID)
    bv_statement_bind_number (statement, index, record->id);
  else
    for (guint i = 0; i < bv_layout_count_owners (layout); i++)
      bv_statement_bind_number (statement, index++, owners[i]);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

static gboolean
is_same_row (const BvRecord *before, const BvRecord *after)
{
  for (guint i = 0; i < after->entity->n_fields; i++)
    if (!bv_field_is_child (&after->entity->fields[i])
        && !bv_field_equal (&after->entity->fields[i], before, after))
      return FALSE;
  return before->ordinal == after->ordinal;
}

/* Whether a child says by itself which row it is; a new one that has no id yet does not. */
static gboolean
names_row (const BvRecord *child)
{
  return bv_layout_find (child->entity)->key != BV_LAYOUT_BY_ID || child->id != 0;
}

static gboolean
is_row_of (const BvRecord *row, const BvRecord *child, gboolean is_same_place)
{
  BvLayoutKey key = bv_layout_find (child->entity)->key;

  if (key == BV_LAYOUT_BY_REFERENCE)
    return g_str_equal (BV_FIELD_STRING (row, &row->entity->fields[0]),
                        BV_FIELD_STRING (child, &child->entity->fields[0]));
  return key == BV_LAYOUT_BY_ID && child->id != 0 ? child->id == row->id : is_same_place;
}

/* Takes the row of @child, which stands at @place, out of @rows. */
static BvRecord *
take_row (GPtrArray *rows, const BvRecord *child, guint place)
{
  for (guint i = 0; i < rows->len; i++)
    {
      BvRecord *row = g_ptr_array_index (rows, i);

      if (row != NULL && is_row_of (row, child, i == place))
        {
          g_ptr_array_index (rows, i) = NULL;
          return row;
        }
    }
  return NULL;
}

/* Those that name their rows choose first; @rows keeps what nobody has taken. */
static GPtrArray *
match_rows (GPtrArray *rows, GPtrArray *children)
{
  GPtrArray *taken = g_ptr_array_new ();

  g_ptr_array_set_size (taken, children->len);
  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < children->len; i++)
      {
        BvRecord *child = g_ptr_array_index (children, i);

        if (g_ptr_array_index (taken, i) == NULL && names_row (child) == (round == 0))
          g_ptr_array_index (taken, i) = take_row (rows, child, i);
      }
  return taken;
}

static GPtrArray *
list_children (gconstpointer record, const BvField *field)
{
  GPtrArray *children = g_ptr_array_new ();

  if (field->type == BV_FIELD_CHILDREN)
    g_ptr_array_extend (children, BV_FIELD_RECORDS (record, field), NULL, NULL);
  else if (BV_FIELD_RECORD (record, field) != NULL)
    g_ptr_array_add (children, BV_FIELD_RECORD (record, field));
  return children;
}

/* A row keeps its ordinal where that still stands behind those before it, so that an unchanged one costs
 * nothing. */
static gboolean
write_children (BvLibrary *library,
                GPtrArray *rows,
                GPtrArray *children,
                BvKeyMap *keys,
                const gint64 *owners,
                GError **error)
{
  gint64 last = -1;

  for (guint i = 0; i < children->len; i++)
    {
      BvRecord *before = g_ptr_array_index (rows, i);
      BvRecord *after = g_ptr_array_index (children, i);
      gboolean ok;

      last = before != NULL && before->ordinal > last ? before->ordinal : last + 1;
      after->ordinal = last;
      if (before != NULL)
        after->id = before->id;
      ok = before != NULL ? bv_records_update (library, before, after, keys, owners, error)
                          : bv_records_insert (library, after, keys, owners, last, error);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
update_children (BvLibrary *library,
                 const BvField *field,
                 gconstpointer before,
                 gpointer after,
                 BvKeyMap *keys,
                 const gint64 *owners,
                 GError **error)
{
  g_autoptr (GPtrArray) left = list_children (before, field);
  g_autoptr (GPtrArray) children = list_children (after, field);
  g_autoptr (GPtrArray) rows = match_rows (left, children);

  for (guint i = 0; i < left->len; i++)
    if (g_ptr_array_index (left, i) != NULL
        && !bv_records_remove (library, g_ptr_array_index (left, i), keys, owners, error))
      return FALSE;
  return write_children (library, rows, children, keys, owners, error);
}

/**
 * bv_records_update:
 * @library: a library, in an action
 * @before: the record as it was read
 * @after: the record as it is to be; its children are given their rows
 * @keys: the campaign's keys
 * @owners: the rows that own it, and its criteria's group behind them
 * @error: return location for a %BV_STORE_ERROR
 *
 * Writes the rows of the record and of its children that are not the same any more, each by its own key.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_update (BvLibrary *library,
                   gconstpointer before,
                   gpointer after,
                   BvKeyMap *keys,
                   const gint64 *owners,
                   GError **error)
{
  BvRecord *self = after;
  gint64 children[BV_LAYOUT_MAX_OWNERS + 1];

  if ((!is_same_row (before, self) && !update_row (library, self, keys, owners, error))
      || !list_child_owners (self, keys, owners, children, error))
    return FALSE;
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const BvField *field = &self->entity->fields[i];

      if (bv_records_owns (field) && !bv_field_equal (field, before, after)
          && !update_children (library, field, before, after, keys, children, error))
        return FALSE;
    }
  return TRUE;
}
