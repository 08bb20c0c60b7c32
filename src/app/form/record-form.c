/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/record-form.h"

#include "app/form/children-form.h"
#include "app/form/field-row.h"

/**
 * BvRecordForm:
 *
 * The form of a record, made from its entity's table of fields: one row a field, one sub-form for its
 * children. What a record of its kind does not have is not shown.
 */
struct _BvRecordForm
{
  GtkWidget parent_instance;
  const BvField *kind; /* what says which other fields the record has; NULL: it has all */
  GPtrArray *kinds;    /* of a set of kinds for each row; 0: all */
  BvDraft *draft;
  BvDraftPath path;
};

G_DEFINE_FINAL_TYPE (BvRecordForm, bv_record_form, GTK_TYPE_WIDGET)

static void
show_rows (BvRecordForm *self)
{
  gpointer record = self->draft != NULL ? bv_draft_get_record (self->draft, self->path) : NULL;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; record != NULL && row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    {
      guint kinds = GPOINTER_TO_UINT (g_ptr_array_index (self->kinds, i));

      gtk_widget_set_visible (row, kinds == 0 || (kinds & (1u << BV_FIELD_NUMBER (record, self->kind))) != 0);
    }
}

static void
changed_cb (BvRecordForm *self)
{
  if (self->kind != NULL)
    show_rows (self);
}

static void
bv_record_form_finalize (GObject *object)
{
  g_ptr_array_unref (BV_RECORD_FORM (object)->kinds);
  G_OBJECT_CLASS (bv_record_form_parent_class)->finalize (object);
}

static void
bv_record_form_dispose (GObject *object)
{
  GtkWidget *child;

  bv_draft_follow (&BV_RECORD_FORM (object)->draft, NULL, NULL, object);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_record_form_parent_class)->dispose (object);
}

static void
bv_record_form_class_init (BvRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_record_form_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordform");
}

static void
bv_record_form_init (BvRecordForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->kinds = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

static gboolean
is_wanted (const BvField *field, const char *const *fields)
{
  return fields == NULL || g_strv_contains (fields, field->name);
}

/**
 * bv_record_form_new:
 * @entity: what is edited
 * @fields: (nullable): the names of the fields that are shown; %NULL: all
 *
 * Returns: (transfer floating): a form without a record
 */
GtkWidget *
bv_record_form_new (const BvEntity *entity, const char *const *fields)
{
  BvRecordForm *self = g_object_new (BV_TYPE_RECORD_FORM, NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];

      if (!is_wanted (field, fields))
        continue;
      gtk_widget_set_parent (bv_field_is_child (field) ? bv_children_form_new (field)
                                                       : bv_field_row_new (entity, field),
                             GTK_WIDGET (self));
      g_ptr_array_add (self->kinds, GUINT_TO_POINTER (field->kinds));
      if (field->kinds != 0)
        self->kind = bv_entity_find_field (entity, "kind");
    }
  return GTK_WIDGET (self);
}

/**
 * bv_record_form_bind:
 * @form: a form
 * @draft: (nullable): whose record it shows from now on; %NULL: nothing
 * @path: which record of the draft
 *
 * Children are shown of a whole record only.
 */
void
bv_record_form_bind (BvRecordForm *form, BvDraft *draft, BvDraftPath path)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (form)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (BV_IS_FIELD_ROW (row))
      bv_field_row_bind (BV_FIELD_ROW (row), draft, path);
    else
      bv_children_form_bind (BV_CHILDREN_FORM (row), draft);
  bv_draft_follow (&form->draft, draft, G_CALLBACK (changed_cb), form);
  form->path = path;
  if (form->kind != NULL)
    show_rows (form);
}

/**
 * bv_record_form_find_wrong:
 * @form: a form
 *
 * Returns: (transfer none) (nullable): the first row that holds what could not be saved
 */
GtkWidget *
bv_record_form_find_wrong (BvRecordForm *form)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (form)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (BV_IS_FIELD_ROW (row) && bv_field_row_is_wrong (BV_FIELD_ROW (row)))
      return row;
  return NULL;
}

/**
 * bv_record_form_focus:
 * @form: a form
 *
 * Gives the focus to its first field, also before the form has its place in the window.
 *
 * Returns: whether there is one
 */
gboolean
bv_record_form_focus (BvRecordForm *form)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (form));

  return first != NULL && gtk_widget_grab_focus (first);
}

/**
 * bv_record_form_set_context:
 * @form: a form
 * @context: (nullable): where it stands, if forms of its kind stand elsewhere too
 */
void
bv_record_form_set_context (BvRecordForm *form, const char *context)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (form)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (BV_IS_FIELD_ROW (row))
      bv_field_row_set_context (BV_FIELD_ROW (row), context);
    else
      bv_children_form_set_context (BV_CHILDREN_FORM (row), context);
}

/**
 * bv_record_form_set_title_chars:
 * @form: a form
 * @chars: how many letters the titles of its fields have room for
 */
void
bv_record_form_set_title_chars (BvRecordForm *form, int chars)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (form)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (BV_IS_FIELD_ROW (row))
      bv_field_row_set_title_chars (BV_FIELD_ROW (row), chars);
}
