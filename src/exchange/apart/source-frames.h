/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"
#include "exchange/source/source-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Tables on their way from the process that reads a file to the one that asked for it. Who takes them trusts
 * nothing of them: the file may have taken over who reads it. */

/**
 * BvSourceWriter:
 *
 * Writes what a reader hands over.
 */
typedef struct _BvSourceWriter BvSourceWriter;

extern const BvSourceSink bv_source_writer_sink;

BvSourceWriter *bv_source_writer_new (GOutputStream *stream);
void bv_source_writer_free (BvSourceWriter *writer);
gboolean bv_source_writer_end (BvSourceWriter *writer, const GError *failure, GError **error);

gboolean bv_source_frames_take (GInputStream *stream,
                                const BvSourceSink *sink,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSourceWriter, bv_source_writer_free)

G_END_DECLS
