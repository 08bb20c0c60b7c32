/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-mail.h"

#include "core/text/tidy.h"
#include "exchange/container/container-budget.h"
#include "exchange/container/container-error.h"
#include "exchange/container/container-limits.h"
#include "exchange/container/container-name.h"
#include "exchange/container/mime-body.h"
#include "exchange/container/mime-date.h"
#include "exchange/container/mime-header.h"
#include "exchange/container/mime-words.h"
#include "exchange/source/source-bytes.h"
#include "exchange/source/source-error.h"

#include <string.h>

#define MAIL_EXTENSION ".eml"

typedef struct
{
  const BvContainerSink *sink;
  gpointer data;
  BvContainerBudget budget;
  guint n_files;
} Reading;

/* A part of a mail, or all of it. */
typedef struct
{
  const BvMimeHeader *header;
  char *type; /* in small letters */
  const char *body;
  gsize length;
  guint depth;
} Part;

/* What a file is called of which the mail says only what it is. */
static const struct
{
  const char *type;
  const char *name;
} names[] = {
  { "application/pdf", "tai-lieu-%u.pdf" },
  { "image/jpeg", "hinh-%u.jpg" },
  { "image/png", "hinh-%u.png" },
  { "application/zip", "tai-lieu-%u.zip" },
  { "application/msword", "tai-lieu-%u.doc" },
  { "application/vnd.ms-excel", "bang-%u.xls" },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "bang-%u.xlsx" },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "tai-lieu-%u.docx" },
  { "message/rfc822", "thu-%u" MAIL_EXTENSION },
};

static gboolean read_part (Reading *self, const char *bytes, gsize length, guint depth, GError **error);

static char *
find_name (const Part *part)
{
  const char *disposition = bv_mime_header_get (part->header, "content-disposition");
  char *name = bv_mime_value_get_parameter (disposition, "filename");

  return name != NULL
           ? name
           : bv_mime_value_get_parameter (bv_mime_header_get (part->header, "content-type"), "name");
}

static char *
make_name (const Part *part, guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (part->type, names[i].type))
      {
        g_auto (GStrv) ends = g_strsplit (names[i].name, "%u", 2);

        return g_strdup_printf ("%s%u%s", ends[0], number, ends[1]);
      }
  return g_strdup_printf ("tai-lieu-%u", number);
}

/* A mail within a mail is called by its subject. */
static char *
name_file (const Part *part, guint number)
{
  g_autofree char *found = find_name (part);
  g_autofree char *path = found != NULL ? bv_container_name_make_path (found) : NULL;
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;
  g_autofree char *name = NULL;

  if (path == NULL)
    return make_name (part, number);
  name = g_strdup (slash != NULL ? slash + 1 : path);
  if (g_str_equal (part->type, "message/rfc822") && !g_str_has_suffix (name, MAIL_EXTENSION))
    return g_strconcat (name, MAIL_EXTENSION, NULL);
  return g_steal_pointer (&name);
}

/* The letter itself, not what it carries. */
static gboolean
is_letter (const Part *part)
{
  g_autofree char *disposition
    = bv_mime_value_get_word (bv_mime_header_get (part->header, "content-disposition"));
  g_autofree char *name = find_name (part);

  return g_str_has_prefix (part->type, "text/") && name == NULL && !g_str_equal (disposition, "attachment");
}

/* A picture of the letter, as in a signature, or what proves the letter. */
static gboolean
is_of_letter (const Part *part)
{
  g_autofree char *disposition
    = bv_mime_value_get_word (bv_mime_header_get (part->header, "content-disposition"));

  if (g_str_has_suffix (part->type, "-signature"))
    return TRUE;
  return g_str_has_prefix (part->type, "image/") && g_str_equal (disposition, "inline")
         && bv_mime_header_get (part->header, "content-id") != NULL;
}

static gboolean
take_bytes (gpointer data, const guint8 *bytes, gsize length, GError **error)
{
  Reading *self = data;

  return bv_container_budget_take_bytes (&self->budget, length, error)
         && self->sink->bytes (self->data, bytes, length, error);
}

static gboolean
take_file (Reading *self, const Part *part, GError **error)
{
  g_autofree char *coding
    = bv_mime_value_get_word (bv_mime_header_get (part->header, "content-transfer-encoding"));
  g_autofree char *name = name_file (part, self->n_files + 1);

  if (is_of_letter (part) || bv_container_name_is_rubbish (name))
    return self->sink->leave_out (self->data, error);
  self->n_files++;
  return self->sink->begin (self->data, name, error)
         && bv_mime_body_decode (coding, part->body, part->length, take_bytes, self, error)
         && self->sink->end (self->data, error);
}

/* A line that parts parts from each other (RFC 2046, 5.1.1). */
typedef struct
{
  gsize begins; /* with the line end before it */
  gsize ends;
  gboolean is_last;
} Delimiter;

static gboolean
read_delimiter (const Part *part, gsize line, const char *boundary, Delimiter *delimiter)
{
  const char *text = part->body + line;
  gsize left = part->length - line;
  gsize length = strlen (boundary);
  const char *end;

  if (left < length + 2 || memcmp (text, "--", 2) != 0 || memcmp (text + 2, boundary, length) != 0)
    return FALSE;
  text += length + 2;
  left -= length + 2;
  delimiter->is_last = left >= 2 && memcmp (text, "--", 2) == 0;
  text += delimiter->is_last ? 2 : 0;
  end = memchr (text, '\n', (gsize) (part->body + part->length - text));
  end = end != NULL ? end + 1 : part->body + part->length;
  for (const char *p = text; p < end; p++)
    if (strchr (" \t\r\n", *p) == NULL || *p == '\0')
      return FALSE;
  delimiter->begins = line;
  if (delimiter->begins > 0)
    delimiter->begins--;
  if (delimiter->begins > 0 && part->body[delimiter->begins - 1] == '\r')
    delimiter->begins--;
  delimiter->ends = (gsize) (end - part->body);
  return TRUE;
}

