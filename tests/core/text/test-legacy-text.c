/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/legacy-text.h"

#include <glib.h>

typedef struct
{
  BvLegacyCharset charset;
  const char *written;
  const char *meant;
} Case;

static const Case cases[] = {
  { BV_LEGACY_NONE, "ñy ban nh©n d©n", "ñy ban nh©n d©n" },
  { BV_LEGACY_TCVN3, "ñy ban nh©n d©n x· §«ng Hßa HiÖp", "ủy ban nhân dân xã Đông Hòa Hiệp" },
  { BV_LEGACY_TCVN3, "NguyÔn V¨n T\u00adëng", "Nguyễn Văn Tưởng" },
  { BV_LEGACY_TCVN3, "T\u00ad t\u00adëng Hå ChÝ Minh", "Tư tưởng Hồ Chí Minh" },
  { BV_LEGACY_TCVN3_CAPITALS, "së néi vô", "SỞ NỘI VỤ" },
  { BV_LEGACY_VNI, "UÛy ban nhaân daân xaõ Ñoâng Hoøa Hieäp", "Ủy ban nhân dân xã Đông Hòa Hiệp" },
  { BV_LEGACY_VNI, "NGUYEÃN VAÊN TÖÔÛNG", "NGUYỄN VĂN TƯỞNG" },
  { BV_LEGACY_VNI, "Nguyeãn Thò Kyø, Lyù, thuûy, myõ, kyû, ñöôïc, kî",
    "Nguyễn Thị Kỳ, Lý, thủy, mỹ, kỷ, được, kỵ" },
  { BV_LEGACY_VNI, "tænh, nghóa, chí, gì, òì", "tỉnh, nghĩa, chí, gì, ịì" },
  { BV_LEGACY_VNI, "12,5", "12,5" },
  /* Typed in Unicode in a cell whose font is left from before. */
  { BV_LEGACY_TCVN3, "Sở Nội vụ", "Sở Nội vụ" },
  { BV_LEGACY_VNI, "Sở Y tế, phòng á", "Sở Y tế, phòng á" },
  { BV_LEGACY_TCVN3, "", "" },
};

static void
test_convert (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *meant = bv_legacy_text_convert (cases[i].written, cases[i].charset);

      g_assert_cmpstr (meant, ==, cases[i].meant);
    }
}

/* A column of the table of codes: how a letter is seen where a font does not show it otherwise. */
static void
check_letter (char **columns)
{
  g_autofree char *tcvn3 = bv_legacy_text_convert (columns[3], BV_LEGACY_TCVN3);
  g_autofree char *capital = bv_legacy_text_convert (columns[3], BV_LEGACY_TCVN3_CAPITALS);
  g_autofree char *vni = bv_legacy_text_convert (columns[6], BV_LEGACY_VNI);

  g_assert_cmpstr (g_str_equal (columns[4], "yes") ? tcvn3 : capital, ==, columns[0]);
  g_assert_cmpstr (vni, ==, columns[0]);
}

static void
test_every_letter (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "legacy-charsets.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_letters = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) columns = g_strsplit (*line, "\t", -1);

      check_letter (columns);
      n_letters++;
    }
  g_assert_cmpuint (n_letters, ==, 134);
}

static void
test_fonts (void)
{
  g_assert_cmpint (bv_legacy_charset_of_font (NULL), ==, BV_LEGACY_NONE);
  g_assert_cmpint (bv_legacy_charset_of_font ("Times New Roman"), ==, BV_LEGACY_NONE);
  g_assert_cmpint (bv_legacy_charset_of_font (".VnTime"), ==, BV_LEGACY_TCVN3);
  g_assert_cmpint (bv_legacy_charset_of_font (".vntime"), ==, BV_LEGACY_TCVN3);
  g_assert_cmpint (bv_legacy_charset_of_font (".VnArial NarrowH"), ==, BV_LEGACY_TCVN3_CAPITALS);
  g_assert_cmpint (bv_legacy_charset_of_font ("VNI-Times"), ==, BV_LEGACY_VNI);
}

static void
test_guess (void)
{
  static const Case guesses[] = {
    { BV_LEGACY_TCVN3, "ñy ban nh©n d©n x· B×nh Hßa", NULL },
    { BV_LEGACY_TCVN3, "NguyÔn ThÞ ¸nh", NULL },
    { BV_LEGACY_TCVN3, "Së Néi vô", NULL },
    { BV_LEGACY_VNI, "UÛy ban nhaân daân xaõ Bình Hoøa", NULL },
    { BV_LEGACY_VNI, "Nguyeãn Thò AÙnh", NULL },
    { BV_LEGACY_VNI, "SÔÛ NOÄI VUÏ", NULL },
    { BV_LEGACY_NONE, "Sở Nội vụ", NULL },
    { BV_LEGACY_NONE, "Bình Hòa", NULL },
    { BV_LEGACY_NONE, "hoàng", NULL },
    { BV_LEGACY_NONE, "An Giang", NULL },
    { BV_LEGACY_NONE, "Neáng Srây Mom", NULL },
    { BV_LEGACY_NONE, "Windows® 10", NULL },
    { BV_LEGACY_NONE, "Điều 5 §2", NULL },
    { BV_LEGACY_NONE, "25°C, 10 m²", NULL },
    { BV_LEGACY_NONE, "Müller", NULL },
    { BV_LEGACY_NONE, "«Xin chào»", NULL },
    { BV_LEGACY_NONE, "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      BvLegacyCharset charset = bv_legacy_charset_guess (guesses[i].written);

      if (charset != guesses[i].charset)
        g_error ("“%s” was taken for %s", guesses[i].written, bv_legacy_charset_get_title (charset));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legacy-text/signs-become-letters", test_convert);
  g_test_add_func ("/legacy-text/every-letter", test_every_letter);
  g_test_add_func ("/legacy-text/what-a-font-declares", test_fonts);
  g_test_add_func ("/legacy-text/what-no-vietnamese-has-tells-the-set", test_guess);
  return g_test_run ();
}
