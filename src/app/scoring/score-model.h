/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment-state.h"
#include "core/cell-state.h"
#include "core/proposal.h"

G_BEGIN_DECLS

/* A cell of the sheet: a nominee × a leaf. Points in 1/100, BV_NONE where there are none. */
typedef struct
{
  const BvCriterion *leaf;
  BvCellState state;
  gint64 self;
  gint64 verified;
  gint64 final;
  gint64 points;        /* that count */
  guint n_evidence;     /* pieces that prove it */
  gboolean waits;       /* for somebody who verifies it */
  gboolean is_typed;    /* its points are given by people */
  gboolean is_computed; /* the points that count are */
  gboolean is_unproven;
} BvScoreCell;

/* Which nominees are shown: those of whom a cell is so. */
typedef enum
{
  BV_SCORE_FILTER_NONE,
  BV_SCORE_FILTER_WAITING,
  BV_SCORE_FILTER_DIFFERENT, /* what counts is not what was claimed */
  BV_SCORE_FILTER_RETURNED,
  BV_SCORE_FILTER_UNPROVEN,
  BV_N_SCORE_FILTERS,
} BvScoreFilter;

typedef struct _BvScoreModel BvScoreModel;

BvScoreModel *bv_score_model_new (void);
void bv_score_model_free (BvScoreModel *model);
void bv_score_model_take (BvScoreModel *model, const BvProposal *proposal, gint64 group, gboolean is_newest);

void bv_score_model_set_filter (BvScoreModel *model, BvScoreFilter filter);
guint bv_score_model_count_rows (const BvScoreModel *model);
guint bv_score_model_count_columns (const BvScoreModel *model);
const BvCriterion *bv_score_model_get_leaf (const BvScoreModel *model, guint column);
const BvEntrant *bv_score_model_get_entrant (const BvScoreModel *model, guint row);
const BvScore *bv_score_model_get_score (const BvScoreModel *model, guint row);
guint bv_score_model_get_number (const BvScoreModel *model, guint row);
gint64 bv_score_model_get_rank (const BvScoreModel *model, guint row);
gboolean bv_score_model_get_cell (const BvScoreModel *model, guint row, guint column, BvScoreCell *cell);
gboolean bv_score_model_row_waits (const BvScoreModel *model, guint row);
gboolean bv_score_model_find_row (const BvScoreModel *model, gint64 nominee, guint *row);
gboolean bv_score_model_find_column (const BvScoreModel *model, const char *code, guint *column);
gboolean bv_score_model_step_waiting (const BvScoreModel *model, guint *row, guint *column, int step);
guint bv_score_model_count_waiting (const BvProposal *proposal, gint64 group);

void
bv_score_model_expect_points (BvScoreModel *model, guint row, guint column, gboolean self, gint64 points);
void bv_score_model_expect_state (BvScoreModel *model, guint row, guint column, BvAssessmentState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScoreModel, bv_score_model_free)

G_END_DECLS
