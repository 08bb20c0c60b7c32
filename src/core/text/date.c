/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/date.h"

#include "core/points.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR_MIN 1800
#define YEAR_MAX 2999

/* Two-digit years up to here are of this century, later ones of the last: POSIX, and what Excel users expect.
 */
#define SHORT_YEAR_LAST 68

/* Excel counts 1 January 1900 as day 1, and after 28 February 1900 a day 60 that never was. */
#define EXCEL_FICTITIOUS 60
#define EXCEL_FIRST 19000101

G_DEFINE_QUARK (bv_date_error, bv_date_error)

static gint64
compose (gint64 year, gint64 month, gint64 day)
{
  return year * 10000 + month * 100 + day;
}

static guint32
julian (gint64 date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date % 100, date / 100 % 100, date / 10000);
  return g_date_get_julian (&day);
}

static gint64
from_julian (guint32 number)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, number);
  return compose (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}

/**
 * bv_date_is_valid:
 * @date: a date or anything else
 *
 * Returns: whether @date is a day of the calendar in the years 1800 to 2999; %FALSE for #BV_NONE and for a
 * partial date
 */
gboolean
bv_date_is_valid (gint64 date)
{
  gint64 year = date / 10000;

  return year >= YEAR_MIN && year <= YEAR_MAX && g_date_valid_dmy (date % 100, date / 100 % 100, year);
}

/**
 * bv_date_is_partial:
 * @date: a date or anything else
 *
 * Returns: whether @date is a year alone (19800000), as a birth year is, in the years 1800 to 2999
 */
gboolean
bv_date_is_partial (gint64 date)
{
  return date % 10000 == 0 && date / 10000 >= YEAR_MIN && date / 10000 <= YEAR_MAX;
}

static void
refuse_syntax (const char *text, const char *expected, GError **error)
{
  g_autofree char *excerpt = bv_text_excerpt (text);

  /* Translators: the first %s is what was typed, the second says how to write a date. */
  g_set_error (error, BV_DATE_ERROR, BV_DATE_ERROR_SYNTAX, _ ("“%s” is not a date: write %s"), excerpt,
               expected);
}

static gint64
refuse_range (const char *text, GError **error)
{
  g_autofree char *excerpt = bv_text_excerpt (text);

  g_set_error (error, BV_DATE_ERROR, BV_DATE_ERROR_RANGE,
               _ ("“%s” is not in the calendar: check day, month and year (%d to %d)"), excerpt, YEAR_MIN,
               YEAR_MAX);
  return BV_NONE;
}

static gint64
checked (gint64 date, gboolean partial, const char *text, GError **error)
{
  if (bv_date_is_valid (date) || (partial && bv_date_is_partial (date)))
    return date;
  return refuse_range (text, error);
}

/* Reads @min to @max digits at *@cursor and leaves it behind them. */
static gboolean
read_digits (const char **cursor, int min, int max, gint64 *value)
{
  int count = 0;

  for (*value = 0; count < max && g_ascii_isdigit (**cursor); count++)
    *value = *value * 10 + g_ascii_digit_value (*(*cursor)++);
  return count >= min;
}

static gboolean
read_iso (const char *text, gint64 *date)
{
  gint64 year, month, day;

  if (!read_digits (&text, 4, 4, &year) || *text++ != '-' || !read_digits (&text, 2, 2, &month)
      || *text++ != '-' || !read_digits (&text, 2, 2, &day) || *text != '\0')
    return FALSE;
  *date = compose (year, month, day);
  return TRUE;
}

static gboolean
read_year (const char *text, gint64 *date)
{
  gint64 year;

  if (!read_digits (&text, 4, 4, &year) || *text != '\0')
    return FALSE;
  *date = compose (year, 0, 0);
  return TRUE;
}

/* Day, month, year with one kind of separator between them; the year with two or four digits. */
static gboolean
read_day_first (const char *text, gint64 *date)
{
  gint64 year, month, day;
  const char *start;
  char separator;

  if (!read_digits (&text, 1, 2, &day))
    return FALSE;
  separator = *text;
  if (separator != '/' && separator != '-' && separator != '.')
    return FALSE;
  text++;
  if (!read_digits (&text, 1, 2, &month) || *text++ != separator)
    return FALSE;
  start = text;
  if (!read_digits (&text, 2, 4, &year) || text - start == 3 || *text != '\0')
    return FALSE;
  if (text - start == 2)
    year += year <= SHORT_YEAR_LAST ? 2000 : 1900;
  *date = compose (year, month, day);
  return TRUE;
}

/**
 * bv_date_parse_iso:
 * @text: the text, nothing around it
 * @partial: whether a year alone (`YYYY`) will do
 * @error: return location for an error
 *
 * Reads strictly `YYYY-MM-DD`, the form of the interchange file.
 *
 * Returns: the date, a year alone as yyyy0000; #BV_NONE with @error set (#BvDateError) when @text is no date
 */
