/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/ways-popover.h"

#include "app/ways/way-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * BvWaysPopover:
 *
 * One list over the window, in which everything is found: what is typed stands on top, the focus stays there,
 * and the arrows choose below it. `chosen` is emitted with the action that leads to a way and its target,
 * once the list is closed and the focus is where it was before.
 */
struct _BvWaysPopover
{
  GtkPopover parent_instance;
  GtkEntry *entry;
  GtkListBox *list;
  GtkLabel *nothing_label;

  BvWayFinder *finder; /* NULL: it is closed */
  char *preedit;       /* what an input method has not given yet */
  GtkWidget *focus;    /* had it before, and may be gone */
  gboolean goes;       /* Enter was pressed before all was read */
  gboolean has_moved;  /* an arrow chose, not who wrote the list */
};

G_DEFINE_FINAL_TYPE (BvWaysPopover, bv_ways_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is typed, with what an input method still holds where the cursor is. */
static char *
read_text (BvWaysPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *at = g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self->entry)));
  g_autofree char *before = g_strndup (text, at - text);

  return g_strconcat (before, self->preedit != NULL ? self->preedit : "", at, NULL);
}

static void
remove_rows (BvWaysPopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* While something is read nothing is known to be nowhere. */
static void
show_nothing (BvWaysPopover *self, const char *text, guint n_ways)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *said = g_strdup_printf (_ ("Nothing matches “%s”."), typed);
  gboolean is_nowhere = n_ways == 0 && *typed != '\0' && bv_way_finder_is_whole (self->finder);

  gtk_label_set_label (self->nothing_label, is_nowhere ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), is_nowhere);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_ways > 0);
  if (is_nowhere)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said,
                                    -1);
}

static void
show_ways (BvWaysPopover *self)
{
  g_autofree char *text = read_text (self);
  g_autoptr (GPtrArray) ways = bv_way_finder_find (self->finder, text);
  guint n_ways = ways->len;

  remove_rows (self);
  g_ptr_array_set_free_func (ways, NULL);
  for (guint i = 0; i < n_ways; i++)
    gtk_list_box_append (self->list, bv_way_row_new (g_ptr_array_index (ways, i)));
  show_nothing (self, text, n_ways);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
changed_cb (BvWaysPopover *self)
{
  self->goes = self->has_moved = FALSE;
  if (self->finder != NULL)
    show_ways (self);
}

static void
preedit_changed_cb (BvWaysPopover *self, const char *preedit)
{
  g_free (self->preedit);
  self->preedit = g_strdup (preedit);
  changed_cb (self);
}

static void
go (BvWaysPopover *self, BvWayRow *row)
{
  g_autoptr (BvWay) way = bv_way_copy (bv_way_row_get_way (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, way->action, way->target);
}

/* Who types fast and presses Enter, and chose none by an arrow, means the first of all that there is, not of
 * what was read so far. */
static void
activate_cb (BvWaysPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->goes = !bv_way_finder_is_whole (self->finder) && !self->has_moved;
  if (!self->goes && row != NULL)
    go (self, BV_WAY_ROW (row));
}

static void
row_activated_cb (BvWaysPopover *self, GtkListBoxRow *row)
{
  go (self, BV_WAY_ROW (row));
}

/* The focus is in the entry, so that says what is chosen. */
static void
announce (BvWaysPopover *self, BvWayRow *row)
{
  g_autofree char *sentence = bv_way_write_sentence (bv_way_row_get_way (row));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                  row, -1);
}

static void
row_selected_cb (BvWaysPopover *self, GtkListBoxRow *selected)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    bv_way_row_set_chosen (BV_WAY_ROW (row), row == selected);
  if (selected != NULL)
    announce (self, BV_WAY_ROW (selected));
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static guint
count_rows (BvWaysPopover *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  return n;
}

/* Behind the last comes the first. */
static void
step (BvWaysPopover *self, int rows)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n_rows = count_rows (self);

  if (row == NULL)
    return;
  self->has_moved = TRUE;
  gtk_list_box_select_row (
    self->list,
    gtk_list_box_get_row_at_index (self->list, (gtk_list_box_row_get_index (row) + rows + n_rows) % n_rows));
}

