/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/roster.h"

/* So many nominees ahead the processor is told to fetch. */
#define AHEAD 16

/* The first and the last that is read of a record. */
static void
fetch (const BvNominee *nominee)
{
  __builtin_prefetch (&nominee->unit);
  __builtin_prefetch (&nominee->withdrawn);
  __builtin_prefetch (&nominee->assessments);
}

/**
 * bv_roster_new:
 * @campaign: a campaign with nominees; it must outlive what is returned
 *
 * Returns: (transfer full): those that are not withdrawn
 */
BvRoster *
bv_roster_new (const BvCampaign *campaign)
{
  const GPtrArray *nominees = campaign->nominees;
  BvRoster *roster = g_new0 (BvRoster, 1);

  roster->campaign = campaign;
  roster->rows = g_array_sized_new (FALSE, FALSE, sizeof (BvRosterRow), nominees->len);
  for (guint i = 0; i < nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (nominees, i);
      BvRosterRow row = { nominee->person,
                          nominee->unit,
                          nominee->initiative,
                          nominee->award,
                          nominee->awards,
                          nominee->assessments,
                          i };

      if (i + AHEAD < nominees->len)
        fetch (g_ptr_array_index (nominees, i + AHEAD));
      if (!nominee->withdrawn)
        g_array_append_val (roster->rows, row);
    }
  return roster;
}

/**
 * bv_roster_free:
 * @roster: (transfer full): a roster; the campaign stays
 */
void
bv_roster_free (BvRoster *roster)
{
  g_array_unref (roster->rows);
  g_free (roster);
}

/**
 * bv_roster_row:
 * @roster: a roster
 * @index: from 0
 *
 * Returns: (transfer none): one of its rows
 */
const BvRosterRow *
bv_roster_row (const BvRoster *roster, guint index)
{
  return &g_array_index (roster->rows, BvRosterRow, index);
}
