/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/header-title.h"
#include "table-fixture.h"

#include <glib.h>

static const struct
{
  const char *title;
  BvIntakeField field;
  BvHeaderReason reason;
} titles[] = {
  { "STT", BV_INTAKE_FIELD_ORDINAL, BV_HEADER_EQUAL },
  { "Số TT", BV_INTAKE_FIELD_ORDINAL, BV_HEADER_EQUAL },
  { "Mã", BV_INTAKE_FIELD_CODE, BV_HEADER_EQUAL },
  { "Mã đơn vị", BV_INTAKE_FIELD_CODE, BV_HEADER_EQUAL },
  { "TÊN CƠ QUAN, ĐƠN VỊ", BV_INTAKE_FIELD_UNIT, BV_HEADER_EQUAL },
  { "Tên đơn vị", BV_INTAKE_FIELD_UNIT, BV_HEADER_EQUAL },
  { "Tên đơn vị (ghi đầy đủ)", BV_INTAKE_FIELD_UNIT, BV_HEADER_EQUAL },
  { "Tên đơn vị đề nghị", BV_INTAKE_FIELD_UNIT, BV_HEADER_BEGINS },
  { "Ten don vi", BV_INTAKE_FIELD_UNIT, BV_HEADER_NO_MARKS },
  { "Họ và tên", BV_INTAKE_FIELD_PERSON, BV_HEADER_EQUAL },
  { "Họ  và\ntên", BV_INTAKE_FIELD_PERSON, BV_HEADER_EQUAL },
  { "Ho va ten", BV_INTAKE_FIELD_PERSON, BV_HEADER_NO_MARKS },
  { "Họ và têm", BV_INTAKE_FIELD_PERSON, BV_HEADER_LETTERS },
  { "Họ tên cá nhân", BV_INTAKE_FIELD_PERSON, BV_HEADER_EQUAL },
  { "Tập thể/cá nhân", BV_INTAKE_FIELD_NAME, BV_HEADER_EQUAL },
  { "Giới tính", BV_INTAKE_FIELD_GENDER, BV_HEADER_EQUAL },
  { "Nam", BV_INTAKE_FIELD_MALE, BV_HEADER_EQUAL },
  { "Năm", BV_INTAKE_FIELD_NONE, BV_HEADER_UNKNOWN },
  { "Nữ", BV_INTAKE_FIELD_FEMALE, BV_HEADER_EQUAL },
  { "Nu", BV_INTAKE_FIELD_NONE, BV_HEADER_UNKNOWN },
  { "Ngày sinh", BV_INTAKE_FIELD_BORN, BV_HEADER_EQUAL },
  { "Ngày, tháng, năm sinh", BV_INTAKE_FIELD_BORN, BV_HEADER_EQUAL },
  { "Năm sinh Nữ", BV_INTAKE_FIELD_BORN_FEMALE, BV_HEADER_EQUAL },
  { "Chức vụ", BV_INTAKE_FIELD_POSITION, BV_HEADER_EQUAL },
  { "Chức vụ, đơn vị công tác", BV_INTAKE_FIELD_WORKPLACE, BV_HEADER_EQUAL },
  { "Nơi công tác", BV_INTAKE_FIELD_WORKPLACE, BV_HEADER_EQUAL },
  { "Tóm tắt thành tích", BV_INTAKE_FIELD_ACHIEVEMENT, BV_HEADER_EQUAL },
  { "Tóm tăt thành tich", BV_INTAKE_FIELD_ACHIEVEMENT, BV_HEADER_NO_MARKS },
  { "Tiêu chí", BV_INTAKE_FIELD_CRITERION, BV_HEADER_EQUAL },
  { "Điểm tối đa", BV_INTAKE_FIELD_MAX, BV_HEADER_EQUAL },
  { "Điểm tự chấm", BV_INTAKE_FIELD_SELF, BV_HEADER_EQUAL },
  { "Điễm tự chấn", BV_INTAKE_FIELD_SELF, BV_HEADER_LETTERS },
  { "Điểm tự chấm của cơ quan, đơn vị", BV_INTAKE_FIELD_SELF, BV_HEADER_BEGINS },
  { "Điểm thẩm định", BV_INTAKE_FIELD_VERIFIED, BV_HEADER_EQUAL },
  { "Tài liệu minh chứng", BV_INTAKE_FIELD_EVIDENCE, BV_HEADER_EQUAL },
  { "Giải trình", BV_INTAKE_FIELD_EXPLANATION, BV_HEADER_EQUAL },
  { "Giải tình", BV_INTAKE_FIELD_EXPLANATION, BV_HEADER_LETTERS },
  { "Ghi chú", BV_INTAKE_FIELD_NOTE, BV_HEADER_EQUAL },
  { "Ghi chú:", BV_INTAKE_FIELD_NOTE, BV_HEADER_EQUAL },
  { "Số quyết định", BV_INTAKE_FIELD_DECISION, BV_HEADER_EQUAL },
  { "Hình thức khen thưởng", BV_INTAKE_FIELD_AWARD, BV_HEADER_EQUAL },
  { "Danh hiệu/hình thức khen thưởng", BV_INTAKE_FIELD_AWARD, BV_HEADER_EQUAL },
  { "Đơn vị tính", BV_INTAKE_FIELD_OTHER, BV_HEADER_EQUAL },
  { "Số CCCD", BV_INTAKE_FIELD_IDENTITY, BV_HEADER_EQUAL },
  { "Màu sắc", BV_INTAKE_FIELD_NONE, BV_HEADER_UNKNOWN },
  { "", BV_INTAKE_FIELD_NONE, BV_HEADER_UNKNOWN },
};

