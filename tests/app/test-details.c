/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/nominees/score-dots.h"
#include "hand.h"

#define UNIT "Sở Y tế"

static BvNomineeDetails *
get_details (BvWindow *window)
{
  return bv_nominees_page_get_details (BV_NOMINEES_PAGE (bv_window_get_page (window, "nominees")));
}

static gint64
get_selected (BvWindow *window)
{
  return bv_row_get_id (bv_table_page_get_selected (BV_TABLE_PAGE (bv_window_get_visible_page (window))));
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
score_has_focus (BvWindow *window, guint leaf, BvScoreEntry column)
{
  return has_focus (GTK_WIDGET (fixture_get_entry (window, leaf, column)));
}

static void
focus_score (BvWindow *window, guint leaf, BvScoreEntry column)
{
  bv_criteria_list_fill (fixture_get_criteria (window));
  bv_criterion_row_focus (bv_criteria_list_get_row (fixture_get_criteria (window), leaf), column);
  fixture_settle (window);
  g_assert_true (score_has_focus (window, leaf, column));
}

static void
activate (BvWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  fixture_settle (window);
}

/* Name and total stand above what is scrolled, on every page that has details. */
static void
test_head (BvWindow *window)
{
  static const char *const pages[] = { "nominees", "units", "ranking" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      BvPage *page = BV_PAGE (fixture_show (window, pages[i]));
      GtkWidget *details = BV_PAGE_GET_IFACE (page)->get_part (page, BV_PAGE_DETAILS);
      GtkWidget *head = gtk_widget_get_first_child (details);
      GtkWidget *scroller = gtk_widget_get_last_child (details);
      graphene_rect_t above, below;

      g_assert_false (gtk_widget_is_ancestor (head, scroller));
      g_assert_true (GTK_IS_SCROLLED_WINDOW (scroller));
      g_assert_true (gtk_widget_get_mapped (head));
      g_assert_true (gtk_widget_compute_bounds (head, details, &above));
      g_assert_true (gtk_widget_compute_bounds (scroller, details, &below));
      g_assert_cmpfloat (above.size.height, >, 0);
      g_assert_cmpfloat (below.origin.y, >=, above.origin.y + above.size.height);
      g_assert_cmpint (below.origin.y + below.size.height, ==, gtk_widget_get_height (details));
    }
}

static void
test_rows (BvWindow *window)
{
  gint64 first;

  fixture_show (window, "nominees");
  first = fixture_select (window, UNIT);
  focus_score (window, 2, BV_SCORE_ENTRY_VERIFIED);
  activate (window, "win.next-row");
  g_assert_cmpint (get_selected (window), !=, first);
  g_assert_true (score_has_focus (window, 2, BV_SCORE_ENTRY_VERIFIED));
  activate (window, "win.previous-row");
  g_assert_cmpint (get_selected (window), ==, first);
  g_assert_true (score_has_focus (window, 2, BV_SCORE_ENTRY_VERIFIED));
}

/* What is being typed is saved, for the one it was typed for. */
static void
test_typed (BvWindow *window)
{
  gint64 first;
  BvFieldEntry *entry;
  g_autofree char *before = NULL;

  fixture_show (window, "nominees");
  first = fixture_select (window, UNIT);
  activate (window, "win.next-row");
  entry = fixture_get_entry (window, 0, BV_SCORE_ENTRY_FINAL);
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  activate (window, "win.previous-row");
  focus_score (window, 0, BV_SCORE_ENTRY_FINAL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  activate (window, "win.next-row");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, before);
  activate (window, "win.previous-row");
  g_assert_cmpint (get_selected (window), ==, first);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "3,00");
}

