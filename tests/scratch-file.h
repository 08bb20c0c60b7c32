/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a test writes a file, in a folder of its own. Nothing is there yet. */
typedef struct
{
  char *folder;
  char *path;
} ScratchFile;

/* @name: what the file is called. */
void scratch_file_set_up (ScratchFile *file, gconstpointer name);
void scratch_file_tear_down (ScratchFile *file, gconstpointer name);

G_END_DECLS
