/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <expat.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvPackageReader:
 *
 * Reads the parts of a package (ISO/IEC 29500-2) that was just written, by other libraries than those that
 * wrote it: libarchive, which compares lengths and CRCs, and Expat.
 */
typedef struct _BvPackageReader BvPackageReader;

/* What hears of an XML part; any may be NULL. */
typedef struct
{
  XML_StartElementHandler start;
  XML_EndElementHandler end;
  XML_CharacterDataHandler text;
} BvPackageHandlers;

BvPackageReader *bv_package_reader_open (const char *path);
void bv_package_reader_free (BvPackageReader *reader);
const char *bv_package_reader_next (BvPackageReader *reader);
gboolean bv_package_reader_parse (BvPackageReader *reader, const BvPackageHandlers *handlers, gpointer data);
GByteArray *bv_package_reader_load (BvPackageReader *reader);
gboolean bv_package_reader_is_at_end (BvPackageReader *reader);

gboolean bv_package_refuse (const char *wanted, const char *difference, GError **error);
const char *bv_package_find_attribute (const char **attributes, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPackageReader, bv_package_reader_free)

G_END_DECLS
