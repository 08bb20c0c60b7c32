/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-batch.h"

#include <glib/gi18n-lib.h>

static void
source_free (gpointer data)
{
  BvIntakeSource *source = data;

  g_free (source->path);
  g_free (source->name);
  bv_paste_free (source->paste);
  g_free (source);
}

/**
 * bv_intake_batch_new:
 *
 * Returns: (transfer full): nothing handed over yet
 */
BvIntakeBatch *
bv_intake_batch_new (void)
{
  BvIntakeBatch *batch = g_atomic_rc_box_new0 (BvIntakeBatch);

  batch->sources = g_ptr_array_new_with_free_func (source_free);
  batch->read = bv_read_files_new ();
  return batch;
}

static BvIntakeSource *
add_source (BvIntakeBatch *batch, const char *path, const char *name)
{
  BvIntakeSource *source = g_new (BvIntakeSource, 1);

  *source = (BvIntakeSource){ g_strdup (path), g_strdup (name), NULL };
  g_ptr_array_add (batch->sources, source);
  return source;
}

/**
 * bv_intake_batch_add:
 * @batch: what was handed over, of which nothing was read yet
 * @path: a file or folder
 * @name: (nullable): as people know it; %NULL: by its path
 */
void
bv_intake_batch_add (BvIntakeBatch *batch, const char *path, const char *name)
{
  add_source (batch, path, name);
}

/**
 * bv_intake_batch_add_pasted:
 * @batch: what was handed over, of which nothing was planned yet
 * @paste: a block, and where it goes
 */
void
bv_intake_batch_add_pasted (BvIntakeBatch *batch, const BvPaste *paste)
{
  add_source (batch, "", _ ("Pasted cells"))->paste = bv_paste_copy (paste);
}

/* A block has no path, so that one takes the place of another. */
static gboolean
has_path (const BvIntakeBatch *batch, const char *path)
{
  for (guint i = 0; i < batch->sources->len; i++)
    if (g_str_equal (((const BvIntakeSource *) g_ptr_array_index (batch->sources, i))->path, path))
      return TRUE;
  return FALSE;
}

static void
add_copy (BvIntakeBatch *batch, const BvIntakeSource *source)
{
  add_source (batch, source->path, source->name)->paste
    = source->paste != NULL ? bv_paste_copy (source->paste) : NULL;
}

/**
 * bv_intake_batch_join:
 * @before: what was handed over, and may have been planned
 * @added: what came afterwards, of which nothing was read yet
 *
 * Files that were read before are not read again, unless they were changed since; archives are unpacked anew.
 * A block gives way to a later one.
 *
 * Returns: (transfer full): both together; a file that came again stands once
 */
BvIntakeBatch *
bv_intake_batch_join (BvIntakeBatch *before, BvIntakeBatch *added)
{
  BvIntakeBatch *batch = bv_intake_batch_new ();

  for (guint i = 0; i < before->sources->len; i++)
    {
      const BvIntakeSource *source = g_ptr_array_index (before->sources, i);

      if (!has_path (added, source->path))
        add_copy (batch, source);
    }
  for (guint i = 0; i < added->sources->len; i++)
    add_copy (batch, g_ptr_array_index (added->sources, i));
  bv_read_files_unref (batch->read);
  batch->read = bv_read_files_ref (before->read);
  batch->joined = TRUE;
  return batch;
}

/**
 * bv_intake_batch_ref:
 * @batch: what was handed over
 *
 * Returns: (transfer full): @batch
 */
BvIntakeBatch *
bv_intake_batch_ref (BvIntakeBatch *batch)
{
  return g_atomic_rc_box_acquire (batch);
}

static void
clear_batch (gpointer data)
{
  BvIntakeBatch *batch = data;

  g_ptr_array_unref (batch->sources);
  g_clear_pointer (&batch->drop, bv_drop_free);
  bv_read_files_unref (batch->read);
}

/**
 * bv_intake_batch_unref:
 * @batch: (transfer full): what was handed over
 */
void
bv_intake_batch_unref (BvIntakeBatch *batch)
{
  g_atomic_rc_box_release_full (batch, clear_batch);
}
