/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/changes.h"
#include "store/library.h"

G_BEGIN_DECLS

gint64 bv_journal_find_end (BvLibrary *library, GError **error);
gboolean bv_journal_read_tail (BvLibrary *library, gint64 *end, BvChanges **changes, GError **error);

G_END_DECLS
