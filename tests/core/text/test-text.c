/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/text.h"

#include <glib.h>

static void
test_unfit (void)
{
  static const struct
  {
    const char *text;
    const char *complaint;
  } cases[] = {
    { "\xff", "the text is not valid UTF-8" },
    { "a\x01", "the text has a control character: remove it" },
    { "a\x7f", "the text has a control character: remove it" },
    { "a\xef\xbf\xbe", "the text has a control character: remove it" },
    { "a\xef\xbf\xbf", "the text has a control character: remove it" },
    { "a\xc2\x90", "the text has a control character: remove it" },
    { "a\u202eb", "the text has an invisible character that turns the direction of writing: remove it" },
    { "a\u2066b", "the text has an invisible character that turns the direction of writing: remove it" },
    { "a\u200e", "the text has an invisible character that turns the direction of writing: remove it" },
    { "a\u061c", "the text has an invisible character that turns the direction of writing: remove it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bv_text_check (cases[i].text, &error));
      g_assert_error (error, BV_TEXT_ERROR, BV_TEXT_ERROR_UNFIT);
      g_assert_cmpstr (error->message, ==, cases[i].complaint);
    }
  g_assert_true (bv_text_check ("một\n\thai\r\n", NULL));
}

static void
test_drop_unfit (void)
{
  g_autofree char *rest = bv_text_drop_unfit ("S\u202eở\x01 Y\u200f tế\x7f\n");

  g_assert_cmpstr (rest, ==, "Sở Y tế\n");
  g_assert_null (bv_text_drop_unfit ("Sở\tY tế\r\n"));
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "ế");
  g_assert_true (bv_text_check (text->str, NULL));
  g_string_append_c (text, 'a');
  g_assert_false (bv_text_check (text->str, &error));
  g_assert_cmpstr (error->message, ==, "the text is longer than 30000 characters: shorten it");
}

static void
test_excerpt (void)
{
  static const struct
  {
    const char *text;
    const char *excerpt;
  } cases[] = {
    { "", "" },
    { "Xã Mỹ Hòa Hưng", "Xã Mỹ Hòa Hưng" },
    { "một\nhai\tba\x01", "một hai ba " },
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
    { "0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789" },
    { "ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế", "ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế…" },
    { "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *excerpt = bv_text_excerpt (cases[i].text);

      g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
    }
}

static void
test_phrase (void)
{
  g_autofree char *none = bv_text_phrase (NULL);
  g_autofree char *phrase = bv_text_phrase (" Phong trào\r\n  thi\tđua. ");
  g_autofree char *open = bv_text_strip_end (g_strdup ("Thiếu chữ ký , ;."));
  g_autofree char *marks = bv_text_strip_end (g_strdup (".,"));

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (phrase, ==, "Phong trào thi đua.");
  g_assert_cmpstr (open, ==, "Thiếu chữ ký");
  g_assert_cmpstr (marks, ==, "");
}

static void
test_items (void)
{
  g_auto (GStrv) lines = g_strsplit ("Như trên;|- Lưu: VT.|| |–|• Sở\nY tế ; .|-;", "|", -1);
  g_auto (GStrv) none = bv_text_list_items (NULL);
  g_auto (GStrv) items = bv_text_list_items (lines);
  g_autofree char *joined = g_strjoinv ("|", items);

  g_assert_null (none[0]);
  g_assert_cmpstr (joined, ==, "Như trên|Lưu: VT|Sở Y tế");
}

static void
test_gap (void)
{
  g_assert_true (bv_text_has_gap ("Quyết định số … ngày 05 tháng 3"));
  g_assert_true (bv_text_has_gap ("số ....../QĐ-UBND"));
  g_assert_false (bv_text_has_gap ("Quyết định số 5/QĐ-UBND.."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/a-text-that-no-workbook-takes-is-refused", test_unfit);
  g_test_add_func ("/text/what-is-unfit-can-be-taken-out", test_drop_unfit);
  g_test_add_func ("/text/a-text-has-a-limit-in-characters", test_long);
  g_test_add_func ("/text/an-excerpt-is-short-valid-and-one-line", test_excerpt);
  g_test_add_func ("/text/a-phrase-is-one-line", test_phrase);
  g_test_add_func ("/text/items-have-neither-dash-before-nor-mark-behind", test_items);
  g_test_add_func ("/text/three-dots-are-a-gap", test_gap);
  return g_test_run ();
}
