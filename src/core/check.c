/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check.h"

#include "core/check-leaf.h"
#include "core/criterion-kind.h"
#include "core/distinct.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/submission.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define TIE_BREAKER_MAX 99

/* One node of a group's tree, and the last nominee whose assessment named it. */
typedef struct
{
  const BvCriterion *criterion;
  guint nominee; /* from 1; 0: none yet */
} Node;

typedef struct
{
  const BvGroup *group;
  GHashTable *nodes; /* (element-type utf8 Node): by code */
  GHashTable *units; /* of the campaign, by code */
  const BvCriterion *tie_breakers[TIE_BREAKER_MAX + 1];
  gboolean has_leaves;
  gboolean in_use; /* by a quota or a nominee */
} Tree;

/* The campaign with look-ups by key; values are places in the array, from 1. */
typedef struct
{
  const BvCampaign *campaign;
  GHashTable *units;
  GHashTable *groups;
  GHashTable *quotas;
  GHashTable *nominees;
  GHashTable *evidence;
  Tree *trees; /* by group */
} Check;

/* From 1; 0: there is none. */
static guint
find_place (GHashTable *places, const char *key)
{
  return key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (places, key)) : 0;
}

/* (element-type utf8 uint): the place of each key, from 1. */
static GHashTable *
index_keys (const GPtrArray *records, const char *array, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      const BvRecord *record = g_ptr_array_index (records, i);
      const char *key = bv_record_key (record);
      guint first = find_place (places, key);

      if (first > 0)
        {
          bv_check_fail (error, bv_entity_key_field (record->entity)->name,
                         _ ("“%s” is already that of %s[%u]: each is unique"), key, array, first - 1);
          bv_check_fail_within (error, "%s[%u]", array, i);
          return NULL;
        }
      g_hash_table_insert (places, (gpointer) key, GUINT_TO_POINTER (i + 1));
    }
  return g_steal_pointer (&places);
}

static gconstpointer
find_record (const GPtrArray *records, GHashTable *places, const char *key)
{
  guint place = find_place (places, key);

  return place > 0 ? g_ptr_array_index (records, place - 1) : NULL;
}

static gboolean
check_is_unique (const GArray *numbers, const char *path, GError **error)
{
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    for (guint k = 0; k < i; k++)
      if (g_array_index (numbers, gint64, i) == g_array_index (numbers, gint64, k))
        return bv_check_fail (error, "", _ ("the same as %s[%u]: each stands once"), path, k)
               || bv_check_fail_within (error, "%s[%u]", path, i);
  return TRUE;
}

static gboolean
check_period (gint64 from, gint64 to, const char *path, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (from == BV_NONE || to == BV_NONE || from <= to)
    return TRUE;
  first = bv_date_to_vietnamese (from);
  last = bv_date_to_vietnamese (to);
  return bv_check_fail (error, path, _ ("%s lies before the first day, %s"), last, first);
}

static gboolean
check_patterns (const BvCampaign *campaign, GError **error)
{
  for (guint i = 0; i < bv_campaign_entity.n_fields; i++)
    {
      const BvField *field = &bv_campaign_entity.fields[i];
      const char *pattern = NULL;

      if ((field->flags & BV_FIELD_PATTERN) != 0)
        pattern = BV_FIELD_STRING (campaign, field);
      if (pattern != NULL && !bv_submission_check_pattern (pattern, error))
        return bv_check_fail_within (error, "campaign.%s", field->name);
    }
  return TRUE;
}

static gboolean
check_fields (const BvCampaign *campaign, GError **error)
{
  if (campaign->starts == BV_NONE || campaign->ends == BV_NONE)
    return bv_check_fail (error, campaign->starts == BV_NONE ? "campaign.starts" : "campaign.ends",
                          _ ("it is missing: write the day as YYYY-MM-DD"));
  return check_period (campaign->starts, campaign->ends, "campaign.ends", error)
         && check_is_unique (campaign->tie_chain, "campaign.rules.tie_chain", error)
         && check_patterns (campaign, error);
}

