/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/unit.h"
#include "store-fixture.h"
#include "store/action-place.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/letters.h"
#include "store/statement.h"

/* What an action was about, after it was undone and done again. */

static void
check_place (BvLibrary *library, gint64 action, const char *table, gint64 id, const char *criterion)
{
  g_auto (BvActionPlace) place = bv_action_place_find (library, action);

  g_assert_cmpstr (place.table, ==, table);
  g_assert_cmpint (place.id, ==, id);
  g_assert_cmpstr (place.criterion, ==, criterion);
}

/* Undoes the last action, looks, and does it again. */
static void
check_part (BvLibrary *library, const char *table, gint64 id, gint64 again, const char *criterion)
{
  g_autoptr (BvAction) action = bv_journal_peek_undo (library, NULL);
  g_autoptr (GError) error = NULL;

  bv_journal_undo (library, 0, NULL, &error);
  g_assert_no_error (error);
  check_place (library, action->id, table, id, criterion);
  bv_journal_redo (library, NULL, &error);
  g_assert_no_error (error);
  check_place (library, action->id, table, again, criterion);
}

static void
check (BvLibrary *library, const char *table, gint64 id, gint64 again)
{
  check_part (library, table, id, again, NULL);
}

static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  gint64 group = action_fixture_find (library, campaign, &bv_group_entity, campaign, "cap-xa");
  gint64 criterion = action_fixture_find (library, campaign, &bv_criterion_entity, group, "1");
  gint64 nominee = action_fixture_find (library, campaign, &bv_nominee_entity, campaign, "so-noi-vu");
  gint64 unit = action_fixture_find (library, campaign, &bv_unit_entity, campaign, "SYT");

  action_fixture_write_text (library, campaign, &bv_group_entity, group, G_STRUCT_OFFSET (BvGroup, name));
  check (library, "group", group, group);
  action_fixture_write_text (library, campaign, &bv_criterion_entity, criterion,
                             G_STRUCT_OFFSET (BvCriterion, title));
  check (library, "criterion", criterion, criterion);
  action_fixture_write_score (library, campaign, nominee);
  check_part (library, "nominee", nominee, nominee, "1");
  action_fixture_write_text (library, campaign, &bv_unit_entity, unit, G_STRUCT_OFFSET (BvUnit, contact));
  check (library, "unit", unit, unit);
}

/* What is gone has no row, but still a kind. */
static void
test_removed (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  gint64 nominee = action_fixture_find (library, campaign, &bv_nominee_entity, campaign, "so-noi-vu");
  g_autoptr (GError) error = NULL;

  bv_edit_remove (library, campaign, &bv_nominee_entity, nominee, &error);
  g_assert_no_error (error);
  check (library, "nominee", nominee, 0);
}

typedef struct
{
  gint64 campaign;
  gint64 nominees[2];
} Scores;

/* Who is written of besides his scores is more than one of them. */
static gboolean
write_all (BvLibrary *library, gpointer data, GError **error)
{
  const Scores *scores = data;

  return bv_statement_run (library, "UPDATE assessment SET verified = 135 WHERE nominee = ?1", error, "i",
                           scores->nominees[0])
         && bv_statement_run (library, "UPDATE nominee SET summary = 'x' WHERE id = ?1", error, "i",
                              scores->nominees[0]);
}

static gboolean
write_scores (BvLibrary *library, gpointer data, GError **error)
{
  const Scores *scores = data;

  for (guint i = 0; i < G_N_ELEMENTS (scores->nominees); i++)
    if (!bv_statement_run (library, "UPDATE assessment SET verified = 125 WHERE nominee = ?1", error, "i",
                           scores->nominees[i]))
      return FALSE;
  return TRUE;
}

/* Of several the first in the order of the campaign. */
static void
test_several (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  Scores scores = { campaign,
                    { action_fixture_find (library, campaign, &bv_nominee_entity, campaign, "so-y-te"),
                      action_fixture_find (library, campaign, &bv_nominee_entity, campaign, "so-noi-vu") } };
  g_autoptr (GError) error = NULL;

  bv_journal_act (library, "scores", write_scores, &scores, NULL, &error);
  g_assert_no_error (error);
  check_part (library, "nominee", scores.nominees[1], scores.nominees[1], "1");
  bv_journal_act (library, "all", write_all, &scores, NULL, &error);
  g_assert_no_error (error);
  check (library, "nominee", scores.nominees[0], scores.nominees[0]);
}

/* The inbox is shown as a whole. */
static void
test_inbox (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  const BvLetterRecord letter = { (char *) "STP",
                                  (char *) "Sở Tư pháp",
                                  1000,
                                  (char *) "vanthu@donvi.example",
                                  (char *) "Đề nghị bổ sung",
                                  3,
                                  (char *) "Thư.eml" };
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_letter_record_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (letters, bv_letter_record_copy (&letter));
  bv_letters_record (library, campaign, letters, &error);
  g_assert_no_error (error);
  check (library, "receipt", 0, 0);
}

/* A campaign that came or went has no place in itself. */
static void
test_campaign (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;

  store_fixture_load_file (library, DEMO);
  check (library, NULL, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/action-place/what-was-changed", test_changed);
  ADD ("/action-place/what-was-removed-is-there-or-gone", test_removed);
  ADD ("/action-place/of-several-the-first", test_several);
  ADD ("/action-place/letters-are-of-the-inbox", test_inbox);
  ADD ("/action-place/a-campaign-has-none", test_campaign);
  return g_test_run ();
}
