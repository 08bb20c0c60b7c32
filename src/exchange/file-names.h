/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of files that go out together, in folders or in an archive: on whatever system they are opened, each
 * has a place of its own. */

typedef struct _BvFileNames BvFileNames;

BvFileNames *bv_file_names_new (void);
void bv_file_names_free (BvFileNames *names);
char *bv_file_names_take (BvFileNames *names,
                          const char *folder,
                          const char *stem,
                          const char *extension,
                          guint most);
char *bv_file_names_take_marked (BvFileNames *names,
                                 const char *folder,
                                 const char *stem,
                                 const char *mark,
                                 const char *extension,
                                 guint most);
char *bv_file_names_fold (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFileNames, bv_file_names_free)

G_END_DECLS
