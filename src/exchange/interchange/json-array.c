/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-array.h"

#include <string.h>

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gsize
skip_space (const char *data, gsize at, gsize end)
{
  while (at < end && is_space (data[at]))
    at++;
  return at;
}

/* Behind the string that begins at @at. */
static gsize
skip_string (const char *data, gsize at, gsize end)
{
  for (at++; at < end && data[at] != '"'; at++)
    at += data[at] == '\\';
  return MIN (at + 1, end);
}

/* At the comma or bracket that ends what begins at @at. */
static gsize
skip_value (const char *data, gsize at, gsize end)
{
  guint depth = 0;

  while (at < end)
    {
      char c = data[at];

      if (c == '"')
        {
          at = skip_string (data, at, end);
          continue;
        }
      if (depth == 0 && (c == ',' || c == ']' || c == '}'))
        return at;
      if (c == '{' || c == '[')
        depth++;
      else if (c == '}' || c == ']')
        depth--;
      at++;
    }
  return end;
}

/* Whether the string at @at is the name of a member whose value is an array; @value is set to the value. */
static gboolean
is_member (const char *data, gsize at, gsize end, const char *name, gsize *value)
{
  gsize behind = skip_string (data, at, end);
  gsize length = strlen (name);
  gsize colon = skip_space (data, behind, end);

  if (colon == end || data[colon] != ':')
    return FALSE;
  *value = skip_space (data, colon + 1, end);
  return *value < end && data[*value] == '[' && behind - at == length + 2
         && memcmp (data + at + 1, name, length) == 0;
}

/**
 * bv_json_array_find:
 * @array: (out): an array
 * @data: the text of a document, which outlives @array; it need not be right
 * @length: its length in bytes
 * @name: the name of a member of its root
 *
 * Returns: whether the member was found and seems to be an array; a text with bytes that are 0 is not looked
 * through
 */
gboolean
bv_json_array_find (BvJsonArray *array, const char *data, gsize length, const char *name)
{
  gsize at = skip_space (data, 0, length);

  *array = (BvJsonArray){ .data = data, .length = length };
  /* Jansson passes over bytes that are 0, and does not count them when it says where an element ends. */
  if (at == length || data[at] != '{' || memchr (data, '\0', length) != NULL)
    return FALSE;
  while (at < length && data[at] != '}')
    {
      gsize value = 0;

      at = skip_space (data, at + 1, length);
      if (at == length || data[at] != '"')
        return FALSE;
      if (is_member (data, at, length, name, &value))
        {
          gsize behind = skip_value (data, value, length);

          while (behind > value && data[behind - 1] != ']')
            behind--;
          array->begin = array->next = value + 1;
          array->end = behind - 1;
          return behind > array->begin;
        }
      at = skip_value (data, at, length);
    }
  return FALSE;
}

/**
 * bv_json_array_parse_rest:
 * @array: an array that was found
 *
 * Returns: (transfer full) (nullable): the document with an empty array in its place; %NULL where it is not
 * right
 */
json_t *
bv_json_array_parse_rest (const BvJsonArray *array)
{
  gsize tail = array->length - array->end;
  g_autofree char *text = g_malloc (array->begin + tail);

  memcpy (text, array->data, array->begin);
  memcpy (text + array->begin, array->data + array->end, tail);
  return json_loadb (text, array->begin + tail, JSON_REJECT_DUPLICATES, NULL);
}

/**
 * bv_json_array_next:
 * @array: an array that was found
 * @element: (out) (transfer full) (nullable): the next element; %NULL at the end
 *
 * Returns: %FALSE where what comes is not right
 */
gboolean
bv_json_array_next (BvJsonArray *array, json_t **element)
{
  gsize begin = skip_space (array->data, array->next, array->end);
  gsize behind;
  json_error_t place;

  *element = NULL;
  if (begin > array->end)
    return TRUE;
  if (begin == array->end)
    return array->next == array->begin;
  /* Jansson says where the element ends; what stands behind it is looked at here. */
  *element = json_loadb (array->data + begin, array->end - begin,
                         JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &place);
  if (*element == NULL)
    return FALSE;
  behind = skip_space (array->data, begin + place.position, array->end);
  array->next = behind + 1;
  return behind == array->end || array->data[behind] == ',';
}
