/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "store/verify.h"

#include <glib/gi18n-lib.h>

static void
print_findings_as_json (char **findings)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_boolean (&writer, "ok", findings[0] == NULL);
  bv_json_writer_name (&writer, "findings");
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; findings[i] != NULL; i++)
    {
      g_autofree char *clean = bv_output_clean (findings[i]);

      bv_json_writer_string (&writer, clean);
    }
  bv_json_writer_end_array (&writer);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/**
 * bv_verb_verify:
 * @call: a call
 * @error: return location for an error
 *
 * Checks the database and every hash, and lists what is wrong or not here.
 *
 * Returns: %FALSE with @error set: %BV_CALL_ERROR_FINDINGS where something was found
 */
gboolean
bv_verb_verify (const BvCall *call, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_READ, error);
  g_auto (GStrv) findings = library != NULL ? bv_verify_library (library, error) : NULL;

  if (findings == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_findings_as_json (findings);
  else if (findings[0] == NULL)
    bv_output_line (_ ("%s: everything is there and as it was written."), bv_library_get_folder (library));
  else
    for (guint i = 0; findings[i] != NULL; i++)
      bv_output_line ("%s", findings[i]);
  if (findings[0] == NULL)
    return TRUE;
  g_set_error (error, BV_CALL_ERROR, BV_CALL_ERROR_FINDINGS, _ ("%s: %u findings, listed above"),
               bv_library_get_folder (library), g_strv_length (findings));
  return FALSE;
}
