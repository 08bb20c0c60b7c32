/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-rich.h"

#include "exchange/package/xml-name.h"
#include "exchange/workbook/cell-text.h"

/**
 * bv_xlsx_rich_init:
 * @rich: (out): a text; bv_xlsx_rich_clear() ends it
 */
void
bv_xlsx_rich_init (BvXlsxRich *rich)
{
  *rich = (BvXlsxRich){ { NULL } };
  bv_source_text_init (&rich->content);
}

/**
 * bv_xlsx_rich_clear:
 * @rich: a text
 */
void
bv_xlsx_rich_clear (BvXlsxRich *rich)
{
  bv_source_text_clear (&rich->content);
}

/**
 * bv_xlsx_rich_begin:
 * @rich: a text, which is another one from now on
 */
void
bv_xlsx_rich_begin (BvXlsxRich *rich)
{
  bv_source_text_begin (&rich->content);
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
      BvSourceRun run = { rich->content.text->len, rich->has_font ? rich->charset : BV_SOURCE_RUN_OF_CELL };

      g_array_append_val (rich->content.runs, run);
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
    g_string_append_len (rich->content.text, text, length);
}

static gboolean
has_charset (const GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, BvSourceRun, i).charset != BV_SOURCE_RUN_OF_CELL
        && g_array_index (runs, BvSourceRun, i).charset != BV_LEGACY_NONE)
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
  if (!has_charset (rich->content.runs))
    g_array_set_size (rich->content.runs, 0);
  /* Characters written by their number come from programs of a time when there were no old signs any more. */
  if (rich->content.runs->len > 0 || strstr (rich->content.text->str, "_x") == NULL)
    return;
  bv_cell_text_decode (rich->content.text);
  for (gsize i = 0; i < rich->content.text->len; i++)
    if (rich->content.text->str[i] == '\0')
      rich->content.text->str[i] = ' ';
  if (!g_utf8_validate (rich->content.text->str, rich->content.text->len, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (rich->content.text->str, rich->content.text->len);

      g_string_assign (rich->content.text, valid);
    }
}
