/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/html-table.h"
#include "fuzz-target.h"
#include "source-target.h"

/* The bytes are what the clipboard has. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  SourceTargetState state = { FALSE };
  g_autoptr (GError) error = NULL;
  gboolean whole
    = bv_html_table_read_text ((const char *) data, size, FALSE, &source_target_sink, &state, &error);

  g_assert_true (whole == (error == NULL));
  return 0;
}
