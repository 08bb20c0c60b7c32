/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/group.h"
#include "core/quota.h"
#include "core/text/vietnamese.h"
#include "exchange/shipped/templates.h"
#include "exchange/template/outline.h"
#include "store/campaigns.h"
#include "store/template-shelf.h"
#include "store/whole-file.h"

#include <glib/gi18n-lib.h>

/* Where the templates go, and which there are beside the built-in ones. */
typedef struct
{
  BvLibrary *library;   /* NULL: there is none */
  BvJsonWriter *writer; /* NULL: they are shown to people */
  BvGrid *grid;
} Listing;

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
print_template (const Listing *listing, const char *name, BvOutline *outline)
{
  if (outline == NULL)
    return FALSE;
  if (listing->writer != NULL)
    write_template (listing->writer, name, outline->campaign);
  else
    add_template (listing->grid, name, outline->campaign);
  bv_outline_free (outline);
  return TRUE;
}

/* Those that are built in, then those of the library, where there is one. */
static gboolean
print_each (const Listing *listing, GError **error)
{
  g_auto (GStrv) names = bv_templates_list ();
  g_autoptr (GPtrArray) shelf
    = listing->library != NULL ? bv_template_shelf_list (listing->library, error) : g_ptr_array_new ();

  if (shelf == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (!print_template (listing, names[i], bv_outline_read_template (names[i], BV_NONE, error)))
      return FALSE;
  for (guint i = 0; i < shelf->len; i++)
    {
      const char *name = ((const BvShelvedTemplate *) g_ptr_array_index (shelf, i))->name;

      if (!print_template (listing, name, bv_outline_read_shelved (listing->library, name, BV_NONE, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_as_json (BvLibrary *library, GError **error)
{
  BvJsonWriter writer;
  Listing listing = { library, &writer, NULL };

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  if (!print_each (&listing, error))
    {
      g_free (bv_json_writer_finish (&writer, NULL));
      return FALSE;
    }
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
  return TRUE;
}

static gboolean
print_as_grid (BvLibrary *library, GError **error)
{
  g_autoptr (BvGrid) grid
    = bv_grid_new ("lrrrl", _ ("Name"), _ ("Groups"), _ ("Criteria"), _ ("Quotas"), _ ("Title"), NULL);
  Listing listing = { library, NULL, grid };

  if (!print_each (&listing, error))
    return FALSE;
  bv_grid_print (grid);
  return TRUE;
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *slug = bv_vietnamese_slug (name);

  if (bv_templates_has (name))
    return bv_call_fail_usage (error, _ ("“%s” is the name of a built-in template: choose another"), name);
  if (*slug != '\0' && g_str_equal (slug, name))
    return TRUE;
  return bv_call_fail_usage (
    error, _ ("“%s”: write the name of a template in small letters with hyphens, such as %s"), name,
    *slug != '\0' ? slug : "cum-khoi");
}

static BvCampaign *
read_campaign (const BvCall *call, BvLibraryMode mode, BvLibrary **library, GError **error)
{
  gint64 id;

  *library = bv_call_open_campaign (call, mode, &id, error);
  return *library != NULL ? bv_campaigns_read (*library, id, BV_CAMPAIGN_HEAD, error) : NULL;
}

static gboolean
save (const BvCall *call, GError **error)
{
  const char *name = call->options[BV_OPTION_SAVE];
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (BvCampaign) campaign = NULL;
  g_autofree char *text = NULL;

  if (!check_name (name, error))
    return FALSE;
  campaign = read_campaign (call, BV_LIBRARY_WRITE, &library, error);
  if (campaign == NULL)
    return FALSE;
  text = bv_outline_write_template (campaign, NULL);
  return bv_template_shelf_put (library, name, bv_campaign_short_title (campaign), text, error);
}

static gboolean
write_file (const BvCall *call, GError **error)
{
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (BvCampaign) campaign = read_campaign (call, BV_LIBRARY_READ, &library, error);
  g_autofree char *text = NULL;
  gsize length;

  if (campaign == NULL || !bv_call_check_output (call, library, error))
    return FALSE;
  text = bv_outline_write_template (campaign, &length);
  return bv_whole_file_write (call->options[BV_OPTION_OUTPUT], text, length, error);
}

static gboolean
take_file (const BvCall *call, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (BvOutline) outline = bv_outline_read_file (call->options[BV_OPTION_LOAD], &text, error);
  g_autoptr (BvLibrary) library = outline != NULL ? bv_call_open (call, BV_LIBRARY_CREATE, error) : NULL;

  return library != NULL && bv_outline_shelve (library, outline->campaign, text, error);
}

static gboolean
drop (const BvCall *call, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_WRITE, error);

  return library != NULL && bv_template_shelf_remove (library, call->options[BV_OPTION_DROP], error);
}

static gboolean
print_list (const BvCall *call, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_READ, NULL);

  return bv_call_has (call, BV_OPTION_JSON) ? print_as_json (library, error) : print_as_grid (library, error);
}

/**
 * bv_verb_templates:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the templates from which a campaign can be made, or keeps, writes or removes one of the user's own.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_templates (const BvCall *call, GError **error)
{
  static const struct
  {
    BvOptionId option;
    gboolean (*run) (const BvCall *call, GError **error);
  } jobs[] = {
    { BV_OPTION_SAVE, save },
    { BV_OPTION_LOAD, take_file },
    { BV_OPTION_DROP, drop },
    { BV_OPTION_OUTPUT, write_file },
  };
  guint n_jobs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    n_jobs += bv_call_has (call, jobs[i].option);
  if (n_jobs > 1)
    return bv_call_fail_usage (error, _ ("--save, --load, --drop and -o: give one of them"));
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (bv_call_has (call, jobs[i].option) && !jobs[i].run (call, error))
      return FALSE;
  return n_jobs > 0 && !bv_call_has (call, BV_OPTION_JSON) ? TRUE : print_list (call, error);
}
