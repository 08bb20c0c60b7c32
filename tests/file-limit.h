/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* No file of this process may grow beyond a limit: what a full disk looks like to whoever writes one. */

#define FILE_LIMIT_MISSING "this system has no limit of file sizes"

gboolean file_limit_is_there (void);
void file_limit_set (guint bytes);
void file_limit_lift (void);
