/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/proposed-list.h"
#include "core/ranking-row.h"
#include "core/submission.h"
#include "proposal-fixture.h"

static char *
write_names (const BvProposedList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->entries->len; i++)
    {
      g_auto (GStrv) cells = bv_proposed_list_write_row (list, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", cells[0], cells[1]);
    }
  return g_string_free (text, FALSE);
}

static const char *const two_pools[]
  = { "q name=Chung kind=collective groups=so,xa count=2", "p name=Riêng kind=collective groups=xa count=2",
      "r name=Người kind=individual groups=nguoi count=1", NULL };

#define MANY "A so 1=9.00 | B xa 1=8.00 | C xa 1=7.00 | D nguoi 1=5.00 | E nguoi 1=4.00"

static void
test_pools (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) list = NULL;
  g_autofree char *names = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *closing = NULL;

  proposal_fixture_init (&fixture, two_pools, MANY);
  list = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE, NULL);
  names = write_names (list);
  first = bv_proposed_list_write_part (list, 0);
  second = bv_proposed_list_write_part (list, 1);
  closing = bv_proposed_list_write_closing (list);
  g_assert_cmpstr (names, ==, "1 A, 2 B, 3 C");
  g_assert_cmpstr (first, ==, "I. Chung (02 tập thể)");
  g_assert_cmpstr (second, ==, "II. Riêng (01 tập thể)");
  g_assert_cmpstr (closing, ==, "Danh sách này có 03 tập thể./.");
}

/* The collectives, then the individuals, each once; and what is counted of them. */
static void
test_everybody (void)
{
  static const guint counts[] = { 3, 1 };
  static const guint only[] = { 0, 12 };
  static const guint nobody[] = { 0, 0 };
  g_auto (ProposalFixture) fixture;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (GArray) entrants = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  g_autofree char *both = bv_group_write_counts (counts);
  g_autofree char *one = bv_group_write_counts (only);
  g_autofree char *none = bv_group_write_counts (nobody);

  proposal_fixture_init (&fixture, two_pools, MANY);
  entries = bv_proposed_list_everybody (fixture.proposal);
  set = bv_proposed_list_find_entrants (fixture.proposal);
  for (guint i = 0; i < entries->len; i++)
    {
      guint entrant = ((const BvRankingEntry *) g_ptr_array_index (entries, i))->entrant;

      g_assert_true (g_hash_table_contains (set, GUINT_TO_POINTER (entrant)));
      g_array_append_val (entrants, entrant);
    }
  names = bv_proposal_write_names (fixture.proposal, entrants);
  g_assert_cmpstr (names, ==, "A; B; C; D");
  g_assert_cmpuint (g_hash_table_size (set), ==, 4);
  g_assert_cmpstr (both, ==, "03 tập thể và 01 cá nhân");
  g_assert_cmpstr (one, ==, "12 cá nhân");
  g_assert_cmpstr (none, ==, "00 tập thể và 00 cá nhân");
}

static void
test_group (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) list = NULL;
  g_autofree char *names = NULL;

  proposal_fixture_init (&fixture, two_pools, MANY);
  list = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE,
                               bv_contest_group (fixture.proposal->contest, 1)->group);
  names = write_names (list);
  g_assert_cmpstr (names, ==, "1 B, 2 C");
}

static void
test_one_pool (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) list = NULL;
  g_autofree char *part = NULL;
  g_autofree char *closing = NULL;

  proposal_fixture_init (&fixture, two_pools, MANY);
  list = bv_proposed_list_new (fixture.proposal, BV_GROUP_INDIVIDUAL, NULL);
  part = bv_proposed_list_write_part (list, 0);
  closing = bv_proposed_list_write_closing (list);
  g_assert_null (part);
  g_assert_cmpstr (closing, ==, "Danh sách này có 01 cá nhân./.");
}