static gboolean
check_unit (const Check *check, const BvUnit *unit, GError **error)
{
  g_autofree char *day = NULL;

  if (!bv_unit_is_valid_on (unit, check->campaign->starts))
    {
      day = bv_date_to_vietnamese (check->campaign->starts);
      return bv_check_fail (
        error, "code", _ ("“%s” is not valid on %s, when the campaign starts: name the unit of that day"),
        unit->code, day);
    }
  if (unit->parent != NULL && find_record (check->campaign->units, check->units, unit->parent) == NULL)
    return bv_check_fail (error, "parent", _ ("there is no unit “%s” in units: add it"), unit->parent);
  return check_is_unique (unit->leads, "leads", error);
}

/* Follows the parents of each unit once: a walk that meets itself is a circle. */
static gboolean
check_parents (const Check *check, GError **error)
{
  const GPtrArray *units = check->campaign->units;
  g_autofree guint *walks = g_new0 (guint, units->len);

  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);
      guint place = i + 1;

      while (place > 0 && walks[place - 1] == 0)
        {
          walks[place - 1] = i + 1;
          unit = g_ptr_array_index (units, place - 1);
          place = find_place (check->units, unit->parent);
        }
      if (place > 0 && walks[place - 1] == i + 1)
        return bv_check_fail (error, "parent", _ ("“%s” would be above itself"), unit->parent)
               || bv_check_fail_within (error, "units[%u]", find_place (check->units, unit->code) - 1);
    }
  return TRUE;
}

static gboolean
check_units (const Check *check, GError **error)
{
  for (guint i = 0; i < check->campaign->units->len; i++)
    if (!check_unit (check, g_ptr_array_index (check->campaign->units, i), error))
      return bv_check_fail_within (error, "units[%u]", i);
  return check_parents (check, error);
}

static gboolean
add_tie_breaker (Tree *tree, const BvCriterion *criterion, GError **error)
{
  gint64 number = criterion->tie_breaker;

  if (number == BV_NONE)
    return TRUE;
  if (number < 1 || number > TIE_BREAKER_MAX)
    return bv_check_fail (error, "tie_breaker", _ ("%" PRId64 " is out of range: 1 to %d"), number,
                          TIE_BREAKER_MAX);
  if (tree->tie_breakers[number] != NULL)
    return bv_check_fail (error, "tie_breaker",
                          _ ("%" PRId64 " is already the number of criterion “%s”: it occurs once a group"),
                          number, tree->tie_breakers[number]->code);
  tree->tie_breakers[number] = criterion;
  return TRUE;
}

static gboolean
add_node (Tree *tree, const BvCriterion *criterion, GError **error)
{
  Node *node;

  if (g_hash_table_contains (tree->nodes, criterion->code))
    return bv_check_fail (error, "code", _ ("“%s” occurs twice in the group: each is unique"),
                          criterion->code);
  node = g_new0 (Node, 1);
  node->criterion = criterion;
  g_hash_table_insert (tree->nodes, criterion->code, node);
  return TRUE;
}

static gboolean
check_assessor (const Tree *tree, const char *assessor, GError **error)
{
  if (assessor == NULL || find_place (tree->units, assessor) > 0)
    return TRUE;
  return bv_check_fail (error, "assessor", _ ("there is no unit “%s” in units: add it"), assessor);
}

static gboolean check_criteria (Tree *tree, const GPtrArray *criteria, guint depth, GError **error);

static gboolean
check_criterion (Tree *tree, const BvCriterion *criterion, guint depth, GError **error)
{
  if (!bv_check_criterion (criterion, error) || !add_node (tree, criterion, error)
      || !add_tie_breaker (tree, criterion, error) || !check_assessor (tree, criterion->assessor, error))
    return FALSE;
  tree->has_leaves |= bv_criterion_is_leaf (criterion);
  if (bv_criterion_is_leaf (criterion))
    return TRUE;
  if (depth == BV_CHECK_DEPTH_MAX)
    return bv_check_fail (error, "kind", _ ("sections are nested more than %d deep"), BV_CHECK_DEPTH_MAX);
  return check_criteria (tree, criterion->criteria, depth + 1, error);
}

static gboolean
check_criteria (Tree *tree, const GPtrArray *criteria, guint depth, GError **error)
{
  for (guint i = 0; i < criteria->len; i++)
    if (!check_criterion (tree, g_ptr_array_index (criteria, i), depth, error))
      return bv_check_fail_within (error, "criteria[%u]", i);
  return TRUE;
}

