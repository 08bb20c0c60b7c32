/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal.h"

#include "core/points.h"
#include "store/changeset.h"
#include "store/library-private.h"
#include "store/search.h"
#include "store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define COLUMNS "id, time, user, label, kind, ifnull (target, 0), undone, rows"

/* The last action that can be undone, and the last undo that can be done again: none once something new was
 * done. */
#define LAST_DONE "SELECT " COLUMNS " FROM journal WHERE kind = 'do' AND undone = 0 ORDER BY id DESC LIMIT 1"
#define LAST_UNDONE                                                                                  \
  "SELECT t.id, t.time, t.user, t.label, t.kind, 0, t.undone, t.rows FROM journal u JOIN journal t " \
  "ON t.id = u.target WHERE u.kind = 'undo' AND t.undone = 1 "                                       \
  "AND u.id > ifnull ((SELECT max (id) FROM journal WHERE kind = 'do'), 0) ORDER BY u.id DESC LIMIT 1"

/* One recording of changes: from begin to commit or rollback. */
typedef struct
{
  BvLibrary *library;
  sqlite3_session *session;
} Recording;

/* What stood in the way of applying a changeset. */
typedef struct
{
  const char *table; /* NULL: nothing did */
  char *key;         /* all columns of the row's key */
} Conflict;

static void
conflict_clear (Conflict *conflict)
{
  g_free (conflict->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conflict, conflict_clear)

/**
 * bv_library_set_changed_func:
 * @library: a library
 * @changed: (nullable): called after every action, undo and redo
 * @data: for @changed
 */
void
bv_library_set_changed_func (BvLibrary *library, BvChangedFunc changed, gpointer data)
{
  library->changed = changed;
  library->changed_data = data;
}

/**
 * bv_action_free:
 * @action: (transfer full): an action
 */
void
bv_action_free (BvAction *action)
{
  g_free (action->user);
  g_free (action->label);
  g_free (action->kind);
  g_free (action);
}

static gboolean
execute (BvLibrary *library, const char *sql, GError **error)
{
  if (sqlite3_exec (library->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return bv_statement_fail (library, error);
}

/* The journal itself and what is derived from journalled rows are no changes of their own. */
static int
filter_table (void *data, const char *table)
{
  return !g_str_equal (table, "journal") && !g_str_equal (table, "sort_key")
         && !g_str_has_prefix (table, "search") && !g_str_has_prefix (table, "sqlite_");
}

static gboolean
recording_begin (Recording *recording, BvLibrary *library, GError **error)
{
  recording->library = library;
  recording->session = NULL;
  if (!execute (library, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (sqlite3session_create (library->db, "main", &recording->session) == SQLITE_OK)
    {
      sqlite3session_table_filter (recording->session, filter_table, NULL);
      if (sqlite3session_attach (recording->session, NULL) == SQLITE_OK)
        {
          library->acting = TRUE;
          return TRUE;
        }
    }
  bv_statement_fail (library, error);
  sqlite3session_delete (recording->session);
  execute (library, "ROLLBACK", NULL);
  return FALSE;
}

static void
recording_end (Recording *recording)
{
  recording->library->acting = FALSE;
  g_clear_pointer (&recording->session, sqlite3session_delete);
  if (!sqlite3_get_autocommit (recording->library->db))
    execute (recording->library, "ROLLBACK", NULL);
}

static gboolean
fail_changeset (BvLibrary *library, int result, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
               _ ("%s/bangvang.db: the change could not be recorded: %s"), library->folder,
               sqlite3_errstr (result));
  return FALSE;
}

static BvChange
read_change (sqlite3_changeset_iter *iter)
{
  BvChange change = { NULL, 0, 'u' };
  const char *table = NULL;
  sqlite3_value *value = NULL;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  change.table = g_intern_string (table);
  change.id = value != NULL ? sqlite3_value_int64 (value) : 0;
  change.operation = operation == SQLITE_INSERT ? 'i' : operation == SQLITE_DELETE ? 'd' : 'u';
  return change;
}

/* The whole key of a row: an assessment is found by its nominee and its criterion. */
static char *
read_key (sqlite3_changeset_iter *iter)
{
  GString *key = g_string_new (NULL);
  unsigned char *is_key = NULL;
  const char *table = NULL;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  sqlite3changeset_pk (iter, &is_key, &n_columns);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (!is_key[i])
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, i, &value);
      else
        sqlite3changeset_old (iter, i, &value);
      g_string_append_printf (key, "/%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
    }
  return g_string_free (key, FALSE);
}

static GArray *
list_changes (const void *changeset, int size, int *result)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (BvChange));
  sqlite3_changeset_iter *iter = NULL;

  *result = sqlite3changeset_start (&iter, size, (void *) changeset);
  if (*result != SQLITE_OK)
    return changes;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      BvChange change = read_change (iter);

      g_array_append_val (changes, change);
    }
  *result = sqlite3changeset_finalize (iter);
  return changes;
}

