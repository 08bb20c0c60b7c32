/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/copy-comparison.h"

#include "app/session/reader.h"

typedef struct
{
  char *library;
  char *database;
} Input;

static void
input_free (gpointer data)
{
  Input *input = data;

  g_free (input->library);
  g_free (input->database);
  g_free (input);
}

static gpointer
compare (BvLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Input *input = data;

  return bv_backup_comparison_new (input->library, input->database, error);
}

/**
 * bv_copy_comparison_read_async:
 * @library: the folder of the library
 * @database: a backup
 * @cancellable: (nullable): to give up
 * @callback: called in this thread when it is done
 * @data: for @callback
 *
 * Sets a copy beside the library as it is now, in a thread.
 */
void
bv_copy_comparison_read_async (const char *library,
                               const char *database,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  static const BvReaderKind kind = { compare, input_free, (GDestroyNotify) bv_backup_comparison_free };
  Input *input = g_new (Input, 1);

  *input = (Input){ g_strdup (library), g_strdup (database) };
  bv_reader_run_async (&kind, NULL, input, cancellable, callback, data);
}

/**
 * bv_copy_comparison_read_finish:
 * @result: what the callback was given
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the comparison; %NULL with @error set
 */
BvBackupComparison *
bv_copy_comparison_read_finish (GAsyncResult *result, GError **error)
{
  return bv_reader_run_finish (result, error);
}
