/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/text/date.h"
#include "core/text/wording.h"
#include "core/unit.h"
#include "exchange/interchange/json-record.h"
#include "store/campaigns.h"
#include "store/search.h"

#include <glib/gi18n-lib.h>

/* What a table of records shows, by names of fields; each has its own title. */
#define COLUMNS_MAX 8

typedef struct
{
  const BvEntity *entity;
  const char *names[COLUMNS_MAX];
} Columns;

/* A value in words for people. */
static char *
describe_field (const BvField *field, gconstpointer record)
{
  gint64 number;

  if (bv_field_is_text (field))
    return g_strdup (BV_FIELD_STRING (record, field));
  if (!bv_field_is_number (field) || (number = BV_FIELD_NUMBER (record, field)) == BV_NONE)
    return NULL;
  switch (field->type)
    {
    case BV_FIELD_POINTS:
      return bv_wording_points (number);
    case BV_FIELD_DATE:
      return bv_date_to_vietnamese (number);
    case BV_FIELD_CHOICE:
      return g_strdup (_ (field->choices[number].title));
    default:
      return bv_wording_number (number);
    }
}

static BvGrid *
new_grid (const Columns *columns)
{
  GString *alignment = g_string_new (NULL);
  BvGrid *grid;

  for (guint i = 0; i < COLUMNS_MAX && columns->names[i] != NULL; i++)
    {
      const BvField *field = bv_entity_find_field (columns->entity, columns->names[i]);

      g_string_append_c (alignment,
                         field->type == BV_FIELD_POINTS || field->type == BV_FIELD_INTEGER ? 'r' : 'l');
    }
  grid = bv_grid_new (alignment->str, NULL);
  for (guint i = 0; i < alignment->len; i++)
    bv_grid_add (grid, _ (bv_entity_find_field (columns->entity, columns->names[i])->title));
  g_string_free (alignment, TRUE);
  return grid;
}

static void
print_records (const Columns *columns, GPtrArray *records)
{
  g_autoptr (BvGrid) grid = new_grid (columns);

  for (guint row = 0; row < records->len; row++)
    for (guint i = 0; i < COLUMNS_MAX && columns->names[i] != NULL; i++)
      bv_grid_take (grid, describe_field (bv_entity_find_field (columns->entity, columns->names[i]),
                                          g_ptr_array_index (records, row)));
  bv_grid_print (grid);
}

static void
list_records (const BvCall *call, const Columns *columns, GPtrArray *records)
{
  if (bv_call_has (call, BV_OPTION_JSON))
    bv_output_records (records);
  else
    print_records (columns, records);
}

static BvCampaign *
read_campaign (const BvCall *call, BvCampaignParts parts, GError **error)
{
  gint64 id = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_READ, &id, error);

  return library != NULL ? bv_campaigns_read (library, id, parts, error) : NULL;
}

/**
 * bv_verb_campaigns:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the campaigns of the library, newest first.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_campaigns (const BvCall *call, GError **error)
{
  static const Columns columns
    = { &bv_campaign_entity, { "key", "short", "starts", "ends", "considered_on", "title" } };
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_READ, error);
  g_autoptr (GPtrArray) campaigns = library != NULL ? bv_campaigns_list (library, error) : NULL;

  if (campaigns == NULL)
    return FALSE;
  list_records (call, &columns, campaigns);
  return TRUE;
}

/**
 * bv_verb_units:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the units of the campaign.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_units (const BvCall *call, GError **error)
{
  static const Columns columns = { &bv_unit_entity, { "code", "name", "type", "parent", "contact" } };
  g_autoptr (BvCampaign) campaign = read_campaign (call, BV_CAMPAIGN_UNITS, error);

  if (campaign == NULL)
    return FALSE;
  list_records (call, &columns, campaign->units);
  return TRUE;
}

/**
 * bv_verb_evidence:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the evidence of the campaign.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_evidence (const BvCall *call, GError **error)
{
  static const Columns columns
    = { &bv_evidence_entity, { "key", "number", "issued", "issuer", "state", "bytes", "file", "title" } };
  g_autoptr (BvCampaign) campaign = read_campaign (call, BV_CAMPAIGN_EVIDENCE, error);

  if (campaign == NULL)
    return FALSE;
  list_records (call, &columns, campaign->evidence);
  return TRUE;
}

/* Leaves only the group of --group in the campaign, where that is given. */
static gboolean
filter_groups (const BvCall *call, BvCampaign *campaign, GError **error)
{
  const char *key = call->options[BV_OPTION_GROUP];

  for (guint i = campaign->groups->len; key != NULL && i > 0; i--)
    if (!g_str_equal (bv_record_key (g_ptr_array_index (campaign->groups, i - 1)), key))
      g_ptr_array_remove_index (campaign->groups, i - 1);
  if (key == NULL || campaign->groups->len > 0)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("--group: there is no group “%s”"), key);
  return FALSE;
}

