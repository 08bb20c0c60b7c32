/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/sealed-call.h"
#include "cli/verbs.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "exchange/mail/proposal-mail.h"
#include "store/campaigns.h"
#include "store/file-system.h"

#include <glib/gi18n-lib.h>

static gboolean
check_usage (const BvCall *call, GError **error)
{
  if (!bv_call_has (call, BV_OPTION_TO))
    return bv_call_fail_usage (error, _ ("--to ADDRESS is missing: who should get the mail?"));
  if (!bv_call_has (call, BV_OPTION_OUTPUT))
    return bv_call_fail_usage (error, _ ("-o FILE.eml is missing: where should the draft be written?"));
  if (call->operands->len > 0 && !bv_call_has (call, BV_OPTION_ATTACH))
    {
      g_autofree char *excerpt = bv_text_excerpt (bv_call_operand (call, 0));

      return bv_call_fail_usage (error, _ ("“%s”: the files that go with the mail stand behind --attach"),
                                 excerpt);
    }
  return TRUE;
}

/* @campaign: the one that the mail speaks of */
static BvMail *
compose (const BvCall *call, const BvCampaign *campaign, gboolean draft)
{
  const char *to = call->options[BV_OPTION_TO];
  const char *cc = call->options[BV_OPTION_CC];
  const char *subject = call->options[BV_OPTION_SUBJECT];
  g_autofree char *usual = bv_proposal_mail_subject (campaign, draft);
  g_autofree char *body = bv_proposal_mail_body (campaign, draft);

  return bv_mail_new (to, cc != NULL ? cc : "", subject != NULL ? subject : usual, body);
}

/* Most offices' servers refuse more. */
static void
warn_of_size (const char *path)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GFile) file = g_file_new_for_path (reached);
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *size = NULL;
  g_autofree char *most = bv_wording_file_size (BV_MAIL_MOST_BYTES);
  g_autofree char *message = NULL;

  if (info == NULL || g_file_info_get_size (info) <= BV_MAIL_MOST_BYTES)
    return;
  size = bv_wording_file_size (g_file_info_get_size (info));
  message = g_strdup_printf (_ ("%s: %s are more than the %s that most servers take: attach less, or write "
                                "several mails"),
                             name, size, most);
  bv_output_warn (message);
}

static void
print_result (const BvCall *call)
{
  g_autofree char *name = g_filename_display_name (call->options[BV_OPTION_OUTPUT]);
  BvJsonWriter writer;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      bv_output_line (_ ("%s: written, not sent: open it in your mail program"), name);
      return;
    }
  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin_flat (&writer, '{');
  bv_json_writer_add_string (&writer, "file", name);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/* With exactly the files that are named. */
static gboolean
write_with_files (const BvCall *call, BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (BvCampaign) head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (BvMail) mail = head != NULL ? compose (call, head, FALSE) : NULL;

  if (mail == NULL)
    return FALSE;
  for (guint i = 0; i < call->operands->len; i++)
    bv_mail_add_file (mail, bv_call_operand (call, i), NULL);
  return bv_mail_write (mail, call->options[BV_OPTION_OUTPUT], bv_console_get_cancellable (), error);
}

/* With a proposal, as it was sealed or as a draft. */
static gboolean
write_with_workbook (const BvCall *call, BvLibrary *library, const BvProposalRequest *request, GError **error)
{
  const BvProgress progress = { .cancellable = bv_console_get_cancellable () };
  g_autoptr (BvExport) export = bv_export_begin (library, request, call->options[BV_OPTION_OUTPUT], error);
  g_autoptr (BvMail) mail = NULL;

  if (export == NULL)
    return FALSE;
  mail = compose (call, export->proposal->campaign, export->proposal->seal == NULL);
  if (!bv_proposal_mail_write_with_workbook (mail, export, library, &progress, error))
    return FALSE;
  bv_output_warn_of_cut (export->n_cut);
  return TRUE;
}

/**
 * bv_verb_mail:
 * @call: a call
 * @error: return location for an error
 *
 * Writes an e-mail draft with the files given, with a proposal as it was sealed, or with a draft of it.
 *
 * Returns: %FALSE with @error set, and nothing written, on failure
 */
gboolean
bv_verb_mail (const BvCall *call, GError **error)
{
  const char *path = call->options[BV_OPTION_OUTPUT];
  BvProposalRequest request = { .draft = TRUE, .alone = TRUE };
  g_autoptr (BvLibrary) library = NULL;

  if (!check_usage (call, error) || !bv_call_check_sealed (call, error))
    return FALSE;
  library = bv_call_open_campaign (call, BV_LIBRARY_READ, &request.campaign, error);
  if (!bv_call_read_request (call, library, request.campaign, &request.date, &request.sealing, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_ATTACH) ? !write_with_files (call, library, request.campaign, error)
                                           : !write_with_workbook (call, library, &request, error))
    return FALSE;
  warn_of_size (path);
  print_result (call);
  return TRUE;
}
