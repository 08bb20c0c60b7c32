/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/backup-name.h"

#include <stdio.h>
#include <string.h>

#define PREFIX "bangvang-"
#define PATTERN "%04d-%02d-%02d-%02d%02d%02d"

/* As long as the pattern is when it is filled in. */
#define STEM_LENGTH (strlen (PREFIX) + strlen ("yyyy-mm-dd-hhmmss"))

static gint64
pack (GDateTime *time)
{
  gint64 day = g_date_time_get_year (time) * 10000 + g_date_time_get_month (time) * 100
               + g_date_time_get_day_of_month (time);

  return day * 1000000 + g_date_time_get_hour (time) * 10000 + g_date_time_get_minute (time) * 100
         + g_date_time_get_second (time);
}

static GDateTime *
unpack (gint64 stamp)
{
  gint64 day = stamp / 1000000;
  gint64 time = stamp % 1000000;

  return g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, time / 10000, time / 100 % 100,
                              time % 100);
}

/**
 * bv_backup_name_get_stamp:
 * @time: seconds since 1970
 *
 * Returns: the stamp of that moment, by the clock of this computer
 */
gint64
bv_backup_name_get_stamp (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return pack (local);
}

/**
 * bv_backup_name_get_next_stamp:
 * @stamp: a stamp
 *
 * Returns: that of a second later
 */
gint64
bv_backup_name_get_next_stamp (gint64 stamp)
{
  g_autoptr (GDateTime) time = unpack (stamp);
  g_autoptr (GDateTime) next = g_date_time_add_seconds (time, 1);

  return pack (next);
}

/**
 * bv_backup_name_write_stamp:
 * @stamp: a stamp
 *
 * Returns: (transfer full): it as a part of a name, `2026-11-30-174000`
 */
char *
bv_backup_name_write_stamp (gint64 stamp)
{
  int day = stamp / 1000000;
  int time = stamp % 1000000;

  return g_strdup_printf (PATTERN, day / 10000, day / 100 % 100, day % 100, time / 10000, time / 100 % 100,
                          time % 100);
}

/**
 * bv_backup_name_write:
 * @stamp: when it is made
 * @ending: what follows: %BV_BACKUP_DATABASE or %BV_BACKUP_MANIFEST
 *
 * Returns: (transfer full): the name of that file
 */
char *
bv_backup_name_write (gint64 stamp, const char *ending)
{
  g_autofree char *time = bv_backup_name_write_stamp (stamp);

  return g_strconcat (PREFIX, time, ending, NULL);
}

/**
 * bv_backup_name_read:
 * @name: the name of a file
 *
 * Returns: the stamp in the name of a backup's database; 0 where it is no such name
 */
gint64
bv_backup_name_read (const char *name)
{
  int part[6] = { 0 };
  gint64 stamp;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *same = NULL;

  if (strlen (name) != STEM_LENGTH + strlen (BV_BACKUP_DATABASE)
      || sscanf (name, PREFIX "%4d-%2d-%2d-%2d%2d%2d", &part[0], &part[1], &part[2], &part[3], &part[4],
                 &part[5])
           != 6)
    return 0;
  stamp = (part[0] * 10000 + part[1] * 100 + part[2]) * G_GINT64_CONSTANT (1000000) + part[3] * 10000
          + part[4] * 100 + part[5];
  time = unpack (stamp);
  same = time != NULL ? bv_backup_name_write (stamp, BV_BACKUP_DATABASE) : NULL;
  return g_strcmp0 (name, same) == 0 ? stamp : 0;
}

/**
 * bv_backup_name_get_manifest:
 * @path: the database of a backup
 *
 * Returns: (transfer full): where what is known of it stands
 */
char *
bv_backup_name_get_manifest (const char *path)
{
  g_autofree char *stem = g_strdup (path);

  if (g_str_has_suffix (stem, BV_BACKUP_DATABASE))
    stem[strlen (stem) - strlen (BV_BACKUP_DATABASE)] = '\0';
  return g_strconcat (stem, BV_BACKUP_MANIFEST, NULL);
}
