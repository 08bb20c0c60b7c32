/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/proposal.h"
#include "core/ranking-quota.h"
#include "core/ranking-sentences.h"
#include "core/seal-check.h"

/* Pools one after the other (RULES.md, One ranking, several awards): of each "name rank decided-by place
 * margin" of its entries, separated by " | ", and what is said of the pool as a whole. */
typedef struct
{
  const char *name;
  const char *quotas; /* separated by " ; " */
  const char *entrants;
  const char *expected; /* likewise */
} Case;

#define FLAG "co name=Cờ groups=so count=1"
#define NEXT "bk name=Bằng groups=so after=co count="
#define LADDER "A so 1=9.00 | B so 1=8.00 | C so 1=7.00 | D so 1=6.00"

static const Case cases[] = {
  { "who-is-taken-keeps-rank-and-order-and-uses-nothing", FLAG " ; " NEXT "1", LADDER,
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 3 total outside 2.00 | D 4 total outside 3.00 ; "
    "A 1 first taken(co) - | B 2 total inside 1.00 | C 3 total outside 1.00 | D 4 total outside 2.00" },
  { "a-chain-takes-from-its-beginning", FLAG " ; " NEXT "1 ; c groups=so after=bk count=1", LADDER,
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 3 total outside 2.00 | D 4 total outside 3.00 ; "
    "A 1 first taken(co) - | B 2 total inside 1.00 | C 3 total outside 1.00 | D 4 total outside 2.00 ; "
    "A 1 first taken(co) - | B 2 total taken(bk) - | C 3 total inside 1.00 | D 4 total outside 1.00" },
  { "of-two-at-once-the-first-in-the-file-took-it",
    FLAG " ; b groups=so count=2 ; c groups=so after=b,co count=1", "A so 1=9.00 | B so 1=8.00 | C so 1=7.00",
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 3 total outside 2.00 ; "
    "A 1 first inside 2.00 | B 2 total inside 1.00 | C 3 total outside 1.00 ; "
    "A 1 first taken(co) - | B 2 total taken(b) - | C 3 total inside -" },
  { "a-percent-counts-the-taken", FLAG " ; bk groups=so after=co percent=50", LADDER,
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 3 total outside 2.00 | D 4 total outside 3.00 ; "
    "A 1 first taken(co) - | B 2 total inside 2.00 | C 3 total inside 1.00 | D 4 total outside 1.00" },
  { "the-taken-count-in-no-block-and-no-cap", FLAG " ; " NEXT "1 per_parent=1",
    "A so 1=9.00 decision:co=inside parent=1 | B so 1=9.00 parent=1",
    "A 1 first inside - | B 1 tie outside 0.00 ; A 1 first taken(co) - | B 1 tie inside -" },
  { "a-tie-at-an-earlier-line-is-carried-on", FLAG " ; " NEXT "2", "A so 1=9.00 | B so 1=9.00 | C so 1=7.00",
    "A 1 first unresolved - | B 1 tie unresolved - | C 3 total outside - tied ; "
    "A 1 first inside 2.00 | B 1 tie inside 2.00 | C 3 total outside 2.00 tied waits(co)" },
  { "too-many-decisions-are-carried-on-but-not-as-a-tie", FLAG " ; " NEXT "1",
    "A so 1=9.00 decision:co=inside | B so 1=8.00 decision:co=inside | C so 1=7.00",
    "A 1 first inside - | B 2 total inside - | C 3 total outside 1.00 overfull ; "
    "A 1 first taken(co) - | B 2 total taken(co) - | C 3 total inside - overfull waits(co)" },
  { "what-is-awaited-is-carried-on", "co groups=xa count=1 ; bk groups=so after=co count=1",
    "A so 1=9.00 | B xa 1:state=awaiting-publication",
    "B 1 first inside - provisional ; A 1 first inside - provisional" },
  { "each-quota-has-its-decision", FLAG " ; " NEXT "1 ; c groups=so count=1",
    "A so 1=9.00 decision:co=outside decision=inside | B so 1=8.00",
    "A 1 first outside - | B 2 total inside 1.00 ; A 1 first inside - | B 2 total taken(co) - ; "
    "A 1 first inside - | B 2 total outside 1.00" },
  { "a-decision-on-the-taken-has-no-effect", FLAG " ; " NEXT "1",
    "A so 1=9.00 decision:bk=inside | B so 1=8.00",
    "A 1 first inside 1.00 | B 2 total outside 1.00 ; A 1 first taken(co) - | B 2 total inside -" },
};

static BvProposal *
make_proposal (const char *quotas, const char *entrants)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);
  g_auto (GStrv) lines = g_strsplit (quotas, " ; ", -1);
  BvContest *contest;

  fixture_add_group (campaign, "so | 1 kind=points max=90.00");
  fixture_add_group (campaign, "xa | 1 kind=points max=90.00");
  for (guint i = 0; lines[i] != NULL; i++)
    fixture_add_quota (campaign, lines[i]);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  return bv_proposal_new (contest, NULL);
}

static void
append_entry (GString *text, const BvRanking *pool, const BvRankingEntry *entry)
{
  g_autofree char *margin = bv_points_to_string (entry->margin);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s %s",
                          bv_contest_entrant (pool->scores->contest, entry->entrant)->name, entry->rank,
                          bv_decided_by_name (entry->decided_by), bv_rank_place_name (entry->place));
  if (entry->taken_by != NULL)
    g_string_append_printf (text, "(%s)", entry->taken_by->key);
  g_string_append_printf (text, " %s", margin != NULL ? margin : "-");
}

