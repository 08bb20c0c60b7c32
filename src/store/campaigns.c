/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/campaigns.h"

#include "core/assessment.h"
#include "core/criterion.h"
#include "core/distinct.h"
#include "core/evidence.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "store/key-map.h"
#include "store/proof/damage.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A criterion and where it belongs. */
typedef struct
{
  BvCriterion *criterion;
  gint64 group;
  gint64 parent; /* 0: the top */
} Node;

/* Puts a campaign together from its tables. */
typedef struct
{
  BvLibrary *library;
  gint64 id;
  BvCampaign *campaign;
  BvKeyMap *keys;
  GHashTable *records;    /* id → record that owns children */
  GArray *nodes;          /* of Node: criteria that belong to nobody yet */
  GPtrArray *assessments; /* in the order of their table: by nominee, then criterion */
  GArray *nominees;       /* of gint64: whose they are */
  guint cursor;           /* the assessment whose children are being read */
  const BvEntity *owner;  /* whose children are being read */
  const BvField *field;   /* where they belong */
} Reading;

static void
reading_init (Reading *reading, BvLibrary *library, gint64 campaign)
{
  memset (reading, 0, sizeof *reading);
  reading->library = library;
  reading->id = campaign;
  reading->records = g_hash_table_new (g_int64_hash, g_int64_equal);
  reading->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  reading->assessments = g_ptr_array_new ();
  reading->nominees = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
reading_clear (Reading *reading)
{
  g_hash_table_unref (reading->records);
  for (guint i = 0; i < reading->nodes->len; i++)
    bv_record_free (g_array_index (reading->nodes, Node, i).criterion);
  g_array_unref (reading->nodes);
  g_ptr_array_unref (reading->assessments);
  g_array_unref (reading->nominees);
  g_clear_pointer (&reading->keys, bv_key_map_free);
  bv_record_free (reading->campaign);
}

static int
compare_ordinals (gconstpointer a, gconstpointer b)
{
  const BvRecord *first = *(const BvRecord *const *) a;
  const BvRecord *second = *(const BvRecord *const *) b;

  return (first->ordinal > second->ordinal) - (first->ordinal < second->ordinal);
}

static void
remember_owner (Reading *reading, gpointer record)
{
  g_hash_table_insert (reading->records, &((BvRecord *) record)->id, record);
}

static void
take_campaign (gpointer record, const gint64 *owners, gpointer data)
{
  Reading *reading = data;

  bv_record_free (reading->campaign);
  reading->campaign = record;
}

/* NULL: there is none; a row of another table may have come to the same number. */
static gpointer
find_record (Reading *reading, const BvEntity *entity, gint64 id)
{
  BvRecord *record = g_hash_table_lookup (reading->records, &id);

  return record != NULL && record->entity == entity ? record : NULL;
}

static void
note_loose (Reading *reading, const BvRecord *record)
{
  bv_damage_note (reading->library, record->entity->name, record->id,
                  _ ("it belongs to a row that is not there"));
}

static void
take_root (gpointer record, const gint64 *owners, gpointer data)
{
  Reading *reading = data;

  g_ptr_array_add (BV_FIELD_RECORDS (reading->campaign, reading->field), record);
  remember_owner (reading, record);
}

static void
take_criterion (gpointer record, const gint64 *owners, gpointer data)
{
  Reading *reading = data;
  Node node = { record, owners[0], owners[1] };

  g_array_append_val (reading->nodes, node);
  remember_owner (reading, record);
}

/* Takes @record over where its owner is not there. */
static gpointer
find_owner (Reading *reading, gint64 id, gpointer record)
{
  gpointer owner = find_record (reading, reading->owner, id);

  if (owner == NULL)
    {
      note_loose (reading, record);
      bv_record_free (record);
    }
  return owner;
}

/* Returns whether it was; where it was not, @record is freed. */
static gboolean
give_child (Reading *reading, gpointer record, gint64 id)
{
  gpointer owner = find_owner (reading, id, record);

  if (owner == NULL)
    return FALSE;
  if (reading->field->type == BV_FIELD_CHILDREN)
    {
      g_ptr_array_add (BV_FIELD_RECORDS (owner, reading->field), record);
      return TRUE;
    }
  bv_record_free (BV_FIELD_RECORD (owner, reading->field));
  BV_FIELD_RECORD (owner, reading->field) = record;
  return TRUE;
}

static void
take_child (gpointer record, const gint64 *owners, gpointer data)
{
  give_child (data, record, owners[0]);
}

static void
take_assessment (gpointer record, const gint64 *owners, gpointer data)
{
  Reading *reading = data;

  if (!give_child (reading, record, owners[0]))
    return;
  g_ptr_array_add (reading->assessments, record);
  g_array_append_val (reading->nominees, owners[0]);
}

static gboolean
cursor_is_at (const Reading *reading, gint64 nominee, const char *criterion)
{
  const BvAssessment *assessment = g_ptr_array_index (reading->assessments, reading->cursor);

  return g_array_index (reading->nominees, gint64, reading->cursor) == nominee
         && g_str_equal (assessment->criterion, criterion);
}

/* Assessments and what belongs to them come in the same order, so one pass matches them. */
static void
take_grandchild (gpointer record, const gint64 *owners, gpointer data)
{
  Reading *reading = data;
  const char *criterion = bv_key_map_key (reading->keys, &bv_criterion_entity, owners[1]);

  if (criterion == NULL)
    {
      note_loose (reading, record);
      bv_record_free (record);
      return;
    }
  while (reading->cursor < reading->assessments->len && !cursor_is_at (reading, owners[0], criterion))
    reading->cursor++;
  if (reading->cursor < reading->assessments->len)
    g_ptr_array_add (
      BV_FIELD_RECORDS (g_ptr_array_index (reading->assessments, reading->cursor), reading->field), record);
  else
    bv_record_free (record);
}

/* @condition is of the row t, and of the nominee n that it belongs to; NULL: all are read. */
static gboolean
read_some (Reading *reading,
           const BvEntity *owner,
           const char *name,
           const char *condition,
           BvRecordFunc func,
           GError **error)
{
  const BvField *field = bv_entity_find_field (owner, name);
  const BvRecordsOf which = { field->target, reading->id, reading->keys, condition };

  reading->owner = owner;
  reading->field = field;
  reading->cursor = 0;
  return bv_records_read_all (reading->library, &which, func, reading, error);
}

static gboolean
read_field (Reading *reading, const BvEntity *owner, const char *name, BvRecordFunc func, GError **error)
{
  return read_some (reading, owner, name, NULL, func, error);
}

static void
sort_field (GPtrArray *records, const char *name)
{
  const BvField *field = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const BvRecord *record = g_ptr_array_index (records, i);

      field = field != NULL ? field : bv_entity_find_field (record->entity, name);
      g_ptr_array_sort (BV_FIELD_RECORDS (record, field), compare_ordinals);
    }
}

