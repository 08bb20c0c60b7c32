/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include "exchange/export.h"
#include "store/failure.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Longer messages are cut. */
#define MESSAGE_MAX 1000

/**
 * bv_output_clean:
 * @text: any bytes, perhaps from a damaged or hostile file
 *
 * Returns: (transfer full): one line of valid UTF-8, on which no control character moves a terminal's cursor
 */
char *
bv_output_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

/**
 * bv_output_write:
 * @text: a text
 * @length: its length in bytes
 */
void
bv_output_write (const char *text, gsize length)
{
  fwrite (text, 1, length, stdout);
}

/**
 * bv_output_take:
 * @bytes: text for standard output
 * @length: its length in bytes
 * @data: nothing
 *
 * bv_output_write() as a #BvJsonSink.
 */
void
bv_output_take (const char *bytes, gsize length, gpointer data)
{
  bv_output_write (bytes, length);
}

/**
 * bv_output_line:
 * @format: a line, without the line feed
 * @...: its arguments
 *
 * Prints a line of text for people.
 */
void
bv_output_line (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  clean = bv_output_clean (text);
  fputs (clean, stdout);
  fputc ('\n', stdout);
}

/**
 * bv_output_json:
 * @writer: a writer whose arrays and objects are all ended; it is emptied
 */
void
bv_output_json (BvJsonWriter *writer)
{
  gsize length;
  g_autofree char *text = bv_json_writer_finish (writer, &length);

  bv_output_write (text, length);
}

/**
 * bv_output_records:
 * @records: (element-type BvRecord): records of one entity
 *
 * Prints them as an array of objects.
 */
void
bv_output_records (GPtrArray *records)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < records->len; i++)
    bv_json_writer_record (&writer, g_ptr_array_index (records, i));
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

/**
 * bv_output_time:
 * @time: seconds since 1970
 *
 * Returns: (transfer full) (nullable): the time where the user is, as people write it
 */
char *
bv_output_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%H:%M %d/%m/%Y") : NULL;
}

/**
 * bv_output_time_as_json:
 * @writer: a writer that waits for a value
 * @time: seconds since 1970
 *
 * Writes the time by ISO 8601, in UTC.
 */
void
bv_output_time_as_json (BvJsonWriter *writer, gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = utc != NULL ? g_date_time_format_iso8601 (utc) : NULL;

  bv_json_writer_string (writer, text);
}

/**
 * bv_output_path_as_json:
 * @writer: a writer that waits for a value
 * @path: (nullable): a path, in any bytes; %NULL is null
 */
void
bv_output_path_as_json (BvJsonWriter *writer, const char *path)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  bv_json_writer_string (writer, shown);
}

/**
 * bv_output_action:
 * @writer: a writer that waits for a value
 * @action: an action of the journal
 *
 * Writes it as an object.
 */
void
bv_output_action (BvJsonWriter *writer, const BvAction *action)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_integer (writer, "id", action->id);
  bv_json_writer_name (writer, "time");
  bv_output_time_as_json (writer, action->time);
  bv_json_writer_add_string (writer, "label", action->label);
  bv_json_writer_add_integer (writer, "rows", action->rows);
  bv_json_writer_add_string (writer, "kind", action->kind);
  bv_json_writer_add_integer (writer, "target", action->target != 0 ? action->target : BV_NONE);
  bv_json_writer_add_boolean (writer, "undone", action->undone);
  bv_json_writer_add_string (writer, "user", action->user);
  bv_json_writer_end_object (writer);
}

/* A message that quotes a hostile argument is still a line to be read. */
static void
shorten (char *text)
{
  char *end;

  if (g_utf8_strlen (text, -1) <= MESSAGE_MAX)
    return;
  end = g_utf8_offset_to_pointer (text, MESSAGE_MAX);
  memcpy (g_utf8_prev_char (g_utf8_prev_char (g_utf8_prev_char (end))), "...", sizeof "...");
}

static void
print_message (const char *kind, const char *message)
{
  g_autofree char *clean = bv_output_clean (message);

  shorten (clean);
  fprintf (stderr, "bangvang-cli: %s%s\n", kind, clean);
}

/**
 * bv_output_warn:
 * @message: what is to be said although all went well
 */
void
bv_output_warn (const char *message)
{
  print_message (_ ("warning: "), message);
}

/**
 * bv_output_warn_of_each:
 * @messages: (nullable): what is said, a line each
 */
void
bv_output_warn_of_each (char **messages)
{
  for (guint i = 0; messages != NULL && messages[i] != NULL; i++)
    bv_output_warn (messages[i]);
}

/**
 * bv_output_warn_of_cut:
 * @n_cut: how many texts were longer than a cell of a workbook can be
 */
void
bv_output_warn_of_cut (guint n_cut)
{
  g_autofree char *message = bv_export_describe_cut (n_cut);

  if (message != NULL)
    bv_output_warn (message);
}

/**
 * bv_output_error:
 * @error: what went wrong
 *
 * What stands in the way of an export has a line for each obstacle, each with the program's name.
 */
void
bv_output_error (const GError *error)
{
  gboolean several = error->domain == BV_EXPORT_ERROR;
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", several ? -1 : 1);

  for (guint i = 0; lines[i] != NULL; i++)
    print_message ("", lines[i]);
}

/**
 * bv_output_finish:
 * @error: return location for a #GFileError
 *
 * Returns: %FALSE with @error set where standard output could not be written
 */
gboolean
bv_output_finish (GError **error)
{
  int failure;

  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  failure = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (failure), _ ("the output cannot be written: %s"),
               bv_failure_describe_code (failure != 0 ? failure : EIO));
  return FALSE;
}

/**
 * bv_output_settle:
 * @shown: whether the result of an action that is done could be shown
 * @cause: (transfer full) (nullable): why not
 *
 * Who is told of a failure takes it that nothing was changed: what is done is done, whether or not it can be
 * shown.
 *
 * Returns: %TRUE
 */
gboolean
bv_output_settle (gboolean shown, GError *cause)
{
  g_autofree char *message = NULL;

  if (shown)
    return TRUE;
  message = g_strdup_printf (_ ("it is done, but cannot be shown: %s"), cause->message);
  bv_output_warn (message);
  g_error_free (cause);
  return TRUE;
}

/**
 * bv_output_done:
 * @library: a library in which something was to be done
 *
 * Says what was done, as the journal calls it.
 */
void
bv_output_done (BvLibrary *library)
{
  const BvAction *action = bv_journal_get_done (library);

  if (action == NULL)
    bv_output_line (_ ("Nothing changed: it was so already."));
  else
    bv_output_line (_ ("Action %" PRId64 ": %s"), action->id, action->label);
}
