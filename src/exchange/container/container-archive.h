/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/container/container-kind.h"
#include "exchange/container/container-sink.h"

G_BEGIN_DECLS

/* Archives: .zip, .rar, .7z. */

gboolean bv_container_archive_read (const char *path,
                                    BvContainerKind kind,
                                    const BvContainerSink *sink,
                                    gpointer data,
                                    GError **error);

G_END_DECLS
