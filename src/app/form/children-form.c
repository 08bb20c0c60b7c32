/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/children-form.h"

#include "app/form/read-only.h"
#include "app/form/record-form.h"
#include "app/form/reveal.h"
#include "app/page/context.h"
#include "app/page/unsaved.h"

#include <glib/gi18n-lib.h>

/**
 * BvChildrenForm:
 *
 * The children that a field of a draft holds: a form for each, buttons to add and remove them. A new child
 * has its form before it is one: it is added, as one action, when all is given that people have to give.
 * Until then Escape or its button takes it away, and nothing is left of it.
 */
struct _BvChildrenForm
{
  GtkWidget parent_instance;
  const BvField *field;
  BvDraft *draft;
  BvDraft *begun; /* the new child, whose form is the last one; NULL: none */
  GtkWidget *add_button;
  GtkWidget *message;
  GtkWidget *list;
  guint n_forms;
  char *missing; /* says what the new child lacks */
  char *context; /* where the form stands, for screen readers; NULL: once on the page */
};

static void bv_children_form_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvChildrenForm,
                               bv_children_form,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_children_form_be_unsaved))

static void show (BvChildrenForm *self);

static guint
count_children (BvChildrenForm *self)
{
  gpointer record = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  if (record == NULL)
    return 0;
  if (self->field->type == BV_FIELD_CHILDREN)
    return BV_FIELD_RECORDS (record, self->field)->len;
  return BV_FIELD_RECORD (record, self->field) != NULL ? 1 : 0;
}

