/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/table.h"

G_BEGIN_DECLS

/* The groups of a campaign and the trees of their criteria as rows below each other. */

typedef enum
{
  BV_CRITERIA_NAME, /* with its number */
  BV_CRITERIA_KIND,
  BV_CRITERIA_MAX, /* of what holds others, their sum */
  BV_CRITERIA_EVIDENCE,
  BV_CRITERIA_REQUIRED,
  BV_CRITERIA_TIE_BREAKER,
  BV_CRITERIA_ANSWERS,
  BV_CRITERIA_N_COLUMNS,
} BvCriteriaColumn;

/* What a row stands for, and where. */
typedef struct
{
  gint64 id;
  gint64 group;       /* the row of the group that it is, or belongs to */
  guint depth;        /* 0: a group */
  gsize code;         /* how many bytes of its name are its number */
  gsize title;        /* where in its name the title ends, and more is said */
  gboolean holds;     /* it may have others below it */
  gboolean is_uneven; /* its sum is not what it is meant to be */
  gboolean offers;    /* no record: it offers to add a criterion to the group, or where that is 0 a group */
} BvCriteriaRow;

typedef struct
{
  BvTable *table;
  GArray *rows; /* of BvCriteriaRow, those of the table */
} BvCriteriaRows;

BvCriteriaRows *bv_criteria_rows_new (const BvCampaign *head,
                                      GHashTable *nominees,
                                      GHashTable *answers,
                                      GHashTable *closed,
                                      gboolean offers);
void bv_criteria_rows_free (BvCriteriaRows *rows);
const BvCriteriaRow *bv_criteria_rows_find (const BvCriteriaRows *rows, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCriteriaRows, bv_criteria_rows_free)

G_END_DECLS
