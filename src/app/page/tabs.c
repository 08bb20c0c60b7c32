/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/tabs.h"

#include "app/page/context.h"
#include "core/text/wording.h"

/**
 * BvTabs:
 *
 * A row of tabs that choose what a table shows. Where there is no room for all of them they are a drop-down:
 * what can be chosen is never cut. `chosen` is emitted when the user takes another one.
 */
struct _BvTabs
{
  GtkWidget parent_instance;
  GtkWidget *row;
  GtkDropDown *list;
  GtkStringList *labels;

  GArray *ids;        /* of gint64 */
  GPtrArray *buttons; /* of GtkToggleButton */
  gint64 chosen;
  gint64 wanted; /* to be chosen when it is there */
  gboolean wants;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvTabs, bv_tabs, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (BvTabs *self, guint place)
{
  gint64 id = g_array_index (self->ids, gint64, place);

  if (id == self->chosen)
    return;
  self->chosen = id;
  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, place), TRUE);
  gtk_drop_down_set_selected (self->list, place);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
toggled_cb (GtkToggleButton *button, gpointer data)
{
  BvTabs *self = data;
  guint place;

  if (gtk_toggle_button_get_active (button) && g_ptr_array_find (self->buttons, button, &place))
    choose (self, place);
}

static void
selected_cb (BvTabs *self)
{
  guint place = gtk_drop_down_get_selected (self->list);

  if (!self->is_filling && place < self->ids->len)
    choose (self, place);
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

  gtk_widget_add_css_class (button, "tab");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), item->id == self->chosen);
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->row), button);
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
    gtk_box_remove (GTK_BOX (self->row), g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  g_array_set_size (self->ids, 0);
}

static int
measure_width (GtkWidget *widget, gboolean natural)
{
  int minimum;
  int wanted;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &wanted, NULL, NULL);
  return natural ? wanted : minimum;
}

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static void
bv_tabs_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  BvTabs *self = BV_TABS (widget);
  GtkWidget *list = GTK_WIDGET (self->list);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = measure_width (self->row, FALSE);
      *minimum = MIN (*natural, measure_width (list, FALSE));
    }
  else
    {
      *minimum = *natural = MAX (measure_height (self->row), measure_height (list));
    }
}

static void
bv_tabs_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvTabs *self = BV_TABS (widget);
  GtkWidget *list = GTK_WIDGET (self->list);
  gboolean has_room = measure_width (self->row, FALSE) <= width;

  gtk_widget_set_child_visible (self->row, has_room);
  gtk_widget_set_child_visible (list, !has_room);
  if (has_room)
    gtk_widget_size_allocate (self->row, &(GtkAllocation){ 0, 0, width, height }, baseline);
  else
    gtk_widget_size_allocate (list, &(GtkAllocation){ 0, 0, MIN (width, measure_width (list, TRUE)), height },
                              baseline);
}

static void
bv_tabs_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_TABS);
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
  widget_class->measure = bv_tabs_measure;
  widget_class->size_allocate = bv_tabs_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bangvang/BangVang/ui/page/tabs.ui");
  gtk_widget_class_bind_template_child (widget_class, BvTabs, row);
  gtk_widget_class_bind_template_child (widget_class, BvTabs, list);
  gtk_widget_class_bind_template_child (widget_class, BvTabs, labels);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_set_css_name (widget_class, "tabs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bv_tabs_init (BvTabs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_context_name_button (self->list);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->buttons = g_ptr_array_new ();
}

static void
write_labels (BvTabs *self, const BvTab *items, guint n_items)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_items; i++)
    {
      char *label = write_label (&items[i]);

      gtk_button_set_label (g_ptr_array_index (self->buttons, i), label);
      g_ptr_array_add (labels, label);
    }
  g_ptr_array_add (labels, NULL);
  self->is_filling = TRUE;
  gtk_string_list_splice (self->labels, 0, g_list_model_get_n_items (G_LIST_MODEL (self->labels)),
                          (const char *const *) labels->pdata);
  for (guint i = 0; i < n_items; i++)
    if (items[i].id == self->chosen)
      gtk_drop_down_set_selected (self->list, i);
  self->is_filling = FALSE;
}

/* Where it does not come with the first tabs it is not there any more. */
static void
take_wanted (BvTabs *self)
{
  gboolean wants = self->wants;

  self->wants = FALSE;
  if (wants)
    bv_tabs_choose (self, self->wanted);
}

/**
 * bv_tabs_set:
 * @tabs: tabs
 * @items: (array length=n_items): the tabs from now on
 * @n_items: how many
 *
 * The chosen one stays chosen where it is still there, else it is the first. Nothing is emitted, but where
 * one comes that was to be chosen.
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
  write_labels (tabs, items, n_items);
  if (n_items > 0)
    take_wanted (tabs);
}

/**
 * bv_tabs_get_chosen:
 * @tabs: tabs
 *
 * Returns: what the chosen tab stands for, or the one that is to be chosen when it comes
 */
gint64
bv_tabs_get_chosen (BvTabs *tabs)
{
  return tabs->wants ? tabs->wanted : tabs->chosen;
}

/**
 * bv_tabs_choose:
 * @tabs: tabs
 * @id: what a tab stands for
 *
 * Where there are no tabs yet it is chosen when they come.
 */
void
bv_tabs_choose (BvTabs *tabs, gint64 id)
{
  tabs->wants = tabs->ids->len == 0;
  tabs->wanted = id;
  for (guint i = 0; i < tabs->ids->len; i++)
    if (g_array_index (tabs->ids, gint64, i) == id)
      choose (tabs, i);
}

/**
 * bv_tabs_step:
 * @tabs: tabs
 * @step: how many tabs to go on; less than 0: back
 *
 * Chooses another tab; behind the last comes the first.
 */
void
bv_tabs_step (BvTabs *tabs, int step)
{
  int n_tabs = tabs->ids->len;

  for (int i = 0; i < n_tabs; i++)
    if (g_array_index (tabs->ids, gint64, i) == tabs->chosen)
      {
        choose (tabs, (i + step % n_tabs + n_tabs) % n_tabs);
        return;
      }
}
