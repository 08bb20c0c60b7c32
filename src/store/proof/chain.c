/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/chain.h"

#include "core/points.h"
#include "store/changeset.h"
#include "store/digest.h"
#include "store/proof/content.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define PIECE_SIZE (64 * 1024)

/* The columns of BV_CHAIN_COLUMNS. */
enum
{
  COLUMN_ID,
  COLUMN_ROWS = 6,
  COLUMN_CHANGESET = BV_CHAIN_CHANGESET,
  COLUMN_HASH,
  COLUMN_CONTENT,
  COLUMN_BEFORE,
};

/* The order in which an action is hashed: what its row of the journal says, what it left, what it changed. */
static const int hashed[] = { 0, 1, 2, 3, 4, 5, COLUMN_ROWS, COLUMN_CONTENT, COLUMN_CHANGESET };

static void
add_head (BvDigest *digest, int type, guint64 length)
{
  guint8 head[9] = { type };

  for (int i = 0; i < 8; i++)
    head[1 + i] = length >> (56 - 8 * i);
  bv_digest_update (digest, head, sizeof head);
}

static void
add_bytes (BvDigest *digest, int type, gconstpointer bytes, gsize length)
{
  add_head (digest, type, length);
  if (length > 0)
    bv_digest_update (digest, bytes, length);
}

/* Of a number its value stands where others have their length. */
static void
add_number (BvDigest *digest, gint64 number)
{
  add_head (digest, SQLITE_INTEGER, number);
}

static void
add_text (BvDigest *digest, const char *text)
{
  add_bytes (digest, SQLITE_TEXT, text, strlen (text));
}

static void
add_column (BvDigest *digest, sqlite3_stmt *row, int column)
{
  int type = sqlite3_column_type (row, column);

  if (type == SQLITE_NULL)
    add_head (digest, type, 0);
  else if (type == SQLITE_INTEGER)
    add_number (digest, sqlite3_column_int64 (row, column));
  else
    {
      gconstpointer bytes = sqlite3_column_blob (row, column);

      add_bytes (digest, type, bytes, sqlite3_column_bytes (row, column));
    }
}

/* @hash is that of the action before, and then of this one. */
static void
hash_row (sqlite3_stmt *row, guint8 *hash)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();

  bv_digest_update (digest, hash, BV_CHAIN_HASH_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (hashed); i++)
    add_column (digest, row, hashed[i]);
  bv_digest_finish_bytes (digest, hash);
}

static gboolean
read_hash (sqlite3_stmt *row, int column, guint8 *hash)
{
  if (sqlite3_column_type (row, column) != SQLITE_BLOB
      || sqlite3_column_bytes (row, column) != BV_CHAIN_HASH_BYTES)
    return FALSE;
  memcpy (hash, sqlite3_column_blob (row, column), BV_CHAIN_HASH_BYTES);
  return TRUE;
}

/* The last action, and its link. */
typedef struct
{
  gint64 id;
  gboolean is_chained;
  BvChainLink *link;
} Last;

static void
read_last (sqlite3_stmt *row, gpointer data)
{
  Last *last = data;

  last->id = sqlite3_column_int64 (row, 0);
  last->is_chained = read_hash (row, 1, last->link->hash) && sqlite3_column_type (row, 2) == SQLITE_BLOB
                     && sqlite3_column_bytes (row, 2) == BV_SUM_BYTES;
  if (last->is_chained)
    bv_sum_read (&last->link->content, sqlite3_column_blob (row, 2));
}

/**
 * bv_chain_prepare:
 * @library: a library, in a transaction
 * @action: what is done; it is given its number, the highest so far and one
 * @link: (out caller-allocates): the hash of the action before, and the content that it left
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure, and where the last action cannot be followed
 */
