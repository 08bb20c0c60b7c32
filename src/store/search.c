/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search.h"

#include "core/text/names.h"
#include "core/text/search-words.h"
#include "core/text/vietnamese.h"
#include "store/statement.h"
#include "store/tokenizer.h"

#include <glib/gi18n-lib.h>

/* The words of a query that are looked at; nobody types more. */
#define MOST_WORDS 32

/* Columns: id, the name that sorts, whether it is a person's, all that is searched. */
#define NOMINEE_ROWS                                                                                          \
  "SELECT n.id, ifnull (p.name, u.name), p.name IS NOT NULL, ifnull (p.name || char (10) || p.position, '') " \
  "|| char (10) || u.name || char (10) || n.key || char (10) || n.summary "                                   \
  "FROM nominee n JOIN unit u ON u.id = n.unit LEFT JOIN person p ON p.nominee = n.id"
#define UNIT_ROWS                                                                               \
  "SELECT u.id, u.name, 0, u.name || char (10) || u.short || char (10) || u.code || char (10) " \
  "|| ifnull ((SELECT group_concat (a.value, char (10)) FROM json_each (u.aliases) a), '') FROM unit u"
#define EVIDENCE_ROWS                                                                                \
  "SELECT e.id, e.title, 0, e.title || char (10) || e.number || char (10) || e.issuer || char (10) " \
  "|| e.file || char (10) || e.key FROM evidence e"

typedef struct
{
  const char *name;
  const char *all_rows;
  const char *one_row; /* of the id ?1 */
} Kind;

static const Kind kinds[] = {
  { "nominee", NOMINEE_ROWS, NOMINEE_ROWS " WHERE n.id = ?1" },
  { "unit", UNIT_ROWS, UNIT_ROWS " WHERE u.id = ?1" },
  { "evidence", EVIDENCE_ROWS, EVIDENCE_ROWS " WHERE e.id = ?1" },
};

#define NOMINEE (&kinds[0])
#define UNIT (&kinds[1])
#define EVIDENCE (&kinds[2])

/* What is derived from one row of a table. */
typedef struct
{
  const char *kind;
  gint64 id;
  const char *key;
  const char *text;
} Derived;

typedef gboolean (*DerivedFunc) (BvLibrary *library, const Derived *derived, gpointer data, GError **error);

static fts5_api *
find_api (sqlite3 *db)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return api;
}

/* How far from the beginning of the text the words stand. A text begins with the name, so who is called by a
 * word comes before whom it is told of. FTS5's own measure reads the size of every text that is found: ten
 * thousand of them take longer than a page may. */
static void
measure_depth (const Fts5ExtensionApi *api,
               Fts5Context *row,
               sqlite3_context *context,
               int n_values,
               sqlite3_value **values)
{
  int n_phrases = api->xPhraseCount (row);
  gint64 depth = 0;

  for (int i = 0; i < n_phrases; i++)
    {
      Fts5PhraseIter iter;
      int column, offset = 0;
      int result = api->xPhraseFirst (row, i, &iter, &column, &offset);

      if (result != SQLITE_OK)
        {
          sqlite3_result_error_code (context, result);
          return;
        }
      depth += offset;
    }
  sqlite3_result_int64 (context, depth);
}

/**
 * bv_search_register:
 * @db: a connection
 * @error: return location for a #GError
 *
 * Has to be called before anything touches the table `search`.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_DATABASE if this SQLite has no full-text search
 */
gboolean
bv_search_register (sqlite3 *db, GError **error)
{
  fts5_api *api = find_api (db);
  int result = api != NULL ? bv_tokenizer_register (api) : SQLITE_NOTFOUND;

  if (result == SQLITE_OK)
    result = api->xCreateFunction (api, "depth", NULL, measure_depth, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
               _ ("Search cannot be set up: %s. Install an SQLite with FTS5."), sqlite3_errstr (result));
  return FALSE;
}

static char *
make_key (const char *name, gboolean is_person)
{
  return is_person ? bv_name_key (name) : bv_vietnamese_sort_key (name);
}

