/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/legacy-text.h"

#include "core/text/syllable.h"
#include "core/text/vietnamese.h"

#include <string.h>

/* TCVN 5712-1, its third set: what stands for the characters from U+00A1 on; 0: nothing of Vietnamese. */
#define TCVN3_BEGIN 0xa1

static const gunichar2 tcvn3[] = {
  0x102,  0xc2,   0xca,   0xd4,   0x1a0,  0x1af,  0x110,  0x103,  0xe2,   0xea,   0xf4,   0x1a1,
  0x1b0,  0x111,  0,      0,      0,      0,      0,      0,      0xe0,   0x1ea3, 0xe3,   0xe1,
  0x1ea1, 0,      0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0,      0,      0,      0,      0,      0,
  0,      0x1eb7, 0x1ea7, 0x1ea9, 0x1eab, 0x1ea5, 0x1ead, 0xe8,   0,      0x1ebb, 0x1ebd, 0xe9,
  0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7, 0xec,   0x1ec9, 0,      0,      0,      0x129,
  0xed,   0x1ecb, 0xf2,   0,      0x1ecf, 0xf5,   0xf3,   0x1ecd, 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1,
  0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0xf9,   0,      0x1ee7, 0x169,  0xfa,   0x1ee5,
  0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1, 0x1ef3, 0x1ef7, 0x1ef9, 0xfd,   0x1ef5,
};

/* VNI: a letter, then what stands above or below it; a mark stands for a circumflex or breve, a tone, or
 * both. */
typedef struct
{
  gunichar written; /* its small form */
  gunichar above;   /* 0: no more than a tone */
  gunichar tone;    /* 0: none */
} VniMark;

#define CIRCUMFLEX 0x302
#define BREVE 0x306
#define GRAVE 0x300
#define ACUTE 0x301
#define TILDE 0x303
#define HOOK 0x309
#define DOT 0x323

static const VniMark vni_marks[] = {
  { 0xf9, 0, ACUTE },
  { 0xf8, 0, GRAVE },
  { 0xfb, 0, HOOK },
  { 0xf5, 0, TILDE },
  { 0xef, 0, DOT },
  { 0xe2, CIRCUMFLEX, 0 },
  { 0xe1, CIRCUMFLEX, ACUTE },
  { 0xe0, CIRCUMFLEX, GRAVE },
  { 0xe5, CIRCUMFLEX, HOOK },
  { 0xe3, CIRCUMFLEX, TILDE },
  { 0xe4, CIRCUMFLEX, DOT },
  { 0xea, BREVE, 0 },
  { 0xe9, BREVE, ACUTE },
  { 0xe8, BREVE, GRAVE },
  { 0xfa, BREVE, HOOK },
  { 0xfc, BREVE, TILDE },
  { 0xeb, BREVE, DOT },
};

/* And letters of their own: written, meant; both small. */
static const gunichar vni_letters[][2] = {
  { 0xed, 0xed },  { 0xec, 0xec },  { 0xe6, 0x1ec9 }, { 0xf3, 0x129 }, { 0xf2, 0x1ecb },
  { 0xf4, 0x1a1 }, { 0xf6, 0x1b0 }, { 0xee, 0x1ef5 }, { 0xf1, 0x111 },
};

/**
 * bv_legacy_charset_of_font:
 * @font: (nullable): the name of the font of a text
 *
 * Returns: what the letters of a text in it stand for; %BV_LEGACY_NONE: what they are
 */
BvLegacyCharset
bv_legacy_charset_of_font (const char *font)
{
  if (font == NULL)
    return BV_LEGACY_NONE;
  if (g_ascii_strncasecmp (font, ".Vn", strlen (".Vn")) == 0)
    return g_str_has_suffix (font, "H") ? BV_LEGACY_TCVN3_CAPITALS : BV_LEGACY_TCVN3;
  if (g_ascii_strncasecmp (font, "VNI", strlen ("VNI")) == 0)
    return BV_LEGACY_VNI;
  return BV_LEGACY_NONE;
}

/**
 * bv_legacy_charset_get_title:
 * @charset: a set of signs
 *
 * Returns: its name, as those who typed in it know it
 */
const char *
bv_legacy_charset_get_title (BvLegacyCharset charset)
{
  static const char *const titles[] = { [BV_LEGACY_NONE] = "Unicode",
                                        [BV_LEGACY_TCVN3] = "TCVN3",
                                        [BV_LEGACY_TCVN3_CAPITALS] = "TCVN3",
                                        [BV_LEGACY_VNI] = "VNI" };

  return titles[charset];
}

/* What nobody wrote in those sets: then it is Unicode, whatever the font. */
static gboolean
is_unicode (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > 0xff && g_unichar_isalpha (c))
        return TRUE;
    }
  return FALSE;
}

static char *
convert_tcvn3 (const char *text)
{
  GString *meant = g_string_sized_new (2 * strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_told
        = c >= TCVN3_BEGIN && c - TCVN3_BEGIN < G_N_ELEMENTS (tcvn3) && tcvn3[c - TCVN3_BEGIN] != 0;

      g_string_append_unichar (meant, is_told ? tcvn3[c - TCVN3_BEGIN] : c);
    }
  return g_string_free (meant, FALSE);
}

