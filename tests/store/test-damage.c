/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proposal.h"
#include "exchange/interchange/interchange.h"
#include "exchange/interchange/ranking-json.h"
#include "scratch-folder.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/history.h"
#include "store/journal.h"
#include "store/letters.h"
#include "store/library-private.h"
#include "store/lists.h"
#include "store/sealings.h"
#include "store/statement.h"
#include "store/vault.h"
#include "store/verify.h"

#include <gio/gio.h>
#include <string.h>

/* Single bits of a closed library turn, in the database or in the vault, or a cell of it gets another value.
 * Then either nothing that can be read has changed, or verify finds it, or what is read says that it is
 * damaged; nothing crashes, and no undo brings back what never was. BANGVANG_FLIPS says how many bits; a seed
 * goes by --seed. */

#define FLIPS 60
#define CELLS 120
#define DATE 20211130

/* What can be read of a library; NULL: it is refused. */
typedef struct
{
  char *findings;
  char *dumps;
  char *ranks;
  char *lists;
} Look;

typedef struct
{
  StoreFixture store;
  char *path;
  char *bytes; /* of the database as it is sound */
  gsize length;
  char *evidence; /* a file of the vault */
  char *evidence_bytes;
  gsize evidence_length;
  Look sound;
  GPtrArray *undone; /* by action: the dumps after it was undone; NULL: it cannot be */
  guint n_found;
  guint n_refused;
  guint n_harmless;
} Bench;

static void
append_bytes (const char *bytes, gsize length, gpointer text)
{
  g_string_append_len (text, bytes, length);
}

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->findings, g_free);
  g_clear_pointer (&look->dumps, g_free);
  g_clear_pointer (&look->ranks, g_free);
  g_clear_pointer (&look->lists, g_free);
}

static char *
take_text (GString *text, gboolean ok)
{
  return g_string_free (text, !ok);
}

static gboolean
append_dump (BvLibrary *library, gint64 campaign, GString *text)
{
  g_autoptr (BvCampaign) whole = bv_campaigns_read (library, campaign, BV_CAMPAIGN_WHOLE, NULL);
  g_autofree char *dump = whole != NULL ? bv_interchange_write (whole, NULL) : NULL;

  g_string_append (text, dump != NULL ? dump : "");
  return dump != NULL;
}

static gboolean
append_rank (BvLibrary *library, gint64 campaign, GString *text)
{
  g_autoptr (BvContest) contest = bv_campaigns_read_contest (library, campaign, DATE, NULL);
  BvCampaign *whole = contest != NULL ? bv_campaigns_read (library, campaign, BV_CAMPAIGN_WHOLE, NULL) : NULL;
  g_autoptr (BvProposal) proposal
    = whole != NULL ? bv_proposal_new (g_steal_pointer (&contest), whole) : NULL;

  if (proposal != NULL)
    bv_ranking_json_stream (proposal, append_bytes, text);
  return proposal != NULL;
}

static gboolean
append_table (BvTable *table, GString *text)
{
  for (guint row = 0; table != NULL && row < bv_table_get_n_rows (table); row++)
    for (guint column = 0; column < bv_table_get_n_columns (table); column++)
      {
        g_autofree char *cell = bv_table_write_cell (table, row, column);

        g_string_append_printf (text, "%s|", cell);
      }
  g_clear_pointer (&table, bv_table_unref);
  return TRUE;
}

/* What verbs and pages list; what they say of it is compared, an error is none of their business here. */
static void
append_lists (BvLibrary *library, gint64 campaign, GString *text)
{
  g_autoptr (GPtrArray) sealings = bv_sealings_list (library, campaign, NULL);
  g_autoptr (GPtrArray) letters = bv_letters_list (library, campaign, NULL);

  append_table (bv_lists_read_units (library, campaign, NULL), text);
  append_table (bv_lists_read_nominees (library, campaign, NULL), text);
  for (guint i = 0; sealings != NULL && i < sealings->len; i++)
    g_string_append (text, ((const BvSealing *) g_ptr_array_index (sealings, i))->seal);
  g_string_append_printf (text, "%u", letters != NULL ? letters->len : 0);
}

