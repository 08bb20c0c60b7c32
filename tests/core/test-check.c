/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-fixture.h"
#include "contest-fixture.h"
#include "core/check-leaf.h"
#include "core/check.h"
#include "core/nominee.h"
#include "core/unit.h"

static BvUnit *
unit (BvCampaign *campaign, guint i)
{
  return g_ptr_array_index (campaign->units, i);
}

static BvAssessment *
assessment (BvCampaign *campaign, guint i)
{
  return g_ptr_array_index (check_fixture_get_nominee (campaign, 0)->assessments, i);
}

static void
set_all (BvCampaign *c, const char *record, guint i, const char *field, const char *value)
{
  gpointer self = NULL;

  if (g_str_equal (record, "campaign"))
    self = c;
  else if (g_str_equal (record, "unit"))
    self = unit (c, i);
  else if (g_str_equal (record, "group"))
    self = check_fixture_get_group (c, i);
  else if (g_str_equal (record, "criterion"))
    self = check_fixture_get_criterion (c, i);
  else if (g_str_equal (record, "nested"))
    self = check_fixture_get_nested (c, i);
  else if (g_str_equal (record, "quota"))
    self = check_fixture_get_quota (c, i);
  else if (g_str_equal (record, "nominee"))
    self = check_fixture_get_nominee (c, i);
  else if (g_str_equal (record, "person"))
    self = check_fixture_get_nominee (c, i)->person;
  else if (g_str_equal (record, "assessment"))
    self = assessment (c, i);
  else if (g_str_equal (record, "evidence"))
    self = g_ptr_array_index (c->evidence, i);
  g_assert_nonnull (self);
  bv_field_clear (bv_entity_find_field (((BvRecord *) self)->entity, field), self);
  if (value != NULL)
    fixture_set (self, field, value);
}

/* One field of one record, and the message it gives; NULL where it is allowed. */
typedef struct
{
  const char *name;
  const char *record;
  guint index;
  const char *field;
  const char *value; /* NULL: the field's default */
  const char *message;
} FieldCase;

