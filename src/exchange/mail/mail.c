/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mail.h"

#include "exchange/mail/mail-address.h"
#include "exchange/mail/mail-header.h"
#include "exchange/mail/mail-text.h"
#include "store/failure.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/shown-path.h"
#include "store/unfinished/unfinished-file.h"
#include "store/whole-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Neither base64 nor quoted-printable has "=_", so no part can contain the boundary (RFC 2046, 5.1.1). */
#define BOUNDARY "=_bangvang"
#define PART_BEGIN "--" BOUNDARY BV_MAIL_LINE_END
#define PART_END BV_MAIL_LINE_END
#define MAIL_END "--" BOUNDARY "--" BV_MAIL_LINE_END

/* What a line of base64 holds. */
#define LINE_BYTES 57
#define CHUNK_BYTES (LINE_BYTES * 4096)

#define UNKNOWN_TYPE "application/octet-stream"

typedef struct
{
  const char *extension;
  const char *type;
} MediaType;

/* What leaves this program has its type also where the system knows none of them. */
static const MediaType media_types[] = {
  { "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "pdf", "application/pdf" },
  { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { "zip", "application/zip" },
};

static void
file_free (gpointer data)
{
  BvMailFile *file = data;

  g_free (file->path);
  g_free (file->name);
  g_free (file);
}

/**
 * bv_mail_new:
 * @to: who gets it; may be empty
 * @cc: who gets a copy; may be empty
 * @subject: what it is about
 * @body: the text
 *
 * Returns: (transfer full): a mail without files
 */
BvMail *
bv_mail_new (const char *to, const char *cc, const char *subject, const char *body)
{
  BvMail *mail = g_new0 (BvMail, 1);

  mail->to = g_strdup (to);
  mail->cc = g_strdup (cc);
  mail->subject = g_strdup (subject);
  mail->body = g_strdup (body);
  mail->files = g_ptr_array_new_with_free_func (file_free);
  return mail;
}

/**
 * bv_mail_free:
 * @mail: (transfer full): a mail
 */
void
bv_mail_free (BvMail *mail)
{
  g_free (mail->to);
  g_free (mail->cc);
  g_free (mail->subject);
  g_free (mail->body);
  g_ptr_array_unref (mail->files);
  g_free (mail);
}

/**
 * bv_mail_add_file:
 * @mail: a mail
 * @path: a file; it is read when the mail is measured or written
 * @name: (nullable): as the receiver sees it; %NULL: as it is called here
 */
void
bv_mail_add_file (BvMail *mail, const char *path, const char *name)
{
  BvMailFile *file = g_new0 (BvMailFile, 1);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (base);

  file->path = g_strdup (path);
  file->name = bv_file_name_make_printable (name != NULL ? name : shown);
  g_ptr_array_add (mail->files, file);
}

/* GIO tells what it was about to do rather than what is the matter. */
static const char *
explain (const GError *cause)
{
  if (cause == NULL || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("this is no file");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return _ ("it is not there; it may have been moved or renamed");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you may not read it; ask whose it is");
  return bv_failure_describe (cause);
}

static gboolean
refuse_file (const BvMailFile *file, GError *cause, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (file->path);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_set_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_FILE,
               _ ("“%s” cannot be attached: %s. Choose it again, or leave it out"), shown, explain (cause));
  g_clear_error (&cause);
  return FALSE;
}

/* -1: it cannot be attached. */
static gint64
find_size (const BvMailFile *file, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (file->path, 1);
  g_autoptr (GFile) where = g_file_new_for_path (reached);
  GError *cause = NULL;
  g_autoptr (GFileInfo) info
    = g_file_query_info (where, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, &cause);

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return g_file_info_get_size (info);
  refuse_file (file, cause, error);
  return -1;
}

/* A mail inside a mail must not be in base64 (RFC 2046, 5.2.1), so it goes as mere bytes. */
static gboolean
is_sendable (const char *type)
{
  return type != NULL && !g_str_has_prefix (type, "message/") && !g_str_has_prefix (type, "multipart/")
         && strspn (type, "abcdefghijklmnopqrstuvwxyz0123456789.+-/") == strlen (type)
         && strlen (type) < BV_MAIL_LINE_MOST - strlen (" ;");
}

static char *
find_type (const char *name)
{
  g_autofree char *extension = bv_file_name_get_extension (name);
  g_autofree char *guess = NULL;
  g_autofree char *type = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    if (g_str_equal (extension, media_types[i].extension))
      return g_strdup (media_types[i].type);
  guess = g_content_type_guess (name, NULL, 0, NULL);
  type = g_content_type_get_mime_type (guess);
  return is_sendable (type) ? g_steal_pointer (&type) : g_strdup (UNKNOWN_TYPE);
}

static void
append_text_part (GString *part, const char *text)
{
  g_string_append (part, "Content-Type: text/plain; charset=UTF-8" BV_MAIL_LINE_END
                         "Content-Transfer-Encoding: quoted-printable" BV_MAIL_LINE_END BV_MAIL_LINE_END);
  bv_mail_text_append (part, text);
}

/* Everything before the files. The program that sends the mail writes From, Date and Message-ID: written here
 * they would be those of the draft, or of nobody. By X-Unsent Outlook opens it for editing. */
static GString *
compose_head (const BvMail *mail, GError **error)
{
  g_autoptr (GString) head = g_string_new ("X-Unsent: 1" BV_MAIL_LINE_END);

  if (!bv_mail_addresses_add (head, "To", mail->to, error)
      || !bv_mail_addresses_add (head, "Cc", mail->cc, error))
    return NULL;
  bv_mail_header_add_text (head, "Subject", mail->subject);
  g_string_append (head, "MIME-Version: 1.0" BV_MAIL_LINE_END);
  if (mail->files->len > 0)
    g_string_append (head, "Content-Type: multipart/mixed; boundary=\"" BOUNDARY
                           "\"" BV_MAIL_LINE_END BV_MAIL_LINE_END PART_BEGIN);
  append_text_part (head, mail->body);
  return g_steal_pointer (&head);
}

static GString *
compose_file_head (const BvMailFile *file)
{
  GString *head = g_string_new (PART_END PART_BEGIN);
  g_autofree char *type = find_type (file->name);

  bv_mail_header_add_type (head, type, file->name);
  g_string_append (head, "Content-Transfer-Encoding: base64" BV_MAIL_LINE_END);
  bv_mail_header_add_file_name (head, file->name);
  g_string_append (head, BV_MAIL_LINE_END);
  return head;
}

static const char *
get_end (const BvMail *mail)
{
  return mail->files->len > 0 ? PART_END MAIL_END : "";
}

static gint64
measure_base64 (gint64 size)
{
  return (size + 2) / 3 * 4 + (size + LINE_BYTES - 1) / LINE_BYTES * strlen (BV_MAIL_LINE_END);
}

/**
 * bv_mail_check:
 * @mail: a mail
 * @error: return location for a %BV_MAIL_ERROR
 *
 * Returns: %FALSE with @error set where an address or a file of it will not do
 */
gboolean
bv_mail_check (const BvMail *mail, GError **error)
{
  return bv_mail_measure (mail, error) >= 0;
}

/**
 * bv_mail_measure:
 * @mail: a mail
 * @error: return location for a %BV_MAIL_ERROR
 *
 * Returns: the bytes of the mail as it is written and sent, files and all; -1 with @error set on failure
 */
gint64
bv_mail_measure (const BvMail *mail, GError **error)
{
  g_autoptr (GString) head = compose_head (mail, error);
  gint64 sum;

  if (head == NULL)
    return -1;
  sum = head->len + strlen (get_end (mail));
  for (guint i = 0; i < mail->files->len; i++)
    {
      const BvMailFile *file = g_ptr_array_index (mail->files, i);
      g_autoptr (GString) file_head = compose_file_head (file);
      gint64 size = find_size (file, error);

      if (size < 0)
        return -1;
      sum += file_head->len + measure_base64 (size);
    }
  return sum;
}

/* A mail that is being written. */
typedef struct
{
  const char *path;
  GOutputStream *stream;
  BvWitness *witness;
  GCancellable *cancellable;
} Writing;

static gboolean
refuse_writing (const Writing *writing, GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  bv_whole_file_refuse (writing->path, bv_failure_describe (cause), error);
  g_error_free (cause);
  return FALSE;
}

static gboolean
write_bytes (const Writing *writing, const char *bytes, gsize length, GError **error)
{
  GError *cause = NULL;

  bv_witness_see (writing->witness, bytes, length);
  return g_output_stream_write_all (writing->stream, bytes, length, NULL, writing->cancellable, &cause)
         || refuse_writing (writing, cause, error);
}

static gboolean
write_coded (const Writing *writing, const guchar *bytes, gsize length, GError **error)
{
  g_autoptr (GString) lines = g_string_sized_new (measure_base64 (length) + 1);

  for (gsize i = 0; i < length; i += LINE_BYTES)
    {
      g_autofree char *line = g_base64_encode (bytes + i, MIN (LINE_BYTES, length - i));

      g_string_append (lines, line);
      g_string_append (lines, BV_MAIL_LINE_END);
    }
  return write_bytes (writing, lines->str, lines->len, error);
}

static gboolean
write_file (const Writing *writing, const BvMailFile *file, GError **error)
{
  g_autoptr (GString) head = compose_file_head (file);
  g_autofree char *reached = bv_file_system_reach (file->path, 1);
  g_autoptr (GFile) where = g_file_new_for_path (reached);
  GError *cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (where, writing->cancellable, &cause);
  g_autofree guchar *chunk = g_malloc (CHUNK_BYTES);
  gsize length;

  if (stream == NULL)
    return refuse_file (file, cause, error);
  if (!write_bytes (writing, head->str, head->len, error))
    return FALSE;
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, &length,
                                    writing->cancellable, &cause))
        return refuse_file (file, cause, error);
      if (!write_coded (writing, chunk, length, error))
        return FALSE;
    }
  while (length == CHUNK_BYTES);
  return TRUE;
}

