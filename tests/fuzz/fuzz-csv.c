/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/csv.h"
#include "exchange/plain/plain-text.h"
#include "fuzz-target.h"
#include "source-target.h"

#include <string.h>

/* The bytes are a table as text, in whatever encoding. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  SourceTargetState state = { FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = bv_plain_text_decode (data, size);
  gboolean whole;

  if (text == NULL)
    return 0;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  whole = bv_csv_read_text (text, strlen (text), BV_CSV_FOUND, &source_target_sink, &state, &error);
  g_assert_true (whole == (error == NULL));
  return 0;
}
