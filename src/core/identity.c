/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/identity.h"

#include "core/agreement-finders.h"
#include "core/evidence.h"
#include "core/nominee.h"
#include "core/roster.h"
#include "core/silence.h"
#include "core/text/date.h"
#include "core/text/text.h"

#include <inttypes.h>

#define SOURCES_MOST 3 /* documents of a group that are named */

/* Makes the groups of one kind. */
typedef struct
{
  const BvCampaign *campaign;
  const BvAgreement *agreement;
  BvSameGroup **groups; /* by the nominee that the agreement knows a group by; NULL: none */
  GPtrArray *found;     /* the groups of all kinds */
} Grouping;

static void
same_group_free (gpointer data)
{
  BvSameGroup *group = data;

  g_array_unref (group->nominees);
  g_free (group->what);
  g_free (group);
}

static const BvNominee *
get_nominee (const Grouping *grouping, guint index)
{
  return g_ptr_array_index (grouping->campaign->nominees, index);
}

static const BvNominee *
get_first (const Grouping *grouping, const BvSameGroup *group)
{
  return get_nominee (grouping, g_array_index (group->nominees, guint, 0));
}

static const BvAgreementSet *
get_set (const Grouping *grouping, guint index)
{
  return &g_array_index (grouping->agreement->sets, BvAgreementSet, index);
}

/* Where the group of the set's nominees stands. */
static BvSameGroup **
find_group (const Grouping *grouping, const BvAgreementSet *set)
{
  guint first = bv_agreement_set_nominee (grouping->agreement, set, 0);

  return &grouping->groups[bv_agreement_root (grouping->agreement, first)];
}

static void
open_groups (Grouping *grouping)
{
  for (guint i = 0; i < grouping->agreement->sets->len; i++)
    {
      BvSameGroup **group = find_group (grouping, get_set (grouping, i));

      if (*group != NULL)
        continue;
      *group = g_new0 (BvSameGroup, 1);
      (*group)->kind = grouping->agreement->kind;
      (*group)->strong = (*group)->silenced = TRUE;
      (*group)->reason = "";
      (*group)->nominees = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (grouping->found, *group);
    }
}

static void
fill_groups (Grouping *grouping)
{
  for (guint i = 0; i < grouping->campaign->nominees->len; i++)
    {
      BvSameGroup *group = grouping->groups[bv_agreement_root (grouping->agreement, i)];

      if (group == NULL)
        continue;
      g_array_append_val (group->nominees, i);
      if (group->kind == BV_SAME_PERSON)
        group->strong
          = group->strong && g_str_equal (get_first (grouping, group)->unit, get_nominee (grouping, i)->unit);
    }
}

static void
silence_groups (Grouping *grouping)
{
  g_autoptr (BvSilence) silence = bv_silence_new (grouping->campaign, grouping->agreement->kind);

  for (guint i = 0; i < grouping->agreement->sets->len; i++)
    {
      const BvAgreementSet *set = get_set (grouping, i);
      BvSameGroup *group = *find_group (grouping, set);

      group->silenced
        = group->silenced && bv_silence_covers (silence, grouping->agreement, set, &group->reason);
    }
}

static char *
name_award (const BvAward *award)
{
  g_autofree char *form = bv_text_phrase (award->form);
  g_autofree char *decision = bv_text_phrase (award->decision);
  gint64 year = award->date != BV_NONE ? award->date / BV_DATE_YEAR : award->year;

  if (*decision != '\0')
    return g_strdup_printf ("%s, %s", form, decision);
  return g_strdup_printf ("%s, %" PRId64, form, year);
}

/* Names what the set agrees in, behind what is named of the group already. */
static void
name_source (BvSameGroup *group, gconstpointer source, guint n_named)
{
  g_autofree char *before = g_steal_pointer (&group->what);
  g_autofree char *name
    = group->kind == BV_SAME_COMMENDED ? name_award (source) : bv_text_phrase (bv_evidence_name (source));

  if (n_named >= SOURCES_MOST)
    name = (g_free (name), g_strdup ("…"));
  group->what = before != NULL ? g_strjoin ("; ", before, name, NULL) : g_steal_pointer (&name);
}

