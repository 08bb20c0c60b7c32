/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backup-age.h"

#include <glib/gi18n-lib.h>

/* Longer than a weekend and a day of leave. */
#define DAYS_TO_WORRY 5

static gint
get_day (GDateTime *time)
{
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

/**
 * bv_backup_age_write_exactly:
 * @time: seconds since 1970
 *
 * Returns: (transfer full): “21/01/2022 17:05”, as the clock here shows it
 */
char *
bv_backup_age_write_exactly (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup ("");
}

/**
 * bv_backup_age_write:
 * @time: seconds since 1970
 * @now: seconds since 1970
 *
 * Returns: (transfer full): “today 16:42”, “yesterday 17:05”, or the day; of what the clock shows as later
 * than now always the day
 */
char *
bv_backup_age_write (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  g_autofree char *clock = then != NULL ? g_date_time_format (then, "%H:%M") : NULL;
  int days = then != NULL && today != NULL ? get_day (today) - get_day (then) : -1;

  if (days == 0 && time <= now)
    /* Translators: a time of the day */
    return g_strdup_printf (_ ("today %s"), clock);
  if (days == 1)
    return g_strdup_printf (_ ("yesterday %s"), clock);
  return bv_backup_age_write_exactly (time);
}

/**
 * bv_backup_age_is_high:
 * @time: when the last backup was made, seconds since 1970
 * @now: seconds since 1970
 *
 * Returns: whether somebody should look why there is none since
 */
gboolean
bv_backup_age_is_high (gint64 time, gint64 now)
{
  return now - time > DAYS_TO_WORRY * (gint64) 24 * 60 * 60;
}
