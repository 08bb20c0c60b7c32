/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 bv_changeset_count_rows (const void *changeset, gsize length);

G_END_DECLS
