/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-row.h"

#include "app/form/field-drop-down.h"
#include "app/form/field-entry.h"
#include "app/form/field-note.h"
#include "app/page/context.h"
#include "core/field-help.h"

#include <glib/gi18n-lib.h>

/* What an edit leads to is asked of the library when nobody has typed for so long. */
#define PAUSE_MILLISECONDS 250

/**
 * BvFieldRow:
 *
 * One field of a draft in a form: its title, the editor that its type asks for, and below what is wrong, or
 * looks so though it is saved; while it has the focus also what the field does, and what an edit leads to.
 * That follows what is typed after a pause, and what is saved or refused at once.
 */
struct _BvFieldRow
{
  GtkWidget parent_instance;
  const BvField *field;
  GtkWidget *label;
  GtkWidget *editor;
  GtkWidget *message;
  GtkWidget *hint; /* NULL: nothing is said of the field */
  char *help;      /* what it does; NULL: nothing is said of it */
  BvDraft *draft;  /* NULL: none */
  BvDraftPath path;
  gboolean focused;
  gboolean wrong; /* what was typed is not saved */
  guint pause;    /* the source that shows what was typed last leads to; 0: that is shown */
};

G_DEFINE_FINAL_TYPE (BvFieldRow, bv_field_row, GTK_TYPE_WIDGET)

static void
show_message (BvFieldRow *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (self->wrong)
    gtk_widget_remove_css_class (self->message, "warning");
  else
    gtk_widget_add_css_class (self->message, "warning");
}

/* What is wrong, else what is warned of. */
static void
look_again (BvFieldRow *self)
{
  g_autofree char *message = NULL;

  g_object_get (self->editor, "message", &message, NULL);
  self->wrong = message != NULL;
  if (message == NULL && self->draft != NULL)
    message = bv_draft_find_warning (self->draft, self->path, self->field);
  show_message (self, message);
}

/* NULL: nothing can be typed there. */
static char *
read_typed (BvFieldRow *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (BV_IS_FIELD_ENTRY (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (!BV_IS_FIELD_NOTE (self->editor))
    return NULL;
  buffer = bv_field_note_get_buffer (BV_FIELD_NOTE (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Where something else is typed than is saved, what that leads to; else what any edit would. */
static char *
foresee (BvFieldRow *self)
{
  g_autofree char *typed = self->draft != NULL ? read_typed (self) : NULL;
  char *foreseen = typed != NULL ? bv_draft_foresee (self->draft, self->path, self->field, typed) : NULL;

  if (foreseen == NULL && self->draft != NULL)
    foreseen = bv_draft_foresee (self->draft, self->path, self->field, NULL);
  return foreseen;
}

static void
show_hint (BvFieldRow *self)
{
  g_autofree char *foreseen = NULL;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->hint == NULL)
    return;
  foreseen = self->focused ? foresee (self) : NULL;
  text = foreseen != NULL ? g_strconcat (self->help, "\n", foreseen, NULL) : g_strdup (self->help);
  gtk_label_set_label (GTK_LABEL (self->hint), text);
  gtk_widget_set_visible (self->hint, self->focused);
}

/* What was typed was refused, or is no longer. */
static void
message_cb (GObject *editor, GParamSpec *pspec, gpointer data)
{
  BvFieldRow *self = data;

  look_again (self);
  if (self->pause != 0)
    show_hint (self);
}

static gboolean
pause_cb (gpointer data)
{
  BvFieldRow *self = data;

  self->pause = 0;
  show_hint (self);
  return G_SOURCE_REMOVE;
}

static void
focused_cb (BvFieldRow *self)
{
  self->focused = TRUE;
  show_hint (self);
}

static void
left_cb (BvFieldRow *self)
{
  self->focused = FALSE;
  show_hint (self);
}

/* Each key begins the pause anew. */
static void
typed_cb (BvFieldRow *self)
{
  if (!self->focused)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MILLISECONDS, pause_cb, self);
}

static void
changed_cb (BvFieldRow *self)
{
  look_again (self);
  show_hint (self);
}

static void
entered_cb (GtkWidget *editor)
{
  g_signal_emit_by_name (editor, "move-focus", GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
create_editor (const BvField *field)
{
  if (field->type == BV_FIELD_FLAG || field->type == BV_FIELD_CHOICE || field->type == BV_FIELD_REFERENCE)
    return bv_field_drop_down_new ();
  if ((field->flags & (BV_FIELD_LONG | BV_FIELD_LINES)) != 0)
    return bv_field_note_new ();
  return bv_field_entry_new ();
}

static void
bv_field_row_dispose (GObject *object)
{
  BvFieldRow *self = BV_FIELD_ROW (object);
  GtkWidget *child;

  bv_draft_follow (&self->draft, NULL, NULL, self);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, message_cb, self);
  self->editor = NULL;
  self->hint = NULL;
  g_clear_pointer (&self->help, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_field_row_parent_class)->dispose (object);
}

static gboolean
bv_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BV_FIELD_ROW (widget)->editor);
}

static void
bv_field_row_class_init (BvFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_field_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  widget_class->grab_focus = bv_field_row_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
}

static void
bv_field_row_init (BvFieldRow *self)
{
}

static void
place (BvFieldRow *self, GtkWidget *child, int column, int row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *cell;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  cell = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));
  gtk_grid_layout_child_set_column (cell, column);
  gtk_grid_layout_child_set_row (cell, row);
}

