/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form-pack/form-mail.h"

#include "core/points.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "exchange/mail/letter-words.h"
#include "exchange/mail/mail.h"

static char *
write_subject (const BvFormPlan *plan)
{
  return g_strdup_printf ("Biểu mẫu thi đua: %s – %s", bv_campaign_short_title (plan->campaign),
                          plan->unit->name);
}

static char *
write_body (const BvFormPlan *plan)
{
  const char *sender = bv_letter_words_name_sender (plan->campaign);
  g_autofree char *until = bv_wording_date_line (BV_NONE);
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, "Kính gửi: %s\n\n", plan->unit->name);
  bv_letter_words_append_occasion (body, plan->campaign);
  g_string_append_printf (body, "%s gửi kèm thư này biểu mẫu của quý đơn vị.\n\n", sender);
  g_string_append (body, "Đề nghị quý đơn vị:\n");
  g_string_append (body, "   - Điền vào các ô để trống của biểu mẫu; không đổi tên trang và tên cột.\n");
  g_string_append_printf (body, "   - Gửi tệp Excel đã điền, cùng tài liệu minh chứng, về %s trước %s.\n\n",
                          sender, until);
  bv_letter_words_append_sender (body, plan->campaign);
  return g_string_free (body, FALSE);
}

/**
 * bv_form_mail_write:
 * @plan: what the unit is asked for
 * @form: the file of its form
 * @form_name: as the unit sees it
 * @path: the file that is to be the draft, with the extension .eml
 * @cancellable: (nullable): to give up, as if never begun
 * @error: return location for a %BV_MAIL_ERROR or %BV_WHOLE_FILE_ERROR
 *
 * Writes a draft of a mail to the unit, with its form attached. Where no address is known, that is left to
 * be filled in.
 *
 * Returns: (transfer full) (nullable): a whole draft in the folder of @path, for bv_whole_file_finish()
 */
char *
bv_form_mail_write (const BvFormPlan *plan,
                    const char *form,
                    const char *form_name,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  const char *address = bv_text_is_blank (plan->unit->email) ? "" : plan->unit->email;
  g_autofree char *subject = write_subject (plan);
  g_autofree char *body = write_body (plan);
  g_autoptr (BvMail) mail = bv_mail_new (address, "", subject, body);

  bv_mail_add_file (mail, form, form_name);
  return bv_mail_write_unnamed (mail, path, cancellable, error);
}
