/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/vietnamese.h"

#include <string.h>

/* The alphabet in its order, with f j w z where Latin has them; and each letter without its mark. */
static const char alphabet[] = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
static const char bare[] = "aaabcddeefghijklmnooopqrstuuvwxyz";

/* Ngang, huyền, hỏi, ngã, sắc, nặng. */
static const gunichar tone_marks[] = { 0, 0x300, 0x309, 0x303, 0x301, 0x323 };

/* Sort weights, all below the bytes of a character that is not ASCII, so that a key is UTF-8 too. */
#define WEIGHT_TIE '!'
#define WEIGHT_TONE '#'   /* to '(': ends a syllable, and a shorter syllable comes first */
#define WEIGHT_NUMBER ')' /* then the count of digits, then these */
#define WEIGHT_LETTER 'A' /* to 'a' */
#define WEIGHT_OTHER '~'  /* then the character */

typedef struct
{
  guint8 place; /* in the alphabet, from 1; 0: not a letter of ours */
  guint8 tone;  /* index in tone_marks */
} Letter;

/* Every letter of Vietnamese is below U+01B1 or in Latin Extended Additional. */
#define LOW_END 0x1b1
#define HIGH_BEGIN 0x1ea0
#define HIGH_END 0x1efa
#define ETH 0xd0

static Letter letters[LOW_END + HIGH_END - HIGH_BEGIN];

static int
letter_slot (gunichar c)
{
  if (c < LOW_END)
    return c;
  return c >= HIGH_BEGIN && c < HIGH_END ? (int) (LOW_END + c - HIGH_BEGIN) : -1;
}

/* Not g_unichar_compose(): ệ is ẹ with a circumflex to it, and no pair of ê and a dot. */
static gunichar
with_tone (gunichar vowel, guint tone)
{
  char pair[13] = { 0 };
  int length = g_unichar_to_utf8 (vowel, pair);
  g_autofree char *composed = NULL;

  g_unichar_to_utf8 (tone_marks[tone], pair + length);
  composed = g_utf8_normalize (pair, -1, G_NORMALIZE_NFC);
  return g_utf8_get_char (composed);
}

static void
fill_letter (gunichar c, guint8 place)
{
  letters[letter_slot (c)] = (Letter){ place, 0 };
  for (guint8 tone = 1; tone < G_N_ELEMENTS (tone_marks) && strchr ("aeiouy", bare[place - 1]) != NULL;
       tone++)
    letters[letter_slot (with_tone (c, tone))] = (Letter){ place, tone };
}

static void
ensure_letters (void)
{
  static gsize filled;
  guint8 place = 1;

  if (!g_once_init_enter (&filled))
    return;
  for (const char *p = alphabet; *p != '\0'; p = g_utf8_next_char (p), place++)
    {
      fill_letter (g_utf8_get_char (p), place);
      fill_letter (g_unichar_toupper (g_utf8_get_char (p)), place);
    }
  /* Old fonts and converters write the Icelandic letter, which looks the same. */
  letters[ETH] = letters[g_unichar_tolower (ETH)] = letters[letter_slot (0x111)];
  g_once_init_leave (&filled, 1);
}

/* A Latin letter of another language counts as its base: ü as u. */
static Letter
find_letter (gunichar c)
{
  gunichar base, mark;
  int slot = letter_slot (c);

  while (slot < 0 || letters[slot].place == 0)
    {
      if (c < 0x80 || !g_unichar_decompose (c, &base, &mark) || mark == 0)
        return (Letter){ 0, 0 };
      c = base;
      slot = letter_slot (c);
    }
  return letters[slot];
}

/* Marks of Latin, Greek and Cyrillic; those of Khmer are vowels and stay. */
static gboolean
is_ignored (gunichar c)
{
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x80 && g_unichar_type (c) == G_UNICODE_FORMAT);
}

/* Whether @text can be seen to be NFC: no character in it that composes with another or has a composed form.
 */
static gboolean
is_plainly_nfc (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x300 && !(c >= HIGH_BEGIN && c < HIGH_END) && !(c >= 0x2010 && c <= 0x2026))
        return FALSE;
    }
  return TRUE;
}

/* @text in NFC: itself when it can be seen to be, else a new text that @owned gets. */
static const char *
as_nfc (const char *text, char **owned)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (!is_plainly_nfc (text))
    return *owned = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  *owned = g_steal_pointer (&valid);
  return text;
}

