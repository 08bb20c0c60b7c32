/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/score-keys.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* Above this many rows ranks are values: COUNTIFS is quadratic (10 000 rows took LibreOffice 20 s). */
#define BV_LIVE_ROWS_MAX 3000

/* A leaf of one group, or of several where it has the same code and title. */
typedef struct
{
  BvCriterionPart part;
  const char *code;
  const char *title;
  const char *short_title; /* what stands in the head */
  guint last_group;        /* the last group that has it */
  guint column;
} BvScoreLeaf;

/* The columns of a score sheet that are neither leaves nor ranks in the making. */
typedef enum
{
  BV_SCORE_NUMBER,
  BV_SCORE_NAME,
  BV_SCORE_UNIT,
  BV_SCORE_GROUP_NAME,
  BV_SCORE_KEY,
  BV_SCORE_GROUP,
  BV_SCORE_GROUP_NUMBER,
  BV_SCORE_FULL,
  BV_SCORE_ASSIGNED,
  BV_SCORE_RAW,
  BV_SCORE_BASE,
  BV_SCORE_BONUS,
  BV_SCORE_DEDUCTION,
  BV_SCORE_TOTAL,
  BV_SCORE_PERCENT,
  BV_SCORE_ELIGIBLE,
  BV_SCORE_SHOWN_TOTAL,
  BV_SCORE_SHOWN_PERCENT,
  BV_SCORE_RANK,
  BV_SCORE_CLASS, /* only where a group has classes */
  BV_N_SCORE_COLUMNS,
} BvScoreColumn;

/* Where the ranks of a lane are refined. */
typedef struct
{
  guint scope;  /* which of the lane's scopes the row is a member of */
  guint value;  /* what that scope compares first: total or percent */
  guint *ranks; /* by number of steps */
} BvScoreLane;

/**
 * BvScoreTable:
 *
 * Where everything stands on the score sheet of collectives or of individuals.
 */
typedef struct
{
  const BvScoreKeys *keys;
  BvGroupKind kind;
  const char *sheet;
  GArray *groups;       /* of guint: index into the contest's groups */
  GArray *entrants;     /* of guint: index into the contest's entrants */
  GPtrArray *leaves;    /* of BvScoreLeaf, in the order of their columns */
  guint **leaf_columns; /* by group of the contest and leaf; NULL: of the other kind */
  guint columns[BV_N_SCORE_COLUMNS];
  guint *keys_at;   /* by step: the column of its keys */
  guint n_classes;  /* the most that a group of the sheet has */
  guint class_from; /* of the first: from which percent they are in the rows of maxima, the least first */
  guint class_name; /* the same for their names */
  BvScoreLane *lanes;
  guint first_leaf[BV_N_PARTS];
  guint n_leaves[BV_N_PARTS];
  guint n_columns;
  guint first_limit; /* the rows, from 0 */
  guint head;
  guint first_row;
  gboolean live_totals;
  gboolean live_ranks;
} BvScoreTable;

/* Both tables: ranks of a pool of collectives and individuals need both. */
typedef struct
{
  BvScoreKeys *keys;
  BvScoreTable tables[2]; /* by BvGroupKind */
  gboolean mixed;
} BvScoreTables;

void bv_score_tables_init (BvScoreTables *tables, const BvProposal *proposal);
void bv_score_tables_clear (BvScoreTables *tables);
guint bv_score_table_last_row (const BvScoreTable *table);

G_END_DECLS
