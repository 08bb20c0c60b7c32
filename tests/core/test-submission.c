/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/check.h"
#include "core/letterhead.h"
#include "core/submission.h"
#include "core/text/date.h"
#include "proposal-fixture.h"

#include <string.h>

static const char *const pools[] = { "q name=Chung kind=collective groups=so,xa count=2",
                                     "r name=Người kind=individual groups=nguoi count=1", NULL };

#define BOTH "A so 1=9.00 | B xa 1=8.00 | C xa 1=7.00 | D nguoi 1=5.00 | E nguoi 1=4.00"
#define COLLECTIVES "A so 1=9.00 | B xa 1=8.00 | C xa 1=7.00"
#define NOBODY "A so withdrawn | D nguoi withdrawn"
#define INDIVIDUALS "D nguoi 1=5.00 | E nguoi 1=4.00"

static void
init (ProposalFixture *fixture, const char *entrants)
{
  static const char *const fields[][2] = {
    { "title", "Phong trào thi đua" },
    { "plan.number", "1078/KH-SNV" },
    { "plan.date", "2021-06-21" },
    { "plan.issuer", "Sở Nội vụ" },
    { "issuer.organ", "SỞ NỘI VỤ" },
    { "province", "An Giang" },
    { "submission.to", "Chủ tịch Ủy ban nhân dân tỉnh" },
  };

  proposal_fixture_init (fixture, pools, entrants);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fixture_set (fixture->campaign, fields[i][0], fields[i][1]);
}

typedef struct
{
  const char *entrants;
  const char *pattern;
  const char *text;
} Filling;

static const Filling fillings[] = {
  { BOTH, "không có gì", "không có gì" },
  { BOTH, "{phong trào}", "Phong trào thi đua" },
  { BOTH, "{tên ngắn}", "Phong trào thi đua" },
  { BOTH, "{kế hoạch}",
    "Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ về phát động Phong trào thi đua" },
  { BOTH, "{cơ quan} {tỉnh}", "Sở Nội vụ An Giang" },
  { BOTH, "{kính gửi}", "Chủ tịch Ủy ban nhân dân tỉnh" },
  { BOTH, "{hình thức} | {khen thưởng}", "Bằng khen | tặng Bằng khen" },
  { BOTH, "{đề nghị}", "02 tập thể và 01 cá nhân" },
  { BOTH, "{số tập thể}/{số cá nhân}", "02/01" },
  { BOTH, "{đối tượng} ({phụ lục})", "tập thể, cá nhân (Phụ lục I, II)" },
  { BOTH, "{được xét}", "03 tập thể và 02 cá nhân" },
  { BOTH, "{nguồn xét} {ngày xét}", "Chung, Người ngày 20 tháng 5 năm 2022" },
  { BOTH, "{bắt đầu} – {kết thúc}", "ngày 21 tháng 6 năm 2021 – ngày 31 tháng 12 năm 2021" },
  { BOTH, "{{{số tập thể}}} {{phong trào}}", "{02} {phong trào}" },
  { COLLECTIVES, "{đề nghị} {đối tượng} {phụ lục}", "02 tập thể tập thể Phụ lục" },
  { INDIVIDUALS, "{đề nghị} {đối tượng} {phụ lục}", "01 cá nhân cá nhân Phụ lục" },
  { BOTH, "{tặng thưởng}{kèm theo}", "tặng Bằng khen cho 02 tập thể và 01 cá nhân (Phụ lục I, II kèm theo)" },
  { INDIVIDUALS, "{tặng thưởng}{kèm theo}", "tặng Bằng khen cho 01 cá nhân (Phụ lục kèm theo)" },
  { NOBODY, "{tặng thưởng}{kèm theo} {phụ lục}", "tặng Bằng khen cho 00 tập thể và 00 cá nhân …" },
};

static void
test_fill (gconstpointer data)
{
  const Filling *filling = data;
  g_auto (ProposalFixture) fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  init (&fixture, filling->entrants);
  bv_submission_check_pattern (filling->pattern, &error);
  g_assert_no_error (error);
  text = bv_submission_fill (fixture.proposal, filling->pattern);
  g_assert_cmpstr (text, ==, filling->text);
}

