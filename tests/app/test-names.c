/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/rules/rules-page.h"

#include <string.h>

/* What a screen reader says of a control: its name, or the text that it shows. What is no name stands in
 * quotes that GTK puts around what it did not expect. */
static char *
read_name (GtkWidget *widget)
{
  char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                   "no control is called so");

  if (name != NULL && *name != '\0' && g_strcmp0 (name, "undefined") != 0)
    return name;
  g_free (name);
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return g_strdup (gtk_button_get_label (GTK_BUTTON (widget)));
  return g_strdup ("");
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_EXPANDER (widget) || GTK_IS_CHECK_BUTTON (widget)
         || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget);
}

/* What a control is made of is GTK's. */
static gboolean
is_whole (GtkWidget *widget)
{
  return is_control (widget) && !GTK_IS_EXPANDER (widget) && !GTK_IS_LIST_BOX_ROW (widget);
}

/* How many controls have no name, or that of another one; they are told. */
static guint
count_faults (GtkWidget *widget, GHashTable *names)
{
  guint n_faults = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  /* Of a drop-down a button inside has the focus. */
  if (GTK_IS_DROP_DOWN (widget))
    g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  if (is_control (widget))
    {
      char *name = read_name (widget);

      if (*name == '\0' || g_hash_table_contains (names, name))
        {
          g_test_message ("%s %s is called “%s”", G_OBJECT_TYPE_NAME (widget),
                          gtk_widget_get_tooltip_text (widget), name);
          n_faults++;
        }
      g_hash_table_add (names, name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !is_whole (widget);
       child = gtk_widget_get_next_sibling (child))
    n_faults += count_faults (child, names);
  return n_faults;
}

/* A table's rows are widgets of GTK that have no type of their own. */
static void
check_rows (BvTablePage *page)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (bv_table_page_get_view (page)));
  GtkWidget *row = gtk_widget_get_first_child (list);
  g_autofree char *first = fixture_read_cell (page, 0, 1);

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, first);
}

static void
check_names (BvWindow *window)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (count_faults (GTK_WIDGET (window), names), ==, 0);
  g_assert_cmpuint (g_hash_table_size (names), >, 10);
}

static void
expand (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand (child);
}

static void
press_adders (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "list-add-symbolic") == 0)
    g_signal_emit_by_name (widget, "clicked");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    press_adders (child);
}

/* All that can be unfolded is unfolded, and a child of each kind begun. */
static void
test_nominees (BvWindow *window)
{
  static const char *const nominees[] = { "Sở Y tế", "Nguyễn Thị Ánh" };

  fixture_show (window, "nominees");
  for (guint i = 0; i < G_N_ELEMENTS (nominees); i++)
    {
      fixture_select (window, nominees[i]);
      bv_criteria_list_fill (fixture_get_criteria (window));
      expand (GTK_WIDGET (bv_window_get_visible_page (window)));
      fixture_settle (window);
      press_adders (GTK_WIDGET (bv_window_get_visible_page (window)));
      fixture_settle (window);
      check_names (window);
    }
}

static void
test_units (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "units");

  check_rows (page);
  fixture_select (window, "Sở Y tế");
  check_names (window);
}

static void
check_row (BvTablePage *page, guint place, const char *begins, const char *ends)
{
  GtkWidget *row
    = gtk_widget_get_first_child (gtk_widget_get_last_child (GTK_WIDGET (bv_table_page_get_view (page))));
  g_autofree char *name = NULL;

  for (; place > 0; place--)
    row = gtk_widget_get_next_sibling (row);
  name = read_name (row);
  g_test_message ("%s", name);
  g_assert_nonnull (strstr (name, begins));
  g_assert_nonnull (strstr (name, ends));
}

/* A row of the tree says its level, its number and title, and how much there is to reach. */
static void
test_tree (BvWindow *window)
{
  BvRulesPage *page;
  BvTablePage *table;

  bv_window_show_page (window, "rules");
  fixture_settle (window);
  page = BV_RULES_PAGE (bv_window_get_visible_page (window));
  bv_rules_page_show_tab (page, BV_RULES_TAB_CRITERIA);
  fixture_settle (window);
  table = BV_TABLE_PAGE (bv_rules_page_get_table (page));
  check_row (table, 0, "Level 1, Sở, ban, ngành tỉnh", ", sum 100,00");
  check_row (table, 1, "Level 2, 1  Đã ban hành", ", maximum 15,00");
  check_row (table, 7, "Add a criterion…", "(Ctrl+N)");
  check_row (table, 19, "Level 3, 1  ", ", sum 30,00");
  check_row (table, 20, "Level 4, 1.1  ", ", maximum 10,00");
}

/* Every tab, and of the criteria a group and a leaf. */
static void
test_rules (BvWindow *window)
{
  bv_window_show_page (window, "rules");
  fixture_settle (window);
  for (BvRulesTab tab = BV_RULES_TAB_GENERAL; tab <= BV_RULES_TAB_PAPERS; tab++)
    {
      BvRulesPage *page = BV_RULES_PAGE (bv_window_get_visible_page (window));

      bv_rules_page_show_tab (page, tab);
      fixture_settle (window);
      check_names (window);
      if (bv_rules_page_get_table (page) == NULL)
        continue;
      bv_page_step (BV_PAGE (page), 1);
      fixture_settle (window);
      check_names (window);
    }
}

static void
test_ranking (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");

  g_assert_true (bv_table_page_step (page, 1));
  fixture_settle (window);
  check_names (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/names/every-control-of-the-nominees-has-a-name-of-its-own", test_nominees);
  fixture_add ("/names/every-control-of-the-units-has-a-name-of-its-own", test_units);
  fixture_add ("/names/every-control-of-the-rules-has-a-name-of-its-own", test_rules);
  fixture_add ("/names/a-row-of-the-tree-says-where-it-stands", test_tree);
  fixture_add ("/names/every-control-of-the-ranking-has-a-name-of-its-own", test_ranking);
  return g_test_run ();
}
