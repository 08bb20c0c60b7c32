/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-phrase.h"

#include "core/text/names.h"
#include "core/text/tidy.h"

#include <string.h>

/* What territories are, as keys have it; a longer one stands before what it begins with. */
static const char *const types[] = {
  "thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã",
};

/* What may stand between a unit and what it is under. */
static const char *const links[] = { " ủy ban nhân dân", " trực thuộc", " thuộc", " của" };

/* The same as bv_vietnamese_fold() writes them. */
static const char *const folded_types[] = {
  "thanh pho", "thi xa", "thi tran", "dac khu", "tinh", "huyen", "quan", "phuong", "xa",
};

static gsize
word_length (const char *key, const char *word)
{
  gsize length = strlen (word);

  return g_str_has_prefix (key, word) && (key[length] == ' ' || key[length] == '\0') ? length : 0;
}

static gsize
find_length (const char *key, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (word_length (key, words[i]) > 0)
      return strlen (words[i]);
  return 0;
}

static gsize
type_length (const char *key)
{
  return find_length (key, types, G_N_ELEMENTS (types));
}

/**
 * bv_unit_phrase_skip_type:
 * @key: a key of bv_unit_name_key()
 *
 * Returns: (transfer none): the name behind the type of a territory (`bình hòa` of `xã bình hòa`); @key
 * itself where it has none or nothing else
 */
const char *
bv_unit_phrase_skip_type (const char *key)
{
  gsize length = type_length (key);

  return length > 0 && key[length] == ' ' ? key + length + 1 : key;
}

/**
 * bv_unit_phrase_skip_folded:
 * @folded: a key of bv_unit_name_key() as bv_vietnamese_fold() writes it, of a text that may have had no
 * marks
 *
 * Returns: (transfer none): the name behind the committee and the type; @folded itself where it has neither
 */
const char *
bv_unit_phrase_skip_folded (const char *folded)
{
  const char *start
    = g_str_has_prefix (folded, "uy ban nhan dan ") ? folded + strlen ("uy ban nhan dan ") : folded;
  gsize length = find_length (start, folded_types, G_N_ELEMENTS (folded_types));

  return length > 0 && start[length] == ' ' ? start + length + 1 : start;
}

/* X., H., P. and Q. are types of units. */
static gboolean
is_numeral (const char *text, gsize length)
{
  gboolean digits = strspn (text, "0123456789") == length && length <= 3;
  gboolean roman = strspn (text, "IVX") == length && !(length == 1 && *text == 'X');
  gboolean letter = length == 1 && strchr ("ABCDEGabcdeg", *text) != NULL;

  return length > 0 && (digits || roman || letter);
}

/* The length of `12.` or `IV)` at the beginning of @line; 0: it has no number. Without a blank behind it only
 * digits are one: V.P. is none. */
static gsize
number_length (const char *line)
{
  gsize length = strcspn (line, " .)/");
  const char *rest = line + length;

  if (*rest == '\0' || *rest == ' ' || !is_numeral (line, length))
    return 0;
  return rest[1] == ' ' || (g_ascii_isdigit (*line) && *rest != '/' && !g_ascii_isdigit (rest[1]))
           ? length + 1
           : 0;
}

static gboolean
is_bullet (gunichar c)
{
  return c == '-' || c == '+' || c == '*' || c == ' ' || c == 0x2013 || c == 0x2022;
}

/**
 * bv_unit_phrase_drop_number:
 * @text: a text of a list
 *
 * Returns: (transfer full): @text without the number or the dash that a line of a list begins with
 */
