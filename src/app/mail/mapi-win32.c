/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mapi-win32.h"

#include "exchange/mail/mapi-message.h"

#include <glib/gstdio.h>
#include <windows.h>

#include <mapi.h>

#define CLIENTS "Software\\Clients\\Mail"

/* Of Windows 8 and later. Rather than lose the marks of Vietnamese letters, a program that knows only those
 * of its code page should refuse. */
#define SEND_MAIL "MAPISendMailW"
#define SEND_FLAGS (MAPI_DIALOG | MAPI_LOGON_UI | 0x00040000 /* MAPI_FORCE_UNICODE */)

typedef ULONG (WINAPI *SendFunc) (LHANDLE session,
                                  ULONG_PTR window,
                                  const BvMapiMessage *message,
                                  FLAGS flags,
                                  ULONG reserved);

static wchar_t *
widen (const char *text)
{
  return (wchar_t *) g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
}

/* NULL: it is not there, or empty. */
static char *
read_value (HKEY root, const char *key, const char *name)
{
  g_autofree wchar_t *wide_key = widen (key);
  g_autofree wchar_t *wide_name = widen (name);
  g_autofree wchar_t *value = NULL;
  g_autofree char *text = NULL;
  DWORD size = 0;

  if (RegGetValueW (root, wide_key, wide_name, RRF_RT_REG_SZ, NULL, NULL, &size) != ERROR_SUCCESS)
    return NULL;
  value = g_malloc0 (size + sizeof (wchar_t));
  if (RegGetValueW (root, wide_key, wide_name, RRF_RT_REG_SZ, NULL, value, &size) != ERROR_SUCCESS)
    return NULL;
  text = g_utf16_to_utf8 ((gunichar2 *) value, -1, NULL, NULL, NULL);
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
read_of_user_or_machine (const char *key, const char *name)
{
  char *value = read_value (HKEY_CURRENT_USER, key, name);

  return value != NULL ? value : read_value (HKEY_LOCAL_MACHINE, key, name);
}

/* One without any of these would only have Windows say so, in a box of its own. */
static gboolean
speaks_mapi (const char *client)
{
  static const char *const names[] = { "DLLPath", "DLLPathEx", "MSIComponentID" };
  g_autofree char *key = g_strconcat (CLIENTS "\\", client, NULL);
  gboolean speaks = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names) && !speaks; i++)
    {
      char *value = read_of_user_or_machine (key, names[i]);

      speaks = value != NULL;
      g_free (value);
    }
  return speaks;
}

/**
 * bv_mapi_find_client:
 *
 * Returns: (transfer full) (nullable): the name of the user's mail program, such as "Microsoft Outlook";
 * %NULL where there is none, or none that takes a mail by Simple MAPI
 */
char *
bv_mapi_find_client (void)
{
  g_autofree char *client = read_of_user_or_machine (CLIENTS, "");

  return client != NULL && speaks_mapi (client) ? g_steal_pointer (&client) : NULL;
}

/* A library without a folder is that of Windows alone, never one that somebody laid beside a file. It stays
 * loaded: mail programs leave threads behind. */
static SendFunc
load (const char *library)
{
  g_autofree wchar_t *wide = widen (library);
  HMODULE module = LoadLibraryExW (wide, NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);

  return module != NULL ? (SendFunc) (gpointer) GetProcAddress (module, SEND_MAIL) : NULL;
}

/* Mail programs change the folder of the process when their windows look for files. Many are a process of
 * their own: unless it is allowed to come to the front, the mail would open behind our window. */
static gboolean
hand_over_one (SendFunc send, const BvMail *mail, BvMailHandover *handover)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMapiMessage) message = bv_mapi_message_new (mail, &error);
  g_autofree char *folder = g_get_current_dir ();
  ULONG result;

  if (message == NULL)
    {
      g_message ("%s", error->message);
      return FALSE;
    }
  AllowSetForegroundWindow (ASFW_ANY);
  result = send (lhSessionNull, 0, message, SEND_FLAGS, 0);
  g_chdir (folder);
  handover->n_unsent += result == MAPI_E_USER_ABORT;
  if (result == SUCCESS_SUCCESS || result == MAPI_E_USER_ABORT)
    return TRUE;
  g_message (SEND_MAIL " of %s: error %lu", handover->program, result);
  return FALSE;
}

/**
 * bv_mapi_hand_over:
 * @library: %BV_MAPI_LIBRARY, or the path of another
 * @client: the name of the user's mail program
 * @mails: (element-type BvMail): mails; their files are where they say
 * @cancellable: (nullable): what was not opened yet is not opened any more
 *
 * Has the user's mail program show the mails for editing, one after another. Returns when the user has closed
 * the last, so it runs in a thread of its own; some programs, such as Thunderbird, let it go on at once, and
 * have then made copies of the files. Of what goes wrong only the log tells.
 *
 * Returns: (transfer full): what became of the mails
 */
BvMailHandover *
bv_mapi_hand_over (const char *library, const char *client, GPtrArray *mails, GCancellable *cancellable)
{
  BvMailHandover *handover = bv_mail_handover_new (client);
  gboolean has_com = SUCCEEDED (CoInitializeEx (NULL, COINIT_APARTMENTTHREADED));
  SendFunc send = load (library);

  if (send == NULL)
    g_message ("%s: no " SEND_MAIL, library);
  while (send != NULL && handover->n_taken < mails->len && !g_cancellable_is_cancelled (cancellable)
         && hand_over_one (send, g_ptr_array_index (mails, handover->n_taken), handover))
    handover->n_taken++;
  if (has_com)
    CoUninitialize ();
  return handover;
}
