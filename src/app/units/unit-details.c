/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-details.h"

#include "app/draft/record-draft.h"
#include "app/form/record-form.h"
#include "app/page/details-layout.h"
#include "app/units/unit-choices.h"
#include "app/units/unit-history.h"
#include "core/unit.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/**
 * BvUnitDetails:
 *
 * The form of the selected unit, the groups in which it takes part, and what it was and became.
 */
struct _BvUnitDetails
{
  GtkWidget parent_instance;
  GtkBox *box;
  GtkLabel *name_label;
  GtkLabel *groups_label;
  GtkLabel *history_label;
  GtkLabel *leads_label;
  GtkWidget *form; /* NULL until a unit was selected */
  BvSession *session;
  BvDraft *draft;
  guint history_source; /* 0: nothing is to be read */
};

G_DEFINE_FINAL_TYPE (BvUnitDetails, bv_unit_details, GTK_TYPE_WIDGET)

static void
create_form (BvUnitDetails *self)
{
  static const char *const fields[] = { "name",  "short", "type",    "parent",     "contact",  "phone",
                                        "email", "leads", "aliases", "valid_from", "valid_to", NULL };

  self->form = bv_record_form_new (&bv_unit_entity, fields);
  gtk_widget_add_css_class (self->form, "padded");
  gtk_box_prepend (self->box, self->form);
}

static void
take_unit (BvUnitDetails *self, BvUnit *unit)
{
  const BvUnit *before = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  if (self->form == NULL)
    create_form (self);
  if (before == NULL || before->record.id != unit->record.id)
    {
      g_clear_object (&self->draft);
      self->draft = bv_record_draft_new (self->session, unit);
      bv_draft_set_candidates (self->draft, bv_unit_choices_list);
    }
  else
    {
      bv_draft_take_record (self->draft, unit);
    }
  bv_record_form_bind (BV_RECORD_FORM (self->form), self->draft, BV_DRAFT_WHOLE);
}

/* The whole registry is read for it: when there is time. */
static gboolean
show_history (gpointer data)
{
  BvUnitDetails *self = data;
  const BvUnit *unit = bv_draft_get_record (self->draft, BV_DRAFT_WHOLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRelatives) relatives
    = bv_shipped_lineage_read (bv_session_get_library (self->session), unit->record.id, &error);
  g_autofree char *text = relatives != NULL ? bv_unit_history_write (unit, relatives) : NULL;

  self->history_source = 0;
  if (relatives == NULL)
    bv_session_report (self->session, error);
  gtk_label_set_label (self->history_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->history_label), text != NULL && *text != '\0');
  return G_SOURCE_REMOVE;
}

static void
show_groups (BvUnitDetails *self, const char *groups)
{
  g_autofree char *text = groups != NULL ? g_strdup_printf (_ ("Groups: %s"), groups) : NULL;

  gtk_label_set_label (self->groups_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->groups_label), groups != NULL && *groups != '\0');
}

static void
bv_unit_details_dispose (GObject *object)
{
  BvUnitDetails *self = BV_UNIT_DETAILS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->history_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_UNIT_DETAILS);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_unit_details_parent_class)->dispose (object);
}

static void
bv_unit_details_class_init (BvUnitDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_unit_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/units/unit-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvUnitDetails, box);
  gtk_widget_class_bind_template_child (widget_class, BvUnitDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvUnitDetails, groups_label);
  gtk_widget_class_bind_template_child (widget_class, BvUnitDetails, history_label);
  gtk_widget_class_bind_template_child (widget_class, BvUnitDetails, leads_label);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_unit_details_init (BvUnitDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_unit_details_show:
 * @details: the details
 * @session: the session
 * @unit: a unit's row, as the library has it now; 0: none
 * @groups: (nullable): the names of the groups in which it takes part
 */
void
bv_unit_details_show (BvUnitDetails *details, BvSession *session, gint64 unit, const char *groups)
{
  g_autoptr (GError) error = NULL;
  BvUnit *record = NULL;

  g_set_object (&details->session, session);
  if (unit != 0)
    record = bv_edit_read (bv_session_get_library (session), &bv_unit_entity, unit, &error);
  if (error != NULL)
    bv_session_report (session, error);
  gtk_label_set_label (details->name_label, record != NULL ? record->name : "");
  gtk_widget_set_visible (GTK_WIDGET (details->leads_label),
                          record != NULL && record->leads != NULL && record->leads->len > 0);
  show_groups (details, record != NULL ? groups : NULL);
  gtk_widget_set_visible (GTK_WIDGET (details->history_label), FALSE);
  g_clear_handle_id (&details->history_source, g_source_remove);
  if (record != NULL)
    {
      take_unit (details, record);
      details->history_source = g_idle_add_full (G_PRIORITY_LOW, show_history, details, NULL);
    }
  if (details->form != NULL)
    gtk_widget_set_visible (details->form, record != NULL);
}
