/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How numbers and dates are written for people, on screen and on paper: always the Vietnamese way (1.234,50),
 * whatever the locale. core/points.h and core/text/date.h write them for files. */

char *bv_wording_points (gint64 points);
char *bv_wording_quantity (gint64 quantity);
char *bv_wording_percent (gint64 hundredths);
char *bv_wording_number (gint64 number);
char *bv_wording_count (gint64 count);
char *bv_wording_file_size (gint64 bytes);
char *bv_wording_date_line (gint64 date);
char *bv_wording_roman (int number);
char *bv_wording_sentence (const char *message);

gint64 bv_wording_parse_points (const char *text, GError **error);
gint64 bv_wording_parse_quantity (const char *text, GError **error);

void bv_wording_append_rest (GString *text, const char *separator, guint n_more);
char *bv_wording_join_post (const char *position, const char *unit);

G_END_DECLS
