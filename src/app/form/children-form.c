/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/children-form.h"

#include "app/form/record-form.h"

#include <glib/gi18n-lib.h>

/**
 * BvChildrenForm:
 *
 * The children that a field of a draft holds: a form for each, buttons to add and remove them. Where there is
 * one child at most, what is first written in its form adds it.
 */
struct _BvChildrenForm
{
  GtkWidget parent_instance;
  const BvField *field;
  BvDraft *draft;
  GtkWidget *add_button;
  GtkWidget *message;
  GtkWidget *list;
  guint n_forms;
  gboolean adding; /* the form of the one child is there before its first field is written */
};

G_DEFINE_FINAL_TYPE (BvChildrenForm, bv_children_form, GTK_TYPE_WIDGET)

static void show (BvChildrenForm *self);

static guint
count_children (BvChildrenForm *self)
{
  gpointer record = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  if (record == NULL)
    return 0;
  if (self->field->type == BV_FIELD_CHILDREN)
    return BV_FIELD_RECORDS (record, self->field)->len;
  return BV_FIELD_RECORD (record, self->field) != NULL || self->adding ? 1 : 0;
}

static void
show_message (BvChildrenForm *self, const GError *error)
{
  gtk_label_set_label (GTK_LABEL (self->message), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->message, error != NULL);
}

static void
add_clicked_cb (BvChildrenForm *self)
{
  g_autoptr (GError) error = NULL;

  if (self->field->type == BV_FIELD_CHILD)
    {
      self->adding = TRUE;
      show (self);
      return;
    }
  bv_draft_add_child (self->draft, self->field, &error);
  show_message (self, error);
}

static void
remove_clicked_cb (GtkWidget *button, gpointer data)
{
  BvChildrenForm *self = data;
  g_autoptr (GError) error = NULL;
  BvDraftPath path = { self->field, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")) };

  self->adding = FALSE;
  bv_draft_remove_child (self->draft, path, &error);
  show_message (self, error);
  show (self);
}

static GtkWidget *
create_remove_button (BvChildrenForm *self, guint index)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), _ (self->field->target->title));

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static void
add_form (BvChildrenForm *self, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *form = bv_record_form_new (self->field->target, NULL);

  gtk_widget_set_hexpand (form, TRUE);
  gtk_box_append (GTK_BOX (box), form);
  gtk_box_append (GTK_BOX (box), create_remove_button (self, index));
  gtk_widget_add_css_class (box, "child-form");
  gtk_box_append (GTK_BOX (self->list), box);
}

static void
set_n_forms (BvChildrenForm *self, guint n_forms)
{
  for (; self->n_forms < n_forms; self->n_forms++)
    add_form (self, self->n_forms);
  for (; self->n_forms > n_forms; self->n_forms--)
    gtk_box_remove (GTK_BOX (self->list), gtk_widget_get_last_child (self->list));
}

static void
bind_forms (BvChildrenForm *self)
{
  GtkWidget *box = gtk_widget_get_first_child (self->list);

  for (guint i = 0; box != NULL; i++, box = gtk_widget_get_next_sibling (box))
    {
      BvDraftPath path = { self->field, i };

      bv_record_form_bind (BV_RECORD_FORM (gtk_widget_get_first_child (box)), self->draft, path);
    }
}

static void
show (BvChildrenForm *self)
{
  guint n_children = count_children (self);

  gtk_widget_set_visible (self->add_button, self->field->type == BV_FIELD_CHILDREN || n_children == 0);
  gtk_widget_set_visible (self->list, n_children > 0);
  if (n_children != self->n_forms)
    {
      set_n_forms (self, n_children);
      bind_forms (self);
    }
}

static void
changed_cb (BvChildrenForm *self)
{
  show (self);
}

static void
bv_children_form_dispose (GObject *object)
{
  BvChildrenForm *self = BV_CHILDREN_FORM (object);
  GtkWidget *child;

  bv_draft_follow (&self->draft, NULL, NULL, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_children_form_parent_class)->dispose (object);
}

static void
bv_children_form_class_init (BvChildrenFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_children_form_dispose;
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
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
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * bv_children_form_bind:
 * @form: a form
 * @draft: (nullable): whose children it shows from now on; %NULL: none
 */
void
bv_children_form_bind (BvChildrenForm *form, BvDraft *draft)
{
  form->adding = form->adding && form->draft == draft;
  bv_draft_follow (&form->draft, draft, G_CALLBACK (changed_cb), form);
  show_message (form, NULL);
  show (form);
  bind_forms (form);
}
