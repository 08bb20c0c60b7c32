/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/names.h"

#include <glib.h>
#include <string.h>

/* The units of An Giang by parent and type: those of 2021, then those since 1 July 2025. */
static const struct
{
  const char *parent;
  const char *type;
  const char *names;
} siblings[] = {
  { "Tỉnh An Giang", "Thành phố", "Long Xuyên|Châu Đốc" },
  { "Thành phố Long Xuyên", "Phường",
    "Mỹ Bình|Mỹ Long|Đông Xuyên|Mỹ Xuyên|Bình Đức|Bình Khánh|Mỹ Phước|Mỹ Quý|Mỹ Thới|"
    "Mỹ Thạnh|Mỹ Hòa" },
  { "Thành phố Long Xuyên", "Xã", "Mỹ Khánh|Mỹ Hoà Hưng" },
  { "Thành phố Châu Đốc", "Phường", "Châu Phú B|Châu Phú A|Vĩnh Mỹ|Núi Sam|Vĩnh Ngươn" },
  { "Thành phố Châu Đốc", "Xã", "Vĩnh Tế|Vĩnh Châu" },
  { "Tỉnh An Giang", "Huyện", "An Phú|Phú Tân|Châu Phú|Tịnh Biên|Tri Tôn|Châu Thành|Chợ Mới|Thoại Sơn" },
  { "Huyện An Phú", "Thị trấn", "An Phú|Long Bình" },
  { "Huyện An Phú", "Xã",
    "Khánh An|Khánh Bình|Quốc Thái|Nhơn Hội|Phú Hữu|Phú Hội|Phước Hưng|Vĩnh Lộc|Vĩnh Hậu|"
    "Vĩnh Trường|Vĩnh Hội Đông|Đa Phước" },
  { "Tỉnh An Giang", "Thị xã", "Tân Châu" },
  { "Thị xã Tân Châu", "Phường", "Long Thạnh|Long Hưng|Long Châu|Long Phú|Long Sơn" },
  { "Thị xã Tân Châu", "Xã",
    "Phú Lộc|Vĩnh Xương|Vĩnh Hòa|Tân Thạnh|Tân An|Long An|Châu Phong|Phú Vĩnh|Lê Chánh" },
  { "Huyện Phú Tân", "Thị trấn", "Phú Mỹ|Chợ Vàm" },
  { "Huyện Phú Tân", "Xã",
    "Long Hoà|Phú Long|Phú Lâm|Phú Hiệp|Phú Thạnh|Hoà Lạc|Phú Thành|Phú An|Phú Xuân|"
    "Hiệp Xương|Phú Bình|Phú Thọ|Phú Hưng|Bình Thạnh Đông|Tân Hòa|Tân Trung" },
  { "Huyện Châu Phú", "Thị trấn", "Cái Dầu|Vĩnh Thạnh Trung" },
  { "Huyện Châu Phú", "Xã",
    "Khánh Hòa|Mỹ Đức|Mỹ Phú|Ô Long Vỹ|Thạnh Mỹ Tây|Bình Long|Bình Mỹ|Bình Thủy|"
    "Đào Hữu Cảnh|Bình Phú|Bình Chánh" },
  { "Huyện Tịnh Biên", "Thị trấn", "Nhà Bàng|Chi Lăng|Tịnh Biên" },
  { "Huyện Tịnh Biên", "Xã",
    "Núi Voi|Nhơn Hưng|An Phú|Thới Sơn|Văn Giáo|An Cư|An Nông|Vĩnh Trung|Tân Lợi|An Hảo|"
    "Tân Lập" },
  { "Huyện Tri Tôn", "Thị trấn", "Tri Tôn|Ba Chúc|Cô Tô" },
  { "Huyện Tri Tôn", "Xã",
    "Lạc Quới|Lê Trì|Vĩnh Gia|Vĩnh Phước|Châu Lăng|Lương Phi|Lương An Trà|Tà Đảnh|Núi Tô|"
    "An Tức|Tân Tuyến|Ô Lâm" },
  { "Huyện Châu Thành", "Thị trấn", "An Châu|Vĩnh Bình" },
  { "Huyện Châu Thành", "Xã",
    "An Hòa|Cần Đăng|Vĩnh Hanh|Bình Thạnh|Bình Hòa|Vĩnh An|Hòa Bình Thạnh|Vĩnh Lợi|"
    "Vĩnh Nhuận|Tân Phú|Vĩnh Thành" },
  { "Huyện Chợ Mới", "Thị trấn", "Chợ Mới|Mỹ Luông" },
  { "Huyện Chợ Mới", "Xã",
    "Kiến An|Mỹ Hội Đông|Long Điền A|Tấn Mỹ|Long Điền B|Kiến Thành|Mỹ Hiệp|Mỹ An|Nhơn Mỹ|"
    "Long Giang|Long Kiến|Bình Phước Xuân|An Thạnh Trung|Hội An|Hòa Bình|Hòa An" },
  { "Huyện Thoại Sơn", "Thị trấn", "Núi Sập|Phú Hoà|Óc Eo" },
  { "Huyện Thoại Sơn", "Xã",
    "Tây Phú|An Bình|Vĩnh Phú|Vĩnh Trạch|Phú Thuận|Vĩnh Chánh|Định Mỹ|Định Thành|"
    "Mỹ Phú Đông|Vọng Đông|Vĩnh Khánh|Thoại Giang|Bình Thành|Vọng Thê" },
  { "Tỉnh An Giang, 2025", "Xã",
    "Mỹ Hòa Hưng|An Phú|Vĩnh Hậu|Nhơn Hội|Khánh Bình|Phú Hữu|Tân An|Châu Phong|"
    "Vĩnh Xương|Phú Tân|Phú An|Bình Thạnh Đông|Chợ Vàm|Hòa Lạc|Phú Lâm|Châu Phú|Mỹ Đức|"
    "Vĩnh Thạnh Trung|Bình Mỹ|Thạnh Mỹ Tây|An Cư|Núi Cấm|Ba Chúc|Tri Tôn|Ô Lâm|Cô Tô|"
    "Vĩnh Gia|An Châu|Bình Hòa|Cần Đăng|Vĩnh Hanh|Vĩnh An|Chợ Mới|Cù Lao Giêng|Hội An|"
    "Long Điền|Nhơn Mỹ|Long Kiến|Thoại Sơn|Óc Eo|Định Mỹ|Phú Hòa|Vĩnh Trạch|Tây Phú|"
    "Vĩnh Bình|Vĩnh Thuận|Vĩnh Phong|Vĩnh Hòa|U Minh Thượng|Đông Hòa|Tân Thạnh|Đông Hưng|"
    "An Minh|Vân Khánh|Tây Yên|Đông Thái|An Biên|Định Hòa|Gò Quao|Vĩnh Hòa Hưng|Vĩnh Tuy|"
    "Giồng Riềng|Thạnh Hưng|Long Thạnh|Hòa Hưng|Ngọc Chúc|Hòa Thuận|Tân Hội|Tân Hiệp|"
    "Thạnh Đông|Thạnh Lộc|Châu Thành|Bình An|Hòn Đất|Sơn Kiên|Mỹ Thuận|Bình Sơn|"
    "Bình Giang|Giang Thành|Vĩnh Điều|Hòa Điền|Kiên Lương|Sơn Hải|Hòn Nghệ|Tiên Hải" },
  { "Tỉnh An Giang, 2025", "Phường",
    "Long Xuyên|Bình Đức|Mỹ Thới|Châu Đốc|Vĩnh Tế|Tân Châu|Long Phú|Tịnh Biên|Thới Sơn|"
    "Chi Lăng|Vĩnh Thông|Rạch Giá|Hà Tiên|Tô Châu" },
  { "Tỉnh An Giang, 2025", "Đặc khu", "Kiên Hải|Phú Quốc|Thổ Châu" },
};

