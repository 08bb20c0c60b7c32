/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/evidence.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/proof/content.h"
#include "store/proof/witnessed-tables.h"
#include "store/statement.h"

#include <gio/gio.h>

/* The digests that are kept are those that the tables give, whatever was done. */

#define N_STEPS 120

static void
check_digests (BvLibrary *library)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean ok = bv_content_check (library, findings, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  if (findings->len > 0)
    g_test_message ("%s", (const char *) g_ptr_array_index (findings, 0));
  g_assert_cmpuint (findings->len, ==, 0);
}

/* "@n" and "@p" are random numbers. What a constraint refuses is undone as a whole, and changes no digest. */
static const char *const edits[] = {
  "UPDATE nominee SET women_percent = @n WHERE ordinal = @p",
  "UPDATE nominee SET women_percent = NULL, summary = '', withdrawn = 0 WHERE ordinal < @p",
  "UPDATE hold SET reason = '@n' WHERE ordinal < @p",
  "UPDATE award SET decision = '@n', date = NULL WHERE ordinal < @p",
  "UPDATE assessment SET verified = @n, note = '' WHERE ordinal = @p",
  "UPDATE assessment SET criterion = criterion + 1 WHERE ordinal = @p",
  "UPDATE criterion SET guide = '@n' WHERE ordinal = @p",
  "UPDATE \"group\" SET name = 'Khối @n' WHERE ordinal < @p",
  "UPDATE quota SET count = @n WHERE ordinal < @p",
  "UPDATE quota_cap SET cap = @n WHERE ordinal < @p",
  "UPDATE unit SET phone = '@n' WHERE id IN (SELECT unit FROM participation WHERE ordinal = @p)",
  "UPDATE participation SET ordinal = ordinal + @n WHERE ordinal = @p",
  "UPDATE evidence SET title = '@n' WHERE ordinal = @p",
  "UPDATE campaign SET plan_subject = '@n', considered_on = NULL",
  "UPDATE \"distinct\" SET reason = '@n' WHERE ordinal < @p",
  "DELETE FROM assessment WHERE ordinal = @p",
  "DELETE FROM nominee WHERE ordinal = @p",
  "DELETE FROM evidence WHERE ordinal = @p",
  "DELETE FROM campaign WHERE key LIKE '%' || (@n % 3)",
  "INSERT INTO letter (id, campaign, unit, name, written) SELECT abs (random ()), id, 'X', '@n', @p FROM campaign",
  "INSERT INTO hold (id, nominee, ordinal, reason) SELECT abs (random ()), id, 90, '@n' FROM nominee "
  "WHERE ordinal < @p",
  "INSERT INTO proposal (id, campaign, sealed, date, seal) SELECT abs (random ()), id, @n, 20211130, '@p' "
  "FROM campaign",
  "INSERT INTO template (id, name, title, text) VALUES (abs (random ()), 'm@n', '@p', '{}')",
  "INSERT INTO unit (id, code, name) VALUES (abs (random ()), 'U@n', '@p')",
};

static gboolean
run_sql (BvLibrary *library, gpointer sql, GError **error)
{
  return bv_statement_run_script (library, sql, error);
}

static void
edit_anything (BvLibrary *library)
{
  g_autoptr (GString) sql = g_string_new (edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))]);
  g_autofree char *number = g_strdup_printf ("%d", g_test_rand_int_range (0, 100));
  g_autofree char *place = g_strdup_printf ("%d", g_test_rand_int_range (0, 12));

  g_string_replace (sql, "@n", number, 0);
  g_string_replace (sql, "@p", place, 0);
  bv_journal_act (library, "random", run_sql, sql->str, NULL, NULL);
}

static void
load (BvLibrary *library, const char *path, gboolean replace)
{
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (path);

  bv_campaigns_load (library, campaign, replace, NULL);
}

/* A later action may stand in the way; then nothing happens. */
static void
undo_anything (BvLibrary *library)
{
  gint64 last = store_fixture_count (library, "SELECT max (id) FROM journal");

  bv_journal_undo (library, g_test_rand_bit () ? 0 : g_test_rand_int_range (1, last + 1), NULL, NULL);
}

static void
attach_anything (BvLibrary *library)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (bv_record_free);
  BvEvidence *piece = bv_record_new (&bv_evidence_entity);
  gint64 campaign = store_fixture_count (library, "SELECT ifnull (max (id), 0) FROM campaign");
  gint64 nominee = store_fixture_count (library, "SELECT ifnull (max (id), 0) FROM nominee");

  piece->sha256 = g_strdup_printf ("%064d", g_test_rand_int_range (0, 100));
  g_ptr_array_add (pieces, piece);
  if (campaign != 0 && nominee != 0)
    bv_edit_attach (library, campaign, nominee, "1", pieces, NULL);
}

