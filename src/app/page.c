/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page.h"

#include "app/row-filter.h"
#include "app/table-model.h"
#include "core/wording.h"

#include <glib/gi18n-lib.h>

/* GTK keeps widgets for so many rows. */
#define ROWS_MADE 200
/* So many can be made between two frames. */
#define ROWS_AT_ONCE 60

/**
 * BvPage:
 *
 * What the pages of the window have in common: a table of rows on the left, the details of the selected one
 * on the right. The pipeline view ← selection ← filter ← sort ← model stands in the page's .ui file, which
 * hands its parts over as properties. A page that is not seen reads nothing until it is.
 */
typedef struct
{
  BvSession *session;
  GtkColumnView *view;
  BvTableModel *model;
  BvRowFilter *filter;
  GtkSliceListModel *slice;
  GtkWidget *details;
  GtkWidget *bar; /* above the table; NULL: none */
  gint64 wanted;  /* to be selected when it is there; 0: nothing */
  gboolean details_hidden;
  gboolean compact; /* the window is narrow: columns that can be done without are hidden */
  gboolean stale;
  guint refresh_source;
  guint details_source;
  guint rest_source;
} BvPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvPage, bv_page, GTK_TYPE_WIDGET)

enum
{
  PROP_VIEW = 1,
  PROP_MODEL,
  PROP_FILTER,
  PROP_SLICE,
  PROP_DETAILS,
  PROP_BAR,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define PRIVATE(self) ((BvPagePrivate *) bv_page_get_instance_private (BV_PAGE (self)))

static GtkSingleSelection *
get_selection (BvPage *self)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (PRIVATE (self)->view));
}

static void
refresh (BvPage *self)
{
  BvPagePrivate *priv = PRIVATE (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      priv->stale = TRUE;
      return;
    }
  priv->stale = FALSE;
  BV_PAGE_GET_CLASS (self)->refresh (self);
}

static void
changed_cb (BvPage *self)
{
  refresh (self);
}

static void
ranked_cb (BvPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    BV_PAGE_GET_CLASS (self)->ranked (self);
  else
    PRIVATE (self)->stale = TRUE;
}

static gboolean
show_details (gpointer data)
{
  BvPage *self = data;

  PRIVATE (self)->details_source = 0;
  BV_PAGE_GET_CLASS (self)->selected (self, bv_page_get_selected (self));
  return G_SOURCE_REMOVE;
}

static void
selected_cb (BvPage *self)
{
  bv_page_show_details (self);
}

static void
counted_cb (BvPage *self)
{
  g_signal_emit (self, signals[COUNTED], 0);
}

static gboolean
refresh_stale (gpointer data)
{
  PRIVATE (data)->refresh_source = 0;
  refresh (data);
  return G_SOURCE_REMOVE;
}

static gboolean
show_rest (gpointer data)
{
  BvPagePrivate *priv = PRIVATE (data);

  guint size = gtk_slice_list_model_get_size (priv->slice);

  if (size < ROWS_MADE)
    {
      gtk_slice_list_model_set_size (priv->slice, size + ROWS_AT_ONCE);
      return G_SOURCE_CONTINUE;
    }
  priv->rest_source = 0;
  gtk_slice_list_model_set_size (priv->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
bv_page_map (GtkWidget *widget)
{
  BvPagePrivate *priv = PRIVATE (widget);

  bv_page_build (BV_PAGE (widget));
  GTK_WIDGET_CLASS (bv_page_parent_class)->map (widget);
  /* Before the first frame is painted, but the window need not wait for it to be mapped. */
  if (priv->stale && priv->refresh_source == 0)
    priv->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_stale, widget, NULL);
  if (priv->rest_source == 0 && gtk_slice_list_model_get_size (priv->slice) != G_MAXUINT)
    priv->rest_source = g_idle_add (show_rest, widget);
}

static void
bv_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, PRIVATE (object)->compact);
}

static void
bv_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvPagePrivate *priv = PRIVATE (object);

  if (property_id == PROP_VIEW)
    priv->view = g_value_get_object (value);
  else if (property_id == PROP_MODEL)
    priv->model = g_value_get_object (value);
  else if (property_id == PROP_FILTER)
    priv->filter = g_value_get_object (value);
  else if (property_id == PROP_SLICE)
    priv->slice = g_value_get_object (value);
  else if (property_id == PROP_BAR)
    priv->bar = g_value_get_object (value);
  else if (property_id == PROP_COMPACT)
    priv->compact = g_value_get_boolean (value);
  else
    priv->details = g_value_get_object (value);
}

