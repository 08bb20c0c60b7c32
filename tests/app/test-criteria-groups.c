/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/copying/criteria-ticks.h"
#include "core/tree/criterion-sum.h"
#include "core/tree/criterion-tree.h"
#include "hand.h"
#include "store/edit.h"

#include <string.h>

/* What is done with whole groups: criteria come from one into another, groups change places, and rows offer
 * to add something. */

static const GPtrArray *
get_groups (BvWindow *window)
{
  return bv_session_get_head (bv_window_get_session (window))->groups;
}

static const BvGroup *
get_group (BvWindow *window, guint i)
{
  return g_ptr_array_index (get_groups (window), i);
}

static void
choose (BvWindow *window, BvCriteriaPage *page, gint64 id)
{
  g_assert_true (bv_table_page_select (BV_TABLE_PAGE (page), id));
  fixture_settle (window);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
}

static gint64
get_selected (BvCriteriaPage *page)
{
  return bv_row_get_id (bv_table_page_get_selected (BV_TABLE_PAGE (page)));
}

static void
check_order (BvWindow *window, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  fixture_settle (window);
  for (guint i = 0; i < get_groups (window)->len; i++)
    g_string_append_printf (keys, "%s ", get_group (window, i)->key);
  g_assert_cmpstr (keys->str, ==, expected);
}

/* The group goes with all that is in it, and stays selected. */
static void
test_order (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  gint64 first = get_group (window, 0)->record.id;

  choose (window, page, first);
  hand_press (GDK_KEY_Down, GDK_ALT_MASK);
  check_order (window, "cap-huyen so-nganh cap-xa ca-nhan ");
  g_assert_cmpint (get_selected (page), ==, first);
  hand_press (GDK_KEY_Up, GDK_ALT_MASK);
  hand_press (GDK_KEY_Up, GDK_ALT_MASK);
  hand_press (GDK_KEY_Right, GDK_ALT_MASK);
  check_order (window, "so-nganh cap-huyen cap-xa ca-nhan ");
  fixture_undo (window);
  check_order (window, "cap-huyen so-nganh cap-xa ca-nhan ");
  fixture_undo (window);
  check_order (window, "so-nganh cap-huyen cap-xa ca-nhan ");
}

static gint64
count_of (BvWindow *window)
{
  g_autofree char *text = bv_page_describe (bv_window_get_visible_page (window));

  g_assert_true (g_str_has_prefix (text, "4 groups · "));
  return g_ascii_strtoll (text + strlen ("4 groups · "), NULL, 10);
}

/* It is selected as any row is, but is none: nothing can be done with it but what it offers. */
static void
test_offer (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  const BvGroup *group = get_group (window, 0);
  gint64 last = ((const BvRecord *) g_ptr_array_index (group->criteria, group->criteria->len - 1))->id;
  gint64 n = count_of (window);

  choose (window, page, last);
  hand_press (GDK_KEY_Down, 0);
  g_assert_cmpint (get_selected (page), <, 0);
  g_assert_false (bv_page_has_row (bv_window_get_visible_page (window)));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "remove-rule"));
  hand_press (GDK_KEY_Delete, 0);
  hand_press (GDK_KEY_Up, GDK_ALT_MASK);
  hand_press (GDK_KEY_F2, 0);
  fixture_settle (window);
  g_assert_cmpint (count_of (window), ==, n);
  bv_page_focus_part (bv_window_get_visible_page (window), BV_PAGE_MAIN);
  hand_press (GDK_KEY_Return, 0);
  g_assert_true (hand_get_window () != GTK_WINDOW (window));
  gtk_widget_grab_focus (hand_find_field ("Title"));
  hand_type ("Sáng kiến");
  gtk_widget_grab_focus (hand_find_field ("Maximum"));
  hand_type ("5");
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpint (count_of (window), ==, n + 1);
  group = get_group (window, 0);
  g_assert_cmpint (get_selected (page), ==,
                   ((const BvRecord *) g_ptr_array_index (group->criteria, group->criteria->len - 1))->id);
}

/* From the details the next record follows, past what is none. */
static void
test_steps (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  const BvGroup *group = get_group (window, 0);
  gint64 last = ((const BvRecord *) g_ptr_array_index (group->criteria, group->criteria->len - 1))->id;

  choose (window, page, last);
  g_assert_true (bv_table_page_step (BV_TABLE_PAGE (page), 1));
  g_assert_cmpint (get_selected (page), ==, get_group (window, 1)->record.id);
  g_assert_true (bv_table_page_step (BV_TABLE_PAGE (page), -1));
  g_assert_cmpint (get_selected (page), ==, last);
  hand_press (GDK_KEY_End, 0);
  g_assert_cmpint (get_selected (page), <, 0);
  g_assert_false (bv_table_page_step (BV_TABLE_PAGE (page), 1));
  bv_window_search (window, "Add a");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (page)), ==, 0);
}

