/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/form/short-answer.h"

#include "core/criterion-kind.h"
#include "core/intake/typed-words.h"
#include "core/text/date.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BETWEEN ";"

static char *
fold (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return bv_typed_words_key (trimmed);
}

/**
 * bv_short_answer_read_state:
 * @text: what was typed
 * @state: (out): what it says of the score, whatever its kind
 *
 * Returns: whether it says that: `kg` is not assigned, `cb` awaits publication
 */
gboolean
bv_short_answer_read_state (const char *text, BvAssessmentState *state)
{
  g_autofree char *key = fold (text);

  if (bv_typed_words_is_not_assigned (key))
    *state = BV_ASSESSMENT_NOT_ASSIGNED;
  else if (g_str_equal (key, "cb") || g_str_equal (key, "chờ công bố"))
    *state = BV_ASSESSMENT_AWAITING_PUBLICATION;
  else
    return FALSE;
  return TRUE;
}

static gboolean
refuse (const char *text, const BvCriterion *leaf, GError **error)
{
  g_autofree char *example = bv_short_answer_write_example (leaf);

  /* Translators: what was typed, and one or two examples of what can be. */
  return bv_check_fail (error, "", _ ("“%s” is not understood.\nType %s · Esc: as it was"), text, example);
}

static gboolean
read_passed (const char *text, const BvCriterion *leaf, BvAssessment *assessment, GError **error)
{
  g_autofree char *key = fold (text);
  gint64 passed = g_str_equal (key, "d") ? 1 : g_str_equal (key, "k") ? 0 : bv_typed_words_flag (key);

  if (passed == BV_NONE)
    return refuse (text, leaf, error);
  assessment->passed = passed;
  return TRUE;
}

/* A number with nothing behind it but spaces. */
static gboolean
read_item (const char *text, gint64 *item)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return g_ascii_string_to_unsigned (trimmed, 10, 0, G_MAXUINT16, (guint64 *) item, NULL);
}

static gboolean
tick (gboolean *ticked, gint64 first, gint64 last, guint n)
{
  if (first < 1 || first > last || last > n)
    return FALSE;
  for (gint64 i = first; i <= last; i++)
    ticked[i] = TRUE;
  return TRUE;
}

/* `8`, `1-5` */
static gboolean
read_range (const char *text, gboolean *ticked, guint n)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  gint64 first, last;

  if (g_strv_length (ends) == 0 || g_strv_length (ends) > 2 || !read_item (ends[0], &first))
    return FALSE;
  last = first;
  return (ends[1] == NULL || read_item (ends[1], &last)) && tick (ticked, first, last, n);
}

static gboolean
read_ranges (const char *text, gboolean *ticked, guint n)
{
  g_auto (GStrv) ranges = g_strsplit (text, ",", -1);

  for (guint i = 0; ranges[i] != NULL; i++)
    if (!read_range (ranges[i], ticked, n))
      return FALSE;
  return TRUE;
}

static void
take_items (BvAssessment *assessment, const gboolean *ticked, guint n)
{
  g_clear_pointer (&assessment->items, g_array_unref);
  assessment->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 i = 1; i <= n; i++)
    if (ticked[i])
      g_array_append_val (assessment->items, i);
}

/* All, or none; which of them others are a count does not say. */
static gboolean
read_share (const char *text, const BvCriterion *leaf, gboolean *ticked, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  guint n = bv_criterion_count_items (leaf);
  gint64 some, all;

  if (g_strv_length (parts) != 2 || !read_item (parts[0], &some) || !read_item (parts[1], &all))
    return refuse (text, leaf, error);
  if (all != n || some > n)
    return bv_check_fail (error, "", _ ("The criterion has %u items.\nType %u/%u for all · Esc: as it was"),
                          n, n, n);
  if (some != 0 && some != n)
    return bv_check_fail (
      error, "", _ ("%s does not say which items they are.\nType their numbers: 1-%u · Esc: as it was"), text,
      (guint) some);
  return some == 0 || tick (ticked, 1, n, n);
}

static gboolean
read_items (const char *text, const BvCriterion *leaf, BvAssessment *assessment, GError **error)
{
  guint n = bv_criterion_count_items (leaf);
  g_autofree gboolean *ticked = g_new0 (gboolean, n + 1);

  if (strchr (text, '/') != NULL)
    {
      if (!read_share (text, leaf, ticked, error))
        return FALSE;
    }
  else if (!read_ranges (text, ticked, n))
    return refuse (text, leaf, error);
  take_items (assessment, ticked, n);
  return TRUE;
}

/* Of the years around the due date the one in which the day is nearest to it. */
static gint64
read_day (const char *text, gint64 due)
{
  gint64 nearest = BV_NONE;

  for (int i = -1; i <= 1; i++)
    {
      g_autofree char *whole = g_strdup_printf ("%s/%d", text, (int) (due / BV_DATE_YEAR) + i);
      gint64 date = bv_date_parse_vietnamese (whole, FALSE, NULL);

      if (date != BV_NONE
          && (nearest == BV_NONE
              || ABS (bv_date_days_between (due, date)) < ABS (bv_date_days_between (due, nearest))))
        nearest = date;
    }
  return nearest;
}

