/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/criteria/criteria-rows.h"
#include "app/form/field-note.h"
#include "core/tree/criterion-tree.h"
#include "hand.h"
#include "store/edit.h"
#include "store/rule-reach.h"

#include <string.h>

static const BvCampaign *
get_head (BvWindow *window)
{
  return bv_session_get_head (bv_window_get_session (window));
}

static const BvGroup *
get_group (BvWindow *window, guint i)
{
  return g_ptr_array_index (get_head (window)->groups, i);
}

static const BvCriterion *
get_criterion (BvWindow *window, guint group, guint i)
{
  return g_ptr_array_index (get_group (window, group)->criteria, i);
}

static void
choose (BvWindow *window, BvCriteriaPage *page, gint64 id)
{
  g_assert_true (bv_table_page_select (BV_TABLE_PAGE (page), id));
  fixture_settle (window);
}

static gint64
get_selected (BvCriteriaPage *page)
{
  return bv_row_get_id (bv_table_page_get_selected (BV_TABLE_PAGE (page)));
}

static char *
write_codes (BvWindow *window, guint group)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < get_group (window, group)->criteria->len; i++)
    g_string_append_printf (text, "%s ", get_criterion (window, group, i)->code);
  return g_strdup (text->str);
}

static void
check_codes (BvWindow *window, guint group, const char *expected)
{
  g_autofree char *codes = NULL;

  fixture_settle (window);
  codes = write_codes (window, group);
  g_assert_cmpstr (codes, ==, expected);
}

static guint
count_answers (BvWindow *window, gint64 criterion)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GHashTable) answers
    = bv_rule_reach_list_answers (bv_session_get_library (session), bv_session_get_campaign (session), NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (answers, &criterion));
}

static void
focus_field (BvWindow *window, const char *title)
{
  g_assert_true (gtk_widget_grab_focus (hand_find_field (title)));
  fixture_settle (window);
}

/* The tree is folded by keys: what is below is not there, nor what offers to add something there. */
static void
test_folding (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  guint n_all = fixture_count_rows (BV_TABLE_PAGE (page));

  choose (window, page, get_group (window, 0)->record.id);
  hand_press (GDK_KEY_Left, 0);
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (page)), ==, n_all - 7);
  hand_press (GDK_KEY_Right, 0);
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (page)), ==, n_all);
  hand_press (GDK_KEY_Right, 0);
  g_assert_cmpint (get_selected (page), ==, get_criterion (window, 0, 0)->record.id);
  hand_press (GDK_KEY_Left, 0);
  g_assert_cmpint (get_selected (page), ==, get_group (window, 0)->record.id);
  hand_press (GDK_KEY_Left, 0);
  bv_window_search (window, "kỷ luật");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (page)), ==, 6);
  g_assert_cmpint (get_selected (page), !=, get_group (window, 0)->record.id);
  bv_window_clear_search (window);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (page)), ==, n_all - 7);
}

static void
test_move (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  gint64 second = get_criterion (window, 0, 1)->record.id;
  guint n_answers = count_answers (window, second);

  choose (window, page, second);
  hand_press (GDK_KEY_Down, GDK_ALT_MASK);
  check_codes (window, 0, "1 3 2 4 5 6 ");
  g_assert_cmpint (get_selected (page), ==, second);
  g_assert_cmpuint (count_answers (window, second), ==, n_answers);
  hand_press (GDK_KEY_Up, GDK_ALT_MASK);
  hand_press (GDK_KEY_Up, GDK_ALT_MASK);
  check_codes (window, 0, "2 1 3 4 5 6 ");
  fixture_undo (window);
  check_codes (window, 0, "1 2 3 4 5 6 ");
}