static void
append_journal (BvLibrary *library, GString *text)
{
  g_autoptr (GPtrArray) actions = bv_journal_list (library, 0, NULL);
  gint64 nominee = 0;
  g_autoptr (GPtrArray) history = NULL;

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      const BvAction *action = g_ptr_array_index (actions, i);

      g_string_append_printf (text, "%s %s %s %d;", action->user, action->label, action->kind,
                              action->undone);
    }
  nominee = bv_statement_get_number (library, "SELECT min (id) FROM nominee", 0, NULL, "");
  history = bv_history_read (library, nominee, NULL);
  g_string_append_printf (text, "%u", history != NULL ? history->len : 0);
}

static void
collect_id (sqlite3_stmt *row, gpointer ids)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  g_array_append_val ((GArray *) ids, id);
}

static char *
look_at_dumps (BvLibrary *library)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GString *text = g_string_new (NULL);
  gboolean ok
    = bv_statement_each (library, "SELECT id FROM campaign ORDER BY key", collect_id, ids, NULL, "");

  for (guint i = 0; ok && i < ids->len; i++)
    ok = append_dump (library, g_array_index (ids, gint64, i), text);
  return take_text (text, ok);
}

static char *
find_complaints (BvLibrary *library)
{
  g_auto (GStrv) findings = bv_verify_library (library, NULL);

  return findings != NULL ? g_strjoinv ("\n", findings) : g_strdup ("it cannot be verified");
}

static void
look_at (BvLibrary *library, Look *look)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GString *ranks = g_string_new (NULL);
  GString *lists = g_string_new (NULL);
  gboolean ok
    = bv_statement_each (library, "SELECT id FROM campaign ORDER BY key", collect_id, ids, NULL, "");

  look->findings = find_complaints (library);
  look->dumps = look_at_dumps (library);
  append_table (bv_lists_read_campaigns (library, NULL), lists);
  append_journal (library, lists);
  for (guint i = 0; i < ids->len; i++)
    {
      append_lists (library, g_array_index (ids, gint64, i), lists);
      ok = append_rank (library, g_array_index (ids, gint64, i), ranks) && ok;
    }
  look->ranks = take_text (ranks, ok);
  look->lists = take_text (lists, TRUE);
}

