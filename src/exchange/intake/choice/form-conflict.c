/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/choice/form-conflict.h"

#include "exchange/intake/choice/plan-mark.h"
#include "exchange/intake/choice/shown-value.h"

#include <glib/gi18n-lib.h>

#define SCOPE_LENGTH 12 /* of the digest of a file */
#define OF_ANOTHER \
  "+" /* behind the place: what stands against the value is not here, but in another row or file */

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
is_taken (const BvPlannedValue *value)
{
  return value->state == BV_PLANNED_NEW || value->state == BV_PLANNED_CHANGED;
}

/* The same for the same file, wherever it lies and whenever it is read. */
static char *
write_scope (const BvPlannedFile *file)
{
  return file->sha256 != NULL ? g_strndup (file->sha256, SCOPE_LENGTH) : g_strdup (file->name);
}

/* Against what the value stands is a part of what is asked: an answer to one is none to the other. */
static char *
write_said (const BvFormAnswers *answers, const BvPlannedValue *value, gboolean of_another)
{
  g_autofree char *place = bv_planned_value_write_place (answers->planned, value);

  return g_strconcat (place, of_another ? OF_ANOTHER : "", NULL);
}

static char *
write_shown (const BvPlannedValue *value)
{
  return value->criterion != NULL ? g_strdup_printf ("%s, %s", get_text (value->subject), value->criterion)
                                  : g_strdup (get_text (value->subject));
}

/* What was said of one value goes before what was said of all of the file. */
static const char *
find_answer (const BvFormAnswers *answers, const char *scope, const char *said)
{
  BvIntakeQuestions *questions = answers->plan->questions;
  const char *answer = bv_intake_questions_find (questions, BV_ASKED_CONFLICT, scope, said);

  return answer != NULL ? answer
                        : bv_intake_questions_find (questions, BV_ASKED_CONFLICT, scope, BV_ANSWER_FOR_ALL);
}

static void
ask (const BvFormAnswers *answers, BvPlannedValue *value, const BvPlannedValue *other, const char *scope)
{
  g_autofree char *said = write_said (answers, value, other != NULL);
  g_autofree char *shown = write_shown (value);
  g_autofree char *said_here = bv_shown_value_write (other != NULL ? other->after : value->before);
  g_autofree char *said_there = bv_shown_value_write (value->after);
  g_autofree char *ours = g_strdup_printf (_ ("Keep %s"), said_here);
  g_autofree char *theirs = g_strdup_printf (_ ("Take %s"), said_there);
  BvIntakeQuestion *question
    = bv_intake_questions_ask (answers->plan->questions, BV_ASKED_CONFLICT, scope, said, shown);

  bv_intake_question_offer (question, BV_ANSWER_OURS, ours,
                            other != NULL ? _ ("as the other row or file says") : _ ("as it stands here"));
  bv_intake_question_offer (question, BV_ANSWER_THEIRS, theirs, _ ("as the file says"));
  value->question = question;
  bv_planned_file_note_question (answers->planned, question, value->sheet, value->row, value->column);
}

/* What is said of a field by @value from now on, not by what said it before. */
static void
claim (const BvFormAnswers *answers, const char *place, BvPlannedValue *value)
{
  bv_plan_mark_claim (answers->plan, place);
  g_hash_table_insert (answers->plan->said, g_strdup (place), value);
}

/* @other: what is said otherwise in another row or file, and is written; NULL: nothing */
static void
take (const BvFormAnswers *answers, BvPlannedValue *value, BvPlannedValue *other, const char *place)
{
  if (other != NULL)
    {
      bv_plan_mark_change (answers->plan, other);
      other->state = BV_PLANNED_SAME;
    }
  claim (answers, place, value);
  value->state = value->before == NULL ? BV_PLANNED_NEW : BV_PLANNED_CHANGED;
}

static void
decide (const BvFormAnswers *answers,
        BvPlannedValue *value,
        BvPlannedValue *other,
        const char *place,
        const char *reason)
{
  g_autofree char *scope = write_scope (answers->planned);
  g_autofree char *said = write_said (answers, value, other != NULL);
  const char *answer = find_answer (answers, scope, said);

  if (g_strcmp0 (answer, BV_ANSWER_THEIRS) == 0)
    {
      take (answers, value, other, place);
    }
  else if (g_strcmp0 (answer, BV_ANSWER_OURS) == 0)
    {
      value->state = BV_PLANNED_SAME;
    }
  else
    {
      value->state = BV_PLANNED_CONFLICT;
      value->reason = g_strdup (reason);
      ask (answers, value, other, scope);
    }
}

/* Another value was chosen that is not taken in any more, as its file waits: this one was not wanted. */
static gboolean
was_rejected (const BvFormAnswers *answers, const BvPlannedValue *value)
{
  g_autofree char *scope = write_scope (answers->planned);
  g_autofree char *said = write_said (answers, value, TRUE);

  return g_strcmp0 (bv_intake_questions_find (answers->plan->questions, BV_ASKED_CONFLICT, scope, said),
                    BV_ANSWER_OURS)
         == 0;
}

/**
 * bv_form_conflict_settle:
 * @answers: a sheet that came back
 * @value: one of its values, of a nominee, that is not as it was: new, changed, or changed here too
 *
 * Looks whether something else is said of the same field: here since the form went out, or in another cell of
 * what is taken in together. What somebody chose is done; else that is asked, and the value waits.
 */
void
bv_form_conflict_settle (const BvFormAnswers *answers, BvPlannedValue *value)
{
  g_autofree char *place = g_strjoin ("/", value->nominee, get_text (value->criterion), value->field, NULL);
  BvPlannedValue *said = g_hash_table_lookup (answers->plan->said, place);

  if (said != NULL && is_taken (said) && g_strcmp0 (get_text (said->after), get_text (value->after)) != 0)
    decide (answers, value, said, place,
            _ ("another row or file that is taken in says otherwise: take in only one of them"));
  else if (value->state == BV_PLANNED_CONFLICT)
    decide (answers, value, NULL, place,
            _ ("it was changed here since the form went out: keep that, or take what the form says"));
  else if (said == NULL && is_taken (value) && was_rejected (answers, value))
    decide (answers, value, NULL, place,
            _ ("another value was chosen, which is not taken in now: choose again"));
  if (said == NULL && is_taken (value))
    claim (answers, place, value);
}
