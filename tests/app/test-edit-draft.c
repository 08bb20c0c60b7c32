/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/draft/field-text.h"
#include "app/evidence/attach-job.h"
#include "app/form/children-form.h"
#include "core/check-error.h"
#include "core/nominee.h"
#include "core/unit.h"

#include <string.h>

#define UNIT "Sở Y tế"
#define LEAF 0

static BvWork *
attach (BvWindow *window, gint64 nominee, const char *name)
{
  BvCriterionRow *row = bv_criteria_list_get_row (fixture_get_criteria (window), LEAF);
  g_autofree char *path = fixture_make_file (window, name, name);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  return bv_attach_job_start (bv_window_get_session (window), nominee, bv_criterion_row_get_leaf (row)->code,
                              files);
}

static const char *
read_entry (BvWindow *window, BvScoreEntry column)
{
  return gtk_editable_get_text (GTK_EDITABLE (fixture_get_entry (window, LEAF, column)));
}

/* The rows hear of what was written a moment after it was. */
static void
test_attached (BvWindow *window)
{
  g_autoptr (BvWork) work = NULL;
  gint64 nominee;
  guint n_before;

  fixture_show (window, "nominees");
  nominee = fixture_select (window, UNIT);
  n_before = fixture_count_evidence (window, nominee);
  work = attach (window, nominee, "Báo cáo số 7.txt");
  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  fixture_type (fixture_get_entry (window, LEAF, BV_SCORE_ENTRY_FINAL), "3");
  fixture_settle (window);
  g_assert_cmpstr (read_entry (window, BV_SCORE_ENTRY_FINAL), ==, "3,00");
  g_assert_cmpuint (fixture_count_evidence (window, nominee), ==, n_before + 1);
}

static void
test_undone (BvWindow *window)
{
  g_autofree char *before = NULL;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  before = g_strdup (read_entry (window, BV_SCORE_ENTRY_FINAL));
  fixture_type (fixture_get_entry (window, LEAF, BV_SCORE_ENTRY_FINAL), "3,25");
  fixture_settle (window);
  g_assert_cmpstr (before, !=, "3,25");
  fixture_undo (window);
  fixture_type (fixture_get_entry (window, LEAF, BV_SCORE_ENTRY_VERIFIED), "2,75");
  fixture_settle (window);
  g_assert_cmpstr (read_entry (window, BV_SCORE_ENTRY_VERIFIED), ==, "2,75");
  g_assert_cmpstr (read_entry (window, BV_SCORE_ENTRY_FINAL), ==, before);
}

static void
test_put_back (BvWindow *window)
{
  g_autofree char *before = NULL;
  BvFieldEntry *entry;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = fixture_get_entry (window, LEAF, BV_SCORE_ENTRY_FINAL);
  before = g_strdup (read_entry (window, BV_SCORE_ENTRY_FINAL));
  fixture_type (entry, "ba");
  g_assert_nonnull (bv_field_entry_get_message (entry));
  fixture_type (entry, before);
  g_assert_null (bv_field_entry_get_message (entry));
}

static void
test_wrong (BvWindow *window)
{
  BvFieldEntry *entry;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = fixture_get_entry (window, LEAF, BV_SCORE_ENTRY_VERIFIED);
  fixture_type (entry, "99999");
  g_assert_nonnull (bv_field_entry_get_message (entry));
  g_assert_null (strstr (bv_field_entry_get_message (entry), "verified"));
}

static gpointer
read_nothing (gconstpointer record, gpointer data, GError **error)
{
  return bv_record_copy (record);
}

static gboolean
save_nothing (gpointer record, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
refuse_withdrawn (gconstpointer before, gconstpointer after, GError **error)
{
  if (!((const BvNominee *) after)->withdrawn)
    return TRUE;
  return bv_check_fail (error, "withdrawn", "no");
}

static gboolean
read_text (gpointer record, const char *field, const char *text, GError **error)
{
  const BvEntity *entity = ((BvRecord *) record)->entity;

  return bv_field_text_read (bv_entity_find_field (entity, field), record, text, error);
}

static void
test_tidy (void)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_unit_entity);
  BvUnit *unit = (BvUnit *) record;
  g_autoptr (GError) error = NULL;

  g_assert_true (read_text (unit, "name", "\u00a0Sở  Y\ttế ", NULL));
  g_assert_cmpstr (unit->name, ==, "Sở Y tế");
  g_assert_true (read_text (unit, "aliases", " Y  tế;\u00a0; SYT\u200b", NULL));
  g_assert_cmpuint (g_strv_length (unit->aliases), ==, 2);
  g_assert_cmpstr (unit->aliases[0], ==, "Y tế");
  g_assert_cmpstr (unit->aliases[1], ==, "SYT");
  g_assert_true (read_text (unit, "valid_from", "\u00a05/1/2021 ", NULL));
  g_assert_cmpint (unit->valid_from, ==, 20210105);
  g_assert_false (read_text (unit, "aliases", "Y\u202etế", NULL));
  g_assert_false (read_text (unit, "name", "\u00a0", &error));
  g_assert_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_REQUIRED);
  g_assert_cmpstr (unit->name, ==, "Sở Y tế");
}

