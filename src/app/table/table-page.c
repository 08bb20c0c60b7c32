/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-page.h"

#include "app/columns/column-state.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/search/search-rule.h"
#include "app/table/cell-editor.h"
#include "app/table/row-details.h"
#include "app/table/row-span.h"
#include "app/table/table-frame.h"
#include "app/table/table-keys.h"
#include "app/table/table-menu.h"
#include "app/table/table-model.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvTablePage:
 *
 * A page that is a table of rows on the left and the details of the selected one on the right. The pipeline
 * view ← selection ← sort ← filter ← model stands in the page's .ui file, which hands its parts over as
 * properties. Which page it is, and what it reads, its subclass adds to the interface.
 */
typedef struct
{
  BvTableFrame *frame; /* NULL: the page was never shown */
  BvCellEditor *editor;
  BvTableModel *model;
  BvRowFilter *filter;
  BvRowOrder *order;
  BvRowSpan *span;
  BvRowDetails *details;
  GtkWidget *bar; /* above the table; NULL: none */
  BvBanner *banner;
  GVariant *state;    /* of the columns, until the page is shown; NULL: as at first */
  char *search;       /* as typed; NULL: nothing yet */
  gint64 group;       /* whose rows are shown; 0: all */
  gint64 wanted;      /* to be selected when it is there; 0: nothing */
  gboolean has_table; /* it was read */
  gboolean details_hidden;
  gboolean compact; /* the window is narrow: columns that can be done without are hidden */
} BvTablePagePrivate;

static void bv_table_page_be_page (BvPageInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (BvTablePage,
                                  bv_table_page,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (BvTablePage)
                                    G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_table_page_be_page))

