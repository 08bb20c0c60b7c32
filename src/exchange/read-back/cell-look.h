/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvCellLook:
 *
 * What of a cell's look carries meaning, in the words of the workbook (ECMA-376-1, 18.8).
 */
typedef struct
{
  const char *number; /* the format of numbers; NULL: as it comes */
  const char *font;
  double size; /* points */
  gboolean bold;
  gboolean italic;
  guint color;         /* 0xRRGGBB; 0: that of the theme */
  const char *pattern; /* of the fill; NULL: none */
  guint fill;          /* its color */
  guint n_borders;     /* of the four sides */
  const char *horizontal;
  const char *vertical;
  gboolean wrap;
  guint indent;
} BvCellLook;

guint64 bv_cell_look_hash (const BvCellLook *look);

G_END_DECLS
