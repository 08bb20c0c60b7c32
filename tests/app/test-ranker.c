/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/kept-contest.h"
#include "app/session/ranker.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/journal.h"

#define DATE 20220520
#define N_EDITS 40

/* A library that is edited, and what is shown of it. */
typedef struct
{
  StoreFixture store;
  gint64 campaign;
  BvChanges *changes; /* of the last action */
  BvRanker *ranker;
  BvProposal *shown;
  GError *error;
  guint n_answers;
} Fixture;

static void
keep_changes (BvLibrary *library, const BvChanges *changes, gpointer data)
{
  Fixture *fixture = data;

  g_clear_pointer (&fixture->changes, bv_changes_unref);
  fixture->changes = bv_changes_ref (changes);
}

static void
ranked_cb (BvProposal *proposal, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  if (fixture->shown != NULL)
    bv_ranker_take_back (fixture->ranker, fixture->shown);
  fixture->shown = proposal;
  g_clear_error (&fixture->error);
  fixture->error = error != NULL ? g_error_copy (error) : NULL;
  fixture->n_answers++;
}

static void
set_up (Fixture *fixture, gconstpointer path)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->campaign = store_fixture_load_file (fixture->store.library, path);
  bv_library_set_changed_func (fixture->store.library, keep_changes, fixture);
  fixture->ranker = bv_ranker_new (fixture->store.folder, ranked_cb, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer path)
{
  if (fixture->shown != NULL)
    bv_ranker_take_back (fixture->ranker, fixture->shown);
  bv_ranker_free (fixture->ranker);
  bv_library_set_changed_func (fixture->store.library, NULL, NULL);
  g_clear_pointer (&fixture->changes, bv_changes_unref);
  g_clear_error (&fixture->error);
  store_fixture_tear_down (&fixture->store, NULL);
}

static void
wait_for_ranking (Fixture *fixture)
{
  while (bv_ranker_is_busy (fixture->ranker))
    g_main_context_iteration (NULL, TRUE);
}

static void
rank (Fixture *fixture, const BvChanges *changes)
{
  bv_ranker_rank (fixture->ranker, fixture->campaign, DATE, changes);
  wait_for_ranking (fixture);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->shown);
}

static void
write_ranking (GString *text, const BvRanking *ranking)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
      const BvContest *contest = ranking->scores->contest;

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %s\n", entry->value,
                              entry->rank, entry->place, entry->decided_by,
                              bv_contest_entrant (contest, entry->entrant)->key);
    }
}

/* All that is shown of a proposal. */
static char *
write_proposal (const BvProposal *proposal)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposal->contest->entrants->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", bv_scores_get (proposal->scores, i)->total,
                            bv_contest_entrant (proposal->contest, i)->holds);
  for (guint i = 0; i < proposal->contest->marks->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ",
                            bv_mark_points (bv_contest_mark (proposal->contest, i)->verified));
  for (guint i = 0; i < proposal->pools->len; i++)
    write_ranking (text, g_ptr_array_index (proposal->pools, i));
  for (guint i = 0; i < proposal->groups->len; i++)
    write_ranking (text, g_ptr_array_index (proposal->groups, i));
  return g_string_free (text, FALSE);
}

static char *
write_anew (Fixture *fixture)
{
  BvContest *contest = bv_campaigns_read_contest (fixture->store.library, fixture->campaign, DATE, NULL);
  g_autoptr (BvProposal) proposal = bv_proposal_new (contest, NULL);

  return write_proposal (proposal);
}

static const char *const edits[] = {
  "UPDATE assessment SET verified = abs (random () % 900) WHERE (nominee, criterion) = "
  "(SELECT nominee, criterion FROM assessment ORDER BY random () LIMIT 1)",
  "UPDATE assessment SET final = NULL, state = 'accepted' WHERE (nominee, criterion) IN "
  "(SELECT nominee, criterion FROM assessment ORDER BY random () LIMIT 3)",
  "INSERT INTO hold (nominee, ordinal, reason, source) SELECT id, 0, 'đang kiểm tra', 'thanh tra' "
  "FROM nominee ORDER BY random () LIMIT 1",
  "UPDATE nominee SET withdrawn = NOT withdrawn WHERE id = (SELECT id FROM nominee ORDER BY random () LIMIT 1)",
};

