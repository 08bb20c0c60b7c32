/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/form/record-form.h"
#include "app/rules/rules-page.h"
#include "app/session/replay-job.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/share.h"
#include "hand.h"
#include "store/edit.h"
#include "store/journal.h"

#include <string.h>

static BvRulesPage *
show (BvWindow *window, BvRulesTab tab)
{
  BvRulesPage *page;

  bv_window_show_page (window, "rules");
  fixture_settle (window);
  page = BV_RULES_PAGE (bv_window_get_visible_page (window));
  bv_rules_page_show_tab (page, tab);
  fixture_settle (window);
  return page;
}

static const BvCampaign *
get_head (BvWindow *window)
{
  return bv_session_get_head (bv_window_get_session (window));
}

static guint
count_actions (BvWindow *window)
{
  g_autoptr (GPtrArray) actions
    = bv_journal_list (bv_session_get_library (bv_window_get_session (window)), 100, NULL);

  return actions->len;
}

static void
focus_field (BvWindow *window, const char *title)
{
  g_assert_true (gtk_widget_grab_focus (hand_find_field (title)));
  fixture_settle (window);
}

static void
type_over (const char *text)
{
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type (text);
  hand_press (GDK_KEY_Return, 0);
}

static void
test_field (BvWindow *window)
{
  guint n_before = count_actions (window);

  show (window, BV_RULES_TAB_GENERAL);
  g_assert_null (fixture_find_said (GTK_WIDGET (window), "little room"));
  focus_field (window, "Short title");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "little room"));
  type_over ("PAPI tỉnh");
  fixture_settle (window);
  g_assert_cmpstr (get_head (window)->short_name, ==, "PAPI tỉnh");
  g_assert_cmpuint (count_actions (window), ==, n_before + 1);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpstr (get_head (window)->short_name, ==, "PAPI 2021");
}

static void
test_refused (BvWindow *window)
{
  show (window, BV_RULES_TAB_GENERAL);
  focus_field (window, "Ends on");
  type_over ("1/1/2020");
  fixture_settle (window);
  g_assert_cmpint (get_head (window)->ends, ==, 20211231);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "lies before the first day"));
  hand_press (GDK_KEY_Escape, 0);
  fixture_settle (window);
  g_assert_null (fixture_find_said (GTK_WIDGET (window), "lies before the first day"));
}

static void
test_share (BvWindow *window)
{
  show (window, BV_RULES_TAB_COUNCIL);
  focus_field (window, "Votes needed");
  type_over ("3/4");
  fixture_settle (window);
  g_assert_cmpint (get_head (window)->council_threshold, ==, bv_share_parse ("3/4", NULL));
}

static void
test_ties (BvWindow *window)
{
  BvRulesPage *page = show (window, BV_RULES_TAB_TIES);
  const GArray *chain = get_head (window)->tie_chain;
  gint64 first = g_array_index (chain, gint64, 0);
  gint64 second = g_array_index (chain, gint64, 1);
  guint n = chain->len;

  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "255 nominees anew"));
  hand_press (GDK_KEY_Down, GDK_ALT_MASK);
  chain = get_head (window)->tie_chain;
  g_assert_cmpint (g_array_index (chain, gint64, 0), ==, second);
  g_assert_cmpint (g_array_index (chain, gint64, 1), ==, first);
  hand_press (GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpint (g_array_index (get_head (window)->tie_chain, gint64, 0), ==, first);
  hand_press (GDK_KEY_space, 0);
  chain = get_head (window)->tie_chain;
  g_assert_cmpuint (chain->len, ==, n - 1);
  g_assert_cmpint (g_array_index (chain, gint64, 0), ==, second);
  hand_press (GDK_KEY_space, 0);
  chain = get_head (window)->tie_chain;
  g_assert_cmpint (g_array_index (chain, gint64, n - 1), ==, first);
}

static void
rename_group (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  const BvRecord *first = g_ptr_array_index (get_head (window)->groups, 0);
  g_autoptr (BvRecord) group
    = bv_edit_read (bv_session_get_library (session), &bv_group_entity, first->id, NULL);

  g_free (((BvGroup *) group)->name);
  ((BvGroup *) group)->name = g_strdup ("Khối khác");
  g_assert_true (
    bv_edit_update (bv_session_get_library (session), bv_session_get_campaign (session), group, NULL));
  fixture_settle (window);
}

/* As while something else is undone. */
static void
test_refused_ties (BvWindow *window)
{
  BvRulesPage *page = show (window, BV_RULES_TAB_TIES);
  guint n = get_head (window)->tie_chain->len;
  GtkWidget *tick;

  rename_group (window);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  tick = hand_find_inside (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  bv_replay_job_start (bv_window_get_session (window), FALSE);
  g_assert_false (bv_session_is_writable (bv_window_get_session (window)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), FALSE);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "while something is undone"));
  fixture_settle (window);
  g_assert_cmpuint (get_head (window)->tie_chain->len, ==, n);
}

