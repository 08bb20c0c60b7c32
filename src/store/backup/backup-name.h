/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A backup is named after the moment it was made, as the clock of the computer showed it:
 * "bangvang-2026-11-30-174000.db". That moment is a stamp, yyyymmddhhmmss, which can be compared. */

#define BV_BACKUP_DATABASE ".db"
#define BV_BACKUP_MANIFEST ".json"

/* Behind the name of what is still being written. */
#define BV_BACKUP_PART ".part"

gint64 bv_backup_name_get_stamp (gint64 time);
gint64 bv_backup_name_get_next_stamp (gint64 stamp);
char *bv_backup_name_write_stamp (gint64 stamp);
char *bv_backup_name_write (gint64 stamp, const char *ending);
gint64 bv_backup_name_read (const char *name);
char *bv_backup_name_get_manifest (const char *path);

G_END_DECLS
