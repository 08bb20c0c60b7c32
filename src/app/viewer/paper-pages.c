/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/viewer/paper-pages.h"

/* Texts kept, those of pages nearby. */
#define MOST_TEXTS 32

typedef struct
{
  GdkTexture *picture; /* NULL: none yet */
  guint width;         /* for which @picture was asked */
  guint asked;         /* for which one was asked and has not come; 0: none */
  BvPaperText *text;   /* NULL: none yet, or not kept */
  gboolean asks_text;
  char *fault; /* NULL: none */
} Sheet;

/**
 * BvPaperPages:
 *
 * The pages of a document as they come: `opened` once it is known how many there are, `came` with a page
 * whose picture or text came or failed, `failed` with words where there is nothing to show.
 */
struct _BvPaperPages
{
  GObject parent_instance;
  BvFolioReader *reader;
  BvFolioSize *sizes;
  Sheet *sheets;
  guint n_pages;
  guint first; /* seen */
  guint last;
  gsize bytes;   /* of all pictures */
  guint n_texts; /* kept */
};

G_DEFINE_FINAL_TYPE (BvPaperPages, bv_paper_pages, G_TYPE_OBJECT)

enum
{
  OPENED,
  CAME,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gsize
count_bytes (GdkTexture *picture)
{
  return (gsize) gdk_texture_get_width (picture) * (gsize) gdk_texture_get_height (picture) * 4;
}

static guint
count_pages_away (BvPaperPages *self, guint page)
{
  return page < self->first ? self->first - page : page > self->last ? page - self->last : 0;
}

static void
clear_picture (BvPaperPages *self, Sheet *sheet)
{
  if (sheet->picture != NULL)
    self->bytes -= count_bytes (sheet->picture);
  g_clear_object (&sheet->picture);
  sheet->width = 0;
}

static void
clear_text (BvPaperPages *self, Sheet *sheet)
{
  if (sheet->text != NULL)
    self->n_texts--;
  g_clear_pointer (&sheet->text, bv_paper_text_free);
}

/* Of pages that have a picture, or a text, the one that is furthest from what is seen. */
static Sheet *
find_furthest (BvPaperPages *self, gboolean of_pictures)
{
  Sheet *furthest = NULL;
  guint most = 0;

  for (guint i = 0; i < self->n_pages; i++)
    if ((of_pictures ? self->sheets[i].picture != NULL : self->sheets[i].text != NULL)
        && count_pages_away (self, i) > most)
      {
        furthest = &self->sheets[i];
        most = count_pages_away (self, i);
      }
  return furthest;
}

static void
give_back (BvPaperPages *self)
{
  Sheet *sheet;

  while (self->bytes > BV_PAPER_PAGES_MOST && (sheet = find_furthest (self, TRUE)) != NULL)
    clear_picture (self, sheet);
  while (self->n_texts > MOST_TEXTS && (sheet = find_furthest (self, FALSE)) != NULL)
    clear_text (self, sheet);
}

static void
opened_cb (gpointer data, const BvFolioSize *sizes, guint n_pages)
{
  BvPaperPages *self = data;

  self->sizes = g_memdup2 (sizes, n_pages * sizeof *sizes);
  self->sheets = g_new0 (Sheet, n_pages);
  self->n_pages = n_pages;
  g_signal_emit (self, signals[OPENED], 0);
}

static void
picture_cb (gpointer data, guint page, const BvFolioPicture *picture)
{
  BvPaperPages *self = data;
  Sheet *sheet = &self->sheets[page];

  clear_picture (self, sheet);
  sheet->picture = gdk_memory_texture_new ((int) picture->width, (int) picture->height, GDK_MEMORY_DEFAULT,
                                           picture->pixels, (gsize) picture->width * 4);
  sheet->width = picture->asked;
  if (sheet->asked == picture->asked)
    sheet->asked = 0;
  self->bytes += count_bytes (sheet->picture);
  g_signal_emit (self, signals[CAME], 0, page);
  give_back (self);
}

static void
text_cb (gpointer data, guint page, const char *text, const BvFolioBox *boxes, guint n_boxes)
{
  BvPaperPages *self = data;
  Sheet *sheet = &self->sheets[page];

  clear_text (self, sheet);
  sheet->text = bv_paper_text_new (text, boxes, n_boxes);
  sheet->asks_text = FALSE;
  self->n_texts++;
  g_signal_emit (self, signals[CAME], 0, page);
  give_back (self);
}

static void
failed_cb (gpointer data, int page, const GError *error)
{
  BvPaperPages *self = data;
  Sheet *sheet;

  if (page < 0)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  sheet = &self->sheets[page];
  g_free (sheet->fault);
  sheet->fault = g_strdup (error->message);
  sheet->asked = 0;
  g_signal_emit (self, signals[CAME], 0, (guint) page);
}

static void
bv_paper_pages_dispose (GObject *object)
{
  BvPaperPages *self = BV_PAPER_PAGES (object);

  g_clear_pointer (&self->reader, bv_folio_reader_close);
  for (guint i = 0; i < self->n_pages; i++)
    {
      clear_picture (self, &self->sheets[i]);
      clear_text (self, &self->sheets[i]);
      g_clear_pointer (&self->sheets[i].fault, g_free);
    }
  self->n_pages = 0;
  g_clear_pointer (&self->sizes, g_free);
  g_clear_pointer (&self->sheets, g_free);
  G_OBJECT_CLASS (bv_paper_pages_parent_class)->dispose (object);
}

static void
bv_paper_pages_class_init (BvPaperPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_paper_pages_dispose;
  signals[OPENED]
    = g_signal_new ("opened", BV_TYPE_PAPER_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CAME] = g_signal_new ("came", BV_TYPE_PAPER_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", BV_TYPE_PAPER_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bv_paper_pages_init (BvPaperPages *self)
{
}

/**
 * bv_paper_pages_new:
 * @path: a document from outside
 *
 * Returns: (transfer full): its pages, of which nothing is known yet
 */
BvPaperPages *
bv_paper_pages_new (const char *path)
{
  static const BvFolioSink sink = { opened_cb, picture_cb, text_cb, failed_cb };
  BvPaperPages *self = g_object_new (BV_TYPE_PAPER_PAGES, NULL);

  self->reader = bv_folio_reader_open (path, &sink, self);
  return self;
}

/**
 * bv_paper_pages_count:
 * @pages: pages
 *
 * Returns: how many there are; 0 while that is not known
 */
guint
bv_paper_pages_count (BvPaperPages *pages)
{
  return pages->n_pages;
}

/**
 * bv_paper_pages_get_size:
 * @pages: pages
 * @page: counted from 0
 *
 * Returns: (transfer none): its size, in points; that of A4 where it says none
 */
const BvFolioSize *
bv_paper_pages_get_size (BvPaperPages *pages, guint page)
{
  static const BvFolioSize a4 = { 595, 842 };
  const BvFolioSize *size = &pages->sizes[page];

  return size->width >= 1 && size->height >= 1 ? size : &a4;
}

/**
 * bv_paper_pages_get_picture:
 * @pages: pages
 * @page: counted from 0
 *
 * Returns: (transfer none) (nullable): its picture, perhaps of another size than is wanted
 */
GdkTexture *
bv_paper_pages_get_picture (BvPaperPages *pages, guint page)
{
  return pages->sheets[page].picture;
}

/**
 * bv_paper_pages_get_fault:
 * @pages: pages
 * @page: counted from 0
 *
 * Returns: (transfer none) (nullable): why it cannot be shown
 */
const char *
bv_paper_pages_get_fault (BvPaperPages *pages, guint page)
{
  return pages->sheets[page].fault;
}

static void
ask (BvPaperPages *self, guint page, guint width)
{
  Sheet *sheet = &self->sheets[page];

  if (width == 0 || sheet->fault != NULL || sheet->width == width || sheet->asked == width)
    return;
  sheet->asked = width;
  bv_folio_reader_ask_picture (self->reader, page, width);
}

/**
 * bv_paper_pages_want:
 * @pages: pages
 * @first: the first one that is seen
 * @last: the last one that is seen
 * @widths: in pixels, of the page before @first, of those that are seen, and of the page behind @last; 0:
 * there is none
 *
 * Asks for their pictures, for those next to them after, and for none that was asked for before and is not
 * wanted now.
 */
void
bv_paper_pages_want (BvPaperPages *pages, guint first, guint last, const guint *widths)
{
  gboolean moved = first != pages->first || last != pages->last;

  pages->first = first;
  pages->last = last;
  for (guint i = first; i <= last; i++)
    moved = moved || (pages->sheets[i].asked != 0 && pages->sheets[i].asked != widths[i - first + 1]);
  for (guint i = 0; moved && i < pages->n_pages; i++)
    {
      pages->sheets[i].asked = 0;
      pages->sheets[i].asks_text = FALSE;
    }
  if (moved)
    bv_folio_reader_drop_requests (pages->reader);
  for (guint i = first; i <= last; i++)
    ask (pages, i, widths[i - first + 1]);
  if (last + 1 < pages->n_pages)
    ask (pages, last + 1, widths[last - first + 2]);
  if (first > 0)
    ask (pages, first - 1, widths[0]);
}

/**
 * bv_paper_pages_get_text:
 * @pages: pages
 * @page: counted from 0
 *
 * Returns: (transfer none) (nullable): its text; where it is not there it is asked for, and `came` tells
 */
const BvPaperText *
bv_paper_pages_get_text (BvPaperPages *pages, guint page)
{
  Sheet *sheet = &pages->sheets[page];

  if (sheet->text == NULL && !sheet->asks_text && sheet->fault == NULL)
    {
      sheet->asks_text = TRUE;
      bv_folio_reader_ask_text (pages->reader, page);
    }
  return sheet->text;
}

/**
 * bv_paper_pages_get_process:
 * @pages: pages
 *
 * Returns: (transfer none) (nullable): what the system calls the process that draws them
 */
const char *
bv_paper_pages_get_process (BvPaperPages *pages)
{
  return bv_folio_reader_get_process (pages->reader);
}
