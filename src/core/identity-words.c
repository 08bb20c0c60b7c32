/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/group.h"
#include "core/identity.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define NOMINEES_MOST 10 /* nominees that are named in a sentence */

/**
 * bv_same_group_nominee:
 * @identity: what was found
 * @group: one of its groups
 * @index: from 0
 *
 * Returns: (transfer none): one of the group's nominees
 */
const BvNominee *
bv_same_group_nominee (const BvIdentity *identity, const BvSameGroup *group, guint index)
{
  return g_ptr_array_index (identity->campaign->nominees, g_array_index (group->nominees, guint, index));
}

static void
append_part (GString *text, const char *part)
{
  g_autofree char *phrase = bv_text_phrase (part);

  if (*phrase != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", phrase);
}

static const char *
name_group (const BvCampaign *campaign, const char *key)
{
  const BvGroup *group = bv_record_find (campaign->groups, key);

  return group != NULL ? group->name : key;
}

/* What tells the nominee from the others of the group, or does not. */
static void
append_difference (GString *text, const BvCampaign *campaign, BvSameKind kind, const BvNominee *nominee)
{
  if (kind == BV_SAME_PERSON && nominee->person->born != BV_NONE)
    {
      g_autofree char *born = bv_date_to_vietnamese (nominee->person->born);

      append_part (text, born);
    }
  if (kind == BV_SAME_PERSON)
    append_part (text, nominee->person->position);
  if (kind == BV_SAME_UNIT)
    append_part (text, name_group (campaign, nominee->group));
  if (kind == BV_SAME_INITIATIVE)
    append_part (text, nominee->initiative->decision);
}

/**
 * bv_same_group_describe_side:
 * @identity: what was found
 * @group: one of its groups
 * @index: from 0
 *
 * Returns: (transfer full): one of the group's nominees by name, with what may tell it from the others
 */
char *
bv_same_group_describe_side (const BvIdentity *identity, const BvSameGroup *group, guint index)
{
  const BvNominee *nominee = bv_same_group_nominee (identity, group, index);
  g_autofree char *unit = bv_campaign_name_unit (identity->campaign, nominee->unit);
  GString *text = g_string_new (NULL);

  if (nominee->person != NULL)
    append_part (text, nominee->person->name);
  append_part (text, unit);
  append_difference (text, identity->campaign, group->kind, nominee);
  return g_string_free (text, FALSE);
}

/**
 * bv_same_group_describe:
 * @identity: what was found
 * @group: one of its groups
 *
 * Returns: (transfer full): in the user's language, what is the same, and who the first are that have it
 */
char *
bv_same_group_describe (const BvIdentity *identity, const BvSameGroup *group)
{
  g_autoptr (GString) sides = g_string_new (NULL);
  guint n_named = MIN (group->nominees->len, NOMINEES_MOST);

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *side = bv_same_group_describe_side (identity, group, i);

      g_string_append_printf (sides, "%s%s", i > 0 ? "; " : "", side);
    }
  bv_wording_append_rest (sides, "; ", group->nominees->len - n_named);
  return g_strdup_printf ("%s: %s (%s)", _ (bv_same_kinds[group->kind].title), group->what, sides->str);
}

/**
 * bv_identity_list_open:
 * @identity: what was found
 *
 * Returns: (transfer full): bv_same_group_describe() of each group that nobody has silenced
 */
char **
bv_identity_list_open (const BvIdentity *identity)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < identity->groups->len; i++)
    {
      const BvSameGroup *group = g_ptr_array_index (identity->groups, i);

      if (!group->silenced)
        g_ptr_array_add (lines, bv_same_group_describe (identity, group));
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}
