/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Vietnamese text without ICU and without the locale. Every function takes any bytes: what is not UTF-8
 * counts as U+FFFD, and what is returned is valid UTF-8. */

char *bv_vietnamese_nfc (const char *text);
char *bv_vietnamese_upper (const char *text);
char *bv_vietnamese_lower (const char *text);
char *bv_vietnamese_fold (const char *text);
char *bv_vietnamese_normalize_tones (const char *text);
char *bv_vietnamese_same_key (const char *text);
guint bv_vietnamese_same_hash (const char *text);
char *bv_vietnamese_slug (const char *text);
char *bv_vietnamese_sort_key (const char *text);
void bv_vietnamese_append_weights (GString *key, const char *nfc, gssize length);

G_END_DECLS
