/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-state.h"
#include "app/table/table-keys.h"
#include "app/table/table-menu.h"
#include "app/table/table-page-private.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* In the state of a page, beside those of its columns: i, pixels. */
#define DETAILS_WIDTH "details-width"

#define PRIVATE(page) bv_table_page_get_private (BV_TABLE_PAGE (page))

static void
selected_cb (BvTablePage *self)
{
  bv_table_page_show_details (self);
  bv_page_notify_selected (BV_PAGE (self));
}

static void
counted_cb (BvTablePage *self)
{
  bv_table_page_show_remarks (self);
  bv_page_notify_counted (BV_PAGE (self));
}

static gboolean
find_draft (gpointer page, BvRow *row, guint column, BvCellDraft *draft)
{
  BvTablePageClass *klass = BV_TABLE_PAGE_GET_CLASS (page);

  return klass->edit != NULL && bv_session_is_writable (bv_page_get_session (page))
         && klass->edit (page, row, column, draft);
}

static void
restore (BvTablePagePrivate *priv)
{
  int width = 0;

  if (priv->state != NULL)
    {
      bv_column_state_restore (bv_table_frame_get_columns (priv->frame), priv->state);
      g_variant_lookup (priv->state, DETAILS_WIDTH, "i", &width);
    }
  bv_details_width_begin (&priv->details_width, bv_row_details_get_widget (priv->details), width, 0,
                          priv->compact);
  g_clear_pointer (&priv->state, g_variant_unref);
}

static void
build (BvPage *page)
{
  static const BvTableKeyFuncs key_funcs = { bv_table_page_begin_edit, bv_table_page_end_search };
  BvTablePagePrivate *priv = PRIVATE (page);
  GtkSingleSelection *selection;

  if (priv->frame != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_widget_set_visible (bv_row_details_get_widget (priv->details), !priv->details_hidden);
  bv_columns_set_narrow (bv_table_frame_get_columns (priv->frame), priv->compact);
  restore (priv);
  priv->editor = bv_cell_editor_new (priv->frame, find_draft, page);
  bv_table_keys_add (priv->frame, priv->editor, page, priv->bar, &key_funcs);
  bv_table_menu_listen (priv->frame, page);
  selection = bv_table_rows_get_selection (&priv->rows);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (counted_cb), page, G_CONNECT_SWAPPED);
}

static gboolean
is_busy (BvPage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  return (priv->details != NULL && bv_row_details_is_busy (priv->details))
         || (priv->rows.span != NULL && bv_row_span_is_growing (priv->rows.span));
}

/* What is found first is selected. */
static void
set_search (BvPage *page, const char *text)
{
  BvTablePage *self = BV_TABLE_PAGE (page);
  BvTablePagePrivate *priv = PRIVATE (page);

  bv_table_page_keep_unsaved (self);
  if (bv_table_rows_set_search (&priv->rows, text) && bv_table_rows_count (&priv->rows) > 0
      && bv_row_details_get_unsaved_row (priv->details) == 0)
    bv_table_frame_select (priv->frame, bv_table_rows_find_best (&priv->rows));
  bv_table_page_show_remarks (self);
}

static void
set_compact (BvPage *page, gboolean compact)
{
  g_object_set (page, "compact", compact, NULL);
}

static void
set_details_visible (BvPage *page, gboolean visible)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  priv->details_hidden = !visible;
  if (priv->details != NULL)
    gtk_widget_set_visible (bv_row_details_get_widget (priv->details), visible);
}

static GtkWidget *
get_part (BvPage *page, BvPagePart part)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  if (part == BV_PAGE_DETAILS)
    return priv->details != NULL ? bv_row_details_get_widget (priv->details) : NULL;
  return (GtkWidget *) priv->frame;
}

/* Of the table it is the selected row. */
static gboolean
focus_part (BvPage *page, BvPagePart part)
{
  if (part == BV_PAGE_MAIN)
    return bv_table_frame_focus_row (PRIVATE (page)->frame);
  return gtk_widget_child_focus (get_part (page, part), GTK_DIR_TAB_FORWARD);
}

/* How many rows are shown. */
static char *
describe (BvPage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);
  guint shown = bv_table_rows_count (&priv->rows);
  guint all = bv_table_rows_count_all (&priv->rows);
  g_autofree char *shown_text = bv_wording_number (shown);
  g_autofree char *all_text = bv_wording_number (all);
  g_autofree char *counted = BV_TABLE_PAGE_GET_CLASS (page)->count (all, all_text);

  return shown == all ? g_steal_pointer (&counted) : g_strdup_printf (_ ("%s of %s"), shown_text, counted);
}

static BvBanner *
get_banner (BvPage *page)
{
  return PRIVATE (page)->banner;
}

static void
step (BvPage *page, int rows)
{
  GtkSingleSelection *selection = bv_table_rows_get_selection (&PRIVATE (page)->rows);
  int n_rows = g_list_model_get_n_items (G_LIST_MODEL (selection));
  int selected = gtk_single_selection_get_selected (selection);

  if (n_rows > 0)
    bv_table_frame_select (PRIVATE (page)->frame, (selected + rows % n_rows + n_rows) % n_rows);
}

static gboolean
has_row (BvPage *page)
{
  return bv_table_page_get_selected (BV_TABLE_PAGE (page)) != NULL;
}

static void
open_record (BvPage *page, gint64 record)
{
  bv_table_page_want (BV_TABLE_PAGE (page), record);
}

/* What a page that was not shown had, stays. */
static GVariant *
save_state (BvPage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);
  g_autoptr (GVariant) columns = NULL;
  GVariantDict state;

  if (priv->frame == NULL)
    return NULL;
  columns = g_variant_ref_sink (bv_column_state_save (bv_table_frame_get_columns (priv->frame)));
  g_variant_dict_init (&state, columns);
  if (bv_details_width_get (&priv->details_width) > 0)
    g_variant_dict_insert (&state, DETAILS_WIDTH, "i", bv_details_width_get (&priv->details_width));
  return g_variant_dict_end (&state);
}

static void
restore_state (BvPage *page, GVariant *state)
{
  PRIVATE (page)->state = g_variant_ref (state);
}

/**
 * bv_table_page_be_page:
 * @iface: the interface of #BvTablePage
 *
 * Fills in what each page with a table answers in the same way.
 */
void
bv_table_page_be_page (BvPageInterface *iface)
{
  iface->build = build;
  iface->is_busy = is_busy;
  iface->set_search = set_search;
  iface->set_compact = set_compact;
  iface->set_details_visible = set_details_visible;
  iface->get_part = get_part;
  iface->focus_part = focus_part;
  iface->describe = describe;
  iface->get_banner = get_banner;
  iface->step = step;
  iface->has_row = has_row;
  iface->open = open_record;
  iface->save_state = save_state;
  iface->restore_state = restore_state;
}
