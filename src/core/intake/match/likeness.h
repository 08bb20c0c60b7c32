/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How alike two texts are. It only puts what may be meant in order: nothing is decided by it alone. */

/* Which letters a text has, as far as two words hold it. */
typedef struct
{
  guint64 once;  /* a bit a letter, which some share */
  guint64 twice; /* those that are there again */
  guint n;       /* letters that are compared */
} BvLikenessLetters;

guint bv_likeness_distance (const char *a, const char *b);
BvLikenessLetters bv_likeness_list_letters (const char *text);
gboolean bv_likeness_may_be_within (const BvLikenessLetters *a, const BvLikenessLetters *b, guint most);
guint bv_likeness_of (const char *a, const char *b);
gboolean bv_likeness_may_be (const BvLikenessLetters *a, const BvLikenessLetters *b, guint least);
char *bv_likeness_sort_words (const char *key);
guint bv_likeness_count_first (const char *a, const char *b);
gboolean bv_likeness_has_words (const char *text, const char *words);

G_END_DECLS
