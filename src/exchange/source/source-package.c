/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-package.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

#include <string.h>

struct _BvSourcePackage
{
  char *path;
  GHashTable *parts; /* (element-type utf8 guint): which part it is, from 1, by its name as it is compared */
  guint64 left;      /* bytes that may still be unpacked */
};

/* As names are compared: small letters of ASCII, slashes, none in front. */
static char *
fold_name (const char *name)
{
  char *folded = g_ascii_strdown (name, -1);
  gsize n_slashes;

  g_strdelimit (folded, "\\", '/');
  n_slashes = strspn (folded, "/");
  memmove (folded, folded + n_slashes, strlen (folded + n_slashes) + 1);
  return folded;
}

static gboolean
refuse (BvPackageState state, GError **error)
{
  static const BvSourceError codes[] = {
    [BV_PACKAGE_SOUND] = BV_SOURCE_ERROR_DAMAGED,      [BV_PACKAGE_DAMAGED] = BV_SOURCE_ERROR_DAMAGED,
    [BV_PACKAGE_ENCRYPTED] = BV_SOURCE_ERROR_PASSWORD, [BV_PACKAGE_MALFORMED] = BV_SOURCE_ERROR_DAMAGED,
    [BV_PACKAGE_DECLARING] = BV_SOURCE_ERROR_HOSTILE,  [BV_PACKAGE_TOO_LARGE] = BV_SOURCE_ERROR_BOMB,
    [BV_PACKAGE_STOPPED] = BV_SOURCE_ERROR_DAMAGED,
  };

  return bv_source_refuse (codes[state], error);
}

/**
 * bv_source_package_open:
 * @path: a file that begins as a zip archive does
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): the package
 */
BvSourcePackage *
bv_source_package_open (const char *path, GError **error)
{
  g_autoptr (BvSourcePackage) package = g_new0 (BvSourcePackage, 1);
  g_autoptr (BvPackageReader) reader = bv_package_reader_open (path);
  const char *name;

  package->path = g_strdup (path);
  package->left = BV_SOURCE_MOST_BYTES;
  package->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (reader == NULL)
    {
      refuse (BV_PACKAGE_DAMAGED, error);
      return NULL;
    }
  for (guint n = 1; (name = bv_package_reader_next (reader)) != NULL; n++)
    {
      g_autofree char *folded = fold_name (name);

      /* Of two with one name the first is read, as Office does. */
      if (!g_hash_table_contains (package->parts, folded))
        g_hash_table_insert (package->parts, g_steal_pointer (&folded), GUINT_TO_POINTER (n));
    }
  if (bv_package_reader_get_state (reader) != BV_PACKAGE_SOUND)
    {
      refuse (bv_package_reader_get_state (reader), error);
      return NULL;
    }
  return g_steal_pointer (&package);
}

/**
 * bv_source_package_free:
 * @package: (transfer full): a package
 */
void
bv_source_package_free (BvSourcePackage *package)
{
  g_clear_pointer (&package->parts, g_hash_table_unref);
  g_free (package->path);
  g_free (package);
}

static guint
find_part (BvSourcePackage *package, const char *part)
{
  g_autofree char *folded = fold_name (part);

  return GPOINTER_TO_UINT (g_hash_table_lookup (package->parts, folded));
}

/**
 * bv_source_package_has:
 * @package: a package
 * @part: a name
 *
 * Returns: whether there is such a part
 */
gboolean
bv_source_package_has (BvSourcePackage *package, const char *part)
{
  return find_part (package, part) != 0;
}

/**
 * bv_source_package_parse:
 * @package: a package
 * @part: the name of an XML part
 * @handlers: what hears of it
 * @data: for @handlers
 * @error: return location for a %BV_SOURCE_ERROR; where @handlers stopped it too
 *
 * Returns: whether the part was read to its end
 */
gboolean
bv_source_package_parse (BvSourcePackage *package,
                         const char *part,
                         const BvPackageHandlers *handlers,
                         gpointer data,
                         GError **error)
{
  guint n = find_part (package, part);
  g_autoptr (BvPackageReader) reader = n != 0 ? bv_package_reader_open (package->path) : NULL;
  gboolean whole;

  if (n == 0)
    return bv_source_refuse (BV_SOURCE_ERROR_PART, error);
  for (guint i = 0; reader != NULL && i < n; i++)
    if (bv_package_reader_next (reader) == NULL)
      return refuse (bv_package_reader_get_state (reader), error);
  if (reader == NULL)
    return refuse (BV_PACKAGE_DAMAGED, error);
  bv_package_reader_limit (reader, package->left);
  whole = bv_package_reader_parse (reader, handlers, data);
  package->left = bv_package_reader_get_left (reader);
  return whole || refuse (bv_package_reader_get_state (reader), error);
}

static void
name_root_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  char **root = data;

  if (*root == NULL)
    *root = g_strdup (bv_xml_name_get_local (name));
}

static gboolean
has_no_root_cb (gpointer data)
{
  return *(char **) data == NULL;
}

/**
 * bv_source_package_name_root:
 * @package: a package
 * @part: the name of an XML part
 *
 * Returns: (transfer full) (nullable): the name of its first element; %NULL: it cannot be read
 */
char *
bv_source_package_name_root (BvSourcePackage *package, const char *part)
{
  static const BvPackageHandlers handlers = { .start = name_root_cb, .goes_on = has_no_root_cb };
  g_autoptr (GError) ignored = NULL;
  char *root = NULL;

  bv_source_package_parse (package, part, &handlers, &root, &ignored);
  return root;
}

/**
 * bv_source_package_resolve:
 * @part: the name of the part that names another
 * @target: as it names it
 *
 * Returns: (transfer full): the name of the other in the package
 */
char *
bv_source_package_resolve (const char *part, const char *target)
{
  const char *slash = strrchr (part, '/');
  g_autofree char *straight = g_strdelimit (g_strdup (target), "\\", '/');
  g_autofree char *path = *straight == '/' || slash == NULL
                            ? g_strdup (straight)
                            : g_strdup_printf ("%.*s/%s", (int) (slash - part), part, straight);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **step = steps; *step != NULL; step++)
    if (g_str_equal (*step, ".."))
      g_ptr_array_set_size (kept, MAX ((int) kept->len - 1, 0));
    else if (**step != '\0' && !g_str_equal (*step, "."))
      g_ptr_array_add (kept, *step);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

/**
 * bv_source_package_name_relations:
 * @part: the name of a part; empty: the package itself
 *
 * Returns: (transfer full): the name of the part that says what it names
 */
char *
bv_source_package_name_relations (const char *part)
{
  const char *slash = strrchr (part, '/');
  const char *name = slash != NULL ? slash + 1 : part;

  return g_strdup_printf ("%.*s_rels/%s.rels", (int) (name - part), part, name);
}