static void
name_sources (Grouping *grouping)
{
  g_autofree guint *n_named = g_new0 (guint, grouping->campaign->nominees->len);

  for (guint i = 0; i < grouping->agreement->sets->len; i++)
    {
      const BvAgreementSet *set = get_set (grouping, i);
      BvSameGroup *group = *find_group (grouping, set);
      guint *n = &n_named[g_array_index (group->nominees, guint, 0)];

      if (set->source != NULL && *n <= SOURCES_MOST)
        name_source (group, set->source, (*n)++);
    }
}

static void
name_group (const Grouping *grouping, BvSameGroup *group)
{
  const BvNominee *first = get_first (grouping, group);

  if (!group->silenced)
    group->reason = "";
  if (group->kind == BV_SAME_PERSON)
    group->what = bv_text_phrase (first->person->name);
  else if (group->kind == BV_SAME_UNIT)
    group->what = bv_campaign_name_unit (grouping->campaign, first->unit);
  else if (group->kind == BV_SAME_INITIATIVE)
    group->what = bv_text_phrase (first->initiative->title);
}

static void
find_groups (const BvRoster *roster, BvSameKind kind, gint64 date, GPtrArray *found)
{
  const BvCampaign *campaign = roster->campaign;
  g_autoptr (BvAgreement) agreement = bv_agreement_find (roster, kind, date);
  g_autofree BvSameGroup **groups = NULL;
  Grouping grouping = { campaign, agreement, NULL, found };
  guint before = found->len;

  if (agreement->sets->len == 0)
    return;
  grouping.groups = groups = g_new0 (BvSameGroup *, campaign->nominees->len);
  open_groups (&grouping);
  fill_groups (&grouping);
  silence_groups (&grouping);
  name_sources (&grouping);
  for (guint i = before; i < found->len; i++)
    name_group (&grouping, g_ptr_array_index (found, i));
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const BvSameGroup *first = *(const BvSameGroup *const *) a;
  const BvSameGroup *second = *(const BvSameGroup *const *) b;
  guint place = g_array_index (first->nominees, guint, 0);
  guint other = g_array_index (second->nominees, guint, 0);

  return place != other ? (place < other ? -1 : 1) : (int) first->kind - (int) second->kind;
}

/**
 * bv_identity_find:
 * @campaign: a campaign that bv_check_campaign() accepts, with all but the values of its assessments; it must
 *   outlive what is returned
 * @date: the ranking's date
 *
 * Finds what is the same twice (RULES.md, The same twice). What it costs grows with the campaign, not with
 * the pairs in it.
 *
 * Returns: (transfer full): what was found, the silenced too
 */
BvIdentity *
bv_identity_find (const BvCampaign *campaign, gint64 date)
{
  g_autoptr (BvRoster) roster = bv_roster_new (campaign);
  BvIdentity *identity = g_new0 (BvIdentity, 1);

  identity->campaign = campaign;
  identity->groups = g_ptr_array_new_with_free_func (same_group_free);
  for (BvSameKind kind = 0; kind < BV_N_SAME_KINDS; kind++)
    find_groups (roster, kind, date, identity->groups);
  g_ptr_array_sort (identity->groups, compare_groups);
  return identity;
}

/**
 * bv_identity_free:
 * @identity: (nullable) (transfer full): what was found
 */
void
bv_identity_free (BvIdentity *identity)
{
  if (identity == NULL)
    return;
  g_ptr_array_unref (identity->groups);
  g_free (identity);
}

/**
 * bv_identity_count_open:
 * @identity: what was found
 *
 * Returns: how many groups nobody has silenced
 */
guint
bv_identity_count_open (const BvIdentity *identity)
{
  guint n = 0;

  for (guint i = 0; i < identity->groups->len; i++)
    n += !((const BvSameGroup *) g_ptr_array_index (identity->groups, i))->silenced;
  return n;
}
