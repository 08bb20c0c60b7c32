/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/record-log.h"

#include "cli/edit-target.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "core/assessment.h"
#include "core/text/wording.h"
#include "store/history.h"

#include <glib/gi18n-lib.h>

static void
write_member (BvJsonWriter *writer, const char *name, const char *text)
{
  bv_json_writer_name (writer, name);
  if (text != NULL)
    bv_json_writer_string (writer, text);
  else
    bv_json_writer_null (writer);
}

static void
write_entry (BvJsonWriter *writer, const BvHistoryEntry *entry)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_integer (writer, "action", entry->action);
  bv_json_writer_name (writer, "time");
  bv_output_time_as_json (writer, entry->time);
  write_member (writer, "user", entry->user);
  write_member (writer, "label", entry->label);
  write_member (writer, "entity", entry->entity);
  write_member (writer, "criterion", entry->criterion);
  write_member (writer, "field", entry->field);
  write_member (writer, "before", entry->before);
  write_member (writer, "after", entry->after);
  bv_json_writer_end_object (writer);
}

static void
print_as_json (GPtrArray *entries)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < entries->len; i++)
    write_entry (&writer, g_ptr_array_index (entries, i));
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static void
print_as_grid (GPtrArray *entries)
{
  g_autoptr (BvGrid) grid = bv_grid_new ("rllllll", _ ("Action"), _ ("When"), _ ("Who"), _ ("Criterion"),
                                         _ ("Field"), _ ("Before"), _ ("After"), NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const BvHistoryEntry *entry = g_ptr_array_index (entries, i);

      bv_grid_take (grid, bv_wording_number (entry->action));
      bv_grid_take (grid, bv_output_time (entry->time));
      bv_grid_add (grid, entry->user);
      bv_grid_add (grid, entry->criterion != NULL ? entry->criterion : "");
      bv_grid_add (grid, entry->field);
      bv_grid_add (grid, entry->before != NULL ? entry->before : "");
      bv_grid_add (grid, entry->after != NULL ? entry->after : "");
    }
  bv_grid_print (grid);
}

/* The rows of an assessment are found by its nominee; the other criteria are none of its history. */
static void
keep_criterion (GPtrArray *entries, const char *criterion)
{
  for (guint i = entries->len; i > 0; i--)
    {
      const BvHistoryEntry *entry = g_ptr_array_index (entries, i - 1);

      if (g_strcmp0 (entry->criterion, criterion) != 0)
        g_ptr_array_remove_index (entries, i - 1);
    }
}

/**
 * bv_record_log_print:
 * @call: a call whose operands are ENTITY and KEY
 * @limit: how many lines at most; 0: all
 * @error: return location for an error
 *
 * Lists every value of the record that was changed: by which action, from what to what.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_record_log_print (const BvCall *call, gint64 limit, GError **error)
{
  g_auto (BvEditTarget) target = { 0 };
  g_autoptr (GPtrArray) entries = NULL;
  gboolean of_assessment;
  gint64 id;

  if (!bv_edit_target_init (&target, call, BV_LIBRARY_READ, FALSE, error))
    return FALSE;
  of_assessment = target.entity == &bv_assessment_entity;
  id = of_assessment ? target.owner : bv_edit_target_find (&target, error);
  entries = id != 0 ? bv_history_read (target.library, id, error) : NULL;
  if (entries == NULL)
    return FALSE;
  if (of_assessment)
    keep_criterion (entries, target.key);
  if (limit > 0 && entries->len > limit)
    g_ptr_array_set_size (entries, limit);
  if (bv_call_has (call, BV_OPTION_JSON))
    print_as_json (entries);
  else
    print_as_grid (entries);
  return TRUE;
}
