/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/enclosure/planned-enclosure.h"

G_BEGIN_DECLS

/* What a file is that may be evidence. */

gboolean bv_enclosure_content_has_no_tables (const char *path);
gboolean bv_enclosure_content_read (BvPlannedEnclosure *enclosure, GCancellable *cancellable, GError **error);

G_END_DECLS
