/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/mail/mail-dialog.h"
#include "app/nominees/nominee-dialog.h"
#include "app/page/unsaved.h"
#include "hand.h"

#define UNIT "Sở Y tế"
#define OTHER_UNIT "Sở Nội vụ"

static BvFieldEntry *
get_entry (BvWindow *window)
{
  return fixture_get_entry (window, 0, BV_SCORE_ENTRY_FINAL);
}

static const char *
get_text (gpointer entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static const char *
get_page (BvWindow *window)
{
  return bv_page_get_info (bv_window_get_visible_page (window))->key;
}

/* Types what no score can be, and goes elsewhere. */
static BvFieldEntry *
type_refused (BvWindow *window)
{
  BvFieldEntry *entry;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = get_entry (window);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ba");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  fixture_settle (window);
  return entry;
}

static void
answer (BvWindow *window, int response)
{
  GtkWidget *dialog = fixture_find_window ("unsaved");

  g_assert_nonnull (dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), response);
  fixture_settle (window);
}

static void
check_not_asked (void)
{
  g_assert_null (fixture_find_window ("unsaved"));
}

static gboolean
has_focus (BvWindow *window, gpointer entry)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, entry);
}

static void
check_kept (BvWindow *window, BvFieldEntry *entry)
{
  g_assert_cmpstr (get_text (entry), ==, "ba");
  g_assert_nonnull (bv_field_entry_get_message (entry));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_true (has_focus (window, entry));
}

static void
test_left_by_a_click (BvWindow *window)
{
  BvFieldEntry *entry = type_refused (window);

  g_assert_cmpstr (get_text (entry), ==, "ba");
  g_assert_nonnull (bv_field_entry_get_message (entry));
  check_not_asked ();
}

static void
test_another_row (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  gint64 first, other;
  BvFieldEntry *entry;

  other = fixture_select (window, OTHER_UNIT);
  entry = type_refused (window);
  first = bv_row_get_id (bv_table_page_get_selected (page));
  bv_table_page_select (page, other);
  fixture_settle (window);
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, first);
  check_kept (window, entry);

  bv_table_page_select (page, other);
  fixture_settle (window);
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, other);
  g_assert_cmpstr (get_text (get_entry (window)), !=, "ba");
  bv_table_page_select (page, first);
  fixture_settle (window);
  check_not_asked ();
  g_assert_cmpstr (get_text (get_entry (window)), !=, "ba");
}

static void
test_another_page (BvWindow *window)
{
  BvFieldEntry *entry = type_refused (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "units");
  g_assert_cmpstr (get_page (window), ==, "nominees");
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_cmpstr (get_page (window), ==, "nominees");
  check_kept (window, entry);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "units");
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_cmpstr (get_page (window), ==, "units");
  g_assert_null (bv_field_entry_get_message (entry));
}

/* What was to be opened is opened when the question is answered. */
static void
test_opened (BvWindow *window)
{
  BvTablePage *units = fixture_show (window, "units");
  gint64 unit = fixture_select (window, OTHER_UNIT);

  fixture_select (window, UNIT);
  type_refused (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open", "(sx)", "units", unit);
  g_assert_cmpstr (get_page (window), ==, "nominees");
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_cmpstr (get_page (window), ==, "units");
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (units)), ==, unit);
}

