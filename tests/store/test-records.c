/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/nominee.h"
#include "core/unit.h"
#include "store-fixture.h"
#include "store/journal.h"
#include "store/records.h"

#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNominee, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnit, bv_record_free)

typedef struct
{
  StoreFixture store;
  gint64 campaign;
  BvKeyMap *keys;
} Fixture;

/* Records written inside one action. */
typedef struct
{
  BvKeyMap *keys;
  gpointer before; /* NULL: a new one */
  gpointer after;
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1];
} Writing;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->store, data);
  fixture->campaign = store_fixture_load_file (fixture->store.library, EVERY_FIELD);
  fixture->keys = bv_key_map_read (fixture->store.library, fixture->campaign, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_key_map_free (fixture->keys);
  store_fixture_tear_down (&fixture->store, data);
}

static gboolean
write_record (BvLibrary *library, gpointer data, GError **error)
{
  Writing *writing = data;

  if (writing->before == NULL)
    return bv_records_insert (library, writing->after, writing->keys, writing->owners, 0, error);
  return bv_records_update (library, writing->before, writing->after, writing->keys, writing->owners, error);
}

/* Returns how many rows the journal took note of. */
static gint64
write_one (Fixture *fixture, gpointer before, gpointer after, GError **error)
{
  Writing writing = { fixture->keys, before, after, { 0 } };
  g_autoptr (BvAction) action = NULL;

  if (((BvRecord *) after)->entity != &bv_unit_entity)
    writing.owners[0] = fixture->campaign;
  if (!bv_journal_act (fixture->store.library, "write", write_record, &writing, NULL, error))
    return -1;
  action = bv_journal_peek_undo (fixture->store.library, NULL);
  return action->rows;
}

static gpointer
read_one (Fixture *fixture, const BvEntity *entity, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = bv_records_read (fixture->store.library, entity, id, &error);

  g_assert_no_error (error);
  return record;
}

static gint64
find_nominee (Fixture *fixture, const char *key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM nominee WHERE key = '%s'", key);

  return store_fixture_count (fixture->store.library, sql);
}

static BvUnit *
new_unit (const char *code)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  g_free (unit->code);
  unit->code = g_strdup (code);
  g_free (unit->name);
  unit->name = g_strdup ("Xã");
  return unit;
}

static void
check_round_trip (Fixture *fixture, BvUnit *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) read = NULL;

  g_assert_cmpint (write_one (fixture, NULL, unit, &error), ==, 1);
  g_assert_no_error (error);
  read = read_one (fixture, &bv_unit_entity, unit->record.id);
  g_assert_true (bv_record_equal (read, unit));
  g_assert_cmpint (read->record.id, ==, unit->record.id);
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "",     " ",
    "'",    "\"",
    "\\",   "a\nb\tc",
    "∅",    "Đường Trần Hưng Đạo – số 1",
    "𝕏 🏆",  "; DROP TABLE unit; --",
    "null", "[]",
    "0",    "?1",
    "\x01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *code = g_strdup_printf ("T%u", i);
      g_autoptr (BvUnit) unit = new_unit (code);
      const char *aliases[] = { texts[i], "x", texts[i], NULL };

      g_free (unit->contact);
      unit->contact = g_strdup (texts[i]);
      unit->aliases = g_strdupv ((char **) aliases);
      check_round_trip (fixture, unit);
    }
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  static const gint64 numbers[] = { 99, 1, 1, 50 };
  g_autoptr (BvUnit) none = new_unit ("L0");
  g_autoptr (BvUnit) empty = new_unit ("L1");
  g_autoptr (BvUnit) some = new_unit ("L2");

  empty->aliases = g_new0 (char *, 1);
  empty->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  some->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (some->leads, numbers, G_N_ELEMENTS (numbers));
  check_round_trip (fixture, none);
  check_round_trip (fixture, empty);
  check_round_trip (fixture, some);
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const gint64 dates[] = { BV_NONE, 19000101, 29991231 };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *code = g_strdup_printf ("N%u", i);
      g_autoptr (BvUnit) unit = new_unit (code);

      unit->valid_from = dates[i];
      unit->valid_to = dates[G_N_ELEMENTS (dates) - 1 - i];
      check_round_trip (fixture, unit);
    }
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = read_one (fixture, &bv_nominee_entity, find_nominee (fixture, "xa-mot"));
  g_autoptr (GError) error = NULL;
  gint64 actions = store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal");

  write_one (fixture, nominee, nominee, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal"), ==,
                   actions);
}