/**
 * bv_vietnamese_nfc:
 * @text: any text
 *
 * Returns: (transfer full): @text in Unicode normalization form C, as all text of the application is
 */
char *
bv_vietnamese_nfc (const char *text)
{
  char *owned = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  text = as_nfc (text, &owned);
  return owned != NULL ? owned : g_strdup (text);
}

static char *
map_letters (const char *text, gunichar (*map) (gunichar))
{
  g_autofree char *nfc = bv_vietnamese_nfc (text);
  GString *mapped = g_string_sized_new (strlen (nfc));

  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (mapped, map (g_utf8_get_char (p)));
  return g_string_free (mapped, FALSE);
}

/**
 * bv_vietnamese_upper:
 * @text: any text
 *
 * GLib's function for that follows the locale, in which an i may be given a dot.
 *
 * Returns: (transfer full): @text in capitals, NFC
 */
char *
bv_vietnamese_upper (const char *text)
{
  return map_letters (text, g_unichar_toupper);
}

/**
 * bv_vietnamese_lower:
 * @text: any text
 *
 * Returns: (transfer full): @text in small letters, NFC
 */
char *
bv_vietnamese_lower (const char *text)
{
  return map_letters (text, g_unichar_tolower);
}

static void
append_foreign_folded (GString *folded, gunichar c)
{
  char utf8[6];
  g_autofree char *lower = g_utf8_casefold (utf8, g_unichar_to_utf8 (c, utf8));
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_ignored (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
}

static void
append_folded (GString *folded, gunichar c)
{
  Letter letter = find_letter (c);

  if (letter.place != 0)
    g_string_append_c (folded, bare[letter.place - 1]);
  else if (c < 0x80)
    g_string_append_c (folded, c);
  else
    append_foreign_folded (folded, c);
}

/**
 * bv_vietnamese_fold:
 * @text: any text
 *
 * Makes a text for searching: small letters, all marks off (Đường → duong, so hoà = hòa), đ as d, invisible
 * characters gone, each run of white space one space, none at the ends. NFC and NFD give the same.
 *
 * Returns: (transfer full): the folded text; to look for one in another, strstr() will do
 */
char *
bv_vietnamese_fold (const char *text)
{
  g_autofree char *owned = NULL;
  GString *folded;
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  ensure_letters ();
  text = as_nfc (text, &owned);
  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        gap = TRUE;
      else if (!is_ignored (c))
        {
          if (gap && folded->len > 0)
            g_string_append_c (folded, ' ');
          gap = FALSE;
          append_folded (folded, c);
        }
    }
  return g_string_free (folded, FALSE);
}

/* qu is not among them: its u is not a vowel, and quý has its tone on the y in every style. */
static gboolean
is_initial (const char *text, gsize length)
{
  static const char *const initials[]
    = { "",  "b",  "c",   "ch", "d", "đ",  "g", "gh", "gi", "h",  "k",  "kh", "l", "m",
        "n", "ng", "ngh", "nh", "p", "ph", "r", "s",  "t",  "th", "tr", "v",  "x", NULL };
  g_autofree char *initial = g_strndup (text, length);
  g_autofree char *lower = bv_vietnamese_lower (initial);

  return g_strv_contains (initials, lower);
}

static gboolean
is_movable_pair (gunichar first, gunichar second)
{
  Letter a = find_letter (first), b = find_letter (second);
  char head, tail;

  if (a.place == 0 || b.place == 0 || a.tone != 0 || b.tone == 0)
    return FALSE;
  head = g_unichar_tolower (first);
  tail = bare[b.place - 1];
  return (head == 'o' && (tail == 'a' || tail == 'e')) || (head == 'u' && tail == 'y');
}

static gboolean
has_movable_pair (const char *text)
{
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && before != 0 && is_movable_pair (before, c))
        return TRUE;
      before = c;
    }
  return FALSE;
}

/* Appends the word from @start to @end, with the tone of a final oà, oè, uỳ on its first vowel. */
static void
append_word (GString *out, const char *start, const char *end)
{
  const char *second = g_utf8_find_prev_char (start, end);
  const char *first = second != NULL ? g_utf8_find_prev_char (start, second) : NULL;
  gunichar plain, mark, toned;

  if (first == NULL || !is_movable_pair (g_utf8_get_char (first), g_utf8_get_char (second))
      || !is_initial (start, first - start) || !g_unichar_decompose (g_utf8_get_char (second), &plain, &mark)
      || !g_unichar_compose (g_utf8_get_char (first), mark, &toned))
    {
      g_string_append_len (out, start, end - start);
      return;
    }
  g_string_append_len (out, start, first - start);
  g_string_append_unichar (out, toned);
  g_string_append_unichar (out, plain);
}

