/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/group.h"
#include "core/quota.h"
#include "exchange/shipped/templates.h"
#include "exchange/template/outline.h"

#include <glib/gi18n-lib.h>

static guint
count_criteria (const BvCampaign *campaign)
{
  guint n = 0;

  for (guint i = 0; i < campaign->groups->len; i++)
    {
      g_autoptr (GPtrArray) leaves = bv_group_list_leaves (g_ptr_array_index (campaign->groups, i));

      n += leaves->len;
    }
  return n;
}

static void
write_group (BvJsonWriter *writer, const BvGroup *group)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);

  bv_json_writer_begin_flat (writer, '{');
  bv_json_writer_add_string (writer, "key", group->key);
  bv_json_writer_add_string (writer, "name", group->name);
  bv_json_writer_add_integer (writer, "criteria", leaves->len);
  bv_json_writer_name (writer, "full");
  bv_json_writer_decimal (writer, bv_group_full (group), 2);
  bv_json_writer_end_object (writer);
}

static void
write_quota (BvJsonWriter *writer, const BvQuota *quota)
{
  bv_json_writer_begin_flat (writer, '{');
  bv_json_writer_add_string (writer, "key", quota->key);
  bv_json_writer_add_string (writer, "name", quota->name);
  bv_json_writer_name (writer, "count");
  bv_json_writer_integer (writer, quota->count);
  bv_json_writer_name (writer, "percent");
  bv_json_writer_integer (writer, quota->percent);
  bv_json_writer_end_object (writer);
}

static void
write_template (BvJsonWriter *writer, const char *name, const BvCampaign *campaign)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "name", name);
  bv_json_writer_add_string (writer, "title", campaign->title);
  bv_json_writer_name (writer, "groups");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < campaign->groups->len; i++)
    write_group (writer, g_ptr_array_index (campaign->groups, i));
  bv_json_writer_end_array (writer);
  bv_json_writer_name (writer, "quotas");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < campaign->quotas->len; i++)
    write_quota (writer, g_ptr_array_index (campaign->quotas, i));
  bv_json_writer_end_array (writer);
  bv_json_writer_end_object (writer);
}

static void
add_template (BvGrid *grid, const char *name, const BvCampaign *campaign)
{
  bv_grid_add (grid, name);
  bv_grid_take (grid, g_strdup_printf ("%u", campaign->groups->len));
  bv_grid_take (grid, g_strdup_printf ("%u", count_criteria (campaign)));
  bv_grid_take (grid, g_strdup_printf ("%u", campaign->quotas->len));
  bv_grid_add (grid, campaign->title);
}

static gboolean
print_templates (char **names, BvJsonWriter *writer, BvGrid *grid, GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (BvOutline) outline = bv_outline_read_template (names[i], BV_NONE, error);

      if (outline == NULL)
        return FALSE;
      if (writer != NULL)
        write_template (writer, names[i], outline->campaign);
      else
        add_template (grid, names[i], outline->campaign);
    }
  return TRUE;
}

/**
 * bv_verb_templates:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the templates from which a campaign can be made.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_templates (const BvCall *call, GError **error)
{
  g_auto (GStrv) names = bv_templates_list ();
  g_autoptr (BvGrid) grid
    = bv_grid_new ("lrrrl", _ ("Name"), _ ("Groups"), _ ("Criteria"), _ ("Quotas"), _ ("Title"), NULL);
  BvJsonWriter writer;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      if (!print_templates (names, NULL, grid, error))
        return FALSE;
      bv_grid_print (grid);
      return TRUE;
    }
  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  if (!print_templates (names, &writer, NULL, error))
    {
      g_free (bv_json_writer_finish (&writer, NULL));
      return FALSE;
    }
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
  return TRUE;
}