static GtkWidget *
find_ticks (void)
{
  return hand_find_inside (GTK_WIDGET (hand_get_window ()), BV_TYPE_CRITERIA_TICKS);
}

static void
open_copying (BvWindow *window, BvCriteriaPage *page)
{
  choose (window, page, get_group (window, 3)->record.id);
  hand_click ("Copy from another group…");
  g_assert_nonnull (fixture_wait_for_window ("copying"));
  g_assert_nonnull (find_ticks ());
}

/* That which has most is offered first, with all of it ticked. */
static void
test_copy (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  guint n = bv_criterion_sum_count (get_group (window, 3));
  guint n_more = bv_criterion_sum_count (get_group (window, 1));

  open_copying (window, page);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (hand_get_window ()), "goes from 100,00 to 200,00"));
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpuint (bv_criterion_sum_count (get_group (window, 3)), ==, n + n_more);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (bv_criterion_sum_count (get_group (window, 3)), ==, n);
}

/* A tick of a section is that of all in it; nothing ticked, nothing to copy. */
static void
test_choice (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  guint n = get_group (window, 3)->criteria->len;
  GtkWidget *tick;
  g_autoptr (GPtrArray) copies = NULL;

  open_copying (window, page);
  tick = hand_find_inside (find_ticks (), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), FALSE);
  g_assert_false (gtk_widget_is_sensitive (hand_find ("Copy")));
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_true (hand_get_window () != GTK_WINDOW (window));
  tick = hand_find_inside (gtk_widget_get_next_sibling (gtk_widget_get_first_child (find_ticks ())),
                           GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  copies = bv_criteria_ticks_copy (BV_CRITERIA_TICKS (find_ticks ()));
  g_assert_cmpuint (copies->len, ==, 1);
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpuint (get_group (window, 3)->criteria->len, ==, n + 1);
  g_assert_cmpint (get_selected (page), ==,
                   ((const BvRecord *) g_ptr_array_index (get_group (window, 3)->criteria, n))->id);
}

/* One group alone: the button says why. */
static void
test_alone (BvWindow *window)
{
  GtkWidget *button;

  fixture_load_sealable (window, FALSE);
  fixture_show_criteria (window);
  button = gtk_widget_get_ancestor (hand_find ("Copy from another group…"), GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "There is no other group to copy from");
}

/* As somebody else would: the page shows the rows anew. */
static void
set_name (BvWindow *window, gint64 group)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvRecord) record
    = bv_edit_read (bv_session_get_library (session), &bv_group_entity, group, NULL);

  g_free (((BvGroup *) record)->name);
  ((BvGroup *) record)->name = g_strdup ("Khối khác");
  g_assert_true (
    bv_edit_update (bv_session_get_library (session), bv_session_get_campaign (session), record, NULL));
  fixture_settle (window);
}

/* What was cut goes only after the question; given up, it does not take the selection either. */
static void
test_given_up (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  gint64 leaf = ((const BvRecord *) g_ptr_array_index (get_group (window, 0)->criteria, 0))->id;
  gint64 target = get_group (window, 3)->record.id;

  choose (window, page, leaf);
  hand_press (GDK_KEY_x, GDK_CONTROL_MASK);
  choose (window, page, target);
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
  g_assert_nonnull (fixture_wait_for_window ("loss"));
  hand_click ("Cancel");
  fixture_settle (window);
  set_name (window, target);
  g_assert_cmpint (get_selected (page), ==, target);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/criteria-groups/a-group-moves-by-alt-and-an-arrow", test_order);
  fixture_add ("/criteria-groups/the-end-of-a-group-offers-a-criterion", test_offer);
  fixture_add ("/criteria-groups/what-offers-something-is-no-record", test_steps);
  fixture_add ("/criteria-groups/criteria-come-from-another-group", test_copy);
  fixture_add ("/criteria-groups/some-of-them-are-chosen", test_choice);
  fixture_add ("/criteria-groups/what-is-cut-and-given-up-is-not-selected", test_given_up);
  fixture_add_empty ("/criteria-groups/one-group-alone-has-none-to-copy-from", test_alone);
  return g_test_run ();
}
