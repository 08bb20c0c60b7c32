/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"
#include "bench-clock.h"
#include "print/pages.h"
#include "print/pdf.h"

/* A list of 1,000 rows × 8 Vietnamese cells: to a PDF on the disk, to the first page of a preview, and a page
 * in its middle drawn again. */

#define ROWS 1000
#define ROUNDS 15

static const char *const given_names[]
  = { "Anh", "Bình", "Cường", "Đức", "Hạnh", "Nghĩa", "Phượng", "Quỳnh" };
static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng" };
static const char *const middle_names[]
  = { "Thị Hồng", "Văn", "Hoàng", "Thị Ngọc", "Minh", "Thị Mỹ", "Quốc", "Thanh", "Thị Thùy" };
static const char *const offices[]
  = { "Chủ tịch Ủy ban nhân dân", "Phó Trưởng phòng Nội vụ", "Chuyên viên", "Công chức Văn hóa - Xã hội" };
static const char *const units[]
  = { "Xã Vĩnh Thạnh Trung, huyện Châu Phú", "Phường Mỹ Bình, thành phố Long Xuyên",
      "Thị trấn Núi Sập, huyện Thoại Sơn" };
static const char *const awards[]
  = { "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Danh hiệu Chiến sĩ thi đua cơ sở" };

#define PICK(list, i) g_strdup ((list)[(i) % G_N_ELEMENTS (list)])

static void
add_row (BvBlock *table, guint i)
{
  char **cells = g_new0 (char *, 9);

  cells[0] = g_strdup_printf ("%u", i + 1);
  cells[1] = g_strdup_printf ("%s %s %s", families[i % G_N_ELEMENTS (families)],
                              middle_names[i % G_N_ELEMENTS (middle_names)],
                              given_names[i % G_N_ELEMENTS (given_names)]);
  cells[2] = PICK (offices, i);
  cells[3] = PICK (units, i);
  cells[4] = g_strdup_printf ("%u,%02u", 99 - i / 20, i * 7 % 100);
  cells[5] = g_strdup_printf ("%u,%02u", 98 - i / 20, i * 11 % 100);
  cells[6] = g_strdup_printf ("%u", i / 2 + 1);
  cells[7] = PICK (awards, i);
  bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, cells);
}

static BvDocument *
create_list (void)
{
  static const BvColumn columns[] = {
    { (char *) "STT", 5, BV_ALIGN_CENTER },         { (char *) "Họ và tên", 20, BV_ALIGN_LEFT },
    { (char *) "Chức vụ", 18, BV_ALIGN_LEFT },      { (char *) "Đơn vị", 22, BV_ALIGN_LEFT },
    { (char *) "Điểm tự chấm", 9, BV_ALIGN_RIGHT }, { (char *) "Điểm thẩm định", 9, BV_ALIGN_RIGHT },
    { (char *) "Hạng", 7, BV_ALIGN_CENTER },        { (char *) "Hình thức khen thưởng", 20, BV_ALIGN_LEFT },
  };
  BvDocument *list = bv_document_new ("Danh sách", "Sở Nội vụ");
  BvSection *section = bv_document_begin_section (list, BV_TURN_LANDSCAPE);
  BvBlock *table;

  bv_section_add_paragraph (section, BV_STYLE_TITLE, "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG");
  table = bv_section_add_table (section, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < ROWS; i++)
    add_row (table, i);
  bv_section_add_paragraph (section, BV_STYLE_CLOSING, "Danh sách này có 1.000 cá nhân./.");
  return list;
}

static double
time_pdf (const BvDocument *list, const char *path, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  gint64 start = bench_clock ();

  bv_pdf_write (list, NULL, path, n_pages, NULL, &error);
  g_assert_no_error (error);
  return bench_milliseconds_since (start);
}

static double
time_draw (BvPages *pages, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1123, 794);
  cairo_t *cr = cairo_create (surface);
  gint64 start = bench_clock ();

  cairo_scale (cr, 96 / 72.0, 96 / 72.0);
  g_assert_true (bv_pages_reach (pages, page));
  bv_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bench_milliseconds_since (start);
}

/* With the faces of the print room made anew, as when a preview is opened. */
static double
time_first_page (const BvDocument *list)
{
  gint64 start = bench_clock ();
  g_autoptr (BvPages) pages = bv_pages_new (list);

  time_draw (pages, 0);
  return bench_milliseconds_since (start);
}

/* bench-print FOLDER */
int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (argc > 1 ? argv[1] : g_get_tmp_dir (), "bench-print.pdf", NULL);
  g_autoptr (BvDocument) list = create_list ();
  g_autoptr (BvPages) pages = bv_pages_new (list);
  g_autoptr (GArray) pdfs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (double));
  double cold = time_first_page (list);
  guint n_pages = 0;

  g_assert_false (bv_pages_reach (pages, G_MAXUINT));
  for (guint i = 0; i < ROUNDS; i++)
    {
      double pdf = time_pdf (list, path, &n_pages);
      double first = time_first_page (list);
      double other = time_draw (pages, n_pages / 2 + i % 2);

      g_array_append_val (pdfs, pdf);
      g_array_append_val (firsts, first);
      g_array_append_val (others, other);
    }
  g_print ("%d rows of 8 cells, %u pages: PDF %.0f ms ; first page %.1f ms, cold %.1f (target 100); "
           "another page %.1f ms\n",
           ROWS, n_pages, bench_least (pdfs), bench_least (firsts), cold, bench_least (others));
  return 0;
}