/* Of another group the rows are others; the focus goes to the same place among them. */
static void
test_other_group (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GObject *row = NULL;
  gint64 group = 0;

  fixture_select (window, UNIT);
  focus_score (window, 0, BV_SCORE_ENTRY_FINAL);
  row = G_OBJECT (bv_table_page_get_selected (page));
  group = bv_table_get_group (bv_row_get_table (BV_ROW (row)), bv_row_get_index (BV_ROW (row)));
  do
    {
      g_assert_true (bv_table_page_step (page, 1));
      fixture_settle (window);
      row = G_OBJECT (bv_table_page_get_selected (page));
    }
  while (bv_table_get_group (bv_row_get_table (BV_ROW (row)), bv_row_get_index (BV_ROW (row))) == group);
  g_assert_true (score_has_focus (window, 0, BV_SCORE_ENTRY_FINAL));
}

static gboolean
press (BvWindow *window, guint leaf, guint keyval)
{
  return fixture_press (GTK_WIDGET (fixture_get_entry (window, leaf, BV_SCORE_ENTRY_FINAL)), keyval, 0);
}

static void
test_arrows (BvWindow *window)
{
  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  focus_score (window, 0, BV_SCORE_ENTRY_FINAL);
  g_assert_true (press (window, 0, GDK_KEY_Down));
  g_assert_true (score_has_focus (window, 1, BV_SCORE_ENTRY_FINAL));
  g_assert_true (press (window, 1, GDK_KEY_Up));
  g_assert_true (score_has_focus (window, 0, BV_SCORE_ENTRY_FINAL));
  g_assert_true (press (window, 0, GDK_KEY_Up));
  g_assert_true (score_has_focus (window, 0, BV_SCORE_ENTRY_FINAL));
}

static void
test_enter (BvWindow *window)
{
  gint64 first;
  guint last;

  fixture_show (window, "nominees");
  first = fixture_select (window, UNIT);
  last = bv_criteria_list_count (fixture_get_criteria (window)) - 1;
  focus_score (window, last, BV_SCORE_ENTRY_FINAL);
  g_assert_true (press (window, last, GDK_KEY_Down));
  g_assert_cmpint (get_selected (window), ==, first);
  fixture_type (fixture_get_entry (window, last, BV_SCORE_ENTRY_FINAL), "");
  fixture_settle (window);
  g_assert_cmpint (get_selected (window), !=, first);
  g_assert_true (score_has_focus (window, 0, BV_SCORE_ENTRY_FINAL));
}

static GtkWidget *
find_label (GtkWidget *widget, const char *start)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), start))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, start);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_place (BvWindow *window)
{
  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  g_assert_nonnull (find_label (gtk_widget_get_first_child (GTK_WIDGET (get_details (window))), "Rank "));
  /* Inside by so much before the first outside; outside by so much behind the last inside. */
  fixture_select (window, "UBND xã Vĩnh Trạch");
  g_assert_nonnull (
    find_label (GTK_WIDGET (get_details (window)), "Rank 1 of 195, inside the quota by 5,25"));
  fixture_select (window, "UBND thị xã Tân Châu");
  g_assert_nonnull (find_label (GTK_WIDGET (get_details (window)), "Rank 8 of 195, 2,75 short of the quota"));
}

static GtkWidget *
find_dots (GtkWidget *widget)
{
  GtkWidget *found = BV_IS_SCORE_DOTS (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_dots (child);
  return found;
}

static const char *
read_dots (BvWindow *window, guint leaf)
{
  return gtk_widget_get_tooltip_text (
    find_dots (GTK_WIDGET (bv_criteria_list_get_row (fixture_get_criteria (window), leaf))));
}

/* A ring for what the nominee says of itself, a dot for what counts; both follow what is typed. */
static void
test_dots (BvWindow *window)
{
  fixture_show (window, "nominees");
  fixture_select (window, "Sở Tư pháp");
  g_assert_cmpstr (read_dots (window, 1), ==, "Self-score 27,00 (ring), counts 25,00 (dot), of 30,00");
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_VERIFIED), "7");
  fixture_settle (window);
  g_assert_cmpstr (read_dots (window, 1), ==, "Self-score 27,00 (ring), counts 7,00 (dot), of 30,00");
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_SELF), "");
  fixture_settle (window);
  g_assert_cmpstr (read_dots (window, 1), ==, "Self-score – (ring), counts 7,00 (dot), of 30,00");
}

