/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/pages.h"

#include "print/flow.h"
#include "print/page-break.h"
#include "print/page-frame.h"
#include "print/page-stack.h"
#include "print/ruled-rows.h"

/* What a signature takes along: at most so many paragraphs (print/page-break.h). */
#define LOOK_AHEAD 3

typedef struct
{
  guint section;
  guint number; /* in its section */
  BvPlace from;
  guint n_pieces;
} Page;

struct _BvPages
{
  const BvDocument *document;
  BvSection blank; /* what a document without a section shows */
  BvFonts *fonts;
  GArray *index; /* of Page */
  guint section; /* the one that is being laid out */
  BvFlow *flow;
  GPtrArray *ahead; /* of BvPiece: read, not yet on a page */
  guint n_read;     /* in the sections before */
  guint n_to_read;
  guint kept_page; /* the page whose texts are still set */
  GPtrArray *kept; /* of BvPiece */
};

static GPtrArray *
create_pieces (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bv_piece_free);
}

/**
 * bv_pages_new:
 * @document: what to lay out; it outlives the pages and does not change
 *
 * Nothing is laid out yet. One thread at a time may use the pages; two documents may be laid out in two.
 *
 * Returns: (transfer full): the pages of the document
 */
BvPages *
bv_pages_new (const BvDocument *document)
{
  g_autoptr (BvFonts) fonts = bv_fonts_get ();

  return bv_pages_new_with_fonts (document, fonts);
}

/**
 * bv_pages_new_with_fonts:
 * @document: what to lay out; it outlives the pages and does not change
 * @fonts: the faces, shared with other papers of the same thread
 *
 * Returns: (transfer full): the pages of the document, as bv_pages_new() makes them
 */
BvPages *
bv_pages_new_with_fonts (const BvDocument *document, BvFonts *fonts)
{
  BvPages *pages = g_new0 (BvPages, 1);

  pages->document = document;
  pages->blank.blocks = g_ptr_array_new ();
  pages->fonts = bv_fonts_ref (fonts);
  pages->index = g_array_new (FALSE, FALSE, sizeof (Page));
  pages->ahead = create_pieces ();
  pages->kept = create_pieces ();
  pages->kept_page = G_MAXUINT;
  for (guint i = 0; i < document->sections->len; i++)
    pages->n_to_read += bv_flow_count (document->sections->pdata[i]);
  return pages;
}

/**
 * bv_pages_free:
 * @pages: (transfer full): pages
 */
void
bv_pages_free (BvPages *pages)
{
  g_ptr_array_unref (pages->kept);
  g_ptr_array_unref (pages->ahead);
  g_clear_pointer (&pages->flow, bv_flow_free);
  g_array_unref (pages->index);
  bv_fonts_unref (pages->fonts);
  g_ptr_array_unref (pages->blank.blocks);
  g_free (pages);
}

static guint
count_sections (const BvPages *pages)
{
  return MAX (pages->document->sections->len, 1);
}

static const BvSection *
get_section (const BvPages *pages, guint index)
{
  return pages->document->sections->len == 0 ? &pages->blank : pages->document->sections->pdata[index];
}

static BvPageFrame
get_frame (const BvPages *pages, guint section)
{
  return bv_page_frame_get (pages->fonts, get_section (pages, section)->turn, pages->document->draft);
}

static BvFlow *
begin_flow (const BvPages *pages, guint section)
{
  BvPageFrame frame = get_frame (pages, section);

  return bv_flow_new (pages->fonts, get_section (pages, section), frame.text_width, frame.text_height);
}

static gboolean
read_ahead (BvPages *pages)
{
  guint n_ahead = pages->ahead->len;

  if (!bv_flow_read (pages->flow, pages->ahead))
    return FALSE;
  if (pages->ahead->len > n_ahead
      && ((BvPiece *) pages->ahead->pdata[pages->ahead->len - 1])->kind == BV_PIECE_HALVES)
    bv_page_break_tie_signature (pages->ahead);
  return TRUE;
}

/* Reads what may be tied to the end of the page. */
static void
look_ahead (BvPages *pages)
{
  for (guint n_read = 0; n_read < LOOK_AHEAD;)
    {
      const BvPiece *last = pages->ahead->pdata[pages->ahead->len - 1];

      if (last->kind == BV_PIECE_ROW || last->kind == BV_PIECE_HALVES || !read_ahead (pages))
        return;
      if (last->kind != BV_PIECE_GAP)
        n_read++;
    }
}

/* How many of the pieces ahead the next page takes. */
static guint
fill_page (BvPages *pages, double height)
{
  BvPageStack stack = { 0 };

  for (guint i = 0;; i++)
    {
      while (i >= pages->ahead->len)
        if (!read_ahead (pages))
          return pages->ahead->len;
      if (!bv_page_stack_fit (&stack, pages->ahead->pdata[i], height))
        {
          look_ahead (pages);
          return bv_page_break_find (pages->ahead, i);
        }
    }
}

/* The texts of the page stay set until another page is. */
static void
keep_pieces (BvPages *pages, guint page, guint n_pieces)
{
  GPtrArray *rest = create_pieces ();

  for (guint i = n_pieces; i < pages->ahead->len; i++)
    g_ptr_array_add (rest, pages->ahead->pdata[i]);
  g_ptr_array_set_free_func (pages->ahead, NULL);
  g_ptr_array_set_size (pages->ahead, n_pieces);
  g_ptr_array_set_free_func (pages->ahead, (GDestroyNotify) bv_piece_free);
  g_ptr_array_unref (pages->kept);
  pages->kept = pages->ahead;
  pages->kept_page = page;
  pages->ahead = rest;
}

static void
end_section (BvPages *pages)
{
  pages->n_read += pages->flow->n_read;
  g_clear_pointer (&pages->flow, bv_flow_free);
  pages->section++;
}

