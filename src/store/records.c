/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/records.h"

#include "core/assessment.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* The scope of a reference: an assessment's criterion is named within the group of its nominee. */
static gint64
reference_scope (const BvField *field, const gint64 *owners)
{
  return field->target == &bv_criterion_entity ? owners[BV_LAYOUT_MAX_OWNERS] : 0;
}

static char **
read_texts (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  json_t *array = json_loads (text, 0, NULL);
  json_t *item;
  size_t i;

  json_array_foreach (array, i, item) g_strv_builder_add (builder, json_string_value (item));
  json_decref (array);
  return g_strv_builder_end (builder);
}

static char *
write_texts (char **texts)
{
  json_t *array = json_array ();
  char *dumped;
  char *text;

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_append_new (array, json_string (texts[i]));
  dumped = json_dumps (array, JSON_COMPACT);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (array);
  return text;
}

static GArray *
read_choices (const BvField *field, const char *text)
{
  g_auto (GStrv) names = read_texts (text);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 value = bv_choice_parse (field->choices, names[i]);

      g_array_append_val (numbers, value);
    }
  return numbers;
}

static GArray *
read_numbers (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *p = text + strcspn (text, "-0123456789");

  while (*p != '\0')
    {
      char *end = NULL;
      gint64 value = g_ascii_strtoll (p, &end, 10);

      g_array_append_val (numbers, value);
      p = end + strcspn (end, "-0123456789");
    }
  return numbers;
}

static char *
write_numbers (const BvField *field, GArray *numbers)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 value = g_array_index (numbers, gint64, i);

      g_string_append (text, i > 0 ? "," : "");
      if (field->type == BV_FIELD_CHOICES)
        g_string_append_printf (text, "\"%s\"", field->choices[value].name);
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, value);
    }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
read_number (const BvField *field, gpointer record, sqlite3_stmt *statement, int column)
{
  gint64 *value = &BV_FIELD_NUMBER (record, field);

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    *value = BV_NONE;
  else if (field->type == BV_FIELD_CHOICE)
    *value = bv_choice_parse (field->choices, (const char *) sqlite3_column_text (statement, column));
  else
    *value = sqlite3_column_int64 (statement, column);
}

static void
read_list (const BvField *field, gpointer record, const char *text)
{
  bv_field_clear (field, record);
  if (text == NULL)
    return;
  if (field->type == BV_FIELD_TEXTS)
    BV_FIELD_STRINGS (record, field) = read_texts (text);
  else if (field->type == BV_FIELD_CHOICES)
    BV_FIELD_NUMBERS (record, field) = read_choices (field, text);
  else
    BV_FIELD_NUMBERS (record, field) = read_numbers (text);
}

static void
read_field (const BvField *field, gpointer record, BvKeyring *ring, sqlite3_stmt *statement, int column)
{
  const char *text;

  if (bv_field_is_number (field))
    {
      read_number (field, record, statement, column);
      return;
    }
  if (field->type == BV_FIELD_REFERENCE)
    text = bv_keyring_key (ring, field->target, sqlite3_column_int64 (statement, column));
  else
    text = (const char *) sqlite3_column_text (statement, column);
  if (bv_field_is_list (field))
    {
      read_list (field, record, text);
      return;
    }
  g_free (BV_FIELD_STRING (record, field));
  BV_FIELD_STRING (record, field) = g_strdup (text);
}

static gpointer
read_row (const BvLayout *layout, BvKeyring *ring, sqlite3_stmt *statement, gint64 *owners)
{
  BvRecord *record = bv_record_new (layout->entity);
  int column = 0;

  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    owners[i] = sqlite3_column_int64 (statement, column++);
  if (layout->has_id)
    record->id = sqlite3_column_int64 (statement, column++);
  if (layout->has_ordinal)
    record->ordinal = sqlite3_column_int64 (statement, column++);
  for (guint i = 0; i < layout->entity->n_fields; i++)
    if (!bv_field_is_child (&layout->entity->fields[i]))
      read_field (&layout->entity->fields[i], record, ring, statement, column++);
  return record;
}

