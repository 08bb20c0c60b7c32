/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lists.h"

#include "core/points.h"
#include "core/text/date.h"
#include "store/statement.h"

#define TEXT(index) ((const char *) sqlite3_column_text (statement, index))

static BvTable *
read_page (BvLibrary *library,
           const char *sql,
           gint64 parameter,
           const BvColumnType *types,
           guint n_columns,
           BvStatementFunc fill,
           GError **error)
{
  g_autoptr (BvTable) table = bv_table_new (types, n_columns);

  return bv_statement_each (library, sql, fill, table, error, "i", parameter) ? g_steal_pointer (&table)
                                                                              : NULL;
}

static void
fill_campaign (sqlite3_stmt *statement, gpointer table)
{
  guint row = bv_table_append (table, sqlite3_column_int64 (statement, 0), 0);
  g_autofree char *starts = bv_date_to_vietnamese (sqlite3_column_int64 (statement, 3));
  g_autofree char *ends = bv_date_to_vietnamese (sqlite3_column_int64 (statement, 4));
  g_autofree char *span = TEXT (5) != NULL ? g_strdup_printf ("%s – %s · %s", starts, ends, TEXT (5))
                                           : g_strdup_printf ("%s – %s", starts, ends);

  bv_table_set_text (table, row, BV_CAMPAIGNS_TITLE, TEXT (1), NULL);
  bv_table_set_text (table, row, BV_CAMPAIGNS_PLAN, TEXT (2), NULL);
  bv_table_set_number (table, row, BV_CAMPAIGNS_YEAR, sqlite3_column_int64 (statement, 3) / BV_DATE_YEAR);
  bv_table_set_text (table, row, BV_CAMPAIGNS_SPAN, span, NULL);
}

/**
 * bv_lists_read_campaigns:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): #BvCampaignsColumn, newest first
 */
BvTable *
bv_lists_read_campaigns (BvLibrary *library, GError **error)
{
  static const BvColumnType types[BV_CAMPAIGNS_N_COLUMNS] = {
    [BV_CAMPAIGNS_YEAR] = BV_COLUMN_NUMBER,
  };

  return read_page (
    library,
    "SELECT id, ifnull (nullif (short, ''), title), plan_number, starts, ends, "
    "CASE WHEN count (*) OVER (PARTITION BY ifnull (nullif (short, ''), title), starts, ends) > 1 "
    "THEN key END FROM campaign ORDER BY starts DESC, key",
    0, types, G_N_ELEMENTS (types), fill_campaign, error);
}

static void
fill_unit (sqlite3_stmt *statement, gpointer table)
{
  guint row = bv_table_append (table, sqlite3_column_int64 (statement, 0), 0);

  bv_table_set_text (table, row, BV_UNITS_CODE, TEXT (1), NULL);
  bv_table_set_text (table, row, BV_UNITS_NAME, TEXT (2), TEXT (3));
  bv_table_set_text (table, row, BV_UNITS_TYPE, TEXT (4), NULL);
  bv_table_set_text (table, row, BV_UNITS_PARENT, TEXT (5), TEXT (6));
  bv_table_set_text (table, row, BV_UNITS_GROUPS, TEXT (7), NULL);
  bv_table_set_number (table, row, BV_UNITS_NOMINEES, sqlite3_column_int64 (statement, 8));
  bv_table_set_text (table, row, BV_UNITS_CONTACT, TEXT (9), NULL);
  if (sqlite3_column_type (statement, 10) != SQLITE_NULL)
    bv_table_set_number (table, row, BV_UNITS_ABOVE, sqlite3_column_int64 (statement, 10));
}

/**
 * bv_lists_read_units:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): #BvUnitsColumn of the units that take part
 */
BvTable *
bv_lists_read_units (BvLibrary *library, gint64 campaign, GError **error)
{
  static const BvColumnType types[BV_UNITS_N_COLUMNS] = {
    [BV_UNITS_NOMINEES] = BV_COLUMN_NUMBER,
    [BV_UNITS_ABOVE] = BV_COLUMN_NUMBER,
  };

  return read_page (
    library,
    "WITH in_group AS (SELECT n.unit, g.name, g.ordinal, count (*) AS nominees FROM nominee n "
    "JOIN \"group\" g ON g.id = n.\"group\" WHERE n.campaign = ?1 GROUP BY n.unit, g.id ORDER BY g.ordinal), "
    "put_forward AS (SELECT unit, sum (nominees) AS nominees, group_concat (name, '; ') AS groups "
    "FROM in_group GROUP BY unit) "
    "SELECT u.id, u.code, u.name, k.key, u.type, above.name, ak.key, f.groups, ifnull (f.nominees, 0), "
    "u.contact, u.parent FROM participation p JOIN unit u ON u.id = p.unit LEFT JOIN sort_key k ON k.id = u.id "
    "LEFT JOIN unit above ON above.id = u.parent LEFT JOIN sort_key ak ON ak.id = above.id "
    "LEFT JOIN put_forward f ON f.unit = u.id WHERE p.campaign = ?1 ORDER BY p.ordinal",
    campaign, types, G_N_ELEMENTS (types), fill_unit, error);
}

static void
fill_unit_name (sqlite3_stmt *statement, gpointer table)
{
  guint row = bv_table_append (table, sqlite3_column_int64 (statement, 0), 0);

  bv_table_set_text (table, row, BV_UNITS_CODE, TEXT (1), NULL);
  bv_table_set_text (table, row, BV_UNITS_NAME, TEXT (2), NULL);
}

