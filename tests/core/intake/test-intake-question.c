/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-question.h"

/* Equal cases are one question, and it is answered by its key. */
static void
test_asked_once (void)
{
  g_autoptr (BvIntakeQuestions) questions = bv_intake_questions_new ();
  BvIntakeQuestion *first
    = bv_intake_questions_ask (questions, BV_ASKED_UNIT, "887", "xã phú lộc", "Xã  Phú Lộc");

  g_assert_true (bv_intake_questions_ask (questions, BV_ASKED_UNIT, "887", "xã phú lộc", "PHÚ LỘC") == first);
  g_assert_true (bv_intake_questions_ask (questions, BV_ASKED_UNIT, "", "xã phú lộc", "Phú Lộc") != first);
  g_assert_cmpstr (first->key, ==, "unit/887/xã phú lộc");
  g_assert_cmpstr (first->shown, ==, "Xã  Phú Lộc");
  g_assert_null (first->refused);
  bv_intake_question_offer (first, "30379", "UBND xã Phú Lộc", NULL);
  bv_intake_question_offer (first, "30379", "UBND xã Phú Lộc", "again");
  g_assert_cmpuint (first->choices->len, ==, 1);
  g_assert_cmpuint (bv_intake_questions_list (questions)->len, ==, 2);
}

static guint
count_new (const BvIntakeQuestions *questions)
{
  g_autoptr (GPtrArray) answers = bv_intake_questions_list_new (questions);

  return answers->len;
}

/* What was used is learned, what was asked again is none, and what nothing asks for is told. */
static void
test_answered (void)
{
  g_autoptr (BvIntakeQuestions) questions = bv_intake_questions_new ();
  g_autoptr (GPtrArray) unasked = NULL;
  g_autoptr (GPtrArray) answers = NULL;

  bv_intake_questions_answer (questions, "unit//so y te", "SYT");
  bv_intake_questions_answer (questions, "unit//so lua", "KHONG");
  bv_intake_questions_answer (questions, "unit//so khac", "SXD");
  bv_intake_questions_answer (questions, "signs//VNI", "yes");
  g_assert_cmpstr (bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so y te"), ==, "SYT");
  g_assert_cmpstr (bv_intake_questions_find (questions, BV_ASKED_SIGNS, "", "VNI"), ==, "yes");
  g_assert_cmpstr (bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so lua"), ==, "KHONG");
  g_assert_cmpstr (bv_intake_questions_ask (questions, BV_ASKED_UNIT, "", "so lua", "So lua")->refused, ==,
                   "KHONG");
  g_assert_null (bv_intake_questions_find (questions, BV_ASKED_UNIT, "887", "so y te"));
  answers = bv_intake_questions_list_new (questions);
  g_assert_cmpuint (answers->len, ==, 1);
  g_assert_cmpstr (((BvIntakeAnswer *) g_ptr_array_index (answers, 0))->meant, ==, "SYT");
  unasked = bv_intake_questions_list_unasked (questions);
  g_assert_cmpuint (unasked->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (unasked, 0), ==, "unit//so khac");
}

/* What only a file used of which nothing is written is not learned, unless another one uses it. */
static void
test_taken_back (void)
{
  g_autoptr (BvIntakeQuestions) questions = bv_intake_questions_new ();
  guint n_uses;

  bv_intake_questions_answer (questions, "unit//so y te", "SYT");
  bv_intake_questions_answer (questions, "unit//so tp", "STP");
  bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so y te");
  n_uses = bv_intake_questions_count_uses (questions);
  bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so y te");
  bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so tp");
  g_assert_cmpuint (count_new (questions), ==, 2);
  bv_intake_questions_take_back_uses (questions, n_uses);
  g_assert_cmpuint (count_new (questions), ==, 1);
  bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so tp");
  g_assert_cmpuint (count_new (questions), ==, 2);
}

/* What was learned is known, and what is said now comes first. */
static void
test_learned (void)
{
  g_autoptr (BvIntakeQuestions) questions = bv_intake_questions_new ();
  char kind[] = "unit", scope[] = "", said[] = "so y te", meant[] = "SYT";
  const BvIntakeAnswer before = { kind, scope, said, meant };

  bv_intake_questions_learn (questions, &before);
  g_assert_cmpstr (bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so y te"), ==, "SYT");
  g_assert_cmpuint (count_new (questions), ==, 0);
  bv_intake_questions_answer (questions, "unit//so y te", "SYT");
  bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so y te");
  g_assert_cmpuint (count_new (questions), ==, 0);
  bv_intake_questions_answer (questions, "unit//so y te", "SXD");
  g_assert_cmpstr (bv_intake_questions_find (questions, BV_ASKED_UNIT, "", "so y te"), ==, "SXD");
  g_assert_cmpuint (count_new (questions), ==, 1);
}

/* An answer may come to something else, which is what is learned. */
static void
test_settled (void)
{
  g_autoptr (BvIntakeQuestions) questions = bv_intake_questions_new ();
  g_autoptr (GPtrArray) answers = NULL;

  bv_intake_questions_answer (questions, "person/papi/le van a|SYT", "new");
  bv_intake_questions_find (questions, BV_ASKED_PERSON, "papi", "le van a|SYT");
  bv_intake_questions_settle (questions, BV_ASKED_PERSON, "papi", "le van a|SYT", "le-van-a");
  answers = bv_intake_questions_list_new (questions);
  g_assert_cmpstr (((BvIntakeAnswer *) g_ptr_array_index (answers, 0))->meant, ==, "le-van-a");
}

/* Of columns it is wanted before anything is asked. */
static void
test_listed (void)
{
  g_autoptr (BvIntakeQuestions) questions = bv_intake_questions_new ();
  g_autoptr (GPtrArray) answers = NULL;
  char kind[] = "column", scope[] = "", said[] = "vị trí", meant[] = "position";
  const BvIntakeAnswer before = { kind, scope, said, meant };
  const BvIntakeAnswer *now;

  bv_intake_questions_learn (questions, &before);
  bv_intake_questions_answer (questions, "column/papi/điểm a/b", "criterion:1.1");
  bv_intake_questions_answer (questions, "unit//x", "SYT");
  answers = bv_intake_questions_list_learned (questions, "column");
  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (((BvIntakeAnswer *) g_ptr_array_index (answers, 0))->meant, ==, "position");
  now = g_ptr_array_index (answers, 1);
  g_assert_cmpstr (now->scope, ==, "papi");
  g_assert_cmpstr (now->said, ==, "điểm a/b");
  g_assert_cmpstr (now->meant, ==, "criterion:1.1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake-question/asked-once", test_asked_once);
  g_test_add_func ("/intake-question/what-is-not-written-is-not-learned", test_taken_back);
  g_test_add_func ("/intake-question/answered", test_answered);
  g_test_add_func ("/intake-question/learned", test_learned);
  g_test_add_func ("/intake-question/settled", test_settled);
  g_test_add_func ("/intake-question/listed", test_listed);
  return g_test_run ();
}
