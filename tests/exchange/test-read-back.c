/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/cell-hash.h"
#include "exchange/read-back/cell-look.h"
#include "exchange/read-back/workbook-read-back.h"
#include "scratch-file.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define HEADER "&LDỰ THẢO&C&P"
#define WANTED "đề nghị.xlsx"

/* A picture need not be one to be compared, but the library measures it. */
static const guint8 picture[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
  0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00,
  0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01,
  0x48, 0xaf, 0xa4, 0x71, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

/* What is wrong with a workbook that is written. */
typedef enum
{
  NOTHING,
  OTHER_TEXT,
  OTHER_NUMBER,
  OTHER_FORMULA,
  OTHER_RESULT,
  OTHER_LOOK,
  CELL_LEFT_OUT,
  LAST_CELL_LEFT_OUT,
  CELL_TOO_MANY,
  CELL_MOVED,
  NOTHING_MERGED,
  NO_HEADER,
  NO_PICTURE,
  NO_NAME,
  NO_PROPERTY,
  NO_SECOND_SHEET,
  OTHER_SHEET_NAME,
} Fault;

typedef struct
{
  Fault fault;
  const char *place; /* that is said; NULL: no fault */
} Case;

static const Case cases[] = {
  { NOTHING, NULL },
  { OTHER_TEXT, "sheet “Một”, cell A1" },
  { OTHER_NUMBER, "sheet “Một”, cell B1" },
  { OTHER_FORMULA, "sheet “Một”, cell C1" },
  { OTHER_RESULT, "sheet “Một”, cell C1" },
  { OTHER_LOOK, "sheet “Một”, cell A2" },
  { CELL_LEFT_OUT, "sheet “Một”, cell B1" },
  { LAST_CELL_LEFT_OUT, "sheet “Một”, cell AB4" },
  { CELL_TOO_MANY, "sheet “Một”, cell A2" },
  { CELL_MOVED, "sheet “Một”, cell AB4" },
  { NOTHING_MERGED, "sheet “Một”" },
  { NO_HEADER, "sheet “Một”" },
  { NO_PICTURE, "xl/media/" },
  { NO_NAME, "xl/workbook.xml" },
  { NO_PROPERTY, "docProps" },
  { NO_SECOND_SHEET, "xl/workbook.xml" },
  { OTHER_SHEET_NAME, "xl/workbook.xml" },
};

static BvCellLook
plain_look (void)
{
  return (BvCellLook){ .font = "Calibri", .size = 11 };
}

/* The look of a total, as it is handed over. */
static BvCellLook
total_look (void)
{
  return (BvCellLook){
    .number = "#,##0.00",
    .font = "Calibri",
    .size = 11,
    .bold = TRUE,
    .color = 0x9C1C1C,
    .pattern = "solid",
    .fill = 0xF3EBD3,
    .n_borders = 4,
    .horizontal = "right",
    .wrap = TRUE,
  };
}

static lxw_format *
create_total (lxw_workbook *workbook, Fault fault)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_num_format (format, "#,##0.00");
  if (fault != OTHER_LOOK)
    format_set_bold (format);
  format_set_font_color (format, 0x9C1C1C);
  format_set_pattern (format, LXW_PATTERN_SOLID);
  format_set_fg_color (format, 0xF3EBD3);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_align (format, LXW_ALIGN_RIGHT);
  format_set_text_wrap (format);
  return format;
}

static void
write_cells (lxw_workbook *workbook, lxw_worksheet *sheet, Fault fault)
{
  worksheet_write_string (sheet, 0, 0, fault == OTHER_TEXT ? "Sờ Y tế" : "Sở Y tế", NULL);
  if (fault != CELL_LEFT_OUT)
    worksheet_write_number (sheet, 0, 1, fault == OTHER_NUMBER ? 82.24 : 82.25, NULL);
  worksheet_write_formula_num (sheet, 0, 2,
                               fault == OTHER_FORMULA ? "=IF(B1>2,B1,\"\")" : "=IF(B1>1,B1,\"\")", NULL,
                               fault == OTHER_RESULT ? 82.24 : 82.25);
  if (fault == CELL_TOO_MANY)
    worksheet_write_number (sheet, 0, 5, 1, NULL);
  worksheet_write_number (sheet, 1, 0, 0.07, create_total (workbook, fault));
  if (fault != LAST_CELL_LEFT_OUT)
    worksheet_write_formula_str (sheet, 3, fault == CELL_MOVED ? 28 : 27, "=A1", NULL, "");
}

