/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"

G_BEGIN_DECLS

/* Points as marks keep them: none is above BV_POINTS_MAX. */
#define BV_MARK_NO_POINTS G_MININT32

/**
 * BvMark:
 *
 * What the scoring reads of one assessment (nominee × leaf), packed: a contest of 100 000 nominees has a
 * million, and walks them all. Points in 1/100, see bv_mark_points().
 */
typedef struct
{
  gint32 self;
  gint32 verified;
  gint32 final;
  guint32 measured; /* place in the contest's measured results; 0: none */
  gint16 n_items;   /* ticked; -1: not looked at */
  guint16 n_received;
  guint16 n_late;
  guint16 n_missing;
  guint16 n_evidence; /* linked pieces that are pending or accepted */
  gint8 passed;       /* -1: not judged */
  guint8 state;       /* BvAssessmentState */
  guint8 explained;
} BvMark;

gint64 bv_mark_points (gint32 points);
gint32 bv_mark_pack_points (gint64 points);
void bv_mark_add_report (BvMark *mark, const BvCriterion *leaf, guint index, gint64 received, gint64 date);

G_END_DECLS
