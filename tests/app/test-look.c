/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "core/table.h"

#include <string.h>

#define SIZE 4 /* bytes of a pixel */

/* What is drawn in the middle of the upper edge of a widget. */
static guint32
read_edge (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree guchar *pixels = g_malloc0_n (width * height, SIZE);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, pixels, width * SIZE);
  memcpy (&pixel, pixels + width / 2 * SIZE, sizeof pixel);
  return pixel;
}

/* The names of the rows that are seen, in cells of a look. */
static GtkWidget *
find_cell (GtkWidget *widget, const char *look, gboolean selected)
{
  GtkWidget *found = NULL;
  GtkWidget *row
    = gtk_widget_get_parent (widget) != NULL ? gtk_widget_get_parent (gtk_widget_get_parent (widget)) : NULL;

  if (gtk_widget_has_css_class (widget, "cell") && gtk_widget_has_css_class (widget, look)
      && gtk_widget_get_mapped (widget)
      && ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0) == selected)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cell (child, look, selected);
  return found;
}

static void
choose_tie (BvWindow *window, BvTablePage *page)
{
  const BvProposal *proposal = bv_session_get_proposal (bv_window_get_session (window));

  for (guint i = 0; i < proposal->pools->len; i++)
    if (((BvRanking *) g_ptr_array_index (proposal->pools, i))->unresolved_tie)
      bv_ranking_page_choose (BV_RANKING_PAGE (page), i);
  fixture_settle (window);
}

static void
select_flagged (BvWindow *window, BvTablePage *page, guint flag)
{
  BvTable *table = bv_row_get_table (bv_table_page_get_selected (page));

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if ((bv_table_get_flags (table, i) & flag) != 0)
      {
        g_assert_true (bv_table_page_select (page, bv_table_get_id (table, i)));
        fixture_settle (window);
        return;
      }
  g_error ("no row is flagged so");
}

static void
test_selected (BvWindow *window)
{
  static const struct
  {
    guint flag;
    const char *look;
  } cases[] = { { BV_TABLE_ROW_ALERT, "alert" }, { BV_TABLE_ROW_INSIDE, "inside" } };
  BvTablePage *page = fixture_show (window, "ranking");
  GtkWidget *view = GTK_WIDGET (bv_table_page_get_view (page));

  choose_tie (window, page);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      select_flagged (window, page, cases[i].flag);
      g_assert_cmpuint (read_edge (find_cell (view, cases[i].look, TRUE)), !=,
                        read_edge (find_cell (view, cases[i].look, FALSE)));
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/look/a-selected-row-is-seen-as-one-whatever-its-state", test_selected);
  return g_test_run ();
}
