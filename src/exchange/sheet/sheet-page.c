/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/sheet-page.h"

#include "exchange/sheet/print-width.h"

#define PAPER_A4 9
#define A4_WIDTH 210.0 /* millimetres */
#define A4_HEIGHT 297.0
#define INCH 25.4 /* millimetres */
#define POINTS_AN_INCH 72.0
#define SURE_PART 0.98 /* of a page: programs round the scale */

/* NĐ 30/2020/NĐ-CP, Annex I, I.I.3, in millimetres. */
#define MARGIN_LEFT 30.0
#define MARGIN_RIGHT 15.0
#define MARGIN_TOP 20.0
#define MARGIN_BOTTOM 20.0
#define MARGIN_HEAD 10.0

/* In points. */
static double
room_on_page (gboolean landscape)
{
  return ((landscape ? A4_WIDTH : A4_HEIGHT) - MARGIN_TOP - MARGIN_BOTTOM) / INCH * POINTS_AN_INCH;
}

/* In points. */
static double
room_across_page (gboolean landscape)
{
  return ((landscape ? A4_HEIGHT : A4_WIDTH) - MARGIN_LEFT - MARGIN_RIGHT) / INCH * POINTS_AN_INCH;
}

/* Returns how small the sheet is printed. */
static double
fit_width (BvSheet *sheet, gboolean landscape, guint n_repeated)
{
  const double *widths = (const double *) (gpointer) sheet->widths->data;
  guint n_columns = sheet->widths->len;
  double room = room_across_page (landscape);
  guint n_pages = bv_print_width_count_pages (widths, n_columns, n_repeated, room, sheet->least_size);

  if (n_pages > 1 && n_repeated > 0)
    bv_book_check (sheet->book, worksheet_repeat_columns (sheet->worksheet, 0, n_repeated - 1));
  worksheet_fit_to_pages (sheet->worksheet, n_pages, 0);
  sheet->n_across = n_pages;
  return bv_print_width_scale (widths, n_columns, n_repeated, room, n_pages);
}

static gboolean
is_single_page (const BvSheet *sheet, gboolean landscape, double scale)
{
  return sheet->n_across == 1 && sheet->height * scale <= room_on_page (landscape);
}

/**
 * bv_sheet_set_page:
 * @sheet: a sheet whose rows are written
 * @landscape: whether it is wider than high
 * @n_repeated: how many of its first columns stand on every page where it takes several in width
 *
 * Sets the page as NĐ 30/2020/NĐ-CP does: A4, its margins, the number centred in the top margin. A single
 * page has no number. A draft says so on every page.
 * No letter is printed smaller than %BV_PRINT_LEAST_SIZE.
 */
void
bv_sheet_set_page (BvSheet *sheet, gboolean landscape, guint n_repeated)
{
  lxw_header_footer_options options = { .margin = MARGIN_HEAD / INCH };
  const char *draft = bv_book_is_draft (sheet->book) ? "&L&\"" BV_FONT ",Bold\"&13DỰ THẢO" : "";
  double scale = fit_width (sheet, landscape, n_repeated);
  const char *number = is_single_page (sheet, landscape, scale) ? "" : "&C&\"" BV_FONT ",Regular\"&13&P";
  g_autofree char *header = g_strconcat (draft, number, NULL);

  worksheet_set_paper (sheet->worksheet, PAPER_A4);
  if (landscape)
    worksheet_set_landscape (sheet->worksheet);
  worksheet_set_margins (sheet->worksheet, MARGIN_LEFT / INCH, MARGIN_RIGHT / INCH, MARGIN_TOP / INCH,
                         MARGIN_BOTTOM / INCH);
  worksheet_set_start_page (sheet->worksheet, 1);
  worksheet_gridlines (sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
  if (*header == '\0')
    return;
  bv_book_check (sheet->book, worksheet_set_header_opt (sheet->worksheet, header, &options));
  sheet->record->header = g_steal_pointer (&header);
}

/**
 * bv_sheet_set_table:
 * @sheet: a sheet
 * @head: the header row of its table
 * @last_row: the last row of the table, @head where it is empty
 * @last_column: its last column
 *
 * Makes the table one to work with: filters, and the header on every page.
 */
void
bv_sheet_set_table (BvSheet *sheet, guint head, guint last_row, guint last_column)
{
  bv_book_check (sheet->book, worksheet_repeat_rows (sheet->worksheet, head, head));
  bv_book_check (sheet->book, worksheet_autofilter (sheet->worksheet, head, 0, last_row, last_column));
}

/* Whether something after @row would begin a page. */
static gboolean
breaks_after (const BvSheet *sheet, guint head, guint row, gboolean landscape)
{
  double repeated = g_array_index (sheet->heights, double, head);
  double used = 0;

  for (guint i = 0; i < sheet->heights->len; i++)
    {
      double height = g_array_index (sheet->heights, double, i);

      used += height;
      if (used <= room_on_page (landscape))
        continue;
      if (i > row)
        return TRUE;
      used = height + (i > head ? repeated : 0);
    }
  return FALSE;
}

/**
 * bv_sheet_keep_together:
 * @sheet: a sheet whose rows are written
 * @head: the row repeated on every page
 * @row: a row
 * @landscape: whether the page is wider than high
 *
 * Breaks the page before @row where what comes after it would begin a page: a signature never stands on a
 * page without any of what is signed.
 */
void
bv_sheet_keep_together (BvSheet *sheet, guint head, guint row, gboolean landscape)
{
  lxw_row_t breaks[] = { row, 0 };

  if (breaks_after (sheet, head, row, landscape))
    bv_book_check (sheet->book, worksheet_set_h_pagebreaks (sheet->worksheet, breaks));
}

/* How high the rows of one page may be together, of a sheet that takes one page in width. */
static double
find_page_height (const BvSheet *sheet, gboolean landscape)
{
  const double *widths = (const double *) (gpointer) sheet->widths->data;
  double scale = bv_print_width_scale (widths, sheet->widths->len, 0, room_across_page (landscape), 1);

  return room_on_page (landscape) / scale * SURE_PART;
}

/**
 * bv_sheet_keep_heads:
 * @sheet: a sheet whose rows are written
 * @head: the row repeated on every page
 * @rows: (element-type guint): rows that are heads of parts, in their order
 * @landscape: whether the page is wider than high
 *
 * Breaks the page before each head that would stand alone at its foot.
 */
void
bv_sheet_keep_heads (BvSheet *sheet, guint head, const GArray *rows, gboolean landscape)
{
  const double *heights = (const double *) (gpointer) sheet->heights->data;
  g_autoptr (GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));
  double room = find_page_height (sheet, landscape);
  double used = 0;
  guint next = 0;

  for (guint i = 0; i < sheet->heights->len; i++)
    {
      gboolean is_head = next < rows->len && g_array_index (rows, guint, next) == i;
      double needed = heights[i] + (is_head && i + 1 < sheet->heights->len ? heights[i + 1] : 0);
      lxw_row_t row = i;

      next += is_head;
      if (used + needed > room)
        {
          if (is_head)
            g_array_append_val (breaks, row);
          used = heights[head];
        }
      used += heights[i];
    }
  if (breaks->len > 0)
    bv_book_check (sheet->book,
                   worksheet_set_h_pagebreaks (sheet->worksheet, (lxw_row_t *) (gpointer) breaks->data));
}
