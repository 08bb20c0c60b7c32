/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence/campaign-documents.h"

#include "core/evidence.h"
#include "core/text/date.h"
#include "store/statement.h"

#include <string.h>

/* A content that proves points of two nominees, and the two do not stand together among what is distinct
 * (RULES.md, The same twice). */
#define TWICE                                                                                           \
  "proof AS MATERIALIZED (SELECT DISTINCT e.sha256 AS content, l.nominee FROM evidence e "              \
  "JOIN evidence_link l ON l.evidence = e.id JOIN criterion c ON c.id = l.criterion "                   \
  "JOIN nominee n ON n.id = l.nominee WHERE e.campaign = ?1 AND e.sha256 IS NOT NULL AND c.shared = 0 " \
  "AND c.kind IN ('points', 'bonus') AND n.withdrawn = 0), "                                            \
  "several AS MATERIALIZED (SELECT content FROM proof GROUP BY content HAVING count (*) > 1), "         \
  "twice AS MATERIALIZED (SELECT content FROM several s WHERE EXISTS (SELECT 1 FROM proof a "           \
  "JOIN proof b ON b.content = s.content AND b.nominee > a.nominee WHERE a.content = s.content "        \
  "AND NOT EXISTS (SELECT 1 FROM \"distinct\" d JOIN distinct_nominee x ON x.\"distinct\" = d.id "      \
  "JOIN distinct_nominee y ON y.\"distinct\" = d.id WHERE d.campaign = ?1 AND d.kind = 'evidence' "     \
  "AND x.nominee = a.nominee AND y.nominee = b.nominee)))"

#define USES                                                                        \
  "uses AS (SELECT evidence, nominee FROM evidence_link UNION "                     \
  "SELECT evidence, nominee FROM achievement_report WHERE evidence IS NOT NULL), "  \
  "used AS MATERIALIZED (SELECT u.evidence, count (*) AS nominees FROM evidence e " \
  "JOIN uses u ON u.evidence = e.id WHERE e.campaign = ?1 GROUP BY u.evidence)"

#define TEXT(column) bv_statement_column_text (statement, (column))

static gint64
find_facets (sqlite3_stmt *statement)
{
  gint64 facets = 0;

  if (g_str_equal (TEXT (6), "pending"))
    facets |= BV_CAMPAIGN_DOCUMENTS_PENDING;
  if (g_str_equal (TEXT (6), "rejected"))
    facets |= BV_CAMPAIGN_DOCUMENTS_REJECTED;
  if (sqlite3_column_int64 (statement, 7) == 0)
    facets |= BV_CAMPAIGN_DOCUMENTS_UNUSED;
  if (sqlite3_column_int64 (statement, 8) != 0)
    facets |= BV_CAMPAIGN_DOCUMENTS_TWICE;
  return facets;
}

static void
fill_document (sqlite3_stmt *statement, gpointer table)
{
  guint row = bv_table_append (table, sqlite3_column_int64 (statement, 0), 0);
  gint64 issued = bv_statement_column_number (statement, 3);
  g_autofree char *day = bv_date_to_vietnamese (issued);

  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_NAME,
                     bv_evidence_choose_name (TEXT (2), TEXT (5), TEXT (1)), NULL);
  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_ISSUED, day, NULL);
  bv_table_set_number (table, row, BV_CAMPAIGN_DOCUMENTS_DAY, issued);
  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_ISSUER, TEXT (4), NULL);
  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_TITLE, TEXT (5), NULL);
  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_STATE, TEXT (6), NULL);
  bv_table_set_number (table, row, BV_CAMPAIGN_DOCUMENTS_NOMINEES, sqlite3_column_int64 (statement, 7));
  bv_table_set_number (table, row, BV_CAMPAIGN_DOCUMENTS_SIZE, bv_statement_column_number (statement, 9));
  bv_table_set_number (table, row, BV_CAMPAIGN_DOCUMENTS_FACETS, find_facets (statement));
  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_FILE, TEXT (1), NULL);
  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_SHA256, TEXT (10), NULL);
}

/**
 * bv_campaign_documents_read:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): #BvCampaignDocumentsColumn of all evidence of the campaign, in its
 * order
 */
BvTable *
bv_campaign_documents_read (BvLibrary *library, gint64 campaign, GError **error)
{
  static const BvColumnType types[BV_CAMPAIGN_DOCUMENTS_N_COLUMNS] = {
    [BV_CAMPAIGN_DOCUMENTS_DAY] = BV_COLUMN_NUMBER,
    [BV_CAMPAIGN_DOCUMENTS_NOMINEES] = BV_COLUMN_NUMBER,
    [BV_CAMPAIGN_DOCUMENTS_SIZE] = BV_COLUMN_SIZE,
    [BV_CAMPAIGN_DOCUMENTS_FACETS] = BV_COLUMN_NUMBER,
  };
  g_autoptr (BvTable) table = bv_table_new (types, G_N_ELEMENTS (types));

  return bv_statement_each (
           library,
           "WITH " TWICE ", " USES
           " SELECT e.id, CASE e.file WHEN '' THEN e.key ELSE e.file END, e.number, e.issued, e.issuer, "
           "e.title, e.state, coalesce (u.nominees, 0), e.sha256 IN twice, e.bytes, e.sha256 "
           "FROM evidence e LEFT JOIN used u ON u.evidence = e.id "
           "WHERE e.campaign = ?1 ORDER BY e.ordinal",
           fill_document, table, error, "i", campaign)
           ? g_steal_pointer (&table)
           : NULL;
}

static void
fill_use (sqlite3_stmt *statement, gpointer table)
{
  guint row = bv_table_append (table, sqlite3_column_int64 (statement, 0), 0);

  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_USE_NOMINEE, TEXT (1), NULL);
  bv_table_set_text (table, row, BV_CAMPAIGN_DOCUMENTS_USE_CRITERION, TEXT (2), NULL);
}

/**
 * bv_campaign_documents_read_uses:
 * @library: a library
 * @evidence: a piece's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): #BvCampaignDocumentsUseColumn of what it proves, in the order of the
 * nominees; the id of a row is the nominee's
 */
BvTable *
bv_campaign_documents_read_uses (BvLibrary *library, gint64 evidence, GError **error)
{
  static const BvColumnType types[BV_CAMPAIGN_DOCUMENTS_USE_N_COLUMNS] = { 0 };
  g_autoptr (BvTable) table = bv_table_new (types, G_N_ELEMENTS (types));

  return bv_statement_each (
           library,
           "SELECT n.id, coalesce (p.name, u.name), CASE WHEN c.id IS NULL THEN '' "
           "ELSE c.code || ' ' || CASE c.short WHEN '' THEN c.title ELSE c.short END END "
           "FROM (SELECT nominee, criterion FROM evidence_link WHERE evidence = ?1 UNION ALL "
           "SELECT nominee, 0 FROM achievement_report WHERE evidence = ?1) l "
           "JOIN nominee n ON n.id = l.nominee JOIN unit u ON u.id = n.unit "
           "LEFT JOIN person p ON p.nominee = n.id LEFT JOIN criterion c ON c.id = l.criterion "
           "ORDER BY n.ordinal, c.ordinal",
           fill_use, table, error, "i", evidence)
           ? g_steal_pointer (&table)
           : NULL;
}
