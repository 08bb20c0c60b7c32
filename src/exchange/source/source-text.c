/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-text.h"

/**
 * bv_source_text_init:
 * @text: (out): a text; bv_source_text_clear() ends it
 */
void
bv_source_text_init (BvSourceText *text)
{
  *text = (BvSourceText){ g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (BvSourceRun)) };
}

/**
 * bv_source_text_clear:
 * @text: a text
 */
void
bv_source_text_clear (BvSourceText *text)
{
  g_string_free (text->text, TRUE);
  g_array_unref (text->runs);
}

/**
 * bv_source_text_begin:
 * @text: a text, which is another one from now on
 */
void
bv_source_text_begin (BvSourceText *text)
{
  g_string_truncate (text->text, 0);
  g_array_set_size (text->runs, 0);
}

/**
 * bv_source_text_append:
 * @text: a text
 * @letters: what follows
 * @length: in bytes; -1: up to its end
 * @charset: as its font declares it
 */
void
bv_source_text_append (BvSourceText *text, const char *letters, gssize length, BvLegacyCharset charset)
{
  BvSourceRun *last
    = text->runs->len > 0 ? &g_array_index (text->runs, BvSourceRun, text->runs->len - 1) : NULL;
  BvSourceRun run;

  g_string_append_len (text->text, letters, length);
  run = (BvSourceRun){ (guint32) text->text->len, charset };
  if (last != NULL && last->charset == charset)
    *last = run;
  else
    g_array_append_val (text->runs, run);
}

/**
 * bv_source_text_truncate:
 * @text: a text
 * @length: how many bytes of it are left
 */
void
bv_source_text_truncate (BvSourceText *text, gsize length)
{
  g_string_truncate (text->text, length);
  for (guint i = text->runs->len; i > 0; i--)
    {
      BvSourceRun *run = &g_array_index (text->runs, BvSourceRun, i - 1);

      run->end = MIN (run->end, (guint32) length);
    }
}

static BvLegacyCharset
get_charset (const BvSourceRun *run, BvLegacyCharset of_cell)
{
  return run->charset == BV_SOURCE_RUN_OF_CELL ? of_cell : run->charset;
}

/**
 * bv_source_text_get_charset:
 * @runs: the stretches of a text
 * @n_runs: how many; 0: all of it in the font of the cell
 * @of_cell: what that declares
 *
 * Returns: in which old signs the text or a stretch of it is written
 */
BvLegacyCharset
bv_source_text_get_charset (const BvSourceRun *runs, guint n_runs, BvLegacyCharset of_cell)
{
  for (guint i = 0; i < n_runs; i++)
    if (get_charset (&runs[i], of_cell) != BV_LEGACY_NONE)
      return get_charset (&runs[i], of_cell);
  return n_runs == 0 ? of_cell : BV_LEGACY_NONE;
}

/**
 * bv_source_text_convert:
 * @text: a text
 * @runs: its stretches
 * @n_runs: how many
 * @of_cell: what the font of the cell declares
 *
 * Returns: (transfer full): the text in Unicode
 */
char *
bv_source_text_convert (const char *text, const BvSourceRun *runs, guint n_runs, BvLegacyCharset of_cell)
{
  GString *meant;
  gsize begin = 0;

  if (n_runs == 0)
    return bv_legacy_text_convert (text, of_cell);
  meant = g_string_new (NULL);
  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *part = g_strndup (text + begin, runs[i].end - begin);
      g_autofree char *converted = bv_legacy_text_convert (part, get_charset (&runs[i], of_cell));

      g_string_append (meant, converted);
      begin = runs[i].end;
    }
  g_string_append (meant, text + begin);
  return g_string_free (meant, FALSE);
}
