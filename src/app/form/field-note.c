/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-note.h"

#include "app/form/typed-text.h"
#include "app/page/unsaved.h"

#define FEWEST_LINES 2
/* Fewer in a line would make it very high, and a window asks for the height at the narrowest. */
#define FEWEST_CHARS 22
#define USUAL_CHARS 48

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
  return gtk_text_view_get_buffer (BV_FIELD_NOTE (editor)->view);
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

static void
bv_field_note_dispose (GObject *object)
{
  BvFieldNote *self = BV_FIELD_NOTE (object);

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

/* What stands around the text, in pixels. */
static void
measure_frame (GtkWidget *view, int *across, int *along)
{
  GtkStyleContext *style = gtk_widget_get_style_context (view);
  GtkBorder padding, border;

  gtk_style_context_get_padding (style, &padding);
  gtk_style_context_get_border (style, &border);
  *across = padding.left + padding.right + border.left + border.right;
  *along = padding.top + padding.bottom + border.top + border.bottom;
}

/* GTK's view asks for the height that its text had at the width that it was given last, which may have been
 * its narrowest. */
static int
measure_height (BvFieldNote *self, int width)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  g_autofree char *text = read_text (GTK_WIDGET (self));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, "");
  int across, along, line, height;

  measure_frame (view, &across, &along);
  pango_layout_get_pixel_size (layout, NULL, &line);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : MAX (width - across, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (height, FEWEST_LINES * line) + along;
}

static int
measure_chars (BvFieldNote *self, int n_chars)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width * n_chars);
}

static GtkSizeRequestMode
bv_field_note_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  BvFieldNote *self = BV_FIELD_NOTE (widget);

  gtk_widget_measure (GTK_WIDGET (self->view), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size);
      return;
    }
  *minimum = MAX (*minimum, measure_chars (self, FEWEST_CHARS));
  *natural = MAX (*minimum, measure_chars (self, USUAL_CHARS));
}

static void
bv_field_note_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (GTK_WIDGET (BV_FIELD_NOTE (widget)->view),
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
bv_field_note_class_init (BvFieldNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_field_note_get_property;
  object_class->dispose = bv_field_note_dispose;
  object_class->finalize = bv_field_note_finalize;
  widget_class->grab_focus = bv_field_note_grab_focus;
  widget_class->get_request_mode = bv_field_note_get_request_mode;
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
  g_signal_connect_object (get_buffer (GTK_WIDGET (self)), "changed", G_CALLBACK (gtk_widget_queue_resize),
                           self, G_CONNECT_SWAPPED);
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
