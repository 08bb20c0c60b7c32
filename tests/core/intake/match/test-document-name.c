/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/document-name.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    const char *number;
  } cases[] = {
    { "123/QĐ-UBND", "123/QĐ-UBND" },
    { "Quyết định số 123/QĐ-UBND ngày 12/5/2021 của UBND tỉnh", "123/QĐ-UBND" },
    { "Nghị quyết 12/2021/NQ-HĐND, 15-CT/TU", "12/2021/NQ-HĐND" },
    { "Chỉ thị 15-CT/TU", "15-CT/TU" },
    { "BC 7/BC-SNV.", "7/BC-SNV" },
    { "Báo cáo ngày 12/5/2021", NULL },
    { "Báo cáo quý 1-2021", NULL },
    { "Hồ sơ 1-A", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvDocumentName) name = bv_document_name_new (cases[i].text);

      g_assert_cmpstr (bv_document_name_get_number (name), ==, cases[i].number);
    }
}

static void
test_files (void)
{
  static const struct
  {
    const char *named;
    const char *file;
    BvDocumentLikeness likeness;
  } cases[] = {
    { "123/QĐ-UBND", "123_QĐ-UBND.pdf", BV_DOCUMENT_NAME },
    { "123/QĐ-UBND", "123_QD-UBND.pdf", BV_DOCUMENT_NUMBER_PLAIN },
    { "123/QĐ-UBND", "123-QĐ-UBND.PDF", BV_DOCUMENT_NAME },
    { "123/QĐ-UBND", "123QD-UBND.pdf", BV_DOCUMENT_NUMBER_PLAIN },
    { "05/QĐ-UBND", "5_QĐ-UBND.pdf", BV_DOCUMENT_NAME },
    { "123/QĐ-UBND", "123_QĐ-UBND (1).pdf", BV_DOCUMENT_NAME },
    { "123/QĐ-UBND", "Quyết định số 123_QĐ-UBND ngày 12.5.2021.pdf", BV_DOCUMENT_NUMBER },
    { "123/QĐ-UBND", "qd so 123 qd ubnd signed.pdf", BV_DOCUMENT_NUMBER_PLAIN },
    { "123/QĐ-UBND", "123-QĐ-UBND-ngày-12-5-2021.pdf", BV_DOCUMENT_NUMBER },
    { "Quyết định số 123/QĐ-UBND ngày 12/5/2021", "123_QĐ-UBND.pdf", BV_DOCUMENT_NUMBER },
    { "Báo cáo tổng kết", "Báo cáo tổng kết.docx", BV_DOCUMENT_NAME },
    { "báo cáo  tổng_kết.PDF", "Báo cáo tổng kết.pdf", BV_DOCUMENT_NAME },
    { "Báo cáo hoà giải", "Báo cáo hòa giải.pdf", BV_DOCUMENT_NAME },
    { "Ba\xcc\x81o ca\xcc\x81o", "Báo cáo.pdf", BV_DOCUMENT_NAME },
    /* What is merely alike. */
    { "Báo cáo Phú Thành", "Báo cáo Phú Thạnh.pdf", BV_DOCUMENT_NO_MARKS },
    { "Báo cáo tổng kết", "bao cao tong ket.pdf", BV_DOCUMENT_NO_MARKS },
    { "123/QĐ-UBND", "Phụ lục kèm theo 123_QĐ-UBND.pdf", BV_DOCUMENT_INSIDE },
    { "123/QĐ-UBND", "123_QĐ-UBND-NC.pdf", BV_DOCUMENT_INSIDE },
    { "123/QĐ-UBND", "01. 123_QĐ-UBND.pdf", BV_DOCUMENT_INSIDE },
    /* What is another. */
    { "123/QĐ-UBND", "1123_QĐ-UBND.pdf", BV_DOCUMENT_OTHER },
    { "123/QĐ-UBND", "123_QĐ-SNV.pdf", BV_DOCUMENT_OTHER },
    { "123/QĐ-UBND", "UBND 123 QĐ.pdf", BV_DOCUMENT_OTHER },
    { "123/QĐ-UBND-NC", "123_QĐ-UBND.pdf", BV_DOCUMENT_OTHER },
    { "12/2021/NQ-HĐND", "12_2022_NQ-HĐND.pdf", BV_DOCUMENT_OTHER },
    { "Báo cáo tổng kết", "Báo cáo tổng kết năm.pdf", BV_DOCUMENT_OTHER },
    { "Báo cáo tổng kết", "tổng kết Báo cáo.pdf", BV_DOCUMENT_OTHER },
    { "Báo cáo", "Báo.cáo", BV_DOCUMENT_NAME },
    { "", "a.pdf", BV_DOCUMENT_OTHER },
    { "pdf", ".pdf", BV_DOCUMENT_NAME },
    { "?", "!.pdf", BV_DOCUMENT_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvDocumentName) named = bv_document_name_new (cases[i].named);
      g_autoptr (BvDocumentName) file = bv_document_name_new_file (cases[i].file);
      BvDocumentLikeness found = bv_document_name_compare (named, file);

      if (found != cases[i].likeness)
        g_error ("%s, %s: %d", cases[i].named, cases[i].file, found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-name/the-number-is-found-in-what-people-write", test_numbers);
  g_test_add_func ("/document-name/a-file-is-the-document-looks-like-it-or-is-another", test_files);

  return g_test_run ();
}
