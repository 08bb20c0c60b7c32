/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/journal.h"

#define DATE 20220520
#define N_EDITS 60

/* What happens to the marks of nominees while a contest is kept. */
typedef struct
{
  StoreFixture store;
  gint64 campaign;
  BvContest *kept;
  BvChanges *changes; /* of the last action */
} Fixture;

static void
keep_changes (BvLibrary *library, const BvChanges *changes, gpointer data)
{
  Fixture *fixture = data;

  g_clear_pointer (&fixture->changes, bv_changes_unref);
  fixture->changes = bv_changes_ref (changes);
}

static BvContest *
read_contest (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvContest *contest = bv_campaigns_read_contest (fixture->store.library, fixture->campaign, DATE, &error);

  g_assert_no_error (error);
  return contest;
}

static void
set_up (Fixture *fixture, gconstpointer path)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->campaign = store_fixture_load_file (fixture->store.library, path);
  fixture->kept = read_contest (fixture);
  bv_library_set_changed_func (fixture->store.library, keep_changes, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer path)
{
  bv_library_set_changed_func (fixture->store.library, NULL, NULL);
  g_clear_pointer (&fixture->changes, bv_changes_unref);
  bv_contest_free (fixture->kept);
  store_fixture_tear_down (&fixture->store, NULL);
}

/* Where the results of a mark stand depends on when they came. */
static void
assert_same_mark (const BvContest *a, guint index, const BvContest *b, guint place)
{
  BvMark first = *bv_contest_mark (a, index);
  BvMark second = *bv_contest_mark (b, place);

  g_assert_cmpmem (bv_contest_measured (a, &first), sizeof (BvMeasured), bv_contest_measured (b, &second),
                   sizeof (BvMeasured));
  first.measured = second.measured = 0;
  g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
}

static void
assert_same_entrant (const BvContest *a, guint index, const BvContest *b, guint place)
{
  const BvEntrant *first = bv_contest_entrant (a, index);
  const BvEntrant *second = bv_contest_entrant (b, place);
  guint n_leaves = bv_contest_group (a, first->group)->leaves->len;

  g_assert_cmpint (first->id, ==, second->id);
  g_assert_cmpuint (first->group, ==, second->group);
  g_assert_cmpstr (first->key, ==, second->key);
  g_assert_cmpstr (first->name, ==, second->name);
  g_assert_cmpstr (first->holds, ==, second->holds);
  for (guint i = 0; i < n_leaves; i++)
    assert_same_mark (a, first->first_mark + i, b, second->first_mark + i);
}

static void
assert_same (const BvContest *a, const BvContest *b)
{
  g_assert_cmpuint (a->entrants->len, ==, b->entrants->len);
  g_assert_cmpuint (a->marks->len, ==, b->marks->len);
  for (guint i = 0; i < a->entrants->len; i++)
    assert_same_entrant (a, i, b, i);
}

/* Reads only the nominees of the last action again, and compares with a contest that is read again. */
static void
follow (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) nominees = bv_changes_list_nominees (fixture->changes);
  g_autoptr (BvContest) fresh = read_contest (fixture);

  g_assert_true (bv_changes_are_marks (fixture->changes));
  g_assert_true (bv_campaigns_read_marks (fixture->store.library, fixture->kept, nominees, &error));
  g_assert_no_error (error);
  assert_same (fixture->kept, fresh);
}

/* A row chosen by chance; what it changes, if anything, is an action. */
static const char *const edits[] = {
  "UPDATE assessment SET verified = abs (random () % 900) WHERE (nominee, criterion) = "
  "(SELECT nominee, criterion FROM assessment ORDER BY random () LIMIT 1)",
  "UPDATE assessment SET state = 'returned', items = '[1]', passed = 1, explanation = 'vì sao' "
  "WHERE (nominee, criterion) = (SELECT nominee, criterion FROM assessment ORDER BY random () LIMIT 1)",
  "DELETE FROM assessment WHERE (nominee, criterion) = "
  "(SELECT nominee, criterion FROM assessment ORDER BY random () LIMIT 1)",
  "INSERT OR IGNORE INTO assessment (nominee, criterion, ordinal, self) SELECT n.id, c.id, 99, 100 "
  "FROM nominee n JOIN criterion c ON c.\"group\" = n.\"group\" WHERE c.kind <> 'section' "
  "ORDER BY random () LIMIT 3",
  "INSERT OR IGNORE INTO report (nominee, criterion, ordinal, received) SELECT a.nominee, a.criterion, "
  "abs (random () % 4), 20220101 + abs (random () % 28) FROM assessment a JOIN criterion c "
  "ON c.id = a.criterion ORDER BY c.kind = 'reports' DESC, random () LIMIT 2",
  "DELETE FROM report WHERE (nominee, criterion) = (SELECT nominee, criterion FROM report "
  "ORDER BY random () LIMIT 1)",
  "INSERT OR IGNORE INTO result (nominee, criterion, ordinal, baseline, result, target) SELECT nominee, criterion, "
  "abs (random () % 3), 10, 20, 30 FROM assessment ORDER BY random () LIMIT 2",
  "DELETE FROM result WHERE (nominee, criterion) = (SELECT nominee, criterion FROM result "
  "ORDER BY random () LIMIT 1)",
  "INSERT OR IGNORE INTO evidence_link (nominee, criterion, evidence, ordinal) SELECT a.nominee, a.criterion, "
  "e.id, 0 FROM assessment a JOIN evidence e ORDER BY random () LIMIT 3",
  "DELETE FROM evidence_link WHERE (nominee, criterion) = (SELECT nominee, criterion FROM evidence_link "
  "ORDER BY random () LIMIT 1)",
  "INSERT INTO hold (nominee, ordinal, reason, source) SELECT id, 0, 'đang kiểm tra', 'thanh tra' "
  "FROM nominee ORDER BY random () LIMIT 2",
  "UPDATE hold SET \"to\" = CASE WHEN \"to\" IS NULL THEN 20200101 END WHERE id = (SELECT id FROM hold "
  "ORDER BY random () LIMIT 1)",
  "DELETE FROM hold WHERE id = (SELECT id FROM hold ORDER BY random () LIMIT 1)",
};

