/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Room-private. */
gboolean bv_row_owners_name (BvLibrary *library, GArray *rows, GError **error);

G_END_DECLS
