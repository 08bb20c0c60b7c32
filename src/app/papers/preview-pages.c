/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/preview-pages.h"

#include "app/table/list-type.h"

/* So much is laid out at once; the window stays quick. */
#define STEP_MICROSECONDS 8000

/**
 * BvPreviewPage:
 *
 * One page of a document.
 */
struct _BvPreviewPage
{
  GObject parent_instance;
  BvPreviewPages *pages;
  guint page; /* from 0 */
};

G_DEFINE_FINAL_TYPE (BvPreviewPage, bv_preview_page, G_TYPE_OBJECT)

/**
 * BvPreviewPages:
 *
 * A document and its pages, a list of #BvPreviewPage. The first page is there at once, the others follow
 * while the program has nothing else to do. For the main thread.
 */
struct _BvPreviewPages
{
  GObject parent_instance;
  BvDocument *document;
  BvPages *pages;
  guint n_pages; /* as the list announced */
  guint source;
};

enum
{
  PROP_NUMBER = 1,
};

static guint
bv_preview_pages_get_n_items (GListModel *list)
{
  return BV_PREVIEW_PAGES (list)->n_pages;
}

static gpointer
bv_preview_pages_get_item (GListModel *list, guint position)
{
  BvPreviewPage *sheet;

  if (position >= BV_PREVIEW_PAGES (list)->n_pages)
    return NULL;
  sheet = g_object_new (BV_TYPE_PREVIEW_PAGE, NULL);
  sheet->pages = g_object_ref (BV_PREVIEW_PAGES (list));
  sheet->page = position;
  return sheet;
}

BV_DEFINE_LIST_TYPE (BvPreviewPages, bv_preview_pages, BV_TYPE_PREVIEW_PAGE)

static void
bv_preview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, BV_PREVIEW_PAGE (object)->page + 1);
}

static void
bv_preview_page_finalize (GObject *object)
{
  g_object_unref (BV_PREVIEW_PAGE (object)->pages);
  G_OBJECT_CLASS (bv_preview_page_parent_class)->finalize (object);
}

static void
bv_preview_page_class_init (BvPreviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_preview_page_get_property;
  object_class->finalize = bv_preview_page_finalize;
  /* The page's, from 1. */
  g_object_class_install_property (
    object_class, PROP_NUMBER,
    g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
bv_preview_page_init (BvPreviewPage *self)
{
}

static void
announce (BvPreviewPages *self)
{
  guint before = self->n_pages;

  self->n_pages = bv_pages_count (self->pages);
  if (self->n_pages > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_pages - before);
}

static gboolean
lay_out_cb (gpointer data)
{
  BvPreviewPages *self = data;

  if (!bv_preview_pages_lay_out (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
bv_preview_pages_dispose (GObject *object)
{
  g_clear_handle_id (&BV_PREVIEW_PAGES (object)->source, g_source_remove);
  G_OBJECT_CLASS (bv_preview_pages_parent_class)->dispose (object);
}

static void
bv_preview_pages_finalize (GObject *object)
{
  BvPreviewPages *self = BV_PREVIEW_PAGES (object);

  bv_pages_free (self->pages);
  bv_document_free (self->document);
  G_OBJECT_CLASS (bv_preview_pages_parent_class)->finalize (object);
}

static void
bv_preview_pages_class_init (BvPreviewPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bv_preview_pages_dispose;
  object_class->finalize = bv_preview_pages_finalize;
}

static void
bv_preview_pages_init (BvPreviewPages *self)
{
}

/**
 * bv_preview_pages_new:
 * @document: (transfer full): a document
 *
 * Returns: (transfer full): its pages; the first is laid out
 */
BvPreviewPages *
bv_preview_pages_new (BvDocument *document)
{
  BvPreviewPages *self = g_object_new (BV_TYPE_PREVIEW_PAGES, NULL);

  self->document = document;
  self->pages = bv_pages_new (document);
  bv_preview_pages_reach (self, 0);
  self->source = g_idle_add_full (G_PRIORITY_LOW, lay_out_cb, self, NULL);
  return self;
}

/**
 * bv_preview_pages_get_document:
 * @pages: pages
 *
 * Returns: (transfer none): what they show
 */
const BvDocument *
bv_preview_pages_get_document (BvPreviewPages *pages)
{
  return pages->document;
}

/**
 * bv_preview_pages_lay_out:
 * @pages: pages
 *
 * Lays out some more pages, for a moment.
 *
 * Returns: whether these were the last
 */
gboolean
bv_preview_pages_lay_out (BvPreviewPages *pages)
{
  gint64 end = g_get_monotonic_time () + STEP_MICROSECONDS;
  gboolean more;

  do
    more = bv_pages_reach (pages->pages, bv_pages_count (pages->pages));
  while (more && g_get_monotonic_time () < end);
  announce (pages);
  return bv_pages_are_complete (pages->pages);
}

/**
 * bv_preview_pages_reach:
 * @pages: pages
 * @page: one that is wanted, from 0
 *
 * Lays out all pages up to that one, or to the last.
 */
void
bv_preview_pages_reach (BvPreviewPages *pages, guint page)
{
  bv_pages_reach (pages->pages, page);
  announce (pages);
}

/**
 * bv_preview_pages_are_complete:
 * @pages: pages
 *
 * Returns: whether all pages are laid out
 */
gboolean
bv_preview_pages_are_complete (BvPreviewPages *pages)
{
  return bv_pages_are_complete (pages->pages);
}

/**
 * bv_preview_pages_get_size:
 * @pages: pages
 * @page: one that is in the list, from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
bv_preview_pages_get_size (BvPreviewPages *pages, guint page, double *width, double *height)
{
  bv_pages_get_size (pages->pages, page, width, height);
}

/**
 * bv_preview_pages_draw:
 * @pages: pages
 * @page: one that is in the list, from 0
 * @cr: where to, in points
 */
void
bv_preview_pages_draw (BvPreviewPages *pages, guint page, cairo_t *cr)
{
  bv_pages_draw (pages->pages, page, cr);
}

/**
 * bv_preview_page_get_pages:
 * @sheet: a page
 *
 * Returns: (transfer none): the pages it is one of
 */
BvPreviewPages *
bv_preview_page_get_pages (BvPreviewPage *sheet)
{
  return sheet->pages;
}

/**
 * bv_preview_page_get_page:
 * @sheet: a page
 *
 * Returns: which one it is, from 0
 */
guint
bv_preview_page_get_page (BvPreviewPage *sheet)
{
  return sheet->page;
}