/* How the rows of a nominee change, as seen by the journal. */
typedef void (*Change) (BvNominee *nominee);

static BvAssessment *
assessment (BvNominee *nominee, guint index)
{
  return g_ptr_array_index (nominee->assessments, index);
}

static void
change_own_field (BvNominee *nominee)
{
  nominee->women_percent = 3;
}

static void
change_vote (BvNominee *nominee)
{
  nominee->votes->in_favour = 8;
}

static void
change_note (BvNominee *nominee)
{
  g_free (assessment (nominee, 1)->note);
  assessment (nominee, 1)->note = g_strdup ("khác");
}

static void
change_report (BvNominee *nominee)
{
  ((BvReport *) g_ptr_array_index (assessment (nominee, 2)->received, 1))->received = 20211201;
}

static void
swap_links (BvNominee *nominee)
{
  GPtrArray *links = assessment (nominee, 1)->evidence;
  gpointer first = g_ptr_array_steal_index (links, 0);

  g_ptr_array_add (links, first);
}

static void
drop_child (BvNominee *nominee)
{
  g_clear_pointer (&nominee->initiative, bv_record_free);
}

static void
add_hold (BvNominee *nominee)
{
  bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "holds"));
}

static void
swap_holds (BvNominee *nominee)
{
  gpointer first = g_ptr_array_steal_index (nominee->holds, 0);

  g_ptr_array_add (nominee->holds, first);
}

static void
test_changed_rows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    Change change;
    gint64 rows;
  } cases[] = {
    { change_own_field, 1 }, { change_vote, 1 }, { change_note, 1 }, { change_report, 1 },
    { swap_links, 1 },       { drop_child, 1 },  { add_hold, 1 },    { swap_holds, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = find_nominee (fixture, "xa-mot");
      g_autoptr (BvNominee) before = read_one (fixture, &bv_nominee_entity, id);
      g_autoptr (BvNominee) after = bv_record_copy (before);
      g_autoptr (BvNominee) read = NULL;
      g_autoptr (GError) error = NULL;

      cases[i].change (after);
      g_assert_cmpint (write_one (fixture, before, after, &error), ==, cases[i].rows);
      g_assert_no_error (error);
      read = read_one (fixture, &bv_nominee_entity, id);
      g_assert_true (bv_record_equal (read, after));
    }
}

static void
test_unknown_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvUnit) unit = new_unit ("R1");
  g_autoptr (GError) error = NULL;

  unit->parent = g_strdup ("KHONG-CO");
  g_assert_cmpint (write_one (fixture, NULL, unit, &error), ==, -1);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "parent"));
  g_assert_nonnull (strstr (error->message, "KHONG-CO"));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_records_read (fixture->store.library, &bv_nominee_entity, 12345, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 highest = 0;

  for (guint i = 0; i < 10000; i++)
    {
      gint64 id = bv_records_new_id ();

      g_assert_cmpint (id, >, 0);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
      highest = MAX (highest, id);
    }
  g_assert_cmpint (highest, >, G_GINT64_CONSTANT (1) << 61);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/records/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("any-text-comes-back-as-it-was", test_texts);
  ADD ("no-list-is-not-an-empty-list", test_lists);
  ADD ("no-number-and-the-outermost-come-back", test_numbers);
  ADD ("a-record-that-is-the-same-leaves-no-trace", test_same);
  ADD ("only-the-rows-that-changed-are-in-the-journal", test_changed_rows);
  ADD ("a-reference-to-nothing-names-field-and-key", test_unknown_reference);
  ADD ("a-record-that-is-gone-is-an-error", test_gone);
  ADD ("new-ids-are-positive-and-never-the-same", test_ids);
  return g_test_run ();
}
