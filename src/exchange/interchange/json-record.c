/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-record.h"

#include "core/field-value.h"
#include "core/share.h"
#include "core/text/text.h"
#include "exchange/interchange/json-scalar.h"
#include "exchange/interchange/json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
                              const BvJsonPlace *place,
                              BvJsonNotices *notices,
                              GError **error);

/* An element of a list as a field of its own, of an Item. */
static BvField
element_field (const BvField *list)
{
  BvField field = *list;

  field.flags = list->flags & BV_FIELD_LONG;
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
read_texts (const BvField *field,
            const json_t *array,
            const BvJsonPlace *place,
            BvJsonNotices *notices,
            char ***texts,
            GError **error)
{
  const BvField element = element_field (field);
  g_auto (GStrv) read = g_new0 (char *, json_array_size (array) + 1);

  for (gsize i = 0; i < json_array_size (array); i++)
    {
      Item item = { .text = NULL };
      const BvJsonPlace inner = { place, NULL, 0, i };

      if (!bv_json_scalar_read (&item, &element, json_array_get (array, i), &inner, notices, error))
        return FALSE;
      read[i] = item.text;
    }
  *texts = g_steal_pointer (&read);
  return TRUE;
}

static gboolean
read_numbers (const BvField *field,
              const json_t *array,
              const BvJsonPlace *place,
              BvJsonNotices *notices,
              GArray **numbers,
              GError **error)
{
  const BvField element = element_field (field);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < json_array_size (array); i++)
    {
      Item item = { .number = BV_NONE };
      const BvJsonPlace inner = { place, NULL, 0, i };

      if (!bv_json_scalar_read (&item, &element, json_array_get (array, i), &inner, notices, error))
        return FALSE;
      g_array_append_val (read, item.number);
    }
  *numbers = g_steal_pointer (&read);
  return TRUE;
}

/* An empty list is stored as its default where null is not a value of its own. */
static gboolean
read_list (gpointer record,
           const BvField *field,
           const json_t *value,
           const BvJsonPlace *place,
           BvJsonNotices *notices,
           GError **error)
{
  if (!json_is_array (value))
    return bv_json_place_refuse_type (place, bv_json_scalar_describe_type (field), error);
  bv_field_clear (field, record);
  if (json_array_size (value) == 0 && (field->flags & BV_FIELD_NULLABLE) == 0)
    return TRUE;
  if (field->type == BV_FIELD_TEXTS)
    return read_texts (field, value, place, notices, &BV_FIELD_STRINGS (record, field), error);
  return read_numbers (field, value, place, notices, &BV_FIELD_NUMBERS (record, field), error);
}

static gboolean
read_object (gpointer record,
             const json_t *value,
             const BvJsonPlace *place,
             BvJsonNotices *notices,
             GError **error)
{
  const Span span = { 0, ((BvRecord *) record)->entity->n_fields, 0 };

  if (!json_is_object (value))
    return bv_json_place_refuse_type (place, _ ("an object { }"), error);
  return read_members (record, value, &span, place, notices, error);
}

