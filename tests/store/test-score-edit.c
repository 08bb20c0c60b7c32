/* SPDX-License-Identifier: GPL-3.0-or-later */ #include "core/check-error.h"
#include "edit-fixture.h"
#include "store/edit.h"
#include "store/score-edit.h"
#include "store/score-fill.h"

  static BvScorePlace
  find_place (EditFixture *fixture, const char *nominee, const char *criterion)
{
  return (BvScorePlace){ edit_fixture_find (fixture, &bv_nominee_entity, nominee), criterion };
}

static BvAssessment *
read_place (EditFixture *fixture, const char *nominee, const char *criterion)
{
  BvScorePlace place = find_place (fixture, nominee, criterion);
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment = bv_edit_read_assessment (fixture->store.library, fixture->campaign,
                                                      place.nominee, place.criterion, &error);

  g_assert_no_error (error);
  return assessment;
}

static gboolean
type (EditFixture *fixture,
      const BvScorePlace *place,
      BvScoreEditColumn column,
      gint64 points,
      GError **error)
{
  return bv_score_edit_type (fixture->store.library, fixture->campaign, place, column, points, error);
}

static gboolean
answer (EditFixture *fixture, const char *nominee, const char *criterion, const char *text, GError **error)
{
  BvScorePlace place = find_place (fixture, nominee, criterion);

  return bv_score_edit_answer (fixture->store.library, fixture->campaign, &place, BV_SCORE_EDIT_VERIFIED,
                               text, error);
}

/* Nobody verifies what is not assigned, or still to be published; a claim may be made before. */
static void
test_not_allowed (EditFixture *fixture, gconstpointer data)
{
  BvScorePlace unassigned = find_place (fixture, "xa-hai", "B");
  BvScorePlace awaiting = find_place (fixture, "xa-mot", "C");
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (type (fixture, &unassigned, BV_SCORE_EDIT_VERIFIED, 100, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_clear_error (&error);
  g_assert_false (type (fixture, &unassigned, BV_SCORE_EDIT_SELF, 100, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_clear_error (&error);
  g_assert_false (type (fixture, &awaiting, BV_SCORE_EDIT_VERIFIED, 100, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_clear_error (&error);
  g_assert_false (answer (fixture, "xa-hai", "B", "7,5;8", &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (type (fixture, &awaiting, BV_SCORE_EDIT_SELF, 100, NULL));
}

/* An answer accepts; what was published awaits that no more. */
static void
test_answer (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (BvAssessment) items = NULL;
  g_autoptr (BvAssessment) measured = NULL;
  g_autoptr (BvAssessment) unassigned = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (answer (fixture, "xa-mot", "A.1", "3/3", &error));
  g_assert_no_error (error);
  edit_fixture_check_undoable (fixture, before);
  items = read_place (fixture, "xa-mot", "A.1");
  g_assert_cmpuint (items->items->len, ==, 3);
  g_assert_cmpint (items->state, ==, BV_ASSESSMENT_ACCEPTED);
  g_assert_true (answer (fixture, "xa-mot", "C", "82", &error));
  g_assert_no_error (error);
  measured = read_place (fixture, "xa-mot", "C");
  g_assert_cmpint (((BvResult *) g_ptr_array_index (measured->results, 0))->result, ==, 820000);
  g_assert_cmpint (((BvResult *) g_ptr_array_index (measured->results, 0))->target, ==, 800000);
  g_assert_cmpint (measured->state, ==, BV_ASSESSMENT_ACCEPTED);
  g_assert_true (answer (fixture, "xa-mot", "A.3.2", "kg", &error));
  g_assert_no_error (error);
  unassigned = read_place (fixture, "xa-mot", "A.3.2");
  g_assert_cmpint (unassigned->state, ==, BV_ASSESSMENT_NOT_ASSIGNED);
  g_assert_false (answer (fixture, "xa-mot", "A.1", "2/3", &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
}

static gboolean
fill (EditFixture *fixture, const char *from, const char *to, const char *nominee, GError **error)
{
  const BvScoreFill one = { find_place (fixture, nominee, from), find_place (fixture, nominee, to) };
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (BvScoreFill));

  g_array_append_val (fills, one);
  return bv_score_fill (fixture->store.library, fixture->campaign, fills, BV_SCORE_EDIT_VERIFIED, error);
}

static void
test_fill (EditFixture *fixture, gconstpointer data)
{
  const BvScoreFill both[] = {
    { find_place (fixture, "xa-mot", "A.1"), find_place (fixture, "xa-hai", "A.1") },
    { find_place (fixture, "xa-mot", "A.2"), find_place (fixture, "xa-hai", "A.2") },
  };
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (BvScoreFill));
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (BvAssessment) points = NULL;
  g_autoptr (BvAssessment) reports = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_vals (fills, both, G_N_ELEMENTS (both));
  g_assert_true (
    bv_score_fill (fixture->store.library, fixture->campaign, fills, BV_SCORE_EDIT_VERIFIED, &error));
  g_assert_no_error (error);
  edit_fixture_check_undoable (fixture, before);
  points = read_place (fixture, "xa-hai", "A.1");
  g_assert_cmpint (points->verified, ==, 1400);
  g_assert_cmpint (points->state, ==, BV_ASSESSMENT_ACCEPTED);
  reports = read_place (fixture, "xa-hai", "A.2");
  g_assert_cmpuint (reports->received->len, ==, 2);
  g_assert_cmpint (((BvReport *) g_ptr_array_index (reports->received, 0))->received, ==, 20211002);
  g_assert_cmpint (((BvReport *) g_ptr_array_index (reports->received, 1))->received, ==, BV_NONE);
}

/* All or nothing, and it is said where. */
static void
test_fill_refused (EditFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *nominee;
    const char *from;
    const char *to;
    const char *said;
  } cases[] = {
    { "xa-mot", "A.1", "A.3.1", "Xã Một, A.3.1: 14,00 is above 5,00" },
    { "xa-mot", "A.3.1", "A.1",
      "Xã Một, A.1: It is of another kind than the cell that it would be filled from" },
    { "xa-mot", "A.3.2", "A.1", "Xã Một, A.1: There is nothing to fill it with" },
    { "xa-hai", "D", "B", "Xã Hai, B: This criterion is not assigned to the nominee.\nF2 opens it" },
  };
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fill (fixture, cases[i].from, cases[i].to, cases[i].nominee, &error));
      g_assert_cmpstr (error->message, ==, cases[i].said);
    }
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static void
add (const char *path, void (*test) (EditFixture *fixture, gconstpointer data))
{
  g_test_add (path, EditFixture, NULL, edit_fixture_set_up, test, edit_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/score-edit/what-is-not-assigned-is-given-no-points", test_not_allowed);
  add ("/score-edit/an-answer-accepts", test_answer);
  add ("/score-edit/cells-are-filled-as-one-action", test_fill);
  add ("/score-edit/one-that-cannot-be-filled-is-named", test_fill_refused);
  return g_test_run ();
}
