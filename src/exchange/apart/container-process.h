/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/container/container-sink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What tells the program that reads files from outside to unpack one. */
#define BV_CONTAINER_PROCESS_OPTION "--unpack"

gboolean bv_container_process_read (const char *path,
                                    const BvContainerSink *sink,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