/**
 * bv_records_read_all:
 * @library: a library
 * @entity: an entity
 * @campaign: a campaign's row
 * @ring: the campaign's keys
 * @func: called for each record; takes the record over
 * @data: for @func
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads all records of the campaign without their children, in the order of their table.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_read_all (BvLibrary *library,
                     const BvEntity *entity,
                     gint64 campaign,
                     BvKeyring *ring,
                     BvRecordFunc func,
                     gpointer data,
                     GError **error)
{
  const BvLayout *layout = bv_layout_find (entity);
  g_autofree char *sql
    = g_strdup_printf ("SELECT %s FROM \"%s\" t WHERE %s", layout->columns, entity->name, layout->scope);
  sqlite3_stmt *statement = bv_statement_new (library, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_number (statement, 1, campaign);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 owners[BV_LAYOUT_MAX_OWNERS] = { 0 };
      gpointer record = read_row (layout, ring, statement, owners);

      func (record, owners, data);
    }
  return bv_statement_finish (library, statement, result, error);
}

/* The owners of a record's children: itself, or what it is keyed by. */
static void
list_child_owners (const BvRecord *record, BvKeyring *ring, const gint64 *owners, gint64 *children)
{
  memset (children, 0, (BV_LAYOUT_MAX_OWNERS + 1) * sizeof *children);
  if (record->entity == &bv_assessment_entity)
    {
      const BvAssessment *assessment = (const BvAssessment *) record;

      children[0] = owners[0];
      children[1]
        = bv_keyring_find (ring, &bv_criterion_entity, owners[BV_LAYOUT_MAX_OWNERS], assessment->criterion);
      return;
    }
  children[0] = record->id;
  if (record->entity == &bv_nominee_entity)
    children[BV_LAYOUT_MAX_OWNERS]
      = bv_keyring_find (ring, &bv_group_entity, 0, ((const BvNominee *) record)->group);
}

static char *
condition_of_owners (const BvLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    g_string_append_printf (text, "%st.\"%s\" = ?%u", i > 0 ? " AND " : "", layout->owners[i], i + 1);
  return g_string_free (text, FALSE);
}

static gboolean
read_children (BvLibrary *library,
               gpointer record,
               const BvField *field,
               BvKeyring *ring,
               const gint64 *owners,
               GError **error)
{
  const BvLayout *layout = bv_layout_find (field->target);
  g_autofree char *condition = condition_of_owners (layout);
  g_autofree char *sql
    = g_strdup_printf ("SELECT %s FROM \"%s\" t WHERE %s%s", layout->columns, field->target->name, condition,
                       layout->has_ordinal ? " ORDER BY t.ordinal" : "");
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (bv_record_free);
  sqlite3_stmt *statement = bv_statement_new (library, sql, error);
  gint64 ignored[BV_LAYOUT_MAX_OWNERS];
  int result;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    bv_statement_bind_number (statement, i + 1, owners[i]);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (children, read_row (layout, ring, statement, ignored));
  if (!bv_statement_finish (library, statement, result, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!bv_records_read_children (library, g_ptr_array_index (children, i), ring, owners, error))
      return FALSE;
  bv_field_clear (field, record);
  if (field->type == BV_FIELD_CHILDREN)
    {
      g_ptr_array_unref (BV_FIELD_RECORDS (record, field));
      BV_FIELD_RECORDS (record, field) = g_steal_pointer (&children);
    }
  else if (children->len > 0)
    {
      BV_FIELD_RECORD (record, field) = g_ptr_array_steal_index (children, 0);
    }
  return TRUE;
}

/* The tree of criteria and the whole of a campaign are read in one go elsewhere. */
static gboolean
is_own_child (const BvField *field)
{
  return bv_field_is_child (field) && (field->flags & (BV_FIELD_ROOT | BV_FIELD_NESTS)) == 0
         && field->target != &bv_criterion_entity;
}

/**
 * bv_records_read_children:
 * @library: a library
 * @record: a record without its children
 * @ring: the campaign's keys
 * @owners: the rows that own @record, and after %BV_LAYOUT_MAX_OWNERS of them the group that its criteria
 * belong to
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_read_children (BvLibrary *library,
                          gpointer record,
                          BvKeyring *ring,
                          const gint64 *owners,
                          GError **error)
{
  const BvRecord *self = record;
  gint64 children[BV_LAYOUT_MAX_OWNERS + 1];

  list_child_owners (self, ring, owners, children);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const BvField *field = &self->entity->fields[i];

      if (is_own_child (field) && !read_children (library, record, field, ring, children, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_records_read:
 * @library: a library
 * @entity: an entity whose rows have an id
 * @ring: the campaign's keys
 * @id: a row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the record with its children; %NULL with @error set where there is
 * none
 */
gpointer
bv_records_read (BvLibrary *library, const BvEntity *entity, BvKeyring *ring, gint64 id, GError **error)
{
  const BvLayout *layout = bv_layout_find (entity);
  g_autofree char *sql
    = g_strdup_printf ("SELECT %s FROM \"%s\" t WHERE t.id = ?1", layout->columns, entity->name);
  g_autoptr (BvRecord) record = NULL;
  sqlite3_stmt *statement = bv_statement_new (library, sql, error);
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { 0 };
  int result;

  if (statement == NULL)
    return NULL;
  bv_statement_bind_number (statement, 1, id);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    record = read_row (layout, ring, statement, owners);
  if (!bv_statement_finish (library, statement, result, error))
    return NULL;
  if (record == NULL)
    {
      g_autofree char *word = bv_entity_word (entity);

      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("the %s is no longer there"), word);
      return NULL;
    }
  return bv_records_read_children (library, record, ring, owners, error) ? g_steal_pointer (&record) : NULL;
}

