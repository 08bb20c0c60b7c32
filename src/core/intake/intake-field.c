/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-field.h"

#include "core/text/vietnamese.h"

const BvIntakeFieldRow bv_intake_fields[BV_N_INTAKE_FIELDS] = {
  [BV_INTAKE_FIELD_NONE] = { "none", "" },
  [BV_INTAKE_FIELD_ORDINAL] = { "ordinal", "stt|tt|số tt|số thứ tự|thứ tự|no" },
  [BV_INTAKE_FIELD_CODE]
  = { "code", "mã|mã số|ký hiệu|mã đơn vị|mã đv|mã tiêu chí|mã tc|số hiệu|mã cơ quan|mã địa phương" },
  [BV_INTAKE_FIELD_UNIT]
  = { "unit",
      "đơn vị|tên đơn vị|tên cơ quan|cơ quan|cơ quan đơn vị|tên cơ quan đơn vị|tên tập thể|tập thể|đơn vị địa "
      "phương|địa phương|tên đơn vị địa phương|cơ quan đơn vị địa phương|tên cơ quan đơn vị địa phương|xã phường "
      "thị trấn|tên xã phường thị trấn|tên xã|xã phường|sở ban ngành|tên đv|đv|tên sở ban ngành|đơn vị được "
      "đánh giá|tập thể đề nghị|ubnd xã phường thị trấn" },
  [BV_INTAKE_FIELD_PARENT]
  = { "parent", "đơn vị cấp trên|cơ quan cấp trên|cơ quan chủ quản|huyện|thuộc huyện|cấp huyện|tên "
                "huyện|huyện thị xã thành phố|đơn vị chủ quản|trực thuộc|thuộc|huyện thị thành phố" },
  [BV_INTAKE_FIELD_PERSON]
  = { "person", "họ và tên|họ tên|họ và tên cá nhân|tên cá nhân|cá nhân|họ tên cá nhân|họ và "
                "tên cán bộ|ông bà|họ và chữ đệm|họ và tên ông bà|full name" },
  [BV_INTAKE_FIELD_NAME]
  = { "name",
      "tên|tập thể cá nhân|tên tập thể cá nhân|họ tên tập thể cá nhân|họ và tên tên đơn vị|tên "
      "đơn vị cá nhân|họ và tên tập thể cá nhân|tên tập thể cá nhân hộ gia đình|tên đơn vị họ và tên|tập thể và cá nhân" },
  [BV_INTAKE_FIELD_GENDER] = { "gender", "giới tính|phái|nam nữ|giới" },
  [BV_INTAKE_FIELD_MALE] = { "male", "nam|giới tính nam" },
  [BV_INTAKE_FIELD_FEMALE] = { "female", "nữ|giới tính nữ" },
  [BV_INTAKE_FIELD_BORN]
  = { "born", "ngày sinh|năm sinh|ngày tháng năm sinh|ngày năm sinh|sinh năm|ngày tháng năm "
              "sinh của cá nhân|sinh ngày" },
  [BV_INTAKE_FIELD_BORN_MALE] = { "born-male", "năm sinh nam|ngày sinh nam|ngày tháng năm sinh nam" },
  [BV_INTAKE_FIELD_BORN_FEMALE] = { "born-female", "năm sinh nữ|ngày sinh nữ|ngày tháng năm sinh nữ" },
  [BV_INTAKE_FIELD_POSITION]
  = { "position", "chức vụ|chức danh|chức vụ chức danh|chức danh chức vụ|chức vụ hiện nay|vị trí "
                  "công tác|công việc|chức vụ nghề nghiệp|chức vụ công việc" },
  [BV_INTAKE_FIELD_WORKPLACE]
  = { "workplace",
      "nơi công tác|đơn vị công tác|chức vụ đơn vị công tác|chức vụ nơi công tác|cơ quan công tác|chức vụ và đơn "
      "vị công tác|chức danh nơi công tác|chức vụ đơn vị|chức danh đơn vị công tác|chức vụ cơ quan đơn vị công "
      "tác|nơi công tác hiện nay|chức vụ và nơi công tác|phòng ban" },
  [BV_INTAKE_FIELD_OFFICE] = { "office", "lãnh đạo|là lãnh đạo|lãnh đạo quản lý|giữ chức vụ lãnh đạo" },
  [BV_INTAKE_FIELD_ACHIEVEMENT]
  = { "achievement",
      "thành tích|tóm tắt thành tích|tóm tắt thành tích đạt được|thành tích đạt được|thành tích nổi bật|tóm "
      "tắt|nội dung thành tích|tóm tắt thành tích nổi bật|lý do khen thưởng" },
  [BV_INTAKE_FIELD_CRITERION]
  = { "criterion",
      "tiêu chí|nội dung tiêu chí|tên tiêu chí|nội dung|nội dung đánh giá|tiêu chí đánh giá|tiêu chí thành "
      "phần|nội dung chấm điểm|tiêu chí tiêu chí thành phần|lĩnh vực tiêu chí|nội dung tiêu chí đánh giá" },
  [BV_INTAKE_FIELD_MAX]
  = { "max",
      "điểm tối đa|tối đa|điểm chuẩn|thang điểm|điểm quy định|điểm max|điểm tối đa theo quy định|barem điểm" },
  [BV_INTAKE_FIELD_SELF]
  = { "self", "điểm tự chấm|tự chấm|điểm tự đánh giá|tự đánh giá|đơn vị tự chấm|điểm đơn vị tự "
              "chấm|điểm tự chấm của đơn vị|điểm đơn vị tự đánh giá|điểm do đơn vị tự chấm|tự chấm điểm" },
  [BV_INTAKE_FIELD_VERIFIED]
  = { "verified",
      "điểm thẩm định|thẩm định|điểm cơ quan thẩm định|hội đồng thẩm định|điểm hội đồng thẩm định|điểm huyện "
      "chấm|điểm ubnd huyện chấm|điểm tổ thẩm định|kết quả thẩm định|điểm sau thẩm định" },
  [BV_INTAKE_FIELD_FINAL]
  = { "final", "điểm chính thức|điểm quyết định|điểm cuối cùng|điểm kết luận|điểm chốt" },
  [BV_INTAKE_FIELD_SCORE] = { "score", "điểm|số điểm|điểm số|điểm đạt|điểm đạt được|kết quả điểm|điểm chấm" },
  [BV_INTAKE_FIELD_TOTAL]
  = { "total", "tổng điểm|tổng số điểm|tổng cộng|tổng|cộng|cộng điểm|tổng cộng điểm" },
  [BV_INTAKE_FIELD_RANK]
  = { "rank",
      "xếp hạng|hạng|thứ hạng|xếp thứ|vị thứ|xếp hạng của huyện|xếp loại|thứ tự xếp hạng|hạng của huyện" },
  [BV_INTAKE_FIELD_EVIDENCE]
  = { "evidence",
      "tài liệu minh chứng|minh chứng|tài liệu kiểm chứng|tài liệu|tài liệu chứng minh|hồ sơ minh chứng|văn "
      "bản minh chứng|tài liệu kèm theo|số ký hiệu văn bản|tên tệp minh chứng" },
  [BV_INTAKE_FIELD_EXPLANATION]
  = { "explanation", "giải trình|thuyết minh|diễn giải|lý do|giải trình của đơn vị|nội dung "
                     "giải trình|giải trình lý do|thuyết minh kết quả" },
  [BV_INTAKE_FIELD_NOTE] = { "note", "ghi chú|chú thích|ý kiến khác|ghi chú khác" },
  [BV_INTAKE_FIELD_DECISION]
  = { "decision",
      "số quyết định|quyết định|quyết định số|số qđ|qđ số|số quyết định khen thưởng|số ngày quyết định|số và "
      "ngày quyết định" },
  [BV_INTAKE_FIELD_DATE]
  = { "date", "ngày quyết định|ngày ký|ngày ban hành|ngày tháng quyết định|ngày qđ|ngày nhận|ngày" },
  [BV_INTAKE_FIELD_AWARD]
  = { "award",
      "danh hiệu|hình thức khen thưởng|danh hiệu hình thức khen thưởng|danh hiệu thi đua|hình thức đề nghị|hình "
      "thức khen|đề nghị khen thưởng|hình thức khen thưởng đề nghị|danh hiệu thi đua hình thức khen thưởng|khen thưởng" },
  [BV_INTAKE_FIELD_INITIATIVE]
  = { "initiative", "sáng kiến|tên sáng kiến|sáng kiến đề tài|đề tài sáng kiến|tên đề tài sáng kiến" },
  [BV_INTAKE_FIELD_GROUP] = { "group", "khối|cụm|khối thi đua|cụm khối|cụm khối thi đua|nhóm|nguồn xét" },
  [BV_INTAKE_FIELD_EMAIL] = { "email", "email|thư điện tử|e mail|địa chỉ email" },
  [BV_INTAKE_FIELD_PHONE] = { "phone", "điện thoại|số điện thoại|sđt|đt|di động|điện thoại liên hệ" },
  [BV_INTAKE_FIELD_IDENTITY]
  = { "identity",
      "cccd|số cccd|cmnd|số cmnd|căn cước công dân|số căn cước công dân|số căn cước|số định danh|số cmnd cccd|cmnd cccd" },
  [BV_INTAKE_FIELD_KIND]
  = { "kind",
      "phân loại khen thưởng|đối tượng khen thưởng|loại đối tượng|tập thể hay cá nhân|loại hình khen thưởng" },
  [BV_INTAKE_FIELD_OTHER]
  = { "other",
      "đơn vị tính|đvt|đơn vị chủ trì|đơn vị phối hợp|thời gian hoàn thành|dân tộc|tôn giáo|quê quán|trình độ "
      "chuyên môn|trình độ|đảng viên|ngày vào đảng|ký tên|chữ ký|đơn vị thẩm định|cơ quan thẩm định|cách chấm|hướng dẫn "
      "chấm|địa chỉ|lý do chưa nhận|tên gọi|phân loại đối tượng|lĩnh vực hoạt động|lĩnh vực|mã phân loại|mã danh "
      "hiệu thi đua|mã lĩnh vực hoạt động" },
};

/**
 * bv_intake_field_key:
 * @title: the title of a column
 *
 * Returns: (transfer full): its words in small letters with one space between them
 */
char *
bv_intake_field_key (const char *title)
{
  g_autofree char *lower = NULL;
  g_autofree char *normal = bv_vietnamese_normalize_tones (title);
  GString *key = g_string_new (NULL);

  lower = bv_vietnamese_lower (normal);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (key, c);
      else if (g_unichar_type (c) != G_UNICODE_FORMAT && c != 0xad && key->len > 0
               && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

/**
 * bv_intake_field_parse:
 * @name: the name of a field, as what is learned has it
 *
 * Returns: the field; %BV_INTAKE_FIELD_NONE: there is none of that name
 */
BvIntakeField
bv_intake_field_parse (const char *name)
{
  for (BvIntakeField field = 0; field < BV_N_INTAKE_FIELDS; field++)
    if (g_str_equal (bv_intake_fields[field].name, name))
      return field;
  return BV_INTAKE_FIELD_NONE;
}
