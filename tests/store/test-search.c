/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/names.h"
#include "core/text/vietnamese.h"
#include "scratch-folder.h"
#include "store-fixture.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/search.h"
#include "store/statement.h"

#include <gio/gio.h>
#include <string.h>

/* ids of the rows below */
enum
{
  CAMPAIGN = 1,
  OTHER_CAMPAIGN,
  GROUP,
  PERSONS,
  PROVINCE = 11,
  HEALTH,
  COMMUNE,
  STRANGER,
  NOMINEE_HEALTH = 21,
  NOMINEE_COMMUNE,
  NOMINEE_DUONG,
  NOMINEE_NGUYEN,
  NOMINEE_OTHER,
  PLAN = 31,
};

static const char content[]
  = "INSERT INTO campaign (id, key, title, starts, ends) VALUES (1, 'papi-2021', 'PAPI', 20210621, 20211231),"
    " (2, 'khac', 'Khác', 20220621, 20221231);"
    "INSERT INTO \"group\" (id, campaign, ordinal, key, name, kind) VALUES (3, 1, 0, 'tt', 'Sở, ngành', "
    "'collective'), (4, 1, 1, 'cn', 'Cá nhân', 'individual'), (5, 2, 0, 'tt', 'Sở', 'collective');"
    "INSERT INTO unit (id, code, name, short, parent, aliases) VALUES (11, '89', 'Tỉnh An Giang', '', NULL, NULL),"
    " (12, 'SYT', 'Sở Y tế', 'YT', 11, '[\"Ngành \\u0110i\\u1ec1u d\\u01b0\\u1ee1ng\"]'),"
    " (13, '30313', 'Xã Mỹ Hoà Hưng', '', 11, '[]'), (14, 'X', 'Xã Ngoài', '', 11, NULL);"
    "INSERT INTO participation (campaign, unit, ordinal) VALUES (1, 11, 0), (1, 12, 1), (1, 13, 2), (2, 12, 0);"
    "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit, summary) VALUES"
    " (21, 1, 0, 'so-y-te', 3, 12, 'Cải cách hành chính'), (22, 1, 1, 'my-hoa-hung', 3, 13, ''),"
    " (23, 1, 2, 'ong-hai', 4, 12, ''), (24, 1, 3, 'ba-anh', 4, 12, ''), (25, 2, 0, 'so-y-te', 5, 12, '');"
    "INSERT INTO person (nominee, name, position) VALUES (23, 'Trần Văn Đường', 'Phó Giám đốc'),"
    " (24, 'Nguyễn Thị Ánh', 'Chuyên viên');"
    "INSERT INTO evidence (id, campaign, ordinal, key, file, number, issuer, title) VALUES"
    " (31, 1, 0, 'e1', 'KH-45.pdf', '45/KH-SYT', 'Sở Y tế', 'Kế hoạch nâng cao chỉ số PAPI');";

typedef struct
{
  char *folder;
  BvLibrary *library;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bangvang-search-XXXXXX", NULL);
  fixture->library = bv_library_open (fixture->folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  store_fixture_act (fixture->library, content);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_library_close (fixture->library);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const BvSearchHit *const *first = a, *const *second = b;

  return (*first)->id < (*second)->id ? -1 : 1;
}

/* Their ids with a space between. */
static char *
join_ids (const GPtrArray *hits)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const BvSearchHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", hit->id);
    }
  return g_string_free (ids, FALSE);
}

/* The ids of all that is found, in their own order. */
static char *
find (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = bv_search_query (fixture->library, CAMPAIGN, text, 100, &error);

  g_assert_no_error (error);
  g_ptr_array_sort (hits, compare_ids);
  return join_ids (hits);
}

/* The ids of the first that are found, in the order in which they are shown. */
static void
check_first (Fixture *fixture, const char *text, guint limit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = bv_search_query (fixture->library, CAMPAIGN, text, limit, &error);
  g_autofree char *ids = NULL;

  g_assert_no_error (error);
  ids = join_ids (hits);
  g_assert_cmpstr (ids, ==, expected);
}

