/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

char *bv_row_digest_compute (BvLibrary *library, gint64 *n_rows, GError **error);

G_END_DECLS