/* What is still being typed is saved first, or refused. */
static void
test_from_the_field (BvWindow *window)
{
  BvFieldEntry *entry;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = get_entry (window);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ba");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "units");
  answer (window, GTK_RESPONSE_CANCEL);
  check_kept (window, entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "units");
  check_not_asked ();
  g_assert_cmpstr (get_text (entry), ==, "3,00");
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static GtkListBox *
find_list_box (GtkWidget *widget)
{
  GtkListBox *found = GTK_IS_LIST_BOX (widget) ? GTK_LIST_BOX (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list_box (child);
  return found;
}

/* The side list shows where she is, not where she would be. */
static void
test_side_list (BvWindow *window)
{
  GtkListBox *list = find_list_box (GTK_WIDGET (window));
  GtkListBoxRow *row;

  type_refused (window);
  row = gtk_list_box_get_selected_row (list);
  g_assert_cmpint (gtk_list_box_row_get_index (row), >, 0);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_true (gtk_list_box_get_selected_row (list) != row);
  g_assert_cmpstr (get_page (window), !=, "nominees");
}

static gboolean
has_asked (gpointer data)
{
  return fixture_find_window ("unsaved") != NULL;
}

static void
test_another_campaign (BvWindow *window)
{
  BvFieldEntry *entry = type_refused (window);
  BvSession *session = bv_window_get_session (window);
  gint64 before = bv_session_get_campaign (session);

  fixture_begin_campaign ();
  fixture_wait (has_asked, NULL, "the question before another campaign is shown");
  g_assert_cmpint (bv_session_get_campaign (session), ==, before);
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_cmpint (bv_session_get_campaign (session), ==, before);
  check_kept (window, entry);
  fixture_begin_campaign ();
  fixture_wait (has_asked, NULL, "the question before another campaign is shown");
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_cmpint (bv_session_get_campaign (session), !=, before);
  check_not_asked ();
}

/* Keeps the window, which the test still needs, where it would be closed without a question. */
static gboolean
closing_cb (GtkWidget *window, gboolean *closes)
{
  *closes = !bv_unsaved_exists (window);
  return *closes;
}

/* Details that are hidden hide nothing from the question. */
static void
test_closed (BvWindow *window)
{
  BvFieldEntry *entry = type_refused (window);
  gboolean closes = FALSE;
  gulong handler = g_signal_connect (window, "close-request", G_CALLBACK (closing_cb), &closes);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.details", NULL);
  gtk_window_close (GTK_WINDOW (window));
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_false (closes);
  check_kept (window, entry);
  gtk_window_close (GTK_WINDOW (window));
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_true (closes);
  g_signal_handler_disconnect (window, handler);
}

/* The row stays among those that are found. */
static void
test_searched (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  BvFieldEntry *entry = type_refused (window);
  BvRow *row = bv_table_page_get_selected (page);

  bv_window_search (window, "cong thuong");
  fixture_settle (window);
  check_not_asked ();
  g_assert_true (bv_table_page_get_selected (page) == row);
  g_assert_cmpstr (get_text (entry), ==, "ba");
  bv_window_search (window, "");
  fixture_settle (window);
  g_assert_true (bv_table_page_get_selected (page) == row);
}

static void
test_cell (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "units");
  GtkWidget *entry;

  fixture_select (window, UNIT);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  entry = bv_table_page_get_cell_entry (page);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  bv_window_search (window, "cong thuong");
  fixture_settle (window);
  g_assert_true (bv_table_page_get_cell_entry (page) == entry);
  bv_window_show_page (window, "nominees");
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_cmpstr (get_page (window), ==, "units");
  g_assert_true (has_focus (window, entry));
  bv_window_show_page (window, "nominees");
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_cmpstr (get_page (window), ==, "nominees");
  g_assert_null (bv_table_page_get_cell_entry (page));
}

/* What happens elsewhere is no reason to save what is half typed. */
static void
test_half_typed (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvFieldEntry *entry;
  BvPage *page;
  g_autofree char *label = NULL;
  g_autofree char *after = NULL;

  page = BV_PAGE (fixture_show (window, "nominees"));
  fixture_select (window, UNIT);
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL), "4");
  fixture_settle (window);
  label = bv_session_get_undo_label (session);
  entry = get_entry (window);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1");
  BV_PAGE_GET_IFACE (page)->refresh (page, NULL);
  fixture_settle (window);
  g_assert_cmpstr (get_text (entry), ==, "1");
  after = bv_session_get_undo_label (session);
  g_assert_cmpstr (after, ==, label);
}

/* A click beside it closes what floats. */
static void
test_popover (BvWindow *window)
{
  BvCriteriaList *criteria = fixture_get_criteria (window);
  GtkPopover *popover;
  GtkWidget *entry;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  g_signal_emit_by_name (bv_criteria_list_get_row (criteria, 0), "edit-evidence", 0);
  fixture_settle (window);
  popover = GTK_POPOVER (bv_criteria_list_get_popover (criteria));
  entry = gtk_widget_get_next_sibling (gtk_widget_get_first_child (gtk_popover_get_child (popover)));
  entry = find_entry (entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "hôm qua");
  gtk_popover_popdown (popover);
  fixture_settle (window);
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_assert_cmpstr (get_text (entry), ==, "hôm qua");
  gtk_popover_popdown (popover);
  fixture_settle (window);
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_assert_cmpstr (get_text (entry), !=, "hôm qua");
}

