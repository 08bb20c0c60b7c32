/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/proposal-mail.h"

#include "core/letterhead.h"
#include "core/submission.h"
#include "exchange/export.h"
#include "exchange/workbook/workbook.h"

/**
 * bv_proposal_mail_subject:
 * @campaign: a campaign
 * @draft: whether what is sent is not sealed
 *
 * Returns: (transfer full): what the mail is about
 */
char *
bv_proposal_mail_subject (const BvCampaign *campaign, gboolean draft)
{
  const char *organ = bv_letterhead_organ (campaign);

  return g_strconcat (draft ? "DỰ THẢO – " : "", organ, *organ != '\0' ? ": " : "", "Đề nghị khen thưởng ",
                      bv_campaign_short_title (campaign), NULL);
}

static char *
write_addressees (const BvCampaign *campaign)
{
  g_auto (GStrv) addressees = bv_letterhead_list_addressees (campaign);

  return addressees[0] != NULL ? g_strjoinv (", ", addressees) : g_strdup ("Quý cơ quan");
}

/**
 * bv_proposal_mail_body:
 * @campaign: a campaign
 * @draft: whether what is sent is not sealed
 *
 * Returns: (transfer full): a text to begin with
 */
char *
bv_proposal_mail_body (const BvCampaign *campaign, gboolean draft)
{
  const char *organ = bv_letterhead_organ (campaign);
  g_autofree char *addressees = write_addressees (campaign);
  g_autofree char *plan = bv_campaign_write_plan_number (campaign);

  return g_strdup_printf ("Kính gửi: %s,\n\n"
                          "%s gửi kèm thư này %s đề nghị khen thưởng “%s”%s%s.\n"
                          "%s\n"
                          "Trân trọng.",
                          addressees, *organ != '\0' ? organ : "Cơ quan chúng tôi",
                          draft ? "dự thảo hồ sơ" : "hồ sơ", campaign->title, plan != NULL ? " theo " : "",
                          plan != NULL ? plan : "",
                          draft ? "Đây là bản dự thảo, chưa phải là đề nghị chính thức.\n" : "");
}

static gboolean
add_workbook (BvMail *mail, BvExport *export, const char *folder, const BvProgress *progress, GError **error)
{
  g_autofree char *name = bv_export_suggest_name (export->proposal->campaign, export->proposal->seal == NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *written
    = bv_workbook_write (export->proposal, path, folder, progress, &export->n_cut, error);

  if (written == NULL)
    return FALSE;
  bv_mail_add_file (mail, written, name);
  return TRUE;
}

/**
 * bv_proposal_mail_write_with_workbook:
 * @mail: a mail; the workbook becomes the last of its files
 * @export: of bv_export_begin(): a draft, or what was sealed before; its file is the mail
 * @library: its library
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for what the library, the mail or the disk says
 *
 * Writes the proposal's workbook, and the mail with it; of the workbook nothing is left
 * elsewhere.
 *
 * Returns: %FALSE with @error set, and nothing left, on failure
 */
gboolean
bv_proposal_mail_write_with_workbook (BvMail *mail,
                                      BvExport *export,
                                      BvLibrary *library,
                                      const BvProgress *progress,
                                      GError **error)
{
  g_autofree char *folder = bv_library_make_temporary_folder (library, error);
  gboolean ok;

  if (folder == NULL)
    return FALSE;
  ok = add_workbook (mail, export, folder, progress, error)
       && bv_mail_write (mail, export->path, bv_progress_get_cancellable (progress), error);
  bv_library_remove_temporary_folder (folder);
  return ok;
}
