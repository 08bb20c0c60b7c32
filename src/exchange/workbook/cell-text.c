/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/cell-text.h"

#include <string.h>

#define ESCAPE_LENGTH 7 /* _xHHHH_ */
#define ESCAPE_BEGIN "_x"
#define UNDERSCORE "_x005F_"
#define ELLIPSIS "…"

static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < ESCAPE_LENGTH - 1; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[ESCAPE_LENGTH - 1] == '_';
}

/* A text while it is encoded. */
typedef struct
{
  GString *encoded;
  guint n_units;   /* of UTF-16, as they are read again */
  guint n_letters; /* of what is stored, which the library counts */
  gsize most_head; /* how much of it an ellipsis can follow, in bytes */
} Encoding;

static void
add_letter (Encoding *self, const char *letter, guint most)
{
  gsize length = g_utf8_next_char (letter) - letter;
  gboolean escaped = is_escape (letter);

  if (escaped)
    g_string_append (self->encoded, UNDERSCORE);
  else
    g_string_append_len (self->encoded, letter, length);
  self->n_units += g_utf8_get_char (letter) > 0xffff ? 2 : 1;
  self->n_letters += escaped ? ESCAPE_LENGTH : 1;
  if (MAX (self->n_units, self->n_letters) < most)
    self->most_head = self->encoded->len;
}

/**
 * bv_cell_text_encode:
 * @text: a text in UTF-8
 * @most: how long it may be, in units of UTF-16
 * @is_cut: (out) (optional): whether it is longer; then it ends in an ellipsis
 *
 * Returns: (transfer full) (nullable): @text as it is stored; %NULL where that is @text itself
 */
char *
bv_cell_text_encode (const char *text, guint most, gboolean *is_cut)
{
  Encoding self = { NULL };
  gboolean fits;

  if (is_cut != NULL)
    *is_cut = FALSE;
  /* A unit takes a byte at least. */
  if (strlen (text) <= most && strstr (text, ESCAPE_BEGIN) == NULL)
    return NULL;
  self.encoded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0' && MAX (self.n_units, self.n_letters) <= most;
       p = g_utf8_next_char (p))
    add_letter (&self, p, most);
  fits = MAX (self.n_units, self.n_letters) <= most;
  if (!fits)
    {
      g_string_truncate (self.encoded, self.most_head);
      g_string_append (self.encoded, ELLIPSIS);
    }
  if (is_cut != NULL)
    *is_cut = !fits;
  return g_string_free (self.encoded, FALSE);
}

/**
 * bv_cell_text_decode:
 * @text: (inout): a text as it is stored; then as people read it
 */
void
bv_cell_text_decode (GString *text)
{
  const char *from = strstr (text->str, ESCAPE_BEGIN);
  gsize length = from != NULL ? (gsize) (from - text->str) : text->len;

  while (from != NULL && *from != '\0')
    if (is_escape (from))
      {
        gunichar letter = g_ascii_strtoull (from + strlen (ESCAPE_BEGIN), NULL, 16);

        /* Never longer than what stands for it. */
        length += g_unichar_to_utf8 (letter, text->str + length);
        from += ESCAPE_LENGTH;
      }
    else
      text->str[length++] = *from++;
  g_string_truncate (text, length);
}