/* Binds a value whose text, if it had to be made, goes with the statement. */
static gboolean
bind_field (const BvField *field,
            gconstpointer record,
            BvKeyring *ring,
            const gint64 *owners,
            sqlite3_stmt *statement,
            int index,
            GError **error)
{
  if (field->type == BV_FIELD_CHOICE && BV_FIELD_NUMBER (record, field) != BV_NONE)
    bv_statement_bind_text (statement, index, field->choices[BV_FIELD_NUMBER (record, field)].name);
  else if (bv_field_is_number (field))
    bv_statement_bind_number (statement, index, BV_FIELD_NUMBER (record, field));
  else if (field->type == BV_FIELD_TEXT)
    bv_statement_bind_text (statement, index, BV_FIELD_STRING (record, field));
  else if (field->type == BV_FIELD_TEXTS && BV_FIELD_STRINGS (record, field) != NULL)
    sqlite3_bind_text (statement, index, write_texts (BV_FIELD_STRINGS (record, field)), -1, g_free);
  else if (field->type != BV_FIELD_REFERENCE && BV_FIELD_NUMBERS (record, field) != NULL)
    sqlite3_bind_text (statement, index, write_numbers (field, BV_FIELD_NUMBERS (record, field)), -1, g_free);
  else if (field->type == BV_FIELD_REFERENCE && BV_FIELD_STRING (record, field) != NULL)
    {
      gint64 id = bv_keyring_find (ring, field->target, reference_scope (field, owners),
                                   BV_FIELD_STRING (record, field));

      if (id == 0)
        {
          g_autofree char *word = bv_entity_word (field->target);

          g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("%s: there is no %s “%s” in this campaign"), field->name, word,
                       BV_FIELD_STRING (record, field));
          return FALSE;
        }
      bv_statement_bind_number (statement, index, id);
    }
  return TRUE;
}