static const FieldCase field_cases[] = {
  { "the-start-is-asked-for", "campaign", 0, "starts", NULL,
    "campaign.starts: it is missing: write the day as YYYY-MM-DD" },
  { "the-end-is-asked-for", "campaign", 0, "ends", NULL,
    "campaign.ends: it is missing: write the day as YYYY-MM-DD" },
  { "a-campaign-ends-after-it-starts", "campaign", 0, "ends", "2021-06-20",
    "campaign.ends: 20/06/2021 lies before the first day, 21/06/2021" },
  { "a-campaign-may-last-one-day", "campaign", 0, "ends", "2021-06-21", NULL },
  { "a-tie-step-stands-once", "campaign", 0, "rules.tie_chain", "women,votes,women",
    "campaign.rules.tie_chain[2]: the same as campaign.rules.tie_chain[0]: each stands once" },
  { "codes-of-units-are-unique", "unit", 1, "code", "AG",
    "units[1].code: “AG” is already that of units[0]: each is unique" },
  { "a-parent-is-a-unit-of-the-file", "unit", 1, "parent", "XX",
    "units[1].parent: there is no unit “XX” in units: add it" },
  { "a-unit-is-not-above-itself", "unit", 1, "parent", "SYT",
    "units[1].parent: “SYT” would be above itself" },
  { "units-make-no-ring", "unit", 0, "parent", "SYT", "units[1].parent: “AG” would be above itself" },
  { "a-unit-is-valid-when-the-campaign-starts", "unit", 1, "valid_to", "2021-06-20",
    "units[1].code: “SYT” is not valid on 21/06/2021, when the campaign starts: name the unit of that day" },
  { "a-unit-that-begins-later-is-refused", "unit", 1, "valid_from", "2025-07-01",
    "units[1].code: “SYT” is not valid on 21/06/2021, when the campaign starts: name the unit of that day" },
  { "a-unit-valid-on-the-first-day-is-taken", "unit", 1, "valid_to", "2021-06-21", NULL },
  { "a-dimension-is-led-once", "unit", 1, "leads", "6,7,6",
    "units[1].leads[2]: the same as leads[0]: each stands once" },
  { "keys-of-groups-are-unique", "group", 1, "key", "so",
    "groups[1].key: “so” is already that of groups[0]: each is unique" },
  { "codes-of-criteria-are-unique", "criterion", 1, "code", "1",
    "groups[0].criteria[1].code: “1” occurs twice in the group: each is unique" },
  { "codes-are-unique-over-the-whole-tree", "nested", 1, "code", "1",
    "groups[0].criteria[3].criteria[1].code: “1” occurs twice in the group: each is unique" },
  { "a-section-has-no-maximum", "criterion", 3, "max", "1.00",
    "groups[0].criteria[3].max: a section has none: clear it, or choose another kind" },
  { "a-section-is-not-required", "criterion", 3, "required", "true",
    "groups[0].criteria[3].required: a section has none: clear it, or choose another kind" },
  { "a-section-has-no-items", "criterion", 3, "items", "a",
    "groups[0].criteria[3].items: a section has none: clear it, or choose another kind" },
  { "a-section-has-no-assessor", "criterion", 3, "assessor", "SYT",
    "groups[0].criteria[3].assessor: a section has none: clear it, or choose another kind" },
  { "a-section-has-no-state-at-the-start", "criterion", 3, "state", "not-assigned",
    "groups[0].criteria[3].state: a section has none: clear it, or choose another kind" },
  { "a-unit-of-the-campaign-gives-points", "nested", 1, "assessor", "AG", NULL },
  { "no-other-gives-points", "nested", 1, "assessor", "XX",
    "groups[0].criteria[3].criteria[1].assessor: there is no unit “XX” in units: add it" },
  { "a-lead-unit-is-one-of-the-campaign", "group", 0, "assessor", "XX",
    "groups[0].assessor: there is no unit “XX” in units: add it" },
  { "a-lead-unit-may-wait-for-its-name", "group", 0, "assessed_by", "lead", NULL },
  { "a-section-has-no-due-dates", "criterion", 3, "due", "2021-09-30",
    "groups[0].criteria[3].due: a section has none: clear it, or choose another kind" },
  { "a-leaf-has-a-maximum", "nested", 1, "max", NULL,
    "groups[0].criteria[3].criteria[1].max: it is missing: a criterion that is scored needs a maximum" },
  { "a-bonus-is-not-required", "criterion", 4, "required", "true",
    "groups[0].criteria[4].required: a bonus or deduction cannot be required" },
  { "a-deduction-is-not-required", "criterion", 5, "required", "true",
    "groups[0].criteria[5].required: a bonus or deduction cannot be required" },
  { "the-least-is-not-above-the-maximum", "criterion", 1, "min", "40.01",
    "groups[0].criteria[1].min: 40,01 is more than max, 40,00" },
  { "the-least-may-be-the-maximum", "criterion", 1, "min", "40.00", NULL },
  { "a-deduction-breaks-no-tie", "criterion", 5, "tie_breaker", "9",
    "groups[0].criteria[5].tie_breaker: a deduction breaks no tie: remove the number" },
  { "a-bonus-may-break-a-tie", "criterion", 4, "tie_breaker", "9", NULL },
  { "a-tie-breaker-number-occurs-once", "nested", 0, "tie_breaker", "1",
    "groups[0].criteria[3].criteria[0].tie_breaker: 1 is already the number of criterion “2”: it occurs once a"
    " group" },
  { "a-checklist-has-items", "criterion", 0, "items", NULL,
    "groups[0].criteria[0].items: a checklist needs at least one item" },
  { "measured-has-a-rule", "nested", 1, "rule", NULL,
    "groups[0].criteria[3].criteria[1].rule: a measured criterion needs one: improved-or-top or target" },
  { "improved-or-top-has-a-threshold", "nested", 1, "rule", "improved-or-top",
    "groups[0].criteria[3].criteria[1].threshold: the rule improved-or-top needs one above 0" },
  { "keys-of-quotas-are-unique", "quota", 1, "key", "tap-the",
    "quotas[1].key: “tap-the” is already that of quotas[0]: each is unique" },
  { "a-quota-has-a-size", "quota", 0, "count", NULL,
    "quotas[0].count: it is missing: give either count or percent" },
  { "a-quota-has-one-size", "quota", 0, "percent", "10",
    "quotas[0].percent: count is given too: give one of them" },
  { "a-quota-takes-groups-of-its-kind", "quota", 1, "kind", "collective",
    "quotas[1].groups[1]: “ca-nhan” is not of the quota’s kind: change one of them, or take “either”" },
  { "a-quota-of-individuals-takes-no-collectives", "quota", 1, "kind", "individual",
    "quotas[1].groups[0]: “so” is not of the quota’s kind: change one of them, or take “either”" },
  { "keys-of-nominees-are-unique", "nominee", 1, "key", "so-y-te",
    "nominees[1].key: “so-y-te” is already that of nominees[0]: each is unique" },
  { "a-nominee-stands-in-a-group", "nominee", 0, "group", "xa", "nominees[0].group: there is no group “xa”" },
  { "a-nominee-is-of-a-unit", "nominee", 0, "unit", "XX",
    "nominees[0].unit: there is no unit “XX” in units: add it" },
  { "a-collective-has-no-person", "nominee", 1, "group", "so",
    "nominees[1].person: “so” is a group of collectives: remove the person" },
  { "an-individual-is-a-person", "nominee", 0, "group", "ca-nhan",
    "nominees[0].person: it is missing: “ca-nhan” is a group of individuals" },
  { "a-person-has-a-name", "person", 1, "name", "",
    "nominees[1].person.name: it is missing: write the full name" },
  { "a-person-may-lead", "person", 1, "role", "lãnh đạo", NULL },
  { "a-person-may-advise", "person", 1, "role", "tham mưu", NULL },
  { "a-person-may-do-the-work", "person", 1, "role", "trực tiếp", NULL },
  { "a-person-may-have-no-role", "person", 1, "role", "", NULL },
  { "a-person-has-no-other-role", "person", 1, "role", "Lãnh đạo",
    "nominees[1].person.role: “Lãnh đạo” is none of: lãnh đạo, tham mưu, trực tiếp; leave it empty if none "
    "fits" },
  { "an-assessment-names-a-criterion", "assessment", 1, "criterion", "9",
    "nominees[0].assessments[1].criterion: there is no “9” in group “so”" },
  { "an-assessment-names-a-leaf", "assessment", 1, "criterion", "7",
    "nominees[0].assessments[1].criterion: “7” is a section: name a criterion under it" },
  { "a-criterion-is-assessed-once", "assessment", 1, "criterion", "1",
    "nominees[0].assessments[1].criterion: “1” is assessed twice" },
  { "a-self-score-has-the-maximum-as-its-range", "assessment", 1, "self", "20.01",
    "nominees[0].assessments[1].self: 20,01 is out of range 0,00 to 20,00" },
  { "a-verified-score-has-the-maximum-as-its-range", "assessment", 0, "verified", "16.00",
    "nominees[0].assessments[0].verified: 16,00 is out of range 0,00 to 15,00" },
  { "a-final-score-has-the-maximum-as-its-range", "assessment", 0, "final", "15.01",
    "nominees[0].assessments[0].final: 15,01 is out of range 0,00 to 15,00" },
  { "items-exist", "assessment", 0, "items", "1,4",
    "nominees[0].assessments[0].items[1]: there is no item 4, the criterion has 3" },
  { "items-count-from-one", "assessment", 0, "items", "0",
    "nominees[0].assessments[0].items[0]: there is no item 0, the criterion has 3" },
  { "an-item-is-ticked-once", "assessment", 0, "items", "2,2",
    "nominees[0].assessments[0].items[1]: item 2 is ticked twice" },
  { "keys-of-evidence-are-unique", "evidence", 1, "key", "e1",
    "evidence[1].key: “e1” is already that of evidence[0]: each is unique" },
  { "a-hash-has-64-digits", "evidence", 0, "sha256", "abc",
    "evidence[0].sha256: not 64 lower-case hexadecimal digits" },
  { "a-hash-is-lower-case", "evidence", 0, "sha256",
    "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
    "evidence[0].sha256: not 64 lower-case hexadecimal digits" },
  { "a-hash-is-taken", "evidence", 0, "sha256",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL },
};

