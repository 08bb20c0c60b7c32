/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nominee-details.h"

#include "app/draft/record-draft.h"
#include "app/evidence/evidence-dialog.h"
#include "app/evidence/evidence-list.h"
#include "app/form/read-only.h"
#include "app/form/record-form.h"
#include "app/form/reveal.h"
#include "app/nominees/same-list.h"
#include "app/page/details-layout.h"
#include "app/score-tools/score-history.h"
#include "core/decisions.h"
#include "core/eligibility.h"
#include "core/entrant-ranking.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "store/edit.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What is behind it of a criterion is not pointed at. */
#define MOST_HEIGHT 80

/**
 * BvNomineeDetails:
 *
 * The selected nominee: what it has reached in all and why it may not be considered, its criteria, and its
 * file.
 */
struct _BvNomineeDetails
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkStack *stack;
  GtkLabel *name_label;
  GtkLabel *total_label;
  GtkLabel *place_label;
  GtkLabel *rank_label;
  GtkLabel *reasons_label;
  GtkExpander *same_expander;
  GtkBox *same_box;
  BvCriteriaList *criteria;
  GtkExpander *profile_expander;
  GtkWidget *history; /* the popover of what a score was before; NULL until it was asked for */

  BvSession *session;
  gint64 nominee;      /* 0: none */
  gint64 same_nominee; /* of whom it is told what stands twice */
  guint same_serial;   /* of the findings that tell it */
  BvDraft *draft;      /* of the nominee */
  GtkWidget *profile;  /* the form; NULL until it was asked for */
  GtkWidget *report;   /* the form of its report of achievements, behind */
  GtkWidget *person;   /* the form of the person, before */
  gboolean profile_of_person;
  gboolean profile_of_quotas; /* decisions are written by quota */
};

G_DEFINE_FINAL_TYPE (BvNomineeDetails, bv_nominee_details, GTK_TYPE_WIDGET)

static void
attach_clicked_cb (BvNomineeDetails *self)
{
  bv_evidence_dialog_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, self->nominee,
                          NULL);
}

static GtkWidget *
create_attach_button (BvNomineeDetails *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Attach the _report of achievements…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 4);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (attach_clicked_cb), self);
  bv_read_only_set (button, bv_session_explain_read_only (self->session));
  return button;
}

static gboolean
decides_by_quota (BvSession *session, const BvNominee *nominee)
{
  return bv_decisions_are_by_quota (nominee, bv_session_get_head (session)->quotas);
}

static GtkWidget *
create_profile_form (BvNomineeDetails *self)
{
  const char *names[] = { "women_percent", "parent_rank", "summary",    "award", "withdrawn", "holds",
                          "decision",      "awards",      "initiative", "votes", NULL };

  if (self->profile_of_quotas)
    names[6] = "decisions";
  return bv_record_form_new (&bv_nominee_entity,
                             (const char *const *) names + (self->profile_of_person ? 2 : 0));
}

