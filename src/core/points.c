/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_points_error, bv_points_error)

/* Places after the point: points are 1/100, quantities 1/10 000. */
#define POINTS_PLACES 2
#define QUANTITY_PLACES 4

/**
 * bv_rounded:
 * @a: numerator, not negative
 * @b: denominator, positive
 *
 * Returns: a / b rounded half up, as RULES.md defines it: (2·a + b) div (2·b)
 */
gint64
bv_rounded (gint64 a, gint64 b)
{
  return bv_rounded_product (a, 1, b);
}

/**
 * bv_rounded_product:
 * @a: a factor, not negative
 * @b: a factor, not negative
 * @c: denominator, positive
 *
 * The product is taken in 128 bits, so no pair of valid amounts overflows.
 *
 * Returns: a · b / c rounded half up
 */
gint64
bv_rounded_product (gint64 a, gint64 b, gint64 c)
{
  __int128 product = (__int128) a * b;

  g_return_val_if_fail (a >= 0 && b >= 0 && c > 0, 0);

  return (gint64) ((2 * product + c) / (2 * (__int128) c));
}

/* Reads digits[.digits] without a sign into 10^places units. More places set @rest to the first digit cut
 * off. */
static gboolean
parse_decimal (const char *text,
               int places,
               gint64 limit,
               gint64 *value,
               int *extra,
               int *rest,
               GError **error)
{
  const char *p = text;
  gint64 units = 0;
  int seen = -1;

  *extra = 0;
  *rest = 0;
  if (!g_ascii_isdigit (*p))
    goto syntax;
  for (; *p != '\0'; p++)
    {
      if (*p == '.' && seen < 0 && g_ascii_isdigit (p[1]))
        seen = 0;
      else if (!g_ascii_isdigit (*p))
        goto syntax;
      else if (seen >= places)
        {
          if ((*extra)++ == 0)
            *rest = *p - '0';
        }
      else
        {
          units = MIN (units, limit) * 10 + (*p - '0');
          seen += seen >= 0;
        }
    }
  for (int i = MAX (seen, 0); i < places; i++)
    units = MIN (units, limit) * 10;
  *value = units;
  return TRUE;

syntax:
  g_set_error (error, BV_POINTS_ERROR, BV_POINTS_ERROR_SYNTAX,
               _ ("“%s” is not a number: write digits with a point, such as 12.50"), text);
  return FALSE;
}

static gboolean
check_limit (const char *text, gint64 value, gint64 limit, GError **error)
{
  if (value <= limit)
    return TRUE;
  g_set_error (error, BV_POINTS_ERROR, BV_POINTS_ERROR_RANGE, _ ("“%s” is too large"), text);
  return FALSE;
}

/**
 * bv_points_parse:
 * @text: points as the interchange file writes them: "12.50"
 * @error: return location for a %BV_POINTS_ERROR
 *
 * Takes no more than two places: points are exact, and never rounded behind somebody's back.
 *
 * Returns: 1/100 points, %BV_NONE on error
 */
gint64
bv_points_parse (const char *text, GError **error)
{
  gint64 value = 0;
  int extra = 0;
  int rest = 0;

  if (!parse_decimal (text, POINTS_PLACES, BV_POINTS_MAX, &value, &extra, &rest, error)
      || !check_limit (text, value, BV_POINTS_MAX, error))
    return BV_NONE;
  if (extra > 0)
    {
      g_set_error (error, BV_POINTS_ERROR, BV_POINTS_ERROR_PLACES,
                   _ ("“%s” has more than two decimal places: round it to 1/100 point"), text);
      return BV_NONE;
    }
  return value;
}

/**
 * bv_quantity_parse:
 * @text: a measured quantity as the interchange file writes it: "7.6316"
 * @rounded: (out) (optional): whether more than four places were rounded half up
 * @error: return location for a %BV_POINTS_ERROR
 *
 * Returns: 1/10 000 units, %BV_NONE on error
 */
gint64
bv_quantity_parse (const char *text, gboolean *rounded, GError **error)
{
  gint64 value = 0;
  int extra = 0;
  int rest = 0;

  if (!parse_decimal (text, QUANTITY_PLACES, BV_QUANTITY_MAX, &value, &extra, &rest, error))
    return BV_NONE;
  value += rest >= 5;
  if (!check_limit (text, value, BV_QUANTITY_MAX, error))
    return BV_NONE;
  if (rounded != NULL)
    *rounded = extra > 0;
  return value;
}

/**
 * bv_points_to_string:
 * @points: 1/100 points
 *
 * Returns: (transfer full) (nullable): "12.50", the form of the interchange file; %NULL for %BV_NONE
 */
char *
bv_points_to_string (gint64 points)
{
  if (points == BV_NONE)
    return NULL;
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", points < 0 ? "-" : "", ABS (points) / 100,
                          (int) (ABS (points) % 100));
}

/**
 * bv_quantity_to_string:
 * @quantity: 1/10 000 units
 *
 * Returns: (transfer full) (nullable): "7.6316", the form of the interchange file; %NULL for %BV_NONE
 */
char *
bv_quantity_to_string (gint64 quantity)
{
  if (quantity == BV_NONE)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%04d", quantity / 10000, (int) (quantity % 10000));
}
