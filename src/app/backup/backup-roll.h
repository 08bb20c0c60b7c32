/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup-list.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void bv_backup_roll_read_async (const char *library,
                                gboolean whole,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
BvBackupList *bv_backup_roll_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
