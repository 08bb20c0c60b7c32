/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/backup-choice.h"

/* Of the last day: who backs up every few minutes fills no disk. */
#define MOST_OF_LAST_DAY 20

/* What day, week, month or year a moment belongs to. */
typedef gint64 (*PeriodFunc) (gint64 stamp);

static gint64
get_day (gint64 stamp)
{
  return stamp / 1000000;
}

/* Day 1 of GLib's calendar is a Monday. */
static gint64
get_week (gint64 stamp)
{
  gint64 day = get_day (stamp);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day % 100, day / 100 % 100, day / 10000);
  return (g_date_get_julian (&date) - 1) / 7;
}

static gint64
get_month (gint64 stamp)
{
  return get_day (stamp) / 100;
}

static gint64
get_year (gint64 stamp)
{
  return get_day (stamp) / 10000;
}

static const struct
{
  PeriodFunc get;
  guint most;
} rules[] = { { get_day, 10 }, { get_week, 8 }, { get_month, 24 }, { get_year, G_MAXUINT } };

static int
compare_newest_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const BvBackupMoment *first = *(const BvBackupMoment *const *) a;
  const BvBackupMoment *second = *(const BvBackupMoment *const *) b;

  if (first->number != second->number)
    return first->number < second->number ? 1 : -1;
  return (first->stamp < second->stamp) - (first->stamp > second->stamp);
}

/* The newest of each of the last periods that have one. */
static void
keep_of_each (GPtrArray *newest_first, PeriodFunc get, guint most)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < newest_first->len && g_hash_table_size (seen) < most; i++)
    {
      BvBackupMoment *moment = g_ptr_array_index (newest_first, i);
      gint64 period = get (moment->stamp);

      if (g_hash_table_add (seen, g_memdup2 (&period, sizeof period)))
        moment->kept = TRUE;
    }
}

/* What was made in the morning is the way back from a mistake at noon. The last backup says what day it is:
 * what is made sets off the choice. */
static void
keep_of_last_day (GPtrArray *newest_first)
{
  guint n_kept = 0;

  for (guint i = 0; i < newest_first->len && n_kept < MOST_OF_LAST_DAY; i++)
    {
      BvBackupMoment *moment = g_ptr_array_index (newest_first, i);
      const BvBackupMoment *last = g_ptr_array_index (newest_first, 0);

      if (get_day (moment->stamp) == get_day (last->stamp))
        {
          moment->kept = TRUE;
          n_kept++;
        }
    }
}

/**
 * bv_backup_choice_make:
 * @moments: (array length=n_moments): the backups of one library in one place
 * @n_moments: how many
 *
 * Decides which are kept: all of the day of the last one, the newest 20 of them at most; and of the last 10
 * days, 8 weeks, 24 months that have one, and of every year, the newest. What is newer and which days are the
 * last say the numbers, so that a clock that was wrong for a while removes nothing of what was made since.
 */
void
bv_backup_choice_make (BvBackupMoment *moments, guint n_moments)
{
  g_autoptr (GPtrArray) newest_first = g_ptr_array_new ();

  for (guint i = 0; i < n_moments; i++)
    {
      moments[i].kept = FALSE;
      g_ptr_array_add (newest_first, &moments[i]);
    }
  g_ptr_array_sort_with_data (newest_first, compare_newest_first, NULL);
  keep_of_last_day (newest_first);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    keep_of_each (newest_first, rules[i].get, rules[i].most);
}