/* Each begins below the one before it. */
static gboolean
check_class (const BvGroup *group, guint index, GError **error)
{
  const BvGroupClass *self = g_ptr_array_index (group->classes, index);
  const BvGroupClass *before = index > 0 ? g_ptr_array_index (group->classes, index - 1) : NULL;

  if (*self->name == '\0')
    return bv_check_fail (error, "name", _ ("it is missing: give the class a name"));
  if (self->from < 0 || self->from > BV_CHECK_CLASS_FROM_MAX)
    return bv_check_fail (error, "from", _ ("out of range: a percent from 0 to 999.99"));
  if (before == NULL || self->from < before->from)
    return TRUE;
  return bv_check_fail (
    error, "from", _ ("not below that of “%s”, which stands before: write the best first"), before->name);
}

static gboolean
check_classes (const BvGroup *group, GError **error)
{
  for (guint i = 0; i < group->classes->len; i++)
    if (!check_class (group, i, error))
      return bv_check_fail_within (error, "classes[%u]", i);
  return TRUE;
}

static gboolean
check_group (Tree *tree, const BvGroup *group, GError **error)
{
  tree->group = group;
  tree->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return check_assessor (tree, group->assessor, error) && check_classes (group, error)
         && check_criteria (tree, group->criteria, 0, error);
}

static gboolean
check_groups (const Check *check, GError **error)
{
  for (guint i = 0; i < check->campaign->groups->len; i++)
    {
      check->trees[i].units = check->units;
      if (!check_group (&check->trees[i], g_ptr_array_index (check->campaign->groups, i), error))
        return bv_check_fail_within (error, "groups[%u]", i);
    }
  return TRUE;
}

/* A new group may wait for its criteria, but nobody can be scored where there is nothing to reach. */
static gboolean
check_full (const Check *check, GError **error)
{
  for (guint i = 0; i < check->campaign->groups->len; i++)
    {
      const Tree *tree = &check->trees[i];

      if ((tree->has_leaves || tree->in_use) && bv_group_full (tree->group) == 0)
        return bv_check_fail (error, "criteria",
                              _ ("the maxima, without bonus and deduction, sum to 0: nothing can be scored"))
               || bv_check_fail_within (error, "groups[%u]", i);
    }
  return TRUE;
}

static gboolean
quota_takes_kind (const BvQuota *quota, const BvGroup *group)
{
  if (quota->kind == BV_QUOTA_EITHER)
    return TRUE;
  return (quota->kind == BV_QUOTA_INDIVIDUAL) == (group->kind == BV_GROUP_INDIVIDUAL);
}

static gboolean
check_quota_group (const Check *check,
                   const BvQuota *quota,
                   const BvQuotaGroup *member,
                   GHashTable *seen,
                   GError **error)
{
  const BvGroup *group = find_record (check->campaign->groups, check->groups, member->group);

  if (group == NULL)
    return bv_check_fail (error, "", _ ("there is no group “%s”"), member->group);
  if (!g_hash_table_add (seen, member->group))
    return bv_check_fail (error, "", _ ("“%s” is named twice"), member->group);
  check->trees[find_place (check->groups, member->group) - 1].in_use = TRUE;
  if (!quota_takes_kind (quota, group))
    return bv_check_fail (
      error, "", _ ("“%s” is not of the quota’s kind: change one of them, or take “either”"), member->group);
  return TRUE;
}

static gboolean
check_quota_groups (const Check *check, const BvQuota *quota, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quota->groups->len; i++)
    if (!check_quota_group (check, quota, g_ptr_array_index (quota->groups, i), seen, error))
      return bv_check_fail_within (error, "groups[%u]", i);
  return TRUE;
}

static gboolean
check_quota_caps (const Check *check, const BvQuota *quota, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quota->per_group->len; i++)
    {
      const BvQuotaCap *cap = g_ptr_array_index (quota->per_group, i);

      if (find_record (check->campaign->groups, check->groups, cap->group) == NULL)
        return bv_check_fail (error, cap->group, _ ("there is no such group"))
               || bv_check_fail_within (error, "per_group");
      if (!g_hash_table_add (seen, cap->group))
        return bv_check_fail (error, cap->group, _ ("it is named twice"))
               || bv_check_fail_within (error, "per_group");
    }
  return TRUE;
}

