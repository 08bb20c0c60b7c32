/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/template/outline.h"

#include "core/unit.h"
#include "exchange/interchange/interchange.h"
#include "exchange/shipped/templates.h"
#include "store/campaigns.h"
#include "store/shown-path.h"
#include "store/template-shelf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static BvOutline *
read_outline (const char *data, gsize length, gint64 starts, GError **error)
{
  g_autoptr (BvOutline) outline = g_new0 (BvOutline, 1);

  outline->text = bv_template_text_new ();
  outline->campaign = bv_template_text_read (outline->text, data, length, starts, error);
  return outline->campaign != NULL ? g_steal_pointer (&outline) : NULL;
}

/**
 * bv_outline_read_template:
 * @name: the name of a built-in template
 * @starts: the first day; #BV_NONE: the template's own
 * @error: return location for a %BV_TEMPLATES_ERROR
 *
 * Returns: (transfer full) (nullable): the outline of a campaign; %NULL with @error set where there is no
 * such template
 */
BvOutline *
bv_outline_read_template (const char *name, gint64 starts, GError **error)
{
  g_autoptr (GBytes) bytes = bv_templates_read_text (name, error);

  if (bytes == NULL)
    return NULL;
  return read_outline (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), starts, error);
}

/**
 * bv_outline_read_shelved:
 * @library: a library
 * @name: the name of one of its own templates
 * @starts: the first day; #BV_NONE: the template's own
 * @error: return location for a %BV_STORE_ERROR or %BV_INTERCHANGE_ERROR
 *
 * Returns: (transfer full) (nullable): the outline of a campaign; %NULL with @error set where there is no
 * such template
 */
BvOutline *
bv_outline_read_shelved (BvLibrary *library, const char *name, gint64 starts, GError **error)
{
  g_autofree char *text = bv_template_shelf_read (library, name, error);

  return text != NULL ? read_outline (text, strlen (text), starts, error) : NULL;
}

/* Names those of the library behind the built-in ones. */
static void
add_shelved (BvLibrary *library, GError *cause, GError **error)
{
  g_autoptr (GPtrArray) shelf = library != NULL ? bv_template_shelf_list (library, NULL) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; shelf != NULL && i < shelf->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const BvShelvedTemplate *) g_ptr_array_index (shelf, i))->name);
  if (names->len == 0)
    g_propagate_error (error, cause);
  else
    {
      /* Translators: a message that ends with names of built-in templates; names of the user's own */
      g_set_error (error, cause->domain, cause->code, _ ("%s; own templates: %s"), cause->message,
                   names->str);
      g_error_free (cause);
    }
}

/**
 * bv_outline_read_named:
 * @library: (nullable): a library; %NULL: there is none
 * @name: the name of one of its own templates, or of a built-in one
 * @starts: the first day; #BV_NONE: the template's own
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the outline of a campaign; %NULL with @error set, which names all
 * templates where there is none of that name
 */
BvOutline *
bv_outline_read_named (BvLibrary *library, const char *name, gint64 starts, GError **error)
{
  GError *cause = NULL;
  BvOutline *outline = library != NULL ? bv_outline_read_shelved (library, name, starts, &cause) : NULL;

  if (outline != NULL)
    return outline;
  if (cause != NULL && !g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_prefixed_error (error, cause, "%s: ", name);
      return NULL;
    }
  g_clear_error (&cause);
  outline = bv_outline_read_template (name, starts, &cause);
  if (outline == NULL && g_error_matches (cause, BV_TEMPLATES_ERROR, BV_TEMPLATES_ERROR_UNKNOWN))
    add_shelved (library, cause, error);
  else if (outline == NULL)
    g_propagate_error (error, cause);
  return outline;
}

/**
 * bv_outline_read_file:
 * @path: the path of a template file
 * @text: (out) (transfer full): the text of the file
 * @error: return location for a %BV_INTERCHANGE_ERROR, whose message begins with the path
 *
 * Returns: (transfer full) (nullable): the outline in the template's own time; %NULL with @error set where
 * the file is none
 */
BvOutline *
bv_outline_read_file (const char *path, char **text, GError **error)
{
  gsize length = 0;
  g_autofree char *name = NULL;
  BvOutline *outline;

  *text = bv_interchange_read_text (path, &length, error);
  if (*text == NULL)
    return NULL;
  outline = read_outline (*text, length, BV_NONE, error);
  if (outline == NULL)
    {
      name = bv_shown_path_write (path);
      g_prefix_error (error, "%s: ", name);
    }
  return outline;
}

