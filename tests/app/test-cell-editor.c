/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/columns/column-sorter.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "app/table/table-page.h"
#include "core/nominee.h"
#include "store/edit.h"
#include "store/lists.h"

/* Of the first group of the demonstration. */
#define N_NOMINEES 28
#define N_LEAVES 6
#define N_SCORES 3
/* More than a table could have before it had as many as it wants. */
#define N_COLUMNS (FIRST_SCORE + N_LEAVES * N_SCORES)
#define SCORE_COLUMN(leaf, score) (FIRST_SCORE + (leaf) *N_SCORES + (score))

/* The columns; the others are scores. */
enum
{
  NUMBER,
  NAME,
  FIRST_SCORE,
};

static const char *const scores[N_SCORES] = { "self", "verified", "final" };

/* A page of this test: a row a nominee, and three columns a leaf, which are typed in. */
#define SHEET_TYPE_PAGE (sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (SheetPage, sheet_page, SHEET, PAGE, BvTablePage)

struct _SheetPage
{
  BvTablePage parent_instance;
  gint64 edited; /* the nominee whose assessment is being edited */
};

static void sheet_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SheetPage,
                               sheet_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, sheet_page_be_page))

static const BvGroup *
get_group (gpointer page)
{
  return g_ptr_array_index (bv_session_get_head (bv_page_get_session (page))->groups, 0);
}

static char *
get_code (gpointer page, guint leaf)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (get_group (page));

  g_assert_cmpuint (leaves->len, ==, N_LEAVES);
  return g_strdup (((const BvCriterion *) g_ptr_array_index (leaves, leaf))->code);
}

static BvAssessment *
read_assessment (gpointer page, gint64 nominee, guint leaf)
{
  BvSession *session = bv_page_get_session (page);
  g_autofree char *code = get_code (page, leaf);

  return bv_edit_read_assessment (bv_session_get_library (session), bv_session_get_campaign (session),
                                  nominee, code, NULL);
}

static gint64
read_score (gpointer page, gint64 nominee, guint leaf, guint score)
{
  g_autoptr (BvRecord) assessment = (BvRecord *) read_assessment (page, nominee, leaf);
  const BvField *field = bv_entity_find_field (&bv_assessment_entity, scores[score]);

  return assessment != NULL ? BV_FIELD_NUMBER (assessment, field) : BV_NONE;
}

static void
fill_row (SheetPage *self, BvTable *table, gint64 nominee, const char *name)
{
  guint row = bv_table_append (table, nominee, 0);

  bv_table_set_number (table, row, NUMBER, row + 1);
  bv_table_set_text (table, row, NAME, name, NULL);
  for (guint i = 0; i < N_LEAVES; i++)
    for (guint j = 0; j < N_SCORES; j++)
      bv_table_set_number (table, row, SCORE_COLUMN (i, j), read_score (self, nominee, i, j));
}

static void
sheet_page_refresh (BvPage *page, const BvChanges *changes)
{
  BvSession *session = bv_page_get_session (page);
  BvColumnType types[N_COLUMNS] = { [NUMBER] = BV_COLUMN_NUMBER, [NAME] = BV_COLUMN_TEXT };
  g_autoptr (BvTable) nominees
    = bv_lists_read_nominees (bv_session_get_library (session), bv_session_get_campaign (session), NULL);
  g_autoptr (BvTable) table = NULL;

  for (guint i = FIRST_SCORE; i < N_COLUMNS; i++)
    types[i] = BV_COLUMN_POINTS;
  table = bv_table_new (types, N_COLUMNS);
  for (guint i = 0; i < bv_table_get_n_rows (nominees); i++)
    if (bv_table_get_group (nominees, i) == get_group (page)->record.id)
      fill_row (SHEET_PAGE (page), table, bv_table_get_id (nominees, i),
                bv_table_get_text (nominees, i, BV_NOMINEES_NAME));
  bv_table_page_set_table (BV_TABLE_PAGE (page), table);
}

static gpointer
read_draft (gconstpointer record, gpointer page, GError **error)
{
  BvSession *session = bv_page_get_session (page);

  return bv_edit_read_assessment (bv_session_get_library (session), bv_session_get_campaign (session),
                                  SHEET_PAGE (page)->edited, ((const BvAssessment *) record)->criterion,
                                  error);
}

