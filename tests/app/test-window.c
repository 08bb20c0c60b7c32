/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/form/field-entry.h"
#include "app/nominees/nominee-dialog.h"
#include "app/proposal/export-dialog.h"
#include "app/proposal/export-job.h"
#include "app/ranking/ranking-table.h"
#include "app/session/work.h"
#include "core/field-value.h"
#include "core/nominee.h"
#include "store/edit.h"
#include "store/lists.h"

#include <glib/gstdio.h>

#define UNIT "Sở Y tế"

static char *
read_total (BvWindow *window, gint64 nominee)
{
  BvTablePage *page = BV_TABLE_PAGE (bv_window_get_page (window, "nominees"));
  BvRow *row = bv_table_page_get_selected (page);

  g_assert_cmpint (bv_row_get_id (row), ==, nominee);
  return bv_table_write_cell (bv_row_get_table (row), bv_row_get_index (row), BV_NOMINEES_TOTAL);
}

static void
test_pages (BvWindow *window)
{
  static const struct
  {
    const char *page;
    guint n_rows;
  } cases[] = { { "units", 195 }, { "nominees", 255 }, { "ranking", 195 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (fixture_count_rows (fixture_show (window, cases[i].page)), ==, cases[i].n_rows);
}

static void
test_group_tabs (BvWindow *window)
{
  const BvCampaign *head = bv_session_get_head (bv_window_get_session (window));
  const BvGroup *group = g_ptr_array_index (head->groups, 1);
  BvTablePage *page = fixture_show (window, "nominees");

  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (page), group->record.id);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 11);
}

static void
test_search (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  guint n_found;

  bv_window_search (window, "long xuyen");
  fixture_settle (window);
  n_found = fixture_count_rows (page);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, 255);
  bv_window_search (window, "LONG XUYÊN");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_found);
  bv_window_search (window, "");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 255);
}

static void
test_sorting (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GtkColumnView *view = bv_table_page_get_view (page);
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  bv_window_search (window, "ban ");
  column = g_list_model_get_item (gtk_column_view_get_columns (view), BV_NOMINEES_NAME);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
  fixture_settle (window);
  first = fixture_read_cell (page, 0, BV_NOMINEES_NAME);
  second = fixture_read_cell (page, 1, BV_NOMINEES_NAME);
  g_assert_cmpstr (first, ==, "Ban Dân tộc");
  g_assert_cmpstr (second, ==, "Ban Quản lý Khu kinh tế");
}

static void
test_score (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 nominee;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *label = NULL;

  fixture_show (window, "nominees");
  nominee = fixture_select (window, UNIT);
  before = read_total (window, nominee);
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL), "12,5");
  fixture_settle (window);
  after = read_total (window, nominee);
  g_assert_cmpstr (after, !=, before);
  label = bv_session_get_undo_label (session);
  g_assert_nonnull (label);
  g_assert_cmpstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), ==, label);
  fixture_undo (window);
  fixture_settle (window);
  undone = read_total (window, nominee);
  g_assert_cmpstr (undone, ==, before);
  g_assert_nonnull (strstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), label));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL))),
                   ==, "");
  fixture_redo (window);
  fixture_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL))),
                   ==, "12,50");
}

static void
test_wrong_score (BvWindow *window)
{
  BvFieldEntry *entry;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL);
  fixture_type (entry, "99999");
  fixture_settle (window);
  g_assert_nonnull (bv_field_entry_get_message (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "99999");
  fixture_type (entry, "7.5");
  fixture_settle (window);
  g_assert_null (bv_field_entry_get_message (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "7,50");
}

static void
test_keeps_typing (BvWindow *window)
{
  BvFieldEntry *first, *second;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  first = fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL);
  second = fixture_get_entry (window, 1, BV_SCORE_ENTRY_VERIFIED);
  gtk_editable_set_text (GTK_EDITABLE (second), "3");
  fixture_type (first, "4");
  fixture_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (second)), ==, "3");
}

