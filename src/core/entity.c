/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/entity.h"

#include "core/text/text.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bv_entity_error, bv_entity_error)

/**
 * bv_field_is_number:
 * @field: a field
 *
 * Returns: whether the field's storage is a #gint64
 */
gboolean
bv_field_is_number (const BvField *field)
{
  switch (field->type)
    {
    case BV_FIELD_POINTS:
    case BV_FIELD_QUANTITY:
    case BV_FIELD_INTEGER:
    case BV_FIELD_DATE:
    case BV_FIELD_PARTIAL_DATE:
    case BV_FIELD_FLAG:
    case BV_FIELD_CHOICE:
    case BV_FIELD_SHARE:
      return TRUE;
    case BV_FIELD_TEXT:
    case BV_FIELD_REFERENCE:
    case BV_FIELD_TEXTS:
    case BV_FIELD_INTEGERS:
    case BV_FIELD_DATES:
    case BV_FIELD_CHOICES:
    case BV_FIELD_CHILD:
    case BV_FIELD_CHILDREN:
    default:
      return FALSE;
    }
}

/**
 * bv_field_is_text:
 * @field: a field
 *
 * Returns: whether the field's storage is a string
 */
gboolean
bv_field_is_text (const BvField *field)
{
  return field->type == BV_FIELD_TEXT || field->type == BV_FIELD_REFERENCE;
}

/**
 * bv_field_is_list:
 * @field: a field
 *
 * Returns: whether the field holds a list of plain values
 */
gboolean
bv_field_is_list (const BvField *field)
{
  return field->type >= BV_FIELD_TEXTS && field->type <= BV_FIELD_CHOICES;
}

/**
 * bv_field_is_child:
 * @field: a field
 *
 * Returns: whether the field holds records of another table
 */
gboolean
bv_field_is_child (const BvField *field)
{
  return field->type == BV_FIELD_CHILD || field->type == BV_FIELD_CHILDREN;
}

static gint64
field_fallback (const BvField *field)
{
  return (field->flags & (BV_FIELD_NULLABLE | BV_FIELD_PRESET)) == BV_FIELD_NULLABLE ? BV_NONE
                                                                                     : field->fallback;
}

static void
field_init (const BvField *field, gpointer record)
{
  if (bv_field_is_number (field))
    BV_FIELD_NUMBER (record, field) = field_fallback (field);
  else if (bv_field_is_text (field) && (field->flags & BV_FIELD_NULLABLE) == 0)
    BV_FIELD_STRING (record, field) = g_strdup ("");
  else if (field->type == BV_FIELD_CHILDREN)
    BV_FIELD_RECORDS (record, field) = g_ptr_array_new_with_free_func (bv_record_free);
}

static void
field_release (const BvField *field, gpointer record)
{
  if (bv_field_is_text (field))
    g_clear_pointer (&BV_FIELD_STRING (record, field), g_free);
  else if (field->type == BV_FIELD_TEXTS)
    g_clear_pointer (&BV_FIELD_STRINGS (record, field), g_strfreev);
  else if (bv_field_is_list (field))
    g_clear_pointer (&BV_FIELD_NUMBERS (record, field), g_array_unref);
  else if (field->type == BV_FIELD_CHILD)
    g_clear_pointer (&BV_FIELD_RECORD (record, field), bv_record_free);
  else if (field->type == BV_FIELD_CHILDREN)
    g_clear_pointer (&BV_FIELD_RECORDS (record, field), g_ptr_array_unref);
}

/**
 * bv_field_clear:
 * @field: a field of @record's entity
 * @record: a record
 *
 * Puts the field back to its default.
 */
void
bv_field_clear (const BvField *field, gpointer record)
{
  field_release (field, record);
  field_init (field, record);
}

/**
 * bv_field_set_none:
 * @field: a field of @record's entity
 * @record: a record
 *
 * Lets the field say what null, or nothing typed, says: null where that is a value of its own, else the
 * default.
 */
void
bv_field_set_none (const BvField *field, gpointer record)
{
  bv_field_clear (field, record);
  if ((field->flags & BV_FIELD_PRESET) != 0)
    BV_FIELD_NUMBER (record, field) = BV_NONE;
}

/**
 * bv_record_new_bare:
 * @entity: an entity
 *
 * For who sets all other fields: to give them defaults first would be half of what it costs to read a record.
 *
 * Returns: (transfer full): a record that has its arrays of children, and nothing in any other field
 */
