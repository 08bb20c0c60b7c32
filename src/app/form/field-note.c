/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-note.h"

#include "app/form/typed-text.h"
#include "app/page/unsaved.h"

/**
 * BvFieldNote:
 *
 * A text of several lines for one field of a draft (#BvTypedText). It is as high as its text: a box that
 * scrolls by itself would take the wheel from the form that it stands in.
 */
struct _BvFieldNote
{
  GtkWidget parent_instance;
  GtkTextView *view;
  BvTypedText *typed;
  int width;    /* the one that was given to it last */
  guint source; /* measures the text again; 0: that is not needed */
};

static void bv_field_note_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvFieldNote,
                               bv_field_note,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_field_note_be_unsaved))

enum
{
  PROP_MESSAGE = 1,
};

static GtkTextBuffer *
get_buffer (GtkWidget *editor)
{
  return bv_field_note_get_buffer (BV_FIELD_NOTE (editor));
}

static char *
read_text (GtkWidget *editor)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (editor), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (editor), &start, &end, FALSE);
}

static void
write_text (GtkWidget *editor, const char *text)
{
  gtk_text_buffer_set_text (get_buffer (editor), text, -1);
}

static void
set_undo (GtkWidget *editor, gboolean enabled)
{
  gtk_text_buffer_set_enable_undo (get_buffer (editor), enabled);
}

static void
bv_field_note_commit (BvUnsaved *unsaved)
{
  bv_typed_text_commit (BV_FIELD_NOTE (unsaved)->typed);
}

static const char *
bv_field_note_get_message (BvUnsaved *unsaved)
{
  return bv_typed_text_get_message (BV_FIELD_NOTE (unsaved)->typed);
}

static void
bv_field_note_give_back (BvUnsaved *unsaved)
{
  bv_typed_text_give_back (BV_FIELD_NOTE (unsaved)->typed);
}

static void
bv_field_note_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_field_note_commit;
  iface->get_message = bv_field_note_get_message;
  iface->give_back = bv_field_note_give_back;
}

static void
bv_field_note_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, bv_field_note_get_message (BV_UNSAVED (object)));
}

static gboolean
bv_field_note_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_FIELD_NOTE (widget)->view));
}

static GtkSizeRequestMode
bv_field_note_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (BV_FIELD_NOTE (widget)->view));
}

static void
bv_field_note_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (BV_FIELD_NOTE (widget)->view), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
measure_again (gpointer data)
{
  BvFieldNote *self = data;

  self->source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* The view is as high as its lines were at the width that it had, and does not hear of another in time. */
static void
bv_field_note_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvFieldNote *self = BV_FIELD_NOTE (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->view), &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (width != self->width && self->source == 0)
    self->source = g_idle_add (measure_again, self);
  self->width = width;
}

static void
bv_field_note_dispose (GObject *object)
{
  BvFieldNote *self = BV_FIELD_NOTE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  bv_typed_text_release (self->typed);
  g_clear_pointer ((GtkWidget **) &self->view, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_field_note_parent_class)->dispose (object);
}

static void
bv_field_note_finalize (GObject *object)
{
  bv_typed_text_free (BV_FIELD_NOTE (object)->typed);
  G_OBJECT_CLASS (bv_field_note_parent_class)->finalize (object);
}

static void
bv_field_note_class_init (BvFieldNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_field_note_get_property;
  object_class->dispose = bv_field_note_dispose;
  object_class->finalize = bv_field_note_finalize;
  widget_class->get_request_mode = bv_field_note_get_request_mode;
  widget_class->grab_focus = bv_field_note_grab_focus;
  widget_class->measure = bv_field_note_measure;
  widget_class->size_allocate = bv_field_note_size_allocate;
  g_object_class_install_property (
    object_class, PROP_MESSAGE,
    g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
bv_field_note_init (BvFieldNote *self)
{
  static const BvTypedTextFuncs text = { read_text, write_text, set_undo };

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "note");
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  self->typed = bv_typed_text_new (GTK_WIDGET (self), GTK_WIDGET (self->view), &text);
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
 * bv_field_note_get_buffer:
 * @note: an editor
 *
 * Returns: (transfer none): what is typed in it
 */
GtkTextBuffer *
bv_field_note_get_buffer (BvFieldNote *note)
{
  return gtk_text_view_get_buffer (note->view);
}

/**
 * bv_field_note_bind:
 * @note: an editor
 * @draft: (nullable): whose field it shows from now on; %NULL: nothing
 * @path: which record of the draft
 * @field: a text of that record
 *
 * Binding again to the same keeps what is being typed.
 */
void
bv_field_note_bind (BvFieldNote *note, BvDraft *draft, BvDraftPath path, const BvField *field)
{
  bv_typed_text_bind (note->typed, draft, path, field);
}
