/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/edit-target.h"

#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/text/text.h"
#include "core/unit.h"
#include "store/assessment-edit.h"
#include "store/campaigns.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const BvEntity *const entities[] = {
  &bv_campaign_entity, &bv_unit_entity,    &bv_group_entity,    &bv_criterion_entity,
  &bv_quota_entity,    &bv_nominee_entity, &bv_evidence_entity, &bv_assessment_entity,
};

/* The plural of an entity that has no array of its own at the root of the file. */
static gboolean
is_named (const BvEntity *entity, const char *word)
{
  return g_str_equal (word, entity->name) || g_strcmp0 (word, entity->plural) == 0
         || (entity == &bv_criterion_entity && g_str_equal (word, "criteria"))
         || (entity == &bv_assessment_entity && g_str_equal (word, "assessments"));
}

static const BvEntity *
find_entity (const char *word, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *excerpt = bv_text_excerpt (word);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (is_named (entities[i], word))
        return entities[i];
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", entities[i]->name);
    }
  bv_call_fail_usage (error, _ ("“%s” is no entity: write one of %s"), excerpt, known->str);
  return NULL;
}

/* The owner of what is named "GROUP/CODE" or "NOMINEE/CRITERION". Keys of groups and nominees have no slash,
 * codes may. */
static gboolean
split_key (BvEditTarget *target, const char *text, GError **error)
{
  gboolean of_group = target->entity == &bv_criterion_entity;
  const BvEntity *owner = of_group ? &bv_group_entity : &bv_nominee_entity;
  const char *slash = strchr (text, '/');
  g_autofree char *owner_key = NULL;

  if (slash == NULL)
    return bv_call_fail_usage (error, _ ("“%s”: write the key as %s"), text,
                               of_group ? "GROUP/CODE" : "NOMINEE/CRITERION");
  owner_key = g_strndup (text, slash - text);
  target->key = g_strdup (slash + 1);
  target->owner = bv_edit_find (target->library, target->campaign, owner, target->campaign, owner_key, error);
  return target->owner != 0;
}

static gboolean
find_place (BvEditTarget *target, const BvCall *call, const char *key, gboolean is_new, GError **error)
{
  gboolean is_campaign = target->entity == &bv_campaign_entity;

  if (!is_campaign || !is_new)
    {
      target->campaign
        = bv_campaigns_find (target->library, is_campaign ? key : call->options[BV_OPTION_CAMPAIGN], error);
      if (target->campaign == 0)
        return FALSE;
    }
  target->owner = target->campaign;
  if (target->entity == &bv_criterion_entity || target->entity == &bv_assessment_entity)
    return split_key (target, key, error);
  target->key = g_strdup (key);
  return TRUE;
}

/**
 * bv_edit_target_init:
 * @target: a target on the stack; to be cleared in any case
 * @call: a call whose first operands are ENTITY and KEY
 * @mode: how the library is opened
 * @is_new: whether the record is to be added
 * @error: return location for %BV_CALL_ERROR_USAGE or a %BV_STORE_ERROR
 *
 * Opens the library, and finds where the record belongs.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_edit_target_init (BvEditTarget *target,
                     const BvCall *call,
                     BvLibraryMode mode,
                     gboolean is_new,
                     GError **error)
{
  *target = (BvEditTarget){ .entity = find_entity (bv_call_operand (call, 0), error) };
  if (target->entity == NULL)
    return FALSE;
  target->library = bv_call_open (call, mode, error);
  return target->library != NULL && find_place (target, call, bv_call_operand (call, 1), is_new, error);
}

/**
 * bv_edit_target_clear:
 * @target: a target
 */
void
bv_edit_target_clear (BvEditTarget *target)
{
  g_clear_pointer (&target->library, bv_library_close);
  g_clear_pointer (&target->key, g_free);
}

/**
 * bv_edit_target_find:
 * @target: a target that is no assessment
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the record's row; 0 with @error set where there is none
 */
gint64
bv_edit_target_find (const BvEditTarget *target, GError **error)
{
  if (target->entity == &bv_campaign_entity)
    return target->campaign;
  return bv_edit_find (target->library, target->campaign, target->entity, target->owner, target->key, error);
}

static gpointer
find_criterion (GPtrArray *criteria, gint64 id)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);
      gpointer found = criterion->record.id == id ? criterion : find_criterion (criterion->criteria, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find_in_groups (GPtrArray *groups, gint64 id)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BvGroup *group = g_ptr_array_index (groups, i);
      gpointer found = group->record.id == id ? group : find_criterion (group->criteria, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * bv_edit_target_read:
 * @target: a target
 * @id: the record's row; of an assessment it does not matter
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the record with all that is within it, criteria too; %NULL with @error
 * set on failure
 */
gpointer
bv_edit_target_read (const BvEditTarget *target, gint64 id, GError **error)
{
  g_autoptr (BvCampaign) head = NULL;

  if (target->entity == &bv_assessment_entity)
    return bv_edit_read_assessment (target->library, target->campaign, target->owner, target->key, error);
  if (target->entity != &bv_group_entity && target->entity != &bv_criterion_entity)
    return bv_edit_read (target->library, target->entity, id, error);
  head = bv_campaigns_read (target->library, target->campaign, BV_CAMPAIGN_HEAD, error);
  return head != NULL ? bv_record_copy (find_in_groups (head->groups, id)) : NULL;
}

/**
 * bv_edit_target_has_assessment:
 * @target: a target that is an assessment
 * @has: (out): whether it is there
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_edit_target_has_assessment (const BvEditTarget *target, gboolean *has, GError **error)
{
  g_autoptr (BvAssessmentEdit) edit
    = bv_assessment_edit_new (target->library, target->campaign, target->owner, target->key, error);

  *has = edit != NULL && bv_assessment_edit_exists (edit);
  return edit != NULL;
}
