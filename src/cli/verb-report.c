/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "exchange/fault-facts.h"

#include <string.h>

static void
write_libraries (BvJsonWriter *writer, const BvFaultReport *report)
{
  bv_json_writer_name (writer, "libraries");
  bv_json_writer_begin (writer, '{');
  for (guint i = 0; i < report->libraries->len; i++)
    {
      const BvFaultLibrary *library = g_ptr_array_index (report->libraries, i);

      bv_json_writer_add_string (writer, library->name, library->version);
    }
  bv_json_writer_end_object (writer);
}

static void
write_counts (BvJsonWriter *writer, const BvFaultReport *report)
{
  bv_json_writer_name (writer, "library");
  if (report->library_error != NULL)
    {
      bv_json_writer_null (writer);
      return;
    }
  bv_json_writer_begin (writer, '{');
  for (BvFaultCount count = 0; count < BV_N_FAULT_COUNTS; count++)
    {
      bv_json_writer_add_integer (writer, bv_fault_count_name (count), report->counts[count]);
    }
  bv_json_writer_end_object (writer);
}

static void
write_action (BvJsonWriter *writer, const BvFaultAction *action)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_name (writer, "time");
  bv_output_time_as_json (writer, action->time);
  bv_json_writer_add_string (writer, "kind", action->kind);
  bv_json_writer_add_integer (writer, "rows", action->rows);
  bv_json_writer_name (writer, "changes");
  bv_json_writer_begin_flat (writer, '{');
  for (guint i = 0; i < action->changes->len; i++)
    {
      const BvFaultChange *change = &g_array_index (action->changes, BvFaultChange, i);

      bv_json_writer_add_integer (writer, change->entity, change->rows);
    }
  bv_json_writer_end_object (writer);
  bv_json_writer_end_object (writer);
}

static void
print_as_json (const BvFaultReport *report)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_string (&writer, "version", report->version);
  bv_json_writer_add_string (&writer, "system", report->system);
  bv_json_writer_add_string (&writer, "architecture", report->architecture);
  write_libraries (&writer, report);
  bv_json_writer_add_string (&writer, "library_error", report->library_error);
  write_counts (&writer, report);
  bv_json_writer_name (&writer, "actions");
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < report->actions->len; i++)
    write_action (&writer, g_ptr_array_index (report->actions, i));
  bv_json_writer_end_array (&writer);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/**
 * bv_verb_report:
 * @call: a call
 * @error: return location for an error
 *
 * Prints what whoever mends the program has to know of a fault, and nobody's name. That the library cannot be
 * opened may be the fault: it stands in the report.
 *
 * Returns: %TRUE
 */
gboolean
bv_verb_report (const BvCall *call, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_READ, &cause);
  g_autoptr (BvFaultReport) report = bv_fault_facts_collect (library, cause);
  g_autofree char *text = NULL;

  if (bv_call_has (call, BV_OPTION_JSON))
    {
      print_as_json (report);
      return TRUE;
    }
  text = bv_fault_report_write (report);
  bv_output_write (text, strlen (text));
  return TRUE;
}
