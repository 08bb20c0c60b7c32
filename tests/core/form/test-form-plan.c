/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/form/assessor.h"
#include "core/form/form-plan.h"

/* A province with an office SNV, two districts with communes, an agency that leads, and persons. */
static BvCampaign *
create_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new ("");
  BvGroup *group;

  fixture_add_unit (campaign, "SNV", NULL);
  fixture_add_unit (campaign, "STP", NULL);
  fixture_add_unit (campaign, "CP", NULL);
  fixture_add_unit (campaign, "MD", "CP");
  fixture_add_unit (campaign, "BM", "CP");
  group = fixture_add_group (campaign, "so kind=collective assessed_by=office");
  fixture_add_criterion (group->criteria, "1 kind=points max=60.00");
  fixture_add_criterion (group->criteria, "2 kind=points max=40.00 assessor=STP");
  group = fixture_add_group (campaign, "xa kind=collective assessed_by=parent");
  fixture_add_criterion (group->criteria, "1 kind=points max=60.00");
  fixture_add_criterion (group->criteria, "2 kind=points max=30.00 assessor=STP");
  fixture_add_criterion (group->criteria, "3 kind=reports max=10.00 due=2021-12-15");
  group = fixture_add_group (campaign, "nguoi kind=individual assessed_by=lead assessor=SNV");
  fixture_add_criterion (group->criteria, "1 kind=points max=100.00");
  fixture_add_nominee (campaign, "snv group=so unit=SNV");
  fixture_add_nominee (campaign, "md group=xa unit=MD");
  fixture_add_nominee (campaign, "bm group=xa unit=BM");
  fixture_add_nominee (campaign, "anh group=nguoi unit=MD");
  return campaign;
}

/* `self so 1,2 snv; …` */
static char *
describe (const BvFormPlan *plan)
{
  static const char *const kinds[] = { "self", "assessed", "persons" };
  GString *text = g_string_new (plan->unit->code);

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      const BvFormSheet *sheet = g_ptr_array_index (plan->sheets, i);

      g_string_append_printf (text, "; %s %s", kinds[sheet->kind], sheet->group->key);
      for (guint k = 0; k < sheet->leaves->len; k++)
        g_string_append_printf (text, "%s%s", k > 0 ? "," : " ",
                                ((BvCriterion *) g_ptr_array_index (sheet->leaves, k))->code);
      for (guint k = 0; k < sheet->nominees->len; k++)
        g_string_append_printf (text, "%s%s", k > 0 ? "," : " ",
                                ((BvNominee *) g_ptr_array_index (sheet->nominees, k))->key);
      g_string_append (text, sheet->ranks ? " ranks" : "");
    }
  return g_string_free (text, FALSE);
}

static void
check (const BvCampaign *campaign, const char *unit, const char *const *expected, guint n_expected)
{
  g_autoptr (GPtrArray) plans = bv_form_plan_list (campaign, unit);

  g_assert_cmpuint (plans->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      g_autofree char *text = describe (g_ptr_array_index (plans, i));

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_who_is_asked_for_what (void)
{
  static const char *const expected[] = {
    "SNV; self so 1,2 snv; assessed nguoi 1 anh; persons nguoi 1",
    "STP; assessed so 2 snv; assessed xa 2 md,bm",
    "CP; assessed xa 1,3 md,bm ranks",
    "MD; self xa 1,2,3 md; persons nguoi 1 anh",
    "BM; self xa 1,2,3 bm; persons nguoi 1",
  };
  g_autoptr (BvCampaign) campaign = create_campaign ();

  check (campaign, NULL, expected, G_N_ELEMENTS (expected));
}

static void
test_one_unit (void)
{
  static const char *const expected[] = { "CP; assessed xa 1,3 md,bm ranks" };
  g_autoptr (BvCampaign) campaign = create_campaign ();

  check (campaign, "CP", expected, 1);
  check (campaign, "none", NULL, 0);
}

static void
test_withdrawn_and_types (void)
{
  static const char *const expected[] = { "BM; self xa 1,2,3 bm" };
  g_autoptr (BvCampaign) campaign = create_campaign ();

  fixture_set (g_ptr_array_index (campaign->nominees, 1), "withdrawn", "true");
  fixture_set (g_ptr_array_index (campaign->groups, 2), "unit_types", "sở");
  check (campaign, "BM", expected, 1);
  check (campaign, "MD", (const char *const[]){ "MD; persons nguoi 1 anh" }, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-plan/each-unit-answers-and-assesses", test_who_is_asked_for_what);
  g_test_add_func ("/form-plan/of-one-unit", test_one_unit);
  g_test_add_func ("/form-plan/not-of-who-is-withdrawn-nor-of-other-types", test_withdrawn_and_types);
  return g_test_run ();
}
