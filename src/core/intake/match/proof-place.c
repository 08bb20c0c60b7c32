/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/proof-place.h"

#include "core/group.h"
#include "core/intake/header-criterion.h"
#include "core/nominee.h"

#include <string.h>

#define CODE_ALONE 95 /* the likeness of a code without a name (header-criterion) */
#define SAME 100

static gboolean
is_put_forward (const BvProofRules *rules, const char *unit)
{
  for (guint i = 0; i < rules->nominees->len; i++)
    if (g_str_equal (((BvNominee *) g_ptr_array_index (rules->nominees, i))->unit, unit))
      return TRUE;
  return FALSE;
}

static void
add_candidates (const BvProofRules *rules, const BvUnitMatch *match, GPtrArray *maybe)
{
  for (guint i = 0; i < match->candidates->len; i++)
    {
      const BvUnit *unit = g_array_index (match->candidates, BvUnitCandidate, i).unit;

      if (is_put_forward (rules, unit->code))
        g_ptr_array_add (maybe, unit->code);
    }
}

/**
 * bv_proof_place_find_unit:
 * @rules: a campaign
 * @folders: (array zero-terminated=1): what a file lies in, from the outside
 * @n_inside: (out): how many of them lie outside of the folder that names the unit, or are it
 * @maybe: (element-type utf8): is given the codes of those that look like a folder, where none is certain
 *
 * Returns: (transfer none) (nullable): the code of the unit, that has somebody put forward, which the
 * innermost folder that names one means for certain
 */
const char *
bv_proof_place_find_unit (const BvProofRules *rules,
                          const char *const *folders,
                          guint *n_inside,
                          GPtrArray *maybe)
{
  guint length = g_strv_length ((char **) folders);

  for (*n_inside = length; *n_inside > 0; (*n_inside)--)
    {
      g_autoptr (BvUnitMatch) match = bv_unit_match_find (rules->units, folders[*n_inside - 1], NULL, NULL);

      if (match->state == BV_UNIT_MATCH_CERTAIN && is_put_forward (rules, match->unit->code))
        return match->unit->code;
      if (match->state == BV_UNIT_MATCH_ASKED && maybe->len == 0)
        add_candidates (rules, match, maybe);
    }
  return NULL;
}

/* 2 may number a folder; 1.2, “TC 2” and “2. Cải cách hành chính” do not. */
static gboolean
is_certain (const BvHeaderMeaning *meaning, const char *folder)
{
  const char *code = meaning->criterion->code;

  if (meaning->reason == BV_HEADER_EQUAL)
    return meaning->likeness == SAME;
  if (meaning->reason != BV_HEADER_CODE || meaning->likeness < CODE_ALONE)
    return FALSE;
  return meaning->likeness == SAME || strpbrk (code, ".") != NULL || !g_str_has_prefix (folder, code);
}

static BvProofPlace
find_criterion (const BvGroup *group, const BvNominee *nominee, const char *const *folders)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (bv_header_criterion_free);
  BvProofPlace place = { nominee->key, NULL, FALSE };

  for (guint i = 0; i < leaves->len; i++)
    g_ptr_array_add (named, bv_header_criterion_new (g_ptr_array_index (leaves, i)));
  for (guint i = g_strv_length ((char **) folders); i > 0 && !place.is_certain; i--)
    {
      BvHeaderMeaning meaning = bv_header_criterion_find (named, folders[i - 1]);

      if (meaning.criterion == NULL || (place.criterion != NULL && !is_certain (&meaning, folders[i - 1])))
        continue;
      place.criterion = meaning.criterion->code;
      place.is_certain = is_certain (&meaning, folders[i - 1]);
    }
  return place;
}

/**
 * bv_proof_place_list:
 * @rules: a campaign
 * @unit: the code of a unit
 * @folders: (array zero-terminated=1): what a file of the unit lies in, inside of the folder that names that
 *
 * Returns: (transfer full) (element-type BvProofPlace): for each group in which the unit itself is put
 * forward, its nominee and what the folders say of a criterion
 */
GArray *
bv_proof_place_list (const BvProofRules *rules, const char *unit, const char *const *folders)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BvProofPlace));

  for (guint i = 0; i < rules->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (rules->nominees, i);
      const BvGroup *group = bv_record_find (rules->groups, nominee->group);
      BvProofPlace place;

      if (nominee->person != NULL || nominee->withdrawn || group == NULL
          || !g_str_equal (nominee->unit, unit))
        continue;
      place = find_criterion (group, nominee, folders);
      g_array_append_val (places, place);
    }
  return places;
}
