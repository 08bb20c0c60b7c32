/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tokenizer.h"

#include <string.h>

/* SQLite's own tokenizer takes all marks off but leaves đ, which is not a d with a mark in Unicode. So it is
 * given a text with d in its place. That text is a byte shorter for each đ, and what it says of the places of
 * words is counted back, or highlight() would cut through letters. */

#define BASE_NAME "unicode61"

typedef int (*TokenFunc) (void *context, int flags, const char *token, int length, int start, int end);

/* What all tokenizers of a connection share. */
typedef struct
{
  fts5_tokenizer methods;
  void *context;
} Base;

typedef struct
{
  const Base *base;
  Fts5Tokenizer *tokenizer; /* the wrapped one */
} Tokenizer;

/* One text on its way through the wrapped tokenizer. */
typedef struct
{
  GArray *places; /* of int: where the folded text has a d for a đ */
  guint passed;   /* how many of them the tokens have passed */
  TokenFunc token;
  void *context;
} Folding;

static int
create_tokenizer (void *data, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  static const char *options[] = { "remove_diacritics", "2" };
  const Base *base = data;
  Tokenizer *self = g_new0 (Tokenizer, 1);
  int result = base->methods.xCreate (base->context, options, G_N_ELEMENTS (options), &self->tokenizer);

  self->base = base;
  if (result != SQLITE_OK)
    g_clear_pointer (&self, g_free);
  *tokenizer = (Fts5Tokenizer *) self;
  return result;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
  Tokenizer *self = (Tokenizer *) tokenizer;

  self->base->methods.xDelete (self->tokenizer);
  g_free (self);
}

/* Whether the two bytes are đ or Đ, or the Icelandic letters that old converters write for them. */
static gboolean
is_crossed_d (const char *bytes)
{
  guint8 first = bytes[0], second = bytes[1];

  return (first == 0xc4 && (second == 0x91 || second == 0x90))
         || (first == 0xc3 && (second == 0xb0 || second == 0x90));
}

static int
find_crossed_d (const char *text, int from, int length)
{
  for (int i = from; i + 1 < length; i++)
    if (is_crossed_d (text + i))
      return i;
  return length;
}

static GString *
fold (const char *text, int length, GArray *places)
{
  GString *folded = g_string_sized_new (length);
  int from = 0;

  for (int found; (found = find_crossed_d (text, from, length)) < length; from = found + 2)
    {
      int place;

      g_string_append_len (folded, text + from, found - from);
      place = folded->len;
      g_array_append_val (places, place);
      g_string_append_c (folded, 'd');
    }
  return g_string_append_len (folded, text + from, length - from);
}

/* Tokens come in the order of the text, and so do the places. */
static int
count_back (Folding *folding, int offset)
{
  while (folding->passed < folding->places->len
         && g_array_index (folding->places, int, folding->passed) < offset)
    folding->passed++;
  return offset + folding->passed;
}

static int
pass_token (void *context, int flags, const char *token, int length, int start, int end)
{
  Folding *folding = context;
  int original_start = count_back (folding, start);

  return folding->token (folding->context, flags, token, length, original_start, count_back (folding, end));
}

static int
tokenize (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length, TokenFunc token)
{
  Tokenizer *self = (Tokenizer *) tokenizer;
  Folding folding = { .token = token, .context = context };
  GString *folded;
  int result;

  if (find_crossed_d (text, 0, length) == length)
    return self->base->methods.xTokenize (self->tokenizer, context, flags, text, length, token);

  folding.places = g_array_new (FALSE, FALSE, sizeof (int));
  folded = fold (text, length, folding.places);
  result
    = self->base->methods.xTokenize (self->tokenizer, &folding, flags, folded->str, folded->len, pass_token);
  g_string_free (folded, TRUE);
  g_array_unref (folding.places);
  return result;
}

/**
 * bv_tokenizer_register:
 * @api: FTS5 of a connection
 *
 * Gives the connection the FTS5 tokenizer `bangvang`, by which `duong` finds Đường and `hoà` is `hòa`: case
 * and all marks do not count, đ is d.
 *
 * Returns: a result code of SQLite
 */
int
bv_tokenizer_register (fts5_api *api)
{
  static const fts5_tokenizer methods = { create_tokenizer, delete_tokenizer, tokenize };
  g_autofree Base *base = g_new0 (Base, 1);
  int result = api->xFindTokenizer (api, BASE_NAME, &base->context, &base->methods);
  if (result == SQLITE_OK)
    result = api->xCreateTokenizer (api, "bangvang", base, (fts5_tokenizer *) &methods, g_free);
  if (result == SQLITE_OK)
    g_steal_pointer (&base);
  return result;
}
