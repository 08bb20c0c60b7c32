/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-text.h"

#include <expat.h>

G_BEGIN_DECLS

/**
 * BvXlsxRich:
 *
 * A text while it is read, with stretches in several fonts (ISO/IEC 29500-1, 18.4.4 and 18.4.8). What says
 * how characters of East Asia are read aloud is no part of it.
 */
typedef struct
{
  BvSourceText content;
  BvLegacyCharset charset;
  gboolean has_font; /* the stretch that is being read says one */
  gboolean in_text;
  gboolean is_aloud;
} BvXlsxRich;

void bv_xlsx_rich_init (BvXlsxRich *rich);
void bv_xlsx_rich_clear (BvXlsxRich *rich);
void bv_xlsx_rich_begin (BvXlsxRich *rich);
void bv_xlsx_rich_start (BvXlsxRich *rich, const char *local, const XML_Char **attributes);
void bv_xlsx_rich_end (BvXlsxRich *rich, const char *local);
void bv_xlsx_rich_add (BvXlsxRich *rich, const char *text, int length);
void bv_xlsx_rich_finish (BvXlsxRich *rich);

G_END_DECLS
