/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/cell-text.h"

#include <string.h>

static void
assert_decoded (const char *stored, const char *text)
{
  g_autoptr (GString) decoded = g_string_new (stored);

  bv_cell_text_decode (decoded);
  g_assert_cmpstr (decoded->str, ==, text);
  g_assert_cmpuint (decoded->len, ==, strlen (text));
}

/* What others write for letters that XML has not, or has otherwise. */
static void
test_decoding (void)
{
  static const char *const cases[][2] = {
    { "a_x000D__x000A_b", "a\r\nb" },
    { "_x1EBF__x00e9_", "ếé" },
    { "_x0001_", "\x01" },
    { "_x005F_x000D_", "_x000D_" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_decoded (cases[i][0], cases[i][1]);
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *text;
    const char *encoded; /* NULL: as it is */
  } cases[] = {
    { "", NULL },
    { "Trạm _x0041_ một", "Trạm _x005F_x0041_ một" },
    { "_x000D_", "_x005F_x000D_" },
    { "_x00aF_", "_x005F_x00aF_" },
    { "_x005F_", "_x005F_x005F_" },
    /* The end of one is the beginning of the next. */
    { "_x0041_x0042_", "_x005F_x0041_x005F_x0042_" },
    { "__x0041__", "__x005F_x0041__" },
    { "_x041_", "_x041_" },
    { "_X0041_", NULL },
    { "_x00G1_ _x", "_x00G1_ _x" },
    { "_x0041", "_x0041" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_cut = TRUE;
      g_autofree char *encoded = bv_cell_text_encode (cases[i].text, BV_CELL_TEXT_MOST, &is_cut);

      g_assert_cmpstr (encoded, ==, cases[i].encoded);
      g_assert_false (is_cut);
      assert_decoded (encoded != NULL ? encoded : cases[i].text, cases[i].text);
    }
}

static void
test_length (void)
{
  static const struct
  {
    const char *text;
    guint most;
    const char *encoded; /* NULL: as it is */
    gboolean is_cut;
  } cases[] = {
    { "abcde", 5, NULL, FALSE },
    { "abcdef", 5, "abcd…", TRUE },
    { "ếếếếế", 5, "ếếếếế", FALSE },
    { "ếếếếếế", 5, "ếếếế…", TRUE },
    { "😀😀", 4, "😀😀", FALSE },
    { "😀😀", 3, "😀…", TRUE },
    { "a😀😀", 4, "a😀…", TRUE },
    /* What is stored may not be longer either. */
    { "ab_x0041_", 14, "ab_x005F_x004…", TRUE },
    { "ab_x0041_", 15, "ab_x005F_x0041_", FALSE },
    { "ab_x0041_", 9, "ab…", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_cut;
      g_autofree char *encoded = bv_cell_text_encode (cases[i].text, cases[i].most, &is_cut);

      g_assert_cmpstr (encoded, ==, cases[i].encoded);
      g_assert_cmpint (is_cut, ==, cases[i].is_cut);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-text/what-looks-like-an-escape-is-escaped", test_escapes);
  g_test_add_func ("/cell-text/units-of-utf-16-are-counted-and-what-is-too-long-ends-in-an-ellipsis",
                   test_length);
  g_test_add_func ("/cell-text/escapes-are-read-as-what-they-stand-for", test_decoding);
  return g_test_run ();
}