static void
test_every_word (void)
{
  g_auto (ProposalFixture) fixture;
  guint n = 0;

  init (&fixture, BOTH);
  for (const BvSubmissionWord *word; (word = bv_submission_get_word (n)) != NULL; n++)
    {
      g_autofree char *pattern = g_strdup_printf ("{%s}", word->name);
      g_autofree char *text = bv_submission_fill (fixture.proposal, pattern);

      g_assert_null (strpbrk (text, "{}"));
      g_assert_null (strstr (text, "…"));
      g_assert_cmpstr (text, !=, "");
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_withdrawn (void)
{
  g_auto (ProposalFixture) fixture;
  g_autofree char *text = NULL;

  init (&fixture, BOTH);
  bv_contest_entrant (fixture.proposal->contest, 2)->withdrawn = TRUE;
  text = bv_submission_fill (fixture.proposal, "{được xét}");
  g_assert_cmpstr (text, ==, "02 tập thể và 02 cá nhân");
}

static void
test_own_awards (void)
{
  g_auto (ProposalFixture) fixture;
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;

  init (&fixture, BOTH);
  fixture_set (proposal_fixture_nominee (&fixture, 1), "award", "Giấy khen");
  one = bv_submission_fill (fixture.proposal, "{khen thưởng}; {hình thức}; {tặng thưởng}");
  g_assert_cmpstr (
    one, ==,
    "khen thưởng; Bằng khen, Giấy khen; tặng 01 Bằng khen, 01 Giấy khen cho 02 tập thể và 01 Bằng khen "
    "cho 01 cá nhân");
  fixture_set (proposal_fixture_nominee (&fixture, 0), "award", "Giấy khen");
  fixture_set (proposal_fixture_nominee (&fixture, 3), "award", "Giấy khen");
  all = bv_submission_fill (fixture.proposal, "{khen thưởng}; {hình thức}; {tặng thưởng}");
  g_assert_cmpstr (all, ==, "tặng Giấy khen; Giấy khen; tặng Giấy khen cho 02 tập thể và 01 cá nhân");
}

static void
test_broken_lines (void)
{
  g_auto (ProposalFixture) fixture;
  g_autofree char *text = NULL;

  init (&fixture, BOTH);
  fixture_set_text (&fixture.campaign->title, "Phong trào\nthi đua");
  fixture_set_text (&fixture.campaign->plan_issuer, "Sở\r\nNội vụ");
  fixture_set_text (&fixture.campaign->issuer_organ, "SỞ\nY TẾ");
  fixture_set_text (&fixture.campaign->award, "Bằng\nkhen");
  fixture_set_text (&fixture.campaign->province, "An\nGiang");
  for (guint i = 0; bv_submission_get_word (i) != NULL; i++)
    {
      g_autofree char *pattern = g_strdup_printf ("{%s}", bv_submission_get_word (i)->name);
      g_autofree char *value = bv_submission_fill (fixture.proposal, pattern);

      g_assert_null (strpbrk (value, "\r\n"));
    }
  text = bv_submission_fill (fixture.proposal, "{phong trào}\n{cơ quan} {khen thưởng}");
  g_assert_cmpstr (text, ==, "Phong trào thi đua\nSỞ Y TẾ tặng Bằng khen");
}

static void
test_unknown (void)
{
  g_auto (ProposalFixture) fixture;
  g_autofree char *text = NULL;

  init (&fixture, BOTH);
  fixture_set_text (&fixture.campaign->plan_number, "");
  fixture_set_text (&fixture.campaign->submission_to, " \n");
  fixture_set_text (&fixture.campaign->award, "");
  text = bv_submission_fill (fixture.proposal, "{kế hoạch}; {kính gửi}; {hình thức}; {khen thưởng}");
  g_assert_cmpstr (text, ==, "Kế hoạch số …; …; …; khen thưởng");
}

static void
test_defaults (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *text = NULL;
  g_autofree char *own = NULL;

  g_assert_true (bv_submission_check_pattern (bv_submission_subject, &error));
  g_assert_true (bv_submission_check_pattern (bv_submission_text, &error));
  init (&fixture, BOTH);
  fixture_set (fixture.campaign, "submission.subject", " ");
  subject = bv_submission_write_subject (fixture.proposal);
  text = bv_submission_write_text (fixture.proposal);
  g_assert_cmpstr (
    subject, ==,
    "Về việc đề nghị tặng Bằng khen cho các tập thể, cá nhân có thành tích xuất sắc trong Phong trào thi đua");
  g_assert_nonnull (strstr (text, "02 tập thể và 01 cá nhân"));
  g_assert_nonnull (strstr (text, "(Phụ lục I, II kèm theo)"));
  g_assert_true (g_str_has_suffix (text, "xem xét, quyết định./."));
  fixture_set (fixture.campaign, "submission.text", "Đề nghị {số tập thể} tập thể./.");
  own = bv_submission_write_text (fixture.proposal);
  g_assert_cmpstr (own, ==, "Đề nghị 02 tập thể./.");
}

typedef struct
{
  const char *pattern;
  const char *says;
} Refusal;

static const Refusal refusals[] = {
  { "Đề nghị {số tập thẻ} tập thể", "“{số tập thẻ}” is not known; there are: {phong trào} {tên ngắn}" },
  { "{}", "“{}” is not known" },
  { "{ số tập thể }", "is not known" },
  { "Đề nghị {số tập thể", "“{số tập thể”: the brace has no partner" },
  { "{số {tập thể}}", "no partner" },
  { "a } b", "“} b”: the brace has no partner" },
  { "{số tập thể}}", "“}”: the brace has no partner" },
  { "{", "“{”: the brace has no partner" },
};

static void
test_refuse (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_submission_check_pattern (refusal->pattern, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, refusal->says));
}

static void
test_campaign_is_checked (void)
{
  static const char *const names[] = { "submission.subject", "submission.text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_strdup_printf ("campaign.%s: “{x}”", names[i]);

      fixture_set (campaign, names[i], "Số {x}");
      g_assert_false (bv_check_campaign (campaign, &error));
      g_assert_true (g_str_has_prefix (error->message, path));
    }
}

static void
test_bases (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_autofree char *none = bv_submission_write_bases (campaign);
  g_autofree char *text = NULL;
  static const char *const given[] = {
    "Luật A; Luật B;", "Căn cứ Nghị định C.", " ", "Nghị định D ; ", "Theo đề nghị của Hội đồng", NULL,
  };

  campaign->legal_bases = g_strdupv ((char **) given);
  text = bv_submission_write_bases (campaign);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (
    text, ==, "Căn cứ Luật A; Luật B;\nCăn cứ Nghị định C;\nCăn cứ Nghị định D;\nTheo đề nghị của Hội đồng.");
}

static void
test_bases_with_gaps (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;
  static const char *const given[]
    = { "Luật A", "Quyết định số … ngày … ban hành Quy chế", "Kế hoạch ngày ...", "Chỉ thị B", NULL };

  campaign->legal_bases = g_strdupv ((char **) given);
  lines = bv_submission_list_bases (campaign);
  text = bv_submission_write_bases (campaign);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (text, ==, "Căn cứ Luật A;\nCăn cứ Chỉ thị B.");
}

static void
test_day (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);

  campaign->submission_date = BV_NONE;
  campaign->considered_on = BV_NONE;
  g_assert_cmpint (bv_submission_find_day (campaign), ==, bv_date_today ());
  campaign->considered_on = 20220520;
  g_assert_cmpint (bv_submission_find_day (campaign), ==, 20220520);
  campaign->submission_date = 20220525;
  g_assert_cmpint (bv_submission_find_day (campaign), ==, 20220525);
}

