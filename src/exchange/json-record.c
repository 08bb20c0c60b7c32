/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json-record.h"

#include "core/wording.h"
#include "exchange/json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Digits and sign of the longest gint64. */
#define NUMBER_MAX 24

/* Where a value stands: a chain on the stack that becomes words only when something is wrong there. */
typedef struct _Place Place;

struct _Place
{
  const Place *parent;
  const char *name; /* not terminated; NULL: an element of an array */
  gsize length;
  gsize index;
};

/* The fields of one object: all of a table, or the nest "plan." whose names go on at @skip. */
typedef struct
{
  guint first;
  guint stop;
  gsize skip;
} Span;

/* One element of a list of plain values, as a record of one field, so that the checks of fields serve it. */
typedef struct
{
  BvRecord record;
  gint64 number;
  char *text;
} Item;

static gboolean read_members (gpointer record,
                              const json_t *object,
                              const Span *span,
                              const Place *place,
                              GStrvBuilder *notices,
                              GError **error);
static gboolean read_member (gpointer record,
                             const BvField *field,
                             const json_t *value,
                             const Place *place,
                             GStrvBuilder *notices,
                             GError **error);

static void
append_place (GString *path, const Place *place)
{
  if (place == NULL)
    return;
  append_place (path, place->parent);
  if (place->name == NULL)
    g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", place->index);
  else
    {
      if (path->len > 0 && place->length > 0)
        g_string_append_c (path, '.');
      g_string_append_len (path, place->name, place->length);
    }
}

static char *
place_to_string (const Place *place)
{
  GString *path = g_string_new (NULL);

  append_place (path, place);
  return g_string_free (path, FALSE);
}

static gboolean
refuse (const Place *place, int code, const char *message, GError **error)
{
  g_autofree char *path = place_to_string (place);

  g_set_error (error, BV_ENTITY_ERROR, code, "%s: %s", path, message);
  return FALSE;
}

static gboolean
refuse_missing (const Place *place, GError **error)
{
  return refuse (place, BV_ENTITY_ERROR_REQUIRED, _ ("it is missing: give it a value"), error);
}

static gboolean
refuse_type (const Place *place, const char *expected, GError **error)
{
  g_autofree char *message = g_strdup_printf (_ ("of the wrong type: write %s"), expected);

  return refuse (place, BV_ENTITY_ERROR_VALUE, message, error);
}

static const char *
describe_type (const BvField *field)
{
  switch (field->type)
    {
    case BV_FIELD_POINTS:
      return _ ("points as a string, such as \"15.00\"");
    case BV_FIELD_QUANTITY:
      return _ ("a number as a string, such as \"7.6316\"");
    case BV_FIELD_DATE:
      return _ ("a date as a string, such as \"2021-06-21\"");
    case BV_FIELD_PARTIAL_DATE:
      return _ ("a date or year as a string, such as \"1980\"");
    case BV_FIELD_INTEGER:
      return _ ("a whole number without quotes");
    case BV_FIELD_FLAG:
      return _ ("true or false, without quotes");
    case BV_FIELD_TEXTS:
    case BV_FIELD_INTEGERS:
    case BV_FIELD_DATES:
    case BV_FIELD_CHOICES:
    case BV_FIELD_CHILDREN:
      return (field->flags & BV_FIELD_AS_MAP) != 0 ? _ ("an object { }") : _ ("an array [ ]");
    case BV_FIELD_CHILD:
      return _ ("an object { }");
    case BV_FIELD_TEXT:
    case BV_FIELD_CHOICE:
    case BV_FIELD_REFERENCE:
    default:
      return _ ("a string");
    }
}

/* The value as bv_field_set_from_string() takes it; NULL where its type is not the field's. */
static const char *
scalar_text (const BvField *field, const json_t *value, char *buffer)
{
  if (field->type == BV_FIELD_FLAG)
    return json_is_boolean (value) ? (json_is_true (value) ? "true" : "false") : NULL;
  if (field->type != BV_FIELD_INTEGER)
    return json_string_value (value);
  if (!json_is_integer (value))
    return NULL;
  g_snprintf (buffer, NUMBER_MAX, "%" G_GINT64_FORMAT, (gint64) json_integer_value (value));
  return buffer;
}

