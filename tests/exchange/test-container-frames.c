/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/container-frames.h"
#include "exchange/container/container-error.h"

/* What came, a line a call. */
static gboolean
take_mail (gpointer data, const char *sender, const char *sent, GError **error)
{
  g_string_append_printf (data, "mail %s %s\n", sender != NULL ? sender : "-", sent != NULL ? sent : "-");
  return TRUE;
}

static gboolean
take_begin (gpointer data, const char *path, GError **error)
{
  g_string_append_printf (data, "begin %s\n", path);
  return TRUE;
}

static gboolean
take_bytes (gpointer data, const guint8 *bytes, gsize length, GError **error)
{
  g_string_append_printf (data, "bytes %" G_GSIZE_FORMAT "\n", length);
  return TRUE;
}

static gboolean
take_end (gpointer data, GError **error)
{
  g_string_append (data, "end\n");
  return TRUE;
}

static gboolean
leave_out (gpointer data, GError **error)
{
  g_string_append (data, "left\n");
  return TRUE;
}

static const BvContainerSink sink = { take_mail, take_begin, take_bytes, take_end, leave_out };

static const char said[] = "mail - 2021\nleft\nbegin a/ế.pdf\nbytes 3\nend\n";

static GBytes *
write_frames (const GError *failure)
{
  static const guint8 bytes[] = { 0, 1, 2 };
  const BvContainerSink *out = &bv_container_writer_sink;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BvContainerWriter) writer = bv_container_writer_new (stream);

  g_assert_true (out->mail (writer, NULL, "2021", NULL));
  g_assert_true (out->leave_out (writer, NULL));
  g_assert_true (out->begin (writer, "a/ế.pdf", NULL));
  g_assert_true (out->bytes (writer, bytes, sizeof bytes, NULL));
  g_assert_true (out->end (writer, NULL));
  g_assert_true (bv_container_writer_end (writer, failure, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
take (gconstpointer bytes, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  GString *taken = g_string_new (NULL);

  bv_container_frames_take (stream, &sink, taken, NULL, error);
  return g_string_free (taken, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) failure
    = g_error_new_literal (BV_CONTAINER_ERROR, BV_CONTAINER_ERROR_PASSWORD, "locked");
  g_autoptr (GBytes) whole = write_frames (NULL);
  g_autoptr (GBytes) failed = write_frames (failure);
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = take (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (taken, ==, said);
  g_free (taken);
  taken = take (g_bytes_get_data (failed, NULL), g_bytes_get_size (failed), &error);
  g_assert_error (error, BV_CONTAINER_ERROR, BV_CONTAINER_ERROR_PASSWORD);
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

      g_assert_error (error, BV_CONTAINER_ERROR, BV_CONTAINER_ERROR_COSTLY);
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
        g_assert_true (error == NULL || error->domain == BV_CONTAINER_ERROR);
        g_assert_true (g_utf8_validate (taken, -1, NULL));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/container-frames/what-is-written-is-taken", test_round_trip);
  g_test_add_func ("/container-frames/without-the-last-word-it-is-not-all", test_cut_off);
  g_test_add_func ("/container-frames/what-is-wrong-is-refused", test_changed);

  return g_test_run ();
}
