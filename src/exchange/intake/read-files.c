/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/read-files.h"

#include "store/file-digest.h"

struct _BvReadFiles
{
  GHashTable *files;    /* path → BvReadFile */
  GHashTable *contents; /* path → BvReadContent */
  GPtrArray
    *former; /* of BvReadFile: what was read otherwise since; a plan that is shown may have it still */
  guint n_read;
};

static void
file_free (gpointer data)
{
  BvReadFile *read = data;

  g_clear_pointer (&read->file, bv_intake_file_free);
  g_clear_error (&read->failure);
  g_free (read->sha256);
  g_free (read);
}

static void
content_free (gpointer data)
{
  BvReadContent *content = data;

  g_clear_error (&content->refusal);
  g_free (content->sha256);
  g_free (content);
}

/**
 * bv_read_files_new:
 *
 * Returns: (transfer full): nothing read yet
 */
BvReadFiles *
bv_read_files_new (void)
{
  BvReadFiles *files = g_atomic_rc_box_new0 (BvReadFiles);

  files->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);
  files->former = g_ptr_array_new_with_free_func (file_free);
  files->contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, content_free);
  return files;
}

/**
 * bv_read_files_ref:
 * @files: what was read
 *
 * Returns: (transfer full): @files
 */
BvReadFiles *
bv_read_files_ref (BvReadFiles *files)
{
  return g_atomic_rc_box_acquire (files);
}

static void
clear (gpointer data)
{
  BvReadFiles *files = data;

  g_hash_table_unref (files->files);
  g_hash_table_unref (files->contents);
  g_ptr_array_unref (files->former);
}

/**
 * bv_read_files_unref:
 * @files: (transfer full): what was read
 */
void
bv_read_files_unref (BvReadFiles *files)
{
  g_atomic_rc_box_release_full (files, clear);
}

/**
 * bv_read_files_read:
 * @files: what was read so far
 * @path: a file from outside
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads a file, unless that was done already; its tables are as they stand in it.
 *
 * Returns: (transfer none) (nullable): what was read; %NULL where it was given up
 */
const BvReadFile *
bv_read_files_read (BvReadFiles *files, const char *path, GCancellable *cancellable, GError **error)
{
  BvReadFile *read = g_hash_table_lookup (files->files, path);

  if (read != NULL)
    {
      if (read->file != NULL)
        bv_intake_file_restore (read->file);
      return read;
    }
  read = g_new0 (BvReadFile, 1);
  read->sha256 = bv_file_digest_compute (path);
  read->file = bv_intake_file_read (path, cancellable, &read->failure);
  if (g_error_matches (read->failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&read->failure));
      file_free (read);
      return NULL;
    }
  files->n_read++;
  g_hash_table_insert (files->files, g_strdup (path), read);
  return read;
}

/**
 * bv_read_files_get_content:
 * @files: what was read so far
 * @path: a file that may be evidence
 *
 * Returns: (transfer none) (nullable): what is known of it; %NULL: nothing yet
 */
const BvReadContent *
bv_read_files_get_content (BvReadFiles *files, const char *path)
{
  return g_hash_table_lookup (files->contents, path);
}

/**
 * bv_read_files_keep_content:
 * @files: what was read so far
 * @path: a file that may be evidence
 * @sha256: (nullable): its content; %NULL: it could not be read
 * @bytes: its size
 * @refusal: (nullable): why it may not be evidence
 */
void
bv_read_files_keep_content (BvReadFiles *files,
                            const char *path,
                            const char *sha256,
                            gint64 bytes,
                            const GError *refusal)
{
  BvReadContent *content = g_new (BvReadContent, 1);

  *content = (BvReadContent){ g_strdup (sha256), bytes, refusal != NULL ? g_error_copy (refusal) : NULL };
  files->n_read++;
  g_hash_table_insert (files->contents, g_strdup (path), content);
}

static gboolean
is_as_read (const char *path, const char *sha256)
{
  g_autofree char *now = bv_file_digest_compute (path);

  return now != NULL && g_strcmp0 (now, sha256) == 0;
}

static gboolean
is_content_changed (gpointer path, gpointer data, gpointer unused)
{
  return !is_as_read (path, ((const BvReadContent *) data)->sha256);
}

/**
 * bv_read_files_forget_changed:
 * @files: what was read so far
 *
 * What is no longer as it was read, or could not be read, is read anew the next time. What was read stays for
 * the plans that were made of it, as long as @files does.
 */
void
bv_read_files_forget_changed (BvReadFiles *files)
{
  GHashTableIter iter;
  gpointer path, data;

  g_hash_table_iter_init (&iter, files->files);
  while (g_hash_table_iter_next (&iter, &path, &data))
    if (!is_as_read (path, ((const BvReadFile *) data)->sha256))
      {
        g_ptr_array_add (files->former, data);
        g_hash_table_iter_steal (&iter);
        g_free (path);
      }
  g_hash_table_foreach_remove (files->contents, is_content_changed, NULL);
}

/**
 * bv_read_files_count:
 * @files: what was read so far
 *
 * Returns: how many times a file was read
 */
guint
bv_read_files_count (const BvReadFiles *files)
{
  return files->n_read;
}
