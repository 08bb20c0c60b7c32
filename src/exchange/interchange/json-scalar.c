/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-scalar.h"

#include "core/field-value.h"
#include "core/text/date.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>

/* Digits and sign of the longest gint64. */
#define NUMBER_MAX 24

/**
 * bv_json_scalar_describe_type:
 * @field: a field
 *
 * Returns: (transfer none): what stands for it in an interchange file, in the user's language
 */
const char *
bv_json_scalar_describe_type (const BvField *field)
{
  switch (field->type)
    {
    case BV_FIELD_POINTS:
      return _ ("points as a string, such as \"15.00\"");
    case BV_FIELD_QUANTITY:
      return _ ("a number as a string, such as \"7.6316\"");
    case BV_FIELD_DATE:
      return _ ("a date as a string, such as \"2026-06-21\"");
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
    case BV_FIELD_SHARE:
      return _ ("a share as a string, such as \"2/3\"");
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
                 const BvJsonPlace *place,
                 BvJsonNotices *notices)
{
  gboolean rounded = FALSE;
  g_autofree char *path = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *notice = NULL;

  if (notices == NULL || bv_quantity_parse (text, &rounded, NULL) == BV_NONE || !rounded)
    return;
  path = bv_json_place_to_string (place);
  excerpt = bv_text_excerpt (text);
  kept = bv_field_to_string (field, record);
  notice = g_strdup_printf (_ ("%s: %s rounded to %s"), path, excerpt, kept);
  bv_json_notices_add (notices, notice);
}

static gboolean
is_date (const BvField *field)
{
  return field->type == BV_FIELD_DATE || field->type == BV_FIELD_PARTIAL_DATE;
}

/* Where no notices are kept, a person wrote the value, and may write a date as in the window. */
static gboolean
set_typed (gpointer record, const BvField *field, const char *text, GError **error)
{
  gint64 date;

  if (!is_date (field))
    return bv_field_set_from_string (field, record, text, error);
  date = bv_date_parse_vietnamese (text, field->type == BV_FIELD_PARTIAL_DATE, error);
  if (date == BV_NONE)
    return FALSE;
  BV_FIELD_NUMBER (record, field) = date;
  return TRUE;
}

static gboolean
set_verbatim (gpointer record, const BvField *field, const char *text)
{
  g_free (BV_FIELD_STRING (record, field));
  BV_FIELD_STRING (record, field) = g_strdup (text);
  return TRUE;
}

static gboolean
set_noted (gpointer record, const BvField *field, const char *text, BvJsonNotices *notices, GError **error)
{
  g_autofree char *rest = bv_field_is_text (field) ? bv_json_notices_take_text (notices, text) : NULL;
  const char *fit = rest != NULL ? rest : text;

  if (bv_field_is_text (field) && bv_json_notices_are_verbatim (notices))
    return set_verbatim (record, field, text);
  if (!bv_field_set_from_string (field, record, fit, error))
    return FALSE;
  if (bv_field_is_text (field))
    bv_json_notices_compare_text (notices, fit, BV_FIELD_STRING (record, field));
  return TRUE;
}

/**
 * bv_json_scalar_set:
 * @record: a record
 * @field: a field of it that is one value
 * @text: the value as the interchange file writes it, without quotes
 * @place: where that stands
 * @notices: (nullable): those of a file that is read, which learn of a text that was made fit and tidy; %NULL
 *   where somebody typed the value, who may write a date as in the window and is refused what is not fit
 * @error: return location for an error of bv_field_set_from_string(), which begins with the place
 *
 * Returns: whether the field has the value
 */
gboolean
bv_json_scalar_set (gpointer record,
                    const BvField *field,
                    const char *text,
                    const BvJsonPlace *place,
                    BvJsonNotices *notices,
                    GError **error)
{
  GError *cause = NULL;
  g_autofree char *path = NULL;

  if (notices != NULL ? set_noted (record, field, text, notices, &cause)
                      : set_typed (record, field, text, &cause))
    return TRUE;
  path = bv_json_place_to_string (place);
  g_propagate_prefixed_error (error, cause, "%s: ", path);
  return FALSE;
}

/**
 * bv_json_scalar_read:
 * @record: a record
 * @field: a field of it that is one value
 * @value: what stands for it, not null
 * @place: where that stands
 * @notices: (nullable): as in bv_json_scalar_set(); learns of a quantity that was rounded, too
 * @error: return location for an error of bv_field_set_from_string(), which begins with the place
 *
 * Returns: whether the field has the value
 */
gboolean
bv_json_scalar_read (gpointer record,
                     const BvField *field,
                     const json_t *value,
                     const BvJsonPlace *place,
                     BvJsonNotices *notices,
                     GError **error)
{
  char buffer[NUMBER_MAX];
  const char *text = scalar_text (field, value, buffer);

  if (text == NULL)
    return bv_json_place_refuse_type (place, bv_json_scalar_describe_type (field), error);
  if (*text == '\0' && bv_field_is_text (field) && (field->flags & BV_FIELD_REQUIRED) != 0)
    return bv_json_place_refuse_missing (place, error);
  if (!bv_json_scalar_set (record, field, text, place, notices, error))
    return FALSE;
  if (field->type == BV_FIELD_QUANTITY)
    notice_rounding (field, record, text, place, notices);
  return TRUE;
}
