/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/syllable.h"

#include <glib.h>

static const char *const syllables[]
  = { "a",      "Ủy",    "nghiêng", "nghĩa", "khuỷu", "quốc", "quyết", "giữ",   "gìn",
      "khoa",   "hoặc",  "thuở",    "xoong", "loòng", "Đặng", "yêu",   "yến",   "ngoài",
      "chuyện", "rượu",  "hươu",    "tuần",  "quý",   "Mỹ",   "xã",    "KHUYA", "loạng",
      "choạng", "ngoằn", "nguyễn",  "soạn",  "hóa",   "hoá",  "uống" };

static const char *const others[] = { "",  "b",   "Windows", "fax",    "zalo", "áá",        "nhaân",
                                      "©", "ngn", "strê",    "thàn h", "2021", "Pháp luật", "thànhx" };

static void
test_syllables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (syllables); i++)
    if (!bv_syllable_is_vietnamese (syllables[i]))
      g_error ("“%s” is a syllable", syllables[i]);
}

static void
test_others (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (bv_syllable_is_vietnamese (others[i]))
      g_error ("“%s” is no syllable", others[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syllable/consonants-vowels-consonants-and-a-tone", test_syllables);
  g_test_add_func ("/syllable/what-is-built-otherwise-is-none", test_others);
  return g_test_run ();
}
