/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "core/assessment.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "hand.h"
#include "store/campaigns.h"

#include <stdlib.h>

#define MOST 900
#define N_PASTED 40
#define N_TYPED 2
#define N_NOMINEES 10
#define N_CRITERIA 12
#define REQUIRED 6 /* the criterion that must be passed: 2.3 */
#define ADDED_TITLE "Dân vận"

/* Of the two quotas that are changed: how far below the first of all one stands, and the other below it. */
#define N_BELOW 6

/* Of the first three criteria of the first bloc, which had 60 points: ten are left for the added one. */
static const char *const maxima[] = { "20", "18", "12" };

/* The points of the last nominee; each above has one less of the first criterion. */
static const char *const points[N_CRITERIA]
  = { "20", "18", "11", "8", "9", "4", "5", "9", "5", "3", "1", "0" };

static void
click_field (const char *title)
{
  hand_click_widget (hand_find_inside (hand_find_field (title), GTK_TYPE_ENTRY));
}

static void
type_over (const char *text)
{
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type (text);
  hand_press (GDK_KEY_Return, 0);
}

/* A line of a list that is opened, from its first or last one. */
static void
choose_line (const char *shown, guint end, guint n_below)
{
  hand_click (shown);
  hand_press (end, 0);
  for (guint i = 0; i < n_below; i++)
    hand_press (GDK_KEY_Down, 0);
  hand_press (GDK_KEY_Return, 0);
}

static void
make_campaign (BvWindow *window)
{
  hand_begin_stage ("the campaign");
  hand_click ("New campaign…");
  choose_line ("Template: PAPI 2021, plan 1078/KH-SNV", GDK_KEY_Home, 1);
  choose_line ("An Giang since 1 July 2025", GDK_KEY_End, 0);
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_wait_for_campaign (window);
  fixture_settle (window);
}

/* The list that the office has in Excel is chosen and copied there, which is counted, and pasted. */
static void
paste_units (BvWindow *window)
{
  g_autoptr (GString) block = g_string_new ("Mã\tTên đơn vị\tLoại hình\r\n");

  hand_begin_stage ("forty units from Excel");
  for (guint i = 0; i < N_PASTED; i++)
    g_string_append_printf (block, "DV%02u\tCơ quan %02u\tSở\r\n", i + 1, i + 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), block->str);
  hand_count (2);
  hand_press_page ("units");
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
  fixture_settle (window);
}

static void
type_units (BvWindow *window)
{
  hand_begin_stage ("two units by hand");
  for (guint i = N_PASTED; i < N_PASTED + N_TYPED; i++)
    {
      g_autofree char *code = g_strdup_printf ("DV%u", i + 1);
      g_autofree char *name = g_strdup_printf ("Cơ quan %u", i + 1);

      hand_press (GDK_KEY_n, GDK_CONTROL_MASK);
      hand_type (code);
      hand_press (GDK_KEY_Tab, 0);
      hand_type (name);
      hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
      fixture_settle (window);
    }
}

static void
go_down (guint n)
{
  for (guint i = 0; i < n; i++)
    hand_press (GDK_KEY_Page_Down, GDK_ALT_MASK);
}

