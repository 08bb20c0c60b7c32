/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/record-log.h"
#include "cli/verbs.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

static void
print_actions_as_json (GPtrArray *actions)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < actions->len; i++)
    bv_output_action (&writer, g_ptr_array_index (actions, i));
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static char *
describe_label (const BvAction *action)
{
  if (action->undone)
    return g_strdup_printf (_ ("%s (undone)"), action->label);
  return g_strdup (action->label);
}

static void
print_actions (GPtrArray *actions)
{
  g_autoptr (BvGrid) grid
    = bv_grid_new ("rllrl", _ ("Action"), _ ("When"), _ ("Who"), _ ("Rows"), _ ("What"), NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      const BvAction *action = g_ptr_array_index (actions, i);

      bv_grid_take (grid, bv_wording_number (action->id));
      bv_grid_take (grid, bv_output_time (action->time));
      bv_grid_add (grid, action->user);
      bv_grid_take (grid, bv_wording_number (action->rows));
      bv_grid_take (grid, describe_label (action));
    }
  bv_grid_print (grid);
}

static gboolean
list_actions (const BvCall *call, gint64 limit, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_READ, error);
  g_autoptr (GPtrArray) actions = library != NULL ? bv_journal_list (library, limit, error) : NULL;

  if (actions == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_actions_as_json (actions);
  else
    print_actions (actions);
  return TRUE;
}

/**
 * bv_verb_log:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the journal, newest first; with ENTITY and KEY every value of that record that was changed.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_log (const BvCall *call, GError **error)
{
  gint64 limit = 0;

  if (!bv_call_read_number (call, BV_OPTION_LIMIT, &limit, error))
    return FALSE;
  if (call->operands->len == 1)
    return bv_call_fail_usage (error, _ ("log: write ENTITY and KEY, or neither"));
  return call->operands->len == 0 ? list_actions (call, limit, error)
                                  : bv_record_log_print (call, limit, error);
}

/* @id: 0 where nothing was done. */
static gboolean
print_done (const BvCall *call, BvLibrary *library, gint64 id)
{
  GError *cause = NULL;
  BvAction *action = id != 0 ? bv_journal_find (library, id, &cause) : NULL;
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_action_free);
  g_autofree char *label = NULL;

  if (action == NULL)
    return id != 0 && bv_output_settle (FALSE, cause);
  g_ptr_array_add (actions, action);
  label = describe_label (action);
  if (bv_call_has (call, BV_OPTION_JSON))
    print_actions_as_json (actions);
  else
    bv_output_line ("%s", label);
  return TRUE;
}

/**
 * bv_verb_undo:
 * @call: a call
 * @error: return location for an error
 *
 * Undoes the last action, or the one that is named.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_undo (const BvCall *call, GError **error)
{
  const char *text = bv_call_operand (call, 0);
  g_autoptr (BvLibrary) library = NULL;
  guint64 action = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &action, NULL))
    return bv_call_fail_usage (error, _ ("“%s” is not the number of an action: see “log”"), text);
  library = bv_call_open (call, BV_LIBRARY_WRITE, error);
  return library != NULL && print_done (call, library, bv_journal_undo (library, action, NULL, error));
}

/**
 * bv_verb_redo:
 * @call: a call
 * @error: return location for an error
 *
 * Does again what was undone last.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_redo (const BvCall *call, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_WRITE, error);

  return library != NULL && print_done (call, library, bv_journal_redo (library, NULL, error));
}