static guint
find_evidence (BvWindow *window, gint64 nominee, const char *file)
{
  g_autoptr (BvTable) table
    = bv_lists_read_evidence (bv_session_get_library (bv_window_get_session (window)), nominee, NULL);

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if (g_str_equal (bv_table_get_text (table, i, BV_EVIDENCE_COLUMN_FILE), file))
      return i;
  return BV_TABLE_NOT_FOUND;
}

typedef struct
{
  BvWindow *window;
  gint64 nominee;
  guint n_before;
} Attaching;

static gboolean
is_attached (gpointer data)
{
  const Attaching *attaching = data;

  return fixture_count_evidence (attaching->window, attaching->nominee) > attaching->n_before;
}

static void
test_evidence (BvWindow *window)
{
  Attaching attaching = { .window = window };
  g_autofree char *path = fixture_make_file (window, "Kế hoạch.txt", "Kế hoạch số 1");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  BvCriterionRow *row;

  fixture_show (window, "nominees");
  attaching.nominee = fixture_select (window, UNIT);
  attaching.n_before = fixture_count_evidence (window, attaching.nominee);
  row = bv_criteria_list_get_row (fixture_get_criteria (window), 0);
  g_ptr_array_add (files, g_file_new_for_path (path));
  g_signal_emit_by_name (row, "attach", files);
  fixture_wait (is_attached, &attaching, "the evidence that is attached");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_evidence (window, attaching.nominee), ==, attaching.n_before + 1);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_evidence (window, attaching.nominee), ==, attaching.n_before);
  fixture_redo (window);
  fixture_settle (window);
  g_signal_emit_by_name (row, "remove-evidence", find_evidence (window, attaching.nominee, "Kế hoạch.txt"));
  fixture_settle (window);
  g_assert_cmpuint (find_evidence (window, attaching.nominee, "Kế hoạch.txt"), ==, BV_TABLE_NOT_FOUND);
  g_assert_cmpuint (fixture_count_evidence (window, attaching.nominee), ==, attaching.n_before);
}

static guint
find_pool (BvWindow *window, gboolean unresolved)
{
  const BvProposal *proposal = bv_session_get_proposal (bv_window_get_session (window));

  for (guint i = 0; i < proposal->pools->len; i++)
    if (((BvRanking *) g_ptr_array_index (proposal->pools, i))->unresolved_tie == unresolved)
      return i;
  return G_MAXUINT;
}

static guint
count_flagged (BvTablePage *page, guint flag)
{
  BvRow *row = bv_table_page_get_selected (page);
  BvTable *table = bv_row_get_table (row);
  guint n = 0;

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    n += (bv_table_get_flags (table, i) & flag) != 0;
  return n;
}

static void
test_tie (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  guint pool = find_pool (window, TRUE);
  BvRankingDetails *details = bv_ranking_page_get_details (BV_RANKING_PAGE (page));

  g_assert_cmpuint (pool, !=, G_MAXUINT);
  bv_ranking_page_choose (BV_RANKING_PAGE (page), pool);
  fixture_settle (window);
  g_assert_cmpuint (count_flagged (page, BV_TABLE_ROW_ALERT), >=, 2);
  g_assert_cmpuint (count_flagged (page, BV_TABLE_ROW_ABOVE_LINE), ==, 1);
  for (guint i = 0; i < fixture_count_rows (page); i++)
    {
      BvTable *table = bv_row_get_table (bv_table_page_get_selected (page));

      if ((bv_table_get_flags (table, i) & BV_TABLE_ROW_ALERT) == 0)
        continue;
      bv_table_page_select (page, bv_table_get_id (table, i));
      fixture_settle (window);
      g_assert_true (bv_ranking_details_decide (details, BV_PLACE_INSIDE, "Quyết định số 1/QĐ-SNV"));
      fixture_settle (window);
      break;
    }
  g_assert_cmpuint (find_pool (window, TRUE), ==, G_MAXUINT);
  g_assert_cmpuint (count_flagged (page, BV_TABLE_ROW_ALERT), ==, 0);
}

