/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/journal.h"
#include "store/template-shelf.h"
#include "store/verify.h"

static char *
list (BvLibrary *library)
{
  g_autoptr (GPtrArray) shelf = bv_template_shelf_list (library, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < shelf->len; i++)
    {
      const BvShelvedTemplate *self = g_ptr_array_index (shelf, i);
      g_autofree char *content = bv_template_shelf_read (library, self->name, NULL);

      g_string_append_printf (text, "%s=%s:%s ", self->name, self->title, content);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_list (StoreFixture *fixture, const char *expected)
{
  g_autofree char *found = list (fixture->library);
  g_auto (GStrv) findings = bv_verify_library (fixture->library, NULL);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

static void
undo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, &error), >, 0);
  g_assert_no_error (error);
}

/* One of the same name gives way; each step is an action. */
static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_template_shelf_put (library, "hai", "Hai", "{2}", NULL));
  g_assert_true (bv_template_shelf_put (library, "ba", "Ba", "{3}", NULL));
  assert_list (fixture, "ba=Ba:{3} hai=Hai:{2} ");
  g_assert_true (bv_template_shelf_put (library, "ba", "Bốn", "{4}", NULL));
  assert_list (fixture, "ba=Bốn:{4} hai=Hai:{2} ");
  g_assert_true (bv_template_shelf_remove (library, "hai", NULL));
  assert_list (fixture, "ba=Bốn:{4} ");
  undo (fixture);
  undo (fixture);
  assert_list (fixture, "ba=Ba:{3} hai=Hai:{2} ");
  g_assert_false (bv_template_shelf_remove (library, "mot", &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_assert_null (bv_template_shelf_read (library, "mot", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/template-shelf/templates-are-put-replaced-and-removed", StoreFixture, NULL,
              store_fixture_set_up, test_put, store_fixture_tear_down);
  return g_test_run ();
}
