/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mark.h"

#include "core/points.h"

/**
 * bv_mark_points:
 * @points: points of a mark
 *
 * Returns: the same in 1/100, %BV_NONE where nothing was given
 */
gint64
bv_mark_points (gint32 points)
{
  return points == BV_MARK_NO_POINTS ? BV_NONE : points;
}

/**
 * bv_mark_pack_points:
 * @points: 1/100, or %BV_NONE
 *
 * Returns: the same as a mark keeps it
 */
gint32
bv_mark_pack_points (gint64 points)
{
  return points == BV_NONE ? BV_MARK_NO_POINTS : CLAMP (points, -BV_POINTS_MAX, BV_POINTS_MAX);
}

/**
 * bv_mark_add_report:
 * @mark: a mark of @leaf
 * @leaf: a `reports` leaf
 * @index: the due date's place in the schedule
 * @received: the date received, %BV_NONE if not
 * @date: the ranking's date
 *
 * A later date is late; a date received counts whenever it lies (RULES.md, `reports`).
 */
void
bv_mark_add_report (BvMark *mark, const BvCriterion *leaf, guint index, gint64 received, gint64 date)
{
  gint64 due;

  if (received == BV_NONE || index >= bv_criterion_count_due (leaf))
    return;
  due = g_array_index (leaf->due, gint64, index);
  mark->n_received++;
  mark->n_late += received > due;
  mark->n_missing -= due < date;
}
