/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-syntax.h"

#include "core/text/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The key stands behind "near", in the quotation marks of the text within those of Jansson. */
static char *
describe_duplicate (const char *words)
{
  const char *start = strstr (words, "near '\"");
  const char *end = start != NULL ? strrchr (start, '"') : NULL;
  g_autofree char *key = NULL;
  g_autofree char *excerpt = NULL;

  if (start == NULL || end <= start + strlen ("near '"))
    return g_strdup (_ ("a key stands twice in one object: remove one of them"));
  start += strlen ("near '\"");
  key = g_strndup (start, end - start);
  excerpt = bv_text_excerpt (key);
  return g_strdup_printf (_ ("the key “%s” stands twice in one object: remove one of them"), excerpt);
}

static const char *
describe_code (int code)
{
  switch (code)
    {
    case json_error_invalid_utf8:
      return _ ("these bytes are no UTF-8: save the file as UTF-8");
    case json_error_premature_end_of_input:
      return _ ("the text ends before it is complete: copy the file again");
    case json_error_end_of_input_expected:
      return _ ("something follows after the end: remove it");
    case json_error_numeric_overflow:
      return _ ("a number is too large");
    case json_error_null_character:
    case json_error_null_byte_in_key:
      return _ ("a text has a null character: remove it");
    case json_error_out_of_memory:
      return _ ("there is not enough memory");
    default:
      return _ (
        "here a comma, colon, quotation mark or bracket is missing or one too many, or a value is written "
        "wrongly");
    }
}

/**
 * bv_json_syntax_describe:
 * @cause: why Jansson took a text for no JSON
 *
 * Jansson's own words, which are English and may end in half a character, go to the log of debugging.
 *
 * Returns: (transfer full): the same in the user's language, to follow "not valid JSON:"
 */
char *
bv_json_syntax_describe (const json_error_t *cause)
{
  g_autofree char *words = g_utf8_make_valid (cause->text, -1);

  g_debug ("Jansson says: %s", words);
  if (json_error_code (cause) == json_error_duplicate_key)
    return describe_duplicate (words);
  return g_strdup (describe_code (json_error_code (cause)));
}
