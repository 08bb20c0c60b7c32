/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/search/row-rule.h"

/* Returns: the rule that is seen below @widget; %NULL: there is none */
static GtkWidget *
find_rule (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (BV_IS_ROW_RULE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_rule (child);
  return found;
}

static const char *
read_caption (GtkWidget *rule)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (rule)));
}

static void
search (BvWindow *window, const char *text)
{
  bv_window_search (window, text);
  fixture_settle (window);
  fixture_paint (window);
}

static void
check_caption (BvTablePage *page, const char *caption)
{
  GtkWidget *rule = find_rule (GTK_WIDGET (page));

  if (caption == NULL)
    g_assert_null (rule);
  else
    g_assert_nonnull (rule);
  if (caption != NULL)
    g_assert_cmpstr (read_caption (rule), ==, caption);
}

/* Who was found by the unit stands below a rule that says so; the rows of a tree stay in its order. */
static void
test_pages (BvWindow *window)
{
  static const struct
  {
    const char *page;
    const char *search;
    const char *caption;
  } cases[] = {
    { "nominees", "", NULL },
    { "nominees", "so y te", "Also found in: Belongs to" },
    { "nominees", "tan chau khong co", NULL },
    { "units", "so y te", NULL },
    { "units", "huyen", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvTablePage *page = fixture_show (window, cases[i].page);

      search (window, cases[i].search);
      check_caption (page, cases[i].caption);
    }
}

static guint
count_ruled (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_has_css_class (row, "ruled");
  return n;
}

/* It stands right above the first row that has not got it in its name, and goes with the search. */
static void
test_place (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (bv_table_page_get_view (page)));
  graphene_rect_t rule, row;
  GtkWidget *child;

  search (window, "so y te");
  for (child = gtk_widget_get_first_child (list); !gtk_widget_has_css_class (child, "ruled");)
    child = gtk_widget_get_next_sibling (child);
  g_assert_cmpuint (count_ruled (list), ==, 1);
  g_assert_true (child != gtk_widget_get_first_child (list));
  g_assert_true (gtk_widget_compute_bounds (find_rule (GTK_WIDGET (page)), GTK_WIDGET (page), &rule));
  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (page), &row));
  g_assert_cmpfloat (ABS (rule.origin.y + rule.size.height - row.origin.y), <=, 1);
  search (window, "");
  g_assert_cmpuint (count_ruled (list), ==, 0);
}

/* It is seen also where nothing was found by its name: below the head of the table. */
static void
test_first (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  search (window, "chuyen vien");
  check_caption (page, "Also found in: Position");
}

/* Who sorts by a column has the rows in that order alone. */
static void
test_sorted (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GtkColumnView *view = bv_table_page_get_view (page);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), 1);

  search (window, "so y te");
  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
  fixture_settle (window);
  check_caption (page, NULL);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/search-rule/what-is-found-elsewhere-stands-below-a-rule-that-says-where", test_pages);
  fixture_add ("/search-rule/it-stands-above-the-first-of-them", test_place);
  fixture_add ("/search-rule/it-is-seen-above-the-first-of-all", test_first);
  fixture_add ("/search-rule/in-the-order-of-a-column-there-is-none", test_sorted);
  return g_test_run ();
}
