/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"
#include "print/set-text.h"

G_BEGIN_DECLS

/* What stands on a page whole: a line of a paragraph, a row of a table, a letterhead. */

typedef enum
{
  BV_PIECE_LINE,
  BV_PIECE_HALVES,
  BV_PIECE_GAP,
  BV_PIECE_ROW,
} BvPieceKind;

/* Whether a page may end behind a piece. */
typedef enum
{
  BV_BREAK_FREE,
  BV_BREAK_AVOIDED,
  BV_BREAK_FORBIDDEN,
} BvBreak;

/* Where in a section a piece comes from. */
typedef struct
{
  guint block;
  gsize part; /* the byte at which a paragraph begins; the number of a row */
  guint line; /* of what is divided */
} BvPlace;

/* Some lines of a text, and the rule below them. */
typedef struct
{
  BvSetText *text;
  guint first;
  guint end;
  double x; /* from the corner of the piece */
  double y;
  double rule; /* BV_RULE_… */
} BvPieceText;

struct _BvSetTable;

typedef struct
{
  BvPieceKind kind;
  BvPlace place;
  BvBreak behind;
  double before; /* room that is not at the top of a page */
  double height;
  double after;              /* room that is not at the bottom of a page */
  struct _BvSetTable *table; /* (owned) of a row */
  BvBlockRowKind row;
  gboolean ends_row; /* a rule is below it */
  guint n_texts;
  BvPieceText texts[];
} BvPiece;

#define BV_RULE_ROOM 4.0 /* from a text with a rule to what follows */

BvPiece *bv_piece_new (BvPieceKind kind, BvPlace place, guint n_texts);
void bv_piece_free (BvPiece *piece);
void bv_piece_set_text (BvPiece *piece, guint index, BvSetText *text, double x, double y);
void bv_piece_divide (const BvPiece *piece, GPtrArray *pieces);
void bv_piece_draw (const BvPiece *piece, double x, double y, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPiece, bv_piece_free)

G_END_DECLS
