/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/typed-value.h"

#include "core/field-value.h"
#include "core/intake/typed-number.h"
#include "core/intake/typed-words.h"
#include "core/share.h"
#include "core/text/date.h"
#include "core/text/tidy.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define SERIAL_FIRST 10000 /* 18 May 1927 */
#define SERIAL_LAST 99999
#define BINARY_DIGITS 15 /* that a spreadsheet keeps of a number */

static BvTypedOutcome
refuse (const BvIntakeCell *cell, BvTypedError code, const char *reason, GError **error)
{
  bv_typed_error_refuse (cell, code, reason, error);
  return BV_TYPED_REFUSED;
}

static BvTypedOutcome
outcome (gboolean done)
{
  return done ? BV_TYPED_VALUE : BV_TYPED_REFUSED;
}

/* Stores what @value is in files, by the door that checks it. */
static BvTypedOutcome
store (const BvField *field, gpointer record, const char *value, GError **error)
{
  return outcome (bv_field_set_from_string (field, record, value, error));
}

static BvTypedOutcome
store_number (const BvField *field, const BvIntakeCell *cell, gpointer record, gint64 value, GError **error)
{
  if (value == BV_NONE)
    return BV_TYPED_REFUSED;
  if (!bv_field_admits (field, value))
    return refuse (cell, BV_TYPED_ERROR_VALUE, _ ("out of range"), error);
  BV_FIELD_NUMBER (record, field) = value;
  return BV_TYPED_VALUE;
}

/* The number without the unit behind it: `12 điểm`, of a percentage `62%`. */
static void
drop_unit (char *text, gboolean is_percent)
{
  static const char *const units[] = { "điểm", "đ", "Điểm", "ĐIỂM" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (text, units[i]) && strlen (text) > strlen (units[i]))
      {
        text[strlen (text) - strlen (units[i])] = '\0';
        break;
      }
  if (is_percent && g_str_has_suffix (text, "%"))
    text[strlen (text) - 1] = '\0';
  g_strchomp (text);
}

static gboolean
is_percent_field (const BvField *field)
{
  return g_str_has_suffix (field->name, BV_SHARE_PERCENT_SUFFIX);
}

static const char *
find_complaint (const char *text)
{
  if (strchr (text, '%') != NULL)
    return _ ("a percentage; write the number itself");
  if (strchr (text, '/') != NULL)
    return _ ("two numbers; write the one that counts");
  return NULL;
}

static BvTypedOutcome
read_number (const BvField *field, const BvIntakeCell *cell, gpointer record, guint places, GError **error)
{
  g_autofree char *text = bv_typed_number_plain (cell->text);
  const char *complaint;
  gint64 most = field->type == BV_FIELD_POINTS ? BV_POINTS_MAX : BV_QUANTITY_MAX;

  if (cell->kind == BV_INTAKE_DATE)
    return refuse (cell, BV_TYPED_ERROR_LOST, _ ("a date, of what may have been a number; type it again"),
                   error);
  drop_unit (text, is_percent_field (field));
  complaint = find_complaint (text);
  if (complaint != NULL)
    return refuse (cell, BV_TYPED_ERROR_VALUE, complaint, error);
  return store_number (field, cell, record, bv_typed_number_read (cell, text, places, most, error), error);
}

/* `ngày 15 tháng 12 năm 2021` with marks between; other texts stay. */
static char *
spell_date (const char *text)
{
  g_autofree char *key = bv_typed_words_key (text);
  const char *start = g_str_has_prefix (key, "ngày ") ? key + strlen ("ngày ") : key;
  g_auto (GStrv) words = g_strsplit (start, " ", -1);

  if (g_strv_length (words) == 5 && g_str_equal (words[1], "tháng") && g_str_equal (words[3], "năm"))
    return g_strdup_printf ("%s/%s/%s", words[0], words[2], words[4]);
  if (g_str_has_prefix (start, "năm "))
    return g_strdup (start + strlen ("năm "));
  return g_strdup (start);
}

/* 5/1/62 was written by somebody who is not yet to be born. */
static gboolean
has_short_year (const char *text)
{
  const char *last = strrchr (text, '/');

  last = last != NULL ? last : strrchr (text, '.');
  last = last != NULL ? last : strrchr (text, '-');
  return last != NULL && strlen (last + 1) < 4 && strspn (text, "0123456789") < 4;
}

static BvTypedOutcome
refuse_serial (const BvIntakeCell *cell, gint64 serial, GError **error)
{
  g_autofree char *day = bv_date_to_vietnamese (bv_date_from_excel (serial));
  g_autofree char *reason = g_strdup_printf (_ ("a number, not a date; if %s is meant, write that"), day);

  return refuse (cell, BV_TYPED_ERROR_AMBIGUOUS, reason, error);
}