static void
put_back (Bench *bench)
{
  static const char *const beside[] = { "-wal", "-shm", "-journal" };

  g_clear_pointer (&bench->store.library, bv_library_close);
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (bench->path, beside[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_file_delete (file, NULL, NULL);
    }
  g_assert_true (g_file_set_contents (bench->path, bench->bytes, bench->length, NULL));
  g_assert_true (g_file_set_contents (bench->evidence, bench->evidence_bytes, bench->evidence_length, NULL));
}

static void
add_evidence (Bench *bench)
{
  g_autofree char *source = g_build_filename (bench->store.folder, "a.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (BvVaultItem) item = NULL;
  g_autofree char *sql = NULL;

  g_assert_true (g_file_set_contents (source, "Bằng chứng", -1, NULL));
  item = bv_vault_add (bench->store.folder, file, NULL, NULL);
  g_assert_nonnull (item);
  sql = g_strdup_printf ("UPDATE evidence SET sha256 = '%s', file = 'a.txt'", item->sha256);
  store_fixture_act (bench->store.library, sql);
  g_assert_true (g_file_delete (file, NULL, NULL));
  bench->evidence = bv_vault_get_path (bench->store.folder, item->sha256, "a.txt");
}

/* A campaign with all there is, and what somebody did with it. */
static void
fill_library (Bench *bench)
{
  static const char *const edits[] = {
    "UPDATE nominee SET women_percent = 41 WHERE ordinal = 0",
    "UPDATE assessment SET verified = 150 WHERE ordinal = 0",
    "UPDATE assessment SET note = 'xem lại' WHERE ordinal = 1",
    "DELETE FROM hold WHERE ordinal = 0",
    "UPDATE unit SET phone = '0254 3852 401'",
    "INSERT INTO letter (id, campaign, unit, name, written) SELECT 7, id, 'SYT', 'Sở Y tế', 1 FROM campaign",
    "INSERT INTO proposal (id, campaign, sealed, date, seal) SELECT 8, id, 1, 20211130, 'abc' FROM campaign",
  };

  const char *wanted = g_getenv ("BANGVANG_FLIPS_CAMPAIGN");

  store_fixture_load_file (bench->store.library, wanted != NULL ? wanted : EVERY_FIELD);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    store_fixture_act (bench->store.library, edits[i]);
  g_assert_cmpint (bv_journal_undo (bench->store.library, 3, NULL, NULL), >, 0);
  add_evidence (bench);
}

/* What each action leaves when it is undone in the sound library. */
static void
undo_each (Bench *bench)
{
  gint64 last = store_fixture_count (bench->store.library, "SELECT max (id) FROM journal");

  bench->undone = g_ptr_array_new_with_free_func (g_free);
  for (gint64 action = 1; action <= last; action++)
    {
      gboolean ok = bv_journal_undo (bench->store.library, action, NULL, NULL) != 0;

      g_ptr_array_add (bench->undone, ok ? look_at_dumps (bench->store.library) : NULL);
      put_back (bench);
      store_fixture_reopen (&bench->store, BV_LIBRARY_WRITE);
    }
}

static void
set_up (Bench *bench, gconstpointer data)
{
  store_fixture_set_up (&bench->store, data);
  fill_library (bench);
  bench->path = g_build_filename (bench->store.folder, "bangvang.db", NULL);
  g_clear_pointer (&bench->store.library, bv_library_close);
  g_assert_true (g_file_get_contents (bench->path, &bench->bytes, &bench->length, NULL));
  g_assert_true (
    g_file_get_contents (bench->evidence, &bench->evidence_bytes, &bench->evidence_length, NULL));
  store_fixture_reopen (&bench->store, BV_LIBRARY_WRITE);
  look_at (bench->store.library, &bench->sound);
  g_assert_cmpstr (bench->sound.findings, ==, "");
  g_assert_nonnull (bench->sound.dumps);
  g_assert_nonnull (bench->sound.ranks);
  undo_each (bench);
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  put_back (bench);
  look_clear (&bench->sound);
  g_ptr_array_unref (bench->undone);
  g_free (bench->path);
  g_free (bench->bytes);
  g_free (bench->evidence);
  g_free (bench->evidence_bytes);
  store_fixture_tear_down (&bench->store, data);
}

static gboolean
is_same_or_refused (const char *now, const char *sound)
{
  return now == NULL || g_str_equal (now, sound);
}

/* Whether no more than the journal is damaged: an undo meets the rows that it left in the sound library. */
static gboolean
has_sound_tables (const Look *look)
{
  gboolean is_of_journal = *look->findings == '\0' || g_str_has_prefix (look->findings, "journal: ");

  return is_of_journal && strstr (look->findings, "content: ") == NULL
         && strstr (look->findings, "malformed") == NULL;
}

/* Then one that succeeds leaves what it left there. */
static void
check_undo (Bench *bench, const Look *look, gint64 action)
{
  const char *expected = g_ptr_array_index (bench->undone, action - 1);
  g_autofree char *found = NULL;

  if (bv_journal_undo (bench->store.library, action, NULL, NULL) == 0 || !has_sound_tables (look))
    return;
  found = look_at_dumps (bench->store.library);
  g_assert_true (found == NULL || g_strcmp0 (found, expected) == 0);
}

static void
check_library (Bench *bench, gint64 action)
{
  Look look = { NULL };

  look_at (bench->store.library, &look);
  bench->n_found += *look.findings != '\0';
  bench->n_harmless += *look.findings == '\0';
  if (*look.findings == '\0')
    {
      g_assert_true (is_same_or_refused (look.dumps, bench->sound.dumps));
      g_assert_true (is_same_or_refused (look.ranks, bench->sound.ranks));
      g_assert_cmpstr (look.lists, ==, bench->sound.lists);
    }
  check_undo (bench, &look, action);
  look_clear (&look);
}

static void
check_damaged (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  gint64 action = g_test_rand_int_range (1, bench->undone->len + 1);

  bench->store.library = bv_library_open (bench->store.folder, BV_LIBRARY_WRITE, &error);
  if (bench->store.library != NULL)
    check_library (bench, action);
  else
    bench->n_refused++;
  g_assert_true (bench->store.library != NULL || error != NULL);
}

static void
report (Bench *bench, const char *what)
{
  g_test_message ("%s: verify found %u, %u could not be opened, %u changed nothing that is read", what,
                  bench->n_found, bench->n_refused, bench->n_harmless);
}

static guint
count_flips (void)
{
  const char *wanted = g_getenv ("BANGVANG_FLIPS");

  return wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : FLIPS;
}

/* One in ten in the vault. */
static void
flip (Bench *bench)
{
  gboolean in_vault = g_test_rand_int_range (0, 10) == 0;
  gsize length = in_vault ? bench->evidence_length : bench->length;
  g_autofree char *bytes = g_memdup2 (in_vault ? bench->evidence_bytes : bench->bytes, length);
  gsize place = g_test_rand_int_range (0, length);
  guint bit = g_test_rand_int_range (0, 8);

  g_test_message ("%s, byte %" G_GSIZE_FORMAT ", bit %u", in_vault ? "vault" : "database", place, bit);
  bytes[place] ^= 1 << bit;
  g_assert_true (g_file_set_contents (in_vault ? bench->evidence : bench->path, bytes, length, NULL));
}

static void
test_flips (Bench *bench, gconstpointer data)
{
  for (guint i = 0; i < count_flips (); i++)
    {
      put_back (bench);
      flip (bench);
      check_damaged (bench);
    }
  report (bench, "bits");
  g_assert_cmpuint (bench->n_found, >, 0);
}

/* A table and a column, and how many rows there are. */
typedef struct
{
  char *table;
  char *column;
  gboolean is_text;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->table);
  g_free (cell->column);
  g_free (cell);
}

static void
take_cell (sqlite3_stmt *row, gpointer cells)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->table = g_strdup ((const char *) sqlite3_column_text (row, 0));
  cell->column = g_strdup ((const char *) sqlite3_column_text (row, 1));
  cell->is_text = g_strcmp0 ((const char *) sqlite3_column_text (row, 2), "TEXT") == 0;
  g_ptr_array_add (cells, cell);
}