/* Calls @func for each row that @sql selects. */
static gboolean
derive (BvLibrary *library,
        const Kind *kind,
        const char *sql,
        gint64 id,
        DerivedFunc func,
        gpointer data,
        GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (library, sql, error);
  gboolean going_on = TRUE;
  int result = SQLITE_ROW;

  if (statement == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (statement) > 0)
    bv_statement_bind_number (statement, 1, id);
  while (going_on && (result = bv_statement_step (library, statement)) == SQLITE_ROW)
    {
      g_autofree char *key
        = make_key (bv_statement_column_text (statement, 1), sqlite3_column_int (statement, 2));
      Derived derived
        = { kind->name, sqlite3_column_int64 (statement, 0), key, bv_statement_column_text (statement, 3) };

      going_on = func (library, &derived, data, error);
    }
  return bv_statement_finish (library, statement, result, going_on ? error : NULL) && going_on;
}

static gboolean
write_derived (BvLibrary *library, const Derived *derived, gpointer data, GError **error)
{
  gboolean *found = data;

  if (found != NULL)
    *found = TRUE;
  return bv_statement_run (library, "INSERT OR REPLACE INTO sort_key (id, key) VALUES (?1, ?2)", error, "is",
                           derived->id, derived->key)
         && bv_statement_run (library,
                              "INSERT OR REPLACE INTO search (rowid, kind, text) VALUES (?1, ?2, ?3)", error,
                              "iss", derived->id, derived->kind, derived->text);
}

static gboolean
remove_derived (BvLibrary *library, gint64 id, GError **error)
{
  return bv_statement_run (library, "DELETE FROM sort_key WHERE id = ?1", error, "i", id)
         && bv_statement_run (library, "DELETE FROM search WHERE rowid = ?1", error, "i", id);
}

static gboolean
update_row (BvLibrary *library, const Kind *kind, gint64 id, GError **error)
{
  gboolean found = FALSE;

  return derive (library, kind, kind->one_row, id, write_derived, &found, error)
         && (found || remove_derived (library, id, error));
}

static gboolean
update_rows (BvLibrary *library, const Kind *kind, GHashTable *ids, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!update_row (library, kind, *(gint64 *) id, error))
      return FALSE;
  return TRUE;
}

static void
add_id (GHashTable *ids, gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static GHashTable *
collect_ids (const BvChanges *changes, const char *table)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) rows = bv_changes_list_rows (changes, table);

  for (guint i = 0; i < rows->len; i++)
    add_id (ids, g_array_index (rows, gint64, i));
  return ids;
}

static void
take_id (sqlite3_stmt *row, gpointer ids)
{
  add_id (ids, sqlite3_column_int64 (row, 0));
}

/* A nominee is found by the name of its unit, and a collective is named by it. */
static gboolean
add_nominees_of_unit (BvLibrary *library, GHashTable *nominees, gint64 unit, GError **error)
{
  return bv_statement_each (library, "SELECT id FROM nominee WHERE unit = ?1", take_id, nominees, error, "i",
                            unit);
}

/**
 * bv_search_update:
 * @library: a library inside a transaction
 * @changes: the rows that the transaction has changed
 * @error: return location for a #GError
 *
 * Derives the rows of `search` and `sort_key` anew that depend on @changes.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_DATABASE
 */
gboolean
bv_search_update (BvLibrary *library, const BvChanges *changes, GError **error)
{
  g_autoptr (GHashTable) nominees = collect_ids (changes, "nominee");
  g_autoptr (GArray) persons = bv_changes_list_rows (changes, "person");
  g_autoptr (GHashTable) units = collect_ids (changes, "unit");
  g_autoptr (GHashTable) evidence = collect_ids (changes, "evidence");
  GHashTableIter iter;
  gpointer unit;

  for (guint i = 0; i < persons->len; i++)
    add_id (nominees, g_array_index (persons, gint64, i));
  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, &unit, NULL))
    if (!add_nominees_of_unit (library, nominees, *(gint64 *) unit, error))
      return FALSE;
  return update_rows (library, UNIT, units, error) && update_rows (library, NOMINEE, nominees, error)
         && update_rows (library, EVIDENCE, evidence, error);
}

static gboolean
write_all (BvLibrary *library, GError **error)
{
  if (!bv_statement_run (library, "DELETE FROM sort_key", error, "")
      || !bv_statement_run (library, "DELETE FROM search", error, ""))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!derive (library, &kinds[i], kinds[i].all_rows, 0, write_derived, NULL, error))
      return FALSE;
  return TRUE;
}

