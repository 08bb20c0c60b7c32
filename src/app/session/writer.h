/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

typedef struct _BvWriter BvWriter;

/* Needs the writer. */
typedef void (*BvWriterFunc) (gpointer owner, gpointer data);

BvWriter *bv_writer_new (BvLibrary *library);
void bv_writer_free (BvWriter *writer);
BvLibrary *bv_writer_get_library (BvWriter *writer);
BvLibrary *bv_writer_lend (BvWriter *writer, GError **error);
void bv_writer_take_back (BvWriter *writer);
gboolean bv_writer_is_lent (BvWriter *writer);
void bv_writer_wait (BvWriter *writer, BvWriterFunc func, gpointer data);
void bv_writer_serve (BvWriter *writer, gpointer owner);

G_END_DECLS
