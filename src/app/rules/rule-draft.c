/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/rule-draft.h"

#include "app/page/unsaved.h"
#include "app/rules/loss-question.h"
#include "app/units/unit-choices.h"
#include "core/text/wording.h"
#include "core/tree/criterion-fit.h"
#include "core/tree/criterion-sum.h"
#include "core/tree/criterion-tree.h"
#include "store/edit.h"
#include "store/rule-reach.h"
#include "store/tree/consequence-reader.h"

#include <glib/gi18n-lib.h>

#define RULE "bv-rule-draft"
#define ASKING "bv-rule-asking"

/* What a draft of rules knows besides its record. */
typedef struct
{
  BvSession *session; /* not owned: it outlives the draft */
  GtkWidget *form;    /* a weak pointer: where it is edited; NULL: it is gone */
} Rule;

/* An edit that waits for an answer. */
typedef struct
{
  BvSession *session;
  GtkWidget *form;
  BvRecord *record; /* as it is to be */
} Waiting;

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_clear_weak_pointer (&rule->form);
  g_free (rule);
}

/* Whatever the answer was, the form shows what is stored. */
static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  bv_unsaved_give_back (waiting->form);
  g_object_set_data (G_OBJECT (waiting->form), ASKING, NULL);
  g_object_unref (waiting->session);
  g_object_unref (waiting->form);
  bv_record_free (waiting->record);
  g_free (waiting);
}

static void
mend (gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (!bv_edit_update_mending (bv_session_get_library (waiting->session),
                               bv_session_get_campaign (waiting->session), waiting->record,
                               BV_MEND_CUT | BV_MEND_DROP, &error))
    bv_session_report (waiting->session, error);
}

/* What has the focus settles first. */
static gboolean
ask (gpointer data)
{
  Waiting *waiting = data;
  GtkRoot *window = gtk_widget_get_root (waiting->form);
  g_autoptr (BvConsequences) consequences
    = bv_consequences_read_update (bv_session_get_library (waiting->session),
                                   bv_session_get_campaign (waiting->session), waiting->record, NULL);

  if (window == NULL || consequences == NULL || bv_consequences_are_harmless (consequences))
    waiting_free (waiting);
  else
    bv_loss_question_ask (
      GTK_WINDOW (window), consequences,
      &(BvLossQuestionWords){ _ ("Change the rules"),
                              _ ("Change the rule although answers do not fit it any more?"), _ ("Change") },
      mend, waiting, waiting_free);
  return G_SOURCE_REMOVE;
}

/* Once: the question takes the focus from the field, which tries again. */
static void
ask_later (const Rule *rule, const BvRecord *record)
{
  Waiting *waiting;

  if (rule->form == NULL || g_object_get_data (G_OBJECT (rule->form), ASKING) != NULL)
    return;
  g_object_set_data (G_OBJECT (rule->form), ASKING, GINT_TO_POINTER (TRUE));
  waiting = g_new (Waiting, 1);
  *waiting = (Waiting){ g_object_ref (rule->session), g_object_ref (rule->form), bv_record_copy (record) };
  g_idle_add (ask, waiting);
}

static gpointer
read_record (gconstpointer record, gpointer data, GError **error)
{
  const BvRecord *self = record;

  return bv_edit_read (bv_session_get_library (((const Rule *) data)->session), self->entity, self->id,
                       error);
}

/* Another kind of criterion has other fields. */
static gboolean
save_record (gpointer record, gpointer data, GError **error)
{
  const Rule *rule = data;
  g_autoptr (GError) local = NULL;

  if (((const BvRecord *) record)->entity == &bv_criterion_entity)
    bv_criterion_fit_kind (record);
  if (bv_edit_update (bv_session_get_library (rule->session), bv_session_get_campaign (rule->session), record,
                      &local))
    return TRUE;
  if (g_error_matches (local, BV_STORE_ERROR, BV_STORE_ERROR_LOSS))
    ask_later (rule, record);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* In whose tree a criterion stands; NULL: it is gone. */
static const BvGroup *
find_group (BvSession *session, gint64 criterion)
{
  const GPtrArray *groups = bv_session_get_head (session)->groups;
  BvCriterionPlace place;

  return bv_criterion_place_find (groups, criterion, &place)
           ? bv_criterion_tree_find_group (groups, place.group)
           : NULL;
}

/* The sum of its group, where that will not be what it is meant to be. */
static char *
foresee_sum (BvSession *session, const BvCriterion *before, const BvCriterion *after)
{
  const BvGroup *group = find_group (session, before->record.id);
  gint64 sum;
  g_autofree char *sum_text = NULL;
  g_autofree char *wanted = NULL;

  if (group == NULL || !bv_criterion_is_leaf (after) || before->max == after->max)
    return NULL;
  sum = bv_group_full (group) - bv_criterion_sum_full (before) + bv_criterion_sum_full (after);
  if (!bv_criterion_sum_differs (group, sum))
    return NULL;
  sum_text = bv_wording_points (sum);
  wanted = bv_wording_points (group->sum);
  return g_strdup_printf (_ ("The group’s sum becomes %s, not %s."), sum_text, wanted);
}

static char *
foresee_answers (BvSession *session, const BvRecord *after)
{
  g_autoptr (BvConsequences) consequences = bv_consequences_read_update (
    bv_session_get_library (session), bv_session_get_campaign (session), after, NULL);
  g_autofree char *text = consequences != NULL ? bv_consequences_write (consequences) : NULL;

  return text != NULL ? g_strconcat (text, ".", NULL) : NULL;
}

/* How many are ranked by the record: as many as are ranked anew without it. */
static gint64
count_ranked (BvSession *session, const BvRecord *record)
{
  BvLibrary *library = bv_session_get_library (session);
  gint64 campaign = bv_session_get_campaign (session);
  g_autoptr (BvConsequences) consequences = NULL;

  if (record->entity == &bv_campaign_entity)
    return bv_rule_reach_count_nominees (library, campaign, NULL);
  consequences = bv_consequences_read_removal (library, campaign, record->entity, record->id, NULL);
  return consequences != NULL ? consequences->n_ranked : 0;
}

/* Before it is known what the field will be. */
static char *
foresee_ranking (BvSession *session, const BvRecord *record)
{
  gint64 n = count_ranked (session, record);
  g_autofree char *number = bv_wording_number (n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "A change ranks %s nominee anew.", "A change ranks %s nominees anew.", n),
    number);
}