enum
{
  PROP_FRAME = 1,
  PROP_MODEL,
  PROP_FILTER,
  PROP_ORDER,
  PROP_SPAN,
  PROP_DETAILS,
  PROP_BAR,
  PROP_BANNER,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define PRIVATE(self) ((BvTablePagePrivate *) bv_table_page_get_instance_private (BV_TABLE_PAGE (self)))

static GtkSingleSelection *
get_selection (BvTablePage *self)
{
  return bv_row_span_get_selection (PRIVATE (self)->span);
}

/* What was typed somewhere in a row and is not saved stays in sight, whatever is searched. */
static void
keep_rows (BvTablePage *self)
{
  BvTablePagePrivate *priv = PRIVATE (self);

  bv_row_filter_keep (priv->filter, bv_row_details_get_unsaved_row (priv->details),
                      bv_cell_editor_get_unsaved_row (priv->editor));
}

static void
selected_cb (BvTablePage *self)
{
  bv_table_page_show_details (self);
  bv_page_notify_selected (BV_PAGE (self));
}

/* Whether there would be rows if nothing were searched. */
static gboolean
has_rows (BvTablePagePrivate *priv)
{
  BvTable *table = bv_table_model_get_table (priv->model);
  guint n_rows = bv_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    if (priv->group == 0 || bv_table_get_group (table, i) == priv->group)
      return TRUE;
  return FALSE;
}

static void
widen_cb (BvTablePage *self)
{
  BV_TABLE_PAGE_GET_CLASS (self)->widen (self);
}

static void
clear_cb (BvTablePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
}

static BvNoRows *
get_no_rows (BvTablePage *self)
{
  BvNoRows *note = bv_table_frame_get_no_rows (PRIVATE (self)->frame);

  g_signal_handlers_disconnect_by_data (note, self);
  g_signal_connect_object (note, "widen", G_CALLBACK (widen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (note, "clear", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  return note;
}

/* In the place of the rows stands why there are none, and what leads on. */
static void
explain_no_rows (BvTablePage *self)
{
  BvTablePagePrivate *priv = PRIVATE (self);
  BvTablePageClass *klass = BV_TABLE_PAGE_GET_CLASS (self);
  gboolean searching = bv_row_filter_is_searching (priv->filter);
  g_autofree char *offer = NULL;
  g_autofree char *scope = searching && klass->name_scope != NULL ? klass->name_scope (self, &offer) : NULL;
  BvNoRowsReason reason = { NULL };

  if (searching && (scope != NULL || has_rows (priv)))
    bv_no_rows_show_search (get_no_rows (self), priv->search, scope, offer);
  else if (klass->explain != NULL && klass->explain (self, &reason))
    bv_no_rows_explain (get_no_rows (self), &reason);
  else
    bv_table_frame_hide_no_rows (priv->frame);
}

/* Above the first row that was not found by its name. */
static void
show_rule (BvTablePage *self)
{
  BvTablePagePrivate *priv = PRIVATE (self);
  GListModel *rows = G_LIST_MODEL (get_selection (self));
  guint place = bv_search_rule_find (rows, priv->filter, priv->order);
  g_autofree char *caption = NULL;

  if (place != GTK_INVALID_LIST_POSITION)
    caption = bv_search_rule_write (rows, place, priv->filter, bv_table_frame_get_columns (priv->frame));
  bv_table_frame_set_rule (priv->frame, place, caption);
}

static void
show_whether_rows (BvTablePage *self)
{
  if (PRIVATE (self)->frame == NULL || !PRIVATE (self)->has_table)
    return;
  show_rule (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (get_selection (self))) == 0)
    explain_no_rows (self);
  else
    bv_table_frame_hide_no_rows (PRIVATE (self)->frame);
}

static void
counted_cb (BvTablePage *self)
{
  show_whether_rows (self);
  bv_page_notify_counted (BV_PAGE (self));
}

static void
bv_table_page_map (GtkWidget *widget)
{
  bv_page_build (BV_PAGE (widget));
  GTK_WIDGET_CLASS (bv_table_page_parent_class)->map (widget);
}

/* What is not seen keeps few rows. */
static void
bv_table_page_unmap (GtkWidget *widget)
{
  BvTablePagePrivate *priv = PRIVATE (widget);

  GTK_WIDGET_CLASS (bv_table_page_parent_class)->unmap (widget);
  bv_row_span_rest (priv->span);
}

static void
set_compact (BvTablePage *self, gboolean compact)
{
  BvTablePagePrivate *priv = PRIVATE (self);

  priv->compact = compact;
  if (priv->frame != NULL)
    bv_columns_set_narrow (bv_table_frame_get_columns (priv->frame), compact);
}

static BvRow *
get_selected (gpointer page)
{
  return bv_table_page_get_selected (page);
}

static void
show_row (gpointer page, BvRow *row)
{
  BV_TABLE_PAGE_GET_CLASS (page)->selected (page, row);
}

static gboolean
has_row (gpointer page, gint64 id)
{
  BvTable *table = bv_table_model_get_table (PRIVATE (page)->model);

  return table != NULL && bv_table_find (table, id) < bv_table_get_n_rows (table);
}

static void
select_row (gpointer page, gint64 id)
{
  bv_table_page_select (page, id);
}

static void
report (gpointer page, const GError *error)
{
  bv_session_report (bv_page_get_session (page), error);
}

static BvRowDetails *
create_details (gpointer page, GtkWidget *widget)
{
  static const BvRowDetailsFuncs funcs = { get_selected, show_row, has_row, select_row, report };

  return bv_row_details_new (widget, &funcs, page);
}

static void
bv_table_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, PRIVATE (object)->compact);
}

static void
bv_table_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvTablePagePrivate *priv = PRIVATE (object);

  if (property_id == PROP_FRAME)
    priv->frame = g_value_get_object (value);
  else if (property_id == PROP_MODEL)
    priv->model = g_value_get_object (value);
  else if (property_id == PROP_FILTER)
    priv->filter = g_value_get_object (value);
  else if (property_id == PROP_ORDER)
    priv->order = g_value_get_object (value);
  else if (property_id == PROP_SPAN)
    priv->span = g_value_get_object (value);
  else if (property_id == PROP_BAR)
    priv->bar = g_value_get_object (value);
  else if (property_id == PROP_BANNER)
    priv->banner = g_value_get_object (value);
  else if (property_id == PROP_COMPACT)
    set_compact (BV_TABLE_PAGE (object), g_value_get_boolean (value));
  else
    priv->details = create_details (object, g_value_get_object (value));
}

