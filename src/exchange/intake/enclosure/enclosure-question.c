/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/enclosure/enclosure-question.h"

#include "core/group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OF_ALL "*" /* for a criterion: every one of the nominee's */

/* A file that is asked about. */
typedef struct
{
  BvImportPlan *plan;
  const GPtrArray *nominees; /* of BvNominee */
  guint index;
  BvPlannedEnclosure *enclosure;
} Asking;

static const BvGroup *
find_group (const Asking *self, const BvNominee *nominee)
{
  return bv_record_find (self->plan->campaign->groups, nominee->group);
}

static const BvCriterion *
find_leaf (const Asking *self, const BvNominee *nominee, const char *code)
{
  const BvGroup *group = find_group (self, nominee);
  g_autoptr (GPtrArray) leaves = group != NULL ? bv_group_list_leaves (group) : g_ptr_array_new ();

  for (guint i = 0; i < leaves->len; i++)
    if (g_str_equal (((BvCriterion *) g_ptr_array_index (leaves, i))->code, code))
      return g_ptr_array_index (leaves, i);
  return NULL;
}

static const BvPlannedDocument *
find_document (const Asking *self, const BvNominee *nominee, const char *code)
{
  for (guint i = 0; i < self->enclosure->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (self->enclosure->links, i);

      if (link->document != NULL && g_str_equal (link->nominee, nominee->key)
          && g_strcmp0 (link->criterion, code) == 0)
        return link->document;
    }
  return NULL;
}

/* `thi-xa-tan-chau/1.2`, or `thi-xa-tan-chau/` and OF_ALL */
static gboolean
read_answer (const Asking *self, const char *answer, BvPlannedLink *meant)
{
  const char *slash = strrchr (answer, '/');
  g_autofree char *key = slash != NULL ? g_strndup (answer, slash - answer) : NULL;
  const BvNominee *nominee = key != NULL ? bv_record_find (self->nominees, key) : NULL;
  const BvCriterion *leaf = nominee != NULL ? find_leaf (self, nominee, slash + 1) : NULL;

  if (nominee == NULL || (leaf == NULL && !g_str_equal (slash + 1, OF_ALL)))
    return FALSE;
  meant->nominee = nominee->key;
  meant->criterion = leaf != NULL ? leaf->code : NULL;
  meant->document = find_document (self, nominee, meant->criterion);
  return TRUE;
}

static const char *
name_nominee (const Asking *self, const BvNominee *nominee)
{
  const BvUnit *unit = g_hash_table_lookup (self->plan->units, nominee->unit);

  if (nominee->person != NULL)
    return nominee->person->name;
  return unit != NULL ? unit->name : nominee->key;
}

static void
offer_leaf (const Asking *self,
            BvIntakeQuestion *question,
            const BvNominee *nominee,
            const BvCriterion *leaf,
            const char *reason)
{
  g_autofree char *answer = g_strconcat (nominee->key, "/", leaf != NULL ? leaf->code : OF_ALL, NULL);
  const BvPlannedDocument *document = find_document (self, nominee, leaf != NULL ? leaf->code : NULL);
  g_autofree char *what = leaf != NULL ? g_strconcat (leaf->code, " ", bv_criterion_short_title (leaf), NULL)
                                       : g_strdup (_ ("every criterion"));
  g_autofree char *title
    = g_strconcat (name_nominee (self, nominee), " · ", what, document != NULL ? " · " : "",
                   document != NULL ? document->name : "", NULL);

  bv_intake_question_offer (question, answer, title, reason);
}

/* Somebody, one of whose criteria it is: which, is asked then. */
static void
offer_nominee (const Asking *self, BvIntakeQuestion *question, const BvNominee *nominee, const char *reason)
{
  g_autofree char *title = g_strdup_printf (_ ("%s · another criterion…"), name_nominee (self, nominee));

  bv_intake_question_offer (question, nominee->key, title, reason);
}

static const BvNominee *
find_nominee (const Asking *self, guint nth)
{
  const BvPlannedLink *link = g_ptr_array_index (self->enclosure->links, nth);

  return bv_record_find (self->nominees, link->nominee);
}

static void
offer_candidates (const Asking *self, BvIntakeQuestion *question)
{
  const char *reason = bv_planned_enclosure_get_reason (self->enclosure);

  for (guint i = 0; i < self->enclosure->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (self->enclosure->links, i);
      const BvNominee *nominee = find_nominee (self, i);
      const BvCriterion *leaf
        = nominee != NULL && link->criterion != NULL ? find_leaf (self, nominee, link->criterion) : NULL;

      if (leaf != NULL || (nominee != NULL && link->criterion == NULL && link->document != NULL))
        offer_leaf (self, question, nominee, leaf, reason);
    }
  for (guint i = 0; i < self->enclosure->links->len; i++)
    if (find_nominee (self, i) != NULL)
      offer_nominee (self, question, find_nominee (self, i), NULL);
}

