/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/vietnamese.h"

#include <glib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* ICU is the oracle: all syllables that Vietnamese spelling can make, normalized, folded and sorted by both.
 */

#define TEXT_MAX 256

static const char *const initials[]
  = { "",    "b",  "c", "ch", "d",  "đ", "g", "gh", "gi", "h",  "k", "kh", "l", "m", "n", "ng",
      "ngh", "nh", "p", "ph", "qu", "r", "s", "t",  "th", "tr", "v", "x",  "f", "j", "w", "z" };

/* The tone goes where the asterisk is. */
static const char rhymes[]
  = "a* a*c a*ch a*i a*m a*n a*ng a*nh a*o a*p a*t a*u a*y "
    "ă*c ă*m ă*n ă*ng ă*p ă*t â*c â*m â*n â*ng â*p â*t â*u â*y "
    "e* e*c e*m e*n e*ng e*o e*p e*t ê* ê*ch ê*m ê*n ê*nh ê*p ê*t ê*u "
    "i* i*a i*ch iê*c iê*m iê*n iê*ng iê*p iê*t iê*u i*m i*n i*nh i*p i*t i*u "
    "o* o*a oa*c oa*ch oa*i oa*m oa*n oa*ng oa*nh oa*o oa*p oa*t oa*y "
    "oă*c oă*m oă*n oă*ng oă*t o*c o*e oe*m oe*n oe*o oe*t o*i o*m o*n o*ng oo*c oo*ng o*p o*t "
    "ô* ô*c ô*i ô*m ô*n ô*ng ô*p ô*t ơ* ơ*i ơ*m ơ*n ơ*p ơ*t "
    "u* u*a uâ*n uâ*ng uâ*t uâ*y u*c uê* uê*ch uê*nh u*i u*m u*n u*ng uô*c uô*i uô*m uô*n "
    "uô*ng uô*t uơ* u*p u*t u*y uy*a uy*ch uyê*n uyê*t uy*nh uy*p uy*t uy*u "
    "ư* ư*a ư*c ư*i ư*m ư*n ư*ng ươ*c ươ*i ươ*m ươ*n ươ*ng ươ*p ươ*t ươ*u ư*t ư*u "
    "y* yê*m yê*n yê*ng yê*t yê*u";

static const char *const tones[] = { "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323" };
#define FIRST_TONE_OF_STOPS 4

typedef struct
{
  char *typed;   /* with the tone as a combining mark */
  char *text;    /* NFC by ICU */
  char *weights; /* by us */
} Syllable;

static GArray *syllables;

static void
from_utf8 (const char *text, UChar *buffer)
{
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8 (buffer, TEXT_MAX, NULL, text, -1, &status);
  g_assert_true (U_SUCCESS (status));
}

static char *
to_utf8 (const UChar *buffer)
{
  UErrorCode status = U_ZERO_ERROR;
  char text[4 * TEXT_MAX];

  u_strToUTF8 (text, sizeof text, NULL, buffer, -1, &status);
  g_assert_true (U_SUCCESS (status));
  return g_strdup (text);
}

static char *
normalize (const UNormalizer2 *form, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar source[TEXT_MAX], target[TEXT_MAX];

  from_utf8 (text, source);
  unorm2_normalize (form, source, -1, target, TEXT_MAX, &status);
  g_assert_true (U_SUCCESS (status));
  return to_utf8 (target);
}

static const UNormalizer2 *
get_nfc (void)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFCInstance (&status);

  g_assert_true (U_SUCCESS (status));
  return form;
}

static const UNormalizer2 *
get_nfd (void)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFDInstance (&status);

  g_assert_true (U_SUCCESS (status));
  return form;
}

static UCollator *
open_collator (UCollationStrength strength)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  g_assert_true (U_SUCCESS (status));
  ucol_setStrength (collator, strength);
  return collator;
}

static int
collate (const UCollator *collator, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  int order = ucol_strcollUTF8 (collator, a, -1, b, -1, &status);

  g_assert_true (U_SUCCESS (status));
  return order;
}

static char *
weigh (const char *nfc)
{
  GString *key = g_string_new (NULL);

  bv_vietnamese_append_weights (key, nfc, -1);
  return g_string_free (key, FALSE);
}

static int
sign (int order)
{
  return (order > 0) - (order < 0);
}

static void
add_syllable (const char *initial, const char *rhyme, const char *tone)
{
  const char *vowel_end = strchr (rhyme, '*');
  Syllable syllable;

  syllable.typed
    = g_strdup_printf ("%s%.*s%s%s", initial, (int) (vowel_end - rhyme), rhyme, tone, vowel_end + 1);
  syllable.text = normalize (get_nfc (), syllable.typed);
  syllable.weights = weigh (syllable.text);
  g_array_append_val (syllables, syllable);
  syllable.typed = g_utf8_strup (syllable.typed, -1);
  syllable.text = normalize (get_nfc (), syllable.typed);
  syllable.weights = weigh (syllable.text);
  g_array_append_val (syllables, syllable);
}