char *
bv_unit_phrase_drop_number (const char *text)
{
  g_autofree char *line = bv_tidy_line (text);
  const char *start = line + number_length (line);

  while (is_bullet (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return g_strdup (*start != '\0' ? start : line);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014;
}

/* How far marks part, where types do as well. */
static BvUnitSplit
marks_of (BvUnitSplit split)
{
  static const BvUnitSplit marks[] = {
    [BV_UNIT_SPLIT_TYPES - BV_UNIT_SPLIT_TYPES] = BV_UNIT_SPLIT_NOT,
    [BV_UNIT_SPLIT_COMMAS_TYPES - BV_UNIT_SPLIT_TYPES] = BV_UNIT_SPLIT_COMMAS,
    [BV_UNIT_SPLIT_DASHES_TYPES - BV_UNIT_SPLIT_TYPES] = BV_UNIT_SPLIT_DASHES,
    [BV_UNIT_SPLIT_HYPHENS_TYPES - BV_UNIT_SPLIT_TYPES] = BV_UNIT_SPLIT_HYPHENS,
  };

  return split >= BV_UNIT_SPLIT_TYPES ? marks[split - BV_UNIT_SPLIT_TYPES] : split;
}

/* Whether the character at @p parts what stands around it. */
static gboolean
parts_here (const char *line, const char *p, BvUnitSplit split)
{
  gunichar c = g_utf8_get_char (p);

  if (c == '(' || c == ')' || c == '[' || c == ']')
    return split >= BV_UNIT_SPLIT_BRACKETS;
  if (c == ',' || c == ';' || c == '|' || c == '/' || c == ':' || c == '\n')
    return split >= BV_UNIT_SPLIT_COMMAS;
  if (!is_dash (c))
    return FALSE;
  if (split == BV_UNIT_SPLIT_DASHES)
    return p > line && p[-1] == ' ' && *g_utf8_next_char (p) == ' ';
  return split == BV_UNIT_SPLIT_HYPHENS;
}

static void
add_key (GPtrArray *parts, const char *start, gsize length)
{
  g_autofree char *key = g_strndup (start, length);

  g_strchomp (key);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_has_suffix (key, links[i]) && strlen (key) > strlen (links[i]))
      key[strlen (key) - strlen (links[i])] = '\0';
  if (*key != '\0')
    g_ptr_array_add (parts, g_strdup (key));
}

/* Where the next part of the key begins, behind its first word: with a type, which has a name behind it
 * unless
 * @alone. */
static const char *
find_type (const char *key, gboolean alone)
{
  for (const char *p = key + type_length (key); (p = strchr (p, ' ')) != NULL;)
    {
      p++;
      if (type_length (p) > 0 && (alone || p[type_length (p)] == ' '))
        return p;
    }
  return NULL;
}

static const char *
find_last_type (const char *key)
{
  const char *last = NULL;

  for (const char *p = find_type (key, TRUE); p != NULL; p = find_type (p, TRUE))
    last = p;
  return last;
}

static void
add_by_types (GPtrArray *parts, const char *key)
{
  const char *next;

  for (; (next = find_type (key, FALSE)) != NULL; key = next)
    add_key (parts, key, next - key);
  add_key (parts, key, strlen (key));
}

static void
add_piece (GPtrArray *parts, const char *piece, BvUnitSplit split)
{
  g_autofree char *key = bv_unit_name_key (piece);
  const char *last = split == BV_UNIT_SPLIT_LAST_TYPE ? find_last_type (key) : NULL;

  if (split >= BV_UNIT_SPLIT_TYPES)
    {
      add_by_types (parts, key);
      return;
    }
  add_key (parts, key, last != NULL ? (gsize) (last - key) : strlen (key));
  if (last != NULL)
    add_key (parts, last, strlen (last));
}

/**
 * bv_unit_phrase_split:
 * @text: a text that names a unit, and perhaps more
 * @split: how it is taken apart
 *
 * Returns: (transfer full): the parts in their order, each as bv_unit_name_key() makes it
 */
char **
bv_unit_phrase_split (const char *text, BvUnitSplit split)
{
  g_autofree char *line = bv_tidy_lines (text);
  GPtrArray *parts = g_ptr_array_new ();
  BvUnitSplit marks = marks_of (split);
  const char *start = line;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    if (parts_here (line, p, marks))
      {
        g_autofree char *piece = g_strndup (start, p - start);

        add_piece (parts, piece, split);
        start = g_utf8_next_char (p);
      }
  add_piece (parts, start, split);
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (parts, FALSE);
}
