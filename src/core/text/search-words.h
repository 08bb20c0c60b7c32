/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the words of a search stand in a record; the earlier, the sooner it is shown. */
typedef enum
{
  BV_SEARCH_NAME_BEGINS,      /* the name begins with them */
  BV_SEARCH_NAME_WORDS,       /* they are whole words of the name */
  BV_SEARCH_NAME_WORDS_BEGIN, /* words of the name begin with them */
  BV_SEARCH_INSIDE_NAME,
  BV_SEARCH_ELSEWHERE, /* other words of the record begin with them */
  BV_SEARCH_NOWHERE,
} BvSearchPlace;

typedef struct _BvSearchWords BvSearchWords;

BvSearchWords *bv_search_words_new (const char *text);
void bv_search_words_free (BvSearchWords *words);
gboolean bv_search_words_is_empty (const BvSearchWords *words);
gboolean bv_search_words_equal (const BvSearchWords *first, const BvSearchWords *second);
guint bv_search_words_count_in (const BvSearchWords *words, const char *folded, gsize length);
BvSearchPlace bv_search_words_find (const BvSearchWords *words, const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSearchWords, bv_search_words_free)

G_END_DECLS
