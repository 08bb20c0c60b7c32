/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What this process has begun and not ended, on the disk: whoever starts next finds there what a process left
 * behind that was killed, wherever that lies, and removes it. */

typedef enum
{
  BV_REGISTER_FILE,    /* with a name of bv_unfinished_name_make() */
  BV_REGISTER_TREE,    /* a folder with such a name, and all in it */
  BV_REGISTER_FOLDER,  /* that was made here, while nothing is in it */
  BV_REGISTER_LIBRARY, /* that was made here, while nothing was done in it */
  BV_REGISTER_COPIES,  /* the folder of those that are opened in other programs */
  BV_REGISTER_UNNAMED, /* a file in a vault, until something in the library names it */
} BvRegisterKind;

void bv_register_add (BvRegisterKind kind, const char *path);
void bv_register_remove (const char *path);
void bv_register_remove_kind (BvRegisterKind kind, const char *path);
GPtrArray *bv_register_list (BvRegisterKind kind, const char *folder);
void bv_register_clean (gboolean with_folders);

G_END_DECLS
