/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/sidebar.h"

#include "app/menu/action-key.h"
#include "app/page/page-backlog.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvSidebar:
 *
 * The steps of the work: the pages of the window, as a list of icons and titles, with what waits there; of
 * icons only where the window is narrow.
 */
struct _BvSidebar
{
  GtkWidget parent_instance;
  GtkListBox *list;
  GtkSelectionModel *pages;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (BvSidebar, bv_sidebar, GTK_TYPE_WIDGET)

static BvPage *
get_page (gpointer item)
{
  return BV_PAGE (gtk_stack_page_get_child (item));
}

/* To some pages a menu leads, and for some a campaign has no use. */
static gboolean
is_listed (BvPage *page)
{
  return !bv_page_get_info (page)->of_menu && bv_page_is_offered (page);
}

static GtkWidget *
get_title (GtkListBoxRow *row)
{
  GtkOverlay *content = GTK_OVERLAY (gtk_list_box_row_get_child (row));

  return gtk_widget_get_last_child (gtk_overlay_get_child (content));
}

static GtkWidget *
get_count (GtkListBoxRow *row)
{
  return gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_count (BvPage *page, GtkListBoxRow *row)
{
  GtkWidget *label = get_count (row);
  guint n_waiting = bv_page_count (page);
  g_autofree char *number = bv_wording_number (n_waiting);
  g_autofree char *alarm = bv_page_alarm (page);
  g_autofree char *words = bv_page_backlog_say (n_waiting, alarm);

  gtk_label_set_label (GTK_LABEL (label), alarm != NULL ? "!" : number);
  set_class (label, "alarm", alarm != NULL);
  set_class (label, "calls", alarm == NULL && bv_page_get_info (page)->calls);
  gtk_widget_set_visible (label, alarm != NULL || n_waiting > 0);
  gtk_widget_set_visible (GTK_WIDGET (row), is_listed (page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
counted_cb (GtkListBoxRow *row, BvPage *page)
{
  show_count (page, row);
}

static char *
find_key (BvPage *page)
{
  g_autofree char *action = g_strconcat ("win.page::", bv_page_get_info (page)->key, NULL);

  return bv_action_key_find (action);
}

/* Its title where that is not seen, its key, and what waits there. */
static gboolean
query_tooltip_cb (GtkWidget *row, int x, int y, gboolean by_key, GtkTooltip *tooltip, gpointer page)
{
  gboolean hidden = !gtk_widget_get_visible (get_title (GTK_LIST_BOX_ROW (row)));
  g_autofree char *key = find_key (page);
  g_autofree char *waiting = bv_page_backlog_write (page);
  const char *parts[] = { NULL, NULL, NULL, NULL };
  g_autofree char *text = NULL;
  guint n = 0;

  if (hidden)
    parts[n++] = _ (bv_page_get_info (page)->title);
  if (key != NULL)
    parts[n++] = key;
  if (waiting != NULL)
    parts[n++] = waiting;
  text = g_strjoinv (" · ", (char **) parts);
  gtk_tooltip_set_text (tooltip, text);
  return n > 0;
}

/* Over the end of the row; where that is but an icon, over its corner. */
static void
place_count (GtkWidget *count, gboolean compact)
{
  gtk_widget_set_halign (count, GTK_ALIGN_END);
  gtk_widget_set_valign (count, compact ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
}

static GtkWidget *
create_content (const BvPageInfo *info, gboolean compact)
{
  GtkWidget *content = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = gtk_label_new (_ (info->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_visible (title, !compact);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon_name));
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (count, "count");
  gtk_widget_set_can_target (count, FALSE);
  place_count (count, compact);
  gtk_overlay_set_child (GTK_OVERLAY (content), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (content), count);
  return content;
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  BvSidebar *self = data;
  BvPage *page = get_page (item);
  const BvPageInfo *info = bv_page_get_info (page);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_content (info, self->compact));
  gtk_widget_set_has_tooltip (row, TRUE);
  g_signal_connect_object (row, "query-tooltip", G_CALLBACK (query_tooltip_cb), page, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (info->title), -1);
  show_count (page, GTK_LIST_BOX_ROW (row));
  g_signal_connect_object (page, "counted", G_CALLBACK (counted_cb), row, G_CONNECT_SWAPPED);
  return row;
}

/* The page that was clicked may wait for an answer. */
static void
show_selected (BvSidebar *self)
{
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->pages));

  for (guint i = 0; i < n_pages; i++)
    if (gtk_selection_model_is_selected (self->pages, i))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}

static void
show_page_of_row (BvSidebar *self, GtkListBoxRow *row)
{
  g_autoptr (GObject) item
    = g_list_model_get_item (G_LIST_MODEL (self->pages), gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", bv_page_get_info (get_page (item))->key);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  BvSidebar *self = data;

  if (row == NULL || gtk_selection_model_is_selected (self->pages, gtk_list_box_row_get_index (row)))
    return;
  show_page_of_row (self, row);
  show_selected (self);
}

/* Who clicks on a page, or presses Enter there, goes on in its table; the arrows stay in the list. A click
 * selects first: where the page that is shown asks whether it may be left, it asks once. */
static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  if (!gtk_selection_model_is_selected (BV_SIDEBAR (data)->pages, gtk_list_box_row_get_index (row)))
    return;
  show_page_of_row (BV_SIDEBAR (data), row);
}

static void
selection_changed_cb (BvSidebar *self)
{
  show_selected (self);
}

/* The list shows every row that it makes. */
static void
items_changed_cb (BvSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->pages), i);

      gtk_widget_set_visible (GTK_WIDGET (row), is_listed (get_page (item)));
    }
  show_selected (self);
}

