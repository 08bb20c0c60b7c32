/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"

typedef struct
{
  const char *number;
  const char *date; /* NULL: not known */
  const char *issuer;
  const char *expected;
} Plan;

static void
test_plan (void)
{
  static const Plan plans[] = {
    { "1078/KH-SNV", "2021-06-21", "Sở Nội vụ",
      "Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ về phát động Phong trào A" },
    { "1078/KH-SNV", NULL, "Sở Nội vụ", "Kế hoạch số 1078/KH-SNV của Sở Nội vụ về phát động Phong trào A" },
    { "1078/KH-SNV", "2021-06-21", " ",
      "Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 về phát động Phong trào A" },
    { "1078/KH-SNV", NULL, NULL, "Kế hoạch số 1078/KH-SNV về phát động Phong trào A" },
    { " ", "2021-06-21", "Sở Nội vụ", NULL },
    { NULL, "2021-06-21", "Sở Nội vụ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
      g_autofree char *plan = NULL;

      fixture_set_text (&campaign->plan_number, plans[i].number);
      fixture_set_text (&campaign->plan_issuer, plans[i].issuer);
      fixture_set (campaign, "title", "Phong trào A");
      if (plans[i].date != NULL)
        fixture_set (campaign, "plan.date", plans[i].date);
      plan = bv_campaign_write_plan (campaign);
      g_assert_cmpstr (plan, ==, plans[i].expected);
    }
}

/* What the plan is about is said in its own words, and once. */
static void
test_plan_subject (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_autofree char *plan = NULL;
  g_autofree char *number = NULL;

  fixture_set (campaign, "plan.number", "12/KH-UBND");
  fixture_set (campaign, "plan.subject", "về phát động thi đua năm 2026");
  plan = bv_campaign_write_plan (campaign);
  number = bv_campaign_write_plan_number (campaign);
  g_assert_cmpstr (plan, ==, "Kế hoạch số 12/KH-UBND về phát động thi đua năm 2026");
  g_assert_cmpstr (number, ==, "Kế hoạch số 12/KH-UBND");
}

static void
test_short_title (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);

  fixture_set (campaign, "title", "Phong trào thi đua");
  fixture_set_text (&campaign->short_name, " ");
  g_assert_cmpstr (bv_campaign_short_title (campaign), ==, "Phong trào thi đua");
  fixture_set (campaign, "short", "PAPI 2021");
  g_assert_cmpstr (bv_campaign_short_title (campaign), ==, "PAPI 2021");
}

/* Files and the command line name it by its key. */
static void
test_key (void)
{
  static const struct
  {
    const char *title;
    const char *key;
  } cases[] = { { "PAPI 2026", "papi-2026" }, { "Thi đua “Sở Y tế”", "thi-dua-so-y-te" }, { " ", "cu" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);

      fixture_set (campaign, "key", "cu");
      fixture_set_text (&campaign->short_name, cases[i].title);
      bv_campaign_take_key (campaign);
      g_assert_cmpstr (campaign->key, ==, cases[i].key);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/campaign/what-is-not-known-of-the-plan-is-not-said", test_plan);
  g_test_add_func ("/campaign/the-plan-says-what-it-is-about-in-its-own-words", test_plan_subject);
  g_test_add_func ("/campaign/without-a-short-title-it-has-its-title", test_short_title);
  g_test_add_func ("/campaign/a-new-one-has-its-key-from-its-short-title", test_key);
  return g_test_run ();
}
