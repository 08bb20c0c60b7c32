/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/tidy.h"

#include <glib.h>

typedef struct
{
  const char *text;
  const char *line;
  const char *lines; /* NULL: as @line */
} Case;

static const Case cases[] = {
  { "", "", NULL },
  { "Sở Y tế", "Sở Y tế", NULL },
  { "\tSở \u00a0 Y\u3000tế \u2003", "Sở Y tế", NULL },
  { "Sở\u00a0Y tế", "Sở Y tế", NULL },
  { "\ufeffS\u200bở\u200d Y\u2060 t\u00adế\u200c", "Sở Y tế", NULL },
  { "Sở \u200b Y tế \u200b", "Sở Y tế", NULL },
  { "Đươ\u0300ng", "Đường", NULL },
  { "o\u200b\u031b", "ơ", NULL },
  { " \t\u00a0\u3000\u200b", "", NULL },
  { "\n một \n hai\n", "một hai", "một\nhai" },
  { "một\r\nhai\rba\u2028bốn\xc2\x85năm", "một hai ba bốn năm", "một\nhai\nba\nbốn\nnăm" },
  { "một\n \n\n  hai", "một hai", "một\n\n\nhai" },
  { "một\r\n\r\nhai", "một hai", "một\n\nhai" },
};

static void
test_tidy (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = bv_tidy_line (cases[i].text);
      g_autofree char *lines = bv_tidy_lines (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (lines, ==, cases[i].lines != NULL ? cases[i].lines : cases[i].line);
    }
}

static void
test_once (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = bv_tidy_lines (cases[i].text);
      g_autofree char *again = bv_tidy_lines (lines);

      g_assert_cmpstr (again, ==, lines);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tidy/blanks-become-one-space-and-what-has-no-width-goes", test_tidy);
  g_test_add_func ("/tidy/what-is-tidy-stays-as-it-is", test_once);
  return g_test_run ();
}
