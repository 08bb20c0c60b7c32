/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/ranking-details.h"

#include "app/form/read-only.h"
#include "app/page/context.h"
#include "app/page/details-layout.h"
#include "app/page/unsaved.h"
#include "app/ranking/compared-view.h"
#include "core/decisions.h"
#include "core/eligibility.h"
#include "core/field-value.h"
#include "core/next-place.h"
#include "core/ranking-sentences.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * BvRankingDetails:
 *
 * Why the selected entry of a ranking stands where it stands, and the written decision that puts it
 * elsewhere; or two of them, compared. Signal `parted`: they are to be compared no longer.
 */
struct _BvRankingDetails
{
  GtkWidget parent_instance;

  GtkLabel *name_label;
  GtkWidget *part_button;
  GtkLabel *places_label;
  BvComparedView *compared;
  GtkWidget *hint_label;
  GtkLabel *explanation_label;
  GtkLabel *next_label;
  GtkLabel *reasons_label;
  GtkWidget *decision_box;
  GtkDropDown *place_list;
  GtkEntry *reason_entry;
  GtkWidget *decide_button;
  GtkWidget *take_back_button;

  BvSession *session;
  gint64 nominee; /* 0: none */
  char *quota;    /* the key of the pool's */
  char *reason;   /* of the decision that is recorded; NULL: there is none */
  guint place;    /* of it */
};

static void bv_ranking_details_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvRankingDetails,
                               bv_ranking_details,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_ranking_details_be_unsaved))

static guint parted_signal;

static gboolean
set_decision (BvRankingDetails *self, BvNominee *nominee, gint64 place, const char *reason, GError **error)
{
  const GPtrArray *quotas = bv_session_get_head (self->session)->quotas;
  const char *quota = bv_decisions_name_quota (nominee, quotas, self->quota);
  BvDecision *decision = bv_decisions_put (nominee, quota);
  const BvField *field = bv_entity_find_field (&bv_quota_decision_entity, "reason");

  decision->place = place;
  if (!bv_field_set_from_string (field, decision, reason, error))
    return FALSE;
  bv_decisions_settle (nominee, NULL);
  return TRUE;
}

/* @reason NULL takes a decision back. */
static gboolean
write_decision (BvRankingDetails *self, gint64 place, const char *reason, GError **error)
{
  BvLibrary *library = bv_session_get_library (self->session);
  gint64 campaign = bv_session_get_campaign (self->session);
  g_autoptr (BvRecord) record = bv_edit_read (library, &bv_nominee_entity, self->nominee, error);

  if (record == NULL)
    return FALSE;
  if (reason != NULL && !set_decision (self, (BvNominee *) record, place, reason, error))
    return FALSE;
  if (reason == NULL)
    bv_decisions_remove ((BvNominee *) record, self->quota);
  return bv_edit_update (library, campaign, record, error);
}

static const char *
get_typed (BvRankingDetails *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason_entry));
}

static gboolean
has_reason (BvRankingDetails *self)
{
  return !bv_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->reason_entry)));
}

static void
reason_changed_cb (BvRankingDetails *self)
{
  gtk_widget_set_sensitive (
    self->decide_button, has_reason (self) && gtk_editable_get_editable (GTK_EDITABLE (self->reason_entry)));
}

static void
decide_cb (BvRankingDetails *self)
{
  g_autofree char *reason = g_strdup (get_typed (self));

  if (has_reason (self))
    bv_ranking_details_decide (self, gtk_drop_down_get_selected (self->place_list), reason);
}

static void
part_cb (BvRankingDetails *self)
{
  g_signal_emit (self, parted_signal, 0);
}

static void
take_back_cb (BvRankingDetails *self)
{
  bv_ranking_details_decide (self, BV_PLACE_OUTSIDE, NULL);
}

/* A place without a reason is no decision. */
static gboolean
is_touched (BvRankingDetails *self)
{
  if (self->reason == NULL)
    return has_reason (self);
  return g_strcmp0 (get_typed (self), self->reason) != 0
         || gtk_drop_down_get_selected (self->place_list) != self->place;
}

static void
show_decision (BvRankingDetails *self)
{
  gtk_drop_down_set_selected (self->place_list, self->reason != NULL ? self->place : BV_PLACE_INSIDE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_entry), self->reason != NULL ? self->reason : "");
  gtk_widget_set_visible (self->take_back_button, self->reason != NULL);
}

