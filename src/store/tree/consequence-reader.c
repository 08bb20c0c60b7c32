/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tree/consequence-reader.h"

#include "core/campaign.h"
#include "core/quota.h"
#include "core/tree/criterion-tree.h"
#include "store/campaigns.h"
#include "store/key-map.h"
#include "store/records.h"
#include "store/rule-reach.h"
#include "store/statement.h"
#include "store/tree/answers.h"

/* The groups that compete for these quotas, or for others that come after them: who is taken there is not
 * here. */
#define GROUPS_OF(quotas)                                                              \
  "WITH RECURSIVE touched (quota) AS (" quotas                                         \
  " UNION SELECT a.quota FROM quota_after a JOIN touched t ON a.\"after\" = t.quota) " \
  "SELECT \"group\" FROM quota_group WHERE quota IN (SELECT quota FROM touched)"
#define OF_QUOTA GROUPS_OF ("SELECT ?1")
#define OF_GROUP GROUPS_OF ("SELECT quota FROM quota_group WHERE \"group\" = ?1") " UNION SELECT ?1"

/* What is asked of the library one after the other; the first failure ends it. */
typedef struct
{
  BvLibrary *library;
  gint64 campaign;
  BvConsequences *consequences;
  GHashTable *ranked; /* of gint64: groups whose nominees are counted already */
  GError *error;
} Asking;

static void
asking_init (Asking *asking, BvLibrary *library, gint64 campaign)
{
  asking->library = library;
  asking->campaign = campaign;
  asking->consequences = bv_consequences_new ();
  asking->ranked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  asking->error = NULL;
}

static gint64
ask (Asking *asking, const char *sql, gint64 id)
{
  if (asking->error != NULL)
    return 0;
  return bv_statement_get_number (asking->library, sql, 0, &asking->error, "i", id);
}

static void
ask_of_group (Asking *asking, gint64 group)
{
  asking->consequences->n_kept += ask (
    asking, "SELECT count(*) FROM assessment a JOIN nominee n ON n.id = a.nominee WHERE n.\"group\" = ?1",
    group);
}

/* Each group once, for however many reasons. */
static void
rank_group (Asking *asking, gint64 group)
{
  if (g_hash_table_add (asking->ranked, g_memdup2 (&group, sizeof group)))
    asking->consequences->n_ranked
      += ask (asking, "SELECT count(*) FROM nominee WHERE \"group\" = ?1", group);
}

/* @groups: OF_QUOTA or OF_GROUP, of the row @id. */
static void
ask_rivals (Asking *asking, const char *groups, gint64 id)
{
  g_autoptr (GPtrArray) rivals = NULL;

  if (asking->error == NULL)
    rivals = bv_statement_list_ids (asking->library, groups, &asking->error, "i", id);
  for (guint i = 0; rivals != NULL && i < rivals->len; i++)
    rank_group (asking, *(const gint64 *) g_ptr_array_index (rivals, i));
}

static gint64
find_group_of (Asking *asking, gint64 criterion)
{
  return ask (asking, "SELECT \"group\" FROM criterion WHERE id = ?1", criterion);
}

static gint64
find_group (Asking *asking, const char *key)
{
  gint64 group = 0;

  if (asking->error == NULL)
    bv_key_map_look_up (asking->library, &bv_group_entity, asking->campaign, key, &group, &asking->error);
  return group;
}

static gboolean
weighs (const BvRecord *before, const BvRecord *after)
{
  for (guint i = 0; i < after->entity->n_fields; i++)
    {
      const BvField *field = &after->entity->fields[i];

      if ((field->flags & BV_FIELD_RANKS) != 0 && !bv_field_equal (field, before, after))
        return TRUE;
    }
  return FALSE;
}

static void
ask_of_criterion (Asking *asking, const BvCriterion *before, const BvCriterion *after)
{
  if (asking->error == NULL)
    bv_answers_count (asking->library, asking->campaign, before, after, asking->consequences, &asking->error);
  if (weighs (&before->record, &after->record))
    ask_rivals (asking, OF_GROUP, find_group_of (asking, before->record.id));
}

static void
ask_of_changed_group (Asking *asking, const BvGroup *before, const BvGroup *after)
{
  ask_of_group (asking, before->record.id);
  if (asking->error == NULL)
    bv_answers_count_misplaced (asking->library, before, after, asking->consequences, &asking->error);
  if (after == NULL || weighs (&before->record, &after->record))
    ask_rivals (asking, OF_GROUP, before->record.id);
  asking->consequences->n_ranked -= MIN (asking->consequences->n_gone, asking->consequences->n_ranked);
}

/* Those of groups that the quota had or is to have. */
static void
ask_of_quota (Asking *asking, const BvQuota *before, const BvQuota *after)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const BvQuota *const both[] = { before, after };

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    for (guint i = 0; both[k] != NULL && i < both[k]->groups->len; i++)
      {
        const BvQuotaGroup *member = g_ptr_array_index (both[k]->groups, i);
        gint64 group;

        if (g_ptr_array_find_with_equal_func (keys, member->group, g_str_equal, NULL))
          continue;
        g_ptr_array_add (keys, member->group);
        group = find_group (asking, member->group);
        ask_of_group (asking, group);
        if (after == NULL || weighs (&before->record, &after->record))
          rank_group (asking, group);
      }
  if (after == NULL || weighs (&before->record, &after->record))
    ask_rivals (asking, OF_QUOTA, before->record.id);
}

