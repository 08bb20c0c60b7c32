/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: whether the rows that a changeset touched refer to rows that are there, and no row refers to
 * one that it took away. */

gboolean bv_references_check (BvLibrary *library,
                              const void *changeset,
                              gsize length,
                              gboolean *broken,
                              GError **error);

G_END_DECLS
