/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/field-help.h"

#include "core/campaign.h"
#include "core/check.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/points.h"
#include "core/quota.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* What a field does. */
typedef struct
{
  const BvEntity *entity;
  const char *field;
  const char *text; /* English msgid */
  gint64 most;      /* where another rule narrows the field's range; 0: none does */
} Help;

#define CAMPAIGN(field, text)        \
  {                                  \
    &bv_campaign_entity, field, text \
  }
#define GROUP(field, text)        \
  {                               \
    &bv_group_entity, field, text \
  }
#define CRITERION(field, text)        \
  {                                   \
    &bv_criterion_entity, field, text \
  }
#define QUOTA(field, text)        \
  {                               \
    &bv_quota_entity, field, text \
  }
#define CLASS(field, text, ...)                        \
  {                                                    \
    &bv_group_class_entity, field, text, ##__VA_ARGS__ \
  }
#define CAP(field, text)              \
  {                                   \
    &bv_quota_cap_entity, field, text \
  }
#define AFTER(field, text)              \
  {                                     \
    &bv_quota_after_entity, field, text \
  }

static const Help helps[] = {
  CAMPAIGN ("title", N_ ("Stands in full on papers, and above the window.")),
  CAMPAIGN ("short", N_ ("Stands where there is little room; empty: the title does.")),
  CAMPAIGN ("plan.number", N_ ("As on the plan, with its symbol; papers cite it.")),
  CAMPAIGN ("plan.date", N_ ("The day on which the plan was signed; papers cite it.")),
  CAMPAIGN ("plan.issuer", N_ ("Who issued the plan; papers cite it.")),
  CAMPAIGN ("plan.subject", N_ ("Cited behind the number of the plan; empty: the title is.")),
  CAMPAIGN ("starts", N_ ("Units are those of that day; due dates before it are warned of.")),
  CAMPAIGN ("ends", N_ ("Not before the first day; what comes later is warned of.")),
  CAMPAIGN (
    "considered_on",
    N_ ("Holds, disciplinary measures and earlier awards are judged as of that day; empty: as of today.")),
  CAMPAIGN ("award", N_ ("What is proposed; who had the same before is looked for under this name.")),
  CAMPAIGN ("province", N_ ("Named on papers, and in the name of the council.")),
  CAMPAIGN ("rules.award_interval",
            N_ ("Who had the same award in these years is not considered again; empty: it is not asked.")),
  CAMPAIGN ("rules.unproven_scores_zero",
            N_ ("A criterion that lacks the evidence it wants gives no points until it has it.")),
  CAMPAIGN ("rules.tie_chain", N_ ("Asked one after the other until it is decided.")),
  CAMPAIGN ("council.voting", N_ ("Whether nominees need the votes of a council.")),
  CAMPAIGN ("council.organ",
            N_ ("On papers; empty: the Emulation and Commendation Council of the province.")),
  CAMPAIGN ("council.parent", N_ ("The line above its name; empty: the people’s committee of the province.")),
  CAMPAIGN ("council.quorum",
            N_ ("How many of its members have to be there, as 2/3 or >1/2; empty: it is not asked.")),
  CAMPAIGN ("council.threshold",
            N_ ("How many votes are needed, as 2/3 or >1/2; a quota may ask for more; empty: none.")),
  CAMPAIGN ("council.of", N_ ("What the part of the votes is counted of.")),
  CAMPAIGN ("council.written_in_quorum",
            N_ ("Whether who sent an opinion in writing counts as being there.")),
  CAMPAIGN ("issuer.parent", N_ ("The upper line at the left of a paper’s head; empty: there is none.")),
  CAMPAIGN ("issuer.organ", N_ ("The lower line at the left of a paper’s head.")),
  CAMPAIGN ("issuer.place", N_ ("Stands before the date.")),
  CAMPAIGN ("issuer.signer_title",
            N_ ("Above the signature; a line each, as KT. GIÁM ĐỐC and PHÓ GIÁM ĐỐC.")),
  CAMPAIGN ("issuer.signer", N_ ("Below the signature, in full.")),
  CAMPAIGN ("submission.number", N_ ("Empty: it is filled in on paper.")),
  CAMPAIGN ("submission.date", N_ ("Empty: it is filled in on paper.")),
  CAMPAIGN ("submission.to", N_ ("Whom the submission is addressed to, one a line.")),
  CAMPAIGN ("submission.recipients", N_ ("Who gets it, one a line; “Như trên” stands for the addressees.")),
  CAMPAIGN ("submission.subject", N_ ("Empty: the usual words.")),
  CAMPAIGN ("submission.text", N_ ("A line is a paragraph; empty: the usual words.")),
  CAMPAIGN ("submission.report_form",
            N_ ("The number of the form that reports of achievements have; empty: none.")),

  GROUP ("name", N_ ("Stands above its list on papers and as a tab in the window.")),
  GROUP ("kind", N_ ("Whether units or persons are nominated in it.")),
  GROUP ("assessed_by", N_ ("Who scores what its nominees claim: their forms go there.")),
  GROUP ("assessor", N_ ("The unit that scores where a lead unit does.")),
  GROUP ("sum", N_ ("Another sum of the maxima is warned of; empty: none is.")),
  GROUP ("bonus_cap", N_ ("Bonus points together give no more; empty: there is no limit.")),
  GROUP ("deduction_cap", N_ ("Deductions together take no more; empty: there is no limit.")),
  GROUP ("unit_types", N_ ("Types of units that belong here, with “;” between them.")),

  CLASS ("name", N_ ("Stands in lists behind the place, as “Xuất sắc”.")),
  CLASS ("from",
         N_ ("Who reaches this percent is of the class; the best one stands first."),
         BV_CHECK_CLASS_FROM_MAX),

  CRITERION ("code", N_ ("Its number on papers and forms; each stands once in the group.")),
  CRITERION ("title", N_ ("Stands in full on papers.")),
  CRITERION ("short", N_ ("Stands in tables, where there is little room; empty: the title does.")),
  CRITERION ("kind", N_ ("What is asked of a nominee, and how points come of it.")),
  CRITERION ("max", N_ ("The most points that it gives.")),
  CRITERION ("required", N_ ("Who misses it is not considered at all.")),
  CRITERION ("min", N_ ("Who has less is not considered; empty: none is asked for.")),
  CRITERION ("evidence", N_ ("How many documents a nominee has to hand in for it.")),
  CRITERION ("shared", N_ ("One document may prove it for many, as a list of a whole province does.")),
  CRITERION ("tie_breaker", N_ ("Who has more here goes first where totals are equal: number 1 before 2.")),
  CRITERION ("state", N_ ("How it begins for whoever is nominated later.")),
  CRITERION ("assessor", N_ ("The unit that scores this one; empty: whoever scores the group does.")),
  CRITERION ("items", N_ ("What is ticked, one a line; points are in proportion.")),
  CRITERION ("guide", N_ ("Stands on forms beside the criterion.")),
  CRITERION ("due", N_ ("The days on which reports are due, one a line.")),
  CRITERION ("late_penalty", N_ ("Taken off for each report that came late.")),
  CRITERION ("missing_penalty", N_ ("Taken off for each report that did not come.")),
  CRITERION ("rule", N_ ("How points come of what was measured.")),
  CRITERION ("threshold", N_ ("By how much a result has to be better for all points.")),

  QUOTA ("name", N_ ("Stands above the list of those who are proposed.")),
  QUOTA ("kind", N_ ("Whether units, persons or both compete for it.")),
  QUOTA ("count", N_ ("How many may be proposed; empty where a percent is given.")),
  QUOTA ("percent", N_ ("How many of a hundred nominees may be proposed; empty where a number is given.")),
  QUOTA ("award", N_ ("What is proposed by it; empty: the campaign’s award.")),
  QUOTA ("per_parent", N_ ("At most so many below the same unit; empty: there is no limit.")),
  QUOTA ("threshold", N_ ("How many votes are needed, as 2/3 or >1/2; empty: what the council asks for.")),

  CAP ("group", N_ ("The group of which no more than so many may be proposed.")),
  CAP ("cap", N_ ("How many of this group may be proposed at most.")),

  AFTER ("after", N_ ("Who is proposed there keeps the place here, but uses up none of this number.")),
};

