/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"
#include "store/edit-check.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/registry/unit-rows.h"
#include "store/sealings.h"
#include "store/statement.h"
#include "store/unfinished/intents.h"

/* What cannot be read is neither a "no" nor a "nothing": whoever decides by it hears why. */

#define DAY 20220701

typedef struct
{
  const char *name;
  const char *table; /* which no query finds any more */
  gboolean (*ask) (EditFixture *fixture, GError **error);
} Case;

static gboolean
ask_for_children (EditFixture *fixture, GError **error)
{
  return bv_unit_rows_check_childless (fixture->store.library, 1, DAY, error);
}

static gboolean
ask_for_use (EditFixture *fixture, GError **error)
{
  return bv_unit_rows_check_unused (fixture->store.library, 1, DAY, error);
}

/* The fixture has a group in which there is nothing to reach. */
static gboolean
ask_for_nominees (EditFixture *fixture, GError **error)
{
  return bv_edit_check_trees (fixture->store.library, fixture->campaign, error);
}

static gboolean
ask_what_undo_takes_back (EditFixture *fixture, GError **error)
{
  guint number;
  gint64 campaign;

  return bv_sealings_find_to_undo (fixture->store.library, &number, &campaign, error);
}

static gboolean
undo (EditFixture *fixture, GError **error)
{
  return bv_journal_undo (fixture->store.library, 0, NULL, error) != 0;
}

static gboolean
redo (EditFixture *fixture, GError **error)
{
  return bv_journal_redo (fixture->store.library, NULL, error) != 0;
}

static gboolean
ask_for_intents (EditFixture *fixture, GError **error)
{
  gboolean exist;

  return bv_intents_exist (fixture->store.library, &exist, error);
}

static const Case cases[] = {
  { "a-unit-under-another", "unit", ask_for_children },
  { "a-campaign-that-needs-a-unit", "group", ask_for_use },
  { "nominees-of-an-empty-group", "nominee", ask_for_nominees },
  { "a-sealing-that-undo-takes-back", "journal", ask_what_undo_takes_back },
  { "an-action-to-undo", "journal", undo },
  { "an-action-to-redo", "journal", redo },
  { "what-is-unfinished", "unfinished", ask_for_intents },
};

static void
add_empty_group (EditFixture *fixture)
{
  g_autoptr (BvGroup) group = bv_record_new (&bv_group_entity);
  g_autoptr (GError) error = NULL;

  edit_fixture_set_text (&group->key, "trong");
  edit_fixture_set_text (&group->name, "Khối trống");
  bv_edit_add (fixture->store.library, fixture->campaign, fixture->campaign, group, &error);
  g_assert_no_error (error);
}

/* Undo reads nothing while it still knows what was done last. */
static void
forget_the_last_action (EditFixture *fixture)
{
  store_fixture_reopen (&fixture->store, BV_LIBRARY_WRITE);
}

static void
test_failure (EditFixture *fixture, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE \"%s\" RENAME TO gone", one->table);
  g_autofree char *back = g_strdup_printf ("ALTER TABLE gone RENAME TO \"%s\"", one->table);
  g_autoptr (GError) error = NULL;

  add_empty_group (fixture);
  forget_the_last_action (fixture);
  bv_statement_run_script (fixture->store.library, sql, &error);
  g_assert_no_error (error);
  g_assert_false (one->ask (fixture, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  bv_statement_run_script (fixture->store.library, back, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/failing-query/is-passed-on-of-%s", cases[i].name);

      g_test_add (path, EditFixture, &cases[i], edit_fixture_set_up, test_failure, edit_fixture_tear_down);
    }
  return g_test_run ();
}
