/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste/pasted-block.h"
#include "exchange/source/source-error.h"

#include <string.h>

#define WINDOWS_HEAD \
  "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nStartFragment:0000000141\r\nEndFragment:0000000264\r\n"

/* What is copied, and its cells with bars between and its rows with slashes; numbers that are known as such
 * begin with a hash. NULL: there is nothing that can be pasted. */
typedef struct
{
  const char *name;
  const char *text;
  const char *cells;
} Block;

static const Block blocks[] = {
  { "text", "Sở Y tế\t33,3\r\nSở Nội vụ\t1.248,50\r\n", "Sở Y tế|33,3/Sở Nội vụ|1.248,50" },
  { "text with a mark of its order of bytes",
    "\xef\xbb\xbf"
    "1\t2\n",
    "1|2" },
  { "rows at the end that are empty", "1\t2\r\n\t\r\n\r\n\r\n", "1|2" },
  { "columns at the end that are empty", "1\t2\t\t\r\n3\t4\t\t\r\n", "1|2/3|4" },
  { "one column", "1\n2\n", "1/2" },
  { "a comma parts no cells", "33,3\n28,5\n", "33,3/28,5" },
  { "a semicolon parts no cells", "33;3\n28;5\n", "33;3/28;5" },
  { "ragged rows", "1\n2\t3\n", "1/2|3" },
  { "quoted tabs and line ends", "\"a\tb\r\nc\"\t1\r\n", "a b c|1" },
  { "Excel",
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>"
    "<!--StartFragment--><col width=64><tr height=20><td>Sở Y tế</td><td align=right x:num>33,3</td>"
    "<td align=right x:num=\"1248.5\">1.248,50</td></tr><!--EndFragment--></table></body></html>",
    "Sở Y tế|33,3|#1248.5" },
  { "Excel, as Windows hands it over",
    WINDOWS_HEAD "<html><body>\r\n<table>\r\n<tr><td>1</td><td>2</td></tr>\r\n</table></body></html>",
    "1|2" },
  { "Excel in English shows thousands", "<table><tr><td x:num=\"1248\">1,248</td></tr></table>", "#1248" },
  { "Excel in English shows thousandths", "<table><tr><td x:num=\"1.248\">1.248</td></tr></table>",
    "#1.248" },
  { "LibreOffice",
    "<html><body><table cellspacing=\"0\"><colgroup width=\"85\"></colgroup>"
    "<tr><td align=\"left\">Sở Nội vụ</td><td sdval=\"33.3\" sdnum=\"1066;\">33,3</td></tr></table></body></html>",
    "Sở Nội vụ|#33.3" },
  { "Word",
    "<html><body><table class=MsoTableGrid><tr><td><p class=MsoNormal>Sở<br>Y tế<o:p></o:p></p></td>"
    "<td><p>33,3</p><p>điểm</p></td></tr></table></body></html>",
    "Sở\nY tế|33,3\nđiểm" },
  { "Word, with an empty table beside",
    "<table><tr><td>&nbsp;</td></tr></table><table><tr><td>1</td><td>2</td></tr></table>", "1|2" },
  { "a cell over two rows stands in the first",
    "<table><tr><td rowspan=2>a</td><td>1</td></tr><tr><td>2</td></tr></table>", "a|1/|2" },
  { "text that runs over takes up no cells",
    "<table><tr><td colspan=2 style='mso-ignore:colspan'>long</td><td>3</td></tr>"
    "<tr><td>1</td><td>2</td><td>3</td></tr></table>",
    "long||3/1|2|3" },
  { "rows at the end that are empty, of HTML",
    "<table><tr><td>1</td></tr><tr><td></td></tr><tr><td>&nbsp;</td></tr></table>", "1" },
  { "two tables", "<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>", NULL },
  { "HTML without a table", "<html><body><p>1</p></body></html>", NULL },
  { "nothing", "", NULL },
  { "blanks", " \t \r\n\r\n", NULL },
};

static char *
write_cells (const BvPastedBlock *block)
{
  const BvIntakeTable *table = ((BvIntakeSheet *) g_ptr_array_index (block->file->sheets, 0))->table;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < block->n_rows; row++)
    {
      guint n = 0;

      g_string_append (text, row > 0 ? "/" : "");
      for (guint column = 0; column < block->n_columns; column++)
        if (*bv_intake_table_get_text (table, row, column) != '\0')
          n = column + 1;
      for (guint column = 0; column < n; column++)
        {
          const BvIntakeCell *cell = bv_intake_table_get_cell (table, row, column);

          g_string_append_printf (text, "%s%s%s", column > 0 ? "|" : "",
                                  cell != NULL && cell->kind == BV_INTAKE_NUMBER ? "#" : "",
                                  cell != NULL ? cell->text : "");
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_blocks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvPastedBlock) block = bv_pasted_block_read (blocks[i].text, &error);
      g_autofree char *cells = block != NULL ? write_cells (block) : NULL;

      g_test_message ("%s", blocks[i].name);
      g_assert_cmpstr (cells, ==, blocks[i].cells);
      g_assert_cmpint (error != NULL, ==, blocks[i].cells == NULL);
      if (error != NULL)
        g_assert_error (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_FOREIGN);
    }
}

static void
test_size (void)
{
  g_autoptr (BvPastedBlock) block = bv_pasted_block_read ("a\t1\t2\r\nb\t3\r\n\t\r\n", NULL);

  g_assert_cmpuint (block->n_rows, ==, 2);
  g_assert_cmpuint (block->n_columns, ==, 3);
}

static void
test_too_much (void)
{
  g_autofree char *text = g_strnfill (5 * 1024 * 1024, '1');
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_pasted_block_read (text, &error));
  g_assert_error (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_COSTLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pasted-block/text-and-html-have-the-cells-that-were-copied", test_blocks);
  g_test_add_func ("/pasted-block/what-is-empty-at-its-end-is-not-counted", test_size);
  g_test_add_func ("/pasted-block/too-much-is-refused", test_too_much);
  return g_test_run ();
}