/* It goes into the section before it and out again, also where that is folded up. */
static void
test_indent (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  gint64 group = get_group (window, 2)->record.id;
  gint64 section = get_criterion (window, 2, 0)->record.id;
  gint64 leaf = get_criterion (window, 2, 1)->record.id;
  BvCriterionPlace place;

  g_assert_false (bv_criterion_is_leaf (get_criterion (window, 2, 0)));
  g_assert_true (bv_criteria_page_set_open (page, section, FALSE));
  choose (window, page, leaf);
  hand_press (GDK_KEY_Right, GDK_ALT_MASK);
  fixture_settle (window);
  g_assert_true (bv_criterion_place_find (get_head (window)->groups, leaf, &place));
  g_assert_cmpint (place.section, ==, section);
  g_assert_cmpint (get_selected (page), ==, leaf);
  hand_press (GDK_KEY_Left, GDK_ALT_MASK);
  fixture_settle (window);
  g_assert_true (bv_criterion_place_find (get_head (window)->groups, leaf, &place));
  g_assert_cmpint (place.section, ==, 0);
  g_assert_cmpint (place.group, ==, group);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  return NULL;
}

/* Where the middle of the row is in the table. */
static void
find_middle (BvWindow *window, BvCriteriaPage *page, gint64 id, double *x, double *y)
{
  GtkWidget *view = GTK_WIDGET (bv_table_page_get_view (BV_TABLE_PAGE (page)));
  GtkWidget *row;
  graphene_rect_t place;

  g_assert_true (bv_table_page_select (BV_TABLE_PAGE (page), id));
  fixture_settle (window);
  for (row = gtk_widget_get_first_child (gtk_widget_get_last_child (view));
       row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0;
       row = gtk_widget_get_next_sibling (row))
    ;
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, view, &place));
  *x = place.origin.x + 60;
  *y = place.origin.y + place.size.height / 2;
}

/* What GTK calls when a row is dragged onto another; what lies between is GTK's. */
static void
test_drag (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  GtkWidget *view = GTK_WIDGET (bv_table_page_get_view (BV_TABLE_PAGE (page)));
  gint64 first = get_criterion (window, 0, 0)->record.id;
  gint64 third = get_criterion (window, 0, 2)->record.id;
  g_auto (GValue) dragged = G_VALUE_INIT;
  g_autoptr (GdkContentProvider) content = NULL;
  gboolean taken = FALSE;
  GdkDragAction action = 0;
  double x, y;

  g_value_init (&dragged, G_TYPE_INT64);
  find_middle (window, page, first, &x, &y);
  g_signal_emit_by_name (find_controller (view, GTK_TYPE_DRAG_SOURCE), "prepare", x, y, &content);
  g_assert_true (gdk_content_provider_get_value (content, &dragged, NULL));
  g_assert_cmpint (g_value_get_int64 (&dragged), ==, first);
  find_middle (window, page, third, &x, &y);
  g_signal_emit_by_name (find_controller (view, GTK_TYPE_DROP_TARGET), "motion", x, y, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
  g_signal_emit_by_name (find_controller (view, GTK_TYPE_DROP_TARGET), "drop", &dragged, x, y, &taken);
  g_assert_true (taken);
  fixture_settle (window);
  check_codes (window, 0, "2 3 1 4 5 6 ");
  g_assert_cmpint (get_selected (page), ==, first);
  fixture_undo (window);
  check_codes (window, 0, "1 2 3 4 5 6 ");
}

static gboolean
says_sum (gpointer window)
{
  return fixture_find_said (window, "sum becomes 105,00, not 100,00") != NULL;
}

static void
test_consequence (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  const BvCriterion *leaf = get_criterion (window, 0, 1);

  choose (window, page, leaf->record.id);
  g_assert_cmpint (leaf->max, ==, 3000);
  focus_field (window, "Maximum");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "From 0,00 to 1.000.000,00."));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "Below 28,50 it cuts points that were given."));
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type ("35");
  fixture_wait (says_sum, window, "what the maximum leads to");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "195 nominees are ranked anew"));
  g_assert_cmpint (get_criterion (window, 0, 1)->max, ==, 3000);
  hand_press (GDK_KEY_Return, 0);
  fixture_settle (window);
  g_assert_cmpint (get_criterion (window, 0, 1)->max, ==, 3500);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "sum to 105,00 points"));
}