static void
append_pool (GString *text, const BvRanking *pool)
{
  for (guint i = 0; i < pool->entries->len; i++)
    {
      g_string_append (text, i > 0 ? " | " : "");
      append_entry (text, pool, bv_ranking_entry (pool, i));
    }
  g_string_append (text, pool->unresolved_tie ? " tied" : "");
  g_string_append (text, pool->overfull ? " overfull" : "");
  g_string_append (text, pool->provisional ? " provisional" : "");
  if (pool->waits_for != NULL)
    g_string_append_printf (text, " waits(%s)", pool->waits_for->key);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BvProposal) proposal = make_proposal (test->quotas, test->entrants);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < proposal->pools->len; i++)
    {
      g_string_append (text, i > 0 ? " ; " : "");
      append_pool (text, g_ptr_array_index (proposal->pools, i));
    }
  g_assert_cmpstr (text->str, ==, test->expected);
}

/* The rankings of groups know no quota. */
static void
test_groups (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (FLAG " ; " NEXT "1", LADDER);
  const BvRanking *group = g_ptr_array_index (proposal->groups, 0);

  for (guint i = 0; i < group->entries->len; i++)
    {
      g_assert_null (bv_ranking_entry (group, i)->taken_by);
      g_assert_cmpint (bv_ranking_entry (group, i)->place, ==, BV_RANK_OUTSIDE);
    }
}

static char *
join_obstacles (const BvProposal *proposal)
{
  g_autoptr (GPtrArray) findings = bv_seal_check_find_obstacles (proposal, NULL);
  g_auto (GStrv) lines = bv_seal_check_list_obstacles (findings, NULL);

  return g_strjoinv (" | ", lines);
}

static void
test_obstacles (void)
{
  g_autoptr (BvProposal) tied = make_proposal (FLAG " ; " NEXT "2", "A so | B so | C so");
  g_autoptr (BvProposal) overfull = make_proposal (
    FLAG " ; " NEXT "1", "A so decision:co=inside reason=x | B so decision:co=inside reason=x");
  g_autofree char *tie = join_obstacles (tied);
  g_autofree char *decisions = join_obstacles (overfull);

  g_assert_cmpstr (tie, ==,
                   "Cờ: a tie at the quota line (A; B; C): add a tie rule or a written decision | "
                   "Bằng: it comes after “Cờ”, which is not settled yet | "
                   "Bằng: a tie at the quota line (A; B; C): add a tie rule or a written decision");
  g_assert_cmpstr (decisions, ==,
                   "Cờ: 2 nominees were put inside by decision, but the quota is 1: take back a decision | "
                   "Bằng: it comes after “Cờ”, which is not settled yet");
}

/* What of no quota put the nominee inside the earlier one did what it says. */
static void
test_idle_decisions (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (
    FLAG " ; bk name=Bằng groups=so,xa after=co count=1",
    "A so 1=9.00 decision:bk=outside reason=x | B so 1=8.00 | C xa decision=inside reason=x");
  g_autoptr (BvProposal) of_all = make_proposal (FLAG " ; " NEXT "1", "A so 1=9.00 decision=inside reason=x");
  g_auto (GStrv) lines = bv_seal_check_list_idle_decisions (proposal);
  g_auto (GStrv) none = bv_seal_check_list_idle_decisions (of_all);
  g_autofree char *joined = g_strjoinv (" | ", lines);

  g_assert_cmpstr (joined, ==, "Bằng: the written decision on A has no effect: it is inside “Cờ” already");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (FLAG " ; " NEXT "2 award=Giấy_khen",
                                                   "A so 1=9.00 decision:bk=outside | B so | C so | D so");
  const BvRanking *pool = g_ptr_array_index (proposal->pools, 1);
  g_autofree char *place = bv_ranking_entry_write_place (bv_ranking_entry (pool, 0));
  g_autofree char *outside = bv_ranking_entry_write_place (bv_ranking_entry (pool, 1));
  g_autofree char *explanation = bv_ranking_explain (pool, 0);
  g_autofree char *note = bv_ranking_note (pool, 0);
  g_autofree char *quota = bv_ranking_quota_write (pool);

  g_assert_cmpstr (place, ==, "Đã vào “Cờ”");
  g_assert_cmpstr (outside, ==, "Bằng điểm tại ranh giới – chưa xử lý");
  g_assert_cmpstr (
    explanation, ==,
    "Hạng 1, 9,00 điểm. Đã vào “Cờ”, xét trước: không tính vào chỉ tiêu này. Quyết định bằng văn "
    "bản không có tác dụng ở nguồn xét này.");
  g_assert_cmpstr (note, ==, "Quyết định bằng văn bản không có tác dụng ở nguồn xét này.");
  g_assert_cmpstr (
    quota, ==,
    "02 tập thể trong khối “so”. Xếp theo tổng điểm. Xét sau “Cờ”: ai đã vào đó không tính vào "
    "chỉ tiêu này. Hình thức: Giấy_khen.");
}

static void
test_remarks (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (FLAG " ; " NEXT "3", "A so | B so | C so");
  g_auto (GStrv) remarks = bv_ranking_list_remarks (g_ptr_array_index (proposal->pools, 1));
  g_autofree char *text = g_strjoinv (" ", remarks);

  g_assert_cmpstr (text, ==, "“Cờ” xét trước mà chưa xong: kết quả ở đây còn có thể thay đổi.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/earlier-quotas/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/earlier-quotas/groups-know-no-quota", test_groups);
  g_test_add_func ("/earlier-quotas/nothing-is-sealed-before-they-are-settled", test_obstacles);
  g_test_add_func ("/earlier-quotas/a-decision-without-effect-is-warned-of", test_idle_decisions);
  g_test_add_func ("/earlier-quotas/who-is-taken-is-told-by-what", test_words);
  g_test_add_func ("/earlier-quotas/a-pool-says-what-it-waits-for", test_remarks);
  return g_test_run ();
}
