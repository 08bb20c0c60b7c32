/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shipped/templates.h"

#include "core/text/date.h"
#include "core/unit.h"
#include "exchange/exchange-resources.h"
#include "exchange/interchange/json-record.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (bv_templates_error, bv_templates_error)

#define TEMPLATES "/io/github/bangvang/data/templates"
#define REGISTRIES "/io/github/bangvang/data/units"
#define DEFAULT_TEMPLATE "papi-2021"

/* A registry that is built in, and the days on which its units are valid, as its source says. */
static const struct
{
  const char *name;
  const char *words;
} registries[] = {
  { "an-giang-2021", N_ ("An Giang until 30 June 2025") },
  { "an-giang-2025", N_ ("An Giang since 1 July 2025") },
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* By name: resources have no order of their own. */
static char **
list_resources (const char *folder)
{
  g_auto (GStrv) names
    = g_resource_enumerate_children (bv_exchange_get_resource (), folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) stems = g_strv_builder_new ();

  if (names != NULL)
    qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *stem = g_strndup (names[i], strcspn (names[i], "."));

      g_strv_builder_add (stems, stem);
    }
  return g_strv_builder_end (stems);
}

static GBytes *
read_resource (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, name);
  GBytes *bytes
    = g_resource_lookup_data (bv_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (bytes != NULL)
    return bytes;
  names = list_resources (folder);
  list = g_strjoinv (", ", names);
  g_set_error (error, BV_TEMPLATES_ERROR, BV_TEMPLATES_ERROR_UNKNOWN,
               _ ("“%s” is not built in; there are: %s"), name, list);
  return NULL;
}

/**
 * bv_templates_read_text:
 * @name: the name of a built-in template
 * @error: return location for a %BV_TEMPLATES_ERROR
 *
 * Returns: (transfer full) (nullable): the template (exchange/template/template-text.h); %NULL with @error
 * set where there is none of that name
 */
GBytes *
bv_templates_read_text (const char *name, GError **error)
{
  return read_resource (TEMPLATES, name, error);
}

/**
 * bv_templates_has:
 * @name: a name
 *
 * Returns: whether it is that of a built-in template
 */
gboolean
bv_templates_has (const char *name)
{
  g_auto (GStrv) names = bv_templates_list ();

  return g_strv_contains ((const char *const *) names, name);
}

/**
 * bv_templates_get_default:
 *
 * Returns: (transfer none): the name of the template that is taken where none is named (CONTRACT.md)
 */
const char *
bv_templates_get_default (void)
{
  return DEFAULT_TEMPLATE;
}

/**
 * bv_templates_get_default_registry:
 *
 * Returns: (transfer none): the name of the registry that is taken where none is named (CONTRACT.md)
 */
const char *
bv_templates_get_default_registry (void)
{
  return registries[0].name;
}

/**
 * bv_templates_list:
 *
 * Returns: (transfer full): the names of the built-in templates
 */
char **
bv_templates_list (void)
{
  return list_resources (TEMPLATES);
}

/**
 * bv_templates_get_registry:
 * @index: 0 or more
 *
 * Returns: (transfer none) (nullable): the name of a built-in registry of units; %NULL behind the last
 */
const char *
bv_templates_get_registry (guint index)
{
  return index < G_N_ELEMENTS (registries) ? registries[index].name : NULL;
}

/**
 * bv_templates_registry_words:
 * @index: of a built-in registry
 *
 * Returns: (transfer none): whose units it has, and of which time, in the user's language
 */
const char *
bv_templates_registry_words (guint index)
{
  return _ (registries[index].words);
}

static gboolean
add_unit (BvCampaign *campaign, const json_t *object, guint index, GError **error)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);
  g_autofree char *path = g_strdup_printf ("units[%u]", index);

  if (!bv_json_record_read (unit, object, path, NULL, error))
    {
      bv_record_free (unit);
      return FALSE;
    }
  if (bv_unit_is_valid_on (unit, campaign->starts))
    g_ptr_array_add (campaign->units, unit);
  else
    bv_record_free (unit);
  return TRUE;
}

/**
 * bv_templates_add_units:
 * @campaign: a campaign
 * @registry: the name of a built-in registry
 * @error: return location for a %BV_TEMPLATES_ERROR
 *
 * Lets the units of the registry that are valid when the campaign starts take part in it.
 *
 * Returns: %FALSE with @error set where there is no such registry, or none of its units is valid then
 */
gboolean
bv_templates_add_units (BvCampaign *campaign, const char *registry, GError **error)
{
  g_autoptr (GBytes) bytes = read_resource (REGISTRIES, registry, error);
  json_t *units;
  json_t *object;
  size_t i;
  gboolean ok = TRUE;

  if (bytes == NULL)
    return FALSE;
  units = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  json_array_foreach (units, i, object) ok = ok && add_unit (campaign, object, i, error);
  json_decref (units);
  if (ok && campaign->units->len == 0)
    {
      g_autofree char *starts = bv_date_to_vietnamese (campaign->starts);

      g_set_error (
        error, BV_TEMPLATES_ERROR, BV_TEMPLATES_ERROR_UNKNOWN,
        _ (
          "no unit of “%s” is valid on %s, when the campaign starts: choose another registry, or another first day"),
        registry, starts);
      ok = FALSE;
    }
  return ok;
}

/**
 * bv_templates_count_units:
 * @campaign: a campaign without units
 * @registry: the index of a built-in registry
 *
 * Returns: how many of its units are valid when the campaign starts
 */
guint
bv_templates_count_units (const BvCampaign *campaign, guint registry)
{
  g_autoptr (BvCampaign) filled = bv_record_copy (campaign);

  bv_templates_add_units (filled, bv_templates_get_registry (registry), NULL);
  return filled->units->len;
}

/**
 * bv_templates_choose_registry:
 * @campaign: a campaign without units
 * @otherwise: the index of a built-in registry
 *
 * Returns: the index of the registry that has the most units when the campaign starts; @otherwise where no
 * other has more than that
 */
guint
bv_templates_choose_registry (const BvCampaign *campaign, guint otherwise)
{
  guint chosen = otherwise;
  guint most = bv_templates_count_units (campaign, otherwise);

  for (guint i = 0; bv_templates_get_registry (i) != NULL; i++)
    {
      guint n_units = bv_templates_count_units (campaign, i);

      if (n_units <= most)
        continue;
      chosen = i;
      most = n_units;
    }
  return chosen;
}
