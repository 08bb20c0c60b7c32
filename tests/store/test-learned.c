/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-question.h"
#include "store-fixture.h"
#include "store/journal.h"
#include "store/learned.h"
#include "store/verify.h"

static gboolean
learn (BvLibrary *library, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  g_ptr_array_add (answers, data);
  return bv_learned_write (library, answers, error);
}

static void
act (StoreFixture *fixture, char *meant)
{
  char kind[] = "unit", scope[] = "", said[] = "so y te";
  BvIntakeAnswer answer = { kind, scope, said, meant };
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_journal_act (fixture->library, "learn", learn, &answer, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_meant (StoreFixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) learned = bv_learned_list (fixture->library, NULL);
  g_auto (GStrv) findings = bv_verify_library (fixture->library, NULL);

  g_assert_cmpuint (g_strv_length (findings), ==, 0);
  g_assert_cmpuint (learned->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_cmpstr (((BvIntakeAnswer *) g_ptr_array_index (learned, 0))->meant, ==, expected);
}

/* A later answer gives way to the earlier one when it is undone. */
static void
test_written (StoreFixture *fixture, gconstpointer data)
{
  char first[] = "SYT", second[] = "SXD";

  assert_meant (fixture, NULL);
  act (fixture, first);
  assert_meant (fixture, "SYT");
  act (fixture, second);
  assert_meant (fixture, "SXD");
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, NULL), >, 0);
  assert_meant (fixture, "SYT");
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, NULL), >, 0);
  assert_meant (fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/learned/written", StoreFixture, NULL, store_fixture_set_up, test_written,
              store_fixture_tear_down);
  return g_test_run ();
}