static void
create_profile (BvNomineeDetails *self)
{
  static const char *const report[] = { "report", NULL };
  const BvNominee *nominee = bv_draft_get_record (self->draft, BV_DRAFT_WHOLE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->profile_of_person = nominee->person != NULL;
  self->profile_of_quotas = decides_by_quota (self->session, nominee);
  self->profile = create_profile_form (self);
  self->report = bv_record_form_new (&bv_nominee_entity, report);
  self->person = bv_record_form_new (&bv_person_entity, NULL);
  gtk_widget_set_visible (self->person, self->profile_of_person);
  gtk_box_append (GTK_BOX (box), self->person);
  gtk_box_append (GTK_BOX (box), self->profile);
  gtk_box_append (GTK_BOX (box), self->report);
  gtk_box_append (GTK_BOX (box), create_attach_button (self));
  gtk_expander_set_child (self->profile_expander, box);
}

static void
bind_profile (BvNomineeDetails *self, BvDraft *draft)
{
  BvDraftPath person = { bv_entity_find_field (&bv_nominee_entity, "person"), 0 };

  if (self->profile == NULL)
    return;
  bv_record_form_bind (BV_RECORD_FORM (self->profile), draft, BV_DRAFT_WHOLE);
  bv_record_form_bind (BV_RECORD_FORM (self->report), draft, BV_DRAFT_WHOLE);
  bv_record_form_bind (BV_RECORD_FORM (self->person), self->profile_of_person ? draft : NULL, person);
}

static void
show_profile (BvNomineeDetails *self)
{
  const BvNominee *nominee = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  if (nominee == NULL || !gtk_expander_get_expanded (self->profile_expander))
    return;
  if (self->profile == NULL || self->profile_of_person != (nominee->person != NULL)
      || self->profile_of_quotas != decides_by_quota (self->session, nominee))
    create_profile (self);
  bind_profile (self, self->draft);
}

static void
profile_expanded_cb (BvNomineeDetails *self)
{
  show_profile (self);
  if (gtk_expander_get_expanded (self->profile_expander))
    bv_reveal (GTK_WIDGET (self->profile_expander));
}

static void
show_nothing (BvNomineeDetails *self)
{
  self->nominee = 0;
  bv_criteria_list_forget (self->criteria);
  gtk_widget_set_visible (self->head, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static gboolean
has_unreasoned (const BvNominee *nominee)
{
  for (guint i = 0; i < nominee->decisions->len; i++)
    if (bv_text_is_blank (((const BvDecision *) g_ptr_array_index (nominee->decisions, i))->reason))
      return TRUE;
  return nominee->decision != NULL && bv_text_is_blank (nominee->decision->reason);
}

/* A decision without its reason would stand in the way of sealing. */
static gboolean
check_decision (gconstpointer before, gconstpointer after, GError **error)
{
  if (!has_unreasoned (after) || has_unreasoned (before))
    return TRUE;
  g_set_error_literal (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_REQUIRED,
                       _ ("Write the reason of the decision first: it is printed with the proposal"));
  return FALSE;
}

/* Of the documents that the nominee has sent one is its report. */
static BvCandidates *
list_evidence (gconstpointer record, gpointer data)
{
  BvCandidates *candidates = bv_candidates_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) evidence
    = bv_lists_read_evidence (bv_session_get_library (data), ((const BvRecord *) record)->id, &error);

  for (guint i = 0; evidence != NULL && i < bv_table_get_n_rows (evidence); i++)
    bv_candidates_add (candidates, bv_table_get_text (evidence, i, BV_EVIDENCE_COLUMN_KEY),
                       bv_evidence_list_get_name (evidence, i));
  if (evidence == NULL)
    bv_session_report (data, error);
  return candidates;
}

/* The quotas that the nominee competes for. */
static BvCandidates *
list_quotas (const BvNominee *nominee, gpointer data)
{
  BvCandidates *candidates = bv_candidates_new ();
  GPtrArray *quotas = bv_session_get_head (data)->quotas;

  for (guint i = 0; i < quotas->len; i++)
    {
      const BvQuota *quota = g_ptr_array_index (quotas, i);

      if (bv_quota_has_group (quota, nominee->group))
        bv_candidates_add (candidates, quota->key, quota->name);
    }
  return candidates;
}

static BvCandidates *
list_candidates (gconstpointer record, const BvField *field, gpointer data)
{
  if (field->target == &bv_quota_entity)
    return list_quotas (record, data);
  return field->type == BV_FIELD_REFERENCE ? list_evidence (record, data)
                                           : bv_record_draft_list_texts (record, field, data);
}

/* Decisions by quota are edited together, the one of no quota among them. */
static void
shape_nominee (gpointer record, gpointer session)
{
  if (decides_by_quota (session, record))
    bv_decisions_spread (record);
}

static void
take_draft (BvNomineeDetails *self, BvNominee *nominee)
{
  if (self->draft != NULL)
    {
      bv_draft_take_record (self->draft, nominee);
      return;
    }
  self->draft = bv_record_draft_new (self->session, nominee);
  bv_draft_set_check (self->draft, check_decision);
  bv_draft_set_candidates (self->draft, list_candidates);
  bv_draft_set_shape (self->draft, shape_nominee);
}

static void
bv_nominee_details_dispose (GObject *object)
{
  BvNomineeDetails *self = BV_NOMINEE_DETAILS (object);
  GtkWidget *child;

  g_clear_pointer (&self->history, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_NOMINEE_DETAILS);
  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (bv_nominee_details_parent_class)->dispose (object);
}

static void
bv_nominee_details_class_init (BvNomineeDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_nominee_details_dispose;
  g_type_ensure (BV_TYPE_CRITERIA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominees/nominee-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, head);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, total_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, place_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, rank_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, reasons_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, same_expander);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, same_box);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, criteria);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, profile_expander);
  gtk_widget_class_bind_template_callback (widget_class, profile_expanded_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, BV_TYPE_DETAILS_LAYOUT);
}

