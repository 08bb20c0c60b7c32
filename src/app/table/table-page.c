/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-page.h"

#include "app/columns/column-state.h"
#include "app/table/table-page-private.h"

/**
 * BvTablePage:
 *
 * A page that is a table of rows on the left and the details of the selected one on the right. The pipeline
 * view ← selection ← sort ← filter ← model stands in the page's .ui file, which hands its parts over as
 * properties. Which page it is, and what it reads, its subclass adds to the interface.
 */
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
  bv_row_span_rest (priv->rows.span);
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
  return bv_table_rows_has (&PRIVATE (page)->rows, id);
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
    priv->rows.model = g_value_get_object (value);
  else if (property_id == PROP_FILTER)
    priv->rows.filter = g_value_get_object (value);
  else if (property_id == PROP_ORDER)
    priv->rows.order = g_value_get_object (value);
  else if (property_id == PROP_SPAN)
    priv->rows.span = g_value_get_object (value);
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
    g_signal_handlers_disconnect_by_data (bv_table_rows_get_selection (&PRIVATE (object)->rows), object);
  g_clear_pointer (&PRIVATE (object)->editor, bv_cell_editor_free);
  if (PRIVATE (object)->details != NULL)
    bv_row_details_stop (PRIVATE (object)->details);
  g_clear_object (&PRIVATE (object)->details);
  g_clear_pointer (&child, gtk_widget_unparent);
  PRIVATE (object)->frame = NULL;
  PRIVATE (object)->banner = NULL;
  g_clear_pointer (&PRIVATE (object)->state, g_variant_unref);
  g_clear_pointer (&PRIVATE (object)->rows.search, g_free);
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

/**
 * bv_table_page_get_private:
 * @page: a page
 *
 * Returns: (transfer none): what it is made of, for what else belongs to such pages
 */
BvTablePagePrivate *
bv_table_page_get_private (BvTablePage *page)
{
  return PRIVATE (page);
}

/**
 * bv_table_page_keep_unsaved:
 * @page: a page that is shown
 *
 * What was typed somewhere in a row and is not saved stays in sight, whatever is searched.
 */
void
bv_table_page_keep_unsaved (BvTablePage *page)
{
  BvTablePagePrivate *priv = PRIVATE (page);

  bv_row_filter_keep (priv->rows.filter, bv_row_details_get_unsaved_row (priv->details),
                      bv_cell_editor_get_unsaved_row (priv->editor));
}

/**
 * bv_table_page_get_rows:
 * @page: a page that was shown
 *
 * Returns: (transfer none): its rows
 */
BvTableRows *
bv_table_page_get_rows (BvTablePage *page)
{
  return &PRIVATE (page)->rows;
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
  bv_table_rows_set_table (&priv->rows, table);
  bv_table_frame_set_table (priv->frame, table, priv->rows.group);
  bv_table_page_show_remarks (page);
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
  bv_table_rows_show_changed (&PRIVATE (page)->rows, rows);
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

  bv_table_rows_look_again (&priv->rows);
  bv_table_frame_set_table (priv->frame, bv_table_model_get_table (priv->rows.model), priv->rows.group);
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

/* The selected row stays selected, or is the first where it is not shown any more. */
static void
look_at_first (BvTablePage *self, BvRow *selected)
{
  if (bv_table_page_get_selected (self) != selected && bv_table_page_get_selected (self) != NULL)
    bv_table_frame_select (PRIVATE (self)->frame, 0);
}

/**
 * bv_table_page_set_kind:
 * @page: a page
 * @kind: the flag of the rows that are shown, %BV_TABLE_ROW_KIND or one behind it; 0: all
 *
 * Which those are stands in their flags, also of a table that is set later.
 */
void
bv_table_page_set_kind (BvTablePage *page, guint kind)
{
  BvRow *selected = bv_table_page_get_selected (page);

  bv_table_page_keep_unsaved (page);
  bv_table_rows_set_kind (&PRIVATE (page)->rows, kind);
  look_at_first (page, selected);
  bv_table_page_show_remarks (page);
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

  bv_table_page_keep_unsaved (page);
  bv_table_rows_set_group (&priv->rows, group);
  look_at_first (page, selected);
  bv_table_frame_set_table (priv->frame, bv_table_model_get_table (priv->rows.model), group);
  bv_table_page_show_remarks (page);
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
  BvTablePagePrivate *priv = PRIVATE (page);

  if (priv->frame == NULL)
    return NULL;
  return gtk_single_selection_get_selected_item (bv_table_rows_get_selection (&priv->rows));
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
  BvTablePagePrivate *priv = PRIVATE (page);
  guint place = bv_table_rows_find (&priv->rows, id);

  if (place == GTK_INVALID_LIST_POSITION)
    return FALSE;
  bv_table_frame_select (priv->frame, place);
  return TRUE;
}
