/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vault-fixture.h"

#include "scratch-folder.h"

#include <glib/gstdio.h>

void
vault_fixture_set_up (VaultFixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("bangvang-vault-XXXXXX", NULL);
  g_assert_nonnull (fixture->root);
  fixture->library = g_build_filename (fixture->root, "library", NULL);
  fixture->outside = g_build_filename (fixture->root, "outside", NULL);
  g_assert_cmpint (g_mkdir (fixture->library, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->outside, 0700), ==, 0);
}

void
vault_fixture_tear_down (VaultFixture *fixture, gconstpointer data)
{
  scratch_folder_remove (fixture->root);
  g_free (fixture->root);
  g_free (fixture->library);
  g_free (fixture->outside);
}

guint
vault_fixture_count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint count = 0;

  if (dir == NULL)
    return g_file_test (path, G_FILE_TEST_EXISTS);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      count += vault_fixture_count_files (child);
    }
  return count;
}

GFile *
vault_fixture_make_file (VaultFixture *fixture, const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->outside, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

BvVaultItem *
vault_fixture_add (VaultFixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = vault_fixture_make_file (fixture, name, content, -1);
  g_autoptr (GError) error = NULL;
  BvVaultItem *item = bv_vault_add (fixture->library, file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (item);
  return item;
}