/**
 * bv_vietnamese_normalize_tones:
 * @text: any text
 *
 * Puts the tone of open syllables in -oa, -oe, -uy where the resolutions on units write it: hoà → hòa, khoẻ →
 * khỏe, Uỷ → Ủy. Nothing else changes: quý, hoàn, giá have only one way, and a word that is no Vietnamese
 * syllable is left as it is.
 *
 * Returns: (transfer full): @text in NFC with one placement of tones
 */
char *
bv_vietnamese_normalize_tones (const char *text)
{
  g_autofree char *nfc = bv_vietnamese_nfc (text);
  GString *out;
  const char *start, *p;

  g_return_val_if_fail (nfc != NULL, NULL);

  if (g_str_is_ascii (nfc))
    return g_steal_pointer (&nfc);
  ensure_letters ();
  if (!has_movable_pair (nfc))
    return g_steal_pointer (&nfc);
  out = g_string_sized_new (strlen (nfc));
  for (start = p = nfc; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
        {
          append_word (out, start, p);
          g_string_append_len (out, p, next - p);
          start = next;
        }
      p = next;
    }
  append_word (out, start, p);
  return g_string_free (out, FALSE);
}

/**
 * bv_vietnamese_same_key:
 * @text: any text
 *
 * Makes one key of the ways in which one text is written (RULES.md, The same twice, folded): NFC, lower case,
 * one placement of tones, each run of blanks one space, none at the ends. Marks count: Hoa is not Hoà.
 *
 * Returns: (transfer full): the key, for comparing only
 */
char *
bv_vietnamese_same_key (const char *text)
{
  g_autofree char *toned = bv_vietnamese_normalize_tones (text);
  GString *key;
  gboolean gap = FALSE;

  g_return_val_if_fail (toned != NULL, NULL);

  key = g_string_sized_new (strlen (toned));
  for (const char *p = toned; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c <= ' ' || c >= 0x80) && g_unichar_isspace (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && key->len > 0)
        g_string_append_c (key, ' ');
      gap = FALSE;
      if (c < 0x80)
        g_string_append_c (key, g_ascii_tolower (c));
      else
        g_string_append_unichar (key, g_unichar_tolower (c));
    }
  return g_string_free (key, FALSE);
}

#define HASH_START 2166136261u /* FNV-1a */
#define HASH_FACTOR 16777619u

/* The letter by which a text is hashed: without mark and case; 0: none, for what may be written in two ways.
 */
static guint
hashed_letter (gunichar c)
{
  int slot = letter_slot (c);

  if (c < 0x80)
    return g_ascii_isspace (c) ? 0 : c >= 'A' && c <= 'Z' ? c | 0x20 : c;
  if (slot >= 0 && letters[slot].place != 0)
    return bare[letters[slot].place - 1];
  c = g_unichar_tolower (c);
  return c < 0x80 ? c : 0;
}

/* The character at @text where it is one of those that Vietnamese is written in, composed; else 0. */
static gunichar
get_own_letter (const char *text, guint *length)
{
  const guchar *bytes = (const guchar *) text;
  gunichar c = bytes[0];

  *length = 1;
  if (c < 0x80)
    return c;
  if (c >= 0xc3 && c < 0xc7 && (bytes[1] & 0xc0) == 0x80)
    {
      *length = 2;
      return (c & 0x1f) << 6 | (bytes[1] & 0x3f);
    }
  if (c != 0xe1 || (bytes[1] & 0xc0) != 0x80 || (bytes[2] & 0xc0) != 0x80)
    return 0;
  *length = 3;
  c = (c & 0x0f) << 12 | (bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);
  return c >= HIGH_BEGIN && c < HIGH_END ? c : 0;
}

static guint
hash_any (const char *text)
{
  g_autofree char *owned = NULL;
  guint hash = HASH_START;

  text = as_nfc (text, &owned);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint letter = hashed_letter (g_utf8_get_char (p));

      if (letter != 0)
        hash = (hash ^ letter) * HASH_FACTOR;
    }
  return hash;
}

/**
 * bv_vietnamese_same_hash:
 * @text: any text
 *
 * Far cheaper than bv_vietnamese_same_key (): what has the same key has the same hash. The tone's place
 * changes no letter, so letters without marks are hashed.
 *
 * Returns: a hash of the key of @text
 */
