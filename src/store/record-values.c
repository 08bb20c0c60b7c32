/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-values.h"

#include "core/criterion.h"
#include "store/layout.h"
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

  if (field->type == BV_FIELD_CHOICE && sqlite3_column_type (statement, column) != SQLITE_NULL)
    *value = bv_choice_parse (field->choices, (const char *) sqlite3_column_text (statement, column));
  else
    *value = bv_statement_column_number (statement, column);
}

static void
read_list (const BvField *field, gpointer record, const char *text)
{
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
read_field (const BvField *field, gpointer record, BvKeyMap *keys, sqlite3_stmt *row, int column)
{
  const char *text;

  if (bv_field_is_number (field))
    {
      read_number (field, record, row, column);
      return;
    }
  if (field->type == BV_FIELD_REFERENCE && keys != NULL)
    text = bv_key_map_key (keys, field->target, sqlite3_column_int64 (row, column));
  else
    text = (const char *) sqlite3_column_text (row, column);
  if (bv_field_is_list (field))
    {
      read_list (field, record, text);
      return;
    }
  BV_FIELD_STRING (record, field) = g_strdup (text);
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

/**
 * bv_record_values_read:
 * @record: a bare record
 * @row: a statement at a row
 * @column: where its fields begin
 * @keys: (nullable): the campaign's keys; %NULL: a reference is read as the key itself
 *
 * Reads all fields but the children.
 */
void
bv_record_values_read (gpointer record, sqlite3_stmt *row, int column, BvKeyMap *keys)
{
  const BvEntity *entity = ((BvRecord *) record)->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    if (!bv_field_is_child (&entity->fields[i]))
      read_field (&entity->fields[i], record, keys, row, column++);
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
