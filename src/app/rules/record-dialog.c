/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/record-dialog.h"

#include "app/draft/record-draft.h"
#include "app/form/record-form.h"
#include "app/guide/guide.h"
#include "app/system/dialog-parent.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
#define HEIGHT_MOST 380
#define HEIGHT_WITHOUT_ROWS 200
#define HEIGHT_OF_ROW 36
#define HEIGHT_WITH_EXTRA 600
#define DIALOG "bv-record-dialog"

/* A form of what is not there yet: nothing of it is stored before it is complete, and then all at once. */
typedef struct
{
  GtkWindow *window; /* not owned: it owns this */
  GtkWidget *form;
  GtkWidget *outlook; /* what it leads to */
  GtkWidget *message;
  BvDraft *draft;
  BvRecordAdder adder;
} BvRecordDialog;

static void
record_dialog_free (gpointer data)
{
  BvRecordDialog *self = data;

  g_signal_handlers_disconnect_by_data (self->draft, self);
  g_object_unref (self->draft);
  if (self->adder.release != NULL)
    self->adder.release (self->adder.data);
  g_free (self);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
changed_cb (BvRecordDialog *self)
{
  g_autofree char *text = NULL;

  if (self->adder.describe != NULL)
    text = self->adder.describe (bv_draft_get_record (self->draft, BV_DRAFT_WHOLE), self->adder.data);
  show_text (self->outlook, text);
}

/* What is still being typed is taken when it loses the focus. */
static GtkWidget *
finish_typing (BvRecordDialog *self)
{
  gtk_window_set_focus (self->window, NULL);
  return bv_record_form_find_wrong (BV_RECORD_FORM (self->form));
}

static void
add_record (BvRecordDialog *self)
{
  GtkWidget *wrong = finish_typing (self);
  gpointer record = bv_draft_get_record (self->draft, BV_DRAFT_WHOLE);
  const BvField *missing = bv_record_find_missing (record);
  g_autoptr (GError) error = NULL;

  if (wrong != NULL)
    {
      gtk_widget_child_focus (wrong, GTK_DIR_TAB_FORWARD);
      return;
    }
  if (missing != NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("This is missing: %s"), _ (missing->title));

      show_text (self->message, message);
      bv_record_form_focus (BV_RECORD_FORM (self->form));
      return;
    }
  if (self->adder.add (record, self->adder.data, &error))
    {
      bv_dialog_parent_close (self->window);
      return;
    }
  show_text (self->message, error->message);
  bv_record_form_focus (BV_RECORD_FORM (self->form));
}

static void
add_cb (BvRecordDialog *self)
{
  add_record (self);
}

static gboolean
key_pressed_cb (BvRecordDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enters = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape)
    {
      gtk_window_close (self->window);
      return GDK_EVENT_STOP;
    }
  if (!enters || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  add_record (self);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_bar (BvRecordDialog *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *add = gtk_button_new_with_mnemonic (self->adder.verb != NULL ? self->adder.verb : _ ("_Add"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_tooltip_text (add, _ ("As one action that can be undone (Ctrl+Enter)"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), add);
  return bar;
}

static GtkWidget *
create_text (const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "css-classes",
                       (const char *[]){ css_class, NULL }, NULL);
}

static GtkWidget *
create_content (BvRecordDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->outlook = create_text ("caption");
  self->message = create_text ("field-message");
  gtk_widget_add_css_class (box, "padded");
  if (self->adder.extra != NULL)
    gtk_box_append (GTK_BOX (box), self->adder.extra);
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), self->outlook);
  gtk_box_append (GTK_BOX (box), self->message);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "child", box, NULL);
}

static void
listen (BvRecordDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/* What it says stands below the form without another height. */
static int
choose_height (GtkWidget *form, GtkWidget *extra)
{
  int height = HEIGHT_WITHOUT_ROWS;
  int more = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (form); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    height += HEIGHT_OF_ROW;
  if (extra == NULL)
    return MIN (height, HEIGHT_MOST);
  gtk_widget_measure (extra, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &more, NULL, NULL);
  return MIN (height + more, HEIGHT_WITH_EXTRA);
}

static void
focus_first (BvRecordDialog *self)
{
  if (self->adder.extra == NULL)
    bv_record_form_focus (BV_RECORD_FORM (self->form));
  else
    gtk_widget_grab_focus (self->adder.extra);
}

/**
 * bv_record_dialog_new:
 * @parent: the window
 * @session: its session
 * @record: (transfer full): a new record, or what is to be done as one, with what is known of it
 * @fields: (transfer none): the names of the fields that are asked for
 * @adder: (transfer none): adds it; the dialog owns its data
 *
 * Returns: (transfer none): a dialog that asks for a new record
 */
GtkWidget *
bv_record_dialog_new (GtkWindow *parent,
                      BvSession *session,
                      gpointer record,
                      const char *const *fields,
                      const BvRecordAdder *adder)
{
  const BvEntity *entity = ((const BvRecord *) record)->entity;
  BvRecordDialog *self = g_new0 (BvRecordDialog, 1);
  g_autofree char *title = g_strdup_printf (_ ("Add: %s"), _ (entity->title));

  self->adder = *adder;
  self->draft = bv_record_draft_new_apart (session, record);
  if (adder->list != NULL)
    bv_draft_set_candidates (self->draft, adder->list);
  self->form = bv_record_form_new (entity, fields);
  self->window = g_object_new (GTK_TYPE_WINDOW, "name", "adding", "title",
                               adder->title != NULL ? adder->title : title, "transient-for", parent, "modal",
                               TRUE, "destroy-with-parent", TRUE, "default-width", WIDTH, "default-height",
                               choose_height (self->form, adder->extra), "titlebar", create_bar (self), NULL);
  gtk_window_set_child (self->window, create_content (self));
  bv_record_form_bind (BV_RECORD_FORM (self->form), self->draft, BV_DRAFT_WHOLE);
  listen (self);
  bv_guide_add_to_dialog (self->window, adder->guide != NULL ? adder->guide : "11-phong-trao.html");
  g_object_set_data_full (G_OBJECT (self->window), DIALOG, self, record_dialog_free);
  gtk_window_present (self->window);
  focus_first (self);
  return GTK_WIDGET (self->window);
}

/**
 * bv_record_dialog_add:
 * @dialog: a dialog of bv_record_dialog_new()
 *
 * Adds the record and closes the dialog, or says there what is missing.
 */
void
bv_record_dialog_add (GtkWidget *dialog)
{
  add_record (g_object_get_data (G_OBJECT (dialog), DIALOG));
}
