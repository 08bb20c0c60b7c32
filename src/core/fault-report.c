/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/fault-report.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* Lines for the user to write on. */
#define ROOM "\n\n\n\n"

static const struct
{
  const char *name; /* in files */
  const char *title;
} counts[BV_N_FAULT_COUNTS] = {
  [BV_FAULT_COUNT_SCHEMA] = { "schema", N_ ("Version of the library") },
  [BV_FAULT_COUNT_CAMPAIGNS] = { "campaigns", N_ ("Campaigns") },
  [BV_FAULT_COUNT_UNITS] = { "units", N_ ("Units") },
  [BV_FAULT_COUNT_NOMINEES] = { "nominees", N_ ("Nominees") },
  [BV_FAULT_COUNT_EVIDENCE] = { "evidence", N_ ("Evidence") },
  [BV_FAULT_COUNT_ACTIONS] = { "actions", N_ ("Actions in the journal") },
  [BV_FAULT_COUNT_BYTES] = { "bytes", N_ ("Bytes of the database") },
};

static void
library_free (gpointer data)
{
  BvFaultLibrary *library = data;

  g_free (library->version);
  g_free (library);
}

static void
action_free (gpointer data)
{
  BvFaultAction *action = data;

  g_array_unref (action->changes);
  g_free (action);
}

/**
 * bv_fault_report_new:
 *
 * Returns: (transfer full): a report that says of this program which it is, and nothing else yet
 */
BvFaultReport *
bv_fault_report_new (void)
{
  BvFaultReport *report = g_new0 (BvFaultReport, 1);

  report->version = BV_VERSION;
  report->architecture = BV_ARCHITECTURE;
  report->libraries = g_ptr_array_new_with_free_func (library_free);
  report->actions = g_ptr_array_new_with_free_func (action_free);
  return report;
}

/**
 * bv_fault_report_free:
 * @report: (transfer full): a report
 */
void
bv_fault_report_free (BvFaultReport *report)
{
  g_free (report->system);
  g_free (report->display);
  g_ptr_array_unref (report->libraries);
  g_ptr_array_unref (report->actions);
  g_free (report->library_error);
  g_free (report->last_error);
  g_free (report);
}

/**
 * bv_fault_report_add_library:
 * @report: a report
 * @name: what a library of programs is called; a static string
 * @version: the version that is in use
 */
void
bv_fault_report_add_library (BvFaultReport *report, const char *name, const char *version)
{
  BvFaultLibrary *library = g_new0 (BvFaultLibrary, 1);

  library->name = name;
  library->version = g_strdup (version);
  g_ptr_array_add (report->libraries, library);
}

/**
 * bv_fault_report_add_action:
 * @report: a report
 *
 * Returns: (transfer none): an action behind the others, to be filled in
 */
BvFaultAction *
bv_fault_report_add_action (BvFaultReport *report)
{
  BvFaultAction *action = g_new0 (BvFaultAction, 1);

  action->kind = "do";
  action->changes = g_array_new (FALSE, FALSE, sizeof (BvFaultChange));
  g_ptr_array_add (report->actions, action);
  return action;
}

/**
 * bv_fault_action_add_row:
 * @action: an action
 * @entity: the entity of a row that it changed; a static string
 */
void
bv_fault_action_add_row (BvFaultAction *action, const char *entity)
{
  const BvFaultChange change = { entity, 1 };

  for (guint i = 0; i < action->changes->len; i++)
    {
      BvFaultChange *known = &g_array_index (action->changes, BvFaultChange, i);

      if (!g_str_equal (known->entity, entity))
        continue;
      known->rows++;
      return;
    }
  g_array_append_val (action->changes, change);
}

/**
 * bv_fault_count_name:
 * @count: what is counted
 *
 * Returns: (transfer none): its name in files
 */
const char *
bv_fault_count_name (BvFaultCount count)
{
  return counts[count].name;
}

static void
append_heading (GString *text, const char *heading)
{
  g_string_append_printf (text, "\n%s\n", heading);
}

static void
append_line (GString *text, const char *title, const char *value)
{
  g_string_append_printf (text, "- %s: %s\n", title, value);
}

static void
append_errors (GString *text, const BvFaultReport *report)
{
  if (report->last_error == NULL)
    return;
  append_heading (text, _ ("The last error that was shown"));
  g_string_append_printf (text, "%s\n", report->last_error);
}

static char *
list_libraries (const BvFaultReport *report)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < report->libraries->len; i++)
    {
      const BvFaultLibrary *library = g_ptr_array_index (report->libraries, i);

      g_string_append_printf (list, "%s%s %s", i > 0 ? ", " : "", library->name, library->version);
    }
  return g_string_free (list, FALSE);
}

static void
append_program (GString *text, const BvFaultReport *report)
{
  g_autofree char *libraries = list_libraries (report);

  append_heading (text, _ ("Program and system"));
  append_line (text, _ ("Bảng Vàng"), report->version);
  append_line (text, _ ("System"), report->system != NULL ? report->system : "?");
  append_line (text, _ ("Architecture"), report->architecture);
  if (report->display != NULL)
    append_line (text, _ ("Display"), report->display);
  append_line (text, _ ("Components"), libraries);
}

static void
append_library (GString *text, const BvFaultReport *report)
{
  append_heading (text, _ ("Data"));
  if (report->library_error != NULL)
    {
      append_line (text, _ ("The library cannot be read"), report->library_error);
      return;
    }
  for (BvFaultCount count = 0; count < BV_N_FAULT_COUNTS; count++)
    {
      g_autofree char *number = bv_wording_number (report->counts[count]);

      append_line (text, _ (counts[count].title), number);
    }
}

static const char *
tell_kind (const BvFaultAction *action)
{
  if (g_str_equal (action->kind, "undo"))
    return _ ("undone");
  return g_str_equal (action->kind, "redo") ? _ ("done again") : _ ("done");
}

static void
append_changes (GString *text, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BvFaultChange *change = &g_array_index (changes, BvFaultChange, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : " (", change->entity, change->rows);
    }
  if (changes->len > 0)
    g_string_append_c (text, ')');
}

static void
append_action (GString *text, const BvFaultAction *action)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (action->time);
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M:%S %d/%m/%Y") : g_strdup ("?");
  g_autofree char *rows = bv_wording_number (action->rows);

  g_string_append_printf (text, "- %s: %s, ", time, tell_kind (action));
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", action->rows), rows);
  append_changes (text, action->changes);
  g_string_append_c (text, '\n');
}

/**
 * bv_fault_report_write:
 * @report: a report
 *
 * Writes it for people, in the language of messages. It begins with room for what the user has to say.
 *
 * Returns: (transfer full): the text; its lines end with \n
 */
char *
bv_fault_report_write (const BvFaultReport *report)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
    text, "%s\n" ROOM,
    _ ("What did you do, what did you expect, and what happened instead? Please write no names here."));
  append_errors (text, report);
  append_program (text, report);
  append_library (text, report);
  if (report->actions->len > 0)
    append_heading (text, _ ("The last actions, newest first"));
  for (guint i = 0; i < report->actions->len; i++)
    append_action (text, g_ptr_array_index (report->actions, i));
  return g_string_free (text, FALSE);
}
