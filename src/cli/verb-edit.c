/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/criterion-target.h"
#include "cli/edit-target.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/check-dates.h"
#include "core/criterion.h"
#include "core/namesakes.h"
#include "core/text/text.h"
#include "core/unit.h"
#include "exchange/interchange/json-field.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/registry/unit-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ENTITY and KEY stand before the fields. */
#define FIRST_FIELD 2

/* "parent=CODE" of a new criterion is the section it stands in, and no field of its own. */
#define PARENT "parent"

static const char *
find_value (const BvCall *call, const char *name)
{
  gsize length = strlen (name);

  for (guint i = FIRST_FIELD; i < call->operands->len; i++)
    {
      const char *text = bv_call_operand (call, i);

      if (strncmp (text, name, length) == 0 && text[length] == '=')
        return text + length + 1;
    }
  return NULL;
}

static gboolean
is_parent (const BvRecord *record, const char *name)
{
  return record->entity == &bv_criterion_entity && g_str_equal (name, PARENT);
}

static gboolean
set_field (gpointer record, const char *name, const char *value, gboolean is_new, GError **error)
{
  const BvEntity *entity = ((BvRecord *) record)->entity;
  const BvField *field = bv_entity_find_field (entity, name);
  gboolean is_key = field != NULL && (field->flags & BV_FIELD_KEY) != 0;

  if (is_new && is_parent (record, name))
    return TRUE;
  if (is_key && (is_new || entity == &bv_assessment_entity))
    return bv_call_fail_usage (error, _ ("%s: KEY says so already: leave it out"), name);
  if (!is_new && field != NULL && field->target == &bv_criterion_entity && bv_field_is_child (field))
    return bv_call_fail_usage (error, _ ("%s: change them one by one: add, set and remove criterion"), name);
  return bv_json_field_set (record, name, value, error);
}

static gboolean
set_fields (const BvCall *call, gpointer record, gboolean is_new, GError **error)
{
  for (guint i = FIRST_FIELD; i < call->operands->len; i++)
    {
      const char *text = bv_call_operand (call, i);
      const char *equals = strchr (text, '=');
      g_autofree char *excerpt = bv_text_excerpt (text);
      g_autofree char *name = NULL;

      if (equals == NULL || equals == text)
        return bv_call_fail_usage (error, _ ("“%s”: write it as FIELD=VALUE"), excerpt);
      name = g_strndup (text, equals - text);
      if (!set_field (record, name, equals + 1, is_new, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_required (const BvCall *call, const BvEntity *entity, GError **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];

      if ((field->flags & BV_FIELD_REQUIRED) == 0 || (field->flags & BV_FIELD_KEY) != 0
          || find_value (call, field->name) != NULL)
        continue;
      g_set_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_REQUIRED,
                   _ ("%s of the new %s is missing: give it as %s=VALUE"), field->name, entity->name,
                   field->name);
      return FALSE;
    }
  return TRUE;
}

static gpointer
make_record (const BvCall *call, const BvEditTarget *target, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (target->entity);

  if (!bv_json_field_set (record, bv_entity_key_field (target->entity)->name, target->key, error)
      || !set_fields (call, record, TRUE, error) || !check_required (call, target->entity, error))
    return NULL;
  return g_steal_pointer (&record);
}

static gboolean
add_assessment (const BvEditTarget *target, const BvRecord *record, GError **error)
{
  gboolean has;

  if (!bv_edit_target_has_assessment (target, &has, error))
    return FALSE;
  if (!has)
    return bv_edit_write_assessment (target->library, target->campaign, target->owner,
                                     (const BvAssessment *) record, error);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS,
               _ ("criterion “%s” is assessed already: use “set”"), target->key);
  return FALSE;
}

static gboolean
add_record (const BvCall *call, const BvEditTarget *target, gpointer record, GError **error)
{
  const char *parent = find_value (call, PARENT);
  gint64 owner = target->owner;

  if (target->entity == &bv_assessment_entity)
    return add_assessment (target, record, error);
  if (target->entity == &bv_criterion_entity && parent != NULL)
    owner = bv_edit_find (target->library, target->campaign, target->entity, target->owner, parent, error);
  return (owner != 0 || target->campaign == 0)
         && bv_edit_add (target->library, target->campaign, owner, record, error);
}

static void
print_record (const BvCall *call, const BvEditTarget *target, const BvRecord *record)
{
  BvJsonWriter writer;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      bv_output_done (target->library);
      return;
    }
  bv_json_writer_init (&writer, 1024);
  bv_json_writer_record (&writer, record);
  bv_output_json (&writer);
}

static void
warn_of_dates (const BvCampaign *campaign, const BvRecord *record)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  bv_check_dates (campaign, record, "", warnings);
  for (guint i = 0; i < warnings->len; i++)
    bv_output_warn (g_ptr_array_index (warnings, i));
}

