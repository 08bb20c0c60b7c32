/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-leaf.h"

#include "core/criterion-kind.h"
#include "core/evidence.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* A contest counts links in 16 bits, and sums the differences of results in 64. */
#define RESULTS_MAX 99
#define LINKS_MAX 9999

static gboolean
check_leaf (const BvCriterion *leaf, GError **error)
{
  if (leaf->criteria->len > 0)
    return bv_check_fail (error, "criteria", _ ("only a section has criteria under it"));
  if (leaf->max == BV_NONE)
    return bv_check_fail (error, "max", _ ("it is missing: a criterion that is scored needs a maximum"));
  if (leaf->required && !bv_criterion_is_normal (leaf))
    return bv_check_fail (error, "required", _ ("a bonus or deduction cannot be required"));
  if (leaf->min != BV_NONE && leaf->min > leaf->max)
    {
      g_autofree char *min = bv_wording_points (leaf->min);
      g_autofree char *max = bv_wording_points (leaf->max);

      return bv_check_fail (error, "min", _ ("%s is more than max, %s"), min, max);
    }
  return TRUE;
}

/**
 * bv_check_criterion:
 * @criterion: a section or a leaf
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Checks the fields of one node of the tree; what it shares with others of its group (codes, tie-breaker
 * numbers) is checked with the campaign.
 *
 * Returns: %FALSE with @error set, its path beginning with the field's name
 */
gboolean
bv_check_criterion (const BvCriterion *criterion, GError **error)
{
  if (bv_criterion_is_leaf (criterion) && !check_leaf (criterion, error))
    return FALSE;
  return bv_criterion_kind_check (criterion, error);
}

static gboolean
check_points (const char *name, gint64 points, const BvCriterion *leaf, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *max = NULL;

  if (points == BV_NONE || (points >= 0 && points <= leaf->max))
    return TRUE;
  text = bv_wording_points (points);
  max = bv_wording_points (leaf->max);
  return bv_check_fail (error, name, _ ("%s is out of range 0,00 to %s"), text, max);
}

static gboolean
check_items (const GArray *items, const BvCriterion *leaf, GError **error)
{
  guint n = bv_criterion_count_items (leaf);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < items->len; i++)
    {
      gint64 item = g_array_index (items, gint64, i);

      if (item < 1 || item > n)
        return bv_check_fail (error, "", _ ("there is no item %" PRId64 ", the criterion has %u"), item, n)
               || bv_check_fail_within (error, "items[%u]", i);
      if (seen[item])
        return bv_check_fail (error, "", _ ("item %" PRId64 " is ticked twice"), item)
               || bv_check_fail_within (error, "items[%u]", i);
      seen[item] = TRUE;
    }
  return TRUE;
}

static gboolean
check_received (const BvAssessment *assessment, const BvCriterion *leaf, GError **error)
{
  guint n = bv_criterion_count_due (leaf);

  if (assessment->received->len == 0 || assessment->received->len == n)
    return TRUE;
  return bv_check_fail (error, "received", _ ("%u given, %u due: give one date or null for each due date"),
                        assessment->received->len, n);
}

static gboolean
check_results (const BvAssessment *assessment, const BvCriterion *leaf, GError **error)
{
  if (bv_criterion_is_by_target (leaf) && assessment->results->len > 1)
    return bv_check_fail (error, "results", _ ("the rule target takes one entry, %u given"),
                          assessment->results->len);
  if (assessment->results->len > RESULTS_MAX)
    return bv_check_fail (error, "results", _ ("more than %d entries"), RESULTS_MAX);
  return TRUE;
}

static gboolean
check_links (const GPtrArray *links, GError **error)
{
  g_autoptr (GHashTable) seen = NULL;

  if (links->len < 2)
    return TRUE;
  if (links->len > LINKS_MAX)
    return bv_check_fail (error, "evidence", _ ("more than %d pieces"), LINKS_MAX);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < links->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (links, i);

      if (!g_hash_table_add (seen, link->evidence))
        return bv_check_fail (error, "", _ ("“%s” is named twice"), link->evidence)
               || bv_check_fail_within (error, "evidence[%u]", i);
    }
  return TRUE;
}

/**
 * bv_check_assessment:
 * @assessment: an assessment
 * @leaf: the leaf it assesses
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Checks what was given against the leaf: points within 0…max, items that exist, one date received a due
 * date.
 *
 * Returns: %FALSE with @error set, its path beginning with the field's name
 */
gboolean
bv_check_assessment (const BvAssessment *assessment, const BvCriterion *leaf, GError **error)
{
  return check_points ("self", assessment->self, leaf, error)
         && check_points ("verified", assessment->verified, leaf, error)
         && check_points ("final", assessment->final, leaf, error)
         && (assessment->items == NULL || check_items (assessment->items, leaf, error))
         && check_received (assessment, leaf, error) && check_results (assessment, leaf, error)
         && check_links (assessment->evidence, error);
}
