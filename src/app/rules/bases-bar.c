/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/bases-bar.h"

#include "app/form/read-only.h"
#include "core/campaign.h"
#include "core/submission.h"
#include "exchange/shipped/legal-bases.h"

/**
 * BvBasesBar:
 *
 * What stands below the legal bases of a campaign: a button that takes those of the day, and what of them is
 * to be compared, runs out or is not filled in. That is said here, never on paper.
 */
struct _BvBasesBar
{
  GtkWidget parent_instance;
  GtkWidget *button;
  GtkLabel *remarks_label;
  GtkLabel *message_label;
  BvDraft *draft;
};

G_DEFINE_FINAL_TYPE (BvBasesBar, bv_bases_bar, GTK_TYPE_WIDGET)

static void
show_message (BvBasesBar *self, const char *message)
{
  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

static void
show_remarks (BvBasesBar *self)
{
  const BvCampaign *campaign = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;
  g_auto (GStrv) remarks = NULL;
  g_autofree char *text = NULL;

  if (campaign != NULL)
    remarks = bv_legal_bases_list_remarks (campaign->legal_bases, bv_submission_find_day (campaign));
  text = remarks != NULL ? g_strjoinv ("\n", remarks) : g_strdup ("");
  gtk_label_set_label (self->remarks_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_label), *text != '\0');
}

static void
changed_cb (BvBasesBar *self)
{
  show_remarks (self);
}

static void
clicked_cb (BvBasesBar *self)
{
  bv_bases_bar_take (self);
}

static void
bv_bases_bar_dispose (GObject *object)
{
  BvBasesBar *self = BV_BASES_BAR (object);
  GtkWidget *child;

  bv_draft_follow (&self->draft, NULL, NULL, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_BASES_BAR);
  G_OBJECT_CLASS (bv_bases_bar_parent_class)->dispose (object);
}

static void
bv_bases_bar_class_init (BvBasesBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_bases_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/rules/bases-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BvBasesBar, button);
  gtk_widget_class_bind_template_child (widget_class, BvBasesBar, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, BvBasesBar, message_label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_bases_bar_init (BvBasesBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_bases_bar_bind:
 * @bar: a bar
 * @draft: (nullable): the campaign whose legal bases it is about; %NULL: none
 */
void
bv_bases_bar_bind (BvBasesBar *bar, BvDraft *draft)
{
  bv_draft_follow (&bar->draft, draft, G_CALLBACK (changed_cb), bar);
  if (draft != NULL)
    bv_read_only_set (bar->button, bv_draft_get_locked (draft));
  show_remarks (bar);
}

static gboolean
replace_bases (gpointer record, gpointer data, GError **error)
{
  BvCampaign *campaign = record;
  char **bases = bv_legal_bases_merge (data, campaign->legal_bases);

  g_strfreev (campaign->legal_bases);
  campaign->legal_bases = bases;
  return TRUE;
}

/**
 * bv_bases_bar_take:
 * @bar: a bar that is bound
 *
 * Takes the legal bases that are in force on the day of the submission, else of the ranking, else today.
 */
void
bv_bases_bar_take (BvBasesBar *bar)
{
  const BvCampaign *campaign = bv_draft_get_record (bar->draft, BV_DRAFT_WHOLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLegalBases) bases = bv_legal_bases_find (bv_submission_find_day (campaign), &error);

  if (bases != NULL)
    bv_draft_edit (bar->draft, BV_DRAFT_WHOLE, replace_bases, bases, &error);
  show_message (bar, error != NULL ? error->message : NULL);
}