static void
bv_nominee_details_init (BvNomineeDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const BvGroup *
find_group (BvSession *session, const char *key)
{
  return bv_record_find (bv_session_get_head (session)->groups, key);
}

/**
 * bv_nominee_details_show:
 * @details: the details
 * @session: the session
 * @nominee: a nominee's row, as the library has it now; 0: none
 * @name: its name
 * @place: where it belongs
 */
void
bv_nominee_details_show (BvNomineeDetails *details,
                         BvSession *session,
                         gint64 nominee,
                         const char *name,
                         const char *place)
{
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) evidence = NULL;
  BvNominee *record = NULL;

  g_set_object (&details->session, session);
  if (nominee == 0 || bv_session_get_head (session) == NULL)
    {
      show_nothing (details);
      return;
    }
  evidence = bv_lists_read_evidence (library, nominee, &error);
  if (evidence != NULL)
    record = bv_edit_read (library, &bv_nominee_entity, nominee, &error);
  if (record == NULL)
    {
      bv_session_report (session, error);
      show_nothing (details);
      return;
    }
  /* What was typed for another nominee and could not be saved does not belong to this one. */
  if (details->nominee != nominee)
    bind_profile (details, NULL);
  details->nominee = nominee;
  gtk_label_set_label (details->name_label, name);
  gtk_label_set_label (details->place_label, place);
  bv_criteria_list_show (details->criteria, session, record, find_group (session, record->group),
                         g_steal_pointer (&evidence));
  take_draft (details, record);
  show_profile (details);
  gtk_widget_set_visible (details->head, TRUE);
  gtk_stack_set_visible_child_name (details->stack, "nominee");
  bv_nominee_details_show_scores (details);
}

static void
show_reasons (BvNomineeDetails *self, char **reasons)
{
  g_autofree char *text = reasons != NULL ? g_strjoinv ("\n", reasons) : NULL;

  gtk_label_set_label (self->reasons_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reasons_label), text != NULL && *text != '\0');
}

/* With how far it is from the quota line, where that says something. */
static char *
write_rank (const BvRanking *ranking, const BvRankingEntry *entry)
{
  g_autofree char *margin = NULL;

  if (entry->margin == BV_NONE)
    return g_strdup_printf (_ ("Rank %" PRId64 " of %u"), entry->rank, ranking->entries->len);
  margin = ranking->by_percent ? bv_wording_percent (entry->margin) : bv_wording_points (entry->margin);
  return g_strdup_printf (entry->place == BV_RANK_INSIDE
                            ? _ ("Rank %" PRId64 " of %u, inside the quota by %s")
                            : _ ("Rank %" PRId64 " of %u, %s short of the quota"),
                          entry->rank, ranking->entries->len, margin);
}

static void
show_rank (BvNomineeDetails *self, const BvProposal *proposal, guint entrant)
{
  const BvRankingEntry *entry = NULL;
  const BvRanking *ranking = bv_entrant_ranking_find (proposal, entrant, &entry);
  g_autofree char *place = ranking != NULL ? bv_ranking_entry_write_place (entry) : NULL;
  g_autofree char *text
    = ranking != NULL && entry->rank != BV_NONE ? write_rank (ranking, entry) : g_strdup ("");

  gtk_label_set_label (self->rank_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rank_label),
                               ranking != NULL && ranking->quota != NULL ? place : NULL);
}

static void
clear_scores (BvNomineeDetails *self)
{
  gtk_label_set_label (self->total_label, "…");
  gtk_label_set_label (self->rank_label, "");
  show_reasons (self, NULL);
  bv_criteria_list_show_scores (self->criteria, NULL, 0);
}

/**
 * bv_nominee_details_show_scores:
 * @details: the details
 *
 * Shows what the last ranking says of the nominee.
 */
