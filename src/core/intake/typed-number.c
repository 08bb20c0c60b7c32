/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/typed-number.h"

#include "core/intake/typed-error.h"
#include "core/points.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Digits of a binary number that say something: what is beyond them came with the change from decimals. */
#define DIGITS_MOST 15

#define WIDE_FIRST 0xff01 /* ！ */
#define WIDE_LAST 0xff5e

/* A mark between digits: 1 248 is written with a blank that does not break. */
static gboolean
is_group_blank (const char *p, const char *start)
{
  return *p == ' ' && p > start && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2])
         && g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]);
}

/* Blanks between groups of three digits are left out; others stay, and make it no number. */
static char *
join_groups (const char *text)
{
  GString *joined = g_string_sized_new (strlen (text));
  gsize first = strspn (text, "0123456789");
  gboolean grouped = first >= 1 && first <= 3 && *text != '0';

  for (const char *p = text; *p != '\0'; p++)
    if (!grouped || !is_group_blank (p, text))
      g_string_append_c (joined, *p);
  return g_string_free (joined, FALSE);
}

/* Of letters and marks as wide as two the common ones; others stay: ² is no 2. */
static gunichar
narrow (gunichar c)
{
  if (c >= WIDE_FIRST && c <= WIDE_LAST)
    return c - WIDE_FIRST + '!';
  return g_unichar_isdigit (c) ? (gunichar) ('0' + g_unichar_digit_value (c)) : c;
}

/**
 * bv_typed_number_plain:
 * @text: what stands in a cell
 *
 * Returns: (transfer full): it with plain digits and marks, whatever their width, and without the blanks that
 * group thousands
 */
char *
bv_typed_number_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  g_autofree char *spaced = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (plain, ' ');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, narrow (c));
    }
  spaced = g_strstrip (g_string_free (plain, FALSE));
  return join_groups (spaced);
}

/* Digits with at most one point, as decimals without a sign. */
typedef struct
{
  GString *digits;
  guint places;
} Decimal;

static gboolean
read_groups (const char *text, const char *end, char group, GString *digits)
{
  const char *start = text;
  guint run = 0;
  gboolean grouped = FALSE;

  for (; text < end; text++)
    {
      if (g_ascii_isdigit (*text))
        {
          g_string_append_c (digits, *text);
          run++;
          continue;
        }
      if (*text != group || run < 1 || run > 3 || (grouped && run != 3) || *start == '0')
        return FALSE;
      grouped = TRUE;
      run = 0;
    }
  return digits->len > 0 && (!grouped || run == 3);
}

/* The last mark is the decimal one, unless it stands several times or the other one behind it. */
static gboolean
read_decimal (const char *text, Decimal *decimal)
{
  const char *dot = strrchr (text, '.'), *comma = strrchr (text, ',');
  const char *last = dot != NULL && (comma == NULL || dot > comma) ? dot : comma;
  gboolean both = dot != NULL && comma != NULL;
  gboolean single = last != NULL && strchr (text, *last) == last;
  const char *end = text + strlen (text);
  const char *mark = last != NULL && single ? last : end;
  char group = both ? (last == dot ? ',' : '.') : last != NULL && !single ? *last : '\0';

  if (!read_groups (text, mark, group, decimal->digits))
    return FALSE;
  if (mark == end)
    return TRUE;
  decimal->places = strspn (mark + 1, "0123456789");
  g_string_append (decimal->digits, mark + 1);
  return decimal->places > 0 && mark[1 + decimal->places] == '\0';
}

/* 1.248 is one thousand and more to some, and one and a bit to others. */
static gboolean
has_two_readings (const char *text)
{
  gsize whole = strspn (text, "0123456789");

  return whole >= 1 && whole <= 3 && *text != '0' && (text[whole] == '.' || text[whole] == ',')
         && strspn (text + whole + 1, "0123456789") == 3 && text[whole + 4] == '\0';
}

