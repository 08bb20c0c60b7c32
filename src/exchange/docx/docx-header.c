/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-parts.h"
#include "print/measures.h"
#include "print/pages.h"
#include "print/set-text.h"

#define DRAFT_SLACK 2.0 /* faces differ a little in width, and the words must stay together */

#define BORDER "w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"
#define DRAFT_BORDERS \
  "<w:tblBorders><w:top " BORDER "<w:left " BORDER "<w:bottom " BORDER "<w:right " BORDER "</w:tblBorders>"

#define PAGE_FIELD                                                                                 \
  "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE " \
  "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"  \
  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

/**
 * bv_docx_number_top:
 * @fonts: the faces
 *
 * Returns: from the upper edge of the paper to the number of the page, in points: it stands in the middle of
 * the margin
 */
double
bv_docx_number_top (BvFonts *fonts)
{
  BvLineHeight line = bv_fonts_get_height (fonts, BV_STYLE_PAGE_NUMBER);

  return (BV_MARGIN_TOP - line.ascent - line.descent) / 2;
}

static void
append_number (GString *xml, BvFonts *fonts, gboolean numbered, gboolean draft)
{
  g_string_append_printf (xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>",
                          bv_docx_style_name (BV_STYLE_PAGE_NUMBER));
  if (draft)
    g_string_append_printf (xml, "<w:spacing w:after=\"%d\"/>", bv_docx_twips (bv_docx_number_top (fonts)));
  g_string_append_printf (xml, "</w:pPr>%s</w:p>", numbered ? PAGE_FIELD : "");
}

/* In a frame as wide as its words, below the margin, where nothing but the number may stand. */
static void
append_draft (GString *xml, BvFonts *fonts)
{
  g_autoptr (BvSetText) set
    = bv_set_text_new (fonts, BV_STYLE_DRAFT, BV_ALIGN_LEFT, BV_DRAFT_TEXT, -1, BV_PAPER_SHORT);
  int width = bv_docx_twips (set->lines[0].width + 2 * BV_DRAFT_PADDING_X + DRAFT_SLACK);
  int x = bv_docx_twips (BV_DRAFT_PADDING_X);
  int y = bv_docx_twips (BV_DRAFT_PADDING_Y);

  g_string_append_printf (
    xml,
    "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>" DRAFT_BORDERS
    "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" "
    "w:type=\"dxa\"/><w:bottom w:w=\"%d\" w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar>"
    "</w:tblPr><w:tblGrid><w:gridCol w:w=\"%d\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"%d\" "
    "w:type=\"dxa\"/><w:noWrap/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>" BV_DRAFT_TEXT
    "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    width, y, x, y, x, width, width, bv_docx_style_name (BV_STYLE_DRAFT));
  bv_docx_append_space (xml, BV_DRAFT_ROOM, FALSE, "");
}

/**
 * bv_docx_write_header:
 * @document: a document
 * @numbered: whether the pages it is for show their number
 *
 * Returns: (transfer full): the part that stands above the text of a page: its number, and the mark of a
 * draft
 */
char *
bv_docx_write_header (const BvDocument *document, gboolean numbered)
{
  g_autoptr (BvFonts) fonts = bv_fonts_get ();
  GString *xml = g_string_new (BV_DOCX_HEAD "<w:hdr " BV_DOCX_NAMESPACES ">");

  append_number (xml, fonts, numbered, document->draft);
  if (document->draft)
    append_draft (xml, fonts);
  g_string_append (xml, "</w:hdr>\n");
  return g_string_free (xml, FALSE);
}
