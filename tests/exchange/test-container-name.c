/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-budget.h"
#include "exchange/container/container-error.h"
#include "exchange/container/container-limits.h"
#include "exchange/container/container-name.h"

static void
test_decode (void)
{
  static const struct
  {
    const char *name;
    const char *meant;
  } cases[] = {
    { "a.pdf", "a.pdf" },
    /* In Unicode as it is, though its letters are of DOS, too. */
    { "Quyết định.pdf", "Quyết định.pdf" },
    { "Überblick.pdf", "Überblick.pdf" },
    /* UTF-8, and what Windows has for Vietnamese, read as if they were of DOS. */
    { "Quyß║┐t ─æß╗ïnh.pdf", "Quyết định.pdf" },
    { "Quy\u03a9\u221et \u2261i\u2265nh.pdf", "Quyết định.pdf" },
    { "\xff.pdf", "\ufffd.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *decoded = bv_container_name_decode (cases[i].name);

      g_assert_cmpstr (decoded, ==, cases[i].meant);
    }
}

static void
test_path (void)
{
  static const struct
  {
    const char *name;
    const char *path;
  } cases[] = {
    { "a/b.pdf", "a/b.pdf" },
    { "a\\b.pdf", "a/b.pdf" },
    { "/etc/passwd", "etc/passwd" },
    { "../../a.pdf", "a.pdf" },
    { "a/../b/./c.pdf", "a/b/c.pdf" },
    { "C:\\Windows\\a.pdf", "Windows/a.pdf" },
    { "\\\\server\\share\\a.pdf", "server/share/a.pdf" },
    { "e\u0302\u0301.pdf", "ế.pdf" },
    { "..", NULL },
    { "/", NULL },
    { "", NULL },
  };
  g_autofree char *endless = g_strnfill (BV_CONTAINER_MOST_NAME + 1, 'a');
  g_autoptr (GString) deep = g_string_new ("a");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = bv_container_name_make_path (cases[i].name);

      g_assert_cmpstr (path, ==, cases[i].path);
    }
  g_assert_null (bv_container_name_make_path (endless));
  for (guint i = 0; i < BV_CONTAINER_DEEPEST_FOLDER; i++)
    g_string_append (deep, "/a");
  g_assert_null (bv_container_name_make_path (deep->str));
}

static void
test_rubbish (void)
{
  static const char *const rubbish[]
    = { "__MACOSX/a.pdf", "a/__MACOSX/._b.pdf", ".DS_Store", "a/Thumbs.db", "a/~$form.xlsx", "Desktop.ini" };
  static const char *const files[] = { "a.pdf", "MACOSX/a.pdf", "a~$.xlsx", "Thumbs.db.pdf", "DS_Store" };

  for (guint i = 0; i < G_N_ELEMENTS (rubbish); i++)
    g_assert_true (bv_container_name_is_rubbish (rubbish[i]));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_false (bv_container_name_is_rubbish (files[i]));
}

static void
test_budget (void)
{
  BvContainerBudget small = bv_container_budget_of_container (100);
  BvContainerBudget large = bv_container_budget_of_container (G_MAXUINT64);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_container_budget_take_bytes (&small, BV_CONTAINER_FREE_BYTES, NULL));
  g_assert_false (bv_container_budget_take_bytes (&small, 1, &error));
  g_assert_error (error, BV_CONTAINER_ERROR, BV_CONTAINER_ERROR_BOMB);
  g_assert_cmpuint (large.most_bytes, ==, BV_CONTAINER_MOST_BYTES);
  g_assert_false (bv_container_budget_take_bytes (&large, G_MAXUINT64, NULL));
  for (guint i = 0; i < BV_CONTAINER_MOST_ENTRIES; i++)
    g_assert_true (bv_container_budget_take_entry (&large, NULL));
  g_assert_false (bv_container_budget_take_entry (&large, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/container-name/names-are-read-in-the-set-in-which-they-were-written", test_decode);
  g_test_add_func ("/container-name/paths-lead-nowhere-else", test_path);
  g_test_add_func ("/container-name/what-systems-leave-is-known", test_rubbish);
  g_test_add_func ("/container-budget/there-is-an-end", test_budget);

  return g_test_run ();
}
