/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "core/table.h"

G_BEGIN_DECLS

typedef enum
{
  BV_DOCUMENT_TABLE_NAME,
  BV_DOCUMENT_TABLE_TITLE,
  BV_DOCUMENT_TABLE_ISSUED,
  BV_DOCUMENT_TABLE_ISSUER,
  BV_DOCUMENT_TABLE_STATE,
  BV_DOCUMENT_TABLE_NOMINEES,
  BV_DOCUMENT_TABLE_SIZE,
  BV_DOCUMENT_TABLE_N_COLUMNS,
} BvDocumentTableColumn;

/* Where documents are missing: a nominee × a leaf of which something was said, and too little proves it. */
typedef struct
{
  gint64 nominee;
  char *criterion; /* its code */
} BvDocumentGap;

GArray *bv_document_table_new_gaps (void);
BvTable *bv_document_table_new (BvTable *documents, gint64 facet);
BvTable *bv_document_table_new_of_gaps (const BvProposal *proposal, GArray *gaps);

/* The row of a gap: its place among them. */
#define BV_DOCUMENT_GAP_ID(place) (-1 - (gint64) (place))
#define BV_DOCUMENT_GAP_PLACE(id) ((guint) (-1 - (id)))

G_END_DECLS
