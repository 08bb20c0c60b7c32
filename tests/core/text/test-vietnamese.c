/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/vietnamese.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

typedef char *(*Mapping) (const char *text);

typedef struct
{
  const char *text;
  const char *result;
} Case;

static void
check_mapping (Mapping map, const Case *cases, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *result = map (cases[i].text);
      g_autofree char *again = map (result);

      g_assert_cmpstr (result, ==, cases[i].result);
      g_assert_cmpstr (again, ==, result);
    }
}

/* Every text comes strictly before the next one. */
static void
check_order (const char *const *texts, guint count)
{
  for (guint i = 0; i < count; i++)
    for (guint j = i + 1; j < count; j++)
      {
        g_autofree char *before = bv_vietnamese_sort_key (texts[i]);
        g_autofree char *after = bv_vietnamese_sort_key (texts[j]);

        if (strcmp (before, after) >= 0)
          g_error ("%s does not come before %s", texts[i], texts[j]);
      }
}

static void
test_nfc (void)
{
  static const Case cases[] = {
    { "", "" },
    { "An Giang", "An Giang" },
    { "Nguye\u0302\u0303n", "Nguyễn" },
    { "Nguye\u0303\u0302n", "Nguyẽ\u0302n" },
    { "be\u0323\u0302nh vie\u0302\u0323n", "bệnh viện" },
    { "u\u031b\u0301", "ứ" },
    { "u\u0301\u031b", "ứ" },
    { "Đường – “số” 1…", "Đường – “số” 1…" },
    { "\u212b", "Å" },
    { "a\xff", "a\ufffd" },
  };

  check_mapping (bv_vietnamese_nfc, cases, G_N_ELEMENTS (cases));
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { "", "" },
    { "  \t\n ", "" },
    { "Đường Trần Hưng Đạo", "duong tran hung dao" },
    { "ĐƯỜNG", "duong" },
    { "D\u0323uo\u031b\u0300ng", "duong" },
    { "Ðà Nẵng", "da nang" },
    { "hoà", "hoa" },
    { "hòa", "hoa" },
    { "  Sở  Y\u00a0tế\n", "so y te" },
    { "Nguyễn Văn A (1980), số 12/QĐ-UBND", "nguyen van a (1980), so 12/qd-ubnd" },
    { "Neáng Srây Pâu", "neang sray pau" },
    { "Müller Ñandú Straße ŁÓDŹ", "muller nandu strasse łodz" },
    { "An\u200b Gi\u00adang", "an giang" },
    { "ភូមិ ABC", "ភូមិ abc" },
    { "y\u074a\u05a3", "y\u05a3\u074a" },
    { "a\xff"
      "B",
      "a\ufffdb" },
  };

  check_mapping (bv_vietnamese_fold, cases, G_N_ELEMENTS (cases));
}

static void
test_tones (void)
{
  static const Case cases[] = {
    { "Mỹ Hoà Hưng", "Mỹ Hòa Hưng" },
    { "Mỹ Hòa Hưng", "Mỹ Hòa Hưng" },
    { "MỸ HOÀ HƯNG", "MỸ HÒA HƯNG" },
    { "Uỷ ban", "Ủy ban" },
    { "UỶ BAN", "ỦY BAN" },
    { "Thoại Sơn, Bình Thuỷ, khoẻ, xoè, loã, hoạ, hoá", "Thoại Sơn, Bình Thủy, khỏe, xòe, lõa, họa, hóa" },
    { "thuý thuỳ thuỷ thuỹ thuỵ", "thúy thùy thủy thũy thụy" },
    { "oà-oẹ uý", "òa-ọe úy" },
    { "ngoạ nghoẹ đoá Đoá", "ngọa nghọe đóa Đóa" },
    { "hoa\u0300", "hòa" },
  };

  check_mapping (bv_vietnamese_normalize_tones, cases, G_N_ELEMENTS (cases));
}

static void
test_tones_kept (void)
{
  static const Case cases[] = {
    { "quý quỳ quà quá quẻ Quý QUÝ", "quý quỳ quà quá quẻ Quý QUÝ" },
    { "hoàn toàn huỳnh huýt khoét", "hoàn toàn huỳnh huýt khoét" },
    { "hoài xoáy ngoéo khuỷu", "hoài xoáy ngoéo khuỷu" },
    { "giá già mía của mùa huế thuở tuổi", "giá già mía của mùa huế thuở tuổi" },
    { "hoặc loắt huệ", "hoặc loắt huệ" },
    { "Boé Roà1 Zoà Stoà hoàoà", "Bóe Ròa1 Zoà Stoà hoàoà" },
    { "óa úý òè", "óa úý òè" },
    { "qúy", "qúy" },
    { "Neáng Chau Sóc Kha", "Neáng Chau Sóc Kha" },
    { "", "" },
    { "à", "à" },
    { "hoa hue", "hoa hue" },
  };

  check_mapping (bv_vietnamese_normalize_tones, cases, G_N_ELEMENTS (cases));
}