/* A quota for the groups of the first pool, after that one. */
static void
add_later_quota (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  const BvQuota *first = g_ptr_array_index (bv_session_get_head (session)->quotas, 0);
  g_autoptr (BvRecord) record = bv_record_copy (first);
  BvQuota *quota = (BvQuota *) record;
  BvQuotaAfter *after = bv_record_add_child (record, bv_entity_find_field (&bv_quota_entity, "after"));
  g_autoptr (GError) error = NULL;

  record->id = 0;
  g_free (after->after);
  after->after = g_strdup (first->key);
  bv_field_set_from_string (bv_entity_find_field (&bv_quota_entity, "key"), quota, "sau", NULL);
  bv_edit_add (bv_session_get_library (session), bv_session_get_campaign (session),
               bv_session_get_campaign (session), record, &error);
  g_assert_no_error (error);
  fixture_settle (window);
}

static guint
find_place (BvTable *table, const char *prefix)
{
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if (g_str_has_prefix (bv_table_get_text (table, i, BV_RANKING_PLACE), prefix))
      return i;
  g_assert_not_reached ();
}

/* Where a nominee competes for two quotas, a decision is on the one that is shown. */
static void
test_later_quota (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvTablePage *page = fixture_show (window, "ranking");
  BvRankingDetails *details = bv_ranking_page_get_details (BV_RANKING_PAGE (page));
  g_autoptr (BvRecord) record = NULL;
  const BvDecision *decision;
  BvTable *table;
  gint64 nominee;

  add_later_quota (window);
  bv_ranking_page_choose (BV_RANKING_PAGE (page), bv_session_get_proposal (session)->pools->len - 1);
  fixture_settle (window);
  table = bv_row_get_table (bv_table_page_get_selected (page));
  find_place (table, "Đã vào “");
  nominee = bv_table_get_id (table, find_place (table, "Ngoài"));
  bv_table_page_select (page, nominee);
  fixture_settle (window);
  g_assert_true (bv_ranking_details_decide (details, BV_PLACE_INSIDE, "Quyết định số 2/QĐ-SNV"));
  fixture_settle (window);
  record = bv_edit_read (bv_session_get_library (session), &bv_nominee_entity, nominee, NULL);
  g_assert_null (((BvNominee *) record)->decision);
  g_assert_cmpuint (((BvNominee *) record)->decisions->len, ==, 1);
  decision = g_ptr_array_index (((BvNominee *) record)->decisions, 0);
  g_assert_cmpstr (decision->quota, ==, "sau");
  g_assert_true (bv_ranking_details_decide (details, BV_PLACE_OUTSIDE, NULL));
  fixture_settle (window);
  bv_record_free (record);
  record = bv_edit_read (bv_session_get_library (session), &bv_nominee_entity, nominee, NULL);
  g_assert_cmpuint (((BvNominee *) record)->decisions->len, ==, 0);
}

static void
test_obstacles (BvWindow *window)
{
  bv_export_dialog_start (GTK_WINDOW (window), bv_window_get_session (window));
  gtk_window_destroy (fixture_wait_for_window ("seal"));
}

static void
test_draft (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *path = g_build_filename (bv_session_get_folder (session), "..", "Dự thảo.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = fixture_export (window, file, TRUE, NULL);

  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), ==,
                   bv_work_get_message (work));
}

