/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/criterion.h"
#include "core/group.h"

G_BEGIN_DECLS

/**
 * BvMark:
 *
 * What the scoring reads of one assessment (nominee × leaf), packed: a contest of 100 000 nominees has a
 * million. Points in 1/100, quantities in 1/10 000; %BV_NONE where nothing was given.
 */
typedef struct
{
  gint64 self;
  gint64 verified;
  gint64 final;
  gint64 difference; /* Σ (result − baseline) over the entries that have both */
  gint64 target;     /* of the first entry */
  gint64 result;     /* of the first entry */
  guint16 n_differences;
  guint16 n_results;
  gint16 n_items; /* ticked; -1: not looked at */
  guint16 n_received;
  guint16 n_late;
  guint16 n_missing;
  guint16 n_evidence; /* linked pieces that are pending or accepted */
  gint8 passed;       /* -1: not judged */
  guint8 state;       /* BvAssessmentState */
  guint8 top_group;
  guint8 explained;
} BvMark;

/**
 * BvEntrant:
 *
 * What the ranking reads of one nominee. The strings belong to the contest.
 */
typedef struct
{
  gint64 id;
  guint group; /* index into the contest's groups */
  guint first_mark;
  const char *key;
  const char *name; /* of the person, or of the unit */
  const char *unit_code;
  const char *unit_name;
  const char *position; /* of the person; NULL: a collective */
  gint64 unit;
  gint64 parent;               /* the unit's parent; 0: none */
  const char *holds;           /* the reasons of the holds that cover the date; NULL: none */
  const char *decision_reason; /* NULL: no written decision */
  gint32 decision;             /* BvDecidedPlace, -1: none */
  gint32 votes_for;
  gint32 votes_members; /* 0: no vote */
  gint16 women_percent; /* -1: not said */
  guint8 woman;         /* the person is a woman */
  guint8 holds_office;
  guint8 withdrawn;
} BvEntrant;

/* One group of a contest, its tree flattened. */
typedef struct
{
  const BvGroup *group;
  GPtrArray *leaves; /* of BvCriterion, the order of an entrant's marks */
  gint64 full;       /* 1/100 point */
} BvContestGroup;

/**
 * BvContest:
 *
 * All that totals and ranks depend on, in packed arrays. The store fills one from the library; tests by hand.
 */
typedef struct
{
  BvCampaign *campaign; /* its own fields, groups and quotas; neither nominees nor evidence */
  gint64 date;          /* the ranking's date */
  GArray *groups;       /* of BvContestGroup */
  GArray *entrants;     /* of BvEntrant, in the order of the file */
  GArray *marks;        /* of BvMark */
  GStringChunk *strings;
} BvContest;

BvContest *bv_contest_new (BvCampaign *campaign, gint64 date);
void bv_contest_free (BvContest *contest);
BvEntrant *bv_contest_add (BvContest *contest, guint group);
const char *bv_contest_keep (BvContest *contest, const char *text);
gboolean bv_contest_is_first_as_women (const BvContest *contest, const BvEntrant *entrant);
gboolean bv_contest_is_without_office (const BvContest *contest, const BvEntrant *entrant);
guint bv_contest_find_group (const BvContest *contest, const char *key);

void bv_mark_add_report (BvMark *mark, const BvCriterion *leaf, guint index, gint64 received, gint64 date);
void bv_mark_add_result (BvMark *mark, gint64 baseline, gint64 result, gint64 target, gboolean top_group);

#define bv_contest_group(contest, i) (&g_array_index ((contest)->groups, BvContestGroup, (i)))
#define bv_contest_entrant(contest, i) (&g_array_index ((contest)->entrants, BvEntrant, (i)))
#define bv_contest_mark(contest, i) (&g_array_index ((contest)->marks, BvMark, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvContest, bv_contest_free)

G_END_DECLS
