/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nominee.h"

#include "core/assessment.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/quota.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

static const BvChoice genders[] = {
  { "female", N_ ("Female") },
  { "male", N_ ("Male") },
  { NULL, NULL },
};

static const BvChoice places[] = {
  { "inside", N_ ("Inside the quota") },
  { "outside", N_ ("Outside the quota") },
  { NULL, NULL },
};

static const BvField person_fields[] = {
  BV_FIELD (BvPerson, name, "name", TEXT, N_ ("Full name"), .flags = BV_FIELD_REQUIRED),
  BV_FIELD (BvPerson,
            gender,
            "gender",
            CHOICE,
            N_ ("Gender"),
            .flags = BV_FIELD_NULLABLE,
            .choices = genders),
  BV_FIELD (BvPerson, born, "born", PARTIAL_DATE, N_ ("Born"), .flags = BV_FIELD_NULLABLE),
  BV_FIELD (BvPerson, position, "position", TEXT, N_ ("Position"), .flags = BV_FIELD_SUGGESTED),
  BV_FIELD (BvPerson, holds_office, "holds_office", FLAG, N_ ("Holds a leading office")),
  BV_FIELD (BvPerson, role, "role", TEXT, N_ ("Role")),
};

const BvEntity bv_person_entity = BV_ENTITY ("person", NULL, N_ ("Person"), BvPerson, person_fields);

static const BvField hold_fields[] = {
  BV_FIELD (BvHold, reason, "reason", TEXT, N_ ("Reason"), .flags = BV_FIELD_LONG | BV_FIELD_ASKED),
  BV_FIELD (BvHold, source, "source", TEXT, N_ ("Source")),
  BV_FIELD (BvHold, from, "from", DATE, N_ ("From"), .flags = BV_FIELD_NULLABLE),
  BV_FIELD (BvHold, to, "to", DATE, N_ ("To"), .flags = BV_FIELD_NULLABLE),
};

const BvEntity bv_hold_entity = BV_ENTITY ("hold", NULL, N_ ("Hold"), BvHold, hold_fields);

static const BvField award_fields[] = {
  BV_FIELD (BvAward,
            year,
            "year",
            INTEGER,
            N_ ("Year"),
            .flags = BV_FIELD_NULLABLE,
            .least = 1900,
            .most = 2999),
  BV_FIELD (BvAward, form, "form", TEXT, N_ ("Form"), .flags = BV_FIELD_ASKED),
  BV_FIELD (BvAward, decision, "decision", TEXT, N_ ("Decision")),
  BV_FIELD (BvAward, date, "date", DATE, N_ ("Date"), .flags = BV_FIELD_NULLABLE),
  BV_FIELD (BvAward, achievement, "for", TEXT, N_ ("Commended for"), .flags = BV_FIELD_LONG),
};

const BvEntity bv_award_entity = BV_ENTITY ("award", NULL, N_ ("Earlier award"), BvAward, award_fields);

static const BvField initiative_fields[] = {
  BV_FIELD (BvInitiative, title, "title", TEXT, N_ ("Title"), .flags = BV_FIELD_LONG | BV_FIELD_ASKED),
  BV_FIELD (BvInitiative, decision, "decision", TEXT, N_ ("Recognised by")),
  BV_FIELD (BvInitiative, date, "date", DATE, N_ ("Date"), .flags = BV_FIELD_NULLABLE),
};

const BvEntity bv_initiative_entity
  = BV_ENTITY ("initiative", NULL, N_ ("Initiative"), BvInitiative, initiative_fields);

#define DECISION_FIELDS                                                                   \
  BV_FIELD (BvDecision, place, "place", CHOICE, N_ ("Place"), .flags = BV_FIELD_REQUIRED, \
            .choices = places),                                                           \
    BV_FIELD (BvDecision, reason, "reason", TEXT, N_ ("Reason"), .flags = BV_FIELD_LONG | BV_FIELD_ASKED)

