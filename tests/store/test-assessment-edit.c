/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check.h"
#include "edit-fixture.h"
#include "store/edit.h"

#include <string.h>

static BvAssessment *
read_assessment (EditFixture *fixture, const char *nominee, const char *criterion)
{
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment
    = bv_edit_read_assessment (fixture->store.library, fixture->campaign,
                               edit_fixture_find (fixture, &bv_nominee_entity, nominee), criterion, &error);

  g_assert_no_error (error);
  return assessment;
}

static void
write_assessment (EditFixture *fixture, const char *nominee, const BvAssessment *assessment)
{
  g_autoptr (GError) error = NULL;

  bv_edit_write_assessment (fixture->store.library, fixture->campaign,
                            edit_fixture_find (fixture, &bv_nominee_entity, nominee), assessment, &error);
  g_assert_no_error (error);
}

static void
test_assessment (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) assessment = read_assessment (fixture, "xa-mot", "A.1");
  g_autoptr (BvAssessment) again = NULL;
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  assessment->verified = 1350;
  assessment->state = BV_ASSESSMENT_ACCEPTED;
  write_assessment (fixture, "xa-mot", assessment);
  edit_fixture_check_action (
    fixture, "Edit assessment: Xã Một · A.1: Verified score 13,13 → 13,50, State Returned → Accepted", 1);
  edit_fixture_check_undoable (fixture, before);
  again = read_assessment (fixture, "xa-mot", "A.1");
  g_assert_true (bv_record_equal (again, assessment));
}

static void
test_new_assessment (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) assessment = read_assessment (fixture, "ba-anh", "A");
  g_autoptr (BvAssessment) fresh = read_assessment (fixture, "xa-mot", "A.3.2");
  g_autoptr (BvRecord) nothing = bv_record_new (&bv_assessment_entity);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  edit_fixture_set_text (&((BvAssessment *) nothing)->criterion, "A.3.2");
  g_assert_true (bv_record_equal (fresh, nothing));
  fresh->self = 2500;
  write_assessment (fixture, "xa-mot", fresh);
  edit_fixture_check_action (fixture, "Edit assessment: Xã Một · A.3.2: Self-score – → 25,00", 1);
  edit_fixture_check_undoable (fixture, before);
  assessment->verified = BV_NONE;
  write_assessment (fixture, "ba-anh", assessment);
  edit_fixture_check_action (fixture, "Edit assessment: Nguyễn Thị Ánh · A: Verified score 98,50 → –", 1);
}

static void
test_assessment_children (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) reports = read_assessment (fixture, "xa-mot", "A.2");
  g_autoptr (BvAssessment) results = read_assessment (fixture, "xa-mot", "B");
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  ((BvReport *) g_ptr_array_index (reports->received, 1))->received = 20211214;
  write_assessment (fixture, "xa-mot", reports);
  edit_fixture_check_action (fixture, "Edit assessment: Xã Một · A.2: Reports received", 1);
  edit_fixture_check_undoable (fixture, before);
  g_ptr_array_remove_index (results->results, 1);
  write_assessment (fixture, "xa-mot", results);
  edit_fixture_check_action (fixture, "Edit assessment: Xã Một · B: Results", 1);
}

static void
test_assessment_range (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) assessment = read_assessment (fixture, "xa-mot", "A.1");
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 nominee = edit_fixture_find (fixture, &bv_nominee_entity, "xa-mot");

  assessment->final = 1501;
  g_assert_false (
    bv_edit_write_assessment (fixture->store.library, fixture->campaign, nominee, assessment, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, "0,00 to 15,00"));
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static void
test_assessment_leaf (EditFixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "A", "A.3", "Z" };
  gint64 nominee = edit_fixture_find (fixture, &bv_nominee_entity, "xa-mot");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        bv_edit_read_assessment (fixture->store.library, fixture->campaign, nominee, codes[i], &error));
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, codes[i]));
    }
}

