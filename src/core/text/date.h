/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date is a gint64 yyyymmdd (20210621), so dates compare as numbers; BV_NONE is not a date. A partial date
 * (a birth year) has month and day 00. */

/* A date and this is the same day of the next year. */
#define BV_DATE_YEAR G_GINT64_CONSTANT (10000)

#define BV_DATE_ERROR (bv_date_error_quark ())
GQuark bv_date_error_quark (void);

typedef enum
{
  BV_DATE_ERROR_SYNTAX,
  BV_DATE_ERROR_RANGE,
} BvDateError;

gboolean bv_date_is_valid (gint64 date);
gboolean bv_date_is_partial (gint64 date);
gint64 bv_date_parse_iso (const char *text, gboolean partial, GError **error);
gint64 bv_date_parse_vietnamese (const char *text, gboolean partial, GError **error);
gint64 bv_date_from_excel (double serial);
double bv_date_to_excel (gint64 date);
gint64 bv_date_today (void);
gint64 bv_date_day_before (gint64 date);
gint64 bv_date_days_between (gint64 from, gint64 to);
char *bv_date_to_iso (gint64 date);
char *bv_date_to_vietnamese (gint64 date);

G_END_DECLS