static gpointer
find_above (Reading *reading, const Node *node)
{
  return node->parent != 0 ? find_record (reading, &bv_criterion_entity, node->parent)
                           : find_record (reading, &bv_group_entity, node->group);
}

/* Every way up has to end at a group: no criterion stands below itself. @places: criterion → its node. */
static gboolean
is_rooted (Reading *reading, GHashTable *places, const Node *node)
{
  gpointer above = find_above (reading, node);

  for (guint depth = 0; above != NULL && node->parent != 0 && depth < reading->nodes->len; depth++)
    {
      node = &g_array_index (reading->nodes, Node, GPOINTER_TO_UINT (g_hash_table_lookup (places, above)));
      above = find_above (reading, node);
    }
  return above != NULL && node->parent == 0;
}

static gboolean
check_node (Reading *reading, GHashTable *places, const Node *node)
{
  const BvCriterion *criterion = node->criterion;

  if (!is_rooted (reading, places, node))
    note_loose (reading, &criterion->record);
  else if (bv_criterion_is_leaf (criterion) && criterion->max == BV_NONE)
    bv_damage_note (reading->library, "criterion", criterion->record.id, _ ("max: it has no such value"));
  return !bv_damage_is_noted (reading->library);
}

static gboolean
check_tree (Reading *reading)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  gboolean ok = TRUE;

  for (guint i = 0; i < reading->nodes->len; i++)
    g_hash_table_insert (places, g_array_index (reading->nodes, Node, i).criterion, GUINT_TO_POINTER (i));
  for (guint i = 0; ok && i < reading->nodes->len; i++)
    ok = check_node (reading, places, &g_array_index (reading->nodes, Node, i));
  return ok;
}

static gboolean
attach_criteria (Reading *reading, GError **error)
{
  if (!check_tree (reading))
    return bv_damage_take (reading->library, error);
  for (guint i = 0; i < reading->nodes->len; i++)
    {
      const Node *node = &g_array_index (reading->nodes, Node, i);
      gpointer owner = find_above (reading, node);

      g_ptr_array_add (node->parent != 0 ? ((BvCriterion *) owner)->criteria : ((BvGroup *) owner)->criteria,
                       node->criterion);
    }
  for (guint i = 0; i < reading->nodes->len; i++)
    g_ptr_array_sort (g_array_index (reading->nodes, Node, i).criterion->criteria, compare_ordinals);
  g_array_set_size (reading->nodes, 0);
  sort_field (reading->campaign->groups, "criteria");
  return TRUE;
}

