/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-words.h"

#include "core/intake/intake-field.h"

#include <string.h>

/* Lists of beginnings, whole words each. */
static const char *const totals[] = { "tổng cộng", "tổng số", "tổng điểm", "cộng chung", "total" };
static const char *const signatures[] = {
  "người lập", "tm",       "t m",          "kt",         "k t",
  "thay mặt",  "nơi nhận", "xác nhận của", "thủ trưởng", "người tổng hợp",
  "người ký",  "ký tên",   "ký ghi rõ",    "đã ký",      "ký và ghi rõ",
  "lưu vt",    "như trên", "cán bộ lập",   "q giám đốc",
};
/* These sign as well, where nothing stands behind them. */
static const char *const signers[]
  = { "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "trưởng phòng", "chánh văn phòng" };
static const char *const notes[]
  = { "ghi chú", "lưu ý", "chú ý", "hướng dẫn", "cách ghi", "chú thích", "đề nghị các đơn vị" };
static const char *const samples[] = { "ví dụ", "vd", "thí dụ", "dòng mẫu", "minh họa", "example" };
static const char *const guides[] = { "hướng dẫn", "huong dan", "ví dụ",    "vi du",   "mẫu",  "mau",
                                      "minh họa",  "danh mục",  "danh muc", "ghi chú", "guide" };
static const char *const double_types[]
  = { "thị trấn", "thị xã", "thành phố", "đặc khu", "đơn vị", "cơ quan", "công ty" };
static const char *const units[] = {
  "ubnd",       "ủy ban",      "sở",
  "phòng",      "ban",         "trường",
  "trung tâm",  "chi cục",     "cục",
  "công ty",    "văn phòng",   "tập thể",
  "hội",        "đảng ủy",     "đảng bộ",
  "chi bộ",     "hđnd",        "xã",
  "phường",     "huyện",       "thị trấn",
  "thị xã",     "thành phố",   "tp",
  "tỉnh",       "đặc khu",     "chi nhánh",
  "bệnh viện",  "trạm y tế",   "đội",
  "tổ",         "khoa",        "viện",
  "bộ chỉ huy", "ban chỉ huy", "công an",
  "kho bạc",    "ngân hàng",   "thanh tra",
  "bảo hiểm",   "mặt trận",    "liên đoàn",
  "nhà máy",    "hợp tác xã",  "đoàn thanh niên",
  "đoàn tncs",  "tỉnh đoàn",   "huyện đoàn",
  "đài phát",   "đài truyền",  "cơ quan",
  "đơn vị",     "chi đoàn",    "nhân dân và cán bộ",
  "khối",       "tx",          "tt",
};

#define NUMBERING_MOST 14 /* bytes of a text that numbers a column */

static gboolean
begins_with (const char *key, const char *const *beginnings, guint n_beginnings)
{
  for (guint i = 0; i < n_beginnings; i++)
    {
      gsize length = strlen (beginnings[i]);

      if (g_str_has_prefix (key, beginnings[i]) && (key[length] == ' ' || key[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

#define BEGINS_WITH(key, list) begins_with (key, list, G_N_ELEMENTS (list))

/**
 * bv_intake_words_are_total:
 * @key: a text
 *
 * Returns: whether it heads a sum; xã Cộng Hòa is none
 */
gboolean
bv_intake_words_are_total (const char *key)
{
  return BEGINS_WITH (key, totals) || g_str_equal (key, "cộng") || g_str_equal (key, "tổng");
}

static gboolean
is_place_and_day (const char *key)
{
  const char *day = strstr (key, "ngày");
  const char *month = day != NULL ? strstr (day, "tháng") : NULL;

  return month != NULL && strstr (month, "năm") != NULL && strlen (key) < 90;
}

/**
 * bv_intake_words_are_signature:
 * @key: a text
 *
 * Returns: whether it stands where a document is signed
 */
gboolean
bv_intake_words_are_signature (const char *key)
{
  if (BEGINS_WITH (key, signatures) || is_place_and_day (key))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (signers); i++)
    if (g_str_equal (key, signers[i]))
      return TRUE;
  return FALSE;
}

/**
 * bv_intake_words_are_note:
 * @key: a text
 *
 * Returns: whether it tells something to whoever fills the table in
 */
gboolean
bv_intake_words_are_note (const char *key)
{
  return BEGINS_WITH (key, notes);
}

/**
 * bv_intake_words_are_sample:
 * @key: a text
 *
 * Returns: whether it says that what follows is an example
 */
gboolean
bv_intake_words_are_sample (const char *key)
{
  return BEGINS_WITH (key, samples) || g_str_equal (key, "mẫu");
}

/**
 * bv_intake_words_are_guide:
 * @key: the name of a table
 *
 * Returns: whether it is called as tables are that nobody fills in
 */
gboolean
bv_intake_words_are_guide (const char *key)
{
  return BEGINS_WITH (key, guides);
}

/**
 * bv_intake_words_are_unit:
 * @key: the name of a unit or a person
 *
 * Returns: whether it begins as those of units do
 */
gboolean
bv_intake_words_are_unit (const char *key)
{
  return BEGINS_WITH (key, units);
}

/**
 * bv_intake_words_are_invented:
 * @key: the name of a unit or a person
 *
 * Returns: whether it is a name of examples: Nguyễn Văn A, xã X; Châu Phú A is none
 */
gboolean
bv_intake_words_are_invented (const char *key)
{
  const char *last = strrchr (key, ' ');
  g_auto (GStrv) words = NULL;
  guint n;

  if (last == NULL || strlen (last) != 2 || strchr ("abcdxz", last[1]) == NULL)
    return FALSE;
  words = g_strsplit (key, " ", -1);
  n = g_strv_length (words);
  if (!bv_intake_words_are_unit (key))
    return n == 3 && (g_str_equal (words[1], "văn") || g_str_equal (words[1], "thị"));
  return n == 2 || (n == 3 && (g_str_equal (words[0], "ubnd") || BEGINS_WITH (key, double_types)));
}

/**
 * bv_intake_words_are_numeral:
 * @key: a text
 *
 * Returns: whether it is a number as headings have it: I, IV, A; rows have 1, 2, 3
 */
gboolean
bv_intake_words_are_numeral (const char *key)
{
  gsize length = strlen (key);

  return length > 0 && ((length == 1 && strchr ("abcdeg", *key) != NULL) || strspn (key, "ivx") == length);
}

/**
 * bv_intake_words_number_columns:
 * @cells: (element-type BvIntakeCell): those of a row
 *
 * Returns: whether all they do is to count columns: 1, 2, 3; (1), (2); A, B, 1, 2, 3=1+2
 */
gboolean
bv_intake_words_number_columns (const GArray *cells)
{
  guint expected = 1;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *text = g_array_index (cells, BvIntakeCell, i).text;
      gsize length = strlen (text);

      text += strspn (text, " (");
      if (length > NUMBERING_MOST || strspn (text, "0123456789()=+-*/,. ABCDEG") != strlen (text))
        return FALSE;
      if (g_ascii_isdigit (*text) && g_ascii_strtoull (text, NULL, 10) != expected++)
        return FALSE;
    }
  return expected > 2 && cells->len > 2;
}
