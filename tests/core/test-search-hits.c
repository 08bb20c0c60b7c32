/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/search-hits.h"

enum
{
  CODE,
  NAME,
  ABOVE,
  N_COLUMNS,
};

static BvTable *
create_table (void)
{
  static const char *const rows[][N_COLUMNS] = {
    { "a", "Trung tâm Y tế huyện Sở Thượng", "" }, /* words of the name */
    { "b", "Chi cục Dân số", "Sở Y tế" },          /* elsewhere */
    { "c", "Sở Y tế", "UBND tỉnh" },               /* begins */
    { "d", "Phòng Soạn thảo y tế", "" },           /* words begin */
    { "e", "Sở Y tế dự phòng", "" },               /* begins, behind the other */
    { "f", "Sở Nội vụ", "UBND tỉnh" },
    { "g", "Câu lạc bộ Cosoy", "ytế" },
  };
  static const BvColumnType types[N_COLUMNS] = { 0 };
  BvTable *table = bv_table_new (types, N_COLUMNS);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      bv_table_append (table, i + 1, 0);
      for (guint column = 0; column < N_COLUMNS; column++)
        bv_table_set_text (table, i, column, rows[i][column], NULL);
    }
  return table;
}

static void
check (BvTable *table, const char *text, guint most, const char *wanted)
{
  g_autoptr (BvSearchWords) words = bv_search_words_new (text);
  g_autoptr (GArray) hits = bv_search_hits_find (table, NAME, words, most);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append (found, bv_table_get_text (table, g_array_index (hits, guint, i), CODE));
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
test_order (void)
{
  g_autoptr (BvTable) table = create_table ();

  check (table, "so y te", 9, "ceadb");
  check (table, "SỞ Y TẾ", 9, "ceadb");
  check (table, "nội", 9, "f");
  check (table, "oso", 9, "g");
  check (table, "khong co", 9, "");
}

/* A better one that comes later pushes the last out. */
static void
test_most (void)
{
  g_autoptr (BvTable) table = create_table ();

  check (table, "so y te", 4, "cead");
  check (table, "so y te", 2, "ce");
  check (table, "so y te", 1, "c");
  check (table, "so y te", 0, "");
}

/* What only offers something is no row. */
static void
test_offer (void)
{
  g_autoptr (BvTable) table = create_table ();

  bv_table_add_flags (table, 2, BV_TABLE_ROW_OFFER);
  check (table, "so y te", 9, "eadb");
}

/* Whatever the order of the rows, a limit gives the first of what no limit gives. */
static void
test_limit_is_a_cut (void)
{
  static const char *const names[] = { "Sở Y tế", "Y tế Sở", "Sông yten", "x sông yte", "axsox ytex" };
  static const BvColumnType types[] = { 0 };
  g_autoptr (BvSearchWords) words = bv_search_words_new ("so y");
  g_autoptr (BvTable) table = bv_table_new (types, 1);

  for (guint i = 0; i < 400; i++)
    {
      bv_table_append (table, i + 1, 0);
      bv_table_set_text (table, i, 0, names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], NULL);
    }
  for (guint most = 0; most < 8; most++)
    {
      g_autoptr (GArray) all = bv_search_hits_find (table, 0, words, G_MAXUINT);
      g_autoptr (GArray) some = bv_search_hits_find (table, 0, words, most);

      g_assert_cmpuint (all->len, >, 8);
      g_assert_cmpmem (some->data, some->len * sizeof (guint), all->data, most * sizeof (guint));
    }
}

static void
test_share (void)
{
  static const guint cases[][2][4] = {
    { { 4, 4, 4, 4 }, { 3, 3, 3, 3 } }, { { 4, 4, 4, 0 }, { 4, 4, 4, 0 } },
    { { 4, 1, 4, 4 }, { 4, 1, 4, 3 } }, { { 0, 0, 0, 30 }, { 0, 0, 0, 12 } },
    { { 2, 0, 1, 3 }, { 2, 0, 1, 3 } }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint counts[4];

      for (guint k = 0; k < 4; k++)
        counts[k] = cases[i][0][k];
      bv_search_hits_share (counts, 4, 12);
      g_assert_cmpmem (counts, sizeof counts, cases[i][1], sizeof counts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-hits/order", test_order);
  g_test_add_func ("/search-hits/most", test_most);
  g_test_add_func ("/search-hits/offer", test_offer);
  g_test_add_func ("/search-hits/limit-is-a-cut", test_limit_is_a_cut);
  g_test_add_func ("/search-hits/share", test_share);
  return g_test_run ();
}
