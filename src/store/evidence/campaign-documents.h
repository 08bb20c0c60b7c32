/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "store/library.h"

G_BEGIN_DECLS

/* All documents of a campaign, a row each. */
typedef enum
{
  BV_CAMPAIGN_DOCUMENTS_NAME, /* what people name it by */
  BV_CAMPAIGN_DOCUMENTS_ISSUED,
  BV_CAMPAIGN_DOCUMENTS_DAY, /* the same as a number, by which it is ordered; BV_NONE: none */
  BV_CAMPAIGN_DOCUMENTS_ISSUER,
  BV_CAMPAIGN_DOCUMENTS_TITLE,
  BV_CAMPAIGN_DOCUMENTS_STATE,    /* its name in files */
  BV_CAMPAIGN_DOCUMENTS_NOMINEES, /* for how many it stands */
  BV_CAMPAIGN_DOCUMENTS_SIZE,
  BV_CAMPAIGN_DOCUMENTS_FACETS, /* a set of #BvCampaignDocumentsFacets */
  BV_CAMPAIGN_DOCUMENTS_FILE,
  BV_CAMPAIGN_DOCUMENTS_SHA256, /* empty: it has no file */
  BV_CAMPAIGN_DOCUMENTS_N_COLUMNS,
} BvCampaignDocumentsColumn;

/* What may be asked of a document; several may be true of one. */
typedef enum
{
  BV_CAMPAIGN_DOCUMENTS_PENDING = 1 << 0,
  BV_CAMPAIGN_DOCUMENTS_REJECTED = 1 << 1,
  BV_CAMPAIGN_DOCUMENTS_UNUSED = 1 << 2,
  BV_CAMPAIGN_DOCUMENTS_TWICE = 1 << 3, /* its content proves points of two nominees, and nobody said why */
} BvCampaignDocumentsFacets;

/* What a document stands for. */
typedef enum
{
  BV_CAMPAIGN_DOCUMENTS_USE_NOMINEE,   /* the name; the row's id is the nominee's */
  BV_CAMPAIGN_DOCUMENTS_USE_CRITERION, /* code and title; empty: it is the report of achievements */
  BV_CAMPAIGN_DOCUMENTS_USE_N_COLUMNS,
} BvCampaignDocumentsUseColumn;

BvTable *bv_campaign_documents_read (BvLibrary *library, gint64 campaign, GError **error);
BvTable *bv_campaign_documents_read_uses (BvLibrary *library, gint64 evidence, GError **error);

G_END_DECLS
