/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/backup-choice.h"
#include "store/backup/backup-name.h"

#include <string.h>

#define DAYS 400
#define MOST_A_DAY 3
#define MOST_OF_LAST_DAY 20

/* A place, as it is after each backup and the thinning that follows. */
typedef struct
{
  GArray *moments; /* in the order they were made */
  gint64 number;
} Shelf;

static gint64
get_day (gint64 stamp)
{
  return stamp / 1000000;
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

static const BvBackupMoment *
get (const Shelf *shelf, guint index)
{
  return &g_array_index (shelf->moments, BvBackupMoment, index);
}

static void
back_up (Shelf *shelf, gint64 stamp)
{
  const BvBackupMoment moment = { .number = ++shelf->number, .stamp = stamp };

  g_array_append_val (shelf->moments, moment);
  bv_backup_choice_make ((BvBackupMoment *) shelf->moments->data, shelf->moments->len);
  for (guint i = shelf->moments->len; i-- > 0;)
    if (!get (shelf, i)->kept)
      g_array_remove_index (shelf->moments, i);
}

/* The day by the clock: at times it is wrong, and goes back. */
static GDateTime *
show_clock (GDateTime *start, int day)
{
  if (day >= 300 && day < 304)
    return g_date_time_new_utc (2000, 1, 1, 0, 5, 0); /* its battery is empty */
  if (day >= 200 && day < 205)
    return g_date_time_add_days (start, day - 30);
  return g_date_time_add_days (start, day);
}

static gint64
read_clock (GDateTime *start, int day, int hour)
{
  g_autoptr (GDateTime) shown = show_clock (start, day);
  g_autoptr (GDateTime) now = g_date_time_add_hours (shown, hour);

  return g_date_time_get_year (now) * G_GINT64_CONSTANT (10000000000)
         + g_date_time_get_month (now) * G_GINT64_CONSTANT (100000000)
         + g_date_time_get_day_of_month (now) * G_GINT64_CONSTANT (1000000)
         + g_date_time_get_hour (now) * G_GINT64_CONSTANT (10000);
}

/* How many of the last @most different periods that anything was made in have something left. */
static void
assert_has_last (const Shelf *shelf, GArray *made, gint64 (*period) (gint64), guint most)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = made->len; i-- > 0 && g_hash_table_size (seen) < most;)
    {
      gint64 wanted = period (g_array_index (made, gint64, i));
      gboolean found = FALSE;

      g_hash_table_add (seen, g_memdup2 (&wanted, sizeof wanted));
      for (guint k = 0; !found && k < shelf->moments->len; k++)
        found = period (get (shelf, k)->stamp) == wanted;
      g_assert_true (found);
    }
}

/* What was made since the clock last showed another day. */
static void
assert_has_last_day (const Shelf *shelf, GArray *made)
{
  gint64 day = get_day (g_array_index (made, gint64, made->len - 1));
  guint at = shelf->moments->len;

  for (guint i = made->len; i-- > 0 && get_day (g_array_index (made, gint64, i)) == day;)
    {
      g_assert_cmpuint (at, >, 0);
      g_assert_cmpint (get (shelf, --at)->number, ==, i + 1);
    }
}

/* Of every day but the last, what was made last that day is left, or nothing. */
static void
assert_has_one_of_others (const Shelf *shelf, GArray *made)
{
  gint64 last = get_day (g_array_index (made, gint64, made->len - 1));

  for (guint i = 0; i < shelf->moments->len; i++)
    {
      gint64 day = get_day (get (shelf, i)->stamp);

      for (guint k = get (shelf, i)->number; day != last && k < made->len; k++)
        g_assert_cmpint (get_day (g_array_index (made, gint64, k)), !=, day);
    }
}

static void
test_days (void)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (2025, 11, 3, 8, 0, 0);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  Shelf shelf = { g_array_new (FALSE, FALSE, sizeof (BvBackupMoment)), 0 };

  for (int day = 0; day < DAYS; day++)
    for (int nth = 0; nth < 1 + day % MOST_A_DAY; nth++)
      {
        gint64 stamp = read_clock (start, day, 3 * nth);

        g_array_append_val (made, stamp);
        back_up (&shelf, stamp);
        /* What was made just now is there, whatever the clock shows. */
        g_assert_cmpint (get (&shelf, shelf.moments->len - 1)->number, ==, shelf.number);
        g_assert_cmpuint (shelf.moments->len, <=, 10 + 8 + 24 + 4 + MOST_OF_LAST_DAY - 1);
        assert_has_last_day (&shelf, made);
        assert_has_one_of_others (&shelf, made);
        assert_has_last (&shelf, made, get_day, 10);
        assert_has_last (&shelf, made, get_month, 24);
        assert_has_last (&shelf, made, get_year, G_MAXUINT);
      }
  g_array_unref (shelf.moments);
}