static void
do_anything (BvLibrary *library)
{
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      load (library, EVERY_FIELD, g_test_rand_bit ());
      break;
    case 1:
      load (library, TEMPLATE, TRUE);
      break;
    case 2:
      undo_anything (library);
      break;
    case 3:
      bv_journal_redo (library, NULL, NULL);
      break;
    case 4:
      attach_anything (library);
      break;
    default:
      edit_anything (library);
    }
}

static void
test_anything (StoreFixture *fixture, gconstpointer data)
{
  gint64 before = 0;
  guint n_done = 0;

  load (fixture->library, EVERY_FIELD, FALSE);
  for (guint i = 0; i < N_STEPS; i++)
    {
      gint64 now;

      do_anything (fixture->library);
      check_digests (fixture->library);
      now = store_fixture_count (fixture->library, "SELECT max (id) FROM journal");
      n_done += now != before;
      before = now;
    }
  g_assert_cmpuint (n_done, >, N_STEPS / 4);
}

/* A library that is put together in another order has the same digests, and any cell counts. */
static void
test_order (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvSum first;
  BvSum second;

  load (fixture->library, EVERY_FIELD, FALSE);
  g_assert_true (bv_statement_run_script (fixture->library, "SAVEPOINT test; DELETE FROM content", &error));
  g_assert_true (bv_content_rebuild (fixture->library, &first, &error));
  check_digests (fixture->library);
  g_assert_true (
    bv_statement_run_script (fixture->library,
                             "UPDATE quota_cap SET cap = cap + 1; UPDATE quota_cap SET cap = cap - 1; "
                             "CREATE TEMP TABLE kept AS SELECT * FROM award; DELETE FROM award; "
                             "INSERT INTO award SELECT * FROM kept ORDER BY id DESC; "
                             "DROP TABLE kept; DELETE FROM content",
                             &error));
  g_assert_true (bv_content_rebuild (fixture->library, &second, &error));
  g_assert_true (bv_sum_equal (&first, &second));
  g_assert_true (bv_statement_run_script (fixture->library, "ROLLBACK TO test; RELEASE test", &error));
}

/* A table that is not known would count for no campaign. */
static void
test_owners (StoreFixture *fixture, gconstpointer data)
{
  static const char *const without_owner[] = { "campaign", "unit", "template", "learned", NULL };
  g_autoptr (GHashTable) tables = bv_witnessed_tables_read (fixture->library, NULL);
  GHashTableIter iter;
  gpointer value;

  g_assert_nonnull (tables);
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BvWitnessedTable *table = value;
      gboolean has_none = g_strv_contains (without_owner, table->name);
      const char *owner = has_none ? NULL : bv_witnessed_table_column (table, table->owner_column)->name;

      g_test_message ("%s", table->name);
      g_assert_cmpstr (table->owner, ==, owner);
    }
  g_assert_cmpuint (g_hash_table_size (tables), >, 24);
  g_assert_false (g_hash_table_contains (tables, "journal"));
}

static void
test_sum (void)
{
  BvSum sum = { 0, G_MAXUINT64 };
  const BvSum one = { 0, 1 };
  const BvSum most = { G_MAXUINT64, G_MAXUINT64 };
  guint8 bytes[BV_SUM_BYTES];
  BvSum read;

  bv_sum_add (&sum, &one);
  g_assert_true (bv_sum_equal (&sum, &(BvSum){ 1, 0 }));
  bv_sum_subtract (&sum, &one);
  g_assert_true (bv_sum_equal (&sum, &(BvSum){ 0, G_MAXUINT64 }));
  bv_sum_add (&sum, &most);
  g_assert_true (bv_sum_equal (&sum, &(BvSum){ 0, G_MAXUINT64 - 1 }));
  bv_sum_write (&(BvSum){ 0x0102030405060708, 0x090a0b0c0d0e0f10 }, bytes);
  for (guint i = 0; i < sizeof bytes; i++)
    g_assert_cmpuint (bytes[i], ==, i + 1);
  bv_sum_read (&read, bytes);
  g_assert_true (bv_sum_equal (&read, &(BvSum){ 0x0102030405060708, 0x090a0b0c0d0e0f10 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/content/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("digests-kept-are-digests-computed-whatever-is-done", test_anything);
  ADD ("the-order-of-what-is-written-does-not-count", test_order);
  ADD ("every-journalled-table-belongs-to-a-campaign-or-is-of-units", test_owners);
  g_test_add_func ("/content/a-sum-carries-and-borrows", test_sum);
  return g_test_run ();
}
