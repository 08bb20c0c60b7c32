/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criterion-details.h"

#include "app/form/record-form.h"
#include "app/page/details-layout.h"
#include "app/rules/rule-draft.h"
#include "core/group-name.h"
#include "core/tree/criterion-tree.h"

#include <glib/gi18n-lib.h>

/**
 * BvCriterionDetails:
 *
 * The form of the selected group or criterion: of a criterion the fields that its kind has.
 */
struct _BvCriterionDetails
{
  GtkWidget parent_instance;
  GtkLabel *name_label;
  GtkLabel *place_label;
  GtkBox *box;
  GtkWidget *group_form;     /* NULL: none yet */
  GtkWidget *criterion_form; /* the same */
  BvSession *session;
  BvDraft *draft;
};

G_DEFINE_FINAL_TYPE (BvCriterionDetails, bv_criterion_details, GTK_TYPE_WIDGET)

/* What is a tree of its own stands in the table; keys are for files. */
static const char **
list_fields (const BvEntity *entity)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].target != &bv_criterion_entity && (entity->fields[i].flags & BV_FIELD_SLUG) == 0)
      g_ptr_array_add (names, (char *) entity->fields[i].name);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (names, FALSE);
}

static BvRecordForm *
choose_form (BvCriterionDetails *self, const BvEntity *entity)
{
  GtkWidget **place = entity == &bv_group_entity ? &self->group_form : &self->criterion_form;
  g_autofree const char **fields = NULL;

  if (*place == NULL)
    {
      fields = list_fields (entity);
      *place = bv_record_form_new (entity, fields);
      gtk_widget_add_css_class (*place, "padded");
      gtk_box_append (self->box, *place);
    }
  if (self->group_form != NULL)
    gtk_widget_set_visible (self->group_form, *place == self->group_form);
  if (self->criterion_form != NULL)
    gtk_widget_set_visible (self->criterion_form, *place == self->criterion_form);
  return BV_RECORD_FORM (*place);
}

static void
show_head (BvCriterionDetails *self, const BvRecord *record)
{
  const GPtrArray *groups = bv_session_get_head (self->session)->groups;
  BvCriterionPlace at;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  if (record->entity == &bv_criterion_entity)
    {
      name = g_strdup_printf (_ ("Criterion %s"), ((const BvCriterion *) record)->code);
      if (bv_criterion_place_find (groups, record->id, &at))
        place = bv_group_name_shorten (bv_criterion_tree_find_group (groups, at.group)->name);
    }
  else
    {
      name = g_strdup (((const BvGroup *) record)->name);
    }
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->place_label, place != NULL ? place : "");
}

static void
bv_criterion_details_dispose (GObject *object)
{
  BvCriterionDetails *self = BV_CRITERION_DETAILS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_CRITERION_DETAILS);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_criterion_details_parent_class)->dispose (object);
}

static void
bv_criterion_details_class_init (BvCriterionDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_criterion_details_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bangvang/BangVang/ui/criteria/criterion-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCriterionDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionDetails, place_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionDetails, box);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_criterion_details_init (BvCriterionDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Of which entity the record is; NULL: it is gone. */
static const BvEntity *
find_entity (BvSession *session, gint64 id)
{
  const BvCampaign *head = bv_session_get_head (session);

  if (head == NULL || id == 0)
    return NULL;
  if (bv_criterion_tree_find_group (head->groups, id) != NULL)
    return &bv_group_entity;
  return bv_criterion_tree_find (head->groups, id) != NULL ? &bv_criterion_entity : NULL;
}

/**
 * bv_criterion_details_show:
 * @details: the details
 * @session: the session
 * @id: the row of a group or criterion, as the library has it now; 0: none
 */
void
bv_criterion_details_show (BvCriterionDetails *details, BvSession *session, gint64 id)
{
  const BvEntity *entity = find_entity (session, id);
  const BvRecord *record;

  g_set_object (&details->session, session);
  bv_rule_draft_show (&details->draft, GTK_WIDGET (details), session, entity, entity != NULL ? id : 0);
  record = details->draft != NULL ? bv_draft_get_record (details->draft, BV_DRAFT_WHOLE) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (details->box), record != NULL);
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (details)), record != NULL);
  if (record == NULL)
    return;
  show_head (details, record);
  bv_record_form_bind (choose_form (details, record->entity), details->draft, BV_DRAFT_WHOLE);
}
