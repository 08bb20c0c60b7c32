/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-warnings.h"

#include "core/check-dates.h"
#include "core/council.h"
#include "core/criterion-kind.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/tidy.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define USUAL_FULL 10000 /* 100 points */

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
warn_of_group (const BvGroup *group, guint index, gint64 starts, GPtrArray *warnings)
{
  g_autofree char *path = g_strdup_printf ("groups[%u]", index);
  gint64 full = bv_group_full (group);

  if (full != USUAL_FULL)
    {
      g_autofree char *sum = bv_wording_points (full);

      add_warning (warnings, _ ("%s.criteria: the maxima of “%s” sum to %s points, not to 100"), path,
                   group->name, sum);
    }
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

static void
warn_of_nominee (const BvNominee *nominee, guint index, GPtrArray *warnings)
{
  if (nominee->decision != NULL && bv_text_is_blank (nominee->decision->reason))
    add_warning (warnings, _ ("nominees[%u].decision.reason: the written decision has no reason"), index);
  warn_of_votes (nominee->votes, index, warnings);
  for (guint i = 0; i < nominee->holds->len; i++)
    if (bv_text_is_blank (((const BvHold *) g_ptr_array_index (nominee->holds, i))->reason))
      add_warning (warnings, _ ("nominees[%u].holds[%u].reason: the hold has no reason"), index, i);
}

/* What tells no unit from another: the folded name (RULES.md, "The same twice"), type and parent. Two
 * communes of one name lie in different districts. */
static char *
make_unit_key (const BvUnit *unit)
{
  g_autofree char *tidy = bv_tidy_line (unit->name);
  g_autofree char *toned = bv_vietnamese_normalize_tones (tidy);
  g_autofree char *name = g_utf8_strdown (toned, -1);

  return g_strjoin ("\n", name, unit->type, unit->parent != NULL ? unit->parent : "", NULL);
}

static gboolean
overlap (const BvUnit *a, const BvUnit *b)
{
  return (a->valid_to == BV_NONE || b->valid_from <= a->valid_to)
         && (b->valid_to == BV_NONE || a->valid_from <= b->valid_to);
}

/* @namesakes: of units with one key. */
static char *
list_codes (const GPtrArray *namesakes)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < namesakes->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (namesakes, i);
      gboolean meets = FALSE;

      for (guint k = 0; !meets && k < namesakes->len; k++)
        meets = k != i && overlap (unit, g_ptr_array_index (namesakes, k));
      if (meets)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", unit->code);
    }
  return g_string_free (codes, FALSE);
}

static void
warn_of_namesakes (const BvCampaign *campaign, GPtrArray *warnings)
{
  g_autoptr (GHashTable) by_key
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();

  for (guint i = 0; i < campaign->units->len; i++)
    {
      g_autofree char *key = make_unit_key (g_ptr_array_index (campaign->units, i));
      GPtrArray *namesakes = g_hash_table_lookup (by_key, key);

      if (namesakes == NULL)
        {
          namesakes = g_ptr_array_new ();
          g_ptr_array_add (in_order, namesakes);
          g_hash_table_insert (by_key, g_steal_pointer (&key), namesakes);
        }
      g_ptr_array_add (namesakes, g_ptr_array_index (campaign->units, i));
    }
  for (guint i = 0; i < in_order->len; i++)
    {
      const GPtrArray *namesakes = g_ptr_array_index (in_order, i);
      g_autofree char *codes = list_codes (namesakes);

      if (*codes != '\0')
        add_warning (warnings, _ ("units: %s have one name, “%s”: if they are one unit, keep one of them"),
                     codes, ((const BvUnit *) g_ptr_array_index (namesakes, 0))->name);
    }
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

  warn_of_namesakes (campaign, warnings);
  for (guint i = 0; i < campaign->groups->len; i++)
    warn_of_group (g_ptr_array_index (campaign->groups, i), i, campaign->starts, warnings);
  for (guint i = 0; i < campaign->quotas->len; i++)
    if (((const BvQuota *) g_ptr_array_index (campaign->quotas, i))->groups->len == 0)
      add_warning (warnings, _ ("quotas[%u].groups: no group competes for the quota"), i);
  for (guint i = 0; i < campaign->nominees->len; i++)
    warn_of_nominee (g_ptr_array_index (campaign->nominees, i), i, warnings);
  warn_of_dates (campaign, "nominees", warnings);
  warn_of_dates (campaign, "evidence", warnings);
  g_ptr_array_add (warnings, NULL);
  return (char **) g_ptr_array_free (warnings, FALSE);
}