static void
test_field (gconstpointer data)
{
  const FieldCase *test = data;
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();

  set_all (campaign, test->record, test->index, test->field, test->value);
  check_fixture_assert (campaign, test->message);
}

/* What takes more than one field. */

static void
spoil_nothing (BvCampaign *campaign)
{
}

static void
spoil_nested_in_leaf (BvCampaign *campaign)
{
  fixture_add_criterion (check_fixture_get_criterion (campaign, 1)->criteria, "2.1 kind=points max=1.00");
}

static void
empty_group (BvCampaign *campaign)
{
  fixture_add_group (campaign, "xa kind=collective");
}

static void
group_of_sections (BvCampaign *campaign)
{
  fixture_add_group (campaign, "xa kind=collective | 1 kind=section");
}

static void
quota_of_an_empty_group (BvCampaign *campaign)
{
  fixture_add_group (campaign, "xa kind=collective");
  fixture_add_quota (campaign, "q kind=either count=1 groups=xa");
}

static void
nominee_of_an_empty_group (BvCampaign *campaign)
{
  fixture_add_group (campaign, "xa kind=collective");
  fixture_add_nominee (campaign, "my-hoa group=xa unit=SYT");
}

static void
group_of_extras (BvCampaign *campaign)
{
  fixture_add_group (campaign, "xa kind=collective | 1 kind=points max=0.00 | B kind=bonus max=5.00");
}

