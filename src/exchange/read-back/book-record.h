/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvSheetRecord:
 *
 * What was handed over for one sheet. What is handed over again for a place counts alone.
 */
typedef struct
{
  char *name;
  GPtrArray *rows; /* of (nullable) GArray of guint64: the hashes of its cells by column; 0: no cell */
  guint64 merged;  /* the sum of the hashes of all ranges that are merged */
  guint n_merged;
  char *header; /* of its pages; NULL: none */
  gboolean first_page_unnumbered;
  guint n_pictures;
} BvSheetRecord;

/**
 * BvBookRecord:
 *
 * What was handed over for a workbook, to be compared with what stands on the disk. It is kept by whoever
 * writes, beside the library that writes: what that one says of itself proves nothing.
 */
typedef struct
{
  GPtrArray *sheets;      /* of BvSheetRecord, in their order */
  GHashTable *names;      /* of ranges → what they stand for */
  GHashTable *properties; /* name → text; none is empty */
  GHashTable *pictures;   /* of the hashes of their bytes */
} BvBookRecord;

/* A cell in a walk over all of a sheet. */
typedef struct
{
  guint row;      /* from 0 */
  guint n_passed; /* places of this row, the cell's too */
} BvSheetPlace;

BvBookRecord *bv_book_record_new (void);
void bv_book_record_free (BvBookRecord *record);
BvSheetRecord *bv_book_record_add_sheet (BvBookRecord *record, const char *name);
void bv_book_record_add_name (BvBookRecord *record, const char *name, const char *formula);
void bv_book_record_add_property (BvBookRecord *record, const char *name, const char *text);
void bv_book_record_add_picture (BvBookRecord *record, gconstpointer bytes, gsize length);

void bv_sheet_record_set (BvSheetRecord *record, guint row, guint column, guint64 hash);
guint64 bv_sheet_record_next (const BvSheetRecord *record, BvSheetPlace *place);
void bv_sheet_record_merge (BvSheetRecord *record,
                            guint first_row,
                            guint first_column,
                            guint last_row,
                            guint last_column);
guint64 bv_sheet_record_hash_range (guint first_row, guint first_column, guint last_row, guint last_column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBookRecord, bv_book_record_free)

G_END_DECLS
