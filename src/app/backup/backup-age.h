/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bv_backup_age_write (gint64 time, gint64 now);
char *bv_backup_age_write_exactly (gint64 time);
gboolean bv_backup_age_is_high (gint64 time, gint64 now);

G_END_DECLS