static void
nest (BvCampaign *campaign, guint depth)
{
  BvGroup *deep = fixture_add_group (campaign, "xa kind=collective | 0 kind=points max=1.00");
  GPtrArray *criteria = deep->criteria;

  for (guint i = 1; i <= depth; i++)
    {
      g_autofree char *line = g_strdup_printf ("s%u kind=section", i);

      criteria = fixture_add_criterion (criteria, line)->criteria;
    }
}

static void
nest_sixteen (BvCampaign *campaign)
{
  nest (campaign, 16);
}

static void
nest_seventeen (BvCampaign *campaign)
{
  nest (campaign, 17);
}

static void
unknown_quota_group (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so,xa");
}

static void
quota_group_twice (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so,so");
}

static void
unknown_cap (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so per_group=xa:1");
}

static void
cap_twice (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so per_group=so:1,so:2");
}

static void
cap_of_a_group_elsewhere (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so per_group=ca-nhan:1");
}

static void
after_an_earlier (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so after=tat-ca,tap-the award=Cờ");
}

static void
after_none (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so after=tap-the,khac");
}

static void
after_itself (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so after=q");
}

static void
after_a_later (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so after=r");
  fixture_add_quota (campaign, "r kind=either count=1 groups=so");
}

static void
after_twice (BvCampaign *campaign)
{
  fixture_add_quota (campaign, "q kind=either count=1 groups=so after=tap-the,tap-the");
}

/* @quota NULL: of none. */
static void
decide (BvCampaign *campaign, const char *quota)
{
  const BvField *field = bv_entity_find_field (&bv_nominee_entity, "decisions");
  BvDecision *decision = bv_record_add_child (check_fixture_get_nominee (campaign, 0), field);

  decision->quota = g_strdup (quota);
}

