/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/check-warnings.h"
#include "core/check.h"
#include "exchange/shipped/demo.h"
#include "exchange/shipped/templates.h"
#include "store/campaigns.h"
#include "store/verify.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_TEMPLATE "papi-2021"
#define DEFAULT_UNITS "an-giang-2021"

static gboolean
print_campaign (const BvCall *call, BvLibrary *library, gint64 id, GError **error)
{
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (library, id, BV_CAMPAIGN_HEAD, error);
  BvJsonWriter writer;

  if (campaign == NULL)
    return FALSE;
  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      bv_output_line (_ ("Made the campaign “%s” in %s"), campaign->key, bv_library_get_folder (library));
      return TRUE;
    }
  bv_json_writer_init (&writer, 64);
  bv_json_writer_begin_flat (&writer, '{');
  bv_json_writer_add_string (&writer, "campaign", campaign->key);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
  return TRUE;
}

/* Here nothing is replaced: another word on what to do than that of "load". */
static gboolean
say_what_to_do (BvLibrary *library, GError *cause, GError **error)
{
  if (!g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_error_free (cause);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS,
               _ ("%s: the campaign is in the library already: use it, or another library"),
               bv_library_get_folder (library));
  return FALSE;
}

/* A template of another year is considered on another day. */
static gboolean
set_time (const BvCall *call, BvCampaign *campaign, GError **error)
{
  if (!bv_call_take_date (call, BV_OPTION_STARTS, &campaign->starts, error)
      || !bv_call_take_date (call, BV_OPTION_ENDS, &campaign->ends, error))
    return FALSE;
  if (campaign->considered_on < campaign->ends)
    campaign->considered_on = BV_NONE;
  return TRUE;
}

static void
warn_of (const BvCampaign *campaign)
{
  g_auto (GStrv) warnings = bv_check_list_warnings (campaign);

  for (guint i = 0; warnings[i] != NULL; i++)
    bv_output_warn (warnings[i]);
}

static BvCampaign *
read_template (const BvCall *call, GError **error)
{
  const char *name = call->options[BV_OPTION_TEMPLATE];
  const char *units = call->options[BV_OPTION_UNITS];
  g_autoptr (BvCampaign) campaign = bv_templates_read (name != NULL ? name : DEFAULT_TEMPLATE, error);

  if (campaign == NULL || !set_time (call, campaign, error)
      || !bv_templates_add_units (campaign, units != NULL ? units : DEFAULT_UNITS, error)
      || !bv_check_campaign (campaign, error))
    return NULL;
  return g_steal_pointer (&campaign);
}

/**
 * bv_verb_init:
 * @call: a call
 * @error: return location for an error
 *
 * Makes a library with the units of a registry and a campaign from a template, in its own time or another.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_init (const BvCall *call, GError **error)
{
  g_autoptr (BvCampaign) campaign = read_template (call, error);
  g_autoptr (BvLibrary) library = campaign != NULL ? bv_call_open (call, BV_LIBRARY_CREATE, error) : NULL;
  GError *cause = NULL;
  gint64 id;

  if (library == NULL)
    return FALSE;
  id = bv_campaigns_make (library, campaign, &cause);
  if (id == 0)
    return say_what_to_do (library, cause, error);
  warn_of (campaign);
  return bv_output_settle (print_campaign (call, library, id, &cause), cause);
}

/**
 * bv_verb_demo:
 * @call: a call
 * @error: return location for an error
 *
 * Makes a library with the demonstration.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_demo (const BvCall *call, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_CREATE, error);
  GError *cause = NULL;
  gint64 id;

  if (library == NULL)
    return FALSE;
  id = bv_demo_create (library, &cause);
  if (id == 0)
    return say_what_to_do (library, cause, error);
  return bv_output_settle (print_campaign (call, library, id, &cause), cause);
}

static void
print_findings_as_json (char **findings)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_boolean (&writer, "ok", findings[0] == NULL);
  bv_json_writer_name (&writer, "findings");
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; findings[i] != NULL; i++)
    {
      g_autofree char *clean = bv_output_clean (findings[i]);

      bv_json_writer_string (&writer, clean);
    }
  bv_json_writer_end_array (&writer);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/**
 * bv_verb_verify:
 * @call: a call
 * @error: return location for an error
 *
 * Checks the database and every hash, and lists what is wrong or not here.
 *
 * Returns: %FALSE with @error set: %BV_CALL_ERROR_FINDINGS where something was found
 */
gboolean
bv_verb_verify (const BvCall *call, GError **error)
{
  g_autoptr (BvLibrary) library = bv_call_open (call, BV_LIBRARY_READ, error);
  g_auto (GStrv) findings = library != NULL ? bv_verify_library (library, error) : NULL;

  if (findings == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    print_findings_as_json (findings);
  else if (findings[0] == NULL)
    bv_output_line (_ ("%s: everything is there and as it was written."), bv_library_get_folder (library));
  else
    for (guint i = 0; findings[i] != NULL; i++)
      bv_output_line ("%s", findings[i]);
  if (findings[0] == NULL)
    return TRUE;
  g_set_error (error, BV_CALL_ERROR, BV_CALL_ERROR_FINDINGS, _ ("%s: %u findings, listed above"),
               bv_library_get_folder (library), g_strv_length (findings));
  return FALSE;
}
