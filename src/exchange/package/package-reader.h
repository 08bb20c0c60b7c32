/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <expat.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvPackageReader:
 *
 * Reads the parts of a package (ISO/IEC 29500-2) one after the other, by libarchive, which compares lengths
 * and CRCs, and Expat: by other libraries than those that write ours.
 */
typedef struct _BvPackageReader BvPackageReader;

/* Why a package or a part of it cannot be read. */
typedef enum
{
  BV_PACKAGE_SOUND,
  BV_PACKAGE_DAMAGED,   /* cut off, or bytes of it are other ones */
  BV_PACKAGE_ENCRYPTED, /* it asks for a password */
  BV_PACKAGE_MALFORMED, /* a part is no XML */
  BV_PACKAGE_DECLARING, /* a part has a document type, which could stand for anything */
  BV_PACKAGE_TOO_LARGE, /* it unpacks to more than it may */
  BV_PACKAGE_STOPPED,   /* by who hears of it */
} BvPackageState;

/* What hears of an XML part; any may be NULL. */
typedef struct
{
  XML_StartElementHandler start;
  XML_EndElementHandler end;
  XML_CharacterDataHandler text;
  gboolean (*goes_on) (gpointer data); /* asked now and then; NULL: it does */
} BvPackageHandlers;

BvPackageReader *bv_package_reader_open (const char *path);
void bv_package_reader_free (BvPackageReader *reader);
const char *bv_package_reader_next (BvPackageReader *reader);
gboolean bv_package_reader_parse (BvPackageReader *reader, const BvPackageHandlers *handlers, gpointer data);
GByteArray *bv_package_reader_load (BvPackageReader *reader);
gboolean bv_package_reader_is_at_end (BvPackageReader *reader);
void bv_package_reader_limit (BvPackageReader *reader, guint64 most);
guint64 bv_package_reader_get_left (BvPackageReader *reader);
BvPackageState bv_package_reader_get_state (BvPackageReader *reader);

gboolean bv_package_refuse (const char *wanted, const char *difference, GError **error);
const char *bv_package_find_attribute (const char **attributes, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPackageReader, bv_package_reader_free)

G_END_DECLS
