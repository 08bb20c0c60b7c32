/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/pdf.h"

#include <string.h>

/* Writes documents that try the engine, for test_pages.py to measure: print-samples FOLDER */

#define LONGEST_LIST 60
#define ROWS 1000
#define CELL_WORDS 20000 /* 100 kB */
#define WORD_LETTERS 3000

static void
add_row (BvBlock *table, BvBlockRowKind kind, const char *first, const char *second, const char *third)
{
  const char *cells[] = { first, second, third, NULL };

  bv_block_add_row (table, kind, g_strdupv ((char **) cells));
}

static BvBlock *
add_table (BvSection *section)
{
  static const BvColumn columns[] = {
    { (char *) "STT", 1, BV_ALIGN_CENTER },
    { (char *) "Họ và\ntên", 4, BV_ALIGN_LEFT },
    { (char *) "Điểm", 2, BV_ALIGN_RIGHT },
  };

  return bv_section_add_table (section, columns, G_N_ELEMENTS (columns));
}

static void
add_rows (BvBlock *table, guint n_rows)
{
  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("h%u", i);
      const char *name = i % 7 == 0 ? "Ủy ban nhân dân xã Vĩnh Thạnh Trung, huyện Châu Phú, tỉnh An Giang"
                                    : "Nguyễn Thị Hồng Phượng";

      add_row (table, BV_BLOCK_ROW_PLAIN, number, name, "98,25");
    }
}

static void
add_signature (BvSection *section)
{
  BvBlock *halves = bv_section_add_halves (section, 0.5);

  bv_halves_add (halves, BV_STYLE_RECIPIENTS_HEAD, "Nơi nhận:", BV_STYLE_SIGNER_TITLE, "GIÁM ĐỐC", 0);
  bv_halves_add (halves, BV_STYLE_RECIPIENTS, "- Như trên;\n- Lưu: VT.", BV_STYLE_SIGNER, NULL, 60);
  bv_halves_add (halves, BV_STYLE_RECIPIENTS, NULL, BV_STYLE_SIGNER, "Trần Văn Ký", 0);
}

static BvSection *
begin_part (BvDocument *document, guint number)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  g_autofree char *title = g_strdup_printf ("Phần-%u", number);

  bv_section_add_paragraph (section, BV_STYLE_TITLE, title);
  return section;
}

/* Lists of every length up to some pages: so every way occurs in which a page may end near a signature. */
static void
fill_lists (BvDocument *document)
{
  for (guint n = 1; n <= LONGEST_LIST; n++)
    {
      BvSection *section = begin_part (document, n);

      add_rows (add_table (section), n);
      bv_section_add_paragraph (section, BV_STYLE_CLOSING, "Danh sách này đã hết./.");
      bv_section_add_gap (section, 12);
      add_signature (section);
    }
}

/* The same with a text, which ends in @closing. */
static void
fill_letters_that_end (BvDocument *document, const char *closing)
{
  for (guint n = 1; n <= LONGEST_LIST; n++)
    {
      BvSection *section = begin_part (document, n);

      for (guint i = 1; i <= n; i++)
        bv_section_add_paragraph (section, BV_STYLE_PLAIN,
                                  i % 3 != 0 ? "Đoạn văn ngắn." : "Đoạn văn\nhai dòng.");
      bv_section_add_paragraph (section, BV_STYLE_BODY, closing);
      add_signature (section);
    }
}

static void
fill_letters (BvDocument *document)
{
  fill_letters_that_end (document, "Kính trình xem xét, quyết định./.");
}

static void
fill_long_closings (BvDocument *document)
{
  fill_letters_that_end (document, "Sở Nội vụ kính trình Chủ tịch Ủy ban nhân dân tỉnh An Giang xem xét, "
                                   "quyết định tặng Bằng khen./.");
}

static void
fill_draft (BvDocument *document)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_LANDSCAPE);

  document->draft = TRUE;
  add_rows (add_table (section), 100);
  section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  add_rows (add_table (section), 100);
}

