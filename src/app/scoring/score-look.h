/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/scoring/score-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  BV_SCORE_FONT_PLAIN,
  BV_SCORE_FONT_BOLD,
  BV_SCORE_FONT_ITALIC,
  BV_SCORE_FONT_BOLD_ITALIC,
  BV_N_SCORE_FONTS,
} BvScoreFont;

/* The colours of colours.css that the sheet is drawn in. */
typedef struct
{
  GdkRGBA base;
  GdkRGBA stripe;
  GdkRGBA side;
  GdkRGBA line;
  GdkRGBA faint_line;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA heading;
  GdkRGBA accent;
  GdkRGBA chosen;
  GdkRGBA chosen_text;
  GdkRGBA error;
  GdkRGBA error_base;
  GdkRGBA washes[BV_N_CELL_STATES];  /* of a cell; transparent: none */
  GdkRGBA grounds[BV_N_CELL_STATES]; /* of its sign */
  GdkRGBA signs[BV_N_CELL_STATES];
  GdkRGBA hatch;
  GdkRGBA hatch_ground;
} BvScoreColours;

/**
 * BvScoreLook:
 *
 * What the sheet draws with: colours, texts that were laid out, signs. It is kept until the style changes.
 */
typedef struct
{
  BvScoreColours colours;
  int line_height; /* of a text */
  GtkWidget *widget;
  GHashTable *layouts;                    /* text with its font and width → PangoLayout */
  GskRenderNode *signs[BV_N_CELL_STATES]; /* NULL: not drawn yet */
  GskRenderNode *hatch;                   /* of a cell; NULL: not drawn yet */
  graphene_size_t hatch_size;
} BvScoreLook;

#define BV_SCORE_SIGN_SIZE 14

BvScoreLook *bv_score_look_new (GtkWidget *widget);
void bv_score_look_free (BvScoreLook *look);
PangoLayout *bv_score_look_lay_out (BvScoreLook *look, const char *text, BvScoreFont font, int width);
PangoLayout *bv_score_look_lay_out_title (BvScoreLook *look, const char *text, int width);
PangoLayout *bv_score_look_lay_out_head (BvScoreLook *look, const BvCriterion *leaf, int width);
gboolean bv_score_look_has_sign (BvCellState state);
void bv_score_look_append_colour (GtkSnapshot *snapshot,
                                  const GdkRGBA *colour,
                                  float x,
                                  float y,
                                  float width,
                                  float height);
void bv_score_look_append_layout (GtkSnapshot *snapshot,
                                  PangoLayout *layout,
                                  const GdkRGBA *colour,
                                  float x,
                                  float y);
void bv_score_look_append_sign (BvScoreLook *look, GtkSnapshot *snapshot, BvCellState state, int x, int y);
void bv_score_look_append_hatch (BvScoreLook *look, GtkSnapshot *snapshot, const graphene_rect_t *place);

G_END_DECLS
