/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/nominees/nominee-dialog.h"
#include "app/page/tabs.h"
#include "core/nominee.h"
#include "store/edit.h"

#define NOWHERE "tan chau khong co"

/* Returns: the first widget of the name or of the text that is seen; %NULL: there is none */
static GtkWidget *
find_text (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

static void
check_said (BvWindow *window, const char *text, gboolean said)
{
  fixture_settle (window);
  if ((find_text (GTK_WIDGET (window), text) != NULL) != said)
    g_error ("“%s” is %s", text, said ? "not said" : "said");
}

static void
click (BvWindow *window, const char *text)
{
  GtkWidget *button = find_text (GTK_WIDGET (window), text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON), "clicked");
  fixture_settle (window);
}

static void
search (BvWindow *window, const char *text)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))), text);
  bv_window_search (window, text);
  fixture_settle (window);
}

static void
test_search (BvWindow *window)
{
  static const char *const pages[] = { "units", "nominees", "ranking" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      BvTablePage *page = fixture_show (window, pages[i]);
      guint n_rows = fixture_count_rows (page);

      search (window, NOWHERE);
      check_said (window, "No row matches “" NOWHERE "”.", TRUE);
      check_said (window, "Search in all groups", FALSE);
      click (window, "Clear filter");
      check_said (window, "No row matches “" NOWHERE "”.", FALSE);
      g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
    }
}

static void
test_details (BvWindow *window)
{
  static const char *const pages[] = { "units", "nominees", "ranking" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      BvTablePage *page = fixture_show (window, pages[i]);
      g_autofree char *name = fixture_read_cell (page, 0, 1);
      GtkWidget *details = BV_PAGE_GET_IFACE (page)->get_part (BV_PAGE (page), BV_PAGE_DETAILS);

      g_assert_nonnull (find_text (details, name));
      search (window, NOWHERE);
      g_assert_null (find_text (details, name));
      bv_window_clear_search (window);
      fixture_settle (window);
      g_assert_nonnull (find_text (details, name));
    }
}

static void
test_group (BvWindow *window)
{
  const BvCampaign *head = bv_session_get_head (bv_window_get_session (window));
  const BvGroup *group = g_ptr_array_index (head->groups, 1);
  BvTablePage *page = fixture_show (window, "nominees");

  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (page), group->record.id);
  search (window, "so y te");
  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
  click (window, "Search in all groups");
  g_assert_cmpuint (fixture_count_rows (page), >, 0);
}

/* Shows a ranking that has not what is searched. */
static void
choose_ranking_without (BvWindow *window, BvTablePage *page)
{
  const BvProposal *proposal = bv_session_get_proposal (bv_window_get_session (window));
  guint n_rankings = proposal->pools->len + proposal->groups->len;

  for (guint i = 0; i < n_rankings; i++)
    {
      bv_ranking_page_choose (BV_RANKING_PAGE (page), i);
      fixture_settle (window);
      if (fixture_count_rows (page) == 0)
        return;
    }
  g_error ("every ranking has it");
}

/* Returns: the button that leads to another ranking, which it names */
static GtkWidget *
find_offer (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
      && g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (widget)), "Show it in "))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_offer (child);
  return found;
}

static void
test_ranking (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  GtkWidget *offer;

  search (window, "vinh trach");
  choose_ranking_without (window, page);
  offer = find_offer (GTK_WIDGET (window));
  g_assert_nonnull (offer);
  g_signal_emit_by_name (offer, "clicked");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), >, 0);
}

static void
test_focus (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  search (window, NOWHERE);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
  click (window, "Clear filter");
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
}

/* Takes all nominees out of the campaign. */
static void
remove_nominees (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvTablePage *page = fixture_show (window, "nominees");
  BvRow *row;

  while ((row = bv_table_page_get_selected (page)) != NULL)
    {
      g_autoptr (BvTable) table = bv_table_ref (bv_row_get_table (row));

      for (guint i = 0; i < bv_table_get_n_rows (table); i++)
        g_assert_true (bv_edit_remove (bv_session_get_library (session), bv_session_get_campaign (session),
                                       &bv_nominee_entity, bv_table_get_id (table, i), NULL));
      fixture_settle (window);
    }
}

static void
test_empty (BvWindow *window)
{
  remove_nominees (window);
  check_said (window, "No nominees yet", TRUE);
  search (window, "so y te");
  check_said (window, "No nominees yet", TRUE);
  fixture_show (window, "ranking");
  check_said (window, "Nothing to rank yet: there are no nominees.", TRUE);
  click (window, "Go to Nominees");
  check_said (window, "No nominees yet", TRUE);
}

static void
test_dialog (BvWindow *window)
{
  GtkWidget *dialog = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), 0);

  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle (window);
  bv_nominee_dialog_choose_all (BV_NOMINEE_DIALOG (dialog), NOWHERE);
  fixture_settle (window);
  g_assert_nonnull (find_text (dialog, "No row matches “" NOWHERE "”."));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_text (dialog, "Clear filter"), GTK_TYPE_BUTTON),
                         "clicked");
  fixture_settle (window);
  g_assert_null (find_text (dialog, "No row matches “" NOWHERE "”."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/no-rows/a-search-without-rows-says-so-and-can-be-ended", test_search);
  fixture_add ("/no-rows/the-details-show-nobody-then", test_details);
  fixture_add ("/no-rows/what-another-group-has-is-searched-there", test_group);
  fixture_add ("/no-rows/what-another-ranking-has-is-searched-there", test_ranking);
  fixture_add ("/no-rows/the-keys-reach-what-leads-on", test_focus);
  fixture_add ("/no-rows/an-empty-page-says-where-to-begin", test_empty);
  fixture_add ("/no-rows/the-units-that-can-be-put-forward-are-searched-so-too", test_dialog);
  return g_test_run ();
}
