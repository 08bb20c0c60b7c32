/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store-versions.h"

#include "store/digest.h"

#include <sqlite3.h>

/**
 * bv_store_versions_add:
 * @report: a report
 *
 * Adds the libraries of programs that this room alone speaks to.
 */
void
bv_store_versions_add (BvFaultReport *report)
{
  g_autofree char *nettle = bv_digest_describe_version ();

  bv_fault_report_add_library (report, "SQLite", sqlite3_libversion ());
  if (nettle != NULL)
    bv_fault_report_add_library (report, "Nettle", nettle);
}
