/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange-sample.h"

#include <string.h>

char *
interchange_sample_new (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "interchange-sample.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

char *
interchange_sample_quote (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

char *
interchange_sample_with (const char *from, const char *to)
{
  g_autofree char *sample = interchange_sample_new ();
  g_autofree char *old = interchange_sample_quote (from);
  g_autofree char *new = interchange_sample_quote (to);
  char *at = strstr (sample, old);

  g_assert_nonnull (at);
  *at = '\0';
  return g_strconcat (sample, new, at + strlen (old), NULL);
}
