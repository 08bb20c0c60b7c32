/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/mime-date.h"

#include <stdio.h>
#include <string.h>

static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

/* From 1; 0: it is none. */
static guint
find_month (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *found = strlen (lower) == 3 ? strstr (months, lower) : NULL;

  return found != NULL && (found - months) % 3 == 0 ? (guint) (found - months) / 3 + 1 : 0;
}

/* As years were once written. */
static int
widen_year (int year)
{
  if (year < 50)
    return year + 2000;
  return year < 1000 ? year + 1900 : year;
}

static GTimeZone *
read_zone (const char *text)
{
  GTimeZone *zone = *text == '+' || *text == '-' ? g_time_zone_new_identifier (text) : NULL;

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * bv_mime_date_to_iso:
 * @value: (nullable): the field Date of a mail (RFC 5322, 3.3): `Wed, 15 Dec 2021 07:30:00 +0700`
 *
 * Returns: (transfer full) (nullable): the same by ISO 8601, in the zone of who sent it:
 *   `2021-12-15T07:30:00+07`; %NULL: it is none
 */
char *
bv_mime_date_to_iso (const char *value)
{
  const char *comma = value != NULL ? strchr (value, ',') : NULL;
  const char *text = comma != NULL ? comma + 1 : value;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) date = NULL;
  char month[4] = "";
  char offset[8] = "";
  int day, year, hour, minute;
  int second = 0;

  if (text == NULL || sscanf (text, "%2d %3s %4d %2d:%2d", &day, month, &year, &hour, &minute) != 5
      || find_month (month) == 0)
    return NULL;
  if (sscanf (text, "%*d %*s %*d %*d:%*d:%2d %7s", &second, offset) < 1)
    sscanf (text, "%*d %*s %*d %*d:%*d %7s", offset);
  zone = read_zone (offset);
  date = g_date_time_new (zone, widen_year (year), (int) find_month (month), day, hour, minute,
                          MIN (second, 59));
  return date != NULL ? g_date_time_format_iso8601 (date) : NULL;
}
