/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draft/field-text.h"

#include "core/field-value.h"
#include "core/share.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/tidy.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* A list in one line; what is typed may leave out the space. */
#define SEPARATOR "; "

/* Texts that may be long, and may hold the separator, stand one a line. */
static const char *
get_separator (const BvField *field)
{
  return (field->flags & (BV_FIELD_LONG | BV_FIELD_LINES)) != 0 ? "\n" : SEPARATOR;
}

static char *
write_element (const BvField *field, gint64 value)
{
  return field->type == BV_FIELD_DATES ? bv_date_to_vietnamese (value)
                                       : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
write_list (const BvField *field, gconstpointer record)
{
  GArray *numbers;
  g_autoptr (GString) text = NULL;

  if (field->type == BV_FIELD_TEXTS)
    {
      char **texts = BV_FIELD_STRINGS (record, field);

      return texts != NULL ? g_strjoinv (get_separator (field), texts) : g_strdup ("");
    }
  text = g_string_new (NULL);
  numbers = BV_FIELD_NUMBERS (record, field);
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      g_autofree char *number = write_element (field, g_array_index (numbers, gint64, i));

      g_string_append_printf (text, "%s%s", i > 0 ? get_separator (field) : "", number);
    }
  return g_strdup (text->str);
}

static char *
write_number (const BvField *field, gint64 value)
{
  if (value == BV_NONE)
    return g_strdup ("");
  switch ((int) field->type)
    {
    case BV_FIELD_POINTS:
      return bv_wording_points (value);
    case BV_FIELD_QUANTITY:
      return bv_wording_quantity (value);
    case BV_FIELD_DATE:
    case BV_FIELD_PARTIAL_DATE:
      return bv_date_to_vietnamese (value);
    case BV_FIELD_CHOICE:
      return g_strdup (_ (field->choices[value].title));
    case BV_FIELD_FLAG:
      return g_strdup (value ? _ ("Yes") : _ ("No"));
    case BV_FIELD_SHARE:
      return bv_share_to_string (value);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
}

/**
 * bv_field_text_write:
 * @field: a field of @record's entity that holds no child
 * @record: a record
 *
 * Returns: (transfer full): the value as people read and type it: `92,50`, `21/06/2021`, `6; 8`, long texts
 * one a line; empty where it is null
 */
char *
bv_field_text_write (const BvField *field, gconstpointer record)
{
  const char *text;

  if (bv_field_is_list (field))
    return write_list (field, record);
  if (bv_field_is_number (field))
    return write_number (field, BV_FIELD_NUMBER (record, field));
  text = BV_FIELD_STRING (record, field);
  return g_strdup (text != NULL ? text : "");
}

static gboolean
add_date (GArray *numbers, const char *part, GError **error)
{
  gint64 value = bv_date_parse_vietnamese (part, FALSE, error);

  g_array_append_val (numbers, value);
  return value != BV_NONE;
}

static gboolean
add_integer (const BvField *field, GArray *numbers, const char *part, GError **error)
{
  gint64 value;

  if (field->type == BV_FIELD_DATES)
    return add_date (numbers, part, error);
  if (!g_ascii_string_to_signed (part, 10, field->least, field->most, &value, NULL))
    {
      g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE,
                   _ ("“%s”: write whole numbers from %d to %d, with “;” between them"), part,
                   (int) field->least, (int) field->most);
      return FALSE;
    }
  g_array_append_val (numbers, value);
  return TRUE;
}

static gboolean
read_integers (const BvField *field, gpointer record, char **parts, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !add_integer (field, numbers, parts[i], error))
      return FALSE;
  bv_field_clear (field, record);
  if (numbers->len > 0)
    BV_FIELD_NUMBERS (record, field) = g_steal_pointer (&numbers);
  return TRUE;
}

static gboolean
read_texts (const BvField *field, gpointer record, char **parts, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint n_texts = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *text = bv_field_tidy_text (field, parts[i], error);

      if (text == NULL)
        return FALSE;
      if (*text == '\0')
        continue;
      g_strv_builder_add (texts, text);
      n_texts++;
    }
  bv_field_clear (field, record);
  if (n_texts > 0)
    BV_FIELD_STRINGS (record, field) = g_strv_builder_end (texts);
  return TRUE;
}

static gboolean
read_list (const BvField *field, gpointer record, const char *text, GError **error)
{
  gboolean has_lines = (field->flags & (BV_FIELD_LONG | BV_FIELD_LINES)) != 0;
  g_auto (GStrv) parts = g_strsplit (text, has_lines ? "\n" : ";", -1);

  if (field->type == BV_FIELD_TEXTS)
    return read_texts (field, record, parts, error);
  return read_integers (field, record, parts, error);
}

static gint64
parse_number (const BvField *field, const char *text, GError **error)
{
  switch ((int) field->type)
    {
    case BV_FIELD_POINTS:
      return bv_wording_parse_points (text, error);
    case BV_FIELD_QUANTITY:
      return bv_wording_parse_quantity (text, error);
    case BV_FIELD_SHARE:
      return bv_share_parse (text, error);
    default:
      return bv_date_parse_vietnamese (text, field->type == BV_FIELD_PARTIAL_DATE, error);
    }
}

static gboolean
read_number (const BvField *field, gpointer record, const char *text, GError **error)
{
  gint64 value;

  if (field->type == BV_FIELD_INTEGER)
    return bv_field_set_from_string (field, record, text, error);
  value = parse_number (field, text, error);
  if (value == BV_NONE)
    return FALSE;
  BV_FIELD_NUMBER (record, field) = value;
  return TRUE;
}

/**
 * bv_field_text_read:
 * @field: a field of @record's entity that holds a text, a number, a date or a list of such
 * @record: a record
 * @text: the value as people type it
 * @error: return location for a %BV_ENTITY_ERROR, %BV_POINTS_ERROR or %BV_DATE_ERROR
 *
 * Nothing typed is null, or the default where null is no value.
 *
 * Returns: %FALSE with @error set, and @record unchanged, where @text is no value of the field
 */
gboolean
bv_field_text_read (const BvField *field, gpointer record, const char *text, GError **error)
{
  g_autofree char *trimmed = bv_field_is_number (field) ? bv_tidy_line (text) : g_strstrip (g_strdup (text));
  gboolean is_blank = bv_text_is_blank (trimmed);

  if (bv_field_is_list (field))
    return read_list (field, record, trimmed, error);
  if (is_blank && (field->flags & (BV_FIELD_REQUIRED | BV_FIELD_ASKED)) == 0)
    {
      bv_field_set_none (field, record);
      return TRUE;
    }
  if (bv_field_is_number (field) && (*trimmed != '\0' || (field->flags & BV_FIELD_ASKED) == 0))
    return read_number (field, record, trimmed, error);
  if (is_blank)
    {
      g_set_error_literal (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_REQUIRED, _ ("This cannot be left empty"));
      return FALSE;
    }
  return bv_field_set_from_string (field, record, trimmed, error);
}