/* A maximum below points that were given is kept only with them cut to it. */
static void
test_cut (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);

  choose (window, page, get_criterion (window, 0, 1)->record.id);
  focus_field (window, "Maximum");
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type ("20");
  hand_press (GDK_KEY_Return, 0);
  g_assert_nonnull (fixture_wait_for_window ("loss"));
  g_assert_cmpint (get_criterion (window, 0, 1)->max, ==, 3000);
  hand_click ("Cancel");
  fixture_settle (window);
  g_assert_cmpint (get_criterion (window, 0, 1)->max, ==, 3000);
  focus_field (window, "Maximum");
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type ("20");
  hand_press (GDK_KEY_Return, 0);
  g_assert_nonnull (fixture_wait_for_window ("loss"));
  hand_click ("Change and cut 22 scores");
  fixture_settle (window);
  g_assert_cmpint (get_criterion (window, 0, 1)->max, ==, 2000);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpint (get_criterion (window, 0, 1)->max, ==, 3000);
}

/* Another kind has other fields; what does not fit it goes only where that is wanted. */
static void
test_kind (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  BvSession *session = bv_window_get_session (window);
  gint64 group = get_group (window, 3)->record.id;
  g_autoptr (BvRecord) owned = bv_record_new (&bv_criterion_entity);
  BvCriterion *criterion = (BvCriterion *) owned;

  g_free (criterion->code);
  criterion->code = g_strdup ("9");
  g_free (criterion->title);
  criterion->title = g_strdup ("Mới");
  criterion->kind = BV_CRITERION_POINTS;
  criterion->max = 500;
  g_assert_true (bv_edit_add (bv_session_get_library (session), bv_session_get_campaign (session), group,
                              criterion, NULL));
  fixture_settle (window);
  choose (window, page, criterion->record.id);
  g_assert_null (fixture_find_said (GTK_WIDGET (window), "Items"));
  focus_field (window, "Kind");
  hand_press (GDK_KEY_c, 0);
  fixture_settle (window);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "Items"));
  g_assert_cmpint (bv_criterion_tree_find (get_head (window)->groups, criterion->record.id)->kind, ==,
                   BV_CRITERION_CHECKLIST);
}

static void
test_removal (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  gint64 first = get_criterion (window, 0, 0)->record.id;

  choose (window, page, first);
  g_assert_true (bv_page_focus_part (bv_window_get_visible_page (window), BV_PAGE_MAIN));
  hand_press (GDK_KEY_Delete, 0);
  g_assert_nonnull (fixture_wait_for_window ("loss"));
  hand_click ("Remove and drop 26 answers");
  check_codes (window, 0, "2 3 4 5 6 ");
  fixture_undo (window);
  check_codes (window, 0, "1 2 3 4 5 6 ");
  g_assert_cmpuint (count_answers (window, first), ==, 26);
}

static void
test_copy (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);

  choose (window, page, get_criterion (window, 0, 5)->record.id);
  hand_press (GDK_KEY_c, GDK_CONTROL_MASK);
  choose (window, page, get_group (window, 3)->record.id);
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
  check_codes (window, 3, "1 2 6 ");
  g_assert_cmpint (get_selected (page), ==, get_criterion (window, 3, 2)->record.id);
  g_assert_cmpuint (count_answers (window, get_criterion (window, 3, 2)->record.id), ==, 0);
}

static gboolean
has_pasted (gpointer window)
{
  return get_group (window, 3)->criteria->len > 2;
}

/* Rows of Excel are criteria; what is no criterion says so, and nothing is written. */
static void
test_block (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  choose (window, page, get_group (window, 3)->record.id);
  gdk_clipboard_set_text (clipboard, "7\tTham mưu kịp thời\t15\n8\tSáng kiến cấp tỉnh\t7,5\n");
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
  fixture_wait (has_pasted, window, "the criteria");
  check_codes (window, 3, "1 2 7 8 ");
  g_assert_cmpint (get_criterion (window, 3, 3)->max, ==, 750);
  fixture_undo (window);
  check_codes (window, 3, "1 2 ");
}