static void
take_decision (BvRankingDetails *self, guint place, const char *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason);
  self->place = place;
}

/* It is recorded by its button alone. */
static void
bv_ranking_details_commit (BvUnsaved *unsaved)
{
}

static const char *
bv_ranking_details_get_message (BvUnsaved *unsaved)
{
  BvRankingDetails *self = BV_RANKING_DETAILS (unsaved);

  return self->nominee != 0 && is_touched (self) ? _ ("The written decision is not recorded yet") : NULL;
}

static void
bv_ranking_details_give_back (BvUnsaved *unsaved)
{
  show_decision (BV_RANKING_DETAILS (unsaved));
}

static void
bv_ranking_details_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_ranking_details_commit;
  iface->get_message = bv_ranking_details_get_message;
  iface->give_back = bv_ranking_details_give_back;
}

static gboolean
bv_ranking_details_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_RANKING_DETAILS (widget)->reason_entry));
}

static void
bv_ranking_details_finalize (GObject *object)
{
  g_free (BV_RANKING_DETAILS (object)->reason);
  g_free (BV_RANKING_DETAILS (object)->quota);
  G_OBJECT_CLASS (bv_ranking_details_parent_class)->finalize (object);
}

static void
bv_ranking_details_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_RANKING_DETAILS);
  g_clear_object (&BV_RANKING_DETAILS (object)->session);
  G_OBJECT_CLASS (bv_ranking_details_parent_class)->dispose (object);
}

static void
bv_ranking_details_class_init (BvRankingDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_ranking_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_ranking_details_finalize;
  widget_class->grab_focus = bv_ranking_details_grab_focus;
  parted_signal = g_signal_new ("parted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  g_type_ensure (BV_TYPE_COMPARED_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/ranking/ranking-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, hint_label);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, compared);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, places_label);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, part_button);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, next_label);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, reasons_label);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, decision_box);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, place_list);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, decide_button);
  gtk_widget_class_bind_template_child (widget_class, BvRankingDetails, take_back_button);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_ranking_details_init (BvRankingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_context_name_button (self->place_list);
}

/* What is being typed for the same nominee and quota stays. */
static void
show_entrant (BvRankingDetails *self, const BvEntrant *entrant, const BvQuota *quota)
{
  const BvEntrantDecision *decision = quota != NULL ? bv_entrant_find_decision (entrant, quota) : NULL;
  const char *key = quota != NULL ? quota->key : NULL;
  gboolean keeps = self->nominee == entrant->id && g_strcmp0 (self->quota, key) == 0 && is_touched (self);

  self->nominee = entrant->id;
  g_free (self->quota);
  self->quota = g_strdup (key);
  if (decision == NULL)
    take_decision (self, BV_PLACE_INSIDE, NULL);
  else
    take_decision (self, decision->place, decision->reason);
  if (!keeps)
    show_decision (self);
}

static void
lock (BvRankingDetails *self, const char *reason)
{
  bv_read_only_set (GTK_WIDGET (self->place_list), reason);
  bv_read_only_set (GTK_WIDGET (self->reason_entry), reason);
  bv_read_only_set (self->decide_button, reason);
  bv_read_only_set (self->take_back_button, reason);
}

/* What would have to change for the next place; "" for who has none before them. */
static char *
write_next (const BvRanking *ranking, guint entry)
{
  gint64 rank = bv_ranking_entry (ranking, entry)->rank;
  BvNextPlace next;
  gboolean is_there = bv_next_place_find (ranking, entry, &next);
  g_autofree char *reached = bv_wording_number (next.rank);
  g_autofree char *points = is_there ? bv_wording_points (next.points) : NULL;
  g_autofree char *change = is_there ? bv_wording_points (ABS (next.change)) : NULL;

  if (rank == BV_NONE || rank == 1)
    return g_strdup ("");
  if (!is_there)
    return g_strdup (_ ("No change of one criterion alone is enough for a better place."));
  return g_strdup_printf (next.change > 0 ? _ ("Rank %s with %s points or more on criterion %s: %s more.")
                                          : _ ("Rank %s with %s points or less on criterion %s: %s less."),
                          reached, points, next.leaf->code, change);
}

static void
show_next (BvRankingDetails *self, const char *text)
{
  gtk_label_set_label (self->next_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->next_label), *text != '\0');
}

/* Two are compared, or one is explained. */
static void
show_parts (BvRankingDetails *self, gboolean compared, gboolean explained)
{
  gtk_widget_set_visible (self->part_button, compared);
  gtk_widget_set_visible (GTK_WIDGET (self->places_label), compared);
  gtk_widget_set_visible (GTK_WIDGET (self->compared), compared);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation_label), explained);
  gtk_widget_set_visible (self->hint_label, explained);
}

