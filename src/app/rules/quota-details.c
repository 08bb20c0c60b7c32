/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/quota-details.h"

#include "app/form/record-form.h"
#include "app/page/details-layout.h"
#include "app/rules/quota-groups.h"
#include "app/rules/rule-draft.h"
#include "core/quota.h"

/**
 * BvQuotaDetails:
 *
 * The form of the selected quota.
 */
struct _BvQuotaDetails
{
  GtkWidget parent_instance;
  GtkLabel *name_label;
  GtkBox *box;
  GtkWidget *form;   /* NULL until a quota was selected */
  GtkWidget *groups; /* the same */
  BvSession *session;
  BvDraft *draft;
};

G_DEFINE_FINAL_TYPE (BvQuotaDetails, bv_quota_details, GTK_TYPE_WIDGET)

static void
create_form (BvQuotaDetails *self)
{
  static const char *const fields[]
    = { "name", "kind", "count", "percent", "award", "after", "per_group", "per_parent", "threshold", NULL };

  self->form = bv_record_form_new (&bv_quota_entity, fields);
  self->groups = g_object_new (BV_TYPE_QUOTA_GROUPS, NULL);
  gtk_box_append (self->box, self->form);
  gtk_box_append (self->box, self->groups);
}

static void
bv_quota_details_dispose (GObject *object)
{
  BvQuotaDetails *self = BV_QUOTA_DETAILS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_QUOTA_DETAILS);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_quota_details_parent_class)->dispose (object);
}

static void
bv_quota_details_class_init (BvQuotaDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_quota_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/rules/quota-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvQuotaDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvQuotaDetails, box);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_quota_details_init (BvQuotaDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_quota_details_show:
 * @details: the details
 * @session: the session
 * @quota: a quota's row, as the library has it now; 0: none
 */
void
bv_quota_details_show (BvQuotaDetails *details, BvSession *session, gint64 quota)
{
  const BvQuota *record;

  g_set_object (&details->session, session);
  bv_rule_draft_show (&details->draft, GTK_WIDGET (details), session, &bv_quota_entity, quota);
  record = details->draft != NULL ? bv_draft_get_record (details->draft, BV_DRAFT_WHOLE) : NULL;
  gtk_label_set_label (details->name_label, record != NULL ? record->name : "");
  gtk_widget_set_visible (GTK_WIDGET (details->name_label), record != NULL);
  gtk_widget_set_visible (GTK_WIDGET (details->box), record != NULL);
  if (record == NULL)
    return;
  if (details->form == NULL)
    create_form (details);
  bv_record_form_bind (BV_RECORD_FORM (details->form), details->draft, BV_DRAFT_WHOLE);
  bv_quota_groups_bind (BV_QUOTA_GROUPS (details->groups), details->draft, bv_session_get_head (session));
}
