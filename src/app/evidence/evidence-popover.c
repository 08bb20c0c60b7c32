/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/evidence-popover.h"

#include "app/draft/record-draft.h"
#include "app/form/record-form.h"
#include "app/page/unsaved.h"
#include "core/evidence.h"
#include "store/edit.h"

#define FORM_WIDTH 380

/**
 * BvEvidencePopover:
 *
 * What is known of one piece of evidence, and whether it is accepted. It outlives the lists that ask for it,
 * which are made anew with every change.
 */
struct _BvEvidencePopover
{
  GtkPopover parent_instance;
  BvSession *session;
  GtkWidget *form;
  BvDraft *draft; /* NULL: nothing was shown yet */
};

G_DEFINE_FINAL_TYPE (BvEvidencePopover, bv_evidence_popover, GTK_TYPE_POPOVER)

static void
bv_evidence_popover_dispose (GObject *object)
{
  BvEvidencePopover *self = BV_EVIDENCE_POPOVER (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_evidence_popover_parent_class)->dispose (object);
}

static void
bv_evidence_popover_class_init (BvEvidencePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_evidence_popover_dispose;
}

static void
forget (gpointer popover)
{
}

/* A click beside it closes it. */
static void
closed_cb (BvEvidencePopover *self)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    bv_unsaved_ask (GTK_WIDGET (self), forget, NULL, self);
}

static void
bv_evidence_popover_init (BvEvidencePopover *self)
{
  static const char *const fields[] = { "number", "issued", "issuer", "title", "received", "state", NULL };

  self->form = bv_record_form_new (&bv_evidence_entity, fields);
  gtk_widget_set_size_request (self->form, FORM_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), self->form);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_LEFT);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * bv_evidence_popover_new:
 * @session: a session
 *
 * Returns: (transfer floating): a popover that shows nothing
 */
GtkWidget *
bv_evidence_popover_new (BvSession *session)
{
  BvEvidencePopover *self = g_object_new (BV_TYPE_EVIDENCE_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static BvEvidence *
read_evidence (BvEvidencePopover *self, gint64 evidence, GError **error)
{
  return bv_edit_read (bv_session_get_library (self->session), &bv_evidence_entity, evidence, error);
}

/**
 * bv_evidence_popover_show:
 * @popover: a popover with a parent
 * @beside: a widget inside that parent
 * @evidence: the row of a piece of evidence
 */
void
bv_evidence_popover_show (BvEvidencePopover *popover, GtkWidget *beside, gint64 evidence)
{
  g_autoptr (GError) error = NULL;
  BvEvidence *record = read_evidence (popover, evidence, &error);
  graphene_rect_t bounds;

  if (record == NULL)
    {
      bv_session_report (popover->session, error);
      return;
    }
  g_clear_object (&popover->draft);
  popover->draft = bv_record_draft_new (popover->session, record);
  bv_record_form_bind (BV_RECORD_FORM (popover->form), popover->draft, BV_DRAFT_WHOLE);
  if (gtk_widget_compute_bounds (beside, gtk_widget_get_parent (GTK_WIDGET (popover)), &bounds))
    {
      GdkRectangle place = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
    }
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * bv_evidence_popover_refresh:
 * @popover: a popover
 *
 * Shows the piece as the library has it now; what is being typed stays. One that is gone is shown no longer.
 */
void
bv_evidence_popover_refresh (BvEvidencePopover *popover)
{
  const BvRecord *shown
    = popover->draft != NULL ? bv_draft_get_record (popover->draft, BV_DRAFT_WHOLE) : NULL;
  BvEvidence *record;

  if (shown == NULL || !gtk_widget_get_visible (GTK_WIDGET (popover)))
    return;
  record = read_evidence (popover, shown->id, NULL);
  if (record != NULL)
    bv_draft_take_record (popover->draft, record);
  else
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * bv_evidence_popover_get_draft:
 * @popover: a popover
 *
 * Returns: (transfer none) (nullable): what it edits
 */
BvDraft *
bv_evidence_popover_get_draft (BvEvidencePopover *popover)
{
  return popover->draft;
}
