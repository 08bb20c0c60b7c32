/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/text/date.h"
#include "core/text/wording.h"
#include "store/sealings.h"

#include <glib/gi18n-lib.h>

static void
write_as_json (BvJsonWriter *writer, const BvSealing *sealing)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_integer (writer, "number", sealing->number);
  bv_json_writer_name (writer, "sealed");
  bv_output_time_as_json (writer, sealing->sealed);
  bv_json_writer_name (writer, "date");
  bv_json_writer_date (writer, sealing->date);
  bv_json_writer_add_string (writer, "seal", sealing->seal);
  bv_json_writer_add_string (writer, "chain", *sealing->chain != '\0' ? sealing->chain : NULL);
  bv_json_writer_add_string (writer, "reason", sealing->reason);
  bv_json_writer_add_string (writer, "file", sealing->file);
  bv_json_writer_add_boolean (writer, "kept", sealing->dump != NULL);
  bv_json_writer_end_object (writer);
}

static void
print_as_json (GPtrArray *sealings)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < sealings->len; i++)
    write_as_json (&writer, g_ptr_array_index (sealings, i));
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static void
print_as_table (GPtrArray *sealings)
{
  g_autoptr (BvGrid) grid = bv_grid_new ("rllllll", _ ("Sealing"), _ ("When"), _ ("Ranking of"), _ ("Seal"),
                                         _ ("File"), _ ("Reason"), _ ("Kept"), NULL);

  for (guint i = 0; i < sealings->len; i++)
    {
      const BvSealing *sealing = g_ptr_array_index (sealings, i);

      bv_grid_take (grid, bv_wording_number (sealing->number));
      bv_grid_take (grid, bv_output_time (sealing->sealed));
      bv_grid_take (grid, bv_date_to_vietnamese (sealing->date));
      bv_grid_take (grid, g_strndup (sealing->seal, 12));
      bv_grid_add (grid, sealing->file);
      bv_grid_add (grid, sealing->reason);
      bv_grid_add (grid, sealing->dump != NULL ? _ ("yes") : _ ("no"));
    }
  bv_grid_print (grid);
}

/**
 * bv_verb_sealed:
 * @call: a call
 * @error: return location for an error
 *
 * Lists what was sealed of the campaign, oldest first.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_sealed (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_READ, &campaign, error);
  g_autoptr (GPtrArray) sealings = library != NULL ? bv_sealings_list (library, campaign, error) : NULL;

  if (sealings == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_as_json (sealings);
  else
    print_as_table (sealings);
  return TRUE;
}
