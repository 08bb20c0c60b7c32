/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/edit-check.h"

#include "core/check.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "store/campaigns.h"
#include "store/records.h"
#include "store/statement.h"

/* The units that groups and criteria name. */
#define ASSESSORS                                                                                    \
  "SELECT assessor FROM \"group\" WHERE campaign = ?1 AND assessor IS NOT NULL UNION "               \
  "SELECT c.assessor FROM criterion c JOIN \"group\" g ON g.id = c.\"group\" WHERE g.campaign = ?1 " \
  "AND c.assessor IS NOT NULL"

/* A unit, by its row ?2 or its code ?3, those who assess, and those above them. The unit is found first: else
 * all that take part would be looked at. */
#define LINES                                                                                   \
  "WITH RECURSIVE line (id) AS (SELECT u.id FROM unit u CROSS JOIN participation p "            \
  "ON p.campaign = ?1 AND p.unit = u.id WHERE u.id = ?2 OR u.code = ?3 UNION " ASSESSORS        \
  " UNION SELECT u.parent FROM unit u JOIN line ON u.id = line.id WHERE u.parent IS NOT NULL) " \
  "SELECT id FROM line"

/* What the nominee ?1 names: its report, and what proves its scores where ?2. */
#define EVIDENCE_OF                                                          \
  "SELECT evidence FROM achievement_report WHERE nominee = ?1 AND evidence " \
  "UNION SELECT evidence FROM evidence_link WHERE nominee = ?1 AND ?2"

/* Reads the records of @ids into an array of a campaign. */
static gboolean
read_into (BvLibrary *library, GPtrArray *array, const BvEntity *entity, GPtrArray *ids, GError **error)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gpointer record
        = bv_records_read (library, entity, *(const gint64 *) g_ptr_array_index (ids, i), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (array, record);
    }
  return ids != NULL;
}

/**
 * bv_edit_add_participation:
 * @library: a library, in an action
 * @campaign: a campaign's row
 * @unit: a unit's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * A unit takes part together with the units above it, which the interchange file names too.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_edit_add_participation (BvLibrary *library, gint64 campaign, gint64 unit, GError **error)
{
  return bv_statement_run (
    library,
    "WITH RECURSIVE line (id) AS (SELECT ?2 UNION SELECT u.parent FROM unit u JOIN line ON u.id = line.id "
    "WHERE u.parent IS NOT NULL) "
    "INSERT INTO participation (campaign, unit, ordinal) SELECT ?1, id, (SELECT ifnull (max (ordinal), -1) + 1 "
    "FROM participation WHERE campaign = ?1) + row_number () OVER () - 1 FROM line "
    "WHERE id NOT IN (SELECT unit FROM participation WHERE campaign = ?1)",
    error, "ii", campaign, unit);
}

/* What every campaign has to be right in, with the units that this speaks of, and one more. */
static BvCampaign *
read_part (BvLibrary *library, gint64 campaign, gint64 unit, const char *code, GError **error)
{
  g_autoptr (BvCampaign) part = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (GPtrArray) units = NULL;

  if (part == NULL)
    return NULL;
  units = bv_statement_list_ids (library, LINES, error, "iis", campaign, unit, code);
  return read_into (library, part->units, &bv_unit_entity, units, error) ? g_steal_pointer (&part) : NULL;
}

static gboolean
check_all (BvLibrary *library, gint64 id, BvCampaignParts parts, GError **error)
{
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (library, id, parts, error);

  return campaign != NULL && bv_check_campaign (campaign, error);
}

/* Whether the campaign keeps the rules is asked of the part that the edit concerns. Where that part breaks
 * one, the places in the message are those of the whole. */
