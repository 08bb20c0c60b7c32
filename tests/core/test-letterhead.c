/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/letterhead.h"

typedef struct
{
  const char *name;
  const char *number;
  const char *date;
  const char *expected;
  const char *attached_to;
} NumberCase;

static const NumberCase numbers[] = {
  { "what-is-not-known-is-left-to-the-pen", NULL, NULL, "Số: …/TTr-SNV",
    "(Kèm theo Tờ trình số …/TTr-SNV ngày … tháng … năm … của Sở Nội vụ)" },
  { "a-number-stands-as-it-was-given", "12/TTr-SNV", "2022-05-23", "Số: 12/TTr-SNV",
    "(Kèm theo Tờ trình số 12/TTr-SNV ngày 23 tháng 5 năm 2022 của Sở Nội vụ)" },
  { "under-ten-has-a-leading-zero", "5/TTr-SNV", "2022-02-05", "Số: 05/TTr-SNV",
    "(Kèm theo Tờ trình số 05/TTr-SNV ngày 05 tháng 02 năm 2022 của Sở Nội vụ)" },
  { "a-leading-zero-is-not-doubled", "05/TTr-SNV", NULL, "Số: 05/TTr-SNV",
    "(Kèm theo Tờ trình số 05/TTr-SNV ngày … tháng … năm … của Sở Nội vụ)" },
  { "a-bare-number-gets-the-letters-of-the-organ", "7", NULL, "Số: 07/TTr-SNV",
    "(Kèm theo Tờ trình số 07/TTr-SNV ngày … tháng … năm … của Sở Nội vụ)" },
  { "letters-before-the-number-are-kept", "TTr 9", NULL, "Số: TTr 9",
    "(Kèm theo Tờ trình số TTr 9 ngày … tháng … năm … của Sở Nội vụ)" },
};

static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);

  fixture_set (campaign, "plan.number", "1078/KH-SNV");
  fixture_set (campaign, "plan.issuer", "Sở Nội vụ");
  fixture_set (campaign, "issuer.organ", "SỞ NỘI VỤ");
  return campaign;
}

static void
test_number (gconstpointer data)
{
  const NumberCase *test = data;
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autofree char *number = NULL;
  g_autofree char *attached_to = NULL;

  if (test->number != NULL)
    fixture_set (campaign, "submission.number", test->number);
  if (test->date != NULL)
    fixture_set (campaign, "submission.date", test->date);
  number = bv_letterhead_number (campaign);
  attached_to = bv_letterhead_attached_to (campaign);
  g_assert_cmpstr (number, ==, test->expected);
  g_assert_cmpstr (attached_to, ==, test->attached_to);
}

static void
test_other_organ (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autofree char *number = NULL;

  fixture_set (campaign, "issuer.organ", "SỞ Y TẾ");
  number = bv_letterhead_number (campaign);
  g_assert_cmpstr (number, ==, "Số: …/TTr");
}

/* A report of the office has a number of its own, whatever that of the submission is. */
static void
test_open_number (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autofree char *number = NULL;

  fixture_set (campaign, "submission.number", "12/TTr-SNV");
  number = bv_letterhead_open_number (campaign, "BC");
  g_assert_cmpstr (number, ==, "Số: …/BC-SNV");
}

