/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/mark.h"
#include "core/measured.h"
#include "core/nominee.h"
#include "core/quota.h"

G_BEGIN_DECLS

typedef struct _BvEntrantDecision BvEntrantDecision;

/* A written decision on an entrant. */
struct _BvEntrantDecision
{
  const BvEntrantDecision *next;
  const BvQuota *quota; /* NULL: each that has no decision of its own */
  BvDecidedPlace place;
  const char *reason;
};

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
  gint64 parent;                      /* the unit's parent; 0: none */
  const char *holds;                  /* the reasons of the holds that cover the date; NULL: none */
  const BvEntrantDecision *decisions; /* NULL: none */
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
  BvMark *blank;     /* an entrant's marks before anything is known of it */
} BvContestGroup;

/* What a contest and its copies have in common. */
typedef struct _BvContestFrame BvContestFrame;

/**
 * BvContest:
 *
 * All that totals and ranks depend on, in packed arrays. The store fills one from the library; tests by hand.
 */
typedef struct
{
  BvContestFrame *frame;
  BvCampaign *campaign; /* its own fields, groups and quotas; neither nominees nor evidence */
  gint64 date;          /* the ranking's date */
  GArray *groups;       /* of BvContestGroup */
  GArray *entrants;     /* of BvEntrant, in the order of the file */
  GArray *marks;        /* of BvMark */
  GArray *measured;     /* of BvMeasured; the first is that of all marks that have none */
  GStringChunk *strings;
} BvContest;

BvContest *bv_contest_new (BvCampaign *campaign, gint64 date);
BvContest *bv_contest_copy (const BvContest *contest);
void bv_contest_free (BvContest *contest);
BvEntrant *bv_contest_add (BvContest *contest, guint group);
void bv_contest_order_entrants (BvContest *contest, const guint *order);
void bv_contest_add_result (BvContest *contest,
                            BvMark *mark,
                            gint64 baseline,
                            gint64 result,
                            gint64 target,
                            gboolean top_group);
void bv_contest_add_decision (BvContest *contest,
                              BvEntrant *entrant,
                              const BvQuota *quota,
                              BvDecidedPlace place,
                              const char *reason);
const BvEntrantDecision *bv_entrant_find_decision (const BvEntrant *entrant, const BvQuota *quota);
void bv_contest_clear_marks (BvContest *contest, BvEntrant *entrant);
const char *bv_contest_keep (BvContest *contest, const char *text);
gboolean bv_contest_is_first_as_women (const BvContest *contest, const BvEntrant *entrant);
gboolean bv_contest_is_without_office (const BvContest *contest, const BvEntrant *entrant);
gboolean bv_contest_has_classes (const BvContest *contest);
guint bv_contest_find_group (const BvContest *contest, const char *key);
void bv_contest_index_entrants (BvContest *contest);
guint bv_contest_find_entrant (const BvContest *contest, gint64 nominee);
void bv_contest_take_entrant (BvContest *contest, const BvContest *other, gint64 nominee);

#define BV_CONTEST_NO_ENTRANT G_MAXUINT

#define bv_contest_group(contest, i) (&g_array_index ((contest)->groups, BvContestGroup, (i)))
#define bv_contest_entrant(contest, i) (&g_array_index ((contest)->entrants, BvEntrant, (i)))
#define bv_contest_measured(contest, mark) \
  (&g_array_index ((contest)->measured, BvMeasured, (mark)->measured))
#define bv_contest_mark(contest, i) (&g_array_index ((contest)->marks, BvMark, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvContest, bv_contest_free)

G_END_DECLS