gboolean
bv_chain_prepare (BvLibrary *library, BvAction *action, BvChainLink *link, GError **error)
{
  Last last = { 0, TRUE, link };

  memset (link, 0, sizeof *link);
  if (!bv_statement_each (
        library,
        "SELECT j.id, c.hash, c.content FROM journal j LEFT JOIN chain c ON c.action = j.id "
        "ORDER BY j.id DESC LIMIT 1",
        read_last, &last, error, ""))
    return FALSE;
  if (last.is_chained && last.id >= 0 && last.id < G_MAXINT64)
    {
      action->id = last.id + 1;
      return TRUE;
    }
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
               _ ("the journal is damaged: action %" PRId64
                  " has lost its hash, and nothing can follow it: run "
                  "“verify”, and take back a backup"),
               last.id);
  return FALSE;
}

static int
add_changeset (BvDigest *digest, BvSpool *changeset)
{
  g_autofree guint8 *piece = g_malloc (PIECE_SIZE);
  int length = PIECE_SIZE;
  int result = SQLITE_OK;

  add_head (digest, SQLITE_BLOB, bv_spool_get_length (changeset));
  bv_spool_rewind (changeset);
  while (result == SQLITE_OK && length == PIECE_SIZE)
    {
      result = bv_spool_read (changeset, piece, &length);
      bv_digest_update (digest, piece, length);
    }
  return result;
}

/**
 * bv_chain_hash:
 * @link: of bv_chain_prepare(), with the content that @action leaves; it is given the action's own hash
 * @action: what is done
 * @changeset: what it changes
 *
 * Returns: what SQLite says of reading the changeset
 */
int
bv_chain_hash (BvChainLink *link, const BvAction *action, BvSpool *changeset)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  guint8 content[BV_SUM_BYTES];
  int result;

  bv_sum_write (&link->content, content);
  bv_digest_update (digest, link->hash, sizeof link->hash);
  add_number (digest, action->id);
  add_number (digest, action->time);
  add_text (digest, action->user);
  add_text (digest, action->label);
  add_text (digest, action->kind);
  if (action->target != 0)
    add_number (digest, action->target);
  else
    add_head (digest, SQLITE_NULL, 0);
  add_number (digest, action->rows);
  add_bytes (digest, SQLITE_BLOB, content, sizeof content);
  result = add_changeset (digest, changeset);
  bv_digest_finish_bytes (digest, link->hash);
  return result;
}