/* Numbers and days that only the campaign before had. */
static void
forget_papers (BvCampaign *campaign)
{
  static const char *const fields[] = { "plan.number", "plan.date", "submission.number", "submission.date" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    bv_field_clear (bv_entity_find_field (&bv_campaign_entity, fields[i]), campaign);
}

static GPtrArray *
strip (BvCampaign *campaign)
{
  GPtrArray *units = campaign->units;

  campaign->units = g_ptr_array_new_with_free_func (bv_record_free);
  g_ptr_array_set_size (campaign->nominees, 0);
  g_ptr_array_set_size (campaign->evidence, 0);
  g_ptr_array_set_size (campaign->distinct, 0);
  forget_papers (campaign);
  return units;
}

/**
 * bv_outline_copy:
 * @campaign: a campaign, with groups, quotas and units
 * @starts: the first day of the new one; #BV_NONE: the same day
 * @error: return location for a %BV_INTERCHANGE_ERROR
 *
 * All of the campaign but nominees and what came of them, and the numbers of its plan and submission.
 *
 * Returns: (transfer full) (nullable): the outline of a campaign; %NULL with @error set on failure
 */
BvOutline *
bv_outline_copy (const BvCampaign *campaign, gint64 starts, GError **error)
{
  g_autoptr (BvCampaign) copy = bv_record_copy (campaign);
  g_autoptr (GPtrArray) units = strip (copy);
  gsize length;
  g_autofree char *data = bv_interchange_write (copy, &length);
  BvOutline *outline = read_outline (data, length, starts, error);

  if (outline != NULL)
    outline->units = g_steal_pointer (&units);
  return outline;
}

/**
 * bv_outline_write_template:
 * @campaign: a campaign, with groups and quotas
 * @length: (out) (optional): the number of bytes
 *
 * Returns: (transfer full): a template file that makes such campaigns: as bv_outline_copy(), without units
 */
char *
bv_outline_write_template (const BvCampaign *campaign, gsize *length)
{
  g_autoptr (BvCampaign) copy = bv_record_copy (campaign);

  g_ptr_array_unref (strip (copy));
  return bv_interchange_write (copy, length);
}

/**
 * bv_outline_free:
 * @outline: (nullable) (transfer full): an outline
 */
void
bv_outline_free (BvOutline *outline)
{
  if (outline == NULL)
    return;
  g_clear_pointer (&outline->campaign, bv_record_free);
  g_clear_pointer (&outline->units, g_ptr_array_unref);
  bv_template_text_free (outline->text);
  g_free (outline);
}

/* A unit whose parent is no more stands alone. */
static void
add_own_units (BvOutline *outline, BvCampaign *campaign)
{
  for (guint i = 0; i < outline->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (outline->units, i);

      if (bv_unit_is_valid_on (unit, campaign->starts))
        g_ptr_array_add (campaign->units, bv_record_copy (unit));
    }
  outline->n_left_out = outline->units->len - campaign->units->len;
  for (guint i = 0; i < campaign->units->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (campaign->units, i);

      if (unit->parent != NULL && bv_record_find (campaign->units, unit->parent) == NULL)
        g_clear_pointer (&unit->parent, g_free);
    }
}

static gboolean
add_units (BvOutline *outline, BvCampaign *campaign, const char *registry, GError **error)
{
  outline->n_left_out = 0;
  if (registry != NULL)
    return g_str_equal (registry, BV_OUTLINE_NO_UNITS) || bv_templates_add_units (campaign, registry, error);
  if (outline->units != NULL)
    add_own_units (outline, campaign);
  return TRUE;
}

/**
 * bv_outline_fill:
 * @outline: an outline
 * @campaign: its campaign, or what somebody made of it
 * @registry: (nullable): the name of a built-in registry, or #BV_OUTLINE_NO_UNITS; %NULL: the units of the
 * campaign that it was made from
 * @error: return location for a %BV_TEMPLATES_ERROR
 *
 * Lets the units take part that are valid when the campaign starts, and fills in who assesses.
 *
 * Returns: (transfer full) (nullable): the campaign, to be checked; %NULL with @error set where no unit of
 * the registry is valid then
 */
BvCampaign *
bv_outline_fill (BvOutline *outline, const BvCampaign *campaign, const char *registry, GError **error)
{
  g_autoptr (BvCampaign) filled = bv_record_copy (campaign);

  if (!add_units (outline, filled, registry, error))
    return NULL;
  outline->unassigned = bv_appointments_fill (outline->text, filled);
  return g_steal_pointer (&filled);
}

/**
 * bv_outline_name_shelved:
 * @key: lower-case ASCII with hyphens
 *
 * Returns: (transfer full): the name by which an own template is chosen: @key; where that is the name of a
 * built-in one, with a number behind
 */
char *
bv_outline_name_shelved (const char *key)
{
  return bv_templates_has (key) ? g_strconcat (key, "-2", NULL) : g_strdup (key);
}

/**
 * bv_outline_shelve:
 * @library: a library open for writing
 * @campaign: what the template makes
 * @text: the template file
 * @error: return location for a %BV_STORE_ERROR
 *
 * Keeps the template under the key of the campaign (bv_outline_name_shelved()). One of that name gives way.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_outline_shelve (BvLibrary *library, const BvCampaign *campaign, const char *text, GError **error)
{
  g_autofree char *name = bv_outline_name_shelved (campaign->key);

  return bv_template_shelf_put (library, name, bv_campaign_short_title (campaign), text, error);
}

/**
 * bv_outline_take_free_key:
 * @library: a library
 * @campaign: a campaign that is not in it yet
 *
 * Gives it another key where there is a campaign of its key already: a number is put behind.
 */
void
bv_outline_take_free_key (BvLibrary *library, BvCampaign *campaign)
{
  g_autofree char *base = g_strdup (campaign->key);

  for (guint i = 2; bv_campaigns_find (library, campaign->key, NULL) != 0; i++)
    {
      g_free (campaign->key);
      campaign->key = g_strdup_printf ("%s-%u", base, i);
    }
}
