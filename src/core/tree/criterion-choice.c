/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-choice.h"

/* A section stays with any criterion of it; one that had none is chosen as a leaf is. */
static gboolean
stays (const BvCriterion *before, const BvCriterion *after, GHashTable *left_out)
{
  return before->criteria->len > 0 ? after->criteria->len > 0
                                   : !g_hash_table_contains (left_out, &before->record.id);
}

static void
leave_out (BvCriterion *copy, const BvCriterion *original, GHashTable *left_out)
{
  g_ptr_array_unref (copy->criteria);
  copy->criteria = bv_criterion_choice_copy (original->criteria, left_out);
}

/**
 * bv_criterion_choice_copy:
 * @criteria: (element-type BvCriterion): criteria with all below them
 * @left_out: (element-type gint64): the rows of leaves, and of empty sections, that are not wanted
 *
 * Returns: (transfer full) (element-type BvCriterion): copies of the others, in their sections; a section of
 * which nothing is wanted is not there
 */
GPtrArray *
bv_criterion_choice_copy (const GPtrArray *criteria, GHashTable *left_out)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *original = g_ptr_array_index (criteria, i);
      g_autoptr (BvRecord) copy = bv_record_copy (original);

      leave_out ((BvCriterion *) copy, original, left_out);
      if (stays (original, (BvCriterion *) copy, left_out))
        g_ptr_array_add (copies, g_steal_pointer (&copy));
    }
  return copies;
}