/* Each that it names stands before it, so that none comes after itself. */
static gboolean
check_quota_after (const Check *check, guint index, GError **error)
{
  const BvQuota *quota = g_ptr_array_index (check->campaign->quotas, index);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quota->after->len; i++)
    {
      const char *key = ((const BvQuotaAfter *) g_ptr_array_index (quota->after, i))->after;
      guint place = find_place (check->quotas, key);

      if (place == 0 || place > index)
        return bv_check_fail (error, "",
                              place == 0 ? _ ("there is no quota “%s”")
                                         : _ ("“%s” does not stand before it: name quotas that do"),
                              key)
               || bv_check_fail_within (error, "after[%u]", i);
      if (!g_hash_table_add (seen, (gpointer) key))
        return bv_check_fail (error, "", _ ("“%s” is named twice"), key)
               || bv_check_fail_within (error, "after[%u]", i);
    }
  return TRUE;
}

static gboolean
check_quota (const Check *check, guint index, GError **error)
{
  const BvQuota *quota = g_ptr_array_index (check->campaign->quotas, index);

  if (quota->count == BV_NONE && quota->percent == BV_NONE)
    return bv_check_fail (error, "count", _ ("it is missing: give either count or percent"));
  if (quota->count != BV_NONE && quota->percent != BV_NONE)
    return bv_check_fail (error, "percent", _ ("count is given too: give one of them"));
  return check_quota_groups (check, quota, error) && check_quota_caps (check, quota, error)
         && check_quota_after (check, index, error);
}

static gboolean
check_quotas (const Check *check, GError **error)
{
  for (guint i = 0; i < check->campaign->quotas->len; i++)
    if (!check_quota (check, i, error))
      return bv_check_fail_within (error, "quotas[%u]", i);
  return TRUE;
}

static gboolean
check_role (const BvPerson *person, GError **error)
{
  static const char *const roles[] = { "lãnh đạo", "tham mưu", "trực tiếp", NULL };
  g_autofree char *list = NULL;
  g_autofree char *excerpt = NULL;

  if (*person->role == '\0' || g_strv_contains (roles, person->role))
    return TRUE;
  list = g_strjoinv (", ", (char **) roles);
  excerpt = bv_text_excerpt (person->role);
  return bv_check_fail (error, "person.role", _ ("“%s” is none of: %s; leave it empty if none fits"), excerpt,
                        list);
}

static gboolean
check_person (const BvNominee *nominee, const BvGroup *group, GError **error)
{
  if (nominee->person == NULL && group->kind == BV_GROUP_INDIVIDUAL)
    return bv_check_fail (error, "person", _ ("it is missing: “%s” is a group of individuals"), group->key);
  if (nominee->person != NULL && group->kind == BV_GROUP_COLLECTIVE)
    return bv_check_fail (error, "person", _ ("“%s” is a group of collectives: remove the person"),
                          group->key);
  if (nominee->person != NULL && *nominee->person->name == '\0')
    return bv_check_fail (error, "person.name", _ ("it is missing: write the full name"));
  return nominee->person == NULL || check_role (nominee->person, error);
}

static gboolean
check_holds (const BvNominee *nominee, GError **error)
{
  for (guint i = 0; i < nominee->holds->len; i++)
    {
      const BvHold *hold = g_ptr_array_index (nominee->holds, i);

      if (!check_period (hold->from, hold->to, "to", error))
        return bv_check_fail_within (error, "holds[%u]", i);
    }
  return TRUE;
}

static gboolean
check_decision (const Check *check, const BvDecision *decision, GHashTable *seen, GError **error)
{
  if (decision->quota != NULL && find_place (check->quotas, decision->quota) == 0)
    return bv_check_fail (error, "quota", _ ("there is no quota “%s”"), decision->quota);
  if (g_hash_table_add (seen, decision->quota != NULL ? decision->quota : (gpointer) ""))
    return TRUE;
  if (decision->quota == NULL)
    return bv_check_fail (error, "quota", _ ("a second decision without a quota: one is enough"));
  return bv_check_fail (error, "quota", _ ("a second decision on “%s”: there is one a quota"),
                        decision->quota);
}