static gboolean
save_draft (gpointer record, gpointer page, GError **error)
{
  BvSession *session = bv_page_get_session (page);

  return bv_edit_write_assessment (bv_session_get_library (session), bv_session_get_campaign (session),
                                   SHEET_PAGE (page)->edited, record, error);
}

static gboolean
sheet_page_edit (BvTablePage *page, BvRow *row, guint column, BvCellDraft *draft)
{
  if (column < FIRST_SCORE)
    return FALSE;
  SHEET_PAGE (page)->edited = bv_row_get_id (row);
  draft->draft = bv_draft_new (read_assessment (page, bv_row_get_id (row), (column - FIRST_SCORE) / N_SCORES),
                               read_draft, save_draft, page);
  draft->field = bv_entity_find_field (&bv_assessment_entity, scores[(column - FIRST_SCORE) % N_SCORES]);
  return TRUE;
}

static void
sheet_page_selected (BvTablePage *page, BvRow *row)
{
}

static char *
sheet_page_count (guint n_rows, const char *number)
{
  return g_strdup (number);
}

static void
sheet_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "assessment", NULL };
  static const BvPageInfo info
    = { .key = "sheet", .title = "Sheet", .icon_name = "bv-units-symbolic", .tables = tables };

  iface->info = &info;
  iface->refresh = sheet_page_refresh;
}

static void
write_cells (GString *xml, guint column)
{
  g_string_append_printf (xml,
                          "<object class='BvCells' id='cells_%u'><property name='name'>%s%u</property>"
                          "<property name='column'>%u</property><property name='chars'>5</property>"
                          "<property name='%s'>%u</property></object>",
                          column, column == NAME ? "name" : "score", column, column,
                          column == NAME ? "min-chars" : "numeric", column == NAME ? 12 : 1);
}

static void
write_column (GString *xml, guint column)
{
  g_string_append_printf (xml,
                          "<child><object class='GtkColumnViewColumn'><property name='title'>C%u</property>"
                          "<property name='sorter'><object class='BvColumnSorter'>"
                          "<property name='column'>%u</property></object></property>"
                          "<property name='factory' bind-source='cells_%u' bind-property='factory'"
                          " bind-flags='sync-create'/></object></child>",
                          column, column, column);
}

static GBytes *
write_template (void)
{
  GString *xml = g_string_new (
    "<interface><template class='SheetPage' parent='BvTablePage'><property name='frame'>frame</property>"
    "<property name='model'>model</property><property name='filter'>filter</property>"
    "<property name='order'>order</property><property name='span'>span</property><property name='details'>details</property>"
    "<child><object class='GtkBox'><child><object class='BvTableFrame' id='frame'>"
    "<property name='hexpand'>1</property><property name='view'>view</property></object></child>"
    "<child><object class='GtkBox' id='details'/></child></object></child></template>"
    "<object class='BvTableModel' id='model'/><object class='BvRowFilter' id='filter'/>"
    "<object class='BvRowOrder' id='order'><property name='filter'>filter</property><binding name='columns'>"
    "<lookup name='sorter' type='GtkColumnView'>view</lookup></binding></object>");

  for (guint i = 0; i < N_COLUMNS; i++)
    write_cells (xml, i);
  g_string_append (
    xml, "<object class='GtkColumnView' id='view'><property name='model'><object class='BvRowSpan' id='span'>"
         "<property name='selection'><object class='GtkSingleSelection'><property name='model'>"
         "<object class='GtkSortListModel'><property name='sorter'>order</property><property name='model'>"
         "<object class='GtkFilterListModel'><property name='filter'>filter</property><property name='model'>"
         "model</property></object></property></object>"
         "</property></object></property></object></property>");
  for (guint i = 0; i < N_COLUMNS; i++)
    write_column (xml, i);
  g_string_append (xml, "</object></interface>");
  return g_string_free_to_bytes (xml);
}

static void
sheet_page_class_init (SheetPageClass *klass)
{
  g_autoptr (GBytes) template = write_template ();

  BV_TABLE_PAGE_CLASS (klass)->selected = sheet_page_selected;
  BV_TABLE_PAGE_CLASS (klass)->count = sheet_page_count;
  BV_TABLE_PAGE_CLASS (klass)->edit = sheet_page_edit;
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  gtk_widget_class_set_template (GTK_WIDGET_CLASS (klass), template);
}

static void
sheet_page_init (SheetPage *self)
{
}

