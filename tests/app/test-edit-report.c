/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/evidence/attach-job.h"
#include "app/form/field-drop-down.h"
#include "core/nominee.h"
#include "store/edit.h"
#include "store/lists.h"

#define NOMINEE "Sở Giáo dục và Đào tạo" /* of which the demonstration has no report */

/* Its report as the library has it; NULL: none. */
static BvAchievementReport *
read_report (BvWindow *window, gint64 nominee)
{
  BvLibrary *library = bv_session_get_library (bv_window_get_session (window));
  g_autoptr (BvRecord) record = bv_edit_read (library, &bv_nominee_entity, nominee, NULL);

  g_assert_nonnull (record);
  return g_steal_pointer (&((BvNominee *) record)->report);
}

/* The number of a document of the nominee. */
static char *
read_number (BvWindow *window, gint64 nominee, const char *key)
{
  BvLibrary *library = bv_session_get_library (bv_window_get_session (window));
  g_autoptr (BvTable) evidence = bv_lists_read_evidence (library, nominee, NULL);

  for (guint i = 0; i < bv_table_get_n_rows (evidence); i++)
    if (g_str_equal (bv_table_get_text (evidence, i, BV_EVIDENCE_COLUMN_KEY), key))
      return g_strdup (bv_table_get_text (evidence, i, BV_EVIDENCE_COLUMN_NUMBER));
  return NULL;
}

static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The form of the report: what stands before the button that attaches its file. */
static GtkWidget *
open_form (BvWindow *window)
{
  GtkWidget *page = GTK_WIDGET (fixture_get_criteria (window));
  GtkWidget *expander = gtk_widget_get_next_sibling (page);
  GtkWidget *box;

  g_assert_true (GTK_IS_EXPANDER (expander));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  fixture_run_pending ();
  box = gtk_expander_get_child (GTK_EXPANDER (expander));
  g_assert_true (GTK_IS_BUTTON (gtk_widget_get_last_child (box)));
  return gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box));
}

/* The list of documents in the form, which is there once the report is. */
static GtkDropDown *
open_documents (GtkWidget *form)
{
  GtkWidget *row = find_below (form, BV_TYPE_FIELD_DROP_DOWN);

  if (row == NULL)
    {
      g_signal_emit_by_name (find_below (form, GTK_TYPE_BUTTON), "clicked");
      row = find_below (form, BV_TYPE_FIELD_DROP_DOWN);
    }
  g_assert_nonnull (row);
  return GTK_DROP_DOWN (find_below (row, GTK_TYPE_DROP_DOWN));
}

/* One of the documents that prove its scores is its report. */
static void
test_choose (BvWindow *window)
{
  gint64 nominee;
  GtkDropDown *documents;
  BvAchievementReport *chosen;
  BvAchievementReport *none;
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;

  fixture_show (window, "nominees");
  nominee = fixture_select (window, NOMINEE);
  fixture_settle (window);
  documents = open_documents (open_form (window));
  title = g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (documents)), 1));
  gtk_drop_down_set_selected (documents, 1);
  fixture_settle (window);
  chosen = read_report (window, nominee);
  g_assert_nonnull (chosen);
  number = read_number (window, nominee, chosen->evidence);
  g_assert_cmpstr (number, ==, title);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (documents)), ==, title);
  bv_record_free (chosen);
  gtk_drop_down_set_selected (documents, 0);
  fixture_settle (window);
  none = read_report (window, nominee);
  g_assert_nonnull (none);
  g_assert_null (none->evidence);
  bv_record_free (none);
}

typedef struct
{
  BvWindow *window;
  gint64 nominee;
} Reported;

static gboolean
has_report (gpointer data)
{
  const Reported *self = data;
  g_autoptr (BvRecord) report = (BvRecord *) read_report (self->window, self->nominee);

  return report != NULL;
}

/* A new file is its report from the day it came in, in one action that can be undone. */
static void
test_attach (BvWindow *window)
{
  g_autofree char *path = fixture_make_file (window, "Báo cáo thành tích.pdf", "%PDF-1.4 thành tích");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BvWork) work = NULL;
  BvAchievementReport *attached;
  Reported reported = { window, 0 };
  GtkDropDown *documents;

  fixture_show (window, "nominees");
  reported.nominee = fixture_select (window, NOMINEE);
  fixture_settle (window);
  g_ptr_array_add (files, g_file_new_for_path (path));
  work = bv_attach_job_start (bv_window_get_session (window), reported.nominee, NULL, files);
  fixture_wait (has_report, &reported, "the report");
  fixture_settle (window);
  attached = read_report (window, reported.nominee);
  g_assert_nonnull (attached->evidence);
  g_assert_cmpint (attached->received, !=, BV_NONE);
  bv_record_free (attached);
  documents = open_documents (open_form (window));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (documents)), ==,
                   "Báo cáo thành tích.pdf");
  fixture_undo (window);
  fixture_settle (window);
  g_assert_false (has_report (&reported));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/report/a-document-of-the-nominee-is-chosen-as-its-report", test_choose);
  fixture_add ("/report/a-new-file-is-attached-as-its-report", test_attach);
  return g_test_run ();
}
