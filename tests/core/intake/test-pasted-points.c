/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/field-value.h"
#include "core/intake/typed-value.h"
#include "core/text/pasted.h"
#include "core/text/wording.h"

#include <glib.h>

/* How points stand in what is pasted, and what is read of it. NULL: it is refused, as it may be read in two
 * ways or is no number; an empty value: the cell says nothing. */
typedef struct
{
  const char *text;
  const char *value; /* as in files */
} Form;

static const Form forms[] = {
  { "33,3", "33.30" },
  { "33.3", "33.30" },
  { "33,30", "33.30" },
  { "33.30", "33.30" },
  { "1.248,50", "1248.50" },
  { "1,248.50", "1248.50" },
  { "1.248,5", "1248.50" },
  { "1,248.5", "1248.50" },
  { "1 248,50", "1248.50" },
  { "1\u00a0248,50", "1248.50" },
  { "1\u202f248,50", "1248.50" },
  { "1\u2009248.50", "1248.50" },
  { "1248,5", "1248.50" },
  { "1248.50", "1248.50" },
  { "1248", "1248.00" },
  { "123.456,78", "123456.78" },
  { "123,456.78", "123456.78" },
  { " 12 ", "12.00" },
  { "\u00a012\u00a0", "12.00" },
  { "\u300012\u3000", "12.00" },
  { "\u200b12\ufeff", "12.00" },
  { "12", "12.00" },
  { "012", "12.00" },
  { "0", "0.00" },
  { "0,00", "0.00" },
  { "0,5", "0.50" },
  { "0.5", "0.50" },
  { "0,250", "0.25" },
  { "0,05", "0.05" },
  { "33,3000", "33.30" },
  { "１２", "12.00" },
  { "１２，５", "12.50" },
  { "１２．５", "12.50" },
  { "１．２４８，５０", "1248.50" },
  { "12 điểm", "12.00" },
  { "12,5đ", "12.50" },
  { "-0", "0.00" },
  { "", "" },
  { " ", "" },
  { "\u00a0", "" },
  { "-", "" },
  { "–", "" },
  { "…", "" },
  { "1.248", NULL }, /* thousands to some, thousandths to others */
  { "1,248", NULL },
  { "33.333", NULL },
  { "12,500", NULL },
  { "１．２４８", NULL },
  { "33,333", NULL }, /* more places than points have, or thousands */
  { "0,125", NULL },
  { "33,3333", NULL },
  { "1.248.50", NULL },
  { "1,248,50", NULL },
  { "1.24,50", NULL },
  { "12.34.567", NULL },
  { "1 2", NULL },
  { "12 5", NULL },
  { "1 24,5", NULL },
  { "12,", NULL },
  { ",5", NULL },
  { ".5", NULL },
  { "12,5%", NULL },
  { "12%", NULL },
  { "15/20", NULL },
  { "12-13", NULL },
  { "12;13", NULL },
  { "-5", NULL },
  { "−5", NULL },
  { "(5)", NULL },
  { "1e3", NULL },
  { "12²", NULL },
  { "½", NULL },
  { "12a", NULL },
  { "mười hai", NULL },
  { "#N/A", NULL },
  { "12'", NULL },
  { "99999999999999999999", NULL },
};

static char *
read_points (const char *text, gboolean *is_refused)
{
  const BvField *field = bv_entity_find_field (&bv_assessment_entity, "self");
  g_autoptr (BvRecord) record = bv_record_new (&bv_assessment_entity);
  const BvIntakeCell cell = { 0, BV_INTAKE_TEXT, text, FALSE };
  g_autoptr (GError) error = NULL;
  BvTypedOutcome outcome = bv_typed_value_read (field, &cell, record, &error);

  *is_refused = outcome == BV_TYPED_REFUSED;
  g_assert_cmpint (*is_refused, ==, error != NULL);
  return outcome == BV_TYPED_VALUE ? bv_field_to_string (field, record) : g_strdup ("");
}

static void
test_forms (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (forms), >=, 30);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gboolean is_refused;
      g_autofree char *value = read_points (forms[i].text, &is_refused);

      g_test_message ("“%s”", forms[i].text);
      g_assert_cmpint (is_refused, ==, forms[i].value == NULL);
      g_assert_cmpstr (value, ==, forms[i].value != NULL ? forms[i].value : "");
    }
}