static void
test_remove_assessment (EditFixture *fixture, gconstpointer data)
{
  gint64 nominee = edit_fixture_find (fixture, &bv_nominee_entity, "xa-hai");
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_edit_remove_assessment (fixture->store.library, fixture->campaign, nominee, "D", &error));
  g_assert_no_error (error);
  edit_fixture_check_action (fixture, "Remove assessment: Xã Hai · D", 1);
  edit_fixture_check_undoable (fixture, before);
  g_assert_false (
    bv_edit_remove_assessment (fixture->store.library, fixture->campaign, nominee, "D", &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

static GPtrArray *
new_pieces (const char *first, const char *second)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (bv_record_free);
  const char *hashes[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (hashes) && hashes[i] != NULL; i++)
    {
      BvEvidence *piece = bv_record_new (&bv_evidence_entity);

      edit_fixture_set_text (&piece->file, "tep.pdf");
      piece->sha256 = g_strnfill (64, *hashes[i]);
      piece->bytes = 5;
      g_ptr_array_add (pieces, piece);
    }
  return pieces;
}

static void
attach (EditFixture *fixture, const char *nominee, const char *criterion, GPtrArray *pieces)
{
  g_autoptr (GError) error = NULL;

  bv_edit_attach (fixture->store.library, fixture->campaign,
                  edit_fixture_find (fixture, &bv_nominee_entity, nominee), criterion, pieces, &error);
  g_assert_no_error (error);
}

static void
test_attach (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pieces = new_pieces ("b", "c");
  g_autoptr (BvAssessment) assessment = NULL;
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  attach (fixture, "xa-hai", "A.3.2", pieces);
  edit_fixture_check_action (fixture, "Attach evidence: Xã Hai · A.3.2", 5);
  edit_fixture_check_undoable (fixture, before);
  assessment = read_assessment (fixture, "xa-hai", "A.3.2");
  g_assert_cmpuint (assessment->evidence->len, ==, 2);
  g_assert_cmpstr (((BvEvidenceLink *) g_ptr_array_index (assessment->evidence, 0))->evidence, ==, "e4");
  g_assert_cmpstr (((BvEvidenceLink *) g_ptr_array_index (assessment->evidence, 1))->evidence, ==, "e5");
  g_assert_cmpstr (((BvEvidence *) g_ptr_array_index (pieces, 1))->key, ==, "e5");
}

static void
test_attach_again (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pieces = new_pieces ("a", NULL);
  g_autoptr (GPtrArray) twice = new_pieces ("d", "d");
  g_autoptr (BvAssessment) assessment = NULL;
  gint64 actions;

  attach (fixture, "xa-hai", "A.2", pieces);
  g_assert_cmpstr (((BvEvidence *) g_ptr_array_index (pieces, 0))->key, ==, "e1");
  edit_fixture_check_action (fixture, "Attach evidence: Xã Hai · A.2", 1);
  actions = store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal");
  attach (fixture, "xa-hai", "A.2", pieces);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal"), ==,
                   actions);
  attach (fixture, "xa-hai", "A.2", twice);
  assessment = read_assessment (fixture, "xa-hai", "A.2");
  g_assert_cmpuint (assessment->evidence->len, ==, 2);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM evidence"), ==, 4);
}

/* All pieces but one that the assessment of D may have. */
#define FILL                                                                                             \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9998) INSERT INTO "         \
  "evidence (id, campaign, ordinal, key, number) SELECT 10000 + i, (SELECT id FROM campaign), 100 + i, " \
  "'e' || (100 + i), '1' FROM n;"                                                                        \
  "DELETE FROM evidence_link WHERE " OF_D ";"                                                            \
  "INSERT INTO evidence_link (nominee, criterion, evidence, ordinal) SELECT a.nominee, a.criterion, "    \
  "e.id, e.ordinal FROM assessment a JOIN evidence e ON e.id BETWEEN 10001 AND 19998 WHERE " OF_D
#define OF_D                                                 \
  "nominee = (SELECT id FROM nominee WHERE key = 'xa-hai') " \
  "AND criterion IN (SELECT id FROM criterion WHERE code = 'D')"

/* What is refused one by one must not be taken in by the way. */
static void
test_attach_too_many (EditFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->store.library;
  gint64 nominee = edit_fixture_find (fixture, &bv_nominee_entity, "xa-hai");
  g_autoptr (GPtrArray) last = new_pieces ("b", NULL);
  g_autoptr (GPtrArray) further = new_pieces ("c", NULL);
  g_autoptr (BvAssessment) assessment = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_act (library, FILL);
  attach (fixture, "xa-hai", "D", last);
  before = store_fixture_list_rows (library);
  g_assert_false (bv_edit_attach (library, fixture->campaign, nominee, "D", further, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, "evidence: more than 9999 pieces");
  after = store_fixture_list_rows (library);
  g_assert_cmpstr (after, ==, before);
  assessment = read_assessment (fixture, "xa-hai", "D");
  g_assert_cmpuint (assessment->evidence->len, ==, 9999);
  write_assessment (fixture, "xa-hai", assessment);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/assessing/" name, EditFixture, NULL, edit_fixture_set_up, func, edit_fixture_tear_down)
  ADD ("a-score-changes-one-row-and-says-from-what-to-what", test_assessment);
  ADD ("a-first-score-makes-the-assessment", test_new_assessment);
  ADD ("one-report-or-result-changes-one-row", test_assessment_children);
  ADD ("points-out-of-range-are-refused-with-the-range", test_assessment_range);
  ADD ("only-leaves-of-the-group-are-assessed", test_assessment_leaf);
  ADD ("an-assessment-is-removed", test_remove_assessment);
  ADD ("files-that-are-attached-become-evidence-with-the-next-keys", test_attach);
  ADD ("the-same-content-is-linked-and-not-doubled", test_attach_again);
  ADD ("more-pieces-than-can-be-kept-are-refused", test_attach_too_many);
  return g_test_run ();
}
