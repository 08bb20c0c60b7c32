/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rule-reach.h"

#include "core/points.h"
#include "store/statement.h"

/**
 * bv_rule_reach_count_nominees:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: how many nominees it has; 0 also on failure
 */
gint64
bv_rule_reach_count_nominees (BvLibrary *library, gint64 campaign, GError **error)
{
  return bv_statement_get_number (library, "SELECT count(*) FROM nominee WHERE campaign = ?1", 0, error, "i",
                                  campaign);
}

/**
 * bv_rule_reach_find_most:
 * @library: a library
 * @criterion: a criterion's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the most points that anybody was given for it, in 1/100; %BV_NONE: nobody answered it, also on
 * failure
 */
gint64
bv_rule_reach_find_most (BvLibrary *library, gint64 criterion, GError **error)
{
  return bv_statement_get_number (
    library,
    "SELECT max (max (ifnull (self, 0), ifnull (verified, 0), ifnull (final, 0))) FROM assessment WHERE "
    "criterion = ?1",
    BV_NONE, error, "i", criterion);
}

static void
add_count (sqlite3_stmt *row, gpointer counts)
{
  gint64 criterion = sqlite3_column_int64 (row, 0);

  g_hash_table_insert (counts, g_memdup2 (&criterion, sizeof criterion),
                       GUINT_TO_POINTER (sqlite3_column_int (row, 1)));
}

static GHashTable *
list_counts (BvLibrary *library, const char *sql, gint64 campaign, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return bv_statement_each (library, sql, add_count, counts, error, "i", campaign) ? g_steal_pointer (&counts)
                                                                                   : NULL;
}

/**
 * bv_rule_reach_list_nominees:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64 guint): by the row of a group, how many are
 * nominated in it; a group in which nobody is, is not there
 */
GHashTable *
bv_rule_reach_list_nominees (BvLibrary *library, gint64 campaign, GError **error)
{
  return list_counts (library,
                      "SELECT \"group\", count(*) FROM nominee WHERE campaign = ?1 GROUP BY \"group\"",
                      campaign, error);
}

/**
 * bv_rule_reach_list_answers:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64 guint): by the row of a leaf, how many nominees
 * have something stored for it
 */
GHashTable *
bv_rule_reach_list_answers (BvLibrary *library, gint64 campaign, GError **error)
{
  return list_counts (library,
                      "SELECT c.id, (SELECT count(*) FROM assessment a WHERE a.criterion = c.id) FROM "
                      "criterion c JOIN \"group\" g ON g.id = c.\"group\" WHERE g.campaign = ?1",
                      campaign, error);
}
