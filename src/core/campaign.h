/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/* The steps that may break a tie, in the order of RULES.md. */
typedef enum
{
  BV_TIE_CRITERIA,
  BV_TIE_REPORTS,
  BV_TIE_WOMEN,
  BV_TIE_NO_OFFICE,
  BV_TIE_VOTES,
  BV_N_TIE_STEPS,
} BvTieStep;

typedef enum
{
  BV_COUNCIL_OF_MEMBERS,
  BV_COUNCIL_OF_PRESENT,
} BvCouncilOf;

/**
 * BvCampaign:
 *
 * A campaign (phong trào thi đua) with all that belongs to it: the whole content of an interchange file.
 */
typedef struct
{
  BvRecord record;
  char *key;
  char *title;
  char *short_name;
  char *plan_number;
  gint64 plan_date;
  char *plan_issuer;
  char *plan_subject; /* what it is about (trích yếu) */
  gint64 starts;
  gint64 ends;
  gint64 considered_on; /* BV_NONE: not fixed yet */
  char *award;
  char *province;
  char *issuer_parent;
  char *issuer_organ;
  char *issuer_place;
  char *issuer_signer_title;
  char *issuer_signer;
  char *submission_number; /* NULL: filled in on paper */
  gint64 submission_date;
  char *submission_to; /* an addressee a line */
  char **submission_recipients;
  char *submission_subject; /* pattern of core/submission.h; NULL: the usual one */
  char *submission_text;
  char *report_form; /* the number of the form of the reports of achievements; empty: none */
  char **legal_bases;
  char *council_organ;      /* NULL: the province's council */
  char *council_parent;     /* NULL: the province's people's committee */
  gint64 council_voting;    /* whether the council votes at all */
  gint64 council_quorum;    /* core/share.h; BV_NONE: none asked for */
  gint64 council_threshold; /* the same */
  gint64 council_of;        /* BvCouncilOf */
  gint64 written_in_quorum; /* opinions in writing count for the quorum */
  gint64 unproven_scores_zero;
  gint64 award_interval; /* years between equal awards; BV_NONE: none */
  GArray *tie_chain;     /* of gint64 BvTieStep; NULL: none */
  GPtrArray *units;      /* of BvUnit: those that take part, and their ancestors */
  GPtrArray *groups;     /* of BvGroup */
  GPtrArray *quotas;     /* of BvQuota */
  GPtrArray *nominees;   /* of BvNominee */
  GPtrArray *evidence;   /* of BvEvidence */
  GPtrArray *distinct;   /* of BvDistinct */
} BvCampaign;

extern const BvEntity bv_campaign_entity;
extern const BvChoice bv_tie_steps[]; /* core/tie-step.h */

gint64 bv_campaign_find_date (const BvCampaign *campaign);
void bv_campaign_take_key (BvCampaign *campaign);
const char *bv_campaign_short_title (const BvCampaign *campaign);
char *bv_campaign_write_plan (const BvCampaign *campaign);
char *bv_campaign_write_plan_number (const BvCampaign *campaign);
char *bv_campaign_name_unit (const BvCampaign *campaign, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCampaign, bv_record_free)

G_END_DECLS
