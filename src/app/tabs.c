/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tabs.h"

#include "core/wording.h"

/* A tab is never narrower: a row of many is scrolled then. */
#define MIN_CHARS 7

/**
 * BvTabs:
 *
 * A row of tabs that choose what a table shows. `chosen` is emitted when the user takes another one.
 */
struct _BvTabs
{
  GtkWidget parent_instance;
  GArray *ids;        /* of gint64 */
  GPtrArray *buttons; /* of GtkToggleButton */
  gint64 chosen;
};

G_DEFINE_FINAL_TYPE (BvTabs, bv_tabs, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkToggleButton *button, gpointer data)
{
  BvTabs *self = data;
  guint place;

  if (!gtk_toggle_button_get_active (button) || !g_ptr_array_find (self->buttons, button, &place))
    return;
  if (self->chosen == g_array_index (self->ids, gint64, place))
    return;
  self->chosen = g_array_index (self->ids, gint64, place);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static char *
write_label (const BvTab *item)
{
  g_autofree char *count = bv_wording_number (item->count);

  return item->count < 0 ? g_strdup (item->title) : g_strdup_printf ("%s  %s", item->title, count);
}

static void
add_button (BvTabs *self, const BvTab *item)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_button_set_child (GTK_BUTTON (button), label);

  gtk_widget_add_css_class (button, "tab");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), item->id == self->chosen);
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_array_append_val (self->ids, item->id);
}

static gboolean
has_ids (BvTabs *self, const BvTab *items, guint n_items)
{
  if (self->ids->len != n_items)
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    if (g_array_index (self->ids, gint64, i) != items[i].id)
      return FALSE;
  return TRUE;
}

static gboolean
has_id (const BvTab *items, guint n_items, gint64 id)
{
  for (guint i = 0; i < n_items; i++)
    if (items[i].id == id)
      return TRUE;
  return FALSE;
}

static void
remove_buttons (BvTabs *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  g_array_set_size (self->ids, 0);
}

static void
bv_tabs_dispose (GObject *object)
{
  remove_buttons (BV_TABS (object));
  G_OBJECT_CLASS (bv_tabs_parent_class)->dispose (object);
}

static void
bv_tabs_finalize (GObject *object)
{
  g_array_unref (BV_TABS (object)->ids);
  g_ptr_array_unref (BV_TABS (object)->buttons);
  G_OBJECT_CLASS (bv_tabs_parent_class)->finalize (object);
}

static void
bv_tabs_class_init (BvTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_tabs_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_tabs_finalize;
  signals[CHOSEN]
    = g_signal_new ("chosen", BV_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tabs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bv_tabs_init (BvTabs *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->buttons = g_ptr_array_new ();
}

/**
 * bv_tabs_set:
 * @tabs: tabs
 * @items: (array length=n_items): the tabs from now on
 * @n_items: how many
 *
 * The chosen one stays chosen where it is still there, else it is the first. Nothing is emitted.
 */
void
bv_tabs_set (BvTabs *tabs, const BvTab *items, guint n_items)
{
  if (n_items > 0 && !has_id (items, n_items, tabs->chosen))
    tabs->chosen = items[0].id;
  if (!has_ids (tabs, items, n_items))
    {
      remove_buttons (tabs);
      for (guint i = 0; i < n_items; i++)
        add_button (tabs, &items[i]);
    }
  for (guint i = 0; i < n_items; i++)
    {
      GtkButton *button = g_ptr_array_index (tabs->buttons, i);
      g_autofree char *label = write_label (&items[i]);

      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (button)), label);
      gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
    }
}

/**
 * bv_tabs_get_chosen:
 * @tabs: tabs
 *
 * Returns: what the chosen tab stands for
 */
gint64
bv_tabs_get_chosen (BvTabs *tabs)
{
  return tabs->chosen;
}

/**
 * bv_tabs_choose:
 * @tabs: tabs
 * @id: what a tab stands for
 */
void
bv_tabs_choose (BvTabs *tabs, gint64 id)
{
  for (guint i = 0; i < tabs->ids->len; i++)
    if (g_array_index (tabs->ids, gint64, i) == id)
      gtk_toggle_button_set_active (g_ptr_array_index (tabs->buttons, i), TRUE);
}
