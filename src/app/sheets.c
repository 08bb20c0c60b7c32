/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sheets.h"

#include "app/list-type.h"

/* So much is laid out at once; the window stays quick. */
#define STEP_MICROSECONDS 8000

/**
 * BvSheet:
 *
 * One page of a document.
 */
struct _BvSheet
{
  GObject parent_instance;
  BvSheets *sheets;
  guint page; /* from 0 */
};

G_DEFINE_FINAL_TYPE (BvSheet, bv_sheet, G_TYPE_OBJECT)

/**
 * BvSheets:
 *
 * A document and its pages, a list of #BvSheet. The first page is there at once, the others follow while the
 * program has nothing else to do. For the main thread.
 */
struct _BvSheets
{
  GObject parent_instance;
  BvDocument *document;
  BvPages *pages;
  guint n_pages; /* as the list was told */
  guint source;
};

enum
{
  PROP_NUMBER = 1,
};

static guint
bv_sheets_get_n_items (GListModel *list)
{
  return BV_SHEETS (list)->n_pages;
}

static gpointer
bv_sheets_get_item (GListModel *list, guint position)
{
  BvSheet *sheet;

  if (position >= BV_SHEETS (list)->n_pages)
    return NULL;
  sheet = g_object_new (BV_TYPE_SHEET, NULL);
  sheet->sheets = g_object_ref (BV_SHEETS (list));
  sheet->page = position;
  return sheet;
}

BV_DEFINE_LIST_TYPE (BvSheets, bv_sheets, BV_TYPE_SHEET)

static void
bv_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, BV_SHEET (object)->page + 1);
}

static void
bv_sheet_finalize (GObject *object)
{
  g_object_unref (BV_SHEET (object)->sheets);
  G_OBJECT_CLASS (bv_sheet_parent_class)->finalize (object);
}

static void
bv_sheet_class_init (BvSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_sheet_get_property;
  object_class->finalize = bv_sheet_finalize;
  /* The page's, from 1. */
  g_object_class_install_property (
    object_class, PROP_NUMBER,
    g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
bv_sheet_init (BvSheet *self)
{
}

static void
tell (BvSheets *self)
{
  guint before = self->n_pages;

  self->n_pages = bv_pages_count (self->pages);
  if (self->n_pages > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_pages - before);
}

static gboolean
lay_out_cb (gpointer data)
{
  BvSheets *self = data;

  if (!bv_sheets_lay_out (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
bv_sheets_dispose (GObject *object)
{
  g_clear_handle_id (&BV_SHEETS (object)->source, g_source_remove);
  G_OBJECT_CLASS (bv_sheets_parent_class)->dispose (object);
}

static void
bv_sheets_finalize (GObject *object)
{
  BvSheets *self = BV_SHEETS (object);

  bv_pages_free (self->pages);
  bv_document_free (self->document);
  G_OBJECT_CLASS (bv_sheets_parent_class)->finalize (object);
}

static void
bv_sheets_class_init (BvSheetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bv_sheets_dispose;
  object_class->finalize = bv_sheets_finalize;
}

static void
bv_sheets_init (BvSheets *self)
{
}

/**
 * bv_sheets_new:
 * @document: (transfer full): a document
 *
 * Returns: (transfer full): its pages; the first is laid out
 */
BvSheets *
bv_sheets_new (BvDocument *document)
{
  BvSheets *self = g_object_new (BV_TYPE_SHEETS, NULL);

  self->document = document;
  self->pages = bv_pages_new (document);
  bv_sheets_reach (self, 0);
  self->source = g_idle_add_full (G_PRIORITY_LOW, lay_out_cb, self, NULL);
  return self;
}

/**
 * bv_sheets_get_document:
 * @sheets: pages
 *
 * Returns: (transfer none): what they show
 */
const BvDocument *
bv_sheets_get_document (BvSheets *sheets)
{
  return sheets->document;
}

/**
 * bv_sheets_lay_out:
 * @sheets: pages
 *
 * Lays out some more pages, for a moment.
 *
 * Returns: whether these were the last
 */
gboolean
bv_sheets_lay_out (BvSheets *sheets)
{
  gint64 end = g_get_monotonic_time () + STEP_MICROSECONDS;
  gboolean more;

  do
    more = bv_pages_reach (sheets->pages, bv_pages_count (sheets->pages));
  while (more && g_get_monotonic_time () < end);
  tell (sheets);
  return bv_pages_are_complete (sheets->pages);
}

/**
 * bv_sheets_reach:
 * @sheets: pages
 * @page: one that is wanted, from 0
 *
 * Lays out all pages up to that one, or to the last.
 */
void
bv_sheets_reach (BvSheets *sheets, guint page)
{
  bv_pages_reach (sheets->pages, page);
  tell (sheets);
}

/**
 * bv_sheets_are_complete:
 * @sheets: pages
 *
 * Returns: whether all pages are laid out
 */
gboolean
bv_sheets_are_complete (BvSheets *sheets)
{
  return bv_pages_are_complete (sheets->pages);
}

/**
 * bv_sheets_get_size:
 * @sheets: pages
 * @page: one that is in the list, from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
bv_sheets_get_size (BvSheets *sheets, guint page, double *width, double *height)
{
  bv_pages_get_size (sheets->pages, page, width, height);
}

/**
 * bv_sheets_draw:
 * @sheets: pages
 * @page: one that is in the list, from 0
 * @cr: where to, in points
 */
void
bv_sheets_draw (BvSheets *sheets, guint page, cairo_t *cr)
{
  bv_pages_draw (sheets->pages, page, cr);
}

/**
 * bv_sheet_get_sheets:
 * @sheet: a page
 *
 * Returns: (transfer none): the pages it is one of
 */
BvSheets *
bv_sheet_get_sheets (BvSheet *sheet)
{
  return sheet->sheets;
}

/**
 * bv_sheet_get_page:
 * @sheet: a page
 *
 * Returns: which one it is, from 0
 */
guint
bv_sheet_get_page (BvSheet *sheet)
{
  return sheet->page;
}
