/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The records of a zip archive, as far as a workbook of our own has them (APPNOTE.TXT 4.3). */

typedef struct
{
  GMappedFile *file;
  const guint8 *data;
  gsize length;
  gsize directory; /* where it begins */
  gsize next;      /* of its records */
  guint n_left;
} BvWorkbookArchive;

/* A part of the workbook. */
typedef struct
{
  const guint8 *record; /* in the directory */
  gsize record_length;
  gsize begin; /* of the part with its own record */
  const char *name;
  gsize name_length;
  const guint8 *packed;
  gsize packed_length;
  gsize length; /* unpacked */
} BvWorkbookPart;

#define BV_ARCHIVE_CRC 16 /* in a record of the directory */
#define BV_ARCHIVE_PACKED 20
#define BV_ARCHIVE_UNPACKED 24
#define BV_ARCHIVE_OFFSET 42
#define BV_ARCHIVE_LOCAL_CRC 14 /* in the record before a part */
#define BV_ARCHIVE_LOCAL_PACKED 18
#define BV_ARCHIVE_LOCAL_UNPACKED 22
#define BV_ARCHIVE_END_SIZE 22 /* of the last record */
#define BV_ARCHIVE_END_LENGTH 12
#define BV_ARCHIVE_END_DIRECTORY 16

gboolean bv_workbook_archive_open (BvWorkbookArchive *archive, const char *path);
gboolean bv_workbook_archive_next (BvWorkbookArchive *archive, BvWorkbookPart *part, gboolean *broken);
void bv_workbook_archive_close (BvWorkbookArchive *archive);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvWorkbookArchive, bv_workbook_archive_close)

G_END_DECLS