/* Small letters of Latin-1 and their capitals are told apart by one bit. */
static gunichar
find_vni_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    {
      if (c == vni_letters[i][0])
        return vni_letters[i][1];
      if (c == g_unichar_toupper (vni_letters[i][0]))
        return g_unichar_toupper (vni_letters[i][1]);
    }
  return c;
}

static const VniMark *
find_vni_mark (gunichar base, gunichar c)
{
  static const gunichar under_tone[] = { 'a', 'e', 'o', 'u', 'y', 0x1a1, 0x1b0 };
  gunichar small = g_unichar_tolower (base);

  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (g_unichar_tolower (c) == vni_marks[i].written)
      {
        if (vni_marks[i].above == BREVE)
          return small == 'a' ? &vni_marks[i] : NULL;
        if (vni_marks[i].above == CIRCUMFLEX)
          return small == 'a' || small == 'e' || small == 'o' ? &vni_marks[i] : NULL;
        for (guint j = 0; j < G_N_ELEMENTS (under_tone); j++)
          if (small == under_tone[j])
            return &vni_marks[i];
        return NULL;
      }
  return NULL;
}

static char *
convert_vni (const char *text)
{
  g_autofree char *apart = NULL;
  GString *meant = g_string_sized_new (2 * strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar base = find_vni_letter (g_utf8_get_char (p));
      const char *next = g_utf8_next_char (p);
      const VniMark *mark = *next != '\0' ? find_vni_mark (base, g_utf8_get_char (next)) : NULL;

      g_string_append_unichar (meant, base);
      if (mark == NULL)
        continue;
      if (mark->above != 0)
        g_string_append_unichar (meant, mark->above);
      if (mark->tone != 0)
        g_string_append_unichar (meant, mark->tone);
      p = next;
    }
  apart = g_string_free (meant, FALSE);
  return bv_vietnamese_nfc (apart);
}

/**
 * bv_legacy_text_convert:
 * @text: a text in UTF-8, as it was read, before anything is trimmed: a soft hyphen is a letter here
 * @charset: what its letters stand for
 *
 * A text with letters that @charset does not have was typed in Unicode, whatever its font says, and stays.
 *
 * Returns: (transfer full): the text in Unicode
 */
char *
bv_legacy_text_convert (const char *text, BvLegacyCharset charset)
{
  g_autofree char *meant = NULL;

  if (charset == BV_LEGACY_NONE || is_unicode (text))
    return g_strdup (text);
  if (charset == BV_LEGACY_VNI)
    return convert_vni (text);
  meant = convert_tcvn3 (text);
  return charset == BV_LEGACY_TCVN3_CAPITALS ? bv_vietnamese_upper (meant) : g_steal_pointer (&meant);
}

/* A letter, or a sign that stands for one in one of the sets. */
static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalpha (c) || (c >= TCVN3_BEGIN && c <= 0xff);
}

/* The next word at or behind @text, or NULL; @text is moved behind it. */
static char *
take_word (const char **text)
{
  const char *p = *text;
  const char *begin;

  while (*p != '\0' && !is_of_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  begin = p;
  while (*p != '\0' && is_of_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *text = p;
  return p > begin ? g_strndup (begin, p - begin) : NULL;
}

/* The Khmer of An Giang call women so. In VNI it would be nếng, which says nothing. */
static gboolean
is_of_khmer_name (const char *word)
{
  g_autofree char *lower = bv_vietnamese_lower (word);

  return g_str_equal (lower, "neáng");
}

/* Whether all words that change are Vietnamese then, and one is not as it stands. */
static gboolean
makes_words (const char *text, BvLegacyCharset charset)
{
  gboolean needed = FALSE;
  char *next;

  while ((next = take_word (&text)) != NULL)
    {
      g_autofree char *word = next;
      g_autofree char *meant = NULL;

      /* These letters are the same in all sets. */
      if (g_str_is_ascii (word))
        continue;
      meant = bv_legacy_text_convert (word, charset);
      if (g_str_equal (word, meant))
        continue;
      if (!bv_syllable_is_vietnamese (meant) || is_of_khmer_name (word))
        return FALSE;
      needed = needed || !bv_syllable_is_vietnamese (word);
    }
  return needed;
}

/**
 * bv_legacy_charset_guess:
 * @text: a text in UTF-8 whose font says nothing
 *
 * Looks whether it has letters or signs that Vietnamese has not, and all words with them are Vietnamese in
 * one of the sets. A text of few words may be either: whoever has several asks of all of them.
 *
 * Returns: the set that it seems to be written in; %BV_LEGACY_NONE: in none, or nothing tells
 */
BvLegacyCharset
bv_legacy_charset_guess (const char *text)
{
  static const BvLegacyCharset charsets[] = { BV_LEGACY_TCVN3, BV_LEGACY_VNI };

  if (is_unicode (text))
    return BV_LEGACY_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (makes_words (text, charsets[i]))
      return charsets[i];
  return BV_LEGACY_NONE;
}