static gboolean
write_all (const Writing *writing, const BvMail *mail, GError **error)
{
  g_autoptr (GString) head = compose_head (mail, error);
  const char *end = get_end (mail);
  GError *cause = NULL;

  if (head == NULL || !write_bytes (writing, head->str, head->len, error))
    return FALSE;
  for (guint i = 0; i < mail->files->len; i++)
    if (!write_file (writing, g_ptr_array_index (mail->files, i), error))
      return FALSE;
  if (!write_bytes (writing, end, strlen (end), error))
    return FALSE;
  return g_output_stream_close (writing->stream, writing->cancellable, &cause)
         || refuse_writing (writing, cause, error);
}

static gboolean
write_beside (const BvMail *mail,
              const char *temporary,
              const char *path,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (BvWitness) witness = bv_witness_new ();
  Writing writing = { .path = path, .witness = witness, .cancellable = cancellable };
  g_autoptr (GFile) file = g_file_new_for_path (temporary);
  GError *cause = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, &cause);

  if (stream == NULL)
    return refuse_writing (&writing, cause, error);
  writing.stream = G_OUTPUT_STREAM (stream);
  return write_all (&writing, mail, error) && bv_whole_file_confirm (temporary, witness, path, error);
}

/**
 * bv_mail_write_unnamed:
 * @mail: a mail
 * @path: the file that is to be the draft, with the extension .eml
 * @cancellable: (nullable): to give up, as if never begun
 * @error: return location for a %BV_MAIL_ERROR or %BV_WHOLE_FILE_ERROR
 *
 * As bv_mail_write(), but what is at @path stays until bv_whole_file_finish().
 *
 * Returns: (transfer full) (nullable): a whole draft in the same folder, for bv_whole_file_finish(); %NULL
 * with @error set, and nothing left, on failure
 */
char *
bv_mail_write_unnamed (const BvMail *mail, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = NULL;

  if (!bv_mail_check (mail, error))
    return NULL;
  temporary = bv_whole_file_begin (path, error);
  if (temporary == NULL)
    return NULL;
  if (write_beside (mail, temporary, path, cancellable, error))
    return g_steal_pointer (&temporary);
  bv_unfinished_file_discard (temporary);
  return NULL;
}

/**
 * bv_mail_write:
 * @mail: a mail
 * @path: the file, with the extension .eml
 * @cancellable: (nullable): to give up, as if never begun
 * @error: return location for a %BV_MAIL_ERROR or %BV_WHOLE_FILE_ERROR
 *
 * Writes the mail as a draft (RFC 5322, 2045, 2047 and 2231) that Thunderbird, Outlook and others open for
 * editing. The files are never in memory as a whole.
 *
 * Returns: %FALSE with @error set, and nothing left or changed, on failure
 */
gboolean
bv_mail_write (const BvMail *mail, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = bv_mail_write_unnamed (mail, path, cancellable, error);

  if (temporary == NULL)
    return FALSE;
  if (bv_whole_file_finish (temporary, path, error))
    return TRUE;
  bv_unfinished_file_discard (temporary);
  return FALSE;
}
