/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sidebar.h"

/**
 * BvSidebar:
 *
 * The steps of the work: the pages of a stack, as a list of icons and titles; of icons only where the window
 * is narrow.
 */
struct _BvSidebar
{
  GtkWidget parent_instance;
  GtkListBox *list;
  GtkStack *stack;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (BvSidebar, bv_sidebar, GTK_TYPE_WIDGET)

enum
{
  PROP_STACK = 1,
};

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  GtkStackPage *page = item;
  BvSidebar *self = data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (gtk_stack_page_get_icon_name (page));
  GtkWidget *title = gtk_label_new (gtk_stack_page_get_title (page));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_visible (title, !self->compact);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, gtk_stack_page_get_title (page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_stack_page_get_title (page), -1);
  return row;
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  BvSidebar *self = data;
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);

  if (row != NULL)
    gtk_selection_model_select_item (pages, gtk_list_box_row_get_index (row), TRUE);
}

static void
visible_child_cb (BvSidebar *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n_pages; i++)
    if (gtk_selection_model_is_selected (pages, i))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}

static void
bv_sidebar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvSidebar *self = BV_SIDEBAR (object);
  g_autoptr (GtkSelectionModel) pages = NULL;

  self->stack = g_value_get_object (value);
  if (self->stack == NULL)
    return;
  pages = gtk_stack_get_pages (self->stack);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (pages), create_row, self, NULL);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (visible_child_cb), self,
                           G_CONNECT_SWAPPED);
  visible_child_cb (self);
}

static void
bv_sidebar_dispose (GObject *object)
{
  BvSidebar *self = BV_SIDEBAR (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_sidebar_parent_class)->dispose (object);
}

static void
bv_sidebar_class_init (BvSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bv_sidebar_set_property;
  object_class->dispose = bv_sidebar_dispose;
  g_object_class_install_property (
    object_class, PROP_STACK,
    g_param_spec_object ("stack", NULL, NULL, GTK_TYPE_STACK, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
}

static void
bv_sidebar_init (BvSidebar *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
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
  for (int i = 0; (row = gtk_list_box_get_row_at_index (sidebar->list, i)) != NULL; i++)
    gtk_widget_set_visible (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)), !compact);
}