static GPtrArray *
list_cells (BvLibrary *library)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (cell_free);

  g_assert_true (bv_statement_each (
    library,
    "SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info (m.name) c "
    "WHERE m.type = 'table' AND m.name NOT LIKE 'search%' AND m.name NOT LIKE 'sqlite%' ORDER BY 1, c.cid",
    take_cell, cells, NULL, ""));
  return cells;
}

static gboolean
execute (Bench *bench, const char *sql)
{
  sqlite3 *db = NULL;
  gboolean ok;

  g_assert_cmpint (sqlite3_open (bench->path, &db), ==, SQLITE_OK);
  ok = sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;
  sqlite3_close (db);
  return ok;
}

/* Written past the constraints of the table, as no program would. */
static void
spoil (Bench *bench, const Cell *cell)
{
  static const char *const numbers[]
    = { "-1",  "9223372036854775807", "-9223372036854775807 - 1", "0", "1000000000000", "20210231", "NULL",
        "NULL" };
  static const char *const texts[] = { "''",
                                       "'inside'",
                                       "'[1,null,\"x\"]'",
                                       "CAST (x'c3' AS TEXT)",
                                       "'../../../x'",
                                       "'do'",
                                       "'tie'",
                                       "'[[[[['",
                                       "'reports'",
                                       "'measured'",
                                       "'collective'",
                                       "NULL",
                                       "'[\"a\",\"a\"]'" };
  const char *value = cell->is_text ? texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]
                                    : numbers[g_test_rand_int_range (0, G_N_ELEMENTS (numbers))];
  g_autofree char *sql
    = g_strdup_printf ("UPDATE OR IGNORE \"%s\" SET \"%s\" = %s", cell->table, cell->column, value);

  g_test_message ("%s", sql);
  g_assert_true (
    execute (bench, "PRAGMA writable_schema = 1; "
                    "CREATE TABLE kept AS SELECT name AS of, sql AS text FROM sqlite_schema; "
                    "UPDATE sqlite_schema SET sql = replace (sql, ' NOT NULL', '') WHERE type = 'table'"));
  execute (bench, sql);
  g_assert_true (execute (bench, "PRAGMA writable_schema = 1; "
                                 "UPDATE sqlite_schema SET sql = (SELECT text FROM kept WHERE of = name) "
                                 "WHERE type = 'table' AND name <> 'kept'"));
  g_assert_true (execute (bench, "DROP TABLE kept"));
}

