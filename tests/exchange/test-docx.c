/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx.h"
#include "scratch-folder.h"
#include "store/whole-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  BvDocument *document;
  BvSection *section;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("bangvang-docx-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "Tờ trình.docx", NULL);
  fixture->document = bv_document_new ("Tờ trình <số 1>", "Sở Nội vụ");
  fixture->section = bv_document_begin_section (fixture->document, BV_TURN_PORTRAIT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 0);
  g_rmdir (fixture->folder);
  bv_document_free (fixture->document);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
read_part (Fixture *fixture, const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  g_autofree char *bytes = NULL;
  gsize length;
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, bytes, length), ==, ARCHIVE_OK);
  while (text == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_equal (archive_entry_pathname (entry), name))
      {
        gsize size = archive_entry_size (entry);

        text = g_malloc0 (size + 1);
        g_assert_cmpint (archive_read_data (archive, text, size), ==, size);
      }
  archive_read_free (archive);
  g_assert_nonnull (text);
  return text;
}

static char *
write_and_read (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  bv_docx_write (fixture->document, fixture->path, NULL, &error);
  g_assert_no_error (error);
  return read_part (fixture, name);
}

static char *
write_body (Fixture *fixture)
{
  return write_and_read (fixture, "word/document.xml");
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

/* The number behind @attribute="…" of the first of it after @from. */
static int
read_number (const char *from, const char *attribute)
{
  g_autofree char *begin = g_strdup_printf ("%s=\"", attribute);
  const char *found = strstr (from, begin);

  g_assert_nonnull (found);
  return atoi (found + strlen (begin));
}

static void
test_types_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *types = NULL;
  g_autofree char *content = NULL;
  gsize length;

  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "A");
  types = write_and_read (fixture, "[Content_Types].xml");
  g_assert_cmpuint (count (types, "PartName=\"/word/"), ==, 5);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 100);
  g_assert_cmpint (memcmp (content, "PK\003\004", 4), ==, 0);
  g_assert_cmpint (memcmp (content + 30, "[Content_Types].xml", 19), ==, 0);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;
  g_autofree char *properties = NULL;

  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "  A & B < C > \"Đ\"\x01\tE");
  body = write_body (fixture);
  properties = read_part (fixture, "docProps/core.xml");
  g_assert_nonnull (
    strstr (body, "<w:t xml:space=\"preserve\">  A &amp; B &lt; C &gt; &quot;Đ&quot; E</w:t>"));
  g_assert_nonnull (strstr (properties, "<dc:title>Tờ trình &lt;số 1&gt;</dc:title>"));
  g_assert_nonnull (strstr (properties, "<dc:creator>Sở Nội vụ</dc:creator>"));
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;

  bv_section_add_paragraph (fixture->section, BV_STYLE_BASIS, "Một;\nHai;\nBa.")->keep_with_next = TRUE;
  body = write_body (fixture);
  g_assert_cmpuint (count (body, "<w:pStyle w:val=\"CanCu\"/>"), ==, 3);
  g_assert_cmpuint (count (body, "<w:keepNext/>"), ==, 1);
  g_assert_nonnull (strstr (body, "<w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">Ba.</w:t>"));
}

static void
test_styles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *styles = NULL;

  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "A");
  styles = write_and_read (fixture, "word/styles.xml");
  g_assert_cmpuint (count (styles, "w:customStyle=\"1\""), ==, BV_N_STYLES);
  g_assert_null (strstr (styles, "(null)"));
  g_assert_nonnull (strstr (styles, "w:ascii=\"Times New Roman\""));
}