static GtkWidget *
create_label (const BvField *field)
{
  GtkWidget *label = gtk_label_new (_ (field->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, "field-title");
  return label;
}

static GtkWidget *
create_message (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "field-message");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/* Below its editor, while that has the focus. */
static void
add_hint (BvFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->hint = create_message ();
  gtk_widget_set_css_classes (self->hint, (const char *[]){ "caption", NULL });
  place (self, self->hint, 1, 2);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
  if (BV_IS_FIELD_ENTRY (self->editor))
    g_signal_connect_object (self->editor, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  else if (BV_IS_FIELD_NOTE (self->editor))
    g_signal_connect_object (bv_field_note_get_buffer (BV_FIELD_NOTE (self->editor)), "changed",
                             G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bv_field_row_new:
 * @entity: an entity
 * @field: a field of it that holds no child
 *
 * Returns: (transfer floating): a row without a record
 */
GtkWidget *
bv_field_row_new (const BvEntity *entity, const BvField *field)
{
  BvFieldRow *self = g_object_new (BV_TYPE_FIELD_ROW, NULL);

  self->field = field;
  self->label = create_label (field);
  self->editor = create_editor (field);
  self->message = create_message ();
  gtk_widget_set_hexpand (self->editor, TRUE);
  /* A title of two lines makes no entry higher. */
  if (BV_IS_FIELD_NOTE (self->editor))
    gtk_widget_set_valign (self->label, GTK_ALIGN_START);
  else
    gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->editor);
  place (self, self->label, 0, 0);
  place (self, self->editor, 1, 0);
  place (self, self->message, 1, 1);
  self->help = bv_field_help_write (entity, field);
  if (self->help != NULL)
    add_hint (self);
  g_signal_connect (self->editor, "notify::message", G_CALLBACK (message_cb), self);
  if (BV_IS_FIELD_ENTRY (self->editor))
    g_signal_connect (self->editor, "entered", G_CALLBACK (entered_cb), NULL);
  bv_field_row_set_context (self, NULL);
  return GTK_WIDGET (self);
}

/**
 * bv_field_row_bind:
 * @row: a row
 * @draft: (nullable): whose field it shows from now on
 * @path: which record of the draft
 */
void
bv_field_row_bind (BvFieldRow *row, BvDraft *draft, BvDraftPath path)
{
  if (BV_IS_FIELD_ENTRY (row->editor))
    bv_field_entry_bind (BV_FIELD_ENTRY (row->editor), draft, path, row->field);
  else if (BV_IS_FIELD_NOTE (row->editor))
    bv_field_note_bind (BV_FIELD_NOTE (row->editor), draft, path, row->field);
  else
    bv_field_drop_down_bind (BV_FIELD_DROP_DOWN (row->editor), draft, path, row->field);
  bv_draft_follow (&row->draft, draft, G_CALLBACK (changed_cb), row);
  row->path = path;
  look_again (row);
  show_hint (row);
}

/**
 * bv_field_row_set_context:
 * @row: a row
 * @context: (nullable): where it stands, if fields of that title stand elsewhere too
 *
 * Has screen readers say that behind the title. What is named is what has the focus.
 */
void
bv_field_row_set_context (BvFieldRow *row, const char *context)
{
  g_autofree char *name = bv_context_append (_ (row->field->title), context);
  GtkWidget *control
    = BV_IS_FIELD_ENTRY (row->editor) ? row->editor : gtk_widget_get_first_child (row->editor);

  bv_context_name (control, name);
}

/**
 * bv_field_row_is_wrong:
 * @row: a row
 *
 * Returns: whether what was typed is not saved, because something is wrong with it
 */
gboolean
bv_field_row_is_wrong (BvFieldRow *row)
{
  return row->wrong;
}

/**
 * bv_field_row_set_title_chars:
 * @row: a row
 * @chars: how many letters its title has room for before it goes on in another line
 *
 * In a wide form titles need not be as narrow as in the details of a table.
 */
void
bv_field_row_set_title_chars (BvFieldRow *row, int chars)
{
  gtk_label_set_width_chars (GTK_LABEL (row->label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (row->label), chars);
}