static void
show_message (BvChildrenForm *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static gboolean
is_blank (gconstpointer child)
{
  g_autoptr (BvRecord) blank = bv_record_new (((const BvRecord *) child)->entity);

  return bv_record_equal (child, blank);
}

/* Something refused in its form would be lost when the form becomes that of the child. */
static gboolean
is_complete (BvChildrenForm *self, gconstpointer child)
{
  GtkWidget *form = gtk_widget_get_first_child (gtk_widget_get_last_child (self->list));

  return !is_blank (child) && bv_record_find_missing (child) == NULL
         && bv_record_form_find_wrong (BV_RECORD_FORM (form)) == NULL;
}

/* Adds the new child as soon as it is complete. */
static gboolean
save_begun (gpointer record, gpointer data, GError **error)
{
  BvChildrenForm *self = data;
  g_autoptr (BvDraft) begun = NULL;

  if (!is_complete (self, record))
    return TRUE;
  begun = g_steal_pointer (&self->begun);
  if (bv_draft_add_child (self->draft, self->field, record, error))
    {
      show_message (self, NULL);
      return TRUE;
    }
  self->begun = g_steal_pointer (&begun);
  return FALSE;
}

static void
give_up (BvChildrenForm *self)
{
  g_clear_object (&self->begun);
  show_message (self, NULL);
  show (self);
}

/* What has the focus in a form that is taken away gives it to the button, not to anybody. */
static void
keep_focus (BvChildrenForm *self, GtkWidget *box)
{
  if ((gtk_widget_get_state_flags (box) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return;
  gtk_widget_set_visible (self->add_button, TRUE);
  gtk_widget_grab_focus (self->add_button);
}

static void
add_clicked_cb (BvChildrenForm *self)
{
  GtkWidget *box;

  if (self->draft == NULL)
    return;
  if (self->begun == NULL)
    {
      self->begun = bv_draft_new (bv_record_new (self->field->target), bv_draft_read_apart, save_begun, self);
      bv_draft_set_owner (self->begun, self->draft);
      show (self);
    }
  box = gtk_widget_get_last_child (self->list);
  bv_record_form_focus (BV_RECORD_FORM (gtk_widget_get_first_child (box)));
  bv_reveal (box);
}

static void
remove_clicked_cb (GtkWidget *button, gpointer data)
{
  BvChildrenForm *self = data;
  g_autoptr (GError) error = NULL;
  BvDraftPath path = { self->field, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")) };

  keep_focus (self, gtk_widget_get_parent (button));
  if (self->begun != NULL && path.index == count_children (self))
    {
      give_up (self);
      return;
    }
  bv_draft_remove_child (self->draft, path, &error);
  show_message (self, error != NULL ? error->message : NULL);
  show (self);
}

static gboolean
key_pressed_cb (BvChildrenForm *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *keys)
{
  GtkWidget *box = gtk_event_controller_get_widget (keys);

  if (keyval != GDK_KEY_Escape || self->begun == NULL || box != gtk_widget_get_last_child (self->list))
    return GDK_EVENT_PROPAGATE;
  give_up (self);
  return GDK_EVENT_STOP;
}

/* What is left half done says what it lacks. */
static void
finish (BvChildrenForm *self)
{
  g_autoptr (GError) error = NULL;

  if (self->begun == NULL)
    return;
  if (save_begun (bv_draft_get_record (self->begun, BV_DRAFT_WHOLE), self, &error))
    show_message (self, bv_unsaved_get_message (BV_UNSAVED (self)));
  else
    show_message (self, error->message);
}

static void
left_cb (BvChildrenForm *self)
{
  finish (self);
}

/* Which child, where there may be several. */
static char *
write_title (BvChildrenForm *self, guint index)
{
  const char *title = _ (self->field->target->title);

  return self->field->type == BV_FIELD_CHILD ? g_strdup (title) : g_strdup_printf ("%s %u", title, index + 1);
}

static GtkWidget *
create_remove_button (BvChildrenForm *self, guint index)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *title = write_title (self, index);
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static void
name_form (BvChildrenForm *self, GtkWidget *box, guint index)
{
  GtkWidget *button = gtk_widget_get_last_child (box);
  g_autofree char *title = write_title (self, index);
  g_autofree char *context = bv_context_append (title, self->context);
  g_autofree char *label = bv_context_append (gtk_widget_get_tooltip_text (button), self->context);

  bv_record_form_set_context (BV_RECORD_FORM (gtk_widget_get_first_child (box)), context);
  bv_context_name (button, label);
}

static void
add_form (BvChildrenForm *self, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *form = bv_record_form_new (self->field->target, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_hexpand (form, TRUE);
  /* A box that has the focus outlives the form for a moment. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, focus);
  gtk_box_append (GTK_BOX (box), form);
  gtk_box_append (GTK_BOX (box), create_remove_button (self, index));
  gtk_widget_add_css_class (box, "child-form");
  name_form (self, box, index);
  gtk_box_append (GTK_BOX (self->list), box);
}

static void
set_n_forms (BvChildrenForm *self, guint n_forms)
{
  for (; self->n_forms < n_forms; self->n_forms++)
    add_form (self, self->n_forms);
  for (; self->n_forms > n_forms; self->n_forms--)
    {
      keep_focus (self, gtk_widget_get_last_child (self->list));
      gtk_box_remove (GTK_BOX (self->list), gtk_widget_get_last_child (self->list));
    }
}

static void
bind_forms (BvChildrenForm *self)
{
  GtkWidget *box = gtk_widget_get_first_child (self->list);
  guint n_children = count_children (self);
  const char *locked = self->draft != NULL ? bv_draft_get_locked (self->draft) : NULL;

  for (guint i = 0; box != NULL; i++, box = gtk_widget_get_next_sibling (box))
    {
      BvRecordForm *form = BV_RECORD_FORM (gtk_widget_get_first_child (box));
      BvDraftPath path = { self->field, i };

      bv_read_only_set (gtk_widget_get_last_child (box), locked);
      if (i < n_children)
        bv_record_form_bind (form, self->draft, path);
      else
        bv_record_form_bind (form, self->begun, BV_DRAFT_WHOLE);
    }
}

static void
show (BvChildrenForm *self)
{
  guint n_children = count_children (self);

  /* The only child came by another way. */
  if (self->field->type == BV_FIELD_CHILD && n_children > 0)
    g_clear_object (&self->begun);
  set_n_forms (self, n_children + (self->begun != NULL ? 1 : 0));
  gtk_widget_set_visible (self->add_button, self->field->type == BV_FIELD_CHILDREN || self->n_forms == 0);
  gtk_widget_set_visible (self->list, self->n_forms > 0);
  bind_forms (self);
}

static void
changed_cb (BvChildrenForm *self)
{
  show (self);
}

static void
bv_children_form_commit (BvUnsaved *unsaved)
{
  finish (BV_CHILDREN_FORM (unsaved));
}

static const char *
bv_children_form_get_message (BvUnsaved *unsaved)
{
  BvChildrenForm *self = BV_CHILDREN_FORM (unsaved);
  gpointer child = self->begun != NULL ? bv_draft_get_record (self->begun, BV_DRAFT_WHOLE) : NULL;
  const BvField *missing;

  g_clear_pointer (&self->missing, g_free);
  if (child == NULL || is_blank (child))
    return NULL;
  missing = bv_record_find_missing (child);
  if (missing != NULL)
    /* Translators: the first %s is what is added, as “Hold”, the second one a field of it, as “Reason”. */
    self->missing = g_strdup_printf (_ ("%s: not saved yet, as this is missing: %s"),
                                     _ (self->field->target->title), _ (missing->title));
  else
    self->missing = g_strdup_printf (_ ("%s: not saved yet"), _ (self->field->target->title));
  return self->missing;
}

static void
bv_children_form_give_back (BvUnsaved *unsaved)
{
  give_up (BV_CHILDREN_FORM (unsaved));
}

static void
bv_children_form_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_children_form_commit;
  iface->get_message = bv_children_form_get_message;
  iface->give_back = bv_children_form_give_back;
}

/* Of what is half done the form has the focus. */
static gboolean
bv_children_form_grab_focus (GtkWidget *widget)
{
  GtkWidget *box = gtk_widget_get_last_child (BV_CHILDREN_FORM (widget)->list);

  return box != NULL && bv_record_form_focus (BV_RECORD_FORM (gtk_widget_get_first_child (box)));
}

static void
bv_children_form_dispose (GObject *object)
{
  BvChildrenForm *self = BV_CHILDREN_FORM (object);
  GtkWidget *child;

  bv_draft_follow (&self->draft, NULL, NULL, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->begun);
  G_OBJECT_CLASS (bv_children_form_parent_class)->dispose (object);
}

static void
bv_children_form_finalize (GObject *object)
{
  g_free (BV_CHILDREN_FORM (object)->missing);
  g_free (BV_CHILDREN_FORM (object)->context);
  G_OBJECT_CLASS (bv_children_form_parent_class)->finalize (object);
}

static void
bv_children_form_class_init (BvChildrenFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_children_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_children_form_finalize;
  widget_class->grab_focus = bv_children_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "childrenform");
}

static void
bv_children_form_init (BvChildrenForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
create_header (BvChildrenForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ (self->field->title));
  g_autofree char *label = g_strdup_printf (_ ("Add: %s"), _ (self->field->target->title));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "field-title");
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_tooltip_text (self->add_button, label);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->add_button);
  return box;
}

/**
 * bv_children_form_new:
 * @field: a field that holds one child or several
 *
 * Returns: (transfer floating): a form without a record
 */
GtkWidget *
bv_children_form_new (const BvField *field)
{
  BvChildrenForm *self = g_object_new (BV_TYPE_CHILDREN_FORM, NULL);

  self->field = field;
  gtk_widget_set_parent (create_header (self), GTK_WIDGET (self));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "field-message");
  gtk_widget_set_visible (self->message, FALSE);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  bv_children_form_set_context (self, NULL);
  return GTK_WIDGET (self);
}

/**
 * bv_children_form_set_context:
 * @form: a form
 * @context: (nullable): where it stands, if forms of its kind stand elsewhere too
 */
void
bv_children_form_set_context (BvChildrenForm *form, const char *context)
{
  GtkWidget *box = gtk_widget_get_first_child (form->list);
  g_autofree char *label = bv_context_append (gtk_widget_get_tooltip_text (form->add_button), context);

  g_free (form->context);
  form->context = g_strdup (context);
  bv_context_name (form->add_button, label);
  for (guint i = 0; box != NULL; i++, box = gtk_widget_get_next_sibling (box))
    name_form (form, box, i);
}

/**
 * bv_children_form_bind:
 * @form: a form
 * @draft: (nullable): whose children it shows from now on; %NULL: none
 */
void
bv_children_form_bind (BvChildrenForm *form, BvDraft *draft)
{
  if (form->draft != draft)
    g_clear_object (&form->begun);
  bv_draft_follow (&form->draft, draft, G_CALLBACK (changed_cb), form);
  if (draft != NULL)
    bv_read_only_set (form->add_button, bv_draft_get_locked (draft));
  show_message (form, bv_unsaved_get_message (BV_UNSAVED (form)));
  show (form);
}
