/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/document-name.h"

#include "core/text/vietnamese.h"

#include <string.h>

/* As Decree 30 writes numbers of documents (123/QĐ-UBND, 12/2021/NQ-HĐND), and the Party (15-CT/TU). */
#define NUMBER                                                                                          \
  "(?<![\\p{L}\\p{N}/.\\-])\\p{Nd}{1,6}(?:/(?:19|20)\\p{Nd}{2})?(?:[/\\-\u2013]\\p{L}[\\p{L}\\p{N}]*)+" \
  "(?![\\p{L}\\p{N}])"

/* What may stand before the number in the name of a file: what the document is; without marks. */
static const char lead_words[]
  = " ban bang bao bb bc bien cao che chi cong ct cv dan dinh giay hd hoach huong ke kh khen nghi nq qd qdinh quy "
    "quyet scan so tb the thi thong to trinh tt ttr van vb ";

/* What may follow it behind a hyphen, and is no part of it. */
static const char tail_words[] = " da final ky nam ngay scan signed ve ";

/* A word of letters or of digits; what stood before it tells where a symbol goes on. */
typedef struct
{
  char *text;   /* in small letters, with marks */
  char *folded; /* without */
  gboolean is_joined;
} Word;

struct _BvDocumentName
{
  GArray *words;     /* of Word; of a file without its extension */
  GArray *extension; /* of Word: its extension; of a document none */
  GArray *number;    /* of Word; NULL: it has none */
  char *written;     /* the number as it is written */
};

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word->folded);
}

/* A number is the same with zeros before it. */
static void
add_word (GArray *words, const char *start, const char *end, gboolean is_joined)
{
  Word word = { NULL, NULL, is_joined };

  while (end - start > 1 && *start == '0')
    start++;
  word.text = g_strndup (start, end - start);
  word.folded = bv_vietnamese_fold (word.text);
  g_array_append_val (words, word);
}

