/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "core/proposal-fixture.h"
#include "print/document-head.h"
#include "print/paper-lists.h"
#include "print/paper.h"

#include <string.h>

static const char *const quotas[] = { "q name=Chung kind=collective groups=so,xa count=2 per_group=xa:0",
                                      "r name=Người kind=individual groups=nguoi count=1", NULL };

#define ENTRANTS                                                                                                   \
  "A so 1=9.00 | B xa 1=8.00 | C xa 1=7.00 | D so 1=6.00 women=70 | E so 1=6.00 | F so withdrawn | G so withdrawn" \
  " | N nguoi 1=5.00 | O nguoi 1=5.00"

static const BvPaperScope all = { 0 };

static BvSection *
get_section (BvDocument *document, guint i)
{
  return g_ptr_array_index (document->sections, i);
}

static BvBlock *
find_table (BvSection *section)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      BvBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == BV_BLOCK_TABLE)
        return block;
    }
  g_assert_not_reached ();
}

/* All paragraphs of one style. */
static char *
list_paragraphs (BvSection *section, BvStyleId style)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      BvBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == BV_BLOCK_PARAGRAPH && block->text.style == style)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", block->text.text);
    }
  return g_string_free (text, FALSE);
}

static char *
list_headings (const BvBlock *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            g_array_index (table->columns, BvColumn, i).heading);
  return g_string_free (text, FALSE);
}