static void
test_marks_are_read_again (Fixture *fixture, gconstpointer path)
{
  for (guint i = 0; i < N_EDITS; i++)
    {
      const char *edit = edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))];

      g_clear_pointer (&fixture->changes, bv_changes_unref);
      store_fixture_act (fixture->store.library, edit);
      if (fixture->changes != NULL)
        follow (fixture);
    }
  while (bv_journal_undo (fixture->store.library, 0, NULL, NULL) > 0
         && bv_changes_are_marks (fixture->changes))
    follow (fixture);
}

static void
test_others_are_passed_over (Fixture *fixture, gconstpointer path)
{
  g_autoptr (BvContest) before = read_contest (fixture);
  g_autoptr (GArray) nominees = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 nobody = 12345;
  g_autoptr (GError) error = NULL;

  g_array_append_val (nominees, nobody);
  g_assert_true (bv_campaigns_read_marks (fixture->store.library, fixture->kept, nominees, &error));
  g_assert_no_error (error);
  assert_same (fixture->kept, before);
}

/* Every third, from the last to the first: they come in the order of the file all the same. */
static void
test_some_are_read (Fixture *fixture, gconstpointer path)
{
  g_autoptr (GArray) nominees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvContest) some = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = (fixture->kept->entrants->len - 1) / 3 * 3 + 3; i >= 3; i -= 3)
    g_array_append_val (nominees, bv_contest_entrant (fixture->kept, i - 3)->id);
  some = bv_campaigns_read_entrants (fixture->store.library, fixture->campaign, DATE, nominees, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->entrants->len, ==, nominees->len);
  for (guint i = 0; i < some->entrants->len; i++)
    assert_same_entrant (some, i, fixture->kept, 3 * i);
}

/* Alone its tables are read from end to end; beside a greater campaign they no longer are. */
static void
test_another_campaign_changes_nothing (Fixture *fixture, gconstpointer path)
{
  g_autoptr (BvContest) beside = NULL;

  store_fixture_load_file (fixture->store.library, g_str_equal (path, EVERY_FIELD) ? DEMO : EVERY_FIELD);
  beside = read_contest (fixture);
  assert_same (fixture->kept, beside);
}

/* How often it is still wanted. */
static gboolean
is_wanted (gpointer data)
{
  guint *left = data;

  if (*left > 0)
    (*left)--;
  return *left > 0;
}

/* Whether a reading that is interrupted at the @nth question comes to its end; of what it began nothing
 * stays. */
static gboolean
reads (Fixture *fixture, BvLibrary *reader, guint n, gboolean whole)
{
  g_autoptr (GError) error = NULL;
  gpointer read;

  bv_library_set_wanted_func (reader, is_wanted, &n);
  read = whole ? (gpointer) bv_campaigns_read (reader, fixture->campaign, BV_CAMPAIGN_WHOLE, &error)
               : (gpointer) bv_campaigns_read_contest (reader, fixture->campaign, DATE, &error);
  bv_library_set_wanted_func (reader, NULL, NULL);
  g_assert_true ((read == NULL) == (error != NULL));
  if (read != NULL && whole)
    bv_record_free (read);
  else if (read != NULL)
    bv_contest_free (read);
  return read != NULL;
}

static void
test_interrupted_anywhere (Fixture *fixture, gconstpointer path)
{
  g_autoptr (BvLibrary) reader = bv_library_open (fixture->store.folder, BV_LIBRARY_READ, NULL);
  g_autoptr (BvContest) after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      guint n = 1;

      while (!reads (fixture, reader, n, i > 0))
        n++;
      g_assert_cmpuint (n, >, 10);
    }
  after = bv_campaigns_read_contest (reader, fixture->campaign, DATE, NULL);
  assert_same (fixture->kept, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, name, func) g_test_add ("/contest/" name, Fixture, path, set_up, func, tear_down)
  ADD (EVERY_FIELD, "after-an-edit-the-marks-of-a-nominee-are-what-all-read-anew-say",
       test_marks_are_read_again);
  ADD (DEMO, "so-they-are-among-hundreds", test_marks_are_read_again);
  ADD (EVERY_FIELD, "nominees-of-another-campaign-are-passed-over", test_others_are_passed_over);
  ADD (EVERY_FIELD, "some-nominees-are-read-as-they-are-among-all", test_some_are_read);
  ADD (DEMO, "some-of-hundreds-are-read-as-they-are-among-all", test_some_are_read);
  ADD (EVERY_FIELD, "a-greater-campaign-beside-it-changes-nothing", test_another_campaign_changes_nothing);
  ADD (DEMO, "a-smaller-campaign-beside-it-changes-nothing", test_another_campaign_changes_nothing);
  ADD (DEMO, "a-reading-that-is-interrupted-anywhere-leaves-nothing", test_interrupted_anywhere);
  return g_test_run ();
}