static gboolean
is_serial (const char *text, gint64 *serial)
{
  gsize length = strspn (text, "0123456789");

  *serial = g_ascii_strtoll (text, NULL, 10);
  return length == 5 && (text[length] == '\0' || text[length] == '.') && *serial >= SERIAL_FIRST
         && *serial <= SERIAL_LAST;
}

static BvTypedOutcome
read_date (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error)
{
  g_autofree char *plain = bv_typed_number_plain (cell->text);
  g_autofree char *text = spell_date (plain);
  gboolean is_partial = field->type == BV_FIELD_PARTIAL_DATE;
  gint64 serial, date;

  if (cell->kind == BV_INTAKE_DATE && strchr (text, ' ') != NULL)
    *strchr (text, ' ') = '\0';
  if (is_serial (text, &serial))
    return refuse_serial (cell, serial, error);
  if (has_short_year (text))
    return refuse (cell, BV_TYPED_ERROR_AMBIGUOUS, _ ("write the year with four digits"), error);
  date = bv_date_parse_vietnamese (text, is_partial, error);
  return date != BV_NONE ? store_number (field, cell, record, date, error) : BV_TYPED_REFUSED;
}

static BvTypedOutcome
read_word (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error)
{
  g_autofree char *key = bv_typed_words_key (cell->text);
  gint64 value
    = field->type == BV_FIELD_FLAG ? bv_typed_words_flag (key) : bv_typed_words_choice (field->choices, key);

  if (value == BV_NONE)
    return refuse (cell, BV_TYPED_ERROR_VALUE,
                   field->type == BV_FIELD_FLAG ? _ ("neither yes nor no; write x or leave it empty")
                                                : _ ("none of those that there are"),
                   error);
  return store_number (field, cell, record, value, error);
}

/* A spreadsheet keeps fifteen digits of a number, and no zeros in front. */
static BvTypedOutcome
read_text (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error)
{
  g_autofree char *day = NULL;

  if (cell->kind == BV_INTAKE_NUMBER && strspn (cell->text, "0123456789") > BINARY_DIGITS)
    return refuse (cell, BV_TYPED_ERROR_LOST,
                   _ ("a number of so many digits has lost some; write it as text"), error);
  if (cell->kind == BV_INTAKE_DATE && bv_date_parse_iso (cell->text, FALSE, NULL) != BV_NONE)
    {
      day = bv_date_to_vietnamese (bv_date_parse_iso (cell->text, FALSE, NULL));
      return store (field, record, day, error);
    }
  return store (field, record, cell->text, error);
}

static char **
split_items (const char *text, const char *marks)
{
  g_autofree char *lines = bv_tidy_lines (text);
  g_auto (GStrv) parts = g_strsplit_set (lines, marks, -1);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *item = bv_tidy_line (parts[i]);

      if (*item != '\0')
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  g_ptr_array_add (items, NULL);
  return (char **) g_ptr_array_free (items, FALSE);
}

static BvTypedOutcome
read_texts (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error)
{
  g_auto (GStrv) items = split_items (cell->text, "\n;");

  for (guint i = 0; items[i] != NULL; i++)
    {
      char *tidy = bv_field_tidy_text (field, items[i], error);

      if (tidy == NULL)
        return BV_TYPED_REFUSED;
      g_free (items[i]);
      items[i] = tidy;
    }
  g_strfreev (BV_FIELD_STRINGS (record, field));
  BV_FIELD_STRINGS (record, field) = g_steal_pointer (&items);
  return BV_TYPED_VALUE;
}

static gint64
read_item (const BvField *field, const char *item, GError **error)
{
  g_autofree char *plain = bv_typed_number_plain (item);
  gsize length = strspn (plain, "0123456789");
  gint64 value;

  if (field->type == BV_FIELD_DATES)
    return bv_date_parse_vietnamese (plain, FALSE, error);
  value = length > 0 && length < 10 && plain[length] == '\0' ? g_ascii_strtoll (plain, NULL, 10) : BV_NONE;
  if (value == BV_NONE)
    g_set_error (error, BV_TYPED_ERROR, BV_TYPED_ERROR_VALUE, _ ("“%s”: write numbers, with commas between"),
                 item);
  return value;
}

/* 1,2 typed into a cell became a number: nobody knows any more that it was two. */
static BvTypedOutcome
read_numbers (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error)
{
  g_auto (GStrv) items = split_items (cell->text, "\n;,");
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (cell->kind == BV_INTAKE_NUMBER && strchr (cell->text, '.') != NULL)
    return refuse (cell, BV_TYPED_ERROR_AMBIGUOUS, _ ("write the numbers as text, with commas between"),
                   error);
  for (guint i = 0; items[i] != NULL; i++)
    {
      gint64 value = read_item (field, items[i], error);

      if (value == BV_NONE)
        return BV_TYPED_REFUSED;
      if (!bv_field_admits (field, value))
        return refuse (cell, BV_TYPED_ERROR_VALUE, _ ("out of range"), error);
      g_array_append_val (values, value);
    }
  g_clear_pointer (&BV_FIELD_NUMBERS (record, field), g_array_unref);
  BV_FIELD_NUMBERS (record, field) = g_steal_pointer (&values);
  return BV_TYPED_VALUE;
}

