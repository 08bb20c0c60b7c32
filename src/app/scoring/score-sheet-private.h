/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cells/scroll-pair.h"
#include "app/scoring/score-paint.h"
#include "app/scoring/score-sheet.h"

G_BEGIN_DECLS

/* Room-private: what the parts of the sheet have in common. */

/* No column: no run of Tabs goes on. */
#define BV_SCORE_NO_RUN -1

struct _BvScoreSheet
{
  GtkWidget parent_instance;
  GtkWidget *text; /* in which a cell is typed; it is there always, and seen while it is used */
  GtkWidget *note; /* why what was typed is refused */

  BvScoreModel *model; /* not owned; NULL: none yet */
  BvScoreEditColumn column;
  BvScoreGrid grid;
  BvScoreLook *look; /* NULL: the style changed since */
  BvScrollPair scroll;

  BvScoreSpot cursor;
  BvScoreSpot anchor; /* the other end of what is selected */
  int run;            /* the column where a run of Tabs began */

  gboolean is_new; /* rows or columns came or went since it was laid out */
  gboolean is_editing;
  gboolean by_typing; /* it began with a letter: arrows leave it */
  char *before;       /* what stood there */
  char *message;      /* why it is refused; NULL: nothing is */
  guint source;
};

void bv_score_sheet_listen (BvScoreSheet *sheet);
void bv_score_sheet_notify (BvScoreSheet *sheet);
void bv_score_sheet_move (BvScoreSheet *sheet, const BvScoreSpot *spot, gboolean selects);
gboolean bv_score_sheet_begin (BvScoreSheet *sheet, gboolean by_typing);
void bv_score_sheet_end (BvScoreSheet *sheet);
gboolean bv_score_sheet_ask (BvScoreSheet *sheet, const BvScoreSpot *spot, gboolean by_typing);
char *bv_score_sheet_write (BvScoreSheet *sheet, const BvScoreSpot *spot, const char *text);
char *bv_score_sheet_explain (BvScoreSheet *sheet, const char *text);

G_END_DECLS
