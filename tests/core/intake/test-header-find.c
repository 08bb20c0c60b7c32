/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/header-find.h"
#include "table-fixture.h"

#include <glib.h>

static const char *const criteria[] = {
  "1|Đã ban hành kế hoạch thực hiện|Kế hoạch",
  "2|Chấp hành tốt kỷ luật, kỷ cương hành chính|Kỷ luật",
  "3.1|Báo cáo định kỳ đầy đủ, đúng thời gian quy định|Báo cáo định kỳ",
  "3.2|Sáng kiến, cách làm hay|Sáng kiến, cách làm hay",
  NULL,
};

#define LINES_MOST 16

static const struct
{
  const char *name;
  const char *header;
  BvIntakeSubject subject;
  const char *lines[LINES_MOST];
} tables[] = {
  { "the form that was sent",
    "0+1: A=code B=criterion C=max D=self E=evidence F=explanation",
    BV_INTAKE_OF_CRITERIA,
    { "Mã|Tiêu chí|Điểm tối đa|Điểm tự chấm|Tài liệu minh chứng|Giải trình",
      "1|Đã ban hành kế hoạch|15|15|45/KH-SYT|", "2|Kỷ luật|10|10||", NULL } },
  { "the form moved and misspelt",
    "5+1: B=code C=criterion D=max E=self F=evidence G=explanation",
    BV_INTAKE_OF_CRITERIA,
    { "|ỦY BAN NHÂN DÂN TỈNH|<|<|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|<|<",
      "|SỞ Y TẾ|<|<|Độc lập - Tự do - Hạnh phúc|<|<", "", "|BẢNG TỰ CHẤM ĐIỂM|<|<|<|<|<",
      "|(Kèm theo Công văn số 12/SYT)|<|<|<|<|<",
      "|Mã|Nội dung tiêu chí|Điểm~tối đa|Điểm tự~chám|Tài liệu~minh chứng|Giải trìn", "|1|Kế hoạch|15|15||",
      NULL } },
  { "titles of two rows in cells shown as one",
    "2+2: A=ordinal B=unit C=self D=verified E=note",
    BV_INTAKE_OF_COLLECTIVES,
    { "DANH SÁCH TẬP THỂ|<|<|<|<", "", "STT|Tên đơn vị|Điểm|<|Ghi chú", "^|^|Tự chấm|Thẩm định|^",
      "1|Sở Y tế|90|88|", NULL } },
  { "titles of two rows without any shown as one",
    "1+2: A=ordinal B=unit C=self D=verified E=note",
    BV_INTAKE_OF_COLLECTIVES,
    { "DANH SÁCH TẬP THỂ", "STT|Tên đơn vị|Điểm||Ghi chú", "||Tự chấm|Thẩm định|", "1|Sở Y tế|90|88|",
      NULL } },
  { "titles of three rows",
    "1+3: A=ordinal B=unit C=#1 D=#2 E=#3.1 F=#3.2 G=total",
    BV_INTAKE_OF_COLLECTIVES,
    { "PHỤ LỤC 1|<|<|<|<|<|<", "STT|Cơ quan, đơn vị|Nội dung chấm điểm|<|<|<|Tổng điểm",
      "^|^|Kế hoạch|Kỷ luật|Báo cáo|<|^", "^|^|^|^|3.1|3.2|^", "1|Sở Y tế|15|10|5|5|=35", NULL } },
  { "the communes of a district",
    "0+1: A=code B=unit C=#1 D=#2 E=#3.1 F=rank G=note",
    BV_INTAKE_OF_COLLECTIVES,
    { "Mã đơn vị|Tên đơn vị|1 – Kế hoạch|2 – Kỷ luật|3.1 – Báo cáo định kỳ|Xếp hạng của huyện|Ghi chú",
      "30607|Xã Bình Hòa|15|10|5|1|", NULL } },
  { "criteria by their codes alone",
    "0+1: A=ordinal B=unit C=#1 D=#2 E=#3.1",
    BV_INTAKE_OF_COLLECTIVES,
    { "STT|Đơn vị|1|2|3.1", "1|Sở Y tế|15|10|5", "2|Sở Nội vụ|15|10|5", NULL } },
  { "columns numbered below the titles",
    "0+1: A=ordinal B=unit C=self D=verified E=note",
    BV_INTAKE_OF_COLLECTIVES,
    { "STT|Đơn vị|Điểm tự chấm|Điểm thẩm định|Ghi chú", "1|2|3|4|5", "1|Sở Y tế|90|88|", NULL } },
  { "persons",
    "2+1: A=ordinal B=person C=gender D=born E=workplace F=achievement G=award",
    BV_INTAKE_OF_INDIVIDUALS,
    { "DANH SÁCH CÁ NHÂN|<|<|<|<|<|<", "",
      "TT|Họ và tên|Giới tính|Năm sinh|Chức vụ, đơn vị công tác|Tóm tắt thành tích|Hình thức "
      "khen thưởng",
      "1|Trần Thị Lụa|Nữ|1980|Chuyên viên, Sở Y tế|Hoàn thành tốt|Bằng khen", NULL } },
  { "men and women in columns of their own",
    "0+2: A=ordinal B=person C=born-male D=born-female E=position",
    BV_INTAKE_OF_INDIVIDUALS,
    { "STT|Họ tên|Năm sinh|<|Chức vụ", "^|^|Nam|Nữ|^", "1|Trần Thị Lụa||1980|Chuyên viên", NULL } },
  { "titles without marks",
    "0+1: A=ordinal B=person C=born D=position E=note",
    BV_INTAKE_OF_INDIVIDUALS,
    { "STT|Ho va ten|Nam sinh|Chuc vu|Ghi chu", "1|Tran Thi Lua|1980|Chuyen vien|", NULL } },
  { "units and persons in one list",
    "0+1: A=ordinal B=name C=achievement D=award",
    BV_INTAKE_OF_BOTH,
    { "STT|Tập thể, cá nhân|Thành tích|Hình thức đề nghị", "I|Tập thể||", "1|Sở Y tế|Tốt|Bằng khen", NULL } },
  { "a title that is not known",
    "0+1: A=ordinal B=unit C=? D=note",
    BV_INTAKE_OF_COLLECTIVES,
    { "STT|Đơn vị|Màu sắc|Ghi chú", "1|Sở Y tế|đỏ|", NULL } },
  { "a title twice",
    "0+1: A=ordinal B=unit C=note D=?",
    BV_INTAKE_OF_COLLECTIVES,
    { "STT|Đơn vị|Ghi chú|Ghi chú", "1|Sở Y tế||", NULL } },
  { "titles in the twelfth row",
    "11+1: A=ordinal B=unit C=note",
    BV_INTAKE_OF_COLLECTIVES,
    { "", "", "", "", "", "", "", "", "", "", "", "STT|Đơn vị|Ghi chú", "1|Sở Y tế|", NULL } },
  { "a row that happens to have a title's word",
    "0+1: A=ordinal B=person C=? D=note",
    BV_INTAKE_OF_INDIVIDUALS,
    { "STT|Họ và tên|P/N|Ghi chú", "'a|Trần Văn Tám|Nam|", NULL } },
  { "a letter", "", BV_INTAKE_OF_UNKNOWN, { "Kính gửi: Sở Nội vụ", "Căn cứ Kế hoạch số 1078/KH-SNV", NULL } },
  { "numbers alone", "", BV_INTAKE_OF_UNKNOWN, { "1|2|3", "4|5|6", NULL } },
  { "nothing", "", BV_INTAKE_OF_UNKNOWN, { NULL } },
};