static const BvField decision_fields[] = { DECISION_FIELDS };

const BvEntity bv_decision_entity
  = BV_ENTITY ("decision", NULL, N_ ("Written decision"), BvDecision, decision_fields);

static const BvField quota_decision_fields[] = {
  BV_FIELD (BvDecision,
            quota,
            "quota",
            REFERENCE,
            N_ ("Quota"),
            .flags = BV_FIELD_NULLABLE,
            .target = &bv_quota_entity),
  DECISION_FIELDS,
};

const BvEntity bv_quota_decision_entity
  = BV_ENTITY ("quota_decision", NULL, N_ ("Written decision"), BvDecision, quota_decision_fields);

static const BvField report_fields[] = {
  BV_FIELD (BvAchievementReport, received, "received", DATE, N_ ("Received on"), .flags = BV_FIELD_NULLABLE),
  BV_FIELD (BvAchievementReport,
            evidence,
            "evidence",
            REFERENCE,
            N_ ("Evidence"),
            .flags = BV_FIELD_NULLABLE,
            .target = &bv_evidence_entity),
};

const BvEntity bv_achievement_report_entity
  = BV_ENTITY ("achievement_report", NULL, N_ ("Report of achievements"), BvAchievementReport, report_fields);

#define VOTES .least = 0, .most = 10000

static const BvField vote_fields[] = {
  BV_FIELD (BvVote, in_favour, "for", INTEGER, N_ ("For"), VOTES),
  BV_FIELD (BvVote, against, "against", INTEGER, N_ ("Against"), VOTES),
  BV_FIELD (BvVote, in_writing, "in_writing", INTEGER, N_ ("In writing"), VOTES),
  BV_FIELD (BvVote, present, "present", INTEGER, N_ ("Present"), VOTES),
  BV_FIELD (BvVote, members, "members", INTEGER, N_ ("Members"), .flags = BV_FIELD_ASKED, VOTES),
};

const BvEntity bv_vote_entity = BV_ENTITY ("vote", NULL, N_ ("Vote of the council"), BvVote, vote_fields);

#define FIELD(member, name, type, title, ...) BV_FIELD (BvNominee, member, name, type, title, ##__VA_ARGS__)

static const BvField fields[] = {
  FIELD (key, "key", TEXT, N_ ("Key"), .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY | BV_FIELD_SLUG),
  FIELD (group, "group", REFERENCE, N_ ("Group"), .flags = BV_FIELD_REQUIRED, .target = &bv_group_entity),
  FIELD (unit, "unit", REFERENCE, N_ ("Unit"), .flags = BV_FIELD_REQUIRED, .target = &bv_unit_entity),
  FIELD (person, "person", CHILD, N_ ("Person"), .target = &bv_person_entity),
  FIELD (women_percent,
         "women_percent",
         INTEGER,
         N_ ("Women in percent"),
         .flags = BV_FIELD_NULLABLE,
         .least = 0,
         .most = 100),
  FIELD (parent_rank,
         "parent_rank",
         INTEGER,
         N_ ("Rank given by the unit above"),
         .flags = BV_FIELD_NULLABLE,
         .least = 1,
         .most = 100000),
  FIELD (summary, "summary", TEXT, N_ ("Achievements"), .flags = BV_FIELD_LONG),
  FIELD (award, "award", TEXT, N_ ("Award proposed"), .flags = BV_FIELD_NULLABLE),
  FIELD (withdrawn, "withdrawn", FLAG, N_ ("Withdrawn")),
  FIELD (holds, "holds", CHILDREN, N_ ("Holds"), .target = &bv_hold_entity),
  FIELD (decision, "decision", CHILD, N_ ("Written decision"), .target = &bv_decision_entity),
  FIELD (decisions,
         "decisions",
         CHILDREN,
         N_ ("Written decisions"),
         .flags = BV_FIELD_LATER,
         .target = &bv_quota_decision_entity),
  FIELD (awards, "awards", CHILDREN, N_ ("Earlier awards"), .target = &bv_award_entity),
  FIELD (initiative, "initiative", CHILD, N_ ("Initiative"), .target = &bv_initiative_entity),
  FIELD (report,
         "report",
         CHILD,
         N_ ("Report of achievements"),
         .flags = BV_FIELD_LATER,
         .target = &bv_achievement_report_entity),
  FIELD (assessments, "assessments", CHILDREN, N_ ("Assessments"), .target = &bv_assessment_entity),
  FIELD (votes, "votes", CHILD, N_ ("Votes"), .target = &bv_vote_entity),
};