guint
bv_vietnamese_same_hash (const char *text)
{
  guint hash = HASH_START;
  guint length;

  g_return_val_if_fail (text != NULL, 0);

  ensure_letters ();
  for (const char *p = text; *p != '\0'; p += length)
    {
      gunichar c = get_own_letter (p, &length);
      guint letter = c != 0 ? hashed_letter (c) : 0;

      if (c == 0)
        return hash_any (text);
      if (letter != 0)
        hash = (hash ^ letter) * HASH_FACTOR;
    }
  return hash;
}

/* Numbers compare by value: fewer digits first, then digit by digit. Returns where the number ends. */
static const char *
append_number (GString *key, const char *p, const char *end)
{
  const char *start;
  gsize count;

  while (p < end && *p == '0')
    p++;
  for (start = p; p < end && g_ascii_isdigit (*p);)
    p++;
  count = p - start;
  g_string_append_c (key, WEIGHT_NUMBER);
  g_string_append_c (key, '0' + MIN (count, 70));
  g_string_append_len (key, start, count);
  return p;
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/**
 * bv_vietnamese_append_weights:
 * @key: a key to append to
 * @nfc: valid text in NFC
 * @length: its length in bytes, -1: to its end
 *
 * Appends the part of a sort key that bv_vietnamese_sort_key() describes, without the tie-break: what differs
 * in case, marks of other languages or punctuation alone has the same weights. Keys put together from several
 * texts need a byte between them that is below '#'.
 */
void
bv_vietnamese_append_weights (GString *key, const char *nfc, gssize length)
{
  const char *end = nfc + (length < 0 ? (gssize) strlen (nfc) : length);
  gboolean syllable = FALSE;
  guint8 tone = 0;

  ensure_letters ();
  for (const char *p = nfc, *next; p < end; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      Letter letter = find_letter (c);

      next = g_utf8_next_char (p);
      if (letter.place != 0)
        {
          g_string_append_c (key, WEIGHT_LETTER - 1 + letter.place);
          tone = tone != 0 ? tone : letter.tone;
          syllable = TRUE;
        }
      else if (c >= 0x80 && is_ignored (c))
        continue;
      else if (c >= 0x80 && is_word_character (c))
        {
          g_string_append_c (key, WEIGHT_OTHER);
          g_string_append_unichar (key, g_unichar_tolower (c));
          syllable = TRUE;
        }
      else
        {
          if (syllable)
            g_string_append_c (key, WEIGHT_TONE + tone);
          syllable = FALSE;
          tone = 0;
          if (g_ascii_isdigit (*p))
            next = append_number (key, p, end);
        }
    }
  if (syllable)
    g_string_append_c (key, WEIGHT_TONE + tone);
}

/**
 * bv_vietnamese_sort_key:
 * @text: any text
 *
 * Makes a key by which strcmp() (and SQLite's BINARY) puts texts in Vietnamese order. Texts are compared
 * syllable by syllable: first the letters (a ă â b c d đ e ê … u ư v x y; f j w z where Latin has them), then
 * the tone (ngang < huyền < hỏi < ngã < sắc < nặng), then the next syllable. Numbers come before letters and
 * compare by value (Phụ lục 2, Phụ lục 10), other scripts after them. Spaces and punctuation only part
 * syllables, case and tone placement do not count. Texts equal by all that differ in their bytes, so the
 * order is total: the key of two texts is equal only if their NFC is.
 *
 * Returns: (transfer full): the key, valid UTF-8
 */
char *
bv_vietnamese_sort_key (const char *text)
{
  g_autofree char *nfc = bv_vietnamese_nfc (text);
  GString *key;

  g_return_val_if_fail (nfc != NULL, NULL);

  key = g_string_sized_new (3 * strlen (nfc) + 4);
  bv_vietnamese_append_weights (key, nfc, -1);
  g_string_append_c (key, WEIGHT_TIE);
  g_string_append (key, nfc);
  return g_string_free (key, FALSE);
}

/**
 * bv_vietnamese_slug:
 * @text: any text
 *
 * Returns: (transfer full): @text as a key: lower-case ASCII letters and digits, with a hyphen for all that
 *   stands between them; empty where there is neither
 */
char *
bv_vietnamese_slug (const char *text)
{
  g_autofree char *folded = bv_vietnamese_fold (text);
  GString *slug = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, g_ascii_tolower (*p));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}