static void
test_addressees (void)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_auto (GStrv) none = bv_letterhead_list_addressees (campaign);
  g_auto (GStrv) several = NULL;
  g_autofree char *joined = NULL;

  g_assert_null (none[0]);
  fixture_set (campaign, "submission.to", "- Chủ tịch;\n\nHội đồng Thi đua - Khen thưởng.");
  several = bv_letterhead_list_addressees (campaign);
  joined = g_strjoinv ("|", several);
  g_assert_cmpstr (joined, ==, "Chủ tịch|Hội đồng Thi đua - Khen thưởng");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      g_autofree char *name = g_strdup_printf ("/submission/braces-are-filled-in/%u", i + 1);

      g_test_add_data_func (name, &fillings[i], test_fill);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *name = g_strdup_printf ("/submission/what-is-wrong-in-braces-is-refused/%u", i + 1);

      g_test_add_data_func (name, &refusals[i], test_refuse);
    }
  g_test_add_func ("/submission/every-word-says-something", test_every_word);
  g_test_add_func ("/submission/who-is-withdrawn-was-not-put-forward", test_withdrawn);
  g_test_add_func ("/submission/awards-of-nominees-own-are-counted-apart", test_own_awards);
  g_test_add_func ("/submission/no-value-splits-a-paragraph", test_broken_lines);
  g_test_add_func ("/submission/what-is-not-known-is-left-to-the-pen", test_unknown);
  g_test_add_func ("/submission/a-campaign-without-text-has-the-usual-one", test_defaults);
  g_test_add_func ("/submission/a-campaign-is-checked-for-its-patterns", test_campaign_is_checked);
  g_test_add_func ("/submission/each-legal-basis-ends-with-a-semicolon-and-the-last-with-a-stop", test_bases);
  g_test_add_func ("/submission/a-legal-basis-with-a-gap-is-not-printed", test_bases_with_gaps);
  g_test_add_func ("/submission/its-day-is-its-own-else-that-of-the-ranking-else-today", test_day);
  g_test_add_func ("/submission/addressees-are-lines-without-marks", test_addressees);
  return g_test_run ();
}
