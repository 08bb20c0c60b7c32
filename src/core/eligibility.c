/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/eligibility.h"

#include "core/criterion-kind.h"
#include "core/leaf-score.h"
#include "core/text/wording.h"

static char *
explain_points (const BvCriterion *leaf, const BvLeafScore *score)
{
  g_autofree char *points = bv_wording_points (score->points);
  g_autofree char *least = bv_wording_points (leaf->min);
  const char *unproven
    = (score->flags & BV_LEAF_UNPROVEN) != 0 && score->points == 0 ? ", thiếu tài liệu minh chứng" : "";

  if (leaf->min == BV_NONE)
    return g_strdup_printf ("Tiêu chí %s không đạt (bắt buộc): %s điểm%s", leaf->code, points, unproven);
  return g_strdup_printf ("Tiêu chí %s không đạt (bắt buộc): %s điểm, cần ít nhất %s điểm%s", leaf->code,
                          points, least, unproven);
}

static char *
explain_leaf (const BvCriterion *leaf, const BvMark *mark, const BvLeafScore *score)
{
  gboolean is_judged = bv_criterion_input (leaf) == BV_INPUT_PASSED;

  if ((score->flags & BV_LEAF_AWAITING) != 0)
    return g_strdup_printf ("Tiêu chí %s: chưa đủ căn cứ (chờ công bố)", leaf->code);
  if (is_judged && mark->passed == FALSE)
    return g_strdup_printf ("Tiêu chí %s không đạt (bắt buộc)", leaf->code);
  if (is_judged || (score->flags & BV_LEAF_UNASSESSED) != 0)
    return g_strdup_printf ("Tiêu chí %s chưa được chấm (bắt buộc)", leaf->code);
  return explain_points (leaf, score);
}

static void
add_leaves (const BvScores *scores, const BvEntrant *entrant, GStrvBuilder *reasons)
{
  const BvContestGroup *group = bv_contest_group (scores->contest, entrant->group);

  for (guint i = 0; i < group->leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (group->leaves, i);
      const BvMark *mark = bv_contest_mark (scores->contest, entrant->first_mark + i);
      const BvLeafScore *score = bv_scores_leaf (scores, entrant->first_mark + i);
      g_autofree char *reason = NULL;

      if (bv_leaf_score_suffices (score, leaf, mark))
        continue;
      reason = explain_leaf (leaf, mark, score);
      g_strv_builder_add (reasons, reason);
    }
}

/**
 * bv_eligibility_list_reasons:
 * @scores: the scores of a contest
 * @entrant: index of an entrant
 *
 * Returns: (transfer full): in Vietnamese, each rule that the entrant does not meet; empty where eligible
 */
char **
bv_eligibility_list_reasons (const BvScores *scores, guint entrant)
{
  const BvEntrant *self = bv_contest_entrant (scores->contest, entrant);
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  g_autofree char *hold = NULL;

  add_leaves (scores, self, reasons);
  if (self->holds != NULL)
    hold = g_strconcat ("Tạm hoãn xét", *self->holds != '\0' ? ": " : NULL, self->holds, NULL);
  if (hold != NULL)
    g_strv_builder_add (reasons, hold);
  if (self->withdrawn)
    g_strv_builder_add (reasons, "Đã rút");
  return g_strv_builder_end (reasons);
}