static const char agencies[]
  = "Văn phòng Ủy ban nhân dân tỉnh|Sở Nội vụ|Sở Tư pháp|Sở Tài chính|"
    "Sở Kế hoạch và Đầu tư|Sở Nông nghiệp và Phát triển nông thôn|Sở Công Thương|"
    "Sở Giao thông vận tải|Sở Xây dựng|Sở Tài nguyên và Môi trường|"
    "Sở Thông tin và Truyền thông|Sở Lao động - Thương binh và Xã hội|"
    "Sở Văn hóa, Thể thao và Du lịch|Sở Khoa học và Công nghệ|Sở Giáo dục và Đào tạo|"
    "Sở Y tế|Sở Ngoại vụ|Thanh tra tỉnh|Ban Dân tộc|Ban Quản lý Khu kinh tế|Công an tỉnh|"
    "Bộ Chỉ huy Quân sự tỉnh|Cục Thuế tỉnh|Bảo hiểm xã hội tỉnh|"
    "Kho bạc Nhà nước An Giang|Cục Hải quan tỉnh|Cục Thống kê tỉnh|"
    "Ngân hàng Nhà nước chi nhánh tỉnh An Giang";

static const char *const different[][2] = {
  { "Vĩnh Ngươn", "Vĩnh Nguơn" },
  { "Ô Long Vỹ", "Ô Long Vĩ" },
  { "Mỹ Quý", "Mỹ Quí" },
  { "Châu Phú A", "Châu Phú B" },
  { "Vĩnh Hanh", "Vĩnh Hạnh" },
  { "An Phú", "Xã An Phú" },
  { "H. An Phú", "X. An Phú" },
  { "Thị trấn An Phú", "Xã An Phú" },
  { "Hòa An", "Hóa An" },
  { "Tân An", "Tấn An" },
  { "Sở Nội vụ", "Phòng Nội vụ" },
  { "Định Mỹ", "Đinh Mỹ" },
  { "Đa Phước", "Da Phước" },
  { "Phường 1", "Phường 11" },
  { "Châu P Hội", "Châu Phường Hội" },
  { "An Giang", "" },
};

