/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/unit.h"

G_BEGIN_DECLS

typedef enum
{
  BV_FORM_SELF,     /* what the unit says of itself: a row a leaf */
  BV_FORM_ASSESSED, /* the points that it gives others: a row a nominee, a column a leaf */
  BV_FORM_PERSONS,  /* whom it puts forward: a row a person, a column a leaf */
} BvFormKind;

/* A sheet of the form of a unit. */
typedef struct
{
  BvFormKind kind;
  const BvGroup *group;
  GPtrArray *leaves;   /* of BvCriterion, in the order of the group */
  GPtrArray *nominees; /* of BvNominee, in the order of the campaign; of itself one */
  gboolean ranks;      /* it also puts those that it assesses in an order: it stands above them */
} BvFormSheet;

/**
 * BvFormPlan:
 *
 * What a unit is asked for: what it answers, and what it assesses.
 */
typedef struct
{
  const BvCampaign *campaign;
  const BvUnit *unit;
  GPtrArray *sheets; /* of BvFormSheet: itself, those that it assesses, its persons */
} BvFormPlan;

GPtrArray *bv_form_plan_list (const BvCampaign *campaign, const char *unit);

gboolean bv_form_plan_expects_self (const BvCriterion *leaf);

G_END_DECLS