/* What other programs put on the clipboard beside the text, and the codes and points that come of it. */
static const struct
{
  const char *html;
  const char *text;
  const char *codes;
  gint64 first; /* points in 1/100 */
} tables[] = {
  /* Excel: a cell of two lines, one over two columns, a number of which the cell shows less. */
  { "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style><!--td {white-space:nowrap;}--></style></head>"
    "<body><table width=300 style='border-collapse:collapse'>\r\n<!--StartFragment-->\r\n <col width=64>\r\n"
    " <tr height=20><td>TT</td><td colspan=2>Tiêu chí</td><td>Điểm tối đa</td></tr>\r\n"
    " <tr height=40><td align=right x:num>7</td><td colspan=2>Tham mưu<br>\r\n    kịp thời</td>"
    "<td align=right x:num=\"12.5\">12,5</td></tr>\r\n"
    " <tr height=20><td align=right x:num>8</td><td colspan=2>Sáng kiến</td><td align=right x:num>5</td></tr>\r\n"
    "<!--EndFragment-->\r\n</table></body></html>",
    "TT\tTiêu chí\t\tĐiểm tối đa\r\n7\t\"Tham mưu\nkịp thời\"\t\t12,5\r\n8\tSáng kiến\t\t5\r\n", "1 2 7 8 ",
    1250 },
  /* Word: numbers that it writes by itself; of the text a cell of two paragraphs would be two lines. */
  { "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body lang=VI><!--StartFragment-->"
    "<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=40><p class=MsoListParagraph>"
    "<![if !supportLists]><span style='mso-list:Ignore'>7.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; "
    "</span></span><![endif]><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal>Tham mưu<o:p></o:p></p>"
    "<p class=MsoNormal>kịp thời<o:p></o:p></p></td><td><p class=MsoNormal>15<o:p></o:p></p></td></tr>"
    "<tr><td><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>8.<span>&nbsp;&nbsp; </span>"
    "</span><![endif]><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal>Sáng kiến</p></td><td><p>7,5</p></td></tr></table>"
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>",
    "7.\tTham mưu\nkịp thời\t15\n8.\tSáng kiến\t7,5\n", "1 2 7 8 ", 1500 },
  /* Word: what stands above the table belongs to it, so the text is read. */
  { "<html><body><p class=MsoNormal>7. Tham mưu kịp thời: 9 điểm</p><table><tr><td><p>8.</p></td><td><p>Sáng kiến</p></td>"
    "<td><p>7,5</p></td></tr></table></body></html>",
    "7. Tham mưu kịp thời: 9 điểm\n8.\tSáng kiến\t7,5\n", "1 2 7 8 ", 900 },
};

static void
test_tables (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      choose (window, page, get_group (window, 3)->record.id);
      fixture_copy_both (window, tables[i].html, tables[i].text);
      hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
      fixture_wait (has_pasted, window, "the criteria");
      check_codes (window, 3, tables[i].codes);
      g_assert_cmpstr (get_criterion (window, 3, 2)->title, ==, "Tham mưu kịp thời");
      g_assert_cmpint (get_criterion (window, 3, 2)->max, ==, tables[i].first);
      fixture_undo (window);
      check_codes (window, 3, "1 2 ");
    }
}

/* From nothing, by keys alone. */
static void
test_new (BvWindow *window)
{
  fixture_load_sealable (window, FALSE);
  fixture_show_criteria (window);
  hand_press (GDK_KEY_End, 0);
  hand_press (GDK_KEY_Return, 0);
  hand_type ("Khối xã");
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpuint (get_head (window)->groups->len, ==, 2);
  g_assert_cmpstr (get_group (window, 1)->key, ==, "khoi-xa");
  bv_page_focus_part (bv_window_get_visible_page (window), BV_PAGE_MAIN);
  hand_press (GDK_KEY_n, GDK_CONTROL_MASK);
  focus_field (window, "Title");
  hand_type ("Chuyển đổi số");
  focus_field (window, "Maximum");
  hand_type ("100");
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  check_codes (window, 1, "1 ");
  g_assert_cmpstr (get_criterion (window, 1, 0)->title, ==, "Chuyển đổi số");
  g_assert_cmpint (get_criterion (window, 1, 0)->max, ==, 10000);
}

static void
test_title (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);

  choose (window, page, get_criterion (window, 0, 0)->record.id);
  hand_press (GDK_KEY_F2, 0);
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type ("Kế hoạch");
  hand_press (GDK_KEY_Return, 0);
  fixture_settle (window);
  g_assert_cmpstr (get_criterion (window, 0, 0)->title, ==, "Kế hoạch");
}

