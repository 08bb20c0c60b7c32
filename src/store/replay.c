/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/changeset.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/proof/chain.h"
#include "store/references.h"
#include "store/statement.h"
#include "store/transaction.h"
#include "store/tree/exchanged-codes.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Of SQLite's machine: some milliseconds. */
#define STEPS_BETWEEN_LOOKS 100000

/* What stood in the way of applying a changeset. */
typedef struct
{
  int kind;          /* of SQLite's, of the first */
  const char *table; /* NULL: nothing did */
  char *key;         /* all columns of the row's key */
} Conflict;

static void
conflict_clear (Conflict *conflict)
{
  g_free (conflict->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conflict, conflict_clear)

static void
append_part (sqlite3_value *value, gpointer key)
{
  g_string_append_printf (key, "/%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
}

/* The whole key of a row: an assessment is found by its nominee and its criterion. */
static char *
read_key (sqlite3_changeset_iter *iter)
{
  GString *key = g_string_new (NULL);

  bv_changeset_each_key (iter, append_part, key);
  return g_string_free (key, FALSE);
}

/* Who wants to know how far a replay is. */
typedef struct
{
  sqlite3 *db;
  const BvProgress *progress;
  gint64 begin; /* rows that the connection had changed before */
  gint64 rows;  /* that are to be changed */
} Watch;

/* SQLite asks between its steps; what is not 0 interrupts it. */
static int
watch_cb (void *data)
{
  const Watch *watch = data;
  double done = sqlite3_total_changes64 (watch->db) - watch->begin;

  bv_progress_tell (watch->progress, MIN (done / MAX (watch->rows, 1), 1));
  return bv_progress_is_cancelled (watch->progress, NULL);
}

static int
note_conflict (void *data, int kind, sqlite3_changeset_iter *iter)
{
  Conflict *conflict = data;

  if (kind == SQLITE_CHANGESET_DATA && bv_exchanged_codes_explain (iter))
    return SQLITE_CHANGESET_REPLACE;
  if (conflict->table == NULL && kind != SQLITE_CHANGESET_FOREIGN_KEY)
    {
      conflict->kind = kind;
      conflict->table = bv_changeset_read_change (iter).table;
      conflict->key = read_key (iter);
    }
  return SQLITE_CHANGESET_ABORT;
}

/* The changes of one action; NULL: it is damaged, or is not there. */
typedef struct
{
  GBytes *changeset;
  GError *error;
} Taking;

static void
take_changeset (sqlite3_stmt *row, gpointer data)
{
  Taking *taking = data;
  gconstpointer bytes = sqlite3_column_blob (row, BV_CHAIN_CHANGESET);

  if (bv_chain_check_row (row, &taking->error))
    taking->changeset = g_bytes_new (bytes, sqlite3_column_bytes (row, BV_CHAIN_CHANGESET));
}

static GBytes *
read_changeset (BvLibrary *library, gint64 action, GError **error)
{
  Taking taking = { NULL, NULL };

  if (!bv_statement_each (library, "SELECT " BV_CHAIN_COLUMNS " FROM " BV_CHAIN_FROM " WHERE j.id = ?1",
                          take_changeset, &taking, error, "i", action))
    g_clear_pointer (&taking.changeset, g_bytes_unref);
  if (taking.error != NULL)
    g_propagate_error (error, taking.error);
  return taking.changeset;
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

      touches = bv_changeset_read_change (iter).table == conflict->table && g_str_equal (key, conflict->key);
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
  g_autoptr (GPtrArray) actions = bv_journal_list_later (library, target);

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

/* With foreign keys enforced a cascade would silently delete what later actions added, so they are off while
 * a changeset is applied and checked afterwards. */
static gboolean
check_references (BvLibrary *library, const BvAction *target, const void *changeset, int size, GError **error)
{
  const Conflict none = { 0, NULL, NULL };
  gboolean broken = FALSE;

  return bv_references_check (library, changeset, size, &broken, error)
         && (!broken || fail_conflict (library, target, &none, error));
}

static gboolean
is_of_codes (const Conflict *conflict)
{
  return conflict->kind == SQLITE_CHANGESET_CONSTRAINT && g_strcmp0 (conflict->table, "criterion") == 0;
}

static gboolean
apply (BvLibrary *library, const BvAction *target, void *changeset, int size, GError **error)
{
  g_auto (Conflict) first = { 0, NULL, NULL };
  g_auto (Conflict) conflict = { 0, NULL, NULL };
  int result = sqlite3changeset_apply (library->db, size, changeset, NULL, note_conflict, &first);

  if (result == SQLITE_ABORT && is_of_codes (&first))
    {
      if (!bv_exchanged_codes_give_up (library, changeset, size, error))
        return FALSE;
      result = sqlite3changeset_apply (library->db, size, changeset, NULL, note_conflict, &conflict);
    }
  if (result == SQLITE_ABORT)
    return fail_conflict (library, target, conflict.table != NULL ? &conflict : &first, error);
  if (result != SQLITE_OK)
    return bv_transaction_fail (library, result, error);
  return check_references (library, target, changeset, size, error);
}

static gboolean
apply_changeset (BvLibrary *library, const BvAction *target, gboolean invert, GError **error)
{
  g_autoptr (GBytes) changeset = read_changeset (library, target->id, error);
  void *data = changeset != NULL ? (void *) g_bytes_get_data (changeset, NULL) : NULL;
  void *inverted = NULL;
  int size = changeset != NULL ? g_bytes_get_size (changeset) : 0;
  int result = SQLITE_OK;
  gboolean ok;

  if (changeset == NULL)
    return FALSE;
  /* SQLite 3.40 loops for ever over a damaged changeset. */
  if (bv_changeset_count_rows (data, size) < 0)
    return bv_transaction_fail (library, SQLITE_CORRUPT, error);
  if (invert)
    result = sqlite3changeset_invert (size, data, &size, &inverted);
  ok = result == SQLITE_OK ? apply (library, target, invert ? inverted : data, size, error)
                           : bv_transaction_fail (library, result, error);
  sqlite3_free (inverted);
  return ok;
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
        BvTransaction *transaction,
        GError **error)
{
  gboolean invert = g_str_equal (done->kind, "undo");

  return apply_changeset (library, target, invert, error) && mark_undone (library, target->id, invert, error)
         && bv_transaction_commit (transaction, done, target->rows, error);
}

/* An interrupted statement says no more than that: whoever gave the work up hears so. */
static gboolean
replay_watched (BvLibrary *library,
                const BvAction *target,
                BvAction *done,
                const BvProgress *progress,
                BvChanges **changes,
                GError **error)
{
  g_autoptr (GError) local = NULL;
  Watch watch = { library->db, progress, sqlite3_total_changes64 (library->db), target->rows };
  BvTransaction transaction;
  gboolean ok;

  if (!bv_transaction_begin (&transaction, library, error))
    return FALSE;
  if (progress != NULL)
    sqlite3_progress_handler (library->db, STEPS_BETWEEN_LOOKS, watch_cb, &watch);
  ok = replay (library, target, done, &transaction, &local);
  sqlite3_progress_handler (library->db, 0, NULL, NULL);
  *changes = ok ? g_steal_pointer (&transaction.changes) : NULL;
  bv_transaction_end (&transaction);
  if (!ok && !bv_progress_is_cancelled (progress, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return ok;
}

static gint64
apply_action (BvLibrary *library,
              const BvAction *target,
              gboolean invert,
              const BvProgress *progress,
              GError **error)
{
  g_autofree char *label = g_strdup_printf (invert ? _ ("Undo: %s") : _ ("Redo: %s"), target->label);
  BvAction done = { .user = (char *) g_get_user_name (),
                    .label = label,
                    .kind = (char *) (invert ? "undo" : "redo"),
                    .target = target->id };
  g_autoptr (BvChanges) changes = NULL;
  gboolean ok;

  if (bv_progress_is_cancelled (progress, error))
    return 0;
  sqlite3_db_config (library->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  ok = replay_watched (library, target, &done, progress, &changes, error);
  sqlite3_db_config (library->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  if (!ok)
    return 0;
  bv_transaction_announce (library, changes);
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

/* @cause: (nullable): why the journal could not be read; it is taken. */
static gint64
fail_without_action (GError *cause, const char *message, GError **error)
{
  if (cause == NULL)
    cause = g_error_new_literal (BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, message);
  g_propagate_error (error, cause);
  return 0;
}

/**
 * bv_journal_undo:
 * @library: a library open for writing
 * @action: an action's number; 0: the last one that is not undone
 * @progress: (nullable): called with how far it is; giving it up changes nothing
 * @error: return location for a %BV_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Takes the action back, as an action of its own. Any thread may do it that has the library for itself
 * meanwhile; who listens for changes is called in that thread. %BV_STORE_ERROR_CONFLICT names the later
 * action that stands in the way; nothing is changed then.
 *
 * Returns: the number of the undo; 0 with @error set
 */
gint64
bv_journal_undo (BvLibrary *library, gint64 action, const BvProgress *progress, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BvAction) target
    = action != 0 ? bv_journal_find (library, action, &local) : bv_journal_peek_undo (library, &local);

  if (target == NULL)
    return fail_without_action (g_steal_pointer (&local), _ ("there is nothing to undo"), error);
  return check_undoable (target, error) ? apply_action (library, target, TRUE, progress, error) : 0;
}

/**
 * bv_journal_redo:
 * @library: a library open for writing
 * @progress: (nullable): as for bv_journal_undo()
 * @error: return location for a %BV_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Does the last undone action again, unless something new was done since.
 *
 * Returns: the number of the redo; 0 with @error set
 */
gint64
bv_journal_redo (BvLibrary *library, const BvProgress *progress, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BvAction) target = bv_journal_peek_redo (library, &local);

  if (target == NULL)
    return fail_without_action (g_steal_pointer (&local), _ ("there is nothing to redo"), error);
  return apply_action (library, target, FALSE, progress, error);
}
