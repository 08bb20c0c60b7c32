/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/search-words.h"

#include "core/text/vietnamese.h"

#include <string.h>

/* What is searched, as bv_vietnamese_fold() writes it. */
struct _BvSearchWords
{
  GStrv words;
  char *phrase; /* the words with a space between */
};

/* Of what is folded nearly all is ASCII. */
static gboolean
is_of_word (const char *at)
{
  return (*at & 0x80) == 0 ? g_ascii_isalnum (*at) : g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
ends_before (const char *at, const char *end)
{
  return at == end || !is_of_word (at);
}

static gboolean
begins_at (const char *at, const char *start)
{
  return at == start || !is_of_word (g_utf8_prev_char (at));
}

/* Quotes and brackets around a word are not searched. */
static char *
strip (char *word)
{
  char *end = word + strlen (word);

  while (word < end && ends_before (word, end))
    word = g_utf8_next_char (word);
  while (end > word && begins_at (end, word))
    end = g_utf8_prev_char (end);
  *end = '\0';
  return word;
}

/**
 * bv_search_words_new:
 * @text: what is searched, as typed
 *
 * Returns: (transfer full): its words; case and marks do not count
 */
BvSearchWords *
bv_search_words_new (const char *text)
{
  g_autofree char *folded = bv_vietnamese_fold (text);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  BvSearchWords *self = g_new (BvSearchWords, 1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = strip (parts[i]);

      if (*word != '\0')
        g_strv_builder_add (builder, word);
    }
  self->words = g_strv_builder_end (builder);
  self->phrase = g_strjoinv (" ", self->words);
  return self;
}

/**
 * bv_search_words_free:
 * @words: (transfer full): words
 */
void
bv_search_words_free (BvSearchWords *words)
{
  g_strfreev (words->words);
  g_free (words->phrase);
  g_free (words);
}

/**
 * bv_search_words_is_empty:
 * @words: words
 *
 * Returns: whether nothing is searched
 */
gboolean
bv_search_words_is_empty (const BvSearchWords *words)
{
  return words->words[0] == NULL;
}

/**
 * bv_search_words_equal:
 * @first: words
 * @second: others
 *
 * Returns: whether the same is searched
 */
gboolean
bv_search_words_equal (const BvSearchWords *first, const BvSearchWords *second)
{
  return g_str_equal (first->phrase, second->phrase);
}

/* As g_strstr_len(), which is slow for short words. */
static const char *
find_next (const char *at, const char *end, const char *word, gsize word_length)
{
  const char *last = end - word_length;

  for (; at <= last; at++)
    {
      at = memchr (at, *word, last - at + 1);
      if (at == NULL || memcmp (at, word, word_length) == 0)
        return at;
    }
  return NULL;
}

/* How well a word stands in a text of @length bytes: by the enum, but for its beginning. */
static BvSearchPlace
find_word (const char *text, gsize length, const char *word)
{
  gsize word_length = strlen (word);
  const char *end = text + length;
  BvSearchPlace best = BV_SEARCH_NOWHERE;

  if (word_length > length)
    return best;
  for (const char *at = find_next (text, end, word, word_length); at != NULL && best > BV_SEARCH_NAME_WORDS;
       at = find_next (at + 1, end, word, word_length))
    {
      if (!begins_at (at, text))
        best = MIN (best, BV_SEARCH_INSIDE_NAME);
      else if (ends_before (at + word_length, end))
        best = BV_SEARCH_NAME_WORDS;
      else
        best = BV_SEARCH_NAME_WORDS_BEGIN;
    }
  return best;
}

/* The place of the word that stands worst. */
static BvSearchPlace
find_words (const BvSearchWords *self, const char *text, gsize length)
{
  BvSearchPlace worst = BV_SEARCH_NAME_WORDS;

  for (guint i = 0; self->words[i] != NULL && worst < BV_SEARCH_NOWHERE; i++)
    worst = MAX (worst, find_word (text, length, self->words[i]));
  return worst;
}

/**
 * bv_search_words_count_in:
 * @words: words, not none
 * @folded: a text as bv_vietnamese_fold() writes it
 * @length: how many bytes of it count
 *
 * Returns: with how many of them a word of the text begins
 */
guint
bv_search_words_count_in (const BvSearchWords *words, const char *folded, gsize length)
{
  guint n = 0;

  for (guint i = 0; words->words[i] != NULL; i++)
    n += find_word (folded, length, words->words[i]) <= BV_SEARCH_NAME_WORDS_BEGIN;
  return n;
}

/**
 * bv_search_words_find:
 * @words: words, not none
 * @folded: the texts of a record, each as bv_vietnamese_fold() writes it, each in a line; the first is its
 * name
 *
 * All words have to stand there. Inside a word they are only looked for in the name: `hanh` finds Thành, but
 * behind Hạnh.
 *
 * Returns: where they stand
 */
BvSearchPlace
bv_search_words_find (const BvSearchWords *words, const char *folded)
{
  gsize length = strcspn (folded, "\n");
  BvSearchPlace place;

  if (g_str_has_prefix (folded, words->phrase))
    return BV_SEARCH_NAME_BEGINS;
  place = find_words (words, folded, length);
  if (place < BV_SEARCH_NOWHERE || folded[length] == '\0')
    return place;
  return find_words (words, folded, strlen (folded)) <= BV_SEARCH_NAME_WORDS_BEGIN ? BV_SEARCH_ELSEWHERE
                                                                                   : BV_SEARCH_NOWHERE;
}