/* The rows are made anew when it is folded out. */
static void
test_new_in_what_is_folded_up (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);

  choose (window, page, get_group (window, 0)->record.id);
  hand_press (GDK_KEY_Left, 0);
  hand_press (GDK_KEY_n, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_true (hand_get_window () != GTK_WINDOW (window));
  hand_type ("7");
  hand_press (GDK_KEY_Escape, 0);
  fixture_settle (window);
  g_assert_cmpint (get_selected (page), ==, get_group (window, 0)->record.id);
}

static int
get_title_height (void)
{
  return gtk_widget_get_height (hand_find_inside (hand_find_field ("Title"), BV_TYPE_FIELD_NOTE));
}

/* A long title is seen as a whole, also in the form that was not there before. */
static void
test_long_title (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);
  int height;

  choose (window, page, get_criterion (window, 0, 1)->record.id);
  height = get_title_height ();
  choose (window, page, get_criterion (window, 0, 0)->record.id);
  choose (window, page, get_criterion (window, 0, 1)->record.id);
  g_assert_cmpint (get_title_height (), ==, height);
}

static void
test_lead_unit (BvWindow *window)
{
  g_autoptr (BvCampaign) head = bv_record_copy (get_head (window));
  g_autoptr (BvCriteriaRows) rows = NULL;

  ((BvGroup *) g_ptr_array_index (head->groups, 0))->assessed_by = BV_ASSESSED_BY_LEAD;
  rows = bv_criteria_rows_new (head, NULL, NULL, NULL, FALSE);
  g_assert_true (
    g_str_has_suffix (bv_table_get_text (rows->table, 0, BV_CRITERIA_NAME), "scored by the lead unit"));
}

/* What is typed chooses it, as in any list. */
static void
test_assessor (BvWindow *window)
{
  BvCriteriaPage *page = fixture_show_criteria (window);

  choose (window, page, get_group (window, 0)->record.id);
  focus_field (window, "Lead unit");
  hand_press (GDK_KEY_v, 0);
  fixture_settle (window);
  g_assert_cmpstr (get_group (window, 0)->assessor, ==, "VPUBNDT");
  choose (window, page, get_criterion (window, 0, 0)->record.id);
  focus_field (window, "Scored by");
  hand_press (GDK_KEY_t, 0);
  fixture_settle (window);
  g_assert_cmpstr (get_criterion (window, 0, 0)->assessor, ==, "TTT");
  fixture_undo (window);
  fixture_settle (window);
  g_assert_null (get_criterion (window, 0, 0)->assessor);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/criteria/left-and-right-fold-the-tree-which-is-searched-as-a-whole", test_folding);
  fixture_add ("/criteria/one-moves-by-alt-and-an-arrow-and-keeps-its-answers", test_move);
  fixture_add ("/criteria/one-goes-into-a-section-and-out-again", test_indent);
  fixture_add ("/criteria/one-is-dragged-behind-another", test_drag);
  fixture_add ("/criteria/what-a-maximum-leads-to-is-said-before-it-is-kept", test_consequence);
  fixture_add ("/criteria/a-maximum-below-given-points-asks-to-cut-them", test_cut);
  fixture_add ("/criteria/another-kind-has-other-fields", test_kind);
  fixture_add ("/criteria/a-removal-says-how-many-answers-go", test_removal);
  fixture_add ("/criteria/a-copy-comes-into-another-group-without-answers", test_copy);
  fixture_add ("/criteria/rows-of-a-workbook-are-pasted-as-criteria", test_block);
  fixture_add ("/criteria/tables-of-other-programs-are-pasted-as-criteria", test_tables);
  fixture_add_empty ("/criteria/a-group-and-its-criteria-are-made-by-keys", test_new);
  fixture_add ("/criteria/what-is-new-comes-into-a-group-that-is-folded-up", test_new_in_what_is_folded_up);
  fixture_add ("/criteria/a-group-says-that-a-lead-unit-scores-it", test_lead_unit);
  fixture_add ("/criteria/who-scores-a-group-or-a-criterion-is-chosen", test_assessor);
  fixture_add ("/criteria/a-title-is-edited-in-its-cell", test_title);
  fixture_add ("/criteria/a-long-title-is-seen-as-a-whole-at-once", test_long_title);
  return g_test_run ();
}
