/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/measured.h"

#include "core/points.h"

#include <string.h>

/**
 * bv_measured_init:
 * @measured: (out): results of which none is there yet
 */
void
bv_measured_init (BvMeasured *measured)
{
  memset (measured, 0, sizeof *measured);
  measured->target = measured->result = BV_NONE;
}

/**
 * bv_measured_add:
 * @measured: the results of a `measured` leaf
 * @baseline: 1/10 000, or %BV_NONE
 * @result: 1/10 000, or %BV_NONE
 * @target: 1/10 000, or %BV_NONE
 * @top_group: whether the dimension stands in the group with the highest scores
 */
void
bv_measured_add (BvMeasured *measured, gint64 baseline, gint64 result, gint64 target, gboolean top_group)
{
  if (measured->n_results++ == 0)
    {
      measured->target = target;
      measured->result = result;
    }
  measured->top_group |= top_group != FALSE;
  if (baseline == BV_NONE || result == BV_NONE)
    return;
  measured->difference += result - baseline;
  measured->n_differences++;
}
