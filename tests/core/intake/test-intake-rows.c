/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-rows.h"
#include "table-fixture.h"

#include <glib.h>

#define LINES_MOST 24

/* A letter a row: what it is, of data whose. */
static const char kinds[BV_N_INTAKE_ROW_KINDS] = {
  [BV_INTAKE_ROW_DATA] = 'd',      [BV_INTAKE_ROW_ABOVE] = 'a',     [BV_INTAKE_ROW_HEADER] = 'h',
  [BV_INTAKE_ROW_NUMBERING] = 'n', [BV_INTAKE_ROW_EMPTY] = '.',     [BV_INTAKE_ROW_SECTION] = 's',
  [BV_INTAKE_ROW_TOTAL] = 't',     [BV_INTAKE_ROW_SAMPLE] = 'x',    [BV_INTAKE_ROW_FORMULAS] = 'f',
  [BV_INTAKE_ROW_NOTE] = 'o',      [BV_INTAKE_ROW_SIGNATURE] = 'g', [BV_INTAKE_ROW_ANSWERED] = 'w',
};
static const char subjects[] = { '?', 'C', 'I', 'B', 'K' };

static const struct
{
  const char *name; /* of the table */
  const char *rows;
  BvIntakePurpose purpose;
  const char *lines[LINES_MOST];
} tables[] = {
  { "Tập thể",
    "a.hnsCCtsC.tggg",
    BV_INTAKE_TABLE_ANSWERS,
    { "DANH SÁCH ĐỀ NGHỊ|<|<|<", "", "STT|Tên đơn vị|Điểm tự chấm|Ghi chú", "(1)|(2)|(3)|(4)",
      "I|Sở, ban, ngành||", "1|Sở Y tế|90|", "2|Sở Nội vụ|91|", "|Cộng|=181|", "II|Cấp huyện||",
      "1|UBND huyện Châu Thành|80|", "", "Tổng cộng: 3 đơn vị|<|=261|",
      "||An Giang, ngày 15 tháng 12 năm 2021|", "Người lập biểu||GIÁM ĐỐC|", "Trần Thị Lụa||Lê Văn Tám|",
      NULL } },
  { "Cá nhân",
    "hxIId.g",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Họ và tên|Năm sinh|Chức vụ", "Ví dụ|Nguyễn Văn Mẫu|1980|Chuyên viên",
      "1|Trần Thị Lụa|1980|Chuyên viên", "2|Lê Văn Tám||", "'3|||Chuyên viên", "",
      "TM. ỦY BAN NHÂN DÂN|<|<|<", NULL } },
  { "Danh sách chung",
    "hsCCsIIsC",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Tập thể, cá nhân|Thành tích", "I. Tập thể|<|<", "1|Sở Y tế|Tốt", "2|Khoa Nội, Bệnh viện tỉnh|Tốt",
      "II. Cá nhân|<|<", "1|Trần Thị Lụa|Tốt", "2|Đoàn Thị Bé|Tốt", "A|Các tập thể|", "1|Ban Dân tộc|Tốt",
      NULL } },
  { "Danh sách không có mục",
    "hCId",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Tên gọi (Ông/Bà)|Tên tập thể/cá nhân/hộ gia đình|Chức vụ|Phân loại khen thưởng", "1||Sở Y tế|-|",
      "2|Bà|Trần Thị Lụa|Chuyên viên|", "3||Mây Trắng||", NULL } },
  { "Không có số thứ tự",
    "hIIgg",
    BV_INTAKE_TABLE_ANSWERS,
    { "Họ và tên|Chức vụ|Đơn vị", "Trần Thị Lụa|Trưởng phòng|Sở Y tế", "Lê Văn Tám|Giám đốc|Sở Nội vụ",
      "Người lập biểu|Giám đốc|", "Trần Thị Bé|Lê Văn Chín|", NULL } },
  { "Có cột phân loại",
    "hICd",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng", "1|Trần Thị Lụa|Khen thưởng cá nhân",
      "2|Mây Trắng|Khen thưởng tập thể", "3|Hộ ông Trần Văn Lúa|Khen thưởng hộ gia đình", NULL } },
  { "Dấu không thấy được",
    "hC.C",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Tên đơn vị|Điểm", "1|Sở Y tế|10", "\001|\u200b|\x1f", "2|Sở Nội vụ|9", NULL } },
  { "Hỗn hợp",
    "hICC",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Họ và tên|Đơn vị|Ghi chú", "1|Trần Thị Lụa|Sở Y tế|", "2||Sở Nội vụ|", "3|Phòng Y tế|Sở Y tế|",
      NULL } },
  { "Tự chấm",
    "hKKKKt",
    BV_INTAKE_TABLE_ANSWERS,
    { "Mã|Tiêu chí|Điểm tối đa|Điểm tự chấm", "I|Công khai||", "1.1|Kế hoạch|15|15", "1.2|Kỷ luật|10|",
      "II|Sáng kiến|5|", "|Tổng điểm|=30|=15", NULL } },
  { "Tự chấm, chưa điền",
    "hKKKKot",
    BV_INTAKE_TABLE_ANSWERS,
    { "Mã|Tiêu chí|Điểm tối đa|Điểm tự chấm|Giải trình", "1.1|Tổng số hồ sơ trả đúng hạn|10||",
      "1.2|Thủ trưởng cơ quan chỉ đạo|||", "1.3|Hướng dẫn đơn vị trực thuộc|||",
      "TT4|Cộng điểm sáng kiến|5||", "Ghi chú: làm tròn hai chữ số||||", "Cộng||=15||", NULL } },
  { "Cấp xã, tên trống loại",
    "hCCCxx",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Tên đơn vị|Điểm", "1|Châu Phú A|10", "2|Mẫu giáo Hoa Hồng|10", "3|Cộng Hòa|9", "4|Thị trấn B|9",
      "5|…|…", NULL } },
  { "Cấp xã",
    "hCCCf.o",
    BV_INTAKE_TABLE_ANSWERS,
    { "Tên đơn vị|Điểm tự chấm|Tổng điểm", "Xã Cộng Hòa|10|=10", "Phường Châu Phú A|10|=10",
      "Xã Bình Hòa||=0", "||=0", "", "Ghi chú: điểm làm tròn đến hai chữ số||", NULL } },
  { "Trang hai",
    "hChCg",
    BV_INTAKE_TABLE_ANSWERS,
    { "STT|Đơn vị|Điểm", "1|Sở Y tế|10", "STT|Đơn vị|Điểm", "2|Sở Nội vụ|10", "|Nơi nhận: như trên|",
      NULL } },
  { "Hướng dẫn", "oo", BV_INTAKE_TABLE_GUIDE, { "Cách điền biểu", "Ghi điểm vào cột D", NULL } },
  { "Biểu 2",
    "hxxx",
    BV_INTAKE_TABLE_SAMPLE,
    { "STT|Họ và tên|Năm sinh", "1|Nguyễn Văn A|1980", "2|Trần Thị B|1981", "3|...|...", NULL } },
  { "Biểu 3", "hx", BV_INTAKE_TABLE_SAMPLE, { "STT|Đơn vị|Điểm", "1|UBND xã A|10", NULL } },
  { "Sheet1", "oo", BV_INTAKE_TABLE_OTHER, { "Kính gửi", "Trân trọng", NULL } },
};

