/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/writer.h"

/**
 * BvWriter:
 *
 * The one connection that writes to a library. A thread may borrow it: a library has one writer, so the
 * thread cannot open a second, and it needs this one for itself, for SQLite lets one thread at a time use a
 * connection. Meanwhile a reader stands in: the window goes on showing the library as it was, and nobody else
 * can write.
 */
struct _BvWriter
{
  BvLibrary *library;  /* the writer */
  BvLibrary *stand_in; /* while it is lent; else NULL */
  GQueue waiting;      /* of Waiting */
};

/* What is done when the writer is back. */
typedef struct
{
  BvWriterFunc func;
  gpointer data;
} Waiting;

/**
 * bv_writer_new:
 * @library: (transfer full): a library open for writing
 *
 * Returns: (transfer full): it, to be lent
 */
BvWriter *
bv_writer_new (BvLibrary *library)
{
  BvWriter *self = g_new0 (BvWriter, 1);

  self->library = library;
  return self;
}

/**
 * bv_writer_free:
 * @writer: (transfer full): a writer that is not lent
 */
void
bv_writer_free (BvWriter *writer)
{
  g_queue_clear_full (&writer->waiting, g_free);
  bv_library_close (writer->library);
  g_free (writer);
}

/**
 * bv_writer_get_library:
 * @writer: a writer
 *
 * Returns: (transfer none): the library for the main thread; only to be read while the writer is lent
 */
BvLibrary *
bv_writer_get_library (BvWriter *writer)
{
  return writer->stand_in != NULL ? writer->stand_in : writer->library;
}

/**
 * bv_writer_lend:
 * @writer: a writer that is not lent
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer none) (nullable): the library for a thread, until bv_writer_take_back(); %NULL with
 * @error set
 */
BvLibrary *
bv_writer_lend (BvWriter *writer, GError **error)
{
  writer->stand_in = bv_library_open (bv_library_get_folder (writer->library), BV_LIBRARY_READ, error);
  return writer->stand_in != NULL ? writer->library : NULL;
}

/**
 * bv_writer_take_back:
 * @writer: a writer that is lent
 */
void
bv_writer_take_back (BvWriter *writer)
{
  g_clear_pointer (&writer->stand_in, bv_library_close);
}

/**
 * bv_writer_is_lent:
 * @writer: a writer
 *
 * Returns: whether a thread has it
 */
gboolean
bv_writer_is_lent (BvWriter *writer)
{
  return writer->stand_in != NULL;
}

/**
 * bv_writer_wait:
 * @writer: a writer
 * @func: called by bv_writer_serve()
 * @data: for @func
 */
void
bv_writer_wait (BvWriter *writer, BvWriterFunc func, gpointer data)
{
  Waiting *waiting = g_new (Waiting, 1);

  *waiting = (Waiting){ func, data };
  g_queue_push_tail (&writer->waiting, waiting);
}

/**
 * bv_writer_serve:
 * @writer: a writer
 * @owner: for whoever waits
 *
 * Calls who waits, in the order they came, for as long as nobody of them lends the writer.
 */
void
bv_writer_serve (BvWriter *writer, gpointer owner)
{
  Waiting *next;

  while (writer->stand_in == NULL && (next = g_queue_pop_head (&writer->waiting)) != NULL)
    {
      next->func (owner, next->data);
      g_free (next);
    }
}
