/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/layout.h"

#include "core/assessment.h"
#include "core/campaign.h"
#include "core/criterion.h"
#include "core/distinct.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"

#define OF_CAMPAIGN "t.campaign = ?1"
#define OF_GROUP "t.\"group\" IN (SELECT id FROM \"group\" WHERE campaign = ?1)"
#define OF_QUOTA "t.quota IN (SELECT id FROM quota WHERE campaign = ?1)"
#define OF_NOMINEE "t.nominee = n.id AND n.campaign = ?1"
#define OF_ASSESSMENT OF_NOMINEE " ORDER BY n.id, t.criterion"
#define OF_DISTINCT "t.\"distinct\" IN (SELECT id FROM \"distinct\" WHERE campaign = ?1)"
#define OF_PARTICIPATION "t.id IN (SELECT unit FROM participation WHERE campaign = ?1)"

static BvLayout layouts[] = {
  { .entity = &bv_campaign_entity, .has_id = TRUE, .key = BV_LAYOUT_BY_ID, .scope = "t.id = ?1" },
  { .entity = &bv_unit_entity, .has_id = TRUE, .key = BV_LAYOUT_BY_ID, .scope = OF_PARTICIPATION },
  { .entity = &bv_group_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_group_class_entity,
    .owners = { "group" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_PLACE,
    .scope = OF_GROUP },
  { .entity = &bv_criterion_entity,
    .owners = { "group", "parent" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_GROUP },
  { .entity = &bv_quota_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_quota_group_entity,
    .owners = { "quota" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_REFERENCE,
    .scope = OF_QUOTA },
  { .entity = &bv_quota_cap_entity,
    .owners = { "quota" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_REFERENCE,
    .scope = OF_QUOTA },
  { .entity = &bv_quota_after_entity,
    .owners = { "quota" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_REFERENCE,
    .scope = OF_QUOTA },
  { .entity = &bv_nominee_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_person_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_hold_entity,
    .owners = { "nominee" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_NOMINEE },
  { .entity = &bv_award_entity,
    .owners = { "nominee" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_NOMINEE },
  { .entity = &bv_initiative_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_decision_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_quota_decision_entity,
    .owners = { "nominee" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_PLACE,
    .scope = OF_NOMINEE },
  { .entity = &bv_achievement_report_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_vote_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_assessment_entity,
    .owners = { "nominee" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_REFERENCE,
    .scope = OF_ASSESSMENT },
  { .entity = &bv_report_entity,
    .owners = { "nominee", "criterion" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_PLACE,
    .scope = OF_ASSESSMENT },
  { .entity = &bv_result_entity,
    .owners = { "nominee", "criterion" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_PLACE,
    .scope = OF_ASSESSMENT },
  { .entity = &bv_evidence_link_entity,
    .owners = { "nominee", "criterion" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_REFERENCE,
    .scope = OF_ASSESSMENT },
  { .entity = &bv_evidence_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_distinct_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .key = BV_LAYOUT_BY_ID,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_distinct_nominee_entity,
    .owners = { "distinct" },
    .has_ordinal = TRUE,
    .key = BV_LAYOUT_BY_REFERENCE,
    .scope = OF_DISTINCT },
};

/**
 * bv_layout_column:
 * @field: a field
 *
 * Returns: (transfer full): the name of its column: dots become underscores
 */
char *
bv_layout_column (const BvField *field)
{
  return g_strdelimit (g_strdup (field->name), ".", '_');
}

/**
 * bv_layout_count_owners:
 * @layout: a layout
 *
 * Returns: the number of owner columns
 */
guint
bv_layout_count_owners (const BvLayout *layout)
{
  guint n = 0;

  while (n < BV_LAYOUT_MAX_OWNERS && layout->owners[n] != NULL)
    n++;
  return n;
}

static GPtrArray *
list_head (const BvLayout *layout)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    g_ptr_array_add (columns, g_strdup (layout->owners[i]));
  if (layout->has_id)
    g_ptr_array_add (columns, g_strdup ("id"));
  if (layout->has_ordinal)
    g_ptr_array_add (columns, g_strdup ("ordinal"));
  return columns;
}

static GPtrArray *
list_fields (const BvLayout *layout)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < layout->entity->n_fields; i++)
    if (!bv_field_is_child (&layout->entity->fields[i]))
      g_ptr_array_add (columns, bv_layout_column (&layout->entity->fields[i]));
  return columns;
}

/* Each of @columns as @format says: "@" is its name, "#" a number that begins with @number. */
static char *
join_columns (GPtrArray *columns, guint from, guint number, const char *format)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < columns->len; i++)
    {
      g_autoptr (GString) one = g_string_new (format);
      g_autofree char *digits = g_strdup_printf ("%u", i + number);

      g_string_replace (one, "@", g_ptr_array_index (columns, i), 0);
      g_string_replace (one, "#", digits, 0);
      g_string_append_printf (text, "%s%s", i > from ? ", " : "", one->str);
    }
  return g_string_free (text, FALSE);
}

/* The keys that references name are looked up row by row: good for a few rows, too slow for all. */
static char *
join_named (const BvLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->entity->n_fields; i++)
    {
      const BvField *field = &layout->entity->fields[i];
      g_autofree char *column = bv_field_is_child (field) ? NULL : bv_layout_column (field);

      if (column == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (field->type == BV_FIELD_REFERENCE)
        g_string_append_printf (text, "(SELECT k.\"%s\" FROM \"%s\" k WHERE k.id = t.\"%s\")",
                                bv_entity_key_field (field->target)->name, field->target->name, column);
      else
        g_string_append_printf (text, "t.\"%s\"", column);
    }
  return g_string_free (text, FALSE);
}

static char *
write_insert (const BvLayout *layout, GPtrArray *head, GPtrArray *fields)
{
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *names = join_columns (head, 0, 1, "\"@\"");
  g_autofree char *field_names = join_columns (fields, 0, 1, "\"@\"");
  g_autofree char *parameters = join_columns (fields, 0, head->len + 1, "?#");

  for (guint i = 0; i < head->len; i++)
    if (g_str_equal (g_ptr_array_index (head, i), "ordinal"))
      g_string_append_printf (
        values, "ifnull (?%u, (SELECT ifnull (max (ordinal), -1) + 1 FROM \"%s\" WHERE \"%s\" = ?1)), ",
        i + 1, layout->entity->name, layout->owners[0]);
    else
      g_string_append_printf (values, "?%u, ", i + 1);
  return g_strdup_printf ("INSERT INTO \"%s\" (%s%s%s) VALUES (%s%s)", layout->entity->name, names,
                          head->len > 0 ? ", " : "", field_names, values->str, parameters);
}

/* How a row is found whose owners, or id, are the parameters from @first on. */
static char *
write_key (const BvLayout *layout, GPtrArray *fields, guint first, guint ordinal, guint reference)
{
  GString *text = g_string_new (NULL);

  if (layout->key == BV_LAYOUT_BY_ID)
    g_string_printf (text, "id = ?%u", first);
  else
    for (guint i = 0; i < bv_layout_count_owners (layout); i++)
      g_string_append_printf (text, "%s\"%s\" = ?%u", i > 0 ? " AND " : "", layout->owners[i], first + i);
  if (layout->key == BV_LAYOUT_BY_PLACE)
    g_string_append_printf (text, " AND ordinal = ?%u", ordinal);
  if (layout->key == BV_LAYOUT_BY_REFERENCE)
    g_string_append_printf (text, " AND \"%s\" = ?%u", (char *) g_ptr_array_index (fields, 0), reference);
  return g_string_free (text, FALSE);
}

static char *
write_update (const BvLayout *layout, GPtrArray *fields)
{
  guint n = fields->len;
  g_autofree char *assignments
    = join_columns (fields, layout->key == BV_LAYOUT_BY_REFERENCE, 1, "\"@\" = ?#");
  g_autofree char *key = write_key (layout, fields, n + 1 + layout->has_ordinal, n + 1, 1);
  g_autofree char *place = NULL;

  if (layout->has_ordinal && layout->key != BV_LAYOUT_BY_PLACE)
    place = g_strdup_printf ("%sordinal = ?%u", *assignments != '\0' ? ", " : "", n + 1);
  return g_strdup_printf ("UPDATE \"%s\" SET %s%s WHERE %s", layout->entity->name, assignments,
                          place != NULL ? place : "", key);
}

/* What belongs to nominees is read nominee by nominee, as in contest-reader.c. */
static char *
write_from (const BvLayout *layout)
{
  gboolean of_nominee = g_strcmp0 (layout->owners[0], "nominee") == 0;

  return g_strdup_printf ("%s\"%s\" t", of_nominee ? "nominee n NOT INDEXED CROSS JOIN " : "",
                          layout->entity->name);
}

static void
write_statements (BvLayout *layout)
{
  g_autoptr (GPtrArray) head = list_head (layout);
  g_autoptr (GPtrArray) fields = list_fields (layout);
  guint last = bv_layout_count_owners (layout) + 1;
  g_autofree char *key = write_key (layout, fields, 1, last, last);

  layout->n_fields = fields->len;
  layout->from = write_from (layout);
  layout->head = join_columns (head, 0, 1, "t.\"@\"");
  layout->fields = join_columns (fields, 0, 1, "t.\"@\"");
  layout->named = join_named (layout);
  layout->insert = write_insert (layout, head, fields);
  layout->update = write_update (layout, fields);
  layout->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", layout->entity->name, key);
}

static void
ensure_statements (void)
{
  static gsize ready = 0;

  if (!g_once_init_enter (&ready))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    write_statements (&layouts[i]);
  g_once_init_leave (&ready, 1);
}

/**
 * bv_layout_find:
 * @entity: an entity of a campaign
 *
 * Returns: (transfer none): its layout
 */
const BvLayout *
bv_layout_find (const BvEntity *entity)
{
  ensure_statements ();
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i].entity == entity)
      return &layouts[i];
  g_return_val_if_reached (NULL);
}

/**
 * bv_layout_find_table:
 * @table: a table's name
 *
 * Returns: (transfer none) (nullable): the layout of the entity that lies in it
 */
const BvLayout *
bv_layout_find_table (const char *table)
{
  ensure_statements ();
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_str_equal (layouts[i].entity->name, table))
      return &layouts[i];
  return NULL;
}

/**
 * bv_layout_get_nth:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): a layout; %NULL behind the last
 */
const BvLayout *
bv_layout_get_nth (guint index)
{
  ensure_statements ();
  return index < G_N_ELEMENTS (layouts) ? &layouts[index] : NULL;
}