void
bv_nominee_details_show_scores (BvNomineeDetails *details)
{
  guint place = details->nominee != 0 ? bv_session_find_entrant (details->session, details->nominee)
                                      : BV_CONTEST_NO_ENTRANT;
  g_auto (GStrv) reasons = NULL;
  g_autofree char *total = NULL;
  const BvProposal *proposal;
  const BvEntrant *entrant;

  if (place == BV_CONTEST_NO_ENTRANT)
    {
      clear_scores (details);
      return;
    }
  proposal = bv_session_get_proposal (details->session);
  entrant = bv_contest_entrant (proposal->contest, place);
  if (bv_contest_group (proposal->contest, entrant->group)->leaves->len
      != bv_criteria_list_count (details->criteria))
    return;
  total = bv_wording_points (bv_scores_get (proposal->scores, place)->total);
  gtk_label_set_label (details->total_label, total);
  reasons = bv_eligibility_list_reasons (proposal->scores, place);
  show_reasons (details, reasons);
  show_rank (details, proposal, place);
  bv_criteria_list_show_scores (details->criteria, proposal->scores, entrant->first_mark);
}

static void
remove_same (BvNomineeDetails *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->same_box))) != NULL)
    gtk_box_remove (self->same_box, child);
}

static void
show_same_count (BvNomineeDetails *self, guint n_open)
{
  g_autofree char *open = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u thing here stands twice", "%u things here stand twice", n_open),
    n_open);

  gtk_expander_set_label (self->same_expander, n_open > 0 ? open : _ ("Stands twice, and was looked at"));
  if (n_open > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->same_expander), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->same_expander), "open");
}

/**
 * bv_nominee_details_show_same:
 * @details: the details
 * @findings: what is the same twice in the campaign
 *
 * Shows what the nominee has that another has too; what nobody has looked at comes first.
 */
void
bv_nominee_details_show_same (BvNomineeDetails *details, const BvSameFindings *findings)
{
  guint serial = bv_same_findings_get_serial (findings);

  if (details->same_nominee == details->nominee && details->same_serial == serial)
    return;
  if (details->same_nominee != details->nominee)
    remove_same (details);
  details->same_nominee = details->nominee;
  details->same_serial = serial;
  bv_same_list_show (details->same_box, details->session, findings, details->nominee);
  show_same_count (details, bv_same_findings_count_open (findings, details->nominee));
  gtk_widget_set_visible (GTK_WIDGET (details->same_expander),
                          gtk_widget_get_first_child (GTK_WIDGET (details->same_box)) != NULL);
}

/**
 * bv_nominee_details_get_criteria:
 * @details: the details of a nominee
 *
 * Returns: (transfer none): its criteria
 */
BvCriteriaList *
bv_nominee_details_get_criteria (BvNomineeDetails *details)
{
  return details->criteria;
}

/* The one that has the focus, else the first. */
static BvCriterionRow *
find_criterion (BvNomineeDetails *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, BV_TYPE_CRITERION_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self))
           ? BV_CRITERION_ROW (row)
           : bv_criteria_list_get_row (self->criteria, 0);
}

/**
 * bv_nominee_details_show_history:
 * @details: the details
 *
 * Shows who changed the score of the criterion that has the focus, else of the first, when, and from what to
 * what. Without a nominee nothing is shown.
 */
void
bv_nominee_details_show_history (BvNomineeDetails *details)
{
  BvCriterionRow *row = details->nominee != 0 ? find_criterion (details) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (details->criteria), &bounds))
    return;
  if (details->history == NULL)
    details->history = bv_score_history_new (details->session, GTK_WIDGET (details->criteria));
  gtk_popover_set_pointing_to (GTK_POPOVER (details->history),
                               &(GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                MIN (bounds.size.height, MOST_HEIGHT) });
  bv_score_history_show (BV_SCORE_HISTORY (details->history),
                         &(BvScorePlace){ details->nominee, bv_criterion_row_get_leaf (row)->code },
                         gtk_label_get_label (details->name_label));
}

/**
 * bv_nominee_details_is_busy:
 * @details: the details
 *
 * Returns: whether criteria are still being shown, or the history of a score is read
 */
gboolean
bv_nominee_details_is_busy (BvNomineeDetails *details)
{
  return bv_criteria_list_is_filling (details->criteria)
         || (details->history != NULL && bv_score_history_is_busy (BV_SCORE_HISTORY (details->history)));
}
