/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/progress.h"

G_BEGIN_DECLS

char *bv_backup_view_make (const char *database, const BvProgress *progress, GError **error);
void bv_backup_view_discard (const char *folder);

G_END_DECLS
