/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/document.h"

#include "core/text/vietnamese.h"

#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d

/* Among the format characters are those that show a name back to front, in a document that is to be signed.
 * Joiners only choose between shapes of letters. */
static gboolean
is_kept (gunichar c)
{
  return g_unichar_type (c) != G_UNICODE_FORMAT || c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
}

static char *
drop_format_characters (char *text)
{
  char *end = text;

  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if ((guchar) *p < 0x80 || is_kept (g_utf8_get_char (p)))
        while (p < next)
          *end++ = *p++;
      p = next;
    }
  *end = '\0';
  return text;
}

/* All that is printed or written for Word comes through here. */
static char *
compose (const char *text)
{
  return text != NULL ? drop_format_characters (bv_vietnamese_nfc (text)) : NULL;
}

static void
column_clear (gpointer data)
{
  BvColumn *column = data;

  g_free (column->heading);
}

static void
halves_row_clear (gpointer data)
{
  BvHalvesRow *row = data;

  g_free (row->left.text);
  g_free (row->right.text);
}

static void
table_row_free (gpointer data)
{
  BvBlockRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
block_free (gpointer data)
{
  BvBlock *block = data;

  g_free (block->text.text);
  g_clear_pointer (&block->halves, g_array_unref);
  g_clear_pointer (&block->columns, g_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static void
section_free (gpointer data)
{
  BvSection *section = data;

  g_ptr_array_unref (section->blocks);
  g_free (section);
}

/**
 * bv_document_new:
 * @title: what programs show as its title
 * @author: the issuing organ
 *
 * Returns: (transfer full): a document without a section
 */
BvDocument *
bv_document_new (const char *title, const char *author)
{
  BvDocument *document = g_new0 (BvDocument, 1);

  document->title = compose (title);
  document->author = compose (author);
  document->sections = g_ptr_array_new_with_free_func (section_free);
  return document;
}

/**
 * bv_document_free:
 * @document: (transfer full): a document
 */
void
bv_document_free (BvDocument *document)
{
  g_free (document->title);
  g_free (document->author);
  g_ptr_array_unref (document->sections);
  g_free (document);
}

/**
 * bv_document_begin_section:
 * @document: a document
 * @turn: how its pages stand
 *
 * Begins pages that are numbered from 1.
 *
 * Returns: (transfer none): the section, to add blocks to
 */
BvSection *
bv_document_begin_section (BvDocument *document, BvPageTurn turn)
{
  BvSection *section = g_new0 (BvSection, 1);

  section->turn = turn;
  section->blocks = g_ptr_array_new_with_free_func (block_free);
  g_ptr_array_add (document->sections, section);
  return section;
}

/**
 * bv_document_append:
 * @document: a document
 * @annexes: (transfer full): a document whose sections follow as its annexes
 */
void
bv_document_append (BvDocument *document, BvDocument *annexes)
{
  while (annexes->sections->len > 0)
    g_ptr_array_add (document->sections, g_ptr_array_steal_index (annexes->sections, 0));
  bv_document_free (annexes);
}

static BvBlock *
add_block (BvSection *section, BvBlockKind kind)
{
  BvBlock *block = g_new0 (BvBlock, 1);

  block->kind = kind;
  g_ptr_array_add (section->blocks, block);
  return block;
}

/**
 * bv_section_add_paragraph:
 * @section: a section
 * @style: how it is set
 * @text: (nullable): one or more paragraphs; nothing is added for an empty text
 *
 * Returns: (transfer none) (nullable): the block
 */
BvBlock *
bv_section_add_paragraph (BvSection *section, BvStyleId style, const char *text)
{
  return bv_section_add_ruled (section, style, text, BV_RULE_NONE);
}

/**
 * bv_section_add_heading:
 * @section: a section
 * @text: a heading in the body
 *
 * Returns: (transfer none) (nullable): the block, which stays with the next one; %NULL where @text is empty
 */
BvBlock *
bv_section_add_heading (BvSection *section, const char *text)
{
  BvBlock *block = bv_section_add_paragraph (section, BV_STYLE_HEADING, text);

  if (block != NULL)
    block->keep_with_next = TRUE;
  return block;
}

/**
 * bv_section_add_ruled:
 * @section: a section
 * @style: how it is set
 * @text: (nullable): one or more paragraphs; nothing is added for an empty text
 * @rule: what part of its width is ruled below
 *
 * Returns: (transfer none) (nullable): the block
 */
BvBlock *
bv_section_add_ruled (BvSection *section, BvStyleId style, const char *text, double rule)
{
  BvBlock *block;

  if (text == NULL || *text == '\0')
    return NULL;
  block = add_block (section, BV_BLOCK_PARAGRAPH);
  block->text = (BvText){ style, compose (text), rule };
  return block;
}

/**
 * bv_section_add_gap:
 * @section: a section
 * @height: points
 *
 * Returns: (transfer none): the block; at the top of a page it takes no room
 */
BvBlock *
bv_section_add_gap (BvSection *section, double height)
{
  BvBlock *block = add_block (section, BV_BLOCK_GAP);

  block->height = height;
  return block;
}

/**
 * bv_section_add_halves:
 * @section: a section
 * @split: the left half's share of the width, 0 to 1
 *
 * Adds what stands side by side: the letterhead, or recipients and signature. No page ends in it.
 *
 * Returns: (transfer none): the block, to add rows to
 */
BvBlock *
bv_section_add_halves (BvSection *section, double split)
{
  BvBlock *block = add_block (section, BV_BLOCK_HALVES);

  block->split = split;
  block->halves = g_array_new (FALSE, FALSE, sizeof (BvHalvesRow));
  g_array_set_clear_func (block->halves, halves_row_clear);
  return block;
}

/**
 * bv_halves_add:
 * @halves: a block of bv_section_add_halves()
 * @left_style: how the left text is set
 * @left: (nullable): the left text
 * @right_style: how the right text is set
 * @right: (nullable): the right text
 * @least_height: the row is at least that high, in points
 */
void
bv_halves_add (BvBlock *halves,
               BvStyleId left_style,
               const char *left,
               BvStyleId right_style,
               const char *right,
               double least_height)
{
  BvHalvesRow row = {
    { left_style, compose (left), BV_RULE_NONE },
    { right_style, compose (right), BV_RULE_NONE },
    least_height,
  };

  g_array_append_val (halves->halves, row);
}

/**
 * bv_halves_rule:
 * @halves: a block of bv_section_add_halves() that has a row
 * @left: what part of its width is ruled below the left text of the last row
 * @right: and below the right one
 */
void
bv_halves_rule (BvBlock *halves, double left, double right)
{
  BvHalvesRow *row = &g_array_index (halves->halves, BvHalvesRow, halves->halves->len - 1);

  row->left.rule = left;
  row->right.rule = right;
}

/**
 * bv_section_add_table:
 * @section: a section
 * @columns: (array length=n_columns): headings, shares of the width, and how the cells are set
 * @n_columns: how many they are
 *
 * Returns: (transfer none): the block, to add rows to
 */
BvBlock *
bv_section_add_table (BvSection *section, const BvColumn *columns, guint n_columns)
{
  BvBlock *block = add_block (section, BV_BLOCK_TABLE);

  block->columns = g_array_new (FALSE, FALSE, sizeof (BvColumn));
  g_array_set_clear_func (block->columns, column_clear);
  for (guint i = 0; i < n_columns; i++)
    {
      BvColumn column = { compose (columns[i].heading), columns[i].width, columns[i].align };

      g_array_append_val (block->columns, column);
    }
  block->rows = g_ptr_array_new_with_free_func (table_row_free);
  return block;
}

/**
 * bv_block_get_style:
 * @table: a block of bv_section_add_table()
 * @style: %BV_STYLE_CELL_HEAD, %BV_STYLE_CELL or %BV_STYLE_CELL_STRONG
 *
 * Returns: @style, or what stands for it in a dense table
 */
BvStyleId
bv_block_get_style (const BvBlock *table, BvStyleId style)
{
  return table->is_dense ? style + (BV_STYLE_DENSE_CELL - BV_STYLE_CELL) : style;
}

/**
 * bv_block_is_row_kept:
 * @table: a block of bv_section_add_table()
 * @row: one of its rows
 *
 * A total and the quota line belong to the row above, the rows of a part to its heading.
 *
 * Returns: whether no page should end behind the row
 */
gboolean
bv_block_is_row_kept (const BvBlock *table, guint row)
{
  const BvBlockRow *self = table->rows->pdata[row];
  const BvBlockRow *next;

  if (row + 1 == table->rows->len)
    return table->keep_with_next;
  next = table->rows->pdata[row + 1];
  return self->kind == BV_BLOCK_ROW_PART || next->kind == BV_BLOCK_ROW_TOTAL
         || next->kind == BV_BLOCK_ROW_LINE;
}

/**
 * bv_block_add_row:
 * @table: a block of bv_section_add_table()
 * @kind: what the row is
 * @cells: (transfer full): a text for each column, %NULL-terminated
 */
void
bv_block_add_row (BvBlock *table, BvBlockRowKind kind, char **cells)
{
  BvBlockRow *row = g_new (BvBlockRow, 1);

  row->kind = kind;
  row->cells = cells;
  for (char **cell = cells; *cell != NULL; cell++)
    {
      char *composed = compose (*cell);

      g_free (*cell);
      *cell = composed;
    }
  g_ptr_array_add (table->rows, row);
}

/**
 * bv_block_add_across:
 * @table: a block of bv_section_add_table()
 * @kind: %BV_BLOCK_ROW_PART or %BV_BLOCK_ROW_LINE
 * @text: its only text, across all columns
 */
void
bv_block_add_across (BvBlock *table, BvBlockRowKind kind, const char *text)
{
  char **cells = g_new0 (char *, 2);

  cells[0] = g_strdup (text);
  bv_block_add_row (table, kind, cells);
}
