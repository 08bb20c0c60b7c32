/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-values.h"

#include "core/criterion.h"
#include "core/field-value.h"
#include "store/layout.h"
#include "store/proof/damage.h"
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

/* NULL: it is no list of texts. */
static char **
read_texts (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  json_t *array = json_loads (text, 0, NULL);
  gboolean ok = json_is_array (array);
  json_t *item;
  size_t i;

  json_array_foreach (array, i, item)
  {
    ok = ok && json_is_string (item);
    if (ok)
      g_strv_builder_add (builder, json_string_value (item));
  }
  json_decref (array);
  return ok ? g_strv_builder_end (builder) : NULL;
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

/* NULL: it is no list of the field's choices. */
static GArray *
read_choices (const BvField *field, const char *text)
{
  g_auto (GStrv) names = read_texts (text);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gint64 value = bv_choice_parse (field->choices, names[i]);

      if (value == BV_NONE)
        return NULL;
      g_array_append_val (numbers, value);
    }
  return names != NULL ? g_steal_pointer (&numbers) : NULL;
}

/* As write_numbers() writes them: of large campaigns there are very many. NULL: it is no list of numbers that
 * the field admits. */
static GArray *
read_numbers (const BvField *field, const char *text)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *p = text;

  if (*p++ != '[')
    return NULL;
  while (*p != ']')
    {
      char *end = NULL;
      gint64 value = g_ascii_strtoll (p, &end, 10);

      if (end == p || (*end != ',' && *end != ']') || !bv_field_admits (field, value))
        return NULL;
      g_array_append_val (numbers, value);
      p = *end == ',' ? end + 1 : end;
    }
  return p[1] == '\0' ? g_steal_pointer (&numbers) : NULL;
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

static gboolean
read_number (const BvField *field, gpointer record, sqlite3_stmt *row, int column)
{
  gint64 *value = &BV_FIELD_NUMBER (record, field);

  *value = bv_statement_column_number (row, column);
  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return (field->flags & BV_FIELD_NULLABLE) != 0;
  if (field->type != BV_FIELD_CHOICE)
    return bv_field_admits (field, *value);
  *value = bv_choice_parse (field->choices, (const char *) sqlite3_column_text (row, column));
  return *value != BV_NONE;
}

static gboolean
read_list (const BvField *field, gpointer record, const char *text)
{
  if (text == NULL)
    return TRUE;
  if (field->type == BV_FIELD_TEXTS)
    return (BV_FIELD_STRINGS (record, field) = read_texts (text)) != NULL;
  if (field->type == BV_FIELD_CHOICES)
    return (BV_FIELD_NUMBERS (record, field) = read_choices (field, text)) != NULL;
  return (BV_FIELD_NUMBERS (record, field) = read_numbers (field, text)) != NULL;
}

/* A reference may name nothing where it is null, but not a row that is not there. */
static gboolean
read_reference (const BvField *field, gpointer record, BvKeyMap *keys, sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  gboolean is_null = sqlite3_column_type (row, column) == SQLITE_NULL;

  if (keys != NULL && !is_null)
    text = bv_key_map_key (keys, field->target, sqlite3_column_int64 (row, column));
  BV_FIELD_STRING (record, field) = g_strdup (text);
  return text != NULL || (is_null && (field->flags & BV_FIELD_NULLABLE) != 0);
}

static gboolean
read_field (const BvField *field, gpointer record, BvKeyMap *keys, sqlite3_stmt *row, int column)
{
  const char *text;

  if (bv_field_is_number (field))
    return read_number (field, record, row, column);
  if (field->type == BV_FIELD_REFERENCE)
    return read_reference (field, record, keys, row, column);
  text = (const char *) sqlite3_column_text (row, column);
  if (bv_field_is_list (field))
    return read_list (field, record, text);
  BV_FIELD_STRING (record, field) = g_strdup (text);
  return text != NULL || (field->flags & BV_FIELD_NULLABLE) != 0;
}

/**
 * bv_record_values_find:
 * @field: a reference
 * @record: a record that names something
 * @keys: the campaign's keys
 * @owners: the rows that own @record, and its criteria's group behind them
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the row that is named; 0 with @error set where there is none
 */
gint64
bv_record_values_find (const BvField *field,
                       gconstpointer record,
                       BvKeyMap *keys,
                       const gint64 *owners,
                       GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *key = BV_FIELD_STRING (record, field);
  gint64 id = bv_key_map_find (keys, field->target, reference_scope (field, owners), key, &local);
  g_autofree char *word = bv_entity_word (field->target);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (id == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("%s: there is no %s “%s” in this campaign"), field->name, word, key);
  return id;
}

/* Binds a value whose text, if it had to be made, goes with the statement. */
static gboolean
bind_field (const BvField *field,
            gconstpointer record,
            BvKeyMap *keys,
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
      gint64 id = bv_record_values_find (field, record, keys, owners, error);

      if (id == 0)
        return FALSE;
      bv_statement_bind_number (statement, index, id);
    }
  return TRUE;
}

static void
note_value (BvLibrary *library, const BvRecord *record, const BvField *field)
{
  /* Translators: the name of a field */
  g_autofree char *what = g_strdup_printf (_ ("%s: it has no such value"), field->name);

  bv_damage_note (library, record->entity->name, record->id, what);
}

/**
 * bv_record_values_read:
 * @library: the library
 * @record: a bare record
 * @row: a statement at a row
 * @column: where its fields begin
 * @keys: (nullable): the campaign's keys; %NULL: a reference is read as the key itself
 *
 * Reads all fields but the children. A value that the program would not have written there is noted as
 * damage.
 *
 * Returns: whether there is none
 */
gboolean
bv_record_values_read (BvLibrary *library, gpointer record, sqlite3_stmt *row, int column, BvKeyMap *keys)
{
  const BvRecord *self = record;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < self->entity->n_fields; i++)
    {
      const BvField *field = &self->entity->fields[i];

      if (bv_field_is_child (field))
        continue;
      ok = read_field (field, record, keys, row, column++);
      if (!ok)
        note_value (library, self, field);
    }
  return ok;
}

/**
 * bv_record_values_bind:
 * @record: a record
 * @statement: a statement
 * @index: the parameter of the first field
 * @keys: the campaign's keys
 * @owners: the rows that own @record, and its criteria's group behind them
 * @error: return location for a %BV_STORE_ERROR
 *
 * Binds all fields but the children; they must live until the statement is finished.
 *
 * Returns: %FALSE with @error set where a reference names nothing
 */
gboolean
bv_record_values_bind (const BvRecord *record,
                       sqlite3_stmt *statement,
                       int index,
                       BvKeyMap *keys,
                       const gint64 *owners,
                       GError **error)
{
  for (guint i = 0; i < record->entity->n_fields; i++)
    {
      const BvField *field = &record->entity->fields[i];

      if (!bv_field_is_child (field) && !bind_field (field, record, keys, owners, statement, index++, error))
        return FALSE;
    }
  return TRUE;
}
