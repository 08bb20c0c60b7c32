/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/paste/copied-text.h"

#include "exchange/paste/pasted-block.h"
#include "exchange/plain/html-table.h"
#include "exchange/plain/plain-text.h"

/* As other systems name it, and as GTK names what Windows calls “HTML Format”. */
static const char *const html[] = { "text/html", "application/x.windows.HTML Format", NULL };

/* In UTF-16 a letter has two bytes. */
#define BYTES_MAX (2 * BV_PASTED_BLOCK_BYTES_MAX)

typedef struct
{
  GdkClipboard *clipboard;
  BvCopiedPart part;
  GOutputStream *bytes; /* of HTML, while it is read */
  BvCopiedTextFunc func;
  gpointer data;
} Reading;

static void
finish (Reading *reading, char *text)
{
  reading->func (text, reading->data);
  g_clear_object (&reading->bytes);
  g_object_unref (reading->clipboard);
  g_free (reading);
}

static void
text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  finish (data, gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL));
}

static void
read_text (Reading *reading)
{
  gdk_clipboard_read_text_async (reading->clipboard, NULL, text_cb, reading);
}

/* NULL: it has no table that can be read, or more than that is wanted. */
static char *
take_table (const Reading *reading)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (reading->bytes);
  g_autofree char *text = bv_plain_text_decode (g_memory_output_stream_get_data (memory),
                                                g_memory_output_stream_get_data_size (memory));
  g_autoptr (BvPastedBlock) block
    = text != NULL && bv_pasted_block_is_html (text) ? bv_pasted_block_read (text, NULL) : NULL;

  if (block == NULL || (reading->part == BV_COPIED_ALL && !bv_html_table_is_all (text)))
    return NULL;
  return g_steal_pointer (&text);
}

static void
html_read_cb (GObject *bytes, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  gssize length = g_output_stream_splice_finish (G_OUTPUT_STREAM (bytes), result, NULL);
  char *text = length > 0 ? take_table (reading) : NULL;

  if (text != NULL)
    finish (reading, text);
  else
    read_text (reading);
}

static void
html_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);

  if (stream == NULL)
    {
      read_text (reading);
      return;
    }
  /* What does not fit is no table: the text beside it is read then. */
  reading->bytes = g_memory_output_stream_new (g_malloc (BYTES_MAX), BYTES_MAX, NULL, g_free);
  g_output_stream_splice_async (reading->bytes, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_read_cb, reading);
}

static gboolean
has_html (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  for (guint i = 0; html[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, html[i]))
      return TRUE;
  return FALSE;
}

/**
 * bv_copied_text_read:
 * @widget: where it is pasted
 * @part: when HTML is taken; else it is the text beside it
 * @func: takes what is on the clipboard, later
 * @data: for @func
 *
 * Spreadsheets and word processors put cells there twice. HTML says more of them than text: where each begins
 * and ends, and which number it is that a cell shows.
 */
void
bv_copied_text_read (GtkWidget *widget, BvCopiedPart part, BvCopiedTextFunc func, gpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  Reading *reading = g_new0 (Reading, 1);

  *reading = (Reading){ g_object_ref (clipboard), part, NULL, func, data };
  if (has_html (clipboard))
    gdk_clipboard_read_async (clipboard, (const char **) html, G_PRIORITY_DEFAULT, NULL, html_cb, reading);
  else
    read_text (reading);
}
