/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/tie-order.h"

#include "app/form/read-only.h"
#include "core/campaign.h"
#include "core/tie-step.h"

#include <glib/gi18n-lib.h>

/**
 * BvTieOrder:
 *
 * What separates nominees of equal points, in the order in which it is asked: those that count come first,
 * with their numbers, the others below. A tick takes one in or out; it is moved by dragging, or by Alt and an
 * arrow.
 */
struct _BvTieOrder
{
  GtkWidget parent_instance;
  GtkListBox *list;
  GtkLabel *effect_label;
  GtkLabel *message_label; /* why an order was refused */
  BvDraft *draft;
  gboolean showing; /* what is ticked comes from the draft */
};

G_DEFINE_FINAL_TYPE (BvTieOrder, bv_tie_order, GTK_TYPE_WIDGET)

#define STEP "bv-tie-step"

/* What becomes of the order. */
typedef struct
{
  gint64 step;
  int place; /* -1: it does not count any more */
} Move;

static const BvField *
get_field (void)
{
  return bv_entity_find_field (&bv_campaign_entity, "rules.tie_chain");
}

/* NULL: nothing counts. */
static const GArray *
get_chain (BvTieOrder *self)
{
  const BvCampaign *campaign = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  return campaign != NULL ? campaign->tie_chain : NULL;
}

static int
find_place (const GArray *chain, gint64 step)
{
  for (guint i = 0; chain != NULL && i < chain->len; i++)
    if (g_array_index (chain, gint64, i) == step)
      return i;
  return -1;
}

static gboolean
move_step (gpointer record, gpointer data, GError **error)
{
  BvCampaign *campaign = record;
  const Move *move = data;
  int place;

  if (campaign->tie_chain == NULL)
    campaign->tie_chain = g_array_new (FALSE, FALSE, sizeof (gint64));
  place = find_place (campaign->tie_chain, move->step);
  if (place >= 0)
    g_array_remove_index (campaign->tie_chain, place);
  if (move->place >= 0)
    g_array_insert_val (campaign->tie_chain, MIN ((guint) move->place, campaign->tie_chain->len), move->step);
  if (campaign->tie_chain->len == 0)
    g_clear_pointer (&campaign->tie_chain, g_array_unref);
  return TRUE;
}

static gint64
get_step (GtkWidget *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), STEP));
}

static GtkWidget *
find_row (BvTieOrder *self, gint64 step)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_step (GTK_WIDGET (row)) == step)
      return GTK_WIDGET (row);
  return NULL;
}

static void show (BvTieOrder *self);

