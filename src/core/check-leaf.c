/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check.h"

#include "core/wording.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* A contest counts items, due dates and links in 16 bits, and sums the differences of results in 64. */
#define ITEMS_MAX 999
#define DUE_MAX 999
#define RESULTS_MAX 99
#define LINKS_MAX 9999

G_DEFINE_QUARK (bv_check_error, bv_check_error)

/**
 * bv_check_fail:
 * @error: (optional): return location for a %BV_CHECK_ERROR
 * @format: a message that begins with the path of what is wrong: "field: …"
 * @...: its arguments
 *
 * Returns: %FALSE, with @error set
 */
gboolean
bv_check_fail (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, message);
  return FALSE;
}

static gboolean
field_is_empty (const BvField *field, gconstpointer record)
{
  if (field->type == BV_FIELD_TEXTS)
    return BV_FIELD_STRINGS (record, field) == NULL || *BV_FIELD_STRINGS (record, field) == NULL;
  if (bv_field_is_list (field))
    return BV_FIELD_NUMBERS (record, field) == NULL || BV_FIELD_NUMBERS (record, field)->len == 0;
  return bv_field_is_default (field, record);
}

static gboolean
check_section (const BvCriterion *section, GError **error)
{
  for (guint i = 0; i < bv_criterion_entity.n_fields; i++)
    {
      const BvField *field = &bv_criterion_entity.fields[i];

      if (field->kinds != 0 && (field->kinds & 1u << BV_CRITERION_SECTION) == 0
          && !field_is_empty (field, section))
        return bv_check_fail (error, _ ("%s: a section has none: clear it, or choose another kind"),
                              field->name);
    }
  return TRUE;
}

static gboolean
check_checklist (const BvCriterion *leaf, GError **error)
{
  guint n = bv_criterion_count_items (leaf);

  if (n == 0)
    return bv_check_fail (error, _ ("items: a checklist needs at least one item"));
  if (n > ITEMS_MAX)
    return bv_check_fail (error, _ ("items: more than %d items: split the criterion"), ITEMS_MAX);
  return TRUE;
}

static gboolean
check_measured (const BvCriterion *leaf, GError **error)
{
  if (leaf->rule == BV_NONE)
    return bv_check_fail (error, _ ("rule: a measured criterion needs one: improved-or-top or target"));
  if (leaf->rule == BV_RULE_IMPROVED_OR_TOP && leaf->threshold <= 0)
    return bv_check_fail (error, _ ("threshold: the rule improved-or-top needs one above 0"));
  return TRUE;
}

static gboolean
check_kind (const BvCriterion *leaf, GError **error)
{
  if (leaf->kind == BV_CRITERION_CHECKLIST)
    return check_checklist (leaf, error);
  if (leaf->kind == BV_CRITERION_MEASURED)
    return check_measured (leaf, error);
  if (leaf->kind == BV_CRITERION_REPORTS && bv_criterion_count_due (leaf) > DUE_MAX)
    return bv_check_fail (error, _ ("due: more than %d dates: split the criterion"), DUE_MAX);
  if (leaf->kind == BV_CRITERION_DEDUCTION && leaf->tie_breaker != BV_NONE)
    return bv_check_fail (error, _ ("tie_breaker: a deduction breaks no tie: remove the number"));
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
 * Returns: %FALSE with @error set, its message beginning with the field's name
 */
gboolean
bv_check_criterion (const BvCriterion *criterion, GError **error)
{
  if (criterion->kind == BV_CRITERION_SECTION)
    return check_section (criterion, error);
  if (criterion->criteria->len > 0)
    return bv_check_fail (error, _ ("criteria: only a section has criteria under it"));
  if (criterion->max == BV_NONE)
    return bv_check_fail (error, _ ("max: it is missing: a criterion that is scored needs a maximum"));
  if (criterion->required && !bv_criterion_is_normal (criterion))
    return bv_check_fail (error, _ ("required: a bonus or deduction cannot be required"));
  if (criterion->min != BV_NONE && criterion->min > criterion->max)
    {
      g_autofree char *min = bv_wording_points (criterion->min);
      g_autofree char *max = bv_wording_points (criterion->max);

      return bv_check_fail (error, _ ("min: %s is more than max, %s"), min, max);
    }
  return check_kind (criterion, error);
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
  return bv_check_fail (error, _ ("%s: %s is out of range 0,00 to %s"), name, text, max);
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
        return bv_check_fail (error, _ ("items[%u]: there is no item %" PRId64 ", the criterion has %u"), i,
                              item, n);
      if (seen[item])
        return bv_check_fail (error, _ ("items[%u]: item %" PRId64 " is ticked twice"), i, item);
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
  return bv_check_fail (error, _ ("received: %u given, %u due: give one date or null for each due date"),
                        assessment->received->len, n);
}

static gboolean
check_results (const BvAssessment *assessment, const BvCriterion *leaf, GError **error)
{
  gboolean target = leaf->kind == BV_CRITERION_MEASURED && leaf->rule == BV_RULE_TARGET;

  if (target && assessment->results->len > 1)
    return bv_check_fail (error, _ ("results: the rule target takes one entry, %u given"),
                          assessment->results->len);
  if (assessment->results->len > RESULTS_MAX)
    return bv_check_fail (error, _ ("results: more than %d entries"), RESULTS_MAX);
  return TRUE;
}

static gboolean
check_links (const GPtrArray *links, GError **error)
{
  g_autoptr (GHashTable) seen = NULL;

  if (links->len < 2)
    return TRUE;
  if (links->len > LINKS_MAX)
    return bv_check_fail (error, _ ("evidence: more than %d pieces"), LINKS_MAX);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < links->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (links, i);

      if (!g_hash_table_add (seen, link->evidence))
        return bv_check_fail (error, _ ("evidence[%u]: “%s” is named twice"), i, link->evidence);
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
 * Returns: %FALSE with @error set, its message beginning with the field's name
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
