/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/submission.h"
#include "exchange/shipped/legal-bases.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

static void
write_act (BvJsonWriter *writer, const BvLegalAct *act, gint64 date)
{
  const char *line = bv_legal_act_cite (act, date);
  g_autofree char *remark = bv_legal_act_describe (act, line, date);

  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "text", line);
  bv_json_writer_name (writer, "valid_from");
  bv_json_writer_date (writer, act->valid_from);
  bv_json_writer_name (writer, "valid_to");
  bv_json_writer_date (writer, act->valid_to);
  bv_json_writer_add_string (writer, "status", bv_legal_act_state_name (act->state));
  bv_json_writer_add_string (writer, "remark", remark);
  bv_json_writer_add_boolean (writer, "ends_soon", bv_legal_act_ends_soon (act, date));
  bv_json_writer_end_object (writer);
}

static void
write_acts (const BvLegalBases *bases)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < bases->acts->len; i++)
    write_act (&writer, g_ptr_array_index (bases->acts, i), bases->date);
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static void
print_acts (const BvLegalBases *bases)
{
  for (guint i = 0; i < bases->acts->len; i++)
    {
      const BvLegalAct *act = g_ptr_array_index (bases->acts, i);
      const char *line = bv_legal_act_cite (act, bases->date);
      g_autofree char *remark = bv_legal_act_describe (act, line, bases->date);

      if (remark != NULL)
        bv_output_line ("%s [%s]", line, remark);
      else
        bv_output_line ("%s", line);
    }
}

static void
print_campaign (const BvCampaign *campaign)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; campaign->legal_bases[i] != NULL; i++)
    bv_json_writer_string (&writer, campaign->legal_bases[i]);
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

static void
warn_of_ends (const BvLegalBases *bases)
{
  bv_output_warn (_ ("these legal bases are a start: compare them with the law in force before signing"));
  for (guint i = 0; i < bases->acts->len; i++)
    {
      const BvLegalAct *act = g_ptr_array_index (bases->acts, i);
      g_autofree char *remark = bv_legal_act_describe (act, act->text, bases->date);
      g_autofree char *message = g_strdup_printf ("%s: %s", act->name, remark);

      if (bv_legal_act_ends_soon (act, bases->date))
        bv_output_warn (message);
    }
}

static gboolean
set_lines (const BvCall *call,
           BvLibrary *library,
           const BvLegalBases *bases,
           BvCampaign *record,
           GError **error)
{
  char **merged = bv_legal_bases_merge (bases, record->legal_bases);

  g_strfreev (record->legal_bases);
  record->legal_bases = merged;
  if (!bv_edit_update (library, record->record.id, record, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_campaign (record);
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
  gint64 date;
  g_autoptr (BvLibrary) library
    = bv_call_open_campaign (call, set ? BV_LIBRARY_WRITE : BV_LIBRARY_READ, &campaign, error);
  g_autoptr (BvCampaign) record = NULL;
  g_autoptr (BvLegalBases) bases = NULL;

  if (library != NULL)
    record = bv_edit_read (library, &bv_campaign_entity, campaign, error);
  if (record == NULL)
    return FALSE;
  date = bv_submission_find_day (record);
  if (!bv_call_take_date (call, BV_OPTION_DATE, &date, error)
      || (bases = bv_legal_bases_find (date, error)) == NULL)
    return FALSE;
  warn_of_ends (bases);
  if (set)
    return set_lines (call, library, bases, record, error);
  if (bv_call_has (call, BV_OPTION_JSON))
    write_acts (bases);
  else
    print_acts (bases);
  return TRUE;
}