static gboolean
insert_action (BvLibrary *library, const BvAction *action, const void *changeset, int size, GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (
    library,
    "INSERT INTO journal (id, time, user, label, kind, target, rows, changeset) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    error);

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_number (statement, 1, action->id);
  bv_statement_bind_number (statement, 2, g_get_real_time () / G_USEC_PER_SEC);
  bv_statement_bind_text (statement, 3, g_get_user_name ());
  bv_statement_bind_text (statement, 4, action->label);
  bv_statement_bind_text (statement, 5, action->kind);
  bv_statement_bind_number (statement, 6, action->target != 0 ? action->target : BV_NONE);
  bv_statement_bind_number (statement, 7, action->rows);
  sqlite3_bind_blob64 (statement, 8, changeset, size, SQLITE_STATIC);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

static gboolean
write_action (BvLibrary *library,
              BvAction *action,
              GArray *changes,
              const void *changeset,
              int size,
              GError **error)
{
  action->id
    = 1 + bv_statement_get_number (library, "SELECT ifnull (max (id), 0) FROM journal", 0, error, "");
  return bv_search_update (library, changes, error) && insert_action (library, action, changeset, size, error)
         && execute (library, "COMMIT", error);
}

/* Writes the journal's row and what is derived from the changed rows, and commits. Nothing changed: nothing
 * is written, and @action keeps the id 0. A replay must change @expected rows: SQLite passes over a table
 * that is no more in silence. */
static gboolean
recording_commit (Recording *recording, BvAction *action, gint64 expected, GArray **changes, GError **error)
{
  BvLibrary *library = recording->library;
  void *changeset = NULL;
  int size = 0;
  int result = sqlite3session_changeset (recording->session, &size, &changeset);
  gboolean ok;

  if (result == SQLITE_OK)
    *changes = list_changes (changeset, size, &result);
  action->rows = *changes != NULL ? (*changes)->len : 0;
  if (result == SQLITE_OK && expected != BV_NONE && action->rows != expected)
    result = SQLITE_MISMATCH;
  if (result != SQLITE_OK)
    ok = fail_changeset (library, result, error);
  else if (action->rows == 0)
    ok = execute (library, "ROLLBACK", error);
  else
    ok = write_action (library, action, *changes, changeset, size, error);
  sqlite3_free (changeset);
  return ok;
}

static void
notify_changed (BvLibrary *library, GArray *changes)
{
  if (library->changed != NULL && changes != NULL && changes->len > 0)
    library->changed (library, changes, library->changed_data);
}

/**
 * bv_journal_act:
 * @library: a library open for writing
 * @label: what the user did, for the journal
 * @func: makes the changes; an action inside an action joins it
 * @data: for @func
 * @action: (out) (optional): the action's number; 0 where nothing changed
 * @error: return location for a %BV_STORE_ERROR, or what @func says
 *
 * The one way to write: one transaction, one row of the journal, which can be undone for ever.
 *
 * Returns: %FALSE with @error set; nothing is changed then
 */
gboolean
bv_journal_act (BvLibrary *library,
                const char *label,
                BvActFunc func,
                gpointer data,
                gint64 *action,
                GError **error)
{
  BvAction done = { .label = (char *) label, .kind = (char *) "do" };
  g_autoptr (GArray) changes = NULL;
  Recording recording;
  gboolean ok;

  if (library->acting)
    return func (library, data, error);
  if (!recording_begin (&recording, library, error))
    return FALSE;
  ok = func (library, data, error) && recording_commit (&recording, &done, BV_NONE, &changes, error);
  recording_end (&recording);
  if (!ok)
    return FALSE;
  if (action != NULL)
    *action = done.id;
  notify_changed (library, changes);
  return TRUE;
}

static gpointer
read_action (sqlite3_stmt *statement)
{
  BvAction *action = g_new0 (BvAction, 1);

  action->id = sqlite3_column_int64 (statement, 0);
  action->time = sqlite3_column_int64 (statement, 1);
  action->user = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  action->label = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  action->kind = g_strdup ((const char *) sqlite3_column_text (statement, 4));
  action->target = sqlite3_column_int64 (statement, 5);
  action->undone = sqlite3_column_int (statement, 6);
  action->rows = sqlite3_column_int64 (statement, 7);
  return action;
}

static GPtrArray *
query_actions (BvLibrary *library, const char *sql, gint64 parameter, GError **error)
{
  return bv_statement_list (library, sql, read_action, (GDestroyNotify) bv_action_free, error, "i",
                            parameter);
}

/* Takes the first of @actions. */
static BvAction *
take_action (GPtrArray *actions)
{
  BvAction *action = actions != NULL && actions->len > 0 ? g_ptr_array_steal_index (actions, 0) : NULL;

  g_clear_pointer (&actions, g_ptr_array_unref);
  return action;
}

static BvAction *
peek_action (BvLibrary *library, const char *sql)
{
  return take_action (
    bv_statement_list (library, sql, read_action, (GDestroyNotify) bv_action_free, NULL, ""));
}

/**
 * bv_journal_list:
 * @library: a library
 * @limit: how many at most; 0: all
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvAction) (nullable): the last actions, newest first
 */
GPtrArray *
bv_journal_list (BvLibrary *library, gint64 limit, GError **error)
{
  return query_actions (library, "SELECT " COLUMNS " FROM journal ORDER BY id DESC LIMIT ?1",
                        limit > 0 ? limit : -1, error);
}

/**
 * bv_journal_find:
 * @library: a library
 * @action: an action's number
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the action; %NULL with @error set where there is none
 */
BvAction *
bv_journal_find (BvLibrary *library, gint64 action, GError **error)
{
  g_autoptr (GError) local = NULL;
  BvAction *found
    = take_action (query_actions (library, "SELECT " COLUMNS " FROM journal WHERE id = ?1", action, &local));

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (found == NULL)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("there is no action %" PRId64 ": see “log”"), action);
  return found;
}

/**
 * bv_journal_peek_undo:
 * @library: a library
 *
 * Returns: (transfer full) (nullable): the action that undo would undo
 */
BvAction *
bv_journal_peek_undo (BvLibrary *library)
{
  return peek_action (library, LAST_DONE);
}

/**
 * bv_journal_peek_redo:
 * @library: a library
 *
 * Returns: (transfer full) (nullable): the action that redo would do again
 */
BvAction *
bv_journal_peek_redo (BvLibrary *library)
{
  return peek_action (library, LAST_UNDONE);
}

static int
note_conflict (void *data, int kind, sqlite3_changeset_iter *iter)
{
  Conflict *conflict = data;

  if (conflict->table == NULL && kind != SQLITE_CHANGESET_FOREIGN_KEY)
    {
      conflict->table = read_change (iter).table;
      conflict->key = read_key (iter);
    }
  return SQLITE_CHANGESET_ABORT;
}

static GBytes *
read_changeset (BvLibrary *library, gint64 action, GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (library, "SELECT changeset FROM journal WHERE id = ?1", error);
  GBytes *changeset = NULL;
  int result;

  if (statement == NULL)
    return NULL;
  bv_statement_bind_number (statement, 1, action);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    changeset = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  if (!bv_statement_finish (library, statement, result, error))
    g_clear_pointer (&changeset, g_bytes_unref);
  return changeset;
}

static gboolean
changeset_touches (GBytes *changeset, const Conflict *conflict)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean touches = FALSE;

  if (sqlite3changeset_start (&iter, g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return FALSE;
  while (!touches && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      g_autofree char *key = read_key (iter);

      touches = read_change (iter).table == conflict->table && g_str_equal (key, conflict->key);
    }
  sqlite3changeset_finalize (iter);
  return touches;
}

static gboolean
action_touches (BvLibrary *library, gint64 action, const Conflict *conflict)
{
  g_autoptr (GBytes) changeset = read_changeset (library, action, NULL);

  return changeset != NULL && changeset_touches (changeset, conflict);
}

static BvAction *
find_later_action (BvLibrary *library, gint64 target, const Conflict *conflict)
{
  g_autoptr (GPtrArray) actions = query_actions (
    library, "SELECT " COLUMNS " FROM journal WHERE id > ?1 AND undone = 0 ORDER BY id", target, NULL);

  for (guint i = 0; conflict->table != NULL && actions != NULL && i < actions->len; i++)
    {
      const BvAction *action = g_ptr_array_index (actions, i);

      if (action_touches (library, action->id, conflict))
        return g_ptr_array_steal_index (actions, i);
    }
  return NULL;
}

static gboolean
fail_conflict (BvLibrary *library, const BvAction *target, const Conflict *conflict, GError **error)
{
  g_autoptr (BvAction) later = find_later_action (library, target->id, conflict);

  if (later != NULL)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                 _ ("action %" PRId64 " (%s) stands under a later change of the same record: undo action "
                    "%" PRId64 " (%s) first; nothing was changed"),
                 target->id, target->label, later->id, later->label);
  else
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                 _ ("action %" PRId64 " (%s): later records depend on it: undo the later actions first; "
                    "nothing was changed"),
                 target->id, target->label);
  return FALSE;
}

