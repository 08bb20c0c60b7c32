/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/score-edit.h"

G_BEGIN_DECLS

/* A cell is filled with what stands in another. */
typedef struct
{
  BvScorePlace from;
  BvScorePlace to;
} BvScoreFill;

gboolean bv_score_fill (BvLibrary *library,
                        gint64 campaign,
                        const GArray *fills,
                        BvScoreEditColumn column,
                        GError **error);

G_END_DECLS