/* A decision is recorded by its button; what is typed for it is as easily lost. */
static void
test_decision (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  BvRankingDetails *details = bv_ranking_page_get_details (BV_RANKING_PAGE (page));
  GtkWidget *entry;
  gint64 first;

  g_assert_true (bv_table_page_step (page, 1));
  fixture_settle (window);
  first = bv_row_get_id (bv_table_page_get_selected (page));
  entry = find_entry (GTK_WIDGET (details));
  gtk_editable_set_text (GTK_EDITABLE (entry), "QĐ số 5");
  bv_session_rank (bv_window_get_session (window));
  fixture_settle (window);
  g_assert_cmpstr (get_text (entry), ==, "QĐ số 5");
  g_assert_true (bv_table_page_step (page, 1));
  fixture_settle (window);
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, first);
  g_assert_true (has_focus (window, entry));
  g_assert_true (bv_ranking_details_decide (details, BV_PLACE_INSIDE, get_text (entry)));
  fixture_settle (window);
  g_assert_true (bv_table_page_step (page, 1));
  fixture_settle (window);
  check_not_asked ();
}

static gint64
find_persons (BvSession *session)
{
  const BvCampaign *head = bv_session_get_head (session);

  for (guint i = 0; i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);

      if (group->kind == BV_GROUP_INDIVIDUAL)
        return group->record.id;
    }
  g_assert_not_reached ();
}

/* The name of a person who was not added. */
static void
test_dialog (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  GtkWindow *dialog
    = GTK_WINDOW (bv_nominee_dialog_new (GTK_WINDOW (window), session, find_persons (session)));

  gtk_window_present (dialog);
  bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), 0, 0, "Nguyễn Văn Bảy");
  gtk_window_close (dialog);
  answer (window, GTK_RESPONSE_CANCEL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (dialog);
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_null (dialog);
  check_not_asked ();
}

/* Whichever way a dialog is left, the same is asked. */
static void
test_mail (BvWindow *window)
{
  GtkWindow *dialog = GTK_WINDOW (bv_mail_dialog_new (GTK_WINDOW (window), bv_window_get_session (window)));

  gtk_window_present (dialog);
  g_assert_false (bv_unsaved_exists (GTK_WIDGET (dialog)));
  hand_type ("vptu@angiang.gov.vn");
  hand_press (GDK_KEY_Escape, 0);
  answer (window, GTK_RESPONSE_CANCEL);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hand_click ("Cancel");
  answer (window, GTK_RESPONSE_REJECT);
  g_assert_null (dialog);
  check_not_asked ();
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/unsaved/what-is-refused-stays-in-its-field", test_left_by_a_click);
  fixture_add ("/unsaved/another-row-asks", test_another_row);
  fixture_add ("/unsaved/another-page-asks", test_another_page);
  fixture_add ("/unsaved/what-is-being-typed-is-saved-before-the-page-is-left", test_from_the_field);
  fixture_add ("/unsaved/the-side-list-asks-and-goes-back", test_side_list);
  fixture_add ("/unsaved/another-campaign-asks", test_another_campaign);
  fixture_add ("/unsaved/closing-the-window-asks", test_closed);
  fixture_add ("/unsaved/a-search-does-not-hide-it", test_searched);
  fixture_add ("/unsaved/a-cell-of-a-table-asks-too", test_cell);
  fixture_add ("/unsaved/what-is-half-typed-waits-until-its-field-is-left", test_half_typed);
  fixture_add ("/unsaved/a-popover-that-closes-asks", test_popover);
  fixture_add ("/unsaved/a-decision-that-is-not-recorded-asks", test_decision);
  fixture_add ("/unsaved/what-was-to-be-opened-is-opened-behind-the-question", test_opened);
  fixture_add ("/unsaved/a-dialog-asks-before-it-drops-a-name", test_dialog);
  fixture_add ("/unsaved/a-mail-is-not-dropped-by-any-button", test_mail);
  return g_test_run ();
}
