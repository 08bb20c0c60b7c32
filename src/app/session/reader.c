/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/reader.h"

typedef struct
{
  const BvReaderKind *kind;
  char *folder;
  gpointer input;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  request->kind->free_input (request->input);
  g_free (request->folder);
  g_free (request);
}

static gpointer
read_library (const Request *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvLibrary) library = NULL;

  if (request->folder != NULL)
    {
      library = bv_library_open (request->folder, BV_LIBRARY_READ, error);
      if (library == NULL)
        return NULL;
    }
  return request->kind->read (library, request->input, cancellable, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  gpointer result = read_library (request, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, request->kind->free_result);
  else
    g_task_return_error (task, error);
}

/**
 * bv_reader_run_async:
 * @kind: what is read
 * @folder: (nullable): the folder of the library that is read beside its writer; %NULL: none is
 * @input: (transfer full): for @kind; freed in whichever thread is the last to need it
 * @cancellable: (nullable): to give up
 * @callback: called in this thread when it is done
 * @data: for @callback
 *
 * Reads in a thread.
 */
void
bv_reader_run_async (const BvReaderKind *kind,
                     const char *folder,
                     gpointer input,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->kind = kind;
  request->folder = g_strdup (folder);
  request->input = input;
  /* The end looks at it itself, so that a result that comes too late is freed. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, bv_reader_run_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * bv_reader_run_finish:
 * @result: what the callback was given
 * @error: return location for an error of the reading, or %G_IO_ERROR_CANCELLED, whatever else happened,
 * where it was given up by now
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL with @error set
 */
gpointer
bv_reader_run_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  const Request *request = g_task_get_task_data (task);
  g_autoptr (GError) local = NULL;
  gpointer made = g_task_propagate_pointer (task, &local);

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), error))
    {
      g_clear_pointer (&made, request->kind->free_result);
      return NULL;
    }
  if (made == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return made;
}