/* Nothing: as it was. */
static gboolean
read_report (const char *text, gint64 due, BvReport *report)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gint64 date;

  if (*trimmed == '\0')
    return TRUE;
  if (bv_typed_words_is_nothing (trimmed))
    {
      report->received = BV_NONE;
      return TRUE;
    }
  date = bv_date_parse_vietnamese (trimmed, FALSE, NULL);
  if (date == BV_NONE)
    date = read_day (trimmed, due);
  report->received = date != BV_NONE ? date : report->received;
  return date != BV_NONE;
}

static void
add_reports (BvAssessment *assessment, const BvCriterion *leaf)
{
  const BvField *field = bv_entity_find_field (&bv_assessment_entity, "received");

  while (assessment->received->len < bv_criterion_count_due (leaf))
    bv_record_add_child (assessment, field);
}

/**
 * bv_short_answer_complete_reports:
 * @assessment: an assessment
 * @leaf: its leaf
 *
 * Where some reports were received, the others are there as well, without a date; where none was, none is.
 */
void
bv_short_answer_complete_reports (BvAssessment *assessment, const BvCriterion *leaf)
{
  if (bv_criterion_input (leaf) != BV_INPUT_RECEIVED || assessment->received->len == 0)
    return;
  add_reports (assessment, leaf);
  for (guint i = 0; i < assessment->received->len; i++)
    if (((BvReport *) g_ptr_array_index (assessment->received, i))->received != BV_NONE)
      return;
  g_ptr_array_set_size (assessment->received, 0);
}

static gboolean
read_reports (const char *text, const BvCriterion *leaf, BvAssessment *assessment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, BETWEEN, -1);
  guint n = bv_criterion_count_due (leaf);

  if (n == 0 || g_strv_length (parts) != n)
    return refuse (text, leaf, error);
  add_reports (assessment, leaf);
  for (guint i = 0; i < n; i++)
    if (!read_report (parts[i], g_array_index (leaf->due, gint64, i),
                      g_ptr_array_index (assessment->received, i)))
      return refuse (parts[i], leaf, error);
  bv_short_answer_complete_reports (assessment, leaf);
  return TRUE;
}

static gboolean
read_quantity (const char *text, gint64 *quantity)
{
  gint64 value = bv_wording_parse_quantity (text, NULL);

  if (value == BV_NONE || value < 0)
    return FALSE;
  *quantity = value;
  return TRUE;
}

/* A result alone, or in the order of the form: the last one before it, the target behind. */
static gboolean
read_numbers (char **parts, gboolean by_target, BvResult *result)
{
  if (parts[1] == NULL)
    return read_quantity (parts[0], &result->result);
  if (by_target)
    return read_quantity (parts[0], &result->result) && read_quantity (parts[1], &result->target);
  return read_quantity (parts[0], &result->baseline) && read_quantity (parts[1], &result->result);
}

static gboolean
read_results (const char *text, const BvCriterion *leaf, BvAssessment *assessment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, BETWEEN, 3);
  BvResult *result;

  if (assessment->results->len > 1)
    return bv_check_fail (error, "", _ ("It has %u results.\nF2 opens them · Esc: as it was"),
                          assessment->results->len);
  if (g_strv_length (parts) == 0 || g_strv_length (parts) > 2)
    return refuse (text, leaf, error);
  result = assessment->results->len > 0
             ? g_ptr_array_index (assessment->results, 0)
             : bv_record_add_child (assessment, bv_entity_find_field (&bv_assessment_entity, "results"));
  return read_numbers (parts, bv_criterion_is_by_target (leaf), result) || refuse (text, leaf, error);
}

/**
 * bv_short_answer_read:
 * @text: what was typed
 * @leaf: a leaf; one whose points people give has no answer but a state
 * @assessment: an assessment of it
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Takes the answer into @assessment. Of several dates those that are left out stay as they are, a dash says
 * that a report was not received; a day without a year is the one nearest to its due date.
 *
 * Returns: %FALSE with @error set, which says how it is typed; @assessment is of no use then
 */
gboolean
bv_short_answer_read (const char *text, const BvCriterion *leaf, BvAssessment *assessment, GError **error)
{
  static gboolean (*const readers[]) (const char *text, const BvCriterion *leaf, BvAssessment *assessment,
                                      GError **error)
    = {
        [BV_INPUT_PASSED] = read_passed,
        [BV_INPUT_ITEMS] = read_items,
        [BV_INPUT_RECEIVED] = read_reports,
        [BV_INPUT_RESULTS] = read_results,
      };
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  BvAssessmentState state;

  G_STATIC_ASSERT (G_N_ELEMENTS (readers) == BV_N_INPUTS);
  if (bv_short_answer_read_state (trimmed, &state))
    {
      assessment->state = state;
      return TRUE;
    }
  if (readers[bv_criterion_input (leaf)] == NULL)
    return refuse (trimmed, leaf, error);
  return readers[bv_criterion_input (leaf)](trimmed, leaf, assessment, error);
}

