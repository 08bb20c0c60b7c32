/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/group.h"

G_BEGIN_DECLS

typedef enum
{
  BV_GENDER_FEMALE,
  BV_GENDER_MALE,
} BvGender;

typedef enum
{
  BV_PLACE_INSIDE,
  BV_PLACE_OUTSIDE,
} BvDecidedPlace;

/* The person of an individual nominee, as he or she stands when nominated. */
typedef struct
{
  BvRecord record;
  char *name;
  gint64 gender; /* BvGender; BV_NONE: not said */
  gint64 born;   /* a date or a year */
  char *position;
  gint64 holds_office;
  char *role;
} BvPerson;

/* May not be considered for now (NĐ 152/2025, Điều 4 khoản 4). */
typedef struct
{
  BvRecord record;
  char *reason;
  char *source;
  gint64 from; /* BV_NONE: since ever */
  gint64 to;   /* BV_NONE: until lifted */
} BvHold;

/* An earlier commendation. */
typedef struct
{
  BvRecord record;
  gint64 year;
  char *form;
  char *decision;
  gint64 date;
  char *achievement;
} BvAward;

/* A recognised initiative. */
typedef struct
{
  BvRecord record;
  char *title;
  char *decision;
  gint64 date;
} BvInitiative;

/* A written decision that puts a nominee inside or outside of a quota line. */
typedef struct
{
  BvRecord record;
  char *quota;  /* a key; NULL: each that has no decision of its own */
  gint64 place; /* BvDecidedPlace */
  char *reason;
} BvDecision;

/* The council's vote. */
typedef struct
{
  BvRecord record;
  gint64 in_favour;
  gint64 against;
  gint64 in_writing;
  gint64 present;
  gint64 members;
} BvVote;

/* The nominee's own report of achievements (báo cáo thành tích). */
typedef struct
{
  BvRecord record;
  gint64 received; /* BV_NONE: not here */
  char *evidence;  /* the key of its file; NULL: none */
} BvAchievementReport;

/**
 * BvNominee:
 *
 * A unit or a person put forward in a group (đề cử).
 */
typedef struct
{
  BvRecord record;
  char *key;
  char *group; /* a key */
  char *unit;  /* a code */
  BvPerson *person;
  gint64 women_percent;
  gint64 parent_rank;
  char *summary;
  char *award; /* NULL: the campaign's */
  gint64 withdrawn;
  GPtrArray *holds;     /* of BvHold */
  BvDecision *decision; /* where there is just one, of no quota */
  GPtrArray *decisions; /* of BvDecision: all of them, where they are others than that */
  GPtrArray *awards;    /* of BvAward */
  BvInitiative *initiative;
  BvAchievementReport *report;
  GPtrArray *assessments; /* of BvAssessment */
  BvVote *votes;
} BvNominee;

extern const BvEntity bv_nominee_entity;
extern const BvEntity bv_person_entity;
extern const BvEntity bv_hold_entity;
extern const BvEntity bv_award_entity;
extern const BvEntity bv_initiative_entity;
extern const BvEntity bv_decision_entity;
extern const BvEntity bv_quota_decision_entity;
extern const BvEntity bv_vote_entity;
extern const BvEntity bv_achievement_report_entity;

gboolean bv_hold_covers (const BvHold *hold, gint64 date);
gboolean bv_nominee_has_answer (const BvNominee *nominee);
gboolean bv_nominee_has_report (const BvNominee *nominee);
void bv_nominee_enter (BvNominee *nominee, const BvGroup *group);
BvAssessment *bv_nominee_take_assessment (BvNominee *nominee, const char *criterion);
const BvAssessment *bv_nominee_find_assessment (const BvNominee *nominee, const char *criterion);

G_END_DECLS
