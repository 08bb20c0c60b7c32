/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/proposal-mail.h"

#include "core/letterhead.h"
#include "core/wording.h"
#include "exchange/export.h"
#include "exchange/workbook.h"

#include <glib/gstdio.h>

static gboolean
has (const char *text)
{
  return text != NULL && *text != '\0';
}

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

  return g_strdup_printf ("%s%s%sĐề nghị khen thưởng %s", draft ? "DỰ THẢO – " : "", organ,
                          has (organ) ? ": " : "",
                          has (campaign->short_name) ? campaign->short_name : campaign->title);
}

/* "theo Kế hoạch số 1078/KH-SNV ngày …"; empty where there is no number. */
static char *
write_plan (const BvCampaign *campaign)
{
  g_autofree char *date = bv_wording_date_line (campaign->plan_date);

  if (!has (campaign->plan_number))
    return g_strdup ("");
  return g_strdup_printf (" theo Kế hoạch số %s %s", campaign->plan_number, date);
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
  g_autofree char *plan = write_plan (campaign);

  return g_strdup_printf ("Kính gửi: %s,\n\n"
                          "%s gửi kèm thư này %s đề nghị khen thưởng “%s”%s.\n"
                          "%s\n"
                          "Trân trọng.",
                          has (campaign->submission_to) ? campaign->submission_to : "Quý cơ quan",
                          has (organ) ? organ : "Cơ quan chúng tôi", draft ? "dự thảo hồ sơ" : "hồ sơ",
                          campaign->title, plan,
                          draft ? "Đây là bản dự thảo, chưa phải là đề nghị chính thức.\n" : "");
}

static gboolean
write_draft (BvMail *mail,
             BvLibrary *library,
             gint64 campaign,
             gint64 date,
             const char *folder,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (BvCampaign) whole = NULL;
  g_autoptr (BvProposal) proposal = bv_export_read_proposal (library, campaign, date, &whole, error);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *written = NULL;

  if (proposal == NULL)
    return FALSE;
  name = bv_export_suggest_name (whole, TRUE);
  path = g_build_filename (folder, name, NULL);
  written = bv_workbook_write (proposal, path, folder, NULL, NULL, cancellable, error);
  if (written == NULL)
    return FALSE;
  bv_mail_add_file (mail, written, name);
  return TRUE;
}

/**
 * bv_proposal_mail_write_with_draft:
 * @mail: a mail; the draft becomes the last of its files
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @path: the mail; not in the library's folder
 * @cancellable: (nullable): to give up, as if never begun
 * @error: return location for what the library, the mail or the disk says
 *
 * Writes the proposal's workbook, marked DỰ THẢO, and the mail with it; of the workbook nothing is left
 * elsewhere.
 *
 * Returns: %FALSE with @error set, and nothing left, on failure
 */
gboolean
bv_proposal_mail_write_with_draft (BvMail *mail,
                                   BvLibrary *library,
                                   gint64 campaign,
                                   gint64 date,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autofree char *folder = bv_library_make_temporary_folder (library, error);
  guint n_files = mail->files->len;
  gboolean ok;

  if (folder == NULL)
    return FALSE;
  ok = write_draft (mail, library, campaign, date, folder, cancellable, error)
       && bv_mail_write (mail, path, cancellable, error);
  if (mail->files->len > n_files)
    {
      const BvMailFile *draft = g_ptr_array_index (mail->files, n_files);

      g_remove (draft->path);
    }
  g_rmdir (folder);
  return ok;
}
