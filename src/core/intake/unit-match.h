/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"

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

/* Why a unit may be meant, or is. */
typedef enum
{
  BV_UNIT_BY_ANSWER,
  BV_UNIT_BY_CODE,
  BV_UNIT_BY_NAME,
  BV_UNIT_BY_ALIAS,
  BV_UNIT_BY_NAMESAKE,     /* several have the name */
  BV_UNIT_BY_OTHER_PARENT, /* it is under another unit than the text or the place of the text says */
  BV_UNIT_BY_OTHER_TYPE,
  BV_UNIT_BY_MORE_WORDS, /* and the text has others, which nothing explains */
  BV_UNIT_BY_NO_MARKS,
  BV_UNIT_BY_ORDER,
  BV_UNIT_BY_ONE_LETTER,
  BV_UNIT_BY_TWO_LETTERS,
  BV_UNIT_BY_LINEAGE,  /* it was or became what the text names */
  BV_UNIT_BY_VALIDITY, /* it is named, and is not there on the day */
  BV_UNIT_BY_LOOKS,
  BV_N_UNIT_REASONS,
} BvUnitReason;

typedef struct
{
  const BvUnit *unit;
  guint likeness; /* 0 to 100 */
  BvUnitReason reason;
} BvUnitCandidate;

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
const char *bv_unit_match_reason_title (BvUnitReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnitMatcher, bv_unit_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnitMatch, bv_unit_match_free)

G_END_DECLS
