/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-note.h"

#include "app/form/field-text.h"

/**
 * BvFieldNote:
 *
 * A text of several lines for one field of a draft. Leaving it saves, Escape takes back what was typed. It is
 * as high as its text: a box that scrolls by itself would take the wheel from the form that it stands in.
 */
struct _BvFieldNote
{
  GtkWidget parent_instance;
  GtkTextView *view;
  BvDraft *draft;
  BvDraftPath path;
  const BvField *field;
  char *shown; /* the text as the draft has it */
  char *message;
};

G_DEFINE_FINAL_TYPE (BvFieldNote, bv_field_note, GTK_TYPE_WIDGET)

enum
{
  PROP_MESSAGE = 1,
};

static char *
read_text (BvFieldNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_touched (BvFieldNote *self)
{
  g_autofree char *text = read_text (self);

  return g_strcmp0 (text, self->shown) != 0;
}

static void
set_message (BvFieldNote *self, const char *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify (G_OBJECT (self), "message");
}

static void
show (BvFieldNote *self)
{
  gpointer record = self->draft != NULL ? bv_draft_get_record (self->draft, self->path) : NULL;

  g_free (self->shown);
  self->shown = record != NULL ? bv_field_text_write (self->field, record) : g_strdup ("");
  if (is_touched (self))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->shown, -1);
  set_message (self, NULL);
}

static void
changed_cb (BvFieldNote *self)
{
  if (!is_touched (self))
    show (self);
}

static void
leave_cb (BvFieldNote *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_text (self);

  if (self->draft == NULL)
    return;
  if (!is_touched (self))
    set_message (self, NULL);
  else if (bv_draft_set_text (self->draft, self->path, self->field, text, &error))
    show (self);
  else
    set_message (self, error->message);
}

static gboolean
key_pressed_cb (BvFieldNote *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !is_touched (self))
    return GDK_EVENT_PROPAGATE;
  show (self);
  return GDK_EVENT_STOP;
}

static void
bv_field_note_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, BV_FIELD_NOTE (object)->message);
}

static void
bv_field_note_dispose (GObject *object)
{
  BvFieldNote *self = BV_FIELD_NOTE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_field_note_parent_class)->dispose (object);
}

static void
bv_field_note_finalize (GObject *object)
{
  g_free (BV_FIELD_NOTE (object)->shown);
  g_free (BV_FIELD_NOTE (object)->message);
  G_OBJECT_CLASS (bv_field_note_parent_class)->finalize (object);
}

static void
bv_field_note_class_init (BvFieldNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_field_note_get_property;
  object_class->dispose = bv_field_note_dispose;
  object_class->finalize = bv_field_note_finalize;
  g_object_class_install_property (
    object_class, PROP_MESSAGE,
    g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bv_field_note_init (BvFieldNote *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "note");
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * bv_field_note_new:
 *
 * Returns: (transfer floating): an editor without a field
 */
GtkWidget *
bv_field_note_new (void)
{
  return g_object_new (BV_TYPE_FIELD_NOTE, NULL);
}

/**
 * bv_field_note_bind:
 * @note: an editor
 * @draft: (nullable): whose field it shows from now on; %NULL: nothing
 * @path: which record of the draft
 * @field: a text of that record
 */
void
bv_field_note_bind (BvFieldNote *note, BvDraft *draft, BvDraftPath path, const BvField *field)
{
  if (draft != NULL && note->draft == draft && note->field == field && note->path.child == path.child
      && note->path.index == path.index)
    {
      changed_cb (note);
      return;
    }
  if (note->draft != NULL)
    g_signal_handlers_disconnect_by_data (note->draft, note);
  g_set_object (&note->draft, draft);
  note->path = path;
  note->field = field;
  if (draft != NULL)
    g_signal_connect_swapped (draft, "changed", G_CALLBACK (changed_cb), note);
  show (note);
}