static gboolean
read_fields (Reading *reading, GError **error)
{
  const BvRecordsOf self = { &bv_campaign_entity, reading->id, NULL, NULL };

  if (!bv_records_read_all (reading->library, &self, take_campaign, reading, error))
    return FALSE;
  if (reading->campaign != NULL)
    return TRUE;
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("the campaign is no longer there"));
  return FALSE;
}

static gboolean
read_head (Reading *reading, GError **error)
{
  if (!read_field (reading, &bv_campaign_entity, "groups", take_root, error)
      || !read_field (reading, &bv_group_entity, "classes", take_child, error)
      || !read_field (reading, &bv_group_entity, "criteria", take_criterion, error)
      || !attach_criteria (reading, error))
    return FALSE;
  if (!read_field (reading, &bv_campaign_entity, "quotas", take_root, error)
      || !read_field (reading, &bv_quota_entity, "groups", take_child, error)
      || !read_field (reading, &bv_quota_entity, "per_group", take_child, error)
      || !read_field (reading, &bv_quota_entity, "after", take_child, error))
    return FALSE;
  g_ptr_array_sort (reading->campaign->groups, compare_ordinals);
  sort_field (reading->campaign->groups, "classes");
  g_ptr_array_sort (reading->campaign->quotas, compare_ordinals);
  sort_field (reading->campaign->quotas, "groups");
  sort_field (reading->campaign->quotas, "per_group");
  sort_field (reading->campaign->quotas, "after");
  return TRUE;
}

static void
place_unit (sqlite3_stmt *row, gpointer data)
{
  Reading *reading = data;
  gint64 id = sqlite3_column_int64 (row, 0);
  BvRecord *unit = find_record (reading, &bv_unit_entity, id);

  if (unit != NULL)
    unit->ordinal = sqlite3_column_int64 (row, 1);
  else
    bv_damage_note (reading->library, "participation", id, _ ("it belongs to a row that is not there"));
}

/* The order of a campaign's units is that of their participation. */
static gboolean
order_units (Reading *reading, GError **error)
{
  if (!bv_statement_each (reading->library, "SELECT unit, ordinal FROM participation WHERE campaign = ?1",
                          place_unit, reading, error, "i", reading->id))
    return FALSE;
  g_ptr_array_sort (reading->campaign->units, compare_ordinals);
  return TRUE;
}

static gboolean
read_nominees (Reading *reading, GError **error)
{
  static const char *const children[]
    = { "person", "holds", "decision", "decisions", "awards", "initiative", "report", "votes" };

  if (!read_field (reading, &bv_campaign_entity, "nominees", take_root, error))
    return FALSE;
  g_ptr_array_sort (reading->campaign->nominees, compare_ordinals);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if (!read_field (reading, &bv_nominee_entity, children[i], take_child, error))
      return FALSE;
  sort_field (reading->campaign->nominees, "holds");
  sort_field (reading->campaign->nominees, "decisions");
  sort_field (reading->campaign->nominees, "awards");
  return TRUE;
}

