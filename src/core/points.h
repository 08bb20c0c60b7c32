/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BV_NONE:
 *
 * The value of a points, quantity, integer, date or flag field that is null. Every number of an entity is a
 * #gint64, so one constant serves all of them.
 */
#define BV_NONE G_MININT64

#define BV_POINTS_MAX G_GINT64_CONSTANT (100000000)           /* 1 000 000,00 points */
#define BV_QUANTITY_MAX G_GINT64_CONSTANT (10000000000000000) /* 10^12, four places */

#define BV_POINTS_ERROR (bv_points_error_quark ())
GQuark bv_points_error_quark (void);

typedef enum
{
  BV_POINTS_ERROR_SYNTAX,
  BV_POINTS_ERROR_PLACES,
  BV_POINTS_ERROR_RANGE,
} BvPointsError;

gint64 bv_rounded (gint64 a, gint64 b);
gint64 bv_rounded_product (gint64 a, gint64 b, gint64 c);

gint64 bv_points_parse (const char *text, GError **error);
char *bv_points_to_string (gint64 points);
gint64 bv_quantity_parse (const char *text, gboolean *rounded, GError **error);
char *bv_quantity_to_string (gint64 quantity);

G_END_DECLS