static void
write_book (const char *path, Fault fault)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, fault == OTHER_SHEET_NAME ? "Mốt" : "Một");

  write_cells (workbook, sheet, fault);
  if (fault == NOTHING_MERGED)
    {
      lxw_format *plain = workbook_add_format (workbook);

      worksheet_write_string (sheet, 2, 0, "qua hai ô", plain);
      worksheet_write_blank (sheet, 2, 1, plain);
    }
  else
    worksheet_merge_range (sheet, 2, 0, 2, 1, "qua hai ô", workbook_add_format (workbook));
  if (fault != NO_HEADER)
    worksheet_set_header (sheet, HEADER);
  if (fault != NO_PICTURE)
    worksheet_insert_image_buffer (sheet, 5, 0, picture, sizeof picture);
  if (fault != NO_NAME)
    workbook_define_name (workbook, "Ten", "='Một'!$A$1:$A$2");
  if (fault != NO_PROPERTY)
    workbook_set_custom_property_string (workbook, "Seal", "0123abcd");
  if (fault != NO_SECOND_SHEET)
    workbook_add_worksheet (workbook, "Hai");
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
record_cells (BvSheetRecord *sheet)
{
  const BvCellLook plain = plain_look ();
  const BvCellLook total = total_look ();
  guint64 look = bv_cell_look_hash (&plain);
  guint64 formula = bv_cell_hash_text ("IF(B1>1,B1,\"\")");

  bv_sheet_record_set (sheet, 0, 0, bv_cell_hash_of_text (bv_cell_hash_text ("cũ"), look));
  bv_sheet_record_set (sheet, 0, 0, bv_cell_hash_of_text (bv_cell_hash_text ("Sở Y tế"), look));
  bv_sheet_record_set (sheet, 0, 1, bv_cell_hash_of_number (82.25, look));
  bv_sheet_record_set (sheet, 0, 2,
                       bv_cell_hash_of_formula (formula, bv_cell_hash_of_number (82.25, 0), look));
  bv_sheet_record_set (sheet, 1, 0, bv_cell_hash_of_number (7 / 100.0, bv_cell_look_hash (&total)));
  bv_sheet_record_set (sheet, 2, 0, bv_cell_hash_of_text (bv_cell_hash_text ("qua hai ô"), look));
  bv_sheet_record_set (sheet, 2, 1, bv_cell_hash_of_blank (look));
  bv_sheet_record_set (sheet, 3, 27,
                       bv_cell_hash_of_formula (bv_cell_hash_text ("A1"),
                                                bv_cell_hash_of_text (bv_cell_hash_text (""), 0), look));
  bv_sheet_record_merge (sheet, 2, 0, 2, 1);
}

static BvBookRecord *
record_book (void)
{
  BvBookRecord *record = bv_book_record_new ();
  BvSheetRecord *sheet = bv_book_record_add_sheet (record, "Một");

  record_cells (sheet);
  sheet->header = g_strdup (HEADER);
  sheet->n_pictures = 1;
  bv_book_record_add_picture (record, picture, sizeof picture);
  bv_book_record_add_name (record, "Ten", "'Một'!$A$1:$A$2");
  bv_book_record_add_property (record, "Seal", "0123abcd");
  bv_book_record_add_property (record, "dc:title", "");
  bv_book_record_add_sheet (record, "Hai");
  return record;
}

static void
assert_refused (const ScratchFile *fixture, const BvBookRecord *record, const char *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_workbook_read_back (fixture->path, record, WANTED, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, WANTED));
  if (strstr (error->message, place) == NULL)
    g_error ("“%s” does not say “%s”", error->message, place);
}

static void
assert_confirmed (const ScratchFile *fixture, const BvBookRecord *record)
{
  g_autoptr (GError) error = NULL;

  bv_workbook_read_back (fixture->path, record, WANTED, &error);
  g_assert_no_error (error);
}

