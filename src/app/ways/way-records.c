/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/way-records.h"

#include "core/entrant-ranking.h"
#include "core/group-name.h"
#include "core/text/wording.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define NOMINEES "nominees"
#define UNITS "units"
#define DOCUMENT_ICON "mail-attachment-symbolic"

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* Its points, its rank, and what that leads to. */
static void
append_scores (GString *text, BvSession *session, gint64 nominee)
{
  const BvProposal *proposal = bv_session_get_proposal (session);
  guint entrant = bv_session_find_entrant (session, nominee);
  const BvRankingEntry *entry = NULL;
  const BvRanking *ranking;
  g_autofree char *points = NULL;
  g_autofree char *rank = NULL;
  g_autofree char *place = NULL;

  if (entrant == BV_CONTEST_NO_ENTRANT)
    return;
  points = bv_wording_points (bv_scores_get (proposal->scores, entrant)->total);
  append (text, points);
  ranking = bv_entrant_ranking_find (proposal, entrant, &entry);
  if (ranking == NULL)
    return;
  if (entry->rank != BV_NONE)
    rank = g_strdup_printf (_ ("Rank %" PRId64 " of %u"), entry->rank, ranking->entries->len);
  place = ranking->quota != NULL ? bv_ranking_entry_write_place (entry) : NULL;
  append (text, rank);
  append (text, place);
}

/**
 * bv_way_records_write_nominee:
 * @session: the session
 * @nominees: its nominees
 * @row: one of them
 *
 * Returns: (transfer full): the nominee as a way, with what the last ranking says of it
 */
BvWay *
bv_way_records_write_nominee (BvSession *session, BvTable *nominees, guint row)
{
  gint64 id = bv_table_get_id (nominees, row);
  BvWay *way = bv_way_new_record (BV_WAY_NOMINEE, "bv-nominees-symbolic",
                                  bv_table_get_text (nominees, row, BV_NOMINEES_NAME), NOMINEES, id);
  const BvGroup *group = bv_session_find_group (session, bv_table_get_group (nominees, row));
  g_autofree char *name = group != NULL ? bv_group_name_shorten (group->name) : NULL;
  GString *text = g_string_new (NULL);

  append (text, group == NULL || group->kind == BV_GROUP_INDIVIDUAL
                  ? bv_table_get_text (nominees, row, BV_NOMINEES_UNIT)
                  : name);
  append_scores (text, session, id);
  bv_way_take_detail (way, g_string_free (text, FALSE));
  return way;
}

/**
 * bv_way_records_write_unit:
 * @units: the units of a campaign
 * @row: one of them
 *
 * Returns: (transfer full): the unit as a way: what it belongs to, and how many nominees it has
 */
BvWay *
bv_way_records_write_unit (BvTable *units, guint row)
{
  BvWay *way
    = bv_way_new_record (BV_WAY_UNIT, "bv-units-symbolic", bv_table_get_text (units, row, BV_UNITS_NAME),
                         UNITS, bv_table_get_id (units, row));
  gint64 n = bv_table_get_number (units, row, BV_UNITS_NOMINEES);
  g_autofree char *number = bv_wording_number (MAX (n, 0));
  g_autofree char *nominees
    = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s nominee", "%s nominees", n), number) : NULL;
  GString *text = g_string_new (NULL);

  append (text, bv_table_get_text (units, row, BV_UNITS_CODE));
  append (text, bv_table_get_text (units, row, BV_UNITS_PARENT));
  append (text, nominees);
  bv_way_take_detail (way, g_string_free (text, FALSE));
  return way;
}

/**
 * bv_way_records_write_document:
 * @tables: the records of a campaign
 * @row: a document
 *
 * Returns: (transfer full): the document as a way, which is the nominee of whom it proves something
 */
BvWay *
bv_way_records_write_document (const BvWayTables *tables, guint row)
{
  BvTable *documents = tables->documents;
  gint64 nominee = bv_table_get_group (documents, row);
  guint owner = bv_table_find (tables->nominees, nominee);
  BvWay *way = bv_way_new_record (BV_WAY_DOCUMENT, DOCUMENT_ICON,
                                  bv_table_get_text (documents, row, BV_DOCUMENTS_FILE), NOMINEES, nominee);
  GString *text = g_string_new (NULL);

  append (text, bv_table_get_text (documents, row, BV_DOCUMENTS_NUMBER));
  append (text, bv_table_get_text (documents, row, BV_DOCUMENTS_TITLE));
  if (owner != BV_TABLE_NOT_FOUND)
    append (text, bv_table_get_text (tables->nominees, owner, BV_NOMINEES_NAME));
  bv_way_take_detail (way, g_string_free (text, FALSE));
  return way;
}

/**
 * bv_way_records_find:
 * @session: the session
 * @tables: the records of its campaign
 * @page: the key of a page
 * @record: one of its records
 *
 * Returns: (transfer full) (nullable): that record as a way; %NULL: it is gone, or has no name here
 */
BvWay *
bv_way_records_find (BvSession *session, const BvWayTables *tables, const char *page, gint64 record)
{
  gboolean of_units = g_str_equal (page, UNITS);
  BvTable *table = of_units ? tables->units : tables->nominees;
  guint row = of_units || g_str_equal (page, NOMINEES) ? bv_table_find (table, record) : BV_TABLE_NOT_FOUND;

  if (row == BV_TABLE_NOT_FOUND)
    return NULL;
  return of_units ? bv_way_records_write_unit (table, row)
                  : bv_way_records_write_nominee (session, table, row);
}
