/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/names.h"

#include "core/text/vietnamese.h"

#include <string.h>

/* Below every sort weight: a name that ends here comes before one that goes on. The tie-break is lower still.
 */
#define WEIGHT_PART '"'
#define WEIGHT_TIE '!'

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_word (const char *p, const char *end)
{
  while (p < end && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Finds the last word before @end, which is not white space. */
static const char *
find_last_word (const char *start, const char *end)
{
  const char *word = start;

  for (const char *p = start; p < end; p = skip_space (skip_word (p, end), end))
    word = p;
  return word;
}

/**
 * bv_name_key:
 * @name: a person's name
 *
 * Makes a key by which strcmp() puts persons in the order of Vietnamese lists: by given name (the last word),
 * then family name (the first), then the names between them, each as bv_vietnamese_sort_key() compares. A
 * name of one word is a given name. The rule looks at the words alone, so names of Khmer, Chăm and other
 * peoples are neither refused nor changed.
 *
 * Returns: (transfer full): the key, valid UTF-8; equal for two names only if their NFC is
 */
char *
bv_name_key (const char *name)
{
  g_autofree char *nfc = bv_vietnamese_nfc (name);
  GString *key;
  const char *start, *end, *family_end, *given;

  g_return_val_if_fail (nfc != NULL, NULL);

  key = g_string_sized_new (3 * strlen (nfc) + 8);
  end = nfc + strlen (nfc);
  start = skip_space (nfc, end);
  family_end = skip_word (start, end);
  given = find_last_word (start, end);
  bv_vietnamese_append_weights (key, given, end - given);
  if (given > start)
    {
      g_string_append_c (key, WEIGHT_PART);
      bv_vietnamese_append_weights (key, start, family_end - start);
      g_string_append_c (key, WEIGHT_PART);
      bv_vietnamese_append_weights (key, family_end, given > family_end ? given - family_end : 0);
    }
  g_string_append_c (key, WEIGHT_TIE);
  g_string_append (key, nfc);
  return g_string_free (key, FALSE);
}

typedef struct
{
  const char *written;
  const char *meant;
} Abbreviation;

/* Anywhere at the start of a word; longer ones first. */
static const Abbreviation abbreviations[] = {
  { "u.b.n.d.", "ủy ban nhân dân " },
  { "u.b.n.d ", "ủy ban nhân dân " },
  { "ubnd.", "ủy ban nhân dân " },
  { "ubnd ", "ủy ban nhân dân " },
  { "t.p.", "thành phố " },
  { "t.p ", "thành phố " },
  { "tp.", "thành phố " },
  { "tp ", "thành phố " },
  { "t.x.", "thị xã " },
  { "t.x ", "thị xã " },
  { "tx.", "thị xã " },
  { "tx ", "thị xã " },
  { "t.t.", "thị trấn " },
  { "t.t ", "thị trấn " },
  { "tt.", "thị trấn " },
  { "tt ", "thị trấn " },
  { "đ.k.", "đặc khu " },
  { "đk.", "đặc khu " },
  { "đk ", "đặc khu " },
  { "p.", "phường " },
  { "x.", "xã " },
  { "h.", "huyện " },
  { "q.", "quận " },
};

/* A letter without its dot is the type of a unit only in front: Châu Phú A is a name. */
static const Abbreviation leading_abbreviations[] = {
  { "p ", "phường " },
  { "x ", "xã " },
  { "h ", "huyện " },
  { "q ", "quận " },
};

static const char committee[] = "ủy ban nhân dân ";

static const Abbreviation *
find_abbreviation (const Abbreviation *list, guint count, const char *text)
{
  for (guint i = 0; i < count; i++)
    if (g_str_has_prefix (text, list[i].written))
      return &list[i];
  return NULL;
}

static void
append_gap (GString *words)
{
  if (words->len > 0 && words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

/* Small letters and digits in words with one space after each; a dot stays behind the word it belongs to. */
static GString *
split_words (const char *text)
{
  GString *words = g_string_sized_new (strlen (text) + 8);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (words, c == 0xf0 ? 0x111 : c); /* the Icelandic letter that looks like đ */
      else if (c == '.' && words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, '.');
      else if (c == '&')
        g_string_append (words, " và ");
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        append_gap (words);
    }
  append_gap (words);
  return words;
}

static GString *
expand_abbreviations (const char *words)
{
  GString *key = g_string_sized_new (2 * strlen (words));

  while (*words != '\0')
    {
      const Abbreviation *found = find_abbreviation (abbreviations, G_N_ELEMENTS (abbreviations), words);
      gsize length = strcspn (words, " .");

      if (found == NULL && (key->len == 0 || g_str_equal (key->str, committee)))
        found = find_abbreviation (leading_abbreviations, G_N_ELEMENTS (leading_abbreviations), words);
      g_string_append_len (key, words, found != NULL ? 0 : length);
      g_string_append (key, found != NULL ? found->meant : " ");
      words += found != NULL ? strlen (found->written) : length;
      words += strspn (words, " .");
    }
  return key;
}

/**
 * bv_unit_name_key:
 * @name: the name of a unit as somebody wrote it
 *
 * Makes the same key for the ways of writing one unit's name: case, spaces, hyphens, punctuation and tone
 * placement do not count (Mỹ Hoà Hưng, MỸ HÒA HƯNG); TP., TX., TT., ĐK., P., X., H., Q. and UBND are written
 * out, & is và; a leading Ủy ban nhân dân is left out. Marks, and i against y, do count: they tell units
 * apart. The official spellings that still differ (Vĩnh Ngươn, Vĩnh Nguơn) are for the unit's aliases.
 *
 * A key does not identify a unit: An Phú is a huyện, a thị trấn and a xã. Compare within one parent and type.
 *
 * Returns: (transfer full): the key, for comparing only
 */
char *
bv_unit_name_key (const char *name)
{
  g_autofree char *text = bv_vietnamese_normalize_tones (name);
  GString *words, *key;

  g_return_val_if_fail (text != NULL, NULL);

  words = split_words (text);
  key = expand_abbreviations (words->str);
  g_string_free (words, TRUE);
  if (g_str_has_prefix (key->str, committee) && key->len > strlen (committee))
    g_string_erase (key, 0, strlen (committee));
  g_string_truncate (key, key->len - (key->len > 0));
  return g_string_free (key, FALSE);
}

/**
 * bv_unit_name_equal:
 * @a: the name of a unit
 * @b: the name of a unit
 *
 * Returns: whether both are the same name, perhaps written differently (see bv_unit_name_key())
 */
gboolean
bv_unit_name_equal (const char *a, const char *b)
{
  g_autofree char *key_a = bv_unit_name_key (a);
  g_autofree char *key_b = bv_unit_name_key (b);

  return g_str_equal (key_a, key_b);
}
