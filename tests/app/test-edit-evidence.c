/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "core/evidence.h"
#include "store/edit.h"
#include "store/lists.h"

static BvTable *
read_evidence (BvWindow *window, gint64 nominee)
{
  return bv_lists_read_evidence (bv_session_get_library (bv_window_get_session (window)), nominee, NULL);
}

static char *
read_cell (BvWindow *window, gint64 nominee, BvEvidenceColumn column)
{
  g_autoptr (BvTable) table = read_evidence (window, nominee);

  g_assert_cmpuint (bv_table_get_n_rows (table), >, 0);
  return g_strdup (bv_table_get_text (table, 0, column));
}

/* The first nominee that has evidence. */
static gint64
select_proven (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  for (guint i = 0; i < fixture_count_rows (page); i++)
    {
      BvTable *rows = bv_row_get_table (bv_table_page_get_selected (page));
      gint64 nominee = bv_table_get_id (rows, i);

      if (fixture_count_evidence (window, nominee) == 0)
        continue;
      g_assert_true (bv_table_page_select (page, nominee));
      fixture_settle (window);
      return nominee;
    }
  g_error ("nobody has evidence");
}

static BvDraft *
open_first (BvWindow *window)
{
  BvCriteriaList *criteria = fixture_get_criteria (window);

  g_signal_emit_by_name (bv_criteria_list_get_row (criteria, 0), "edit-evidence", 0);
  return bv_evidence_popover_get_draft (bv_criteria_list_get_popover (criteria));
}

static void
test_state (BvWindow *window)
{
  const BvField *state = bv_entity_find_field (&bv_evidence_entity, "state");
  const BvField *number = bv_entity_find_field (&bv_evidence_entity, "number");
  gint64 nominee = select_proven (window);
  BvDraft *draft = open_first (window);
  g_autofree char *rejected = NULL;
  g_autofree char *named = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (bv_draft_set_number (draft, BV_DRAFT_WHOLE, state, BV_EVIDENCE_REJECTED, NULL));
  fixture_settle (window);
  rejected = read_cell (window, nominee, BV_EVIDENCE_COLUMN_STATE);
  g_assert_cmpstr (rejected, ==, "rejected");
  g_assert_true (bv_draft_set_text (draft, BV_DRAFT_WHOLE, number, "15/BC-SYT", NULL));
  fixture_settle (window);
  named = read_cell (window, nominee, BV_EVIDENCE_COLUMN_NUMBER);
  g_assert_cmpstr (named, ==, "15/BC-SYT");
  fixture_undo (window);
  fixture_settle (window);
  undone = read_cell (window, nominee, BV_EVIDENCE_COLUMN_NUMBER);
  g_assert_cmpstr (undone, !=, "15/BC-SYT");
  g_assert_cmpstr (((BvEvidence *) bv_draft_get_record (draft, BV_DRAFT_WHOLE))->number, ==, undone);
}

static GtkWidget *
find_button_in (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button_in (child);
  return found;
}

/* The button that opens the first piece of evidence that is shown. */
static GtkWidget *
find_button (BvWindow *window)
{
  BvCriteriaList *criteria = fixture_get_criteria (window);
  GtkWidget *found = NULL;

  for (guint i = 0; i < bv_criteria_list_count (criteria) && found == NULL; i++)
    found = find_button_in (bv_criterion_row_get_evidence_list (bv_criteria_list_get_row (criteria, i)));
  g_assert_nonnull (found);
  return found;
}

/* As it may have come with a campaign from elsewhere. */
static void
rename_all (BvWindow *window, gint64 nominee, const char *name)
{
  g_autoptr (BvTable) table = read_evidence (window, nominee);
  BvSession *session = bv_window_get_session (window);

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    {
      BvEvidence *evidence = bv_edit_read (bv_session_get_library (session), &bv_evidence_entity,
                                           bv_table_get_id (table, i), NULL);
      g_autoptr (GError) error = NULL;

      g_free (evidence->file);
      evidence->file = g_strdup (name);
      bv_edit_update (bv_session_get_library (session), bv_session_get_campaign (session), evidence, &error);
      g_assert_no_error (error);
      bv_record_free (evidence);
    }
  fixture_settle (window);
}

