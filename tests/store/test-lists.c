/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nominee.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/lists.h"

static gint64
load_demo (StoreFixture *fixture)
{
  return store_fixture_load_file (fixture->library, DEMO);
}

static guint
find_text (BvTable *table, guint column, const char *text)
{
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if (g_str_equal (bv_table_get_text (table, i, column), text))
      return i;
  return BV_TABLE_NOT_FOUND;
}

static void
test_campaigns (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_lists_read_campaigns (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bv_table_find (table, campaign), !=, BV_TABLE_NOT_FOUND);
  g_assert_cmpstr (bv_table_get_text (table, bv_table_find (table, campaign), BV_CAMPAIGNS_PLAN), ==,
                   "1078/KH-SNV");
  g_assert_cmpint (bv_table_get_number (table, bv_table_find (table, campaign), BV_CAMPAIGNS_YEAR), ==, 2021);
  g_assert_cmpstr (bv_table_get_text (table, bv_table_find (table, campaign), BV_CAMPAIGNS_SPAN), ==,
                   "21/06/2021 – 31/12/2021");
}

/* What has the same title and time is told apart by its key. */
static void
test_campaigns_alike (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) other = store_fixture_read_file (DEMO);
  g_autoptr (BvTable) table = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  gint64 second;

  other->key = (g_free (other->key), g_strdup ("papi-2021-2"));
  second = bv_campaigns_make (fixture->library, other, &error);
  g_assert_no_error (error);
  table = bv_lists_read_campaigns (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bv_table_get_text (table, bv_table_find (table, campaign), BV_CAMPAIGNS_SPAN), ==,
                   "21/06/2021 – 31/12/2021 · papi-2021");
  g_assert_cmpstr (bv_table_get_text (table, bv_table_find (table, second), BV_CAMPAIGNS_SPAN), ==,
                   "21/06/2021 – 31/12/2021 · papi-2021-2");
  actions = bv_journal_list (fixture->library, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (((BvAction *) g_ptr_array_index (actions, 0))->label, "Make campaign: "));
}

static void
test_nominees (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_lists_read_nominees (fixture->library, campaign, &error);
  g_autoptr (BvCampaign) file = store_fixture_read_file (DEMO);

  g_assert_no_error (error);
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, file->nominees->len);
  for (guint i = 0; i < file->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (file->nominees, i);

      g_assert_cmpint (bv_table_get_number (table, i, BV_NOMINEES_NUMBER), ==, i + 1);
      g_assert_cmpint (
        bv_table_get_id (table, i), ==,
        bv_edit_find (fixture->library, campaign, &bv_nominee_entity, campaign, nominee->key, NULL));
      if (nominee->person != NULL)
        g_assert_cmpstr (bv_table_get_text (table, i, BV_NOMINEES_NAME), ==, nominee->person->name);
    }
}

static void
assert_same_texts (BvTable *table, BvTable *whole, guint row)
{
  for (guint i = BV_NOMINEES_NAME; i <= BV_NOMINEES_POSITION; i++)
    g_assert_cmpstr (bv_table_get_text (table, row, i), ==, bv_table_get_text (whole, row, i));
}

/* One row first, then the others in turns that do not come out even. */
static void
test_little_by_little (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  g_autoptr (BvTable) whole = bv_lists_read_nominees (fixture->library, campaign, NULL);
  g_autoptr (BvNomineeList) list = bv_nominee_list_read (fixture->library, campaign, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  BvTable *table = bv_nominee_list_get_table (list);
  guint n_rows = bv_table_get_n_rows (whole);
  guint first = n_rows / 2;
  guint n_turns = 0;

  g_assert_cmpuint (bv_table_get_n_rows (table), ==, n_rows);
  g_assert_true (bv_nominee_list_read_text (list, fixture->library, first, NULL));
  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_cmpint (bv_table_get_id (table, i), ==, bv_table_get_id (whole, i));
      g_assert_cmpint (bv_table_get_group (table, i), ==, bv_table_get_group (whole, i));
      g_assert_true (g_str_equal (bv_table_get_text (table, i, BV_NOMINEES_NAME), "") == (i != first));
    }
  assert_same_texts (table, whole, first);
  for (; !bv_nominee_list_is_whole (list); n_turns++)
    g_assert_true (bv_nominee_list_read_texts (list, fixture->library, 100, rows, NULL));
  g_assert_cmpuint (
    n_turns, ==, (store_fixture_count (fixture->library, "SELECT count (*) FROM unit") + n_rows + 99) / 100);
  g_assert_cmpuint (rows->len, ==, n_rows - 1);
  for (guint i = 0; i < n_rows; i++)
    assert_same_texts (table, whole, i);
}

/* Whoever came or went meanwhile is in the next list. */
static void
test_changed_meanwhile (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  g_autoptr (BvNomineeList) list = bv_nominee_list_read (fixture->library, campaign, NULL);
  BvTable *table = bv_nominee_list_get_table (list);
  guint n_rows = bv_table_get_n_rows (table);

  store_fixture_act (fixture->library,
                     "INSERT INTO unit (code, name, type) VALUES ('moi', 'Đơn vị mới', 'Sở');"
                     "INSERT INTO nominee (campaign, ordinal, key, \"group\", unit) "
                     "SELECT campaign, 0, 'moi', \"group\", (SELECT max (id) FROM unit) "
                     "FROM nominee LIMIT 1;"
                     "DELETE FROM nominee WHERE key = 'so-y-te'");
  g_assert_true (bv_nominee_list_read_texts (list, fixture->library, G_MAXUINT, NULL, NULL));
  g_assert_true (bv_nominee_list_is_whole (list));
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, n_rows);
  g_assert_cmpuint (find_text (table, BV_NOMINEES_NAME, "Đơn vị mới"), ==, BV_TABLE_NOT_FOUND);
  g_assert_cmpuint (find_text (table, BV_NOMINEES_NAME, ""), !=, BV_TABLE_NOT_FOUND);
}