static char *
describe_passed (const BvAssessment *assessment, const BvCriterion *leaf)
{
  return g_strdup (assessment->passed == BV_NONE ? ""
                   : assessment->passed != 0     ? C_ ("judgement", "Passed")
                                                 : C_ ("judgement", "Not passed"));
}

static char *
describe_items (const BvAssessment *assessment, const BvCriterion *leaf)
{
  return assessment->items != NULL
           ? g_strdup_printf (_ ("%u of %u items"), assessment->items->len, bv_criterion_count_items (leaf))
           : g_strdup ("");
}

static void
append_report (GString *text, const BvReport *report, gint64 due)
{
  g_autofree char *date = report->received != BV_NONE ? bv_date_to_vietnamese (report->received) : NULL;

  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", date != NULL ? date : "–");
  if (report->received != BV_NONE && report->received > due)
    g_string_append_printf (text, " (%s)", C_ ("report", "late"));
}

static char *
describe_reports (const BvAssessment *assessment, const BvCriterion *leaf)
{
  GString *text = g_string_new (NULL);
  guint n_due = bv_criterion_count_due (leaf);

  for (guint i = 0; i < MIN (assessment->received->len, n_due); i++)
    append_report (text, g_ptr_array_index (assessment->received, i), g_array_index (leaf->due, gint64, i));
  return g_string_free (text, FALSE);
}

static void
append_quantity (GString *text, const char *title, gint64 quantity)
{
  g_autofree char *number = quantity != BV_NONE ? bv_wording_quantity (quantity) : NULL;

  if (number != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", title, number);
}

static char *
describe_results (const BvAssessment *assessment, const BvCriterion *leaf)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < assessment->results->len; i++)
    {
      const BvResult *result = g_ptr_array_index (assessment->results, i);

      append_quantity (text, _ ("Last result"), result->baseline);
      append_quantity (text, _ ("Result"), result->result);
      append_quantity (text, _ ("Target"), result->target);
    }
  return g_string_free (text, FALSE);
}

/**
 * bv_short_answer_describe:
 * @assessment: an assessment
 * @leaf: its leaf
 *
 * Returns: (transfer full): in words what was answered, with the years of dates; empty where nothing was
 */
char *
bv_short_answer_describe (const BvAssessment *assessment, const BvCriterion *leaf)
{
  static char *(*const writers[]) (const BvAssessment *assessment, const BvCriterion *leaf) = {
    [BV_INPUT_PASSED] = describe_passed,
    [BV_INPUT_ITEMS] = describe_items,
    [BV_INPUT_RECEIVED] = describe_reports,
    [BV_INPUT_RESULTS] = describe_results,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (writers) == BV_N_INPUTS);
  if (assessment->state == BV_ASSESSMENT_NOT_ASSIGNED
      || assessment->state == BV_ASSESSMENT_AWAITING_PUBLICATION)
    return g_strdup (_ (bv_assessment_states[assessment->state].title));
  if (bv_criterion_input (leaf) == BV_INPUT_NONE)
    return g_strdup ("");
  return writers[bv_criterion_input (leaf)](assessment, leaf);
}

static char *
write_items_example (const BvCriterion *leaf)
{
  guint n = bv_criterion_count_items (leaf);

  if (n < 3)
    return g_strdup_printf (_ ("%u/%u, or 1"), n, n);
  return g_strdup_printf (_ ("%u/%u, or 1-%u,%u"), n, n, n - 2, n);
}

/* The due dates themselves: `15/12`, `15/03;15/06`. */
static char *
write_reports_example (const BvCriterion *leaf)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bv_criterion_count_due (leaf); i++)
    {
      gint64 due = g_array_index (leaf->due, gint64, i);

      g_string_append_printf (text, "%s%02d/%02d", i > 0 ? BETWEEN : "", (int) (due % 100),
                              (int) (due / 100 % 100));
    }
  return g_string_free (text, FALSE);
}

/**
 * bv_short_answer_write_example:
 * @leaf: a leaf
 *
 * Returns: (transfer full): one or two answers as they are typed
 */
char *
bv_short_answer_write_example (const BvCriterion *leaf)
{
  switch (bv_criterion_input (leaf))
    {
    case BV_INPUT_PASSED:
      return g_strdup (_ ("Đ or K"));
    case BV_INPUT_ITEMS:
      return write_items_example (leaf);
    case BV_INPUT_RECEIVED:
      return write_reports_example (leaf);
    case BV_INPUT_NONE:
      return g_strdup (_ ("kg or cb"));
    default:
      return g_strdup (bv_criterion_is_by_target (leaf) ? _ ("result;target: 8,5;8")
                                                        : _ ("last result;result: 7,6316;7,8650"));
    }
}