static void
test_follows (Fixture *fixture, gconstpointer path)
{
  rank (fixture, NULL);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *before = write_proposal (fixture->shown);
      g_autofree char *wanted = NULL;
      g_autofree char *still = NULL;
      g_autofree char *after = NULL;

      store_fixture_act (fixture->store.library, edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))]);
      bv_ranker_rank (fixture->ranker, fixture->campaign, DATE, fixture->changes);
      /* The thread works while this reads. */
      wanted = write_anew (fixture);
      still = write_proposal (fixture->shown);
      g_assert_cmpstr (still, ==, before);
      wait_for_ranking (fixture);
      after = write_proposal (fixture->shown);
      g_assert_true (g_str_equal (after, wanted));
    }
}

static void
test_last_request (Fixture *fixture, gconstpointer path)
{
  g_autofree char *wanted = NULL;
  g_autofree char *shown = NULL;

  rank (fixture, NULL);
  fixture->n_answers = 0;
  for (guint i = 0; i < N_EDITS; i++)
    {
      store_fixture_act (fixture->store.library, edits[0]);
      bv_ranker_rank (fixture->ranker, fixture->campaign, DATE, fixture->changes);
    }
  wait_for_ranking (fixture);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  wanted = write_anew (fixture);
  shown = write_proposal (fixture->shown);
  g_assert_cmpstr (shown, ==, wanted);
}

static void
test_stopped (Fixture *fixture, gconstpointer path)
{
  bv_ranker_rank (fixture->ranker, fixture->campaign, DATE, NULL);
  bv_ranker_stop (fixture->ranker);
  g_assert_false (bv_ranker_is_busy (fixture->ranker));
  rank (fixture, NULL);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
}

static void
test_failure (Fixture *fixture, gconstpointer path)
{
  bv_ranker_rank (fixture->ranker, fixture->campaign + 1, DATE, NULL);
  wait_for_ranking (fixture);
  g_assert_error (fixture->error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_assert_null (fixture->shown);
  rank (fixture, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_reading (Fixture *fixture, gconstpointer path)
{
  gboolean wanted = FALSE;
  BvKeptContest *kept = bv_kept_contest_new (fixture->store.folder, is_set, &wanted);
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_kept_contest_update (kept, fixture->campaign, DATE, NULL, &error));
  g_assert_no_error (error);
  wanted = TRUE;
  g_assert_nonnull (bv_kept_contest_update (kept, fixture->campaign, DATE, NULL, &error));
  g_assert_null (bv_kept_contest_update (kept, fixture->campaign + 1, DATE, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  bv_kept_contest_free (kept);
}

/* What is read for an edit of marks serves the edits behind it; each that asks for everything ends it. */
static void
test_many_anew (Fixture *fixture, gconstpointer path)
{
  g_autofree char *wanted = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < N_EDITS; i++)
    {
      gboolean anew = g_test_rand_bit ();

      store_fixture_act (fixture->store.library, edits[i % 2]);
      bv_ranker_rank (fixture->ranker, fixture->campaign, DATE, anew ? NULL : fixture->changes);
      g_usleep (g_test_rand_int_range (0, 3000));
    }
  wait_for_ranking (fixture);
  g_assert_no_error (fixture->error);
  wanted = write_anew (fixture);
  shown = write_proposal (fixture->shown);
  g_assert_cmpstr (shown, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/ranker/" name, Fixture, DEMO, set_up, func, tear_down)
  ADD ("follows-every-edit-while-what-is-shown-stays-as-it-is", test_follows);
  ADD ("of-many-requests-the-last-is-answered", test_last_request);
  ADD ("answers-nothing-that-is-not-wanted", test_stopped);
  ADD ("follows-whatever-interrupts-its-reading", test_many_anew);
  ADD ("reads-no-more-than-is-wanted", test_reading);
  ADD ("says-why-there-is-no-ranking", test_failure);
  return g_test_run ();
}
