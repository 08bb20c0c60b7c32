/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-field.h"

#include "core/field-value.h"
#include "core/share.h"
#include "core/text/text.h"
#include "exchange/interchange/json-record.h"
#include "exchange/interchange/json-scalar.h"
#include "exchange/interchange/json-syntax.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse_unknown_field (const BvEntity *entity, const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *excerpt = bv_text_excerpt (name);

  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & BV_FIELD_ROOT) == 0)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", entity->fields[i].name);
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_FIELD, _ ("no field “%s” in %s; fields: %s"), excerpt,
               entity->name, known->str);
  return FALSE;
}

/* Reads into a record beside, so that a list that is wrong in its middle changes nothing. */
static gboolean
set_from_json (BvRecord *record,
               const BvField *field,
               const char *text,
               const BvJsonPlace *place,
               GError **error)
{
  g_autoptr (BvRecord) beside = bv_record_new (record->entity);
  json_error_t cause;
  json_auto_t *value = json_loadb (text, strlen (text), JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &cause);

  if (value == NULL)
    {
      g_autofree char *reason = bv_json_syntax_describe (&cause);
      g_autofree char *message
        = g_strdup_printf (_ ("not valid JSON: write %s (%s)"), bv_json_scalar_describe_type (field), reason);

      return bv_json_place_refuse (place, BV_ENTITY_ERROR_VALUE, message, error);
    }
  if (!bv_json_record_read_at (beside, field, value, place, NULL, error))
    return FALSE;
  bv_field_copy (field, record, beside);
  return TRUE;
}

/* "a, b" of keys, as people write them. */
static gboolean
set_from_words (BvRecord *record,
                const BvField *field,
                const char *text,
                const BvJsonPlace *place,
                GError **error)
{
  g_autoptr (BvRecord) beside = bv_record_new (record->entity);
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  json_auto_t *array = json_array ();

  for (guint i = 0; words[i] != NULL; i++)
    json_array_append_new (array, json_string (g_strstrip (words[i])));
  if (!bv_json_record_read_at (beside, field, array, place, NULL, error))
    return FALSE;
  bv_field_copy (field, record, beside);
  return TRUE;
}

static gboolean
set_field (gpointer record, const BvField *field, const char *text, const BvJsonPlace *place, GError **error)
{
  if (*text == '\0' && (field->flags & BV_FIELD_REQUIRED) != 0)
    return bv_json_place_refuse_missing (place, error);
  if (*text == '\0')
    bv_field_set_none (field, record);
  else if ((field->flags & BV_FIELD_ONE_OR_MANY) != 0 && *text != '[' && *text != '"'
           && !g_str_equal (text, "null"))
    return set_from_words (record, field, text, place, error);
  else if (bv_field_is_list (field) || bv_field_is_child (field))
    return set_from_json (record, field, text, place, error);
  else
    return bv_json_scalar_set (record, field, text, place, NULL, error);
  return TRUE;
}

/* By its older name: the percent sign is not written. */
static gboolean
set_percent (gpointer record,
             const BvField *field,
             const char *text,
             const BvJsonPlace *place,
             GError **error)
{
  g_autofree char *share = g_strconcat (text, *text != '\0' ? "%" : "", NULL);

  return set_field (record, field, share, place, error);
}

/* A child is made by its first field; but a choice it must have, such as a decision's place, is never made
 * up. */
static gboolean
check_new_child (const BvEntity *entity, const char *name, const BvJsonPlace *place, GError **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];
      g_autofree char *message = NULL;

      if ((field->flags & BV_FIELD_REQUIRED) == 0 || !bv_field_is_number (field)
          || g_str_equal (field->name, name))
        continue;
      message = g_strdup_printf (_ ("there is none yet: give its “%s” first"), field->name);
      return bv_json_place_refuse (place, BV_ENTITY_ERROR_REQUIRED, message, error);
    }
  return TRUE;
}

static gboolean
set_at (gpointer record, const char *name, const char *text, const BvJsonPlace *place, GError **error);

static gboolean
set_in_child (gpointer record,
              const BvField *field,
              const char *name,
              const char *text,
              const BvJsonPlace *place,
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
set_at (gpointer record, const char *name, const char *text, const BvJsonPlace *place, GError **error)
{
  const BvEntity *entity = ((BvRecord *) record)->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];
      gsize length = strlen (field->name);
      const BvJsonPlace inner = { place, field->name, length, 0 };

      if ((field->flags & BV_FIELD_ROOT) != 0 || strncmp (name, field->name, length) != 0)
        continue;
      if (name[length] == '\0')
        return set_field (record, field, text, &inner, error);
      if ((field->flags & BV_FIELD_AS_PERCENT) != 0 && g_str_equal (name + length, BV_SHARE_PERCENT_SUFFIX))
        return set_percent (record, field, text, &inner, error);
      if (name[length] == '.' && field->type == BV_FIELD_CHILD)
        return set_in_child (record, field, name + length + 1, text, &inner, error);
    }
  return refuse_unknown_field (entity, name, error);
}

/**
 * bv_json_field_set:
 * @record: a record
 * @name: that of a field; "person.position" reaches into a child, which is made if there is none
 * @value: a number or text as the interchange file writes it, without quotes; a list or a child as JSON;
 *   empty: null, or the default where null is no value
 * @error: return location for an error, of the domains of bv_field_set_from_string()
 *
 * Sets one field from the text of a command line.
 *
 * Returns: %FALSE with @error set, and @record unchanged, where there is no such field or @value is none of
 * it
 */
gboolean
bv_json_field_set (gpointer record, const char *name, const char *value, GError **error)
{
  return set_at (record, name, value, NULL, error);
}