/**
 * bv_lists_read_unit_names:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): of the units that take part code and name alone, in the first columns
 * of #BvUnitsColumn
 */
BvTable *
bv_lists_read_unit_names (BvLibrary *library, gint64 campaign, GError **error)
{
  static const BvColumnType types[BV_UNITS_NAME + 1] = { 0 };

  return read_page (library,
                    "SELECT u.id, u.code, u.name FROM participation p JOIN unit u ON u.id = p.unit WHERE "
                    "p.campaign = ?1 ORDER BY p.ordinal",
                    campaign, types, G_N_ELEMENTS (types), fill_unit_name, error);
}

/**
 * bv_lists_read_nominees:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the whole table of a #BvNomineeList
 */
BvTable *
bv_lists_read_nominees (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvNomineeList) list = bv_nominee_list_read (library, campaign, error);

  if (list == NULL || !bv_nominee_list_read_texts (list, library, G_MAXUINT, NULL, error))
    return NULL;
  return bv_table_ref (bv_nominee_list_get_table (list));
}

static void
add_id (sqlite3_stmt *row, gpointer ids)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/**
 * bv_lists_list_nominated:
 * @library: a library
 * @group: a group's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the rows of the units that have a nominee in the group: a set of
 * gint64
 */
GHashTable *
bv_lists_list_nominated (BvLibrary *library, gint64 group, GError **error)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return bv_statement_each (library, "SELECT DISTINCT unit FROM nominee WHERE \"group\" = ?1", add_id, units,
                            error, "i", group)
           ? g_steal_pointer (&units)
           : NULL;
}

static void
fill_evidence (sqlite3_stmt *statement, gpointer table)
{
  guint row
    = bv_table_append (table, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1));

  for (int i = BV_EVIDENCE_COLUMN_FILE; i < BV_N_EVIDENCE_COLUMNS; i++)
    if (i == BV_EVIDENCE_COLUMN_BYTES || i == BV_EVIDENCE_COLUMN_LINKS)
      bv_table_set_number (table, row, i, bv_statement_column_number (statement, i + 2));
    else
      bv_table_set_text (table, row, i, TEXT (i + 2), NULL);
}

/**
 * bv_lists_read_evidence:
 * @library: a library
 * @nominee: a nominee's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): #BvEvidenceColumn of the nominee's report of achievements and of all
 * that proves its scores; the group of a row is the criterion's row in the library, of the report 0
 */
BvTable *
bv_lists_read_evidence (BvLibrary *library, gint64 nominee, GError **error)
{
  static const BvColumnType types[BV_N_EVIDENCE_COLUMNS] = {
    [BV_EVIDENCE_COLUMN_BYTES] = BV_COLUMN_SIZE,
    [BV_EVIDENCE_COLUMN_LINKS] = BV_COLUMN_NUMBER,
  };

  return read_page (library,
                    "SELECT e.id, l.criterion, e.file, e.number, e.title, e.state, e.sha256, e.bytes, e.key, "
                    "(SELECT count (*) FROM evidence_link o WHERE o.evidence = e.id) "
                    "+ (SELECT count (*) FROM achievement_report r WHERE r.evidence = e.id) "
                    "FROM (SELECT criterion, ordinal, evidence FROM evidence_link WHERE nominee = ?1 "
                    "UNION ALL SELECT 0, 0, evidence FROM achievement_report WHERE nominee = ?1) l "
                    "JOIN evidence e ON e.id = l.evidence ORDER BY l.criterion, l.ordinal",
                    nominee, types, G_N_ELEMENTS (types), fill_evidence, error);
}

static void
fill_document (sqlite3_stmt *statement, gpointer table)
{
  guint row
    = bv_table_append (table, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1));

  for (int i = 0; i < BV_DOCUMENTS_N_COLUMNS; i++)
    bv_table_set_text (table, row, i, TEXT (i + 2), NULL);
}

/**
 * bv_lists_read_documents:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): #BvDocumentsColumn of all evidence that proves something of a nominee;
 * the group of a row is the first such nominee's row in the library
 */
BvTable *
bv_lists_read_documents (BvLibrary *library, gint64 campaign, GError **error)
{
  static const BvColumnType types[BV_DOCUMENTS_N_COLUMNS] = { 0 };

  return read_page (
    library,
    "WITH proven AS (SELECT l.evidence, l.nominee FROM evidence_link l UNION ALL "
    "SELECT r.evidence, r.nominee FROM achievement_report r), "
    "first AS (SELECT p.evidence, n.id AS nominee, min (n.ordinal) FROM proven p "
    "JOIN nominee n ON n.id = p.nominee WHERE n.campaign = ?1 GROUP BY p.evidence) "
    "SELECT e.id, f.nominee, CASE e.file WHEN '' THEN e.key ELSE e.file END, e.number, e.title "
    "FROM first f JOIN evidence e ON e.id = f.evidence ORDER BY e.ordinal",
    campaign, types, G_N_ELEMENTS (types), fill_document, error);
}

static void
append_text (sqlite3_stmt *statement, gpointer builder)
{
  g_strv_builder_add (builder, bv_statement_column_text (statement, 0));
}

/**
 * bv_lists_list_positions:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the positions that persons of all campaigns have, each once, the most
 * used first
 */
char **
bv_lists_list_positions (BvLibrary *library, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!bv_statement_each (library,
                          "SELECT position FROM person WHERE position <> '' "
                          "GROUP BY position ORDER BY count (*) DESC, position",
                          append_text, builder, error, ""))
    return NULL;
  return g_strv_builder_end (builder);
}
