/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/likeness.h"

#include <glib.h>

static const struct
{
  const char *a;
  const char *b;
  guint distance;
  guint likeness;
} pairs[] = {
  { "", "", 0, 100 },
  { "", "ba", 2, 0 },
  { "hòa", "hòa", 0, 100 },
  { "phú thành", "phú thạnh", 1, 89 },
  { "thành", "thánh", 1, 80 },
  { "điểm tự chấm", "điểm tự chám", 1, 92 },
  { "điểm", "diem", 2, 50 },
  { "chấm", "chầm", 1, 75 },
  { "giảit trình", "giải trình", 1, 91 },
  { "ghi chú", "ghi hcú", 1, 86 },
  { "abc", "xyz", 3, 0 },
};

static void
test_letters_are_counted_with_their_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
      g_assert_cmpuint (bv_likeness_distance (pairs[i].a, pairs[i].b), ==, pairs[i].distance);
      g_assert_cmpuint (bv_likeness_distance (pairs[i].b, pairs[i].a), ==, pairs[i].distance);
      g_assert_cmpuint (bv_likeness_of (pairs[i].a, pairs[i].b), ==, pairs[i].likeness);
    }
}

/* Letters alone never say more than the texts do. */
static void
test_letters_alone_tell_most_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pairs); j++)
      {
        BvLikenessLetters a = bv_likeness_list_letters (pairs[i].a);
        BvLikenessLetters b = bv_likeness_list_letters (pairs[j].b);
        guint likeness = bv_likeness_of (pairs[i].a, pairs[j].b);

        g_assert_true (bv_likeness_may_be_within (&a, &b, bv_likeness_distance (pairs[i].a, pairs[j].b)));
        g_assert_true (bv_likeness_may_be (&a, &b, likeness));
        g_assert_true (likeness >= 50 || i == j || !bv_likeness_may_be (&a, &b, 100));
      }
}

static void
test_long_texts_are_compared_by_their_beginnings (void)
{
  g_autofree char *a = g_strnfill (5000, 'a');
  g_autofree char *b = g_strnfill (6000, 'a');
  BvLikenessLetters letters_of_a = bv_likeness_list_letters (a);
  BvLikenessLetters letters;

  g_assert_cmpuint (bv_likeness_of (a, b), ==, 100);
  b[3] = 'b';
  g_assert_cmpuint (bv_likeness_distance (a, b), ==, 1);
  b[300] = 'c';
  letters = bv_likeness_list_letters (b);
  g_assert_true (bv_likeness_may_be_within (&letters, &letters_of_a, 1));
  g_assert_false (bv_likeness_may_be_within (&letters, &letters_of_a, 0));
}

static void
test_words_are_whole (void)
{
  g_autofree char *sorted = bv_likeness_sort_words ("hòa bình an");

  g_assert_cmpstr (sorted, ==, "an bình hòa");
  g_assert_true (bv_likeness_has_words ("phòng y tế huyện", "y tế"));
  g_assert_true (bv_likeness_has_words ("y tế", "y tế"));
  g_assert_true (bv_likeness_has_words ("xây tế y tế", "y tế"));
  g_assert_false (bv_likeness_has_words ("xây tế", "y tế"));
  g_assert_false (bv_likeness_has_words ("y tếu", "y tế"));
  g_assert_false (bv_likeness_has_words ("y tế", ""));
  g_assert_cmpuint (bv_likeness_count_first ("sở lao động tb", "sở lao động thương binh"), ==, 3);
  g_assert_cmpuint (bv_likeness_count_first ("sở y tế", "sở y tế"), ==, 3);
  g_assert_cmpuint (bv_likeness_count_first ("sở", "sở y tế"), ==, 1);
  g_assert_cmpuint (bv_likeness_count_first ("", "sở"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likeness/letters-are-counted-with-their-marks",
                   test_letters_are_counted_with_their_marks);
  g_test_add_func ("/likeness/letters-alone-tell-most-apart", test_letters_alone_tell_most_apart);
  g_test_add_func ("/likeness/long-texts-are-compared-by-their-beginnings",
                   test_long_texts_are_compared_by_their_beginnings);
  g_test_add_func ("/likeness/words-are-whole", test_words_are_whole);
  return g_test_run ();
}
