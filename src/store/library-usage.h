/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvLibraryUsage:
 *
 * What a library takes of its disk, in bytes.
 */
typedef struct
{
  gint64 database; /* without the journal, with what SQLite has beside the file */
  gint64 journal;  /* the changes it can undo */
  gint64 vault;
  gint64 backups; /* in the library's own place, and copies made before an upgrade */
} BvLibraryUsage;

gboolean bv_library_usage_measure (BvLibrary *library, BvLibraryUsage *usage, GError **error);

G_END_DECLS