gpointer
bv_record_new_bare (const BvEntity *entity)
{
  BvRecord *record = g_malloc0 (entity->size);

  record->entity = entity;
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].type == BV_FIELD_CHILDREN)
      field_init (&entity->fields[i], record);
  return record;
}

/**
 * bv_record_new:
 * @entity: an entity
 *
 * Returns: (transfer full): a record with every field at its default
 */
gpointer
bv_record_new (const BvEntity *entity)
{
  BvRecord *record = g_malloc0 (entity->size);

  record->entity = entity;
  for (guint i = 0; i < entity->n_fields; i++)
    field_init (&entity->fields[i], record);
  return record;
}

/**
 * bv_record_free:
 * @record: (nullable): a record, its lists and children freed with it
 */
void
bv_record_free (gpointer record)
{
  BvRecord *self = record;

  if (self == NULL)
    return;
  for (guint i = 0; i < self->entity->n_fields; i++)
    field_release (&self->entity->fields[i], self);
  g_free (self);
}

static GPtrArray *
copy_children (GPtrArray *children)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (copy, bv_record_copy (g_ptr_array_index (children, i)));
  return copy;
}

/**
 * bv_field_copy:
 * @field: a field of both records' entity
 * @to: the record written
 * @from: the record read
 */
void
bv_field_copy (const BvField *field, gpointer to, gconstpointer from)
{
  field_release (field, to);
  if (bv_field_is_number (field))
    BV_FIELD_NUMBER (to, field) = BV_FIELD_NUMBER (from, field);
  else if (bv_field_is_text (field))
    BV_FIELD_STRING (to, field) = g_strdup (BV_FIELD_STRING (from, field));
  else if (field->type == BV_FIELD_TEXTS)
    BV_FIELD_STRINGS (to, field) = g_strdupv (BV_FIELD_STRINGS (from, field));
  else if (field->type == BV_FIELD_CHILDREN)
    BV_FIELD_RECORDS (to, field) = copy_children (BV_FIELD_RECORDS (from, field));
  else if (field->type == BV_FIELD_CHILD)
    BV_FIELD_RECORD (to, field) = bv_record_copy (BV_FIELD_RECORD (from, field));
  else if (BV_FIELD_NUMBERS (from, field) != NULL)
    BV_FIELD_NUMBERS (to, field) = g_array_copy (BV_FIELD_NUMBERS (from, field));
}

/**
 * bv_record_copy:
 * @record: (nullable): a record
 *
 * Returns: (transfer full) (nullable): a deep copy
 */
gpointer
bv_record_copy (gconstpointer record)
{
  const BvRecord *self = record;
  BvRecord *copy;

  if (self == NULL)
    return NULL;
  copy = bv_record_new (self->entity);
  copy->id = self->id;
  for (guint i = 0; i < self->entity->n_fields; i++)
    bv_field_copy (&self->entity->fields[i], copy, self);
  return copy;
}

static gboolean
numbers_equal (GArray *a, GArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static gboolean
strings_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
children_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!bv_record_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * bv_field_equal:
 * @field: a field of both records' entity
 * @a: a record
 * @b: a record
 *
 * Returns: whether the field says the same in both
 */
gboolean
bv_field_equal (const BvField *field, gconstpointer a, gconstpointer b)
{
  if (bv_field_is_number (field))
    return BV_FIELD_NUMBER (a, field) == BV_FIELD_NUMBER (b, field);
  if (bv_field_is_text (field))
    return g_strcmp0 (BV_FIELD_STRING (a, field), BV_FIELD_STRING (b, field)) == 0;
  if (field->type == BV_FIELD_TEXTS)
    return strings_equal (BV_FIELD_STRINGS (a, field), BV_FIELD_STRINGS (b, field));
  if (field->type == BV_FIELD_CHILD)
    return bv_record_equal (BV_FIELD_RECORD (a, field), BV_FIELD_RECORD (b, field));
  if (field->type == BV_FIELD_CHILDREN)
    return children_equal (BV_FIELD_RECORDS (a, field), BV_FIELD_RECORDS (b, field));
  return numbers_equal (BV_FIELD_NUMBERS (a, field), BV_FIELD_NUMBERS (b, field));
}

/**
 * bv_record_equal:
 * @a: (nullable): a record
 * @b: (nullable): a record of the same entity
 *
 * Returns: whether all fields are equal; the rows they come from are not compared
 */
gboolean
bv_record_equal (gconstpointer a, gconstpointer b)
{
  const BvRecord *first = a;
  const BvRecord *second = b;

  if (a == NULL || b == NULL)
    return a == b;
  g_return_val_if_fail (first->entity == second->entity, FALSE);
  for (guint i = 0; i < first->entity->n_fields; i++)
    if (!bv_field_equal (&first->entity->fields[i], a, b))
      return FALSE;
  return TRUE;
}

/**
 * bv_record_add_child:
 * @record: a record
 * @field: a field of it that holds one child or several
 *
 * Returns: (transfer none): a new child with defaults; one that was there in a %BV_FIELD_CHILD is freed
 */
gpointer
bv_record_add_child (gpointer record, const BvField *field)
{
  gpointer child = bv_record_new (field->target);

  g_return_val_if_fail (bv_field_is_child (field), NULL);

  if (field->type == BV_FIELD_CHILDREN)
    {
      g_ptr_array_add (BV_FIELD_RECORDS (record, field), child);
    }
  else
    {
      bv_record_free (BV_FIELD_RECORD (record, field));
      BV_FIELD_RECORD (record, field) = child;
    }
  return child;
}

/**
 * bv_entity_word:
 * @entity: an entity
 *
 * Returns: (transfer full): what it is called in the middle of a sentence, translated
 */
char *
bv_entity_word (const BvEntity *entity)
{
  return bv_vietnamese_lower (_ (entity->title));
}

/**
 * bv_entity_find_field:
 * @entity: an entity
 * @name: a name of the interchange file
 *
 * Returns: (nullable): the field of that name
 */
const BvField *
bv_entity_find_field (const BvEntity *entity, const char *name)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (g_str_equal (entity->fields[i].name, name))
      return &entity->fields[i];
  return NULL;
}

