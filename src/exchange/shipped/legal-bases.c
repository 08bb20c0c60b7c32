/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shipped/legal-bases.h"

#include "core/points.h"
#include "core/text/date.h"
#include "exchange/exchange-resources.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>

G_DEFINE_QUARK (bv_legal_bases_error, bv_legal_bases_error)

#define FOLDER "/io/github/bangvang/data/legal-bases"

static gint64
read_date (const json_t *object, const char *name)
{
  const char *text = json_string_value (json_object_get (object, name));

  return text != NULL ? bv_date_parse_iso (text, FALSE, NULL) : BV_NONE;
}

static BvLegalBases *
read_list (const char *name)
{
  g_autofree char *path = g_strdup_printf (FOLDER "/%s", name);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (bv_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  json_auto_t *object = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  BvLegalBases *bases = g_new0 (BvLegalBases, 1);
  json_t *line;
  size_t i;

  bases->title = g_strdup (json_string_value (json_object_get (object, "title")));
  bases->status = g_strdup (json_string_value (json_object_get (object, "status")));
  bases->valid_from = read_date (object, "valid_from");
  bases->valid_to = read_date (object, "valid_to");
  json_array_foreach (json_object_get (object, "legal_bases"), i, line)
    g_strv_builder_add (lines, json_string_value (line));
  bases->lines = g_strv_builder_end (lines);
  return bases;
}

/* (element-type BvLegalBases) */
static GPtrArray *
read_lists (void)
{
  g_auto (GStrv) names
    = g_resource_enumerate_children (bv_exchange_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_legal_bases_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (lists, read_list (names[i]));
  return lists;
}

static gboolean
is_valid_on (const BvLegalBases *bases, gint64 date)
{
  return bases->valid_from <= date && (bases->valid_to == BV_NONE || date <= bases->valid_to);
}

/**
 * bv_legal_bases_find:
 * @date: a day, that of the submission
 * @error: return location for a %BV_LEGAL_BASES_ERROR
 *
 * Returns: (transfer full) (nullable): the built-in list that is valid on @date; %NULL with @error set where
 * there is none
 */
BvLegalBases *
bv_legal_bases_find (gint64 date, GError **error)
{
  g_autoptr (GPtrArray) lists = read_lists ();
  g_autofree char *day = NULL;

  for (guint i = 0; i < lists->len; i++)
    if (is_valid_on (g_ptr_array_index (lists, i), date))
      return g_ptr_array_steal_index (lists, i);
  day = bv_date_to_vietnamese (date);
  g_set_error (error, BV_LEGAL_BASES_ERROR, BV_LEGAL_BASES_ERROR_NONE,
               _ ("no legal bases are built in for %s: write them by hand"), day);
  return NULL;
}

/**
 * bv_legal_bases_free:
 * @bases: (transfer full): a list
 */
void
bv_legal_bases_free (BvLegalBases *bases)
{
  g_free (bases->title);
  g_free (bases->status);
  g_strfreev (bases->lines);
  g_free (bases);
}

static gboolean
is_built_in (GPtrArray *lists, const char *line)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const BvLegalBases *bases = g_ptr_array_index (lists, i);

      if (g_strv_contains ((const char *const *) bases->lines, line))
        return TRUE;
    }
  return FALSE;
}

/**
 * bv_legal_bases_merge:
 * @bases: a built-in list
 * @present: (nullable): the legal bases of a campaign
 *
 * Puts @bases in the place of any other built-in list. What is no line of one, such as the campaign's own
 * plan, follows in its order.
 *
 * Returns: (transfer full): the legal bases to be
 */
char **
bv_legal_bases_merge (const BvLegalBases *bases, char **present)
{
  g_autoptr (GPtrArray) lists = read_lists ();
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_strv_builder_addv (lines, (const char **) bases->lines);
  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    if (!is_built_in (lists, present[i]))
      g_strv_builder_add (lines, present[i]);
  return g_strv_builder_end (lines);
}
