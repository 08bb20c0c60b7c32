/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-texts.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

#define BLOCK (64 * 1024)

struct _BvXlsxTexts
{
  GStringChunk *letters;
  GPtrArray *texts; /* of texts in @letters, by their number */
  GHashTable *runs; /* (element-type guint GArray): of BvSourceRun, of the few texts that have some */
  BvXlsxRich rich;  /* the text that is being read */
  gsize n_bytes;
};

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  BvXlsxTexts *self = data;
  const char *local = bv_xml_name_get_local (name);

  if (strcmp (local, "si") == 0)
    bv_xlsx_rich_begin (&self->rich);
  else
    bv_xlsx_rich_start (&self->rich, local, attributes);
}

static void
text_cb (void *data, const XML_Char *text, int length)
{
  bv_xlsx_rich_add (&((BvXlsxTexts *) data)->rich, text, length);
}

static void
keep_runs (BvXlsxTexts *self)
{
  GArray *runs = self->rich.content.runs;

  self->rich.content.runs = g_array_new (FALSE, FALSE, sizeof (BvSourceRun));
  g_hash_table_insert (self->runs, GUINT_TO_POINTER (self->texts->len), runs);
}

static void
end_cb (void *data, const XML_Char *name)
{
  BvXlsxTexts *self = data;
  const char *local = bv_xml_name_get_local (name);

  if (strcmp (local, "si") != 0)
    {
      bv_xlsx_rich_end (&self->rich, local);
      return;
    }
  bv_xlsx_rich_finish (&self->rich);
  if (self->rich.content.runs->len > 0)
    keep_runs (self);
  self->n_bytes += self->rich.content.text->len + sizeof (char *);
  g_ptr_array_add (self->texts, g_string_chunk_insert_len (self->letters, self->rich.content.text->str,
                                                           (gssize) self->rich.content.text->len));
}

static gboolean
goes_on_cb (gpointer data)
{
  BvXlsxTexts *self = data;

  return self->n_bytes <= BV_SOURCE_MOST_TEXTS && self->rich.content.text->len <= BV_SOURCE_MOST_TEXT;
}

/**
 * bv_xlsx_texts_read:
 * @package: a workbook
 * @part: (nullable): the part with its texts; %NULL: it has none
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): the texts
 */
BvXlsxTexts *
bv_xlsx_texts_read (BvSourcePackage *package, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { start_cb, end_cb, text_cb, goes_on_cb };
  g_autoptr (BvXlsxTexts) self = g_new0 (BvXlsxTexts, 1);

  self->letters = g_string_chunk_new (BLOCK);
  self->texts = g_ptr_array_new ();
  self->runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  bv_xlsx_rich_init (&self->rich);
  if (part == NULL || bv_source_package_parse (package, part, &handlers, self, error))
    return g_steal_pointer (&self);
  if (!goes_on_cb (self))
    {
      g_clear_error (error);
      bv_source_refuse (BV_SOURCE_ERROR_BOMB, error);
    }
  return NULL;
}

/**
 * bv_xlsx_texts_free:
 * @texts: (transfer full): texts
 */
void
bv_xlsx_texts_free (BvXlsxTexts *texts)
{
  bv_xlsx_rich_clear (&texts->rich);
  g_hash_table_unref (texts->runs);
  g_ptr_array_unref (texts->texts);
  g_string_chunk_free (texts->letters);
  g_free (texts);
}

/**
 * bv_xlsx_texts_get:
 * @texts: texts
 * @n: which one, from 0
 * @runs: (out): its stretches in fonts of their own
 * @n_runs: (out): how many
 *
 * Returns: (nullable): the text; %NULL: there are not so many
 */
const char *
bv_xlsx_texts_get (const BvXlsxTexts *texts, guint n, const BvSourceRun **runs, guint *n_runs)
{
  const GArray *kept
    = g_hash_table_size (texts->runs) > 0 ? g_hash_table_lookup (texts->runs, GUINT_TO_POINTER (n)) : NULL;

  *runs = kept != NULL ? (const BvSourceRun *) (gconstpointer) kept->data : NULL;
  *n_runs = kept != NULL ? kept->len : 0;
  return n < texts->texts->len ? g_ptr_array_index (texts->texts, n) : NULL;
}