static void
ask_of_campaign (Asking *asking, const BvRecord *before, const BvRecord *after)
{
  asking->consequences->n_kept += ask (
    asking, "SELECT count(*) FROM assessment a JOIN nominee n ON n.id = a.nominee WHERE n.campaign = ?1",
    before->id);
  if (asking->error == NULL && weighs (before, after))
    asking->consequences->n_ranked
      += bv_rule_reach_count_nominees (asking->library, before->id, &asking->error);
}

static void
ask_of_update (Asking *asking, gconstpointer before, gconstpointer after)
{
  const BvEntity *entity = ((const BvRecord *) after)->entity;

  if (entity == &bv_criterion_entity)
    ask_of_criterion (asking, before, after);
  else if (entity == &bv_group_entity)
    ask_of_changed_group (asking, before, after);
  else if (entity == &bv_quota_entity)
    ask_of_quota (asking, before, after);
  else if (entity == &bv_campaign_entity)
    ask_of_campaign (asking, before, after);
}

/* Takes @asking to its end. */
static BvConsequences *
answer (Asking *asking, GError **error)
{
  g_hash_table_unref (asking->ranked);
  if (asking->error == NULL)
    return asking->consequences;
  bv_consequences_free (asking->consequences);
  g_propagate_error (error, asking->error);
  return NULL;
}

/**
 * bv_consequences_read_update:
 * @library: a library
 * @campaign: a campaign's row
 * @record: a campaign, group, criterion or quota that was read with bv_edit_read() and changed
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what bv_edit_update() of it would mean; %NULL with @error set on
 * failure
 */
BvConsequences *
bv_consequences_read_update (BvLibrary *library, gint64 campaign, gconstpointer record, GError **error)
{
  const BvRecord *self = record;
  g_autoptr (BvRecord) before = bv_records_read (library, self->entity, self->id, error);
  Asking asking;

  if (before == NULL)
    return NULL;
  asking_init (&asking, library, campaign);
  ask_of_update (&asking, before, record);
  return answer (&asking, error);
}

static void
ask_below (Asking *asking, gint64 criterion)
{
  guint n = 0;

  if (asking->error == NULL)
    bv_answers_count_below (asking->library, criterion, &n, &asking->error);
  asking->consequences->n_lost += n;
}

/**
 * bv_consequences_read_removal:
 * @library: a library
 * @campaign: a campaign's row
 * @entity: group, criterion or quota
 * @id: the record's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what bv_edit_remove_mending() of it would mean; %NULL with @error set
 * on failure
 */
BvConsequences *
bv_consequences_read_removal (BvLibrary *library,
                              gint64 campaign,
                              const BvEntity *entity,
                              gint64 id,
                              GError **error)
{
  g_autoptr (BvRecord) before = bv_records_read (library, entity, id, error);
  Asking asking;

  if (before == NULL)
    return NULL;
  asking_init (&asking, library, campaign);
  if (entity == &bv_group_entity)
    ask_of_changed_group (&asking, (const BvGroup *) before, NULL);
  else if (entity == &bv_quota_entity)
    ask_of_quota (&asking, (const BvQuota *) before, NULL);
  else if (entity == &bv_criterion_entity)
    {
      ask_below (&asking, id);
      ask_rivals (&asking, OF_GROUP, find_group_of (&asking, id));
    }
  return answer (&asking, error);
}

/**
 * bv_consequences_read_move:
 * @library: a library
 * @campaign: a campaign's row
 * @criteria: (element-type gint64): rows of criteria
 * @place: where they are to stand
 * @error: return location for a %BV_STORE_ERROR
 *
 * Answers stay with a criterion that moves within its group; nobody of another group has given any.
 *
 * Returns: (transfer full) (nullable): what bv_criteria_edit_move() of them would mean; %NULL with @error set
 * on failure
 */
BvConsequences *
bv_consequences_read_move (BvLibrary *library,
                           gint64 campaign,
                           const GArray *criteria,
                           const BvCriterionPlace *place,
                           GError **error)
{
  g_autoptr (BvCampaign) head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (GPtrArray) roots = head != NULL ? bv_criterion_tree_list_roots (head->groups, criteria) : NULL;
  Asking asking;

  if (roots == NULL)
    return NULL;
  asking_init (&asking, library, campaign);
  for (guint i = 0; i < roots->len; i++)
    {
      gint64 id = ((const BvRecord *) g_ptr_array_index (roots, i))->id;
      gint64 group = find_group_of (&asking, id);

      if (group == place->group)
        continue;
      ask_below (&asking, id);
      ask_rivals (&asking, OF_GROUP, group);
    }
  if (asking.consequences->n_ranked > 0 || asking.consequences->n_lost > 0)
    ask_rivals (&asking, OF_GROUP, place->group);
  return answer (&asking, error);
}
