/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-text.h"
#include "exchange/spreadsheet/ods-styles.h"

G_BEGIN_DECLS

/**
 * BvOdsText:
 *
 * The text of a cell while it is read: paragraphs, with stretches that have a style of their own (ODF 1.3, 5
 * and 6.1).
 */
typedef struct
{
  const BvOdsStyles *styles;
  BvSourceText text;
  GArray *charsets; /* of BvLegacyCharset, of the elements that are open */
  guint n_paragraphs;
} BvOdsText;

void bv_ods_text_init (BvOdsText *text, const BvOdsStyles *styles);
void bv_ods_text_clear (BvOdsText *text);
void bv_ods_text_begin (BvOdsText *text);
void bv_ods_text_start (BvOdsText *text, const char *local, const XML_Char **attributes);
void bv_ods_text_end (BvOdsText *text, const char *local);
void bv_ods_text_add (BvOdsText *text, const char *letters, int length);

G_END_DECLS
