/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-folder.h"
#include "store/shown-path.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
test_usual (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "Thư mục", "Tờ trình.pdf", NULL);
  g_autofree char *shown = bv_shown_path_write (path);

  g_assert_cmpstr (shown, ==, path);
}

static char *
make_document (char **folder)
{
  g_autofree char *path = NULL;

  *folder = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  path = g_build_filename (*folder, "6e2776c", NULL);
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_free (path);
  path = g_build_filename (*folder, "6e2776c", "Minh chứng.pdf", NULL);
  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  return g_steal_pointer (&path);
}

static void
test_name_alone (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = make_document (&folder);
  g_autofree char *shown = bv_shown_path_write (path);
  g_autofree char *missing = g_build_filename (folder, "1", "Mới.xlsx", NULL);
  g_autofree char *shown_missing = bv_shown_path_write (missing);

  g_assert_cmpstr (shown, ==, "Minh chứng.pdf");
  g_assert_cmpstr (shown_missing, ==, "Mới.xlsx");
  scratch_folder_remove (folder);
}

static void
test_real_path (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = make_document (&folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *shown = NULL;

  if (g_file_set_attribute_string (file, "xattr::document-portal.host-path",
                                   "/srv/T\\xc3\\xa0i li\\xe1\\xbb\\x87u/Minh ch\\xe1\\xbb\\xa9ng.pdf",
                                   G_FILE_QUERY_INFO_NONE, NULL, NULL))
    {
      shown = bv_shown_path_write (path);
      g_assert_cmpstr (shown, ==, "/srv/Tài liệu/Minh chứng.pdf");
    }
  else
    g_test_skip ("files have no attributes of their own here");
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown-path/a-usual-path-is-shown-as-it-is", test_usual);
  g_test_add_func ("/shown-path/of-what-was-handed-over-the-name-is-shown", test_name_alone);
  g_test_add_func ("/shown-path/where-it-really-lies-is-shown-where-it-is-known", test_real_path);
  return g_test_run ();
}
