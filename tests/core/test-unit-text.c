/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/unit-text.h"

/* A pasted block, and what is read of it beside the known units: “code name [type] < above”; or the faults.
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *units;
  const char *notes;
} Case;

static const struct
{
  const char *code;
  const char *name;
  const char *type;
} known[] = {
  { "H1", "Huyện Cũ", "Huyện" },
  { "X0", "Xã Trùng", "Xã" },
  { "X00", "Xã Trùng", "Xã" },
};

static const Case cases[] = {
  { "excel-with-a-heading",
    "STT\tMã\tTên đơn vị\tTrực thuộc\tLoại hình\r\n1\tX1\tXã Một\tH1\tXã\r\n2\tX2\tXã Hai\tH1\tXã\r\n",
    "X1 Xã Một [Xã] < H1; X2 Xã Hai [Xã] < H1", "" },
  { "without-a-heading", "X1\tXã Một\tXã\tH1\nX2\tXã Hai", "X1 Xã Một [Xã] < H1; X2 Xã Hai [] < ", "" },
  { "what-ends-the-last-line-is-no-line", "X1\tXã Một\r\n\r\n\t\t\r\n", "X1 Xã Một [] < ", "" },
  { "blanks-that-do-not-break", "\xc2\xa0X1\xc2\xa0\tXã\xc2\xa0Một \t xã\n", "X1 Xã Một [Xã] < ", "" },
  { "quotes-of-excel", "X1\t\"Xã \"\"Một\"\"\nmới\"\tXã\n", "X1 Xã \"Một\" mới [Xã] < ", "" },
  { "above-by-its-name", "X1\tXã Một\tXã\thuyện cũ\n", "X1 Xã Một [Xã] < H1", "" },
  { "above-within-the-block-and-after-it",
    "X1\tXã Một\tXã\tH2\nX2\tXã Hai\tXã\tHuyện Mới\nH2\tHuyện Mới\tHuyện\n",
    "X1 Xã Một [Xã] < H2; X2 Xã Hai [Xã] < H2; H2 Huyện Mới [Huyện] < ", "" },
  { "a-type-is-written-as-it-is-known-and-a-new-one-is-taken", "X1\tXã Một\tXÃ\nD1\tĐặc khu Một\tĐặc khu\n",
    "X1 Xã Một [Xã] < ; D1 Đặc khu Một [Đặc khu] < ", "" },
  { "contact-telephone-and-e-mail", "X1\tXã Một\tXã\t\tBà An\t0296\txa1@example.vn\n", "X1 Xã Một [Xã] < ",
    "" },
  { "a-doubled-code", "X1\tXã Một\nX2\tXã Hai\nX1\tXã Ba\n", NULL,
    "line 3: column “Code”: the code “X1” stands in line 1 already: each is unique" },
  { "a-code-that-is-there", "H1\tHuyện Khác\n", NULL,
    "line 1: column “Code”: there is a unit “H1” already: leave the line out, or give another code" },
  { "no-code-and-no-name", "\tXã Một\nX2\t\tXã\n", NULL,
    "line 1: column “Code”: it is empty, and each unit needs a code; "
    "line 2: column “Name”: it is empty, and each unit needs a name" },
  { "an-unknown-unit-above", "X1\tXã Một\tXã\tkhông có\n", NULL,
    "line 1: column “Under”: there is no unit “không có”: write the code or the name of one, or add a line for "
    "it" },
  { "an-ambiguous-unit-above", "X1\tXã Một\tXã\txã trùng\n", NULL,
    "line 1: column “Under”: several units are called “xã trùng”: write the code" },
  { "a-circle", "X1\tXã Một\tXã\tX2\nX2\tXã Hai\tXã\tX1\n", NULL,
    "line 1: column “Under”: “X1” would be above itself" },
  { "a-column-that-nobody-knows", "Mã\tTên\tDân số\nX1\tXã Một\t1200\n", NULL,
    "line 1: nothing is known of a column “Dân số”: leave it out, or call it Mã, Tên, Loại hình, Trực thuộc, "
    "Người liên hệ, Điện thoại or Thư điện tử" },
  { "a-heading-without-codes", "Tên đơn vị\tLoại hình\nXã Một\tXã\n", NULL,
    "line 1: column “Code”: there is no such column, and each unit needs it" },
  { "a-column-too-many", "X1\tXã Một\tXã\tH1\tBà An\t0296\txa1@example.vn\tgì đó\n", NULL,
    "line 1: nothing is known of column 8, where “gì đó” stands: put a line of headings above" },
  { "a-column-without-a-heading", "Mã\tTên\t\nX1\tXã Một\tgì đó\n", NULL,
    "line 2: nothing is known of column 3, where “gì đó” stands: put a line of headings above" },
  { "nothing", "\r\n", NULL, "there is no unit in it" },
  { "only-a-heading", "Mã\tTên\r\n", NULL, "there is no unit in it" },
  { "no-text", "\xff\xfe", NULL, "the text is not UTF-8" },
};

static BvUnit *
new_unit (guint i)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  g_free (unit->code);
  unit->code = g_strdup (known[i].code);
  g_free (unit->name);
  unit->name = g_strdup (known[i].name);
  g_free (unit->type);
  unit->type = g_strdup (known[i].type);
  return unit;
}

static BvUnitText *
parse (const char *text)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_ptr_array_add (units, new_unit (i));
  return bv_unit_text_parse (text, units);
}

static char *
write_units (const GPtrArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);

      g_string_append_printf (text, "%s%s %s [%s] < %s", i > 0 ? "; " : "", unit->code, unit->name,
                              unit->type, unit->parent != NULL ? unit->parent : "");
    }
  return g_string_free (text, FALSE);
}

static char *
write_notes (const GPtrArray *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = bv_pasted_note_write (g_ptr_array_index (notes, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", note);
    }
  return g_string_free (text, FALSE);
}

static void
check_text (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (BvUnitText) result = parse (self->text);
  g_autofree char *units = write_units (result->units);
  g_autofree char *notes = write_notes (result->faults);

  if (self->units != NULL)
    g_assert_cmpstr (units, ==, self->units);
  g_assert_cmpstr (notes, ==, self->notes);
}

static void
test_fields (void)
{
  g_autoptr (BvUnitText) result = parse ("X1\tXã Một\tXã\t\tBà An\t0296\txa1@example.vn\n");
  const BvUnit *unit = g_ptr_array_index (result->units, 0);

  g_assert_null (unit->parent);
  g_assert_cmpstr (unit->contact, ==, "Bà An");
  g_assert_cmpstr (unit->phone, ==, "0296");
  g_assert_cmpstr (unit->email, ==, "xa1@example.vn");
}

static void
test_limits (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *long_text = g_strnfill (5 * 1024 * 1024, 'a');
  g_autoptr (BvUnitText) first = parse (long_text);
  g_autoptr (BvUnitText) second = NULL;

  g_assert_cmpuint (first->faults->len, ==, 1);
  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (many, "C%u\tXã\n", i);
  second = parse (many->str);
  g_assert_cmpuint (second->faults->len, ==, 1);
  g_assert_cmpuint (second->units->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/unit-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check_text);
    }
  g_test_add_func ("/unit-text/each-column-is-a-field", test_fields);
  g_test_add_func ("/unit-text/what-is-too-much-is-refused", test_limits);
  return g_test_run ();
}