/* giá and giú begin with gi: no syllable is g and ía, g and íu. */
static gboolean
is_spelling (const char *initial, const char *rhyme)
{
  return !g_str_equal (initial, "g") || !(g_str_equal (rhyme, "i*a") || g_str_equal (rhyme, "i*u"));
}

static void
clear_syllable (gpointer data)
{
  Syllable *syllable = data;

  g_free (syllable->typed);
  g_free (syllable->text);
  g_free (syllable->weights);
}

static void
list_syllables (void)
{
  g_auto (GStrv) list = g_strsplit (rhymes, " ", -1);

  syllables = g_array_new (FALSE, FALSE, sizeof (Syllable));
  g_array_set_clear_func (syllables, clear_syllable);
  for (guint r = 0; list[r] != NULL; r++)
    {
      gboolean stop
        = strchr ("cpt", list[r][strlen (list[r]) - 1]) != NULL || g_str_has_suffix (list[r], "ch");

      for (guint i = 0; i < G_N_ELEMENTS (initials); i++)
        for (guint t = stop ? FIRST_TONE_OF_STOPS : 0; t < G_N_ELEMENTS (tones); t++)
          if (is_spelling (initials[i], list[r]))
            add_syllable (initials[i], list[r], tones[t]);
    }
}

static void
test_nfc (void)
{
  g_assert_cmpuint (syllables->len, >, 40000);
  for (guint i = 0; i < syllables->len; i++)
    {
      const Syllable *syllable = &g_array_index (syllables, Syllable, i);
      g_autofree char *apart = normalize (get_nfd (), syllable->text);
      g_autofree char *from_typed = bv_vietnamese_nfc (syllable->typed);
      g_autofree char *from_apart = bv_vietnamese_nfc (apart);
      g_autofree char *from_text = bv_vietnamese_nfc (syllable->text);

      g_assert_cmpstr (from_typed, ==, syllable->text);
      g_assert_cmpstr (from_apart, ==, syllable->text);
      g_assert_cmpstr (from_text, ==, syllable->text);
    }
}

static void
append_random (GString *text)
{
  static const gunichar marks[] = { 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31b, 0x323, 0x328, 0x345 };
  static const char stems[] = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYdđDĐn ";

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      g_string_append_unichar (text, g_test_rand_int_range (0x20, 0x2fff));
      break;
    case 1:
      g_string_append_unichar (text, g_test_rand_int_range (0x1e00, 0x1f00));
      break;
    case 2:
      g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (
                                       stems, g_test_rand_int_range (0, g_utf8_strlen (stems, -1)))));
      break;
    default:
      g_string_append_unichar (text, marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))]);
    }
}

static void
test_random_nfc (void)
{
  for (int i = 0; i < 50000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = NULL;
      g_autofree char *composed = NULL;

      for (int length = g_test_rand_int_range (0, 12); length > 0; length--)
        append_random (text);
      expected = normalize (get_nfc (), text->str);
      composed = bv_vietnamese_nfc (text->str);
      g_assert_cmpstr (composed, ==, expected);
    }
}

static char *
transliterate (UTransliterator *transliterator, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[TEXT_MAX];
  int32_t limit;

  from_utf8 (text, buffer);
  limit = u_strlen (buffer);
  utrans_transUChars (transliterator, buffer, NULL, TEXT_MAX, 0, &limit, &status);
  g_assert_true (U_SUCCESS (status));
  buffer[limit] = 0;
  return to_utf8 (buffer);
}