/* Kind, first, second and last cell of each row. */
static char *
list_rows (const BvBlock *table)
{
  static const char kinds[] = {
    [BV_BLOCK_ROW_PLAIN] = ' ', [BV_BLOCK_ROW_PART] = '#',   [BV_BLOCK_ROW_TOTAL] = '+',
    [BV_BLOCK_ROW_LINE] = '-',  [BV_BLOCK_ROW_MARKED] = '!',
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvBlockRow *row = g_ptr_array_index (table->rows, i);
      guint n = g_strv_length (row->cells);

      g_string_append_printf (text, "%c%s", kinds[row->kind], row->cells[0]);
      if (n > 1)
        g_string_append_printf (text, ",%s,%s", row->cells[1], row->cells[n - 1]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_ranking (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *notes = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  document = bv_paper_compose (BV_PAPER_RANKING, fixture.proposal, &all, NULL);
  g_assert_cmpuint (document->sections->len, ==, 2);
  rows = list_rows (find_table (get_section (document, 0)));
  notes = list_paragraphs (get_section (document, 0), BV_STYLE_NOTE);
  g_assert_cmpstr (
    rows, ==,
    " 1,A,\n 2,B,(1)\n 3,C,(1)\n 4,D,(2)\n-Ranh giới chỉ tiêu: 02 tập thể\n 5,E,(3)\n ,F,(4)\n ,G,(4)\n");
  g_assert_cmpstr (
    notes, ==,
    "(1) Ngoài chỉ tiêu vì khối “xa” đã đủ số được đề nghị. | "
    "(2) Hạng 4, 6,00 điểm, kém C 1,00 điểm. Trong chỉ tiêu, cách 0,00 điểm so với trường hợp đầu tiên ngoài chỉ tiêu. | "
    "(3) Hạng 5, 6,00 điểm, bằng điểm nhưng xếp sau D theo căn cứ “Ưu tiên nữ (tập thể từ 70% nữ)”. Ngoài chỉ tiêu, cách 0,00 điểm "
    "so với trường hợp cuối cùng trong chỉ tiêu. | (4) Đã rút, không xét.");
}

static void
test_unresolved (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *headings = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *notes = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  document = bv_paper_compose (BV_PAPER_RANKING, fixture.proposal, &all, NULL);
  headings = list_headings (find_table (get_section (document, 1)));
  rows = list_rows (find_table (get_section (document, 1)));
  notes = list_paragraphs (get_section (document, 1), BV_STYLE_NOTE);
  g_assert_cmpstr (headings, ==,
                   "Hạng | Tên | Đơn vị | Điểm | Tỷ lệ % | Kết quả | Cách biệt | Căn cứ xếp | Ghi chú");
  g_assert_cmpstr (rows, ==, "-Ranh giới chỉ tiêu: 01 cá nhân\n!1,N,(1)\n!1,O,(2)\n");
  g_assert_true (g_str_has_prefix (
    notes, "Bằng điểm ngay tại ranh giới chỉ tiêu, còn không quá 01 chỗ: N, O. | (1) Bằng điểm với O"));
}

/* A pool has the column where any of its groups has classes. */
static void
test_ranking_classes (void)
{
  const BvField *field = bv_entity_find_field (&bv_group_entity, "classes");
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  BvGroupClass *added;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  added = bv_record_add_child (g_ptr_array_index (fixture.proposal->contest->campaign->groups, 1), field);
  fixture_set_text (&added->name, "Tốt");
  added->from = 0;
  document = bv_paper_compose (BV_PAPER_RANKING, fixture.proposal, &all, NULL);
  first = list_headings (find_table (get_section (document, 0)));
  second = list_headings (find_table (get_section (document, 1)));
  g_assert_true (g_str_has_prefix (first, "Hạng | Xếp loại | Tên | "));
  g_assert_true (g_str_has_prefix (second, "Hạng | Tên | "));
}

static void
test_ranking_of_group (void)
{
  const BvPaperScope scope = { .group = "xa" };
  const BvPaperScope wrong = { .group = "khong" };
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *headings = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *subject = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  document = bv_paper_compose (BV_PAPER_RANKING, fixture.proposal, &scope, NULL);
  g_assert_cmpuint (document->sections->len, ==, 1);
  headings = list_headings (find_table (get_section (document, 0)));
  rows = list_rows (find_table (get_section (document, 0)));
  subject = list_paragraphs (get_section (document, 0), BV_STYLE_SUBJECT);
  g_assert_cmpstr (headings, ==, "Hạng | Tên | Đơn vị | Điểm | Tỷ lệ % | Căn cứ xếp | Ghi chú");
  g_assert_cmpstr (rows, ==, " 1,B,\n 2,C,\n");
  g_assert_cmpstr (subject, ==, "Khối: xa");
  g_assert_null (bv_paper_compose (BV_PAPER_RANKING, fixture.proposal, &wrong, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "so xa nguoi"));
}

static void
test_list (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  BvSection *section;
  BvBlock *first;
  g_autofree char *annex = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *closing = NULL;
  g_autofree char *notes = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  fixture.proposal->seal = g_strdup ("abc");
  document = bv_paper_compose (BV_PAPER_COLLECTIVES, fixture.proposal, &all, NULL);
  section = get_section (document, 0);
  first = g_ptr_array_index (section->blocks, 0);
  annex = list_paragraphs (section, BV_STYLE_ANNEX);
  rows = list_rows (find_table (section));
  closing = list_paragraphs (section, BV_STYLE_CLOSING);
  notes = list_paragraphs (section, BV_STYLE_NOTE);
  g_assert_cmpint (section->turn, ==, BV_TURN_LANDSCAPE);
  g_assert_cmpint (first->kind, ==, BV_BLOCK_HALVES);
  g_assert_cmpstr (annex, ==, "");
  g_assert_cmpstr (rows, ==, " 1,A,\n 2,D,\n");
  g_assert_cmpstr (closing, ==, "Danh sách này có 02 tập thể./.");
  g_assert_cmpstr (notes, ==, "Mã niêm phong: abc");
}

/* Never both: an annex has no head and nobody signs it. */
static void
test_list_as_annex (void)
{
  const BvPaperScope as_annex = { .as_annex = TRUE };
  const BvPaperScope of_group = { .as_annex = TRUE, .group = "so" };
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;
  g_autofree char *annex = NULL;
  g_autofree char *attached = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  document = bv_paper_compose (BV_PAPER_COLLECTIVES, fixture.proposal, &as_annex, NULL);
  annex = list_paragraphs (get_section (document, 0), BV_STYLE_ANNEX);
  attached = list_paragraphs (get_section (document, 0), BV_STYLE_ATTACHED);
  g_assert_cmpstr (annex, ==, "Phụ lục");
  g_assert_true (g_str_has_prefix (attached, "(Kèm theo Tờ trình số …"));
  for (guint i = 0; i < get_section (document, 0)->blocks->len; i++)
    g_assert_cmpint (((BvBlock *) g_ptr_array_index (get_section (document, 0)->blocks, i))->kind, !=,
                     BV_BLOCK_HALVES);
  g_assert_true (bv_paper_takes (BV_PAPER_INDIVIDUALS, &as_annex, &error));
  g_assert_false (bv_paper_takes (BV_PAPER_RANKING, &as_annex, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE);
  g_assert_false (bv_paper_takes (BV_PAPER_COLLECTIVES, &of_group, &other));
  g_assert_error (other, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE);
}

/* What stands under a section that is signed: which seal, and why it was sealed early; its day is that of the
 * signature. */
typedef struct
{
  const char *name;
  BvPaperId paper;
  const char *entrants;
  guint section;
} OriginCase;

#define NOBODY "A so withdrawn | D so withdrawn"

static const OriginCase origins[] = {
  { "ranking", BV_PAPER_RANKING, ENTRANTS, 0 },
  { "collectives", BV_PAPER_COLLECTIVES, ENTRANTS, 0 },
  { "individuals", BV_PAPER_INDIVIDUALS, ENTRANTS, 0 },
  { "scores", BV_PAPER_SCORES, ENTRANTS, 0 },
  { "ballot", BV_PAPER_BALLOT, ENTRANTS, 0 },
  { "annex", BV_PAPER_SUBMISSION, ENTRANTS, 1 },
  { "letter-without-annex", BV_PAPER_SUBMISSION, NOBODY, 0 },
};

static char *
list_texts (const BvSection *section)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == BV_BLOCK_PARAGRAPH)
        g_string_append_printf (text, "%s\n", block->text.text);
      for (guint k = 0; block->kind == BV_BLOCK_HALVES && k < block->halves->len; k++)
        if (g_array_index (block->halves, BvHalvesRow, k).left.text != NULL)
          g_string_append_printf (text, "%s\n", g_array_index (block->halves, BvHalvesRow, k).left.text);
    }
  return g_string_free (text, FALSE);
}

static void
test_origin (gconstpointer data)
{
  const OriginCase *test = data;
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *sealed = NULL;

  proposal_fixture_init (&fixture, quotas, test->entrants);
  bv_proposal_set_reason (fixture.proposal, "Trung ương chậm");
  document = bv_paper_compose (test->paper, fixture.proposal, &all, NULL);
  draft = list_texts (get_section (document, test->section));
  bv_document_free (document);
  fixture.proposal->seal = g_strdup ("abc");
  document = bv_paper_compose (test->paper, fixture.proposal, &all, NULL);
  sealed = list_texts (get_section (document, test->section));
  g_assert_null (strstr (draft, "Ngày xét: "));
  g_assert_null (strstr (draft, "Mã niêm phong"));
  g_assert_null (strstr (draft, "Lý do"));
  g_assert_nonnull (strstr (sealed, "Mã niêm phong: abc\nLý do trình sớm: Trung ương chậm\n"));
  g_assert_null (strstr (sealed, "Ngày xét: "));
}

/* Which papers can be narrowed by what. */
typedef struct
{
  BvPaperId paper;
  gboolean by_group;
  gboolean by_nominee; /* and by unit */
} TakesCase;

static void
test_takes (void)
{
  static const TakesCase cases[BV_N_PAPERS] = {
    { BV_PAPER_COLLECTIVES, TRUE, FALSE }, { BV_PAPER_INDIVIDUALS, TRUE, FALSE },
    { BV_PAPER_RANKING, TRUE, FALSE },     { BV_PAPER_SCORES, TRUE, FALSE },
    { BV_PAPER_VERIFICATION, TRUE, TRUE }, { BV_PAPER_MISSING, TRUE, TRUE },
    { BV_PAPER_ACHIEVEMENT, TRUE, TRUE },  { BV_PAPER_BALLOT, TRUE, FALSE },
    { BV_PAPER_COUNTING, TRUE, FALSE },    { BV_PAPER_MINUTES, TRUE, FALSE },
    { BV_PAPER_APPRAISAL, FALSE, FALSE },  { BV_PAPER_SUBMISSION, FALSE, FALSE },
    { BV_PAPER_SUPPLEMENT, FALSE, FALSE },
  };
  const BvPaperScope nominee = { .nominee = "n0" };
  const BvPaperScope group = { .group = "so" };
  const BvPaperScope unit = { .unit = "X" };

  for (guint i = 0; i < BV_N_PAPERS; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (bv_paper_takes (cases[i].paper, &all, NULL));
      g_assert_cmpint (bv_paper_takes (cases[i].paper, &group, NULL), ==, cases[i].by_group);
      g_assert_cmpint (bv_paper_takes (cases[i].paper, &nominee, NULL), ==, cases[i].by_nominee);
      g_assert_cmpint (bv_paper_takes (cases[i].paper, &unit, &error), ==, cases[i].by_nominee);
      if (!cases[i].by_nominee)
        g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE);
    }
}

