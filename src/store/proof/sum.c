/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/sum.h"

/**
 * bv_sum_add:
 * @sum: a sum
 * @other: what is added to it
 */
void
bv_sum_add (BvSum *sum, const BvSum *other)
{
  sum->low += other->low;
  sum->high += other->high + (sum->low < other->low);
}

/**
 * bv_sum_subtract:
 * @sum: a sum
 * @other: what is taken away from it
 */
void
bv_sum_subtract (BvSum *sum, const BvSum *other)
{
  gboolean borrows = sum->low < other->low;

  sum->low -= other->low;
  sum->high -= other->high + borrows;
}

/**
 * bv_sum_equal:
 * @a: a sum
 * @b: a sum
 *
 * Returns: whether they are the same
 */
gboolean
bv_sum_equal (const BvSum *a, const BvSum *b)
{
  return a->high == b->high && a->low == b->low;
}

/**
 * bv_sum_read:
 * @sum: (out caller-allocates): a sum
 * @bytes: (array fixed-size=16): as bv_sum_write() wrote it; or the first of a hash
 */
void
bv_sum_read (BvSum *sum, const guint8 *bytes)
{
  *sum = (BvSum){ 0, 0 };
  for (int i = 0; i < 8; i++)
    {
      sum->high = sum->high << 8 | bytes[i];
      sum->low = sum->low << 8 | bytes[8 + i];
    }
}

/**
 * bv_sum_write:
 * @sum: a sum
 * @bytes: (out caller-allocates) (array fixed-size=16): its bytes, the highest first
 */
void
bv_sum_write (const BvSum *sum, guint8 *bytes)
{
  for (int i = 0; i < 8; i++)
    {
      bytes[i] = sum->high >> (56 - 8 * i);
      bytes[8 + i] = sum->low >> (56 - 8 * i);
    }
}
