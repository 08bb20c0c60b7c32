/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file that another program has open. */

#define HELD_FILE_MISSING "on this system an open file can be replaced"

/* What it lets others do meanwhile. */
typedef enum
{
  HELD_FILE_ALONE,
  HELD_FILE_READ,  /* only read it, as Excel does */
  HELD_FILE_FREELY /* replace it too, as who looks for viruses does */
} HeldFileSharing;

typedef struct _HeldFile HeldFile;

gboolean held_file_is_there (void);
HeldFile *held_file_open (const char *path, HeldFileSharing sharing);
void held_file_close (HeldFile *held);
