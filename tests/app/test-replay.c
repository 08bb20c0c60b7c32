/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/page/tabs.h"
#include "app/rules/rules-page.h"
#include "app/scoring/scoring-page.h"
#include "core/quota.h"
#include "store/edit.h"

#include <string.h>

/* Undo and redo lead to what they are about. */

#define UNIT "Sở Y tế"
#define CODE "2"

/* Writes something into a text of the record. */
static void
write_text (BvWindow *window, const BvEntity *entity, gint64 id, gsize member)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record = bv_edit_read (bv_session_get_library (session), entity, id, &error);
  char **value;

  g_assert_no_error (error);
  value = &G_STRUCT_MEMBER (char *, record, member);
  g_free (*value);
  *value = g_strdup ("Chị Út");
  bv_edit_update (bv_session_get_library (session), bv_session_get_campaign (session), record, &error);
  g_assert_no_error (error);
  fixture_settle (window);
}

static void
write_score (BvWindow *window, gint64 nominee)
{
  BvSession *session = bv_window_get_session (window);
  gint64 campaign = bv_session_get_campaign (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record = (BvRecord *) bv_edit_read_assessment (bv_session_get_library (session),
                                                                      campaign, nominee, CODE, &error);

  g_assert_no_error (error);
  ((BvAssessment *) record)->verified = 1250;
  bv_edit_write_assessment (bv_session_get_library (session), campaign, nominee, (BvAssessment *) record,
                            &error);
  g_assert_no_error (error);
  fixture_settle (window);
}

static const char *
get_shown (BvWindow *window)
{
  return bv_page_get_info (bv_window_get_visible_page (window))->key;
}

static void
check_row (BvTablePage *page, gint64 id)
{
  BvRow *row = bv_table_page_get_selected (page);

  g_assert_nonnull (row);
  g_assert_cmpint (bv_row_get_id (row), ==, id);
}

static void
undo (BvWindow *window)
{
  fixture_undo (window);
  fixture_settle (window);
  g_assert_true (g_str_has_prefix (bv_status_bar_get_message (bv_window_get_status_bar (window)), "Undo: "));
}

static void
redo (BvWindow *window)
{
  fixture_redo (window);
  fixture_settle (window);
  g_assert_true (g_str_has_prefix (bv_status_bar_get_message (bv_window_get_status_bar (window)), "Redo: "));
}

static void
check_cell (BvWindow *window, gint64 nominee, const char *code)
{
  BvScoringPage *page = BV_SCORING_PAGE (bv_window_get_visible_page (window));
  BvScoreSpot spot = bv_score_sheet_get_cursor (bv_scoring_page_get_sheet (page));

  g_assert_cmpint (bv_score_model_get_entrant (bv_scoring_page_get_model (page), spot.row)->id, ==, nominee);
  g_assert_cmpstr (bv_score_model_get_leaf (bv_scoring_page_get_model (page), spot.column)->code, ==, code);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
}

/* Of a score it is its cell of the sheet, from whatever page and group. */
static void
test_score (BvWindow *window)
{
  BvTabs *tabs;
  gint64 nominee;
  gint64 group;

  fixture_show (window, "nominees");
  nominee = fixture_select (window, UNIT);
  write_score (window, nominee);
  fixture_show (window, "units");
  undo (window);
  g_assert_cmpstr (get_shown (window), ==, "scoring");
  check_cell (window, nominee, CODE);
  tabs
    = BV_PAGE_GET_IFACE (bv_window_get_visible_page (window))->get_tabs (bv_window_get_visible_page (window));
  group = bv_tabs_get_chosen (tabs);
  bv_page_step_tab (bv_window_get_visible_page (window), 1);
  fixture_settle (window);
  g_assert_cmpint (bv_tabs_get_chosen (tabs), !=, group);
  redo (window);
  g_assert_cmpint (bv_tabs_get_chosen (tabs), ==, group);
  check_cell (window, nominee, CODE);
  bv_window_show_page (window, "rules");
  fixture_settle (window);
  undo (window);
  g_assert_cmpstr (get_shown (window), ==, "scoring");
  check_cell (window, nominee, CODE);
}

/* Where the page is shown the focus stays, and so does what is searched if the row is among it. */
static void
test_same_page (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  gint64 nominee = fixture_select (window, UNIT);
  GtkWidget *focus;

  write_score (window, nominee);
  fixture_select (window, "Sở Nội vụ");
  bv_page_focus_part (BV_PAGE (page), BV_PAGE_DETAILS);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  undo (window);
  check_row (page, nominee);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  bv_window_search (window, "so y te");
  fixture_settle (window);
  redo (window);
  check_row (page, nominee);
  g_assert_cmpuint (fixture_count_rows (page), <, 10);
}

/* What hides the row gives way: a search, and the tab of another group. */
static void
test_hidden (BvWindow *window)
{
  const BvCampaign *head = bv_session_get_head (bv_window_get_session (window));
  const BvGroup *group = g_ptr_array_index (head->groups, 1);
  BvTablePage *page = fixture_show (window, "nominees");
  gint64 nominee = fixture_select (window, UNIT);

  write_score (window, nominee);
  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (page), group->record.id);
  bv_window_search (window, "tan chau");
  fixture_settle (window);
  undo (window);
  check_row (page, nominee);
}

