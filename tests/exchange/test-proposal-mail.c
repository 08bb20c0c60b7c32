/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "exchange/mail/proposal-mail.h"

#include <string.h>

static void
test_addressees (void)
{
  /* A line an addressee, as the submission has them, and how the mail begins. */
  static const char *const cases[][2] = {
    { "- Chủ tịch UBND tỉnh;\n- Hội đồng Thi đua - Khen thưởng tỉnh.\n",
      "Kính gửi: Chủ tịch UBND tỉnh, Hội đồng Thi đua - Khen thưởng tỉnh,\n\nCơ quan chúng tôi" },
    { "Chủ tịch UBND tỉnh", "Kính gửi: Chủ tịch UBND tỉnh,\n\nCơ quan chúng tôi" },
    { " \n", "Kính gửi: Quý cơ quan,\n\nCơ quan chúng tôi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
      g_autofree char *body = NULL;

      fixture_set_text (&campaign->submission_to, cases[i][0]);
      body = bv_proposal_mail_body (campaign, FALSE);
      g_assert_true (g_str_has_prefix (body, cases[i][1]));
    }
}

static void
test_plan (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  fixture_set_text (&campaign->title, "Phong trào thi đua");
  without = bv_proposal_mail_body (campaign, TRUE);
  g_assert_nonnull (strstr (without, "dự thảo hồ sơ đề nghị khen thưởng “Phong trào thi đua”.\n"));
  fixture_set_text (&campaign->plan_number, "1078/KH-SNV");
  with = bv_proposal_mail_body (campaign, FALSE);
  g_assert_nonnull (strstr (with, "“Phong trào thi đua” theo Kế hoạch số 1078/KH-SNV.\n"));
}

static void
test_subject (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_autofree char *subject = NULL;

  fixture_set_text (&campaign->title, "Phong trào thi đua");
  fixture_set_text (&campaign->short_name, " ");
  subject = bv_proposal_mail_subject (campaign, TRUE);
  g_assert_cmpstr (subject, ==, "DỰ THẢO – Đề nghị khen thưởng Phong trào thi đua");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal-mail/is-addressed-to-all-in-one-line", test_addressees);
  g_test_add_func ("/proposal-mail/names-the-plan-where-it-is-known", test_plan);
  g_test_add_func ("/proposal-mail/a-blank-short-title-is-none", test_subject);
  return g_test_run ();
}