static gboolean
read_assessments (Reading *reading, GError **error)
{
  static const char *const grandchildren[] = { "received", "results", "evidence" };

  if (!read_field (reading, &bv_nominee_entity, "assessments", take_assessment, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (grandchildren); i++)
    if (!read_field (reading, &bv_assessment_entity, grandchildren[i], take_grandchild, error))
      return FALSE;
  sort_field (reading->campaign->nominees, "assessments");
  sort_field (reading->assessments, "evidence");
  return TRUE;
}

static gboolean
read_proof (Reading *reading, GError **error)
{
  if (!read_some (reading, &bv_nominee_entity, "assessments",
                  "t.criterion IN (SELECT l.criterion FROM evidence_link l WHERE l.nominee = n.id)",
                  take_assessment, error)
      || !read_field (reading, &bv_assessment_entity, "evidence", take_grandchild, error))
    return FALSE;
  sort_field (reading->campaign->nominees, "assessments");
  sort_field (reading->assessments, "evidence");
  return TRUE;
}

static gboolean
read_units (Reading *reading, GError **error)
{
  return read_field (reading, &bv_campaign_entity, "units", take_root, error) && order_units (reading, error);
}

static gboolean
read_evidence (Reading *reading, GError **error)
{
  if (!read_field (reading, &bv_campaign_entity, "evidence", take_root, error))
    return FALSE;
  g_ptr_array_sort (reading->campaign->evidence, compare_ordinals);
  return TRUE;
}

/* They are few: the nominees' keys are looked up row by row. */
static gboolean
read_distinct (Reading *reading, GError **error)
{
  BvKeyMap *keys = g_steal_pointer (&reading->keys);
  gboolean ok = read_field (reading, &bv_campaign_entity, "distinct", take_root, error)
                && read_field (reading, &bv_distinct_entity, "nominees", take_child, error);

  reading->keys = keys;
  if (!ok)
    return FALSE;
  g_ptr_array_sort (reading->campaign->distinct, compare_ordinals);
  sort_field (reading->campaign->distinct, "nominees");
  return TRUE;
}

/* In the order in which they are read; only assessments are so many that their keys are read first. */
static const struct
{
  BvCampaignParts part;
  gboolean (*read) (Reading *reading, GError **error);
} parts_to_read[] = {
  { BV_CAMPAIGN_HEAD, read_head },
  { BV_CAMPAIGN_UNITS, read_units },
  { BV_CAMPAIGN_EVIDENCE, read_evidence },
  { BV_CAMPAIGN_NOMINEES | BV_CAMPAIGN_ASSESSMENTS | BV_CAMPAIGN_PROOF, read_nominees },
  { BV_CAMPAIGN_ASSESSMENTS, read_assessments },
  { BV_CAMPAIGN_PROOF, read_proof },
  { BV_CAMPAIGN_DISTINCT, read_distinct },
};

static gboolean
read_parts (Reading *reading, BvCampaignParts parts, GError **error)
{
  if ((parts & (BV_CAMPAIGN_ASSESSMENTS | BV_CAMPAIGN_PROOF)) != 0)
    {
      reading->keys = bv_key_map_read (reading->library, reading->id, error);
      if (reading->keys == NULL)
        return FALSE;
    }
  if (!read_fields (reading, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts_to_read); i++)
    if ((parts & parts_to_read[i].part) != 0 && !parts_to_read[i].read (reading, error))
      return FALSE;
  return TRUE;
}

static BvCampaign *
read_campaign (BvLibrary *library, gint64 campaign, BvCampaignParts parts, GError **error)
{
  BvCampaign *read = NULL;
  Reading reading;

  reading_init (&reading, library, campaign);
  if (read_parts (&reading, parts, error))
    read = g_steal_pointer (&reading.campaign);
  reading_clear (&reading);
  return read;
}

/**
 * bv_campaigns_read:
 * @library: a library
 * @campaign: a campaign's row
 * @parts: how much of it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads one state of the library, whatever a writer does meanwhile.
 *
 * Returns: (transfer full) (nullable): the campaign; %NULL with @error set on failure
 */
BvCampaign *
bv_campaigns_read (BvLibrary *library, gint64 campaign, BvCampaignParts parts, GError **error)
{
  BvCampaign *whole;
  gboolean begun;

  if (!bv_statement_begin_reading (library, &begun, error))
    return NULL;
  whole = read_campaign (library, campaign, parts, error);
  bv_statement_end_reading (library, begun);
  return whole;
}

static gboolean
fail_unknown (BvLibrary *library, const char *key, GError **error)
{
  if (key != NULL)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("%s: there is no campaign “%s”: see “campaigns”"), bv_library_get_folder (library), key);
  else
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("%s: there is no campaign yet: make one with “init” or “load”"),
                 bv_library_get_folder (library));
  return FALSE;
}

/**
 * bv_campaigns_find:
 * @library: a library
 * @key: (nullable): a campaign's key; %NULL: the only one, or the newest
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the campaign's row; 0 with @error set where there is none
 */
gint64
bv_campaigns_find (BvLibrary *library, const char *key, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 id
    = key != NULL
        ? bv_statement_get_number (library, "SELECT id FROM campaign WHERE key = ?1", 0, &local, "s", key)
        : bv_statement_get_number (library, "SELECT id FROM campaign ORDER BY starts DESC, key DESC LIMIT 1",
                                   0, &local, "");

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (id == 0)
    fail_unknown (library, key, error);
  return id;
}

static void
append_id (sqlite3_stmt *row, gpointer ids)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  g_array_append_val ((GArray *) ids, id);
}

/**
 * bv_campaigns_list_of_unit:
 * @library: a library
 * @unit: a unit's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the rows of the campaigns that the unit takes
 * part in
 */
GArray *
bv_campaigns_list_of_unit (BvLibrary *library, gint64 unit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return bv_statement_each (library, "SELECT campaign FROM participation WHERE unit = ?1", append_id, ids,
                            error, "i", unit)
           ? g_steal_pointer (&ids)
           : NULL;
}

/**
 * bv_campaigns_list:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvCampaign) (nullable): the heads of all campaigns, newest first
 */
GPtrArray *
bv_campaigns_list (BvLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!bv_statement_each (library, "SELECT id FROM campaign ORDER BY starts DESC, key DESC", append_id, ids,
                          error, ""))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      BvCampaign *campaign
        = bv_campaigns_read (library, g_array_index (ids, gint64, i), BV_CAMPAIGN_HEAD, error);

      if (campaign == NULL)
        return NULL;
      g_ptr_array_add (campaigns, campaign);
    }
  return g_steal_pointer (&campaigns);
}