static void
notice_rounding (const BvField *field,
                 gconstpointer record,
                 const char *text,
                 const Place *place,
                 GStrvBuilder *notices)
{
  gboolean rounded = FALSE;
  g_autofree char *path = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *notice = NULL;

  if (notices == NULL || bv_quantity_parse (text, &rounded, NULL) == BV_NONE || !rounded)
    return;
  path = place_to_string (place);
  excerpt = bv_wording_excerpt (text);
  kept = bv_field_to_string (field, record);
  notice = g_strdup_printf (_ ("%s: %s rounded to %s"), path, excerpt, kept);
  g_strv_builder_add (notices, notice);
}

static gboolean
set_text (gpointer record, const BvField *field, const char *text, const Place *place, GError **error)
{
  GError *cause = NULL;
  g_autofree char *path = NULL;

  if (bv_field_set_from_string (field, record, text, &cause))
    return TRUE;
  path = place_to_string (place);
  g_propagate_prefixed_error (error, cause, "%s: ", path);
  return FALSE;
}

static gboolean
read_scalar (gpointer record,
             const BvField *field,
             const json_t *value,
             const Place *place,
             GStrvBuilder *notices,
             GError **error)
{
  char buffer[NUMBER_MAX];
  const char *text = scalar_text (field, value, buffer);

  if (text == NULL)
    return refuse_type (place, describe_type (field), error);
  if (*text == '\0' && bv_field_is_text (field) && (field->flags & BV_FIELD_REQUIRED) != 0)
    return refuse_missing (place, error);
  if (!set_text (record, field, text, place, error))
    return FALSE;
  if (field->type == BV_FIELD_QUANTITY)
    notice_rounding (field, record, text, place, notices);
  return TRUE;
}

/* An element of a list as a field of its own, of an Item. */
static BvField
element_field (const BvField *list)
{
  BvField field = *list;

  field.flags = 0;
  field.offset = list->type == BV_FIELD_TEXTS ? G_STRUCT_OFFSET (Item, text) : G_STRUCT_OFFSET (Item, number);
  if (list->type == BV_FIELD_INTEGERS)
    field.type = BV_FIELD_INTEGER;
  else if (list->type == BV_FIELD_DATES)
    field.type = BV_FIELD_DATE;
  else if (list->type == BV_FIELD_CHOICES)
    field.type = BV_FIELD_CHOICE;
  else
    field.type = BV_FIELD_TEXT;
  return field;
}

static gboolean
read_texts (const BvField *field, const json_t *array, const Place *place, char ***texts, GError **error)
{
  const BvField element = element_field (field);
  g_auto (GStrv) read = g_new0 (char *, json_array_size (array) + 1);

  for (gsize i = 0; i < json_array_size (array); i++)
    {
      Item item = { .text = NULL };
      const Place inner = { place, NULL, 0, i };

      if (!read_scalar (&item, &element, json_array_get (array, i), &inner, NULL, error))
        return FALSE;
      read[i] = item.text;
    }
  *texts = g_steal_pointer (&read);
  return TRUE;
}

static gboolean
read_numbers (const BvField *field, const json_t *array, const Place *place, GArray **numbers, GError **error)
{
  const BvField element = element_field (field);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < json_array_size (array); i++)
    {
      Item item = { .number = BV_NONE };
      const Place inner = { place, NULL, 0, i };

      if (!read_scalar (&item, &element, json_array_get (array, i), &inner, NULL, error))
        return FALSE;
      g_array_append_val (read, item.number);
    }
  *numbers = g_steal_pointer (&read);
  return TRUE;
}

/* An empty list is stored as its default where null is not a value of its own. */
static gboolean
read_list (gpointer record, const BvField *field, const json_t *value, const Place *place, GError **error)
{
  if (!json_is_array (value))
    return refuse_type (place, describe_type (field), error);
  bv_field_clear (field, record);
  if (json_array_size (value) == 0 && (field->flags & BV_FIELD_NULLABLE) == 0)
    return TRUE;
  if (field->type == BV_FIELD_TEXTS)
    return read_texts (field, value, place, &BV_FIELD_STRINGS (record, field), error);
  return read_numbers (field, value, place, &BV_FIELD_NUMBERS (record, field), error);
}

