/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/pages.h"

#include <string.h>

#define ROWS 300

static BvDocument *
create_list (guint n_rows)
{
  static const BvColumn columns[] = {
    { (char *) "STT", 1, BV_ALIGN_CENTER },
    { (char *) "Họ và tên", 5, BV_ALIGN_LEFT },
  };
  BvDocument *list = bv_document_new ("Danh sách", "Sở Nội vụ");
  BvSection *section = bv_document_begin_section (list, BV_TURN_PORTRAIT);
  BvBlock *table;

  bv_section_add_ruled (section, BV_STYLE_TITLE, "DANH SÁCH", BV_RULE_ORGAN);
  table = bv_section_add_table (section, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_rows; i++)
    {
      char **cells = g_new0 (char *, 3);

      cells[0] = g_strdup_printf ("%u", i + 1);
      cells[1] = g_strdup_printf ("Nguyễn Thị Hồng Phượng %u", i * i);
      bv_block_add_row (table, i % 9 == 0 ? BV_BLOCK_ROW_MARKED : BV_BLOCK_ROW_PLAIN, cells);
    }
  bv_section_add_paragraph (bv_document_begin_section (list, BV_TURN_LANDSCAPE), BV_STYLE_BODY, "Phụ lục");
  return list;
}

/* What is drawn of a page, as the sum of its dots. */
static char *
draw (BvPages *pages, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 842, 842);
  cairo_t *cr = cairo_create (surface);
  char *sum;

  bv_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                     842 * cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return sum;
}

static void
test_drawn_again (void)
{
  g_autoptr (BvDocument) list = create_list (ROWS);
  g_autoptr (BvPages) pages = bv_pages_new (list);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; bv_pages_reach (pages, i); i++)
    {
      g_autofree char *again = draw (pages, i);

      g_ptr_array_add (sums, draw (pages, i));
      g_assert_cmpstr (sums->pdata[i], ==, again);
    }
  g_assert_cmpuint (sums->len, >, 5);
  for (guint i = sums->len; i > 0; i--)
    {
      g_autofree char *backwards = draw (pages, i - 1);

      g_assert_cmpstr (sums->pdata[i - 1], ==, backwards);
      g_assert_true (i == 1 || strcmp (sums->pdata[i - 1], sums->pdata[i - 2]) != 0);
    }
}

static void
test_drawn_between (void)
{
  g_autoptr (BvDocument) list = create_list (ROWS);
  g_autoptr (BvPages) straight = bv_pages_new (list);
  g_autoptr (BvPages) pages = bv_pages_new (list);

  for (guint i = 0; bv_pages_reach (straight, i); i++)
    {
      g_autofree char *expected = draw (straight, i);
      g_autofree char *first = NULL;
      g_autofree char *drawn = NULL;

      g_assert_true (bv_pages_reach (pages, i));
      first = draw (pages, 0);
      drawn = draw (pages, i);
      g_assert_cmpstr (drawn, ==, expected);
    }
}

static void
test_lazy (void)
{
  g_autoptr (BvDocument) list = create_list (ROWS);
  g_autoptr (BvPages) pages = bv_pages_new (list);
  double before = 0;

  g_assert_cmpuint (bv_pages_count (pages), ==, 0);
  for (guint i = 0; bv_pages_reach (pages, i); i++)
    {
      g_assert_cmpuint (bv_pages_count (pages), ==, i + 1);
      g_assert_cmpfloat (bv_pages_get_fraction (pages), >, before);
      before = bv_pages_get_fraction (pages);
      g_assert_true (bv_pages_are_complete (pages) == (before >= 1));
    }
  g_assert_true (bv_pages_are_complete (pages));
  g_assert_false (bv_pages_reach (pages, bv_pages_count (pages)));
}

static void
test_sizes (void)
{
  g_autoptr (BvDocument) list = create_list (1);
  g_autoptr (BvPages) pages = bv_pages_new (list);
  double width;
  double height;

  g_assert_true (bv_pages_reach (pages, 1));
  bv_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  bv_pages_get_size (pages, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 595.28, 0.01);
}

static void
test_nothing (void)
{
  g_autoptr (BvDocument) document = bv_document_new (NULL, NULL);
  g_autoptr (BvPages) pages = bv_pages_new (document);

  g_assert_true (bv_pages_reach (pages, 0));
  g_assert_false (bv_pages_reach (pages, 1));
  g_assert_cmpfloat (bv_pages_get_fraction (pages), ==, 1);
}

/* However little room there is, pages come to an end. */
static void
test_narrow_columns (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Bảng điểm", "Sở Nội vụ");
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (BvColumn));
  g_autoptr (BvPages) pages = bv_pages_new (document);
  BvBlock *table;
  char **cells = g_new0 (char *, 101);

  for (guint i = 0; i < 100; i++)
    {
      BvColumn column = { (char *) "Tiêu chí thành phần về điều hành và quản trị hành chính công", 0, 0 };

      g_array_append_val (columns, column);
      cells[i] = g_strdup ("điểm thưởng 10,25");
    }
  table = bv_section_add_table (section, (const BvColumn *) (gpointer) columns->data, columns->len);
  bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, cells);
  g_assert_false (bv_pages_reach (pages, 1000));
  for (guint i = 0; i < bv_pages_count (pages); i++)
    g_free (draw (pages, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/drawn-again-in-any-order-are-the-same", test_drawn_again);
  g_test_add_func ("/pages/drawing-one-does-not-change-how-the-next-is-laid-out", test_drawn_between);
  g_test_add_func ("/pages/are-laid-out-one-by-one", test_lazy);
  g_test_add_func ("/pages/are-A4-in-the-turn-of-their-section", test_sizes);
  g_test_add_func ("/pages/a-document-that-says-nothing-has-one", test_nothing);
  g_test_add_func ("/pages/come-to-an-end-in-columns-without-room", test_narrow_columns);
  return g_test_run ();
}