static void
drop_zeros (Decimal *decimal)
{
  while (decimal->places > 0 && decimal->digits->str[decimal->digits->len - 1] == '0')
    {
      g_string_truncate (decimal->digits, decimal->digits->len - 1);
      decimal->places--;
    }
}

static void
round_up (GString *digits)
{
  gssize i = (gssize) digits->len - 1;

  for (; i >= 0 && digits->str[i] == '9'; i--)
    digits->str[i] = '0';
  if (i >= 0)
    digits->str[i]++;
  else
    g_string_prepend_c (digits, '1');
}

/* 33.299999999999997 is 33.3: programs keep numbers in binary, and show more digits than they know. */
static void
drop_noise (Decimal *decimal)
{
  gsize zeros = strspn (decimal->digits->str, "0");
  gsize known = zeros + DIGITS_MOST;
  gsize length = decimal->digits->len;
  gboolean up;

  if (length <= known || length - known > decimal->places)
    return;
  up = decimal->digits->str[known] >= '5';
  g_string_truncate (decimal->digits, known);
  decimal->places -= length - known;
  if (up)
    round_up (decimal->digits);
}

static gint64
scale (const Decimal *decimal, guint places, gint64 most)
{
  gint64 value = 0;

  for (guint i = 0; i < decimal->digits->len + places - decimal->places; i++)
    {
      value = value * 10 + (i < decimal->digits->len ? decimal->digits->str[i] - '0' : 0);
      if (value > most)
        return BV_NONE;
    }
  return value;
}

static gint64
read_unsigned (const BvIntakeCell *cell, const char *text, guint places, gint64 most, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  Decimal decimal = { digits, 0 };
  g_autofree char *reason = NULL;
  gint64 value;

  if (!read_decimal (text, &decimal))
    return bv_typed_error_refuse (cell, BV_TYPED_ERROR_VALUE,
                                  _ ("not a number; write it like 92,5 or 1.234,50"), error);
  if (cell->kind == BV_INTAKE_NUMBER)
    drop_noise (&decimal);
  else if (has_two_readings (text))
    return bv_typed_error_refuse (
      cell, BV_TYPED_ERROR_AMBIGUOUS,
      _ ("can be read in two ways; write thousands without a mark, or with two decimals"), error);
  drop_zeros (&decimal);
  if (decimal.places > places)
    {
      reason = g_strdup_printf (_ ("more than %u decimal places; round it first"), places);
      return bv_typed_error_refuse (cell, BV_TYPED_ERROR_PLACES, reason, error);
    }
  value = scale (&decimal, places, most);
  return value != BV_NONE ? value
                          : bv_typed_error_refuse (cell, BV_TYPED_ERROR_VALUE, _ ("too large"), error);
}

static const char *
skip_sign (const char *text)
{
  if (*text == '-')
    return text + 1;
  return g_str_has_prefix (text, "−") ? text + strlen ("−") : text;
}

/**
 * bv_typed_number_read:
 * @cell: a cell of a number or a text
 * @text: what of it is the number, as bv_typed_number_plain() has it
 * @places: how many decimals the value has
 * @most: the largest value
 * @error: return location for a %BV_TYPED_ERROR
 *
 * Of a text the last of two marks is the decimal one (1.248,50 · 1,248.50); a lone mark before three digits
 * is refused. Of a number digits that only its binary form has are dropped.
 *
 * Returns: the number times ten to the power of @places, not negative; %BV_NONE on error
 */
gint64
bv_typed_number_read (const BvIntakeCell *cell, const char *text, guint places, gint64 most, GError **error)
{
  const char *number = skip_sign (text);
  gint64 value = read_unsigned (cell, number, places, most, error);

  if (value > 0 && number != text)
    return bv_typed_error_refuse (cell, BV_TYPED_ERROR_VALUE, _ ("below zero"), error);
  return value;
}
