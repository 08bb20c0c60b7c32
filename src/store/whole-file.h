/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/witness.h"

#include <glib.h>

G_BEGIN_DECLS

/* A file that leaves the library: it is written beside the name it is to have, and has that name only when it
 * is whole and safe on the disk. */

#define BV_WHOLE_FILE_ERROR (bv_whole_file_error_quark ())
GQuark bv_whole_file_error_quark (void);

typedef enum
{
  BV_WHOLE_FILE_ERROR_WRITE,
} BvWholeFileError;

char *bv_whole_file_begin (const char *path, GError **error);
gboolean bv_whole_file_keep (const char *path, char **kept, GError **error);
gboolean bv_whole_file_confirm (const char *temporary, BvWitness *witness, const char *path, GError **error);
gboolean bv_whole_file_finish (const char *temporary, const char *path, GError **error);
gboolean bv_whole_file_write (const char *path, const char *text, gsize length, GError **error);
gboolean bv_whole_file_refuse (const char *path, const char *reason, GError **error);
gboolean bv_whole_file_refuse_to_replace (const char *path, int failure, GError **error);

G_END_DECLS
