/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/print-versions.h"

#include <pango/pangocairo.h>

/**
 * bv_print_versions_add:
 * @report: a report
 *
 * Adds the libraries of programs that set and draw papers.
 */
void
bv_print_versions_add (BvFaultReport *report)
{
  bv_fault_report_add_library (report, "Pango", pango_version_string ());
  bv_fault_report_add_library (report, "Cairo", cairo_version_string ());
}
