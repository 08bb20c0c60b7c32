/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Numbers of which the lowest byte comes first, wherever they stand. */

static inline guint16
bv_little_endian_16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static inline guint32
bv_little_endian_32 (const guint8 *at)
{
  return (guint32) at[0] | (guint32) at[1] << 8 | (guint32) at[2] << 16 | (guint32) at[3] << 24;
}

static inline double
bv_little_endian_double (const guint8 *at)
{
  union
  {
    guint64 bits;
    double value;
  } both;

  both.bits = (guint64) bv_little_endian_32 (at + 4) << 32 | bv_little_endian_32 (at);
  return both.value;
}