static void
test_faults (ScratchFile *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvBookRecord) record = record_book ();

      g_test_message ("fault %d", cases[i].fault);
      write_book (fixture->path, cases[i].fault);
      if (cases[i].place == NULL)
        assert_confirmed (fixture, record);
      else
        assert_refused (fixture, record, cases[i].place);
    }
}

/* One cell for each of @hashes, below each other. */
static BvBookRecord *
record_column (const GArray *hashes)
{
  BvBookRecord *record = bv_book_record_new ();
  BvSheetRecord *sheet = bv_book_record_add_sheet (record, "Một");

  for (guint i = 0; i < hashes->len; i++)
    bv_sheet_record_set (sheet, i, 0, g_array_index (hashes, guint64, i));
  return record;
}

static void
test_texts (ScratchFile *fixture, gconstpointer data)
{
  static const char *const texts[]
    = { "=1+1", " hai đầu ", "a\nb\tc", "<&>\"'", "_x0041_", "_x005F_", "Ủy ban nhân dân 😀", "a\x0b\x01z" };
  const BvCellLook plain = plain_look ();
  lxw_workbook *workbook = workbook_new (fixture->path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Một");
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (BvBookRecord) record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint64 hash = bv_cell_hash_of_text (bv_cell_hash_text (texts[i]), bv_cell_look_hash (&plain));
      g_autofree char *escaped
        = g_str_has_prefix (texts[i], "_x") ? g_strconcat ("_x005F", texts[i], NULL) : NULL;

      worksheet_write_string (sheet, i, 0, escaped != NULL ? escaped : texts[i], NULL);
      g_array_append_val (hashes, hash);
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  record = record_column (hashes);
  assert_confirmed (fixture, record);
}

static double
choose_number (GRand *random, guint i)
{
  gint64 digits = (gint64) g_rand_int (random) << (i % 30) | g_rand_int (random);

  return (i % 2 == 0 ? digits / 100.0 : (double) (digits >> i % 20)) * (i % 3 == 0 ? -1 : 1);
}

static void
test_numbers (ScratchFile *fixture, gconstpointer data)
{
  const BvCellLook plain = plain_look ();
  lxw_workbook *workbook = workbook_new (fixture->path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Một");
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (BvBookRecord) record = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      double number = i < 1000 ? i / 100.0 : choose_number (random, i);
      guint64 hash = bv_cell_hash_of_number (number, bv_cell_look_hash (&plain));

      worksheet_write_number (sheet, i, 0, number, NULL);
      g_array_append_val (hashes, hash);
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  record = record_column (hashes);
  assert_confirmed (fixture, record);
}

static void
test_scraps (ScratchFile *fixture, gconstpointer data)
{
  static const char *const scraps[] = { "", "P", "PK\x05\x06", "no archive of any kind at all" };
  g_autoptr (BvBookRecord) record = record_book ();

  for (guint i = 0; i < G_N_ELEMENTS (scraps); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, scraps[i], -1, NULL));
      assert_refused (fixture, record, "x.xlsx");
    }
  g_remove (fixture->path);
  assert_refused (fixture, record, "x.xlsx");
}

/* Of an archive some bytes say what nobody needs; a changed one is found or changes nothing that is said. */
static void
test_cut (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvBookRecord) record = record_book ();
  g_autofree char *bytes = NULL;
  gsize length;

  write_book (fixture->path, NOTHING);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize most = 0; most < length; most += 199)
    {
      g_assert_true (g_file_set_contents (fixture->path, bytes, most, NULL));
      assert_refused (fixture, record, "");
    }
}

#define ADD(name, test) \
  g_test_add ("/read-back/" name, ScratchFile, "x.xlsx", scratch_file_set_up, test, scratch_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whatever-is-not-as-it-was-handed-over-is-named", test_faults);
  ADD ("texts-are-read-as-people-read-them", test_texts);
  ADD ("numbers-are-the-same-to-their-last-bit", test_numbers);
  ADD ("scraps-are-no-workbook", test_scraps);
  ADD ("a-workbook-that-was-cut-short-is-refused", test_cut);
  return g_test_run ();
}