/* An input method and the entry have had the key before. */
static gboolean
key_pressed_cb (BvWaysPopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step (self, -1);
  else if (control && (keyval == GDK_KEY_k || keyval == GDK_KEY_K))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The first of each kind has its title above it. */
static void
show_title (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  BvWayKind kind = bv_way_row_get_way (BV_WAY_ROW (row))->kind;
  GtkWidget *title;

  if (before != NULL && bv_way_row_get_way (BV_WAY_ROW (before))->kind == kind)
    return;
  title = gtk_label_new (bv_way_kind_get_title (kind));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section");
  gtk_list_box_row_set_header (row, title);
}

static void
bv_ways_popover_closed (GtkPopover *popover)
{
  BvWaysPopover *self = BV_WAYS_POPOVER (popover);

  g_clear_pointer (&self->finder, bv_way_finder_free);
  remove_rows (self);
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->focus);
  g_clear_weak_pointer (&self->focus);
}

static void
bv_ways_popover_dispose (GObject *object)
{
  BvWaysPopover *self = BV_WAYS_POPOVER (object);

  g_clear_pointer (&self->finder, bv_way_finder_free);
  g_clear_pointer (&self->preedit, g_free);
  g_clear_weak_pointer (&self->focus);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_WAYS_POPOVER);
  G_OBJECT_CLASS (bv_ways_popover_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/ways/ways-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWaysPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, BvWaysPopover, list);
  gtk_widget_class_bind_template_child (widget_class, BvWaysPopover, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
bv_ways_popover_class_init (BvWaysPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_ways_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = bv_ways_popover_closed;
  signals[CHOSEN] = g_signal_new ("chosen", BV_TYPE_WAYS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bv_ways_popover_init (BvWaysPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, show_title, NULL, NULL);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "preedit-changed",
                           G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bv_ways_popover_new:
 *
 * Returns: (transfer floating): a list that is closed
 */
GtkWidget *
bv_ways_popover_new (void)
{
  return g_object_new (BV_TYPE_WAYS_POPOVER, NULL);
}

/**
 * bv_ways_popover_open:
 * @popover: the list, in a window
 * @finder: (transfer full): what finds what is typed
 *
 * Opens it; nothing is typed yet.
 */
void
bv_ways_popover_open (BvWaysPopover *popover, BvWayFinder *finder)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (popover)));

  g_clear_pointer (&popover->finder, bv_way_finder_free);
  g_set_weak_pointer (&popover->focus, gtk_window_get_focus (window));
  gtk_editable_set_text (GTK_EDITABLE (popover->entry), "");
  popover->finder = finder;
  changed_cb (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (popover->entry));
}

/* The list was written again. */
static void
choose (BvWaysPopover *self, const BvWay *chosen)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const BvWay *way = bv_way_row_get_way (BV_WAY_ROW (row));

      if (g_strcmp0 (way->action, chosen->action) != 0 || (way->target == NULL) != (chosen->target == NULL)
          || (way->target != NULL && !g_variant_equal (way->target, chosen->target)))
        continue;
      gtk_list_box_select_row (self->list, row);
      self->has_moved = TRUE;
      return;
    }
}

/**
 * bv_ways_popover_look_again:
 * @popover: the list, open
 *
 * Its finder knows more now. Who pressed Enter already goes to the first.
 */
void
bv_ways_popover_look_again (BvWaysPopover *popover)
{
  GtkListBoxRow *row = popover->has_moved ? gtk_list_box_get_selected_row (popover->list) : NULL;
  g_autoptr (BvWay) chosen = row != NULL ? bv_way_copy (bv_way_row_get_way (BV_WAY_ROW (row))) : NULL;
  gboolean goes = popover->goes;

  changed_cb (popover);
  if (chosen != NULL)
    choose (popover, chosen);
  if (goes)
    activate_cb (popover);
}

/**
 * bv_ways_popover_get_finder:
 * @popover: the list
 *
 * Returns: (transfer none) (nullable): what finds what is typed; %NULL: the list is closed
 */
BvWayFinder *
bv_ways_popover_get_finder (BvWaysPopover *popover)
{
  return popover->finder;
}
