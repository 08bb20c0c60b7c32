/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-relations.h"

#include "exchange/package/xml-name.h"

typedef struct
{
  char *id;
  char *kind; /* the last word of its type, which both namespaces have in common */
  char *part;
} Relation;

struct _BvSourceRelations
{
  char *part;
  GArray *relations; /* of Relation */
};

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->part);
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  BvSourceRelations *self = data;
  const char *id = bv_xml_name_find (attributes, "Id");
  const char *type = bv_xml_name_find (attributes, "Type");
  const char *target = bv_xml_name_find (attributes, "Target");
  Relation relation;

  if (strcmp (bv_xml_name_get_local (name), "Relationship") != 0 || id == NULL || type == NULL
      || target == NULL || g_strcmp0 (bv_xml_name_find (attributes, "TargetMode"), "External") == 0)
    return;
  relation.id = g_strdup (id);
  relation.kind = g_path_get_basename (type);
  relation.part = bv_source_package_resolve (self->part, target);
  g_array_append_val (self->relations, relation);
}

/**
 * bv_source_relations_read:
 * @package: a package
 * @part: the name of a part; empty: the package itself
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): what it names
 */
BvSourceRelations *
bv_source_relations_read (BvSourcePackage *package, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { .start = start_cb };
  g_autoptr (BvSourceRelations) self = g_new0 (BvSourceRelations, 1);
  g_autofree char *name = bv_source_package_name_relations (part);

  self->part = g_strdup (part);
  self->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_array_set_clear_func (self->relations, clear_relation);
  if (!bv_source_package_parse (package, name, &handlers, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bv_source_relations_free:
 * @relations: (transfer full): relations
 */
void
bv_source_relations_free (BvSourceRelations *relations)
{
  g_array_unref (relations->relations);
  g_free (relations->part);
  g_free (relations);
}

/**
 * bv_source_relations_find:
 * @relations: relations
 * @id: (nullable): by which the part names another; %NULL: by whatever
 * @kind: the last word of the type of the relation
 *
 * Returns: (nullable): the name of the other part; %NULL: it names none
 */
const char *
bv_source_relations_find (const BvSourceRelations *relations, const char *id, const char *kind)
{
  for (guint i = 0; i < relations->relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations->relations, Relation, i);

      if (g_str_equal (relation->kind, kind) && (id == NULL || g_str_equal (relation->id, id)))
        return relation->part;
    }
  return NULL;
}
