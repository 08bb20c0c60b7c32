/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/error.h"
#include "store/vault-loan.h"
#include "vault-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_open_names (VaultFixture *fixture, gconstpointer data)
{
  /* Name in the database, name of the copy. */
  static const char *const cases[][2] = {
    { "Kế hoạch số 45.pdf", "Kế hoạch số 45.pdf" },
    { "\xc4\x91\x65\xcc\x82\xcc\x80 a\xcc\x81n.PDF", "đề án.PDF" },
    { "../../x", "x" },
    { "a/b", "b" },
    { "C:\\Users\\an\\b.pdf", "b.pdf" },
    { "a:b?.pdf", "a_b_.pdf" },
    { "CON.pdf", "_CON.pdf" },
    { "con", "_con" },
    { "Lpt1 .2021.pdf", "_Lpt1 .2021.pdf" },
    { "CONTRACT.pdf", "CONTRACT.pdf" },
    { ".a.pdf", "_.a.pdf" },
    { "-rf.pdf", "_-rf.pdf" },
    { "a.pdf. . ", "a.pdf" },
    { "x\xe2\x80\xae"
      "fdp.pdf",
      "xfdp.pdf" },
    { "a\nb\tc.pdf", "a_b_c.pdf" },
    { "..", "tai-lieu" },
    { "/", "tai-lieu" },
    { "", "tai-lieu" },
    { "\xff.pdf", "\xef\xbf\xbd.pdf" },
  };
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "a.pdf", DOCUMENT);
  g_autofree char *own = g_strndup (item->sha256, 16);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = bv_vault_open_copy (fixture->library, item->sha256, cases[i][0], &error);
      g_autofree char *expected = g_build_filename (fixture->library, "open", own, cases[i][1], NULL);

      g_assert_no_error (error);
      g_assert_cmpstr (copy, ==, expected);
      g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
    }
}

static void
test_open_long_name (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "a.pdf", DOCUMENT);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *copy = NULL, *base = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (name, "ế");
  g_string_append (name, ".pdf");
  copy = bv_vault_open_copy (fixture->library, item->sha256, name->str, &error);
  g_assert_no_error (error);
  base = g_path_get_basename (copy);
  g_assert_cmpuint (strlen (base), <=, 150);
  g_assert_true (g_utf8_validate (base, -1, NULL));
  g_assert_true (g_str_has_prefix (base, "ếế"));
  g_assert_true (g_str_has_suffix (base, "ế.pdf"));
}

static void
test_open_copy (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "a.pdf", DOCUMENT);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = bv_vault_open_copy (fixture->library, item->sha256, "a.pdf", &error);
  g_autofree char *again = NULL, *replaced = NULL, *content = NULL;
  GStatBuf first, second;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (copy, &first), ==, 0);
  g_assert_cmpint (first.st_mode & 0222, ==, 0);
  again = bv_vault_open_copy (fixture->library, item->sha256, "a.pdf", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, copy);
  g_assert_cmpint (g_stat (again, &second), ==, 0);
  g_assert_cmpuint (second.st_ino, ==, first.st_ino);

  g_assert_true (g_file_set_contents (copy, "overwritten", -1, NULL));
  replaced = bv_vault_open_copy (fixture->library, item->sha256, "a.pdf", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (replaced, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, DOCUMENT);
  g_assert_true (bv_vault_check (fixture->library, item->sha256, "a.pdf", &error));
}

/* What another vault lends is read from there, and nothing is written to it. */
static void
test_lent (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "Kế hoạch.pdf", DOCUMENT);
  g_autofree char *borrower = g_build_filename (fixture->root, "xem", NULL);
  g_autofree char *copy = NULL;
  guint n_files = vault_fixture_count_files (fixture->library);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (borrower, 0700), ==, 0);
  g_assert_false (bv_vault_has (borrower, item->sha256, item->file));
  bv_vault_loan_begin (borrower, fixture->library);
  g_assert_true (bv_vault_check (borrower, item->sha256, item->file, &error));
  copy = bv_vault_open_copy (borrower, item->sha256, item->file, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (copy, borrower));
  g_assert_true (bv_vault_clean (borrower, &error));
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, n_files);
  bv_vault_loan_end (borrower);
  g_assert_false (bv_vault_has (borrower, item->sha256, item->file));
}

static void
test_open_program (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "a.pdf", DOCUMENT);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = bv_vault_open_copy (fixture->library, item->sha256, "a.exe", &error);

  g_assert_null (copy);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "a.exe"));
  g_assert_nonnull (strstr (error->message, "not opened"));
}

/* What an older version took is kept, and can be read, but is not handed to another program. */
static void
test_open_other_kind (VaultFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "a.svg", DOCUMENT },
    { "a.html", "<script>" },
    { "a.unknown-kind", DOCUMENT },
    { "a.pdf", "<script>" },
    { "a.docx", "PK\3\4[Content_Types].xml word/vbaProject.bin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, cases[i][0], cases[i][1]);
      g_autofree char *own = g_strndup (item->sha256, 16);
      g_autofree char *folder = g_build_filename (fixture->library, "open", own, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (bv_vault_open_copy (fixture->library, item->sha256, item->file, &error));
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, cases[i][0]));
      g_assert_nonnull (strstr (error->message, "not opened"));
      g_assert_cmpuint (vault_fixture_count_files (folder), ==, 0);
      g_assert_true (bv_vault_check (fixture->library, item->sha256, item->file, NULL));
    }
}

static void
test_clean (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "a.pdf", DOCUMENT);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = bv_vault_open_copy (fixture->library, item->sha256, "a.pdf", &error);
  g_autofree char *opened = g_build_filename (fixture->library, "open", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (bv_vault_clean (fixture->library, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
  g_assert_true (bv_vault_check (fixture->library, item->sha256, "a.pdf", &error));
  g_assert_true (bv_vault_clean (fixture->library, &error));
}

static void
test_clean_link (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) kept = vault_fixture_make_file (fixture, "kept.pdf", "abc", -1);
  g_autofree char *opened = g_build_filename (fixture->library, "open", NULL);
  g_autoptr (GFile) link = g_file_new_build_filename (opened, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (opened, 0700), ==, 0);
  if (!g_file_make_symbolic_link (link, fixture->outside, NULL, NULL))
    {
      g_test_skip ("this system makes no symbolic links");
      return;
    }
  g_assert_true (bv_vault_clean (fixture->library, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_query_exists (kept, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/opened-copy/" name, VaultFixture, NULL, vault_fixture_set_up, func, vault_fixture_tear_down)
  ADD ("an-opened-copy-has-a-safe-name", test_open_names);
  ADD ("a-long-name-is-cut-between-characters", test_open_long_name);
  ADD ("an-opened-copy-is-read-only-and-used-again", test_open_copy);
  ADD ("what-is-lent-is-read-where-it-lies", test_lent);
  ADD ("a-program-is-not-opened", test_open_program);
  ADD ("what-is-no-evidence-is-kept-but-not-opened", test_open_other_kind);
  ADD ("cleaning-removes-copies-and-keeps-the-vault", test_clean);
  ADD ("cleaning-follows-no-links", test_clean_link);
  return g_test_run ();
}