static gboolean
check_part (BvLibrary *library, gint64 id, const BvCampaign *part, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (bv_check_campaign (part, &local))
    return TRUE;
  if (check_all (library, id, BV_CAMPAIGN_FRAME, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The place in an array that was made for the check says nothing to the user. */
static gboolean
check_one_nominee (BvCampaign *part, BvRecord *nominee, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_ptr_array_add (part->nominees, nominee);
  if (bv_check_campaign (part, &local))
    return TRUE;
  bv_check_error_leave (local, "nominees[0]");
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Scores that stay as they are, in the same group, need no evidence to be looked at. */
static gboolean
keeps_assessments (const BvNominee *before, const BvNominee *after)
{
  const BvField *field = bv_entity_find_field (&bv_nominee_entity, "assessments");

  return before != NULL && g_str_equal (before->group, after->group) && bv_field_equal (field, before, after);
}

/* A nominee breaks no rule of another. */
static gboolean
check_nominee (BvLibrary *library,
               gint64 campaign,
               const BvNominee *before,
               const BvNominee *after,
               GError **error)
{
  g_autoptr (BvCampaign) part = read_part (library, campaign, 0, after->unit, error);
  gboolean keeps = keeps_assessments (before, after);
  g_autoptr (GPtrArray) evidence
    = bv_statement_list_ids (library, EVIDENCE_OF, error, "ii", after->record.id, (gint64) !keeps);
  BvRecord *nominee;

  if (part == NULL || !read_into (library, part->evidence, &bv_evidence_entity, evidence, error))
    return FALSE;
  nominee = bv_record_copy (after);
  if (keeps)
    bv_field_clear (bv_entity_find_field (&bv_nominee_entity, "assessments"), nominee);
  return check_one_nominee (part, nominee, error);
}

static gboolean
check_evidence (BvLibrary *library, gint64 campaign, const BvRecord *evidence, GError **error)
{
  g_autoptr (BvCampaign) part = read_part (library, campaign, 0, NULL, error);

  if (part == NULL)
    return FALSE;
  g_ptr_array_add (part->evidence, bv_record_copy (evidence));
  return check_part (library, campaign, part, error);
}

static gboolean
check_quota (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvCampaign) part = read_part (library, campaign, 0, NULL, error);

  return part != NULL && bv_check_campaign (part, error);
}

static gboolean
check_unit_in (BvLibrary *library, gint64 campaign, const BvUnit *unit, GError **error)
{
  g_autoptr (BvCampaign) part = read_part (library, campaign, unit->record.id, unit->code, error);

  return part != NULL && check_part (library, campaign, part, error);
}

/* The registry is shared: what is changed in a unit must be right in every campaign that it takes part in. */
static gboolean
check_unit (BvLibrary *library, const BvUnit *unit, GError **error)
{
  g_autoptr (GArray) campaigns = bv_campaigns_list_of_unit (library, unit->record.id, error);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      gint64 campaign = g_array_index (campaigns, gint64, i);

      if (!bv_edit_add_participation (library, campaign, unit->record.id, error)
          || !check_unit_in (library, campaign, unit, error))
        return FALSE;
    }
  return campaigns != NULL;
}

/* Plain words cannot break a rule of the campaign, but a hash of evidence and a pattern can; everything else
 * is checked. */
static gboolean
needs_check (const BvRecord *before, const BvRecord *after)
{
  if (before == NULL || after->entity == &bv_evidence_entity)
    return TRUE;
  for (guint i = 0; i < after->entity->n_fields; i++)
    {
      const BvField *field = &after->entity->fields[i];

      if ((field->type != BV_FIELD_TEXT || (field->flags & (BV_FIELD_KEY | BV_FIELD_PATTERN)) != 0)
          && !bv_field_equal (field, before, after))
        return TRUE;
    }
  return FALSE;
}

/* Whether somebody is in a group in which there is nothing to reach. */
static gboolean
look_for_nominees (BvLibrary *library, const GPtrArray *groups, gint64 *found, GError **error)
{
  *found = FALSE;
  for (guint i = 0; i < groups->len && !*found; i++)
    {
      const BvGroup *group = g_ptr_array_index (groups, i);

      if (bv_group_full (group) == 0
          && !bv_statement_read_number (library, "SELECT EXISTS (SELECT * FROM nominee WHERE \"group\" = ?1)",
                                        found, error, "i", group->record.id))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_edit_check_trees:
 * @library: a library, in an action that has written criteria whose answers, if any, are right
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Asks of the trees alone, however many are scored by them; but those have to have something to reach.
 *
 * Returns: %FALSE with @error set where they break a rule
 */
gboolean
bv_edit_check_trees (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvCampaign) part
    = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD | BV_CAMPAIGN_UNITS, error);
  gint64 found;

  if (part == NULL || !bv_check_campaign (part, error)
      || !look_for_nominees (library, part->groups, &found, error))
    return FALSE;
  return !found || check_all (library, campaign, BV_CAMPAIGN_WHOLE, error);
}

/* What is gone breaks a rule only where others are scored by it. */
static gboolean
check_without (BvLibrary *library, gint64 campaign, const BvEntity *entity, GError **error)
{
  if (entity != &bv_group_entity && entity != &bv_criterion_entity)
    return TRUE;
  return bv_edit_check_trees (library, campaign, error);
}

/**
 * bv_edit_check:
 * @library: a library, in an action that has written the edit
 * @campaign: a campaign's row
 * @before: (nullable): the record before; %NULL: it is new
 * @after: (nullable): the record after; %NULL: it is removed
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Reads no more of the campaign than the edit can concern: the answers to a criterion were brought to what it
 * asks before; what is said of the campaign concerns all units.
 *
 * Returns: %FALSE with @error set where the edit breaks a rule
 */
gboolean
bv_edit_check (BvLibrary *library,
               gint64 campaign,
               const BvRecord *before,
               const BvRecord *after,
               GError **error)
{
  const BvEntity *entity = after != NULL ? after->entity : before->entity;

  if (after == NULL)
    return check_without (library, campaign, entity, error);
  if (!needs_check (before, after))
    return TRUE;
  if (entity == &bv_unit_entity)
    return check_unit (library, (const BvUnit *) after, error);
  if (entity == &bv_nominee_entity)
    return check_nominee (library, campaign, (const BvNominee *) before, (const BvNominee *) after, error);
  if (entity == &bv_evidence_entity)
    return check_evidence (library, campaign, after, error);
  if (entity == &bv_quota_entity)
    return check_quota (library, campaign, error);
  if (entity == &bv_group_entity || entity == &bv_criterion_entity)
    return bv_edit_check_trees (library, campaign, error);
  return check_all (library, campaign, BV_CAMPAIGN_FRAME, error);
}
