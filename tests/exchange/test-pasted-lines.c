/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/pasted.h"
#include "exchange/paste/pasted-lines.h"
#include "exchange/plain/html-table.h"
#include "exchange/source/source-error.h"

/* What is copied, and its lines where merged cells say their text once, and in each row. NULL: there is
 * nothing that can be pasted. */
static const struct
{
  const char *text;
  const char *once;
  const char *each;
} blocks[] = {
  { "1. Công khai\t15\r\n\"a\nb\"\t2", "1. Công khai\t15\r\n\"a\nb\"\t2", "1. Công khai\t15\r\n\"a\nb\"\t2" },
  { "<table><tr><td>a<br>b</td><td><p>c</p><p>d</p></td></tr><tr><td>e</td></tr></table>", "a b\tc d\ne\t\n",
    "a b\tc d\ne\t\n" },
  { "<table><tr><td rowspan=2>a</td><td>1</td></tr><tr><td>2</td></tr><tr><td>b</td><td>3</td></tr></table>",
    "a\t1\n\t2\nb\t3\n", "a\t1\na\t2\nb\t3\n" },
  { "<table><tr><td colspan=2>a</td><td>1</td></tr></table>", "a\t\t1\n", "a\t\t1\n" },
  { "<table><tr><td x:num=\"7\">007</td><td sdval=\"1248.5\">1.248,50</td></tr></table>", "007\t1.248,50\n",
    "007\t1.248,50\n" },
  { "<table><tr><td>&quot;Xã&quot; Một</td><td>a \"b\"</td></tr></table>", "\"\"\"Xã\"\" Một\"\ta \"b\"\n",
    "\"\"\"Xã\"\" Một\"\ta \"b\"\n" },
  { "<html><body><p>1</p></body></html>", NULL, NULL },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *once = bv_pasted_lines_write (blocks[i].text, BV_PASTED_ONCE, NULL);
      g_autofree char *each = bv_pasted_lines_write (blocks[i].text, BV_PASTED_EACH, &error);

      g_assert_cmpstr (once, ==, blocks[i].once);
      g_assert_cmpstr (each, ==, blocks[i].each);
      if (each == NULL)
        g_assert_error (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_FOREIGN);
    }
}

/* A cell that begins with a quotation mark is still that cell. */
static void
test_quotation (void)
{
  g_autofree char *lines = bv_pasted_lines_write (blocks[5].text, BV_PASTED_ONCE, NULL);
  g_autoptr (GPtrArray) rows = bv_pasted_split (lines);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (bv_pasted_get_cell (g_ptr_array_index (rows, 0), 0), ==, "\"Xã\" Một");
  g_assert_cmpstr (bv_pasted_get_cell (g_ptr_array_index (rows, 0), 1), ==, "a \"b\"");
}

/* Few letters of HTML may stand for more cells than anybody copies. */
static void
test_too_much (void)
{
  g_autoptr (GString) html = g_string_new ("<table><tr>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++)
    g_string_append (html, "<td colspan=1000>a</td>");
  for (guint i = 0; i < 1000; i++)
    g_string_append (html, "<tr>");
  g_string_append (html, "<td>b</table>");
  g_assert_null (bv_pasted_lines_write (html->str, BV_PASTED_EACH, &error));
  g_assert_error (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_COSTLY);
}

/* What stands beside a table would be lost. */
static void
test_beside (void)
{
  g_assert_true (
    bv_html_table_is_all ("<html><head><title>a</title><style>b</style></head><body> \r\n<table><tr>"
                          "<td>c<table><tr><td>d</table>e</td></tr></table><p>&nbsp;</p></body></html>"));
  g_assert_true (bv_html_table_is_all ("Version:1.0\r\nStartHTML:1\r\n<html><table><td>a</table></html>"));
  g_assert_false (bv_html_table_is_all ("<p>I. Phần chung</p><table><tr><td>a</td></tr></table>"));
  g_assert_false (bv_html_table_is_all ("<table><tr><td>a</td></tr></table></table>b"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pasted-lines/rows-of-html-are-lines", test_lines);
  g_test_add_func ("/pasted-lines/quotation-marks-stay-within-their-cell", test_quotation);
  g_test_add_func ("/pasted-lines/too-much-is-refused", test_too_much);
  g_test_add_func ("/pasted-lines/what-stands-beside-tables-is-seen", test_beside);
  return g_test_run ();
}
