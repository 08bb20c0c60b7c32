/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/answers/given-answers.h"

static void
answer_free (gpointer data)
{
  BvGivenAnswer *given = data;

  g_free (given->key);
  g_free (given->answer);
  g_free (given->title);
  g_free (given);
}

static gpointer
copy (gconstpointer answer, gpointer data)
{
  const BvGivenAnswer *given = answer;
  BvGivenAnswer *copied = g_new (BvGivenAnswer, 1);

  *copied = (BvGivenAnswer){ g_strdup (given->key), g_strdup (given->answer), g_strdup (given->title) };
  return copied;
}

/**
 * bv_given_answers_new:
 *
 * Returns: (transfer full) (element-type BvGivenAnswer): no answers
 */
GPtrArray *
bv_given_answers_new (void)
{
  return g_ptr_array_new_with_free_func (answer_free);
}

/**
 * bv_given_answers_copy:
 * @answers: (element-type BvGivenAnswer): answers
 *
 * Returns: (transfer full) (element-type BvGivenAnswer): the same
 */
GPtrArray *
bv_given_answers_copy (const GPtrArray *answers)
{
  return g_ptr_array_copy ((GPtrArray *) answers, copy, NULL);
}

/**
 * bv_given_answers_put:
 * @answers: (element-type BvGivenAnswer): answers
 * @key: of a question
 * @answer: to it
 * @title: both as people read them
 *
 * The answer stands last, instead of an earlier one.
 */
void
bv_given_answers_put (GPtrArray *answers, const char *key, const char *answer, const char *title)
{
  const BvGivenAnswer given = { (char *) key, (char *) answer, (char *) title };

  bv_given_answers_take_back (answers, key);
  g_ptr_array_add (answers, copy (&given, NULL));
}

/**
 * bv_given_answers_take_back:
 * @answers: (element-type BvGivenAnswer): answers
 * @key: of a question
 */
void
bv_given_answers_take_back (GPtrArray *answers, const char *key)
{
  for (guint i = answers->len; i > 0; i--)
    if (g_str_equal (((BvGivenAnswer *) g_ptr_array_index (answers, i - 1))->key, key))
      g_ptr_array_remove_index (answers, i - 1);
}

/**
 * bv_given_answers_give:
 * @answers: (element-type BvGivenAnswer): answers
 * @questions: what is asked
 */
void
bv_given_answers_give (const GPtrArray *answers, BvIntakeQuestions *questions)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const BvGivenAnswer *given = g_ptr_array_index (answers, i);

      bv_intake_questions_answer (questions, given->key, given->answer);
    }
}
