/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/legal-act.h"
#include "core/points.h"

#define NAME "Nghị định số 1/2025/NĐ-CP"
#define TEXT NAME " của Chính phủ"
#define BY_NUMBER NAME
#define EARLIER "Nghị định 1/2025"

static BvLegalAct *
make_act (BvLegalActState state, gint64 from, gint64 to)
{
  BvLegalAct *act = bv_legal_act_new ();

  act->state = state;
  act->valid_from = from;
  act->valid_to = to;
  act->name = g_strdup (state == BV_LEGAL_ACT_OWN ? "Quy chế thi đua" : NAME);
  act->text = g_strdup (state == BV_LEGAL_ACT_OWN ? "Quyết định số … ban hành Quy chế thi đua" : TEXT);
  bv_legal_act_add_wording (act, BV_NONE, EARLIER);
  bv_legal_act_add_wording (act, 20260101, BY_NUMBER);
  return act;
}

static void
test_days (void)
{
  static const struct
  {
    gint64 from;
    gint64 to;
    gint64 date;
    gboolean in_force;
    gboolean ends_soon;
  } cases[] = {
    { 20250701, 20270228, 20250630, FALSE, FALSE }, { 20250701, 20270228, 20250701, TRUE, FALSE },
    { 20250701, 20270228, 20261030, TRUE, FALSE },  { 20250701, 20270228, 20261031, TRUE, TRUE },
    { 20250701, 20270228, 20270228, TRUE, TRUE },   { 20250701, 20270228, 20270301, FALSE, FALSE },
    { 20250701, BV_NONE, 20991231, TRUE, FALSE },   { BV_NONE, BV_NONE, 20170101, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvLegalAct) act = make_act (BV_LEGAL_ACT_FOUND, cases[i].from, cases[i].to);

      g_assert_cmpint (bv_legal_act_is_in_force (act, cases[i].date), ==, cases[i].in_force);
      g_assert_cmpint (bv_legal_act_ends_soon (act, cases[i].date), ==, cases[i].ends_soon);
    }
}

static void
test_wording (void)
{
  g_autoptr (BvLegalAct) act = make_act (BV_LEGAL_ACT_FOUND, 20250701, BV_NONE);

  g_assert_cmpstr (bv_legal_act_cite (act, 20251231), ==, TEXT);
  g_assert_cmpstr (bv_legal_act_cite (act, 20260101), ==, BY_NUMBER);
}

static void
test_recognised (void)
{
  static const struct
  {
    BvLegalActState state;
    const char *line;
    gboolean has_wording;
    gboolean cited;
  } cases[] = {
    { BV_LEGAL_ACT_FOUND, TEXT, TRUE, TRUE },
    { BV_LEGAL_ACT_FOUND, BY_NUMBER, TRUE, TRUE },
    { BV_LEGAL_ACT_FOUND, EARLIER, TRUE, TRUE },
    { BV_LEGAL_ACT_FOUND, NAME " ngày 02 tháng 01 năm 2025", FALSE, TRUE },
    { BV_LEGAL_ACT_FOUND, "Thông tư hướng dẫn " NAME, FALSE, FALSE },
    { BV_LEGAL_ACT_OWN, "Quyết định số 5/2026/QĐ-UBND ban hành Quy chế thi đua tỉnh", FALSE, TRUE },
    { BV_LEGAL_ACT_OWN, "Quyết định số 5/2026/QĐ-UBND", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvLegalAct) act = make_act (cases[i].state, 20250701, BV_NONE);

      g_assert_cmpint (bv_legal_act_has_wording (act, cases[i].line), ==, cases[i].has_wording);
      g_assert_cmpint (bv_legal_act_is_cited_by (act, cases[i].line), ==, cases[i].cited);
    }
}

static void
test_described (void)
{
  static const struct
  {
    BvLegalActState state;
    gint64 date;
    const char *line;
    const char *expected;
  } cases[] = {
    { BV_LEGAL_ACT_FOUND, 20250701, TEXT, NULL },
    { BV_LEGAL_ACT_FOUND, 20250630, TEXT, "not in force on 30/06/2025" },
    { BV_LEGAL_ACT_FOUND, 20270101, TEXT, "in force until 28/02/2027 only" },
    { BV_LEGAL_ACT_UNCOMPARED, 20250630, TEXT, "not in force on 30/06/2025" },
    { BV_LEGAL_ACT_UNCOMPARED, 20250701, TEXT, "compare before signing" },
    { BV_LEGAL_ACT_UNCOMPARED, 20270101, TEXT, "compare before signing; in force until 28/02/2027 only" },
    { BV_LEGAL_ACT_UNCOMPARED, 20250701, NAME " ngày 02 tháng 01 năm 2025", NULL },
    { BV_LEGAL_ACT_OWN, 20250701, "Quyết định số … ban hành Quy chế thi đua",
      "fill in the dots: until then it is not printed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean own = cases[i].state == BV_LEGAL_ACT_OWN;
      g_autoptr (BvLegalAct) act
        = make_act (cases[i].state, own ? BV_NONE : 20250701, own ? BV_NONE : 20270228);
      g_autofree char *words = bv_legal_act_describe (act, cases[i].line, cases[i].date);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

static void
test_unknown (void)
{
  g_autofree char *words = bv_legal_act_describe (NULL, "Kế hoạch số .../KH-SNV", 20260101);
  g_autofree char *nothing = bv_legal_act_describe (NULL, "Kế hoạch số 1/KH-SNV", 20260101);

  g_assert_cmpstr (words, ==, "fill in the dots: until then it is not printed");
  g_assert_null (nothing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal-act/its-days-count-both-and-the-last-is-near-from-120-days-before", test_days);
  g_test_add_func ("/legal-act/a-later-wording-is-cited-from-its-day", test_wording);
  g_test_add_func ("/legal-act/a-line-that-begins-with-its-number-cites-it", test_recognised);
  g_test_add_func ("/legal-act/what-is-to-be-watched-is-said", test_described);
  g_test_add_func ("/legal-act/a-line-of-no-act-has-at-most-a-gap", test_unknown);
  return g_test_run ();
}
