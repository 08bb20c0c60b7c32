/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/nominee.h"

G_BEGIN_DECLS

/* Which nominee a row about a person means. Names are compared as RULES.md (The same twice) compares them;
 * certain is a name with its unit or its birth, and namesakes are asked. */

typedef enum
{
  BV_PERSON_MATCH_NEW,
  BV_PERSON_MATCH_ASKED,
  BV_PERSON_MATCH_SAME,
} BvPersonMatchState;

/* Why a nominee may be the person. */
typedef enum
{
  BV_PERSON_BY_NAME,  /* and by unit or birth */
  BV_PERSON_NAMESAKE, /* several are so */
  BV_PERSON_WITHDRAWN,
  BV_PERSON_OTHER_UNIT,
  BV_PERSON_NAME_ALONE, /* neither unit nor birth are said */
  BV_PERSON_OTHER_BIRTH,
  BV_PERSON_NO_MARKS,
  BV_PERSON_ONE_LETTER,
  BV_N_PERSON_REASONS,
} BvPersonReason;

/* What the row says. */
typedef struct
{
  const char *name;
  gint64 born;      /* a date or a year; BV_NONE: not said */
  const char *unit; /* a code; NULL: not said */
} BvPersonRow;

typedef struct
{
  const BvNominee *nominee;
  guint likeness; /* 0 to 100 */
  BvPersonReason reason;
} BvPersonCandidate;

typedef struct
{
  BvPersonMatchState state;
  const BvNominee *nominee; /* the same; else NULL */
  GArray *candidates;       /* of BvPersonCandidate, the likest first; empty where one is the same */
} BvPersonMatch;

typedef struct _BvPersonMatcher BvPersonMatcher;

BvPersonMatcher *bv_person_matcher_new (const GPtrArray *nominees);
void bv_person_matcher_free (BvPersonMatcher *matcher);
void bv_person_matcher_add (BvPersonMatcher *matcher, const BvNominee *nominee);

BvPersonMatch *bv_person_match_find (const BvPersonMatcher *matcher, const BvPersonRow *row);
void bv_person_match_free (BvPersonMatch *match);
const char *bv_person_match_reason_title (BvPersonReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPersonMatcher, bv_person_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPersonMatch, bv_person_match_free)

G_END_DECLS
