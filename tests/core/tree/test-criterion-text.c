/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/wording.h"
#include "core/tree/criterion-line.h"
#include "core/tree/criterion-text.h"

#include <string.h>

/* A pasted block, and what is read of it: code, title, points, kind where that is special, and what stands
 * below in brackets; or the faults. */
typedef struct
{
  const char *name;
  const char *text;
  const char *tree;
  const char *notes;
} Case;

static const Case cases[] = {
  { "excel-with-a-heading",
    "STT\tTiêu chí\tĐiểm tối đa\tGhi chú\r\n"
    "I\tThực hiện nhiệm vụ chính trị\t60\t\r\n"
    "1\tTốc độ tăng trưởng kinh tế\t20\tTheo Niên giám\r\n"
    "2\tThu ngân sách trên địa bàn\t40,0\t\r\n"
    "II\tXây dựng Đảng, chính quyền\t20\t\r\n"
    "1\tCải cách hành chính\t12,5\t\r\n"
    "2\tPhòng, chống tham nhũng\t7,5\t\r\n"
    "\tTổng cộng\t80\t\r\n",
    "I Thực hiện nhiệm vụ chính trị(I.1 Tốc độ tăng trưởng kinh tế 20,00; I.2 Thu ngân sách trên địa bàn 40,00); "
    "II Xây dựng Đảng, chính quyền(II.1 Cải cách hành chính 12,50; II.2 Phòng, chống tham nhũng 7,50)",
    "" },
  { "excel-without-a-heading", "1.1\tCông khai ngân sách\t5\n1.2\tTiếp công dân\t2,50\n",
    "1.1 Công khai ngân sách 5,00; 1.2 Tiếp công dân 2,50", "" },
  { "excel-without-codes",
    "Tham gia của người dân\t\nMời dân dự họp\t10\nLấy ý kiến\t5\nCông khai\t\nNiêm yết\t5\n",
    " Tham gia của người dân( Mời dân dự họp 10,00;  Lấy ý kiến 5,00);  Công khai( Niêm yết 5,00)", "" },
  { "a-cell-of-two-lines", "1\t\"Công khai \"\"kịp thời\"\"\nđúng hạn\"\t5\n2\tKhác\t\n",
    "1 Công khai \"kịp thời\" đúng hạn 5,00; 2 Khác –",
    "line 3: there are no points: write them as “15 điểm”, or in a column of their own" },
  { "word-with-roman-numbers",
    "I. NHIỆM VỤ CHÍNH TRỊ (60 điểm)\n\n1. Kinh tế – xã hội: tối đa 40 điểm.\n2. Quốc phòng ……… 20 điểm\n"
    "II. CÔNG TÁC THI ĐUA (20 điểm)\na) Phát động phong trào (15 điểm);\nb) Nhân rộng điển hình (5 điểm).\n",
    "I NHIỆM VỤ CHÍNH TRỊ(I.1 Kinh tế – xã hội 40,00; I.2 Quốc phòng 20,00); "
    "II CÔNG TÁC THI ĐUA(II.a Phát động phong trào 15,00; II.b Nhân rộng điển hình 5,00)",
    "" },
  { "word-with-dotted-numbers",
    "1. Chỉ đạo điều hành 15 điểm\n1.1. Kế hoạch: 5đ\n1.2 Kiểm tra: 8 đ\n2. Thể chế: 20 điểm\n",
    "1 Chỉ đạo điều hành(1.1 Kế hoạch 5,00; 1.2 Kiểm tra 8,00); 2 Thể chế 20,00",
    "line 1: what stands below it sums to 13,00, but 15,00 is written" },
  { "dashes-explain-or-are-scored",
    "1. Công khai: 10 điểm\n- Niêm yết tại trụ sở\n- Đăng trên trang thông tin\n2. Tiếp dân\n- Đúng lịch: 3 điểm\n"
    "- Có sổ: 2 điểm",
    "1 Công khai 10,00 [- Niêm yết tại trụ sở|- Đăng trên trang thông tin]; "
    "2 Tiếp dân( Đúng lịch 3,00;  Có sổ 2,00)",
    "" },
  { "added-and-taken-off",
    "1. Nhiệm vụ: 90 điểm\n2. Điểm cộng\na) Sáng kiến: 5 điểm\n3. Điểm trừ (-5 điểm)\n",
    "1 Nhiệm vụ 90,00; 2 Điểm cộng(2.a Sáng kiến 5,00 bonus); 3 Điểm trừ 5,00 deduction", "" },
  { "leading-words", "Tiêu chí 1: Công khai – 15 điểm\nTiêu chí 2: Minh bạch (10 ĐIỂM)",
    "1 Công khai 15,00; 2 Minh bạch 10,00", "" },
  { "points-behind-leaders", "1. Kế hoạch năm......... 7,5\n2. Báo cáo năm 2021.......2",
    "1 Kế hoạch năm 7,50; 2 Báo cáo năm 2021 2,00", "" },
  { "a-year-is-no-score", "1. Thực hiện kế hoạch năm 2021\n", "1 Thực hiện kế hoạch năm 2021 –",
    "line 1: there are no points: write them as “15 điểm”, or in a column of their own" },
  { "a-code-that-stands-twice", "1. A: 5 điểm\n2. B: 5 điểm\n1. C: 5 điểm\n", NULL,
    "line 3: the code “1” stands in line 1 already: each is unique" },
  { "points-that-are-no-number-of-points", "1\tA\t5,555\n", NULL, NULL },
  { "nothing", "\n \t \n", "", "there is no criterion in it" },
  { "no-text", "1. A \xff 5 điểm", "", "the text is not UTF-8" },
};

