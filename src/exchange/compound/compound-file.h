/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvCompoundFile:
 *
 * A file of streams, as which Office kept everything before 2007, and keeps what is locked (MS-CFB).
 */
typedef struct _BvCompoundFile BvCompoundFile;

BvCompoundFile *bv_compound_file_open (const guint8 *bytes, gsize length);
void bv_compound_file_free (BvCompoundFile *file);
gboolean bv_compound_file_has (const BvCompoundFile *file, const char *name);
GByteArray *bv_compound_file_load (const BvCompoundFile *file, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCompoundFile, bv_compound_file_free)

G_END_DECLS