/* An update never touches a key, and only these tables refer to others by more than their key. */
static gboolean
may_break_references (const void *changeset, int size)
{
  int result = SQLITE_OK;
  g_autoptr (GArray) changes = list_changes (changeset, size, &result);

  for (guint i = 0; i < changes->len; i++)
    {
      const BvChange *change = &g_array_index (changes, BvChange, i);

      if (change->operation != 'u' || g_str_equal (change->table, "nominee")
          || g_str_equal (change->table, "unit") || g_str_equal (change->table, "criterion"))
        return TRUE;
    }
  return FALSE;
}

/* With foreign keys enforced a cascade would silently delete what later actions added, so they are off while
 * a changeset is applied and checked afterwards. */
static gboolean
check_references (BvLibrary *library, const BvAction *target, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean broken
    = bv_statement_get_number (library, "SELECT count (*) FROM pragma_foreign_key_check", 0, &local, "") > 0;
  Conflict none = { NULL, NULL };

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return !broken || fail_conflict (library, target, &none, error);
}

static gboolean
apply_changeset (BvLibrary *library, const BvAction *target, gboolean invert, GError **error)
{
  g_autoptr (GBytes) changeset = read_changeset (library, target->id, error);
  g_auto (Conflict) conflict = { NULL, NULL };
  void *inverted = NULL;
  int size = 0;
  int result = SQLITE_OK;

  if (changeset == NULL)
    return FALSE;
  size = g_bytes_get_size (changeset);
  /* SQLite 3.40 loops for ever over a damaged changeset. */
  if (bv_changeset_count_rows (g_bytes_get_data (changeset, NULL), size) < 0)
    return fail_changeset (library, SQLITE_CORRUPT, error);
  if (invert)
    result = sqlite3changeset_invert (size, g_bytes_get_data (changeset, NULL), &size, &inverted);
  if (result == SQLITE_OK)
    result = sqlite3changeset_apply (library->db, size,
                                     invert ? inverted : (void *) g_bytes_get_data (changeset, NULL), NULL,
                                     note_conflict, &conflict);
  sqlite3_free (inverted);
  if (result == SQLITE_ABORT)
    return fail_conflict (library, target, &conflict, error);
  if (result != SQLITE_OK)
    return fail_changeset (library, result, error);
  return !may_break_references (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset))
         || check_references (library, target, error);
}

