/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/redaction.h"

/* No folder of anybody, but one for the rules. */
#define HOME "/data/users/lan"

typedef struct
{
  const char *message;
  const char *expected;
} Case;

static const Case cases[] = {
  /* What the program says itself stays. */
  { "there is nothing to undo", "there is nothing to undo" },
  { "không có gì để hoàn tác", "không có gì để hoàn tác" },
  { "một Bảng Vàng mới hơn đã tạo thư viện này: hãy cài bản đó",
    "một Bảng Vàng mới hơn đã tạo thư viện này: hãy cài bản đó" },
  { "hành động 12 có 5 thay đổi thay vì 6,50", "hành động 12 có 5 thay đổi thay vì 6,50" },
  { "It can't be read: it's damaged", "It can't be read: it's damaged" },
  /* Names that are not written as they should be. */
  { "Nguyễn\302\240Văn An đã có", "… đã có" },
  { "Ng. V. An đã có", "… đã có" },
  { "NGUYỄN  VĂN AN đã có", "… đã có" },
  /* Paths and files. */
  { "thi đua/nguyễn văn an/bangvang.db: database disk image is malformed",
    "/…/*.db: database disk image is malformed" },
  { HOME "/Tài liệu/Nguyễn Thị Lan.pdf: không đọc được", "~/…/*.pdf: không đọc được" },
  { HOME "/Báo cáo: Lan (bản 2).docx: không đọc được", "~/…: *.docx: không đọc được" },
  { HOME "x/a.pdf: gone", "/…/*.pdf: gone" },
  { "~/bí mật: gone", "~/…: gone" },
  { "/srv/Sở Y tế/bangvang.db: disk I/O error", "/…/*.db: disk I/O error" },
  { "C:\\Users\\Lan\\Hồ sơ.XLSX: in use", "/…/*.XLSX: in use" },
  { "\\\\may-chu\\lan\\x: in use", "/…: in use" },
  { "Cannot open file:///data/users/lan/x.pdf now", "Cannot open … now" },
  { "báo cáo của lan.json: dòng 3, cột 7", "*.json: dòng 3, cột 7" },
  { "Đã lưu nguyễn thị lan.pdf, 3 trang", "*.pdf, 3 trang" },
  { "không đọc được\nlan.pdf: hỏng", "không đọc được\n*.pdf: hỏng" },
  /* What is quoted. */
  { "“lan” không phải là số", "“…” không phải là số" },
  { "open “lan.pdf” first", "open “*.pdf” first" },
  { "no such column: \"lan\"", "no such column: \"…\"" },
  { "no such file ‘lan’ and 'lan'", "no such file ‘…’ and '…'" },
  { "never closed “lan", "never closed “…" },
  { "action 3 (Sửa điểm (sở y tế) · 2.1) stands under", "action 3 (…) stands under" },
  /* Names, addresses, numbers, keys. */
  { "của Nguyễn Thị Lan lúc 9 giờ", "của … lúc 9 giờ" },
  { "Trần An-Bình", "…" },
  { "thư gửi lan.nguyen@example.vn bị trả", "thư gửi … bị trả" },
  { "gọi 0912 345 678 ngay", "gọi … ngay" },
  { "nominee nguyen-thi-lan: no group", "nominee …: no group" },
  { "\xff lan", "\xef\xbf\xbd lan" },
  { "", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bv_redaction_write (cases[i].message, HOME, NULL);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_known (void)
{
  static const char *const known[]
    = { "lan", "sở y tế", "sở y tế an giang", "Sở Y tế", "báo cáo (bản 2)", "", "\xff", NULL };
  g_autofree char *text
    = bv_redaction_write ("lan: sở y tế an giang và sở y tế; làn, lang, lan.", NULL, known);

  g_autofree char *begun = bv_redaction_write ("của Sở Y tế: báo cáo (bản 2)", NULL, known);

  g_assert_cmpstr (text, ==, "…: … và …; làn, lang, ….");
  g_assert_cmpstr (begun, ==, "của …: …");
}

static void
test_decomposed (void)
{
  static const char *const known[] = { "sở y tế", NULL };
  g_autofree char *message = g_utf8_normalize ("tại sở y tế", -1, G_NORMALIZE_NFD);
  g_autofree char *text = bv_redaction_write (message, NULL, known);

  g_assert_cmpstr (text, ==, "tại …");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redaction/what-names-somebody-is-hidden-and-the-rest-stays", test_cases);
  g_test_add_func ("/redaction/known-words-are-hidden-the-longest-first", test_known);
  g_test_add_func ("/redaction/it-does-not-matter-how-marks-are-encoded", test_decomposed);
  return g_test_run ();
}
