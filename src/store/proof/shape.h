/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: whether the tables are those that the steps of the schema make. The file says itself what its
 * columns may hold, and a bit of that may turn too. */

gboolean bv_shape_check (BvLibrary *library, GPtrArray *findings, GError **error);

G_END_DECLS