static void
test_title (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) collectives = NULL;
  g_autoptr (BvProposedList) individuals = NULL;
  g_autofree char *annex = NULL;
  g_autofree char *named = NULL;
  g_autofree char *unnamed = NULL;

  proposal_fixture_init (&fixture, two_pools, MANY);
  collectives = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE, NULL);
  individuals = bv_proposed_list_new (fixture.proposal, BV_GROUP_INDIVIDUAL, NULL);
  annex = bv_proposed_list_write_annex (individuals);
  named = bv_proposed_list_write_title (collectives);
  g_clear_pointer (&fixture.campaign->award, g_free);
  unnamed = bv_proposed_list_write_title (individuals);
  g_assert_cmpstr (annex, ==, "Phụ lục II");
  g_assert_cmpstr (named, ==, "DANH SÁCH TẬP THỂ ĐỀ NGHỊ TẶNG BẰNG KHEN");
  g_assert_cmpstr (unnamed, ==, "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG");
}

static void
test_annex (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) whole = NULL;
  g_autoptr (BvProposedList) nobody = NULL;
  g_autoptr (BvProposedList) part = NULL;
  g_autofree char *annex = NULL;

  proposal_fixture_init (&fixture, two_pools, "A so 1=9.00 | D nguoi withdrawn");
  whole = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE, NULL);
  nobody = bv_proposed_list_new (fixture.proposal, BV_GROUP_INDIVIDUAL, NULL);
  part = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE,
                               bv_contest_group (fixture.proposal->contest, 0)->group);
  annex = bv_proposed_list_write_annex (whole);
  g_assert_cmpstr (annex, ==, "Phụ lục");
  g_assert_null (bv_proposed_list_write_annex (nobody));
  g_assert_null (bv_proposed_list_write_annex (part));
}

static void
test_own_award (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) collectives = NULL;
  g_autoptr (BvProposedList) individuals = NULL;
  g_autofree char *different = NULL;
  g_autofree char *same = NULL;

  proposal_fixture_init (&fixture, two_pools, MANY);
  fixture_set (proposal_fixture_nominee (&fixture, 1), "award", "Giấy khen");
  fixture_set (proposal_fixture_nominee (&fixture, 3), "award", "Giấy khen");
  collectives = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE, NULL);
  individuals = bv_proposed_list_new (fixture.proposal, BV_GROUP_INDIVIDUAL, NULL);
  different = bv_proposed_list_write_title (collectives);
  same = bv_proposed_list_write_title (individuals);
  g_assert_cmpstr (different, ==, "DANH SÁCH TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG");
  g_assert_cmpstr (same, ==, "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN");
}

static void
add_person (BvNominee *nominee)
{
  BvPerson *person = bv_record_new (&bv_person_entity);
  BvAward *award = bv_record_new (&bv_award_entity);
  BvAward *older = bv_record_new (&bv_award_entity);

  fixture_set (person, "name", "D");
  fixture_set (person, "gender", "female");
  fixture_set (person, "born", "1980-05-01");
  fixture_set (person, "position", "Chuyên viên");
  fixture_set (award, "form", "Giấy khen");
  fixture_set (award, "decision", "12/QĐ");
  fixture_set (award, "date", "2020-12-30");
  fixture_set (older, "form", "Bằng khen");
  fixture_set (older, "year", "2018");
  nominee->person = person;
  g_ptr_array_add (nominee->awards, award);
  g_ptr_array_add (nominee->awards, older);
}

static void
test_individual (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) list = NULL;
  g_auto (GStrv) cells = NULL;
  g_autofree char *text = NULL;

  proposal_fixture_init (&fixture, two_pools, MANY);
  add_person (proposal_fixture_nominee (&fixture, 3));
  fixture_set (proposal_fixture_nominee (&fixture, 3), "summary", "Tóm tắt");
  list = bv_proposed_list_new (fixture.proposal, BV_GROUP_INDIVIDUAL, NULL);
  cells = bv_proposed_list_write_row (list, 0);
  text = g_strjoinv (" | ", cells);
  g_assert_cmpstr (
    text, ==,
    "1 | Bà D | 1980 | Chuyên viên, Sở Y tế | Tóm tắt | Bằng khen | Giấy khen (12/QĐ, 30/12/2020)\nBằng khen (2018) | ");
}

