/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/supplement.h"
#include "proposal-fixture.h"

#include <string.h>

static const char *const quotas[] = { "q name=Tập_thể kind=collective groups=so count=2", NULL };

#define THEN "A so 1=9.00 | B so 1=8.00 | C so 1=7.00"

/* What is sealed later, and what the letter says then between its opening and its closing. */
typedef struct
{
  const char *name;
  const char *now;
  const char *said; /* paragraphs with | between them; NULL: the two are the same */
} Case;

static const Case cases[] = {
  { "whom-nothing-befell", THEN, NULL },
  { "points-that-change-nobodys-place", "A so 1=9.50 | B so 1=8.00 | C so 1=7.00", NULL },
  { "somebody-withdrew", "A so 1=9.00 | B so 1=8.00 withdrawn | C so 1=7.00",
    "Bổ sung vào danh sách đề nghị: 01 tập thể, gồm:|- C.|Đưa ra khỏi danh sách đề nghị: 01 tập thể, gồm:|"
    "- B, đã rút khỏi danh sách xét.|Số tham gia xét là 02 tập thể; trong Tờ trình nêu trên là 03 tập thể." },
  { "somebody-is-better", "A so 1=9.00 | B so 1=6.00 | C so 1=7.00",
    "Bổ sung vào danh sách đề nghị: 01 tập thể, gồm:|- C.|Đưa ra khỏi danh sách đề nghị: 01 tập thể, gồm:|"
    "- B, xếp ngoài chỉ tiêu." },
  { "somebody-came", "A so 1=9.00 | B so 1=8.00 | C so 1=7.00 | D so 1=6.00",
    "Số tham gia xét là 04 tập thể; trong Tờ trình nêu trên là 03 tập thể." },
};

static char *
cut_out (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (paragraphs);

  g_assert_cmpuint (n, >=, 3);
  g_assert_true (
    g_str_has_prefix (paragraphs[0], "Tiếp theo Tờ trình số …/TTr ngày … tháng … năm … về việc "));
  g_assert_true (g_str_has_suffix (paragraphs[n - 1], " xem xét, quyết định./."));
  g_free (g_steal_pointer (&paragraphs[n - 1]));
  g_free (g_steal_pointer (&paragraphs[n - 2]));
  return g_strjoinv ("|", paragraphs + 1);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_auto (ProposalFixture) then;
  g_auto (ProposalFixture) now;
  g_autoptr (BvSupplement) supplement = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;

  proposal_fixture_init (&then, quotas, THEN);
  proposal_fixture_init (&now, quotas, test->now);
  old = bv_supplement_write_identity (then.proposal);
  new = bv_supplement_write_identity (now.proposal);
  g_assert_cmpint (g_str_equal (old, new), ==, test->said == NULL);
  supplement = bv_supplement_new (now.proposal, then.proposal);
  text = bv_supplement_write_text (supplement);
  said = cut_out (text);
  g_assert_cmpstr (said, ==, test->said != NULL ? test->said : "");
}

static void
test_award (void)
{
  g_auto (ProposalFixture) then;
  g_auto (ProposalFixture) now;
  g_autoptr (BvSupplement) supplement = NULL;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;
  g_autofree char *subject = NULL;

  proposal_fixture_init (&then, quotas, THEN);
  proposal_fixture_init (&now, quotas, THEN);
  fixture_set (proposal_fixture_nominee (&now, 1), "award", "Giấy khen");
  now.proposal->supplement = 2;
  supplement = bv_supplement_new (now.proposal, then.proposal);
  text = bv_supplement_write_text (supplement);
  said = cut_out (text);
  subject = bv_supplement_write_subject (supplement);
  g_assert_cmpstr (said, ==,
                   "Thay đổi hình thức khen thưởng đề nghị: 01 tập thể, gồm:|- B, đề nghị Giấy khen.");
  g_assert_true (g_str_has_suffix (subject, " (bổ sung lần 2)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/supplement/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/supplement/another-award-is-said", test_award);
  return g_test_run ();
}