static BvTablePage *
show_sheet (BvWindow *window)
{
  BvTablePage *page = g_object_new (SHEET_TYPE_PAGE, NULL);

  bv_window_add_page (window, BV_PAGE (page));
  g_assert_true (fixture_show (window, "sheet") == page);
  g_assert_cmpuint (fixture_count_rows (page), ==, N_NOMINEES);
  fixture_select (window, "Sở Y tế");
  return page;
}

static BvTablePage *
show_units (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "units");

  fixture_select (window, "Sở Y tế");
  return page;
}

static BvTableFrame *
get_frame (BvTablePage *page)
{
  return BV_TABLE_FRAME (
    gtk_widget_get_ancestor (GTK_WIDGET (bv_table_page_get_view (page)), BV_TYPE_TABLE_FRAME));
}

static GtkWidget *
get_entry (BvTablePage *page)
{
  GtkWidget *entry = bv_table_page_get_cell_entry (page);

  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_is_ancestor (entry, GTK_WIDGET (bv_table_page_get_view (page))));
  return entry;
}

static void
type (BvTablePage *page, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (page)), text);
}

static void
enter (BvWindow *window, BvTablePage *page)
{
  g_signal_emit_by_name (get_entry (page), "activate");
  fixture_settle (window);
}

static void
tab (BvWindow *window, BvTablePage *page, gboolean back)
{
  g_assert_true (fixture_press (get_entry (page), back ? GDK_KEY_ISO_Left_Tab : GDK_KEY_Tab, 0));
  fixture_settle (window);
}

static const char *
get_text (BvTablePage *page)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (page)));
}

static char *
read_selected (BvTablePage *page, guint column)
{
  return bv_row_write_cell (bv_table_page_get_selected (page), column);
}

static void
check_selected (BvTablePage *page, guint column, const char *wanted)
{
  g_autofree char *text = read_selected (page, column);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_enter (BvWindow *window)
{
  BvTablePage *page = show_units (window);
  BvSession *session = bv_window_get_session (window);
  g_autofree char *before = bv_session_get_undo_label (session);
  g_autofree char *label = NULL;

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  g_assert_cmpstr (get_text (page), ==, "Sở Y tế");
  type (page, "Sở Y tế tỉnh");
  enter (window, page);
  g_assert_cmpstr (get_text (page), ==, "Sở Ngoại vụ");
  check_selected (page, BV_UNITS_NAME, "Sở Ngoại vụ");
  label = bv_session_get_undo_label (session);
  g_assert_cmpstr (label, !=, before);
  fixture_undo (window);
  fixture_settle (window);
  fixture_select (window, "Sở Y tế");
}

static void
test_tab (BvWindow *window)
{
  BvTablePage *page = show_units (window);

  g_assert_true (fixture_press_in_table (page, GDK_KEY_Return));
  tab (window, page, FALSE);
  g_assert_cmpstr (get_text (page), ==, "Sở");
  type (page, "Sở và tương đương");
  tab (window, page, TRUE);
  g_assert_cmpstr (get_text (page), ==, "Sở Y tế");
  check_selected (page, BV_UNITS_TYPE, "Sở và tương đương");
  tab (window, page, TRUE);
  g_assert_null (bv_table_page_get_cell_entry (page));
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
}

static void
test_escape (BvWindow *window)
{
  BvTablePage *page = show_units (window);

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "Sở Y");
  g_assert_true (fixture_press (get_entry (page), GDK_KEY_Escape, 0));
  fixture_settle (window);
  g_assert_null (bv_table_page_get_cell_entry (page));
  check_selected (page, BV_UNITS_NAME, "Sở Y tế");
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
}

static GtkWidget *
find_note (BvTablePage *page)
{
  GtkWidget *note = gtk_widget_get_last_child (GTK_WIDGET (get_frame (page)));

  return GTK_IS_LABEL (note) && gtk_widget_get_visible (note) ? note : NULL;
}

static gboolean
is_placed (gpointer note)
{
  return gtk_widget_get_height (note) > 0 && gtk_widget_get_mapped (note);
}

static void
check_refused (BvTablePage *page, const char *text, const char *message)
{
  GtkWidget *note = find_note (page);
  g_autofree char *wanted = g_strdup_printf ("%s · Esc: as it was", message);

  g_assert_cmpstr (get_text (page), ==, text);
  g_assert_true (gtk_widget_has_css_class (get_entry (page), "error"));
  g_assert_nonnull (note);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (note)), ==, wanted);
  fixture_wait (is_placed, note, "the note to be placed");
}