static void
lay_out_page (BvPages *pages)
{
  BvPageFrame frame = get_frame (pages, pages->section);
  Page page = { .section = pages->section, .number = 1 };
  gboolean ended;

  if (pages->flow == NULL)
    pages->flow = begin_flow (pages, pages->section);
  else
    page.number = g_array_index (pages->index, Page, pages->index->len - 1).number + 1;
  page.n_pieces = fill_page (pages, frame.text_height);
  if (page.n_pieces > 0)
    page.from = ((BvPiece *) pages->ahead->pdata[0])->place;
  ended = page.n_pieces == pages->ahead->len;
  g_array_append_val (pages->index, page);
  keep_pieces (pages, pages->index->len - 1, page.n_pieces);
  if (ended)
    end_section (pages);
}

/**
 * bv_pages_reach:
 * @pages: pages
 * @page: a page, from 0
 *
 * Lays out as far as @page. The time it takes grows with the pages between, not with those behind.
 *
 * Returns: whether there is such a page; even a document that says nothing has one
 */
gboolean
bv_pages_reach (BvPages *pages, guint page)
{
  while (page >= pages->index->len && !bv_pages_are_complete (pages))
    lay_out_page (pages);
  return page < pages->index->len;
}

/**
 * bv_pages_count:
 * @pages: pages
 *
 * Returns: how many are laid out; all there are once bv_pages_are_complete()
 */
guint
bv_pages_count (BvPages *pages)
{
  return pages->index->len;
}

/**
 * bv_pages_are_complete:
 * @pages: pages
 *
 * Returns: whether the last page is laid out
 */
gboolean
bv_pages_are_complete (BvPages *pages)
{
  return pages->section >= count_sections (pages);
}

/**
 * bv_pages_get_fraction:
 * @pages: pages
 *
 * Returns: how much of the document is laid out, 0 to 1
 */
double
bv_pages_get_fraction (BvPages *pages)
{
  guint n_read = pages->n_read + (pages->flow != NULL ? pages->flow->n_read : 0);

  return pages->n_to_read > 0 ? (double) n_read / pages->n_to_read : 1;
}

/**
 * bv_pages_get_size:
 * @pages: pages
 * @page: a page that bv_pages_reach() found
 * @width: (out): of the paper, in points
 * @height: (out): of the paper, in points
 */
void
bv_pages_get_size (BvPages *pages, guint page, double *width, double *height)
{
  BvPageFrame frame = get_frame (pages, g_array_index (pages->index, Page, page).section);

  *width = frame.width;
  *height = frame.height;
}

static void
recall_pieces (BvPages *pages, guint index)
{
  const Page *page = &g_array_index (pages->index, Page, index);
  g_autoptr (BvFlow) flow = begin_flow (pages, page->section);

  g_ptr_array_set_size (pages->kept, 0);
  bv_flow_seek (flow, page->from);
  while (pages->kept->len < page->n_pieces && bv_flow_read (flow, pages->kept))
    continue;
  g_ptr_array_set_size (pages->kept, page->n_pieces);
  pages->kept_page = index;
}

typedef void (*RunDrawFunc) (const BvRuledRows *run, cairo_t *cr);

static void
draw_runs (const GPtrArray *pieces, const double *tops, double x, RunDrawFunc draw, cairo_t *cr)
{
  BvPiece **rows = (BvPiece **) pieces->pdata;

  for (guint begin = 0, end; begin < pieces->len; begin = end)
    {
      end = begin + 1;
      if (rows[begin]->table == NULL)
        continue;
      while (end < pieces->len && rows[end]->table == rows[begin]->table)
        end++;
      draw (&(BvRuledRows){ rows + begin, tops + begin, end - begin, x }, cr);
    }
}

static void
draw_texts (const GPtrArray *pieces, const double *tops, double x, cairo_t *cr)
{
  const BvSetTable *table = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const BvPiece *piece = pieces->pdata[i];

      if (piece->table != NULL && piece->table != table)
        bv_piece_draw (piece->table->head, x, tops[i] - piece->table->head->height, cr);
      table = piece->table;
      bv_piece_draw (piece, x, tops[i], cr);
    }
}

static void
draw_pieces (const GPtrArray *pieces, const BvPageFrame *frame, cairo_t *cr)
{
  g_autofree double *tops = g_new (double, pieces->len);
  BvPageStack stack = { 0 };

  for (guint i = 0; i < pieces->len; i++)
    tops[i] = frame->top + bv_page_stack_add (&stack, pieces->pdata[i]);
  draw_runs (pieces, tops, frame->left, bv_ruled_rows_draw_shades, cr);
  draw_runs (pieces, tops, frame->left, bv_ruled_rows_draw_rules, cr);
  draw_texts (pieces, tops, frame->left, cr);
}

/**
 * bv_pages_draw:
 * @pages: pages
 * @page: a page that bv_pages_reach() found
 * @cr: what to draw on: the corner of the paper at its origin, a point its unit. The paper itself is not
 * drawn
 *
 * The page drawn last, or laid out last, is drawn again without setting its texts anew.
 */
void
bv_pages_draw (BvPages *pages, guint page, cairo_t *cr)
{
  const Page *drawn = &g_array_index (pages->index, Page, page);
  BvPageFrame frame = get_frame (pages, drawn->section);

  if (pages->kept_page != page)
    recall_pieces (pages, page);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (drawn->number > 1)
    bv_page_frame_draw_number (&frame, pages->fonts, drawn->number, cr);
  if (pages->document->draft)
    bv_page_frame_draw_draft (&frame, pages->fonts, cr);
  draw_pieces (pages->kept, &frame, cr);
  cairo_restore (cr);
}