static gboolean
bind_fields (const BvRecord *record,
             BvKeyring *ring,
             const gint64 *owners,
             sqlite3_stmt *statement,
             int *index,
             GError **error)
{
  for (guint i = 0; i < record->entity->n_fields; i++)
    {
      const BvField *field = &record->entity->fields[i];

      if (!bv_field_is_child (field)
          && !bind_field (field, record, ring, owners, statement, (*index)++, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_row (BvLibrary *library, const BvRecord *record, BvKeyring *ring, const gint64 *owners, GError **error)
{
  const BvLayout *layout = bv_layout_find (record->entity);
  sqlite3_stmt *statement = bv_statement_new (library, layout->insert, error);
  int index = 1;
  int result;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    bv_statement_bind_number (statement, index++, owners[i] != 0 ? owners[i] : BV_NONE);
  if (layout->has_id)
    bv_statement_bind_number (statement, index++, record->id);
  if (layout->has_ordinal)
    bv_statement_bind_number (statement, index++, record->ordinal);
  if (!bind_fields (record, ring, owners, statement, &index, error))
    {
      bv_statement_finish (library, statement, SQLITE_DONE, NULL);
      return FALSE;
    }
  result = sqlite3_step (statement);
  return bv_statement_finish (library, statement, result, error);
}

static gboolean
insert_children (BvLibrary *library,
                 gpointer record,
                 const BvField *field,
                 BvKeyring *ring,
                 const gint64 *owners,
                 GError **error)
{
  GPtrArray *children;

  if (field->type == BV_FIELD_CHILD)
    return BV_FIELD_RECORD (record, field) == NULL
           || bv_records_insert (library, BV_FIELD_RECORD (record, field), ring, owners, 0, error);
  children = BV_FIELD_RECORDS (record, field);
  for (guint i = 0; i < children->len; i++)
    if (!bv_records_insert (library, g_ptr_array_index (children, i), ring, owners, i, error))
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
 * @ring: the campaign's keys
 * @owners: the rows that own it, and its criteria's group behind them
 * @ordinal: its place in its array
 * @error: return location for a %BV_STORE_ERROR
 *
 * Inserts the record and its children.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_insert (BvLibrary *library,
                   gpointer record,
                   BvKeyring *ring,
                   const gint64 *owners,
                   gint64 ordinal,
                   GError **error)
{
  BvRecord *self = record;
  gint64 children[BV_LAYOUT_MAX_OWNERS + 1];

  self->ordinal = ordinal;
  if (self->id == 0 && bv_layout_find (self->entity)->has_id)
    self->id = bv_records_new_id ();
  if (!insert_row (library, self, ring, owners, error))
    return FALSE;
  list_child_owners (self, ring, owners, children);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const BvField *field = &self->entity->fields[i];

      if (is_own_child (field) && !insert_children (library, record, field, ring, children, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_children (BvLibrary *library, const BvEntity *entity, const gint64 *owners, GError **error)
{
  const BvLayout *layout = bv_layout_find (entity);
  g_autofree char *condition = condition_of_owners (layout);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" AS t WHERE %s", entity->name, condition);

  if (bv_layout_count_owners (layout) == 1)
    return bv_statement_run (library, sql, error, "i", owners[0]);
  return bv_statement_run (library, sql, error, "ii", owners[0], owners[1]);
}

static gboolean
update_row (BvLibrary *library, const BvRecord *record, BvKeyring *ring, const gint64 *owners, GError **error)
{
  const BvLayout *layout = bv_layout_find (record->entity);
  sqlite3_stmt *statement = bv_statement_new (library, layout->update, error);
  int index = 1;
  int result;

  if (statement == NULL)
    return FALSE;
  if (!bind_fields (record, ring, owners, statement, &index, error))
    {
      bv_statement_finish (library, statement, SQLITE_DONE, NULL);
      return FALSE;
    }
  if (layout->has_id)
    bv_statement_bind_number (statement, index, record->id);
  else
    for (guint i = 0; i < bv_layout_count_owners (layout); i++)
      bv_statement_bind_number (statement, index++, owners[i]);
  result = sqlite3_step (statement);
  return bv_statement_finish (library, statement, result, error);
}

/**
 * bv_records_update:
 * @library: a library, in an action
 * @before: the record as it was read
 * @after: the record as it shall be
 * @ring: the campaign's keys
 * @owners: the rows that own it, and its criteria's group behind them
 * @error: return location for a %BV_STORE_ERROR
 *
 * Writes the record's own columns, and the children that are not the same any more.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_update (BvLibrary *library,
                   gconstpointer before,
                   gpointer after,
                   BvKeyring *ring,
                   const gint64 *owners,
                   GError **error)
{
  BvRecord *self = after;
  gint64 children[BV_LAYOUT_MAX_OWNERS + 1];

  if (!update_row (library, self, ring, owners, error))
    return FALSE;
  list_child_owners (self, ring, owners, children);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const BvField *field = &self->entity->fields[i];

      if (is_own_child (field) && !bv_field_equal (field, before, after)
          && (!delete_children (library, field->target, children, error)
              || !insert_children (library, after, field, ring, children, error)))
        return FALSE;
    }
  return TRUE;
}
