/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a file is the document that a form names: by its number (`123/QĐ-UBND`), or as people call it. */

typedef enum
{
  BV_DOCUMENT_OTHER,
  BV_DOCUMENT_INSIDE,       /* the number stands somewhere in the name of the file */
  BV_DOCUMENT_NO_MARKS,     /* it has the name, but for marks */
  BV_DOCUMENT_NUMBER_PLAIN, /* its name begins with the number, but for marks: 123_QD-UBND */
  BV_DOCUMENT_NUMBER,       /* its name begins with the number: 123_QĐ-UBND */
  BV_DOCUMENT_NAME,         /* it has the name */
} BvDocumentLikeness;

/**
 * BvDocumentName:
 *
 * What a document or a file is called, taken apart.
 */
typedef struct _BvDocumentName BvDocumentName;

BvDocumentName *bv_document_name_new (const char *text);
BvDocumentName *bv_document_name_new_file (const char *file);
void bv_document_name_free (BvDocumentName *name);
const char *bv_document_name_get_number (const BvDocumentName *name);
BvDocumentLikeness bv_document_name_compare (const BvDocumentName *named, const BvDocumentName *file);
gboolean bv_document_name_has_number_of (const BvDocumentName *a, const BvDocumentName *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDocumentName, bv_document_name_free)

G_END_DECLS