static void
bv_table_page_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  /* What the table does while it is taken down does not matter: those who would hear of it are going too. */
  if (PRIVATE (object)->frame != NULL)
    g_signal_handlers_disconnect_by_data (get_selection (BV_TABLE_PAGE (object)), object);
  g_clear_pointer (&PRIVATE (object)->editor, bv_cell_editor_free);
  if (PRIVATE (object)->details != NULL)
    bv_row_details_stop (PRIVATE (object)->details);
  g_clear_object (&PRIVATE (object)->details);
  g_clear_pointer (&child, gtk_widget_unparent);
  PRIVATE (object)->frame = NULL;
  PRIVATE (object)->banner = NULL;
  g_clear_pointer (&PRIVATE (object)->state, g_variant_unref);
  g_clear_pointer (&PRIVATE (object)->search, g_free);
  G_OBJECT_CLASS (bv_table_page_parent_class)->dispose (object);
}

static void
install_part (guint property_id, const char *name, GType type)
{
  properties[property_id]
    = g_param_spec_object (name, NULL, NULL, type, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
}

static void
bv_table_page_class_init (BvTablePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_table_page_get_property;
  object_class->set_property = bv_table_page_set_property;
  object_class->dispose = bv_table_page_dispose;
  widget_class->map = bv_table_page_map;
  widget_class->unmap = bv_table_page_unmap;

  install_part (PROP_FRAME, "frame", BV_TYPE_TABLE_FRAME);
  install_part (PROP_MODEL, "model", BV_TYPE_TABLE_MODEL);
  install_part (PROP_FILTER, "filter", BV_TYPE_ROW_FILTER);
  install_part (PROP_ORDER, "order", BV_TYPE_ROW_ORDER);
  install_part (PROP_SPAN, "span", BV_TYPE_ROW_SPAN);
  install_part (PROP_DETAILS, "details", GTK_TYPE_WIDGET);
  install_part (PROP_BAR, "bar", GTK_TYPE_WIDGET);
  install_part (PROP_BANNER, "banner", BV_TYPE_BANNER);
  properties[PROP_COMPACT]
    = g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_table_page_init (BvTablePage *self)
{
}

static gboolean
find_draft (gpointer page, BvRow *row, guint column, BvCellDraft *draft)
{
  BvTablePageClass *klass = BV_TABLE_PAGE_GET_CLASS (page);

  return klass->edit != NULL && bv_session_is_writable (bv_page_get_session (page))
         && klass->edit (page, row, column, draft);
}

/* Where no cell of the selected row can be edited, the first field of its details has the focus. */
static gboolean
begin_edit (BvPage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  if (bv_table_page_get_selected (BV_TABLE_PAGE (page)) == NULL)
    return FALSE;
  if (bv_cell_editor_begin (priv->editor))
    return TRUE;
  if (priv->details_hidden)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.details", NULL);
  return bv_row_details_focus_first_field (priv->details);
}

static gboolean
end_search (BvPage *page)
{
  return bv_row_filter_is_searching (PRIVATE (page)->filter)
         && gtk_widget_activate_action (GTK_WIDGET (page), "win.clear-search", NULL);
}

static void
bv_table_page_build (BvPage *page)
{
  static const BvTableKeyFuncs key_funcs = { begin_edit, end_search };
  BvTablePagePrivate *priv = PRIVATE (page);
  GtkSingleSelection *selection;

  if (priv->frame != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_widget_set_visible (bv_row_details_get_widget (priv->details), !priv->details_hidden);
  bv_columns_set_narrow (bv_table_frame_get_columns (priv->frame), priv->compact);
  if (priv->state != NULL)
    bv_column_state_restore (bv_table_frame_get_columns (priv->frame), priv->state);
  g_clear_pointer (&priv->state, g_variant_unref);
  priv->editor = bv_cell_editor_new (priv->frame, find_draft, page);
  bv_table_keys_add (priv->frame, priv->editor, page, priv->bar, &key_funcs);
  bv_table_menu_listen (priv->frame, page);
  selection = get_selection (BV_TABLE_PAGE (page));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (counted_cb), page, G_CONNECT_SWAPPED);
}

static gboolean
bv_table_page_is_busy (BvPage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  return (priv->details != NULL && bv_row_details_is_busy (priv->details))
         || (priv->span != NULL && bv_row_span_is_growing (priv->span));
}

/* The first row that is found is selected. */
static void
bv_table_page_set_search (BvPage *page, const char *text)
{
  BvTablePage *self = BV_TABLE_PAGE (page);

  keep_rows (self);
  if (g_strcmp0 (PRIVATE (self)->search, text) != 0)
    bv_row_order_begin_search (PRIVATE (self)->order);
  g_free (PRIVATE (self)->search);
  PRIVATE (self)->search = g_strdup (text);
  if (bv_row_filter_set_search (PRIVATE (self)->filter, text)
      && g_list_model_get_n_items (G_LIST_MODEL (get_selection (self))) > 0
      && bv_row_details_get_unsaved_row (PRIVATE (self)->details) == 0)
    bv_table_frame_select (PRIVATE (self)->frame, 0);
  show_whether_rows (self);
}

static void
bv_table_page_set_compact (BvPage *page, gboolean compact)
{
  g_object_set (page, "compact", compact, NULL);
}

static void
bv_table_page_set_details_visible (BvPage *page, gboolean visible)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  priv->details_hidden = !visible;
  if (priv->details != NULL)
    gtk_widget_set_visible (bv_row_details_get_widget (priv->details), visible);
}

static GtkWidget *
bv_table_page_get_part (BvPage *page, BvPagePart part)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  if (part == BV_PAGE_DETAILS)
    return priv->details != NULL ? bv_row_details_get_widget (priv->details) : NULL;
  return (GtkWidget *) priv->frame;
}