static void
test_rows (void)
{
  for (BvPaperId i = 0; i < BV_N_PAPERS; i++)
    {
      const BvPaper *paper = bv_paper_get (i);
      BvPaperId found = BV_N_PAPERS;

      g_assert_nonnull (paper->title);
      g_assert_nonnull (paper->help);
      g_assert_nonnull (paper->compose);
      g_assert_true (bv_paper_find (paper->name, &found, NULL));
      g_assert_cmpint (found, ==, i);
      g_assert_true (!paper->choices.by_group || (paper->takes & BV_PAPER_BY_GROUP) != 0);
    }
}

/* Whatever leaves the office in the name of the proposal is marked while that is a draft; what nominees
 * report is theirs. */
static void
test_dossier (void)
{
  guint n = 0;

  for (BvPaperId i = 0; i < BV_N_PAPERS; i++)
    {
      const BvPaper *paper = bv_paper_get (i);

      n += paper->dossier.place > 0;
      g_assert_cmpint (paper->dossier.place > 0, ==,
                       (paper->use & BV_PAPER_PROPOSED) != 0 || i == BV_PAPER_ACHIEVEMENT);
      g_assert_cmpint (paper->dossier.place > 0, ==, paper->dossier.title != NULL);
      g_assert_cmpint (paper->dossier.place > 0, ==, paper->dossier.stem != NULL);
      g_assert_true ((paper->use & BV_PAPER_MAILED) == 0 || paper->dossier.place > 0);
    }
  for (guint place = 1; place <= n; place++)
    g_assert_cmpint (bv_paper_find_in_dossier (place), <, BV_N_PAPERS);
  g_assert_cmpint (bv_paper_find_in_dossier (n + 1), ==, BV_N_PAPERS);
}

