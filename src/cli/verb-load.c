/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/check-warnings.h"
#include "core/identity.h"
#include "exchange/interchange/interchange.h"
#include "store/campaigns.h"
#include "store/whole-file.h"

#include <glib/gi18n-lib.h>

static void
print_counts_as_json (const BvCampaign *campaign)
{
  static const char *const arrays[] = { "units", "groups", "nominees", "evidence" };
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin_flat (&writer, '{');
  bv_json_writer_add_string (&writer, "campaign", campaign->key);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    {
      const BvField *field = bv_entity_find_field (&bv_campaign_entity, arrays[i]);

      bv_json_writer_add_integer (&writer, arrays[i], BV_FIELD_RECORDS (campaign, field)->len);
    }
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static void
print_counts (const BvCall *call, const BvCampaign *campaign)
{
  if (bv_call_has (call, BV_OPTION_JSON))
    print_counts_as_json (campaign);
  else
    bv_output_line (_ ("%s: units: %u, groups: %u, nominees: %u, evidence: %u"), campaign->key,
                    campaign->units->len, campaign->groups->len, campaign->nominees->len,
                    campaign->evidence->len);
}

static void
warn_each (const char *path, char **messages)
{
  g_autofree char *name = g_filename_display_name (path);

  for (guint i = 0; messages != NULL && messages[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s", name, messages[i]);

      bv_output_warn (line);
    }
}

static guint
count_same (const BvCampaign *campaign)
{
  g_autoptr (BvIdentity) identity = bv_identity_find (campaign, bv_campaign_find_date (campaign));

  return bv_identity_count_open (identity);
}

static void
warn_of_same (const char *path, guint n_groups)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *line = NULL;

  if (n_groups == 0)
    return;
  line = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s: %u group of nominees looks like the same twice: see “same”",
                 "%s: %u groups of nominees look like the same twice: see “same”", n_groups),
    name, n_groups);
  bv_output_warn (line);
}

/**
 * bv_verb_load:
 * @call: a call
 * @error: return location for an error
 *
 * Takes in a whole campaign. The file is read and checked before the library is touched.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_load (const BvCall *call, GError **error)
{
  const char *path = bv_call_operand (call, 0);
  g_auto (GStrv) notices = NULL;
  g_auto (GStrv) warnings = NULL;
  guint n_same;
  g_autoptr (BvCampaign) campaign = bv_interchange_read_file (path, &notices, error);
  g_autoptr (BvLibrary) library = campaign != NULL ? bv_call_open (call, BV_LIBRARY_CREATE, error) : NULL;

  if (library == NULL)
    return FALSE;
  warnings = bv_check_list_warnings (campaign);
  n_same = count_same (campaign);
  if (bv_campaigns_take (library, campaign, bv_call_has (call, BV_OPTION_REPLACE), error) == 0)
    return FALSE;
  warn_each (path, notices);
  warn_each (path, warnings);
  warn_of_same (path, n_same);
  print_counts (call, campaign);
  return TRUE;
}

static gboolean
write_file (const BvCall *call, BvLibrary *library, const BvCampaign *campaign, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!bv_call_check_output (call, library, error))
    return FALSE;
  text = bv_interchange_write (campaign, &length);
  if (!bv_whole_file_write (call->options[BV_OPTION_OUTPUT], text, length, error))
    return FALSE;
  print_counts (call, campaign);
  return TRUE;
}

/**
 * bv_verb_dump:
 * @call: a call
 * @error: return location for an error
 *
 * Writes a whole campaign to standard output, or to a file: the whole of it or nothing.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_dump (const BvCall *call, GError **error)
{
  gint64 id = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_READ, &id, error);
  g_autoptr (BvCampaign) campaign
    = library != NULL ? bv_campaigns_read (library, id, BV_CAMPAIGN_WHOLE, error) : NULL;

  if (campaign == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_OUTPUT))
    return write_file (call, library, campaign, error);
  bv_interchange_stream (campaign, bv_output_take, NULL);
  return TRUE;
}
