/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/field-value.h"

#include "core/share.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/tidy.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * bv_choice_parse:
 * @choices: the choices of a field
 * @name: (nullable): a name of the interchange file
 *
 * Returns: the place of @name in @choices, %BV_NONE where it is none of them
 */
gint64
bv_choice_parse (const BvChoice *choices, const char *name)
{
  for (gint64 i = 0; name != NULL && choices[i].name != NULL; i++)
    if (g_str_equal (choices[i].name, name))
      return i;
  return BV_NONE;
}

static char *
list_choices (const BvChoice *choices)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; choices[i].name != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", choices[i].name);
  return g_string_free (list, FALSE);
}

static gint64
parse_choice (const BvField *field, const char *text, GError **error)
{
  gint64 value = bv_choice_parse (field->choices, text);
  g_autofree char *list = NULL;

  if (value != BV_NONE)
    return value;
  list = list_choices (field->choices);
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE, _ ("“%s” is not one of: %s"), text, list);
  return BV_NONE;
}

static gint64
parse_integer (const char *text, GError **error)
{
  gint64 value = 0;

  if (g_ascii_string_to_signed (text, 10, -BV_QUANTITY_MAX, BV_QUANTITY_MAX, &value, NULL))
    return value;
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE, _ ("“%s” is not a whole number"), text);
  return BV_NONE;
}

static gint64
parse_flag (const char *text, GError **error)
{
  if (g_str_equal (text, "true"))
    return TRUE;
  if (g_str_equal (text, "false"))
    return FALSE;
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE, _ ("“%s” is neither true nor false"), text);
  return BV_NONE;
}

static gint64
parse_number (const BvField *field, const char *text, GError **error)
{
  switch (field->type)
    {
    case BV_FIELD_POINTS:
      return bv_points_parse (text, error);
    case BV_FIELD_QUANTITY:
      return bv_quantity_parse (text, NULL, error);
    case BV_FIELD_DATE:
      return bv_date_parse_iso (text, FALSE, error);
    case BV_FIELD_PARTIAL_DATE:
      return bv_date_parse_iso (text, TRUE, error);
    case BV_FIELD_FLAG:
      return parse_flag (text, error);
    case BV_FIELD_CHOICE:
      return parse_choice (field, text, error);
    case BV_FIELD_SHARE:
      return bv_share_parse (text, error);
    case BV_FIELD_INTEGER:
      return parse_integer (text, error);
    case BV_FIELD_TEXT:
    case BV_FIELD_REFERENCE:
    case BV_FIELD_TEXTS:
    case BV_FIELD_INTEGERS:
    case BV_FIELD_DATES:
    case BV_FIELD_CHOICES:
    case BV_FIELD_CHILD:
    case BV_FIELD_CHILDREN:
    default:
      g_return_val_if_reached (BV_NONE);
    }
}

static gboolean
is_in_range (const BvField *field, gint64 value)
{
  return field->least == field->most || (value >= field->least && value <= field->most);
}

static gboolean
check_range (const BvField *field, gint64 value, GError **error)
{
  if (is_in_range (field, value))
    return TRUE;
  g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE,
               _ ("%" PRId64 " is out of range: %" PRId64 " to %" PRId64), value, field->least, field->most);
  return FALSE;
}

static gboolean
is_choice (const BvChoice *choices, gint64 value)
{
  for (gint64 i = 0; choices[i].name != NULL; i++)
    if (i == value)
      return TRUE;
  return FALSE;
}

/**
 * bv_field_admits:
 * @field: a field of numbers
 * @value: a number, not %BV_NONE
 *
 * Returns: whether the field could be given @value at all; rules that know other fields, or what today is,
 * have no say
 */
gboolean
bv_field_admits (const BvField *field, gint64 value)
{
  switch (field->type)
    {
    case BV_FIELD_POINTS:
      return value >= 0 && value <= BV_POINTS_MAX && is_in_range (field, value);
    case BV_FIELD_QUANTITY:
      return value >= 0 && value <= BV_QUANTITY_MAX && is_in_range (field, value);
    case BV_FIELD_DATE:
    case BV_FIELD_DATES:
      return bv_date_is_valid (value);
    case BV_FIELD_PARTIAL_DATE:
      return bv_date_is_valid (value) || bv_date_is_partial (value);
    case BV_FIELD_FLAG:
      return value == 0 || value == 1;
    case BV_FIELD_CHOICE:
    case BV_FIELD_CHOICES:
      return is_choice (field->choices, value);
    case BV_FIELD_SHARE:
      return bv_share_is_valid (value);
    case BV_FIELD_INTEGER:
    case BV_FIELD_INTEGERS:
    case BV_FIELD_TEXT:
    case BV_FIELD_REFERENCE:
    case BV_FIELD_TEXTS:
    case BV_FIELD_CHILD:
    case BV_FIELD_CHILDREN:
    default:
      return value >= -BV_QUANTITY_MAX && value <= BV_QUANTITY_MAX && is_in_range (field, value);
    }
}

