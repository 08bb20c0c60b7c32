/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder that a test made for itself. */

/* With all that is in it; where a link leads to, everything stays. */
void scratch_folder_remove (const char *folder);

/* All that is in it, into a folder that is not there yet. */
void scratch_folder_copy (const char *folder, const char *target);

/* How many files and folders are in it, without what lies deeper. */
guint scratch_folder_count (const char *folder);

G_END_DECLS