/* The bloc and its first section stand above them. */
static void
change_maxima (void)
{
  hand_begin_stage ("three maxima");
  hand_press_page ("rules");
  hand_press (GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  go_down (1);
  for (guint i = 0; i < G_N_ELEMENTS (maxima); i++)
    {
      go_down (1);
      click_field ("Maximum");
      type_over (maxima[i]);
    }
}

static void
add_criterion (BvWindow *window)
{
  hand_begin_stage ("a criterion");
  hand_press (GDK_KEY_n, GDK_CONTROL_MASK);
  hand_press (GDK_KEY_Tab, 0);
  hand_type (ADDED_TITLE);
  click_field ("Maximum");
  hand_type ("10");
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
}

static void
set_quota (guint n_below, const char *number)
{
  go_down (n_below);
  click_field ("Number");
  type_over (number);
}

static void
set_quotas (void)
{
  hand_begin_stage ("two quotas");
  hand_press (GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  set_quota (N_BELOW, "1");
  set_quota (N_BELOW, "2");
}

static void
add_nominees (void)
{
  hand_begin_stage ("ten nominees");
  hand_press_page ("nominees");
  hand_click ("Add nominees…");
  for (guint i = 0; i < N_NOMINEES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%02u", i + 1);

      hand_type (number);
      hand_press (GDK_KEY_Return, 0);
    }
  hand_press (GDK_KEY_Escape, 0);
}

/* The last that was added is shown: up the ten for one criterion, and down again for the next. */
static void
score_criterion (BvWindow *window, guint criterion)
{
  guint next = criterion % 2 == 0 ? GDK_KEY_Page_Up : GDK_KEY_Page_Down;

  hand_click_widget (GTK_WIDGET (fixture_get_entry (window, criterion, BV_SCORE_ENTRY_FINAL)));
  for (guint i = 0; i < N_NOMINEES; i++)
    {
      g_autofree char *first = g_strdup_printf ("%d", atoi (points[0]) - (int) i);

      if (i > 0)
        hand_press (next, GDK_ALT_MASK);
      hand_type (criterion == 0 ? first : points[criterion]);
    }
}

/* Points alone do not say that what is required was passed: the second field behind the expander
 * does. */
static void
pass_all (BvWindow *window)
{
  BvCriterionRow *row = bv_criteria_list_get_row (fixture_get_criteria (window), REQUIRED);

  hand_click_widget (hand_find_inside (GTK_WIDGET (row), GTK_TYPE_EXPANDER));
  hand_press (GDK_KEY_Tab, 0);
  hand_press (GDK_KEY_Tab, 0);
  for (guint i = 0; i < N_NOMINEES; i++)
    {
      if (i > 0)
        hand_press (GDK_KEY_Page_Up, GDK_ALT_MASK);
      hand_press (GDK_KEY_y, 0);
    }
}

static void
score (BvWindow *window)
{
  hand_begin_stage ("scores of ten nominees");
  for (guint i = 0; i < N_CRITERIA; i++)
    score_criterion (window, i);
  pass_all (window);
}

static void
rank (BvWindow *window)
{
  hand_begin_stage ("the ranking");
  hand_press_page ("ranking");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (bv_window_get_visible_page (window))), ==, N_NOMINEES);
}

static void
seal (BvWindow *window)
{
  hand_begin_stage ("the seal");
  hand_seal (window);
}

static BvCampaign *
read_library (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign = bv_campaigns_read (bv_session_get_library (session),
                                            bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, &error);

  g_assert_no_error (error);
  return campaign;
}

static void
check_criteria (const BvCampaign *campaign)
{
  const BvGroup *bloc = g_ptr_array_index (campaign->groups, 0);
  const BvCriterion *section = g_ptr_array_index (bloc->criteria, 0);
  const BvCriterion *added = g_ptr_array_index (section->criteria, G_N_ELEMENTS (maxima));

  for (guint i = 0; i < G_N_ELEMENTS (maxima); i++)
    g_assert_cmpint (((BvCriterion *) g_ptr_array_index (section->criteria, i))->max, ==,
                     atoi (maxima[i]) * 100);
  g_assert_cmpstr (added->title, ==, ADDED_TITLE);
  g_assert_cmpint (added->max, ==, 1000);
}

static void
check_quota (const BvCampaign *campaign, const char *key, gint64 count)
{
  for (guint i = 0; i < campaign->quotas->len; i++)
    {
      const BvQuota *quota = g_ptr_array_index (campaign->quotas, i);

      if (g_str_equal (quota->key, key))
        {
          g_assert_cmpint (quota->count, ==, count);
          return;
        }
    }
  g_assert_not_reached ();
}

/* No entry was lost, and nothing is there that nobody entered. */
static void
check_library (BvWindow *window)
{
  g_autoptr (BvCampaign) campaign = read_library (window);

  check_criteria (campaign);
  check_quota (campaign, "bang-khen-noi-chinh", 1);
  check_quota (campaign, "bang-khen-chung", 2);
  g_assert_cmpuint (campaign->units->len, ==, N_PASTED + N_TYPED);
  g_assert_cmpuint (campaign->nominees->len, ==, N_NOMINEES);
  for (guint i = 0; i < N_NOMINEES; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      g_assert_cmpstr (nominee->group, ==, "khoi-noi-chinh");
      g_assert_cmpuint (nominee->assessments->len, ==, N_CRITERIA);
      for (guint k = 0; k < N_CRITERIA; k++)
        g_assert_cmpint (((BvAssessment *) g_ptr_array_index (nominee->assessments, k))->final, ==,
                         (atoi (points[k]) - (k == 0 ? N_NOMINEES - 1 - (int) i : 0)) * 100);
    }
}

static void
test_blocs (BvWindow *window)
{
  make_campaign (window);
  paste_units (window);
  type_units (window);
  change_maxima ();
  add_criterion (window);
  set_quotas ();
  add_nominees ();
  score (window);
  rank (window);
  seal (window);
  hand_end (MOST);
  check_library (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add_empty ("/blocs/a-new-user-comes-from-a-template-to-the-seal-in-900-keys-and-clicks",
                     test_blocs);
  return g_test_run ();
}