static void
test_cancelled_export (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *path = g_build_filename (bv_session_get_folder (session), "..", "none.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = fixture_export (window, file, TRUE, NULL);

  g_cancellable_cancel (bv_work_get_cancellable (work));
  fixture_wait_for_work (work);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
answer_removal (BvWindow *window, int response)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n_toplevels = g_list_model_get_n_items (toplevels);

  for (guint i = 0; i < n_toplevels; i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (!g_str_equal (gtk_widget_get_name (toplevel), "removal"))
        continue;
      gtk_dialog_response (GTK_DIALOG (toplevel), response);
      fixture_settle (window);
      return;
    }
  g_error ("nobody asked");
}

static void
test_add_and_remove (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  const BvCampaign *head = bv_session_get_head (session);
  const BvGroup *group = g_ptr_array_index (head->groups, head->groups->len - 1);
  BvTablePage *page;
  gint64 unit;
  GtkWidget *dialog;

  fixture_show (window, "units");
  unit = fixture_select (window, UNIT);
  page = fixture_show (window, "nominees");
  dialog = bv_nominee_dialog_new (GTK_WINDOW (window), session, group->record.id);
  g_assert_cmpint (group->kind, ==, BV_GROUP_INDIVIDUAL);
  g_assert_false (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), 0, unit, "Nguyễn Thị Đường");
  g_assert_true (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 256);
  bv_window_search (window, "nguyen thi duong");
  fixture_settle (window);
  fixture_select (window, "Nguyễn Thị Đường");
  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_FINAL), "1");
  fixture_settle (window);
  g_action_group_activate_action (G_ACTION_GROUP (window), "remove-nominee", NULL);
  answer_removal (window, GTK_RESPONSE_CANCEL);
  g_assert_cmpuint (fixture_count_rows (page), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (window), "remove-nominee", NULL);
  answer_removal (window, GTK_RESPONSE_ACCEPT);
  bv_window_search (window, "");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 255);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 256);
}

static void
test_welcome (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);

  g_assert_cmpint (bv_session_get_campaign (session), ==, 0);
  fixture_make_campaign (window);
  g_assert_cmpint (bv_session_get_campaign (session), !=, 0);
  g_assert_cmpuint (fixture_count_rows (fixture_show (window, "units")), >, 100);
}

static void
test_about (BvWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GtkAboutDialog *about = NULL;
  g_autoptr (GList) windows = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    if (GTK_IS_ABOUT_DIALOG (item->data))
      about = item->data;
  g_assert_nonnull (about);
  g_assert_cmpstr (gtk_about_dialog_get_version (about), ==, BV_VERSION);
  g_assert_cmpint (gtk_about_dialog_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  g_assert_nonnull (strstr (gtk_about_dialog_get_system_information (about), "libarchive · BSD-2-Clause"));
  gtk_window_destroy (GTK_WINDOW (about));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/window/every-page-shows-its-rows", test_pages);
  fixture_add_to_fill ("/window/a-library-without-a-campaign-is-filled-with-the-demonstration", test_pages);
  fixture_add ("/window/a-group-tab-shows-its-nominees-only", test_group_tabs);
  fixture_add ("/window/search-needs-neither-marks-nor-case", test_search);
  fixture_add ("/window/names-sort-the-vietnamese-way", test_sorting);
  fixture_add ("/window/a-score-with-a-comma-changes-the-total-and-can-be-undone", test_score);
  fixture_add ("/window/a-wrong-score-is-said-and-not-lost", test_wrong_score);
  fixture_add ("/window/saving-one-score-keeps-what-is-typed-in-another", test_keeps_typing);
  fixture_add ("/window/a-dropped-file-becomes-evidence-and-can-be-removed", test_evidence);
  fixture_add ("/window/a-tie-at-the-line-is-red-until-a-decision-resolves-it", test_tie);
  fixture_add ("/window/a-decision-is-on-the-quota-that-is-shown", test_later_quota);
  fixture_add ("/window/obstacles-are-listed-before-the-export", test_obstacles);
  fixture_add ("/window/a-draft-is-written-in-the-background", test_draft);
  fixture_add ("/window/a-cancelled-export-leaves-nothing", test_cancelled_export);
  fixture_add ("/window/a-nominee-is-added-removed-and-brought-back", test_add_and_remove);
  fixture_add_empty ("/window/an-empty-library-offers-the-template", test_welcome);
  fixture_add ("/window/about-says-version-and-licences", test_about);
  return g_test_run ();
}