static void
test_other_numbers (void)
{
  static const char *const plans[][2] = {
    { "12-KH/TU", "Số: …/TTr" },
    { "15/2021/KH-SNV", "Số: …/TTr-SNV" },
    { "15/KH-UBND-NC", "Số: …/TTr-UBND-NC" },
    { "15-SNV", "Số: …/TTr" },
    { "15/SNV", "Số: …/TTr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (BvCampaign) campaign = make_campaign ();
      g_autofree char *number = NULL;

      fixture_set_text (&campaign->plan_number, plans[i][0]);
      number = bv_letterhead_number (campaign);
      g_assert_cmpstr (number, ==, plans[i][1]);
    }
}

static void
test_broken_lines (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autofree char *attached_to = NULL;

  fixture_set_text (&campaign->issuer_organ, "BAN THI ĐUA\nKHEN THƯỞNG");
  attached_to = bv_letterhead_attached_to (campaign);
  g_assert_true (g_str_has_suffix (attached_to, " của BAN THI ĐUA KHEN THƯỞNG)"));
}

static void
test_organ (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  BvUnit *unit = fixture_add_unit (campaign, "STC", NULL);

  fixture_set (unit, "name", "Sở Tài chính");
  g_assert_cmpstr (bv_letterhead_organ (campaign), ==, "Sở Nội vụ");
  fixture_set (campaign, "issuer.organ", "SỞ TÀI CHÍNH");
  g_assert_cmpstr (bv_letterhead_organ (campaign), ==, "Sở Tài chính");
  fixture_set (campaign, "issuer.organ", "SỞ NGOẠI VỤ");
  g_assert_cmpstr (bv_letterhead_organ (campaign), ==, "SỞ NGOẠI VỤ");
  g_clear_pointer (&campaign->issuer_organ, g_free);
  g_assert_cmpstr (bv_letterhead_organ (campaign), ==, "");
}

static void
test_place_and_date (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autofree char *unknown = bv_letterhead_place_and_date (campaign);
  g_autofree char *known = NULL;
  g_autofree char *nowhere = NULL;

  fixture_set_text (&campaign->issuer_place, "");
  nowhere = bv_letterhead_place_and_open_date (campaign);
  g_assert_cmpstr (nowhere, ==, "…, ngày … tháng … năm …");
  fixture_set (campaign, "issuer.place", "An Giang");
  fixture_set (campaign, "submission.date", "2022-01-05");
  known = bv_letterhead_place_and_date (campaign);
  g_assert_true (g_str_has_suffix (unknown, ", ngày … tháng … năm …"));
  g_assert_cmpstr (known, ==, "An Giang, ngày 05 tháng 01 năm 2022");
}

static void
test_recipients (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;
  g_autofree char *named = NULL;

  g_clear_pointer (&campaign->submission_recipients, g_strfreev);
  none = bv_letterhead_recipients (campaign, BV_LETTERHEAD_ADDRESSED);
  campaign->submission_recipients = g_strsplit (" Như trên;|| |- Lưu: VT,\n TĐKT.", "|", -1);
  fixture_set_text (&campaign->submission_to, "- Chủ tịch;\nHội đồng.");
  some = bv_letterhead_recipients (campaign, BV_LETTERHEAD_ADDRESSED);
  named = bv_letterhead_recipients (campaign, BV_LETTERHEAD_UNADDRESSED);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (some, ==, "- Như trên;\n- Lưu: VT, TĐKT.");
  g_assert_cmpstr (named, ==, "- Chủ tịch;\n- Hội đồng;\n- Lưu: VT, TĐKT.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strconcat ("/letterhead/number/", numbers[i].name, NULL);

      g_test_add_data_func (path, &numbers[i], test_number);
    }
  g_test_add_func ("/letterhead/letters-of-another-organ-are-not-guessed", test_other_organ);
  g_test_add_func ("/letterhead/what-goes-with-the-submission-is-numbered-by-hand", test_open_number);
  g_test_add_func ("/letterhead/only-letters-behind-the-kind-are-the-organs", test_other_numbers);
  g_test_add_func ("/letterhead/an-organ-of-two-lines-is-one-phrase-in-a-sentence", test_broken_lines);
  g_test_add_func ("/letterhead/a-sentence-names-the-organ-as-the-plan-or-the-registry-does", test_organ);
  g_test_add_func ("/letterhead/place-and-date-have-leading-zeros", test_place_and_date);
  g_test_add_func ("/letterhead/recipients-end-with-a-full-stop-whatever-was-written", test_recipients);
  return g_test_run ();
}
