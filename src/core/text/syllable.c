/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/syllable.h"

#include "core/text/vietnamese.h"

#include <string.h>

/* Lists of parts between blanks; a longer part stands before what it begins with. */
static const char onsets[] = " ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p q r s t v x ";
static const char codas[] = " ch ng nh c m n p t ";
static const char nuclei[]
  = " a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu iêu oa oă oai oao oay oe oeo oi oo ô ôi ôô ơi ua uâ "
    "uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu ";

static const char tone_marks[][3] = { "\u0300", "\u0301", "\u0303", "\u0309", "\u0323" };

/* Small letters without their tone; NULL: there is more than one. */
static char *
take_tone (const char *word)
{
  g_autofree char *lower = bv_vietnamese_lower (word);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  g_autofree char *bare = NULL;
  GString *text = g_string_new (NULL);
  guint n_tones = 0;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_tone = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (tone_marks); i++)
        is_tone = is_tone || g_str_has_prefix (p, tone_marks[i]);
      n_tones += is_tone;
      if (!is_tone)
        g_string_append_len (text, p, g_utf8_next_char (p) - p);
    }
  bare = g_string_free (text, FALSE);
  return n_tones <= 1 ? g_utf8_normalize (bare, -1, G_NORMALIZE_NFC) : NULL;
}

static gboolean
is_listed (const char *list, const char *part, gsize length)
{
  g_autofree char *wanted = g_strdup_printf (" %.*s ", (int) length, part);

  return length > 0 && strstr (list, wanted) != NULL;
}

static gboolean
is_consonant (gunichar c)
{
  return c == 0x111 || (c < 0x80 && strchr ("bcdghklmnpqrstvx", (int) c) != NULL);
}

/* A nucleus, and what may end the syllable after it. */
static gboolean
is_rhyme (const char *text)
{
  const char *coda = text;

  while (*coda != '\0' && !is_consonant (g_utf8_get_char (coda)))
    coda = g_utf8_next_char (coda);
  return is_listed (nuclei, text, coda - text) && (*coda == '\0' || is_listed (codas, coda, strlen (coda)));
}

/**
 * bv_syllable_is_vietnamese:
 * @word: a word
 *
 * Says whether it is built as a syllable of Vietnamese: consonants in front, a nucleus of vowels, consonants
 * at the end, one tone at most. Which nucleus goes with which end is not looked at.
 *
 * Returns: whether it may be one
 */
gboolean
bv_syllable_is_vietnamese (const char *word)
{
  g_autofree char *bare = take_tone (word);
  const char *onset = onsets;

  if (bare == NULL)
    return FALSE;
  if (is_rhyme (bare))
    return TRUE;
  while (*++onset != '\0')
    {
      gsize length = strcspn (onset, " ");

      if (strncmp (bare, onset, length) == 0 && is_rhyme (bare + length))
        return TRUE;
      onset += length;
    }
  return FALSE;
}
