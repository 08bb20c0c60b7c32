/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/typed-text.h"

#include "app/draft/field-text.h"
#include "app/form/read-only.h"

#include <string.h>

/* What is typed in an editor of one field of a draft. Leaving the editor saves, Escape takes back what was
 * typed. What cannot be saved stays as it was typed, and the editor's property `message` says what is wrong.
 */
struct _BvTypedText
{
  GtkWidget *editor; /* not owned: it owns this */
  GtkWidget *view;   /* what in it is typed into */
  const BvTypedTextFuncs *text;
  GtkEventController *listeners[2]; /* not owned; NULL: released */
  BvDraft *draft;
  BvDraftPath path;
  const BvField *field;
  char *shown; /* the text as the draft has it */
  char *message;
};

static gboolean
is_touched (BvTypedText *self)
{
  g_autofree char *typed = self->text->read (self->editor);

  return g_strcmp0 (typed, self->shown) != 0;
}

static void
set_message (BvTypedText *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  if (message != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  g_object_notify (G_OBJECT (self->editor), "message");
}

/* What is saved is taken back by the campaign's undo: the editor's own begins anew. */
static void
show (BvTypedText *self)
{
  gpointer record = self->draft != NULL ? bv_draft_get_record (self->draft, self->path) : NULL;

  g_free (self->shown);
  self->shown = record != NULL ? bv_field_text_write (self->field, record) : g_strdup ("");
  self->text->set_undo (self->editor, FALSE);
  if (is_touched (self))
    self->text->write (self->editor, self->shown);
  self->text->set_undo (self->editor, TRUE);
  set_message (self, NULL);
}

static void
changed_cb (BvTypedText *self)
{
  if (!is_touched (self))
    show (self);
}

static void
leave_cb (BvTypedText *self)
{
  bv_typed_text_commit (self);
}

static gboolean
key_pressed_cb (BvTypedText *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !is_touched (self))
    return GDK_EVENT_PROPAGATE;
  show (self);
  if (GTK_IS_EDITABLE (self->editor))
    gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
  return GDK_EVENT_STOP;
}

/**
 * bv_typed_text_new:
 * @editor: a widget with a property `message`, which owns this
 * @view: the part of it that has the focus
 * @text: how its text is read and written
 *
 * Returns: (transfer full): what is typed in it; nothing yet
 */
BvTypedText *
bv_typed_text_new (GtkWidget *editor, GtkWidget *view, const BvTypedTextFuncs *text)
{
  BvTypedText *self = g_new0 (BvTypedText, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->editor = editor;
  self->view = view;
  self->text = text;
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (view, focus);
  self->listeners[0] = focus;
  self->listeners[1] = keys;
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, keys);
  return self;
}

/**
 * bv_typed_text_release:
 * @typed: what was typed in an editor that is being disposed of, and shows nothing any more
 */
void
bv_typed_text_release (BvTypedText *typed)
{
  bv_draft_follow (&typed->draft, NULL, NULL, typed);
  /* What has the focus outlives its editor for a moment. */
  for (guint i = 0; i < G_N_ELEMENTS (typed->listeners); i++)
    if (typed->listeners[i] != NULL)
      g_signal_handlers_disconnect_by_data (typed->listeners[i], typed);
  memset (typed->listeners, 0, sizeof typed->listeners);
}

/**
 * bv_typed_text_free:
 * @typed: (transfer full): what was typed in an editor that is being finalized
 */
void
bv_typed_text_free (BvTypedText *typed)
{
  bv_typed_text_release (typed);
  g_free (typed->shown);
  g_free (typed->message);
  g_free (typed);
}

static gboolean
is_bound (BvTypedText *self, BvDraft *draft, BvDraftPath path, const BvField *field)
{
  return draft != NULL && self->draft == draft && self->field == field && self->path.child == path.child
         && self->path.index == path.index;
}

/**
 * bv_typed_text_bind:
 * @typed: what is typed in an editor
 * @draft: (nullable): whose field it shows from now on; %NULL: nothing
 * @path: which record of the draft
 * @field: a field of that record
 *
 * Binding again to the same keeps what is being typed.
 */
void
bv_typed_text_bind (BvTypedText *typed, BvDraft *draft, BvDraftPath path, const BvField *field)
{
  if (is_bound (typed, draft, path, field))
    {
      changed_cb (typed);
      return;
    }
  bv_draft_follow (&typed->draft, draft, G_CALLBACK (changed_cb), typed);
  typed->path = path;
  typed->field = field;
  bv_read_only_set (typed->view, draft != NULL ? bv_draft_get_locked (draft) : NULL);
  show (typed);
}

static void
end_word_in (GtkIMContext *method)
{
  g_autofree char *word = NULL;

  gtk_im_context_get_preedit_string (method, &word, NULL, NULL);
  if (*word == '\0')
    return;
  gtk_im_context_focus_out (method);
  gtk_im_context_focus_in (method);
}

/**
 * bv_typed_text_end_word:
 * @view: an entry, or another widget in which is typed
 *
 * Makes the word that an input method is still composing a part of the text, as when the focus is lost: what
 * leaves a text is told of it before the text itself is, and reads it without that word.
 */
void
bv_typed_text_end_word (GtkWidget *view)
{
  GtkEditable *text = GTK_IS_EDITABLE (view) ? gtk_editable_get_delegate (GTK_EDITABLE (view)) : NULL;
  g_autoptr (GListModel) controllers
    = gtk_widget_observe_controllers (text != NULL ? GTK_WIDGET (text) : view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GtkIMContext *method
        = GTK_IS_EVENT_CONTROLLER_KEY (controller)
            ? gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller))
            : NULL;

      if (method != NULL)
        end_word_in (method);
    }
}

/**
 * bv_typed_text_commit:
 * @typed: what is typed in an editor
 *
 * Saves it.
 *
 * Returns: whether nothing is left to be saved
 */
gboolean
bv_typed_text_commit (BvTypedText *typed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (typed->draft == NULL)
    return TRUE;
  bv_typed_text_end_word (typed->view);
  if (!is_touched (typed))
    {
      set_message (typed, NULL);
      return TRUE;
    }
  set_message (typed, NULL);
  text = typed->text->read (typed->editor);
  if (!bv_draft_set_text (typed->draft, typed->path, typed->field, text, &error))
    {
      set_message (typed, error->message);
      return FALSE;
    }
  show (typed);
  return TRUE;
}

/**
 * bv_typed_text_give_back:
 * @typed: what is typed in an editor
 *
 * Gives it up: the editor shows what is saved.
 */
void
bv_typed_text_give_back (BvTypedText *typed)
{
  show (typed);
}

/**
 * bv_typed_text_get_message:
 * @typed: what is typed in an editor
 *
 * Returns: (transfer none) (nullable): what is wrong with it
 */
const char *
bv_typed_text_get_message (BvTypedText *typed)
{
  return typed->message;
}
