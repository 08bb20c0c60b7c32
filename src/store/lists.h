/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/nominee-list.h"

G_BEGIN_DECLS

/* The tables that fill the pages of the window, one query each. Rows stand in the order of the interchange
 * file. Totals and ranks are the matter of core/scoring.h and core/ranking.h: their columns come empty. */

typedef enum
{
  BV_CAMPAIGNS_TITLE, /* its short title where it has one */
  BV_CAMPAIGNS_PLAN,
  BV_CAMPAIGNS_YEAR,
  BV_CAMPAIGNS_SPAN, /* when it is held, and its key where another has the same title and time */
  BV_CAMPAIGNS_N_COLUMNS,
} BvCampaignsColumn;

typedef enum
{
  BV_UNITS_CODE,
  BV_UNITS_NAME,
  BV_UNITS_TYPE,
  BV_UNITS_PARENT,
  BV_UNITS_GROUPS, /* of its nominees */
  BV_UNITS_NOMINEES,
  BV_UNITS_CONTACT,
  BV_UNITS_ABOVE, /* the row of the unit above it in the library */
  BV_UNITS_N_COLUMNS,
} BvUnitsColumn;

typedef enum
{
  BV_EVIDENCE_COLUMN_FILE,
  BV_EVIDENCE_COLUMN_NUMBER,
  BV_EVIDENCE_COLUMN_TITLE,
  BV_EVIDENCE_COLUMN_STATE, /* its name in files */
  BV_EVIDENCE_COLUMN_SHA256,
  BV_EVIDENCE_COLUMN_BYTES,
  BV_EVIDENCE_COLUMN_KEY,
  BV_EVIDENCE_COLUMN_LINKS, /* how many scores it proves, and reports it is */
  BV_N_EVIDENCE_COLUMNS,
} BvEvidenceColumn;

typedef enum
{
  BV_DOCUMENTS_FILE, /* its key where it has no file */
  BV_DOCUMENTS_NUMBER,
  BV_DOCUMENTS_TITLE,
  BV_DOCUMENTS_N_COLUMNS,
} BvDocumentsColumn;

BvTable *bv_lists_read_campaigns (BvLibrary *library, GError **error);
BvTable *bv_lists_read_units (BvLibrary *library, gint64 campaign, GError **error);
BvTable *bv_lists_read_unit_names (BvLibrary *library, gint64 campaign, GError **error);
BvTable *bv_lists_read_nominees (BvLibrary *library, gint64 campaign, GError **error);
char **bv_lists_list_positions (BvLibrary *library, GError **error);
GHashTable *bv_lists_list_nominated (BvLibrary *library, gint64 group, GError **error);
BvTable *bv_lists_read_evidence (BvLibrary *library, gint64 nominee, GError **error);
BvTable *bv_lists_read_documents (BvLibrary *library, gint64 campaign, GError **error);

G_END_DECLS
