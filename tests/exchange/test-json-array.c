/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-array.h"

#include <stdlib.h>
#include <string.h>

/* Texts, and what is read of the array "list" in them: its elements one by one, then what stands beside it.
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *elements; /* NULL: it is not found, or what stands beside it is not right */
  gboolean broken;      /* an element is not right */
} Case;

static const Case cases[] = {
  { "an-array-is-split", "{\"a\": 1, \"list\": [1, {\"b\": [2, 3]}, \"x\"], \"c\": null}",
    "1 {\"b\":[2,3]} \"x\" " },
  { "an-empty-array-has-no-element", "{\"list\": [ ]}", "" },
  { "signs-in-strings-are-text", "{\"t\": \"\\\"list\\\": [\", \"list\": [\"],\\\\\", \"}\"]}",
    "\"],\\\\\" \"}\" " },
  { "the-name-within-something-else-is-another", "{\"a\": {\"list\": [1]}, \"list\": [2]}", "2 " },
  { "no-array-is-not-found", "{\"list\": {}}", NULL },
  { "no-member-is-not-found", "{\"lists\": [1]}", NULL },
  { "a-second-one-is-not-right", "{\"list\": [1], \"list\": [2]}", NULL },
  { "an-open-array-is-not-right", "{\"list\": [1, 2", NULL },
  { "what-follows-must-be-right", "{\"list\": [1] 2}", NULL },
  { "no-text-is-not-found", "", NULL },
  { "a-comma-too-many-is-not-right", "{\"list\": [1, ]}", "1 ", TRUE },
  { "a-comma-alone-is-not-right", "{\"list\": [,]}", "", TRUE },
  { "elements-without-a-comma-are-not-right", "{\"list\": [1, 2 3]}", "1 ", TRUE },
  { "signs-behind-an-element-are-not-right", "{\"list\": [{\"a\": 1}x, 2]}", "", TRUE },
  { "a-comma-may-stand-apart", "{\"list\": [1 ,2\n,\ttrue ]}", "1 2 true " },
  { "an-element-must-be-right", "{\"list\": [1, {\"a\" 2}, 3]}", "1 ", TRUE },
  { "two-members-of-one-name-are-not-right", "{\"list\": [{\"a\": 1, \"a\": 2}]}", "", TRUE },
};

/* Where Jansson says that the first element ends, a comma stands in its text. */
static void
test_bytes_that_are_0_are_not_split (void)
{
  static const char text[] = "{\"list\": [\"a\0\0b,\", \"c\"]}";
  BvJsonArray array;

  g_assert_false (bv_json_array_find (&array, text, sizeof text - 1, "list"));
}

static gboolean
read_elements (BvJsonArray *array, GString *read)
{
  json_t *element = NULL;
  gboolean is_right;

  while ((is_right = bv_json_array_next (array, &element)) && element != NULL)
    {
      char *text = json_dumps (element, JSON_COMPACT | JSON_ENCODE_ANY);

      g_string_append_printf (read, "%s ", text);
      free (text);
      g_clear_pointer (&element, json_decref);
    }
  g_clear_pointer (&element, json_decref);
  return is_right;
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  /* Not terminated, so that a step beyond the end is seen. */
  g_autofree char *text = g_memdup2 (self->text, strlen (self->text) > 0 ? strlen (self->text) : 1);
  g_autoptr (GString) read = g_string_new (NULL);
  BvJsonArray array;
  json_t *rest = NULL;

  if (bv_json_array_find (&array, text, strlen (self->text), "list"))
    rest = bv_json_array_parse_rest (&array);
  g_assert_cmpint (rest != NULL, ==, self->elements != NULL);
  if (rest == NULL)
    return;
  g_assert_cmpuint (json_array_size (json_object_get (rest, "list")), ==, 0);
  json_decref (rest);
  g_assert_cmpint (read_elements (&array, read), ==, !self->broken);
  g_assert_cmpstr (read->str, ==, self->elements);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-array/bytes-that-are-0-are-not-split", test_bytes_that_are_0_are_not_split);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json-array/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
