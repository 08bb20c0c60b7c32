/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/points.h"
#include "core/text/date.h"
#include "exchange/shipped/legal-bases.h"
#include "store/campaigns.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/* The day of the letter, as far as it is fixed. */
static gboolean
read_date (const BvCall *call, const BvCampaign *campaign, gint64 *date, GError **error)
{
  if (campaign->submission_date != BV_NONE)
    *date = campaign->submission_date;
  else if (campaign->considered_on != BV_NONE)
    *date = campaign->considered_on;
  else
    *date = bv_date_today ();
  return bv_call_take_date (call, BV_OPTION_DATE, date, error);
}

static void
print_lines (const BvCall *call, char **lines)
{
  BvJsonWriter writer;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      for (guint i = 0; lines[i] != NULL; i++)
        bv_output_line ("%s", lines[i]);
      return;
    }
  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; lines[i] != NULL; i++)
    bv_json_writer_string (&writer, lines[i]);
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static gboolean
set_lines (const BvCall *call, BvLibrary *library, gint64 campaign, BvCampaign *record, GError **error)
{

  if (!bv_edit_update (library, campaign, record, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_lines (call, record->legal_bases);
  else
    bv_output_done (library);
  return TRUE;
}

/**
 * bv_verb_bases:
 * @call: a call
 * @error: return location for an error
 *
 * Lists the built-in legal bases of a day, or makes them those of the campaign.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_bases (const BvCall *call, GError **error)
{
  gboolean set = bv_call_has (call, BV_OPTION_SET);
  gint64 campaign = 0;
  gint64 date = BV_NONE;
  g_autoptr (BvLibrary) library
    = bv_call_open_campaign (call, set ? BV_LIBRARY_WRITE : BV_LIBRARY_READ, &campaign, error);
  g_autoptr (BvCampaign) record = NULL;
  g_autoptr (BvLegalBases) bases = NULL;
  char **merged;

  if (library != NULL)
    record = bv_edit_read (library, &bv_campaign_entity, campaign, error);
  if (record == NULL || !read_date (call, record, &date, error)
      || (bases = bv_legal_bases_find (date, error)) == NULL)
    return FALSE;
  bv_output_warn (_ ("these legal bases are a start: compare them with the law in force before signing"));
  if (!set)
    {
      print_lines (call, bases->lines);
      return TRUE;
    }
  merged = bv_legal_bases_merge (bases, record->legal_bases);
  g_strfreev (record->legal_bases);
  record->legal_bases = merged;
  return set_lines (call, library, campaign, record, error);
}
