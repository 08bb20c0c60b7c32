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

static const gunichar tone_marks[] = { 0x300, 0x301, 0x303, 0x309, 0x323 };

#define PART_MOST 12 /* bytes */

static gboolean
is_tone (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (tone_marks); i++)
    if (c == tone_marks[i])
      return TRUE;
  return FALSE;
}

/* The letter without its tones, which are counted; 0: it is one itself. */
static gunichar
drop_tones (gunichar c, guint *n_tones)
{
  gunichar letter, mark;

  if (c < 0x80)
    return c;
  if (is_tone (c))
    {
      (*n_tones)++;
      return 0;
    }
  if (!g_unichar_decompose (c, &letter, &mark) || mark == 0)
    return c;
  letter = drop_tones (letter, n_tones);
  if (is_tone (mark))
    (*n_tones)++;
  else if (!g_unichar_compose (letter, mark, &letter))
    return c;
  return letter;
}

/* Small letters without their tone; NULL: there is more than one. */
static char *
take_tone (const char *word)
{
  g_autofree char *lower = bv_vietnamese_lower (word);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_marks = FALSE;
  guint n_tones = 0;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = drop_tones (g_utf8_get_char (p), &n_tones);

      has_marks = has_marks || (c >= 0x80 && g_unichar_ismark (c));
      if (c != 0)
        g_string_append_unichar (text, c);
    }
  if (n_tones > 1)
    return NULL;
  return has_marks ? g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC) : g_strdup (text->str);
}

static gboolean
is_listed (const char *list, const char *part, gsize length)
{
  char wanted[PART_MOST + 3] = " ";

  if (length == 0 || length > PART_MOST)
    return FALSE;
  memcpy (wanted + 1, part, length);
  wanted[length + 1] = ' ';
  return strstr (list, wanted) != NULL;
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
