/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-parts.h"
#include "print/measures.h"
#include "print/pages.h"
#include "print/set-text.h"

#include <string.h>

#define SINGLE "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\""
#define THICK "w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"000000\""
#define SHADE "EBEBEB"
#define RULE 0.5 /* points: how thick a rule is; Word adds it to the height of a row */

/* Points on each side by which the lines of a title may be longer than in print: Word does not kern. Less
 * than the half of a space with the shortest word. */
#define LOOSE 4.0

/* What is being written. */
typedef struct
{
  GString *xml;
  BvFonts *fonts;
  double width; /* of the lines of the section */
} Body;

/* How the paragraphs of a text stand. */
typedef struct
{
  BvStyleId style;
  BvAlign align;
  gboolean keep_together; /* all but the last are kept with the next */
  gboolean keep;          /* the last is */
  double indent;          /* on both sides */
} Look;

static void
begin_paragraph (Body *body, const Look *look, gboolean keep)
{
  g_string_append_printf (body->xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s",
                          bv_docx_style_name (look->style), keep ? "<w:keepNext/>" : "");
  if (look->indent > 0)
    g_string_append_printf (body->xml, "<w:ind w:left=\"%d\" w:right=\"%d\"/>", bv_docx_twips (look->indent),
                            bv_docx_twips (look->indent));
  if (look->align != bv_style_get (look->style)->align)
    g_string_append_printf (body->xml, "<w:jc w:val=\"%s\"/>", bv_docx_align_name (look->align));
  g_string_append (body->xml, "</w:pPr>");
}

static void
append_line (Body *body, const Look *look, const char *line, gboolean keep)
{
  begin_paragraph (body, look, keep);
  if (*line != '\0')
    {
      g_string_append (body->xml, "<w:r><w:t xml:space=\"preserve\">");
      bv_docx_append_text (body->xml, line);
      g_string_append (body->xml, "</w:t></w:r>");
    }
  g_string_append (body->xml, "</w:p>");
}

/* Each line is a paragraph. */
static void
append_text (Body *body, const Look *look, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    append_line (body, look, lines[i], lines[i + 1] == NULL ? look->keep : look->keep_together);
  if (lines[0] == NULL)
    append_line (body, look, "", look->keep);
}

/* The rule under a text is the upper border of an empty paragraph, whose indents make it as long as it is to
 * be: Word and LibreOffice both draw it so, and it moves with the text. */
static void
append_rule (Body *body, const Look *look, const BvText *text, double width)
{
  g_autoptr (BvSetText) set = bv_set_text_new (body->fonts, text->style, look->align, text->text, -1, width);
  const BvSetLine *longest = bv_set_text_find_longest (set);
  double length = longest->width * text->rule;
  double left = longest->x + (longest->width - length) / 2;

  g_string_append_printf (
    body->xml,
    "<w:p><w:pPr>%s<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" "
    "w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" "
    "w:lineRule=\"exact\"/><w:ind w:left=\"%d\" w:right=\"%d\"/>"
    "<w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:pPr></w:p>",
    look->keep ? "<w:keepNext/>" : "", bv_docx_twips (BV_RULE_DROP),
    bv_docx_twips (bv_style_get (text->style)->after), bv_docx_twips (BV_RULE_DROP), bv_docx_twips (left),
    bv_docx_twips (MAX (width - left - length, 0)));
}

/* Word would fill all lines of a title but the last: what makes them about equally long in print is how wide
 * they may be. */
static double
find_indent (const Body *body, const BvText *text, double width)
{
  const BvStyle *style = bv_style_get (text->style);
  g_autoptr (BvSetText) set = NULL;

  if (!style->balanced)
    return 0;
  set = bv_set_text_new (body->fonts, text->style, style->align, text->text, -1, width);
  return MAX ((width - bv_set_text_get_width (set)) / 2 - LOOSE, 0);
}

static void
append_ruled (Body *body, const BvText *text, double width, gboolean keep_together, gboolean keep)
{
  BvAlign align = bv_style_get (text->style)->align;
  gboolean ruled = text->rule > 0;
  double indent = find_indent (body, text, width);
  const Look look = { text->style, align, keep_together || ruled, keep || ruled, indent };
  const Look rule = { text->style, align, FALSE, keep, 0 };

  append_text (body, &look, text->text);
  if (ruled)
    append_rule (body, &rule, text, width);
}

static void
append_half (Body *body, const BvText *text, double width, gboolean is_left, gboolean keep)
{
  g_string_append_printf (body->xml,
                          "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/><w:tcMar><w:%s w:w=\"%d\" "
                          "w:type=\"dxa\"/></w:tcMar></w:tcPr>",
                          bv_docx_twips (width), is_left ? "right" : "left", bv_docx_twips (BV_GUTTER / 2));
  if (text->text != NULL && *text->text != '\0')
    append_ruled (body, text, width - BV_GUTTER / 2, keep, keep);
  else
    bv_docx_append_space (body->xml, BV_DOCX_SMALLEST, keep, "");
  g_string_append (body->xml, "</w:tc>");
}

