/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How alike two texts are. It only puts what may be meant in order: nothing is decided by it alone. */

guint bv_likeness_distance (const char *a, const char *b);
guint bv_likeness_of (const char *a, const char *b);
char *bv_likeness_sort_words (const char *key);
guint bv_likeness_count_first (const char *a, const char *b);
gboolean bv_likeness_has_words (const char *text, const char *words);

G_END_DECLS
