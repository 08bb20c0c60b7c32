/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/likeness.h"

#include <string.h>

/* Longer texts are compared by their beginnings. */
#define LETTERS_MOST 200

/* Letters of Vietnamese share few of 64 bits so. */
#define LETTER_FACTOR 2654435769u
#define LETTER_SHIFT 26

static guint
min3 (guint a, guint b, guint c)
{
  return MIN (MIN (a, b), c);
}

/* The row of @a's first @i letters, from the two before it. */
static void
fill_row (const gunichar *a,
          glong i,
          const gunichar *b,
          glong n,
          const guint *before2,
          const guint *before,
          guint *row)
{
  row[0] = i;
  for (glong j = 1; j <= n; j++)
    {
      gboolean same = a[i - 1] == b[j - 1];

      row[j] = min3 (before[j] + 1, row[j - 1] + 1, before[j - 1] + !same);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before2[j - 2] + 1);
    }
}

static guint
count_changes (const gunichar *a, glong m, const gunichar *b, glong n)
{
  guint rows[3][LETTERS_MOST + 1];

  for (glong j = 0; j <= n; j++)
    rows[0][j] = j;
  for (glong i = 1; i <= m; i++)
    fill_row (a, i, b, n, rows[(i + 1) % 3], rows[(i - 1) % 3], rows[i % 3]);
  return rows[m % 3][n];
}

/**
 * bv_likeness_distance:
 * @a: a text in NFC
 * @b: a text in NFC
 *
 * Returns: how many letters have to be put in, left out, changed, or changed with their neighbour, to make
 * one of the other; a letter with its marks is one
 */
guint
bv_likeness_distance (const char *a, const char *b)
{
  glong m, n;
  g_autofree gunichar *first = g_utf8_to_ucs4_fast (a, -1, &m);
  g_autofree gunichar *second = g_utf8_to_ucs4_fast (b, -1, &n);

  return count_changes (first, MIN (m, LETTERS_MOST), second, MIN (n, LETTERS_MOST));
}

/**
 * bv_likeness_list_letters:
 * @text: a text in NFC
 *
 * Returns: its letters, without their order
 */
BvLikenessLetters
bv_likeness_list_letters (const char *text)
{
  BvLikenessLetters letters = { 0, 0, 0 };

  for (const char *p = text; *p != '\0' && letters.n < LETTERS_MOST; p = g_utf8_next_char (p))
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << (g_utf8_get_char (p) * LETTER_FACTOR >> LETTER_SHIFT);

      letters.twice |= letters.once & bit;
      letters.once |= bit;
      letters.n++;
    }
  return letters;
}

/* Whether @a has no more letters than @most that @b lacks. */
static gboolean
lacks_few (const BvLikenessLetters *a, const BvLikenessLetters *b, guint most)
{
  guint64 once = a->once & ~b->once;
  guint64 twice = a->twice & ~b->twice;
  guint n = 0;

  for (; once != 0 && n <= most; once &= once - 1)
    n++;
  for (; twice != 0 && n <= most; twice &= twice - 1)
    n++;
  return n <= most;
}

/**
 * bv_likeness_may_be_within:
 * @a: the letters of a text
 * @b: the letters of another
 * @most: a number of changes
 *
 * Says at once of most texts that they are not alike: each change puts in one letter and leaves out another
 * at most.
 *
 * Returns: %FALSE where bv_likeness_distance() of the texts is more
 */
gboolean
bv_likeness_may_be_within (const BvLikenessLetters *a, const BvLikenessLetters *b, guint most)
{
  return MAX (a->n, b->n) - MIN (a->n, b->n) <= most && lacks_few (a, b, most) && lacks_few (b, a, most);
}

/**
 * bv_likeness_of:
 * @a: a text in NFC
 * @b: a text in NFC
 *
 * Returns: 100 for equal texts, 0 for those that have nothing in common
 */
guint
bv_likeness_of (const char *a, const char *b)
{
  glong longest = MIN (MAX (g_utf8_strlen (a, -1), g_utf8_strlen (b, -1)), LETTERS_MOST);

  if (longest == 0)
    return 100;
  return 100 - bv_likeness_distance (a, b) * 100 / longest;
}

/**
 * bv_likeness_may_be:
 * @a: the letters of a text
 * @b: the letters of another
 * @least: a likeness
 *
 * Returns: %FALSE where bv_likeness_of() of the texts is less, which it is of most
 */
gboolean
bv_likeness_may_be (const BvLikenessLetters *a, const BvLikenessLetters *b, guint least)
{
  guint longest = MAX (a->n, b->n);

  return longest == 0 || bv_likeness_may_be_within (a, b, ((101 - least) * longest - 1) / 100);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * bv_likeness_sort_words:
 * @key: words with one space between them
 *
 * Returns: (transfer full): the same words in one order
 */
char *
bv_likeness_sort_words (const char *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}

/**
 * bv_likeness_count_first:
 * @a: words with one space between them
 * @b: words with one space between them
 *
 * Returns: with how many words both begin
 */
guint
bv_likeness_count_first (const char *a, const char *b)
{
  guint n = 0;

  for (; *a != '\0' && *b != '\0'; a += strspn (a, " "), b += strspn (b, " "))
    {
      gsize length = strcspn (a, " ");

      if (length != strcspn (b, " ") || strncmp (a, b, length) != 0)
        break;
      n++;
      a += length;
      b += length;
    }
  return n;
}

/**
 * bv_likeness_has_words:
 * @text: words with one space between them
 * @words: words with one space between them
 *
 * Returns: whether @words stand in @text, one after the other and as whole words
 */
gboolean
bv_likeness_has_words (const char *text, const char *words)
{
  gsize length = strlen (words);

  if (length == 0)
    return FALSE;
  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    if ((p == text || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}