static void
test_fold (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar rules[TEXT_MAX];
  UTransliterator *transliterator;

  from_utf8 ("NFD; [:Nonspacing Mark:] Remove; Lower; Latin-ASCII", rules);
  transliterator = utrans_openU (rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  g_assert_true (U_SUCCESS (status));
  for (guint i = 0; i < syllables->len; i++)
    {
      const Syllable *syllable = &g_array_index (syllables, Syllable, i);
      g_autofree char *expected = transliterate (transliterator, syllable->text);
      g_autofree char *folded = bv_vietnamese_fold (syllable->text);
      g_autofree char *folded_typed = bv_vietnamese_fold (syllable->typed);

      g_assert_cmpstr (folded, ==, expected);
      g_assert_cmpstr (folded_typed, ==, expected);
    }
  utrans_close (transliterator);
}

static void
assert_same_order (const UCollator *collator, const Syllable *a, const Syllable *b)
{
  if (sign (collate (collator, a->text, b->text)) != sign (strcmp (a->weights, b->weights)))
    g_error ("ICU and the weights order %s and %s differently", a->text, b->text);
}

static int
compare_by_collator (gconstpointer a, gconstpointer b, gpointer collator)
{
  return collate (collator, ((const Syllable *) a)->text, ((const Syllable *) b)->text);
}

/* Secondary strength is letters and tones: small and capital letters are equal to both. */
static void
test_order (void)
{
  UCollator *collator = open_collator (UCOL_SECONDARY);

  g_array_sort_with_data (syllables, compare_by_collator, collator);
  for (guint i = 1; i < syllables->len; i++)
    assert_same_order (collator, &g_array_index (syllables, Syllable, i - 1),
                       &g_array_index (syllables, Syllable, i));
  for (int i = 0; i < 200000; i++)
    assert_same_order (collator,
                       &g_array_index (syllables, Syllable, g_test_rand_int_range (0, syllables->len)),
                       &g_array_index (syllables, Syllable, g_test_rand_int_range (0, syllables->len)));
  ucol_close (collator);
}

/* What is equal but for case has one weight, and a key of its own: capitals first, where ICU puts small
 * letters first. */
static void
test_case (void)
{
  UCollator *collator = open_collator (UCOL_TERTIARY);
  g_autofree char *small = bv_vietnamese_sort_key ("hòa");
  g_autofree char *capital = bv_vietnamese_sort_key ("HÒA");

  g_assert_cmpint (strcmp (capital, small), <, 0);
  g_assert_cmpint (collate (collator, "HÒA", "hòa"), >, 0);
  ucol_close (collator);
}

static void
assert_orders (const UCollator *collator, const char *first, const char *second, int by_icu)
{
  g_autofree char *a = weigh (first);
  g_autofree char *b = weigh (second);

  g_assert_cmpint (strcmp (a, b), <, 0);
  g_assert_cmpint (collate (collator, first, second), ==, by_icu);
}

/* ICU compares the letters of all syllables before any tone; Vietnamese lists compare one syllable after the
 * other. */
static void
test_phrases (void)
{
  UCollator *collator = open_collator (UCOL_SECONDARY);

  assert_orders (collator, "An Tuấn", "Án Sơn", UCOL_GREATER);
  assert_orders (collator, "Hòa Thuận", "Hóa An", UCOL_GREATER);
  assert_orders (collator, "An Sơn", "Án Tuấn", UCOL_LESS);
  assert_orders (collator, "Phụ lục 2", "Phụ lục 10", UCOL_GREATER);
  ucol_close (collator);
}

/* ICU sees on which letter a tone stands; to us hoà is hòa. */
static void
test_placement (void)
{
  UCollator *collator = open_collator (UCOL_SECONDARY);
  g_autofree char *on_a = weigh ("hoà");
  g_autofree char *on_o = weigh ("hòa");

  g_assert_cmpstr (on_a, ==, on_o);
  g_assert_cmpint (collate (collator, "hoà", "hòa"), !=, UCOL_EQUAL);
  assert_orders (collator, "hòa", "hoá", UCOL_GREATER);
  ucol_close (collator);
}

/* @text with the mark of an open oa, oe, uy moved to its second vowel; NULL where there is none to move. */
static char *
move_tone (const char *typed)
{
  static const char *const pairs[] = { "oa", "oe", "uy", "OA", "OE", "UY" };

  for (guint p = 0; p < G_N_ELEMENTS (pairs); p++)
    for (guint t = 1; t < G_N_ELEMENTS (tones); t++)
      {
        g_autofree char *end = g_strdup_printf ("%c%s%c", pairs[p][0], tones[t], pairs[p][1]);

        if (g_str_has_suffix (typed, end) && g_ascii_tolower (typed[0]) != 'q')
          return g_strdup_printf ("%.*s%s%s", (int) (strlen (typed) - strlen (end)), typed, pairs[p],
                                  tones[t]);
      }
  return NULL;
}

static gboolean
is_foreign (const char *text)
{
  return strchr ("fjwzFJWZ", *text) != NULL;
}

static void
test_tones (void)
{
  guint moved = 0;

  for (guint i = 0; i < syllables->len; i++)
    {
      const Syllable *syllable = &g_array_index (syllables, Syllable, i);
      g_autofree char *same = bv_vietnamese_normalize_tones (syllable->text);
      g_autofree char *other = move_tone (syllable->typed);

      g_assert_cmpstr (same, ==, syllable->text);
      if (other != NULL && !is_foreign (other))
        {
          g_autofree char *back = bv_vietnamese_normalize_tones (other);

          g_assert_cmpstr (back, ==, syllable->text);
          moved++;
        }
    }
  g_assert_cmpuint (moved, ==, 27 * 3 * 5 * 2); /* initials but qu, rhymes, tones, cases */
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  list_syllables ();
  g_test_add_func ("/vietnamese-icu/nfc-of-every-syllable-is-that-of-icu", test_nfc);
  g_test_add_func ("/vietnamese-icu/nfc-of-random-text-is-that-of-icu", test_random_nfc);
  g_test_add_func ("/vietnamese-icu/fold-of-every-syllable-is-that-of-icu", test_fold);
  g_test_add_func ("/vietnamese-icu/single-syllables-sort-as-icu-sorts-them", test_order);
  g_test_add_func ("/vietnamese-icu/capitals-come-first-where-icu-puts-small-letters-first", test_case);
  g_test_add_func ("/vietnamese-icu/phrases-sort-by-syllable-where-icu-looks-at-all-letters", test_phrases);
  g_test_add_func ("/vietnamese-icu/tone-placement-counts-for-icu-and-not-for-us", test_placement);
  g_test_add_func ("/vietnamese-icu/tones-move-to-one-placement-and-no-other-syllable-changes", test_tones);
  result = g_test_run ();
  g_array_unref (syllables);
  return result;
}
