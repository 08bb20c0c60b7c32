/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-number.h"

#include "core/text/date.h"

#include <math.h>
#include <string.h>

/* What a double is sure of; a table program shows no more. */
#define MOST_DIGITS 15

/* Days from the one epoch to the other, and the last day of all, from the first one. */
#define FROM_1900_TO_1904 1462
#define LAST_DAY 2958465
#define SECONDS_A_DAY 86400

/* Digits, perhaps a sign and a point, no more digits than a double is sure of: as it stands. */
static gboolean
is_plain (const char *text)
{
  const char *p = text + (*text == '-');
  guint n_digits = 0;
  gboolean behind = FALSE;

  for (; *p != '\0'; p++)
    if (*p == '.' && !behind && n_digits > 0 && g_ascii_isdigit (p[1]))
      behind = TRUE;
    else if (g_ascii_isdigit (*p))
      n_digits++;
    else
      return FALSE;
  return n_digits > 0 && n_digits <= MOST_DIGITS;
}

/* "-1.2345e-05": the digits with the point where it belongs. */
static void
write_digits (const char *digits, int exponent, GString *number)
{
  int length = strlen (digits);

  if (exponent < 0)
    {
      g_string_append (number, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (number, '0');
      g_string_append (number, digits);
      return;
    }
  for (int i = 0; i <= MAX (exponent, length - 1); i++)
    {
      if (i == exponent + 1)
        g_string_append_c (number, '.');
      g_string_append_c (number, i < length ? digits[i] : '0');
    }
}

/**
 * bv_source_number_write:
 * @text: a number as a file keeps it: "33.299999999999997", "1E-3"
 * @number: what it is appended to, as programs show it: "33.3", "0.001"
 *
 * Returns: whether @text is a number
 */
gboolean
bv_source_number_write (const char *text, GString *number)
{
  char shown[G_ASCII_DTOSTR_BUF_SIZE];
  char digits[MOST_DIGITS + 1];
  gsize n_digits = 0;
  const char *exponent;
  char *end;
  double value;

  if (is_plain (text))
    {
      g_string_append (number, text);
      return TRUE;
    }
  value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (value))
    return FALSE;
  g_ascii_formatd (shown, sizeof shown, "%.14e", value);
  exponent = strchr (shown, 'e');
  for (const char *p = shown; p < exponent; p++)
    if (g_ascii_isdigit (*p))
      digits[n_digits++] = *p;
  while (n_digits > 1 && digits[n_digits - 1] == '0')
    n_digits--;
  digits[n_digits] = '\0';
  if (value < 0)
    g_string_append_c (number, '-');
  write_digits (digits, (int) g_ascii_strtoll (exponent + 1, NULL, 10), number);
  return TRUE;
}

/**
 * bv_source_number_write_date:
 * @serial: days since the epoch, and a part of a day
 * @from_1904: which of both epochs it is
 * @date: what it is appended to, as #BvSourceCell has dates
 *
 * Returns: whether @serial is a day that there is
 */
gboolean
bv_source_number_write_date (const char *serial, gboolean from_1904, GString *date)
{
  char *end;
  double value = g_ascii_strtod (serial, &end);
  g_autofree char *iso = NULL;
  gboolean has_day = from_1904 || value >= 1;
  guint seconds;

  if (end == serial || *end != '\0' || !(value >= 0 && value <= LAST_DAY))
    return FALSE;
  /* A moment before midnight, as near as makes no second, is midnight. */
  value = floor (value * SECONDS_A_DAY + 0.5) / SECONDS_A_DAY + (from_1904 ? FROM_1900_TO_1904 : 0);
  seconds = (guint) floor ((value - floor (value)) * SECONDS_A_DAY + 0.5);
  if (has_day)
    iso = bv_date_to_iso (bv_date_from_excel (value));
  if (has_day && iso == NULL)
    return FALSE;
  g_string_append (date, has_day ? iso : "");
  if (seconds > 0 || !has_day)
    g_string_append_printf (date, "%s%02u:%02u:%02u", has_day ? " " : "", seconds / 3600, seconds / 60 % 60,
                            seconds % 60);
  return TRUE;
}

/**
 * bv_source_number_write_iso_date:
 * @iso: "2021-12-15T07:30:00.000", as programs write that mean to be strict
 * @date: what it is appended to, as #BvSourceCell has dates
 */
void
bv_source_number_write_iso_date (const char *iso, GString *date)
{
  gsize length = strcspn (iso, ".Z");
  const char *hour = strchr (iso, 'T');

  if (hour == NULL || hour >= iso + length)
    {
      g_string_append_len (date, iso, (gssize) length);
      return;
    }
  g_string_append_len (date, iso, hour - iso);
  if (strncmp (hour, "T00:00:00", MAX (length - (gsize) (hour - iso), strlen ("T00:00:00"))) != 0)
    g_string_append_printf (date, " %.*s", (int) (iso + length - hour - 1), hour + 1);
}

/**
 * bv_source_number_is_date_format:
 * @format: a number format of Excel that has no code of its own
 *
 * Returns: whether it shows numbers as days or times; from 27 on those of the languages of East Asia
 */
gboolean
bv_source_number_is_date_format (guint format)
{
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47)
         || (format >= 50 && format <= 58);
}

/* Behind a part of @code that is written as it stands; else @code itself. */
static const char *
skip_literal (const char *code)
{
  const char *end;

  switch (*code)
    {
    case '"':
      end = strchr (code + 1, '"');
      return end != NULL ? end + 1 : code + strlen (code);
    case '[':
      /* A time that runs on beyond a day is one too: [h]:mm. */
      if (strchr ("hHmMsS", code[1]) != NULL && code[1] != '\0')
        return code;
      end = strchr (code, ']');
      return end != NULL ? end + 1 : code + strlen (code);
    case '\\':
    case '_':
    case '*':
      return code[1] != '\0' ? g_utf8_next_char (code + 1) : code + 1;
    default:
      return code;
    }
}

/**
 * bv_source_number_format_is_date:
 * @code: a number format, such as "dd/mm/yyyy;@"
 *
 * Returns: whether it shows numbers as days or times
 */
gboolean
bv_source_number_format_is_date (const char *code)
{
  while (*code != '\0' && *code != ';')
    {
      const char *behind = skip_literal (code);

      if (behind != code)
        {
          code = behind;
          continue;
        }
      if (strchr ("dDmMyYhHsS", *code) != NULL)
        return TRUE;
      if (g_ascii_strncasecmp (code, "General", strlen ("General")) == 0)
        return FALSE;
      code = g_utf8_next_char (code);
    }
  return FALSE;
}