/* How far a maximum can be lowered before it cuts what was given. */
static char *
foresee_cut (BvSession *session, const BvRecord *record, const BvField *field)
{
  gint64 most = BV_NONE;
  g_autofree char *points = NULL;

  if (record->entity == &bv_criterion_entity && g_str_equal (field->name, "max"))
    most = bv_rule_reach_find_most (bv_session_get_library (session), record->id, NULL);
  if (most <= 0)
    return NULL;
  points = bv_wording_points (most);
  return g_strdup_printf (_ ("Below %s it cuts points that were given."), points);
}

/* Two texts, one a line; takes both. */
static char *
join (char *first, char *second)
{
  char *both;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  both = g_strconcat (first, "\n", second, NULL);
  g_free (first);
  g_free (second);
  return both;
}

/* A #BvDraftForeseeFunc. */
static char *
foresee (gconstpointer before, gconstpointer after, const BvField *field, gpointer data)
{
  BvSession *session = ((const Rule *) data)->session;
  char *sum = NULL;

  if ((field->flags & BV_FIELD_RANKS) == 0)
    return NULL;
  if (after == NULL)
    return join (foresee_ranking (session, before), foresee_cut (session, before, field));
  if (((const BvRecord *) before)->entity == &bv_criterion_entity)
    sum = foresee_sum (session, before, after);
  return join (sum, foresee_answers (session, after));
}

/* A #BvDraftListFunc: references of rules name units, groups, or other quotas. */
static BvCandidates *
list_candidates (gconstpointer record, const BvField *field, gpointer data)
{
  BvSession *session = ((const Rule *) data)->session;
  const BvCampaign *head = bv_session_get_head (session);
  const BvField *array
    = field->target != NULL ? bv_entity_find_field (&bv_campaign_entity, field->target->plural) : NULL;
  BvCandidates *candidates;

  if (field->target == &bv_unit_entity)
    return bv_unit_choices_list (record, field, session);
  candidates = bv_candidates_new ();
  for (guint i = 0; array != NULL && i < BV_FIELD_RECORDS (head, array)->len; i++)
    {
      const BvRecord *other = g_ptr_array_index (BV_FIELD_RECORDS (head, array), i);
      const BvField *name = bv_entity_find_field (other->entity, "name");

      if (other->id != ((const BvRecord *) record)->id)
        bv_candidates_add (candidates, bv_record_key (other), BV_FIELD_STRING (other, name));
    }
  return candidates;
}

static BvDraft *
create (GtkWidget *form, BvSession *session, gpointer record)
{
  Rule *rule = g_new0 (Rule, 1);
  BvDraft *draft = bv_draft_new (record, read_record, save_record, rule);

  rule->session = session;
  g_set_weak_pointer (&rule->form, form);
  g_object_set_data_full (G_OBJECT (draft), RULE, rule, rule_free);
  bv_draft_set_locked (draft, bv_session_explain_read_only (session));
  bv_draft_set_foresee (draft, foresee);
  bv_draft_set_candidates (draft, list_candidates);
  return draft;
}

/**
 * bv_rule_draft_show:
 * @place: where @form keeps the draft that it shows; %NULL there: none
 * @form: where the record is edited
 * @session: a session with a campaign, which outlives the draft
 * @entity: campaign, group, criterion or quota
 * @id: the row of a record; 0: none
 *
 * Puts a draft of the record there, as the library has it now. One of the same record stays, with what is
 * being typed in its forms. What cannot be read is reported.
 */
void
bv_rule_draft_show (BvDraft **place, GtkWidget *form, BvSession *session, const BvEntity *entity, gint64 id)
{
  g_autoptr (GError) error = NULL;
  const BvRecord *before = *place != NULL ? bv_draft_get_record (*place, BV_DRAFT_WHOLE) : NULL;
  gpointer record = id != 0 ? bv_edit_read (bv_session_get_library (session), entity, id, &error) : NULL;

  if (error != NULL)
    bv_session_report (session, error);
  if (record != NULL && before != NULL && before->id == id)
    {
      bv_draft_take_record (*place, record);
      return;
    }
  g_clear_object (place);
  if (record != NULL)
    *place = create (form, session, record);
}