static gboolean
warn_of_namesakes (const BvEditTarget *target, const BvRecord *record, GError **error)
{
  g_autoptr (BvCampaign) campaign = NULL;
  g_autofree char *warning = NULL;

  if (record->entity != &bv_unit_entity)
    return TRUE;
  campaign = bv_campaigns_read (target->library, target->campaign, BV_CAMPAIGN_UNITS, error);
  if (campaign == NULL)
    return FALSE;
  warning = bv_namesakes_warn_of (campaign, bv_record_key (record));
  if (warning != NULL)
    bv_output_warn (warning);
  return TRUE;
}

static gboolean
read_and_print (const BvCall *call, BvEditTarget *target, gint64 id, GError **error)
{
  g_autoptr (BvRecord) record = NULL;
  g_autoptr (BvCampaign) campaign = NULL;

  if (target->campaign == 0)
    target->campaign = id;
  record = bv_edit_target_read (target, id, error);
  campaign
    = record != NULL ? bv_edit_read (target->library, &bv_campaign_entity, target->campaign, error) : NULL;
  if (campaign == NULL || !warn_of_namesakes (target, record, error))
    return FALSE;
  warn_of_dates (campaign, record);
  print_record (call, target, record);
  return TRUE;
}

/**
 * bv_verb_add:
 * @call: a call
 * @error: return location for an error
 *
 * Adds a record of any entity.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_add (const BvCall *call, GError **error)
{
  g_auto (BvEditTarget) target = { .library = NULL };
  g_autoptr (BvRecord) record = NULL;
  GError *cause = NULL;

  if (!bv_edit_target_init (&target, call, BV_LIBRARY_WRITE, TRUE, error))
    return FALSE;
  record = make_record (call, &target, error);
  if (record == NULL || !add_record (call, &target, record, error))
    return FALSE;
  return bv_output_settle (read_and_print (call, &target, record->id, &cause), cause);
}

/* What "set" and "remove" work on; an assessment has no row of its own. */
static gboolean
find_target (const BvCall *call, BvEditTarget *target, gint64 *id, GError **error)
{
  *id = 0;
  if (!bv_edit_target_init (target, call, BV_LIBRARY_WRITE, FALSE, error))
    return FALSE;
  return target->entity == &bv_assessment_entity || (*id = bv_edit_target_find (target, error)) != 0;
}

/* From a day on, until which the unit is as it was. */
static gboolean
change_unit (const BvCall *call, const BvEditTarget *target, BvRecord *record, GError **error)
{
  gint64 day = BV_NONE;

  if (target->entity != &bv_unit_entity)
    return bv_call_fail_usage (error, _ ("--since: only a unit changes on a day"));
  return bv_call_take_date (call, BV_OPTION_SINCE, &day, error)
         && bv_unit_edit_change_from (target->library, target->campaign, (BvUnit *) record, day, error) != 0;
}

static gboolean
update_record (const BvCall *call, const BvEditTarget *target, BvRecord *record, GError **error)
{
  gboolean ok;

  if (!set_fields (call, record, FALSE, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_SINCE))
    return change_unit (call, target, record, error);
  if (target->entity == &bv_assessment_entity)
    return bv_edit_write_assessment (target->library, target->campaign, target->owner,
                                     (const BvAssessment *) record, error);
  ok = bv_edit_update_mending (target->library, target->campaign, record,
                               bv_criterion_target_read_mend (call), error);
  return bv_criterion_target_advise (call, ok, error);
}

/**
 * bv_verb_set:
 * @call: a call
 * @error: return location for an error
 *
 * Changes fields of a record.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_set (const BvCall *call, GError **error)
{
  g_auto (BvEditTarget) target = { .library = NULL };
  g_autoptr (BvRecord) record = NULL;
  GError *cause = NULL;
  gint64 id;

  if (!find_target (call, &target, &id, error))
    return FALSE;
  record = target.entity == &bv_assessment_entity ? bv_edit_target_read (&target, 0, error)
                                                  : bv_edit_read (target.library, target.entity, id, error);
  if (record == NULL || !update_record (call, &target, record, error))
    return FALSE;
  return bv_output_settle (read_and_print (call, &target, record->id, &cause), cause);
}

static gboolean
remove_record (const BvCall *call, const BvEditTarget *target, gint64 id, GError **error)
{
  gboolean ok;

  if (target->entity == &bv_assessment_entity)
    return bv_edit_remove_assessment (target->library, target->campaign, target->owner, target->key, error);
  ok = bv_edit_remove_mending (target->library, target->campaign, target->entity, id,
                               bv_criterion_target_read_mend (call), error);
  return bv_criterion_target_advise (call, ok, error);
}

/**
 * bv_verb_remove:
 * @call: a call
 * @error: return location for an error
 *
 * Removes a record with all that belongs to it.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_remove (const BvCall *call, GError **error)
{
  g_auto (BvEditTarget) target = { .library = NULL };
  g_autoptr (BvRecord) record = NULL;
  gint64 id;

  if (!find_target (call, &target, &id, error))
    return FALSE;
  record = bv_edit_target_read (&target, id, error);
  if (record == NULL || !remove_record (call, &target, id, error))
    return FALSE;
  print_record (call, &target, record);
  return TRUE;
}