/* One key says who changed the score that has the focus. */
static void
test_history (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GtkWidget *said;

  fixture_select (window, "Sở Tư pháp");
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_VERIFIED), "7");
  fixture_settle (window);
  focus_score (window, 1, BV_SCORE_ENTRY_VERIFIED);
  hand_press (GDK_KEY_h, GDK_CONTROL_MASK);
  fixture_settle (window);
  said = fixture_find_said (GTK_WIDGET (page), "Verified score: 25,00 → 7,00");
  g_assert_nonnull (said);
  g_assert_true (gtk_widget_get_mapped (said));
}

static const char *
get_placeholder (BvWindow *window, guint leaf)
{
  GtkEntry *entry = GTK_ENTRY (fixture_get_entry (window, leaf, BV_SCORE_ENTRY_FINAL));
  const char *text = gtk_entry_get_placeholder_text (entry);

  return text != NULL ? text : "";
}

/* An empty final score shows what counts without it; where nothing does, the points say why. */
static void
test_final (BvWindow *window)
{
  BvCriteriaList *criteria;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  criteria = fixture_get_criteria (window);
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_VERIFIED), "7");
  fixture_settle (window);
  g_assert_cmpstr (get_placeholder (window, 1), ==, "7,00");
  fixture_select (window, "Bộ Chỉ huy Quân sự tỉnh");
  g_assert_nonnull (find_label (GTK_WIDGET (bv_criteria_list_get_row (criteria, 5)), "không được giao"));
  g_assert_cmpstr (get_placeholder (window, 5), ==, "");
}

static guint
count_rows (GtkWidget *widget, const char *title)
{
  guint n = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
            && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), title);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, title);
  return n;
}

static GtkWidget *
find_expander (GtkWidget *widget, const char *label)
{
  GtkWidget *found
    = GTK_IS_EXPANDER (widget) && g_strcmp0 (gtk_expander_get_label (GTK_EXPANDER (widget)), label) == 0
        ? widget
        : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_expander (child, label);
  return found;
}

/* A person's fields stand once, and nothing offers to take the person away. */
static void
test_person (BvWindow *window)
{
  static const char *const titles[]
    = { "Full name", "Gender", "Born", "Position", "Holds a leading office", "Role" };
  GtkWidget *details;

  fixture_show (window, "nominees");
  fixture_select (window, "Nguyễn Thị Ánh");
  details = GTK_WIDGET (get_details (window));
  gtk_expander_set_expanded (GTK_EXPANDER (find_expander (details, "File of the nominee")), TRUE);
  fixture_settle (window);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpuint (count_rows (details, titles[i]), ==, 1);
  g_assert_cmpuint (count_rows (details, "Person"), ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/details/the-head-stays-above-what-is-scrolled", test_head);
  fixture_add ("/details/an-empty-final-score-shows-what-counts", test_final);
  fixture_add ("/details/a-person-stands-there-once", test_person);
  fixture_add ("/details/the-head-says-the-place", test_place);
  fixture_add ("/details/ring-and-dot-show-what-is-said-and-what-counts", test_dots);
  fixture_add ("/details/one-key-says-who-changed-the-score", test_history);
  fixture_add ("/details/another-row-keeps-the-focus-in-the-same-field", test_rows);
  fixture_add ("/details/what-is-typed-is-saved-before-another-row-is-shown", test_typed);
  fixture_add ("/details/another-group-keeps-the-focus-among-the-scores", test_other_group);
  fixture_add ("/details/arrows-go-from-score-to-score", test_arrows);
  fixture_add ("/details/enter-on-the-last-score-goes-to-the-next-nominee", test_enter);
  return g_test_run ();
}
