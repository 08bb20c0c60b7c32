/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/due-date.h"

#include "core/points.h"
#include "core/text/date.h"

#include <string.h>

#define DAYS_DIGITS 4
#define DAY_OF_YEAR 10000 /* a date modulo this is month and day */
#define LEAP_DAY 229

static gint64
add_days (gint64 date, gint64 days)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date % 100, date / 100 % 100, date / BV_DATE_YEAR);
  if (days >= 0)
    g_date_add_days (&day, days);
  else
    g_date_subtract_days (&day, -days);
  return g_date_get_year (&day) * BV_DATE_YEAR + g_date_get_month (&day) * 100 + g_date_get_day (&day);
}

/* The day of that year; 29 February is the 28th where there is none. */
static gint64
day_of_year (gint64 year, gint64 month_and_day)
{
  gint64 date = year * BV_DATE_YEAR + month_and_day;

  return month_and_day == LEAP_DAY && !bv_date_is_valid (date) ? date - 1 : date;
}

static gboolean
is_digits (const char *text, gsize length)
{
  return length > 0 && strspn (text, "0123456789") == length;
}

static gint64
resolve_days (const char *text, gint64 starts)
{
  gsize length = strlen (text);

  if (length < 3 || length > DAYS_DIGITS + 2 || text[length - 1] != 'd' || !is_digits (text + 1, length - 2))
    return BV_NONE;
  return add_days (starts, g_ascii_strtoll (text + 1, NULL, 10));
}

static gint64
resolve_day_of_year (const char *text, gint64 starts)
{
  gint64 month_and_day;
  gint64 date;

  if (strlen (text) != 5 || text[2] != '-' || strspn (text, "0123456789") != 2 || !is_digits (text + 3, 2))
    return BV_NONE;
  month_and_day = g_ascii_strtoll (text, NULL, 10) * 100 + g_ascii_strtoll (text + 3, NULL, 10);
  date = day_of_year (starts / BV_DATE_YEAR, month_and_day);
  if (date < starts)
    date = day_of_year (starts / BV_DATE_YEAR + 1, month_and_day);
  return bv_date_is_valid (date) ? date : BV_NONE;
}

/**
 * bv_due_date_resolve:
 * @text: a date of a template
 * @starts: the first day of the campaign
 *
 * Returns: the day that `+90d` (days after the start) or `12-15` (the first 15 December from the start on)
 * means; #BV_NONE where @text is not relative
 */
gint64
bv_due_date_resolve (const char *text, gint64 starts)
{
  return *text == '+' ? resolve_days (text, starts) : resolve_day_of_year (text, starts);
}

/**
 * bv_due_date_move:
 * @date: a day of a campaign; #BV_NONE: none
 * @from: the campaign's first day, to which @date belongs
 * @to: the first day of another campaign
 *
 * Where both start on the same day of the year, so do their dates (30/09 stays 30/09); else the date lies as
 * many days behind the start.
 *
 * Returns: the day that stands in for @date there
 */
gint64
bv_due_date_move (gint64 date, gint64 from, gint64 to)
{
  if (date == BV_NONE || from == to)
    return date;
  if (from % DAY_OF_YEAR == to % DAY_OF_YEAR)
    return day_of_year (date / BV_DATE_YEAR + (to - from) / BV_DATE_YEAR, date % DAY_OF_YEAR);
  return add_days (to, bv_date_days_between (from, date));
}
