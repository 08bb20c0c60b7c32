/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/spool.h"

#include "store/failure.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

struct _BvSpool
{
  BvLibrary *library;
  gsize most_in_memory;
  gint64 length;
  GByteArray *memory; /* what was written, while there is no file */
  gsize next;         /* in @memory, the byte to be read */
  char *folder;       /* of the file */
  FILE *file;         /* NULL: all is in memory */
  GError *error;      /* the first failure: nothing is written or read after it */
};

/**
 * bv_spool_new:
 * @library: a library open for writing, which must outlive the spool
 * @most_in_memory: with more bytes than these a file is made
 *
 * Returns: (transfer full): an empty spool, to be written
 */
BvSpool *
bv_spool_new (BvLibrary *library, gsize most_in_memory)
{
  BvSpool *spool = g_new0 (BvSpool, 1);

  spool->library = library;
  spool->most_in_memory = most_in_memory;
  spool->memory = g_byte_array_new ();
  return spool;
}

/**
 * bv_spool_free:
 * @spool: (transfer full): a spool
 *
 * Removes its file, too.
 */
void
bv_spool_free (BvSpool *spool)
{
  if (spool->file != NULL)
    fclose (spool->file);
  if (spool->folder != NULL)
    bv_library_remove_temporary_folder (spool->folder);
  g_free (spool->folder);
  g_byte_array_unref (spool->memory);
  g_clear_error (&spool->error);
  g_free (spool);
}

static void
fail (BvSpool *spool)
{
  const char *folder = bv_library_get_folder (spool->library);
  const char *why = bv_failure_describe_code (errno);
  g_autofree char *room = bv_failure_describe_room (why, folder);

  g_set_error (&spool->error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s: cannot keep a work file here: %s%s. Free some space on the disk and try again"),
               folder, why, room);
}

static void
open_file (BvSpool *spool)
{
  g_autofree char *path = NULL;

  spool->folder = bv_library_make_temporary_folder (spool->library, &spool->error);
  if (spool->folder == NULL)
    return;
  path = g_build_filename (spool->folder, "spool", NULL);
  spool->file = g_fopen (path, "w+b");
  if (spool->file == NULL)
    fail (spool);
  else
    /* Where an open file may lose its name, not even a process that is killed leaves it behind. Elsewhere
     * nothing is removed yet. */
    bv_library_remove_temporary_folder (spool->folder);
}

static void
write_file (BvSpool *spool, const void *bytes, gsize length)
{
  if (spool->error == NULL && fwrite (bytes, 1, length, spool->file) != length)
    fail (spool);
}

static void
move_to_file (BvSpool *spool)
{
  open_file (spool);
  if (spool->memory->len > 0)
    write_file (spool, spool->memory->data, spool->memory->len);
  g_byte_array_unref (spool->memory);
  spool->memory = g_byte_array_new ();
}

static int
get_result (const BvSpool *spool)
{
  return spool->error == NULL ? SQLITE_OK : SQLITE_IOERR;
}

/**
 * bv_spool_write:
 * @spool: a #BvSpool that was not read yet
 * @bytes: (array length=length): what comes next
 * @length: how many bytes
 *
 * Returns: %SQLITE_OK, or %SQLITE_IOERR where bv_spool_get_error() says what went wrong
 */
int
bv_spool_write (void *spool, const void *bytes, int length)
{
  BvSpool *self = spool;

  if (self->error != NULL)
    return SQLITE_IOERR;
  self->length += length;
  if (self->file == NULL && (guint64) self->length > self->most_in_memory)
    move_to_file (self);
  if (self->file != NULL)
    write_file (self, bytes, length);
  else if (self->error == NULL)
    g_byte_array_append (self->memory, bytes, length);
  return get_result (self);
}

/**
 * bv_spool_rewind:
 * @spool: a spool to which nothing more is written
 *
 * From here on it is read from its start. A failure is told by bv_spool_read().
 */
void
bv_spool_rewind (BvSpool *spool)
{
  spool->next = 0;
  /* What was written may stand in the stream's own memory so far. */
  if (spool->error == NULL && spool->file != NULL
      && (fflush (spool->file) != 0 || fseek (spool->file, 0, SEEK_SET) != 0))
    fail (spool);
}

static gsize
read_memory (BvSpool *spool, void *bytes, gsize length)
{
  gsize left = spool->memory->len - spool->next;

  length = MIN (length, left);
  if (length > 0)
    memcpy (bytes, spool->memory->data + spool->next, length);
  spool->next += length;
  return length;
}

static gsize
read_file (BvSpool *spool, void *bytes, gsize length)
{
  gsize found = fread (bytes, 1, length, spool->file);

  if (found < length && ferror (spool->file))
    fail (spool);
  return found;
}

/**
 * bv_spool_read:
 * @spool: a #BvSpool after bv_spool_rewind()
 * @bytes: (out caller-allocates) (array length=length): where the next bytes go
 * @length: (inout): how many there is room for; how many there are: fewer only at the end
 *
 * Returns: %SQLITE_OK, or %SQLITE_IOERR where bv_spool_get_error() says what went wrong
 */
int
bv_spool_read (void *spool, void *bytes, int *length)
{
  BvSpool *self = spool;

  if (self->error != NULL)
    *length = 0;
  else if (self->file != NULL)
    *length = read_file (self, bytes, *length);
  else
    *length = read_memory (self, bytes, *length);
  return get_result (self);
}

/**
 * bv_spool_get_length:
 * @spool: a spool
 *
 * Returns: how many bytes were written
 */
gint64
bv_spool_get_length (const BvSpool *spool)
{
  return spool->length;
}

/**
 * bv_spool_get_error:
 * @spool: a spool
 *
 * Returns: (transfer none) (nullable): the %BV_STORE_ERROR of its first failure; %NULL: there was none
 */
const GError *
bv_spool_get_error (const BvSpool *spool)
{
  return spool->error;
}