/* Of the table it is the selected row. */
static gboolean
bv_table_page_focus_part (BvPage *page, BvPagePart part)
{
  if (part == BV_PAGE_MAIN)
    return bv_table_frame_focus_row (PRIVATE (page)->frame);
  return gtk_widget_child_focus (bv_table_page_get_part (page, part), GTK_DIR_TAB_FORWARD);
}

/* How many rows are shown. */
static char *
bv_table_page_describe (BvPage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (get_selection (BV_TABLE_PAGE (page))));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (priv->model));
  g_autofree char *shown_text = bv_wording_number (shown);
  g_autofree char *all_text = bv_wording_number (all);
  g_autofree char *counted = BV_TABLE_PAGE_GET_CLASS (page)->count (all, all_text);

  return shown == all ? g_steal_pointer (&counted) : g_strdup_printf (_ ("%s of %s"), shown_text, counted);
}

static BvBanner *
bv_table_page_get_banner (BvPage *page)
{
  return PRIVATE (page)->banner;
}

static void
bv_table_page_step_around (BvPage *page, int rows)
{
  GtkSingleSelection *selection = get_selection (BV_TABLE_PAGE (page));
  int n_rows = g_list_model_get_n_items (G_LIST_MODEL (selection));
  int selected = gtk_single_selection_get_selected (selection);

  if (n_rows > 0)
    bv_table_frame_select (PRIVATE (page)->frame, (selected + rows % n_rows + n_rows) % n_rows);
}

static gboolean
bv_table_page_has_row (BvPage *page)
{
  return bv_table_page_get_selected (BV_TABLE_PAGE (page)) != NULL;
}

static void
bv_table_page_open (BvPage *page, gint64 record)
{
  bv_table_page_want (BV_TABLE_PAGE (page), record);
}

/* What a page that was not shown had, stays. */
static GVariant *
bv_table_page_save_state (BvPage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  return priv->frame != NULL ? bv_column_state_save (bv_table_frame_get_columns (priv->frame)) : NULL;
}

static void
bv_table_page_restore_state (BvPage *page, GVariant *state)
{
  PRIVATE (page)->state = g_variant_ref (state);
}

static void
bv_table_page_be_page (BvPageInterface *iface)
{
  iface->build = bv_table_page_build;
  iface->is_busy = bv_table_page_is_busy;
  iface->set_search = bv_table_page_set_search;
  iface->set_compact = bv_table_page_set_compact;
  iface->set_details_visible = bv_table_page_set_details_visible;
  iface->get_part = bv_table_page_get_part;
  iface->focus_part = bv_table_page_focus_part;
  iface->describe = bv_table_page_describe;
  iface->get_banner = bv_table_page_get_banner;
  iface->step = bv_table_page_step_around;
  iface->has_row = bv_table_page_has_row;
  iface->open = bv_table_page_open;
  iface->save_state = bv_table_page_save_state;
  iface->restore_state = bv_table_page_restore_state;
}