static void
test_note (void)
{
  static const char *const quotas[] = { "q kind=collective groups=so count=1", NULL };
  g_auto (ProposalFixture) fixture;
  BvNominee *nominee;
  g_autoptr (BvProposedList) list = NULL;
  g_auto (GStrv) cells = NULL;

  proposal_fixture_init (&fixture, quotas,
                         "A so 1=9.00 | B so decision=inside reason=x 1:state=awaiting-publication");
  nominee = proposal_fixture_nominee (&fixture, 1);
  fixture_set (nominee, "award", "Cờ thi đua");
  list = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE, NULL);
  cells = bv_proposed_list_write_row (list, 0);
  g_assert_cmpstr (cells[1], ==, "B");
  g_assert_cmpstr (cells[4], ==, "Cờ thi đua");
  g_assert_cmpstr (cells[5], ==, "Theo quyết định bằng văn bản: x\nĐiểm tạm tính, chờ công bố kết quả");
}

/* RULES.md, One ranking, several awards: its own, else that of the first quota that it is inside, else the
 * campaign's. */
static void
test_awards (void)
{
  static const char *const quotas[]
    = { "co kind=collective groups=so count=1 award=Cờ", "bk kind=collective groups=so after=co count=2",
        "gk kind=collective groups=so count=4 award=Giấy", NULL };
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvProposedList) list = NULL;
  g_autofree char *closing = NULL;
  g_autofree char *letter = NULL;

  proposal_fixture_init (&fixture, quotas,
                         "A so 1=9.00 | B so 1=8.00 | C so 1=7.00 | D so 1=6.00 | E so withdrawn");
  fixture_set (proposal_fixture_nominee (&fixture, 2), "award", "Bằng danh dự");
  g_assert_cmpstr (bv_proposal_find_award (fixture.proposal, 0), ==, "Cờ");
  g_assert_cmpstr (bv_proposal_find_award (fixture.proposal, 1), ==, "Bằng khen");
  g_assert_cmpstr (bv_proposal_find_award (fixture.proposal, 2), ==, "Bằng danh dự");
  g_assert_cmpstr (bv_proposal_find_award (fixture.proposal, 3), ==, "Giấy");
  g_assert_cmpstr (bv_proposal_find_award (fixture.proposal, 4), ==, "Bằng khen");
  fixture_set (proposal_fixture_nominee (&fixture, 2), "award", "Bằng khen");
  list = bv_proposed_list_new (fixture.proposal, BV_GROUP_COLLECTIVE, NULL);
  closing = bv_proposed_list_write_closing (list);
  letter = bv_submission_fill (fixture.proposal, "{tặng thưởng}");
  g_assert_cmpstr (closing, ==, "Danh sách này có 04 tập thể: 01 Cờ, 02 Bằng khen, 01 Giấy./.");
  g_assert_cmpstr (letter, ==, "tặng 01 Cờ, 02 Bằng khen, 01 Giấy cho 04 tập thể");
}

static void
test_submitting_unit (void)
{
  g_auto (ProposalFixture) fixture;

  proposal_fixture_init (&fixture, two_pools, MANY);
  g_assert_cmpstr (bv_proposal_submitting_unit (fixture.proposal, 0), ==, "Sở Y tế");
  g_assert_cmpstr (bv_proposal_submitting_unit (fixture.proposal, 1), ==, "Huyện");
  g_assert_cmpstr (bv_proposal_submitting_unit (fixture.proposal, 3), ==, "Sở Y tế");
  g_assert_null (bv_proposal_find_unit (fixture.proposal, "Y"));
}

static void
test_addressee (void)
{
  g_auto (ProposalFixture) fixture;

  proposal_fixture_init (&fixture, two_pools, MANY);
  g_assert_cmpstr (bv_proposal_find_addressee (fixture.proposal, 0)->code, ==, "X");
  g_assert_cmpstr (bv_proposal_find_addressee (fixture.proposal, 1)->code, ==, "H");
  g_assert_cmpstr (bv_proposal_find_addressee (fixture.proposal, 3)->code, ==, "X");
  g_clear_pointer (&((BvUnit *) bv_proposal_find_unit (fixture.proposal, "X"))->parent, g_free);
  g_assert_cmpstr (bv_proposal_find_addressee (fixture.proposal, 1)->code, ==, "X");
  bv_contest_entrant (fixture.proposal->contest, 0)->unit_code = "Y";
  g_assert_null (bv_proposal_find_addressee (fixture.proposal, 0));
}

