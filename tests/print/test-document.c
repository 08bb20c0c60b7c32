/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/document.h"

static void
test_composed (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Danh sách", "Sở Nội vụ");
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  const BvColumn column = { (char *) "Tên", 1, BV_ALIGN_LEFT };
  BvBlock *table = bv_section_add_table (section, &column, 1);
  g_autofree char *apart = g_utf8_normalize ("Thị trấn Óc Eo", -1, G_NORMALIZE_NFD);
  const char *cells[] = { apart, NULL };
  const BvTableRow *row;

  bv_table_add_row (table, BV_ROW_PLAIN, g_strdupv ((char **) cells));
  row = table->rows->pdata[0];
  g_assert_cmpstr (row->cells[0], ==, "Thị trấn Óc Eo");
  g_assert_cmpstr (bv_section_add_paragraph (section, BV_STYLE_PLAIN, apart)->text.text, ==,
                   "Thị trấn Óc Eo");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/texts-are-composed", test_composed);
  g_test_add_func ("/document/a-text-that-says-nothing-is-no-block", test_empty_paragraph);
  g_test_add_func ("/document/annexes-follow-as-sections-of-their-own", test_append);
  return g_test_run ();
}