static const char *const same[][2] = {
  { "Mỹ Hoà Hưng", "Mỹ Hòa Hưng" },
  { "MỸ HOÀ HƯNG", "mỹ hòa hưng" },
  { "Xã Mỹ Hoà Hưng", "X. Mỹ Hòa Hưng" },
  { "X.Mỹ Hòa Hưng", "UBND xã Mỹ Hòa Hưng" },
  { "X Mỹ Hòa Hưng", "Xã Mỹ Hòa Hưng" },
  { "UBND X Mỹ Hòa Hưng", "Xã Mỹ Hòa Hưng" },
  { "Uỷ ban nhân dân huyện Phú Tân", "Huyện Phú Tân" },
  { "Ủy Ban Nhân Dân huyện Phú Tân", "H.Phú Tân" },
  { "U.B.N.D. huyện Phú Tân", "H. Phú Tân" },
  { "UBND TP. Long Xuyên", "Thành phố Long Xuyên" },
  { "TP Long Xuyên", "Thành phố Long Xuyên" },
  { "TP.Long Xuyên", "Thành phố Long Xuyên" },
  { "T.P Long Xuyên", "Thành phố Long Xuyên" },
  { "T.P. Long  Xuyên ", "Thành phố Long Xuyên" },
  { "Tx. Tân Châu", "Thị xã Tân Châu" },
  { "TT. Óc Eo", "Thị trấn Óc Eo" },
  { "P. Mỹ Quý", "Phường Mỹ Quý" },
  { "P.Châu Phú A, TP.Châu Đốc", "Phường Châu Phú A - Thành phố Châu Đốc" },
  { "Q. Ninh Kiều", "Quận Ninh Kiều" },
  { "Văn phòng UBND tỉnh", "Văn phòng Uỷ ban nhân dân Tỉnh" },
  { "Sở Lao động - Thương binh và Xã hội", "Sở Lao động-Thương binh và Xã hội" },
  { "Sở Lao động – Thương binh & Xã hội", "SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI" },
  { "Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa Thể thao và Du lịch" },
  { "My\u0303 Ho\u0300a Hu\u031bng", "Mỹ Hòa Hưng" },
  { "Ðịnh Mỹ", "Định Mỹ" },
  { "\u200bSở\u00a0Y tế.", "Sở Y tế" },
};

static void
check_order (const char *const *names, guint count)
{
  for (guint i = 0; i < count; i++)
    for (guint j = i + 1; j < count; j++)
      {
        g_autofree char *before = bv_name_key (names[i]);
        g_autofree char *after = bv_name_key (names[j]);

        if (strcmp (before, after) >= 0)
          g_error ("%s does not come before %s", names[i], names[j]);
      }
}

static void
test_given (void)
{
  static const char *const names[] = {
    "An",
    "Chau An",
    "Lê Văn An",
    "Nguyễn An",
    "Nguyễn Hữu An",
    "Nguyễn Thị An",
    "Nguyễn Thị Bích An",
    "Nguyễn Thị Ngọc An",
    "Nguyễn Văn An",
    "Nguyện Văn An",
    "Trần An",
    "Lê Anh",
    "Đặng Thị Ánh",
    "Lê Thị Ánh",
    "Trần Thị Ánh",
    "Đỗ Ánh-Tuyết",
    "Phạm Văn Bằng",
    "Lê Thị Diệu",
    "Lê Thị Đào",
    "Nguyễn Hòa",
    "Nguyễn Văn Hoà",
    "Trần Thị Hòa",
    "Lê Hóa",
  };

  check_order (names, G_N_ELEMENTS (names));
}

static void
test_peoples (void)
{
  static const char *const names[]
    = { "Chau Sóc Kha", "Neáng Kim Ky", "Y Moan", "Mohamad", "Néang Rôs", "Neáng Srey", "H'Hen Niê" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = bv_name_key (names[i]);

      g_assert_true (g_str_has_suffix (key, names[i]));
    }
}