/**
 * bv_table_page_get_view:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): its table on screen; %NULL before it was ever shown
 */
GtkColumnView *
bv_table_page_get_view (BvTablePage *page)
{
  return PRIVATE (page)->frame != NULL ? bv_table_frame_get_view (PRIVATE (page)->frame) : NULL;
}

static void
look_again (BvTablePage *self)
{
  bv_row_filter_look_again (PRIVATE (self)->filter);
  bv_row_order_look_again (PRIVATE (self)->order);
}

/**
 * bv_table_page_set_table:
 * @page: a page
 * @table: (transfer none): what it shows from now on
 *
 * Selection and scroll position stay where the rows do.
 */
void
bv_table_page_set_table (BvTablePage *page, BvTable *table)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  priv->has_table = TRUE;
  if (bv_table_model_set_table (priv->model, table))
    look_again (page);
  bv_table_frame_set_table (priv->frame, table, priv->group);
  show_whether_rows (page);
  if (priv->wanted != 0)
    bv_table_page_want (page, priv->wanted);
}

/**
 * bv_table_page_show_changed_rows:
 * @page: a page
 * @rows: (element-type guint): rows of its table that look different now
 *
 * Shows them as they are now.
 */
void
bv_table_page_show_changed_rows (BvTablePage *page, const GArray *rows)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  for (guint i = 0; i < rows->len; i++)
    bv_table_model_notify_changed (priv->model, g_array_index (rows, guint, i));
  if (rows->len > 0)
    bv_row_order_look_again (priv->order);
}

/**
 * bv_table_page_show_new_texts:
 * @page: a page
 *
 * Its table has texts that it lacked: they are sorted and searched, and columns have room for them.
 */
void
bv_table_page_show_new_texts (BvTablePage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  look_again (page);
  bv_table_frame_set_table (priv->frame, bv_table_model_get_table (priv->model), priv->group);
}

/**
 * bv_table_page_is_sorted:
 * @page: a page
 *
 * Returns: whether its rows stand in the order of a column
 */
gboolean
bv_table_page_is_sorted (BvTablePage *page)
{
  return bv_row_order_is_by_column (PRIVATE (page)->order);
}

/**
 * bv_table_page_list_first:
 * @page: a page
 *
 * Returns: (transfer full) (element-type gint64): what the rows stand for that the view has first
 */
GArray *
bv_table_page_list_first (BvTablePage *page)
{
  GListModel *rows = G_LIST_MODEL (PRIVATE (page)->span);
  guint n_rows = MIN (g_list_model_get_n_items (rows), BV_ROW_SPAN_FIRST);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (rows, i);
      gint64 id = bv_row_get_id (row);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * bv_table_page_show_details:
 * @page: a page
 *
 * Shows the details of the selected row when nothing else is to be done: who runs down a table with the arrow
 * keys does not wait for the details of every row.
 */
void
bv_table_page_show_details (BvTablePage *page)
{
  bv_row_details_show_later (PRIVATE (page)->details);
}

/**
 * bv_table_page_set_group:
 * @page: a page
 * @group: the group whose rows are shown; 0: all
 *
 * The selected row stays selected, or is the first where it is not shown any more.
 */
void
bv_table_page_set_group (BvTablePage *page, gint64 group)
{
  BvTablePagePrivate *priv = PRIVATE (page);
  BvRow *selected = bv_table_page_get_selected (page);

  priv->group = group;
  keep_rows (page);
  bv_row_filter_set_group (priv->filter, group);
  if (bv_table_page_get_selected (page) != selected && bv_table_page_get_selected (page) != NULL)
    bv_table_frame_select (priv->frame, 0);
  bv_table_frame_set_table (priv->frame, bv_table_model_get_table (priv->model), group);
  show_whether_rows (page);
}

/**
 * bv_table_page_finds_in:
 * @page: a page
 * @table: what it could show
 *
 * Returns: whether what is searched stands in any row of @table, of whatever group
 */
gboolean
bv_table_page_finds_in (BvTablePage *page, BvTable *table)
{
  return bv_row_filter_finds_any (PRIVATE (page)->filter, table);
}

/**
 * bv_table_page_step:
 * @page: a page that is shown
 * @step: 1: the next row, -1: the previous one
 *
 * Selects another row; the focus stays where it is, also in the details, which show that row then.
 *
 * Returns: whether there is one
 */
gboolean
bv_table_page_step (BvTablePage *page, int step)
{
  GtkSingleSelection *selection = get_selection (page);
  guint selected = gtk_single_selection_get_selected (selection);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (selection));

  /* What is typed in a cell has a row of its own. */
  if (selected == GTK_INVALID_LIST_POSITION || bv_cell_editor_has_focus (PRIVATE (page)->editor)
      || (step < 0 ? selected == 0 : selected + 1 >= n_rows))
    return FALSE;
  bv_table_frame_select (PRIVATE (page)->frame, selected + step);
  return TRUE;
}

