/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/match/unit-reason.h"

G_BEGIN_DECLS

/* Which unit of the registry a text from outside means. Certain is only what says so letter by letter: a
 * code, a name, another spelling, what the text says the unit is under, or an answer that was given before.
 * All that is merely alike is asked. */

typedef enum
{
  BV_UNIT_MATCH_NONE,
  BV_UNIT_MATCH_ASKED,
  BV_UNIT_MATCH_CERTAIN,
} BvUnitMatchState;

typedef struct
{
  BvUnitMatchState state;
  const BvUnit *unit;  /* the certain one; else NULL */
  BvUnitReason reason; /* of the certain one */
  GArray *candidates;  /* of BvUnitCandidate, the likest first; empty where one is certain */
} BvUnitMatch;

typedef struct _BvUnitMatcher BvUnitMatcher;

BvUnitMatcher *bv_unit_matcher_new (const GPtrArray *units, gint64 day);
void bv_unit_matcher_free (BvUnitMatcher *matcher);
void bv_unit_matcher_learn (BvUnitMatcher *matcher, const char *text, const char *parent, const BvUnit *unit);

BvUnitMatch *bv_unit_match_find (const BvUnitMatcher *matcher,
                                 const char *text,
                                 const char *hint_parent,
                                 const char *hint_type);
void bv_unit_match_free (BvUnitMatch *match);
char *bv_unit_match_key (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnitMatcher, bv_unit_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnitMatch, bv_unit_match_free)

G_END_DECLS