static void
test_peoples_order (void)
{
  static const char *const names[]
    = { "Chau Kha", "Chau Sóc Kha", "Mohamad", "Ali Mohamad", "H'Hen Niê", "Neáng Srey" };

  check_order (names, G_N_ELEMENTS (names));
}

static void
test_spaces (void)
{
  g_autofree char *plain = bv_name_key ("Lê Văn An");
  g_autofree char *spaced = bv_name_key (" Lê  Văn\tAn ");
  const char *tie = strchr (plain, '!');

  g_assert_nonnull (tie);
  g_assert_cmpint (strncmp (plain, spaced, tie - plain + 1), ==, 0);
}

static void
test_empty (void)
{
  g_autofree char *empty = bv_name_key ("");
  g_autofree char *blank = bv_name_key (" \n");
  g_autofree char *name = bv_name_key ("A");
  g_autofree char *broken = bv_name_key ("Lê \xff");
  g_autofree char *unit = bv_unit_name_key (" - ");

  g_assert_cmpint (strcmp (empty, blank), <, 0);
  g_assert_cmpint (strcmp (blank, name), <, 0);
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_cmpstr (unit, ==, "");
}

static void
test_unit_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = bv_unit_name_key (same[i][0]);
      g_autofree char *b = bv_unit_name_key (same[i][1]);

      g_assert_cmpstr (a, ==, b);
      g_assert_true (bv_unit_name_equal (same[i][0], same[i][1]));
    }
}

static void
test_unit_different (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *a = bv_unit_name_key (different[i][0]);
      g_autofree char *b = bv_unit_name_key (different[i][1]);

      g_assert_cmpstr (a, !=, b);
      g_assert_false (bv_unit_name_equal (different[i][0], different[i][1]));
    }
}

static void
test_unit_key (void)
{
  g_autofree char *key = bv_unit_name_key ("UBND TP. Long-Xuyên");
  g_autofree char *committee = bv_unit_name_key ("UBND");

  g_assert_cmpstr (key, ==, "thành phố long xuyên");
  g_assert_cmpstr (committee, ==, "ủy ban nhân dân");
}

static void
check_distinct (const char *prefix, const char *names)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *full = g_strconcat (prefix, list[i], NULL);
      char *key = bv_unit_name_key (full);

      if (!g_hash_table_add (keys, key))
        g_error ("%s has the key of another unit", full);
    }
}

static void
test_registry (void)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (siblings); i++)
    {
      g_autofree char *type = g_strconcat (siblings[i].type, " ", NULL);

      check_distinct ("", siblings[i].names);
      check_distinct (type, siblings[i].names);
      for (const char *p = siblings[i].names; p != NULL; p = strchr (p + 1, '|'))
        count++;
    }
  check_distinct ("", agencies);
  g_assert_cmpuint (count, ==, 167 + 102);
}

static void
test_registry_types (void)
{
  static const char *const types[][2]
    = { { "Thành phố", "TP. " }, { "Thị xã", "TX." },  { "Thị trấn", "TT " },
        { "Phường", "P." },      { "Xã", "UBND X. " }, { "Huyện", "UBND huyện " } };

  for (guint i = 0; i < G_N_ELEMENTS (siblings); i++)
    for (guint d = 0; d < G_N_ELEMENTS (types); d++)
      {
        g_auto (GStrv) list = g_strsplit (siblings[i].names, "|", -1);

        for (guint n = 0; list[n] != NULL && g_str_equal (siblings[i].type, types[d][0]); n++)
          {
            g_autofree char *full = g_strconcat (siblings[i].type, " ", list[n], NULL);
            g_autofree char *typed = g_strconcat (types[d][1], list[n], NULL);
            g_autofree char *upper = g_utf8_strup (typed, -1);

            g_assert_true (bv_unit_name_equal (full, typed));
            g_assert_true (bv_unit_name_equal (full, upper));
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/given-then-family-then-middle", test_given);
  g_test_add_func ("/names/names-of-other-peoples-are-not-repaired", test_peoples);
  g_test_add_func ("/names/names-of-other-peoples-sort-by-the-same-rule", test_peoples_order);
  g_test_add_func ("/names/spare-spaces-do-not-count", test_spaces);
  g_test_add_func ("/names/empty-and-broken-names-have-keys", test_empty);
  g_test_add_func ("/names/unit-names-written-differently-are-equal", test_unit_same);
  g_test_add_func ("/names/names-of-different-units-are-not-equal", test_unit_different);
  g_test_add_func ("/names/a-unit-key-is-readable", test_unit_key);
  g_test_add_func ("/names/no-two-siblings-of-the-registry-share-a-key", test_registry);
  g_test_add_func ("/names/every-unit-is-found-by-its-abbreviated-name", test_registry_types);
  return g_test_run ();
}