/**
 * bv_search_rebuild:
 * @library: a library open for writing, inside a transaction or not
 * @error: return location for a #GError
 *
 * Derives all rows of `search` and `sort_key` anew.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_DATABASE, and nothing changed
 */
gboolean
bv_search_rebuild (BvLibrary *library, GError **error)
{
  if (!bv_statement_run (library, "SAVEPOINT search_rebuild", error, ""))
    return FALSE;
  if (write_all (library, error))
    return bv_statement_run (library, "RELEASE search_rebuild", error, "");
  bv_statement_run (library, "ROLLBACK TO search_rebuild", NULL, "");
  bv_statement_run (library, "RELEASE search_rebuild", NULL, "");
  return FALSE;
}

typedef struct
{
  gint64 rows;
  gint64 stale;
} Comparison;

static gboolean
compare_derived (BvLibrary *library, const Derived *derived, gpointer data, GError **error)
{
  Comparison *comparison = data;
  GError *cause = NULL;
  gint64 same
    = bv_statement_get_number (library,
                               "SELECT 1 FROM search s JOIN sort_key k ON k.id = s.rowid "
                               "WHERE s.rowid = ?1 AND s.kind = ?2 AND s.text = ?3 AND k.key = ?4",
                               0, &cause, "isss", derived->id, derived->kind, derived->text, derived->key);

  comparison->rows++;
  comparison->stale += !same;
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

static gboolean
count_rows (BvLibrary *library, const char *sql, gint64 *count, GError **error)
{
  *count = bv_statement_get_number (library, sql, -1, error, "");
  return *count >= 0;
}

/**
 * bv_search_count_stale:
 * @library: a library
 * @error: return location for a #GError
 *
 * Compares what is searched and sorted by with what it was derived from.
 *
 * Returns: how many rows are missing, too many or not what they should be: 0 in a sound library; -1 on error
 */
gint64
bv_search_count_stale (BvLibrary *library, GError **error)
{
  Comparison comparison = { 0, 0 };
  gint64 n_search, n_keys;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!derive (library, &kinds[i], kinds[i].all_rows, 0, compare_derived, &comparison, error))
      return -1;
  if (!count_rows (library, "SELECT count (*) FROM search", &n_search, error)
      || !count_rows (library, "SELECT count (*) FROM sort_key", &n_keys, error))
    return -1;
  return comparison.stale + MAX (0, MAX (n_search, n_keys) - comparison.rows);
}