static void
test_checked (void)
{
  const BvField *withdrawn = bv_entity_find_field (&bv_nominee_entity, "withdrawn");
  const BvField *summary = bv_entity_find_field (&bv_nominee_entity, "summary");
  g_autoptr (BvDraft) draft
    = bv_draft_new (bv_record_new (&bv_nominee_entity), read_nothing, save_nothing, NULL);
  g_autoptr (GError) error = NULL;

  bv_draft_set_check (draft, refuse_withdrawn);
  g_assert_false (bv_draft_set_number (draft, BV_DRAFT_WHOLE, withdrawn, TRUE, &error));
  g_assert_cmpstr (error->message, ==, "no");
  g_assert_cmpint (((BvNominee *) bv_draft_get_record (draft, BV_DRAFT_WHOLE))->withdrawn, ==, FALSE);
  g_assert_true (bv_draft_set_text (draft, BV_DRAFT_WHOLE, summary, "Tóm tắt", NULL));
  g_assert_cmpstr (((BvNominee *) bv_draft_get_record (draft, BV_DRAFT_WHOLE))->summary, ==, "Tóm tắt");
}

static gboolean
refuse_hold (gconstpointer before, gconstpointer after, GError **error)
{
  const BvNominee *nominee = after;

  return nominee->holds->len == 0 || bv_check_fail (error, "holds[0].to", "no");
}

static gboolean
refuse_no_person (gconstpointer before, gconstpointer after, GError **error)
{
  return ((const BvNominee *) after)->person != NULL || bv_check_fail (error, "person", "no");
}

static gboolean
refuse_vote (gconstpointer before, gconstpointer after, GError **error)
{
  return bv_check_fail (error, "votes.for", "no");
}

/* What stands in the way in another field is named as the screen names it, not as files do. */
static void
test_named (void)
{
  const BvField *holds = bv_entity_find_field (&bv_nominee_entity, "holds");
  const BvField *votes = bv_entity_find_field (&bv_nominee_entity, "votes");
  const BvField *person = bv_entity_find_field (&bv_nominee_entity, "person");
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);
  g_autoptr (BvDraft) draft = bv_draft_new (nominee, read_nothing, save_nothing, NULL);
  g_autoptr (BvRecord) hold = bv_record_new (&bv_hold_entity);
  g_autoptr (GError) added = NULL, of_field = NULL, of_other = NULL, removed = NULL;

  bv_record_add_child (nominee, person);
  bv_draft_set_check (draft, refuse_hold);
  g_assert_false (bv_draft_add_child (draft, holds, hold, &added));
  g_assert_cmpstr (added->message, ==, "To: no");
  bv_draft_set_check (draft, refuse_vote);
  g_assert_false (bv_draft_set_text (draft, (BvDraftPath){ votes, 0 },
                                     bv_entity_find_field (votes->target, "for"), "5", &of_field));
  g_assert_cmpstr (of_field->message, ==, "no");
  g_assert_false (bv_draft_set_text (draft, (BvDraftPath){ votes, 0 },
                                     bv_entity_find_field (votes->target, "members"), "5", &of_other));
  g_assert_cmpstr (of_other->message, ==, "For: no");
  bv_draft_set_check (draft, refuse_no_person);
  g_assert_false (bv_draft_remove_child (draft, (BvDraftPath){ person, 0 }, &removed));
  g_assert_cmpstr (removed->message, ==, "no");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/draft/a-score-typed-behind-an-attachment-keeps-the-evidence", test_attached);
  fixture_add ("/draft/a-score-typed-behind-an-undo-brings-nothing-back", test_undone);
  fixture_add ("/draft/a-wrong-score-is-said-without-its-name-in-files", test_wrong);
  g_test_add_func ("/draft/what-is-wrong-elsewhere-is-named-as-on-screen", test_named);
  fixture_add ("/draft/what-was-wrong-is-forgotten-when-it-is-put-back", test_put_back);
  g_test_add_func ("/draft/what-is-typed-is-made-tidy", test_tidy);
  g_test_add_func ("/draft/what-a-check-refuses-is-not-saved", test_checked);
  return g_test_run ();
}
