/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/style.h"

G_BEGIN_DECLS

/* What a document says, as a flow of blocks, before anything is measured. print/pages.h lays it out for
 * paper, preview and PDF; exchange/docx.h writes the same blocks for Word. All text is valid UTF-8 without
 * characters that turn the writing round; a line break in it begins a new paragraph of the same style.
 * Lengths in points. */

typedef enum
{
  BV_TURN_PORTRAIT,
  BV_TURN_LANDSCAPE,
} BvPageTurn;

typedef enum
{
  BV_BLOCK_PARAGRAPH,
  BV_BLOCK_HALVES,
  BV_BLOCK_TABLE,
  BV_BLOCK_GAP,
} BvBlockKind;

/* The rule under a text: centred under it, as long as that part of its longest line. */
#define BV_RULE_NONE 0.0
#define BV_RULE_ORGAN 0.45 /* between 1/3 and 1/2 */
#define BV_RULE_FULL 1.0

/* A text in its style. */
typedef struct
{
  BvStyleId style;
  char *text;  /* NULL: nothing */
  double rule; /* BV_RULE_… */
} BvText;

/* One line of two columns: the right half stands level with the left one. */
typedef struct
{
  BvText left;
  BvText right;
  double least_height;
} BvHalvesRow;

typedef struct
{
  char *heading;
  double width; /* share; the table fills the page's width by these */
  BvAlign align;
} BvColumn;

typedef enum
{
  BV_BLOCK_ROW_PLAIN,
  BV_BLOCK_ROW_PART,   /* one text across, strong: begins a group of rows; is never the last of a page */
  BV_BLOCK_ROW_TOTAL,  /* strong; stays with the row above */
  BV_BLOCK_ROW_LINE,   /* one text across, strong, between thick rules: the quota line */
  BV_BLOCK_ROW_MARKED, /* shaded: a tie that nothing resolves */
} BvBlockRowKind;

typedef struct
{
  BvBlockRowKind kind;
  char **cells; /* n_columns texts; of PART and LINE only the first counts. NULL ends it */
} BvBlockRow;

/**
 * BvBlock:
 *
 * A part of the flow. Only the members of its kind are set.
 */
typedef struct
{
  BvBlockKind kind;
  gboolean keep_with_next; /* no page ends behind it */
  BvText text;             /* of a paragraph */
  GArray *halves;          /* of BvHalvesRow; never divided */
  double split;            /* the left half's share of the width */
  GArray *columns;         /* of BvColumn; the head is repeated on every page */
  GPtrArray *rows;         /* of BvBlockRow */
  gboolean is_dense;       /* the texts of the table are a size smaller */
  double height;           /* of a gap */
} BvBlock;

/* Pages of one turn, numbered from 1; begins on a new page. An annex is a section of its own (NĐ
 * 30/2020/NĐ-CP, Annex I, III.1đ). */
typedef struct
{
  BvPageTurn turn;
  GPtrArray *blocks; /* of BvBlock */
} BvSection;

/**
 * BvDocument:
 *
 * A list, letter or form.
 */
typedef struct
{
  char *title;    /* of the file, for programs that show it */
  char *author;   /* the issuing organ */
  gboolean draft; /* every page says DỰ THẢO */
  GPtrArray *sections;
} BvDocument;

BvDocument *bv_document_new (const char *title, const char *author);
void bv_document_free (BvDocument *document);
BvSection *bv_document_begin_section (BvDocument *document, BvPageTurn turn);
void bv_document_append (BvDocument *document, BvDocument *annexes);

BvBlock *bv_section_add_paragraph (BvSection *section, BvStyleId style, const char *text);
BvBlock *bv_section_add_heading (BvSection *section, const char *text);
BvBlock *bv_section_add_ruled (BvSection *section, BvStyleId style, const char *text, double rule);
BvBlock *bv_section_add_gap (BvSection *section, double height);
BvBlock *bv_section_add_halves (BvSection *section, double split);
void bv_halves_add (BvBlock *halves,
                    BvStyleId left_style,
                    const char *left,
                    BvStyleId right_style,
                    const char *right,
                    double least_height);
void bv_halves_rule (BvBlock *halves, double left, double right);
BvBlock *bv_section_add_table (BvSection *section, const BvColumn *columns, guint n_columns);
BvStyleId bv_block_get_style (const BvBlock *table, BvStyleId style);
gboolean bv_block_is_row_kept (const BvBlock *table, guint row);
void bv_block_add_row (BvBlock *table, BvBlockRowKind kind, char **cells);
void bv_block_add_across (BvBlock *table, BvBlockRowKind kind, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDocument, bv_document_free)

G_END_DECLS
