/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "exchange/form-pack/form-pack.h"

#include <glib/gi18n-lib.h>

static void
print_as_json (const BvFormPack *pack)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < pack->files->len; i++)
    {
      const BvFormFile *file = g_ptr_array_index (pack->files, i);

      bv_json_writer_begin (&writer, '{');
      bv_json_writer_add_string (&writer, "unit", file->unit);
      bv_json_writer_add_string (&writer, "name", file->name);
      bv_json_writer_add_string (&writer, "file", file->path);
      bv_json_writer_end_object (&writer);
    }
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static void
print (const BvFormPack *pack)
{
  g_autoptr (BvGrid) grid = bv_grid_new ("lll", _ ("Unit"), _ ("Name"), _ ("File"), NULL);

  for (guint i = 0; i < pack->files->len; i++)
    {
      const BvFormFile *file = g_ptr_array_index (pack->files, i);

      bv_grid_add (grid, file->unit);
      bv_grid_add (grid, file->name);
      bv_grid_add (grid, file->path);
    }
  bv_grid_print (grid);
}

static gboolean
check_usage (const BvCall *call, GError **error)
{
  if (bv_call_has (call, BV_OPTION_UNIT) == bv_call_has (call, BV_OPTION_ALL))
    return bv_call_fail_usage (error, _ ("form wants --unit CODE or --all"));
  if (!bv_call_has (call, BV_OPTION_OUTPUT))
    return bv_call_fail_usage (error, _ ("form wants -o: a file for one unit, a folder for all"));
  return TRUE;
}

/* form: which files a unit fills in. */
gboolean
bv_verb_form (const BvCall *call, GError **error)
{
  BvFormPackRequest request = { .unit = call->options[BV_OPTION_UNIT],
                                .path = call->options[BV_OPTION_OUTPUT],
                                .replace = bv_call_has (call, BV_OPTION_REPLACE) };
  BvProgress progress = { 0 };
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (BvFormPack) pack = NULL;

  if (!check_usage (call, error))
    return FALSE;
  library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &request.campaign, error);
  if (library == NULL)
    return FALSE;
  progress.cancellable = bv_console_get_cancellable ();
  pack = bv_form_pack_new (library, &request, &progress, error);
  if (pack == NULL || !bv_form_pack_publish (pack, library, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_as_json (pack);
  else
    print (pack);
  return TRUE;
}