gint64
bv_date_parse_iso (const char *text, gboolean partial, GError **error)
{
  gint64 date;

  g_return_val_if_fail (text != NULL, BV_NONE);

  if (read_iso (text, &date) || (partial && read_year (text, &date)))
    return checked (date, partial, text, error);
  refuse_syntax (text, partial ? _ ("YYYY-MM-DD or YYYY") : _ ("YYYY-MM-DD"), error);
  return BV_NONE;
}

/**
 * bv_date_parse_vietnamese:
 * @text: what was typed, in the window or on the command line; white space around it is ignored
 * @partial: whether a year alone (`YYYY`) will do
 * @error: return location for an error
 *
 * Reads a day as people write it: 21/06/2021, 5/1/22, 05-01-2022, 05.01.2022, and 2022-01-05. The day always
 * comes before the month. Years of two digits: 00–68 are 2000–2068, 69–99 are 1969–1999.
 *
 * Returns: the date, a year alone as yyyy0000; #BV_NONE with @error set (#BvDateError) when @text is no date
 */
gint64
bv_date_parse_vietnamese (const char *text, gboolean partial, GError **error)
{
  g_autofree char *trimmed = NULL;
  gint64 date;

  g_return_val_if_fail (text != NULL, BV_NONE);

  trimmed = g_strstrip (g_strdup (text));
  if (read_day_first (trimmed, &date) || read_iso (trimmed, &date) || (partial && read_year (trimmed, &date)))
    return checked (date, partial, trimmed, error);
  refuse_syntax (trimmed,
                 partial ? _ ("day/month/year, for example 21/06/1980, or a year alone")
                         : _ ("day/month/year, for example 21/06/2026"),
                 error);
  return BV_NONE;
}

/**
 * bv_date_from_excel:
 * @serial: a date cell's number in the 1900 date system; the time of day behind the point is dropped
 *
 * Returns: the date; #BV_NONE for what is no day: before 1, after the year 2999, and 60, Excel's 29 February
 * 1900
 */
gint64
bv_date_from_excel (double serial)
{
  const double last = bv_date_to_excel (compose (YEAR_MAX, 12, 31));
  guint32 day;

  if (!(serial >= 1 && serial < last + 1))
    return BV_NONE;
  day = floor (serial);
  if (day == EXCEL_FICTITIOUS)
    return BV_NONE;
  return from_julian (julian (EXCEL_FIRST) - 1 + day - (day > EXCEL_FICTITIOUS ? 1 : 0));
}

/**
 * bv_date_to_excel:
 * @date: a date
 *
 * Returns: the serial number of @date in the 1900 date system of Excel; 0 when there is none: #BV_NONE, a
 * partial date, a date before 1900
 */
double
bv_date_to_excel (gint64 date)
{
  guint32 day;

  if (date < EXCEL_FIRST || !bv_date_is_valid (date))
    return 0;
  day = julian (date) - julian (EXCEL_FIRST) + 1;
  return day < EXCEL_FICTITIOUS ? day : day + 1;
}

/**
 * bv_date_today:
 *
 * Returns: today's date in local time
 */
gint64
bv_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return compose (year, month, day);
}

/**
 * bv_date_day_before:
 * @date: a date
 *
 * Returns: the day before it; #BV_NONE unless it is a whole date
 */
gint64
bv_date_day_before (gint64 date)
{
  return bv_date_is_valid (date) ? from_julian (julian (date) - 1) : BV_NONE;
}

/**
 * bv_date_days_between:
 * @from: a date
 * @to: a date
 *
 * Returns: the days from @from to @to, negative when @to is earlier; #BV_NONE unless both are whole dates
 */
gint64
bv_date_days_between (gint64 from, gint64 to)
{
  if (!bv_date_is_valid (from) || !bv_date_is_valid (to))
    return BV_NONE;
  return (gint64) julian (to) - (gint64) julian (from);
}

/**
 * bv_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, `YYYY` for a partial date, %NULL for #BV_NONE
 */
char *
bv_date_to_iso (gint64 date)
{
  if (date == BV_NONE)
    return NULL;
  if (bv_date_is_partial (date))
    return g_strdup_printf ("%04" G_GINT64_FORMAT, date / 10000);
  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02" G_GINT64_FORMAT "-%02" G_GINT64_FORMAT, date / 10000,
                          date / 100 % 100, date % 100);
}

/**
 * bv_date_to_vietnamese:
 * @date: a date
 *
 * Returns: (transfer full): `dd/MM/yyyy`, `yyyy` for a partial date, an empty text for #BV_NONE
 */
char *
bv_date_to_vietnamese (gint64 date)
{
  if (date == BV_NONE)
    return g_strdup ("");
  if (bv_date_is_partial (date))
    return g_strdup_printf ("%04" G_GINT64_FORMAT, date / 10000);
  return g_strdup_printf ("%02" G_GINT64_FORMAT "/%02" G_GINT64_FORMAT "/%04" G_GINT64_FORMAT, date % 100,
                          date / 100 % 100, date / 10000);
}
