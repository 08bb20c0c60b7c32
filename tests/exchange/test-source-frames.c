/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-frame.h"
#include "exchange/apart/source-frames.h"
#include "exchange/apart/source-process.h"

#include <string.h>

/* What came, a line a call. */
static gboolean
begin (gpointer data, const char *name, BvSourceVisibility visibility, GError **error)
{
  g_string_append_printf (data, "table %s %d\n", name, visibility);
  return TRUE;
}

static gboolean
row (gpointer data,
     guint number,
     gboolean is_hidden,
     const BvSourceCell *cells,
     guint n_cells,
     GError **error)
{
  g_string_append_printf (data, "row %u%s\n", number, is_hidden ? " hidden" : "");
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (data, "cell %u %d %s %s %s %d%d%d\n", cells[i].column, cells[i].kind,
                            cells[i].text, cells[i].written != NULL ? cells[i].written : "-",
                            cells[i].font != NULL ? cells[i].font : "-", cells[i].charset,
                            cells[i].is_formula, cells[i].is_hidden);
  return TRUE;
}

static gboolean
end (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error)
{
  for (guint i = 0; i < n_merged; i++)
    g_string_append_printf (data, "merged %u %u %u %u\n", merged[i].row, merged[i].column, merged[i].n_rows,
                            merged[i].n_columns);
  g_string_append (data, "end\n");
  return TRUE;
}

static const BvSourceSink sink = { begin, row, end };

static const BvSourceCell cells[] = {
  { 0, BV_SOURCE_TEXT, "Sở Nội vụ", "Së Néi vô", BV_LEGACY_TCVN3, ".VnTime", FALSE, FALSE },
  { 3, BV_SOURCE_NUMBER, "12.5", NULL, BV_LEGACY_NONE, "Arial", TRUE, FALSE },
  { 16383, BV_SOURCE_EMPTY, "", NULL, BV_LEGACY_NONE, ".VnTime", TRUE, TRUE },
};

static const BvSourceRange range = { 1, 2, 3, 4 };

static const char said[] = "table Tờ 1\n"
                           "row 7 hidden\n"
                           "cell 0 1 Sở Nội vụ Së Néi vô .VnTime 100\n"
                           "cell 3 2 12.5 - Arial 010\n"
                           "cell 16383 0  - .VnTime 011\n"
                           "merged 1 2 3 4\n"
                           "end\n";

static GBytes *
write_frames (const GError *failure)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BvSourceWriter) writer = bv_source_writer_new (stream);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_source_writer_sink.begin (writer, "Tờ", BV_SOURCE_HIDDEN, &error));
  g_assert_true (bv_source_writer_sink.row (writer, 7, TRUE, cells, G_N_ELEMENTS (cells), &error));
  g_assert_true (bv_source_writer_sink.end (writer, &range, 1, &error));
  g_assert_true (bv_source_writer_end (writer, failure, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What is said of frames; in @error what is said of the end. */
static char *
take (gconstpointer bytes, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GString) taken = g_string_new (NULL);

  bv_source_frames_take (stream, &sink, taken, NULL, error);
  return g_strdup (taken->str);
}

static void
test_as_written (void)
{
  g_autoptr (GBytes) bytes = write_frames (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = take (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (taken, ==, said);
}

static void
test_failure (void)
{
  g_autoptr (GError) failure = g_error_new_literal (BV_SOURCE_ERROR, BV_SOURCE_ERROR_PASSWORD, "");
  g_autoptr (GBytes) bytes = write_frames (failure);
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = take (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_error (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_PASSWORD);
  g_assert_cmpstr (taken, ==, said);
}

/* Without its last word what came is not all, wherever it ends. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) bytes = write_frames (NULL);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *taken = take (g_bytes_get_data (bytes, NULL), length, &error);

      g_assert_error (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_COSTLY);
      g_assert_true (g_str_has_prefix (said, taken));
    }
}

/* Each byte of it otherwise: taken or refused, and nothing is read that is not there, as the sanitizers see.
 */
static void
test_changed (void)
{
  g_autoptr (GBytes) bytes = write_frames (NULL);
  gsize length = g_bytes_get_size (bytes);

  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *changed = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
        g_autoptr (GError) error = NULL;
        g_autofree char *taken = NULL;

        changed[i] ^= (guint8) (1 << bit);
        taken = take (changed, length, &error);
        if (error == NULL && !g_str_has_suffix (taken, "end\n"))
          g_error ("byte %" G_GSIZE_FORMAT ", bit %u: %s", i, bit, taken);
        g_assert_true (error == NULL || error->domain == BV_SOURCE_ERROR);
        g_assert_true (g_utf8_validate (taken, -1, NULL));
      }
}

static gboolean
refuse_row (gpointer data,
            guint number,
            gboolean is_hidden,
            const BvSourceCell *given,
            guint n_cells,
            GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_sink_refuses (void)
{
  static const BvSourceSink refusing = { begin, refuse_row, end };
  g_autoptr (GBytes) bytes = write_frames (NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GString) taken = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_source_frames_take (stream, &refusing, taken, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (taken->str, ==, "table Tờ 1\n");
}

/* A row that no frame holds. */
static void
test_too_long (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BvSourceWriter) writer = bv_source_writer_new (stream);
  g_autofree char *text = g_strnfill (BV_FRAME_MOST, 'a');
  BvSourceCell cell = { 0, BV_SOURCE_TEXT, text };
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_source_writer_sink.row (writer, 0, FALSE, &cell, 1, &error));
  g_assert_error (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_BOMB);
}

static void
test_no_program (void)
{
  g_autofree char *before = g_strdup (g_getenv ("BANGVANG_READER"));
  g_autoptr (GString) taken = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_setenv ("BANGVANG_READER", "/there/is/none", TRUE);
  g_assert_false (bv_source_process_read ("a.xlsx", &sink, taken, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_setenv ("BANGVANG_READER", before, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-frames/come-as-they-were-written", test_as_written);
  g_test_add_func ("/source-frames/say-why-not-all-was-read", test_failure);
  g_test_add_func ("/source-frames/cut-off-anywhere", test_cut_off);
  g_test_add_func ("/source-frames/each-bit-otherwise", test_changed);
  g_test_add_func ("/source-frames/who-takes-them-may-refuse", test_sink_refuses);
  g_test_add_func ("/source-frames/a-row-beyond-the-limit", test_too_long);
  g_test_add_func ("/source-frames/without-the-program", test_no_program);
  return g_test_run ();
}