static void
test_cells (Bench *bench, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = list_cells (bench->store.library);

  for (guint i = 0; i < CELLS; i++)
    {
      put_back (bench);
      spoil (bench, g_ptr_array_index (cells, g_test_rand_int_range (0, cells->len)));
      check_damaged (bench);
    }
  report (bench, "cells");
  g_assert_cmpuint (bench->n_found, >, CELLS / 4);
}

/* What the tables themselves say of their columns. */
static void
test_shape (Bench *bench, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "'key TEXT NOT NULL'", "'key TEXT'" },
    { "'DEFAULT ''pending'''", "'DEFAULT ''pendinf'''" },
    { "'ON DELETE CASCADE'", "'ON DELETE SET NULL'" },
    { "'issued INTEGER'", "'issued TEXT'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA writable_schema = 1; UPDATE sqlite_schema "
                                              "SET sql = replace (sql, %s, %s) WHERE name = 'evidence'",
                                              changes[i][0], changes[i][1]);
      g_autofree char *findings = NULL;

      put_back (bench);
      g_assert_true (execute (bench, sql));
      store_fixture_reopen (&bench->store, BV_LIBRARY_WRITE);
      findings = find_complaints (bench->store.library);
      g_assert_nonnull (strstr (findings, "table evidence is not made as this program makes it"));
    }
}

/* One bit makes another name of the table that a row refers to. */
static void
test_references (Bench *bench, gconstpointer data)
{
  g_autoptr (BvAction) last = NULL;
  g_autoptr (GError) error = NULL;

  put_back (bench);
  g_assert_true (execute (bench, "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = "
                                 "replace (sql, 'REFERENCES campaign', 'REFERENCES campaigo')"));
  store_fixture_reopen (&bench->store, BV_LIBRARY_WRITE);
  last = bv_journal_peek_undo (bench->store.library, NULL);
  g_assert_cmpint (bv_journal_undo (bench->store.library, last->id, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "it refers to a table that is not there"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/damage/" name, Bench, NULL, set_up, func, tear_down)
  ADD ("a-bit-that-turns-is-found-or-changes-nothing", test_flips);
  ADD ("a-table-that-is-not-as-it-was-made-is-found", test_shape);
  ADD ("a-reference-to-a-table-that-is-not-there-hurts-nobody", test_references);
  ADD ("a-value-that-cannot-be-is-found-and-hurts-nobody", test_cells);
  return g_test_run ();
}
