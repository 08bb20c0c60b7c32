/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/vault-source.h"

#include "store/digest.h"
#include "store/error.h"
#include "store/failure.h"
#include "store/file-name.h"
#include "store/file-system.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MOST_BYTES (G_GINT64_CONSTANT (2) << 30)

#define BUFFER_SIZE (256 * 1024)

static gboolean
set_program_error (const char *name, GError **error)
{
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ (
      "%s is a program or script. Evidence is a document, a table or a picture: attach it as PDF, or pack it into a .zip archive, and attach that."),
    name);
  return FALSE;
}

static gboolean
set_read_error (const char *name, GError **error, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, cause);
  else
    {
      g_set_error (error, BV_STORE_ERROR,
                   g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? BV_STORE_ERROR_NOT_FOUND
                                                                             : BV_STORE_ERROR_FILE,
                   _ ("%s cannot be read: %s. Check that the file is there and that you may read it."), name,
                   bv_failure_describe (cause));
      g_error_free (cause);
    }
  return FALSE;
}

static GFileInputStream *
open_stream (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  GError *cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  const char *path = g_file_peek_path (file);

  if (stream != NULL)
    return g_steal_pointer (&stream);
  if (path == NULL || !bv_file_system_is_withheld (path))
    set_read_error (name, error, cause);
  else
    {
      g_set_error (
        error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
        _ ("%s cannot be read: another program has it open for itself alone. Close it there, and try "
           "again."),
        name);
      g_error_free (cause);
    }
  return NULL;
}

static gboolean
check_size (const char *name, gint64 bytes, GError **error)
{
  if (bytes > 0 && bytes <= MOST_BYTES)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               bytes == 0
                 ? _ ("%s is empty. Check that it was copied or saved completely.")
                 : _ ("%s is larger than 2 GB. Attach it in parts, or scanned at a lower resolution."),
               name);
  return FALSE;
}

/* Returns: whether who takes it could. */
static gboolean
hand_over (const BvVaultTakers *takers, const guint8 *block, gsize length, GError **error)
{
  if (takers->inspection != NULL)
    bv_evidence_inspection_take (takers->inspection, block, length);
  return takers->draft == NULL || bv_vault_draft_write (takers->draft, block, length, error);
}

/**
 * bv_vault_source_read:
 * @file: a file
 * @name: what messages call it
 * @takers: who sees what is read
 * @bytes: (out): how many they are
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads @file to its end or the limit, hashes it, and hands it to the takers. A program is refused.
 *
 * Returns: (transfer full) (nullable): its SHA-256; %NULL with @error set on failure
 */
char *
bv_vault_source_read (GFile *file,
                      const char *name,
                      const BvVaultTakers *takers,
                      gint64 *bytes,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autofree guint8 *block = g_malloc (BUFFER_SIZE);
  GError *cause = NULL;
  g_autoptr (GFileInputStream) stream = open_stream (file, name, cancellable, error);
  gsize length = BUFFER_SIZE;

  if (stream == NULL)
    return NULL;
  for (*bytes = 0; length == BUFFER_SIZE && *bytes <= MOST_BYTES; *bytes += length)
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), block, BUFFER_SIZE, &length, cancellable,
                                    &cause))
        {
          set_read_error (name, error, cause);
          return NULL;
        }
      if (*bytes == 0 && bv_file_start_is_program (block, length))
        {
          set_program_error (name, error);
          return NULL;
        }
      bv_digest_update (digest, block, length);
      if (!hand_over (takers, block, length, error))
        return NULL;
    }
  return bv_digest_finish (digest);
}

/* What changes while it is read is neither what it was nor what it is now. */
static char *
read_stamp (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
    file,
    G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC
                                   "," G_FILE_ATTRIBUTE_UNIX_INODE,
    G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  if (info == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%" PRId64 " %" PRIu64 " %u %" PRIu64, (gint64) g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static gboolean
check_unchanged (GFile *file, const char *name, const char *before, gint64 bytes, GError **error)
{
  g_autofree char *after = read_stamp (file, NULL);

  /* Of what a resource or a share does not tell, the length still speaks. */
  if (g_str_equal (before, after) && (*before == '\0' || g_ascii_strtoll (before, NULL, 10) == bytes))
    return TRUE;
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("%s was changed while it was read: close it in the program that writes it, or wait until it "
       "is copied or downloaded, and attach it again."),
    name);
  return FALSE;
}

/**
 * bv_vault_source_read_unchanged:
 * @file: a file
 * @name: what messages call it
 * @takers: who sees what is read
 * @bytes: (out): how many they are
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * bv_vault_source_read() of a file that somebody may be writing to, or that may be empty or too large.
 *
 * Returns: as bv_vault_source_read(); %NULL with @error set also where it is none that can be kept
 */
char *
bv_vault_source_read_unchanged (GFile *file,
                                const char *name,
                                const BvVaultTakers *takers,
                                gint64 *bytes,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autofree char *stamp = read_stamp (file, cancellable);
  g_autofree char *sha256 = bv_vault_source_read (file, name, takers, bytes, cancellable, error);

  if (sha256 == NULL || !check_size (name, *bytes, error)
      || !check_unchanged (file, name, stamp, *bytes, error))
    return NULL;
  return g_steal_pointer (&sha256);
}

static gboolean
set_kind_error (const char *name, GFileType type, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               type == G_FILE_TYPE_DIRECTORY ? _ ("%s is a folder. Attach the files in it.")
                                             : _ ("%s is not a file that can be kept. Attach a document."),
               name);
  return FALSE;
}

/**
 * bv_vault_source_check:
 * @file: a file
 * @name: what messages call it
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Refuses what can be refused before the file is read.
 *
 * Returns: %FALSE with @error set where it is none that can be kept
 */
gboolean
bv_vault_source_check (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  GError *cause = NULL;
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, &cause);

  if (info == NULL)
    return set_read_error (name, error, cause);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return set_kind_error (name, g_file_info_get_file_type (info), error);
  if (bv_file_name_is_program (name))
    return set_program_error (name, error);
  return check_size (name, g_file_info_get_size (info), error);
}