/* The next one from the line at @from on. */
static gboolean
find_delimiter (const Part *part, gsize from, const char *boundary, Delimiter *delimiter)
{
  for (gsize line = from; line < part->length;)
    {
      const char *end;

      if (read_delimiter (part, line, boundary, delimiter))
        return TRUE;
      end = memchr (part->body + line, '\n', part->length - line);
      if (end == NULL)
        return FALSE;
      line = (gsize) (end - part->body) + 1;
    }
  return FALSE;
}

/* Without its last delimiter a mail was cut off. */
static gboolean
read_parts (Reading *self, const Part *part, GError **error)
{
  g_autofree char *boundary
    = bv_mime_value_get_parameter (bv_mime_header_get (part->header, "content-type"), "boundary");
  Delimiter delimiter = { 0 };
  gboolean found = boundary != NULL && *boundary != '\0' && find_delimiter (part, 0, boundary, &delimiter);

  while (found && !delimiter.is_last)
    {
      gsize start = delimiter.ends;

      found = find_delimiter (part, start, boundary, &delimiter);
      if (found
          && !read_part (self, part->body + start, MAX (delimiter.begins, start) - start, part->depth + 1,
                         error))
        return FALSE;
    }
  return found || bv_container_refuse (BV_CONTAINER_ERROR_DAMAGED, error);
}

static gboolean
is_locked (const Part *part)
{
  return g_str_equal (part->type, "multipart/encrypted")
         || (g_str_has_suffix (part->type, "pkcs7-mime")
             && strstr (bv_mime_header_get (part->header, "content-type"), "signed-data") == NULL);
}

static gboolean
read_body (Reading *self, const Part *part, GError **error)
{
  if (part->depth > BV_CONTAINER_DEEPEST_PART)
    return bv_container_refuse (BV_CONTAINER_ERROR_DEEP, error);
  if (!bv_container_budget_take_entry (&self->budget, error))
    return FALSE;
  if (is_locked (part))
    return bv_container_refuse (BV_CONTAINER_ERROR_PASSWORD, error);
  if (g_str_has_prefix (part->type, "multipart/"))
    return read_parts (self, part, error);
  return is_letter (part) || take_file (self, part, error);
}

static gboolean
read_with_header (Reading *self,
                  const BvMimeHeader *header,
                  const char *body,
                  gsize length,
                  guint depth,
                  GError **error)
{
  Part part = { header, NULL, body, length, depth };
  gboolean whole;

  part.type = bv_mime_value_get_word (bv_mime_header_get (header, "content-type"));
  if (*part.type == '\0')
    {
      g_free (part.type);
      part.type = g_strdup ("text/plain");
    }
  whole = read_body (self, &part, error);
  g_free (part.type);
  return whole;
}

static gboolean
read_part (Reading *self, const char *bytes, gsize length, guint depth, GError **error)
{
  gsize body;
  g_autoptr (BvMimeHeader) header = bv_mime_header_parse (bytes, length, &body);

  return read_with_header (self, header, bytes + body, length - body, depth, error);
}

static gboolean
is_mail (const BvMimeHeader *header)
{
  static const char *const fields[] = { "from", "date", "mime-version", "received", "subject" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (bv_mime_header_get (header, fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
take_head (Reading *self, const BvMimeHeader *header, GError **error)
{
  const char *from = bv_mime_header_get (header, "from");
  g_autofree char *decoded = from != NULL ? bv_mime_words_decode (from) : NULL;
  g_autofree char *sender = decoded != NULL ? bv_tidy_line (decoded) : NULL;
  g_autofree char *sent = bv_mime_date_to_iso (bv_mime_header_get (header, "date"));

  return self->sink->mail (self->data, sender, sent, error);
}

/**
 * bv_container_mail_read_bytes:
 * @bytes: (array length=length): a mail
 * @length: how many
 * @sink: what takes the files that it carries
 * @data: for @sink
 * @error: return location for a %BV_CONTAINER_ERROR, or what @sink says
 *
 * A mail within it is a file.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_container_mail_read_bytes (const char *bytes,
                              gsize length,
                              const BvContainerSink *sink,
                              gpointer data,
                              GError **error)
{
  gsize body;
  g_autoptr (BvMimeHeader) header = bv_mime_header_parse (bytes, length, &body);
  Reading self = { sink, data, bv_container_budget_of_container (length), 0 };

  if (!is_mail (header))
    return bv_container_refuse (BV_CONTAINER_ERROR_MAIL, error);
  if (!take_head (&self, header, error)
      || !read_with_header (&self, header, bytes + body, length - body, 0, error))
    return FALSE;
  return self.n_files > 0 || bv_container_refuse (BV_CONTAINER_ERROR_EMPTY, error);
}

/**
 * bv_container_mail_read:
 * @path: a file from outside
 * @sink: what takes the files that it carries
 * @data: for @sink
 * @error: return location for a %BV_CONTAINER_ERROR, or what @sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_container_mail_read (const char *path, const BvContainerSink *sink, gpointer data, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GByteArray) bytes = bv_source_bytes_load (path, BV_CONTAINER_MOST_MAIL, &cause);

  if (bytes == NULL)
    return bv_container_refuse (
      cause->code == BV_SOURCE_ERROR_BOMB ? BV_CONTAINER_ERROR_MAIL : BV_CONTAINER_ERROR_ABSENT, error);
  return bv_container_mail_read_bytes ((const char *) bytes->data, bytes->len, sink, data, error);
}
