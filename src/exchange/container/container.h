/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/container/container-sink.h"

G_BEGIN_DECLS

/* Archives and mails from outside. */

gboolean bv_container_read (const char *path, const BvContainerSink *sink, gpointer data, GError **error);

G_END_DECLS