static void
begin_table (Body *body, const char *properties)
{
  g_string_append_printf (body->xml,
                          "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" "
                          "w:type=\"dxa\"/>%s</w:tblPr><w:tblGrid>",
                          bv_docx_twips (body->width), properties);
}

static void
append_grid_column (Body *body, double width)
{
  g_string_append_printf (body->xml, "<w:gridCol w:w=\"%d\"/>", bv_docx_twips (width));
}

static void
append_halves (Body *body, const BvBlock *block, gboolean keep)
{
  double left = body->width * block->split;
  double right = body->width - left;

  begin_table (body, "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>"
                     "<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>");
  append_grid_column (body, left);
  append_grid_column (body, right);
  g_string_append (body->xml, "</w:tblGrid>");
  for (guint i = 0; i < block->halves->len; i++)
    {
      const BvHalvesRow *row = &g_array_index (block->halves, BvHalvesRow, i);
      gboolean kept = keep || i + 1 < block->halves->len;

      g_string_append (body->xml, "<w:tr><w:trPr><w:cantSplit/>");
      if (row->least_height > 0)
        g_string_append_printf (body->xml, "<w:trHeight w:val=\"%d\" w:hRule=\"atLeast\"/>",
                                bv_docx_twips (row->least_height));
      g_string_append (body->xml, "</w:trPr>");
      append_half (body, &row->left, left, TRUE, kept);
      append_half (body, &row->right, right, FALSE, kept);
      g_string_append (body->xml, "</w:tr>");
    }
  g_string_append (body->xml, "</w:tbl>");
}

static double *
measure_columns (const Body *body, const BvBlock *block)
{
  double *widths = g_new (double, block->columns->len);
  double sum = 0;

  for (guint i = 0; i < block->columns->len; i++)
    sum += g_array_index (block->columns, BvColumn, i).width;
  for (guint i = 0; i < block->columns->len; i++)
    {
      double share = g_array_index (block->columns, BvColumn, i).width;

      widths[i] = body->width * (sum > 0 ? share / sum : 1.0 / block->columns->len);
    }
  return widths;
}

static void
append_cell (Body *body, double width, guint span, const char *properties, const Look *look, const char *text)
{
  g_string_append_printf (body->xml, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
                          bv_docx_twips (width));
  if (span > 1)
    g_string_append_printf (body->xml, "<w:gridSpan w:val=\"%u\"/>", span);
  g_string_append_printf (body->xml, "%s</w:tcPr>", properties);
  append_text (body, look, text != NULL ? text : "");
  g_string_append (body->xml, "</w:tc>");
}

static void
append_head_row (Body *body, const BvBlock *block, const double *widths)
{
  const Look look = { bv_block_get_style (block, BV_STYLE_CELL_HEAD), BV_ALIGN_CENTER, TRUE, TRUE, 0 };

  g_string_append (body->xml, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < block->columns->len; i++)
    append_cell (body, widths[i], 1, "<w:vAlign w:val=\"center\"/>", &look,
                 g_array_index (block->columns, BvColumn, i).heading);
  g_string_append (body->xml, "</w:tr>");
}

static void
append_across (Body *body, const BvBlock *block, const BvBlockRow *row, gboolean keep)
{
  gboolean is_line = row->kind == BV_BLOCK_ROW_LINE;
  const Look look = { bv_block_get_style (block, BV_STYLE_CELL_STRONG),
                      is_line ? BV_ALIGN_CENTER : BV_ALIGN_LEFT, keep, keep, 0 };

  append_cell (body, body->width, block->columns->len,
               is_line ? "<w:tcBorders><w:top " THICK "/><w:bottom " THICK "/></w:tcBorders>" : "", &look,
               row->cells[0]);
}

static void
append_cells (Body *body, const BvBlock *block, const BvBlockRow *row, const double *widths, gboolean keep)
{
  guint n_cells = g_strv_length (row->cells);

  for (guint i = 0; i < block->columns->len; i++)
    {
      BvStyleId style = row->kind == BV_BLOCK_ROW_TOTAL ? BV_STYLE_CELL_STRONG : BV_STYLE_CELL;
      const Look look = { bv_block_get_style (block, style),
                          g_array_index (block->columns, BvColumn, i).align, keep, keep, 0 };

      append_cell (body, widths[i], 1,
                   row->kind == BV_BLOCK_ROW_MARKED
                     ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" SHADE "\"/>"
                     : "",
                   &look, i < n_cells ? row->cells[i] : NULL);
    }
}

