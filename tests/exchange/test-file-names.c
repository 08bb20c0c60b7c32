/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/file-names.h"
#include "store/file-name.h"

#include <string.h>

static void
test_names (void)
{
  /* The folder, what it should be called, and what it is called behind those above. */
  static const char *const cases[][4] = {
    { "", "Sở Y tế", "", "Sở Y tế" },
    { "", "SỞ Y TẾ", "", "SỞ Y TẾ (2)" },
    { "a", "Sở Y tế", "", "a/Sở Y tế" },
    { "a", "45/KH-SYT", ".pdf", "a/45-KH-SYT.pdf" },
    { "a", "45\\KH-syt", ".pdf", "a/45-KH-syt (2).pdf" },
    { "a", "con", ".pdf", "a/_con.pdf" },
    { "a", "..", "", "a/tai-lieu" },
    { "a", "tail. . ", "", "a/tail" },
    { "a", "what: this?", ".png", "a/what_ this_.png" },
    { "a", "hidden", "_", "a/hidden_" },
    { "a", "abcdefghijklmnopqrstuvwxyz0123456789", ".pdf", "a/abcdefghijklmnopqrstuvwxyz01234.pdf" },
    { "a", "abcdefghijklmnopqrstuvwxyz0123456789!", ".pdf", "a/abcdefghijklmnopqrstuvwxyz0 (2).pdf" },
  };
  g_autoptr (BvFileNames) names = bv_file_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = bv_file_names_take (names, cases[i][0], cases[i][1], cases[i][2], 36);

      g_assert_cmpstr (path, ==, cases[i][3]);
    }
}

static void
test_marks (void)
{
  /* What it should be called, its mark, and what it is called behind those above. */
  static const char *const cases[][3] = {
    { "UBND xã Phú", "X1", "UBND xã Phú.eml" },
    { "UBND xã PHÚ", "X2", "UBND xã PHÚ (X2).eml" },
    { "UBND xã Phú", "x2", "UBND xã Phú (x2, 2).eml" },
    { "UBND xã Phú", "a/b", "UBND xã Phú (a-b).eml" },
    { "UBND xã Phú", "a code of so many letters that little of the name were left", "UBND xã Phú (2).eml" },
    { "U\314\201", NULL, "Ú.eml" },
    { "ú", NULL, "ú (2).eml" },
  };
  g_autoptr (BvFileNames) names = bv_file_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name
        = bv_file_names_take_marked (names, "", cases[i][0], cases[i][1], ".eml", BV_FILE_NAME_MOST);

      g_assert_cmpstr (name, ==, cases[i][2]);
    }
}

/* Names of evidence and units as Linux lets them be; what is made of them must open on Windows. */
static void
test_portable (void)
{
  static const char *const titles[]
    = { "Kế hoạch: “số 45”?", "a\"b\"", "<x>|*", "CON",      "nul.tar", "LPT9 ", "COM¹", "a. ", "..",
        "45/KH\\SYT",         "a\tb\n", "\x7f",  "a\u202eb", " " };
  g_autoptr (BvFileNames) names = bv_file_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *file = bv_file_names_take (names, "a", titles[i], ".pdf", BV_FILE_NAME_MOST);
      g_autofree char *folder = bv_file_names_take (names, "", titles[i], "", BV_FILE_NAME_MOST);

      g_test_message ("%s", titles[i]);
      g_assert_true (bv_file_name_is_portable (file + strlen ("a/")));
      g_assert_true (bv_file_name_is_portable (folder));
    }
}

static void
test_many (void)
{
  static const guint n_files = 20000;
  g_autoptr (BvFileNames) names = bv_file_names_new ();
  g_autofree char *last = g_strdup_printf ("a/scan (%u).pdf", n_files);

  for (guint n = 1; n <= n_files; n++)
    {
      g_autofree char *path = bv_file_names_take (names, "a", n % 2 == 0 ? "scan" : "SCAN", ".pdf", 36);

      g_assert_cmpstr (strchr (path, '/') + 1 + strlen ("scan"), ==, n == 1 ? ".pdf" : strstr (path, " ("));
      if (n == n_files)
        g_assert_cmpstr (path, ==, last);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-names/are-safe-short-and-told-apart", test_names);
  g_test_add_func ("/file-names/of-one-name-are-told-apart-by-their-marks", test_marks);
  g_test_add_func ("/file-names/of-anything-are-names-at-windows", test_portable);
  g_test_add_func ("/file-names/of-thousands-of-one-name-are-numbered-on", test_many);
  return g_test_run ();
}
