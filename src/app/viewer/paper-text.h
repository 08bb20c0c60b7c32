/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/folio/folio-reader.h"

#include <graphene.h>

G_BEGIN_DECLS

/* Letters of a page, from the first to before the last; both the same: none. */
typedef struct
{
  guint first;
  guint end;
} BvPaperRange;

/**
 * BvPaperText:
 *
 * The text of a page and where its letters stand.
 */
typedef struct _BvPaperText BvPaperText;

BvPaperText *bv_paper_text_new (const char *text, const BvFolioBox *boxes, guint n_boxes);
void bv_paper_text_free (BvPaperText *text);
guint bv_paper_text_get_length (const BvPaperText *text);
GArray *bv_paper_text_find (const BvPaperText *text, const char *folded, gboolean whole_words);
GArray *bv_paper_text_get_boxes (const BvPaperText *text, const BvPaperRange *range);
void bv_paper_text_get_line (const BvPaperText *text, const graphene_rect_t *box, graphene_rect_t *line);
guint bv_paper_text_find_letter (const BvPaperText *text, double x, double y);
char *bv_paper_text_get_words (const BvPaperText *text, const BvPaperRange *range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPaperText, bv_paper_text_free)

G_END_DECLS
