/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/container/container-sink.h"

G_BEGIN_DECLS

/* Mails as programs save them: .eml (RFC 5322 and 2045 to 2049). */

gboolean
bv_container_mail_read (const char *path, const BvContainerSink *sink, gpointer data, GError **error);
gboolean bv_container_mail_read_bytes (const char *bytes,
                                       gsize length,
                                       const BvContainerSink *sink,
                                       gpointer data,
                                       GError **error);

G_END_DECLS