static gboolean
is_slug (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return *text != '\0';
}

static gboolean
refuse_text (const char *complaint, GError **error)
{
  if (complaint != NULL)
    g_set_error_literal (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE, complaint);
  return complaint == NULL;
}

/* @given is what @text was before it was made tidy. */
static gboolean
check_text (const BvField *field, const char *given, const char *text, GError **error)
{
  gboolean is_key = (field->flags & BV_FIELD_KEY) != 0;
  gboolean was_blank = *given != '\0' && (field->flags & BV_FIELD_REQUIRED) != 0;
  const char *complaint = NULL;

  if (*text == '\0' && (is_key || was_blank))
    complaint = _ ("it is empty: give it a value");
  else if ((field->flags & BV_FIELD_SLUG) != 0 && !is_slug (text))
    complaint = _ ("a key has lower-case ASCII letters, digits and hyphens only");
  return refuse_text (complaint, error);
}

/* What names something is looked for as it stands. */
static gboolean
is_prose (const BvField *field)
{
  return field->type != BV_FIELD_REFERENCE
         && (field->flags & (BV_FIELD_KEY | BV_FIELD_SLUG | BV_FIELD_VERBATIM)) == 0;
}

/**
 * bv_field_tidy_text:
 * @field: a field that holds a text, or several
 * @text: one text from outside
 * @error: return location for a %BV_ENTITY_ERROR or %BV_TEXT_ERROR
 *
 * The one door for texts: what is kept is NFC, and prose without blanks around it, runs of blanks and
 * characters without width (core/text/tidy.h). Only a long text has several lines.
 *
 * Returns: (transfer full) (nullable): @text as the field keeps it; %NULL with @error set where it cannot
 */
char *
bv_field_tidy_text (const BvField *field, const char *text, GError **error)
{
  g_autofree char *tidy = NULL;

  if (!bv_text_check (text, error))
    return NULL;
  if (!is_prose (field))
    tidy = bv_vietnamese_nfc (text);
  else if ((field->flags & BV_FIELD_LONG) != 0)
    tidy = bv_tidy_lines (text);
  else
    tidy = bv_tidy_line (text);
  return check_text (field, text, tidy, error) ? g_steal_pointer (&tidy) : NULL;
}

/**
 * bv_field_set_from_string:
 * @field: a field of @record's entity that holds one number or text
 * @record: a record
 * @text: the value as the interchange file writes it
 * @error: return location for a %BV_ENTITY_ERROR, %BV_POINTS_ERROR, %BV_DATE_ERROR or %BV_SHARE_ERROR
 *
 * Texts are stored as bv_field_tidy_text() makes them.
 *
 * Returns: %FALSE with @error set, and @record unchanged, where @text is no value of the field
 */
gboolean
bv_field_set_from_string (const BvField *field, gpointer record, const char *text, GError **error)
{
  gint64 value;

  if (bv_field_is_text (field))
    {
      char *tidy = bv_field_tidy_text (field, text, error);

      if (tidy == NULL)
        return FALSE;
      g_free (BV_FIELD_STRING (record, field));
      BV_FIELD_STRING (record, field) = tidy;
      return TRUE;
    }
  g_return_val_if_fail (bv_field_is_number (field), FALSE);
  value = parse_number (field, text, error);
  if (value == BV_NONE || !check_range (field, value, error))
    return FALSE;
  BV_FIELD_NUMBER (record, field) = value;
  return TRUE;
}

/**
 * bv_field_to_string:
 * @field: a field of @record's entity that holds one number or text
 * @record: a record
 *
 * Returns: (transfer full) (nullable): the value as the interchange file writes it, %NULL where it is null
 */
char *
bv_field_to_string (const BvField *field, gconstpointer record)
{
  gint64 value;

  if (bv_field_is_text (field))
    return g_strdup (BV_FIELD_STRING (record, field));
  g_return_val_if_fail (bv_field_is_number (field), NULL);
  value = BV_FIELD_NUMBER (record, field);
  if (value == BV_NONE)
    return NULL;
  if (field->type == BV_FIELD_POINTS)
    return bv_points_to_string (value);
  if (field->type == BV_FIELD_QUANTITY)
    return bv_quantity_to_string (value);
  if (field->type == BV_FIELD_DATE || field->type == BV_FIELD_PARTIAL_DATE)
    return bv_date_to_iso (value);
  if (field->type == BV_FIELD_FLAG)
    return g_strdup (value ? "true" : "false");
  if (field->type == BV_FIELD_CHOICE)
    return g_strdup (field->choices[value].name);
  if (field->type == BV_FIELD_SHARE)
    return bv_share_to_string (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}
