/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder that a test made for itself. */

/* With all that is in it; where a link leads to, everything stays. */
void scratch_folder_remove (const char *folder);

/* How many files and folders are in it, without what lies deeper. */
guint scratch_folder_count (const char *folder);

G_END_DECLS
