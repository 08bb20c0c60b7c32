/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "held-file.h"

gboolean
held_file_is_there (void)
{
  return FALSE;
}

HeldFile *
held_file_open (const char *path, HeldFileSharing sharing)
{
  return NULL;
}

void
held_file_close (HeldFile *held)
{
}