static gboolean
read_object (gpointer record, const json_t *value, const Place *place, GStrvBuilder *notices, GError **error)
{
  const Span span = { 0, ((BvRecord *) record)->entity->n_fields, 0 };

  if (!json_is_object (value))
    return refuse_type (place, _ ("an object { }"), error);
  return read_members (record, value, &span, place, notices, error);
}

/* {key: value} in the order of the file. */
static gboolean
read_map (gpointer record,
          const BvField *field,
          const json_t *value,
          const Place *place,
          GStrvBuilder *notices,
          GError **error)
{
  const BvField *key_field = &field->target->fields[0];
  const char *key;
  json_t *member;

  if (!json_is_object (value))
    return refuse_type (place, describe_type (field), error);
  json_object_foreach ((json_t *) value, key, member)
  {
    gpointer child = bv_record_add_child (record, field);
    g_autofree char *excerpt = bv_wording_excerpt (key);
    const Place inner = { place, excerpt, strlen (excerpt), 0 };

    if (!set_text (child, key_field, key, &inner, error)
        || !read_member (child, key_field + 1, member, &inner, notices, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_children (gpointer record,
               const BvField *field,
               const json_t *value,
               const Place *place,
               GStrvBuilder *notices,
               GError **error)
{
  gboolean values = (field->flags & BV_FIELD_AS_VALUES) != 0;

  if (!json_is_array (value))
    return refuse_type (place, describe_type (field), error);
  for (gsize i = 0; i < json_array_size (value); i++)
    {
      gpointer child = bv_record_add_child (record, field);
      const json_t *element = json_array_get (value, i);
      const Place inner = { place, NULL, 0, i };

      if (values ? !read_member (child, field->target->fields, element, &inner, notices, error)
                 : !read_object (child, element, &inner, notices, error))
        return FALSE;
    }
  return TRUE;
}

/* Reads what stands for one field; @value is NULL where nothing does. */
static gboolean
read_member (gpointer record,
             const BvField *field,
             const json_t *value,
             const Place *place,
             GStrvBuilder *notices,
             GError **error)
{
  if (value == NULL || json_is_null (value))
    {
      if ((field->flags & BV_FIELD_REQUIRED) != 0)
        return refuse_missing (place, error);
      bv_field_clear (field, record);
      return TRUE;
    }
  if (bv_field_is_list (field))
    return read_list (record, field, value, place, error);
  if (!bv_field_is_child (field))
    return read_scalar (record, field, value, place, notices, error);
  bv_field_clear (field, record);
  if (field->type == BV_FIELD_CHILD)
    return read_object (bv_record_add_child (record, field), value, place, notices, error);
  if ((field->flags & BV_FIELD_AS_MAP) != 0)
    return read_map (record, field, value, place, notices, error);
  return read_children (record, field, value, place, notices, error);
}

/* The fields of a nest ("plan." of "plan.number") stand together in their table; @skip is the length of what
 * they begin with. */
static Span
find_nest (const BvEntity *entity, guint first, gsize skip)
{
  Span span = { first, first + 1, skip };

  while (span.stop < entity->n_fields
         && strncmp (entity->fields[span.stop].name, entity->fields[first].name, skip) == 0)
    span.stop++;
  return span;
}

static gboolean
read_nest (gpointer record,
           const json_t *value,
           const Span *span,
           const Place *place,
           GStrvBuilder *notices,
           GError **error)
{
  json_auto_t *empty = NULL;

  if (value == NULL || json_is_null (value))
    value = empty = json_object ();
  if (!json_is_object (value))
    return refuse_type (place, _ ("an object { }"), error);
  return read_members (record, value, span, place, notices, error);
}

static gboolean
is_known (const BvEntity *entity, const Span *span, const char *key)
{
  gsize length = strlen (key);

  for (guint i = span->first; i < span->stop; i++)
    {
      const char *name = entity->fields[i].name + span->skip;

      if ((entity->fields[i].flags & BV_FIELD_ROOT) == 0 && strncmp (name, key, length) == 0
          && (name[length] == '\0' || name[length] == '.'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_unknown (const BvEntity *entity,
                const json_t *object,
                const Span *span,
                const Place *place,
                GError **error)
{
  const char *key;
  json_t *member;

  json_object_foreach ((json_t *) object, key, member)
  {
    if (!is_known (entity, span, key))
      {
        g_autofree char *excerpt = bv_wording_excerpt (key);
        const Place inner = { place, excerpt, strlen (excerpt), 0 };

        return refuse (&inner, BV_ENTITY_ERROR_FIELD, _ ("unknown key: remove it or check its spelling"),
                       error);
      }
  }
  g_return_val_if_reached (FALSE);
}

static gboolean
read_members (gpointer record,
              const json_t *object,
              const Span *span,
              const Place *place,
              GStrvBuilder *notices,
              GError **error)
{
  const BvEntity *entity = ((BvRecord *) record)->entity;
  gsize known = 0;

  for (guint i = span->first, next; i < span->stop; i = next)
    {
      const BvField *field = &entity->fields[i];
      const char *name = field->name + span->skip;
      gsize length = strcspn (name, ".");
      const Span nest = find_nest (entity, i, span->skip + length + (name[length] == '.'));
      const Place inner = { place, name, length, 0 };
      const json_t *value = json_object_getn (object, name, length);

      next = name[length] == '.' ? nest.stop : i + 1;
      if ((field->flags & BV_FIELD_ROOT) != 0)
        continue;
      known += value != NULL;
      if (name[length] == '.' ? !read_nest (record, value, &nest, &inner, notices, error)
                              : !read_member (record, field, value, &inner, notices, error))
        return FALSE;
    }
  return known == json_object_size (object) || refuse_unknown (entity, object, span, place, error);
}

/**
 * bv_json_record_read:
 * @record: a new record
 * @object: what stands for it in the interchange file
 * @path: (nullable): where that is, such as `nominees[3]`; messages begin with it
 * @notices: (nullable): receives one line for each quantity that was rounded
 * @error: return location for an error, of the domains of bv_field_set_from_string()
 *
 * Reads the record and all that is within it. What is absent or null has its default. Fields that stand at
 * the root of the file are not read.
 *
 * Returns: %FALSE with @error set where a key is unknown, a mandatory value missing or a value none of its
 * field; @record is then half read
 */
gboolean
bv_json_record_read (gpointer record,
                     const json_t *object,
                     const char *path,
                     GStrvBuilder *notices,
                     GError **error)
{
  const Place place = { NULL, path, path != NULL ? strlen (path) : 0, 0 };

  return read_object (record, object, path != NULL ? &place : NULL, notices, error);
}

/**
 * bv_json_record_read_field:
 * @record: a record
 * @field: a field of its entity
 * @value: (nullable): what stands for it, %NULL where nothing does
 * @notices: (nullable): as in bv_json_record_read()
 * @error: return location for an error
 *
 * Reads one field; messages begin with its name.
 *
 * Returns: %FALSE with @error set as bv_json_record_read() does
 */
gboolean
bv_json_record_read_field (gpointer record,
                           const BvField *field,
                           const json_t *value,
                           GStrvBuilder *notices,
                           GError **error)
{
  const Place place = { NULL, field->name, strlen (field->name), 0 };

  return read_member (record, field, value, &place, notices, error);
}

/**
 * bv_json_record_to_json:
 * @record: a record
 *
 * Returns: (transfer full): the object that stands for it in the interchange file
 */
json_t *
bv_json_record_to_json (gconstpointer record)
{
  BvJsonWriter writer;
  g_autofree char *text = NULL;
  gsize length;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_record (&writer, record);
  text = bv_json_writer_finish (&writer, &length);
  return json_loadb (text, length, 0, NULL);
}

static gboolean
refuse_unknown_field (const BvEntity *entity, const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *excerpt = bv_wording_excerpt (name);

  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & BV_FIELD_ROOT) == 0)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", entity->fields[i].name);
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_FIELD, _ ("no field “%s” in %s; fields: %s"), excerpt,
               entity->name, known->str);
  return FALSE;
}

/* Reads into a record beside, so that a list that is wrong in its middle changes nothing. */
static gboolean
set_from_json (BvRecord *record, const BvField *field, const char *text, const Place *place, GError **error)
{
  g_autoptr (BvRecord) beside = bv_record_new (record->entity);
  json_error_t cause;
  json_auto_t *value = json_loadb (text, strlen (text), JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &cause);

  if (value == NULL)
    {
      g_autofree char *reason = g_utf8_make_valid (cause.text, -1);
      g_autofree char *message
        = g_strdup_printf (_ ("not valid JSON: write %s (%s)"), describe_type (field), reason);

      return refuse (place, BV_ENTITY_ERROR_VALUE, message, error);
    }
  if (!read_member (beside, field, value, place, NULL, error))
    return FALSE;
  bv_field_copy (field, record, beside);
  return TRUE;
}

static gboolean
set_field (gpointer record, const BvField *field, const char *text, const Place *place, GError **error)
{
  if (*text == '\0' && (field->flags & BV_FIELD_REQUIRED) != 0)
    return refuse_missing (place, error);
  if (*text == '\0')
    bv_field_clear (field, record);
  else if (bv_field_is_list (field) || bv_field_is_child (field))
    return set_from_json (record, field, text, place, error);
  else
    return set_text (record, field, text, place, error);
  return TRUE;
}

/* A child is made by its first field; but a choice it must have, such as a decision's place, is never made
 * up. */
static gboolean
check_new_child (const BvEntity *entity, const char *name, const Place *place, GError **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];
      g_autofree char *message = NULL;

      if ((field->flags & BV_FIELD_REQUIRED) == 0 || !bv_field_is_number (field)
          || g_str_equal (field->name, name))
        continue;
      message = g_strdup_printf (_ ("there is none yet: give its “%s” first"), field->name);
      return refuse (place, BV_ENTITY_ERROR_REQUIRED, message, error);
    }
  return TRUE;
}

static gboolean
set_at (gpointer record, const char *name, const char *text, const Place *place, GError **error);

static gboolean
set_in_child (gpointer record,
              const BvField *field,
              const char *name,
              const char *text,
              const Place *place,
              GError **error)
{
  gpointer child = BV_FIELD_RECORD (record, field);
  g_autoptr (BvRecord) made = NULL;

  if (child == NULL)
    {
      if (!check_new_child (field->target, name, place, error))
        return FALSE;
      child = made = bv_record_new (field->target);
    }
  if (!set_at (child, name, text, place, error))
    return FALSE;
  if (made != NULL)
    BV_FIELD_RECORD (record, field) = g_steal_pointer (&made);
  return TRUE;
}

static gboolean
set_at (gpointer record, const char *name, const char *text, const Place *place, GError **error)
{
  const BvEntity *entity = ((BvRecord *) record)->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];
      gsize length = strlen (field->name);
      const Place inner = { place, field->name, length, 0 };

      if ((field->flags & BV_FIELD_ROOT) != 0 || strncmp (name, field->name, length) != 0)
        continue;
      if (name[length] == '\0')
        return set_field (record, field, text, &inner, error);
      if (name[length] == '.' && field->type == BV_FIELD_CHILD)
        return set_in_child (record, field, name + length + 1, text, &inner, error);
    }
  return refuse_unknown_field (entity, name, error);
}

/**
 * bv_json_record_set:
 * @record: a record
 * @field: the name of a field; "person.position" reaches into a child, which is made if there is none
 * @value: a number or text as the interchange file writes it, without quotes; a list or a child as JSON;
 *   empty: the default
 * @error: return location for an error, of the domains of bv_field_set_from_string()
 *
 * Sets one field from the text of a command line.
 *
 * Returns: %FALSE with @error set, and @record unchanged, where there is no such field or @value is none of
 * it
 */
gboolean
bv_json_record_set (gpointer record, const char *field, const char *value, GError **error)
{
  return set_at (record, field, value, NULL, error);
}