static void
write_criteria (GString *text, const GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *points
        = criterion->max != BV_NONE ? bv_wording_points (criterion->max) : g_strdup ("–");
      g_autofree char *guide = g_strdelimit (g_strdup (criterion->guide), "\n", '|');

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", criterion->code, criterion->title);
      if (!bv_criterion_is_leaf (criterion))
        {
          g_string_append_c (text, '(');
          write_criteria (text, criterion->criteria);
          g_string_append_c (text, ')');
          continue;
        }
      g_string_append_printf (text, " %s", points);
      if (criterion->kind != BV_CRITERION_POINTS)
        g_string_append_printf (text, " %s", bv_criterion_kinds[criterion->kind].name);
      if (strchr (guide, '-') != NULL)
        g_string_append_printf (text, " [%s]", guide);
    }
}

static void
append_notes (GString *text, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = bv_pasted_note_write (g_ptr_array_index (notes, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", note);
    }
}

static void
check_text (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (BvCriterionText) result = bv_criterion_text_parse (self->text);
  g_autoptr (GString) tree = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);

  write_criteria (tree, result->criteria);
  append_notes (notes, result->faults);
  append_notes (notes, result->remarks);
  if (self->tree != NULL)
    g_assert_cmpstr (tree->str, ==, self->tree);
  if (self->notes != NULL)
    g_assert_cmpstr (notes->str, ==, self->notes);
  else
    g_assert_cmpuint (result->faults->len, >, 0);
}

static void
test_limits (void)
{
  g_autofree char *long_text = g_strnfill (2 * 1024 * 1024, 'a');
  g_autofree char *long_line = g_strnfill (500000, '.');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GString) deep = g_string_new ("1");
  g_autoptr (BvCriterionText) first = bv_criterion_text_parse (long_text);
  g_autoptr (BvCriterionText) second = bv_criterion_text_parse (long_line);
  g_autoptr (BvCriterionText) third = NULL;
  g_autoptr (BvCriterionText) fourth = NULL;
  g_autoptr (GString) levels = g_string_new (NULL);

  g_assert_cmpuint (first->faults->len, ==, 1);
  g_assert_cmpuint (second->faults->len, ==, 1);
  for (guint i = 0; i < 3000; i++)
    g_string_append (many, "- A: 5 điểm\n");
  third = bv_criterion_text_parse (many->str);
  g_assert_cmpuint (third->faults->len, ==, 1);
  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (levels, "%s. Phần\n", deep->str);
      g_string_append (deep, ".1");
    }
  fourth = bv_criterion_text_parse (levels->str);
  g_assert_cmpuint (fourth->faults->len, >, 0);
}

static void
test_no_more_lines_are_read_than_wanted (void)
{
  g_autoptr (GPtrArray) lines = bv_criterion_line_read_all ("a\n\nb\nc\nd\n", 2);

  g_assert_cmpuint (lines->len, ==, 3);
}

/* Where a row of dots is tried in each way, this takes minutes. */
static void
test_rows_of_dots_take_no_time (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *dots = g_strnfill (1400, '.');
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (BvCriterionText) result = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%s1x\n", dots);
  result = bv_criterion_text_parse (text->str);
  g_assert_cmpuint (result->faults->len, ==, 200);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/criterion-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check_text);
    }
  g_test_add_func ("/criterion-text/what-is-too-much-is-refused", test_limits);
  g_test_add_func ("/criterion-text/no-more-lines-are-read-than-wanted",
                   test_no_more_lines_are_read_than_wanted);
  g_test_add_func ("/criterion-text/rows-of-dots-take-no-time", test_rows_of_dots_take_no_time);
  return g_test_run ();
}
