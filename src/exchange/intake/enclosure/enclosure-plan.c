/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/enclosure/enclosure-plan.h"

#include "core/evidence.h"
#include "core/group.h"
#include "exchange/intake/enclosure/enclosure-content.h"
#include "exchange/intake/enclosure/enclosure-hints.h"
#include "exchange/intake/enclosure/enclosure-question.h"

struct _BvEnclosurePlan
{
  BvImportPlan *plan;
  GPtrArray *nominees; /* of BvNominee: those that are there, and those that will be new */
  BvUnitMatcher *units;
  BvProofMatcher *matcher;
  BvEnclosureHints *hints;
};

static void
add_documents (BvEnclosurePlan *self, const BvPlannedFile *file)
{
  for (guint i = 0; i < file->documents->len; i++)
    {
      const BvPlannedDocument *document = g_ptr_array_index (file->documents, i);

      bv_proof_matcher_add (self->matcher, &(BvProofDocument){ document->nominee, document->criterion,
                                                               file->unit, document->name, document });
    }
}

/**
 * bv_enclosure_plan_new:
 * @plan: a plan of all forms; it has to outlive what is returned
 *
 * Returns: (transfer full): what finds out what files prove
 */
BvEnclosurePlan *
bv_enclosure_plan_new (BvImportPlan *plan)
{
  BvEnclosurePlan *self = g_new0 (BvEnclosurePlan, 1);
  const BvCampaign *campaign = plan->campaign;

  self->plan = plan;
  self->nominees = g_ptr_array_new ();
  for (guint i = 0; i < campaign->nominees->len; i++)
    g_ptr_array_add (self->nominees, g_ptr_array_index (campaign->nominees, i));
  for (guint i = 0; i < plan->added->len; i++)
    g_ptr_array_add (self->nominees, g_ptr_array_index (plan->added, i));
  self->units = bv_unit_matcher_new (campaign->units, campaign->starts);
  self->matcher = bv_proof_matcher_new (campaign->groups, self->nominees, self->units);
  self->hints = bv_enclosure_hints_new (plan);
  for (guint i = 0; i < plan->files->len; i++)
    if (!((BvPlannedFile *) g_ptr_array_index (plan->files, i))->is_held)
      add_documents (self, g_ptr_array_index (plan->files, i));
  return self;
}

/**
 * bv_enclosure_plan_free:
 * @self: (transfer full): what finds out what files prove
 */
void
bv_enclosure_plan_free (BvEnclosurePlan *self)
{
  bv_enclosure_hints_free (self->hints);
  bv_proof_matcher_free (self->matcher);
  bv_unit_matcher_free (self->units);
  g_ptr_array_unref (self->nominees);
  g_free (self);
}

