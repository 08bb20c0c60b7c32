/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/document.h"
#include "print/width-shares.h"

static void
test_composed (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Danh sách", "Sở Nội vụ");
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  const BvColumn column = { (char *) "Tên", 1, BV_ALIGN_LEFT };
  BvBlock *table = bv_section_add_table (section, &column, 1);
  g_autofree char *apart = g_utf8_normalize ("Thị trấn Óc Eo", -1, G_NORMALIZE_NFD);
  const char *cells[] = { apart, NULL };
  const BvBlockRow *row;

  bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, g_strdupv ((char **) cells));
  row = table->rows->pdata[0];
  g_assert_cmpstr (row->cells[0], ==, "Thị trấn Óc Eo");
  g_assert_cmpstr (bv_section_add_paragraph (section, BV_STYLE_PLAIN, apart)->text.text, ==,
                   "Thị trấn Óc Eo");
}

static void
test_format_characters (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } cases[] = {
    { "Nguyễn \xe2\x80\xae"
      "nA năV"
      "\xe2\x80\xac",
      "Nguyễn nA năV" },
    { "\xe2\x81\xa6"
      "Sở"
      "\xe2\x81\xa9"
      " Y\xe2\x80\x8e tế\xd8\x9c",
      "Sở Y tế" },
    { "\xef\xbb\xbf"
      "Sở\xc2\xad\xe2\x80\x8b Y",
      "Sở Y" },
    { "क्\xe2\x80\x8d"
      "ष می\xe2\x80\x8c"
      "خ",
      "क्\xe2\x80\x8d"
      "ष می\xe2\x80\x8c"
      "خ" },
    { "Một\nhai\tba", "Một\nhai\tba" },
  };
  const BvColumn column = { (char *) cases[0].text, 1, BV_ALIGN_LEFT };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvDocument) document = bv_document_new (cases[i].text, cases[i].text);
      BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
      BvBlock *halves = bv_section_add_halves (section, 0.5);
      BvBlock *table = bv_section_add_table (section, &column, 1);

      bv_halves_add (halves, BV_STYLE_PLAIN, cases[i].text, BV_STYLE_PLAIN, cases[i].text, 0);
      bv_block_add_across (table, BV_BLOCK_ROW_PART, cases[i].text);
      g_assert_cmpstr (document->title, ==, cases[i].said);
      g_assert_cmpstr (bv_section_add_paragraph (section, BV_STYLE_PLAIN, cases[i].text)->text.text, ==,
                       cases[i].said);
      g_assert_cmpstr (g_array_index (halves->halves, BvHalvesRow, 0).right.text, ==, cases[i].said);
      g_assert_cmpstr (((BvBlockRow *) table->rows->pdata[0])->cells[0], ==, cases[i].said);
      g_assert_cmpstr (g_array_index (table->columns, BvColumn, 0).heading, ==, cases[0].said);
    }
}

static void
test_kept_rows (void)
{
  static const struct
  {
    BvBlockRowKind kind;
    gboolean is_kept;
  } cases[] = {
    { BV_BLOCK_ROW_PART, TRUE },  { BV_BLOCK_ROW_PLAIN, FALSE }, { BV_BLOCK_ROW_MARKED, TRUE },
    { BV_BLOCK_ROW_LINE, FALSE }, { BV_BLOCK_ROW_PLAIN, TRUE },  { BV_BLOCK_ROW_TOTAL, FALSE },
    { BV_BLOCK_ROW_PART, TRUE },  { BV_BLOCK_ROW_PLAIN, FALSE },
  };
  g_autoptr (BvDocument) document = bv_document_new ("Danh sách", "Sở Nội vụ");
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  const BvColumn column = { (char *) "Tên", 1, BV_ALIGN_LEFT };
  BvBlock *table = bv_section_add_table (section, &column, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    bv_block_add_across (table, cases[i].kind, "A");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bv_block_is_row_kept (table, i), ==, cases[i].is_kept);
  table->keep_with_next = TRUE;
  g_assert_true (bv_block_is_row_kept (table, G_N_ELEMENTS (cases) - 1));
}

