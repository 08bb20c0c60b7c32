/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/scoring/score-grid.h"
#include "app/scoring/score-look.h"

G_BEGIN_DECLS

/* What of a sheet is drawn. */
typedef struct
{
  const BvScoreModel *model;
  BvScoreGrid grid;
  BvScoreLook *look;
  const char *(*get_name) (guint row, gpointer data); /* of a nominee, as it fits */
  gpointer data;
  BvScoreSpot cursor;
  BvScoreBlock block; /* those that are selected, the cursor among them */
  gboolean is_self;   /* self-scores are typed: they are not dim */
  gboolean is_editing;
  gboolean is_refused; /* what was typed is */
} BvScorePicture;

void bv_score_paint (const BvScorePicture *picture, GtkSnapshot *snapshot);
char *bv_score_paint_find_cut (const BvScorePicture *picture, double x, double y);

G_END_DECLS