static char *
write_rows (const GArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (rows, BvIntakeRow, i);
      gboolean is_told = row->kind == BV_INTAKE_ROW_DATA && row->subject != BV_INTAKE_OF_UNKNOWN;

      g_assert_cmpuint (row->row, ==, i);
      g_string_append_c (text, is_told ? subjects[row->subject] : kinds[row->kind]);
    }
  return g_string_free (text, FALSE);
}

static void
test_each_row_is_of_one_kind (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (BvHeaderRules) rules = bv_header_rules_new (NULL);
      g_autoptr (BvIntakeTable) table = fixture_read_table (tables[i].name, tables[i].lines);
      g_autoptr (BvHeader) header = bv_header_find (table, rules);
      g_autoptr (GArray) rows = bv_intake_rows_classify (table, header);
      g_autofree char *found = write_rows (rows);

      g_test_message ("%s", tables[i].name);
      g_assert_cmpstr (found, ==, tables[i].rows);
      g_assert_cmpint (bv_intake_rows_judge (table, header, rows), ==, tables[i].purpose);
    }
}

/* Rows are left out, and never lost. */
static void
test_the_kinds_add_up_to_all_rows (void)
{
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (NULL);
  g_autoptr (BvIntakeTable) table = fixture_read_table (tables[0].name, tables[0].lines);
  g_autoptr (BvHeader) header = bv_header_find (table, rules);
  g_autoptr (GArray) rows = bv_intake_rows_classify (table, header);
  guint n = 0;

  for (BvIntakeRowKind kind = 0; kind < BV_N_INTAKE_ROW_KINDS; kind++)
    {
      n += bv_intake_rows_count (rows, kind);
      g_assert_cmpstr (bv_intake_row_kind_title (kind), !=, "");
    }
  g_assert_cmpuint (n, ==, bv_intake_table_get_n_rows (table));
  g_assert_cmpuint (bv_intake_rows_count (rows, BV_INTAKE_ROW_TOTAL), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake-rows/each-row-is-of-one-kind", test_each_row_is_of_one_kind);
  g_test_add_func ("/intake-rows/the-kinds-add-up-to-all-rows", test_the_kinds_add_up_to_all_rows);
  return g_test_run ();
}