static void
append_table (Body *body, const BvBlock *block, gboolean keep)
{
  g_autofree double *widths = measure_columns (body, block);
  g_autofree char *properties = g_strdup_printf (
    "<w:tblBorders><w:top " SINGLE "/><w:left " SINGLE "/><w:bottom " SINGLE "/><w:right " SINGLE
    "/><w:insideH " SINGLE "/><w:insideV " SINGLE "/></w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
    "<w:tblCellMar><w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/><w:bottom w:w=\"%d\" "
    "w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar>",
    bv_docx_twips (BV_CELL_PADDING_Y), bv_docx_twips (BV_CELL_PADDING_X),
    bv_docx_twips (BV_CELL_PADDING_Y - RULE), bv_docx_twips (BV_CELL_PADDING_X));

  begin_table (body, properties);
  for (guint i = 0; i < block->columns->len; i++)
    append_grid_column (body, widths[i]);
  g_string_append (body->xml, "</w:tblGrid>");
  append_head_row (body, block, widths);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const BvBlockRow *row = g_ptr_array_index (block->rows, i);
      gboolean kept = bv_block_is_row_kept (block, i) || (keep && i + 1 == block->rows->len);

      g_string_append (body->xml, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      if (row->kind == BV_BLOCK_ROW_PART || row->kind == BV_BLOCK_ROW_LINE)
        append_across (body, block, row, kept);
      else
        append_cells (body, block, row, widths, kept);
      g_string_append (body->xml, "</w:tr>");
    }
  g_string_append (body->xml, "</w:tbl>");
}

static gboolean
is_table (const BvBlock *block)
{
  return block->kind == BV_BLOCK_HALVES || block->kind == BV_BLOCK_TABLE;
}

static void
append_block (Body *body, const BvBlock *block, gboolean keep)
{
  switch (block->kind)
    {
    case BV_BLOCK_PARAGRAPH:
      append_ruled (body, &block->text, body->width, FALSE, keep);
      break;
    case BV_BLOCK_HALVES:
      append_halves (body, block, keep);
      break;
    case BV_BLOCK_TABLE:
      if (block->columns->len > 0)
        append_table (body, block, keep);
      break;
    case BV_BLOCK_GAP:
      bv_docx_append_space (body->xml, block->height, keep, "");
      break;
    }
}

/* Word takes two tables that meet for one. */
static void
append_blocks (Body *body, const BvSection *section)
{
  g_autofree gboolean *kept = bv_docx_find_kept (section);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (section->blocks, i);

      if (i > 0 && is_table (block) && is_table (g_ptr_array_index (section->blocks, i - 1)))
        bv_docx_append_space (body->xml, BV_DOCX_SMALLEST, kept[i - 1], "");
      append_block (body, block, kept[i]);
    }
}

/* Page numbers begin again in each section, and are not shown on its first page (NĐ 30/2020/NĐ-CP, Annex I,
 * I.7 and III.1đ). */
static char *
write_section (const BvSection *section, double number_top)
{
  gboolean upright = section->turn == BV_TURN_PORTRAIT;

  return g_strdup_printf (
    "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"" BV_DOCX_LINK_FIRST "\"/>"
    "<w:headerReference w:type=\"default\" r:id=\"" BV_DOCX_LINK_OTHER "\"/><w:type w:val=\"nextPage\"/>"
    "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" "
    "w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>",
    bv_docx_twips (upright ? BV_PAPER_SHORT : BV_PAPER_LONG),
    bv_docx_twips (upright ? BV_PAPER_LONG : BV_PAPER_SHORT), upright ? "" : " w:orient=\"landscape\"",
    bv_docx_twips (BV_MARGIN_TOP), bv_docx_twips (BV_MARGIN_RIGHT), bv_docx_twips (BV_MARGIN_BOTTOM),
    bv_docx_twips (BV_MARGIN_LEFT), bv_docx_twips (number_top), bv_docx_twips (number_top));
}

static void
append_section (Body *body, const BvSection *section, gboolean is_last)
{
  g_autofree char *properties = write_section (section, bv_docx_number_top (body->fonts));

  body->width
    = (section->turn == BV_TURN_PORTRAIT ? BV_PAPER_SHORT : BV_PAPER_LONG) - BV_MARGIN_LEFT - BV_MARGIN_RIGHT;
  append_blocks (body, section);
  bv_docx_append_space (body->xml, BV_DOCX_SMALLEST, FALSE, is_last ? "" : properties);
  if (is_last)
    g_string_append (body->xml, properties);
}

/**
 * bv_docx_write_body:
 * @document: a document
 *
 * Returns: (transfer full): the main part: all sections with their blocks
 */
char *
bv_docx_write_body (const BvDocument *document)
{
  g_autoptr (BvFonts) fonts = bv_fonts_get ();
  Body body = { g_string_new (BV_DOCX_HEAD "<w:document " BV_DOCX_NAMESPACES "><w:body>"), fonts, 0 };

  for (guint i = 0; i < document->sections->len; i++)
    append_section (&body, g_ptr_array_index (document->sections, i), i + 1 == document->sections->len);
  g_string_append (body.xml, "</w:body></w:document>\n");
  return g_string_free (body.xml, FALSE);
}
