/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/style.h"

#define INDENT 28.35 /* 1 cm */
#define SPACING 1.15 /* between single and 1.5: II.6e */

/* Where the decree gives two sizes, the one of its example; in tables one that leaves room. */
static const BvStyle styles[BV_N_STYLES] = {
  [BV_STYLE_NATION] = { .size = 12, .bold = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_MOTTO] = { .size = 13, .bold = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_PARENT] = { .size = 12, .align = BV_ALIGN_CENTER, .balanced = TRUE },
  [BV_STYLE_ORGAN] = { .size = 12, .bold = TRUE, .align = BV_ALIGN_CENTER, .balanced = TRUE },
  [BV_STYLE_NUMBER] = { .size = 13, .align = BV_ALIGN_CENTER, .before = 6 },
  [BV_STYLE_PLACE_DATE] = { .size = 13, .italic = TRUE, .align = BV_ALIGN_CENTER, .before = 6 },
  [BV_STYLE_TITLE] = { .size = 14, .bold = TRUE, .align = BV_ALIGN_CENTER, .balanced = TRUE },
  [BV_STYLE_SUBJECT] = { .size = 14, .bold = TRUE, .align = BV_ALIGN_CENTER, .balanced = TRUE },
  [BV_STYLE_ANNEX] = { .size = 14, .bold = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_ATTACHED] = { .size = 13, .italic = TRUE, .align = BV_ALIGN_CENTER, .balanced = TRUE },
  [BV_STYLE_ADDRESSEE] = { .size = 14, .align = BV_ALIGN_CENTER, .before = 6, .after = 6 },
  [BV_STYLE_ADDRESSEES_HEAD] = { .size = 14, .align = BV_ALIGN_RIGHT, .before = 6 },
  [BV_STYLE_ADDRESSEES] = { .size = 14, .align = BV_ALIGN_LEFT },
  [BV_STYLE_BASIS] = { .size = 14,
                       .italic = TRUE,
                       .align = BV_ALIGN_JUSTIFY,
                       .first_indent = INDENT,
                       .line_spacing = SPACING,
                       .after = 6 },
  [BV_STYLE_BODY]
  = { .size = 14, .align = BV_ALIGN_JUSTIFY, .first_indent = INDENT, .line_spacing = SPACING, .after = 6 },
  [BV_STYLE_HEADING] = { .size = 14,
                         .bold = TRUE,
                         .align = BV_ALIGN_JUSTIFY,
                         .first_indent = INDENT,
                         .line_spacing = SPACING,
                         .before = 3,
                         .after = 6 },
  [BV_STYLE_PLAIN] = { .size = 13, .align = BV_ALIGN_LEFT, .after = 4 },
  [BV_STYLE_NOTE] = { .size = 11, .italic = TRUE, .align = BV_ALIGN_LEFT, .after = 2 },
  [BV_STYLE_CLOSING] = { .size = 13, .align = BV_ALIGN_LEFT, .before = 6, .after = 6 },
  [BV_STYLE_SIGNER_TITLE] = { .size = 14, .bold = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_SIGNER] = { .size = 14, .bold = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_SIGNER_HINT] = { .size = 12, .italic = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_RECIPIENTS_HEAD] = { .size = 12, .bold = TRUE, .italic = TRUE, .align = BV_ALIGN_LEFT },
  [BV_STYLE_RECIPIENTS] = { .size = 11, .align = BV_ALIGN_LEFT },
  [BV_STYLE_CELL_HEAD] = { .size = 12, .bold = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_CELL] = { .size = 12, .align = BV_ALIGN_LEFT },
  [BV_STYLE_CELL_STRONG] = { .size = 12, .bold = TRUE, .align = BV_ALIGN_LEFT },
  [BV_STYLE_DENSE_CELL_HEAD] = { .size = 11, .bold = TRUE, .align = BV_ALIGN_CENTER },
  [BV_STYLE_DENSE_CELL] = { .size = 11, .align = BV_ALIGN_LEFT },
  [BV_STYLE_DENSE_CELL_STRONG] = { .size = 11, .bold = TRUE, .align = BV_ALIGN_LEFT },
  [BV_STYLE_PAGE_NUMBER] = { .size = 14, .align = BV_ALIGN_CENTER },
  [BV_STYLE_DRAFT] = { .size = 13, .bold = TRUE, .align = BV_ALIGN_LEFT },
};

/**
 * bv_style_get:
 * @id: a style
 *
 * Returns: (transfer none): how it is set
 */
const BvStyle *
bv_style_get (BvStyleId id)
{
  return &styles[id];
}
