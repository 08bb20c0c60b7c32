/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: where a digest does not fit, which cells are not what the journal recorded. */

gboolean bv_trace_find (BvLibrary *library, GPtrArray *findings, GError **error);

G_END_DECLS
