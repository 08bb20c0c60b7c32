/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-place.h"

#include "core/entity.h"

#include <glib/gi18n-lib.h>

static void
append_place (GString *path, const BvJsonPlace *place)
{
  if (place == NULL)
    return;
  append_place (path, place->parent);
  if (place->name == NULL)
    g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", place->index);
  else
    {
      if (path->len > 0 && place->length > 0)
        g_string_append_c (path, '.');
      g_string_append_len (path, place->name, place->length);
    }
}

/**
 * bv_json_place_to_string:
 * @place: (nullable): a place; %NULL: that of the whole
 *
 * Returns: (transfer full): what people find it by, such as `nominees[3].person.name`
 */
char *
bv_json_place_to_string (const BvJsonPlace *place)
{
  GString *path = g_string_new (NULL);

  append_place (path, place);
  return g_string_free (path, FALSE);
}

/**
 * bv_json_place_refuse:
 * @place: where something is wrong
 * @code: of the domain %BV_ENTITY_ERROR
 * @message: what it is and what to do
 * @error: return location for the error, which begins with the place
 *
 * Returns: %FALSE
 */
gboolean
bv_json_place_refuse (const BvJsonPlace *place, int code, const char *message, GError **error)
{
  g_autofree char *path = bv_json_place_to_string (place);

  g_set_error (error, BV_ENTITY_ERROR, code, "%s: %s", path, message);
  return FALSE;
}

/**
 * bv_json_place_refuse_missing:
 * @place: where a value must stand, and none does
 * @error: return location for a %BV_ENTITY_ERROR
 *
 * Returns: %FALSE
 */
gboolean
bv_json_place_refuse_missing (const BvJsonPlace *place, GError **error)
{
  return bv_json_place_refuse (place, BV_ENTITY_ERROR_REQUIRED, _ ("it is missing: give it a value"), error);
}

/**
 * bv_json_place_refuse_type:
 * @place: where a value of another type stands
 * @expected: what should stand there, in the user's language
 * @error: return location for a %BV_ENTITY_ERROR
 *
 * Returns: %FALSE
 */
gboolean
bv_json_place_refuse_type (const BvJsonPlace *place, const char *expected, GError **error)
{
  g_autofree char *message = g_strdup_printf (_ ("of the wrong type: write %s"), expected);

  return bv_json_place_refuse (place, BV_ENTITY_ERROR_VALUE, message, error);
}