/**
 * bv_ranking_details_show:
 * @details: the details
 * @session: the session
 * @ranking: a ranking of its proposal
 * @entry: index of an entry
 */
void
bv_ranking_details_show (BvRankingDetails *details, BvSession *session, const BvRanking *ranking, guint entry)
{
  guint place = bv_ranking_entry (ranking, entry)->entrant;
  const BvEntrant *entrant = bv_contest_entrant (ranking->scores->contest, place);
  g_autofree char *explanation = bv_ranking_explain (ranking, entry);
  g_auto (GStrv) reasons = bv_eligibility_list_reasons (ranking->scores, place);
  g_autofree char *text = g_strjoinv ("\n", reasons);
  g_autofree char *next = write_next (ranking, entry);

  g_set_object (&details->session, session);
  lock (details, bv_session_explain_read_only (session));
  show_parts (details, FALSE, TRUE);
  gtk_label_set_label (details->name_label, entrant->name);
  gtk_label_set_label (details->explanation_label, explanation);
  show_next (details, next);
  gtk_label_set_label (details->reasons_label, text);
  gtk_widget_set_visible (GTK_WIDGET (details->reasons_label), *text != '\0');
  gtk_widget_set_visible (details->decision_box, ranking->quota != NULL);
  show_entrant (details, entrant, ranking->quota);
}

static char *
write_places (const BvRanking *ranking, const BvRankingComparison *shown)
{
  gint64 first = bv_ranking_entry (ranking, shown->entries[0])->rank;
  gint64 second = bv_ranking_entry (ranking, shown->entries[1])->rank;

  if (first == BV_NONE || second == BV_NONE)
    return g_strdup (bv_rank_place_words (BV_RANK_NOT_ELIGIBLE));
  /* Translators: the ranks of two nominees that are compared. */
  return g_strdup_printf (_ ("Ranks %" PRId64 " and %" PRId64), first, second);
}

/**
 * bv_ranking_details_compare:
 * @details: the details, which show one of the two
 * @ranking: a ranking of the session's proposal
 * @entry: index of an entry
 * @other: index of another
 *
 * What is being typed about the one that was shown stays.
 */
void
bv_ranking_details_compare (BvRankingDetails *details, const BvRanking *ranking, guint entry, guint other)
{
  g_autoptr (BvRankingComparison) shown = bv_ranking_comparison_new (ranking, entry, other);
  g_autofree char *places = write_places (ranking, shown);

  show_parts (details, TRUE, FALSE);
  gtk_label_set_label (details->name_label, _ ("Two nominees compared"));
  gtk_label_set_label (details->places_label, places);
  show_next (details, "");
  gtk_widget_set_visible (GTK_WIDGET (details->reasons_label), FALSE);
  gtk_widget_set_visible (details->decision_box, FALSE);
  bv_compared_view_show (details->compared, ranking, shown);
}

/**
 * bv_ranking_details_clear:
 * @details: the details
 *
 * Nothing is selected.
 */
void
bv_ranking_details_clear (BvRankingDetails *details)
{
  details->nominee = 0;
  show_parts (details, FALSE, FALSE);
  gtk_label_set_label (details->name_label, "");
  gtk_label_set_label (details->explanation_label, "");
  show_next (details, "");
  gtk_widget_set_visible (GTK_WIDGET (details->reasons_label), FALSE);
  gtk_widget_set_visible (details->decision_box, FALSE);
}

/**
 * bv_ranking_details_decide:
 * @details: the details of an entry
 * @place: a #BvDecidedPlace
 * @reason: (nullable): why; %NULL takes the decision back
 *
 * Writes the decision as one action. The window shows what goes wrong.
 *
 * Returns: whether it is written
 */
gboolean
bv_ranking_details_decide (BvRankingDetails *details, gint64 place, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (details->nominee == 0)
    return FALSE;
  if (write_decision (details, place, reason, &error))
    {
      take_decision (details, place, reason);
      show_decision (details);
      return TRUE;
    }
  bv_session_report (details->session, error);
  return FALSE;
}