static void
show_message (BvTieOrder *self, const char *message)
{
  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

/* The focus goes with the step. What is refused stays as it is stored, and it is said why. */
static gboolean
put (BvTieOrder *self, gint64 step, int place)
{
  Move move = { step, place };
  g_autoptr (GError) error = NULL;
  gboolean is_kept = self->draft != NULL && bv_draft_get_locked (self->draft) == NULL
                     && bv_draft_edit (self->draft, BV_DRAFT_WHOLE, move_step, &move, &error);

  show_message (self, error != NULL ? error->message : NULL);
  if (!is_kept)
    show (self);
  return is_kept && gtk_widget_grab_focus (find_row (self, step));
}

static GtkWidget *
get_button (GtkListBoxRow *row)
{
  return gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
}

static void
toggled_cb (GtkCheckButton *button, gpointer data)
{
  BvTieOrder *self = data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const GArray *chain = get_chain (self);

  if (self->showing)
    return;
  put (self, get_step (row),
       gtk_check_button_get_active (button) ? (chain != NULL ? (int) chain->len : 0) : -1);
}

static void
activated_cb (BvTieOrder *self, GtkListBoxRow *row)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (get_button (row));

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static gboolean
key_pressed_cb (BvTieOrder *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  int place = row != NULL ? find_place (get_chain (self), get_step (row)) : -1;

  if ((state & GDK_ALT_MASK) == 0 || (!up && keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;
  if (place >= 0 && (up ? place > 0 : place + 1 < (int) get_chain (self)->len))
    put (self, get_step (row), place + (up ? -1 : 1));
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (G_TYPE_INT, (int) get_step (row));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvTieOrder *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const GArray *chain = get_chain (self);
  int place = find_place (chain, get_step (row));
  int step = g_value_get_int (value);

  if (step < 0 || step >= BV_N_TIE_STEPS)
    return FALSE;
  if (place < 0)
    place = chain != NULL ? (int) chain->len : 0;
  return put (self, step, place);
}

static void
make_draggable (BvTieOrder *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_COPY);

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
add_row (BvTieOrder *self, gint64 step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), handle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), STEP, GINT_TO_POINTER ((int) step));
  gtk_widget_set_focusable (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (bv_tie_steps[step].title), -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  make_draggable (self, row);
  gtk_list_box_append (self->list, row);
}

static void
show_row (BvTieOrder *self, GtkListBoxRow *row)
{
  gint64 step = get_step (GTK_WIDGET (row));
  int place = find_place (get_chain (self), step);
  GtkWidget *button = get_button (row);
  GtkWidget *title = gtk_widget_get_next_sibling (button);
  g_autofree char *text = place >= 0 ? g_strdup_printf ("%d.  %s", place + 1, _ (bv_tie_steps[step].title))
                                     : g_strdup (_ (bv_tie_steps[step].title));
  g_autofree char *name = g_strdup_printf (place >= 0 ? _ ("%s, counts") : _ ("%s, does not count"), text);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), place >= 0);
  gtk_label_set_label (GTK_LABEL (title), text);
  gtk_widget_set_css_classes (title, (const char *[]){ place >= 0 ? "counts" : "dim-label", NULL });
  gtk_widget_set_visible (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)), place >= 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  const GArray *chain = get_chain (data);
  int first = find_place (chain, get_step (GTK_WIDGET (a)));
  int second = find_place (chain, get_step (GTK_WIDGET (b)));

  if (first < 0 && second < 0)
    return (int) (get_step (GTK_WIDGET (a)) - get_step (GTK_WIDGET (b)));
  return first < 0 ? 1 : second < 0 ? -1 : first - second;
}

static void
show (BvTieOrder *self)
{
  g_autofree char *effect
    = self->draft != NULL ? bv_draft_foresee (self->draft, BV_DRAFT_WHOLE, get_field (), NULL) : NULL;

  self->showing = TRUE;
  for (int i = 0; i < BV_N_TIE_STEPS; i++)
    show_row (self, gtk_list_box_get_row_at_index (self->list, i));
  gtk_list_box_invalidate_sort (self->list);
  gtk_label_set_label (self->effect_label, effect != NULL ? effect : "");
  self->showing = FALSE;
}

static void
changed_cb (BvTieOrder *self)
{
  show (self);
}

static gboolean
bv_tie_order_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (BV_TIE_ORDER (widget)->list), GTK_DIR_TAB_FORWARD);
}

static void
bv_tie_order_dispose (GObject *object)
{
  BvTieOrder *self = BV_TIE_ORDER (object);
  GtkWidget *child;

  bv_draft_follow (&self->draft, NULL, NULL, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_tie_order_parent_class)->dispose (object);
}

static void
bv_tie_order_class_init (BvTieOrderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_tie_order_dispose;
  widget_class->grab_focus = bv_tie_order_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tieorder");
}

static GtkWidget *
create_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
bv_tie_order_init (BvTieOrder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *caption = create_text (_ ("Asked one after the other until it is decided. Space takes one in or "
                                       "out, Alt and an arrow moves it."),
                                    "caption");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "framed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (get_field ()->title), -1);
  for (gint64 step = 0; step < BV_N_TIE_STEPS; step++)
    add_row (self, step);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  self->effect_label = GTK_LABEL (create_text (NULL, "caption"));
  self->message_label = GTK_LABEL (create_text (NULL, "field-message"));
  show_message (self, NULL);
  gtk_widget_set_parent (caption, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->message_label), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->effect_label), GTK_WIDGET (self));
}

/**
 * bv_tie_order_bind:
 * @order: an order
 * @draft: (nullable): the campaign whose tie rules it shows from now on; %NULL: none
 */
void
bv_tie_order_bind (BvTieOrder *order, BvDraft *draft)
{
  bv_draft_follow (&order->draft, draft, G_CALLBACK (changed_cb), order);
  if (draft != NULL)
    bv_read_only_set (GTK_WIDGET (order->list), bv_draft_get_locked (draft));
  show_message (order, NULL);
  show (order);
}