static BvTypedOutcome
read_value (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error)
{
  switch (field->type)
    {
    case BV_FIELD_POINTS:
      return read_number (field, cell, record, 2, error);
    case BV_FIELD_QUANTITY:
      return read_number (field, cell, record, 4, error);
    case BV_FIELD_INTEGER:
      return read_number (field, cell, record, 0, error);
    case BV_FIELD_DATE:
    case BV_FIELD_PARTIAL_DATE:
      return read_date (field, cell, record, error);
    case BV_FIELD_FLAG:
    case BV_FIELD_CHOICE:
      return read_word (field, cell, record, error);
    case BV_FIELD_TEXTS:
      return read_texts (field, cell, record, error);
    case BV_FIELD_INTEGERS:
    case BV_FIELD_DATES:
      return read_numbers (field, cell, record, error);
    case BV_FIELD_TEXT:
    case BV_FIELD_REFERENCE:
      return read_text (field, cell, record, error);
    case BV_FIELD_SHARE:
      return store (field, record, cell->text, error);
    case BV_FIELD_CHOICES:
    case BV_FIELD_CHILD:
    case BV_FIELD_CHILDREN:
    default:
      return refuse (cell, BV_TYPED_ERROR_VALUE, _ ("such a value is not read from a cell"), error);
    }
}

/**
 * bv_typed_value_read:
 * @field: a field of @record's entity that holds no records
 * @cell: a cell
 * @record: a record
 * @error: return location for a %BV_TYPED_ERROR, %BV_ENTITY_ERROR or %BV_DATE_ERROR
 *
 * Sets the field to what stands in the cell. @record is changed only where the outcome is %BV_TYPED_VALUE.
 * Where a cell says nothing, or that a task was not given, is for the caller to judge.
 *
 * Returns: what came of it
 */
BvTypedOutcome
bv_typed_value_read (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error)
{
  g_autofree char *key = cell->kind != BV_INTAKE_EMPTY ? bv_typed_words_key (cell->text) : g_strdup ("");
  gboolean is_text = bv_field_is_text (field) || field->type == BV_FIELD_TEXTS;

  if (cell->kind == BV_INTAKE_FAULT)
    return refuse (cell, BV_TYPED_ERROR_VALUE, _ ("a formula that came to nothing"), error);
  if (cell->kind == BV_INTAKE_FLAG && field->type != BV_FIELD_FLAG)
    return refuse (cell, BV_TYPED_ERROR_VALUE, _ ("yes or no, where something else is asked"), error);
  if (bv_typed_words_is_nothing (key))
    return BV_TYPED_NOTHING;
  if (!is_text && field->type != BV_FIELD_CHOICE && bv_typed_words_is_not_assigned (key))
    return BV_TYPED_NOT_ASSIGNED;
  return read_value (field, cell, record, error);
}

/**
 * bv_typed_value_read_digits:
 * @cell: a cell of a number by which somebody is known, such as that of a telephone or an identity card
 * @n_digits: how many it has; 0: that differs
 * @digits: (out): the digits
 * @error: return location for a %BV_TYPED_ERROR
 *
 * A text stays as it is but for blanks, dots and hyphens. A spreadsheet takes the zeros from the front of a
 * number, and that is not mended here: which number it was is for whoever wrote it.
 *
 * Returns: what came of it
 */
BvTypedOutcome
bv_typed_value_read_digits (const BvIntakeCell *cell, guint n_digits, char **digits, GError **error)
{
  g_autofree char *plain = bv_typed_number_plain (cell->text);
  GString *found = g_string_new (NULL);
  g_autofree char *taken = NULL;
  gsize length;

  for (const char *p = plain; *p != '\0'; p++)
    if (strchr (" .-", *p) == NULL || cell->kind == BV_INTAKE_NUMBER)
      g_string_append_c (found, *p);
  length = found->len;
  taken = g_string_free (found, FALSE);
  if (length == 0)
    return BV_TYPED_NOTHING;
  if (strspn (taken, "0123456789") != length || length > 30)
    return refuse (cell, BV_TYPED_ERROR_VALUE, _ ("not digits alone"), error);
  if (cell->kind == BV_INTAKE_NUMBER && (length > BINARY_DIGITS || (n_digits != 0 && length < n_digits)))
    return refuse (cell, BV_TYPED_ERROR_LOST,
                   _ ("digits were lost; make the cell one of text and type it again"), error);
  if (n_digits != 0 && length != n_digits)
    {
      g_autofree char *reason = g_strdup_printf (_ ("not %u digits"), n_digits);

      return refuse (cell, BV_TYPED_ERROR_VALUE, reason, error);
    }
  *digits = g_steal_pointer (&taken);
  return BV_TYPED_VALUE;
}
