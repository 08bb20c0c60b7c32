/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/container/container-sink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files on their way from the process that unpacks an archive or mail to the one that asked. */

/**
 * BvContainerWriter:
 *
 * Writes the files that are unpacked.
 */
typedef struct _BvContainerWriter BvContainerWriter;

extern const BvContainerSink bv_container_writer_sink;

BvContainerWriter *bv_container_writer_new (GOutputStream *stream);
void bv_container_writer_free (BvContainerWriter *writer);
gboolean bv_container_writer_end (BvContainerWriter *writer, const GError *failure, GError **error);

gboolean bv_container_frames_take (GInputStream *stream,
                                   const BvContainerSink *sink,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvContainerWriter, bv_container_writer_free)

G_END_DECLS
