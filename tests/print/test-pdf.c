/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-limit.h"
#include "print/pdf.h"
#include "scratch-folder.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAGES 5

typedef struct
{
  char *folder;
  char *path;
  BvDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("bangvang-pdf-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "tờ trình.pdf", NULL);
  fixture->document = bv_document_new ("Tờ trình", "Sở Nội vụ");
  for (guint i = 0; i < PAGES; i++)
    bv_section_add_paragraph (bv_document_begin_section (fixture->document, BV_TURN_PORTRAIT), BV_STYLE_BODY,
                              "Kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 0);
  g_rmdir (fixture->folder);
  bv_document_free (fixture->document);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
record_cb (double fraction, gpointer data)
{
  g_array_append_val ((GArray *) data, fraction);
}

static void
test_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  const BvProgress progress = BV_PROGRESS_INIT (record_cb, fractions, NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;
  guint n_pages = 0;

  g_assert_true (bv_pdf_write (fixture->document, NULL, fixture->path, &n_pages, &progress, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, PAGES);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-1.5"));
  g_assert_nonnull (g_strrstr_len (contents + length - 8, 8, "%%EOF"));
  g_assert_cmpuint (fractions->len, ==, PAGES);
  for (guint i = 0; i < PAGES; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (fractions, double, i), (i + 1.0) / PAGES, 0.001);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 1);
}

static void
cancel_cb (double fraction, gpointer data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const BvProgress progress = BV_PROGRESS_INIT (cancel_cb, cancellable, cancellable);
  g_autofree char *contents = NULL;

  g_file_set_contents (fixture->path, "of before", -1, NULL);
  g_assert_false (bv_pdf_write (fixture->document, NULL, fixture->path, NULL, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_file_get_contents (fixture->path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "of before");
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none", "list.pdf", NULL);

  g_assert_false (bv_pdf_write (fixture->document, NULL, path, NULL, NULL, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!file_limit_is_there ())
    {
      g_test_skip (FILE_LIMIT_MISSING);
      return;
    }
  file_limit_set (GPOINTER_TO_UINT (data));
  bv_pdf_write (fixture->document, NULL, fixture->path, NULL, NULL, &error);
  file_limit_lift ();
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pdf/says-how-far-it-is-and-how-many-pages", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/pdf/cancelled-leaves-the-file-of-before", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/pdf/says-where-it-cannot-write", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/pdf/a-full-disk-leaves-nothing", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/pdf/a-disk-full-at-its-end-leaves-nothing", Fixture, GUINT_TO_POINTER (4096), set_up,
              test_full_disk, tear_down);
  return g_test_run ();
}