static gboolean
has_content (const BvImportPlan *plan, const BvAssessment *assessment, const char *sha256)
{
  for (guint i = 0; assessment != NULL && i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);
      const BvEvidence *evidence = g_hash_table_lookup (plan->evidence, link->evidence);

      if (evidence != NULL && g_strcmp0 (evidence->sha256, sha256) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_link (BvEnclosurePlan *self,
          BvPlannedEnclosure *enclosure,
          const BvProofTarget *target,
          const char *criterion)
{
  const BvNominee *nominee = bv_record_find (self->plan->campaign->nominees, target->nominee);
  BvPlannedLink *link = bv_planned_enclosure_add_link (
    enclosure, target->nominee, criterion, target->document != NULL ? target->document->data : NULL);

  link->is_here
    = nominee != NULL && criterion != NULL
      && has_content (self->plan, bv_nominee_find_assessment (nominee, criterion), enclosure->sha256);
}

/* What is said of all leaves of a nominee is said of each. */
static void
add_target (BvEnclosurePlan *self, BvPlannedEnclosure *enclosure, const BvProofTarget *target)
{
  const BvNominee *nominee = bv_record_find (self->nominees, target->nominee);
  const BvGroup *group
    = nominee != NULL ? bv_record_find (self->plan->campaign->groups, nominee->group) : NULL;
  g_autoptr (GPtrArray) leaves = NULL;

  if (target->criterion != NULL || group == NULL || enclosure->state != BV_ENCLOSURE_NEW)
    {
      add_link (self, enclosure, target, target->criterion);
      return;
    }
  leaves = bv_group_list_leaves (group);
  for (guint i = 0; i < leaves->len; i++)
    add_link (self, enclosure, target, ((BvCriterion *) g_ptr_array_index (leaves, i))->code);
}

/* Where it is evidence already, though nothing says so any more: forms name what is missing. */
static void
add_kept (BvEnclosurePlan *self, BvPlannedEnclosure *enclosure)
{
  const GPtrArray *nominees = self->plan->campaign->nominees;

  for (guint i = 0; i < nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (nominees, i);

      for (guint k = 0; k < nominee->assessments->len; k++)
        {
          const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, k);

          if (has_content (self->plan, assessment, enclosure->sha256))
            bv_planned_enclosure_add_link (enclosure, nominee->key, assessment->criterion, NULL)->is_here
              = TRUE;
        }
    }
}

static gboolean
all_are_here (const BvPlannedEnclosure *enclosure)
{
  for (guint i = 0; i < enclosure->links->len; i++)
    if (!((BvPlannedLink *) g_ptr_array_index (enclosure->links, i))->is_here)
      return FALSE;
  return TRUE;
}

static void
judge (BvEnclosurePlan *self, BvPlannedEnclosure *enclosure, const BvProofMatch *match)
{
  static const BvEnclosureState states[] = { [BV_PROOF_MATCH_NONE] = BV_ENCLOSURE_UNKNOWN,
                                             [BV_PROOF_MATCH_ASKED] = BV_ENCLOSURE_ASKED,
                                             [BV_PROOF_MATCH_CERTAIN] = BV_ENCLOSURE_NEW };

  enclosure->state = states[match->state];
  enclosure->reason = match->reason;
  if (match->state != BV_PROOF_MATCH_CERTAIN)
    add_kept (self, enclosure);
  if (enclosure->links->len == 0)
    for (guint i = 0; i < match->targets->len; i++)
      add_target (self, enclosure, &g_array_index (match->targets, BvProofTarget, i));
  if (enclosure->links->len > 0 && all_are_here (enclosure))
    enclosure->state = BV_ENCLOSURE_SAME;
  /* Nothing can be offered. */
  else if (enclosure->links->len == 0 && enclosure->state == BV_ENCLOSURE_ASKED)
    enclosure->state = BV_ENCLOSURE_UNKNOWN;
}

/* Read once, whatever is answered of forms meanwhile. */
static gboolean
read_content (BvEnclosurePlan *self, BvPlannedEnclosure *enclosure, GCancellable *cancellable, GError **error)
{
  const BvReadContent *known = bv_read_files_get_content (self->plan->read, enclosure->path);

  if (known == NULL)
    {
      if (!bv_enclosure_content_read (enclosure, cancellable, error))
        return FALSE;
      bv_read_files_keep_content (self->plan->read, enclosure->path, enclosure->sha256, enclosure->bytes,
                                  enclosure->refusal);
      return TRUE;
    }
  enclosure->sha256 = g_strdup (known->sha256);
  enclosure->bytes = known->bytes;
  if (known->refusal == NULL)
    return TRUE;
  enclosure->refusal = g_error_copy (known->refusal);
  enclosure->state = BV_ENCLOSURE_REFUSED;
  return TRUE;
}

/**
 * bv_enclosure_plan_find:
 * @self: what finds out what files prove
 * @path: a file
 * @origin: where it comes from
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is to become of it; it is not part of the plan yet
 */
BvPlannedEnclosure *
bv_enclosure_plan_find (BvEnclosurePlan *self,
                        const char *path,
                        const BvIntakeOrigin *origin,
                        GCancellable *cancellable,
                        GError **error)
{
  BvPlannedEnclosure *enclosure = bv_planned_enclosure_new (path, origin);
  const BvProofFile file = { enclosure->name, (const char *const *) origin->folders,
                             bv_enclosure_hints_find (self->hints, origin) };
  g_autoptr (BvProofMatch) match = NULL;

  if (!read_content (self, enclosure, cancellable, error))
    {
      bv_planned_enclosure_free (enclosure);
      return NULL;
    }
  if (enclosure->state == BV_ENCLOSURE_REFUSED)
    return enclosure;
  match = bv_proof_match_find (self->matcher, &file);
  judge (self, enclosure, match);
  return enclosure;
}

/* @claimed: by document, the file that is it */
static void
settle_documents (GHashTable *claimed, BvPlannedEnclosure *enclosure)
{
  for (guint i = 0; i < enclosure->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (enclosure->links, i);
      BvPlannedEnclosure *other
        = link->document != NULL ? g_hash_table_lookup (claimed, link->document) : NULL;

      if (link->document != NULL && other == NULL)
        g_hash_table_insert (claimed, (gpointer) link->document, enclosure);
      if (other == NULL || g_str_equal (other->sha256, enclosure->sha256))
        continue;
      other->state = enclosure->state = BV_ENCLOSURE_ASKED;
      other->reason = enclosure->reason = BV_PROOF_TWICE;
    }
}

/* The same content twice is one piece. */
static void
settle_content (GHashTable *contents, BvPlannedEnclosure *enclosure)
{
  for (guint i = 0; i < enclosure->links->len; i++)
    {
      BvPlannedLink *link = g_ptr_array_index (enclosure->links, i);

      link->is_here = !g_hash_table_add (
                        contents, g_strjoin ("/", enclosure->sha256, link->nominee, link->criterion, NULL))
                      || link->is_here;
    }
  if (all_are_here (enclosure))
    enclosure->state = BV_ENCLOSURE_SAME;
}

static gboolean
is_claimed (GHashTable *claimed, const BvPlannedDocument *document)
{
  const BvPlannedEnclosure *other = document != NULL ? g_hash_table_lookup (claimed, document) : NULL;

  return other != NULL && other->state == BV_ENCLOSURE_NEW;
}

/* Another file is it for certain: it is not missing any more. Whose the file may be stays known. */
static void
leave_out_claimed (GHashTable *claimed, BvPlannedEnclosure *enclosure)
{
  g_autoptr (GPtrArray) nominees = g_ptr_array_new_with_free_func (g_free);

  for (guint i = enclosure->links->len; i > 0; i--)
    {
      const BvPlannedLink *link = g_ptr_array_index (enclosure->links, i - 1);

      if (!is_claimed (claimed, link->document))
        continue;
      if (!g_ptr_array_find_with_equal_func (nominees, link->nominee, g_str_equal, NULL))
        g_ptr_array_add (nominees, g_strdup (link->nominee));
      g_ptr_array_remove_index (enclosure->links, i - 1);
    }
  if (enclosure->links->len > 0)
    return;
  for (guint i = nominees->len; i > 0; i--)
    bv_planned_enclosure_add_link (enclosure, g_ptr_array_index (nominees, i - 1), NULL, NULL);
}

/* A document that one form names for several criteria is one: it proves the others, too. */
static void
add_other_places (BvEnclosurePlan *self,
                  BvPlannedEnclosure *enclosure,
                  const BvPlannedLink *meant,
                  const GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (links, i);

      if (link->document == NULL || link->document == meant->document
          || !g_str_equal (link->document->name, meant->document->name)
          || !g_str_equal (link->nominee, meant->nominee))
        continue;
      add_target (
        self, enclosure,
        &(BvProofTarget){ &(BvProofDocument){ .data = link->document }, link->nominee, link->criterion });
    }
}

