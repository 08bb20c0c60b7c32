/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/score-tools/answer-popover.h"

#include "app/draft/draft.h"
#include "app/form/leaf-form.h"
#include "app/form/record-form.h"
#include "app/page/unsaved.h"

/**
 * BvAnswerPopover:
 *
 * All that is given to one score, beside its cell: items, dates or results, points, state and notes. Nothing
 * is written until it is left: `answered` then hands over what is to be, and whoever is not content refuses
 * it. Escape gives it up.
 */
struct _BvAnswerPopover
{
  GtkPopover parent_instance;
  GtkLabel *title;
  GtkBox *box;
  GtkLabel *message;

  BvDraft *draft;       /* NULL: nothing is asked */
  BvAssessment *before; /* as it was */
  GtkWidget *form;
  gboolean is_given_up;
};

G_DEFINE_FINAL_TYPE (BvAnswerPopover, bv_answer_popover, GTK_TYPE_POPOVER)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget (BvAnswerPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  self->form = NULL;
  g_clear_object (&self->draft);
  g_clear_pointer (&self->before, bv_record_free);
}

/* What was typed last is not in the draft while its field has the focus. */
static gboolean
is_complete (BvAnswerPopover *self)
{
  g_autoptr (GPtrArray) left = bv_unsaved_list (GTK_WIDGET (self));

  return left->len == 0;
}

static void
give (BvAnswerPopover *self)
{
  const BvAssessment *after = bv_draft_get_record (self->draft, BV_DRAFT_WHOLE);
  gboolean is_taken = TRUE;

  if (!bv_record_equal (after, self->before))
    g_signal_emit (self, signals[ANSWERED], 0, after, &is_taken);
  if (!is_taken)
    return;
  forget (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
done_cb (BvAnswerPopover *self)
{
  if (self->draft != NULL && is_complete (self))
    give (self);
}

static void
cancelled_cb (BvAnswerPopover *self)
{
  self->is_given_up = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Who clicks elsewhere has answered all the same; what cannot be stays to be seen. */
static void
closed_cb (BvAnswerPopover *self)
{
  if (self->draft == NULL)
    return;
  if (self->is_given_up)
    {
      bv_unsaved_give_back (GTK_WIDGET (self));
      forget (self);
      return;
    }
  done_cb (self);
  if (self->draft != NULL)
    gtk_popover_popup (GTK_POPOVER (self));
}

static gboolean
key_cb (BvAnswerPopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      cancelled_cb (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_Return && (state & GDK_CONTROL_MASK) != 0)
    {
      done_cb (self);
      return TRUE;
    }
  return FALSE;
}

static void
bv_answer_popover_dispose (GObject *object)
{
  BvAnswerPopover *self = BV_ANSWER_POPOVER (object);

  if (self->box != NULL)
    forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_ANSWER_POPOVER);
  G_OBJECT_CLASS (bv_answer_popover_parent_class)->dispose (object);
}

static void
bv_answer_popover_class_init (BvAnswerPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_answer_popover_dispose;
  signals[ANSWERED] = g_signal_new ("answered", BV_TYPE_ANSWER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bangvang/BangVang/ui/score-tools/answer-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BvAnswerPopover, title);
  gtk_widget_class_bind_template_child (widget_class, BvAnswerPopover, box);
  gtk_widget_class_bind_template_child (widget_class, BvAnswerPopover, message);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
bv_answer_popover_init (BvAnswerPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * bv_answer_popover_new:
 * @parent: what it stands at, which unparents it
 *
 * Returns: (transfer none): a popover that asks nothing yet
 */
GtkWidget *
bv_answer_popover_new (GtkWidget *parent)
{
  GtkWidget *popover = g_object_new (BV_TYPE_ANSWER_POPOVER, NULL);

  gtk_widget_set_parent (popover, parent);
  return popover;
}

static void
add_forms (BvAnswerPopover *self, const BvCriterion *leaf)
{
  static const char *const points[] = { "self", "verified", "final", NULL };
  GtkWidget *scores = bv_record_form_new (&bv_assessment_entity, points);

  self->form = bv_leaf_form_new (leaf);
  gtk_box_append (self->box, self->form);
  gtk_box_append (self->box, scores);
  bv_leaf_form_bind (BV_LEAF_FORM (self->form), self->draft);
  bv_record_form_bind (BV_RECORD_FORM (scores), self->draft, BV_DRAFT_WHOLE);
}

/**
 * bv_answer_popover_ask:
 * @popover: the popover
 * @title: whose score it is
 * @leaf: of which leaf
 * @assessment: as it is now
 * @place: where it points to, in pixels of its parent
 */
void
bv_answer_popover_ask (BvAnswerPopover *popover,
                       const char *title,
                       const BvCriterion *leaf,
                       const BvAssessment *assessment,
                       const GdkRectangle *place)
{
  forget (popover);
  popover->is_given_up = FALSE;
  popover->before = bv_record_copy (assessment);
  popover->draft = bv_draft_new_apart (bv_record_copy (assessment));
  gtk_label_set_label (popover->title, title);
  gtk_widget_set_visible (GTK_WIDGET (popover->message), FALSE);
  add_forms (popover, leaf);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_child_focus (popover->form, GTK_DIR_TAB_FORWARD);
}

/**
 * bv_answer_popover_refuse:
 * @popover: the popover
 * @message: why its answer is not taken
 */
void
bv_answer_popover_refuse (BvAnswerPopover *popover, const char *message)
{
  gtk_label_set_label (popover->message, message);
  gtk_widget_set_visible (GTK_WIDGET (popover->message), TRUE);
}