static gboolean
mark_undone (BvLibrary *library, gint64 action, gboolean undone, GError **error)
{
  return bv_statement_run (library, "UPDATE journal SET undone = ?2 WHERE id = ?1", error, "ii", action,
                           (gint64) undone);
}

static gboolean
replay (BvLibrary *library,
        const BvAction *target,
        BvAction *done,
        gboolean invert,
        GArray **changes,
        GError **error)
{
  Recording recording;
  gboolean ok;

  if (!recording_begin (&recording, library, error))
    return FALSE;
  ok = apply_changeset (library, target, invert, error) && mark_undone (library, target->id, invert, error)
       && recording_commit (&recording, done, target->rows, changes, error);
  recording_end (&recording);
  return ok;
}

static gint64
apply_action (BvLibrary *library, const BvAction *target, gboolean invert, GError **error)
{
  g_autofree char *label = g_strdup_printf (invert ? _ ("Undo: %s") : _ ("Redo: %s"), target->label);
  BvAction done = { .label = label, .kind = (char *) (invert ? "undo" : "redo"), .target = target->id };
  g_autoptr (GArray) changes = NULL;
  gboolean ok;

  if (!execute (library, "PRAGMA foreign_keys = OFF", error))
    return 0;
  ok = replay (library, target, &done, invert, &changes, error);
  execute (library, "PRAGMA foreign_keys = ON", NULL);
  if (!ok)
    return 0;
  notify_changed (library, changes);
  return done.id;
}

