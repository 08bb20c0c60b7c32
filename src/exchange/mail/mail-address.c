/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mail-address.h"

#include "core/text/text.h"
#include "exchange/mail/mail-error.h"
#include "exchange/mail/mail-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 5321, 4.5.3.1. */
#define LOCAL_MOST 64
#define DOMAIN_MOST 253
#define LABEL_MOST 63

#define PHRASE_MOST 40

/* What stands in an atom beside letters and digits (RFC 5322, 3.2.3). */
#define ATOM_SIGNS "!#$%&'*+-/=?^_`{|}~"

static void
address_free (gpointer data)
{
  BvMailAddress *address = data;

  g_free (address->name);
  g_free (address->address);
  g_free (address);
}

static gboolean
is_atom (const char *text, gsize length, const char *signs)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr (signs, text[i]) == NULL)
      return FALSE;
  return length > 0;
}

static gboolean
is_local (const char *text)
{
  g_auto (GStrv) atoms = g_strsplit (text, ".", -1);

  for (guint i = 0; atoms[i] != NULL; i++)
    if (!is_atom (atoms[i], strlen (atoms[i]), ATOM_SIGNS))
      return FALSE;
  return atoms[0] != NULL && strlen (text) <= LOCAL_MOST;
}

static gboolean
is_domain (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      gsize length = strlen (labels[i]);

      if (!is_atom (labels[i], length, "-") || length > LABEL_MOST || labels[i][0] == '-'
          || labels[i][length - 1] == '-')
        return FALSE;
    }
  return labels[0] != NULL && strlen (text) <= DOMAIN_MOST;
}

/* %NULL: this is not an address. */
static char *
read_address (const char *text)
{
  const char *at = strrchr (text, '@');
  g_autofree char *local = at != NULL ? g_strndup (text, at - text) : NULL;
  g_autofree char *domain = NULL;

  if (local == NULL || !is_local (local))
    return NULL;
  domain = g_str_is_ascii (at + 1) ? g_strdup (at + 1) : g_hostname_to_ascii (at + 1);
  if (domain == NULL || !is_domain (domain))
    return NULL;
  return g_strconcat (local, "@", domain, NULL);
}

/* %NULL: a quotation mark is open, behind which another address may have been swallowed. */
static char *
read_name (const char *text, gsize length)
{
  g_autofree char *raw = g_strstrip (g_strndup (text, length));
  GString *name = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = raw; *p != '\0'; p++)
    {
      if (*p == '"')
        {
          quoted = !quoted;
          continue;
        }
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (name, *p);
    }
  return g_string_free (name, quoted);
}

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static BvMailAddress *
read_one (const char *text, GError **error)
{
  const char *open = g_str_has_suffix (text, ">") ? strrchr (text, '<') : NULL;
  g_autofree char *bare
    = open != NULL ? g_strstrip (g_strndup (open + 1, strlen (open) - 2)) : g_strdup (text);
  g_autofree char *name = open != NULL ? read_name (text, open - text) : g_strdup ("");
  g_autofree char *address = name != NULL && !has_control (text) ? read_address (bare) : NULL;
  g_autofree char *excerpt = NULL;
  BvMailAddress *read;

  if (address == NULL)
    {
      excerpt = bv_text_excerpt (text);
      g_set_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_ADDRESS,
                   _ ("“%s” is no e-mail address: write name@office.vn, several with commas between them"),
                   excerpt);
      return NULL;
    }
  read = g_new0 (BvMailAddress, 1);
  read->name = g_steal_pointer (&name);
  read->address = g_steal_pointer (&address);
  return read;
}

/* Where an address ends: a separator between quotation marks is part of a name. */
static const char *
find_end (const char *list)
{
  gboolean quoted = FALSE;
  const char *p;

  for (p = list; *p != '\0' && (quoted || (*p != ',' && *p != ';')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (quoted && *p == '\\' && p[1] != '\0')
        p++;
    }
  return p;
}

/**
 * bv_mail_addresses_parse:
 * @list: addresses as people type them, between commas or semicolons: name@office.vn or Name <name@office.vn>
 * @error: return location for %BV_MAIL_ERROR_ADDRESS
 *
 * A domain of other letters is written in ASCII (RFC 5891); such letters before the @ few servers take, so
 * they are refused.
 *
 * Returns: (transfer full) (element-type BvMailAddress) (nullable): the addresses, perhaps none; %NULL with
 *   @error set, which shows it, where one of them is none
 */
GPtrArray *
bv_mail_addresses_parse (const char *list, GError **error)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (address_free);
  const char *end;

  for (const char *start = list;; start = end + 1)
    {
      g_autofree char *text = NULL;
      BvMailAddress *address = NULL;

      end = find_end (start);
      text = g_strstrip (g_strndup (start, end - start));
      if (*text != '\0')
        address = read_one (text, error);
      if (address != NULL)
        g_ptr_array_add (addresses, address);
      else if (*text != '\0')
        return NULL;
      if (*end == '\0')
        return g_steal_pointer (&addresses);
    }
}

static gboolean
is_phrase (const char *name)
{
  return is_atom (name, strlen (name), ATOM_SIGNS " ") && strstr (name, "=?") == NULL;
}

/* A name of plain words stands as it is. */
static void
append_name (GString *header, const char *name)
{
  g_autofree char *line = bv_mail_header_clean (name);

  if (is_phrase (line) && strlen (line) <= PHRASE_MOST)
    {
      bv_mail_header_separate (header, strlen (line));
      g_string_append (header, line);
      return;
    }
  bv_mail_header_separate (header, PHRASE_MOST);
  bv_mail_header_append_words (header, line);
}

static void
append_address (GString *header, const BvMailAddress *address)
{
  gboolean named = *address->name != '\0';

  if (named)
    append_name (header, address->name);
  bv_mail_header_separate (header, strlen (address->address) + strlen ("<>,"));
  g_string_append_printf (header, named ? "<%s>" : "%s", address->address);
}

/**
 * bv_mail_addresses_add:
 * @header: a header
 * @name: of the field
 * @list: addresses, as bv_mail_addresses_parse() takes them; without any there is no field
 * @error: return location for %BV_MAIL_ERROR_ADDRESS
 *
 * Returns: %FALSE with @error set where one of them is none
 */
gboolean
bv_mail_addresses_add (GString *header, const char *name, const char *list, GError **error)
{
  g_autoptr (GPtrArray) addresses = bv_mail_addresses_parse (list, error);

  if (addresses == NULL)
    return FALSE;
  for (guint i = 0; i < addresses->len; i++)
    {
      g_string_append_printf (header, "%s%s", i == 0 ? name : "", i == 0 ? ":" : ",");
      append_address (header, g_ptr_array_index (addresses, i));
    }
  if (addresses->len > 0)
    g_string_append (header, BV_MAIL_LINE_END);
  return TRUE;
}
