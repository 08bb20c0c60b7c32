/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ranking/strip-dots.h"

G_BEGIN_DECLS

/* Pixels: beside the lanes, between their parts, below them. */
#define BV_STRIP_MARGIN 8
#define BV_STRIP_GAP 8
#define BV_STRIP_AXIS 22

/* What is drawn, and where. */
typedef struct
{
  GtkWidget *widget; /* whose fonts, colours and size it has */
  const BvRankingLanes *lanes;
  const BvStripPlace *place;
  const GArray *places; /* of graphene_point_t: the middles of the dots */
  const GArray *kept;   /* of guint8: whether a dot is looked at */
} BvStripPicture;

int bv_strip_picture_measure_names (const BvStripPicture *self, int *below);
void bv_strip_picture_draw (const BvStripPicture *self, GtkSnapshot *snapshot);
void bv_strip_picture_draw_ring (const BvStripPicture *self,
                                 GtkSnapshot *snapshot,
                                 const graphene_point_t *at,
                                 const char *colour);

G_END_DECLS