/**
 * bv_table_page_go_to_next:
 * @page: a #BvTablePage that is shown
 */
void
bv_table_page_go_to_next (BvPage *page)
{
  bv_table_page_step (BV_TABLE_PAGE (page), 1);
}

/**
 * bv_table_page_go_to_previous:
 * @page: a #BvTablePage that is shown
 */
void
bv_table_page_go_to_previous (BvPage *page)
{
  bv_table_page_step (BV_TABLE_PAGE (page), -1);
}

/**
 * bv_table_page_open_columns:
 * @page: a #BvTablePage that is shown
 *
 * Asks which of its columns are shown.
 */
void
bv_table_page_open_columns (BvPage *page)
{
  bv_table_frame_open_menu (PRIVATE (page)->frame);
}

/**
 * bv_table_page_edit_row:
 * @page: a #BvTablePage that is shown
 *
 * Edits the selected row in place, or where no cell of it can be edited in the details.
 */
void
bv_table_page_edit_row (BvPage *page)
{
  begin_edit (page);
}

/**
 * bv_table_page_offer_column:
 * @page: a page
 * @column: one of its columns
 * @offered: whether it says something, and there is room for it
 */
void
bv_table_page_offer_column (BvTablePage *page, GtkColumnViewColumn *column, gboolean offered)
{
  bv_columns_offer (bv_table_frame_get_columns (PRIVATE (page)->frame), column, offered);
}

/**
 * bv_table_page_is_compact:
 * @page: a page
 *
 * Returns: whether the window is so narrow that columns that can be done without are hidden
 */
gboolean
bv_table_page_is_compact (BvTablePage *page)
{
  return PRIVATE (page)->compact;
}

/**
 * bv_table_page_get_selected:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): the selected row; %NULL also of a page that was never shown
 */
BvRow *
bv_table_page_get_selected (BvTablePage *page)
{
  return PRIVATE (page)->frame != NULL ? gtk_single_selection_get_selected_item (get_selection (page)) : NULL;
}

/**
 * bv_table_page_get_cell_entry:
 * @page: a page that was shown
 *
 * Returns: (transfer none) (nullable): the #BvFieldEntry in the cell that is being edited
 */
GtkWidget *
bv_table_page_get_cell_entry (BvTablePage *page)
{
  return bv_cell_editor_get_entry (PRIVATE (page)->editor);
}

/**
 * bv_table_page_want:
 * @page: a page
 * @id: what a row stands for
 *
 * Selects the row as soon as it is shown.
 */
void
bv_table_page_want (BvTablePage *page, gint64 id)
{
  PRIVATE (page)->wanted = bv_table_page_select (page, id) ? 0 : id;
}

/**
 * bv_table_page_select:
 * @page: a page
 * @id: what a row stands for
 *
 * Selects the row and scrolls to it.
 *
 * Returns: whether it is shown
 */
gboolean
bv_table_page_select (BvTablePage *page, gint64 id)
{
  GListModel *rows = G_LIST_MODEL (get_selection (page));
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (rows, i);

      if (bv_row_get_id (row) != id)
        continue;
      bv_table_frame_select (PRIVATE (page)->frame, i);
      return TRUE;
    }
  return FALSE;
}
