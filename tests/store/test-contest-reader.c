/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/decisions.h"
#include "core/evidence.h"
#include "core/nominee.h"
#include "core/unit.h"
#include "store-fixture.h"
#include "store/campaigns.h"

#include <string.h>

/* What the contest should say, from the whole campaign by plain searches. */

static guint
count_good_evidence (const BvCampaign *campaign, const BvAssessment *assessment)
{
  guint n = 0;

  for (guint i = 0; i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);

      n += ((const BvEvidence *) bv_record_find (campaign->evidence, link->evidence))->state
           != BV_EVIDENCE_REJECTED;
    }
  return n;
}

static void
check_reports (const BvCriterion *leaf, const BvAssessment *assessment, const BvMark *mark, gint64 date)
{
  guint n_received = 0, n_late = 0, n_missing = 0;

  for (guint i = 0; leaf->kind == BV_CRITERION_REPORTS && i < bv_criterion_count_due (leaf); i++)
    {
      gint64 due = g_array_index (leaf->due, gint64, i);
      gint64 received = BV_NONE;

      if (assessment != NULL && i < assessment->received->len)
        received = ((const BvReport *) g_ptr_array_index (assessment->received, i))->received;
      n_received += received != BV_NONE;
      n_late += received != BV_NONE && received > due;
      n_missing += received == BV_NONE && due < date;
    }
  g_assert_cmpuint (mark->n_received, ==, n_received);
  g_assert_cmpuint (mark->n_late, ==, n_late);
  g_assert_cmpuint (mark->n_missing, ==, n_missing);
}

static void
check_results (const BvAssessment *assessment, const BvMeasured *measured)
{
  gint64 difference = 0;
  guint n = 0;
  gboolean top = FALSE;

  for (guint i = 0; i < assessment->results->len; i++)
    {
      const BvResult *result = g_ptr_array_index (assessment->results, i);

      top |= result->top_group;
      if (result->baseline == BV_NONE || result->result == BV_NONE)
        continue;
      difference += result->result - result->baseline;
      n++;
    }
  g_assert_cmpuint (measured->n_results, ==, assessment->results->len);
  g_assert_cmpuint (measured->n_differences, ==, n);
  g_assert_cmpint (measured->difference, ==, difference);
  g_assert_cmpuint (measured->top_group, ==, top);
  if (assessment->results->len > 0)
    {
      const BvResult *first = g_ptr_array_index (assessment->results, 0);

      g_assert_cmpint (measured->target, ==, first->target);
      g_assert_cmpint (measured->result, ==, first->result);
    }
}

static void
check_mark (const BvCampaign *campaign,
            const BvCriterion *leaf,
            const BvAssessment *given,
            const BvContest *contest,
            guint index)
{
  g_autoptr (BvRecord) nothing = bv_record_new (&bv_assessment_entity);
  const BvAssessment *assessment = given != NULL ? given : (const BvAssessment *) nothing;
  const BvMark *mark = bv_contest_mark (contest, index);

  g_assert_cmpint (bv_mark_points (mark->self), ==, assessment->self);
  g_assert_cmpint (bv_mark_points (mark->verified), ==, assessment->verified);
  g_assert_cmpint (bv_mark_points (mark->final), ==, assessment->final);
  g_assert_cmpuint (mark->state, ==, assessment->state);
  g_assert_cmpint (mark->passed, ==, assessment->passed == BV_NONE ? -1 : assessment->passed);
  g_assert_cmpint (mark->n_items, ==, assessment->items == NULL ? -1 : (int) assessment->items->len);
  g_assert_cmpint (mark->explained, ==, *assessment->explanation != '\0');
  g_assert_cmpuint (mark->n_evidence, ==, count_good_evidence (campaign, assessment));
  check_reports (leaf, given, mark, contest->date);
  check_results (assessment, bv_contest_measured (contest, mark));
}