/* The gap looks back to what is kept. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;
  BvBlock *halves;

  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "Kết")->keep_with_next = TRUE;
  bv_section_add_gap (fixture->section, 8);
  halves = bv_section_add_halves (fixture->section, 0.5);
  bv_halves_add (halves, BV_STYLE_RECIPIENTS, "Trái", BV_STYLE_SIGNER_TITLE, "Phải", 60);
  bv_halves_add (halves, BV_STYLE_RECIPIENTS, NULL, BV_STYLE_SIGNER, "Tên", 0);
  body = write_body (fixture);
  g_assert_cmpuint (count (body, "<w:keepNext/>"), ==, 4);
  g_assert_cmpuint (count (body, "<w:cantSplit/>"), ==, 2);
  g_assert_cmpint (read_number (body, "<w:trHeight w:val"), ==, 1200);
}

static int
measure_rule (const char *border, double width)
{
  return (int) (width * 20 + 0.5) - read_number (border, "w:left") - read_number (border, "w:right");
}

static void
test_rule (Fixture *fixture, gconstpointer data)
{
  const double width = 165 * 72 / 25.4;
  g_autofree char *body = NULL;
  const char *first;
  const char *second;
  double part;

  bv_section_add_ruled (fixture->section, BV_STYLE_SUBJECT, "Về việc đề nghị", BV_RULE_ORGAN);
  bv_section_add_ruled (fixture->section, BV_STYLE_SUBJECT, "Về việc đề nghị", BV_RULE_FULL);
  body = write_body (fixture);
  first = strstr (body, "<w:pBdr>");
  g_assert_nonnull (first);
  second = strstr (first + 1, "<w:pBdr>");
  g_assert_nonnull (second);
  part = measure_rule (first, width) / (double) measure_rule (second, width);
  g_assert_cmpfloat (part, >, 1.0 / 3);
  g_assert_cmpfloat (part, <, 1.0 / 2);
  g_assert_cmpint (ABS (read_number (first, "w:left") - read_number (first, "w:right")), <=, 1);
}

static BvBlock *
add_table (BvSection *section)
{
  const BvColumn columns[] = { { (char *) "TT", 1, BV_ALIGN_CENTER }, { (char *) "Tên", 3, BV_ALIGN_LEFT } };

  return bv_section_add_table (section, columns, G_N_ELEMENTS (columns));
}

static void
add_row (BvBlock *table, BvBlockRowKind kind, const char *first, const char *second)
{
  char **cells = g_new0 (char *, 3);

  cells[0] = g_strdup (first);
  cells[1] = g_strdup (second);
  bv_block_add_row (table, kind, cells);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;
  BvBlock *table = add_table (fixture->section);

  bv_block_add_across (table, BV_BLOCK_ROW_PART, "I. Phần");
  add_row (table, BV_BLOCK_ROW_PLAIN, "1", "Sở Y tế\nSở Nội vụ");
  bv_block_add_across (table, BV_BLOCK_ROW_LINE, "Hết chỉ tiêu");
  add_row (table, BV_BLOCK_ROW_MARKED, "2", NULL);
  add_row (table, BV_BLOCK_ROW_TOTAL, "", "Cộng");
  body = write_body (fixture);
  g_assert_cmpuint (count (body, "<w:tr>"), ==, 6);
  g_assert_cmpuint (count (body, "<w:cantSplit/>"), ==, 6);
  g_assert_cmpuint (count (body, "<w:tblHeader/>"), ==, 1);
  g_assert_cmpuint (count (body, "<w:gridSpan w:val=\"2\"/>"), ==, 2);
  g_assert_cmpuint (count (body, "<w:tcBorders>"), ==, 1);
  g_assert_cmpuint (count (body, "<w:shd "), ==, 2);
  g_assert_cmpuint (count (body, "<w:pStyle w:val=\"OBangDam\"/>"), ==, 4);
  /* The head, the part, the three lines of the row above the quota line, and the row above the total. */
  g_assert_cmpuint (count (body, "<w:keepNext/>"), ==, 2 + 1 + 3 + 2);
}

/* Each of three tables needs a paragraph before the next. */
static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;

  for (guint i = 0; i < 3; i++)
    add_row (add_table (fixture->section), BV_BLOCK_ROW_PLAIN, "1", "A");
  body = write_body (fixture);
  g_assert_cmpuint (count (body, "</w:tbl><w:p>"), ==, 3);
  g_assert_null (strstr (body, "</w:tbl><w:tbl>"));
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;
  BvSection *annex = bv_document_begin_section (fixture->document, BV_TURN_LANDSCAPE);

  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "A");
  bv_section_add_paragraph (annex, BV_STYLE_ANNEX, "Phụ lục I");
  body = write_body (fixture);
  g_assert_cmpuint (count (body, "<w:sectPr>"), ==, 2);
  g_assert_cmpuint (count (body, "<w:pgNumType w:start=\"1\"/><w:titlePg/>"), ==, 2);
  g_assert_cmpuint (count (body, "w:orient=\"landscape\""), ==, 1);
  g_assert_cmpuint (count (body, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), ==, 1);
  g_assert_cmpuint (count (body, "w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""), ==, 2);
}

static void
test_headers (Fixture *fixture, gconstpointer data)
{
  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "A");
  for (gboolean draft = FALSE; draft <= TRUE; draft++)
    {
      g_autofree char *first = NULL;
      g_autofree char *other = NULL;

      fixture->document->draft = draft;
      first = write_and_read (fixture, "word/header1.xml");
      other = read_part (fixture, "word/header2.xml");
      g_assert_null (strstr (first, " PAGE "));
      g_assert_nonnull (strstr (other, " PAGE "));
      g_assert_cmpint (strstr (first, "DỰ THẢO") != NULL, ==, draft);
      g_assert_cmpint (strstr (other, "DỰ THẢO") != NULL, ==, draft);
    }
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *body = NULL;
  g_autofree char *again = NULL;
  gsize first_length;
  gsize second_length;

  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "A");
  body = write_body (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_length, NULL));
  again = write_body (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  bv_section_add_paragraph (fixture->section, BV_STYLE_BODY, "A");
  g_assert_true (g_file_set_contents (fixture->path, "cũ", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (bv_docx_write (fixture->document, fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "cũ");
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 1);
}

static void
test_absent_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "không có", "a.docx", NULL);

  g_assert_false (bv_docx_write (fixture->document, path, NULL, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "a.docx"));
}

