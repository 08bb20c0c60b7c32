/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backup-roll.h"

#include "app/backup/backup-places.h"
#include "app/session/reader.h"

/* Where is looked, and how closely. */
typedef struct
{
  char *library;
  char **places;
  gboolean whole;
} Input;

static void
input_free (gpointer data)
{
  Input *input = data;

  g_free (input->library);
  g_strfreev (input->places);
  g_free (input);
}

static gpointer
read_list (BvLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Input *input = data;

  return bv_backup_list_read (input->library, (const char *const *) input->places, input->whole);
}

/**
 * bv_backup_roll_read_async:
 * @library: the folder of a library
 * @whole: whether each copy is read to its end
 * @cancellable: (nullable): to give up
 * @callback: called in this thread when it is done
 * @data: for @callback
 *
 * Lists the backups in the library's own place and in the one that the user chose, in a thread: a drive of
 * the network may keep it waiting.
 */
void
bv_backup_roll_read_async (const char *library,
                           gboolean whole,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  static const BvReaderKind kind = { read_list, input_free, (GDestroyNotify) bv_backup_list_free };
  Input *input = g_new0 (Input, 1);

  input->library = g_strdup (library);
  input->places = bv_backup_places_list ();
  input->whole = whole;
  bv_reader_run_async (&kind, NULL, input, cancellable, callback, data);
}

/**
 * bv_backup_roll_read_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the list; %NULL with @error set
 */
BvBackupList *
bv_backup_roll_read_finish (GAsyncResult *result, GError **error)
{
  return bv_reader_run_finish (result, error);
}
