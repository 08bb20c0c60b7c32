/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/fault-report.h"

#include <string.h>

static BvFaultReport *
make_report (void)
{
  BvFaultReport *report = bv_fault_report_new ();
  BvFaultAction *action = bv_fault_report_add_action (report);

  report->system = g_strdup ("Debian GNU/Linux 12 (bookworm)");
  bv_fault_report_add_library (report, "SQLite", "3.40.1");
  bv_fault_report_add_library (report, "GLib", "2.74.6");
  report->counts[BV_FAULT_COUNT_SCHEMA] = 3;
  report->counts[BV_FAULT_COUNT_BYTES] = 1081344;
  action->time = 1795967131;
  action->kind = "undo";
  action->rows = 3;
  bv_fault_action_add_row (action, "assessment");
  bv_fault_action_add_row (action, "evidence");
  bv_fault_action_add_row (action, "assessment");
  return report;
}

static void
assert_has (const BvFaultReport *report, const char *line)
{
  g_autofree char *text = bv_fault_report_write (report);

  if (strstr (text, line) == NULL)
    g_error ("“%s” does not stand in:\n%s", line, text);
}

static void
assert_lacks (const BvFaultReport *report, const char *line)
{
  g_autofree char *text = bv_fault_report_write (report);

  if (strstr (text, line) != NULL)
    g_error ("“%s” stands in:\n%s", line, text);
}

static void
test_facts (void)
{
  g_autoptr (BvFaultReport) report = make_report ();

  assert_has (report, "\n- Bảng Vàng: " BV_VERSION "\n");
  assert_has (report, "\n- System: Debian GNU/Linux 12 (bookworm)\n");
  assert_has (report, "\n- Components: SQLite 3.40.1, GLib 2.74.6\n");
  assert_has (report, "\n- Version of the library: 3\n");
  assert_has (report, "\n- Bytes of the database: 1.081.344\n");
  assert_has (report, "\n- 22:45:31 29/11/2026: undone, 3 rows (assessment 2, evidence 1)\n");
}

/* In a window too: only then there is a display, and perhaps an error. */
static void
test_window (void)
{
  g_autoptr (BvFaultReport) report = make_report ();

  assert_lacks (report, "Display");
  assert_lacks (report, "last error");
  report->display = g_strdup ("GdkX11Display");
  report->last_error = g_strdup ("~/…/*.pdf: no such file");
  assert_has (report, "\n- Display: GdkX11Display\n");
  assert_has (report, "\nThe last error that was shown\n~/…/*.pdf: no such file\n");
}

static void
test_unreadable (void)
{
  g_autoptr (BvFaultReport) report = bv_fault_report_new ();

  report->library_error = g_strdup ("/…/*.db: disk I/O error");
  assert_has (report, "\n- The library cannot be read: /…/*.db: disk I/O error\n");
  assert_lacks (report, "Nominees");
}

static void
test_room (void)
{
  g_autoptr (BvFaultReport) report = make_report ();
  g_autofree char *text = bv_fault_report_write (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 4);

  g_assert_true (g_str_has_prefix (lines[0], "What did you do"));
  g_assert_cmpstr (lines[1], ==, "");
  g_assert_cmpstr (lines[2], ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fault-report/it-says-what-runs-where-on-what-and-what-was-done", test_facts);
  g_test_add_func ("/fault-report/a-window-has-a-display-and-perhaps-an-error", test_window);
  g_test_add_func ("/fault-report/a-library-that-cannot-be-read-is-said-so", test_unreadable);
  g_test_add_func ("/fault-report/it-begins-with-room-for-the-user", test_room);
  return g_test_run ();
}
