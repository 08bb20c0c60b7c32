/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mapi-message.h"

#include "exchange/mail/mail-address.h"
#include "exchange/mail/mail-header.h"

#define ADDRESS_KIND "SMTP:"

static gunichar2 *
widen (const char *text, GError **error)
{
  return g_utf8_to_utf16 (text, -1, NULL, NULL, error);
}

/* Some programs show a recipient without a name as nobody. */
static gboolean
fill_recipient (BvMapiRecipient *recipient, guint32 kind, const BvMailAddress *address, GError **error)
{
  g_autofree char *name = bv_mail_header_clean (address->name);
  g_autofree char *full = g_strconcat (ADDRESS_KIND, address->address, NULL);

  recipient->kind = kind;
  recipient->name = widen (*name != '\0' ? name : address->address, error);
  if (recipient->name == NULL)
    return FALSE;
  recipient->address = widen (full, error);
  return recipient->address != NULL;
}

static gboolean
add_recipients (BvMapiMessage *message, guint32 kind, const GPtrArray *addresses, GError **error)
{
  for (guint i = 0; i < addresses->len; i++)
    if (!fill_recipient (&message->recipients[message->n_recipients++], kind,
                         g_ptr_array_index (addresses, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_recipients (BvMapiMessage *message, const BvMail *mail, GError **error)
{
  g_autoptr (GPtrArray) to = bv_mail_addresses_parse (mail->to, error);
  g_autoptr (GPtrArray) cc = to != NULL ? bv_mail_addresses_parse (mail->cc, error) : NULL;

  if (cc == NULL)
    return FALSE;
  message->recipients = g_new0 (BvMapiRecipient, to->len + cc->len);
  return add_recipients (message, BV_MAPI_TO, to, error) && add_recipients (message, BV_MAPI_CC, cc, error);
}

static gboolean
fill_text (BvMapiMessage *message, const BvMail *mail, GError **error)
{
  g_autofree char *subject = bv_mail_header_clean (mail->subject);
  g_auto (GStrv) lines = g_strsplit (mail->body, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);

  message->subject = widen (subject, error);
  if (message->subject == NULL)
    return FALSE;
  message->text = widen (text, error);
  return message->text != NULL;
}

static gboolean
fill_files (BvMapiMessage *message, const BvMail *mail, GError **error)
{
  message->files = g_new0 (BvMapiFile, mail->files->len);
  for (guint i = 0; i < mail->files->len; i++)
    {
      const BvMailFile *file = g_ptr_array_index (mail->files, i);
      g_autofree char *path = g_canonicalize_filename (file->path, NULL);
      BvMapiFile *filled = &message->files[message->n_files++];

      filled->position = BV_MAPI_NO_POSITION;
      filled->path = widen (path, error);
      if (filled->path == NULL)
        return FALSE;
      filled->name = widen (file->name, error);
      if (filled->name == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_mapi_message_new:
 * @mail: a mail; its files are where it says
 * @error: return location for a %BV_MAIL_ERROR, or %G_CONVERT_ERROR of what is no UTF-8
 *
 * Returns: (transfer full) (nullable): the same mail for Simple MAPI; %NULL with @error set where an address
 *   will not do
 */
BvMapiMessage *
bv_mapi_message_new (const BvMail *mail, GError **error)
{
  g_autoptr (BvMapiMessage) message = g_new0 (BvMapiMessage, 1);

  if (!fill_recipients (message, mail, error) || !fill_text (message, mail, error)
      || !fill_files (message, mail, error))
    return NULL;
  return g_steal_pointer (&message);
}

/**
 * bv_mapi_message_free:
 * @message: (transfer full): a message
 */
void
bv_mapi_message_free (BvMapiMessage *message)
{
  for (guint i = 0; i < message->n_recipients; i++)
    {
      g_free (message->recipients[i].name);
      g_free (message->recipients[i].address);
    }
  for (guint i = 0; i < message->n_files; i++)
    {
      g_free (message->files[i].path);
      g_free (message->files[i].name);
    }
  g_free (message->recipients);
  g_free (message->files);
  g_free (message->subject);
  g_free (message->text);
  g_free (message);
}