static gboolean
is_of_setup (BvSidebar *self, GtkListBoxRow *row)
{
  g_autoptr (GObject) item
    = g_list_model_get_item (G_LIST_MODEL (self->pages), gtk_list_box_row_get_index (row));

  return bv_page_get_info (get_page (item))->of_setup;
}

/* A rule between the steps of the work and what they are about. */
static void
show_rule (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  gboolean begins = before != NULL && is_of_setup (data, row) && !is_of_setup (data, before);

  gtk_list_box_row_set_header (row, begins ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
bv_sidebar_dispose (GObject *object)
{
  BvSidebar *self = BV_SIDEBAR (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (bv_sidebar_parent_class)->dispose (object);
}

static void
bv_sidebar_class_init (BvSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bv_sidebar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
}

static void
bv_sidebar_init (BvSidebar *self)
{
  /* Its rows give their titles the room that there is; it does not ask for more. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/**
 * bv_sidebar_set_pages:
 * @sidebar: a sidebar without pages
 * @book: the pages that it lists from now on
 */
void
bv_sidebar_set_pages (BvSidebar *sidebar, BvPageBook *book)
{
  sidebar->pages = g_object_ref (bv_page_book_get_pages (book));
  gtk_list_box_set_header_func (sidebar->list, show_rule, sidebar, NULL);
  gtk_list_box_bind_model (sidebar->list, G_LIST_MODEL (sidebar->pages), create_row, sidebar, NULL);
  g_signal_connect_object (sidebar->pages, "items-changed", G_CALLBACK (items_changed_cb), sidebar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sidebar->pages, "selection-changed", G_CALLBACK (selection_changed_cb), sidebar,
                           G_CONNECT_SWAPPED);
}

/**
 * bv_sidebar_set_compact:
 * @sidebar: a sidebar
 * @compact: whether it shows icons only
 */
void
bv_sidebar_set_compact (BvSidebar *sidebar, gboolean compact)
{
  GtkListBoxRow *row;

  if (sidebar->compact == compact)
    return;
  sidebar->compact = compact;
  set_class (GTK_WIDGET (sidebar), "compact", compact);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (sidebar->list, i)) != NULL; i++)
    {
      gtk_widget_set_visible (get_title (row), !compact);
      place_count (get_count (row), compact);
    }
}