static void
test_same_key (void)
{
  static const Case cases[] = {
    { "", "" },
    { " \n\t ", "" },
    { "  NGUYỄN  Thị\u00a0A\n", "nguyễn thị a" },
    { "Nguye\u0302\u0303n", "nguyễn" },
    { "HOÀ Thuý", "hòa thúy" },
    { "Hoa Hoà Đạt Dạt", "hoa hòa đạt dạt" },
    { "12/QĐ-SNV", "12/qđ-snv" },
    { "quý hoàn", "quý hoàn" },
  };

  check_mapping (bv_vietnamese_same_key, cases, G_N_ELEMENTS (cases));
}

static char *
write_upper (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_strup (valid, -1);
}

static char *
write_apart (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
}

/* Ways to write each text again, of which some keep the key. */
static void
test_same_hash (void)
{
  static const char *const texts[] = { "Nguyễn Thị Thuý", "hoà HÒA hoa\u0300 Hoa",
                                       "Đường 12/QĐ-SNV", "Müller İstanbul \u212b \u212a",
                                       "Ð ð đ",           "ភូមិ ABC",
                                       "a\xff b" };
  static const Mapping ways[]
    = { bv_vietnamese_nfc, bv_vietnamese_normalize_tones, bv_vietnamese_same_key, write_upper, write_apart };
  guint n_equal = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
      {
        g_autofree char *other = ways[k](texts[i]);
        g_autofree char *key = bv_vietnamese_same_key (texts[i]);
        g_autofree char *other_key = bv_vietnamese_same_key (other);

        if (!g_str_equal (key, other_key))
          continue;
        n_equal++;
        g_assert_cmpuint (bv_vietnamese_same_hash (texts[i]), ==, bv_vietnamese_same_hash (other));
      }
  g_assert_cmpuint (n_equal, >, G_N_ELEMENTS (texts) * 3);
  g_assert_cmpuint (bv_vietnamese_same_hash ("An Bình"), !=, bv_vietnamese_same_hash ("An Bính 2"));
}

static void
test_alphabet (void)
{
  static const char *const letters[]
    = { "1", "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
        "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", "ភ" };

  check_order (letters, G_N_ELEMENTS (letters));
}

static void
test_syllables (void)
{
  static const char *const texts[] = {
    "an",   "An Giang", "an ninh", "àn",  "ản",  "ãn",     "án",      "ạn",     "anh", "ăn",  "ân",   "ban",
    "dan",  "đan",      "đàn",     "hoa", "hòa", "Hòa An", "Hòa Lạc", "hỏa",    "hóa", "họa", "hoan", "nga",
    "nghề", "nha",      "quy",     "quý", "tha", "thúy",   "thụy",    "thuyền", "tra", "ưu",  "xã",   "ý",
  };

  check_order (texts, G_N_ELEMENTS (texts));
}

static void
test_phrases (void)
{
  static const char *const texts[]
    = { "An Tuấn", "Án Sơn", "Châu Phú", "Châu Phú A", "Châu Phú B", "Châu Thành" };

  check_order (texts, G_N_ELEMENTS (texts));
}

static void
test_numbers (void)
{
  static const char *const texts[]
    = { "Phụ lục",    "Phụ lục 0",   "Phụ lục 2",   "Phụ lục 2a", "Phụ lục 2b", "Phụ lục 03",
        "Phụ lục 10", "Phụ lục 100", "Phụ lục 101", "Phụ lục A",  "Phụ lục II", "Phụ lục 𝒂" };

  check_order (texts, G_N_ELEMENTS (texts));
}

static char *
weights (const char *text)
{
  GString *key = g_string_new (NULL);

  bv_vietnamese_append_weights (key, text, -1);
  return g_string_free (key, FALSE);
}

