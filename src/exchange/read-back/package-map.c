/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/package-map.h"

#include <string.h>

#define LINKS_FOLDER "_rels/"
#define LINKS_END ".rels"
#define ABOVE "../"
#define XML_END ".xml"

struct _BvPackageMap
{
  GHashTable *parts;  /* that are there */
  GHashTable *typed;  /* that have a type of their own */
  GHashTable *linked; /* that others refer to */
  GHashTable *links;  /* "part id" → the part that it refers to */
};

/* A list of types or of links while it is read. */
typedef struct
{
  BvPackageMap *map;
  char *source; /* the part whose links they are; "" is the package itself */
} Reading;

/**
 * bv_package_map_new:
 *
 * Returns: (transfer full): the map of a package without parts
 */
BvPackageMap *
bv_package_map_new (void)
{
  BvPackageMap *map = g_new0 (BvPackageMap, 1);

  map->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  map->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  map->linked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  map->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return map;
}

/**
 * bv_package_map_free:
 * @map: (transfer full): a map
 */
void
bv_package_map_free (BvPackageMap *map)
{
  g_hash_table_unref (map->parts);
  g_hash_table_unref (map->typed);
  g_hash_table_unref (map->linked);
  g_hash_table_unref (map->links);
  g_free (map);
}

/**
 * bv_package_map_add:
 * @map: a map
 * @part: the name of a part that is there
 */
void
bv_package_map_add (BvPackageMap *map, const char *part)
{
  g_hash_table_add (map->parts, g_strdup (part));
}

/**
 * bv_package_map_reads:
 * @part: the name of a part
 *
 * Returns: whether bv_package_map_read() is for it
 */
gboolean
bv_package_map_reads (const char *part)
{
  return g_str_has_suffix (part, LINKS_END) || g_str_equal (part, BV_PACKAGE_TYPES);
}

/* "xl/_rels/workbook.xml.rels" has the links of "xl/workbook.xml". */
static char *
find_source (const char *part)
{
  const char *folder = strstr (part, LINKS_FOLDER);

  if (folder == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%.*s%.*s", (int) (folder - part), part,
                          (int) (strlen (folder) - strlen (LINKS_FOLDER LINKS_END)),
                          folder + strlen (LINKS_FOLDER));
}

/* Where a target stands that is written as seen from the folder of @source. */
static char *
resolve (const char *source, const char *target)
{
  const char *end = strrchr (source, '/');
  gsize length = end != NULL ? end - source + 1 : 0;

  for (; g_str_has_prefix (target, ABOVE) && length > 0; target += strlen (ABOVE))
    do
      length--;
    while (length > 0 && source[length - 1] != '/');
  return g_strdup_printf ("%.*s%s", (int) length, source, target);
}

static void
add_link (Reading *reading, const char **attributes)
{
  const char *id = bv_package_find_attribute (attributes, "Id");
  const char *target = bv_package_find_attribute (attributes, "Target");
  char *part;

  if (id == NULL || target == NULL)
    return;
  part = resolve (reading->source, target);
  g_hash_table_add (reading->map->linked, g_strdup (part));
  g_hash_table_insert (reading->map->links, g_strdup_printf ("%s %s", reading->source, id), part);
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *reading = data;
  const char *part = bv_package_find_attribute (attributes, "PartName");

  if (strcmp (name, "Relationship") == 0)
    add_link (reading, attributes);
  else if (strcmp (name, "Override") == 0 && part != NULL && *part == '/')
    g_hash_table_add (reading->map->typed, g_strdup (part + 1));
}

/**
 * bv_package_map_read:
 * @map: a map
 * @reader: a reader at a part
 * @part: its name, for which bv_package_map_reads() says yes
 *
 * Returns: whether the part is whole
 */
gboolean
bv_package_map_read (BvPackageMap *map, BvPackageReader *reader, const char *part)
{
  static const BvPackageHandlers handlers = { start_cb, NULL, NULL };
  g_autofree char *source = find_source (part);
  Reading reading = { map, source };

  return bv_package_reader_parse (reader, &handlers, &reading);
}

/**
 * bv_package_map_has_link:
 * @map: a map of all parts
 * @part: a part
 * @id: of a link from it
 * @target: the name of another part
 *
 * Returns: whether that link leads to @target
 */
gboolean
bv_package_map_has_link (const BvPackageMap *map, const char *part, const char *id, const char *target)
{
  g_autofree char *key = g_strdup_printf ("%s %s", part, id);

  return g_strcmp0 (g_hash_table_lookup (map->links, key), target) == 0;
}

static const char *
find_beyond (GHashTable *parts, GHashTable *known)
{
  GHashTableIter iter;
  gpointer part;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &part, NULL))
    if (!g_hash_table_contains (known, part))
      return part;
  return NULL;
}

/* A part that nothing refers to, or whose type nobody knows, is there for no program. */
static const char *
find_stray (const BvPackageMap *map)
{
  GHashTableIter iter;
  gpointer part;

  g_hash_table_iter_init (&iter, map->parts);
  while (g_hash_table_iter_next (&iter, &part, NULL))
    if (!bv_package_map_reads (part)
        && (!g_hash_table_contains (map->linked, part)
            || (g_str_has_suffix (part, XML_END) && !g_hash_table_contains (map->typed, part))))
      return part;
  return NULL;
}

/**
 * bv_package_map_find_missing:
 * @map: a map of all parts
 *
 * Returns: (nullable): a part that is named somewhere and is not there, or is there and named nowhere; %NULL:
 *   the package is whole
 */
const char *
bv_package_map_find_missing (const BvPackageMap *map)
{
  const char *missing = find_beyond (map->linked, map->parts);

  if (missing == NULL)
    missing = find_beyond (map->typed, map->parts);
  if (missing == NULL && !g_hash_table_contains (map->parts, BV_PACKAGE_TYPES))
    missing = BV_PACKAGE_TYPES;
  return missing != NULL ? missing : find_stray (map);
}