static gboolean
check_decisions (const Check *check, const BvNominee *nominee, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (nominee->decision != NULL && nominee->decisions->len > 0)
    return bv_check_fail (error, "decisions", _ ("“decision” is there too: leave one of the two out"));
  for (guint i = 0; i < nominee->decisions->len; i++)
    if (!check_decision (check, g_ptr_array_index (nominee->decisions, i), seen, error))
      return bv_check_fail_within (error, "decisions[%u]", i);
  return TRUE;
}

/**
 * bv_check_votes:
 * @votes: (nullable): the votes of the council on a nominee
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set where they cannot be
 */
gboolean
bv_check_votes (const BvVote *votes, GError **error)
{
  static const char *const counts[] = { "for", "against", "in_writing", "present", "members" };

  if (votes == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 count = BV_FIELD_NUMBER (votes, bv_entity_find_field (&bv_vote_entity, counts[i]));

      if (count < 0)
        return bv_check_fail (error, counts[i], _ ("%" PRId64 " is less than 0"), count)
               || bv_check_fail_within (error, "votes");
    }
  if (votes->members > 0 && votes->in_favour > votes->members)
    return bv_check_fail (error, "votes.for", _ ("%" PRId64 " of %" PRId64 " members"), votes->in_favour,
                          votes->members);
  return TRUE;
}

static gboolean
check_evidence_exists (const Check *check, const BvAssessment *assessment, GError **error)
{
  for (guint i = 0; i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);

      if (find_record (check->campaign->evidence, check->evidence, link->evidence) == NULL)
        return bv_check_fail (error, "", _ ("there is no evidence “%s”"), link->evidence)
               || bv_check_fail_within (error, "evidence[%u]", i);
    }
  return TRUE;
}

static gboolean
check_one_assessment (const Check *check,
                      const Tree *tree,
                      const BvAssessment *assessment,
                      guint nominee,
                      GError **error)
{
  Node *node = g_hash_table_lookup (tree->nodes, assessment->criterion);

  if (node == NULL)
    return bv_check_fail (error, "criterion", _ ("there is no “%s” in group “%s”"), assessment->criterion,
                          tree->group->key);
  if (!bv_criterion_is_leaf (node->criterion))
    return bv_check_fail (error, "criterion", _ ("“%s” is a section: name a criterion under it"),
                          assessment->criterion);
  if (node->nominee == nominee + 1)
    return bv_check_fail (error, "criterion", _ ("“%s” is assessed twice"), assessment->criterion);
  node->nominee = nominee + 1;
  return bv_check_assessment (assessment, node->criterion, error)
         && check_evidence_exists (check, assessment, error);
}

static gboolean
check_assessments (const Check *check, const Tree *tree, guint nominee, GError **error)
{
  const BvNominee *self = g_ptr_array_index (check->campaign->nominees, nominee);

  for (guint i = 0; i < self->assessments->len; i++)
    if (!check_one_assessment (check, tree, g_ptr_array_index (self->assessments, i), nominee, error))
      return bv_check_fail_within (error, "assessments[%u]", i);
  return TRUE;
}

static gboolean
check_report (const Check *check, const BvAchievementReport *report, GError **error)
{
  if (report == NULL || report->evidence == NULL
      || find_record (check->campaign->evidence, check->evidence, report->evidence) != NULL)
    return TRUE;
  return bv_check_fail (error, "report.evidence", _ ("there is no evidence “%s”"), report->evidence);
}

static gboolean
check_nominee (const Check *check, guint index, GError **error)
{
  const BvNominee *nominee = g_ptr_array_index (check->campaign->nominees, index);
  guint place = find_place (check->groups, nominee->group);

  if (place == 0)
    return bv_check_fail (error, "group", _ ("there is no group “%s”"), nominee->group);
  check->trees[place - 1].in_use = TRUE;
  if (find_record (check->campaign->units, check->units, nominee->unit) == NULL)
    return bv_check_fail (error, "unit", _ ("there is no unit “%s” in units: add it"), nominee->unit);
  return check_person (nominee, check->trees[place - 1].group, error) && check_holds (nominee, error)
         && check_decisions (check, nominee, error) && bv_check_votes (nominee->votes, error)
         && check_report (check, nominee->report, error)
         && check_assessments (check, &check->trees[place - 1], index, error);
}

