/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup-comparison.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void bv_copy_comparison_read_async (const char *library,
                                    const char *database,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
BvBackupComparison *bv_copy_comparison_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