static const char *
name_nominee (GHashTable *units, const BvNominee *nominee)
{
  const BvUnit *unit = g_hash_table_lookup (units, nominee->unit);

  if (nominee->person != NULL)
    return nominee->person->name;
  return unit != NULL ? unit->name : NULL;
}

static GHashTable *
index_units (const BvCampaign *campaign)
{
  GHashTable *units = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < campaign->units->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (campaign->units, i);

      g_hash_table_insert (units, unit->code, unit);
    }
  return units;
}

static void
print_nominees (const BvCampaign *campaign, GPtrArray *nominees)
{
  g_autoptr (GHashTable) units = index_units (campaign);
  g_autoptr (BvGrid) grid
    = bv_grid_new ("lllll", _ ("Key"), _ ("Name"), _ ("Unit"), _ ("Group"), _ ("Note"), NULL);

  for (guint i = 0; i < nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (nominees, i);

      bv_grid_add (grid, nominee->key);
      bv_grid_add (grid, name_nominee (units, nominee));
      bv_grid_add (grid, nominee->unit);
      bv_grid_add (grid, nominee->group);
      bv_grid_add (grid, nominee->withdrawn ? _ ("withdrawn") : nominee->holds->len > 0 ? _ ("hold") : NULL);
    }
  bv_grid_print (grid);
}

/* The table names units; JSON has the scores; a group that is asked for must be there. */
static BvCampaignParts
choose_parts (const BvCall *call)
{
  BvCampaignParts parts = BV_CAMPAIGN_NOMINEES;

  parts |= bv_call_has (call, BV_OPTION_JSON) ? BV_CAMPAIGN_ASSESSMENTS : BV_CAMPAIGN_UNITS;
  return bv_call_has (call, BV_OPTION_GROUP) ? parts | BV_CAMPAIGN_HEAD : parts;
}

