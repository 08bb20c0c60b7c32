/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/html-token.h"

#include "exchange/plain/html-entity.h"

#include <string.h>

#define BLANKS " \t\n\r\f"

/* A name and what it is set to, both as they stand. */
typedef struct
{
  const char *name;
  const char *name_end;
  const char *value;
  const char *value_end;
} Attribute;

static gboolean
is_blank (char c)
{
  return c != '\0' && strchr (BLANKS, c) != NULL;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && (is_blank (*p) || *p == '/'))
    p++;
  return p;
}

static const char *
find_value_end (const char *p, const char *end, const char **behind)
{
  const char *quote = p < end && (*p == '"' || *p == '\'') ? memchr (p + 1, *p, end - p - 1) : NULL;

  if (quote != NULL)
    {
      *behind = quote + 1;
      return quote;
    }
  while (p < end && !is_blank (*p) && *p != '>')
    p++;
  *behind = p;
  return p;
}

/* The attribute at @p, or NULL where the tag ends there; else what is behind it. */
static const char *
read_attribute (const char *p, const char *end, Attribute *attribute)
{
  const char *equals;
  const char *behind;

  attribute->name = p;
  while (p < end && *p != '>' && *p != '=' && !is_blank (*p))
    p++;
  if (p < end && *p == '=' && p == attribute->name)
    p++;
  attribute->name_end = attribute->value = attribute->value_end = p;
  if (attribute->name == p)
    return NULL;
  for (equals = p; equals < end && is_blank (*equals);)
    equals++;
  if (equals == end || *equals != '=')
    return p;
  for (p = equals + 1; p < end && is_blank (*p);)
    p++;
  attribute->value_end = find_value_end (p, end, &behind);
  attribute->value = attribute->value_end < behind ? p + 1 : p;
  return behind;
}

static void
take_name (BvHtmlToken *token, const char **p, const char *end)
{
  gsize length = 0;

  for (; *p < end && **p != '>' && **p != '/' && !is_blank (**p); (*p)++)
    if (length < sizeof token->name - 1)
      token->name[length++] = g_ascii_tolower (**p);
  token->name[length] = '\0';
}

/* Behind what no tag is in: up to the end tag of that name. */
static const char *
skip_raw (const char *name, const char *p, const char *end)
{
  gsize length = strlen (name);

  while ((p = memchr (p, '<', end - p)) != NULL)
    {
      if (end - p > (gssize) length + 1 && p[1] == '/' && g_ascii_strncasecmp (p + 2, name, length) == 0)
        return p;
      p++;
    }
  return end;
}

static gboolean
is_raw (const char *name)
{
  return g_str_equal (name, "script") || g_str_equal (name, "style") || g_str_equal (name, "xml")
         || g_str_equal (name, "title");
}

static const char *
find_behind (const char *p, const char *end, const char *what)
{
  const char *found = g_strstr_len (p, end - p, what);

  return found != NULL ? found + strlen (what) : end;
}

static const char *
read_tag (BvHtmlToken *token, const char *p, const char *end)
{
  const char *behind;
  Attribute attribute;

  token->kind = *p == '/' ? BV_HTML_END : BV_HTML_START;
  p += *p == '/';
  take_name (token, &p, end);
  token->text = p;
  for (p = skip_blanks (p, end); (behind = read_attribute (p, end, &attribute)) != NULL;)
    p = skip_blanks (behind, end);
  token->text_end = p;
  p = p < end ? p + 1 : p;
  return token->kind == BV_HTML_START && is_raw (token->name) ? skip_raw (token->name, p, end) : p;
}

/* Whether a tag, a comment or a declaration begins there, and no sign for "less". */
static gboolean
begins_tag (const char *p, const char *end)
{
  if (*p != '<' || p + 1 == end)
    return FALSE;
  return g_ascii_isalpha (p[1]) || p[1] == '!' || p[1] == '?'
         || (p[1] == '/' && p + 2 < end && g_ascii_isalpha (p[2]));
}

/**
 * bv_html_token_read:
 * @token: (out): what is next
 * @text: (inout): HTML in valid UTF-8; then behind the token
 * @end: its end, where a 0 stands
 *
 * Returns: whether there was one
 */
gboolean
bv_html_token_read (BvHtmlToken *token, const char **text, const char *end)
{
  const char *p = *text;

  while (p < end && begins_tag (p, end) && (p[1] == '!' || p[1] == '?'))
    p = find_behind (p, end, g_str_has_prefix (p, "<!--") ? "-->" : ">");
  *token = (BvHtmlToken){ .text = p };
  if (p == end)
    return FALSE;
  if (begins_tag (p, end))
    {
      *text = read_tag (token, p + 1, end);
      return TRUE;
    }
  do
    p++;
  while (p < end && !begins_tag (p, end));
  *text = token->text_end = p;
  return TRUE;
}

/**
 * bv_html_token_get_attribute:
 * @token: a start tag
 * @name: in small letters
 *
 * Returns: (transfer full) (nullable): its value, without entities; %NULL: it has none
 */
char *
bv_html_token_get_attribute (const BvHtmlToken *token, const char *name)
{
  const char *p = skip_blanks (token->text, token->text_end);
  const char *behind;
  Attribute attribute;

  while ((behind = read_attribute (p, token->text_end, &attribute)) != NULL)
    {
      if ((gsize) (attribute.name_end - attribute.name) == strlen (name)
          && g_ascii_strncasecmp (attribute.name, name, strlen (name)) == 0)
        return bv_html_entity_decode (attribute.value, (gsize) (attribute.value_end - attribute.value));
      p = skip_blanks (behind, token->text_end);
    }
  return NULL;
}
