/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"
#include "store/lists.h"
#include "store/report-edit.h"

static BvEvidence *
new_piece (char hash)
{
  BvEvidence *piece = bv_record_new (&bv_evidence_entity);

  edit_fixture_set_text (&piece->file, "bao-cao.pdf");
  piece->sha256 = g_strnfill (64, hash);
  piece->bytes = 5;
  piece->received = 20220110;
  return piece;
}

static void
attach (EditFixture *fixture, const char *nominee, BvEvidence *piece)
{
  g_autoptr (GError) error = NULL;

  bv_report_edit_attach (fixture->store.library, fixture->campaign,
                         edit_fixture_find (fixture, &bv_nominee_entity, nominee), piece, &error);
  g_assert_no_error (error);
}

/* The nominee stays where it stands. */
static void
test_first (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvEvidence) piece = new_piece ('b');
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (BvNominee) was = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_autoptr (BvNominee) nominee = NULL;

  g_assert_null (was->report);
  attach (fixture, "xa-hai", piece);
  edit_fixture_check_action (fixture, "Attach the report of achievements: Xã Hai", 2);
  edit_fixture_check_undoable (fixture, before);
  nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_assert_cmpstr (nominee->report->evidence, ==, piece->key);
  g_assert_cmpint (nominee->report->received, ==, 20220110);
  g_assert_cmpint (nominee->record.ordinal, ==, was->record.ordinal);
}

/* A day that is known stays; the campaign has the content already, and two scores are proved by it. */
static void
test_another (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvEvidence) piece = new_piece ('a');
  g_autoptr (BvNominee) was = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-mot");
  g_autoptr (BvNominee) nominee = NULL;
  g_autoptr (BvTable) evidence = NULL;

  g_assert_cmpstr (was->report->evidence, ==, "e2");
  attach (fixture, "xa-mot", piece);
  nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-mot");
  g_assert_cmpstr (nominee->report->evidence, ==, "e1");
  g_assert_cmpint (nominee->report->received, ==, 20220105);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM evidence"), ==, 3);
  evidence = bv_lists_read_evidence (fixture->store.library, nominee->record.id, NULL);
  g_assert_cmpint (bv_table_get_number (evidence, 0, BV_EVIDENCE_COLUMN_LINKS), ==, 3);
}

/* It is listed before what proves scores, and counted as what it is used for. */
static void
test_listed (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvEvidence) piece = new_piece ('b');
  g_autoptr (BvTable) evidence = NULL;
  gint64 nominee = edit_fixture_find (fixture, &bv_nominee_entity, "xa-hai");

  attach (fixture, "xa-hai", piece);
  evidence = bv_lists_read_evidence (fixture->store.library, nominee, NULL);
  g_assert_cmpuint (bv_table_get_n_rows (evidence), >, 0);
  g_assert_cmpint (bv_table_get_group (evidence, 0), ==, 0);
  g_assert_cmpstr (bv_table_get_text (evidence, 0, BV_EVIDENCE_COLUMN_KEY), ==, piece->key);
  g_assert_cmpint (bv_table_get_number (evidence, 0, BV_EVIDENCE_COLUMN_LINKS), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/report/" name, EditFixture, NULL, edit_fixture_set_up, func, edit_fixture_tear_down)
  ADD ("a-file-is-the-report-from-the-day-it-came-in", test_first);
  ADD ("another-file-takes-its-place-and-is-not-doubled", test_another);
  ADD ("it-is-listed-before-what-proves-scores", test_listed);
  return g_test_run ();
}
