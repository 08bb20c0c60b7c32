/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/report-days.h"

#include "store/statement.h"

static void
add_day (sqlite3_stmt *statement, gpointer data)
{
  const BvReportDay day = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };

  g_array_append_val ((GArray *) data, day);
}

/**
 * bv_report_days_read:
 * @library: a library
 * @campaign: the row of a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type BvReportDay): the days on which reports of nominees that are not
 *   withdrawn were received, ascending; %NULL where they cannot be read
 */
GArray *
bv_report_days_read (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (BvReportDay));

  return bv_statement_each (library,
                            "SELECT report.received, count (*) FROM nominee "
                            "JOIN report ON report.nominee = nominee.id "
                            "WHERE nominee.campaign = ?1 AND NOT nominee.withdrawn "
                            "AND report.received IS NOT NULL "
                            "GROUP BY report.received ORDER BY report.received",
                            add_day, days, error, "i", campaign)
           ? g_steal_pointer (&days)
           : NULL;
}
