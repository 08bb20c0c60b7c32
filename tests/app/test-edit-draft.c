/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/evidence/attach-job.h"
#include "app/form/children-form.h"
#include "core/check-error.h"
#include "core/nominee.h"

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

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint n_saved;

static gboolean
count_saving (gpointer record, gpointer data, GError **error)
{
  n_saved++;
  return TRUE;
}

/* A vote, like a decision, is nothing before something is written in it. */
static void
test_child (BvWindow *window)
{
  const BvField *vote = bv_entity_find_field (&bv_nominee_entity, "votes");
  const BvDraftPath path = { vote, 0 };
  g_autoptr (BvDraft) draft
    = bv_draft_new (bv_record_new (&bv_nominee_entity), read_nothing, count_saving, NULL);
  g_autoptr (GtkWidget) form = g_object_ref_sink (bv_children_form_new (vote));
  GtkWidget *add = find_button (form, "Add: Vote of the council");

  n_saved = 0;
  bv_children_form_bind (BV_CHILDREN_FORM (form), draft);
  g_assert_nonnull (add);
  g_assert_null (find_button (form, "Remove: Vote of the council"));
  g_signal_emit_by_name (add, "clicked");
  g_assert_nonnull (find_button (form, "Remove: Vote of the council"));
  g_assert_cmpuint (n_saved, ==, 0);
  g_assert_true (bv_draft_set_text (draft, path, bv_entity_find_field (vote->target, "for"), "5", NULL));
  g_assert_cmpuint (n_saved, ==, 1);
  g_signal_emit_by_name (find_button (form, "Remove: Vote of the council"), "clicked");
  g_assert_cmpuint (n_saved, ==, 2);
  g_assert_null (find_button (form, "Remove: Vote of the council"));
  bv_children_form_bind (BV_CHILDREN_FORM (form), NULL);
}

static gboolean
stays_open (BvWindow *window)
{
  gboolean stays;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_signal_emit_by_name (window, "close-request", &stays);
  return stays;
}

static void
test_refused_when_closed (BvWindow *window)
{
  BvFieldEntry *entry;
  g_autofree char *wrong = NULL;
  const char *message;

  g_assert_false (stays_open (window));
  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = fixture_get_entry (window, LEAF, BV_SCORE_ENTRY_FINAL);
  fixture_type (entry, "ba");
  fixture_show (window, "units");
  g_assert_true (stays_open (window));
  g_assert_cmpstr (bv_page_get_info (bv_window_get_visible_page (window))->key, ==, "nominees");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (entry)));
  message = bv_window_get_error (window);
  g_assert_nonnull (strstr (message, bv_field_entry_get_message (entry)));
  g_assert_false (stays_open (window));
  fixture_type (entry, "bốn");
  fixture_type (fixture_get_entry (window, LEAF + 1, BV_SCORE_ENTRY_FINAL), "năm");
  g_assert_true (stays_open (window));
  g_assert_true (stays_open (window));
  g_assert_false (stays_open (window));

  fixture_type (fixture_get_entry (window, LEAF + 1, BV_SCORE_ENTRY_FINAL), "1");
  fixture_settle (window);
  g_assert_true (stays_open (window));
  fixture_type (entry, "3");
  fixture_settle (window);
  g_assert_null (bv_window_get_error (window));
  g_assert_false (stays_open (window));

  fixture_type (entry, "ba");
  wrong = g_strdup (bv_field_entry_get_message (entry));
  fixture_select (window, "Sở Nội vụ");
  g_assert_nonnull (strstr (bv_window_get_error (window), wrong));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/draft/a-score-typed-behind-an-attachment-keeps-the-evidence", test_attached);
  fixture_add ("/draft/a-score-typed-behind-an-undo-brings-nothing-back", test_undone);
  fixture_add ("/draft/a-wrong-score-is-said-without-its-name-in-files", test_wrong);
  fixture_add ("/draft/what-was-wrong-is-forgotten-when-it-is-put-back", test_put_back);
  g_test_add_func ("/draft/what-a-check-refuses-is-not-saved", test_checked);
  fixture_add ("/draft/a-child-is-added-by-what-is-first-written-in-it", test_child);
  fixture_add ("/draft/what-was-refused-keeps-the-window-open-once", test_refused_when_closed);
  return g_test_run ();
}
