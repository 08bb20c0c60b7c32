/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/fault-facts.h"

#include "core/text/redaction.h"
#include "print/print-versions.h"
#include "store/library-facts.h"
#include "store/store-versions.h"

#include <archive.h>
#include <expat.h>
#include <gio/gio.h>
#include <jansson.h>
#include <xlsxwriter.h>

static void
add_glib (BvFaultReport *report)
{
  g_autofree char *version
    = g_strdup_printf ("%u.%u.%u", glib_major_version, glib_minor_version, glib_micro_version);

  bv_fault_report_add_library (report, "GLib", version);
}

static void
add_archive (BvFaultReport *report)
{
  int number = archive_version_number ();
  g_autofree char *version
    = g_strdup_printf ("%d.%d.%d", number / 1000000, number / 1000 % 1000, number % 1000);

  bv_fault_report_add_library (report, "libarchive", version);
}

static void
add_expat (BvFaultReport *report)
{
  XML_Expat_Version number = XML_ExpatVersionInfo ();
  g_autofree char *version = g_strdup_printf ("%d.%d.%d", number.major, number.minor, number.micro);

  bv_fault_report_add_library (report, "Expat", version);
}

static void
add_libraries (BvFaultReport *report)
{
  add_glib (report);
  bv_print_versions_add (report);
  bv_store_versions_add (report);
  bv_fault_report_add_library (report, "Jansson", jansson_version_str ());
  add_archive (report);
  add_expat (report);
  bv_fault_report_add_library (report, "libxlsxwriter", lxw_version ());
}

/**
 * bv_fault_facts_tell_error:
 * @library: (nullable): the library in which it happened
 * @message: what the program said
 *
 * Returns: (transfer full): the message without whatever names somebody or something: what may be a name by
 * its form, what stands in the library, and what the system calls the user and the computer; where a damaged
 * library does not say what stands in it, nothing is left
 */
char *
bv_fault_facts_tell_error (BvLibrary *library, const char *message)
{
  g_auto (GStrv) texts
    = library != NULL ? bv_library_facts_list_texts (library, message) : g_new0 (char *, 1);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  if (texts == NULL)
    return g_strdup ("…");
  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (known, texts[i]);
  if (library != NULL)
    g_ptr_array_add (known, (gpointer) bv_library_get_folder (library));
  g_ptr_array_add (known, (gpointer) g_get_user_name ());
  g_ptr_array_add (known, (gpointer) g_get_real_name ());
  g_ptr_array_add (known, (gpointer) g_get_host_name ());
  g_ptr_array_add (known, NULL);
  return bv_redaction_write (message, g_get_home_dir (), (const char *const *) known->pdata);
}

/**
 * bv_fault_facts_collect:
 * @library: (nullable): the library
 * @cause: (nullable): why there is none
 *
 * Gathers what is known of this program, its system and the library. One that cannot be read is told too.
 *
 * Returns: (transfer full): a report without what only a window knows
 */
BvFaultReport *
bv_fault_facts_collect (BvLibrary *library, const GError *cause)
{
  BvFaultReport *report = bv_fault_report_new ();
  g_autoptr (GError) error = NULL;

  report->system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  add_libraries (report);
  if (library != NULL && !bv_library_facts_read (library, report, &error))
    cause = error;
  if (cause != NULL)
    report->library_error = bv_fault_facts_tell_error (library, cause->message);
  return report;
}
