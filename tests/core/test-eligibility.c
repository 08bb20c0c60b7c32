/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/eligibility.h"

/* One nominee on one leaf "1", and the reasons against (RULES.md, Eligible or not). */
typedef struct
{
  const char *name;
  const char *leaf;
  const char *given;
  const char *reasons; /* joined by " / "; empty: eligible */
} Case;

#define PASS "1 kind=pass-fail max=10.00 required=true"
#define POINTS "1 kind=points max=10.00 required=true"
#define LEAST "1 kind=points max=10.00 required=true min=5.00"

static const Case cases[] = {
  { "passed-lets-in", PASS, " 1:passed=true", "" },
  { "failed-keeps-out", PASS, " 1:passed=false", "Tiêu chí 1 không đạt (bắt buộc)" },
  { "not-judged-keeps-out", PASS, "", "Tiêu chí 1 chưa được chấm (bắt buộc)" },
  { "points-do-not-stand-for-passing", PASS, " 1=10.00", "Tiêu chí 1 chưa được chấm (bắt buộc)" },
  { "passing-stands-whatever-the-points", PASS, " 1=0.00 1:passed=true", "" },
  { "passed-but-awaiting-lacks-grounds", PASS, " 1:passed=true 1:state=awaiting-publication",
    "Tiêu chí 1: chưa đủ căn cứ (chờ công bố)" },
  { "not-assigned-is-not-asked-for", PASS, " 1:state=not-assigned", "" },
  { "not-required-is-not-asked-for", "1 kind=pass-fail max=10.00", " 1:passed=false", "" },
  { "any-point-lets-in", POINTS, " 1=0.01", "" },
  { "no-point-keeps-out", POINTS, " 1=0.00", "Tiêu chí 1 không đạt (bắt buộc): 0,00 điểm" },
  { "unassessed-keeps-out", POINTS, "", "Tiêu chí 1 chưa được chấm (bắt buộc)" },
  { "awaiting-lacks-grounds", POINTS, " 1=9.00 1:state=awaiting-publication",
    "Tiêu chí 1: chưa đủ căn cứ (chờ công bố)" },
  { "the-least-wanted-lets-in", LEAST, " 1=5.00", "" },
  { "less-than-the-least-keeps-out", LEAST, " 1=4.99",
    "Tiêu chí 1 không đạt (bắt buộc): 4,99 điểm, cần ít nhất 5,00 điểm" },
  { "a-least-of-zero-lets-zero-in", "1 kind=points max=10.00 required=true min=0.00", " 1=0.00", "" },
  { "a-least-of-zero-keeps-the-unassessed-out", "1 kind=points max=10.00 required=true min=0.00", "",
    "Tiêu chí 1 chưa được chấm (bắt buộc)" },
  { "the-least-of-a-pass-fail-is-not-asked-for", PASS " min=5.00", " 1=1.00 1:passed=true", "" },
  { "a-computed-value-counts-as-assessed", "1 kind=checklist max=10.00 items=a,b required=true", " 1:items=1",
    "" },
  { "a-hold-keeps-out", POINTS, " 1=1.00 hold=đang-thanh-tra", "Tạm hoãn xét: đang-thanh-tra" },
  { "a-hold-without-a-reason-keeps-out", POINTS, " 1=1.00 hold=", "Tạm hoãn xét" },
  { "withdrawn-keeps-out", POINTS, " 1=1.00 withdrawn", "Đã rút" },
  { "all-reasons-are-listed", POINTS " | 2 kind=pass-fail max=1.00 required=true",
    " 2:passed=false hold=x withdrawn",
    "Tiêu chí 1 chưa được chấm (bắt buộc) / Tiêu chí 2 không đạt (bắt buộc) / Tạm hoãn xét: x / Đã rút" },
};

static BvContest *
make_contest (const char *leaf, const char *given)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);
  g_autofree char *group = g_strconcat ("so | ", leaf, " | 0 kind=points max=100.00", NULL);
  g_autofree char *entrant = g_strconcat ("A so", given, NULL);
  BvContest *contest;

  fixture_add_group (campaign, group);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrant (contest, entrant);
  return contest;
}

static void
assert_reasons (const BvScores *scores, const char *expected)
{
  g_auto (GStrv) reasons = bv_eligibility_list_reasons (scores, 0);
  g_autofree char *text = g_strjoinv (" / ", reasons);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (bv_scores_get (scores, 0)->eligible, ==, *expected == '\0');
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BvContest) contest = make_contest (test->leaf, test->given);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);

  assert_reasons (scores, test->reasons);
}

/* Points lost for want of evidence are lost for the required minimum too, and the reason says so. */
static void
test_unproven (void)
{
  g_autoptr (BvContest) contest = make_contest (POINTS " evidence=1", " 1=9.00");
  g_autoptr (BvScores) scores = NULL;

  contest->campaign->unproven_scores_zero = TRUE;
  scores = bv_scores_compute (contest);
  assert_reasons (scores, "Tiêu chí 1 không đạt (bắt buộc): 0,00 điểm, thiếu tài liệu minh chứng");
}

static void
test_unproven_but_passed (void)
{
  g_autoptr (BvContest) contest = make_contest (PASS " evidence=1", " 1:passed=true");
  g_autoptr (BvScores) scores = NULL;

  contest->campaign->unproven_scores_zero = TRUE;
  scores = bv_scores_compute (contest);
  assert_reasons (scores, "");
  g_assert_cmpint (bv_scores_get (scores, 0)->total, ==, 0);
}

typedef struct
{
  gint64 from;
  gint64 to;
  gboolean covers;
} Period;

static void
test_hold_covers (void)
{
  static const Period periods[] = {
    { BV_NONE, BV_NONE, TRUE },   { 20220520, BV_NONE, TRUE },   { 20220521, BV_NONE, FALSE },
    { 20211001, 20220520, TRUE }, { 20211001, 20220519, FALSE }, { BV_NONE, 20220520, TRUE },
    { BV_NONE, 20220519, FALSE },
  };
  g_autoptr (BvRecord) record = bv_record_new (&bv_hold_entity);
  BvHold *hold = (BvHold *) record;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      hold->from = periods[i].from;
      hold->to = periods[i].to;
      g_assert_cmpint (bv_hold_covers (hold, FIXTURE_DATE), ==, periods[i].covers);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/eligibility/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/eligibility/points-lost-for-want-of-evidence-are-named", test_unproven);
  g_test_add_func ("/eligibility/passing-stands-without-evidence", test_unproven_but_passed);
  g_test_add_func ("/eligibility/a-hold-covers-its-first-and-last-day", test_hold_covers);
  return g_test_run ();
}