static void
test_units (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_lists_read_units (fixture->library, campaign, &error);
  g_autoptr (BvCampaign) file = store_fixture_read_file (DEMO);
  gint64 n_nominees = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, file->units->len);
  for (guint i = 0; i < file->units->len; i++)
    {
      g_assert_cmpstr (bv_table_get_text (table, i, BV_UNITS_CODE), ==,
                       bv_record_key (g_ptr_array_index (file->units, i)));
      n_nominees += bv_table_get_number (table, i, BV_UNITS_NOMINEES);
    }
  g_assert_cmpint (n_nominees, ==, file->nominees->len);
}

static void
test_evidence (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  gint64 nominee = bv_edit_find (fixture->library, campaign, &bv_nominee_entity, campaign, "so-y-te", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_lists_read_evidence (fixture->library, nominee, &error);
  guint row = find_text (table, BV_EVIDENCE_COLUMN_FILE, "45-KH-SYT.pdf");

  g_assert_no_error (error);
  g_assert_cmpuint (row, !=, BV_TABLE_NOT_FOUND);
  g_assert_cmpint (bv_table_get_number (table, row, BV_EVIDENCE_COLUMN_LINKS), >=, 1);
  g_assert_cmpuint (strlen (bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_SHA256)), ==, 64);
}

/* Each once, of the first nominee of whom it proves something. */
static void
test_documents (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) nominees = bv_lists_read_nominees (fixture->library, campaign, &error);
  g_autoptr (BvTable) documents = bv_lists_read_documents (fixture->library, campaign, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = bv_table_get_n_rows (nominees);

  g_assert_no_error (error);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvTable) own
        = bv_lists_read_evidence (fixture->library, bv_table_get_id (nominees, i), &error);

      g_assert_no_error (error);
      for (guint k = 0; k < bv_table_get_n_rows (own); k++)
        {
          guint row = bv_table_find (documents, bv_table_get_id (own, k));

          g_assert_cmpuint (row, !=, BV_TABLE_NOT_FOUND);
          g_assert_cmpstr (bv_table_get_text (documents, row, BV_DOCUMENTS_FILE), ==,
                           bv_table_get_text (own, k, BV_EVIDENCE_COLUMN_FILE));
          if (g_hash_table_add (seen, (gpointer) bv_table_get_text (documents, row, BV_DOCUMENTS_FILE)))
            g_assert_cmpint (bv_table_get_group (documents, row), ==, bv_table_get_id (nominees, i));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 0);
  g_assert_cmpuint (g_hash_table_size (seen), ==, bv_table_get_n_rows (documents));
}

static void
test_withdrawn (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load_demo (fixture);
  gint64 id = bv_edit_find (fixture->library, campaign, &bv_nominee_entity, campaign, "so-y-te", NULL);
  g_autoptr (BvRecord) nominee = bv_edit_read (fixture->library, &bv_nominee_entity, id, NULL);
  g_autoptr (BvTable) table = NULL;

  ((BvNominee *) nominee)->withdrawn = TRUE;
  g_assert_true (bv_edit_update (fixture->library, campaign, nominee, NULL));
  table = bv_lists_read_nominees (fixture->library, campaign, NULL);
  g_assert_cmpuint (bv_table_get_flags (table, bv_table_find (table, id)), ==, BV_TABLE_ROW_DIM);
}

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static guint
count_position (const BvCampaign *file, const char *position)
{
  guint n = 0;

  for (guint i = 0; i < file->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (file->nominees, i);

      n += nominee->person != NULL && g_str_equal (nominee->person->position, position);
    }
  return n;
}

static void
test_positions (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) file = store_fixture_read_file (DEMO);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) before = bv_lists_list_positions (fixture->library, &error);
  g_auto (GStrv) positions = NULL;

  g_assert_no_error (error);
  g_assert_null (before[0]);
  load_demo (fixture);
  positions = bv_lists_list_positions (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (positions), >, 1);
  for (guint i = 0; positions[i] != NULL; i++)
    {
      guint n = count_position (file, positions[i]);

      g_assert_cmpuint (n, >, 0);
      g_assert_true (i == 0 || n <= count_position (file, positions[i - 1]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pages/campaigns-are-listed-with-their-plan", test_campaigns);
  ADD ("/pages/campaigns-of-one-title-and-time-show-their-keys", test_campaigns_alike);
  ADD ("/pages/nominees-stand-in-the-order-of-the-file", test_nominees);
  ADD ("/pages/texts-of-nominees-come-little-by-little", test_little_by_little);
  ADD ("/pages/who-comes-meanwhile-is-in-the-next-list", test_changed_meanwhile);
  ADD ("/pages/units-count-their-nominees", test_units);
  ADD ("/pages/evidence-of-a-nominee-has-its-file-and-hash", test_evidence);
  ADD ("/pages/documents-lead-to-their-first-nominee", test_documents);
  ADD ("/pages/a-withdrawn-nominee-is-dim", test_withdrawn);
  ADD ("/pages/positions-come-once-the-most-used-first", test_positions);
  return g_test_run ();
}
