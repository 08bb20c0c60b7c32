/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "core/share.h"

/* What is written, what of a hundred is just enough, what a paper says; NULL: it is no share. */
static const struct
{
  const char *text;
  gint64 least;
  const char *words;
} cases[] = {
  { "2/3", 67, "ít nhất 2/3" },
  { ">1/2", 51, "trên 1/2" },
  { "1/2", 50, "ít nhất 1/2" },
  { "67%", 67, "ít nhất 67%" },
  { ">50%", 51, "trên 50%" },
  { "0%", 0, "ít nhất 0%" },
  { "100%", 100, "ít nhất 100%" },
  { "1000/1000", 100, "ít nhất 1000/1000" },
  { "1/1000", 1, "ít nhất 1/1000" },
  { "", 0, NULL },
  { "67", 0, NULL },
  { "101%", 0, NULL },
  { "-1%", 0, NULL },
  { "0/3", 0, NULL },
  { "3/2", 0, NULL },
  { "1/1001", 0, NULL },
  { "2/3 ", 0, NULL },
  { " 2/3", 0, NULL },
  { ">>1/2", 0, NULL },
  { "2/", 0, NULL },
  { "/3", 0, NULL },
  { "12345678901234567890/3", 0, NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 share = bv_share_parse (cases[i].text, &error);
      g_autofree char *text = NULL;
      g_autofree char *words = NULL;

      if (cases[i].words == NULL)
        {
          g_assert_cmpint (share, ==, BV_NONE);
          g_assert_error (error, BV_SHARE_ERROR, BV_SHARE_ERROR_VALUE);
          continue;
        }
      g_assert_no_error (error);
      text = bv_share_to_string (share);
      words = bv_share_write (share);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (words, ==, cases[i].words);
      for (gint64 votes = 0; votes <= 100; votes++)
        g_assert_cmpint (bv_share_is_reached (share, votes, 100), ==, votes >= cases[i].least);
    }
}

/* Libraries and files of before hold the percentage alone. */
static void
test_plain_percent (void)
{
  g_assert_cmpint (bv_share_parse ("67%", NULL), ==, 67);
  g_assert_true (bv_share_is_plain_percent (67));
  g_assert_true (bv_share_is_plain_percent (BV_NONE));
  g_assert_false (bv_share_is_plain_percent (bv_share_parse (">67%", NULL)));
  g_assert_false (bv_share_is_plain_percent (bv_share_parse ("1/1", NULL)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/what-is-written-is-compared-exactly", test_cases);
  g_test_add_func ("/share/a-plain-percentage-is-itself", test_plain_percent);
  return g_test_run ();
}
