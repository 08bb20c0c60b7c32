/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-warnings.h"

#include "core/check-dates.h"
#include "core/council.h"
#include "core/criterion-kind.h"
#include "core/group.h"
#include "core/namesakes.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "core/tree/criterion-sum.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void add_warning (GPtrArray *warnings, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_warning (GPtrArray *warnings, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (warnings, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
warn_of_due (const char *path, const BvCriterion *criterion, gint64 starts, GPtrArray *warnings)
{
  if (bv_criterion_count_due (criterion) == 0)
    add_warning (warnings, _ ("%s.due: the reports have no due dates"), path);
  for (guint i = 0; i < bv_criterion_count_due (criterion); i++)
    if (g_array_index (criterion->due, gint64, i) < starts)
      {
        g_autofree char *day = bv_date_to_vietnamese (g_array_index (criterion->due, gint64, i));

        add_warning (warnings, _ ("%s.due[%u]: %s lies before the campaign starts"), path, i, day);
      }
}

static void
warn_of_criteria (const char *path, const GPtrArray *criteria, gint64 starts, GPtrArray *warnings)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *place = g_strdup_printf ("%s.criteria[%u]", path, i);

      if (!bv_criterion_is_leaf (criterion) && criterion->criteria->len == 0)
        add_warning (warnings, _ ("%s.criteria: the section has no criteria"), place);
      if (bv_criterion_input (criterion) == BV_INPUT_RECEIVED)
        warn_of_due (place, criterion, starts, warnings);
      warn_of_criteria (place, criterion->criteria, starts, warnings);
    }
}

static void
warn_of_sum (const char *path, const BvGroup *group, GPtrArray *warnings)
{
  gint64 full = bv_group_full (group);
  g_autofree char *sum = bv_wording_points (full);
  g_autofree char *wanted = NULL;

  if (!bv_criterion_sum_differs (group, full))
    return;
  wanted = bv_wording_points (group->sum);
  add_warning (warnings, _ ("%s.criteria: the maxima of “%s” sum to %s points, not to %s"), path, group->name,
               sum, wanted);
}

static void
warn_of_group (const BvGroup *group, guint index, gint64 starts, GPtrArray *warnings)
{
  g_autofree char *path = g_strdup_printf ("groups[%u]", index);

  warn_of_sum (path, group, warnings);
  if (group->assessed_by == BV_ASSESSED_BY_LEAD && group->assessor == NULL)
    add_warning (warnings, _ ("%s.assessor: a lead unit scores “%s”, but none is named"), path, group->name);
  warn_of_criteria (path, group->criteria, starts, warnings);
}

static void
warn_of_votes (const BvVote *votes, guint index, GPtrArray *warnings)
{
  if (votes == NULL || votes->members == 0 || bv_council_counts_agree (votes))
    return;
  add_warning (warnings,
               _ ("nominees[%u].votes: %" PRId64 " for and %" PRId64 " against, %" PRId64
                  " present and %" PRId64 " in writing of %" PRId64 " members do not agree"),
               index, votes->in_favour, votes->against, votes->present, votes->in_writing, votes->members);
}

static void
warn_of_dates (const BvCampaign *campaign, const char *array, GPtrArray *warnings)
{
  const GPtrArray *records = BV_FIELD_RECORDS (campaign, bv_entity_find_field (&bv_campaign_entity, array));

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u].", array, i);

      bv_check_dates (campaign, g_ptr_array_index (records, i), path, warnings);
    }
}

static char *
name_nominee (const BvCampaign *campaign, const BvNominee *nominee)
{
  return nominee->person != NULL ? bv_text_phrase (nominee->person->name)
                                 : bv_campaign_name_unit (campaign, nominee->unit);
}

/* One that names a quota for which the nominee's group does not compete changes nothing. */
static void
warn_of_quota (const BvCampaign *campaign,
               const BvNominee *nominee,
               const BvDecision *decision,
               const char *path,
               GPtrArray *warnings)
{
  const BvQuota *quota = decision->quota != NULL ? bv_record_find (campaign->quotas, decision->quota) : NULL;
  g_autofree char *name = NULL;

  if (quota == NULL || bv_quota_has_group (quota, nominee->group))
    return;
  name = name_nominee (campaign, nominee);
  add_warning (warnings, _ ("%s.quota: “%s” does not compete for “%s”: the written decision has no effect"),
               path, name, quota->name);
}

static void
warn_of_decision (const BvCampaign *campaign,
                  const BvNominee *nominee,
                  const BvDecision *decision,
                  const char *path,
                  GPtrArray *warnings)
{
  if (bv_text_is_blank (decision->reason))
    add_warning (warnings, _ ("%s.reason: the written decision has no reason"), path);
  warn_of_quota (campaign, nominee, decision, path, warnings);
}

static void
warn_of_decisions (const BvCampaign *campaign, const BvNominee *nominee, guint index, GPtrArray *warnings)
{
  g_autofree char *sole = g_strdup_printf ("nominees[%u].decision", index);

  if (nominee->decision != NULL)
    warn_of_decision (campaign, nominee, nominee->decision, sole, warnings);
  for (guint i = 0; i < nominee->decisions->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("nominees[%u].decisions[%u]", index, i);

      warn_of_decision (campaign, nominee, g_ptr_array_index (nominee->decisions, i), path, warnings);
    }
}

static void
warn_of_nominee (const BvCampaign *campaign, const BvNominee *nominee, guint index, GPtrArray *warnings)
{
  warn_of_decisions (campaign, nominee, index, warnings);
  warn_of_votes (nominee->votes, index, warnings);
  for (guint i = 0; i < nominee->holds->len; i++)
    if (bv_text_is_blank (((const BvHold *) g_ptr_array_index (nominee->holds, i))->reason))
      add_warning (warnings, _ ("nominees[%u].holds[%u].reason: the hold has no reason"), index, i);
}

/**
 * bv_check_list_warnings:
 * @campaign: a campaign that bv_check_campaign() accepts
 *
 * Returns: (transfer full): in the user's language, what is allowed but most likely not meant, each with its
 * path; empty where there is nothing to say
 */
char **
bv_check_list_warnings (const BvCampaign *campaign)
{
  GPtrArray *warnings = g_ptr_array_new ();

  bv_namesakes_warn_of_all (campaign, warnings);
  for (guint i = 0; i < campaign->groups->len; i++)
    warn_of_group (g_ptr_array_index (campaign->groups, i), i, campaign->starts, warnings);
  for (guint i = 0; i < campaign->quotas->len; i++)
    if (((const BvQuota *) g_ptr_array_index (campaign->quotas, i))->groups->len == 0)
      add_warning (warnings, _ ("quotas[%u].groups: no group competes for the quota"), i);
  for (guint i = 0; i < campaign->nominees->len; i++)
    warn_of_nominee (campaign, g_ptr_array_index (campaign->nominees, i), i, warnings);
  warn_of_dates (campaign, "nominees", warnings);
  warn_of_dates (campaign, "evidence", warnings);
  g_ptr_array_add (warnings, NULL);
  return (char **) g_ptr_array_free (warnings, FALSE);
}
