/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-file.h"

static guint
count (BvRegisterKind kind, const char *folder)
{
  g_autoptr (GPtrArray) paths = bv_register_list (kind, folder);

  return paths->len;
}

/* A sealed proposal is read through such a library, in a process that may die at any moment. */
static void
test_library_in_work_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *work = bv_unfinished_file_make_work_folder (fixture->folder, NULL);
  g_autofree char *inner = g_build_filename (work, "bên trong", NULL);

  g_assert_nonnull (work);
  for (guint i = 0; i < 2; i++)
    {
      BvLibrary *library = bv_library_open (i == 0 ? work : inner, BV_LIBRARY_CREATE, NULL);

      g_assert_nonnull (library);
      bv_library_close (library);
      g_assert_cmpuint (count (BV_REGISTER_TREE, fixture->folder), ==, 1);
      g_assert_cmpuint (count (BV_REGISTER_LIBRARY, fixture->folder), ==, 0);
      g_assert_cmpuint (count (BV_REGISTER_FOLDER, fixture->folder), ==, 0);
    }
  bv_unfinished_file_discard (work);
  g_assert_cmpuint (count (BV_REGISTER_TREE, fixture->folder), ==, 0);
}

static void
test_new_library (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "mới", "thư viện", NULL);
  BvLibrary *library = bv_library_open (folder, BV_LIBRARY_CREATE, NULL);

  g_assert_nonnull (library);
  g_assert_cmpuint (count (BV_REGISTER_LIBRARY, fixture->folder), ==, 1);
  g_assert_cmpuint (count (BV_REGISTER_FOLDER, fixture->folder), ==, 2);
  bv_library_close (library);
  g_assert_cmpuint (count (BV_REGISTER_LIBRARY, fixture->folder), ==, 0);
  g_assert_cmpuint (count (BV_REGISTER_FOLDER, fixture->folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                \
  g_test_add ("/register/" path, StoreFixture, NULL, store_fixture_set_up_empty, function, \
              store_fixture_tear_down)
  ADD ("a-work-folder-stays-registered-when-a-library-in-it-is-closed", test_library_in_work_folder);
  ADD ("a-library-that-was-closed-is-not-registered-any-more", test_new_library);
  return g_test_run ();
}
