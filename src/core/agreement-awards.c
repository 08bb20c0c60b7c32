/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/agreement-finders.h"
#include "core/nominee.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"

/* Of an award of which only the year is known, any day of it may be the one. */
static gboolean
award_is_recent (const BvAward *award, gint64 date, gint64 interval)
{
  gint64 first = award->date;
  gint64 last = award->date;

  if (award->date == BV_NONE && award->year == BV_NONE)
    return FALSE;
  if (award->date == BV_NONE)
    {
      first = award->year * BV_DATE_YEAR + 101;
      last = award->year * BV_DATE_YEAR + 1231;
    }
  return last >= date - interval * BV_DATE_YEAR && first < date;
}

/* Most are written as the award is: no key need be made. */
static gboolean
is_form (const char *written, const char *text, const char *form)
{
  g_autofree char *key = g_str_equal (written, text) ? NULL : bv_vietnamese_same_key (written);

  return key == NULL || g_str_equal (key, form);
}

/* @text: the award; @form: its key. */
static const BvAward *
find_recent_award (const BvRosterRow *row, const char *text, const char *form, gint64 date, gint64 interval)
{
  for (guint i = 0; i < row->awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (row->awards, i);

      if (award_is_recent (award, date, interval) && is_form (award->form, text, form))
        return award;
    }
  return NULL;
}

/**
 * bv_agreement_find_commended:
 * @agreement: an agreement to be filled
 * @roster: of its campaign
 * @date: the ranking's date
 *
 * Source: RULES.md, The same twice, `commended`. An award is the nominee's own, else the campaign's.
 */
void
bv_agreement_find_commended (BvAgreement *agreement, const BvRoster *roster, gint64 date)
{
  const BvCampaign *campaign = roster->campaign;
  g_autofree char *usual = bv_vietnamese_same_key (campaign->award);

  for (guint i = 0; campaign->award_interval != BV_NONE && i < roster->rows->len; i++)
    {
      const BvRosterRow *row = bv_roster_row (roster, i);
      g_autofree char *own = bv_text_is_blank (row->award) ? NULL : bv_vietnamese_same_key (row->award);
      const char *form = own != NULL ? own : usual;
      const char *text = own != NULL ? row->award : campaign->award;
      const BvAward *award
        = *form == '\0' ? NULL : find_recent_award (row, text, form, date, campaign->award_interval);
      guint first = agreement->order->len;

      if (award == NULL)
        continue;
      g_array_append_val (agreement->order, row->nominee);
      bv_agreement_add_span (agreement, first, award);
    }
}
