/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/search-words.h"

/* The record: Sở Y tế, Ngành Điều dưỡng, SYT-01. */
#define RECORD "so y te\nnganh dieu duong\nsyt-01"

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    BvSearchPlace place;
  } cases[] = {
    { "Sở Y tế", BV_SEARCH_NAME_BEGINS },  { "so", BV_SEARCH_NAME_BEGINS },
    { "SO  Y T", BV_SEARCH_NAME_BEGINS },  { "“sở”", BV_SEARCH_NAME_BEGINS },
    { "tế", BV_SEARCH_NAME_WORDS },        { "tế sở", BV_SEARCH_NAME_WORDS },
    { "y", BV_SEARCH_NAME_WORDS },         { "t", BV_SEARCH_NAME_WORDS_BEGIN },
    { "y t", BV_SEARCH_NAME_WORDS_BEGIN }, { "e", BV_SEARCH_INSIDE_NAME },
    { "so e", BV_SEARCH_INSIDE_NAME },     { "duong", BV_SEARCH_ELSEWHERE },
    { "so duong", BV_SEARCH_ELSEWHERE },   { "syt-0", BV_SEARCH_ELSEWHERE },
    { "01", BV_SEARCH_ELSEWHERE },         { "uong", BV_SEARCH_NOWHERE },
    { "so uong", BV_SEARCH_NOWHERE },      { "te nganh khong", BV_SEARCH_NOWHERE },
    { "te\nnganh", BV_SEARCH_ELSEWHERE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvSearchWords) words = bv_search_words_new (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_false (bv_search_words_is_empty (words));
      g_assert_cmpint (bv_search_words_find (words, RECORD), ==, cases[i].place);
    }
}

/* The best of all places of a word counts. */
static void
test_best (void)
{
  g_autoptr (BvSearchWords) words = bv_search_words_new ("an");

  g_assert_cmpint (bv_search_words_find (words, "thanh an"), ==, BV_SEARCH_NAME_WORDS);
  g_assert_cmpint (bv_search_words_find (words, "thanh anh"), ==, BV_SEARCH_NAME_WORDS_BEGIN);
  g_assert_cmpint (bv_search_words_find (words, "thanh\nan"), ==, BV_SEARCH_INSIDE_NAME);
  g_assert_cmpint (bv_search_words_find (words, "\nan"), ==, BV_SEARCH_ELSEWHERE);
  g_assert_cmpint (bv_search_words_find (words, ""), ==, BV_SEARCH_NOWHERE);
}

static void
test_no_words (void)
{
  static const char *const texts[] = { "", "  ", "-", "“ ”", "()" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BvSearchWords) words = bv_search_words_new (texts[i]);

      g_assert_true (bv_search_words_is_empty (words));
    }
}

static void
test_equal (void)
{
  g_autoptr (BvSearchWords) first = bv_search_words_new ("Sở Y tế");
  g_autoptr (BvSearchWords) same = bv_search_words_new (" so y  TE ");
  g_autoptr (BvSearchWords) other = bv_search_words_new ("so yte");

  g_assert_true (bv_search_words_equal (first, same));
  g_assert_false (bv_search_words_equal (first, other));
}

static void
test_count (void)
{
  g_autoptr (BvSearchWords) words = bv_search_words_new ("Sở Y tế");

  g_assert_cmpuint (bv_search_words_count_in (words, "benh vien te nhi", 16), ==, 1);
  g_assert_cmpuint (bv_search_words_count_in (words, "benh vien te nhi", 9), ==, 0);
  g_assert_cmpuint (bv_search_words_count_in (words, "so y te", 7), ==, 3);
  g_assert_cmpuint (bv_search_words_count_in (words, "xoso", 4), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-words/the-name-comes-before-all-else", test_places);
  g_test_add_func ("/search-words/the-best-place-of-a-word-counts", test_best);
  g_test_add_func ("/search-words/signs-alone-are-no-words", test_no_words);
  g_test_add_func ("/search-words/case-marks-and-blanks-make-no-other-search", test_equal);
  g_test_add_func ("/search-words/those-with-which-a-word-begins-are-counted", test_count);
  return g_test_run ();
}