static gboolean
joins (gunichar c)
{
  return c == '-' || c == '.' || c == 0x2013;
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Where the word that begins at @p ends: with its letters, or its digits. */
static const char *
find_end (const char *p)
{
  gboolean is_digit = g_unichar_isdigit (g_utf8_get_char (p));

  while (is_of_word (g_utf8_get_char (p)) && g_unichar_isdigit (g_utf8_get_char (p)) == is_digit)
    p = g_utf8_next_char (p);
  return p;
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autofree char *normal = bv_vietnamese_normalize_tones (text);
  g_autofree char *lower = bv_vietnamese_lower (normal);
  gboolean is_joined = FALSE;

  g_array_set_clear_func (words, word_clear);
  for (const char *p = lower; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *end = is_of_word (c) ? find_end (p) : NULL;

      if (end != NULL)
        add_word (words, p, end, is_joined);
      is_joined = end != NULL || joins (c);
      p = end != NULL ? end : g_utf8_next_char (p);
    }
  return words;
}

static char *
find_number (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (NUMBER, G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gboolean found;

  for (found = g_regex_match (regex, text, 0, &match); found; found = g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 0);

      if (strchr (number, '/') != NULL)
        return g_steal_pointer (&number);
    }
  return NULL;
}

/**
 * bv_document_name_new:
 * @text: how a form names a document: its number, its title, the name of its file, or several of these
 *
 * Returns: (transfer full): that, taken apart
 */
BvDocumentName *
bv_document_name_new (const char *text)
{
  BvDocumentName *name = g_new0 (BvDocumentName, 1);
  g_autofree char *nfc = bv_vietnamese_nfc (text);

  name->words = split_words (nfc);
  name->written = find_number (nfc);
  if (name->written != NULL)
    name->number = split_words (name->written);
  return name;
}

/* Browsers write “báo cáo (1)” where they have a file of that name already. */
static void
drop_copy_number (char *stem)
{
  char *open = strrchr (stem, '(');

  if (open != NULL && open > stem && g_ascii_isdigit (open[1])
      && strspn (open + 1, "0123456789") + 2 == strlen (open) && g_str_has_suffix (open, ")"))
    *open = '\0';
}

/**
 * bv_document_name_new_file:
 * @file: the name of a file
 *
 * Returns: (transfer full): that, taken apart
 */
BvDocumentName *
bv_document_name_new_file (const char *file)
{
  BvDocumentName *name = g_new0 (BvDocumentName, 1);
  const char *dot = strrchr (file, '.');
  g_autofree char *stem = g_strndup (file, dot != NULL && dot > file ? (gsize) (dot - file) : strlen (file));

  name->extension = split_words (dot != NULL && dot > file ? dot : "");
  drop_copy_number (stem);
  name->words = split_words (stem);
  return name;
}

/**
 * bv_document_name_free:
 * @name: (transfer full): a name
 */
void
bv_document_name_free (BvDocumentName *name)
{
  g_array_unref (name->words);
  g_clear_pointer (&name->extension, g_array_unref);
  g_clear_pointer (&name->number, g_array_unref);
  g_free (name->written);
  g_free (name);
}

/**
 * bv_document_name_get_number:
 * @name: the name of a document
 *
 * Returns: (transfer none) (nullable): its number as it is written; %NULL: it has none
 */
const char *
bv_document_name_get_number (const BvDocumentName *name)
{
  return name->written;
}

static const Word *
get_word (const GArray *words, guint i)
{
  return &g_array_index (words, Word, i);
}

static gboolean
is_listed (const char *list, const Word *word)
{
  g_autofree char *wanted = g_strconcat (" ", word->folded, " ", NULL);

  return strstr (list, wanted) != NULL;
}

static gboolean
words_equal (const Word *a, const Word *b, gboolean with_marks)
{
  return with_marks ? g_str_equal (a->text, b->text) : g_str_equal (a->folded, b->folded);
}

/* Whether @wanted stands in @words from @at on. */
static gboolean
has_at (const GArray *words, guint at, const GArray *wanted, gboolean with_marks)
{
  if (at + wanted->len > words->len)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    if (!words_equal (get_word (words, at + i), get_word (wanted, i), with_marks))
      return FALSE;
  return TRUE;
}

/* A document may be named with the extension of its file or without. */
static gboolean
has_name (const BvDocumentName *named, const BvDocumentName *file, gboolean with_marks)
{
  guint n_more = named->words->len - MIN (named->words->len, file->words->len);

  if (file->words->len == 0 || named->words->len < file->words->len
      || !has_at (named->words, 0, file->words, with_marks))
    return FALSE;
  return n_more == 0
         || (n_more == file->extension->len
             && has_at (named->words, file->words->len, file->extension, FALSE));
}

/* 123/QĐ-UBND is not 123/QĐ-UBND-NC. */
static gboolean
goes_on (const GArray *words, guint at)
{
  const Word *word = at < words->len ? get_word (words, at) : NULL;

  return word != NULL && word->is_joined && !g_ascii_isdigit (*word->text) && !is_listed (tail_words, word);
}

static gboolean
begins_with_number (const GArray *words, const GArray *number, gboolean with_marks)
{
  guint at = 0;

  while (at < words->len && !has_at (words, at, number, with_marks)
         && is_listed (lead_words, get_word (words, at)))
    at++;
  return has_at (words, at, number, with_marks) && !goes_on (words, at + number->len);
}

static gboolean
has_number (const GArray *words, const GArray *number)
{
  for (guint at = 0; at < words->len; at++)
    if (has_at (words, at, number, FALSE))
      return TRUE;
  return FALSE;
}

/**
 * bv_document_name_compare:
 * @named: a document that a form names
 * @file: a file
 *
 * A name that is the same but for marks, or has the number somewhere, only looks alike: Phú Thành is not Phú
 * Thạnh, and an annex is not the decision. The letters of a number are a few signs that nothing else is
 * written with, so it is the same without marks.
 *
 * Returns: why the file may be the document
 */
BvDocumentLikeness
bv_document_name_compare (const BvDocumentName *named, const BvDocumentName *file)
{
  if (has_name (named, file, TRUE))
    return BV_DOCUMENT_NAME;
  if (named->number != NULL && begins_with_number (file->words, named->number, TRUE))
    return BV_DOCUMENT_NUMBER;
  if (named->number != NULL && begins_with_number (file->words, named->number, FALSE))
    return BV_DOCUMENT_NUMBER_PLAIN;
  if (has_name (named, file, FALSE))
    return BV_DOCUMENT_NO_MARKS;
  return named->number != NULL && has_number (file->words, named->number) ? BV_DOCUMENT_INSIDE
                                                                          : BV_DOCUMENT_OTHER;
}

/**
 * bv_document_name_has_number_of:
 * @a: the name of a document
 * @b: another
 *
 * Returns: whether both have one number
 */
gboolean
bv_document_name_has_number_of (const BvDocumentName *a, const BvDocumentName *b)
{
  return a->number != NULL && b->number != NULL && a->number->len == b->number->len
         && has_at (a->number, 0, b->number, TRUE);
}
