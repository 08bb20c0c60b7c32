/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/layout.h"

#include "core/assessment.h"
#include "core/campaign.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"

#define OF_CAMPAIGN "t.campaign = ?1"
#define OF_GROUP "t.\"group\" IN (SELECT id FROM \"group\" WHERE campaign = ?1)"
#define OF_QUOTA "t.quota IN (SELECT id FROM quota WHERE campaign = ?1)"
#define OF_NOMINEE "t.nominee IN (SELECT id FROM nominee WHERE campaign = ?1)"
#define OF_ASSESSMENT OF_NOMINEE " ORDER BY t.nominee, t.criterion"
#define OF_PARTICIPATION "t.id IN (SELECT unit FROM participation WHERE campaign = ?1)"

static BvLayout layouts[] = {
  { .entity = &bv_campaign_entity, .has_id = TRUE, .scope = "t.id = ?1" },
  { .entity = &bv_unit_entity, .has_id = TRUE, .scope = OF_PARTICIPATION },
  { .entity = &bv_group_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_criterion_entity,
    .owners = { "group", "parent" },
    .has_id = TRUE,
    .has_ordinal = TRUE,
    .scope = OF_GROUP },
  { .entity = &bv_quota_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_quota_group_entity, .owners = { "quota" }, .has_ordinal = TRUE, .scope = OF_QUOTA },
  { .entity = &bv_quota_cap_entity, .owners = { "quota" }, .has_ordinal = TRUE, .scope = OF_QUOTA },
  { .entity = &bv_nominee_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
  { .entity = &bv_person_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_hold_entity,
    .owners = { "nominee" },
    .has_id = TRUE,
    .has_ordinal = TRUE,
    .scope = OF_NOMINEE },
  { .entity = &bv_award_entity,
    .owners = { "nominee" },
    .has_id = TRUE,
    .has_ordinal = TRUE,
    .scope = OF_NOMINEE },
  { .entity = &bv_initiative_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_decision_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_vote_entity, .owners = { "nominee" }, .scope = OF_NOMINEE },
  { .entity = &bv_assessment_entity, .owners = { "nominee" }, .has_ordinal = TRUE, .scope = OF_ASSESSMENT },
  { .entity = &bv_report_entity,
    .owners = { "nominee", "criterion" },
    .has_ordinal = TRUE,
    .scope = OF_ASSESSMENT },
  { .entity = &bv_result_entity,
    .owners = { "nominee", "criterion" },
    .has_ordinal = TRUE,
    .scope = OF_ASSESSMENT },
  { .entity = &bv_evidence_link_entity,
    .owners = { "nominee", "criterion" },
    .has_ordinal = TRUE,
    .scope = OF_ASSESSMENT },
  { .entity = &bv_evidence_entity,
    .owners = { "campaign" },
    .has_id = TRUE,
    .has_ordinal = TRUE,
    .scope = OF_CAMPAIGN },
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

/**
 * bv_layout_first_field:
 * @layout: a layout
 *
 * Returns: the index of the first field among the columns: behind the owners, the id and the ordinal
 */
guint
bv_layout_first_field (const BvLayout *layout)
{
  return bv_layout_count_owners (layout) + layout->has_id + layout->has_ordinal;
}

static GPtrArray *
list_columns (const BvLayout *layout)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    g_ptr_array_add (columns, g_strdup (layout->owners[i]));
  if (layout->has_id)
    g_ptr_array_add (columns, g_strdup ("id"));
  if (layout->has_ordinal)
    g_ptr_array_add (columns, g_strdup ("ordinal"));
  for (guint i = 0; i < layout->entity->n_fields; i++)
    if (!bv_field_is_child (&layout->entity->fields[i]))
      g_ptr_array_add (columns, bv_layout_column (&layout->entity->fields[i]));
  return columns;
}

static char *
join_columns (GPtrArray *columns, guint from, const char *format)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < columns->len; i++)
    {
      g_autoptr (GString) one = g_string_new (format);
      g_autofree char *number = g_strdup_printf ("%u", i + 1 - from);

      g_string_replace (one, "@", g_ptr_array_index (columns, i), 0);
      g_string_replace (one, "#", number, 0);
      g_string_append_printf (text, "%s%s", i > from ? ", " : "", one->str);
    }
  return g_string_free (text, FALSE);
}

/* The row is found by its id, or by its owners; an assessment by nominee and criterion. */
static char *
update_condition (const BvLayout *layout, guint n_fields)
{
  GString *text = g_string_new (NULL);

  if (layout->has_id)
    {
      g_string_printf (text, "id = ?%u", n_fields + 1);
      return g_string_free (text, FALSE);
    }
  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    g_string_append_printf (text, "%s\"%s\" = ?%u", i > 0 ? " AND " : "", layout->owners[i],
                            n_fields + 1 + i);
  if (layout->entity == &bv_assessment_entity)
    g_string_append (text, " AND criterion = ?1");
  return g_string_free (text, FALSE);
}

static void
write_statements (BvLayout *layout)
{
  g_autoptr (GPtrArray) columns = list_columns (layout);
  guint first = bv_layout_first_field (layout);
  g_autofree char *names = join_columns (columns, 0, "\"@\"");
  g_autofree char *parameters = join_columns (columns, 0, "?#");
  g_autofree char *assignments = join_columns (columns, first, "\"@\" = ?#");
  g_autofree char *condition = update_condition (layout, columns->len - first);

  layout->columns = join_columns (columns, 0, "t.\"@\"");
  layout->insert
    = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", layout->entity->name, names, parameters);
  layout->update
    = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE %s", layout->entity->name, assignments, condition);
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