static void
offer_leaves (const Asking *self, BvIntakeQuestion *question, const BvNominee *nominee)
{
  const BvGroup *group = find_group (self, nominee);
  g_autoptr (GPtrArray) leaves = group != NULL ? bv_group_list_leaves (group) : g_ptr_array_new ();

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);

      offer_leaf (self, question, nominee, leaf,
                  find_document (self, nominee, leaf->code) != NULL ? _ ("the form names a document for it")
                                                                    : NULL);
    }
}

static const char *
find_answer (const Asking *self, const char *said)
{
  return bv_intake_questions_find (self->plan->questions, BV_ASKED_PROOF, self->enclosure->sha256, said);
}

/* The file is one of those that are asked about, below the others. */
static BvIntakeQuestion *
ask (const Asking *self, const char *said)
{
  BvImportPlan *plan = self->plan;
  BvIntakeQuestion *question = bv_intake_questions_ask (plan->questions, BV_ASKED_PROOF,
                                                        self->enclosure->sha256, said, self->enclosure->name);

  bv_planned_file_note_question (plan->asked_files, question, 0, self->index, 0);
  self->enclosure->question = question;
  return question;
}

/* With the folders: the same file in those of two units is asked about twice, as it proves something of each.
 */
static char *
write_said (const Asking *self)
{
  g_autofree char *folders = g_strjoinv ("/", self->enclosure->origin->folders);

  return g_strconcat (folders, *folders != '\0' ? "/" : "", self->enclosure->name, NULL);
}

/* Whose it is was answered, or is certain. */
static BvEnclosureSaid
settle_leaf (const Asking *self, const char *file, const BvNominee *nominee, BvPlannedLink *meant)
{
  g_autofree char *said = g_strconcat (file, "/", nominee->key, NULL);
  const char *answer = find_answer (self, said);

  if (g_strcmp0 (answer, BV_ANSWER_LEAVE_OUT) == 0)
    return BV_ENCLOSURE_SAID_LEAVE_OUT;
  if (answer != NULL && read_answer (self, answer, meant))
    return BV_ENCLOSURE_SAID_PROVES;
  offer_leaves (self, ask (self, said), nominee);
  return BV_ENCLOSURE_SAID_NOTHING;
}

/* The one whose it is for certain; NULL: nobody is, or a criterion is likely, or only the unit may be. */
static const BvNominee *
find_only (const Asking *self)
{
  const BvPlannedLink *link
    = self->enclosure->links->len == 1 ? g_ptr_array_index (self->enclosure->links, 0) : NULL;

  if (link == NULL || link->criterion != NULL || link->document != NULL
      || self->enclosure->reason == BV_PROOF_UNIT)
    return NULL;
  return find_nominee (self, 0);
}

/**
 * bv_enclosure_question_settle:
 * @plan: a plan
 * @nominees: (element-type BvNominee): those that are there, and those that will be new
 * @index: one of its files that may be evidence, with what it may prove
 * @meant: (out): what somebody says that it proves; its texts are those of @plan
 *
 * Asks what a file proves, once for its content, folders and name, unless that was answered.
 *
 * Returns: what was answered
 */
BvEnclosureSaid
bv_enclosure_question_settle (BvImportPlan *plan,
                              const GPtrArray *nominees,
                              guint index,
                              BvPlannedLink *meant)
{
  const Asking self = { plan, nominees, index, g_ptr_array_index (plan->enclosures, index) };
  const BvNominee *only = find_only (&self);
  g_autofree char *file = write_said (&self);
  const char *answer = only == NULL ? find_answer (&self, file) : NULL;
  const BvNominee *said = answer != NULL ? bv_record_find (nominees, answer) : NULL;

  if (plan->asked_files == NULL)
    plan->asked_files = bv_planned_file_new_named ("", _ ("Evidence files"));
  if (only != NULL || said != NULL)
    return settle_leaf (&self, file, only != NULL ? only : said, meant);
  if (g_strcmp0 (answer, BV_ANSWER_LEAVE_OUT) == 0)
    return BV_ENCLOSURE_SAID_LEAVE_OUT;
  if (answer != NULL && read_answer (&self, answer, meant))
    return BV_ENCLOSURE_SAID_PROVES;
  offer_candidates (&self, ask (&self, file));
  return BV_ENCLOSURE_SAID_NOTHING;
}
