/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-question.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An answer that was given now. */
typedef struct
{
  char *answer;
  BvIntakeAnswer *used; /* for what; NULL: nothing asked for it yet */
  guint use;            /* the number of its first use by what is written; 0: by nothing of that */
} Given;

struct _BvIntakeQuestions
{
  GPtrArray *open;     /* of BvIntakeQuestion, in the order in which they came up */
  GHashTable *by_key;  /* the same */
  GHashTable *given;   /* key → Given */
  GHashTable *learned; /* key → BvIntakeAnswer */
  guint n_uses;
};

static const struct
{
  const char *name;
  const char *title;
  gboolean is_learned;    /* what was answered is known from then on */
  gboolean can_leave_out; /* what is asked about may be left out */
} kinds[BV_N_ASKED] = {
  [BV_ASKED_SIGNS] = { "signs", N_ ("Are these texts in old signs?"), FALSE, FALSE },
  [BV_ASKED_SHEET] = { "sheet", N_ ("Is the sheet an answer, or an example?"), FALSE, TRUE },
  [BV_ASKED_FILE_UNIT] = { "file-unit", N_ ("Whose file is it?"), FALSE, TRUE },
  [BV_ASKED_COLUMN] = { "column", N_ ("What does the column hold?"), TRUE, TRUE },
  [BV_ASKED_POINTS] = { "points", N_ ("Whose points are they?"), TRUE, TRUE },
  [BV_ASKED_SUBJECT] = { "subject", N_ ("Is it a person or a unit?"), TRUE, TRUE },
  [BV_ASKED_UNIT] = { "unit", N_ ("Which unit is meant?"), TRUE, TRUE },
  [BV_ASKED_GROUP] = { "group", N_ ("In which group?"), TRUE, TRUE },
  [BV_ASKED_PERSON] = { "person", N_ ("Who is meant?"), TRUE, TRUE },
  [BV_ASKED_CONFLICT] = { "conflict", N_ ("Which value holds?"), FALSE, FALSE },
  [BV_ASKED_PROOF] = { "proof", N_ ("What does the file prove?"), FALSE, TRUE },
};

/**
 * bv_asked_kind_get_name:
 * @kind: a kind of questions
 *
 * Returns: its name, with which its keys begin
 */
const char *
bv_asked_kind_get_name (BvAskedKind kind)
{
  return kinds[kind].name;
}

/**
 * bv_asked_kind_get_title:
 * @kind: a kind of questions
 *
 * Returns: the question in the user's language
 */
const char *
bv_asked_kind_get_title (BvAskedKind kind)
{
  return _ (kinds[kind].title);
}

static BvIntakeAnswer *
answer_new (const char *kind, const char *scope, const char *said, const char *meant)
{
  BvIntakeAnswer *answer = g_new (BvIntakeAnswer, 1);

  *answer = (BvIntakeAnswer){ g_strdup (kind), g_strdup (scope), g_strdup (said), g_strdup (meant) };
  return answer;
}

/**
 * bv_intake_answer_free:
 * @data: (nullable) (transfer full): a #BvIntakeAnswer
 */
void
bv_intake_answer_free (gpointer data)
{
  BvIntakeAnswer *answer = data;

  if (answer == NULL)
    return;
  g_free (answer->kind);
  g_free (answer->scope);
  g_free (answer->said);
  g_free (answer->meant);
  g_free (answer);
}

static void
given_free (gpointer data)
{
  Given *given = data;

  g_free (given->answer);
  bv_intake_answer_free (given->used);
  g_free (given);
}

static void
choice_free (gpointer data)
{
  BvIntakeChoice *choice = data;

  g_free (choice->answer);
  g_free (choice->title);
  g_free (choice->reason);
  g_free (choice);
}

static void
question_free (gpointer data)
{
  BvIntakeQuestion *question = data;

  g_free (question->scope);
  g_free (question->said);
  g_free (question->key);
  g_free (question->shown);
  g_free (question->refused);
  g_strfreev (question->samples);
  g_ptr_array_unref (question->choices);
  g_free (question);
}

/**
 * bv_asked_kind_is_of_unit:
 * @kind: a kind of questions
 *
 * Returns: whether the code of any unit is an answer, also of one that is not offered
 */
gboolean
bv_asked_kind_is_of_unit (BvAskedKind kind)
{
  return kind == BV_ASKED_UNIT || kind == BV_ASKED_FILE_UNIT;
}

/**
 * bv_asked_kind_can_leave_out:
 * @kind: a kind of questions
 *
 * Returns: whether %BV_ANSWER_LEAVE_OUT is an answer
 */
gboolean
bv_asked_kind_can_leave_out (BvAskedKind kind)
{
  return kinds[kind].can_leave_out;
}

/**
 * bv_intake_question_key:
 * @kind: a kind of questions
 * @scope: within what the answer holds; empty: everywhere
 * @said: what is asked about
 *
 * Returns: (transfer full): the key by which the answer is given: "unit/887/xã phú lộc"
 */