static void
test_empty_name (BvWindow *window)
{
  BvTablePage *page = show_units (window);

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "  ");
  enter (window, page);
  check_refused (page, "  ", "This cannot be left empty");
  g_assert_true (fixture_press (get_entry (page), GDK_KEY_Escape, 0));
  g_assert_null (find_note (page));
  check_selected (page, BV_UNITS_NAME, "Sở Y tế");
}

/* Twice, as GTK hears it. */
static void
click (BvWindow *window, BvTablePage *page, GtkWidget *cell)
{
  GtkWidget *view = GTK_WIDGET (bv_table_page_get_view (page));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (cell, view, &place));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 2, place.origin.x + 3.0, place.origin.y + 3.0);
    }
  fixture_settle (window);
}

static GtkWidget *
find_cell (BvTablePage *page, const char *column)
{
  BvTableColumn *found = bv_columns_find (bv_table_frame_get_columns (get_frame (page)), column);

  return bv_table_frame_find_cell (get_frame (page), found->cells);
}

static void
test_click (BvWindow *window)
{
  BvTablePage *page = show_units (window);

  click (window, page, find_cell (page, "code"));
  g_assert_null (bv_table_page_get_cell_entry (page));
  click (window, page, find_cell (page, "type"));
  g_assert_cmpstr (get_text (page), ==, "Sở");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), get_entry (page)));
}

static void
check_score (BvTablePage *page, gint64 nominee, guint leaf, guint score, gint64 wanted)
{
  g_assert_cmpint (read_score (page, nominee, leaf, score), ==, wanted);
}

/* Comma and point; Enter after a run of Tabs goes on below where it began. */
static void
test_points (BvWindow *window)
{
  BvTablePage *page = show_sheet (window);
  gint64 nominee = bv_row_get_id (bv_table_page_get_selected (page));

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "12,5");
  tab (window, page, FALSE);
  type (page, "11.25");
  tab (window, page, FALSE);
  tab (window, page, FALSE);
  type (page, "9");
  enter (window, page);
  check_score (page, nominee, 0, 0, 1250);
  check_score (page, nominee, 0, 1, 1125);
  check_score (page, nominee, 1, 0, 900);
  check_selected (page, NAME, "Sở Ngoại vụ");
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), !=, nominee);
  type (page, "13");
  enter (window, page);
  fixture_select (window, "Sở Ngoại vụ");
  check_selected (page, SCORE_COLUMN (0, 0), "13,00");
}

static gboolean
is_seen (gpointer page)
{
  GtkWidget *frame = GTK_WIDGET (get_frame (page));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (get_entry (page), frame, &bounds) && bounds.size.width > 0
         && bounds.origin.x >= 0 && bounds.origin.x + bounds.size.width <= gtk_widget_get_width (frame);
}

static void
test_all_columns (BvWindow *window)
{
  BvTablePage *page = show_sheet (window);
  gint64 nominee = bv_row_get_id (bv_table_page_get_selected (page));

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  for (guint i = FIRST_SCORE; i < N_COLUMNS - 1; i++)
    tab (window, page, FALSE);
  fixture_wait (is_seen, page, "the last column to be seen");
  type (page, "0,75");
  tab (window, page, FALSE);
  fixture_wait (is_seen, page, "the first column to be seen");
  check_score (page, nominee, N_LEAVES - 1, N_SCORES - 1, 75);
  check_selected (page, NAME, "Sở Ngoại vụ");
  g_assert_nonnull (get_entry (page));
}

static void
test_one_action (BvWindow *window)
{
  BvTablePage *page = show_sheet (window);
  gint64 nominee = bv_row_get_id (bv_table_page_get_selected (page));
  gint64 before = read_score (page, nominee, 0, 0);

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "1,25");
  enter (window, page);
  g_assert_true (fixture_press (get_entry (page), GDK_KEY_Escape, 0));
  check_score (page, nominee, 0, 0, 125);
  fixture_undo (window);
  fixture_settle (window);
  check_score (page, nominee, 0, 0, before);
}

