/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file that another program has open, and that nobody may replace while it is. */

#define HELD_FILE_MISSING "on this system an open file can be replaced"

typedef struct _HeldFile HeldFile;

gboolean held_file_is_there (void);
HeldFile *held_file_open (const char *path, gboolean shared);
void held_file_close (HeldFile *held);
