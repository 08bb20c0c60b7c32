/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-lengths.h"

#include <string.h>

#define MOST 4

static const struct
{
  const char *text;
  gint64 line; /* where a string that is too long begins, from 0; -1: there is none */
  gint64 column;
} cases[] = {
  { "", -1, 0 },
  { "{\"a\": \"bcde\"}", -1, 0 },
  { "{\"a\": \"bcdef\"}", 0, 6 },
  { "{\"abcde\": 1}", 0, 1 },
  { "[123456789, 123456789]", -1, 0 },
  { "[\"ếếếế\",\n \"ếếếếế\"]", 1, 1 },
  { "[\"a\\\"b\", \"\\\\\\\\\"]", -1, 0 },
  { "[\"\\\\\", \"a\\\"bcd\"]", 0, 7 },
};

static void
check (guint index, gsize piece)
{
  const guint8 *text = (const guint8 *) cases[index].text;
  gsize length = strlen (cases[index].text);
  BvJsonLengths lengths = { FALSE };
  gboolean fits = TRUE;

  for (gsize at = 0; fits && at < length; at += piece)
    fits = bv_json_lengths_take (&lengths, text + at, MIN (piece, length - at), MOST);
  g_assert_cmpint (fits, ==, cases[index].line < 0);
  if (fits)
    return;
  g_assert_cmpint (lengths.its_line, ==, cases[index].line);
  g_assert_cmpint (lengths.its_column, ==, cases[index].column);
}

static void
test_lengths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece < 40; piece++)
      check (i, piece);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-lengths/a-long-string-is-found-wherever-a-piece-ends", test_lengths);
  return g_test_run ();
}