static void
check_found (Fixture *fixture, const char *text, const char *expected)
{
  g_autofree char *ids = find (fixture, text);

  if (!g_str_equal (ids, expected))
    g_test_message ("searched for “%s”", text);
  g_assert_cmpstr (ids, ==, expected);
}

static void
test_folding (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
    = { "Đường", "đường", "duong", "DUONG", "Ðường", "\xc4\x90u\xcc\x9bo\xcc\x9b\xcc\x80ng" };
  static const char *const communes[] = { "Mỹ Hoà Hưng", "Mỹ Hòa Hưng", "my hoa hung", "MỸ HÒA HƯNG" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_found (fixture, texts[i], "12 23");
  for (guint i = 0; i < G_N_ELEMENTS (communes); i++)
    check_found (fixture, communes[i], "13 22");
}

static void
test_prefix (Fixture *fixture, gconstpointer data)
{
  check_found (fixture, "nguy", "24");
  check_found (fixture, "nguy anh", "24");
  check_found (fixture, "nguy binh", "");
  check_found (fixture, "nguyen a", "24");
  check_found (fixture, "Đ", "12 23");
  check_found (fixture, "KH-4", "31");
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  check_found (fixture, "cải cách", "21");
  check_found (fixture, "so-y-te", "12 21 23 24 31");
  check_found (fixture, "phó giám đốc", "23");
  check_found (fixture, "30313", "13");
  check_found (fixture, "syt", "12 31");
  check_found (fixture, "45/KH-SYT", "31");
  check_found (fixture, "điều dưỡng", "12");
  check_found (fixture, "ngoài", "");
  check_found (fixture, "đường nguyễn", "");
}

static void
test_syntax (Fixture *fixture, gconstpointer data)
{
  static const char *const none[]
    = { "",  " ",           "\"",           "\"\"",      "*",         "-",           "()",
        "^", "' OR 1=1 --", "a OR b",       "kind:unit", "{text}: x", "NEAR(sở tế)", "\xff\xfe",
        "…", "NOT",         "đường AND ánh" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    check_found (fixture, none[i], "");
  check_found (fixture, "\"đường\"", "12 23");
  check_found (fixture, "đường*", "12 23");
  check_found (fixture, "- đường !", "12 23");
  check_found (fixture, "\"đường", "12 23");
  check_found (fixture, "(đường)", "12 23");
}

static void
test_hits (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text, *kind, *key, *title, *detail;
    gint64 id;
  } cases[] = {
    { "văn đường", "nominee", "ong-hai", "Trần Văn Đường", "Sở Y tế", NOMINEE_DUONG },
    { "cải cách", "nominee", "so-y-te", "Sở Y tế", "Sở, ngành", NOMINEE_HEALTH },
    { "điều dưỡng", "unit", "SYT", "Sở Y tế", "Tỉnh An Giang", HEALTH },
    { "chỉ số", "evidence", "e1", "Kế hoạch nâng cao chỉ số PAPI", "45/KH-SYT", PLAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = bv_search_query (fixture->library, CAMPAIGN, cases[i].text, 10, &error);
      const BvSearchHit *hit;

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, 1);
      hit = g_ptr_array_index (hits, 0);
      g_assert_cmpstr (hit->kind, ==, cases[i].kind);
      g_assert_cmpint (hit->id, ==, cases[i].id);
      g_assert_cmpstr (hit->key, ==, cases[i].key);
      g_assert_cmpstr (hit->title, ==, cases[i].title);
      g_assert_cmpstr (hit->detail, ==, cases[i].detail);
    }
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  /* Whose name the words are, then those of that unit by their given names: Ánh, Đường. */
  static const gint64 ids[] = { NOMINEE_HEALTH, HEALTH, NOMINEE_NGUYEN, NOMINEE_DUONG };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  store_fixture_act (fixture->library, "UPDATE nominee SET key = 'n' || id; UPDATE person SET position = ''");
  hits = bv_search_query (fixture->library, CAMPAIGN, "sở y", 4, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (((BvSearchHit *) g_ptr_array_index (hits, i))->id, ==, ids[i]);
}

/* As people write them: the name begins with the word, has it, has a word that begins with it, has it inside;
 * then it stands elsewhere. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  store_fixture_act (
    fixture->library,
    "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit, summary) "
    "WITH RECURSIVE n (i) AS (SELECT 301 UNION ALL SELECT i + 1 FROM n WHERE i < 305) "
    "SELECT i, 1, i, 'n' || i, 4, 13, iif (i = 301, 'An', '') FROM n;"
    "INSERT INTO person (nominee, name, position) VALUES (301, 'Lê Bình', ''), (302, 'Lê Thanh', ''), "
    "(303, 'Lê Văn Ánh', ''), (304, 'Lê Văn Bảo An', ''), (305, 'Ân Lê', '');"
    "DELETE FROM nominee WHERE id IN (23, 24); DELETE FROM evidence; UPDATE unit SET name = 'Tỉnh' WHERE id = 11");
  check_first (fixture, "an", 100, "305 304 303 302 301");
  check_first (fixture, "an", 4, "305 304 303 302");
  check_first (fixture, "an", 2, "305 304");
  check_first (fixture, "ba an", 100, "304");
}

/* Forty of the other campaign whose names are the word, more than are looked at first. */
static void
add_others (Fixture *fixture)
{
  store_fixture_act (fixture->library,
                     "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit, summary) "
                     "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 139) "
                     "SELECT i, 2, i, 'n' || i, 5, 14, '' FROM n;"
                     "INSERT INTO person (nominee, name, position) SELECT id, 'Ánh', '' FROM nominee "
                     "WHERE id BETWEEN 100 AND 139");
}

static void
test_other_campaigns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  add_others (fixture);
  hits = bv_search_query (fixture->library, CAMPAIGN, "ánh", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (((BvSearchHit *) g_ptr_array_index (hits, 0))->id, ==, NOMINEE_NGUYEN);
}

/* Of five that are as good, and whose names have another order than their rows. */
static void
test_equals (Fixture *fixture, gconstpointer data)
{
  store_fixture_act (
    fixture->library,
    "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit, summary) "
    "WITH RECURSIVE n (i) AS (SELECT 200 UNION ALL SELECT i + 1 FROM n WHERE i < 204) "
    "SELECT i, 1, i, 'n' || i, 4, 12, '' FROM n;"
    "INSERT INTO person (nominee, name, position) VALUES (200, 'Ánh Yên', ''), (201, 'Ánh An', ''), "
    "(202, 'Ánh Xuân', ''), (203, 'Ánh Bình', ''), (204, 'Ánh Cúc', '')");
  check_first (fixture, "ánh", 3, "201 203 204");
  add_others (fixture);
  check_first (fixture, "ánh", 3, "201 203 204");
}

static void
check_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_search_count_stale (fixture->library, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_exec (fixture->library->db,
                                 "INSERT INTO search (search) VALUES ('integrity-check')", NULL, NULL, NULL),
                   ==, SQLITE_OK);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  check_sound (fixture);
  store_fixture_act (fixture->library, "UPDATE person SET name = 'Trần Văn Bính' WHERE nominee = 23");
  check_found (fixture, "đường", "12");
  check_found (fixture, "bính", "23");
  check_sound (fixture);
  store_fixture_act (fixture->library, "UPDATE unit SET name = 'Sở Sức khỏe' WHERE id = 12");
  check_found (fixture, "sức khoẻ", "12 21 23 24");
  check_sound (fixture);
  store_fixture_act (fixture->library, "DELETE FROM nominee WHERE id = 23");
  check_found (fixture, "bính", "");
  check_sound (fixture);
  store_fixture_act (fixture->library, "DELETE FROM person WHERE nominee = 24");
  check_found (fixture, "nguyễn", "");
  check_sound (fixture);
  store_fixture_act (fixture->library, "DELETE FROM campaign WHERE id = 2; DELETE FROM evidence");
  check_found (fixture, "chỉ số", "");
  check_sound (fixture);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_act (fixture->library, "DELETE FROM nominee WHERE id = 23");
  check_found (fixture, "đường", "12");
  bv_journal_undo (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  check_found (fixture, "đường", "12 23");
  check_sound (fixture);
}

static void
test_stale (Fixture *fixture, gconstpointer data)
{
  /* Each changes one row behind the journal's back. */
  static const char *const scripts[] = { "UPDATE person SET name = 'A' WHERE nominee = 23",
                                         "UPDATE sort_key SET key = 'x' WHERE id = 12",
                                         "DELETE FROM search WHERE rowid = 31",
                                         "DELETE FROM sort_key WHERE id = 31",
                                         "INSERT INTO sort_key (id, key) VALUES (99, 'x')",
                                         "INSERT INTO search (rowid, kind, text) VALUES (99, 'unit', 'x')" };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (sqlite3_exec (fixture->library->db, scripts[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (bv_search_count_stale (fixture->library, &error), ==, 1);
      g_assert_no_error (error);
      g_assert_true (bv_search_rebuild (fixture->library, &error));
      g_assert_no_error (error);
      check_sound (fixture);
    }
}

static void
check_key (Fixture *fixture, gint64 id, char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key
    = bv_statement_get_text (fixture->library, "SELECT key FROM sort_key WHERE id = ?1", &error, "i", id);

  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, expected);
  g_free (expected);
}

static void
test_sort_keys (Fixture *fixture, gconstpointer data)
{
  check_key (fixture, NOMINEE_NGUYEN, bv_name_key ("Nguyễn Thị Ánh"));
  check_key (fixture, NOMINEE_HEALTH, bv_vietnamese_sort_key ("Sở Y tế"));
  check_key (fixture, COMMUNE, bv_vietnamese_sort_key ("Xã Mỹ Hoà Hưng"));
  check_key (fixture, PLAN, bv_vietnamese_sort_key ("Kế hoạch nâng cao chỉ số PAPI"));
}

/* What highlight() makes of @text for the search of @word. */
static void
check_highlight (sqlite3 *db, const char *text, const char *word, const char *expected)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM words", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO words VALUES (?1)", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  g_assert_cmpint (
    sqlite3_prepare_v2 (db, "SELECT highlight (words, 0, '[', ']') FROM words WHERE words MATCH ?1", -1,
                        &statement, NULL),
    ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, word, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, expected);
  sqlite3_finalize (statement);
}

static void
test_offsets (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_true (bv_search_register (db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_exec (db, "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'bangvang')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  check_highlight (db, "Đường", "duong", "[Đường]");
  check_highlight (db, "đi đâu đó", "dau", "đi [đâu] đó");
  check_highlight (db, "đi đâu đó", "do", "đi đâu [đó]");
  check_highlight (db, "Đđ đđĐ, ấy", "ay", "Đđ đđĐ, [ấy]");
  check_highlight (db, "Đđ đđĐ, ấy", "dd", "[Đđ] đđĐ, ấy");
  check_highlight (db, "ấy thì đ", "d", "ấy thì [đ]");
  check_highlight (db, "ấy thì", "ay", "[ấy] thì");
  check_highlight (db,
                   "\xf0\x9f\x98\x80"
                   "đúng \xc4",
                   "dung", "\xf0\x9f\x98\x80[đúng] \xc4");
  check_highlight (db, "\xc4\x91u\xcc\x81ng quá", "qua", "\xc4\x91u\xcc\x81ng [quá]");
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("marks-case-and-crossed-d-do-not-count", test_folding);
  ADD ("the-last-word-may-be-a-beginning", test_prefix);
  ADD ("every-field-of-the-campaign-is-searched", test_fields);
  ADD ("what-a-user-types-is-never-syntax", test_syntax);
  ADD ("a-hit-says-what-it-is", test_hits);
  ADD ("those-named-by-the-words-come-first-up-to-the-limit", test_order);
  ADD ("the-name-comes-before-all-else-and-its-beginning-first", test_places);
  ADD ("what-is-better-in-another-campaign-hides-nothing", test_other_campaigns);
  ADD ("which-of-equals-are-shown-does-not-hang-on-another-campaign", test_equals);
  ADD ("changed-rows-are-derived-anew", test_update);
  ADD ("an-undone-deletion-is-found-again", test_undo);
  ADD ("stale-rows-are-counted-and-rebuilt", test_stale);
  ADD ("sort-keys-follow-names", test_sort_keys);
  g_test_add_func ("/search/highlights-never-cut-a-letter", test_offsets);
  return g_test_run ();
}
