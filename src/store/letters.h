/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvLetterRecord:
 *
 * That a letter was written to a unit.
 */
typedef struct
{
  char *unit;     /* its code, of that day */
  char *name;     /* its name, of that day */
  gint64 written; /* seconds since 1970 */
  char *address;  /* empty: none was known */
  char *subject;
  gint64 n_items; /* how much it asks for */
  char *file;     /* the name of the file, without its folder */
} BvLetterRecord;

BvLetterRecord *bv_letter_record_copy (const BvLetterRecord *record);
void bv_letter_record_free (BvLetterRecord *record);

char *bv_letters_label (guint n_letters);
gboolean bv_letters_record (BvLibrary *library, gint64 campaign, GPtrArray *records, GError **error);
GPtrArray *bv_letters_list (BvLibrary *library, gint64 campaign, GError **error);
GPtrArray *bv_letters_list_last (BvLibrary *library, gint64 campaign, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLetterRecord, bv_letter_record_free)

G_END_DECLS
