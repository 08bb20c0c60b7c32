/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane/stored-popover.h"

#include "core/text/search-words.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>

/* As many are offered; who wants another types more of its name. */
#define MOST 10
#define NAME_CHARS 46

/**
 * BvStoredPopover:
 *
 * Offers the documents of the campaign, by what is typed of their number, title, issuer or file. `picked`
 * says the key of the one that is to prove the score, too.
 */
struct _BvStoredPopover
{
  GtkPopover parent_instance;
  GtkWidget *entry;
  GtkListBox *box;
  GtkWidget *rest_label;

  GPtrArray *stored; /* of BvEvidence: what can be offered; NULL: nobody asked yet */
  GPtrArray *folded; /* of char *, as @stored: what is searched */
};

G_DEFINE_FINAL_TYPE (BvStoredPopover, bv_stored_popover, GTK_TYPE_POPOVER)

static guint picked_signal;

static void
pick (BvStoredPopover *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), "key"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, picked_signal, 0, key);
}

static void
append_row (BvStoredPopover *self, const BvEvidence *evidence)
{
  g_autofree char *reference = bv_evidence_write_reference (evidence);
  const char *more = !bv_text_is_blank (evidence->title) ? evidence->title : evidence->file;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();
  const char *lines[] = { !bv_text_is_blank (reference) ? reference : bv_evidence_name (evidence), more };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
      if (i > 0)
        gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (evidence->key), g_free);
  gtk_list_box_append (self->box, row);
}

static void
show_rest (BvStoredPopover *self, guint n_rest)
{
  g_autofree char *rest
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more: type some of its number or title",
                                    "%u more: type some of the number or title", n_rest),
                       n_rest);
  gboolean has_none = gtk_list_box_get_row_at_index (self->box, 0) == NULL;

  gtk_label_set_label (GTK_LABEL (self->rest_label), has_none ? _ ("No such document is stored.") : rest);
  gtk_widget_set_visible (self->rest_label, has_none || n_rest > 0);
}

static void
changed_cb (BvStoredPopover *self)
{
  g_autoptr (BvSearchWords) words = bv_search_words_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean is_all = bv_search_words_is_empty (words);
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->box, 0)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
  for (guint i = 0; self->stored != NULL && i < self->stored->len; i++)
    {
      if (!is_all && bv_search_words_find (words, g_ptr_array_index (self->folded, i)) == BV_SEARCH_NOWHERE)
        continue;
      if (n < MOST)
        append_row (self, g_ptr_array_index (self->stored, i));
      n++;
    }
  gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, 0));
  show_rest (self, n > MOST ? n - MOST : 0);
}

static void
entered_cb (BvStoredPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  if (row != NULL)
    pick (self, row);
}

static gboolean
key_pressed_cb (BvStoredPopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  if (row == NULL || (!is_up && keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->box, gtk_list_box_row_get_index (row) + (is_up ? -1 : 1));
  if (row != NULL)
    gtk_list_box_select_row (self->box, row);
  return GDK_EVENT_STOP;
}

static void
forget (BvStoredPopover *self)
{
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
}

static void
bv_stored_popover_finalize (GObject *object)
{
  forget (BV_STORED_POPOVER (object));
  G_OBJECT_CLASS (bv_stored_popover_parent_class)->finalize (object);
}

static void
bv_stored_popover_class_init (BvStoredPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_stored_popover_finalize;
  picked_signal = g_signal_new ("picked", BV_TYPE_STORED_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
create_rest_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
bv_stored_popover_init (BvStoredPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->rest_label = create_rest_label ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Number, title or file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a stored document"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stored documents"), -1);
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (box), self->rest_label);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_set_name (GTK_WIDGET (self), "stored-documents");
  gtk_widget_add_css_class (GTK_WIDGET (self), "suggestions");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
}

/**
 * bv_stored_popover_new:
 * @parent: what it stands at, which unparents it
 *
 * Returns: (transfer none): a popover that offers nothing yet
 */
GtkWidget *
bv_stored_popover_new (GtkWidget *parent)
{
  GtkWidget *popover = g_object_new (BV_TYPE_STORED_POPOVER, NULL);

  gtk_widget_set_parent (popover, parent);
  return popover;
}

static gboolean
is_linked (const BvScorePapers *linked, const BvEvidence *evidence)
{
  for (guint i = 0; linked != NULL && i < linked->papers->len; i++)
    if (((const BvScorePaper *) g_ptr_array_index (linked->papers, i))->evidence->record.id
        == evidence->record.id)
      return TRUE;
  return FALSE;
}

static char *
fold (const BvEvidence *evidence)
{
  g_autofree char *all
    = g_strjoin (" ", evidence->number, evidence->title, evidence->issuer, evidence->file, NULL);

  return bv_vietnamese_fold (all);
}

/**
 * bv_stored_popover_ask:
 * @popover: the popover
 * @stored: (transfer full) (element-type BvEvidence): the documents of the campaign
 * @linked: (nullable): what proves the score already, and is not offered
 */
void
bv_stored_popover_ask (BvStoredPopover *popover, GPtrArray *stored, const BvScorePapers *linked)
{
  forget (popover);
  popover->stored = stored;
  popover->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < stored->len;)
    if (is_linked (linked, g_ptr_array_index (stored, i)))
      g_ptr_array_remove_index (stored, i);
    else
      g_ptr_array_add (popover->folded, fold (g_ptr_array_index (stored, i++)));
  gtk_editable_set_text (GTK_EDITABLE (popover->entry), "");
  changed_cb (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (popover->entry);
}
