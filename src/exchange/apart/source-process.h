/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean bv_source_process_read (const char *path,
                                 const BvSourceSink *sink,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/* Room-private: the program that reads, where it is installed, and how it is started. */
GSubprocess *bv_source_process_start (const char *option, const char *path, GError **error);
void bv_source_process_end (GSubprocess *process);
char *bv_source_process_find (void);
char *bv_source_process_find_installed (void);
GSubprocessFlags bv_source_process_get_flags (void);

G_END_DECLS
