/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking-lanes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pixels. */
#define BV_STRIP_DOT 6

/* Where the lanes stand. */
typedef struct
{
  float left;  /* where the axis begins */
  float right; /* where it ends */
  float top;   /* of the first lane */
  float lane;  /* the height of each */
} BvStripPlace;

float bv_strip_place_find_x (const BvStripPlace *place, const BvRankingLanes *lanes, gint64 value);
GArray *bv_strip_dots_place (const BvStripPlace *place, const BvRankingLanes *lanes);
guint bv_strip_dots_find (const GArray *places, float x, float y);

G_END_DECLS