static void
test_bases (BvWindow *window)
{
  g_autofree char *bases = NULL;

  show (window, BV_RULES_TAB_PAPERS);
  focus_field (window, "Submission date");
  hand_type ("1/8/2025");
  hand_press (GDK_KEY_Return, 0);
  hand_click ("Bases of the date");
  fixture_settle (window);
  bases = g_strjoinv ("\n", get_head (window)->legal_bases);
  g_assert_nonnull (strstr (bases, "152/2025/NĐ-CP"));
}

static void
test_quota (BvWindow *window)
{
  BvRulesPage *page = show (window, BV_RULES_TAB_QUOTAS);
  const BvQuota *quota;

  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  hand_press (GDK_KEY_n, GDK_CONTROL_MASK);
  hand_type ("Cờ thi đua");
  focus_field (window, "Number");
  hand_type ("1");
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpuint (get_head (window)->quotas->len, ==, 3);
  quota = g_ptr_array_index (get_head (window)->quotas, 2);
  g_assert_cmpstr (quota->key, ==, "co-thi-dua");
  g_assert_cmpint (quota->count, ==, 1);
  g_assert_cmpuint (quota->groups->len, ==, 0);
  hand_click ("Sở, ban, ngành tỉnh");
  fixture_settle (window);
  quota = g_ptr_array_index (get_head (window)->quotas, 2);
  g_assert_cmpuint (quota->groups->len, ==, 1);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  hand_press (GDK_KEY_Delete, 0);
  fixture_settle (window);
  g_assert_cmpuint (get_head (window)->quotas->len, ==, 2);
}

static void
check_tables (BvPage *page, const BvEntity *entity)
{
  const char *const *tables = bv_page_get_info (page)->tables;

  for (guint i = 0; i < entity->n_fields; i++)
    if (bv_field_is_child (&entity->fields[i]))
      g_assert_true (g_strv_contains (tables, entity->fields[i].target->name));
}

/* What is undone elsewhere is shown too. */
static void
test_tables (BvWindow *window)
{
  check_tables (bv_rules_page_get_table (show (window, BV_RULES_TAB_QUOTAS)), &bv_quota_entity);
  bv_window_show_page (window, "nominees");
  fixture_settle (window);
  check_tables (BV_PAGE (bv_window_get_visible_page (window)), &bv_nominee_entity);
}

/* What Ctrl+N adds is of the page that is shown. */
static void
test_new (BvWindow *window)
{
  static const char *const pages[][2]
    = { { "rules", "win.add-rule" }, { "nominees", "win.add-nominee" }, { "units", "win.add-unit" } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (GStrv) actions = NULL;

      bv_window_show_page (window, pages[i][0]);
      fixture_settle (window);
      actions = gtk_application_get_actions_for_accel (gtk_window_get_application (GTK_WINDOW (window)),
                                                       "<Control>n");
      g_assert_cmpuint (g_strv_length (actions), ==, 1);
      g_assert_cmpstr (actions[0], ==, pages[i][1]);
    }
}

/* As by two keys that come in one turn. */
static void
test_early_tab (BvWindow *window)
{
  BvRulesPage *page;

  bv_window_show_page (window, "rules");
  page = BV_RULES_PAGE (bv_window_get_visible_page (window));
  bv_rules_page_show_tab (page, BV_RULES_TAB_CRITERIA);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (bv_rules_page_get_table (page))), >, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/rules/a-field-says-what-it-does-and-is-kept-as-one-action", test_field);
  fixture_add ("/rules/what-cannot-be-stays-at-its-field-until-it-is-given-up", test_refused);
  fixture_add ("/rules/a-part-of-the-votes-is-typed-as-people-write-it", test_share);
  fixture_add ("/rules/what-decides-a-tie-is-put-in-order-by-keys", test_ties);
  fixture_add ("/rules/an-order-that-is-refused-comes-back-and-says-why", test_refused_ties);
  fixture_add ("/rules/the-legal-bases-are-those-of-the-date", test_bases);
  fixture_add ("/rules/a-quota-is-added-given-its-groups-and-removed", test_quota);
  fixture_add ("/rules/what-is-new-is-new-of-the-page-that-is-shown", test_new);
  fixture_add ("/rules/a-tab-is-chosen-before-the-page-is-filled", test_early_tab);
  fixture_add ("/rules/pages-hear-of-all-that-their-records-hold", test_tables);
  return g_test_run ();
}
