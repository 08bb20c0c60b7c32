/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/desktop.h"
#include "app/system/printers.h"

#include <glib/gstdio.h>
#include <windows.h>

#include <winspool.h>

#define FOLDER_PATTERN "Minh chứng-XXXXXX"

/* What would leave a trace beside itself if it ran. */
#define BATCH "@echo ran >\"%~dp0trace\"\r\n"
#define TRACE "trace"

static void
assert_refused (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *expected = g_strdup_printf ("%s is a program, not a document: it is not opened", path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, BATCH, -1, NULL));
  g_assert_false (bv_desktop_open (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_programs (void)
{
  static const char *const names[] = {
    "Giấy khen.exe", "Giấy khen.pdf.EXE", "Báo cáo.bat",  "Báo cáo.cmd", "Lối tắt.lnk",
    "Trang.url",     "Kịch bản.js",       "Kịch bản.vbs", "Cài đặt.msi", "Nền.scr",
  };
  g_autofree char *folder = g_dir_make_tmp (FOLDER_PATTERN, NULL);
  g_autofree char *trace = g_build_filename (folder, TRACE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_refused (folder, names[i]);
  g_assert_false (g_file_test (trace, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_missing (void)
{
  g_autofree char *folder = g_dir_make_tmp (FOLDER_PATTERN, NULL);
  g_autofree char *path = g_build_filename (folder, "Giấy khen.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_desktop_open (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Where a printer is, one is the default. */
static gboolean
has_printer (void)
{
  wchar_t name[MAX_PATH];
  DWORD length = G_N_ELEMENTS (name);

  return GetDefaultPrinterW (name, &length) || GetLastError () == ERROR_INSUFFICIENT_BUFFER;
}

static void
test_no_printer (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GError) error = NULL;

  if (has_printer ())
    {
      g_test_skip ("this computer has a printer");
      return;
    }
  gtk_print_settings_set_printer (settings, "Phòng Thi đua");
  g_assert_false (bv_printers_check (settings, &error));
  g_assert_error (error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL);
  g_assert_true (g_str_has_prefix (error->message, "This computer has no printer: "));
  g_assert_cmpstr (gtk_print_settings_get_printer (settings), ==, "Phòng Thi đua");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desktop/a-program-is-refused-by-its-name-and-does-not-run", test_programs);
  g_test_add_func ("/desktop/what-is-not-there-is-named", test_missing);
  g_test_add_func ("/printers/where-there-is-none-it-is-said", test_no_printer);
  return g_test_run ();
}
