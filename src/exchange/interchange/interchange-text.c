/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/interchange-text.h"

#include "exchange/interchange/json-lengths.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/shown-path.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bv_interchange_error, bv_interchange_error)

/* Limits of what comes from outside (ARCHITECTURE.md, decision 7). A million assessments take 350 MiB. */
#define SIZE_MAX_BYTES (512 * 1024 * 1024)
#define DEPTH_MAX 64
#define CHUNK (64 * 1024)

/* A larger file is looked through before it is read into memory. A text of a record has at most 30 000
 * characters (core/text/text.c), which may be three times as many before they are composed. */
#define LARGE_BYTES (16 * 1024 * 1024)
#define STRING_MOST 100000

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/**
 * bv_interchange_text_refuse:
 * @line: from 1
 * @column: from 1, in characters
 * @message: what is wrong there
 * @error: return location for %BV_INTERCHANGE_ERROR_SYNTAX
 *
 * Returns: %FALSE with @error set
 */
gboolean
bv_interchange_text_refuse (int line, int column, const char *message, GError **error)
{
  g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_SYNTAX, _ ("line %d, column %d: %s"), line,
               column, message);
  return FALSE;
}

static gboolean
refuse_depth (const char *data, const char *at, GError **error)
{
  g_autofree char *message
    = g_strdup_printf (_ ("arrays and objects are nested more than %d deep: this is no campaign"), DEPTH_MAX);
  int line = 1;
  int column = 1;

  for (const char *p = data; p < at; p++)
    {
      /* The later bytes of a UTF-8 character are not columns. */
      column += ((guchar) *p & 0xc0) != 0x80;
      if (*p == '\n')
        {
          line++;
          column = 1;
        }
    }
  return bv_interchange_text_refuse (line, column, message, error);
}

/* Jansson would go 2048 deep. */
static gboolean
check_depth (const char *data, gsize length, GError **error)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (const char *p = data; p < data + length; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (quoted)
        p += *p == '\\';
      else if (*p == '{' || *p == '[')
        {
          if (++depth > DEPTH_MAX)
            return refuse_depth (data, p, error);
        }
      else if (*p == '}' || *p == ']')
        depth--;
    }
  return TRUE;
}

/* What is often taken for a campaign file, by how it begins. */
static const char *
name_other_kind (const char *data, gsize length)
{
  static const struct
  {
    const char *start;
    const char *name;
  } kinds[] = {
    { "PK\3\4", N_ ("an Excel or Word file, a dossier or another archive") },
    { "\xd0\xcf\x11\xe0", N_ ("an old Excel or Word file") },
    { "%PDF", N_ ("a PDF file") },
    { "SQLite format 3", N_ ("the database of a library") },
    { "\x1f\x8b", N_ ("a compressed file") },
    { "\x89PNG", N_ ("a picture") },
    { "\xff\xd8\xff", N_ ("a picture") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= strlen (kinds[i].start) && memcmp (data, kinds[i].start, strlen (kinds[i].start)) == 0)
      return _ (kinds[i].name);
  return NULL;
}

static gboolean
check_kind (const char *data, gsize length, GError **error)
{
  const char *name = name_other_kind (data, length);

  if (name == NULL)
    return TRUE;
  g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_SYNTAX,
               _ ("this is %s, not a campaign file: choose a .json file that Bảng Vàng wrote"), name);
  return FALSE;
}

/**
 * bv_interchange_text_check:
 * @data: the text of a file, not necessarily terminated
 * @length: its length in bytes
 * @error: return location for %BV_INTERCHANGE_ERROR_SYNTAX
 *
 * Returns: %FALSE with @error set where it cannot be a campaign, whatever it says: it is empty, too large, of
 * another kind, or nested too deep
 */
gboolean
bv_interchange_text_check (const char *data, gsize length, GError **error)
{
  const char *complaint = NULL;

  if (length == 0)
    complaint = _ ("the file is empty");
  else if (length > SIZE_MAX_BYTES)
    complaint = _ ("the file is larger than 512 MiB: this is no campaign");
  else if (length >= strlen (BYTE_ORDER_MARK)
           && memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    complaint = _ ("a byte order mark stands before the text: save the file as UTF-8 without it");
  if (complaint != NULL)
    return bv_interchange_text_refuse (1, 1, complaint, error);
  return check_kind (data, length, error) && check_depth (data, length, error);
}

/* What is hostile should not cost the memory that its size would take. */
static gboolean
check_lengths (GFileInputStream *stream, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autofree char *message = NULL;
  BvJsonLengths lengths = { FALSE };
  gssize got = 1;

  while (got > 0)
    {
      got = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, NULL, error);
      if (got > 0 && !bv_json_lengths_take (&lengths, chunk, got, STRING_MOST))
        {
          message
            = g_strdup_printf (_ ("a text has more than %d characters: this is no campaign"), STRING_MOST);
          return bv_interchange_text_refuse (lengths.its_line + 1, lengths.its_column + 1, message, error);
        }
    }
  return got == 0 && g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error);
}

static gboolean
is_large (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info
    = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);

  return info != NULL && g_file_info_get_size (info) > LARGE_BYTES
         && g_seekable_can_seek (G_SEEKABLE (stream));
}

/* A pipe has no size to ask for, so what comes is counted. One byte above the limit is refused later. */
static GByteArray *
read_bytes (const char *path, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GFile) file = g_file_new_for_path (reached);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) bytes = NULL;
  gssize got = 1;

  if (stream == NULL || (is_large (stream) && !check_lengths (stream, error)))
    return NULL;
  bytes = g_byte_array_new ();
  while (got > 0 && bytes->len <= SIZE_MAX_BYTES)
    {
      guint used = bytes->len;

      g_byte_array_set_size (bytes, used + CHUNK);
      got = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + used, CHUNK, NULL, error);
      g_byte_array_set_size (bytes, used + MAX (got, 0));
    }
  return got < 0 ? NULL : g_steal_pointer (&bytes);
}

/**
 * bv_interchange_read_text:
 * @path: the path of a file
 * @length: (out): the number of its bytes
 * @error: return location for a %BV_INTERCHANGE_ERROR, whose message begins with the path
 *
 * Returns: (transfer full) (nullable): what is in it, with a zero behind, and no more than a campaign can
 * have; %NULL with @error set
 */
char *
bv_interchange_read_text (const char *path, gsize *length, GError **error)
{
  g_autofree char *name = bv_shown_path_write (path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GByteArray) bytes = read_bytes (path, &cause);

  if (bytes == NULL && cause->domain == BV_INTERCHANGE_ERROR)
    g_propagate_prefixed_error (error, g_steal_pointer (&cause), "%s: ", name);
  else if (bytes == NULL)
    g_set_error (error, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_FILE,
                 _ ("%s cannot be read: %s. Check that the file is there and that you may read it."), name,
                 bv_failure_describe (cause));
  if (bytes == NULL)
    return NULL;
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
