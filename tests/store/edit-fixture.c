/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"

#include "store/edit.h"
#include "store/journal.h"

void
edit_fixture_set_up (EditFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, data);
  fixture->campaign = store_fixture_load_file (fixture->store.library, EVERY_FIELD);
}

void
edit_fixture_tear_down (EditFixture *fixture, gconstpointer data)
{
  store_fixture_tear_down (&fixture->store, data);
}

void
edit_fixture_set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

gint64
edit_fixture_find_in (EditFixture *fixture, const BvEntity *entity, gint64 owner, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_edit_find (fixture->store.library, fixture->campaign, entity, owner, key, &error);

  g_assert_no_error (error);
  return id;
}

gint64
edit_fixture_find (EditFixture *fixture, const BvEntity *entity, const char *key)
{
  return edit_fixture_find_in (fixture, entity, fixture->campaign, key);
}

gpointer
edit_fixture_read (EditFixture *fixture, const BvEntity *entity, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = bv_edit_read (fixture->store.library, entity, id, &error);

  g_assert_no_error (error);
  return record;
}

gpointer
edit_fixture_read_by_key (EditFixture *fixture, const BvEntity *entity, const char *key)
{
  return edit_fixture_read (fixture, entity, edit_fixture_find (fixture, entity, key));
}

/* The last entry of the journal. */
void
edit_fixture_check_action (EditFixture *fixture, const char *label, gint64 rows)
{
  g_autoptr (BvAction) action = bv_journal_peek_undo (fixture->store.library, NULL);

  g_assert_cmpstr (action->label, ==, label);
  g_assert_cmpint (action->rows, ==, rows);
}

/* The last action, undone, leaves what was before it; done again, what it made. */
void
edit_fixture_check_undoable (EditFixture *fixture, const char *before)
{
  g_autofree char *made = store_fixture_list_rows (fixture->store.library);
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_journal_undo (fixture->store.library, 0, NULL, &error), >, 0);
  g_assert_no_error (error);
  undone = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (bv_journal_redo (fixture->store.library, NULL, &error), >, 0);
  again = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (again, ==, made);
}