static void
test_titles_are_known_by_their_synonyms (void)
{
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      BvHeaderMeaning meaning = bv_header_rules_read (rules, titles[i].title);

      g_test_message ("%s: %s, %u, %s", titles[i].title, bv_intake_fields[meaning.field].name,
                      meaning.likeness, bv_header_reason_title (meaning.reason));
      g_assert_cmpstr (bv_intake_fields[meaning.field].name, ==, bv_intake_fields[titles[i].field].name);
      g_assert_cmpint (meaning.reason, ==, titles[i].reason);
      g_assert_true ((meaning.likeness > 0) == (meaning.field != BV_INTAKE_FIELD_NONE));
    }
}

/* And as bv_intake_field_key() writes it, or it would never be found. */
static void
test_each_synonym_is_of_one_field (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (BvIntakeField field = BV_INTAKE_FIELD_NONE + 1; field < BV_N_INTAKE_FIELDS; field++)
    {
      g_auto (GStrv) synonyms = g_strsplit (bv_intake_fields[field].synonyms, "|", -1);

      g_assert_cmpint (bv_intake_field_parse (bv_intake_fields[field].name), ==, field);
      for (guint i = 0; synonyms[i] != NULL; i++)
        {
          g_autofree char *key = bv_intake_field_key (synonyms[i]);

          g_test_message ("%s: %s", bv_intake_fields[field].name, synonyms[i]);
          g_assert_cmpstr (key, ==, synonyms[i]);
          g_assert_true (g_hash_table_add (seen, g_steal_pointer (&key)));
        }
    }
  g_assert_cmpint (bv_intake_field_parse ("lạ"), ==, BV_INTAKE_FIELD_NONE);
}

static const char *const criterion_lines[] = {
  "1|Đã ban hành kế hoạch thực hiện|Kế hoạch",
  "1.1|Chất lượng kế hoạch|Chất lượng",
  "1.10|Báo cáo định kỳ đầy đủ, đúng thời gian quy định|Báo cáo định kỳ",
  "TT4|Chấp hành tốt kỷ luật, kỷ cương hành chính|Kỷ luật, kỷ cương",
  "2.1|Chất lượng kế hoạch quý|Chất lượng",
  NULL,
};

