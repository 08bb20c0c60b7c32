/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/set-text.h"

#include <string.h>

#define NUMBER "91/2017/NĐ-CP"
#define TEXT "Căn cứ Nghị định số " NUMBER " ngày 31 tháng 7"

#define FOLDERS "một-hai-ba/bốn-năm-sáu/bảy-tám/chín-mười"

static gboolean
is_whole (const BvSetText *set, const char *part)
{
  const char *text = pango_layout_get_text (set->layout);
  int start = strstr (text, part) - text;
  int end = start + strlen (part);

  for (guint i = 0; i < set->n_lines; i++)
    {
      const PangoLayoutLine *line = set->lines[i].line;

      if (line->start_index <= start && end <= line->start_index + line->length)
        return TRUE;
    }
  return FALSE;
}

/* Of all widths there is one at which the number stands at the end of its line. */
static void
test_number (void)
{
  g_autoptr (BvFonts) fonts = bv_fonts_get ();
  guint n_broken = 0;

  for (double width = 120; width < 400; width += 5)
    {
      g_autoptr (BvSetText) prose
        = bv_set_text_new (fonts, BV_STYLE_BASIS, BV_ALIGN_JUSTIFY, TEXT, -1, width);
      g_autoptr (BvSetText) cell = bv_set_text_new (fonts, BV_STYLE_CELL, BV_ALIGN_LEFT, TEXT, -1, width);

      g_assert_true (is_whole (prose, NUMBER));
      g_assert_true (is_whole (cell, NUMBER));
    }
  for (double width = 40; width < 100; width += 5)
    {
      g_autoptr (BvSetText) cell = bv_set_text_new (fonts, BV_STYLE_CELL, BV_ALIGN_LEFT, TEXT, -1, width);

      n_broken += is_whole (cell, NUMBER) ? 0 : 1;
      g_assert_cmpfloat (bv_set_text_find_longest (cell)->width, <=, width);
    }
  g_assert_cmpuint (n_broken, >, 0);
}

/* One word more than a line holds: the lines share the words. */
static void
test_balanced (void)
{
  static const char title[] = "Về việc đề nghị tặng Bằng khen cho các tập thể, cá nhân năm 2021";
  g_autoptr (BvFonts) fonts = bv_fonts_get ();

  for (double width = 120; width < 400; width += 10)
    {
      g_autoptr (BvSetText) set
        = bv_set_text_new (fonts, BV_STYLE_SUBJECT, BV_ALIGN_CENTER, title, -1, width);
      g_autoptr (BvSetText) cell
        = bv_set_text_new (fonts, BV_STYLE_SIGNER, BV_ALIGN_CENTER, title, -1, width);

      g_assert_cmpuint (set->n_lines, ==, cell->n_lines);
      g_assert_cmpfloat (bv_set_text_find_longest (set)->width, <=, bv_set_text_find_longest (cell)->width);
      for (guint i = 0; i < set->n_lines; i++)
        g_assert_cmpfloat_with_epsilon (set->lines[i].x + set->lines[i].width / 2, width / 2, 0.5);
    }
}

/* What only looks like a number may be longer than a line. */
static void
test_long (void)
{
  g_autoptr (BvFonts) fonts = bv_fonts_get ();
  g_autoptr (BvSetText) prose = bv_set_text_new (fonts, BV_STYLE_BODY, BV_ALIGN_JUSTIFY, FOLDERS, -1, 150);

  g_assert_cmpuint (prose->n_lines, >, 1);
}

/* As much as the set line, or a little more where that is kerned. */
static void
test_measured (void)
{
  static const char *const texts[]
    = { "UBND huyện Thoại Sơn", "Ủy ban nhân dân cấp xã", "97,50", "Hạng", "" };
  g_autoptr (BvFonts) fonts = bv_fonts_get ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (BvStyleId style = BV_STYLE_CELL_HEAD; style <= BV_STYLE_DENSE_CELL_STRONG; style++)
      {
        g_autoptr (BvSetText) set = bv_set_text_new (fonts, style, BV_ALIGN_LEFT, texts[i], -1, 1000);
        double width = bv_fonts_measure_text (fonts, style, texts[i], strlen (texts[i]));

        g_assert_cmpfloat (width, >=, set->lines[0].width - 0.01);
        g_assert_cmpfloat (width, <=, set->lines[0].width * 1.03 + 0.01);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set-text/the-number-of-a-document-is-not-broken-where-it-fits", test_number);
  g_test_add_func ("/set-text/lines-of-a-title-are-about-equally-long", test_balanced);
  g_test_add_func ("/set-text/what-is-too-long-for-a-number-is-broken", test_long);
  g_test_add_func ("/set-text/letters-add-up-to-a-line", test_measured);
  return g_test_run ();
}