static void
test_other_kind (BvWindow *window)
{
  gint64 nominee = select_proven (window);

  g_assert_true (gtk_widget_get_sensitive (find_button (window)));
  rename_all (window, nominee, "a.settingcontent-ms");
  g_assert_false (gtk_widget_get_sensitive (find_button (window)));
  rename_all (window, nominee, "a.pdf");
  g_assert_true (gtk_widget_get_sensitive (find_button (window)));
}

/* NULL: the user is not asked for files. */
static GtkFileChooser *
find_chooser (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (GTK_IS_FILE_CHOOSER (item->data))
      return item->data;
  return NULL;
}

static guint
count_below (GtkWidget *widget, const char *type, const char *label)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (child), type)
          && (label == NULL || g_str_equal (gtk_label_get_label (GTK_LABEL (child)), label)))
        n++;
      n += count_below (child, type, label);
    }
  return n;
}

static GtkWidget *
find_path_bar (GtkWidget *widget)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkPathBar") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_path_bar (child);
  return found;
}

typedef struct
{
  GtkFileChooser *chooser;
  GFile *file;
} Choice;

/* The path bar of GTK 4.18 reads a path, at first that of the root, step by step; a dialog that goes to
 * another folder before it has done so is a critical, one that closes is a crash. */
static gboolean
has_folder (gpointer data)
{
  const Choice *choice = data;

  return count_below (find_path_bar (GTK_WIDGET (choice->chooser)), "GtkToggleButton", NULL) > 1;
}

/* Until it is in the folder of the file, the dialog chooses the first row of the folder where it was. */
static gboolean
has_chosen (gpointer data)
{
  const Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (choice->chooser);
  g_autoptr (GFile) folder = g_file_get_parent (choice->file);
  g_autofree char *name = g_file_get_basename (folder);

  return file != NULL && g_file_equal (file, choice->file)
         && count_below (find_path_bar (GTK_WIDGET (choice->chooser)), "GtkLabel", name) > 0;
}

/* Asks for evidence of the first score, and gives an answer to it. */
static GFile *
ask_for_file (BvWindow *window, GFile *file, int response)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Choice choice = { NULL, file };
  GFile *folder;

  g_signal_emit_by_name (bv_criteria_list_get_row (fixture_get_criteria (window), 0), "attach", none);
  choice.chooser = find_chooser ();
  g_assert_nonnull (choice.chooser);
  fixture_wait (has_folder, &choice, "the folder in the dialog");
  fixture_run_pending ();
  folder = gtk_file_chooser_get_current_folder (choice.chooser);
  g_assert_true (gtk_file_chooser_set_file (choice.chooser, file, NULL));
  fixture_wait (has_chosen, &choice, "the file in the dialog");
  gtk_dialog_response (GTK_DIALOG (choice.chooser), response);
  fixture_run_pending ();
  return folder;
}

typedef struct
{
  BvWindow *window;
  gint64 nominee;
  guint n_before;
} Attached;

static gboolean
has_more_evidence (gpointer data)
{
  const Attached *attached = data;

  return fixture_count_evidence (attached->window, attached->nominee) > attached->n_before;
}

static void
test_last_folder (BvWindow *window)
{
  gint64 nominee = select_proven (window);
  Attached attached = { window, nominee, fixture_count_evidence (window, nominee) };
  g_autofree char *path = fixture_make_file (window, "Báo cáo tháng 8.pdf", "%PDF-1.4");
  g_autofree char *clean = g_canonicalize_filename (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (clean);
  g_autoptr (GFile) expected = g_file_get_parent (file);
  g_autoptr (GFile) first = ask_for_file (window, file, GTK_RESPONSE_CANCEL);
  g_autoptr (GFile) second = ask_for_file (window, file, GTK_RESPONSE_ACCEPT);
  g_autoptr (GFile) third = NULL;

  fixture_wait (has_more_evidence, &attached, "the evidence");
  fixture_settle (window);
  third = ask_for_file (window, file, GTK_RESPONSE_CANCEL);
  g_assert_false (g_file_equal (first, expected));
  g_assert_true (g_file_equal (second, first));
  g_assert_true (g_file_equal (third, expected));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/evidence/its-state-and-number-are-edited-one-action-each", test_state);
  fixture_add ("/evidence/what-is-no-evidence-is-shown-but-not-opened", test_other_kind);
  fixture_add ("/evidence/the-folder-of-the-last-file-is-offered-for-the-next", test_last_folder);
  return g_test_run ();
}
