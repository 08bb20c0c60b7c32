/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mail-split.h"

static BvMail *
new_part (const BvMail *mail)
{
  return bv_mail_new (mail->to, mail->cc, mail->subject, mail->body);
}

static void
add_file (BvMail *part, const BvMailFile *file)
{
  bv_mail_add_file (part, file->path, file->name);
}

static void
number (GPtrArray *parts)
{
  for (guint i = 0; parts->len > 1 && i < parts->len; i++)
    {
      BvMail *part = g_ptr_array_index (parts, i);
      g_autofree char *subject = part->subject;

      part->subject = g_strdup_printf ("%s (%u/%u)", subject, i + 1, parts->len);
    }
}

/**
 * bv_mail_split:
 * @mail: a mail
 * @most: how many bytes one may have
 * @error: return location for a %BV_MAIL_ERROR
 *
 * Divides the files, in their order, among mails of the same addresses and text, which are numbered where
 * there are several. A file that is too large on its own goes alone.
 *
 * Returns: (transfer full) (element-type BvMail) (nullable): the mails; %NULL with @error set where something
 *   of @mail will not do
 */
GPtrArray *
bv_mail_split (const BvMail *mail, gint64 most, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_mail_free);
  BvMail *part = new_part (mail);

  g_ptr_array_add (parts, part);
  if (!bv_mail_check (mail, error))
    return NULL;
  for (guint i = 0; i < mail->files->len; i++)
    {
      const BvMailFile *file = g_ptr_array_index (mail->files, i);

      add_file (part, file);
      if (part->files->len == 1 || bv_mail_measure (part, NULL) <= most)
        continue;
      g_ptr_array_remove_index (part->files, part->files->len - 1);
      part = new_part (mail);
      g_ptr_array_add (parts, part);
      add_file (part, file);
    }
  number (parts);
  return g_steal_pointer (&parts);
}