static void
test_refused (BvWindow *window)
{
  BvTablePage *page = show_sheet (window);
  gint64 nominee = bv_row_get_id (bv_table_page_get_selected (page));
  gint64 before = read_score (page, nominee, 0, 0);
  GtkWidget *entry;

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "31");
  enter (window, page);
  entry = get_entry (page);
  g_assert_nonnull (find_note (page));
  g_assert_cmpstr (get_text (page), ==, "31");
  check_score (page, nominee, 0, 0, before);
  /* It is neither lost by going elsewhere, nor is another cell edited before it is settled. */
  gtk_widget_grab_focus (gtk_widget_get_parent (gtk_widget_get_parent (entry)));
  bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN);
  fixture_settle (window);
  click (window, page, find_cell (page, "score5"));
  g_assert_true (get_entry (page) == entry);
  g_assert_cmpstr (get_text (page), ==, "31");
  type (page, "12");
  enter (window, page);
  g_assert_null (find_note (page));
  check_score (page, nominee, 0, 0, 1200);
}

static void
test_given_back (BvWindow *window)
{
  BvTablePage *page = show_sheet (window);

  g_assert_false (fixture_press_in_table (page, GDK_KEY_Escape));
  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "31");
  enter (window, page);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  fixture_settle (window);
  g_assert_cmpstr (get_text (page), ==, "31");
  g_assert_true (fixture_press_in_table (page, GDK_KEY_Escape));
  g_assert_null (bv_table_page_get_cell_entry (page));
  g_assert_null (find_note (page));
}

/* The row goes elsewhere by what is typed; the next is the one that stood below. */
static void
test_sorted (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "units");
  g_autoptr (GtkColumnViewColumn) column
    = g_list_model_get_item (gtk_column_view_get_columns (bv_table_page_get_view (page)), BV_UNITS_NAME);
  g_autofree char *below = NULL;

  gtk_column_view_sort_by_column (bv_table_page_get_view (page), column, GTK_SORT_ASCENDING);
  bv_window_search (window, "so ");
  fixture_settle (window);
  bv_table_frame_select (get_frame (page), 1);
  below = fixture_read_cell (page, 2, BV_UNITS_NAME);
  fixture_settle (window);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "Sở Ỷ lan");
  enter (window, page);
  g_assert_cmpstr (get_text (page), ==, below);
  check_selected (page, BV_UNITS_NAME, below);
}

/* What does not match the search any more takes its entry with it. */
static void
test_filtered (BvWindow *window)
{
  BvTablePage *page = show_units (window);

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "Sở Y tế tỉnh");
  bv_window_search (window, "cong thuong");
  fixture_settle (window);
  g_assert_null (bv_table_page_get_cell_entry (page));
}

/* A collective is named by its unit, a person by its own record. */
static void
test_nominees (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  fixture_select (window, "Sở Y tế");
  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  g_assert_null (bv_table_page_get_cell_entry (page));
  fixture_select (window, "Nguyễn Thị Ánh");
  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  type (page, "Nguyễn Thị Ánh Tuyết");
  enter (window, page);
  fixture_select (window, "Nguyễn Thị Ánh Tuyết");
}

static void
test_nothing_to_edit (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");

  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  g_assert_null (bv_table_page_get_cell_entry (page));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/cell-editor/enter-saves-one-action-and-goes-down", test_enter);
  fixture_add ("/cell-editor/tab-saves-and-goes-to-the-next-cell-or-back", test_tab);
  fixture_add ("/cell-editor/escape-gives-back-what-was-there", test_escape);
  fixture_add ("/cell-editor/a-name-is-not-left-empty", test_empty_name);
  fixture_add ("/cell-editor/two-clicks-begin-where-something-can-be-edited", test_click);
  fixture_add ("/cell-editor/points-are-typed-with-comma-or-point", test_points);
  fixture_add ("/cell-editor/it-goes-through-as-many-columns-as-there-are", test_all_columns);
  fixture_add ("/cell-editor/a-score-is-undone-by-itself", test_one_action);
  fixture_add ("/cell-editor/what-is-refused-stays-and-says-why", test_refused);
  fixture_add ("/cell-editor/escape-in-the-table-gives-back-what-was-refused", test_given_back);
  fixture_add ("/cell-editor/the-next-row-is-the-one-that-stood-below", test_sorted);
  fixture_add ("/cell-editor/a-row-that-goes-takes-its-entry-with-it", test_filtered);
  fixture_add ("/cell-editor/a-person-is-renamed-a-collective-is-not", test_nominees);
  fixture_add ("/cell-editor/where-nothing-can-be-edited-keys-do-what-they-did", test_nothing_to_edit);
  return g_test_run ();
}