static const struct
{
  const char *title;
  const char *code; /* NULL: none */
  BvHeaderReason reason;
} criteria[] = {
  { "1.1", "1.1", BV_HEADER_CODE },
  { "1.1.", "1.1", BV_HEADER_CODE },
  { "1", "1", BV_HEADER_CODE },
  { "1.10", "1.10", BV_HEADER_CODE },
  { "Tiêu chí 1.1", "1.1", BV_HEADER_CODE },
  { "TC1.10", "1.10", BV_HEADER_CODE },
  { "tt4", "TT4", BV_HEADER_CODE },
  { "1.1 – Chất lượng", "1.1", BV_HEADER_CODE },
  { "2.1 – Chất lượng", "2.1", BV_HEADER_CODE },
  { "1.10 – Báo cáo định kỳ đầy đủ, đúng thời gian quy định", "1.10", BV_HEADER_CODE },
  { "1.1: Kế hoạch tốt", "1.1", BV_HEADER_CODE },
  { "1.1 – Báo cáo định kỳ", NULL, BV_HEADER_UNCLEAR },
  { "1.2", NULL, BV_HEADER_UNKNOWN },
  { "1,75", NULL, BV_HEADER_UNKNOWN },
  { "1.1,5", NULL, BV_HEADER_UNKNOWN },
  { "Kỷ luật, kỷ cương", "TT4", BV_HEADER_EQUAL },
  { "KỶ LUẬT\nKỶ CƯƠNG", "TT4", BV_HEADER_EQUAL },
  { "Ky luat ky cuong", "TT4", BV_HEADER_NO_MARKS },
  { "Kỷ luậc, kỷ cương", "TT4", BV_HEADER_LETTERS },
  { "Báo cáo định kỳ đầy đủ", "1.10", BV_HEADER_BEGINS },
  { "Chất lượng", NULL, BV_HEADER_UNCLEAR },
  { "Màu sắc", NULL, BV_HEADER_UNKNOWN },
};

static void
test_criteria_are_known_by_code_or_title (void)
{
  g_autoptr (GPtrArray) tree = fixture_read_criteria (criterion_lines);
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (tree);

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      BvHeaderMeaning meaning = bv_header_rules_read (rules, criteria[i].title);

      g_test_message ("%s: %s, %u", criteria[i].title,
                      meaning.criterion != NULL ? meaning.criterion->code : "", meaning.likeness);
      g_assert_cmpstr (meaning.criterion != NULL ? meaning.criterion->code : NULL, ==, criteria[i].code);
      g_assert_cmpint (meaning.reason, ==, criteria[i].reason);
    }
}

static void
test_what_was_learned_is_taken_first (void)
{
  g_autoptr (GPtrArray) tree = fixture_read_criteria (criterion_lines);
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (tree);

  g_assert_cmpuint (bv_header_rules_read (rules, "Màu sắc").likeness, ==, 0);
  bv_header_rules_learn (rules, "MÀU  SẮC", BV_INTAKE_FIELD_NOTE, NULL);
  g_assert_cmpint (bv_header_rules_read (rules, "Màu sắc").field, ==, BV_INTAKE_FIELD_NOTE);
  g_assert_cmpint (bv_header_rules_read (rules, "Màu sắc").reason, ==, BV_HEADER_LEARNED);
  bv_header_rules_learn (rules, "Chất lượng", BV_INTAKE_FIELD_NONE, "2.1");
  g_assert_cmpstr (bv_header_rules_read (rules, "chất lượng").criterion->code, ==, "2.1");
  /* A criterion that there is no more. */
  bv_header_rules_learn (rules, "Chất lượng", BV_INTAKE_FIELD_NONE, "9");
  g_assert_cmpstr (bv_header_rules_read (rules, "chất lượng").criterion->code, ==, "2.1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/header-title/titles-are-known-by-their-synonyms",
                   test_titles_are_known_by_their_synonyms);
  g_test_add_func ("/header-title/each-synonym-is-of-one-field", test_each_synonym_is_of_one_field);
  g_test_add_func ("/header-title/criteria-are-known-by-code-or-title",
                   test_criteria_are_known_by_code_or_title);
  g_test_add_func ("/header-title/what-was-learned-is-taken-first", test_what_was_learned_is_taken_first);
  return g_test_run ();
}
