/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/leaf-form.h"

#include "app/form/field-entry.h"
#include "app/form/read-only.h"
#include "app/form/record-form.h"
#include "app/page/context.h"
#include "core/assessment.h"
#include "core/criterion-kind.h"
#include "core/text/date.h"

#include <glib/gi18n-lib.h>

/**
 * BvLeafForm:
 *
 * What is asked of one assessment besides its scores: by the kind of the criterion passed or not, the items
 * of a checklist, the dates of reports, measured results; and state, explanation, note.
 */
struct _BvLeafForm
{
  GtkWidget parent_instance;
  BvDraft *draft;
  GtkWidget *form;
  GPtrArray *items;   /* of GtkCheckButton, one an item of a checklist */
  GPtrArray *reports; /* of BvFieldEntry, one a due date */
  gboolean showing;   /* what is ticked comes from the draft */
};

G_DEFINE_FINAL_TYPE (BvLeafForm, bv_leaf_form, GTK_TYPE_WIDGET)

/* One tick of a checklist. */
typedef struct
{
  gint64 item;
  gboolean ticked;
} Tick;

static gboolean
is_ticked (const BvAssessment *assessment, gint64 item)
{
  for (guint i = 0; assessment->items != NULL && i < assessment->items->len; i++)
    if (g_array_index (assessment->items, gint64, i) == item)
      return TRUE;
  return FALSE;
}

/* Items are kept in their order. */
static gboolean
set_tick (gpointer record, gpointer data, GError **error)
{
  BvAssessment *assessment = record;
  const Tick *tick = data;
  guint place = 0;

  if (assessment->items == NULL)
    assessment->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (place < assessment->items->len && g_array_index (assessment->items, gint64, place) < tick->item)
    place++;
  if (tick->ticked && !is_ticked (assessment, tick->item))
    g_array_insert_val (assessment->items, place, tick->item);
  else if (!tick->ticked && is_ticked (assessment, tick->item))
    g_array_remove_index (assessment->items, place);
  return TRUE;
}

static void
show_items (BvLeafForm *self)
{
  const BvAssessment *assessment
    = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  self->showing = TRUE;
  for (guint i = 0; i < self->items->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->items, i),
                                 assessment != NULL && is_ticked (assessment, i + 1));
  self->showing = FALSE;
}

static void
toggled_cb (GtkCheckButton *button, gpointer data)
{
  BvLeafForm *self = data;
  guint index = 0;
  Tick tick;

  if (self->showing || self->draft == NULL || !g_ptr_array_find (self->items, button, &index))
    return;
  tick = (Tick){ index + 1, gtk_check_button_get_active (button) };
  if (!bv_draft_edit (self->draft, BV_DRAFT_WHOLE, set_tick, &tick, NULL))
    show_items (self);
}

static void
changed_cb (BvLeafForm *self)
{
  show_items (self);
}

static void
bv_leaf_form_dispose (GObject *object)
{
  BvLeafForm *self = BV_LEAF_FORM (object);
  GtkWidget *child;

  bv_draft_follow (&self->draft, NULL, NULL, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_leaf_form_parent_class)->dispose (object);
}

static void
bv_leaf_form_finalize (GObject *object)
{
  g_ptr_array_unref (BV_LEAF_FORM (object)->items);
  g_ptr_array_unref (BV_LEAF_FORM (object)->reports);
  G_OBJECT_CLASS (bv_leaf_form_parent_class)->finalize (object);
}

static void
bv_leaf_form_class_init (BvLeafFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_leaf_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_leaf_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
bv_leaf_form_init (BvLeafForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->items = g_ptr_array_new ();
  self->reports = g_ptr_array_new ();
}

static void
add_item (BvLeafForm *self, const char *title, const char *context)
{
  g_autofree char *name = bv_context_append (title, context);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  bv_context_name (button, name);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->items, button);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
add_report (BvLeafForm *self, gint64 due, const char *context)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *date = bv_date_to_vietnamese (due);
  g_autofree char *text = g_strdup_printf (_ ("Report due %s, received"), date);
  g_autofree char *name = bv_context_append (text, context);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *entry = bv_field_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "field-title");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("not yet"));
  bv_context_name (entry, name);
  g_object_bind_property (entry, "message", entry, "tooltip-text", G_BINDING_DEFAULT);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  g_ptr_array_add (self->reports, entry);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
add_items (BvLeafForm *self, const BvCriterion *leaf, const char *context)
{
  for (guint i = 0; i < bv_criterion_count_items (leaf); i++)
    add_item (self, leaf->items[i], context);
}

static void
add_reports (BvLeafForm *self, const BvCriterion *leaf, const char *context)
{
  for (guint i = 0; i < bv_criterion_count_due (leaf); i++)
    add_report (self, g_array_index (leaf->due, gint64, i), context);
}

/* How an input is asked for that the form of a record has no field for. */
static void (*const adders[]) (BvLeafForm *self, const BvCriterion *leaf, const char *context) = {
  [BV_INPUT_ITEMS] = add_items,
  [BV_INPUT_RECEIVED] = add_reports,
  [BV_INPUT_RESULTS] = NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (adders) == BV_N_INPUTS);

static GtkWidget *
create_form (const BvCriterion *leaf)
{
  BvCriterionInput input = bv_criterion_input (leaf);
  const char *const fields[] = { bv_criterion_input_field (input), "state", "explanation", "note", NULL };
  gboolean has_field = input != BV_INPUT_NONE && adders[input] == NULL;

  return bv_record_form_new (&bv_assessment_entity, has_field ? fields : fields + 1);
}

/**
 * bv_leaf_form_new:
 * @leaf: a leaf
 *
 * Returns: (transfer floating): a form without an assessment
 */
GtkWidget *
bv_leaf_form_new (const BvCriterion *leaf)
{
  BvLeafForm *self = g_object_new (BV_TYPE_LEAF_FORM, NULL);
  /* Translators: %s is the number of a criterion; stands behind the title of a field of it. */
  g_autofree char *context = g_strdup_printf (_ ("criterion %s"), leaf->code);

  if (adders[bv_criterion_input (leaf)] != NULL)
    adders[bv_criterion_input (leaf)](self, leaf, context);
  self->form = create_form (leaf);
  bv_record_form_set_context (BV_RECORD_FORM (self->form), context);
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * bv_leaf_form_bind:
 * @form: a form
 * @draft: (nullable): whose assessment it shows from now on; %NULL: none
 */
void
bv_leaf_form_bind (BvLeafForm *form, BvDraft *draft)
{
  const BvField *received = bv_entity_find_field (&bv_assessment_entity, "received");

  bv_draft_follow (&form->draft, draft, G_CALLBACK (changed_cb), form);
  show_items (form);
  for (guint i = 0; draft != NULL && i < form->items->len; i++)
    bv_read_only_set (g_ptr_array_index (form->items, i), bv_draft_get_locked (draft));
  for (guint i = 0; i < form->reports->len; i++)
    {
      BvDraftPath path = { received, i };

      bv_field_entry_bind (g_ptr_array_index (form->reports, i), draft, path,
                           bv_entity_find_field (&bv_report_entity, "received"));
    }
  bv_record_form_bind (BV_RECORD_FORM (form->form), draft, BV_DRAFT_WHOLE);
}
