/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/leaf-score.h"

G_BEGIN_DECLS

/* What is to be said of a cell, a nominee × a leaf, at a glance. */
typedef enum
{
  BV_CELL_EMPTY, /* nothing was given yet, nor is it due */
  BV_CELL_ACCEPTED,
  BV_CELL_WAITING,
  BV_CELL_RETURNED,
  BV_CELL_MISSING,  /* a report, or all that the nominee was to say, and it was due */
  BV_CELL_LATE,     /* a report was */
  BV_CELL_AWAITING, /* a publication */
  BV_CELL_NOT_ASSIGNED,
  BV_N_CELL_STATES,
} BvCellState;

BvCellState
bv_cell_state_find (const BvContest *contest, const BvCriterion *leaf, const BvMark *mark, gint64 today);
gboolean bv_cell_state_is_answered (const BvMark *mark);
gboolean bv_cell_state_waits (const BvMark *mark);
gboolean bv_cell_state_is_unproven (const BvMark *mark, const BvLeafScore *score);

G_END_DECLS
