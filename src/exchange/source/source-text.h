/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text/legacy-text.h"

G_BEGIN_DECLS

/* The font of the cell: nothing else has been said. */
#define BV_SOURCE_RUN_OF_CELL ((BvLegacyCharset) -1)

/* A stretch of a text that has a font of its own. */
typedef struct
{
  guint32 end;
  BvLegacyCharset charset;
} BvSourceRun;

/**
 * BvSourceText:
 *
 * A text while it is read, with stretches in several fonts.
 */
typedef struct
{
  GString *text;
  GArray *runs; /* of BvSourceRun; empty: all of it in the font of the cell */
} BvSourceText;

void bv_source_text_init (BvSourceText *text);
void bv_source_text_clear (BvSourceText *text);
void bv_source_text_begin (BvSourceText *text);
void bv_source_text_append (BvSourceText *text, const char *letters, gssize length, BvLegacyCharset charset);
void bv_source_text_truncate (BvSourceText *text, gsize length);

BvLegacyCharset bv_source_text_get_charset (const BvSourceRun *runs, guint n_runs, BvLegacyCharset of_cell);
char *
bv_source_text_convert (const char *text, const BvSourceRun *runs, guint n_runs, BvLegacyCharset of_cell);

G_END_DECLS