static void
decisions_by_quota (BvCampaign *campaign)
{
  decide (campaign, "tat-ca");
  decide (campaign, NULL);
  decide (campaign, "tap-the");
}

static void
decision_on_no_quota (BvCampaign *campaign)
{
  decide (campaign, "khac");
}

static void
two_decisions_on_one (BvCampaign *campaign)
{
  decide (campaign, "tap-the");
  decide (campaign, "tap-the");
}

static void
two_decisions_of_none (BvCampaign *campaign)
{
  decide (campaign, NULL);
  decide (campaign, NULL);
}

static void
decision_and_decisions (BvCampaign *campaign)
{
  check_fixture_get_nominee (campaign, 0)->decision = bv_record_new (&bv_decision_entity);
  decide (campaign, "tap-the");
}

static void
hold_ends_first (BvCampaign *campaign)
{
  BvHold *hold = bv_record_new (&bv_hold_entity);

  g_ptr_array_add (check_fixture_get_nominee (campaign, 0)->holds, bv_record_new (&bv_hold_entity));
  fixture_set (hold, "from", "2021-10-01");
  fixture_set (hold, "to", "2021-09-30");
  g_ptr_array_add (check_fixture_get_nominee (campaign, 0)->holds, hold);
}

static void
more_votes_than_members (BvCampaign *campaign)
{
  check_fixture_get_nominee (campaign, 0)->votes = bv_record_new (&bv_vote_entity);
  fixture_set (check_fixture_get_nominee (campaign, 0)->votes, "for", "12");
  fixture_set (check_fixture_get_nominee (campaign, 0)->votes, "members", "11");
}

static void
votes_of_unknown_members (BvCampaign *campaign)
{
  check_fixture_get_nominee (campaign, 0)->votes = bv_record_new (&bv_vote_entity);
  fixture_set (check_fixture_get_nominee (campaign, 0)->votes, "for", "12");
}

static void
negative_votes (BvCampaign *campaign)
{
  check_fixture_get_nominee (campaign, 0)->votes = bv_record_new (&bv_vote_entity);
  check_fixture_get_nominee (campaign, 0)->votes->in_writing = -1;
}

static void
one_date_of_two (BvCampaign *campaign)
{
  BvAssessment *reports = fixture_add_assessment (check_fixture_get_nominee (campaign, 0), "7.1");

  g_ptr_array_add (reports->received, bv_record_new (&bv_report_entity));
}

static void
two_dates_of_two (BvCampaign *campaign)
{
  one_date_of_two (campaign);
  g_ptr_array_add (assessment (campaign, 2)->received, bv_record_new (&bv_report_entity));
}

static void
date_where_none_is_due (BvCampaign *campaign)
{
  g_ptr_array_add (assessment (campaign, 0)->received, bv_record_new (&bv_report_entity));
}

static void
two_results_for_one_target (BvCampaign *campaign)
{
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (assessment (campaign, 1)->results, bv_record_new (&bv_result_entity));
}

static void
two_results_for_dimensions (BvCampaign *campaign)
{
  fixture_set (check_fixture_get_nested (campaign, 1), "rule", "improved-or-top");
  fixture_set (check_fixture_get_nested (campaign, 1), "threshold", "0.1000");
  two_results_for_one_target (campaign);
}

static void
results_without_end (BvCampaign *campaign)
{
  two_results_for_dimensions (campaign);
  while (assessment (campaign, 1)->results->len < 100)
    g_ptr_array_add (assessment (campaign, 1)->results, bv_record_new (&bv_result_entity));
}

static void
unknown_evidence (BvCampaign *campaign)
{
  fixture_link_evidence (assessment (campaign, 0), "e9");
}

static void
evidence_twice (BvCampaign *campaign)
{
  fixture_link_evidence (assessment (campaign, 0), "e1");
}

static void
evidence_of_two_assessments (BvCampaign *campaign)
{
  fixture_link_evidence (assessment (campaign, 1), "e1");
}