static gboolean
has_word_character (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Each word in quotes, so that nothing in it is FTS5's syntax; the last one may still be being typed. Returns
 * NULL if there is no word. */
static char *
make_match (const char *text)
{
  g_autofree char *nfc = bv_vietnamese_nfc (text);
  g_auto (GStrv) words = g_strsplit_set (nfc, " \t\n\r", -1);
  GString *match = g_string_new (NULL);
  guint count = 0;

  for (guint i = 0; words[i] != NULL && count < MOST_WORDS; i++)
    if (has_word_character (words[i]))
      {
        g_auto (GStrv) parts = g_strsplit (words[i], "\"", -1);
        g_autofree char *quoted = g_strjoinv ("\"\"", parts);

        g_string_append_printf (match, "\"%s\" ", quoted);
        count++;
      }
  if (count == 0)
    return g_string_free (match, TRUE);
  match->str[match->len - 1] = '*';
  return g_string_free (match, FALSE);
}

/* How much further the index is walked where it is found that the best are of other campaigns. */
#define WIDENING 16
/* So many are read at least, to find the best of them. */
#define LEAST_READ 50

/* The best ?3 of the index, put in the order of names; only they are read, of all others the index alone is
 * asked. What does not belong to the campaign ?2 has no kind; what does is numbered, best first. */
#define BEST                                                                                                \
  "SELECT s.rowid AS id, s.rank AS depth FROM search s WHERE s.search MATCH ?1 AND s.rank MATCH 'depth()' " \
  "ORDER BY s.rank, s.rowid LIMIT ?3"
/* All names of the campaign, in no order. */
#define ALL                                                                           \
  "SELECT id, 0 AS depth FROM (SELECT id FROM nominee WHERE campaign = ?2 UNION ALL " \
  "SELECT unit FROM participation WHERE campaign = ?2 UNION ALL "                     \
  "SELECT id FROM evidence WHERE campaign = ?2) WHERE ?1 <> '' LIMIT ?3"
#define HITS_AMONG(rows)                                                                              \
  "SELECT CASE WHEN n.id IS NOT NULL THEN 'nominee' WHEN u.id IS NOT NULL THEN 'unit' "               \
  "WHEN e.id IS NOT NULL THEN 'evidence' END AS kind, b.id, coalesce (n.key, u.code, e.key), "        \
  "coalesce (np.name, nu.name, u.name, nullif (e.title, ''), e.file), "                               \
  "CASE WHEN n.id IS NOT NULL THEN iif (np.name IS NULL, g.name, nu.name) "                           \
  "WHEN u.id IS NOT NULL THEN up.name ELSE e.number END, "                                            \
  "row_number () OVER (PARTITION BY coalesce (n.id, u.id, e.id) IS NULL ORDER BY b.depth, b.id) "     \
  "FROM (" rows ") b "                                                                                \
  "JOIN sort_key k ON k.id = b.id LEFT JOIN nominee n ON n.id = b.id AND n.campaign = ?2 "            \
  "LEFT JOIN person np ON np.nominee = n.id LEFT JOIN unit nu ON nu.id = n.unit "                     \
  "LEFT JOIN \"group\" g ON g.id = n.\"group\" "                                                      \
  "LEFT JOIN participation t ON t.campaign = ?2 AND t.unit = b.id LEFT JOIN unit u ON u.id = t.unit " \
  "LEFT JOIN unit up ON up.id = u.parent LEFT JOIN evidence e ON e.id = b.id AND e.campaign = ?2 "    \
  "ORDER BY b.depth, k.key, kind"

/* A hit, and where the words stand in it. */
typedef struct
{
  BvSearchHit *hit; /* owned until it is handed over */
  BvSearchPlace place;
} Candidate;

/* What is found. */
typedef struct
{
  const BvSearchWords *words;
  BvSearchPlace worst; /* what stands worse is left out */
  guint limit;
  GArray *candidates; /* of Candidate */
  guint n_rows;       /* those of other campaigns too */
} Found;

static void
clear_candidate (gpointer candidate)
{
  bv_search_hit_free (((Candidate *) candidate)->hit);
}

/* What the index found and the name has not, stands elsewhere. */
static BvSearchPlace
find_place (const BvSearchWords *words, const char *name)
{
  g_autofree char *folded = bv_vietnamese_fold (name);
  BvSearchPlace place
    = bv_search_words_is_empty (words) ? BV_SEARCH_NOWHERE : bv_search_words_find (words, folded);

  return place == BV_SEARCH_NOWHERE ? BV_SEARCH_ELSEWHERE : place;
}

static void
read_hit (sqlite3_stmt *statement, gpointer data)
{
  Found *found = data;
  Candidate candidate;
  BvSearchHit *hit;

  found->n_rows++;
  if (sqlite3_column_type (statement, 0) == SQLITE_NULL || sqlite3_column_int64 (statement, 5) > found->limit)
    return;
  candidate.place = find_place (found->words, bv_statement_column_text (statement, 3));
  if (candidate.place > found->worst)
    return;
  hit = candidate.hit = g_new0 (BvSearchHit, 1);
  hit->kind = g_strdup (bv_statement_column_text (statement, 0));
  hit->id = sqlite3_column_int64 (statement, 1);
  hit->key = g_strdup (bv_statement_column_text (statement, 2));
  hit->title = g_strdup (bv_statement_column_text (statement, 3));
  hit->detail = g_strdup (bv_statement_column_text (statement, 4));
  g_array_append_val (found->candidates, candidate);
}

/* Among the @n_best of the index, those of other campaigns included. */
static gboolean
find_among (BvLibrary *library,
            gint64 campaign,
            const char *match,
            gint64 n_best,
            Found *found,
            GError **error)
{
  g_array_set_size (found->candidates, 0);
  found->n_rows = 0;
  return bv_statement_each (library, HITS_AMONG (BEST), read_hit, found, error, "sii", match, campaign,
                            n_best);
}

/* Further down where the best are of other campaigns. */
static gboolean
find_best (BvLibrary *library, gint64 campaign, const char *match, Found *found, GError **error)
{
  gint64 n_best = found->limit;

  if (!find_among (library, campaign, match, n_best, found, error))
    return FALSE;
  while (found->n_rows == n_best && found->candidates->len < found->limit)
    {
      n_best *= WIDENING;
      if (!find_among (library, campaign, match, n_best, found, error))
        return FALSE;
    }
  return TRUE;
}

/* How many come before what is inside a name. */
static guint
count_better (const Found *found)
{
  guint n = 0;

  for (guint i = 0; i < found->candidates->len; i++)
    n += g_array_index (found->candidates, Candidate, i).place < BV_SEARCH_INSIDE_NAME;
  return n;
}

/* The index knows how words begin, not what they have inside: that is looked for in every name. */
static gboolean
find_inside_names (BvLibrary *library, gint64 campaign, Found *found, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_before = found->candidates->len;

  found->worst = BV_SEARCH_INSIDE_NAME;
  found->limit = G_MAXUINT;
  if (!bv_statement_each (library, HITS_AMONG (ALL), read_hit, found, error, "sii", "all", campaign,
                          G_GINT64_CONSTANT (-1)))
    return FALSE;
  for (guint i = 0; i < found->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (found->candidates, Candidate, i);

      if (i < n_before || !g_hash_table_contains (ids, &candidate->hit->id))
        g_hash_table_add (ids, &candidate->hit->id);
      else
        g_clear_pointer (&candidate->hit, bv_search_hit_free);
    }
  return TRUE;
}

/* The best first; among equals as they were found. */
static GPtrArray *
take_hits (GArray *candidates, guint limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_search_hit_free);

  for (BvSearchPlace place = BV_SEARCH_NAME_BEGINS; place <= BV_SEARCH_ELSEWHERE; place++)
    for (guint i = 0; i < candidates->len && hits->len < limit; i++)
      {
        Candidate *candidate = &g_array_index (candidates, Candidate, i);

        if (candidate->hit != NULL && candidate->place == place)
          g_ptr_array_add (hits, g_steal_pointer (&candidate->hit));
      }
  return hits;
}