static void
bv_page_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  /* The selection goes with the table, and asks for other details once more. */
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_handle_id (&PRIVATE (object)->details_source, g_source_remove);
  g_clear_handle_id (&PRIVATE (object)->rest_source, g_source_remove);
  g_clear_handle_id (&PRIVATE (object)->refresh_source, g_source_remove);
  G_OBJECT_CLASS (bv_page_parent_class)->dispose (object);
}

static void
bv_page_finalize (GObject *object)
{
  g_clear_object (&PRIVATE (object)->session);
  G_OBJECT_CLASS (bv_page_parent_class)->finalize (object);
}

static void
install_part (guint property_id, const char *name, GType type)
{
  properties[property_id]
    = g_param_spec_object (name, NULL, NULL, type, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
}

static void
bv_page_class_init (BvPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_page_get_property;
  object_class->set_property = bv_page_set_property;
  object_class->dispose = bv_page_dispose;
  object_class->finalize = bv_page_finalize;
  widget_class->map = bv_page_map;

  install_part (PROP_VIEW, "view", GTK_TYPE_COLUMN_VIEW);
  install_part (PROP_MODEL, "model", BV_TYPE_TABLE_MODEL);
  install_part (PROP_FILTER, "filter", BV_TYPE_ROW_FILTER);
  install_part (PROP_SLICE, "slice", GTK_TYPE_SLICE_LIST_MODEL);
  install_part (PROP_DETAILS, "details", GTK_TYPE_WIDGET);
  install_part (PROP_BAR, "bar", GTK_TYPE_WIDGET);
  properties[PROP_COMPACT]
    = g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The number of rows that are shown is another. */
  signals[COUNTED]
    = g_signal_new ("counted", BV_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_page_init (BvPage *self)
{
}

/* GTK's tables take Tab for the next row; here it leaves the table, as it leaves any other control. */
static gboolean
key_pressed_cb (BvPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  BvPagePrivate *priv = PRIVATE (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab)
    {
      if (!bv_page_focus_details (self))
        gtk_widget_activate_action (GTK_WIDGET (self), "part.next", NULL);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_ISO_Left_Tab)
    {
      if (priv->bar == NULL || !gtk_widget_child_focus (priv->bar, GTK_DIR_TAB_BACKWARD))
        gtk_widget_activate_action (GTK_WIDGET (self), "part.previous", NULL);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_keys (BvPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (PRIVATE (self)->view), keys);
}

static GtkWidget *
get_list (BvPage *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (PRIVATE (self)->view));
}

static void
select_place (BvPage *self, guint place)
{
  gtk_single_selection_set_selected (get_selection (self), place);
  gtk_widget_activate_action (get_list (self), "list.scroll-to-item", "u", place);
}

/**
 * bv_page_build:
 * @page: a page
 *
 * Makes the page's widgets, unless they are there. A page is built when it is first shown, not with the
 * window: an office has most pages closed most of the time.
 */
void
bv_page_build (BvPage *page)
{
  BvPagePrivate *priv = PRIVATE (page);
  GtkSelectionModel *selection;

  if (priv->view != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_widget_set_visible (priv->details, !priv->details_hidden);
  add_keys (page);
  selection = gtk_column_view_get_model (priv->view);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (counted_cb), page, G_CONNECT_SWAPPED);
}

/**
 * bv_page_get_session:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): the session it shows
 */
BvSession *
bv_page_get_session (BvPage *page)
{
  return PRIVATE (page)->session;
}

/**
 * bv_page_set_session:
 * @page: a page
 * @session: the session it shows from now on
 */
void
bv_page_set_session (BvPage *page, BvSession *session)
{
  BvPagePrivate *priv = PRIVATE (page);

  if (priv->session == session)
    return;
  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, page);
  g_set_object (&priv->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "campaign-changed", G_CALLBACK (changed_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ranked", G_CALLBACK (ranked_cb), page, G_CONNECT_SWAPPED);
  changed_cb (page);
}

/**
 * bv_page_get_view:
 * @page: a page
 *
 * Returns: (transfer none): its table on screen
 */
GtkColumnView *
bv_page_get_view (BvPage *page)
{
  return PRIVATE (page)->view;
}

/**
 * bv_page_set_table:
 * @page: a page
 * @table: (transfer none): what it shows from now on
 *
 * Selection and scroll position stay where the rows do.
 */
void
bv_page_set_table (BvPage *page, BvTable *table)
{
  BvPagePrivate *priv = PRIVATE (page);

  if (bv_table_model_set_table (priv->model, table))
    {
      gtk_sorter_changed (gtk_column_view_get_sorter (priv->view), GTK_SORTER_CHANGE_DIFFERENT);
      gtk_filter_changed (GTK_FILTER (priv->filter), GTK_FILTER_CHANGE_DIFFERENT);
    }
  if (priv->wanted != 0)
    bv_page_want (page, priv->wanted);
}

/**
 * bv_page_show_details:
 * @page: a page
 *
 * Shows the details of the selected row when nothing else is to be done: who runs down a table with the arrow
 * keys does not wait for the details of every row.
 */
void
bv_page_show_details (BvPage *page)
{
  BvPagePrivate *priv = PRIVATE (page);

  if (priv->details_source == 0)
    priv->details_source = g_idle_add (show_details, page);
}

/**
 * bv_page_is_busy:
 * @page: a page
 *
 * Returns: whether rows or details are still to be shown
 */
gboolean
bv_page_is_busy (BvPage *page)
{
  BvPagePrivate *priv = PRIVATE (page);

  return priv->details_source != 0 || priv->rest_source != 0 || priv->refresh_source != 0;
}

/**
 * bv_page_set_group:
 * @page: a page
 * @group: the group whose rows are shown; 0: all
 */
void
bv_page_set_group (BvPage *page, gint64 group)
{
  bv_row_filter_set_group (PRIVATE (page)->filter, group);
}

/**
 * bv_page_set_search:
 * @page: a page
 * @text: what is searched, as typed
 *
 * The first row that is found is selected.
 */
void
bv_page_set_search (BvPage *page, const char *text)
{
  if (bv_row_filter_set_search (PRIVATE (page)->filter, text)
      && g_list_model_get_n_items (G_LIST_MODEL (get_selection (page))) > 0)
    select_place (page, 0);
}

/**
 * bv_page_is_compact:
 * @page: a page
 *
 * Returns: whether the window is so narrow that columns that can be done without are hidden
 */
gboolean
bv_page_is_compact (BvPage *page)
{
  return PRIVATE (page)->compact;
}

/**
 * bv_page_set_details_visible:
 * @page: a page
 * @visible: whether the details stand on the right
 */
void
bv_page_set_details_visible (BvPage *page, gboolean visible)
{
  BvPagePrivate *priv = PRIVATE (page);

  priv->details_hidden = !visible;
  if (priv->details != NULL)
    gtk_widget_set_visible (priv->details, visible);
}

/**
 * bv_page_get_selected:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): the selected row
 */
BvRow *
bv_page_get_selected (BvPage *page)
{
  return gtk_single_selection_get_selected_item (get_selection (page));
}

/**
 * bv_page_focus_table:
 * @page: a page
 *
 * Gives the focus to the selected row.
 *
 * Returns: whether there is one
 */
gboolean
bv_page_focus_table (BvPage *page)
{
  GtkWidget *list = get_list (page);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return gtk_widget_grab_focus (row);
  return gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

/**
 * bv_page_focus_details:
 * @page: a page
 *
 * Gives the focus to the first control of the details.
 *
 * Returns: whether there is one
 */
gboolean
bv_page_focus_details (BvPage *page)
{
  return gtk_widget_child_focus (PRIVATE (page)->details, GTK_DIR_TAB_FORWARD);
}

/**
 * bv_page_has_focus:
 * @page: a page
 * @details: whether the details are meant, or the table
 *
 * Returns: whether the focus is there
 */
gboolean
bv_page_has_focus (BvPage *page, gboolean details)
{
  BvPagePrivate *priv = PRIVATE (page);
  GtkWidget *part = details ? priv->details : GTK_WIDGET (priv->view);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/**
 * bv_page_want:
 * @page: a page
 * @id: what a row stands for
 *
 * Selects the row as soon as it is shown.
 */
void
bv_page_want (BvPage *page, gint64 id)
{
  PRIVATE (page)->wanted = bv_page_select (page, id) ? 0 : id;
}

/**
 * bv_page_select:
 * @page: a page
 * @id: what a row stands for
 *
 * Selects the row and scrolls to it.
 *
 * Returns: whether it is shown
 */
gboolean
bv_page_select (BvPage *page, gint64 id)
{
  GListModel *rows = G_LIST_MODEL (get_selection (page));
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (rows, i);

      if (bv_row_get_id (row) != id)
        continue;
      select_place (page, i);
      return TRUE;
    }
  return FALSE;
}

/**
 * bv_page_describe:
 * @page: a page
 *
 * Returns: (transfer full): how many rows are shown, for the status bar
 */
char *
bv_page_describe (BvPage *page)
{
  guint shown = g_list_model_get_n_items (gtk_slice_list_model_get_model (PRIVATE (page)->slice));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (PRIVATE (page)->model));
  g_autofree char *shown_text = bv_wording_number (shown);
  g_autofree char *all_text = bv_wording_number (all);

  g_autofree char *counted = BV_PAGE_GET_CLASS (page)->count (all, all_text);

  return shown == all ? g_steal_pointer (&counted) : g_strdup_printf (_ ("%s of %s"), shown_text, counted);
}