static void
check_person (const BvCampaign *campaign, const BvNominee *nominee, const BvEntrant *entrant)
{
  const BvUnit *unit = bv_record_find (campaign->units, nominee->unit);

  g_assert_cmpstr (entrant->unit_code, ==, nominee->unit);
  g_assert_cmpstr (entrant->unit_name, ==, unit->name);
  g_assert_cmpint (entrant->parent != 0, ==, unit->parent != NULL);
  g_assert_cmpstr (entrant->name, ==, nominee->person != NULL ? nominee->person->name : unit->name);
  g_assert_cmpstr (entrant->position, ==, nominee->person != NULL ? nominee->person->position : NULL);
  g_assert_cmpint (entrant->woman, ==,
                   nominee->person != NULL && nominee->person->gender == BV_GENDER_FEMALE);
  g_assert_cmpint (entrant->holds_office, ==, nominee->person != NULL && nominee->person->holds_office);
}

static char *
join_holds (const BvNominee *nominee, gint64 date)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nominee->holds->len; i++)
    {
      const BvHold *hold = g_ptr_array_index (nominee->holds, i);

      if (!bv_hold_covers (hold, date))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", hold->reason);
      if (*hold->source != '\0')
        g_string_append_printf (text, " (%s)", hold->source);
    }
  return g_string_free (text, FALSE);
}

static void
check_decisions (const BvCampaign *campaign,
                 const BvNominee *nominee,
                 const BvContest *contest,
                 const BvEntrant *entrant)
{
  for (guint i = 0; i < campaign->quotas->len; i++)
    {
      const BvQuota *quota = g_ptr_array_index (contest->campaign->quotas, i);
      const BvDecision *expected = bv_decisions_find (nominee, quota->key);
      const BvEntrantDecision *decision = bv_entrant_find_decision (entrant, quota);

      g_assert_cmpint (decision != NULL, ==, expected != NULL);
      if (decision == NULL)
        continue;
      g_assert_cmpint (decision->place, ==, expected->place);
      g_assert_cmpstr (decision->reason, ==, expected->reason);
    }
}

static void
check_entrant (const BvCampaign *campaign, const BvContest *contest, guint index)
{
  const BvNominee *nominee = g_ptr_array_index (campaign->nominees, index);
  const BvEntrant *entrant = bv_contest_entrant (contest, index);
  const BvContestGroup *group = bv_contest_group (contest, entrant->group);
  g_autofree char *holds = join_holds (nominee, contest->date);

  g_assert_cmpstr (entrant->key, ==, nominee->key);
  g_assert_cmpstr (group->group->key, ==, nominee->group);
  g_assert_cmpint (entrant->withdrawn, ==, nominee->withdrawn);
  g_assert_cmpint (entrant->women_percent, ==,
                   nominee->women_percent == BV_NONE ? -1 : nominee->women_percent);
  check_decisions (campaign, nominee, contest, entrant);
  g_assert_cmpint (entrant->votes_for, ==, nominee->votes == NULL ? 0 : nominee->votes->in_favour);
  g_assert_cmpint (entrant->votes_members, ==, nominee->votes == NULL ? 0 : nominee->votes->members);
  g_assert_cmpstr (entrant->holds, ==, *holds != '\0' ? holds : NULL);
  check_person (campaign, nominee, entrant);
  for (guint i = 0; i < group->leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (group->leaves, i);

      check_mark (campaign, leaf, bv_record_find (nominee->assessments, leaf->code), contest,
                  entrant->first_mark + i);
    }
}

static void
check_contest (StoreFixture *fixture, gint64 id, gint64 date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) whole = bv_campaigns_read (fixture->library, id, BV_CAMPAIGN_WHOLE, &error);
  g_autoptr (BvContest) contest = bv_campaigns_read_contest (fixture->library, id, date, &error);

  g_assert_no_error (error);
  g_assert_cmpint (contest->date, ==, date);
  g_assert_cmpuint (contest->entrants->len, ==, whole->nominees->len);
  for (guint i = 0; i < whole->nominees->len; i++)
    check_entrant (whole, contest, i);
}

static void
test_contest (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 dates[] = { 20210930, 20211001, 20220520, 20230101, 20230102 };
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  gint64 demo = store_fixture_load_file (fixture->library, DEMO);
  gint64 small = store_fixture_load_file (fixture->library, EVERY_FIELD);

  store_fixture_load (fixture->library, next);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      check_contest (fixture, small, dates[i]);
      check_contest (fixture, demo, dates[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/contest-reader/the-contest-says-what-the-whole-campaign-says", StoreFixture, NULL,
              store_fixture_set_up, test_contest, store_fixture_tear_down);
  return g_test_run ();
}
