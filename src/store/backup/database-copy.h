/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

gboolean
bv_database_copy_write (BvLibrary *library, const char *path, const BvProgress *progress, GError **error);

G_END_DECLS