static void
fill_long_list (BvDocument *document)
{
  BvBlock *table = add_table (bv_document_begin_section (document, BV_TURN_LANDSCAPE));

  add_rows (table, ROWS);
  add_row (table, BV_BLOCK_ROW_TOTAL, "", "Tổng-cộng", "");
}

static void
fill_parts (BvDocument *document)
{
  BvBlock *table = add_table (bv_document_begin_section (document, BV_TURN_PORTRAIT));

  for (guint n = 1; n <= LONGEST_LIST; n++)
    {
      bv_block_add_across (table, BV_BLOCK_ROW_PART, "Đơn-vị");
      add_rows (table, n % 5 + 1);
      add_row (table, BV_BLOCK_ROW_TOTAL, "", "Tổng-cộng", "");
    }
  bv_block_add_across (table, BV_BLOCK_ROW_LINE, "Hết-chỉ-tiêu");
}

static void
fill_tall_cell (BvDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  BvBlock *table = add_table (bv_document_begin_section (document, BV_TURN_PORTRAIT));

  for (guint i = 1; i <= CELL_WORDS; i++)
    g_string_append_printf (text, "w%04u ", i % 10000);
  add_row (table, BV_BLOCK_ROW_PLAIN, "trước", "tên", "1");
  add_row (table, BV_BLOCK_ROW_PLAIN, "1", text->str, "2");
  add_row (table, BV_BLOCK_ROW_PLAIN, "sau", "tên", "3");
}

static void
fill_long_word (BvDocument *document)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  g_autofree char *word = g_strnfill (WORD_LETTERS, 'm');

  bv_section_add_paragraph (section, BV_STYLE_BODY, word);
  add_row (add_table (section), BV_BLOCK_ROW_PLAIN, "1", word, "2");
}

static void
fill_paragraphs (BvDocument *document)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  for (guint n = 1; n <= LONGEST_LIST; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "đoạn%u ", n);
      for (guint i = 0; i < n * 3; i++)
        g_string_append_printf (text, "d%u ", n);
      g_string_append_printf (text, "hết%u", n);
      bv_section_add_paragraph (section, BV_STYLE_BODY, text->str);
    }
}

static void
fill_tall_signature (BvDocument *document)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  BvBlock *halves = bv_section_add_halves (section, 0.5);
  g_autoptr (GString) recipients = g_string_new (NULL);

  for (guint i = 1; i <= 150; i++)
    g_string_append_printf (recipients, "- n%u;\n", i);
  bv_halves_add (halves, BV_STYLE_RECIPIENTS, recipients->str, BV_STYLE_SIGNER, "Trần Văn Ký", 0);
}

static void
fill_nothing (BvDocument *document)
{
}

static void
fill_empty_table (BvDocument *document)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  add_table (section);
  bv_section_add_table (section, NULL, 0);
  bv_section_add_gap (section, 5000);
}

static void
fill_decomposed (BvDocument *document)
{
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  const char *name = "Nguyễn Thị Hồng Phượng";
  g_autofree char *apart = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);

  bv_section_add_paragraph (section, BV_STYLE_PLAIN, apart);
  add_row (add_table (section), BV_BLOCK_ROW_PLAIN, "1", apart, "2");
}

static const struct
{
  const char *name;
  void (*fill) (BvDocument *document);
} samples[] = {
  { "lists", fill_lists },
  { "letters", fill_letters },
  { "long-closings", fill_long_closings },
  { "draft", fill_draft },
  { "long-list", fill_long_list },
  { "parts", fill_parts },
  { "tall-cell", fill_tall_cell },
  { "long-word", fill_long_word },
  { "paragraphs", fill_paragraphs },
  { "tall-signature", fill_tall_signature },
  { "nothing", fill_nothing },
  { "empty-table", fill_empty_table },
  { "decomposed", fill_decomposed },
};

int
main (int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (BvDocument) document = bv_document_new ("Danh sách đề nghị", "Sở Nội vụ");
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strconcat (samples[i].name, ".pdf", NULL);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      samples[i].fill (document);
      bv_pdf_write (document, NULL, path, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return 0;
}