static void
take_answer (BvEnclosurePlan *self,
             BvPlannedEnclosure *enclosure,
             BvEnclosureSaid said,
             const BvPlannedLink *meant)
{
  const BvProofDocument document = { .data = meant->document };
  g_autoptr (GPtrArray) candidates = bv_planned_enclosure_steal_links (enclosure);

  enclosure->reason = BV_PROOF_ANSWERED;
  enclosure->state = said == BV_ENCLOSURE_SAID_PROVES ? BV_ENCLOSURE_NEW : BV_ENCLOSURE_LEFT_OUT;
  if (said != BV_ENCLOSURE_SAID_PROVES)
    return;
  add_target (self, enclosure, &(BvProofTarget){ &document, meant->nominee, meant->criterion });
  if (meant->document != NULL)
    add_other_places (self, enclosure, meant, candidates);
}

/* It is taken as somebody answered; what has no answer is asked, where there is something to offer. */
static void
settle_asked (BvEnclosurePlan *self, GHashTable *claimed, guint index)
{
  BvPlannedEnclosure *enclosure = g_ptr_array_index (self->plan->enclosures, index);
  BvPlannedLink meant = { 0 };
  BvEnclosureSaid said;

  if (enclosure->reason == BV_PROOF_CRITERION)
    leave_out_claimed (claimed, enclosure);
  if (enclosure->links->len == 0)
    return;
  said = bv_enclosure_question_settle (self->plan, self->nominees, index, &meant);
  if (said != BV_ENCLOSURE_SAID_NOTHING)
    take_answer (self, enclosure, said, &meant);
}

static BvEnclosureState
get_state (const BvImportPlan *plan, guint i)
{
  return ((BvPlannedEnclosure *) g_ptr_array_index (plan->enclosures, i))->state;
}

/**
 * bv_enclosure_plan_settle:
 * @self: what finds out what files prove; all those of its plan were found
 *
 * Two files with other content cannot both be the document that a form names: which is has to be asked, as
 * everything is that is merely alike.
 */
void
bv_enclosure_plan_settle (BvEnclosurePlan *self)
{
  const BvImportPlan *plan = self->plan;
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->enclosures->len; i++)
    if (get_state (plan, i) == BV_ENCLOSURE_NEW)
      settle_documents (claimed, g_ptr_array_index (plan->enclosures, i));
  for (guint i = 0; i < plan->enclosures->len; i++)
    if (get_state (plan, i) == BV_ENCLOSURE_ASKED)
      settle_asked (self, claimed, i);
  for (guint i = 0; i < plan->enclosures->len; i++)
    if (get_state (plan, i) == BV_ENCLOSURE_NEW)
      settle_content (contents, g_ptr_array_index (plan->enclosures, i));
}