/**
 * bv_verb_nominees:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the nominees of the campaign, or of one group.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_nominees (const BvCall *call, GError **error)
{
  g_autoptr (BvCampaign) campaign = read_campaign (call, choose_parts (call), error);
  const char *group = call->options[BV_OPTION_GROUP];
  g_autoptr (GPtrArray) nominees = g_ptr_array_new ();

  if (campaign == NULL || !filter_groups (call, campaign, error))
    return FALSE;
  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      if (group == NULL || g_str_equal (nominee->group, group))
        g_ptr_array_add (nominees, nominee);
    }
  if (bv_call_has (call, BV_OPTION_JSON))
    bv_output_records (nominees);
  else
    print_nominees (campaign, nominees);
  return TRUE;
}

static void
print_criteria_as_json (const BvCampaign *campaign)
{
  json_auto_t *array = json_array ();

  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);

      for (guint k = 0; k < group->criteria->len; k++)
        {
          json_auto_t *fields = bv_json_record_to_json (g_ptr_array_index (group->criteria, k));
          json_t *object = json_object ();

          json_object_set_new (object, "group", json_string (group->key));
          json_object_update (object, fields);
          json_array_append_new (array, object);
        }
    }
  json_dumpf (array, stdout, JSON_INDENT (2));
  bv_output_write ("\n", 1);
}

static void
add_criteria (BvGrid *grid, GPtrArray *criteria, guint depth)
{
  static const char *const names[] = { "kind", "max", "title" };

  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      bv_grid_take (grid, g_strdup_printf ("%*s%s", (int) depth * 2, "", criterion->code));
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        bv_grid_take (grid,
                      describe_field (bv_entity_find_field (&bv_criterion_entity, names[k]), criterion));
      add_criteria (grid, criterion->criteria, depth + 1);
    }
}

static void
print_criteria (const BvCampaign *campaign)
{
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);
      g_autofree char *full = bv_wording_points (bv_group_full (group));
      g_autoptr (BvGrid) grid
        = bv_grid_new ("llrl", _ ("Code"), _ ("Kind"), _ ("Maximum"), _ ("Title"), NULL);

      if (i > 0)
        bv_output_line ("%s", "");
      bv_output_line (_ ("%s (%s), %s points in all"), group->name, group->key, full);
      add_criteria (grid, group->criteria, 0);
      bv_grid_print (grid);
    }
}

/**
 * bv_verb_criteria:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the criteria of every group, or of one.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_criteria (const BvCall *call, GError **error)
{
  g_autoptr (BvCampaign) campaign = read_campaign (call, BV_CAMPAIGN_HEAD, error);

  if (campaign == NULL || !filter_groups (call, campaign, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_criteria_as_json (campaign);
  else
    print_criteria (campaign);
  return TRUE;
}

static void
print_hits_as_json (GPtrArray *hits)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < hits->len; i++)
    {
      const BvSearchHit *hit = g_ptr_array_index (hits, i);

      bv_json_writer_begin_flat (&writer, '{');
      bv_json_writer_add_string (&writer, "kind", hit->kind);
      bv_json_writer_add_string (&writer, "key", hit->key);
      bv_json_writer_add_string (&writer, "title", hit->title);
      bv_json_writer_add_string (&writer, "detail", hit->detail);
      bv_json_writer_end_object (&writer);
    }
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static const char *
describe_kind (const char *kind)
{
  static const BvEntity *const entities[] = { &bv_nominee_entity, &bv_unit_entity, &bv_evidence_entity };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_equal (entities[i]->name, kind))
      return _ (entities[i]->title);
  return kind;
}

static void
print_hits (GPtrArray *hits)
{
  g_autoptr (BvGrid) grid = bv_grid_new ("llll", _ ("Kind"), _ ("Key"), _ ("Name"), _ ("Details"), NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const BvSearchHit *hit = g_ptr_array_index (hits, i);

      bv_grid_add (grid, describe_kind (hit->kind));
      bv_grid_add (grid, hit->key);
      bv_grid_add (grid, hit->title);
      bv_grid_add (grid, hit->detail);
    }
  bv_grid_print (grid);
}

static char *
join_operands (const BvCall *call)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < call->operands->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", bv_call_operand (call, i));
  return g_string_free (text, FALSE);
}

/**
 * bv_verb_search:
 * @call: a call
 * @error: return location for an error
 *
 * Finds nominees, units and evidence that have all words.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_search (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  gint64 limit = 0;
  g_autofree char *text = join_operands (call);
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (!bv_call_read_number (call, BV_OPTION_LIMIT, &limit, error))
    return FALSE;
  library = bv_call_open_campaign (call, BV_LIBRARY_READ, &campaign, error);
  if (library != NULL)
    hits = bv_search_query (library, campaign, text, limit > 0 ? limit : G_MAXINT, error);
  if (hits == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_hits_as_json (hits);
  else
    print_hits (hits);
  return TRUE;
}