static void
test_unit (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "units");
  gint64 unit = fixture_select (window, UNIT);

  write_text (window, &bv_unit_entity, unit, G_STRUCT_OFFSET (BvUnit, contact));
  fixture_show (window, "nominees");
  undo (window);
  g_assert_cmpstr (get_shown (window), ==, "units");
  check_row (page, unit);
}

static void
check_rules (BvWindow *window, BvRulesTab tab, gint64 id)
{
  BvRulesPage *rules = BV_RULES_PAGE (bv_window_get_visible_page (window));

  g_assert_cmpint (bv_tabs_get_chosen (BV_PAGE_GET_IFACE (rules)->get_tabs (BV_PAGE (rules))), ==, tab);
  check_row (BV_TABLE_PAGE (bv_rules_page_get_table (rules)), id);
}

/* The tab is shown that has it, and nothing above it is folded up. */
static void
test_rules (BvWindow *window)
{
  const BvCampaign *head = bv_session_get_head (bv_window_get_session (window));
  const BvGroup *group = g_ptr_array_index (head->groups, 1);
  gint64 of_group = group->record.id;
  gint64 criterion = ((const BvRecord *) g_ptr_array_index (group->criteria, 2))->id;
  gint64 quota = ((const BvRecord *) g_ptr_array_index (head->quotas, 0))->id;
  BvCriteriaPage *page = fixture_show_criteria (window);

  bv_criteria_page_set_open (page, of_group, FALSE);
  write_text (window, &bv_criterion_entity, criterion, G_STRUCT_OFFSET (BvCriterion, title));
  write_text (window, &bv_quota_entity, quota, G_STRUCT_OFFSET (BvQuota, name));
  fixture_show (window, "nominees");
  undo (window);
  check_rules (window, BV_RULES_TAB_QUOTAS, quota);
  undo (window);
  check_rules (window, BV_RULES_TAB_CRITERIA, criterion);
}

/* What is not there any more cannot be selected, but its page is shown. */
static void
test_gone (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvTablePage *page = fixture_show (window, "nominees");
  gint64 nominee = fixture_select (window, UNIT);
  g_autoptr (GError) error = NULL;

  bv_edit_remove (bv_session_get_library (session), bv_session_get_campaign (session), &bv_nominee_entity,
                  nominee, &error);
  g_assert_no_error (error);
  fixture_show (window, "units");
  undo (window);
  g_assert_cmpstr (get_shown (window), ==, "nominees");
  check_row (page, nominee);
  fixture_show (window, "units");
  redo (window);
  g_assert_cmpstr (get_shown (window), ==, "nominees");
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), !=, nominee);
}

/* A campaign that comes or goes leaves the page as it is. */
static void
test_campaign (BvWindow *window)
{
  fixture_show (window, "units");
  fixture_make_campaign (window);
  fixture_settle (window);
  g_assert_cmpstr (get_shown (window), ==, "units");
  undo (window);
  g_assert_cmpstr (get_shown (window), ==, "units");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/replay/a-score-leads-to-its-cell", test_score);
  fixture_add ("/replay/on-its-page-the-focus-stays", test_same_page);
  fixture_add ("/replay/what-hides-the-row-gives-way", test_hidden);
  fixture_add ("/replay/a-unit-is-shown", test_unit);
  fixture_add ("/replay/rules-are-shown-in-their-tab", test_rules);
  fixture_add ("/replay/what-is-gone-leads-to-its-page", test_gone);
  fixture_add ("/replay/a-campaign-leads-nowhere", test_campaign);
  return g_test_run ();
}