/**
 * bv_search_query:
 * @library: a library
 * @campaign: the campaign to look in, with the units that take part in it
 * @text: what the user types; the last word may be a beginning
 * @limit: how many hits are wanted at most
 * @error: return location for a #GError
 *
 * Looks for nominees, units and evidence that have all words of @text, or have them inside their names. Case,
 * marks, the place of a tone and punctuation do not count. A text without a word finds nothing. The detail of
 * a hit is the unit of a person, the group of a collective, the parent of a unit, the number of a document.
 *
 * Returns: (transfer full) (element-type BvSearchHit): the hits, in the order of #BvSearchPlace; where there
 *   are many more than @limit, of those that have the words nearest to the beginning. %NULL with
 *   %BV_STORE_ERROR_DATABASE
 */
GPtrArray *
bv_search_query (BvLibrary *library, gint64 campaign, const char *text, guint limit, GError **error)
{
  g_autofree char *match = make_match (text);
  g_autoptr (BvSearchWords) words = bv_search_words_new (text);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Found found = { words, BV_SEARCH_ELSEWHERE, MAX (limit, LEAST_READ), candidates, 0 };

  g_array_set_clear_func (candidates, clear_candidate);
  if (match == NULL || limit == 0)
    return take_hits (candidates, 0);
  if (!find_best (library, campaign, match, &found, error))
    return NULL;
  if (count_better (&found) < limit && !find_inside_names (library, campaign, &found, error))
    return NULL;
  return take_hits (candidates, limit);
}

/**
 * bv_search_hit_free:
 * @hit: (transfer full) (nullable): a hit
 */
void
bv_search_hit_free (BvSearchHit *hit)
{
  if (hit == NULL)
    return;
  g_free (hit->kind);
  g_free (hit->key);
  g_free (hit->title);
  g_free (hit->detail);
  g_free (hit);
}