static gboolean
check_nominees (const Check *check, GError **error)
{
  for (guint i = 0; i < check->campaign->nominees->len; i++)
    if (!check_nominee (check, i, error))
      return bv_check_fail_within (error, "nominees[%u]", i);
  return TRUE;
}

static gboolean
check_evidence (const Check *check, GError **error)
{
  for (guint i = 0; i < check->campaign->evidence->len; i++)
    {
      const BvEvidence *piece = g_ptr_array_index (check->campaign->evidence, i);

      if (piece->sha256 != NULL
          && (strlen (piece->sha256) != 64 || strspn (piece->sha256, "0123456789abcdef") != 64))
        return bv_check_fail (error, "sha256", _ ("not 64 lower-case hexadecimal digits"))
               || bv_check_fail_within (error, "evidence[%u]", i);
    }
  return TRUE;
}

/* Who is left when the others were removed says nothing, and does no harm. */
static gboolean
check_distinct_nominees (const Check *check, const BvDistinct *distinct, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < distinct->nominees->len; i++)
    {
      const char *key = ((const BvDistinctNominee *) g_ptr_array_index (distinct->nominees, i))->nominee;

      if (find_place (check->nominees, key) == 0)
        return bv_check_fail (error, "", _ ("there is no nominee “%s”"), key)
               || bv_check_fail_within (error, "nominees[%u]", i);
      if (!g_hash_table_add (seen, (gpointer) key))
        return bv_check_fail (error, "", _ ("“%s” is named twice"), key)
               || bv_check_fail_within (error, "nominees[%u]", i);
    }
  return TRUE;
}

static gboolean
check_distinct (const Check *check, GError **error)
{
  for (guint i = 0; i < check->campaign->distinct->len; i++)
    if (!check_distinct_nominees (check, g_ptr_array_index (check->campaign->distinct, i), error))
      return bv_check_fail_within (error, "distinct[%u]", i);
  return TRUE;
}

static gboolean
check_init (Check *check, GError **error)
{
  const BvCampaign *campaign = check->campaign;

  check->trees = g_new0 (Tree, campaign->groups->len);
  return (check->units = index_keys (campaign->units, "units", error)) != NULL
         && (check->groups = index_keys (campaign->groups, "groups", error)) != NULL
         && (check->quotas = index_keys (campaign->quotas, "quotas", error)) != NULL
         && (check->nominees = index_keys (campaign->nominees, "nominees", error)) != NULL
         && (check->evidence = index_keys (campaign->evidence, "evidence", error)) != NULL;
}

static void
check_clear (Check *check)
{
  for (guint i = 0; i < check->campaign->groups->len; i++)
    g_clear_pointer (&check->trees[i].nodes, g_hash_table_unref);
  g_clear_pointer (&check->units, g_hash_table_unref);
  g_clear_pointer (&check->groups, g_hash_table_unref);
  g_clear_pointer (&check->quotas, g_hash_table_unref);
  g_clear_pointer (&check->nominees, g_hash_table_unref);
  g_clear_pointer (&check->evidence, g_hash_table_unref);
  g_free (check->trees);
}

/**
 * bv_check_campaign:
 * @campaign: a campaign with all that belongs to it
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Checks all that RULES.md and CONTRACT.md ask of the content of an interchange file.
 *
 * Returns: %FALSE with @error set, its path that in the file (`nominees[3].group`)
 */
gboolean
bv_check_campaign (const BvCampaign *campaign, GError **error)
{
  Check check = { .campaign = campaign };
  gboolean ok = check_init (&check, error) && check_fields (campaign, error) && check_units (&check, error)
                && check_groups (&check, error) && check_quotas (&check, error)
                && check_evidence (&check, error) && check_nominees (&check, error)
                && check_distinct (&check, error) && check_full (&check, error);

  check_clear (&check);
  return ok;
}
