/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-rich.h"

#include "exchange/package/xml-name.h"
#include "exchange/workbook/cell-text.h"

/* The font of the cell: nothing else has been said. */
#define OF_CELL ((BvLegacyCharset) -1)

/**
 * bv_xlsx_rich_init:
 * @rich: (out): a text; bv_xlsx_rich_clear() ends it
 */
void
bv_xlsx_rich_init (BvXlsxRich *rich)
{
  *rich = (BvXlsxRich){ g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (BvXlsxRun)) };
}

/**
 * bv_xlsx_rich_clear:
 * @rich: a text
 */
void
bv_xlsx_rich_clear (BvXlsxRich *rich)
{
  g_string_free (rich->text, TRUE);
  g_array_unref (rich->runs);
}

/**
 * bv_xlsx_rich_begin:
 * @rich: a text, which is another one from now on
 */
void
bv_xlsx_rich_begin (BvXlsxRich *rich)
{
  g_string_truncate (rich->text, 0);
  g_array_set_size (rich->runs, 0);
  rich->has_font = rich->in_text = rich->is_aloud = FALSE;
}

/**
 * bv_xlsx_rich_start:
 * @rich: a text
 * @local: an element in it
 * @attributes: of the element
 */
void
bv_xlsx_rich_start (BvXlsxRich *rich, const char *local, const XML_Char **attributes)
{
  if (strcmp (local, "t") == 0)
    rich->in_text = !rich->is_aloud;
  else if (strcmp (local, "r") == 0)
    rich->has_font = FALSE;
  else if (strcmp (local, "rPh") == 0)
    rich->is_aloud = TRUE;
  else if (strcmp (local, "rFont") == 0)
    {
      rich->charset = bv_legacy_charset_of_font (bv_xml_name_find (attributes, "val"));
      rich->has_font = TRUE;
    }
}

/**
 * bv_xlsx_rich_end:
 * @rich: a text
 * @local: an element in it that ends
 */
void
bv_xlsx_rich_end (BvXlsxRich *rich, const char *local)
{
  if (strcmp (local, "t") == 0)
    rich->in_text = FALSE;
  else if (strcmp (local, "rPh") == 0)
    rich->is_aloud = FALSE;
  else if (strcmp (local, "r") == 0)
    {
      BvXlsxRun run = { rich->text->len, rich->has_font ? rich->charset : OF_CELL };

      g_array_append_val (rich->runs, run);
    }
}

/**
 * bv_xlsx_rich_add:
 * @rich: a text
 * @text: what stands in the element that is open
 * @length: in bytes
 */
void
bv_xlsx_rich_add (BvXlsxRich *rich, const char *text, int length)
{
  if (rich->in_text)
    g_string_append_len (rich->text, text, length);
}

static gboolean
has_charset (const GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, BvXlsxRun, i).charset != OF_CELL
        && g_array_index (runs, BvXlsxRun, i).charset != BV_LEGACY_NONE)
      return TRUE;
  return FALSE;
}

/**
 * bv_xlsx_rich_finish:
 * @rich: a text of which all was read; then its stretches are left only where they matter, and it is as
 * people read it, in valid UTF-8
 */
void
bv_xlsx_rich_finish (BvXlsxRich *rich)
{
  if (!has_charset (rich->runs))
    g_array_set_size (rich->runs, 0);
  /* Characters written by their number come from programs of a time when there were no old signs any more. */
  if (rich->runs->len > 0 || strstr (rich->text->str, "_x") == NULL)
    return;
  bv_cell_text_decode (rich->text);
  for (gsize i = 0; i < rich->text->len; i++)
    if (rich->text->str[i] == '\0')
      rich->text->str[i] = ' ';
  if (!g_utf8_validate (rich->text->str, rich->text->len, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (rich->text->str, rich->text->len);

      g_string_assign (rich->text, valid);
    }
}

static BvLegacyCharset
get_charset (const BvXlsxRun *run, BvLegacyCharset of_cell)
{
  return run->charset == OF_CELL ? of_cell : run->charset;
}

/**
 * bv_xlsx_rich_get_charset:
 * @runs: the stretches of a text
 * @n_runs: how many; 0: all of it in the font of the cell
 * @of_cell: what that declares
 *
 * Returns: in which old signs the text or a stretch of it is written
 */
BvLegacyCharset
bv_xlsx_rich_get_charset (const BvXlsxRun *runs, guint n_runs, BvLegacyCharset of_cell)
{
  for (guint i = 0; i < n_runs; i++)
    if (get_charset (&runs[i], of_cell) != BV_LEGACY_NONE)
      return get_charset (&runs[i], of_cell);
  return n_runs == 0 ? of_cell : BV_LEGACY_NONE;
}

/**
 * bv_xlsx_rich_convert:
 * @text: a text
 * @runs: its stretches
 * @n_runs: how many
 * @of_cell: what the font of the cell declares
 *
 * Returns: (transfer full): the text in Unicode
 */
char *
bv_xlsx_rich_convert (const char *text, const BvXlsxRun *runs, guint n_runs, BvLegacyCharset of_cell)
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