char *
bv_intake_question_key (BvAskedKind kind, const char *scope, const char *said)
{
  return g_strjoin ("/", kinds[kind].name, scope, said, NULL);
}

/**
 * bv_intake_questions_new:
 *
 * Returns: (transfer full): no questions yet
 */
BvIntakeQuestions *
bv_intake_questions_new (void)
{
  BvIntakeQuestions *questions = g_new (BvIntakeQuestions, 1);

  *questions
    = (BvIntakeQuestions){ g_ptr_array_new_with_free_func (question_free),
                           g_hash_table_new (g_str_hash, g_str_equal),
                           g_hash_table_new_full (g_str_hash, g_str_equal, g_free, given_free),
                           g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bv_intake_answer_free) };
  return questions;
}

/**
 * bv_intake_questions_free:
 * @questions: (nullable) (transfer full): questions
 */
void
bv_intake_questions_free (BvIntakeQuestions *questions)
{
  if (questions == NULL)
    return;
  g_hash_table_unref (questions->learned);
  g_hash_table_unref (questions->given);
  g_hash_table_unref (questions->by_key);
  g_ptr_array_unref (questions->open);
  g_free (questions);
}

/**
 * bv_intake_questions_learn:
 * @questions: questions
 * @answer: what was answered once before
 */
void
bv_intake_questions_learn (BvIntakeQuestions *questions, const BvIntakeAnswer *answer)
{
  g_hash_table_insert (questions->learned, g_strjoin ("/", answer->kind, answer->scope, answer->said, NULL),
                       answer_new (answer->kind, answer->scope, answer->said, answer->meant));
}

/**
 * bv_intake_questions_answer:
 * @questions: questions
 * @key: of one that comes up, or may
 * @answer: what somebody says
 */
void
bv_intake_questions_answer (BvIntakeQuestions *questions, const char *key, const char *answer)
{
  Given *given = g_new (Given, 1);

  *given = (Given){ g_strdup (answer), NULL };
  g_hash_table_insert (questions->given, g_strdup (key), given);
}

/**
 * bv_intake_questions_find:
 * @questions: questions
 * @kind: a kind
 * @scope: within what the answer holds
 * @said: what is asked about
 *
 * Returns: (nullable): what was answered, now or before; whoever cannot make sense of it asks
 */
const char *
bv_intake_questions_find (BvIntakeQuestions *questions, BvAskedKind kind, const char *scope, const char *said)
{
  g_autofree char *key = bv_intake_question_key (kind, scope, said);
  Given *given = g_hash_table_lookup (questions->given, key);
  const BvIntakeAnswer *learned = g_hash_table_lookup (questions->learned, key);

  if (given == NULL)
    return learned != NULL ? learned->meant : NULL;
  if (given->used == NULL)
    given->used = answer_new (kinds[kind].name, scope, said, given->answer);
  if (given->use == 0)
    given->use = ++questions->n_uses;
  return given->answer;
}

/**
 * bv_intake_questions_count_uses:
 * @questions: questions
 *
 * Returns: how many answers were used so far
 */
guint
bv_intake_questions_count_uses (const BvIntakeQuestions *questions)
{
  return questions->n_uses;
}

/**
 * bv_intake_questions_take_back_uses:
 * @questions: questions
 * @n_uses: how many there were
 *
 * What came up since is not written: answers that were used for nothing else are not to be known from now on.
 */
void
bv_intake_questions_take_back_uses (BvIntakeQuestions *questions, guint n_uses)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, questions->given);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Given *) value)->use > n_uses)
      ((Given *) value)->use = 0;
}

/**
 * bv_intake_questions_settle:
 * @questions: questions
 * @kind: a kind
 * @scope: within what the answer holds
 * @said: what was asked about, and answered now
 * @meant: what it comes to, and is learned
 */
void
bv_intake_questions_settle (BvIntakeQuestions *questions,
                            BvAskedKind kind,
                            const char *scope,
                            const char *said,
                            const char *meant)
{
  g_autofree char *key = bv_intake_question_key (kind, scope, said);
  Given *given = g_hash_table_lookup (questions->given, key);

  if (given == NULL || given->used == NULL)
    return;
  g_free (given->used->meant);
  given->used->meant = g_strdup (meant);
}

/**
 * bv_intake_questions_ask:
 * @questions: questions
 * @kind: a kind
 * @scope: within what the answer holds
 * @said: what is asked about, the same for all places that the answer is for
 * @shown: the same as it was written
 *
 * Returns: (transfer none): the question, without choices where it comes up for the first time
 */
