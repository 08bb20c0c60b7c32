/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/campaign.h"
#include "core/criterion.h"
#include "core/distinct.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/library-private.h"
#include "store/statement.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define LONG_AGO 1000000000

/* The columns of each table beside the entity's fields. */
static const struct
{
  const BvEntity *entity;
  const char *others;
} tables[] = {
  { &bv_campaign_entity, "id" },
  { &bv_unit_entity, "id" },
  { &bv_group_entity, "id,campaign,ordinal" },
  { &bv_group_class_entity, "group,ordinal" },
  { &bv_criterion_entity, "id,group,ordinal,parent" },
  { &bv_quota_entity, "id,campaign,ordinal" },
  { &bv_quota_group_entity, "quota,ordinal" },
  { &bv_quota_cap_entity, "quota,ordinal" },
  { &bv_quota_after_entity, "quota,ordinal" },
  { &bv_nominee_entity, "id,campaign,ordinal" },
  { &bv_person_entity, "nominee" },
  { &bv_hold_entity, "id,nominee,ordinal" },
  { &bv_decision_entity, "nominee" },
  { &bv_quota_decision_entity, "nominee,ordinal" },
  { &bv_award_entity, "id,nominee,ordinal" },
  { &bv_initiative_entity, "nominee" },
  { &bv_achievement_report_entity, "nominee" },
  { &bv_vote_entity, "nominee" },
  { &bv_assessment_entity, "nominee,ordinal" },
  { &bv_report_entity, "nominee,criterion,ordinal" },
  { &bv_result_entity, "nominee,criterion,ordinal" },
  { &bv_evidence_link_entity, "nominee,criterion,ordinal" },
  { &bv_evidence_entity, "id,campaign,ordinal" },
  { &bv_distinct_entity, "id,campaign,ordinal" },
  { &bv_distinct_nominee_entity, "distinct,ordinal" },
};

static gboolean
is_named (const char *list, const char *name)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  return g_strv_contains ((const char *const *) names, name);
}

static const char *
expected_type (const BvField *field)
{
  if (field->type == BV_FIELD_REFERENCE || (bv_field_is_number (field) && field->type != BV_FIELD_CHOICE))
    return "INTEGER";
  return "TEXT";
}

/* name → type of a table's columns; their names in order in @names. */
static GHashTable *
read_columns (BvLibrary *library, const char *table, GPtrArray *names)
{
  GHashTable *types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (library->db, "SELECT name, type FROM pragma_table_info (?1) ORDER BY cid", -1,
                      &statement, NULL);
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
      g_hash_table_insert (types, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                           g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
  return types;
}

static void
check_table (BvLibrary *library, guint index)
{
  const BvEntity *entity = tables[index].entity;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) types = read_columns (library, entity->name, names);
  guint n_rest = 0;
  guint n_fields = 0;

  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    if (!is_named (tables[index].others, g_ptr_array_index (names, i)))
      n_rest++;
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];
      g_autofree char *column = g_strdelimit (g_strdup (field->name), ".", '_');

      if (bv_field_is_child (field))
        continue;
      if (entity == &bv_unit_entity && field->type == BV_FIELD_REFERENCE)
        g_assert_cmpstr (column, ==, "parent");
      g_assert_cmpstr (g_hash_table_lookup (types, column), ==, expected_type (field));
      n_fields++;
    }
  g_assert_cmpuint (n_fields, ==, n_rest);
}

static void
test_columns (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    check_table (fixture->library, i);
}

static void
test_strict (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (store_fixture_count (fixture->library,
                                        "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' "
                                        "AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'"),
                   ==, 0);
}

/* A generated column leaves the journal's record empty without an error. */
static void
test_no_generated_column (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (
    store_fixture_count (fixture->library,
                         "SELECT count (*) FROM pragma_table_list t, pragma_table_xinfo (t.name) c "
                         "WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden <> 0"),
    ==, 0);
}

/* Without an index on the referring column each removal reads the whole table. */
static void
test_reference_indexes (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (
    store_fixture_count (
      fixture->library,
      "SELECT count (*) FROM pragma_table_list t, pragma_foreign_key_list (t.name) f "
      "WHERE t.schema = 'main' AND f.seq = 0 AND NOT EXISTS (SELECT * FROM pragma_index_list (t.name) l, "
      "pragma_index_info (l.name) c WHERE c.seqno = 0 AND c.name = f.\"from\") "
      "AND NOT EXISTS (SELECT * FROM pragma_table_info (t.name) p WHERE p.pk = 1 AND p.name = f.\"from\")"),
    ==, 0);
}

static void
test_marks (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (store_fixture_count (fixture->library, "PRAGMA application_id"), ==, 0x426e5667);
  g_assert_cmpint (store_fixture_count (fixture->library, "PRAGMA user_version"), >, 1);
  g_assert_cmpint (store_fixture_count (fixture->library, "PRAGMA synchronous"), ==, 2);
}

