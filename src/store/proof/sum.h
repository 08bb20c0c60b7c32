/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BV_SUM_BYTES 16

/**
 * BvSum:
 *
 * Room-private: a number modulo 2^128. A sum of hashes knows no order, and what was added can be taken away.
 */
typedef struct
{
  guint64 high;
  guint64 low;
} BvSum;

void bv_sum_add (BvSum *sum, const BvSum *other);
void bv_sum_subtract (BvSum *sum, const BvSum *other);
gboolean bv_sum_equal (const BvSum *a, const BvSum *b);
void bv_sum_read (BvSum *sum, const guint8 *bytes);
void bv_sum_write (const BvSum *sum, guint8 *bytes);

G_END_DECLS