const BvEntity bv_nominee_entity = BV_ENTITY ("nominee", "nominees", N_ ("Nominee"), BvNominee, fields);

/**
 * bv_hold_covers:
 * @hold: a hold
 * @date: yyyymmdd
 *
 * Returns: whether the nominee may not be considered on that day
 */
gboolean
bv_hold_covers (const BvHold *hold, gint64 date)
{
  return (hold->from == BV_NONE || hold->from <= date) && (hold->to == BV_NONE || hold->to >= date);
}

/**
 * bv_nominee_find_assessment:
 * @nominee: a nominee
 * @criterion: a leaf's code
 *
 * Returns: (transfer none) (nullable): its assessment; %NULL where none was written, which counts as one with
 * every default (RULES.md)
 */
const BvAssessment *
bv_nominee_find_assessment (const BvNominee *nominee, const char *criterion)
{
  for (guint i = 0; i < nominee->assessments->len; i++)
    {
      const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, i);

      if (g_str_equal (assessment->criterion, criterion))
        return assessment;
    }
  return NULL;
}

/**
 * bv_nominee_take_assessment:
 * @nominee: a nominee
 * @criterion: a leaf's code
 *
 * Returns: (transfer none): its assessment, which is a new one where none was written
 */
BvAssessment *
bv_nominee_take_assessment (BvNominee *nominee, const char *criterion)
{
  BvAssessment *assessment = (BvAssessment *) bv_nominee_find_assessment (nominee, criterion);

  if (assessment != NULL)
    return assessment;
  assessment = bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "assessments"));
  g_free (assessment->criterion);
  assessment->criterion = g_strdup (criterion);
  return assessment;
}

/**
 * bv_nominee_enter:
 * @nominee: a nominee that is new, or comes into another group
 * @group: the group, with its criteria
 *
 * Gives the nominee an assessment of each leaf that begins in another state than pending (`criteria[].state`
 * of CONTRACT.md), such as one that is not assigned until a result is published. What it says of such a leaf
 * already stays.
 */
void
bv_nominee_enter (BvNominee *nominee, const BvGroup *group)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);

      if (leaf->state != BV_ASSESSMENT_PENDING && bv_nominee_find_assessment (nominee, leaf->code) == NULL)
        bv_nominee_take_assessment (nominee, leaf->code)->state = leaf->state;
    }
}

/**
 * bv_nominee_has_answer:
 * @nominee: a nominee
 *
 * Returns: whether anything came of it from the unit that answers for it, beside its name: something of an
 * assessment, or its report of achievements
 */
gboolean
bv_nominee_has_answer (const BvNominee *nominee)
{
  for (guint i = 0; i < nominee->assessments->len; i++)
    if (bv_assessment_has_answer (g_ptr_array_index (nominee->assessments, i)))
      return TRUE;
  return bv_nominee_has_report (nominee);
}

/**
 * bv_nominee_has_report:
 * @nominee: a nominee
 *
 * Returns: whether its report of achievements is here: a day of receipt or a file of it is known
 */
gboolean
bv_nominee_has_report (const BvNominee *nominee)
{
  const BvAchievementReport *report = nominee->report;

  return report != NULL && (report->received != BV_NONE || report->evidence != NULL);
}