static void
check_refused (StoreFixture *fixture, BvLibraryMode mode, BvStoreError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (fixture->folder, mode, &error);

  g_assert_null (library);
  g_assert_error (error, BV_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_nonnull (strstr (error->message, says));
}

/* Leaves a database made by @sql in the fixture's folder, and gives what the file holds. */
static GBytes *
make_database (StoreFixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);
  char *content = NULL;
  gsize length = 0;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static void
check_database_is (StoreFixture *fixture, GBytes *expected)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  store_fixture_reopen (fixture, BV_LIBRARY_CREATE);
  g_clear_pointer (&fixture->library, bv_library_close);
  before = make_database (fixture, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 1000");
  check_refused (fixture, BV_LIBRARY_WRITE, BV_STORE_ERROR_FORMAT, "newer");
  check_refused (fixture, BV_LIBRARY_READ, BV_STORE_ERROR_FORMAT, "newer");
  check_database_is (fixture, before);
}

static void
test_foreign (StoreFixture *fixture, gconstpointer data)
{
  static const char *const scripts[] = {
    "CREATE TABLE campaign (x)",
    "CREATE TABLE t (x); PRAGMA user_version = 1",
    "CREATE TABLE t (x); PRAGMA application_id = 5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);
      g_autoptr (GBytes) before = NULL;

      g_remove (path);
      before = make_database (fixture, scripts[i]);
      check_refused (fixture, BV_LIBRARY_WRITE, BV_STORE_ERROR_FORMAT, "not a library");
      check_refused (fixture, BV_LIBRARY_CREATE, BV_STORE_ERROR_FORMAT, "not a library");
      check_refused (fixture, BV_LIBRARY_READ, BV_STORE_ERROR_FORMAT, "not a library");
      check_database_is (fixture, before);
    }
}

static void
test_no_database (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);

  g_assert_true (
    g_file_set_contents (path, "Đây không phải là cơ sở dữ liệu, chỉ là một đoạn văn bản dài.", -1, NULL));
  check_refused (fixture, BV_LIBRARY_WRITE, BV_STORE_ERROR_FORMAT, "not a library");
}

static void
test_other_files (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "thu-rieng.txt", NULL);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  check_refused (fixture, BV_LIBRARY_CREATE, BV_STORE_ERROR_FORMAT, "other files");
}

static void
test_absent (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;

  check_refused (fixture, BV_LIBRARY_WRITE, BV_STORE_ERROR_NOT_FOUND, "init");
  check_refused (fixture, BV_LIBRARY_READ, BV_STORE_ERROR_NOT_FOUND, "init");
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_reader (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) reader = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;

  store_fixture_load_file (fixture->library, EVERY_FIELD);
  reader = bv_library_open (fixture->folder, BV_LIBRARY_READ, &error);
  g_assert_no_error (error);
  g_assert_false (bv_library_is_writable (reader));
  campaigns = bv_campaigns_list (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  store_fixture_load_file (fixture->library, TEMPLATE);
  g_assert_cmpint (store_fixture_count (reader, "SELECT count (*) FROM campaign"), ==, 2);
}

static void
test_reader_writes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (EVERY_FIELD);

  store_fixture_reopen (fixture, BV_LIBRARY_READ);
  g_assert_cmpint (bv_campaigns_load (fixture->library, campaign, FALSE, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM campaign"), ==, 0);
}

static void
test_leftovers (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = bv_library_make_temporary_folder (fixture->library, &error);
  g_autofree char *file = g_build_filename (folder, "sheet1.xml", NULL);
  g_autoptr (GFile) left = g_file_new_for_path (folder);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (folder, fixture->folder));
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  g_assert_true (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_file_set_attribute_uint64 (left, G_FILE_ATTRIBUTE_TIME_MODIFIED, LONG_AGO, G_FILE_QUERY_INFO_NONE, NULL,
                               &error);
  g_assert_no_error (error);
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, set_up, func) \
  g_test_add ("/schema/" name, StoreFixture, NULL, set_up, func, store_fixture_tear_down)
  ADD ("the-columns-of-every-table-follow-its-entity", store_fixture_set_up, test_columns);
  ADD ("every-table-is-strict", store_fixture_set_up, test_strict);
  ADD ("no-table-has-a-generated-column", store_fixture_set_up, test_no_generated_column);
  ADD ("every-reference-has-an-index", store_fixture_set_up, test_reference_indexes);
  ADD ("a-new-library-says-what-it-is", store_fixture_set_up, test_marks);
  ADD ("a-library-of-a-newer-program-is-refused-and-left-alone", store_fixture_set_up_empty, test_newer);
  ADD ("a-foreign-database-is-refused-and-left-alone", store_fixture_set_up_empty, test_foreign);
  ADD ("a-file-that-is-no-database-is-refused", store_fixture_set_up_empty, test_no_database);
  ADD ("no-library-is-made-among-other-files", store_fixture_set_up_empty, test_other_files);
  ADD ("opening-what-is-not-there-makes-nothing", store_fixture_set_up_empty, test_absent);
  ADD ("a-reader-sees-what-the-writer-commits", store_fixture_set_up, test_reader);
  ADD ("a-reader-changes-nothing", store_fixture_set_up, test_reader_writes_nothing);
  ADD ("work-folders-of-a-dead-process-are-removed", store_fixture_set_up, test_leftovers);
  return g_test_run ();
}
