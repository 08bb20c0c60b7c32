/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvMeasured:
 *
 * The results of one assessment of a `measured` leaf. Quantities in 1/10 000.
 */
typedef struct
{
  gint64 difference; /* Σ (result − baseline) over the entries that have both */
  gint64 target;     /* of the first entry; BV_NONE: none */
  gint64 result;     /* of the first entry; BV_NONE: none */
  guint16 n_differences;
  guint16 n_results;
  guint8 top_group;
} BvMeasured;

void bv_measured_init (BvMeasured *measured);
void
bv_measured_add (BvMeasured *measured, gint64 baseline, gint64 result, gint64 target, gboolean top_group);

G_END_DECLS
