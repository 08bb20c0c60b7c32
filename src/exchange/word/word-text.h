/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/table/source-tables.h"
#include "exchange/word/word-numbering.h"
#include "exchange/word/word-styles.h"

G_BEGIN_DECLS

/* What a document is read with. */
typedef struct
{
  BvSourcePackage *package;
  BvWordStyles *styles;
  BvWordNumbering *numbering;
  const BvSourceSink *sink;
  gpointer data; /* of @sink */
} BvWordSetting;

/**
 * BvWordText:
 *
 * Paragraphs and runs while they are read, some within others, as text boxes stand in runs
 * (ISO/IEC 29500-1, 17.3). Their text goes to the cell that is open.
 */
typedef struct
{
  const BvWordSetting *setting;
  BvSourceTables *tables;
  GArray *paragraphs; /* open ones */
  GArray *runs;       /* open ones */
  GString *label;     /* of the paragraph that has begun; empty: it has none, or there is text already */
  guint silent;       /* the depth of what says only what to type; 0: nothing does */
} BvWordText;

void bv_word_text_init (BvWordText *text, const BvWordSetting *setting, BvSourceTables *tables);
void bv_word_text_clear (BvWordText *text);
void bv_word_text_start (BvWordText *text, const char *local, const XML_Char **attributes, guint depth);
void bv_word_text_end (BvWordText *text, const char *local, guint depth);
void bv_word_text_add (BvWordText *text, const char *letters, int length);

G_END_DECLS