static const Help *
find_help (const BvEntity *entity, const BvField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    if (helps[i].entity == entity && g_str_equal (helps[i].field, field->name))
      return &helps[i];
  return NULL;
}

/* 0: there is no limit that would say anything. */
static gint64
get_most (const BvField *field, const Help *help)
{
  if (help->most != 0 || field->most != 0)
    return help->most != 0 ? help->most : field->most;
  return field->type == BV_FIELD_POINTS ? BV_POINTS_MAX : 0;
}

static char *
write_number (const BvField *field, gint64 number)
{
  return field->type == BV_FIELD_POINTS ? bv_wording_points (number) : bv_wording_number (number);
}

/* NULL: any value of its type is right. */
static char *
write_range (const BvField *field, const Help *help)
{
  gboolean is_measure = field->type == BV_FIELD_INTEGER || field->type == BV_FIELD_POINTS;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (!is_measure || get_most (field, help) == 0)
    return NULL;
  least = write_number (field, field->least);
  most = write_number (field, get_most (field, help));
  return g_strdup_printf (_ ("From %s to %s."), least, most);
}

/**
 * bv_field_help_write:
 * @entity: an entity
 * @field: a field of it
 *
 * Returns: (transfer full) (nullable): in the user's language, what the field does, and from what to what it
 * may be; %NULL: nothing is said of it
 */
char *
bv_field_help_write (const BvEntity *entity, const BvField *field)
{
  const Help *help = find_help (entity, field);
  g_autofree char *range = help != NULL ? write_range (field, help) : NULL;

  if (help == NULL)
    return NULL;
  return range != NULL ? g_strconcat (_ (help->text), " ", range, NULL) : g_strdup (_ (help->text));
}