/**
 * bv_chain_write:
 * @library: a library, in a transaction
 * @action: what is done
 * @link: its link
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_chain_write (BvLibrary *library, const BvAction *action, const BvChainLink *link, GError **error)
{
  sqlite3_stmt *statement
    = bv_statement_new (library, "INSERT INTO chain (action, hash, content) VALUES (?1, ?2, ?3)", error);
  guint8 content[BV_SUM_BYTES];

  if (statement == NULL)
    return FALSE;
  bv_sum_write (&link->content, content);
  sqlite3_bind_int64 (statement, 1, action->id);
  sqlite3_bind_blob (statement, 2, link->hash, sizeof link->hash, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 3, content, sizeof content, SQLITE_STATIC);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

/* Of the actions of an older program only the last says what it left: what stands in the tables now. */
static gboolean
insert_bare_links (BvLibrary *library, const BvSum *total, GError **error)
{
  sqlite3_stmt *statement
    = bv_statement_new (library,
                        "INSERT INTO chain (action, hash, content) SELECT id, zeroblob (32), "
                        "CASE id WHEN (SELECT max (id) FROM journal) THEN ?1 END FROM journal",
                        error);
  guint8 content[BV_SUM_BYTES];

  if (statement == NULL)
    return FALSE;
  bv_sum_write (total, content);
  sqlite3_bind_blob (statement, 1, content, sizeof content, SQLITE_STATIC);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

/* An action and its hash. */
typedef struct
{
  gint64 action;
  guint8 hash[BV_CHAIN_HASH_BYTES];
} Hashed;

static void
append_hash (sqlite3_stmt *row, gpointer data)
{
  GArray *hashes = data;
  Hashed next = { .action = sqlite3_column_int64 (row, COLUMN_ID) };

  if (hashes->len > 0)
    memcpy (next.hash, g_array_index (hashes, Hashed, hashes->len - 1).hash, sizeof next.hash);
  hash_row (row, next.hash);
  g_array_append_val (hashes, next);
}

static gboolean
write_hash (BvLibrary *library, const Hashed *link, GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (library, "UPDATE chain SET hash = ?2 WHERE action = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, link->action);
  sqlite3_bind_blob (statement, 2, link->hash, sizeof link->hash, SQLITE_STATIC);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

/**
 * bv_chain_adopt:
 * @library: a library, in the transaction of the step that made the chain
 * @error: return location for a %BV_STORE_ERROR
 *
 * Links the actions of an older program, and sums up what stands in the tables.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_chain_adopt (BvLibrary *library, GError **error)
{
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (Hashed));
  BvSum total;

  if (!bv_content_rebuild (library, &total, error) || !insert_bare_links (library, &total, error)
      || !bv_statement_each_as_it_is (library,
                                      "SELECT " BV_CHAIN_COLUMNS " FROM " BV_CHAIN_FROM " ORDER BY j.id",
                                      append_hash, hashes, error))
    return FALSE;
  for (guint i = 0; i < hashes->len; i++)
    if (!write_hash (library, &g_array_index (hashes, Hashed, i), error))
      return FALSE;
  return TRUE;
}

/* Whether the hash of the action before is there; the first has none. */
static gboolean
read_before (sqlite3_stmt *row, guint8 *hash)
{
  memset (hash, 0, BV_CHAIN_HASH_BYTES);
  return sqlite3_column_int64 (row, COLUMN_ID) == 1 || read_hash (row, COLUMN_BEFORE, hash);
}

static gboolean
fits (sqlite3_stmt *row, guint8 *before, const guint8 *hash)
{
  hash_row (row, before);
  return memcmp (before, hash, BV_CHAIN_HASH_BYTES) == 0;
}

/**
 * bv_chain_check_row:
 * @row: at a row of a query of %BV_CHAIN_COLUMNS
 * @error: return location for a %BV_STORE_ERROR
 *
 * To be asked before what an action changed is applied or shown.
 *
 * Returns: whether the action is as it was recorded; else %FALSE with @error set
 */
gboolean
bv_chain_check_row (sqlite3_stmt *row, GError **error)
{
  guint8 before[BV_CHAIN_HASH_BYTES];
  guint8 hash[BV_CHAIN_HASH_BYTES];

  if (read_before (row, before) && read_hash (row, COLUMN_HASH, hash) && fits (row, before, hash))
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
               _ ("action %" PRId64
                  " of the journal is damaged: it is no longer what was recorded, and is not "
                  "used: run “verify”, and take back a backup"),
               (gint64) sqlite3_column_int64 (row, COLUMN_ID));
  return FALSE;
}

static void
check_changes (sqlite3_stmt *row, GPtrArray *findings)
{
  gint64 id = sqlite3_column_int64 (row, COLUMN_ID);
  gint64 expected = sqlite3_column_int64 (row, COLUMN_ROWS);
  const void *changeset = sqlite3_column_blob (row, COLUMN_CHANGESET);
  gint64 rows = bv_changeset_count_rows (changeset, sqlite3_column_bytes (row, COLUMN_CHANGESET));

  if (rows < 0)
    g_ptr_array_add (findings,
                     g_strdup_printf (_ ("journal: the changes of action %" PRId64 " cannot be read"), id));
  else if (rows != expected)
    g_ptr_array_add (findings, g_strdup_printf (_ ("journal: action %" PRId64 " has %" PRId64
                                                   " changes instead of %" PRId64),
                                                id, rows, expected));
}

/* What follows an action that is not there, or has lost its hash, is named where that is. */
static void
check_link (sqlite3_stmt *row, gpointer data)
{
  GPtrArray *findings = data;
  gint64 id = sqlite3_column_int64 (row, COLUMN_ID);
  guint8 before[BV_CHAIN_HASH_BYTES];
  guint8 hash[BV_CHAIN_HASH_BYTES];

  if (!read_hash (row, COLUMN_HASH, hash))
    g_ptr_array_add (findings, g_strdup_printf (_ ("journal: action %" PRId64 " has lost its hash"), id));
  else if (read_before (row, before) && !fits (row, before, hash))
    g_ptr_array_add (
      findings, g_strdup_printf (_ ("journal: action %" PRId64 " was changed after it was recorded"), id));
  check_changes (row, findings);
}

static void
tell_gap (sqlite3_stmt *row, gpointer findings)
{
  g_ptr_array_add (findings,
                   g_strdup_printf (_ ("journal: the actions from %" PRId64 " to %" PRId64 " are missing"),
                                    (gint64) sqlite3_column_int64 (row, 0),
                                    (gint64) sqlite3_column_int64 (row, 1)));
}

static void
tell_undone (sqlite3_stmt *row, gpointer findings)
{
  g_ptr_array_add (findings, g_strdup_printf (_ ("journal: whether action %" PRId64
                                                 " is undone is not what the actions after it say"),
                                              (gint64) sqlite3_column_int64 (row, 0)));
}

static void
tell_lost_head (sqlite3_stmt *row, gpointer findings)
{
  /* Translators: the number of what was sealed and the key of its campaign */
  g_ptr_array_add (
    findings, g_strdup_printf (_ ("what was sealed %s: the journal that it came from is not here any more"),
                               (const char *) sqlite3_column_text (row, 0)));
}

/**
 * bv_chain_check:
 * @library: a library, in a transaction
 * @findings: (element-type utf8): gets a line for all that is not as it was recorded
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads the whole journal. What was taken over of a damaged library was sealed under another one. Of an
 * action that is undone the journal notes so in its row, which its hash does not cover: the actions that
 * undid it, or did it again, tell.
 *
 * Returns: %FALSE with @error set if that could not be done
 */
gboolean
bv_chain_check (BvLibrary *library, GPtrArray *findings, GError **error)
{
  return bv_statement_each (
           library,
           "SELECT previous + 1, id - 1 FROM "
           "(SELECT id, lag (id, 1, 0) OVER (ORDER BY id) AS previous FROM journal) WHERE id <> previous + 1 "
           "UNION ALL SELECT min (action), max (action) FROM chain "
           "WHERE action > (SELECT ifnull (max (id), 0) FROM journal) HAVING count (*) > 0",
           tell_gap, findings, error, "")
         && bv_statement_each_as_it_is (library,
                                        "SELECT " BV_CHAIN_COLUMNS " FROM " BV_CHAIN_FROM " ORDER BY j.id",
                                        check_link, findings, error)
         && bv_statement_each (library,
                               "SELECT id FROM journal j WHERE undone IS NOT ifnull ((SELECT l.kind = 'undo' "
                               "FROM journal l WHERE l.target = j.id ORDER BY l.id DESC LIMIT 1), 0)",
                               tell_undone, findings, error, "")
         && bv_statement_each (
           library,
           "SELECT ifnull (p.ordinal, 0) || ', ' || ifnull (c.key, '') FROM proposal p "
           "JOIN campaign c ON c.id = p.campaign WHERE p.chain <> '' AND p.taken IS NULL AND p.chain NOT IN "
           "(SELECT lower (hex (hash)) FROM chain)",
           tell_lost_head, findings, error, "");
}

/**
 * bv_chain_read_head:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the hash of the last action in hexadecimal digits, which stands for
 * all before it; empty while nothing was done; %NULL with @error set on failure
 */
char *
bv_chain_read_head (BvLibrary *library, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *head = bv_statement_get_text (
    library, "SELECT lower (hex (hash)) FROM chain ORDER BY action DESC LIMIT 1", &local, "");

  if (local == NULL)
    return head != NULL ? g_steal_pointer (&head) : g_strdup ("");
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