/* In Word too a title has lines about equally long, and a text that is not one the whole width. */
static void
test_balanced (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Về việc đề nghị tặng Bằng khen cho các tập thể, cá nhân có thành tích năm 2021";
  g_autofree char *body = NULL;
  const char *paragraph;

  bv_section_add_paragraph (fixture->section, BV_STYLE_SUBJECT, text);
  bv_section_add_paragraph (fixture->section, BV_STYLE_PLAIN, text);
  body = write_body (fixture);
  g_assert_cmpuint (count (body, "<w:ind "), ==, 1);
  paragraph = strstr (body, "<w:pStyle w:val=\"TrichYeu\"/><w:ind ");
  g_assert_nonnull (paragraph);
  g_assert_cmpint (read_number (paragraph, "w:left"), ==, read_number (paragraph, "w:right"));
  g_assert_cmpint (read_number (paragraph, "w:left"), >, 1000);
  g_assert_cmpint (read_number (paragraph, "w:left"), <, 2340);
}

static guint
count_kept (const char *body, const char *text)
{
  const char *found = strstr (body, text);

  g_assert_nonnull (found);
  while (!g_str_has_prefix (found, "<w:pPr>"))
    found--;
  return strstr (found, "<w:keepNext/>") < strstr (found, text) && strstr (found, "<w:keepNext/>") != NULL;
}

/* Nor does a page begin with a short closing line and the signature. */
static void
test_signature (Fixture *fixture, gconstpointer data)
{
  static const BvColumn column = { (char *) "Tên", 1, BV_ALIGN_LEFT };
  static const char *const cells[] = { "hàng đầu", "hàng cuối" };
  BvBlock *table = bv_section_add_table (fixture->section, &column, 1);
  g_autofree char *body = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      char **row = g_new0 (char *, 2);

      row[0] = g_strdup (cells[i]);
      bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, row);
    }
  bv_section_add_gap (fixture->section, 8);
  bv_section_add_paragraph (fixture->section, BV_STYLE_NOTE, "(1) Đã rút, không xét.");
  bv_section_add_gap (fixture->section, 8);
  bv_halves_add (bv_section_add_halves (fixture->section, 0.5), BV_STYLE_RECIPIENTS, "Nơi nhận",
                 BV_STYLE_SIGNER, "Lê Quốc Thơ", 0);
  body = write_body (fixture);
  g_assert_cmpuint (count_kept (body, "hàng đầu"), ==, 0);
  g_assert_cmpuint (count_kept (body, "hàng cuối"), ==, 1);
  g_assert_cmpuint (count_kept (body, "(1) Đã rút"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/docx/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("the-types-come-first", test_types_first);
  ADD ("text-is-escaped", test_escape);
  ADD ("each-line-is-a-paragraph-of-the-style", test_lines);
  ADD ("every-style-is-there", test_styles);
  ADD ("what-is-kept-together-stays-so", test_keep);
  ADD ("a-title-has-lines-about-equally-long", test_balanced);
  ADD ("no-page-begins-with-a-signature", test_signature);
  ADD ("a-rule-is-between-a-third-and-a-half-of-its-text", test_rule);
  ADD ("a-table-has-its-head-and-its-rows", test_table);
  ADD ("tables-that-meet-are-parted", test_neighbours);
  ADD ("each-section-counts-its-pages", test_sections);
  ADD ("the-first-page-has-no-number-and-a-draft-its-mark", test_headers);
  ADD ("the-same-document-is-the-same-file", test_same_bytes);
  ADD ("cancelled-it-leaves-the-older-file", test_cancelled);
  ADD ("a-folder-that-is-not-there-is-named", test_absent_folder);
  return g_test_run ();
}