static void
test_titles_are_found_where_they_are (void)
{
  g_autoptr (GPtrArray) tree = fixture_read_criteria (criteria);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (BvHeaderRules) rules = bv_header_rules_new (tree);
      g_autoptr (BvIntakeTable) table = fixture_read_table ("Sheet1", tables[i].lines);
      g_autoptr (BvHeader) header = bv_header_find (table, rules);
      g_autofree char *found = fixture_write_header (header);

      g_test_message ("%s", tables[i].name);
      g_assert_cmpstr (found, ==, tables[i].header);
      g_assert_cmpint (header->subject, ==, tables[i].subject);
    }
}

static void
test_each_column_has_its_title_and_a_reason (void)
{
  const char *const lines[] = { "STT|Tên đơn vị|Điểm|<|Lạ", "^|^|Tự chấm|Thẩm định|^", NULL };
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (NULL);
  g_autoptr (BvIntakeTable) table = fixture_read_table ("Sheet1", lines);
  g_autoptr (BvHeader) header = bv_header_find (table, rules);

  g_assert_cmpuint (bv_header_count_unknown (header), ==, 1);
  g_assert_cmpstr (bv_header_find_column (header, 3)->title, ==, "Điểm Thẩm định");
  g_assert_cmpint (bv_header_find_column (header, 3)->meaning.reason, ==, BV_HEADER_EQUAL);
  g_assert_cmpint (bv_header_find_column (header, 4)->meaning.reason, ==, BV_HEADER_UNKNOWN);
  g_assert_null (bv_header_find_column (header, 5));
  g_assert_cmpuint (bv_header_find_field (header, BV_INTAKE_FIELD_SELF)->column, ==, 2);
  g_assert_null (bv_header_find_field (header, BV_INTAKE_FIELD_NOTE));
}

/* A table as wide and as empty as Excel lets it be costs no more than what is in it. */
static void
test_a_wide_table_is_read_as_far_as_people_see (void)
{
  const char *const lines[] = { "STT|Đơn vị|Ghi chú", NULL };
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (NULL);
  g_autoptr (BvIntakeTable) table = fixture_read_table ("Sheet1", lines);
  g_autoptr (BvHeader) header = NULL;
  BvIntakeCell cell = { 16383, BV_INTAKE_TEXT, "Giải trình", FALSE };

  bv_intake_table_add (table, 0, &cell);
  header = bv_header_find (table, rules);
  g_assert_cmpuint (header->columns->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/header-find/titles-are-found-where-they-are", test_titles_are_found_where_they_are);
  g_test_add_func ("/header-find/each-column-has-its-title-and-a-reason",
                   test_each_column_has_its_title_and_a_reason);
  g_test_add_func ("/header-find/a-wide-table-is-read-as-far-as-people-see",
                   test_a_wide_table_is_read_as_far_as_people_see);
  return g_test_run ();
}
