/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-search.h"

static void
add (GPtrArray *registry, const char *code, const char *name, gint64 to)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  g_free (unit->code);
  unit->code = g_strdup (code);
  g_free (unit->name);
  unit->name = g_strdup (name);
  unit->valid_to = to;
  g_ptr_array_add (registry, unit);
}

static GPtrArray *
make_registry (void)
{
  GPtrArray *registry = g_ptr_array_new_with_free_func (bv_record_free);

  add (registry, "1", "UBND xã Tân An", BV_NONE);
  add (registry, "2", "Tân An", BV_NONE);
  add (registry, "3", "UBND xã Tân Anh", BV_NONE);
  add (registry, "4", "UBND xã Tân An cũ", 20201231);
  add (registry, "SYT", "Sở Y tế", BV_NONE);
  return registry;
}

/* What is searched, and the codes of what is found, in order. */
static void
test_found (void)
{
  static const struct
  {
    const char *text;
    guint most;
    const char *codes;
  } cases[] = {
    { "tan an", 9, "2,1,3" }, { "tân an", 2, "2,1" }, { "syt", 9, "SYT" },
    { "y te", 9, "SYT" },     { "", 9, "" },          { "khong co", 9, "" },
  };
  g_autoptr (GPtrArray) registry = make_registry ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = bv_unit_search_find (registry, 20210101, cases[i].text, cases[i].most);
      g_autoptr (GString) codes = g_string_new (NULL);

      for (guint k = 0; k < found->len; k++)
        g_string_append_printf (codes, "%s%s", k > 0 ? "," : "",
                                ((BvUnit *) g_ptr_array_index (found, k))->code);
      g_assert_cmpstr (codes->str, ==, cases[i].codes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-search/units-of-the-day-are-found-by-name-and-code-the-nearest-first", test_found);
  return g_test_run ();
}