/* Of a year with one backup a day, none on Sundays. */
static void
test_exactly (void)
{
  static const gint64 kept[] = {
    20251231, 20260131, 20260228, 20260331, 20260430, 20260530, 20260630, 20260731, 20260831,
    20260930, 20261017, 20261024, 20261031, 20261107, 20261114, 20261119, 20261120, 20261121,
    20261123, 20261124, 20261125, 20261126, 20261127, 20261128, 20261130,
  };
  g_autoptr (GDateTime) start = g_date_time_new_utc (2025, 12, 1, 8, 0, 0);
  Shelf shelf = { g_array_new (FALSE, FALSE, sizeof (BvBackupMoment)), 0 };

  for (int day = 0; day < 365; day++)
    {
      g_autoptr (GDateTime) now = g_date_time_add_days (start, day);

      if (g_date_time_get_day_of_week (now) != 7)
        back_up (&shelf, (g_date_time_get_year (now) * G_GINT64_CONSTANT (10000)
                          + g_date_time_get_month (now) * 100 + g_date_time_get_day_of_month (now))
                             * 1000000
                           + 80000);
    }
  for (guint i = 0; i < shelf.moments->len; i++)
    g_assert_cmpint (get_day (get (&shelf, i)->stamp), ==, i < G_N_ELEMENTS (kept) ? kept[i] : 0);
  g_assert_cmpuint (shelf.moments->len, ==, G_N_ELEMENTS (kept));
  g_array_unref (shelf.moments);
}

/* All of the last day stay, even if the clock is set back within it; from the next day on, what was made
 * last. */
static void
test_one_day (void)
{
  Shelf shelf = { g_array_new (FALSE, FALSE, sizeof (BvBackupMoment)), 0 };

  back_up (&shelf, 20261130083100);
  back_up (&shelf, 20261130180000);
  back_up (&shelf, 20261130170000);
  g_assert_cmpuint (shelf.moments->len, ==, 3);
  back_up (&shelf, 20261201083100);
  g_assert_cmpuint (shelf.moments->len, ==, 2);
  g_assert_cmpint (get (&shelf, 0)->stamp, ==, 20261130170000);
  g_array_unref (shelf.moments);
}

/* Of one day the newest twenty. */
static void
test_many_of_one_day (void)
{
  Shelf shelf = { g_array_new (FALSE, FALSE, sizeof (BvBackupMoment)), 0 };

  back_up (&shelf, 20261127170000);
  for (int minute = 0; minute < 50; minute++)
    back_up (&shelf, 20261130080000 + minute * 100);
  g_assert_cmpuint (shelf.moments->len, ==, 1 + MOST_OF_LAST_DAY);
  g_assert_cmpint (get (&shelf, 0)->stamp, ==, 20261127170000);
  for (int i = 0; i < MOST_OF_LAST_DAY; i++)
    g_assert_cmpint (get (&shelf, 1 + i)->stamp, ==, 20261130083000 + i * 100);
  g_array_unref (shelf.moments);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gint64 stamp;
  } cases[] = {
    { "bangvang-2026-11-30-174000.db", 20261130174000 },
    { "bangvang-2000-01-01-000000.db", 20000101000000 },
    { "bangvang-2026-02-30-174000.db", 0 },
    { "bangvang-2026-11-30-246000.db", 0 },
    { "bangvang-2026-11-30-174000.json", 0 },
    { "bangvang-2026-11-30-174000.db.part", 0 },
    { "bangvang-2026-1--30-174000.db", 0 },
    { "bangvang- 026-11-30-174000.db", 0 },
    { "bangvang-5.db", 0 },
    { "bangvang.db", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = bv_backup_name_write (cases[i].stamp, BV_BACKUP_DATABASE);

      g_assert_cmpint (bv_backup_name_read (cases[i].name), ==, cases[i].stamp);
      if (cases[i].stamp != 0)
        g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_next (void)
{
  g_autofree char *manifest = bv_backup_name_get_manifest ("a/bangvang-2026-11-30-174000.db");

  g_assert_cmpint (bv_backup_name_get_next_stamp (20261231235959), ==, 20270101000000);
  g_assert_cmpint (bv_backup_name_get_next_stamp (20261130174000), ==, 20261130174001);
  g_assert_cmpstr (manifest, ==, "a/bangvang-2026-11-30-174000.json");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-choice/four-hundred-days-with-a-clock-that-goes-back", test_days);
  g_test_add_func ("/backup-choice/a-year-leaves-exactly-these", test_exactly);
  g_test_add_func ("/backup-choice/all-of-the-last-day-are-kept-and-of-others-what-was-made-last",
                   test_one_day);
  g_test_add_func ("/backup-choice/of-the-last-day-at-most-twenty-are-kept", test_many_of_one_day);
  g_test_add_func ("/backup-choice/a-name-is-a-moment-or-none", test_names);
  g_test_add_func ("/backup-choice/the-next-second-and-the-manifest-have-names", test_next);
  return g_test_run ();
}
