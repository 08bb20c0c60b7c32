/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "store/library.h"

G_BEGIN_DECLS

/* All documents of a campaign, a row each. */
typedef enum
{
  BV_DOCUMENT_LIST_NAME, /* what people name it by */
  BV_DOCUMENT_LIST_ISSUED,
  BV_DOCUMENT_LIST_DAY, /* the same as a number, by which it is ordered; BV_NONE: none */
  BV_DOCUMENT_LIST_ISSUER,
  BV_DOCUMENT_LIST_TITLE,
  BV_DOCUMENT_LIST_STATE,    /* its name in files */
  BV_DOCUMENT_LIST_NOMINEES, /* for how many it stands */
  BV_DOCUMENT_LIST_SIZE,
  BV_DOCUMENT_LIST_FACETS, /* a set of #BvDocumentFacets */
  BV_DOCUMENT_LIST_FILE,
  BV_DOCUMENT_LIST_SHA256, /* empty: it has no file */
  BV_DOCUMENT_LIST_N_COLUMNS,
} BvDocumentListColumn;

/* What may be asked of a document; several may be true of one. */
typedef enum
{
  BV_DOCUMENT_PENDING = 1 << 0,
  BV_DOCUMENT_REJECTED = 1 << 1,
  BV_DOCUMENT_UNUSED = 1 << 2,
  BV_DOCUMENT_TWICE = 1 << 3, /* its content proves points of two nominees, and nobody said why */
} BvDocumentFacets;

/* What a document stands for. */
typedef enum
{
  BV_DOCUMENT_USE_NOMINEE,   /* the name; the row's id is the nominee's */
  BV_DOCUMENT_USE_CRITERION, /* code and title; empty: it is the report of achievements */
  BV_DOCUMENT_USE_N_COLUMNS,
} BvDocumentUseColumn;

BvTable *bv_document_list_read (BvLibrary *library, gint64 campaign, GError **error);
BvTable *bv_document_list_read_uses (BvLibrary *library, gint64 evidence, GError **error);

G_END_DECLS
