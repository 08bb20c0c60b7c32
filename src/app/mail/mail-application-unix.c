/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-application-unix.h"

#include "exchange/mail/mail-address.h"

#include <string.h>

/* What may be set as the user's mail program, the one that opens drafts first. Without a mail program a text
 * editor may be the default for message/rfc822, so only those that are known here count. */
static const char *const types[] = { "message/rfc822", "x-scheme-handler/mailto" };

/* A word of the desktop file's name or of the executable. */
typedef struct
{
  const char *word;
  BvMailApplicationKind kind;
} Known;

static const Known known[] = {
  { "thunderbird", BV_MAIL_APPLICATION_DRAFT },
  { "icedove", BV_MAIL_APPLICATION_DRAFT },
  { "betterbird", BV_MAIL_APPLICATION_DRAFT },
  { "evolution", BV_MAIL_APPLICATION_ADDRESS },
};

/* "thunderbird" of "/usr/bin/thunderbird", "thunderbird-esr", "org.mozilla.Thunderbird.desktop" and
 * "thunderbird_thunderbird.desktop", but not of "my-thunderbirds". */
static gboolean
has_word (const char *name, const char *word)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");
  g_auto (GStrv) words = NULL;

  g_strdelimit (lower, "/._-", ' ');
  words = g_strsplit (lower, " ", -1);
  return g_strv_contains ((const char *const *) words, word);
}

/**
 * bv_mail_application_recognize:
 * @app: a program
 *
 * Returns: how it takes a draft
 */
BvMailApplicationKind
bv_mail_application_recognize (GAppInfo *app)
{
  const char *path = g_app_info_get_executable (app);
  g_autofree char *executable = path != NULL ? g_path_get_basename (path) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (has_word (g_app_info_get_id (app), known[i].word) || has_word (executable, known[i].word))
      return known[i].kind;
  return BV_MAIL_APPLICATION_UNKNOWN;
}

/**
 * bv_mail_application_find:
 *
 * Returns: (transfer full): the user's mail program; unknown, where there is none that takes a draft
 */
BvMailApplication *
bv_mail_application_find (void)
{
  BvMailApplication *application = g_new0 (BvMailApplication, 1);

  for (guint i = 0; i < G_N_ELEMENTS (types) && application->app == NULL; i++)
    {
      g_autoptr (GAppInfo) app = g_app_info_get_default_for_type (types[i], FALSE);

      if (app == NULL)
        continue;
      application->kind = bv_mail_application_recognize (app);
      if (application->kind != BV_MAIL_APPLICATION_UNKNOWN)
        application->app = g_steal_pointer (&app);
    }
  return application;
}

static void
append_field (GString *uri, const char *name, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);

  if (*value != '\0')
    g_string_append_printf (uri, "%c%s=%s", strchr (uri->str, '?') != NULL ? '&' : '?', name, escaped);
}

static char *
join_addresses (const char *list, GError **error)
{
  g_autoptr (GPtrArray) addresses = bv_mail_addresses_parse (list, error);
  GString *joined;

  if (addresses == NULL)
    return NULL;
  joined = g_string_new (NULL);
  for (guint i = 0; i < addresses->len; i++)
    {
      const BvMailAddress *address = g_ptr_array_index (addresses, i);

      g_string_append_printf (joined, "%s%s", i > 0 ? "," : "", address->address);
    }
  return g_string_free (joined, FALSE);
}

/**
 * bv_mail_application_write_address:
 * @mail: a mail
 * @error: return location for a %BV_MAIL_ERROR
 *
 * Returns: (transfer full) (nullable): the mail as a mailto: (RFC 6068) with the files as `attach`, which is
 *   Evolution's own; %NULL with @error set where an address will not do
 */
char *
bv_mail_application_write_address (const BvMail *mail, GError **error)
{
  g_autofree char *to = join_addresses (mail->to, error);
  g_autofree char *cc = to != NULL ? join_addresses (mail->cc, error) : NULL;
  g_autoptr (GString) uri = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *body = NULL;

  if (cc == NULL)
    return NULL;
  lines = g_strsplit (mail->body, "\n", -1);
  body = g_strjoinv ("\r\n", lines);
  uri = g_string_new ("mailto:");
  g_string_append_uri_escaped (uri, to, "@,", FALSE);
  append_field (uri, "cc", cc);
  append_field (uri, "subject", mail->subject);
  append_field (uri, "body", body);
  for (guint i = 0; i < mail->files->len; i++)
    append_field (uri, "attach", ((const BvMailFile *) g_ptr_array_index (mail->files, i))->path);
  return g_string_free (g_steal_pointer (&uri), FALSE);
}

/**
 * bv_mail_application_open:
 * @application: a program that is not unknown
 * @mail: the mail; its files are where it says
 * @draft: the same mail, written
 * @error: return location
 *
 * Has the program show the mail for editing. Nothing is sent.
 *
 * Returns: %FALSE with @error set where it could not be started
 */
gboolean
bv_mail_application_open (const BvMailApplication *application,
                          const BvMail *mail,
                          GFile *draft,
                          GError **error)
{
  GList files = { .data = draft };
  g_autofree char *address = NULL;
  GList addresses = { 0 };

  if (application->kind == BV_MAIL_APPLICATION_DRAFT)
    return g_app_info_launch (application->app, &files, NULL, error);
  address = bv_mail_application_write_address (mail, error);
  addresses.data = address;
  return address != NULL && g_app_info_launch_uris (application->app, &addresses, NULL, error);
}

/**
 * bv_mail_application_free:
 * @application: (transfer full): a program
 */
void
bv_mail_application_free (BvMailApplication *application)
{
  g_clear_object (&application->app);
  g_free (application);
}
