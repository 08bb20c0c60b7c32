/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-fixture.h"
#include "contest-fixture.h"
#include "core/check-dates.h"
#include "core/check-warnings.h"
#include "core/evidence.h"
#include "core/namesakes.h"
#include "core/nominee.h"
#include "core/text/date.h"
#include "core/unit.h"

static void
assert_warnings (const BvCampaign *campaign, const char *expected)
{
  g_auto (GStrv) warnings = bv_check_list_warnings (campaign);
  g_autofree char *text = g_strjoinv ("\n", warnings);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_warnings (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  BvNominee *first = check_fixture_get_nominee (campaign, 0);

  assert_warnings (campaign, "");
  fixture_set (campaign, "starts", "2021-10-01");
  assert_warnings (campaign, "groups[0].criteria[3].criteria[0].due[0]: 30/09/2021 lies before the campaign "
                             "starts");
  fixture_set (check_fixture_get_criterion (campaign, 1), "max", "39.50");
  bv_field_clear (bv_entity_find_field (&bv_criterion_entity, "due"), check_fixture_get_nested (campaign, 0));
  fixture_add_criterion (check_fixture_get_group (campaign, 0)->criteria, "8 kind=section");
  g_ptr_array_set_size (check_fixture_get_quota (campaign, 1)->groups, 0);
  first->decision = bv_record_new (&bv_decision_entity);
  g_ptr_array_add (first->holds, bv_record_new (&bv_hold_entity));
  check_fixture_assert (campaign, NULL);
  assert_warnings (campaign, "groups[0].criteria: the maxima of “so” sum to 99,50 points, not to 100,00\n"
                             "groups[0].criteria[3].criteria[0].due: the reports have no due dates\n"
                             "groups[0].criteria[6].criteria: the section has no criteria\n"
                             "quotas[1].groups: no group competes for the quota\n"
                             "nominees[0].decision.reason: the written decision has no reason\n"
                             "nominees[0].holds[0].reason: the hold has no reason");
}

static void
decide_on (BvNominee *nominee, const char *quota)
{
  BvDecision *decision
    = bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decisions"));

  fixture_set (decision, "quota", quota);
  fixture_set (decision, "reason", "Theo kết luận của Hội đồng");
}

/* A file that says so loads all the same. */
static void
test_decision_beside (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();

  decide_on (check_fixture_get_nominee (campaign, 0), "tap-the");
  decide_on (check_fixture_get_nominee (campaign, 1), "tat-ca");
  check_fixture_assert (campaign, NULL);
  assert_warnings (campaign, "");
  fixture_set (check_fixture_get_quota (campaign, 0), "name", "Bằng khen tập thể");
  decide_on (check_fixture_get_nominee (campaign, 1), "tap-the");
  check_fixture_assert (campaign, NULL);
  assert_warnings (campaign,
                   "nominees[1].decisions[1].quota: “Nguyễn Thị Ánh” does not compete for “Bằng khen "
                   "tập thể”: the written decision has no effect");
}

/* Of what the maxima of a group add up to, and who scores it. */
static void
test_groups (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  BvGroup *group = check_fixture_get_group (campaign, 0);

  fixture_set (group, "sum", "120.00");
  fixture_set (group, "assessed_by", "lead");
  assert_warnings (campaign, "groups[0].criteria: the maxima of “so” sum to 100,00 points, not to 120,00\n"
                             "groups[0].assessor: a lead unit scores “so”, but none is named");
  group->sum = BV_NONE;
  fixture_set (group, "assessor", "SYT");
  assert_warnings (campaign, "");
}

static BvUnit *
add_unit (BvCampaign *campaign, const char *code, const char *name, gint64 from, gint64 to)
{
  BvUnit *unit = bv_record_add_child (campaign, bv_entity_find_field (&bv_campaign_entity, "units"));

  fixture_set (unit, "code", code);
  fixture_set (unit, "name", name);
  unit->valid_from = from;
  unit->valid_to = to;
  return unit;
}

static void
test_namesakes (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();

  add_unit (campaign, "A1", "Xã Hoà An", BV_NONE, 20211231);
  add_unit (campaign, "A2", "xã Hòa An", 20220101, BV_NONE);
  add_unit (campaign, "B1", "Xã Hòa Ân", BV_NONE, BV_NONE);
  fixture_set (add_unit (campaign, "B2", "Xã Hòa An", BV_NONE, BV_NONE), "parent", "B1");
  assert_warnings (campaign, "");
  add_unit (campaign, "A3", "XÃ HÒA AN", 20210101, 20211231);
  assert_warnings (campaign,
                   "units: A1, A3 have one name, “Xã Hoà An”: if they are one unit, keep one of them");
}

/* Of a unit alone only those that have the name at its time. */
static void
test_namesakes_of_one (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  g_autofree char *of_later = NULL;
  g_autofree char *of_earlier = NULL;

  add_unit (campaign, "A1", "Xã Hoà An", BV_NONE, 20211231);
  add_unit (campaign, "A2", "xã  Hòa An", 20220101, BV_NONE);
  add_unit (campaign, "A3", "XÃ HÒA AN", 20210101, 20211231);
  of_later = bv_namesakes_warn_of (campaign, "A2");
  of_earlier = bv_namesakes_warn_of (campaign, "A3");
  g_assert_null (of_later);
  g_assert_cmpstr (of_earlier, ==,
                   "units: A1, A3 have one name, “Xã Hoà An”: if they are one unit, keep one of them");
  g_assert_null (bv_namesakes_warn_of (campaign, "unknown"));
}

static void
test_dates (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  BvNominee *person = bv_record_add_child (campaign, bv_entity_find_field (&bv_campaign_entity, "nominees"));
  BvEvidence *piece = bv_record_add_child (campaign, bv_entity_find_field (&bv_campaign_entity, "evidence"));
  const BvField *awards = bv_entity_find_field (&bv_nominee_entity, "awards");
  gpointer born = bv_record_add_child (person, bv_entity_find_field (&bv_nominee_entity, "person"));
  static const struct
  {
    const char *considered;
    const char *born;
    const char *warning;
  } births[] = {
    { "2022-05-20", "2006-05-20", "" },
    { "2022-05-20", "2006", "" },
    { "2022-05-20", "2006-05-21", "21/05/2006 is less than 16 years before the ranking’s date, 20/05/2022" },
    { "2022-05-20", "2007", "2007 is less than 16 years before the ranking’s date, 20/05/2022" },
    { "2022-05-20", "2022-05-21", "21/05/2022 lies after the ranking’s date, 20/05/2022" },
    { "2022-05-20", "2080", "2080 lies after the ranking’s date, 20/05/2022" },
    { "2021-12-31", "2005-12-31", "" },
    { "2021-12-31", "2006-01-01", "01/01/2006 is less than 16 years before the ranking’s date, 31/12/2021" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (births); i++)
    {
      g_autofree char *warning = g_strconcat ("nominees[2].person.born: ", births[i].warning, NULL);

      fixture_set (campaign, "considered_on", births[i].considered);
      fixture_set (born, "born", births[i].born);
      assert_warnings (campaign, *births[i].warning != '\0' ? warning : "");
    }
  fixture_set (born, "born", "1980");
  fixture_set (bv_record_add_child (person, awards), "date", "2022-01-01");
  fixture_set (bv_record_add_child (person, awards), "year", "2021");
  fixture_set (bv_record_add_child (person, awards), "year", "2023");
  fixture_set (piece, "issued", "2021-07-06");
  assert_warnings (campaign,
                   "nominees[2].awards[0].date: 01/01/2022 lies after the ranking’s date, 31/12/2021\n"
                   "nominees[2].awards[2].year: 2023 lies after the ranking’s date, 31/12/2021");
  g_ptr_array_set_size (person->awards, 0);
  fixture_set (piece, "received", "2021-07-06");
  assert_warnings (campaign, "");
  fixture_set (piece, "received", "2021-07-05");
  assert_warnings (campaign, "evidence[2].issued: issued on 06/07/2021, after it was received on 05/07/2021");
}

/* As a form has it: a record that is not of a campaign yet, or a part of one. */
static void
test_dates_of_record (void)
{
  g_autoptr (BvRecord) nominee = bv_record_new (&bv_nominee_entity);
  BvNominee *person = (BvNominee *) nominee;
  BvAward *award = bv_record_add_child (person, bv_entity_find_field (&bv_nominee_entity, "awards"));
  g_autoptr (GPtrArray) of_nominee = NULL;
  g_autoptr (GPtrArray) of_award = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const BvDateFinding *finding;

  none = bv_check_dates_of (nominee, 20220520);
  g_assert_cmpuint (none->len, ==, 0);
  award->date = 20220521;
  of_nominee = bv_check_dates_of (nominee, 20220520);
  g_assert_cmpuint (of_nominee->len, ==, 1);
  finding = g_ptr_array_index (of_nominee, 0);
  g_assert_cmpstr (finding->field, ==, "awards[0].date");
  g_assert_cmpstr (finding->text, ==, "21/05/2022 lies after the ranking’s date, 20/05/2022");
  of_award = bv_check_dates_of (award, 20220520);
  finding = g_ptr_array_index (of_award, 0);
  g_assert_cmpstr (finding->field, ==, "date");
}

/* A campaign that no day was fixed for is ranked as of today. */
static void
test_date_of_campaign (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  gint64 before = bv_date_today ();
  gint64 found;

  campaign->considered_on = BV_NONE;
  found = bv_campaign_find_date (campaign);
  g_assert_cmpint (before, <=, found);
  g_assert_cmpint (found, <=, bv_date_today ());
  campaign->considered_on = 20220520;
  g_assert_cmpint (bv_campaign_find_date (campaign), ==, 20220520);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-warnings/what-is-most-likely-not-meant-is-warned-of", test_warnings);
  g_test_add_func ("/check-warnings/a-decision-on-a-quota-that-is-not-competed-for-is-named",
                   test_decision_beside);
  g_test_add_func ("/check-warnings/of-sums-and-lead-units-of-groups", test_groups);
  g_test_add_func ("/check-warnings/dates-that-cannot-be-are-warned-of", test_dates);
  g_test_add_func ("/check-warnings/dates-of-one-record-are-looked-at-alone", test_dates_of_record);
  g_test_add_func ("/check-warnings/the-date-of-a-campaign-is-its-own-else-today", test_date_of_campaign);
  g_test_add_func ("/check-warnings/units-of-one-name-at-one-time-are-named", test_namesakes);
  g_test_add_func ("/check-warnings/one-unit-is-held-against-those-of-its-time", test_namesakes_of_one);
  return g_test_run ();
}
