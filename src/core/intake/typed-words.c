/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/typed-words.h"

#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lists of keys between bars. */
static const char nothing[] = "|-|--|---|–|—|−|.|..|...|…|/|_|";
static const char not_assigned[] = "|kg|k.g|không giao|ko giao|không được giao|không áp dụng|n/a|";
static const char yes[] = "|1|x|✓|✔|☑|☒|√|v|có|co|đ|đạt|dat|đúng|y|yes|true|";
static const char no[] = "|0|kđ|không đạt|k đạt|ko đạt|không|ko|khong|sai|☐|no|n|false|";

/* What people write for a choice, by its name in files. */
static const struct
{
  const char *name;
  const char *words;
} choice_words[] = {
  { "male", "|nam|ông|m|" },
  { "female", "|nữ|nu|bà|f|" },
  { "pending", "|chưa xem|chờ xử lý|chờ thẩm định|" },
  { "accepted", "|công nhận|chấp nhận|đồng ý|đạt|" },
  { "returned", "|trả lại|trả về|" },
  { "not-assigned", "|kg|không giao|không được giao|" },
  { "awaiting-publication", "|chờ công bố|" },
  { "rejected", "|không công nhận|từ chối|không chấp nhận|" },
  { "inside", "|trong|" },
  { "outside", "|ngoài|" },
};

static gboolean
is_listed (const char *list, const char *key)
{
  g_autofree char *wanted = g_strdup_printf ("|%s|", key);

  return *key != '\0' && strchr (key, '|') == NULL && strstr (list, wanted) != NULL;
}

/**
 * bv_typed_words_key:
 * @text: what stands in a cell
 *
 * Returns: (transfer full): it as the lists of words have it: in small letters, without a full stop or colon
 * at its end
 */
char *
bv_typed_words_key (const char *text)
{
  g_autofree char *key = bv_vietnamese_same_key (text);
  gsize length = strlen (key);

  while (length > 1 && strchr (".:;,", key[length - 1]) != NULL && g_unichar_isalpha (g_utf8_get_char (key)))
    key[--length] = '\0';
  return g_steal_pointer (&key);
}

/**
 * bv_typed_words_is_nothing:
 * @key: of bv_typed_words_key()
 *
 * Returns: whether it is what people write where there is nothing to write
 */
gboolean
bv_typed_words_is_nothing (const char *key)
{
  return *key == '\0' || is_listed (nothing, key) || strspn (key, ".") == strlen (key);
}

/**
 * bv_typed_words_is_not_assigned:
 * @key: of bv_typed_words_key()
 *
 * Returns: whether it says that the task was not given to the unit
 */
gboolean
bv_typed_words_is_not_assigned (const char *key)
{
  return is_listed (not_assigned, key);
}

/**
 * bv_typed_words_flag:
 * @key: of bv_typed_words_key()
 *
 * Returns: 1 for yes, 0 for no, %BV_NONE for neither
 */
gint64
bv_typed_words_flag (const char *key)
{
  if (is_listed (yes, key))
    return 1;
  return is_listed (no, key) ? 0 : BV_NONE;
}

static gboolean
is_title (const char *title, const char *key)
{
  g_autofree char *folded = bv_vietnamese_same_key (title);

  return g_str_equal (folded, key);
}

static gboolean
is_said (const BvChoice *choice, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (choice_words); i++)
    if (g_str_equal (choice_words[i].name, choice->name) && is_listed (choice_words[i].words, key))
      return TRUE;
  return is_title (choice->name, key) || is_title (choice->title, key) || is_title (_ (choice->title), key);
}

/**
 * bv_typed_words_choice:
 * @choices: those of a field
 * @key: of bv_typed_words_key()
 *
 * Returns: the one that is meant, by its name in files or by what it is called in either language; %BV_NONE:
 * none, or several
 */
gint64
bv_typed_words_choice (const BvChoice *choices, const char *key)
{
  gint64 found = BV_NONE;

  for (guint i = 0; choices[i].name != NULL; i++)
    {
      if (!is_said (&choices[i], key))
        continue;
      if (found != BV_NONE)
        return BV_NONE;
      found = i;
    }
  return found;
}
