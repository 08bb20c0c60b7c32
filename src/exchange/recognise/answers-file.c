/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/answers-file.h"

#include "exchange/interchange/interchange-text.h"
#include "exchange/interchange/json-syntax.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_answers_file_error, bv_answers_file_error)

static gboolean
refuse (const char *path, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, BV_ANSWERS_FILE_ERROR, BV_ANSWERS_FILE_ERROR_CONTENT, "%s: %s", name, what);
  return FALSE;
}

/**
 * bv_answers_file_read:
 * @path: a JSON file: an object with the keys of questions, and the answers as texts
 * @questions: what is asked
 * @error: return location for a %BV_ANSWERS_FILE_ERROR or %BV_INTERCHANGE_ERROR
 *
 * Returns: %FALSE with @error set, and nothing answered, where it is no such file
 */
gboolean
bv_answers_file_read (const char *path, BvIntakeQuestions *questions, GError **error)
{
  gsize length;
  g_autofree char *text = bv_interchange_read_text (path, &length, error);
  json_error_t cause;
  json_auto_t *root = NULL;
  g_autofree char *said = NULL;
  const char *key;
  json_t *value;

  if (text == NULL)
    return FALSE;
  root = json_loadb (text, length, JSON_REJECT_DUPLICATES, &cause);
  if (root == NULL)
    {
      said = bv_json_syntax_describe (&cause);
      return refuse (path, said, error);
    }
  if (!json_is_object (root))
    return refuse (path, _ ("answers are an object: “{\"key of a question\": \"answer\"}”"), error);
  json_object_foreach (root, key, value) if (!json_is_string (value))
  {
    said = g_strdup_printf (_ ("the answer to “%s” is no text"), key);
    return refuse (path, said, error);
  }
  json_object_foreach (root, key, value)
    bv_intake_questions_answer (questions, key, json_string_value (value));
  return TRUE;
}
