/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/suggestions.h"

#include "core/text/search-words.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>

/* So many are shown. */
#define MOST 6

/* What other records have in the field that is typed, below its entry: all of it, the most used first, or
 * what has the words that were typed. The arrows take one into the entry, where it can be changed and is
 * saved as if it had been typed; nothing is completed while somebody types, which input methods would stumble
 * over. */
struct _BvSuggestions
{
  GtkWidget *entry; /* not owned: it owns this */
  GtkWidget *popover;
  GtkListBox *list;
  BvDraft *draft; /* NULL: nothing is suggested */
  const BvField *field;
  BvCandidates *all; /* NULL: not read since the entry has the focus */
  char *typed;       /* what was typed before one was taken */
  int taken;         /* -1: none */
  gboolean is_taking;
};

static const char *
get_text (BvSuggestions *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
has_focus (BvSuggestions *self)
{
  return (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
hide (BvSuggestions *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
clear (BvSuggestions *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->taken = -1;
}

static void
append (BvSuggestions *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_can_focus (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static gboolean
fits (const BvSearchWords *words, const char *typed, const char *text)
{
  g_autofree char *folded = bv_vietnamese_fold (text);

  return bv_search_words_find (words, folded) != BV_SEARCH_NOWHERE && !g_str_equal (text, typed);
}

/* Returns: whether there are any */
static gboolean
find (BvSuggestions *self)
{
  g_autoptr (BvSearchWords) words = bv_search_words_new (get_text (self));
  guint n = 0;

  if (self->all == NULL)
    self->all = bv_draft_list_candidates (self->draft, self->field);
  clear (self);
  for (guint i = 0; i < bv_candidates_count (self->all) && n < MOST; i++)
    {
      const char *text = bv_candidates_title (self->all, i);

      if (!bv_search_words_is_empty (words) && !fits (words, get_text (self), text))
        continue;
      append (self, text);
      n++;
    }
  g_free (self->typed);
  self->typed = g_strdup (get_text (self));
  return n > 0;
}

static void
show (BvSuggestions *self)
{
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->entry), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Below what was typed stand those that fit; an entry that is empty, or shows what is saved, has none. */
static void
changed_cb (BvSuggestions *self)
{
  if (self->is_taking || self->draft == NULL)
    return;
  if (has_focus (self) && *get_text (self) != '\0' && find (self))
    show (self);
  else
    hide (self);
}

static const char *
get_row_text (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

/* @place: -1: what was typed itself */
static void
take (BvSuggestions *self, int place)
{
  GtkListBoxRow *row = place >= 0 ? gtk_list_box_get_row_at_index (self->list, place) : NULL;

  self->taken = place;
  gtk_list_box_select_row (self->list, row);
  self->is_taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), row != NULL ? get_row_text (row) : self->typed);
  self->is_taking = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static gboolean
step (BvSuggestions *self, int rows)
{
  int place = self->taken + rows;

  if (!gtk_widget_get_visible (self->popover))
    {
      if (rows < 0 || !find (self))
        return GDK_EVENT_PROPAGATE;
      show (self);
      place = 0;
    }
  if (place >= -1 && (place == -1 || gtk_list_box_get_row_at_index (self->list, place) != NULL))
    take (self, place);
  return GDK_EVENT_STOP;
}

/* Behind the input method, which has a use for the keys while it composes. */
static gboolean
key_pressed_cb (BvSuggestions *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (self->draft == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return step (self, 1);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return step (self, -1);
  return GDK_EVENT_PROPAGATE;
}

static void
clicked_cb (BvSuggestions *self, GtkListBoxRow *row)
{
  take (self, gtk_list_box_row_get_index (row));
  hide (self);
}

static void
leave_cb (BvSuggestions *self)
{
  hide (self);
  g_clear_pointer (&self->all, bv_candidates_free);
}

/* The entry keeps the focus: what is clicked here takes none. */
static void
create_popover (BvSuggestions *self)
{
  self->popover = gtk_popover_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Written before"), -1);
  gtk_widget_set_parent (self->popover, self->entry);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (clicked_cb), self);
}

/**
 * bv_suggestions_new:
 * @entry: a #GtkEditable, which owns this and presents it when it gets its place
 *
 * Returns: (transfer full): what is suggested in it; nothing yet
 */
BvSuggestions *
bv_suggestions_new (GtkWidget *entry)
{
  BvSuggestions *self = g_new0 (BvSuggestions, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  self->taken = -1;
  create_popover (self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * bv_suggestions_free:
 * @suggestions: (transfer full): what is suggested in an entry that is being disposed of
 */
void
bv_suggestions_free (BvSuggestions *suggestions)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (suggestions->entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      g_signal_handlers_disconnect_by_data (controller, suggestions);
    }
  g_signal_handlers_disconnect_by_data (suggestions->entry, suggestions);
  g_signal_handlers_disconnect_by_data (suggestions->list, suggestions);
  gtk_widget_unparent (suggestions->popover);
  g_clear_object (&suggestions->draft);
  g_clear_pointer (&suggestions->all, bv_candidates_free);
  g_free (suggestions->typed);
  g_free (suggestions);
}

/**
 * bv_suggestions_bind:
 * @suggestions: what is suggested in an entry
 * @draft: (nullable): the draft that is edited there; %NULL: nothing is suggested
 * @field: which of its fields
 */
void
bv_suggestions_bind (BvSuggestions *suggestions, BvDraft *draft, const BvField *field)
{
  g_set_object (&suggestions->draft, draft);
  suggestions->field = field;
  g_clear_pointer (&suggestions->all, bv_candidates_free);
}

/**
 * bv_suggestions_present:
 * @suggestions: what is suggested in an entry that has got its place
 */
void
bv_suggestions_present (BvSuggestions *suggestions)
{
  gtk_popover_present (GTK_POPOVER (suggestions->popover));
}
