/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/strip-dots.h"

#include <math.h>

/* Above each other, where they stand side by side, as far as the lane has room. */
#define MOST_LEVELS 5
#define NOT_SHOWN (-1000)
#define NEAR 8

/**
 * bv_strip_place_find_x:
 * @place: where the lanes stand
 * @lanes: how entries lie
 * @value: in 1/100
 *
 * Returns: pixels from the left
 */
float
bv_strip_place_find_x (const BvStripPlace *place, const BvRankingLanes *lanes, gint64 value)
{
  return place->left
         + (place->right - place->left) * (value - lanes->least) / (float) (lanes->most - lanes->least);
}

/* The first level where there is room behind the last dot, from the middle outwards: 0, -1, 1, -2, 2. */
static guint
choose_level (const float *ends, guint n_levels, float x)
{
  guint best = 0;

  for (guint i = 0; i < n_levels; i++)
    {
      if (ends[i] + BV_STRIP_DOT <= x)
        return i;
      if (ends[i] < ends[best])
        best = i;
    }
  return best;
}

static float
find_shift (guint level, float distance)
{
  return (level + 1) / 2 * (level % 2 == 1 ? -distance : distance);
}

/**
 * bv_strip_dots_place:
 * @place: where the lanes stand
 * @lanes: how entries lie
 *
 * Dots that would cover each other stand one above the other, as far as their lane has room.
 *
 * Returns: (transfer full) (element-type graphene_point_t): the middles of the dots; of those below the axis
 *   far outside
 */
GArray *
bv_strip_dots_place (const BvStripPlace *place, const BvRankingLanes *lanes)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (graphene_point_t), lanes->dots->len);
  float distance = MIN (BV_STRIP_DOT, place->lane / MOST_LEVELS);
  float ends[MOST_LEVELS];
  guint lane = G_MAXUINT;

  for (guint i = 0; i < lanes->dots->len; i++)
    {
      const BvRankingDot *dot = bv_ranking_lanes_dot (lanes, i);
      float x = bv_strip_place_find_x (place, lanes, dot->value);
      graphene_point_t at = { NOT_SHOWN, NOT_SHOWN };

      if (dot->lane != lane)
        for (guint k = 0; k < MOST_LEVELS; k++)
          ends[k] = NOT_SHOWN;
      lane = dot->lane;
      if (dot->value >= lanes->least)
        {
          guint level = choose_level (ends, MOST_LEVELS, x);

          ends[level] = x;
          at = GRAPHENE_POINT_INIT (x,
                                    place->top + place->lane * (lane + 0.5f) + find_shift (level, distance));
        }
      g_array_append_val (places, at);
    }
  return places;
}

/**
 * bv_strip_dots_find:
 * @places: (element-type graphene_point_t): the middles of dots
 * @x: pixels
 * @y: pixels
 *
 * Returns: the nearest dot there; %G_MAXUINT: there is none
 */
guint
bv_strip_dots_find (const GArray *places, float x, float y)
{
  guint found = G_MAXUINT;
  float least = NEAR;

  for (guint i = 0; i < places->len; i++)
    {
      const graphene_point_t *at = &g_array_index (places, graphene_point_t, i);
      float distance = hypotf (at->x - x, at->y - y);

      if (distance <= least)
        {
          least = distance;
          found = i;
        }
    }
  return found;
}