static void
test_other_kind (void)
{
  const BvPaperScope scope = { .group = "so" };
  g_auto (ProposalFixture) fixture;
  g_autoptr (GError) error = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  g_assert_null (bv_paper_compose (BV_PAPER_INDIVIDUALS, fixture.proposal, &scope, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE);
}

static void
test_list_of_group (void)
{
  const BvPaperScope scope = { .group = "so" };
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *annex = NULL;
  g_autofree char *under = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  document = bv_paper_compose (BV_PAPER_COLLECTIVES, fixture.proposal, &scope, NULL);
  annex = list_paragraphs (get_section (document, 0), BV_STYLE_ANNEX);
  under = list_paragraphs (get_section (document, 0), BV_STYLE_ATTACHED);
  g_assert_cmpstr (annex, ==, "");
  g_assert_cmpstr (under, ==, "(Khối: so)");
}

/* The tie leaves no individual inside. */
static void
test_annexes (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = bv_document_new ("Tờ trình", "");
  const BvBlock *first;
  const BvBlock *last;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  bv_annexes_add (document, fixture.proposal);
  g_assert_cmpuint (document->sections->len, ==, 1);
  first = g_ptr_array_index (get_section (document, 0)->blocks, 0);
  last = g_ptr_array_index (get_section (document, 0)->blocks, get_section (document, 0)->blocks->len - 1);
  g_assert_cmpint (first->text.style, ==, BV_STYLE_ANNEX);
  g_assert_cmpint (last->text.style, ==, BV_STYLE_CLOSING);
}

static char *
list_halves (const BvBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->halves->len; i++)
    {
      const BvHalvesRow *row = &g_array_index (block->halves, BvHalvesRow, i);

      g_string_append_printf (text, "%s / %s\n", row->left.text != NULL ? row->left.text : "",
                              row->right.text != NULL ? row->right.text : "");
    }
  return g_string_free (text, FALSE);
}

