/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/redaction.h"

#include <string.h>

#define HIDDEN "…"

/* What files of an office end in; of any other name nothing is kept. */
#define ENDINGS                                                                                        \
  "pdf|docx?|xlsx?|xlsm|pptx?|od[tsp]|rtf|txt|csv|json|zip|rar|7z|eml|msg|db|xml|html?|png|jpe?g|gif|" \
  "tiff?|heic|log|lock|conf|ini"

/* Of a word. */
#define BEGIN "(?<![\\p{L}\\p{N}])"
#define END "(?![\\p{L}\\p{N}])"

/* A name of a person or a place begins each syllable with a capital. */
#define SYLLABLE "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*"

typedef struct
{
  const char *text;
  GRegexCompileFlags flags;
} Pattern;

/* Where something lies, in the order in which it is looked for. The group "path" is a path. */
static const Pattern places[] = {
  { "[A-Za-z][A-Za-z0-9+.]+://\\S*", 0 },
  /* A relative path, which only its place tells: before the message. */
  { "^(?<path>[^\n:“”\"/\\\\]*[/\\\\][^\n:“”\"]*)(?=: )", G_REGEX_MULTILINE },
  /* Up to the words of the message, which stand behind a colon. */
  { "(?<![\\p{L}\\p{N}/…*.~-])(?<path>(?:[A-Za-z]:[\\\\/]|\\\\\\\\|~?/)(?:[^\n:“”\"]|:(?!\\s|\\z))*)", 0 },
};

/* What else may name somebody or something, looked for when known words are hidden, which may be longer. The
 * group "name" may be the name of a file. */
static const Pattern forms[] = {
  { "(?<open>[“«])(?<name>[^”»]*)(?<close>[”»]|\\z)", 0 },
  { "(?<open>\")(?<name>[^\"]*)(?<close>\"|\\z)", 0 },
  { "(?<open>‘)(?<name>[^’]*)(?<close>’|\\z)", 0 },
  { "(?<open>" BEGIN "')(?<name>[^'\n]*)(?<close>'" END "|\\z)", 0 },
  { "\\((?:[^()]|(?R))*(?:\\)|\\z)", 0 },
  { "(?:(?<=: )|(?<=; )|(?<=\n)|^)(?<name>[^\n:;“”\"/]*\\.(?:" ENDINGS "))" END, G_REGEX_CASELESS },
  { "\\S+@\\S+", 0 },
  { "\\+?\\d(?:[ .-]?\\d){8,}", 0 },
  { BEGIN "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+" END, 0 },
  /* The program's own name is none. */
  { BEGIN "(?!Bảng Vàng" END ")" SYLLABLE "(?:[\\h.…-]+" SYLLABLE ")+", 0 },
};

/* "*.pdf", and of any other name nothing. */
static char *
reduce_name (const char *name)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("\\.(" ENDINGS ")\\s*\\z", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *ending = NULL;

  if (!g_regex_match (regex, name, 0, &match))
    return g_strdup (HIDDEN);
  ending = g_match_info_fetch (match, 1);
  return g_strconcat ("*.", ending, NULL);
}

static gboolean
is_inside (const char *path, const char *folder)
{
  gsize length = folder != NULL ? strlen (folder) : 0;

  return length > 1 && strncmp (path, folder, length) == 0
         && (path[length] == '\0' || strchr ("/\\", path[length]) != NULL);
}

/* How folders are called, people have chosen too. */
static char *
reduce_path (const char *path, const char *home)
{
  g_autofree char *name = reduce_name (path);
  const char *root = is_inside (path, home) || *path == '~' ? "~" : "";

  return g_str_equal (name, HIDDEN) ? g_strconcat (root, "/" HIDDEN, NULL)
                                    : g_strconcat (root, "/" HIDDEN "/", name, NULL);
}

static char *
fetch (const GMatchInfo *match, const char *group)
{
  char *text = g_match_info_fetch_named (match, group);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
hide_cb (const GMatchInfo *match, GString *result, gpointer home)
{
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *path = fetch (match, "path");
  g_autofree char *open = fetch (match, "open");
  g_autofree char *name = fetch (match, "name");
  g_autofree char *close = fetch (match, "close");
  g_autofree char *reduced = *path != '\0' ? reduce_path (path, home) : reduce_name (name);

  if (*whole == '(')
    g_string_append (result, "(" HIDDEN ")");
  else
    g_string_append_printf (result, "%s%s%s", open, reduced, close);
  return FALSE;
}

/* A text that no pattern can be tried on is hidden as a whole. */
static char *
hide_pattern (const char *text, const Pattern *pattern, const char *home)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern->text, pattern->flags, 0, &error);
  char *hidden;

  g_assert_no_error (error);
  hidden = g_regex_replace_eval (regex, text, -1, 0, 0, hide_cb, (gpointer) home, NULL);
  return hidden != NULL ? hidden : g_strdup (HIDDEN);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a);
  gsize second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

static char *
compose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

/* What has another in it comes before that. */
static GPtrArray *
list_known (const char *const *known)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    if (*known[i] != '\0')
      g_ptr_array_add (list, compose (known[i]));
  g_ptr_array_sort (list, compare_lengths);
  return list;
}

static gboolean
is_word (const char *text, const char *begin, const char *end)
{
  const char *before = g_utf8_find_prev_char (text, begin);

  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
         && !g_unichar_isalnum (g_utf8_get_char (end));
}

/* Looks for the words as they are: they may be as long as no pattern is. */
static char *
hide_word (const char *text, const char *word)
{
  GString *hidden = g_string_new (NULL);
  const char *rest = text;
  const char *found;

  for (const char *from = text; (found = strstr (from, word)) != NULL;)
    {
      from = found + strlen (word);
      if (!is_word (text, found, from))
        continue;
      g_string_append_len (hidden, rest, found - rest);
      g_string_append (hidden, HIDDEN);
      rest = from;
    }
  g_string_append (hidden, rest);
  return g_string_free (hidden, FALSE);
}

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/**
 * bv_redaction_write:
 * @message: what the program said of a failure
 * @home: (nullable): the user's home folder, shown as ~
 * @known: (nullable) (array zero-terminated=1): words and texts that name somebody or something
 *
 * Leaves of a message what the program itself said. What it quoted is hidden: contents of quotation marks
 * and parentheses, paths and names of files but for their ending, addresses, telephone numbers, keys, and
 * whatever is written as the name of a person or a place is. Rather too much than too little is hidden.
 *
 * Returns: (transfer full): a text for a stranger
 */
char *
bv_redaction_write (const char *message, const char *home, const char *const *known)
{
  char *text = compose (message);
  g_autoptr (GPtrArray) words = list_known (known);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    replace (&text, hide_pattern (text, &places[i], home));
  for (guint i = 0; i < words->len; i++)
    replace (&text, hide_word (text, g_ptr_array_index (words, i)));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    replace (&text, hide_pattern (text, &forms[i], home));
  return text;
}
