/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/choice/plan-mark.h"

/* A value of another file, as it was. */
typedef struct
{
  BvPlannedValue *value;
  BvPlannedState state;
} Changed;

struct _BvPlanMark
{
  guint n_added;
  guint n_uses;        /* of answers */
  GHashTable *touched; /* key of a nominee → BvNominee as it was in the plan; NULL: it was not there */
  GHashTable *claimed; /* place → BvPlannedValue, as in the plan; NULL: none */
  GArray *changed;     /* of Changed */
};

/**
 * bv_plan_mark_begin:
 * @plan: a plan without a mark
 */
void
bv_plan_mark_begin (BvImportPlan *plan)
{
  plan->mark = g_new (BvPlanMark, 1);
  *plan->mark = (BvPlanMark){ plan->added->len, bv_intake_questions_count_uses (plan->questions),
                              g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bv_record_free),
                              g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                              g_array_new (FALSE, FALSE, sizeof (Changed)) };
}

/**
 * bv_plan_mark_touch:
 * @plan: a plan
 * @nominee: the key of a nominee that will be otherwise from now on
 */
void
bv_plan_mark_touch (BvImportPlan *plan, const char *nominee)
{
  const BvNominee *now;

  if (plan->mark == NULL || g_hash_table_contains (plan->mark->touched, nominee))
    return;
  now = g_hash_table_lookup (plan->after, nominee);
  g_hash_table_insert (plan->mark->touched, g_strdup (nominee), now != NULL ? bv_record_copy (now) : NULL);
}

/**
 * bv_plan_mark_claim:
 * @plan: a plan
 * @place: of a field of which something else is said from now on
 */
void
bv_plan_mark_claim (BvImportPlan *plan, const char *place)
{
  if (plan->mark != NULL && !g_hash_table_contains (plan->mark->claimed, place))
    g_hash_table_insert (plan->mark->claimed, g_strdup (place), g_hash_table_lookup (plan->said, place));
}

/**
 * bv_plan_mark_change:
 * @plan: a plan
 * @value: a value whose state will be another one from now on
 */
void
bv_plan_mark_change (BvImportPlan *plan, BvPlannedValue *value)
{
  const Changed changed = { value, value->state };

  if (plan->mark != NULL)
    g_array_append_val (plan->mark->changed, changed);
}

/* Whoever was put forward by another file is the same record there. */
static void
put_back (BvImportPlan *plan, const char *key, BvNominee *was)
{
  BvNominee *now = g_hash_table_lookup (plan->after, key);
  guint place;

  if (was == NULL)
    {
      g_hash_table_remove (plan->after, key);
      return;
    }
  if (g_ptr_array_find (plan->added, now, &place))
    g_ptr_array_index (plan->added, place) = was;
  g_hash_table_replace (plan->after, was->key, was);
}

static void
go_back (BvImportPlan *plan)
{
  BvPlanMark *mark = plan->mark;
  GHashTableIter iter;
  gpointer key, value;

  g_ptr_array_set_size (plan->added, (gint) mark->n_added);
  bv_intake_questions_take_back_uses (plan->questions, mark->n_uses);
  g_hash_table_iter_init (&iter, mark->touched);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_hash_table_iter_steal (&iter);
      put_back (plan, key, value);
      g_free (key);
    }
  g_hash_table_iter_init (&iter, mark->claimed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value != NULL)
      g_hash_table_insert (plan->said, g_strdup (key), value);
    else
      g_hash_table_remove (plan->said, key);
  for (guint i = mark->changed->len; i > 0; i--)
    {
      const Changed *changed = &g_array_index (mark->changed, Changed, i - 1);

      changed->value->state = changed->state;
    }
}

/**
 * bv_plan_mark_end:
 * @plan: a plan with a mark
 * @keep: whether what was planned since stays
 */
void
bv_plan_mark_end (BvImportPlan *plan, gboolean keep)
{
  if (!keep)
    go_back (plan);
  g_hash_table_unref (plan->mark->touched);
  g_hash_table_unref (plan->mark->claimed);
  g_array_unref (plan->mark->changed);
  g_clear_pointer (&plan->mark, g_free);
}