static void
same_criterion_of_two_nominees (BvCampaign *campaign)
{
  fixture_add_assessment (fixture_add_nominee (campaign, "so-noi-vu group=so unit=SYT"), "1");
}

static void
items_without_end (BvCampaign *campaign)
{
  g_autoptr (GString) list = g_string_new ("a");

  for (guint i = 1; i < 1000; i++)
    g_string_append (list, ",a");
  g_strfreev (check_fixture_get_criterion (campaign, 0)->items);
  fixture_set (check_fixture_get_criterion (campaign, 0), "items", list->str);
}

static void
due_without_end (BvCampaign *campaign)
{
  while (check_fixture_get_nested (campaign, 0)->due->len < 1000)
    g_array_append_val (check_fixture_get_nested (campaign, 0)->due, campaign->ends);
}

typedef struct
{
  const char *name;
  void (*spoil) (BvCampaign *campaign);
  const char *message;
} Case;

static const Case cases[] = {
  { "a-campaign-without-fault-is-taken", spoil_nothing, NULL },
  { "only-a-section-has-criteria", spoil_nested_in_leaf,
    "groups[0].criteria[1].criteria: only a section has criteria under it" },
  { "a-new-group-may-wait-for-its-criteria", empty_group, NULL },
  { "a-group-may-have-its-sections-first", group_of_sections, NULL },
  { "a-group-of-a-quota-has-criteria", quota_of_an_empty_group,
    "groups[2].criteria: the maxima, without bonus and deduction, sum to 0: nothing can be scored" },
  { "a-group-of-a-nominee-has-criteria", nominee_of_an_empty_group,
    "groups[2].criteria: the maxima, without bonus and deduction, sum to 0: nothing can be scored" },
  { "a-group-has-more-than-extras", group_of_extras,
    "groups[2].criteria: the maxima, without bonus and deduction, sum to 0: nothing can be scored" },
  { "sections-nest-sixteen-deep", nest_sixteen, NULL },
  { "a-quota-names-groups-that-exist", unknown_quota_group, "quotas[2].groups[1]: there is no group “xa”" },
  { "a-quota-names-a-group-once", quota_group_twice, "quotas[2].groups[1]: “so” is named twice" },
  { "a-cap-names-a-group-that-exists", unknown_cap, "quotas[2].per_group.xa: there is no such group" },
  { "a-group-has-one-cap", cap_twice, "quotas[2].per_group.so: it is named twice" },
  { "a-cap-of-a-group-that-does-not-compete-is-taken", cap_of_a_group_elsewhere, NULL },
  { "a-quota-comes-after-those-before-it", after_an_earlier, NULL },
  { "a-quota-comes-after-one-that-exists", after_none, "quotas[2].after[1]: there is no quota “khac”" },
  { "a-quota-does-not-come-after-itself", after_itself,
    "quotas[2].after[0]: “q” does not stand before it: name quotas that do" },
  { "a-quota-does-not-come-after-a-later-one", after_a_later,
    "quotas[2].after[0]: “r” does not stand before it: name quotas that do" },
  { "a-quota-names-another-once", after_twice, "quotas[2].after[1]: “tap-the” is named twice" },
  { "decisions-by-quota-are-taken", decisions_by_quota, NULL },
  { "a-decision-names-a-quota-that-exists", decision_on_no_quota,
    "nominees[0].decisions[0].quota: there is no quota “khac”" },
  { "there-is-one-decision-a-quota", two_decisions_on_one,
    "nominees[0].decisions[1].quota: a second decision on “tap-the”: there is one a quota" },
  { "there-is-one-decision-of-no-quota", two_decisions_of_none,
    "nominees[0].decisions[1].quota: a second decision without a quota: one is enough" },
  { "there-is-a-decision-or-there-are-decisions", decision_and_decisions,
    "nominees[0].decisions: “decision” is there too: leave one of the two out" },
  { "a-hold-ends-after-it-begins", hold_ends_first,
    "nominees[0].holds[1].to: 30/09/2021 lies before the first day, 01/10/2021" },
  { "no-more-vote-than-there-are", more_votes_than_members, "nominees[0].votes.for: 12 of 11 members" },
  { "votes-of-unknown-members-are-taken", votes_of_unknown_members, NULL },
  { "no-count-of-votes-is-negative", negative_votes, "nominees[0].votes.in_writing: -1 is less than 0" },
  { "each-due-date-has-its-date-received", one_date_of_two,
    "nominees[0].assessments[2].received: 1 given, 2 due: give one date or null for each due date" },
  { "one-date-a-due-date-is-taken", two_dates_of_two, NULL },
  { "nothing-is-received-where-nothing-is-due", date_where_none_is_due,
    "nominees[0].assessments[0].received: 1 given, 0 due: give one date or null for each due date" },
  { "a-target-takes-one-result", two_results_for_one_target,
    "nominees[0].assessments[1].results: the rule target takes one entry, 2 given" },
  { "improved-or-top-takes-several-results", two_results_for_dimensions, NULL },
  { "results-are-not-without-end", results_without_end,
    "nominees[0].assessments[1].results: more than 99 entries" },
  { "linked-evidence-exists", unknown_evidence,
    "nominees[0].assessments[0].evidence[1]: there is no evidence “e9”" },
  { "evidence-is-linked-once-to-an-assessment", evidence_twice,
    "nominees[0].assessments[0].evidence[1]: “e1” is named twice" },
  { "evidence-may-prove-two-assessments", evidence_of_two_assessments, NULL },
  { "two-nominees-are-assessed-on-one-criterion", same_criterion_of_two_nominees, NULL },
  { "items-are-not-without-end", items_without_end,
    "groups[0].criteria[0].items: more than 999 items: split the criterion" },
  { "due-dates-are-not-without-end", due_without_end,
    "groups[0].criteria[3].criteria[0].due: more than 999 dates: split the criterion" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();

  test->spoil (campaign);
  check_fixture_assert (campaign, test->message);
}

static void
test_too_deep (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  g_autoptr (GError) error = NULL;

  nest_seventeen (campaign);
  g_assert_false (bv_check_campaign (campaign, &error));
  g_assert_true (g_str_has_prefix (error->message, "groups[2].criteria[1].criteria[0]."));
  g_assert_true (g_str_has_suffix (error->message, ".kind: sections are nested more than 16 deep"));
}

static void
test_single_edits (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  g_autoptr (GError) error = NULL;

  g_assert_true (
    bv_check_assessment (assessment (campaign, 0), check_fixture_get_criterion (campaign, 0), &error));
  g_assert_no_error (error);
  assessment (campaign, 0)->verified = 1600;
  g_assert_false (
    bv_check_assessment (assessment (campaign, 0), check_fixture_get_criterion (campaign, 0), &error));
  g_assert_cmpstr (error->message, ==, "verified: 16,00 is out of range 0,00 to 15,00");
  g_clear_error (&error);
  check_fixture_get_criterion (campaign, 0)->max = BV_NONE;
  g_assert_false (bv_check_criterion (check_fixture_get_criterion (campaign, 0), &error));
  g_assert_cmpstr (error->message, ==, "max: it is missing: a criterion that is scored needs a maximum");
}

static void
test_no_error_wanted (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();

  one_date_of_two (campaign);
  g_assert_false (bv_check_campaign (campaign, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (field_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/field/", field_cases[i].name, NULL);

      g_test_add_data_func (path, &field_cases[i], test_field);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/check/sections-do-not-nest-seventeen-deep", test_too_deep);
  g_test_add_func ("/check/a-single-edit-is-refused-by-the-name-of-its-field", test_single_edits);
  g_test_add_func ("/check/a-fault-is-found-without-asking-for-the-message", test_no_error_wanted);
  return g_test_run ();
}