/* Whole blocks of one cell: what surrounds a cell on the clipboard changes nothing of it. */
static void
test_surroundings (void)
{
  static const char *const around[][2]
    = { { "", "\n" }, { "", "\r\n" }, { "", "\r" }, { "\"", "\"" }, { "\"", "\"\r\n" }, { " ", " \n" } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint k = 0; k < G_N_ELEMENTS (around); k++)
      {
        gboolean is_refused, was_refused;
        g_autofree char *text = g_strconcat (around[k][0], forms[i].text, around[k][1], NULL);
        g_autoptr (GPtrArray) rows = bv_pasted_split (text);
        g_autofree char *value = NULL;
        g_autofree char *before = read_points (forms[i].text, &was_refused);

        g_test_message ("“%s”", text);
        g_assert_cmpuint (rows->len, ==, 1);
        g_assert_cmpuint (((BvPastedRow *) g_ptr_array_index (rows, 0))->cells->len, ==, 1);
        value = read_points (bv_pasted_get_cell (g_ptr_array_index (rows, 0), 0), &is_refused);
        g_assert_cmpint (is_refused, ==, was_refused);
        g_assert_cmpstr (value, ==, before);
      }
}

/* Points that are typed are read by rules of their own, as there somebody looks at what came of them: what
 * both take is the same number. */
static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gint64 typed = bv_wording_parse_points (forms[i].text, NULL);
      g_autofree char *value = typed != BV_NONE ? bv_points_to_string (typed) : NULL;

      g_test_message ("“%s”", forms[i].text);
      if (value != NULL && forms[i].value != NULL)
        g_assert_cmpstr (value, ==, forms[i].value);
    }
}

/* A block as it is on the clipboard; its cells with bars between, its rows with slashes. */
static const struct
{
  const char *name;
  const char *text;
  const char *cells;
} blocks[] = {
  { "line ends of Windows", "1\t2\r\n3\t4\r\n", "1|2/3|4" },
  { "line ends of Unix", "1\t2\n3\t4\n", "1|2/3|4" },
  { "old line ends", "1\t2\r3\t4\r", "1|2/3|4" },
  { "no last line end", "1\t2\r\n3\t4", "1|2/3|4" },
  { "one column", "1\r\n2\r\n3\r\n", "1/2/3" },
  { "one row", "1\t2\t3", "1|2|3" },
  { "one cell", "33,3\r\n", "33,3" },
  { "a tab between quotes", "\"a\tb\"\tc\r\n", "a b|c" },
  { "a line end between quotes", "\"Sở\r\nY tế\"\t12\r\n", "Sở Y tế|12" },
  { "several line ends between quotes", "\"a\nb\nc\"\t1\nd\t2\n", "a b c|1/d|2" },
  { "quotes within quotes", "\"Xã \"\"An\"\" Bình\"\t1\n", "Xã \"An\" Bình|1" },
  { "a quote that begins prose", "\"Xã văn minh\" năm 2021\t1\n", "\"Xã văn minh\" năm 2021|1" },
  { "a lone quote", "\"\t1\n2\t3\n", "\"|1/2|3" },
  { "a quote that never ends", "\"a\tb\nc\td\n", "\"a|b/c|d" },
  { "empty quotes", "\"\"\t1\n", "|1" },
  { "ragged rows", "1\n2\t3\n4\t5\t6\n", "1/2|3/4|5|6" },
  { "an empty cell", "1\t\t3\n", "1||3" },
  { "an empty first cell", "\t2\n", "|2" },
  { "an empty last cell", "1\t\n2\t3\n", "1|/2|3" },
  { "an empty row between", "1\n\n2\n", "1//2" },
  { "blanks around", " 1 \t\u00a02\u00a0\n", "1|2" },
  { "nothing", "", "" },
};

static void
test_blocks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (GPtrArray) rows = bv_pasted_split (blocks[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint row = 0; row < rows->len; row++)
        {
          const BvPastedRow *pasted = g_ptr_array_index (rows, row);

          g_string_append (found, row > 0 ? "/" : "");
          for (guint k = 0; k < pasted->cells->len; k++)
            g_string_append_printf (found, "%s%s", k > 0 ? "|" : "", bv_pasted_get_cell (pasted, k));
        }
      g_test_message ("%s", blocks[i].name);
      g_assert_cmpstr (found->str, ==, blocks[i].cells);
    }
}

/* No cell of a wide row is dropped in silence. */
static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new ("0");
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 1; i < 300; i++)
    g_string_append_printf (text, "\t%u", i);
  rows = bv_pasted_split (text->str);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (bv_pasted_get_cell (g_ptr_array_index (rows, 0), 299), ==, "299");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pasted-points/each-form-is-read-right-or-refused", test_forms);
  g_test_add_func ("/pasted-points/what-surrounds-a-cell-changes-nothing", test_surroundings);
  g_test_add_func ("/pasted-points/typed-ones-are-the-same-number", test_typed);
  g_test_add_func ("/pasted-points/blocks-have-the-cells-that-were-copied", test_blocks);
  g_test_add_func ("/pasted-points/no-cell-of-a-wide-row-is-dropped", test_wide);
  return g_test_run ();
}