/* {key: value} in the order of the file. */
static gboolean
read_map (gpointer record,
          const BvField *field,
          const json_t *value,
          const BvJsonPlace *place,
          BvJsonNotices *notices,
          GError **error)
{
  const BvField *key_field = &field->target->fields[0];
  const char *key;
  json_t *member;

  if (!json_is_object (value))
    return bv_json_place_refuse_type (place, bv_json_scalar_describe_type (field), error);
  json_object_foreach ((json_t *) value, key, member)
  {
    gpointer child = bv_record_add_child (record, field);
    g_autofree char *excerpt = bv_text_excerpt (key);
    const BvJsonPlace inner = { place, excerpt, strlen (excerpt), 0 };

    if (!bv_json_scalar_set (child, key_field, key, &inner, notices, error)
        || !bv_json_record_read_at (child, key_field + 1, member, &inner, notices, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_children (gpointer record,
               const BvField *field,
               const json_t *value,
               const BvJsonPlace *place,
               BvJsonNotices *notices,
               GError **error)
{
  gboolean values = (field->flags & BV_FIELD_AS_VALUES) != 0;

  if (!json_is_array (value))
    return bv_json_place_refuse_type (place, bv_json_scalar_describe_type (field), error);
  for (gsize i = 0; i < json_array_size (value); i++)
    {
      gpointer child = bv_record_add_child (record, field);
      const json_t *element = json_array_get (value, i);
      const BvJsonPlace inner = { place, NULL, 0, i };

      if (values ? !bv_json_record_read_at (child, field->target->fields, element, &inner, notices, error)
                 : !read_object (child, element, &inner, notices, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_json_record_read_at:
 * @record: a record
 * @field: a field of its entity
 * @value: (nullable): what stands for it; %NULL where nothing does
 * @place: where that is
 * @notices: (nullable): as in bv_json_record_read()
 * @error: return location for an error
 *
 * Reads one field.
 *
 * Returns: %FALSE with @error set as bv_json_record_read() does
 */
gboolean
bv_json_record_read_at (gpointer record,
                        const BvField *field,
                        const json_t *value,
                        const BvJsonPlace *place,
                        BvJsonNotices *notices,
                        GError **error)
{
  if (value == NULL || json_is_null (value))
    {
      if ((field->flags & BV_FIELD_REQUIRED) != 0)
        return bv_json_place_refuse_missing (place, error);
      if (value == NULL)
        bv_field_clear (field, record);
      else
        bv_field_set_none (field, record);
      return TRUE;
    }
  if (bv_field_is_list (field))
    return read_list (record, field, value, place, notices, error);
  if (!bv_field_is_child (field))
    return bv_json_scalar_read (record, field, value, place, notices, error);
  bv_field_clear (field, record);
  if ((field->flags & BV_FIELD_ONE_OR_MANY) != 0 && !json_is_array (value))
    return bv_json_record_read_at (bv_record_add_child (record, field), field->target->fields, value, place,
                                   notices, error);
  if (field->type == BV_FIELD_CHILD)
    return read_object (bv_record_add_child (record, field), value, place, notices, error);
  if ((field->flags & BV_FIELD_AS_MAP) != 0)
    return read_map (record, field, value, place, notices, error);
  return read_children (record, field, value, place, notices, error);
}

static gboolean
is_percent_key (const BvField *field, const char *name, const char *key)
{
  gsize length = strlen (name);

  return (field->flags & BV_FIELD_AS_PERCENT) != 0 && strncmp (name, key, length) == 0
         && g_str_equal (key + length, BV_SHARE_PERCENT_SUFFIX);
}

/* A share by its older key, as a whole number. */
static gboolean
read_percent (gpointer record,
              const BvField *field,
              const json_t *value,
              const BvJsonPlace *place,
              GError **error)
{
  json_auto_t *share = NULL;

  if (json_is_null (value))
    return TRUE;
  if (!json_is_integer (value))
    return bv_json_place_refuse_type (place, _ ("a whole number without quotes"), error);
  share = json_sprintf ("%" JSON_INTEGER_FORMAT "%%", json_integer_value (value));
  return bv_json_scalar_read (record, field, share, place, NULL, error);
}

/* Which of the two keys says it; @known grows by it. */
static gboolean
read_share (gpointer record,
            const BvField *field,
            const json_t *object,
            const BvJsonPlace *place,
            gsize *known,
            GError **error)
{
  g_autofree char *name = g_strconcat (place->name, BV_SHARE_PERCENT_SUFFIX, NULL);
  const BvJsonPlace older = { place->parent, name, strlen (name), 0 };
  const json_t *value = json_object_get (object, place->name);
  const json_t *percent = json_object_get (object, name);

  *known += percent != NULL;
  if (percent == NULL)
    return bv_json_record_read_at (record, field, value, place, NULL, error);
  if (value != NULL)
    return bv_json_place_refuse (&older, BV_ENTITY_ERROR_VALUE,
                                 _ ("it is said twice: leave one of the two out"), error);
  return read_percent (record, field, percent, &older, error);
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
           const BvJsonPlace *place,
           BvJsonNotices *notices,
           GError **error)
{
  json_auto_t *empty = NULL;

  if (value == NULL || json_is_null (value))
    value = empty = json_object ();
  if (!json_is_object (value))
    return bv_json_place_refuse_type (place, _ ("an object { }"), error);
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
      if (is_percent_key (&entity->fields[i], name, key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_unknown (const BvEntity *entity,
                const json_t *object,
                const Span *span,
                const BvJsonPlace *place,
                GError **error)
{
  const char *key;
  json_t *member;

  json_object_foreach ((json_t *) object, key, member)
  {
    if (!is_known (entity, span, key))
      {
        g_autofree char *excerpt = bv_text_excerpt (key);
        const BvJsonPlace inner = { place, excerpt, strlen (excerpt), 0 };

        return bv_json_place_refuse (&inner, BV_ENTITY_ERROR_FIELD,
                                     _ ("unknown key: remove it or check its spelling"), error);
      }
  }
  g_return_val_if_reached (FALSE);
}

static gboolean
read_members (gpointer record,
              const json_t *object,
              const Span *span,
              const BvJsonPlace *place,
              BvJsonNotices *notices,
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
      const BvJsonPlace inner = { place, name, length, 0 };
      const json_t *value = json_object_getn (object, name, length);

      next = name[length] == '.' ? nest.stop : i + 1;
      if ((field->flags & BV_FIELD_ROOT) != 0)
        continue;
      known += value != NULL;
      if (name[length] == '.' ? !read_nest (record, value, &nest, &inner, notices, error)
          : (field->flags & BV_FIELD_AS_PERCENT) != 0
            ? !read_share (record, field, object, &inner, &known, error)
            : !bv_json_record_read_at (record, field, value, &inner, notices, error))
        return FALSE;
    }
  return known == json_object_size (object) || refuse_unknown (entity, object, span, place, error);
}

/**
 * bv_json_record_read:
 * @record: a new record
 * @object: what stands for it in the interchange file
 * @path: (nullable): where that is, such as `nominees[3]`; messages begin with it
 * @notices: (nullable): learns of each quantity that was rounded and each text that was made tidy
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
                     BvJsonNotices *notices,
                     GError **error)
{
  const BvJsonPlace place = { NULL, path, path != NULL ? strlen (path) : 0, 0 };

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
                           BvJsonNotices *notices,
                           GError **error)
{
  const BvJsonPlace place = { NULL, field->name, strlen (field->name), 0 };

  return bv_json_record_read_at (record, field, value, &place, notices, error);
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