static gboolean
check_undoable (const BvAction *action, GError **error)
{
  if (!g_str_equal (action->kind, "do"))
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                 _ ("action %" PRId64 " (%s) is an undo or redo itself: name the action it is about"),
                 action->id, action->label);
  else if (action->undone)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                 _ ("action %" PRId64 " (%s) is undone already"), action->id, action->label);
  else
    return TRUE;
  return FALSE;
}

/**
 * bv_journal_undo:
 * @library: a library open for writing
 * @action: an action's number; 0: the last one that is not undone
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes the action back, as an action of its own. %BV_STORE_ERROR_CONFLICT names the later action that stands
 * in the way; nothing is changed then.
 *
 * Returns: the number of the undo; 0 with @error set
 */
gint64
bv_journal_undo (BvLibrary *library, gint64 action, GError **error)
{
  g_autoptr (BvAction) target
    = action != 0 ? bv_journal_find (library, action, error) : bv_journal_peek_undo (library);

  if (target == NULL)
    {
      if (action == 0)
        g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("there is nothing to undo"));
      return 0;
    }
  return check_undoable (target, error) ? apply_action (library, target, TRUE, error) : 0;
}

/**
 * bv_journal_redo:
 * @library: a library open for writing
 * @error: return location for a %BV_STORE_ERROR
 *
 * Does the last undone action again, unless something new was done since.
 *
 * Returns: the number of the redo; 0 with @error set
 */
gint64
bv_journal_redo (BvLibrary *library, GError **error)
{
  g_autoptr (BvAction) target = bv_journal_peek_redo (library);

  if (target == NULL)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("there is nothing to redo"));
      return 0;
    }
  return apply_action (library, target, FALSE, error);
}