static void
test_empty_paragraph (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Danh sách", "Sở Nội vụ");
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  g_assert_null (bv_section_add_paragraph (section, BV_STYLE_PLAIN, ""));
  g_assert_null (bv_section_add_paragraph (section, BV_STYLE_PLAIN, NULL));
  g_assert_cmpuint (section->blocks->len, ==, 0);
}

static void
test_append (void)
{
  g_autoptr (BvDocument) letter = bv_document_new ("Tờ trình", "Sở Nội vụ");
  BvDocument *annexes = bv_document_new ("Phụ lục", "Sở Nội vụ");

  bv_document_begin_section (letter, BV_TURN_PORTRAIT);
  bv_document_begin_section (annexes, BV_TURN_LANDSCAPE);
  bv_section_add_gap (bv_document_begin_section (annexes, BV_TURN_PORTRAIT), 1);
  bv_document_append (letter, annexes);
  g_assert_cmpuint (letter->sections->len, ==, 3);
  g_assert_cmpint (((BvSection *) letter->sections->pdata[1])->turn, ==, BV_TURN_LANDSCAPE);
  g_assert_cmpuint (((BvSection *) letter->sections->pdata[2])->blocks->len, ==, 1);
}

/* As wide as needed, between the longest word and the longest line, which the names here have and the
 * achievements come near to; what is empty keeps its least. */
static void
test_shared_widths (void)
{
  static const BvColumn columns[] = {
    { (char *) "TT", 10, BV_ALIGN_CENTER },
    { (char *) "Tên", 20, BV_ALIGN_LEFT },
    { (char *) "Thành tích", 20, BV_ALIGN_LEFT },
    { (char *) "Ghi chú", 20, BV_ALIGN_LEFT },
  };
  g_autoptr (BvDocument) document = bv_document_new ("D", "");
  BvBlock *table = bv_section_add_table (bv_document_begin_section (document, BV_TURN_LANDSCAPE), columns, 4);
  const char *const cells[]
    = { "1", "Sở Một", "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba", "", NULL };

  bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, g_strdupv ((char **) cells));
  bv_block_add_across (table, BV_BLOCK_ROW_PART, "Một dòng rất dài, không kể vào cột nào cả");
  bv_width_shares_fit (table, 120);
  g_assert_cmpfloat (g_array_index (table->columns, BvColumn, 2).width, >, 60);
  g_assert_cmpfloat (g_array_index (table->columns, BvColumn, 2).width, <=, 70);
  g_assert_cmpfloat (g_array_index (table->columns, BvColumn, 0).width, ==, 10);
  g_assert_cmpfloat (g_array_index (table->columns, BvColumn, 1).width, ==, 20);
  g_assert_cmpfloat (g_array_index (table->columns, BvColumn, 3).width, ==, 20);
}

/* A note in one row alone gets room, as the row is as high as its highest cell. */
static void
test_lone_note (void)
{
  static const BvColumn columns[]
    = { { (char *) "Tên", 20, BV_ALIGN_LEFT }, { (char *) "Ghi chú", 20, BV_ALIGN_LEFT } };
  static const char note[]
    = "Theo quyết định bằng văn bản: Biên bản số 12 ngày 19 tháng 5 năm 2022 của Hội đồng";
  g_autoptr (BvDocument) document = bv_document_new ("D", "");
  BvBlock *table = bv_section_add_table (bv_document_begin_section (document, BV_TURN_LANDSCAPE), columns, 2);

  for (guint i = 0; i < 10; i++)
    {
      const char *const cells[] = { "Sở Một, Sở Hai", i == 9 ? note : "", NULL };

      bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, g_strdupv ((char **) cells));
    }
  bv_width_shares_fit (table, 120);
  g_assert_cmpfloat (g_array_index (table->columns, BvColumn, 1).width, >, 75);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/texts-are-composed", test_composed);
  g_test_add_func ("/document/nothing-turns-the-writing-round", test_format_characters);
  g_test_add_func ("/document/a-row-stays-with-what-belongs-to-it", test_kept_rows);
  g_test_add_func ("/document/a-text-that-says-nothing-is-no-block", test_empty_paragraph);
  g_test_add_func ("/document/columns-share-the-width-by-need", test_shared_widths);
  g_test_add_func ("/document/a-lone-note-gets-room", test_lone_note);
  g_test_add_func ("/document/annexes-follow-as-sections-of-their-own", test_append);
  return g_test_run ();
}
