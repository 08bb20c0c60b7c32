/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/shared-texts.h"

#include "exchange/read-back/cell-hash.h"
#include "exchange/workbook/cell-text.h"

#include <string.h>

typedef struct
{
  GArray *hashes;
  GString *text;
  gboolean in_text;
} Reading;

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *reading = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (reading->text, 0);
  reading->in_text = strcmp (name, "t") == 0;
}

static void
text_cb (void *data, const XML_Char *text, int length)
{
  Reading *reading = data;

  if (reading->in_text)
    g_string_append_len (reading->text, text, length);
}

static void
end_cb (void *data, const XML_Char *name)
{
  Reading *reading = data;
  guint64 hash;

  reading->in_text = FALSE;
  if (strcmp (name, "si") != 0)
    return;
  bv_cell_text_decode (reading->text);
  hash = bv_cell_hash_bytes (reading->text->str, reading->text->len);
  g_array_append_val (reading->hashes, hash);
}

/**
 * bv_shared_texts_read:
 * @reader: a reader at the part %BV_SHARED_TEXTS_PART
 *
 * Returns: (transfer full) (element-type guint64) (nullable): the hash of each text as people read it; %NULL
 *   where the part is not whole
 */
GArray *
bv_shared_texts_read (BvPackageReader *reader)
{
  static const BvPackageHandlers handlers = { start_cb, end_cb, text_cb };
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  Reading reading = { hashes, g_string_new (NULL), FALSE };
  gboolean whole = bv_package_reader_parse (reader, &handlers, &reading);

  g_string_free (reading.text, TRUE);
  return whole ? g_steal_pointer (&hashes) : NULL;
}
