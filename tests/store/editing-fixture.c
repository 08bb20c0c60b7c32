/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editing-fixture.h"

#include "store/editing.h"
#include "store/journal.h"

void
editing_fixture_set_up (EditingFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, data);
  fixture->campaign = store_fixture_load_file (fixture->store.library, EVERY_FIELD);
}

void
editing_fixture_tear_down (EditingFixture *fixture, gconstpointer data)
{
  store_fixture_tear_down (&fixture->store, data);
}

void
editing_fixture_set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

gint64
editing_fixture_find_in (EditingFixture *fixture, const BvEntity *entity, gint64 owner, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_editing_find (fixture->store.library, fixture->campaign, entity, owner, key, &error);

  g_assert_no_error (error);
  return id;
}

gint64
editing_fixture_find (EditingFixture *fixture, const BvEntity *entity, const char *key)
{
  return editing_fixture_find_in (fixture, entity, fixture->campaign, key);
}

gpointer
editing_fixture_read (EditingFixture *fixture, const BvEntity *entity, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = bv_editing_read (fixture->store.library, fixture->campaign, entity, id, &error);

  g_assert_no_error (error);
  return record;
}

gpointer
editing_fixture_read_by_key (EditingFixture *fixture, const BvEntity *entity, const char *key)
{
  return editing_fixture_read (fixture, entity, editing_fixture_find (fixture, entity, key));
}

/* The last entry of the journal. */
void
editing_fixture_check_action (EditingFixture *fixture, const char *label, gint64 rows)
{
  g_autoptr (BvAction) action = bv_journal_peek_undo (fixture->store.library);

  g_assert_cmpstr (action->label, ==, label);
  g_assert_cmpint (action->rows, ==, rows);
}

/* The last action, undone, leaves what was before it; done again, what it made. */
void
editing_fixture_check_undoable (EditingFixture *fixture, const char *before)
{
  g_autofree char *made = store_fixture_list_rows (fixture->store.library);
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_journal_undo (fixture->store.library, 0, &error), >, 0);
  g_assert_no_error (error);
  undone = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (bv_journal_redo (fixture->store.library, &error), >, 0);
  again = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (again, ==, made);
}