/**
 * bv_entity_key_field:
 * @entity: an entity
 *
 * Returns: (nullable): the field that names a record in its array
 */
const BvField *
bv_entity_key_field (const BvEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & BV_FIELD_KEY) != 0)
      return &entity->fields[i];
  return NULL;
}

/**
 * bv_record_key:
 * @record: a record of an entity that has a key
 *
 * Returns: (transfer none) (nullable): its key
 */
const char *
bv_record_key (gconstpointer record)
{
  const BvField *field = bv_entity_key_field (((const BvRecord *) record)->entity);

  return field != NULL ? BV_FIELD_STRING (record, field) : NULL;
}

/**
 * bv_record_find:
 * @records: (element-type BvRecord): records that have keys
 * @key: (nullable): a key
 *
 * Returns: (transfer none) (nullable): the one of that key
 */
gpointer
bv_record_find (const GPtrArray *records, const char *key)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (bv_record_key (g_ptr_array_index (records, i)), key) == 0)
      return g_ptr_array_index (records, i);
  return NULL;
}

/**
 * bv_field_is_default:
 * @field: a field of @record's entity
 * @record: a record
 *
 * Returns: whether the field says what a new record would say
 */
gboolean
bv_field_is_default (const BvField *field, gconstpointer record)
{
  if (bv_field_is_number (field))
    return BV_FIELD_NUMBER (record, field) == field_fallback (field);
  if (bv_field_is_text (field))
    return BV_FIELD_STRING (record, field) == NULL
           || ((field->flags & BV_FIELD_NULLABLE) == 0 && *BV_FIELD_STRING (record, field) == '\0');
  if (field->type == BV_FIELD_TEXTS)
    return BV_FIELD_STRINGS (record, field) == NULL;
  if (field->type == BV_FIELD_CHILDREN)
    return BV_FIELD_RECORDS (record, field)->len == 0;
  if (field->type == BV_FIELD_CHILD)
    return BV_FIELD_RECORD (record, field) == NULL;
  return BV_FIELD_NUMBERS (record, field) == NULL;
}

/* A choice or flag is always one of its values. */
static gboolean
is_missing (const BvField *field, gconstpointer record)
{
  if ((field->flags & (BV_FIELD_REQUIRED | BV_FIELD_ASKED)) == 0 || field->type == BV_FIELD_CHOICE
      || field->type == BV_FIELD_FLAG)
    return FALSE;
  return bv_field_is_default (field, record)
         || (bv_field_is_text (field) && bv_text_is_blank (BV_FIELD_STRING (record, field)));
}

/**
 * bv_record_find_missing:
 * @record: a record
 *
 * Returns: (transfer none) (nullable): the first field that people have to give, and that says nothing yet
 */
const BvField *
bv_record_find_missing (gconstpointer record)
{
  const BvEntity *entity = ((const BvRecord *) record)->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    if (is_missing (&entity->fields[i], record))
      return &entity->fields[i];
  return NULL;
}