typedef struct
{
  const char *gender; /* NULL: not known */
  const char *position;
  const char *name;
  const char *post;
} Person;

static void
test_person (void)
{
  static const Person persons[] = {
    { "female", "Chuyên viên", "Bà D", "Chuyên viên, Sở Y tế" },
    { "male", "", "Ông D", "Sở Y tế" },
    { NULL, " ", "D", "Sở Y tế" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    {
      g_auto (ProposalFixture) fixture;
      BvPerson *person = bv_record_new (&bv_person_entity);
      g_autofree char *name = NULL;
      g_autofree char *post = NULL;

      proposal_fixture_init (&fixture, two_pools, MANY);
      proposal_fixture_nominee (&fixture, 3)->person = person;
      if (persons[i].gender != NULL)
        fixture_set (person, "gender", persons[i].gender);
      fixture_set_text (&person->position, persons[i].position);
      name = bv_proposal_write_name (fixture.proposal, 3);
      post = bv_proposal_write_post (fixture.proposal, 3);
      g_assert_cmpstr (name, ==, persons[i].name);
      g_assert_cmpstr (post, ==, persons[i].post);
    }
}

static void
test_collective (void)
{
  g_auto (ProposalFixture) fixture;
  g_autofree char *name = NULL;

  proposal_fixture_init (&fixture, two_pools, MANY);
  name = bv_proposal_write_name (fixture.proposal, 0);
  g_assert_cmpstr (name, ==, "A");
  g_assert_null (bv_proposal_write_post (fixture.proposal, 0));
}

static void
test_row (void)
{
  g_auto (ProposalFixture) fixture;
  g_auto (BvRankingRow) row;
  const BvRanking *pool;
  GString *text = g_string_new (NULL);

  proposal_fixture_init (&fixture, two_pools, MANY);
  pool = g_ptr_array_index (fixture.proposal->pools, 0);
  bv_ranking_row_init (&row, fixture.proposal, pool, 2);
  for (BvRankedColumn i = 0; i < BV_RANKED_N_COLUMNS; i++)
    {
      g_autofree char *cell = bv_ranking_row_write_cell (&row, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " | " : "", bv_ranking_row_heading (i), cell);
    }
  g_assert_cmpstr (
    text->str, ==,
    "Nguồn xét=Chung | Hạng=3 | Xếp loại= | Tên=C | Đơn vị=Huyện | Khối=xa | Điểm=7,00 | Tỷ lệ %=7,78 | "
    "Kết quả=Ngoài chỉ tiêu | Cách biệt=1,00 | Căn cứ xếp=Tổng điểm | Ghi chú=");
  g_string_free (text, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposed-list/the-award-is-its-own-or-of-the-quota-or-of-the-campaign", test_awards);
  g_test_add_func ("/proposed-list/whoever-is-inside-of-two-pools-stands-in-the-first", test_pools);
  g_test_add_func ("/proposed-list/everybody-stands-there-once", test_everybody);
  g_test_add_func ("/proposed-list/of-one-group", test_group);
  g_test_add_func ("/proposed-list/the-only-pool-has-no-heading", test_one_pool);
  g_test_add_func ("/proposed-list/the-title-names-the-award", test_title);
  g_test_add_func ("/proposed-list/the-title-is-true-of-awards-of-their-own", test_own_award);
  g_test_add_func ("/proposed-list/the-only-annex-has-no-number-and-nobody-is-none", test_annex);
  g_test_add_func ("/proposed-list/an-individual-is-told-with-earlier-awards", test_individual);
  g_test_add_func ("/proposed-list/a-note-tells-of-decision-and-provisional-points", test_note);
  g_test_add_func ("/proposal/a-collective-is-submitted-by-the-unit-that-assesses-it", test_submitting_unit);
  g_test_add_func ("/proposal/who-answers-for-a-nominee-is-written-to", test_addressee);
  g_test_add_func ("/proposal/a-person-is-named-with-title-and-post", test_person);
  g_test_add_func ("/proposal/a-collective-is-named-alone", test_collective);
  g_test_add_func ("/ranking-row/says-each-column-in-words", test_row);
  return g_test_run ();
}