/* The recipients of @n lines and the title of the signer, as they stand side by side. */
static char *
compose_signature (ProposalFixture *fixture, BvDocument *document, const char *recipients)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  g_strfreev (fixture->campaign->submission_recipients);
  fixture->campaign->submission_recipients = g_strsplit (recipients, "|", -1);
  bv_signature_add (section, fixture->proposal, BV_LETTERHEAD_ADDRESSED);
  return list_halves (g_ptr_array_index (section->blocks, 0));
}

static void
test_signature (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (BvDocument) document = bv_document_new ("Tờ trình", "");
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  fixture_set (fixture.campaign, "issuer.signer", "Lê Quốc Thơ");
  fixture_set_text (&fixture.campaign->issuer_signer_title, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
  few = compose_signature (&fixture, document, "Như trên|Lưu");
  many = compose_signature (&fixture, document, "1|2|3|4|5|6|7|8");
  g_assert_cmpstr (few, ==, "Nơi nhận: / KT. GIÁM ĐỐC\n- Như trên;\n- Lưu. / PHÓ GIÁM ĐỐC\n / Lê Quốc Thơ\n");
  g_assert_cmpstr (
    many, ==,
    "Nơi nhận: / KT. GIÁM ĐỐC\n- 1;\n- 2;\n- 3;\n- 4;\n- 5;\n- 6; / PHÓ GIÁM ĐỐC\n- 7;\n- 8. / Lê Quốc Thơ\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/ranking/notes-are-numbered-once-and-the-line-is-drawn", test_ranking);
  g_test_add_func ("/paper/ranking/an-unresolved-tie-is-marked-and-named", test_unresolved);
  g_test_add_func ("/paper/ranking/the-class-stands-behind-the-rank-where-a-group-has-classes",
                   test_ranking_classes);
  g_test_add_func ("/paper/ranking/of-one-group-has-no-line", test_ranking_of_group);
  g_test_add_func ("/paper/lists/by-itself-has-head-signature-and-seal", test_list);
  g_test_add_func ("/paper/list/an-annex-has-neither-head-nor-signature", test_list_as_annex);
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/origin/", origins[i].name, NULL);

      g_test_add_data_func (path, &origins[i], test_origin);
    }
  g_test_add_func ("/paper/lists/of-a-group-of-the-other-kind-is-refused", test_other_kind);
  g_test_add_func ("/paper/what-a-paper-is-not-made-by-is-refused", test_takes);
  g_test_add_func ("/paper/every-paper-has-a-whole-row", test_rows);
  g_test_add_func ("/paper/what-is-proposed-stands-in-the-dossier-once", test_dossier);
  g_test_add_func ("/paper/lists/of-one-group-is-no-annex", test_list_of_group);
  g_test_add_func ("/paper/lists/as-annex-it-repeats-neither-head-nor-signature", test_annexes);
  g_test_add_func ("/paper/signature/recipients-stand-beside-title-and-name", test_signature);
  return g_test_run ();
}
