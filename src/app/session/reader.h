/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs in a thread, with a library open for reading, or NULL where none is wanted. Returns what came of it,
 * or NULL with the error set. */
typedef gpointer (*BvReaderFunc) (BvLibrary *library,
                                  gpointer input,
                                  GCancellable *cancellable,
                                  GError **error);

/* What is read in a thread. */
typedef struct
{
  BvReaderFunc read;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
} BvReaderKind;

void bv_reader_run_async (const BvReaderKind *kind,
                          const char *folder,
                          gpointer input,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);
gpointer bv_reader_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
