/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/ranking/ranking-table.h"
#include "app/ranking/trial-bar.h"
#include "app/ranking/trial-popover.h"
#include "core/quota-numbers.h"
#include "hand.h"
#include "store/journal.h"
#include "store/quota-edit.h"

/* The quota of collectives: 5, at most 2 of communes. */
#define WRITTEN 5
#define OTHER 7

static gpointer
find_within (GtkWidget *widget, GType type)
{
  gpointer found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child, type);
  return found;
}

static gboolean
is_tried (BvTablePage *page)
{
  return gtk_widget_get_visible (find_within (GTK_WIDGET (page), BV_TYPE_TRIAL_BAR));
}

/* As is written: what the last ranking was made of. */
static const BvQuota *
get_written (BvWindow *window)
{
  const BvProposal *proposal = bv_session_get_proposal (bv_window_get_session (window));

  return g_ptr_array_index (proposal->contest->campaign->quotas, 0);
}

static gboolean
is_printable (BvWindow *window)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), "print")
         && g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export");
}

/* Returns: the last action that stands */
static gint64
get_done (BvWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAction) action
    = bv_journal_peek_undo (bv_session_get_library (bv_window_get_session (window)), &error);

  g_assert_no_error (error);
  return action->id;
}

static guint
count_inside (BvTablePage *page)
{
  const GPtrArray *tried = bv_trial_bar_get_pools (find_within (GTK_WIDGET (page), BV_TYPE_TRIAL_BAR));
  const BvProposal *proposal = bv_session_get_proposal (bv_page_get_session (BV_PAGE (page)));
  const BvRanking *ranking = g_ptr_array_index (tried != NULL ? tried : proposal->pools, 0);

  return ranking->n_inside;
}

/* Row 0 is the number, row 3 the cap of the third group, row 4 under one unit. */
static GtkWidget *
open_entry (BvWindow *window, BvTablePage *page, int row)
{
  GtkWidget *popover;

  g_action_group_activate_action (G_ACTION_GROUP (window), "try-quota", NULL);
  fixture_settle (window);
  popover = find_within (GTK_WIDGET (page), BV_TYPE_TRIAL_POPOVER);
  g_assert_true (gtk_widget_get_mapped (popover));
  return gtk_grid_get_child_at (find_within (popover, GTK_TYPE_GRID), 1, row);
}

static void
try (BvWindow *window, BvTablePage *page, int row, const char *number)
{
  GtkWidget *entry = open_entry (window, page, row);

  gtk_editable_set_text (GTK_EDITABLE (entry), number);
  gtk_popover_popdown (find_within (GTK_WIDGET (page), BV_TYPE_TRIAL_POPOVER));
  fixture_settle (window);
}

static void
assert_as_written (BvWindow *window, BvTablePage *page)
{
  g_assert_false (is_tried (page));
  g_assert_true (is_printable (window));
  g_assert_cmpint (get_written (window)->count, ==, WRITTEN);
  g_assert_cmpuint (count_inside (page), ==, WRITTEN);
}

/* The ranking follows, nothing is written, and what is not written is neither printed nor sealed. */
static void
test_dropped (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  g_autofree char *before = NULL;
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  gint64 done = get_done (window);

  fixture_settle (window);
  before = fixture_read_cell (page, 7, BV_RANKING_PLACE);
  assert_as_written (window, page);
  try (window, page, 0, "7");
  during = fixture_read_cell (page, 7, BV_RANKING_PLACE);
  g_assert_true (is_tried (page));
  g_assert_false (is_printable (window));
  g_assert_cmpuint (count_inside (page), ==, OTHER);
  g_assert_cmpstr (during, !=, before);
  g_assert_cmpint (get_written (window)->count, ==, WRITTEN);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "Only tried, not written: Tập thể: Number 5 → 7"));
  hand_click ("Drop them");
  fixture_settle (window);
  after = fixture_read_cell (page, 7, BV_RANKING_PLACE);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (get_done (window), ==, done);
  assert_as_written (window, page);
}

/* All numbers as one action; undone, the ranking is as before. */
static void
test_written (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  gint64 done = get_done (window);

  try (window, page, 0, "7");
  try (window, page, 3, "");
  hand_click ("Write these quotas");
  fixture_settle (window);
  g_assert_false (is_tried (page));
  g_assert_true (is_printable (window));
  g_assert_cmpint (get_written (window)->count, ==, OTHER);
  g_assert_cmpuint (count_inside (page), ==, OTHER);
  fixture_undo (window);
  fixture_settle (window);
  assert_as_written (window, page);
  g_assert_cmpint (get_done (window), ==, done);
}

/* What is no number is not tried; the number as it is written ends the trial. */
static void
test_no_number (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  GtkWidget *entry = open_entry (window, page, 0);
  static const char *const wrong[] = { "", "x", "-1", "5,5", "99999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), wrong[i]);
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      g_assert_false (is_tried (page));
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "6");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (is_tried (page));
  gtk_editable_set_text (GTK_EDITABLE (entry), "5");
  fixture_settle (window);
  assert_as_written (window, page);
}

static void
write_elsewhere (BvWindow *window, gint64 count)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvRecord) quota = bv_record_copy (get_written (window));
  g_autoptr (GPtrArray) quotas = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  bv_quota_set_size ((BvQuota *) quota, count);
  g_ptr_array_add (quotas, quota);
  bv_quota_edit_set_numbers (bv_session_get_library (session), bv_session_get_campaign (session), quotas,
                             &error);
  g_assert_no_error (error);
  fixture_settle (window);
}

/* It is still tried when she comes back from a page on which everything can be printed; once it is written,
 * on whatever page, it is tried no longer. */
static void
test_other_page (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");

  try (window, page, 0, "7");
  fixture_show (window, "nominees");
  g_assert_true (is_printable (window));
  write_elsewhere (window, 6);
  fixture_show (window, "ranking");
  fixture_settle (window);
  g_assert_true (is_tried (page));
  g_assert_false (is_printable (window));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "Only tried, not written: Tập thể: Number 6 → 7"));
  g_assert_cmpuint (count_inside (page), ==, OTHER);
  fixture_show (window, "nominees");
  write_elsewhere (window, 7);
  fixture_show (window, "ranking");
  fixture_settle (window);
  g_assert_false (is_tried (page));
  g_assert_true (is_printable (window));
}

static void
test_other_campaign (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");

  try (window, page, 0, "7");
  fixture_make_campaign (window);
  fixture_show (window, "ranking");
  g_assert_false (is_tried (page));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/trial/other-quotas-are-tried-and-dropped", test_dropped);
  fixture_add ("/trial/other-quotas-are-written-as-one-action", test_written);
  fixture_add ("/trial/what-is-no-number-is-not-tried", test_no_number);
  fixture_add ("/trial/what-is-tried-stays-while-another-page-is-shown", test_other_page);
  fixture_add ("/trial/another-campaign-ends-it", test_other_campaign);
  return g_test_run ();
}