BvIntakeQuestion *
bv_intake_questions_ask (BvIntakeQuestions *questions,
                         BvAskedKind kind,
                         const char *scope,
                         const char *said,
                         const char *shown)
{
  g_autofree char *key = bv_intake_question_key (kind, scope, said);
  BvIntakeQuestion *question = g_hash_table_lookup (questions->by_key, key);
  Given *given = g_hash_table_lookup (questions->given, key);

  if (question != NULL)
    return question;
  question = g_new0 (BvIntakeQuestion, 1);
  *question = (BvIntakeQuestion){ kind,
                                  g_strdup (scope),
                                  g_strdup (said),
                                  g_steal_pointer (&key),
                                  g_strdup (shown),
                                  given != NULL ? g_strdup (given->answer) : NULL,
                                  NULL,
                                  g_ptr_array_new_with_free_func (choice_free) };
  g_ptr_array_add (questions->open, question);
  g_hash_table_insert (questions->by_key, question->key, question);
  return question;
}

/**
 * bv_intake_question_offer:
 * @question: a question
 * @answer: what may be answered
 * @title: what it means
 * @reason: (nullable): why it may be meant, translated
 *
 * Offers an answer once.
 */
void
bv_intake_question_offer (BvIntakeQuestion *question,
                          const char *answer,
                          const char *title,
                          const char *reason)
{
  BvIntakeChoice *choice;

  for (guint i = 0; i < question->choices->len; i++)
    if (g_str_equal (((BvIntakeChoice *) g_ptr_array_index (question->choices, i))->answer, answer))
      return;
  choice = g_new (BvIntakeChoice, 1);
  *choice = (BvIntakeChoice){ g_strdup (answer), g_strdup (title), g_strdup (reason) };
  g_ptr_array_add (question->choices, choice);
}

/**
 * bv_intake_questions_list:
 * @questions: questions
 *
 * Returns: (transfer none) (element-type BvIntakeQuestion): those without an answer, in the order in which
 * they came up
 */
const GPtrArray *
bv_intake_questions_list (const BvIntakeQuestions *questions)
{
  return questions->open;
}

static gboolean
is_learned (const char *kind)
{
  for (guint i = 0; i < BV_N_ASKED; i++)
    if (g_str_equal (kinds[i].name, kind))
      return kinds[i].is_learned;
  return FALSE;
}

static int
compare_answers (gconstpointer a, gconstpointer b)
{
  const BvIntakeAnswer *first = *(const BvIntakeAnswer *const *) a;
  const BvIntakeAnswer *second = *(const BvIntakeAnswer *const *) b;
  int order = strcmp (first->kind, second->kind);

  order = order != 0 ? order : strcmp (first->scope, second->scope);
  return order != 0 ? order : strcmp (first->said, second->said);
}

/**
 * bv_intake_questions_list_learned:
 * @questions: questions
 * @kind: the name of a kind
 *
 * What somebody says of columns changes what is seen of a table before anything is asked.
 *
 * Returns: (transfer full) (element-type BvIntakeAnswer): what was answered of that kind, now or before: what
 * was said now has no scope and no meaning of its own yet, and stands last
 */
GPtrArray *
bv_intake_questions_list_learned (const BvIntakeQuestions *questions, const char *kind)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (bv_intake_answer_free);
  g_autofree char *prefix = g_strconcat (kind, "/", NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, questions->learned);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const BvIntakeAnswer *answer = value;

      if (g_str_equal (answer->kind, kind) && !g_hash_table_contains (questions->given, key))
        g_ptr_array_add (answers, answer_new (answer->kind, answer->scope, answer->said, answer->meant));
    }
  g_ptr_array_sort (answers, compare_answers);
  g_hash_table_iter_init (&iter, questions->given);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_str_has_prefix (key, prefix))
      {
        const char *scope = (const char *) key + strlen (prefix);
        const char *said = strchr (scope, '/');
        g_autofree char *within = said != NULL ? g_strndup (scope, said - scope) : NULL;

        if (said != NULL)
          g_ptr_array_add (answers, answer_new (kind, within, said + 1, ((Given *) value)->answer));
      }
  return answers;
}

/**
 * bv_intake_questions_list_new:
 * @questions: questions
 *
 * Returns: (transfer full) (element-type BvIntakeAnswer): what was answered now, made sense, and is to be
 * known from now on
 */
GPtrArray *
bv_intake_questions_list_new (const BvIntakeQuestions *questions)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (bv_intake_answer_free);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, questions->given);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Given *given = value;
      const BvIntakeAnswer *used = given->use > 0 ? given->used : NULL;
      const BvIntakeAnswer *before = g_hash_table_lookup (questions->learned, key);

      if (used != NULL && is_learned (used->kind) && !g_hash_table_contains (questions->by_key, key)
          && (before == NULL || !g_str_equal (before->meant, used->meant)))
        g_ptr_array_add (answers, answer_new (used->kind, used->scope, used->said, used->meant));
    }
  g_ptr_array_sort (answers, compare_answers);
  return answers;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * bv_intake_questions_list_unasked:
 * @questions: questions
 *
 * Returns: (transfer container) (element-type utf8): the keys of answers that nothing asked for
 */
GPtrArray *
bv_intake_questions_list_unasked (const BvIntakeQuestions *questions)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, questions->given);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((Given *) value)->used == NULL && !g_hash_table_contains (questions->by_key, key))
      g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}