static void
test_slug (void)
{
  static const char *const pairs[][2] = {
    { "PAPI 2026", "papi-2026" },
    { "Đặng Thị Ánh", "dang-thi-anh" },
    { "  (Sở) Y tế… ", "so-y-te" },
    { "—", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *slug = bv_vietnamese_slug (pairs[i][0]);

      g_assert_cmpstr (slug, ==, pairs[i][1]);
    }
}

static void
test_ties (void)
{
  static const Case pairs[]
    = { { "HÒA AN", "hòa an" }, { "hoà", "hòa" }, { "Lao động - Thương binh", "Lao động, Thương binh" },
        { "Ðà", "Đà" },         { "007", "7" },   { "über", "uber" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = weights (pairs[i].text);
      g_autofree char *b = weights (pairs[i].result);
      g_autofree char *key_a = bv_vietnamese_sort_key (pairs[i].text);
      g_autofree char *key_b = bv_vietnamese_sort_key (pairs[i].result);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (key_a, !=, key_b);
    }
}

static void
test_decomposed_key (void)
{
  g_autofree char *composed = bv_vietnamese_sort_key ("Nguyễn Thị Ánh");
  g_autofree char *decomposed = bv_vietnamese_sort_key ("Nguye\u0302\u0303n Thi\u0323 A\u0301nh");

  g_assert_cmpstr (composed, ==, decomposed);
}

static void
test_long_number (void)
{
  g_autofree char *nines = g_strnfill (500, '9');
  g_autofree char *text = g_strconcat ("Số ", nines, NULL);
  const char *const texts[] = { "Số 99999999999999999999", text, "Số A" };

  check_order (texts, G_N_ELEMENTS (texts));
}

/* Bytes of every kind, with pieces of Vietnamese letters and marks among them. */
static char *
make_noise (void)
{
  static const char *const pieces[]
    = { "\xe1\xbb", "\u0302", "\u0323", "\u031b", "ệ",      "Đ", "o", "à",  " ", "u",
        "y",        "\xc6",   "7",      "\xff",   "\u00ad", ".", "q", "한", "A" };
  GString *noise = g_string_new (NULL);

  for (int length = g_test_rand_int_range (0, 24); length > 0; length--)
    if (g_test_rand_bit ())
      g_string_append (noise, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    else
      g_string_append_c (noise, g_test_rand_int_range (1, 256));
  return g_string_free (noise, FALSE);
}

static void
test_noise (void)
{
  static const Mapping maps[] = { bv_vietnamese_nfc, bv_vietnamese_fold, bv_vietnamese_normalize_tones,
                                  bv_vietnamese_sort_key, bv_vietnamese_same_key };

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *noise = make_noise ();

      for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
        {
          g_autofree char *result = maps[m](noise);
          g_autofree char *nfc = bv_vietnamese_nfc (noise);
          g_autofree char *same = maps[m](nfc);

          g_assert_true (g_utf8_validate (result, -1, NULL));
          g_assert_cmpstr (result, ==, same);
        }
    }
}

/* Nobody's locale gives an i a dot, or takes it from an I. */
static void
test_case (void)
{
  static const char *const locales[] = { "C.UTF-8", "tr_TR.UTF-8", "lt_LT.UTF-8" };
  static const char *const cases[][2] = {
    { "hội đồng thi đua", "HỘI ĐỒNG THI ĐUA" },
    { "i ì í ỉ ĩ ị y đ ưu", "I Ì Í Ỉ Ĩ Ị Y Đ ƯU" },
    { "điều 4, khoản 2", "ĐIỀU 4, KHOẢN 2" },
    { "", "" },
  };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *decomposed = bv_vietnamese_upper ("i\xcc\x80");

  for (guint k = 0; k < G_N_ELEMENTS (locales); k++)
    for (guint i = 0; i < G_N_ELEMENTS (cases) && setlocale (LC_ALL, locales[k]) != NULL; i++)
      {
        g_autofree char *upper = bv_vietnamese_upper (cases[i][0]);
        g_autofree char *lower = bv_vietnamese_lower (cases[i][1]);

        g_assert_cmpstr (upper, ==, cases[i][1]);
        g_assert_cmpstr (lower, ==, cases[i][0]);
      }
  setlocale (LC_ALL, before);
  g_assert_cmpstr (decomposed, ==, "Ì");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vietnamese/nfc-composes-and-replaces-invalid-bytes", test_nfc);
  g_test_add_func ("/vietnamese/fold-takes-marks-case-and-spare-spaces-off", test_fold);
  g_test_add_func ("/vietnamese/capitals-are-the-same-in-every-locale", test_case);
  g_test_add_func ("/vietnamese/open-oa-oe-uy-have-one-tone-placement", test_tones);
  g_test_add_func ("/vietnamese/other-syllables-keep-their-tone-placement", test_tones_kept);
  g_test_add_func ("/vietnamese/ways-of-writing-the-same-have-one-key", test_same_key);
  g_test_add_func ("/vietnamese/what-has-one-key-has-one-hash", test_same_hash);
  g_test_add_func ("/vietnamese/letters-sort-in-the-order-of-the-alphabet", test_alphabet);
  g_test_add_func ("/vietnamese/letters-come-before-tones-within-a-syllable", test_syllables);
  g_test_add_func ("/vietnamese/a-syllable-is-compared-whole-before-the-next", test_phrases);
  g_test_add_func ("/vietnamese/numbers-sort-by-value-and-before-letters", test_numbers);
  g_test_add_func ("/vietnamese/very-long-numbers-sort-after-shorter-ones", test_long_number);
  g_test_add_func ("/vietnamese/a-key-has-ascii-letters-digits-and-hyphens", test_slug);
  g_test_add_func ("/vietnamese/ties-have-equal-weights-and-different-keys", test_ties);
  g_test_add_func ("/vietnamese/composed-and-decomposed-text-have-one-key", test_decomposed_key);
  g_test_add_func ("/vietnamese/any-bytes-give-valid-text", test_noise);
  return g_test_run ();
}
